"""Word documents of a case: what the learner writes, and what such a document says or must not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import Field

from office_sim.true_table import TrueRow, TrueTable
from scenarios.record import Id, Only, Record

WORD = re.compile(r"\{([a-z]\w*)\}")
"""A word of a row in a pattern; "{0,80}" stays what it is in a regular expression."""


class OfRows(Record):
    """Something asked once, or, with `rows`, once for each row of a drawn table of the `kinds`.

    The cells of such a row, given or right, stand in the texts as {column}.
    """

    rows: Id | None = None
    kinds: tuple[Id, ...] = ()


class FigureText(OfRows):
    """A figure that the document must give, found before its unit ("38 hộ").

    Without `rows` the texts may hold the words of the variant.
    """

    label: str
    value: str
    unit: str


class PointText(OfRows):
    """Something that the document must say, or must not say.

    Without `rows` the texts may hold the words of the variant; a word such as "di dời|sạt lở"
    stands in the pattern for either.

    `pattern` is a regular expression, sought without diacritics and in small letters: in each
    paragraph for what must be said, in each sentence for what must not; a sentence in which
    `unless` is found may say it. `mentions` names a column of words: what must be spoken of there
    must be spoken of here, too. `what` names the point, `fix` says what to do, `rule` is an id of
    the rulebook.
    """

    id: Id
    what: str
    pattern: str = ""
    mentions: Id | None = None
    unless: str = ""
    fix: str
    rule: str


class DocumentText(Record):
    """A Word document that the learner writes; its file is `<id>.docx` beside the work.

    `kind` is an id of the document kinds that the judge knows ("giay_moi"). `figures`, `musts` and
    `nevers` are what is looked at beyond the kind's own; `lead` tells the learner what to write.
    """

    id: Id
    kind: str
    title: str
    phase: str
    lead: str = ""
    figures: Annotated[tuple[FigureText, ...], Field(alias="figure")] = ()
    musts: Annotated[tuple[PointText, ...], Field(alias="must")] = ()
    nevers: Annotated[tuple[PointText, ...], Field(alias="never")] = ()
    only: Only = Field(default={})


@dataclass(frozen=True)
class RowWords:
    """The words of one row, or none, for texts and patterns; `groups` are its mentions, each
    "this|or that", by column.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def say(self, text: str, spell: Callable[[str], str] = str) -> str:
        """The text with the row's words, each spelled by `spell`. Raises KeyError."""
        return WORD.sub(lambda match: spell(self.words[match.group(1)]), text)


def row_words(of: OfRows, table: TrueTable | None) -> list[RowWords]:
    """The words of every row that is meant; one without words where no rows are named."""
    if of.rows is None:
        return [RowWords()]
    return [_words(row) for row in (table.of_kinds(of.kinds) if table else ())]


def _words(row: TrueRow) -> RowWords:
    right = {column: texts[0] for column, texts in row.right.items() if texts}
    return RowWords({**right, **row.given}, row.mentions)
