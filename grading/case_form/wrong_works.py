"""Wrong works by themselves: for each criterion a small change of the model work that fails it.

The sentence of a criterion tells what can be done wrong; of the changes that it suggests the first
is taken that fails this criterion and no other.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from grading.case_form.form import Line
from grading.case_form.layout import INJECTS, NUMBER, PICK, QUESTIONS
from grading.case_form.plan import CasePlan, Wanted, items_of
from grading.case_form.sentences import ANSWER, BEFORE, BY_WHOM, CHOOSE, NOT_CHOOSE, NOT_DO, WITHIN
from grading.findings import Status
from grading.score import score
from scenarios.case import Case
from scenarios.edits import Edit, edited, reference_work

HOURS = 24
"""At so many moments of the case an order is tried."""
UNSURE = "chưa trả lời được"

Change = dict[str, Any]


def failed_with(case: Case, edit: Edit) -> set[str]:
    """The criteria that the model work fails once it is changed so."""
    sheet = score(case, edited(case, reference_work(case), edit))
    return {one.criterion for one in sheet.findings if one.status is not Status.MET}


def wrong_work(case: Case, plan: CasePlan, wanted: Wanted) -> tuple[Change | None, set[str]]:
    """The change that fails this criterion alone; else None and what else always fails with it."""
    beside: set[str] | None = None
    for story, change in _changes(plan, wanted):
        content = {"schema": 1, "story": story, "fails": [wanted.id], **change}
        failed = failed_with(case, Edit.model_validate(content))
        if failed == {wanted.id}:
            return content, set()
        if wanted.id in failed:
            beside = failed if beside is None else beside & failed
    return None, (beside or set()) - {wanted.id}


def _changes(plan: CasePlan, wanted: Wanted) -> Iterator[tuple[str, Change]]:
    sentence, said = wanted.sentence, wanted.said
    if sentence is ANSWER:
        line = plan.form.find(QUESTIONS, wanted.line["Chỗ thứ nhất"])
        assert line is not None
        for answer in _other_answers(line, said.accepts):
            yield "Trả lời khác đáp án.", {"answer": {said.first: answer}}
    elif sentence in (CHOOSE, NOT_CHOOSE):
        for choice in _other_choices(plan, wanted):
            yield "Chọn cách xử lý khác.", {"decide": {said.first: choice}}
    elif sentence is NOT_DO:
        yield from _added(plan, said.first)
    else:
        yield from _mishandled(plan, wanted)


def _other_answers(line: Line, accepts: tuple[str, ...]) -> list[str]:
    if line["Trả lời"] == PICK:
        return [one for one in items_of(line).values() if one not in accepts]
    return ["0", "999", "12345"] if line["Trả lời"] == NUMBER else [UNSURE]


def _other_choices(plan: CasePlan, wanted: Wanted) -> list[str]:
    name = wanted.line["Chỗ thứ nhất"]
    inject = plan.form.find(INJECTS, name)
    assert inject is not None
    known = [plan.choice_id(name, one["Cách xử lý"]) for one in plan.choices(name)]
    if wanted.sentence is NOT_CHOOSE:
        return [wanted.said.second]
    return [one for one in known if one != wanted.said.second]


def _mishandled(plan: CasePlan, wanted: Wanted) -> Iterator[tuple[str, Change]]:
    """A task of the model work given to another, at another hour, or not at all."""
    sentence, said = wanted.sentence, wanted.said
    task = said.second if sentence is WITHIN else said.first
    others = [(one, "Giao cho người khác.") for one in plan.staff]
    assigned = [(story, {"assign": {task: who}}) for who, story in others]
    moved = [("Giao vào lúc khác.", {"move": {task: at}}) for at in _hours(plan)]
    dropped: list[tuple[str, Change]] = [("Bỏ sót việc này.", {"drop": [task]})]
    if sentence is BY_WHOM:
        yield from assigned
    elif sentence is BEFORE:
        yield from moved
        yield from (("Làm việc sau quá sớm.", {"move": {said.second: at}}) for at in _hours(plan))
    elif said.second:  # an hour or a span that must be kept
        yield from moved
    yield from dropped
    yield from moved


def _added(plan: CasePlan, task: str) -> Iterator[tuple[str, Change]]:
    for who in plan.staff:
        for at in _hours(plan):
            order = {"task": task, "who": who, "at": at}
            yield "Giao cả việc không nên làm.", {"add": [order]}


def _hours(plan: CasePlan) -> list[str]:
    """Moments all over the case, in whole minutes."""
    step = (plan.end - plan.start) / HOURS
    moments = (plan.start + step * number for number in range(HOURS))
    return [plan.at(plan.start + timedelta(minutes=_minutes(one - plan.start))) for one in moments]


def _minutes(span: timedelta) -> int:
    return int(span.total_seconds() // 60)
