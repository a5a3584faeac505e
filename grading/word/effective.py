"""Effective formatting: direct, character style, paragraph style and bases, table, defaults."""

from __future__ import annotations

from typing import Any

from grading.word.measures import is_on, millimetres, points
from grading.word.parts_xml import A, Element, W

Look = dict[str, Any]
"""What one level sets; keys as in _RUN and _PARAGRAPH, unset keys are missing."""

_TOGGLES = ("bold", "italic", "caps")
_SWITCHES = {f"{W}b": "bold", f"{W}i": "italic", f"{W}caps": "caps", f"{W}vanish": "hidden"}
_APPLICATION: Look = {"ascii": "Times New Roman", "hansi": "Times New Roman", "size": 10.0}
"""What Word itself takes where not even the document's defaults say anything."""


class Styles:
    """A document's styles, resolved once each and kept."""

    def __init__(self, styles: Element | None, theme: Element | None) -> None:
        self._fonts = _theme_fonts(theme)
        self._elements: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        self._runs: dict[str, Look] = {}
        self._paragraphs: dict[str, Look] = {}
        self._run_base: Look = dict(_APPLICATION)
        self._paragraph_base: Look = {}
        if styles is not None:
            self._learn(styles)

    def paragraph(self, style: str | None, direct: Look, table: str | None, listed: Look) -> Look:
        """A paragraph's effective values; `listed` is what its numbering level sets."""
        chain = self._paragraph_chain(style or self._defaults.get("paragraph", ""), set())
        below = self._paragraph_chain(table, set()) if table else {}
        looks = (listed, chain) if "number" in chain else (chain, listed)
        return {**self._paragraph_base, **below, **looks[0], **looks[1], **direct}

    def run(
        self, style: str | None, paragraph: str | None, direct: Look, table: str | None
    ) -> Look:
        """A run's effective values; switches set on several style levels cancel out (17.7.3)."""
        of_paragraph = self._run_chain(paragraph or self._defaults.get("paragraph", ""), set())
        of_character = self._run_chain(style, set()) if style else {}
        of_table = self._run_chain(table, set()) if table else {}
        look = {**self._run_base, **of_table, **of_paragraph, **of_character}
        for toggle in _TOGGLES:
            levels = (of_table, of_paragraph, of_character)
            look[toggle] = bool(sum(bool(level.get(toggle)) for level in levels) % 2) or bool(
                self._run_base.get(toggle)
            )
        look.update(direct)
        return look

    def run_look(self, properties: Element | None) -> Look:
        """What one w:rPr sets, theme fonts already named."""
        look: Look = {}
        for item in () if properties is None else properties:
            tag = item.tag
            if tag == f"{W}rFonts":
                self._learn_fonts(item, look)
            elif tag == f"{W}sz":
                size = points(item.get(f"{W}val"), per_point=2)
                if size:
                    look["size"] = size
            elif tag in _SWITCHES:
                look[_SWITCHES[tag]] = is_on(item.get(f"{W}val"))
            elif tag == f"{W}u":
                look["underline"] = is_on(item.get(f"{W}val"))
            elif tag == f"{W}color":
                look["color"] = (item.get(f"{W}val") or "auto").upper()
        return look

    def _learn_fonts(self, item: Element, look: Look) -> None:
        for slot, key in (("ascii", "ascii"), ("hAnsi", "hansi")):
            theme = self._fonts.get(item.get(f"{W}{slot}Theme") or "")
            name = theme or item.get(f"{W}{slot}")
            if name:
                look[key] = name

    def _learn(self, styles: Element) -> None:
        for style in styles.iterfind(f"{W}style"):
            name = style.get(f"{W}styleId") or ""
            self._elements[name] = style
            if style.get(f"{W}default") in ("1", "true", "on"):
                self._defaults[style.get(f"{W}type") or ""] = name
        run = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._run_base.update(self.run_look(run))
        self._paragraph_base = paragraph_look(styles.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))

    def _run_chain(self, style: str | None, seen: set[str]) -> Look:
        if not style or style in seen or style not in self._elements:
            return {}
        if style not in self._runs:
            element = self._elements[style]
            base = self._run_chain(_base(element), seen | {style})
            self._runs[style] = {**base, **self.run_look(element.find(f"{W}rPr"))}
        return self._runs[style]

    def _paragraph_chain(self, style: str | None, seen: set[str]) -> Look:
        if not style or style in seen or style not in self._elements:
            return {}
        if style not in self._paragraphs:
            element = self._elements[style]
            base = self._paragraph_chain(_base(element), seen | {style})
            self._paragraphs[style] = {**base, **paragraph_look(element.find(f"{W}pPr"))}
        return self._paragraphs[style]


def paragraph_look(properties: Element | None) -> Look:
    """What one w:pPr sets: indents in mm, spacing in points."""
    look: Look = {}
    for item in () if properties is None else properties:
        tag = item.tag
        if tag == f"{W}jc":
            look["align"] = _ALIGNMENTS.get(item.get(f"{W}val") or "", "left")
        elif tag == f"{W}ind":
            _learn_indent(item, look)
        elif tag == f"{W}spacing":
            _learn_spacing(item, look)
        elif tag == f"{W}contextualSpacing":
            look["contextual"] = is_on(item.get(f"{W}val"))
        elif tag == f"{W}pBdr":
            for side in ("top", "bottom"):
                border = item.find(f"{W}{side}")
                if border is not None:
                    look[side] = border.get(f"{W}val") not in (None, "nil", "none")
        elif tag == f"{W}numPr":
            number = item.find(f"{W}numId")
            level = item.find(f"{W}ilvl")
            look["number"] = None if number is None else number.get(f"{W}val")
            look["level"] = "0" if level is None else level.get(f"{W}val") or "0"
        elif tag == f"{W}framePr" and item.get(f"{W}xAlign"):
            look["frame"] = item.get(f"{W}xAlign")
    return look


_ALIGNMENTS = {
    "both": "justify", "distribute": "justify", "thaiDistribute": "justify", "center": "center",
    "right": "right", "end": "right", "left": "left", "start": "left",
}  # fmt: skip


def _learn_indent(item: Element, look: Look) -> None:
    left = millimetres(item.get(f"{W}left") or item.get(f"{W}start"))
    first = millimetres(item.get(f"{W}firstLine"))
    hanging = millimetres(item.get(f"{W}hanging"))
    if left is not None:
        look["left"] = left
    if hanging is not None:
        look["first"] = -hanging
    elif first is not None:
        look["first"] = first


def _learn_spacing(item: Element, look: Look) -> None:
    for side in ("before", "after"):
        value = points(item.get(f"{W}{side}"))
        if value is not None:
            look[side] = value
        automatic = item.get(f"{W}{side}Autospacing")
        if automatic is not None and is_on(automatic):
            look[side] = 14.0
    line = points(item.get(f"{W}line"))
    if line is not None:
        rule = item.get(f"{W}lineRule") or "auto"
        look["line_rule"] = rule if rule in ("exact", "atLeast") else "auto"
        look["line"] = line if look["line_rule"] != "auto" else line / 12


def _base(style: Element) -> str | None:
    based_on = style.find(f"{W}basedOn")
    value = None if based_on is None else based_on.get(f"{W}val")
    return None if value is None else str(value)


def _theme_fonts(theme: Element | None) -> dict[str, str]:
    fonts: dict[str, str] = {}
    if theme is None:
        return fonts
    for kind in ("major", "minor"):
        latin = theme.find(f"{A}themeElements/{A}fontScheme/{A}{kind}Font/{A}latin")
        name = "" if latin is None else latin.get("typeface") or ""
        for slot in ("Ascii", "HAnsi"):
            fonts[f"{kind}{slot}"] = name
    return fonts
