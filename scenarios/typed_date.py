"""Days as people in an office write them: `05/10/2026`, `5-10-26`, `ngày 5 tháng 10 năm 2026`."""

from __future__ import annotations

import re
from datetime import date

DATE_HINT_VI = "Ngày viết như 05/10/2026 hoặc 5/10."
_PARTS = re.compile(
    r"(?:ngày\s*)?(\d{1,2})(?:\s*[/.-]\s*|\s*tháng\s*)(\d{1,2})"
    r"(?:(?:\s*[/.-]\s*|\s*năm\s*)(\d{4}|\d{2}))?"
)
_WEEKDAY = re.compile(r"^(?:thứ\s*\w+|chủ\s*nhật)\s*,?\s*")


def date_of(text: str, year: int) -> date | None:
    """The day that was typed; without a year it is in `year`. None if it is no day."""
    found = _PARTS.fullmatch(_WEEKDAY.sub("", text.strip().casefold()))
    if found is None:
        return None
    given = int(found[3]) if found[3] else year
    try:
        return date(given + 2000 if given < 100 else given, int(found[2]), int(found[1]))
    except ValueError:
        return None


def written(day: date) -> str:
    """The day as a paper writes it: "05/10/2026"."""
    return f"{day:%d/%m/%Y}"
