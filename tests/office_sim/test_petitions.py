"""Petitions: conditions, where they go, and the last day of notice in working days."""

from dataclasses import replace
from datetime import date

import pytest

from office_sim.calendar import WorkCalendar
from office_sim.petitions import Content, Petition, Route, Target

CALENDAR = WorkCalendar()
COMPLAINT = Petition(Content.COMPLAINT, Target.STATE, date(2026, 10, 5))
ANONYMOUS = Petition(
    Content.DENUNCIATION, Target.PARTY, date(2026, 10, 5), named=False, signed=False
)


@pytest.mark.parametrize("missing", ["named", "signed", "dated"])
def test_one_thing_missing_is_enough_to_be_incomplete(missing: str) -> None:
    assert COMPLAINT.is_complete
    assert not replace(COMPLAINT, **{missing: False}).is_complete  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("petition", "route"),
    [
        (COMPLAINT, Route.GOVERNMENT),
        (replace(COMPLAINT, target=Target.PARTY), Route.INSPECTION),
        (replace(COMPLAINT, target=Target.BOTH), Route.SPLIT),
        (replace(COMPLAINT, signed=False), Route.ASK),
        (ANONYMOUS, Route.KEEP),
        (replace(ANONYMOUS, evidence=True), Route.INSPECTION),
        (replace(ANONYMOUS, evidence=True, content=Content.COMPLAINT), Route.KEEP),
    ],
)
def test_a_petition_goes_to_whom_it_concerns_or_waits_for_what_is_missing(
    petition: Petition, route: Route
) -> None:
    assert petition.route is route


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2026, 10, 5), date(2026, 10, 19)),
        (date(2026, 10, 9), date(2026, 10, 23)),
        (date(2026, 8, 24), date(2026, 9, 10)),  # Quốc khánh: nghỉ 31/8, 01/9, 02/9
        (date(2026, 12, 21), date(2027, 1, 5)),  # Tết Dương lịch
    ],
)
def test_notice_is_due_ten_working_days_after_the_day_of_receipt(
    received: date, last: date
) -> None:
    assert replace(COMPLAINT, received=received).notify_by(CALENDAR) == last


def test_nobody_is_told_where_nobody_has_signed() -> None:
    assert ANONYMOUS.notify_by(CALENDAR) is None
