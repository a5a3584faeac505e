"""Anchored times, and what a happening may hold."""

from datetime import datetime, timedelta

import pytest
from pydantic import ValidationError

from office_sim.happenings import Anchor, AnchoredTime, Effect, Happening

ANCHORS = {
    Anchor.START: datetime(2026, 9, 22, 7, 30),
    Anchor.MEETING: datetime(2026, 9, 22, 10, 0),
    Anchor.MEETING_END: datetime(2026, 9, 22, 11, 0),
    Anchor.NEXT_DAY: datetime(2026, 9, 23, 7, 30),
}


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("start", "2026-09-22 07:30"),
        ("start+20m", "2026-09-22 07:50"),
        ("meeting-1h30m", "2026-09-22 08:30"),
        ("meeting_end+2h", "2026-09-22 13:00"),
        ("next_day+1d", "2026-09-24 07:30"),
    ],
)
def test_a_time_is_counted_from_its_anchor(text: str, moment: str) -> None:
    assert AnchoredTime.parse(text).moment(ANCHORS) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("noon", "“noon” không phải mốc thời gian; dùng: start, meeting, meeting_end, next_day"),
        ("start+20", "“20” không phải khoảng thời gian"),
        ("start+", "không phải khoảng thời gian"),
        ("start+1h--5m", "không phải khoảng thời gian"),
        ("08:30", "không phải mốc thời gian"),
        ("", "không phải mốc thời gian"),
    ],
)
def test_a_time_that_cannot_be_read_says_what_may_stand_there(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        AnchoredTime.parse(text)


def test_a_wrong_time_is_found_when_the_happening_is_read() -> None:
    with pytest.raises(ValidationError, match="không phải mốc thời gian"):
        Happening.model_validate({"id": "a", "at": "nooon"})


def test_a_happening_with_choices_is_an_inject() -> None:
    plain = Happening.model_validate({"id": "a", "at": "start"})
    inject = Happening.model_validate(
        {"id": "b", "at": "start", "choices": [{"id": "x", "text": "Làm"}]}
    )
    assert (plain.is_inject, inject.is_inject) == (False, True)
    choice = inject.choice("x")
    assert choice is not None
    assert choice.text == "Làm"
    assert inject.choice("y") is None


def test_a_span_of_an_effect_is_written_in_words_of_time() -> None:
    effect = Effect.model_validate({"kind": "away", "target": "mai", "span": "30m"})
    assert effect.span == timedelta(minutes=30)
    with pytest.raises(ValidationError):
        Effect.model_validate({"kind": "away", "span": 30})
