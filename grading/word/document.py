"""What was read from a Word file, as it will print: paragraphs, runs, sections, page numbers."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look. `size` in points, `color` as RRGGBB ("" means automatic)."""

    text: str
    font: str
    size: float
    bold: bool
    italic: bool
    underline: bool
    caps: bool
    color: str


@dataclass(frozen=True, slots=True)
class Where:
    """The area a paragraph lies in: "body", "textbox", "header" or "footer", and its table cell.

    `table` counts the outermost tables of the body from 0; None outside tables.
    """

    area: str
    table: int | None = None
    row: int = 0
    column: int = 0
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with effective values: indents in mm, spacing and lines in points.

    `line_rule` is "exact", "atLeast" or "auto"; `line` is points, or a multiple for "auto".
    `label` is True for automatic numbering; `rule_below`/`rule_above` for border lines;
    `contextual`: no gap to a neighbour of the same style.
    """

    index: int
    text: str
    runs: tuple[Run, ...]
    where: Where
    align: str
    first: float
    left: float
    before: float
    after: float
    line_rule: str
    line: float
    style: str
    label: bool = False
    rule_below: bool = False
    rule_above: bool = False
    drawing: bool = False
    contextual: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Paper and margins in mm. `title_page`: the first page has a header of its own."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    header: float
    title_page: bool


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number field: `area` header or footer, `kind` of page default, first or even."""

    area: str
    kind: str
    align: str
    size: float


@dataclass(frozen=True, slots=True)
class Document:
    """A whole file as read. `changes` counts tracked insertions and deletions not yet accepted."""

    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    page_numbers: tuple[PageNumber, ...] = ()
    changes: int = 0
    hidden: int = 0
    pictures: int = 0
    legacy_fonts: dict[int, str] = field(default_factory=dict)
    mirrored: bool = False
    form_stamp: str = ""

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """Paragraphs of the page itself, text boxes included, headers and footers left out."""
        return tuple(p for p in self.paragraphs if p.where.area in ("body", "textbox"))
