"""Office time as people write it in files: spans such as "45m" or "1h30m", and moments."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

_SPAN = re.compile(r"(?:(\d{1,4})d)?(?:(\d{1,4})h)?(?:(\d{1,4})m)?")


def parse_span(text: str) -> timedelta:
    """The span written as days, hours, minutes ("1d2h30m"). Raises ValueError if it is not one."""
    match = _SPAN.fullmatch(text)
    if not text or match is None:
        raise ValueError(f"“{text}” không phải khoảng thời gian; viết như 45m, 2h, 1h30m, 2d")
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes)


def format_span(span: timedelta) -> str:
    """The span in Vietnamese words, rounded to minutes: "1 giờ 30 phút"."""
    minutes = round(span.total_seconds() / 60)
    days, rest = divmod(minutes, 24 * 60)
    hours, minutes = divmod(rest, 60)
    parts = [(days, "ngày"), (hours, "giờ"), (minutes, "phút")]
    return " ".join(f"{count} {word}" for count, word in parts if count) or "0 phút"


def _read(value: Any) -> timedelta:
    if isinstance(value, timedelta):
        return value
    if not isinstance(value, str):
        raise ValueError(f"“{value}” không phải khoảng thời gian; viết như 45m, 1h30m, 2d")
    return parse_span(value)


def _local(value: datetime) -> datetime:
    if value.tzinfo is not None:
        raise ValueError("giờ văn phòng là giờ địa phương, không kèm múi giờ; bỏ phần múi giờ")
    return value.replace(second=0, microsecond=0)


Span = Annotated[timedelta, BeforeValidator(_read)]
"""A timedelta that is written in files as "1h30m"; a bare number is a mistake."""

OfficeTime = Annotated[datetime, AfterValidator(_local)]
"""A naive local datetime in whole minutes; what is smaller is cut off."""
