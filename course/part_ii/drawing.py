"""Shapes of the pictures of part II in the kit's colours: boxes, arrows, words, a drawing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from course.look import Html, palette, text

Tone = Literal["dark", "plain", "office", "good"]
_LINE = 20


def drawing(size: tuple[int, int], alt: str, *shapes: str) -> Html:
    """The shapes as SVG that fits the width of the page; `alt` tells the picture in words."""
    width, height = size
    ink = palette()["field-line"]
    tip = (
        '<defs><marker id="vp-tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" '
        f'markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="{ink}"/></marker></defs>'
    )
    return Html(
        f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{text(alt)}" '
        f'style="width:100%;max-width:{width}px;height:auto;'
        f'font-family:var(--vp-font,sans-serif)">{tip}{"".join(shapes)}</svg>'
    )


def box(place: tuple[int, int], size: tuple[int, int], lines: Sequence[str], tone: Tone) -> str:
    """A box with its lines of words, the first one strong; `place` is the upper left corner."""
    (left, top), (width, height) = place, size
    paper, ink, edge = _colours(tone)
    first = top + height / 2 - (len(lines) - 1) * _LINE / 2 + 5
    words = "".join(
        f'<text x="{left + width / 2}" y="{first + number * _LINE}" text-anchor="middle" '
        f'font-size="{14 if number else 16}" font-weight="{400 if number else 650}" '
        f'fill="{ink}">{text(line)}</text>'
        for number, line in enumerate(lines)
    )
    return (
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" rx="8" fill="{paper}" '
        f'stroke="{edge}" stroke-width="2"/>{words}'
    )


def arrow(start: tuple[int, int], end: tuple[int, int]) -> str:
    """A line with a tip at its end."""
    return (
        f'<line x1="{start[0]}" y1="{start[1]}" x2="{end[0]}" y2="{end[1]}" '
        f'stroke="{palette()["field-line"]}" stroke-width="2" marker-end="url(#vp-tip)"/>'
    )


def word(place: tuple[int, int], words: str) -> str:
    """A small line of words beside a shape, centred at `place`."""
    return (
        f'<text x="{place[0]}" y="{place[1]}" text-anchor="middle" font-size="14" '
        f'font-style="italic" fill="{palette()["soft-ink"]}" stroke="#ffffff" stroke-width="5" '
        f'paint-order="stroke">{text(words)}</text>'
    )


def _colours(tone: Tone) -> tuple[str, str, str]:
    """Paper, ink and edge."""
    colour = palette()
    return {
        "dark": (colour["main-dark"], "#ffffff", colour["main"]),
        "plain": (colour["soft-paper"], colour["ink"], colour["line"]),
        "office": (colour["warn-paper"], colour["ink"], colour["focus"]),
        "good": (colour["good-paper"], colour["good-ink"], colour["good-ink"]),
    }[tone]
