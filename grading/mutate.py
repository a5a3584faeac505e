"""Mutations: what a rubric notices when an order or a cell of the reference is spoiled."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from grading.document_works import leaving_out
from grading.proofs import proofs, whole_score
from grading.score import ScoreSheet, score
from grading.written_documents import WrittenDocuments, paragraphs_of
from scenarios.case import Case
from scenarios.edits import reference_work
from scenarios.table_file import ColumnText
from scenarios.work import OrderLine, Work
from scenarios.work_tables import Cell, with_cell


class MutationKind(StrEnum):
    """How an order (the first three), a cell of a drawn table, or a document is spoiled."""

    DROPPED = "dropped"
    LATE = "late"
    MISGIVEN = "misgiven"
    BLANK = "blank"
    WRONG = "wrong"
    DROPPED_TEXT = "dropped_text"


MUTATION_VI = {
    MutationKind.DROPPED: "bỏ việc",
    MutationKind.LATE: "làm quá muộn",
    MutationKind.MISGIVEN: "giao sai người",
    MutationKind.BLANK: "bỏ trống ô",
    MutationKind.WRONG: "ghi sai ô",
    MutationKind.DROPPED_TEXT: "bỏ một đoạn",
}
_OF_ORDERS = (MutationKind.DROPPED, MutationKind.LATE, MutationKind.MISGIVEN)


@dataclass(frozen=True)
class Mutation:
    """One spoiled order or cell and the criteria whose findings changed because of it.

    `task` is the order's task, the cell as "table/row/column", or the paragraph as
    "document/number".
    """

    kind: MutationKind
    task: str
    changed: tuple[str, ...]

    @property
    def caught(self) -> bool:
        """Whether any finding changed."""
        return bool(self.changed)


def mutate(case: Case) -> Iterator[Mutation]:
    """Spoil every order of the reference in three ways, every cell of its drawn tables in two and
    every paragraph of its documents in one, one at a time, and judge each work.
    """
    reference = reference_work(case)
    before = whole_score(case, reference)
    for order in reference.orders:
        for kind in _OF_ORDERS:
            work = _spoiled(case, reference, order, kind)
            if work is not None:
                yield Mutation(kind, order.task, _changes(before, whole_score(case, work)))
    for place, kind, text in _cells(case):
        work = with_cell(reference, place, text)
        yield Mutation(kind, "/".join(place), _changes(before, whole_score(case, work)))
    yield from _paragraphs(case, reference, before)


def _paragraphs(case: Case, reference: Work, before: ScoreSheet) -> Iterator[Mutation]:
    """Every paragraph of the reference documents taken out, one at a time."""
    for wanted in case.documents:
        for name, text in paragraphs_of(case, wanted.id):
            documents = WrittenDocuments(leaving_out(wanted.id, text))
            after = score(case, reference, documents)
            yield Mutation(MutationKind.DROPPED_TEXT, name, _changes(before, after))


def _cells(case: Case) -> Iterator[tuple[Cell, MutationKind, str]]:
    """Every cell that the truth of a drawn table fills, blank and with something else in it."""
    for table in case.tables:
        true = case.true_table(table.id)
        for row in true.rows if true is not None else ():
            for column in table.columns:
                right = row.right.get(column.id, ())
                if any(right):
                    place = (table.id, row.id, column.id)
                    yield place, MutationKind.BLANK, ""
                    yield place, MutationKind.WRONG, _something_else(column, right)


def _something_else(column: ColumnText, right: tuple[str, ...]) -> str:
    """A text for the cell that is none of the right ones."""
    if column.kind == "pick":
        return next((item.id for item in column.items if item.id not in right), "")
    wrong = {"number": "999999", "date": "31/12/2099", "time": "23:59", "text": "không rõ"}
    return wrong[column.kind]


def named_works_caught(case: Case) -> tuple[int, int]:
    """How many of the case's wrong works and documents fail exactly what they name, of how many."""
    named = [one for one in proofs(case) if one.named]
    return sum(one.holds for one in named), len(named)


def _spoiled(case: Case, work: Work, order: OrderLine, kind: MutationKind) -> Work | None:
    others = [one for one in work.orders if one != order]
    if kind is MutationKind.DROPPED:
        return _with(work, others)
    if kind is MutationKind.LATE:
        late = case.world.end - timedelta(hours=2)
        return _with(work, [*others, order.model_copy(update={"at": late})])
    stranger = _somebody_else(case, order)
    if stranger is None:
        return None
    return _with(work, [*others, order.model_copy(update={"who": stranger})])


def _with(work: Work, orders: list[OrderLine]) -> Work:
    return work.model_copy(update={"orders": tuple(sorted(orders, key=lambda one: one.at))})


def _somebody_else(case: Case, order: OrderLine) -> str | None:
    """A member of staff whose post this work does not belong to; None if it suits everybody."""
    task = case.world.task(order.task)
    if task is None:
        return None
    return next(
        (
            person.id
            for person in reversed(case.world.people)
            if person.staff and person.role not in task.roles
        ),
        None,
    )


def _changes(before: ScoreSheet, after: ScoreSheet) -> tuple[str, ...]:
    return tuple(
        old.criterion
        for old, new in zip(before.findings, after.findings, strict=True)
        if (old.status, old.points) != (new.status, new.points)
    )
