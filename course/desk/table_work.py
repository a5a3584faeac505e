"""One table of the case in the learner's hands: writing cells, taking steps back and again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from course.desk.desk import Desk
from course.desk.refusals import LOCKED_TABLE_VI, DeskError, NewerWorkError
from course.desk.table_cells import CellError, read_cell
from scenarios.case import Case
from scenarios.table_file import ColumnText, TableText
from scenarios.tables import Row
from scenarios.work import CellChange, TableStep, Work
from scenarios.work_tables import cell, with_cells

MAX_STEPS, MAX_KEPT_CELLS = 100, 2000
"""How many steps can be taken back, and how many cells they may hold together."""

Spot = tuple[str, str]
"""Row and column."""


@dataclass(frozen=True)
class Refused:
    """A cell that was not written, with the text and the reason."""

    row: str
    column: str
    text: str
    why: str


class TableWork:
    """The table `table_id` at a desk. What was taken back can be done again until something else
    is written; that memory alone is not saved.
    """

    def __init__(self, desk: Desk, table_id: str) -> None:
        table = desk.case.table(table_id)
        if table is None:
            raise ValueError(f"no table {table_id!r} in {desk.case.id}")
        self.desk = desk
        self.table: TableText = table
        self.columns = [_said(column, desk.case) for column in table.columns]
        self._undone: list[TableStep] = []

    @property
    def rows(self) -> list[Row]:
        """The rows that are shown now."""
        return self.desk.case.table_rows(self.table.id, self.desk.work)

    @property
    def marks(self) -> dict[str, dict[str, str]]:
        """What is written: row -> column -> text."""
        written = self.desk.work.tables.get(self.table.id, {})
        return {row: dict(cells) for row, cells in written.items()}

    @property
    def is_locked(self) -> bool:
        """Whether the table can only be read now."""
        return self.desk.case.is_table_locked(self.table.id, self.desk.run)

    @property
    def undoable(self) -> TableStep | None:
        """The last step in this table, None if there is none to take back."""
        return next(
            (step for step in reversed(self.desk.work.table_steps) if step.table == self.table.id),
            None,
        )

    @property
    def redoable(self) -> TableStep | None:
        """The step that was taken back last, None if there is none."""
        return self._undone[-1] if self._undone else None

    def write(self, typed: Mapping[Spot, str]) -> list[Refused]:
        """Write what was typed or pasted; returns what could not be read, the rest is written.

        Raises DeskError if the table is locked or the work cannot be saved.
        """
        self._check_open()
        texts, refused = self._read(typed)
        if self._changes(texts):
            self._save(texts)
            self._undone.clear()
        return refused

    def undo(self) -> TableStep | None:
        """Take the last step in this table back; returns it. Raises DeskError."""
        self._check_open()
        step = self.undoable
        if step is not None:
            self._turn(step, back=True)
            self._undone.append(step)
        return step

    def redo(self) -> TableStep | None:
        """Do the step that was taken back last again; returns it. Raises DeskError."""
        self._check_open()
        step = self.redoable
        if step is not None:
            self._turn(step, back=False)
            self._undone.pop()
        return step

    def _check_open(self) -> None:
        if self.is_locked:
            raise DeskError(LOCKED_TABLE_VI)

    def _read(self, typed: Mapping[Spot, str]) -> tuple[dict[Spot, str], list[Refused]]:
        known = {row.id for row in self.desk.case.table_rows(self.table.id)}
        columns = {column.id: column for column in self.columns}
        texts: dict[Spot, str] = {}
        refused = []
        for (row, name), text in typed.items():
            column = columns.get(name)
            if row not in known or column is None:
                continue
            try:
                texts[row, name] = read_cell(column, text)
            except CellError as error:
                refused.append(Refused(row, name, text, str(error)))
        return texts, refused

    def _changes(self, texts: Mapping[Spot, str]) -> tuple[CellChange, ...]:
        work = self.desk.work
        before = {spot: cell(work, self.table.id, *spot) for spot in texts}
        return tuple(
            CellChange(row=row, column=column, before=before[row, column], after=text)
            for (row, column), text in texts.items()
            if text != before[row, column]
        )

    def _save(self, texts: Mapping[Spot, str]) -> None:
        seen = self._seen(texts)
        try:
            self._save_step(texts)
        except NewerWorkError:
            if self._seen(texts) != seen:
                raise
            self._save_step(texts)  # the other window wrote something else: both stay

    def _save_step(self, texts: Mapping[Spot, str]) -> None:
        step = TableStep(table=self.table.id, cells=self._changes(texts))
        steps = _kept((*self.desk.work.table_steps, step))
        self._keep(texts, steps)

    def _turn(self, step: TableStep, *, back: bool) -> None:
        """Put cells back, or forward again, where nobody has written something else since."""
        steps = list(self.desk.work.table_steps)
        if back:
            steps.remove(step)
        else:
            steps.append(step)
        texts = {
            (one.row, one.column): one.before if back else one.after
            for one in step.cells
            if cell(self.desk.work, self.table.id, one.row, one.column)
            == (one.after if back else one.before)
        }
        self._keep(texts, tuple(steps))

    def _seen(self, texts: Mapping[Spot, str]) -> list[str]:
        return [cell(self.desk.work, self.table.id, *spot) for spot in texts]

    def _keep(self, texts: Mapping[Spot, str], steps: tuple[TableStep, ...]) -> None:
        work: Work = with_cells(
            self.desk.work,
            {(self.table.id, row, column): text for (row, column), text in texts.items()},
        )
        rows = sorted({row for row, _ in texts})
        about = f"{self.table.id}/{rows[0]}" if len(rows) == 1 else f"{self.table.id}: {len(rows)}"
        self.desk.keep_tables(work.model_copy(update={"table_steps": steps}), about)


def _said(column: ColumnText, case: Case) -> ColumnText:
    """The column with the variant's words in its texts."""
    items = tuple(one.model_copy(update={"text": case.say(one.text)}) for one in column.items)
    return column.model_copy(update={"items": items, "aim": case.say(column.aim)})


def _kept(steps: tuple[TableStep, ...]) -> tuple[TableStep, ...]:
    """The last steps, as many as may be kept; the newest always is."""
    kept: list[TableStep] = []
    cells = 0
    for step in reversed(steps[-MAX_STEPS:]):
        cells += len(step.cells)
        if kept and cells > MAX_KEPT_CELLS:
            break
        kept.append(step)
    return tuple(reversed(kept))
