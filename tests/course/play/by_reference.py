"""Doing on the screen what the reference work does: an order by the form, a decision, the rest."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from course.desk.moments import day_words
from office_sim.wording import Wording
from scenarios.case import Case
from scenarios.work import OrderLine, Work
from scenarios.work_file import read_work

from .learner import Learner


def first_order(work: Work) -> OrderLine:
    """The order that is to be carried out first."""
    return min(work.orders, key=lambda one: one.at)


def give(learner: Learner, case: Case, order: OrderLine) -> None:
    """Give the order by the form."""
    task = case.task(order.task)
    assert task is not None
    picks = [
        case.say(item.text)
        for option in task.options
        for item in option.items
        if item.id in order.options[option.id]
    ]
    who = Wording(case.world).person(order.who)
    day = day_words(order.at.date(), case.world.calendar)
    learner.give(case.say(task.title), picks, who, f"{order.at:%H:%M}", day)


def decide(learner: Learner, case: Case, choices: dict[str, str]) -> str:
    """Decide at the inject on screen as `choices` says (inject -> choice); returns which it was."""
    title = learner.screen.locator(".vp-desk-inject h3").inner_text()
    inject = next(one for one in case.world.happenings if one.title == title)
    choice = inject.choice(choices[inject.id])
    assert choice is not None
    learner.decide(choice.text)
    return inject.id


def saved(path: Path) -> Work:
    """The work as it lies on the disk."""
    work = read_work(path)
    assert work is not None
    return work


def finish_at_home(path: Path, reference: Work, left_open: Collection[str]) -> None:
    """Fill in what the learner did not click: the other rows, orders, answers and decisions,
    without those at the injects `left_open`.
    """
    mine = saved(path)
    given = {order.task for order in mine.orders}
    rest = {
        "orders": (*mine.orders, *(one for one in reference.orders if one.task not in given)),
        "answers": reference.answers,
        "tables": reference.tables,
        "decisions": tuple(one for one in reference.decisions if one.inject not in left_open),
    }
    path.write_text(mine.model_copy(update=rest).to_json(), encoding="utf-8", newline="\n")
