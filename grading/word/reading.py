"""A .docx file read into plain records: what will print, with effective values."""

from __future__ import annotations

from pathlib import Path

from grading.word.document import Document, PageNumber, Paragraph, Run, Section, Where
from grading.word.effective import Look, Styles, paragraph_look
from grading.word.intake import SAVE_AGAIN
from grading.word.measures import is_on, millimetres
from grading.word.parts_xml import DC, R_ID, A, Element, Package, V, W
from grading.word.runs import Pieces, RunReader
from grading.word.unreadable import UnreadableWordError
from grading.word.walk import walk, walk_area

DEFAULT_TAB = 12.7
"""Millimetres to the first default tab stop, where the settings name no other."""
MAX_PARAGRAPHS = 20_000


def read(path: Path) -> Document:
    """The document in a file. Raises UnreadableWordError with one Vietnamese sentence."""
    with Package(path) as package:
        return _read(path, package)


def read_bytes(data: bytes, name: str) -> Document:
    """The document in the bytes of a file called `name`, with the same guards and errors."""
    path = Path(name)
    with Package(path, data) as package:
        return _read(path, package)


def _read(path: Path, package: Package) -> Document:
    document = _Reader(path, package).read()
    if not any(p.text.strip() for p in document.body):
        if document.pictures:
            raise UnreadableWordError(
                path,
                f"Tệp “{path.name}” chỉ có hình ảnh, không có chữ để đọc. Anh/chị gõ lại nội dung "
                "thành văn bản Word rồi nộp lại.",
            )
        raise UnreadableWordError(
            path,
            f"Tệp “{path.name}” chưa có chữ nào. Anh/chị soạn nội dung, lưu lại rồi nộp lại.",
        )
    return document


class _Reader:
    def __init__(self, path: Path, package: Package) -> None:
        self._path = path
        self._package = package
        self._body = package.body()
        self._related = package.related()
        theme = self._first("theme")
        self._styles = Styles(self._first("styles"), theme)
        self._runs = RunReader(self._styles)
        self._levels: dict[tuple[str, str], Look] | None = None
        settings = self._first("settings")
        self._tab = _default_tab(settings)
        self._mirrored = _switch(settings, "mirrorMargins")
        self._even = _switch(settings, "evenAndOddHeaders")
        self._changes = self._hidden = self._pictures = 0
        self._legacy: dict[int, str] = {}
        self._paragraphs: list[Paragraph] = []

    def read(self) -> Document:
        for element, where, table in walk(self._body):
            self._add(element, where, table)
        self._pictures = sum(1 for _ in self._body.iter(f"{A}blip", f"{V}imagedata"))
        sections, numbers = self._page()
        return Document(
            tuple(self._paragraphs), sections, numbers, self._changes, self._hidden,
            self._pictures, self._legacy, self._mirrored, self._stamp(),
        )  # fmt: skip

    def _first(self, kind: str) -> Element | None:
        for name, part in self._related.values():
            if name == kind:
                return self._package.part(part)
        return None

    def _add(self, element: Element, where: Where, table: str | None) -> Pieces:
        index = len(self._paragraphs)
        if index >= MAX_PARAGRAPHS:
            raise UnreadableWordError(
                self._path,
                f"Tệp “{self._path.name}” có hơn {MAX_PARAGRAPHS} đoạn nên không được chấm. "
                + SAVE_AGAIN,
            )
        properties = element.find(f"{W}pPr")
        named = None if properties is None else properties.find(f"{W}pStyle")
        style = None if named is None else named.get(f"{W}val")
        pieces = self._runs.read(element, style, table)
        look = self._look(style, paragraph_look(properties), table)
        text = "".join(run.text for run in pieces.runs)
        runs = tuple(pieces.runs)
        self._paragraphs.append(
            _paragraph(index, text, runs, where, style or "", look, pieces, self._tab)
        )
        self._changes += pieces.changes
        self._hidden += pieces.hidden
        if pieces.legacy_font:
            self._legacy[index] = pieces.legacy_font
        return pieces

    def _look(self, style: str | None, direct: Look, table: str | None) -> Look:
        look = self._styles.paragraph(style, direct, table, {})
        number = look.get("number")
        if not number or number == "0":
            return look
        listed = self._level(str(number), str(look.get("level", "0")))
        return self._styles.paragraph(style, direct, table, listed)

    def _level(self, number: str, level: str) -> Look:
        if self._levels is None:
            self._levels = _numbering_levels(self._first("numbering"))
        return self._levels.get((number, level), {})

    def _page(self) -> tuple[tuple[Section, ...], tuple[PageNumber, ...]]:
        sections: list[Section] = []
        numbers: list[PageNumber] = []
        for properties in self._body.iter(f"{W}sectPr"):
            sections.append(_section(properties))
            for area in ("header", "footer"):
                for reference in properties.iterfind(f"{W}{area}Reference"):
                    kind = reference.get(f"{W}type") or "default"
                    if kind == "even" and not self._even:
                        continue
                    numbers.extend(self._numbers(reference.get(R_ID), area, kind))
        return tuple(sections), tuple(numbers)

    def _numbers(self, relation: str | None, area: str, kind: str) -> list[PageNumber]:
        _, name = self._related.get(relation or "", ("", ""))
        root = self._package.part(name) if name else None
        found: list[PageNumber] = []
        for element, where, table in () if root is None else walk_area(root, area):
            pieces = self._add(element, where, table)
            paragraph = self._paragraphs[-1]
            for instruction, size in pieces.fields:
                if instruction.split()[:1] == ["PAGE"]:
                    shown = size or (paragraph.runs[0].size if paragraph.runs else 0.0)
                    found.append(PageNumber(area, kind, _number_align(paragraph), shown))
        return found

    def _stamp(self) -> str:
        core = self._package.part("docProps/core.xml")
        identifier = None if core is None else core.find(f"{DC}identifier")
        return "" if identifier is None else (identifier.text or "")


def _paragraph(
    index: int, text: str, runs: tuple[Run, ...], where: Where, style: str, look: Look,
    pieces: Pieces, tab: float,
) -> Paragraph:  # fmt: skip
    first = look.get("first", 0.0)
    if text.startswith("\t") and first + look.get("left", 0.0) < tab:
        first = tab - look.get("left", 0.0)
    return Paragraph(
        index, text, runs, where, _align(look), first, look.get("left", 0.0),
        look.get("before", 0.0), look.get("after", 0.0), look.get("line_rule", "auto"),
        look.get("line", 1.0), style, look.get("number") not in (None, "0"),
        bool(look.get("bottom")), bool(look.get("top")), pieces.drawing,
        bool(look.get("contextual")),
    )  # fmt: skip


def _align(look: Look) -> str:
    return str(look.get("frame") or look.get("align", "left"))


def _number_align(paragraph: Paragraph) -> str:
    before = paragraph.text.split("\t")
    if paragraph.align == "left" and len(before) > 1:
        return "center" if len(before) == 2 else "right"
    return paragraph.align


def _section(properties: Element) -> Section:
    size, margins = properties.find(f"{W}pgSz"), properties.find(f"{W}pgMar")

    def of(item: Element | None, key: str, otherwise: float) -> float:
        value = None if item is None else millimetres(item.get(f"{W}{key}"))
        return otherwise if value is None else value

    title = properties.find(f"{W}titlePg")
    return Section(
        of(size, "w", 215.9), of(size, "h", 279.4), of(margins, "top", 25.4),
        of(margins, "bottom", 25.4), of(margins, "left", 25.4), of(margins, "right", 25.4),
        of(margins, "header", 12.7), title is not None and is_on(title.get(f"{W}val")),
    )  # fmt: skip


def _default_tab(settings: Element | None) -> float:
    stop = None if settings is None else settings.find(f"{W}defaultTabStop")
    value = None if stop is None else millimetres(stop.get(f"{W}val"))
    return value or DEFAULT_TAB


def _switch(settings: Element | None, name: str) -> bool:
    item = None if settings is None else settings.find(f"{W}{name}")
    return item is not None and is_on(item.get(f"{W}val"))


def _numbering_levels(numbering: Element | None) -> dict[tuple[str, str], Look]:
    levels: dict[tuple[str, str], Look] = {}
    if numbering is None:
        return levels
    abstract = {
        item.get(f"{W}abstractNumId"): item for item in numbering.iterfind(f"{W}abstractNum")
    }
    for number in numbering.iterfind(f"{W}num"):
        reference = number.find(f"{W}abstractNumId")
        source = abstract.get(None if reference is None else reference.get(f"{W}val"))
        for level in () if source is None else source.iterfind(f"{W}lvl"):
            key = (number.get(f"{W}numId") or "", level.get(f"{W}ilvl") or "0")
            levels[key] = paragraph_look(level.find(f"{W}pPr"))
    return levels
