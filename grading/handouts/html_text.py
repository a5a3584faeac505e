"""Putting simple HTML (headings, paragraphs, lists, tables, drawings) into a Word file."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from grading.word.draft import Table

if TYPE_CHECKING:
    from grading.word.write import Writer

_BLOCKS = {"p", "div", "li", "h1", "h2", "h3", "section", "summary", "ul", "ol", "blockquote", "br"}
_HEADINGS = {"h1", "h2", "h3"}
_SILENT = {"style", "script", "button"}
_EMPTY = {"br", "hr", "img", "input"}
_SVG = re.compile(r"<svg\b.*?</svg>", re.S)
_FONTS = "'Segoe UI','Helvetica Neue','Noto Sans','DejaVu Sans',sans-serif"
# The white edge around words: drawn behind them in a browser, over them by this converter.
_HALO = re.compile(r'stroke="#ffffff" stroke-width="\d+"\s+paint-order="stroke"')
_LABEL = re.compile(r'aria-label="([^"]*)"')
_SPACE = re.compile(r"\s+")


def write_html(writer: Writer, html: str) -> None:
    """Write the blocks one after the other; drawings become pictures with their words as text."""
    place = 0
    for found in _SVG.finditer(html):
        _Reader(writer).read(html[place : found.start()])
        label = _LABEL.search(found[0])
        writer.picture(_png(found[0]), label[1] if label else "")
        place = found.end()
    _Reader(writer).read(html[place:])


def _png(svg: str) -> bytes:
    import vl_convert  # heavy; only where a picture goes into Word

    plain = re.sub(r"var\(--[\w-]+,\s*[^)]*\)", _FONTS, svg).replace("width:100%;", "")
    plain = _HALO.sub("", plain)
    if "xmlns=" not in plain:
        plain = plain.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
    return bytes(vl_convert.svg_to_png(plain, scale=2))


class _Reader(HTMLParser):
    """Gathers words until a block ends; a table is written when it is whole."""

    def __init__(self, writer: Writer) -> None:
        super().__init__(convert_charrefs=True)
        self._writer = writer
        self._words: list[str] = []
        self._mark = ""
        self._lists: list[tuple[str, int]] = []
        self._heading = False
        self._silent = 0
        self._rows: list[list[str]] | None = None

    def read(self, html: str) -> None:
        """Write all that the HTML says."""
        self.feed(html)
        self.close()
        self._end_block()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT or (self._silent and tag not in _EMPTY):
            self._silent += 1
        elif ("aria-hidden", "true") in attrs and tag not in _EMPTY:
            self._silent = 1
        elif tag == "table":
            self._end_block()
            self._rows = []
        elif self._rows is not None:
            if tag == "tr":
                self._rows.append([])
            elif tag in ("td", "th"):
                self._words = []
        elif tag in _BLOCKS:
            self._end_block()
            if tag in ("ul", "ol"):
                self._lists.append((dict(attrs).get("type") or tag, 0))
            self._heading = tag in _HEADINGS
            if tag == "li" and self._lists:
                kind, count = self._lists[-1]
                self._lists[-1] = (kind, count + 1)
                self._mark = {"ul": "- ", "A": f"{chr(65 + count)}. "}.get(kind, f"{count + 1}. ")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent -= tag not in _EMPTY
        elif self._rows is not None:
            if tag in ("td", "th") and self._rows:
                self._rows[-1].append(self._taken())
            elif tag == "table":
                self._write_table()
        elif tag in _BLOCKS:
            self._end_block()
            if tag in ("ul", "ol") and self._lists:
                self._lists.pop()

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._words.append(data)

    def _taken(self) -> str:
        words = _SPACE.sub(" ", "".join(self._words)).strip()
        self._words = []
        return words

    def _end_block(self) -> None:
        words, mark, self._mark = self._taken(), self._mark, ""
        if words and self._heading:
            self._writer.heading(words)
        elif words:
            self._writer.text(mark + words)
        elif mark:
            self._mark = mark
        if words:
            self._heading = False

    def _write_table(self) -> None:
        rows = tuple(tuple(row) for row in self._rows or [] if row)
        self._rows = None
        if rows:
            columns = max(len(row) for row in rows)
            lengths = [
                max(6.0, min(40.0, sum(len(row[at]) for row in rows if at < len(row)) / len(rows)))
                for at in range(columns)
            ]
            widths = tuple(165 * length / sum(lengths) for length in lengths)
            full = tuple(row + ("",) * (columns - len(row)) for row in rows)
            self._writer.table(Table(full, widths=widths, size=12))
