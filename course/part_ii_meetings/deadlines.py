"""The four deadlines of a meeting as days of the calendar: papers before it, minutes after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from office_sim import rulebook
from office_sim.calendar import WEEKDAYS_VI, WorkCalendar


@dataclass(frozen=True)
class Body:
    """A body that meets, and the rules for sending its papers and finishing its minutes."""

    id: str
    title: str
    papers_rule: str
    minutes_rule: str

    def papers(self) -> tuple[int, int]:
        """How many days before the meeting the papers should go: at least, and better."""
        return _days(self.papers_rule)

    def minutes(self) -> tuple[int, int]:
        """How many days after the meeting the minutes are due: the aim, and the ceiling."""
        return _days(self.minutes_rule)


BODIES = (
    Body("btv", "Ban thường vụ", "R10", "R12"),
    Body("bch", "Đảng ủy (ban chấp hành)", "R09", "R11"),
)


def body(body_id: str) -> Body:
    """The body with this id. Raises KeyError for another id."""
    return {one.id: one for one in BODIES}[body_id]


def day_vi(day: date) -> str:
    """The day as one writes it: "Thứ Hai 7/9"."""
    return f"{WEEKDAYS_VI[day.weekday()]} {day.day}/{day.month}"


def send_by(meeting: date, days: int, calendar: WorkCalendar) -> date:
    """The last working day that is at least so many calendar days before the meeting."""
    day = meeting - timedelta(days=days)
    while not calendar.is_working_day(day):
        day -= timedelta(days=1)
    return day


def _days(rule_id: str) -> tuple[int, int]:
    rule = rulebook.load()[rule_id]
    assert rule.minimum is not None and rule.maximum is not None, rule_id
    return rule.minimum, rule.maximum
