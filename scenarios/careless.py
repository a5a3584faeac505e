"""The three commonest careless ways through a case: all at once, nothing, the leader for each.

They show what a case thinks of them: each must score low, for reasons that its findings name, and
leave another course in the log than the others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from scenarios.case import Case
from scenarios.case_file import CaseHappening, TaskText
from scenarios.edits import reference_work
from scenarios.work import DecisionLine, OptionValue, OrderLine, Work

_ASKING = ("xin ý kiến", "xin khất", "chờ", "đợi", "ngồi chờ")
"""Words of a choice that hands the matter on instead of settling it."""


def all_at_once(case: Case) -> Work:
    """Every task is given in the first minute with everything ticked; no table is looked into.

    The people are the right ones. Every inject is waved through.
    """
    plan = reference_work(case).model_copy(update={"tables": {}})
    tasks = {task.id: task for task in case.tasks}
    orders = tuple(
        one.model_copy(
            update={"at": case.world.start, "options": _ticked(tasks[one.task], one.options)}
        )
        for one in plan.orders
    )
    return _with(plan, orders, case)


def nothing(case: Case) -> Work:
    """Nobody is given any work, no question is answered; the injects are waved through."""
    plan = reference_work(case).model_copy(update={"answers": {}, "tables": {}})
    return _with(plan, (), case)


def ask_the_leader(case: Case) -> Work:
    """Right work by the right people, each piece only after the leader has said yes to it.

    Leaders look through what is submitted once a working day (assumption of the kit), so the
    office gets on by one piece a day; at an inject it asks or waits where it can.
    """
    plan, calendar = reference_work(case), case.world.calendar
    orders, free = [], case.world.start
    for order in sorted(plan.orders, key=lambda one: one.at):
        free = calendar.first_hour_after(free.date())
        orders.append(order.model_copy(update={"at": max(order.at, free)}))
    return _with(plan, tuple(orders), case, _handed_on)


def _ticked(task: TaskText, picked: Mapping[str, OptionValue]) -> dict[str, OptionValue]:
    """All items where several can be picked; the rest as it is in the plan."""
    every = {one.id: tuple(item.id for item in one.items) for one in task.options if one.several}
    return {**picked, **every}


def _waved_through(inject: CaseHappening) -> str:
    return inject.choices[-1].id


def _handed_on(inject: CaseHappening) -> str:
    asking = (one.id for one in inject.choices if any(word in one.text for word in _ASKING))
    return next(asking, _waved_through(inject))


def _with(
    plan: Work,
    orders: tuple[OrderLine, ...],
    case: Case,
    choose: Callable[[CaseHappening], str] = _waved_through,
) -> Work:
    decisions = (DecisionLine(inject=one.id, choice=choose(one)) for one in case.injects)
    return plan.model_copy(update={"orders": orders, "decisions": tuple(decisions)})


CARELESS: dict[str, Callable[[Case], Work]] = {
    "all_at_once": all_at_once,
    "nothing": nothing,
    "ask_the_leader": ask_the_leader,
}
"""The careless ways by name."""
