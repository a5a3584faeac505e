"""Word's measures (twips, half points, or with a unit) as millimetres and points."""

from __future__ import annotations

import re

_MEASURE = re.compile(r"\s*(-?\d+(?:\.\d+)?)\s*(mm|cm|in|pt|pc|pi)?\s*$")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0}
_MM = 25.4 / 72


def points(value: str | None, per_point: int = 20) -> float | None:
    """A measure in points; a bare number counts `per_point` to the point. None if unreadable."""
    match = _MEASURE.match(value or "")
    if match is None:
        return None
    number, unit = float(match.group(1)), match.group(2)
    found = number * _POINTS[unit] if unit else number / per_point
    return found if abs(found) < 1e5 else None


def millimetres(value: str | None) -> float | None:
    """A measure in millimetres; a bare number is in twips. None if unreadable."""
    found = points(value)
    return None if found is None else found * _MM


def is_on(value: str | None) -> bool:
    """The meaning of a switch's w:val: a missing value means on."""
    return value not in ("0", "false", "off", "none")
