"""Numbers as people in Vietnam type and read them: `1.600`, `0,5`, `7 ngày`."""

from __future__ import annotations

import re


def number_of(text: object) -> float | None:
    """The one number in a typed text; None if there is none or more than one ("5 - 7").

    Dots between groups of three digits are thousands; a comma, or any other dot, is the decimal.
    """
    if isinstance(text, bool) or not isinstance(text, str | int | float):
        return None
    found = re.fullmatch(r"\D*?(-?\d+(?:[.,]\d+)*)\D*", str(text).strip())
    if not found:
        return None
    digits = found[1]
    if re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", digits):
        digits = digits.replace(".", "")
    digits = digits.replace(",", ".")
    return float(digits) if digits.count(".") <= 1 else None


def written(value: float) -> str:
    """The number with a comma as decimal sign and no needless zeros."""
    whole = int(value) if float(value).is_integer() else None
    return str(whole) if whole is not None else f"{value:.10g}".replace(".", ",")
