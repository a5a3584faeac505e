"""What colleagues do where a level or a format does not leave it to the learner: by the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from scenarios.case import Case
from scenarios.edits import reference_work
from scenarios.work import OrderLine, Work

COLLEAGUE = "dong_nghiep_"
"""How the ids of colleagues' orders begin, so that they never meet one of the learner's."""

Value = TypeVar("Value")


def completed(case: Case, work: Work) -> Work:
    """The learner's work together with what colleagues do: what is played and judged.

    What the work says of parts that are not the learner's here is passed over.
    """
    if case.share.is_whole:
        return work
    plan = reference_work(replace(case, share=case.share.undivided))
    tasks = {one.id for one in case.tasks}
    injects = {one.id for one in case.injects}
    own = [one for one in work.orders if one.task in tasks]
    theirs = [_as_colleague(one) for one in plan.orders if one.task not in tasks]
    decided = [one for one in work.decisions if one.inject in injects]
    settled = [one for one in plan.decisions if one.inject not in injects]
    questions, tables = {one.id for one in case.questions}, {one.id for one in case.tables}
    return work.model_copy(
        update={
            "orders": (*theirs, *own),
            "decisions": (*settled, *decided),
            "answers": _joined(work.answers, plan.answers, questions),
            "tables": _joined(work.tables, plan.tables, tables),
        }
    )


def _as_colleague(order: OrderLine) -> OrderLine:
    return order.model_copy(update={"id": COLLEAGUE + order.id})


def _joined(
    mine: Mapping[str, Value], theirs: Mapping[str, Value], my_names: set[str]
) -> dict[str, Value]:
    rest = {name: value for name, value in theirs.items() if name not in my_names}
    return {**rest, **{name: value for name, value in mine.items() if name in my_names}}
