"""The runs of one paragraph: their text and look, tracked changes and fields seen through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from grading.word import legacy
from grading.word.document import Run
from grading.word.effective import Styles
from grading.word.parts_xml import MC, Element, W
from grading.word.text import nfc

_THROUGH = {
    f"{W}{name}"
    for name in (
        "hyperlink", "ins", "moveTo", "smartTag", "sdt", "sdtContent", "fldSimple", "customXml",
        "bdo", "dir",
    )
}  # fmt: skip
_GONE = {f"{W}del", f"{W}moveFrom"}
_LETTERS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-",
}  # fmt: skip
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object", f"{MC}AlternateContent")


@dataclass
class Pieces:
    """What a paragraph holds; `fields` are the instructions of its fields ("PAGE")."""

    runs: list[Run] = field(default_factory=list)
    fields: list[tuple[str, float]] = field(default_factory=list)
    changes: int = 0
    hidden: int = 0
    drawing: bool = False
    legacy_font: str = ""


class RunReader:
    """Reads runs with one document's styles."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles

    def read(self, paragraph: Element, style: str | None, table: str | None) -> Pieces:
        """All visible runs of a w:p in order, equal neighbours joined."""
        pieces = Pieces()
        for run in _runs(paragraph, pieces):
            self._add(run, style, table, pieces)
        pieces.runs = _joined(pieces.runs)
        return pieces

    def _add(self, run: Element, style: str | None, table: str | None, pieces: Pieces) -> None:
        properties = run.find(f"{W}rPr")
        named = None if properties is None else properties.find(f"{W}rStyle")
        character = None if named is None else named.get(f"{W}val")
        direct = self._styles.run_look(properties)
        look = self._styles.run(character, style, direct, table)
        text = _text(run, look, pieces)
        if not text:
            return
        if look.get("hidden"):
            pieces.hidden += 1
            return
        font = str(look["ascii"] if text.isascii() else look["hansi"])
        if legacy.encoding_of(font):
            pieces.legacy_font = font
            text = legacy.decode(text, font)
        elif legacy.looks_tcvn3(text):
            pieces.legacy_font = f"{font} (chữ gõ theo bảng mã TCVN3)"
            text = legacy.decode(text, ".VnTime")
        text = nfc(text)
        if look.get("caps"):
            text = text.upper()
        color = look.get("color", "")
        pieces.runs.append(
            Run(
                text, font, look["size"], bool(look.get("bold")), bool(look.get("italic")),
                bool(look.get("underline")), bool(look.get("caps")),
                "" if color == "AUTO" else color,
            )
        )  # fmt: skip


def _runs(parent: Element, pieces: Pieces) -> Iterator[Element]:
    for child in parent:
        tag = child.tag
        if tag == f"{W}r":
            yield child
        elif tag in _THROUGH:
            if tag == f"{W}fldSimple":
                pieces.fields.append(((child.get(f"{W}instr") or "").strip(), 0.0))
            pieces.changes += tag in (f"{W}ins", f"{W}moveTo")
            yield from _runs(child, pieces)
        elif tag in _GONE:
            pieces.changes += 1
        elif tag in _PICTURES:
            pieces.drawing = True


def _text(run: Element, look: dict[str, Any], pieces: Pieces) -> str:
    text = []
    for item in run:
        tag = item.tag
        if tag == f"{W}t":
            text.append(item.text or "")
        elif tag in _LETTERS:
            if tag != f"{W}br" or item.get(f"{W}type") in (None, "textWrapping"):
                text.append(_LETTERS[tag])
        elif tag == f"{W}instrText":
            pieces.fields.append(((item.text or "").strip(), float(look["size"])))
        elif tag in _PICTURES:
            pieces.drawing = True
    return "".join(text)


def _joined(runs: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last is not None and _same_look(last, run):
            joined[-1] = Run(
                nfc(last.text + run.text), run.font, run.size, run.bold, run.italic,
                run.underline, run.caps, run.color,
            )  # fmt: skip
        else:
            joined.append(run)
    return joined


def _same_look(one: Run, other: Run) -> bool:
    return (
        one.font == other.font and one.size == other.size and one.bold == other.bold
        and one.italic == other.italic and one.underline == other.underline
        and one.caps == other.caps and one.color == other.color
    )  # fmt: skip
