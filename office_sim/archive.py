"""Handing finished files over to the office's archive: until when.

Sources: rules D11 (within a year of the work's end) and D12 (building works: three months after
settlement); Nghị định 30/2020/NĐ-CP Điều 30.2, Luật Lưu trữ 33/2024/QH15.
"""

from __future__ import annotations

import calendar
from datetime import date
from enum import StrEnum

from office_sim import rulebook


class FileKind(StrEnum):
    """What a finished file is about."""

    WORK = "cong_viec"
    BUILDING = "xay_dung"


RULE_OF = {FileKind.WORK: "D11", FileKind.BUILDING: "D12"}
MONTHS_OF_UNIT = {"năm": 12, "tháng": 1}


def hand_over_by(ended: date, kind: FileKind) -> date:
    """The last day for handing a file over; `ended` is when the work, or settlement, was done."""
    rule = rulebook.load()[RULE_OF[kind]]
    return months_later(ended, int(rule.maximum or 0) * MONTHS_OF_UNIT[str(rule.unit)])


def months_later(day: date, count: int) -> date:
    """The same day of the month so many months later, the month's last day if it has fewer."""
    month = day.month - 1 + count
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
