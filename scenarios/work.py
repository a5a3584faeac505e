"""The learner's work: plan, decisions, answers, documents, and the journal of how it was made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from office_sim.spans import OfficeTime
from scenarios.edition import Edition

MAX_LINES = 400
MAX_TEXT = 20_000
MAX_TABLES, MAX_ROWS, MAX_COLUMNS, MAX_CELL = 20, 400, 12, 400

ShortText = Annotated[str, Field(max_length=200)]
LongText = Annotated[str, Field(max_length=MAX_TEXT)]


def _lists_to_tuples(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


OptionValue = Annotated[
    ShortText | Annotated[tuple[ShortText, ...], Field(max_length=60)],
    BeforeValidator(_lists_to_tuples),
]


CellText = Annotated[str, Field(max_length=MAX_CELL)]
RowCells = Annotated[Mapping[ShortText, CellText], Field(max_length=MAX_COLUMNS)]
TableRows = Annotated[Mapping[ShortText, RowCells], Field(max_length=MAX_ROWS)]
Tables = Annotated[Mapping[ShortText, TableRows], Field(max_length=MAX_TABLES)]
"""What is written into the tables of a case: table -> row -> column -> text."""


class Part(BaseModel):
    """A part of the work file: unknown keys are passed over, so that newer files still open."""

    model_config = ConfigDict(extra="ignore", frozen=True)


class OrderLine(Part):
    """One order of the plan; `at` is office time."""

    id: ShortText
    task: ShortText
    who: ShortText
    at: OfficeTime
    options: Mapping[ShortText, OptionValue] = {}
    as_role: ShortText = ""


class DraftLine(Part):
    """An order that is still being written: empty parts are not chosen yet.

    `id` is the order that is being changed by it, "" for a new one. It earns nothing.
    """

    id: ShortText = ""
    task: ShortText = ""
    who: ShortText = ""
    at: OfficeTime | None = None
    options: Mapping[ShortText, OptionValue] = {}


class DecisionLine(Part):
    """The choice made at one inject."""

    inject: ShortText
    choice: ShortText
    as_role: ShortText = ""


class DocumentLine(Part):
    """A Word file handed in for one of the wanted documents."""

    slot: ShortText
    file: ShortText
    sha256: ShortText = ""


class HelpLine(Part):
    """Help taken: `step` is "check", "hint" or "show"; `about` a phase or a criterion."""

    step: ShortText
    about: ShortText


class HandLine(Part):
    """One touch of the trainer: what is done to which inject, from which office time on.

    `id` tells it from all others, so that none is taken twice; `minutes` is for a delay.
    """

    id: ShortText
    what: Literal["fire", "skip", "delay"]
    inject: ShortText
    at: OfficeTime
    minutes: Annotated[int, Field(ge=0, le=24 * 60)] = 0


class CellChange(Part):
    """One cell of a table before and after a step."""

    row: ShortText
    column: ShortText
    before: CellText
    after: CellText


class TableStep(Part):
    """What was changed in a table at once, so that it can be taken back."""

    table: ShortText
    cells: Annotated[tuple[CellChange, ...], Field(max_length=MAX_ROWS * MAX_COLUMNS)]


class JournalEntry(Part):
    """One step of how the work was made, in real time; `chain` binds it to all before it."""

    number: int
    at: ShortText
    what: ShortText
    subject: ShortText = ""
    chain: ShortText = ""


class Work(Part):
    """Everything a learner hands in for one case. `position` is how far the run was watched."""

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    case: ShortText
    variant: ShortText = ""
    level: ShortText = ""
    format: ShortText = ""
    orders: Annotated[tuple[OrderLine, ...], Field(max_length=MAX_LINES)] = ()
    decisions: Annotated[tuple[DecisionLine, ...], Field(max_length=MAX_LINES)] = ()
    answers: Mapping[ShortText, LongText] = {}
    tables: Tables = {}
    table_steps: Annotated[tuple[TableStep, ...], Field(max_length=MAX_LINES)] = ()
    documents: Annotated[tuple[DocumentLine, ...], Field(max_length=60)] = ()
    helps: Annotated[tuple[HelpLine, ...], Field(max_length=MAX_LINES)] = ()
    hand: Annotated[tuple[HandLine, ...], Field(max_length=MAX_LINES)] = ()
    position: OfficeTime | None = None
    draft: DraftLine | None = None
    journal: tuple[JournalEntry, ...] = ()

    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    @model_validator(mode="before")
    @classmethod
    def _without_idle_level(cls, data: Any) -> Any:
        """Files from before there were formats name a level that had no effect."""
        if isinstance(data, dict) and "case" in data and "format" not in data:
            return {key: value for key, value in data.items() if key != "level"}
        return data

    @property
    def edition(self) -> Edition:
        """The edition of the case that it was made for, by its names."""
        return Edition(self.variant, self.level, self.format)

    @property
    def is_untouched(self) -> bool:
        """True when nothing in it could earn or lose a point."""
        written = (self.orders, self.decisions, self.documents, any(self.tables.values()))
        return not (any(written) or any(self.answers.values()))

    def decision_at(self, inject: str) -> DecisionLine | None:
        """The decision made at the inject, None if it is open; of several the last one counts."""
        return next((one for one in reversed(self.decisions) if one.inject == inject), None)

    def to_json(self) -> str:
        """The text of the work file, the same bytes for the same work."""
        content = self.model_dump(mode="json", by_alias=True)
        for rare in ("tables", "table_steps", "hand"):  # most works have none of them
            if not content[rare]:
                del content[rare]
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def chain(previous: str, entry: JournalEntry) -> str:
    """The link of a journal entry: a hash over the link before it and the entry's content."""
    content = f"{previous}|{entry.number}|{entry.at}|{entry.what}|{entry.subject}"
    return hashlib.sha256(content.encode("utf-8")).hexdigest()[:16]


def is_chain_whole(work: Work) -> bool:
    """Whether the journal is as the desk wrote it: no entry changed, added or taken out."""
    previous = ""
    for entry in work.journal:
        if entry.chain != chain(previous, entry):
            return False
        previous = entry.chain
    return True
