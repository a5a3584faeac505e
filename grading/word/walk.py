"""The order of paragraphs in a file: body, table cells, text boxes, as a reader meets them."""

from __future__ import annotations

from collections.abc import Iterator

from grading.word.document import Where
from grading.word.parts_xml import MC, Element, W

_CONTAINERS = (
    f"{W}sdt",
    f"{W}sdtContent",
    f"{W}customXml",
    f"{W}ins",
    f"{W}moveTo",
    f"{W}smartTag",
)
_DRAWINGS = (f"{W}drawing", f"{W}pict", f"{W}object")

Found = tuple[Element, Where, str | None]
"""A w:p, the place it stands in, and the style id of its table (None outside tables)."""


def walk(body: Element) -> Iterator[Found]:
    """Every paragraph below a w:body; the counting of `Paragraph.index` follows this order."""
    counter = _Counter()
    yield from _blocks(body, Where("body"), None, counter)


def walk_area(root: Element, area: str) -> Iterator[Found]:
    """Every paragraph of a header or footer part."""
    yield from _blocks(root, Where(area), None, _Counter())


class _Counter:
    def __init__(self) -> None:
        self.tables = 0


def _blocks(parent: Element, where: Where, style: str | None, counter: _Counter) -> Iterator[Found]:
    for child in parent:
        tag = child.tag
        if tag == f"{W}p":
            yield child, where, style
            yield from _boxes(child, counter)
        elif tag == f"{W}tbl":
            yield from _table(child, where, counter)
        elif tag in _CONTAINERS:
            yield from _blocks(child, where, style, counter)


def _table(table: Element, where: Where, counter: _Counter) -> Iterator[Found]:
    nested = where.table is not None
    number = where.table if nested else counter.tables
    counter.tables += 0 if nested else 1
    named = table.find(f"{W}tblPr/{W}tblStyle")
    style = None if named is None else named.get(f"{W}val")
    for row_number, row in enumerate(_children(table, f"{W}tr")):
        cells = list(_children(row, f"{W}tc"))
        for column, cell in enumerate(cells):
            place = where if nested else Where(where.area, number, row_number, column, len(cells))
            yield from _blocks(cell, place, style, counter)


def _children(parent: Element, tag: str) -> Iterator[Element]:
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _CONTAINERS:
            yield from _children(child, tag)


def _boxes(paragraph: Element, counter: _Counter) -> Iterator[Found]:
    if next(paragraph.iter(*_DRAWINGS), None) is None:
        return
    for box in paragraph.iter(f"{W}txbxContent"):
        ancestors = list(box.iterancestors())
        inside = ancestors[: ancestors.index(paragraph)]
        if any(a.tag == f"{MC}Fallback" or a.tag == f"{W}txbxContent" for a in inside):
            continue
        yield from _blocks(box, Where("textbox"), None, counter)
