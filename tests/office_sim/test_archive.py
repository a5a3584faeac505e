"""Handing over to the archive: a year after the work, three months after settlement."""

from __future__ import annotations

from datetime import date

import pytest

from office_sim.archive import FileKind, hand_over_by, months_later


@pytest.mark.parametrize(
    ("ended", "kind", "last"),
    [
        (date(2026, 3, 15), FileKind.WORK, date(2027, 3, 15)),
        (date(2026, 3, 15), FileKind.BUILDING, date(2026, 6, 15)),
        (date(2026, 11, 30), FileKind.BUILDING, date(2027, 2, 28)),
        (date(2028, 2, 29), FileKind.WORK, date(2029, 2, 28)),
    ],
)
def test_the_last_day_follows_from_the_kind_of_file(
    ended: date, kind: FileKind, last: date
) -> None:
    assert hand_over_by(ended, kind) == last


def test_months_run_over_the_end_of_the_year() -> None:
    assert months_later(date(2026, 12, 31), 2) == date(2027, 2, 28)
