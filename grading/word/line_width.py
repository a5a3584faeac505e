"""How wide a line of Times New Roman prints, near enough to draw a rule of the same length."""

from __future__ import annotations

import unicodedata

# Advance widths of Times New Roman Bold in thousandths of the size.
_BOLD = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        (722, 667, 722, 722, 667, 611, 778, 778, 389, 500, 778, 667, 944, 722, 778, 611, 778,
         722, 556, 667, 722, 722, 1000, 722, 722, 667),
        strict=True,
    )
)  # fmt: skip
_SMALL = 500
_SPACE = 250


def width_mm(text: str, size: float) -> float:
    """The printed width in mm of bold text of `size` points."""
    total = 0
    for letter in text:
        base = unicodedata.normalize("NFD", letter.replace("Đ", "D").replace("đ", "d"))[0]
        if base == " ":
            total += _SPACE
        else:
            total += _BOLD.get(base, _SMALL if base.islower() else 556)
    return total / 1000 * size * 25.4 / 72
