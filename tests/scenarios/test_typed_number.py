"""Numbers as people type them."""

from __future__ import annotations

import pytest

from scenarios.typed_number import number_of, written


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("18", 18),
        (" 18 ", 18),
        ("18 gạch đầu dòng", 18),
        ("khoảng 18", 18),
        ("1.600", 1600),
        ("23.200.000 đồng", 23_200_000),
        ("0,5", 0.5),
        ("0.5", 0.5),
        ("1.600,5", 1600.5),
        ("-3", -3),
        (7, 7),
        ("", None),
        ("mười", None),
        ("5 - 7", None),
        ("1,2,3", None),
        (None, None),
        (True, None),
        ([5], None),
    ],
)
def test_a_typed_number_is_understood_or_refused(typed: object, number: float | None) -> None:
    assert number_of(typed) == number


@pytest.mark.parametrize(("value", "text"), [(18.0, "18"), (0.5, "0,5"), (1600, "1600")])
def test_a_number_is_written_the_vietnamese_way(value: float, text: str) -> None:
    assert written(value) == text
