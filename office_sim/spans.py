"""Spans of office time as people write them in case files: "45m", "2h", "1h30m", "2d"."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated, Any

from pydantic import BeforeValidator

_SPAN = re.compile(r"^(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?$")


def parse_span(text: str) -> timedelta:
    """The span written as days, hours, minutes ("1d2h30m"). Raises ValueError if it is not one."""
    match = _SPAN.match(text)
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


def _read(value: Any) -> Any:
    return parse_span(value) if isinstance(value, str) else value


Span = Annotated[timedelta, BeforeValidator(_read)]
"""A timedelta that is written in files as "1h30m"."""
