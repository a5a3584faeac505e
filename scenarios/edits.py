"""Edits: small changes that turn one work into another, to make wrong works and mutations."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from office_sim import mistakes
from office_sim.happenings import AnchoredTime, TimeText
from office_sim.mistakes import Mistake
from scenarios.build_world import anchors_of
from scenarios.case import Case, CaseError
from scenarios.case_file import Only
from scenarios.reference_tables import reference_rows
from scenarios.work import DecisionLine, OptionValue, OrderLine, Work

Record = TypeVar("Record", bound=BaseModel)


OF_KIND = "@"
"""Stands before a kind where an edit names rows."""


class PlannedOrder(BaseModel):
    """An order of a reference plan; its time is counted from an anchor, so it fits all variants."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    task: str
    who: str
    at: TimeText
    options: Mapping[str, OptionValue] = {}
    only: Only = {}


class ReferencePlan(BaseModel):
    """A reference work for all variants of a case.

    `tables` names for each table the rule by which its rows are made (see reference_tables.py).
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Annotated[Literal[1], Field(alias="schema")]
    orders: Annotated[tuple[PlannedOrder, ...], Field(alias="order")] = ()
    decisions: Mapping[str, str] = {}
    answers: Mapping[str, str] = {}
    tables: Mapping[str, str] = {}


class Edit(BaseModel):
    """Changes to a reference work. Orders are named by their task.

    `drop` takes orders out, `move` gives another time, `assign` another person, `options` other
    picks, `decide` another choice, `answer` another answer, `add` further orders; `tables` other
    rows and cells (written with the variant's words, "{dead_row}"), where an empty row is taken
    out; "@kind" means every row of a kind of a drawn table, and "@*" all of them. `slips` writes
    the cells of a typical misunderstanding; `clear` empties whole tables first.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    story: str = ""
    fails: tuple[str, ...] = ()
    variant: str = ""
    drop: tuple[str, ...] = ()
    move: Mapping[str, TimeText] = {}
    assign: Mapping[str, str] = {}
    options: Mapping[str, Mapping[str, OptionValue]] = {}
    decide: Mapping[str, str] = {}
    answer: Mapping[str, str] = {}
    add: tuple[PlannedOrder, ...] = ()
    clear: tuple[str, ...] = ()
    slips: Mapping[str, tuple[str, ...]] = {}
    tables: Mapping[str, Mapping[str, Mapping[str, str]]] = {}


def plan_name(case: Case) -> str:
    """How the reference plan's file is called in a report."""
    return f"{case.id}/reference/plan.toml"


def read_plan(case: Case) -> ReferencePlan:
    """The reference plan in the case's folder. Raises CaseError with every mistake in it."""
    path = case.folder / "reference" / "plan.toml"
    return read_record(path, plan_name(case), ReferencePlan)


def read_edit(path: Path) -> Edit:
    """The edit in a file such as `wrong/<name>/edit.toml`. Raises CaseError."""
    return read_record(path, "/".join(path.parts[-4:]), Edit)


def reference_work(case: Case) -> Work:
    """The reference work for the case's edition: the plan's times set from its anchors.

    Raises CaseError if the plan cannot be read.
    """
    plan = read_plan(case)
    injects = {inject.id for inject in case.injects}
    questions = {question.id for question in case.questions}
    tasks = {task.id for task in case.tasks}
    tables = {table.id for table in case.tables}
    edition = case.edition
    return Work(
        case=case.id,
        variant=edition.variant,
        level=edition.level,
        format=edition.format,
        orders=tuple(
            _order(case, one)
            for one in plan.orders
            if one.task in tasks and case.variant.includes(one.only)
        ),
        decisions=tuple(
            DecisionLine(inject=inject, choice=choice)
            for inject, choice in plan.decisions.items()
            if inject in injects
        ),
        answers={key: case.say(text) for key, text in plan.answers.items() if key in questions},
        tables={
            table: reference_rows(case, table, rule)
            for table, rule in plan.tables.items()
            if table in tables
        },
    )


def edited(case: Case, work: Work, edit: Edit) -> Work:
    """The work with the edit's changes. Raises KeyError for a task that the work does not have."""
    for task in (*edit.drop, *edit.move, *edit.assign, *edit.options):
        if all(order.task != task for order in work.orders):
            raise KeyError(task)
    orders = [_changed(case, order, edit) for order in work.orders if order.task not in edit.drop]
    orders += [_order(case, one) for one in edit.add if case.variant.includes(one.only)]
    decisions = {one.inject: one.choice for one in work.decisions} | dict(edit.decide)
    return work.model_copy(
        update={
            "orders": tuple(orders),
            "decisions": tuple(
                DecisionLine(inject=inject, choice=choice) for inject, choice in decisions.items()
            ),
            "answers": {
                **work.answers,
                **{key: case.say(text) for key, text in edit.answer.items()},
            },
            "tables": _tables(case, work, edit),
        }
    )


def _tables(case: Case, work: Work, edit: Edit) -> dict[str, Mapping[str, Mapping[str, str]]]:
    kept = {table: {} if table in edit.clear else rows for table, rows in work.tables.items()}
    names = dict.fromkeys((*kept, *edit.slips, *edit.tables))
    return {
        table: _rows(
            _rows(kept.get(table, {}), _slips(case, table, edit)), _changes(case, table, edit)
        )
        for table in names
    }


def _changes(case: Case, table: str, edit: Edit) -> dict[str, Mapping[str, str]]:
    """The rows that the edit writes, "@kind" unfolded. Raises KeyError for a kind without rows."""
    changes: dict[str, Mapping[str, str]] = {}
    true = case.true_table(table)
    for name, cells in edit.tables.get(table, {}).items():
        if true is None or not name.startswith(OF_KIND):
            changes[case.say(name)] = _said(case, cells)
            continue
        rows = true.of_kinds((name.removeprefix(OF_KIND),))
        if not rows:
            raise KeyError(name)
        for row in rows:
            changes[row.id] = {**changes.get(row.id, {}), **_said(case, cells)}
    return changes


def _said(case: Case, cells: Mapping[str, str]) -> dict[str, str]:
    return {column: case.say(text) for column, text in cells.items()}


def _slips(case: Case, table: str, edit: Edit) -> dict[str, Mapping[str, str]]:
    """The cells of the misunderstandings that the edit names. Raises KeyError for one of no row."""
    true = case.true_table(table)
    changes: dict[str, Mapping[str, str]] = {}
    for name in edit.slips.get(table, ()):
        rows = [row for row in (true.rows if true else ()) if name in row.slips]
        if not rows:
            raise KeyError(name)
        for row in rows:
            changes[row.id] = {**changes.get(row.id, {}), **row.slips[name]}
    return changes


def _rows(
    rows: Mapping[str, Mapping[str, str]], changed: Mapping[str, Mapping[str, str]]
) -> dict[str, Mapping[str, str]]:
    merged = {**rows, **{row: {**rows.get(row, {}), **cells} for row, cells in changed.items()}}
    return {row: cells for row, cells in merged.items() if changed.get(row) != {}}


def read_record(path: Path, name: str, record: type[Record]) -> Record:
    """What a TOML file of a case's folder holds; `name` is what a report calls it.

    Raises CaseError with every mistake in it.
    """
    try:
        return cast(Record, _parsed(path.read_bytes(), name, record))
    except OSError as error:
        raise CaseError([Mistake(name, "", "không mở được tệp", "đặt tệp vào thư mục")]) from error


@lru_cache(maxsize=32)  # one plan serves hundreds of variants, and every look at a desk
def _parsed(content: bytes, name: str, record: type[BaseModel]) -> BaseModel:
    try:
        given = tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError([mistakes.of_toml(name, error)]) from error
    try:
        return record.model_validate(given)
    except ValidationError as error:
        raise CaseError(mistakes.of_records(name, error, given)) from error


def _changed(case: Case, order: OrderLine, edit: Edit) -> OrderLine:
    changes: dict[str, object] = {}
    if order.task in edit.move:
        changes["at"] = _moment(case, edit.move[order.task])
    if order.task in edit.assign:
        changes["who"] = edit.assign[order.task]
    if order.task in edit.options:
        changes["options"] = {**order.options, **edit.options[order.task]}
    return order.model_copy(update=changes)


def _order(case: Case, planned: PlannedOrder) -> OrderLine:
    return OrderLine(
        id=planned.task,
        task=planned.task,
        who=planned.who,
        at=_moment(case, planned.at),
        options=planned.options,
    )


def _moment(case: Case, text: str) -> datetime:
    return AnchoredTime.parse(text).moment(anchors_of(case.file, case.variant))
