"""Spans and moments of office time as people write them."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from office_sim.spans import OfficeTime, Span, format_span, parse_span

SPAN: TypeAdapter[timedelta] = TypeAdapter(Span)
MOMENT: TypeAdapter[datetime] = TypeAdapter(OfficeTime)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("45m", 45), ("2h", 120), ("1h30m", 90), ("2d", 2880), ("1d2h3m", 1563), ("0m", 0)],
)
def test_a_span_is_read_as_days_hours_and_minutes(text: str, minutes: int) -> None:
    assert parse_span(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize("text", ["", "45", "1.5h", "-5m", "30m1h", "5 m", "45m\n", "99999d", "m"])
def test_what_is_no_span_is_refused_with_examples(text: str) -> None:
    with pytest.raises(ValueError, match="viết như 45m, 2h, 1h30m, 2d"):
        parse_span(text)


@pytest.mark.parametrize("value", [45, 1.5, True, None, ["45m"]])
def test_a_bare_number_in_a_file_is_a_mistake(value: Any) -> None:
    with pytest.raises(ValidationError, match="viết như 45m"):
        SPAN.validate_python(value)


@given(st.integers(0, 50 * 24 * 60))
def test_a_span_in_words_names_all_its_minutes(minutes: int) -> None:
    words = format_span(timedelta(minutes=minutes)).split()
    units = {"ngày": 1440, "giờ": 60, "phút": 1}
    pairs = zip(words[::2], words[1::2], strict=True)
    assert sum(int(count) * units[unit] for count, unit in pairs) == minutes


def test_a_span_is_rounded_to_minutes_in_words() -> None:
    assert format_span(timedelta(minutes=89, seconds=40)) == "1 giờ 30 phút"


def test_a_moment_with_a_time_zone_is_refused_and_seconds_are_cut_off() -> None:
    with pytest.raises(ValidationError, match="không kèm múi giờ"):
        MOMENT.validate_python("2026-09-22T13:30:00+07:00")
    assert MOMENT.validate_python("2026-09-22T13:30:59.9") == datetime(2026, 9, 22, 13, 30)
