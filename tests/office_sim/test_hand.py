"""The trainer's hand: fired, skipped, put off; never twice, never lost, the same bytes again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any

import pytest

from office_sim.hand import HandKind, Touch
from office_sim.log import EventKind
from office_sim.orders import Decision
from office_sim.simulation import Run, simulate

from .conftest import WORLD, happening

CHOICES: list[dict[str, Any]] = [{"id": "a", "text": "A"}, {"id": "b", "text": "B"}]
POWER = happening("mat_dien", at="start+1h", choices=CHOICES)
AFTER = happening(
    "sau_do", on={"kind": "inject_raised", "subject": "mat_dien"}, after="5m", choices=CHOICES
)
DECIDED = {name: Decision(name, "a") for name in ("mat_dien", "sau_do")}
START = WORLD.start


def touch(kind: HandKind, at: timedelta, span: str = "0", inject: str = "mat_dien") -> Touch:
    return Touch(kind, inject, START + at, timedelta(minutes=int(span)))


def run(*touches: Touch, decided: bool = True, until: datetime | None = None) -> Run:
    world = replace(WORLD, tasks=(), happenings=(POWER, AFTER))
    return simulate(world, (), DECIDED if decided else {}, touches=touches, until=until)


def raised(run: Run, inject: str = "mat_dien") -> list[timedelta]:
    events: Sequence[Any] = run.office.events(EventKind.INJECT_RAISED)
    return [one.at - START for one in events if one.subject == inject]


HOUR, TEN = timedelta(hours=1), timedelta(minutes=10)


def test_an_untouched_inject_takes_its_own_course() -> None:
    assert raised(run()) == [HOUR]


def test_a_fired_inject_comes_at_once_and_not_a_second_time() -> None:
    done = run(touch(HandKind.FIRE, TEN))
    assert raised(done) == [TEN]
    assert raised(done, "sau_do") == [TEN + timedelta(minutes=5)]


def test_a_skipped_inject_never_comes_and_the_log_says_so() -> None:
    done = run(touch(HandKind.SKIP, TEN))
    assert raised(done) == []
    assert [one.subject for one in done.office.events(EventKind.INJECT_SKIPPED)] == ["mat_dien"]
    assert done.finished


def test_delays_add_up_even_while_one_is_running() -> None:
    delays = (touch(HandKind.DELAY, TEN, "30"), touch(HandKind.DELAY, HOUR + TEN, "30"))
    assert raised(run(*delays)) == [2 * HOUR]


def test_a_delayed_inject_can_still_be_fired_and_comes_once() -> None:
    done = run(touch(HandKind.DELAY, TEN, "120"), touch(HandKind.FIRE, HOUR + TEN))
    assert raised(done) == [HOUR + TEN]


@pytest.mark.parametrize("kind", HandKind)
def test_what_comes_too_late_changes_nothing(kind: HandKind) -> None:
    assert run(touch(kind, 2 * HOUR, "30")).log.to_csv() == run().log.to_csv()


@pytest.mark.parametrize("kind", HandKind)
def test_an_inject_that_there_is_not_is_passed_over(kind: HandKind) -> None:
    assert run(touch(kind, TEN, "30", "khong_co")).log.to_csv() == run().log.to_csv()


def test_an_inject_raised_in_the_same_minute_stays_as_it_was_seen() -> None:
    """A touch comes after all else of its minute: what one saw cannot vanish."""
    assert raised(run(touch(HandKind.SKIP, HOUR))) == [HOUR]


@pytest.mark.parametrize(("first", "second"), list(product(HandKind, HandKind)))
def test_two_touches_in_one_minute_never_give_an_inject_twice(
    first: HandKind, second: HandKind
) -> None:
    done = run(touch(first, TEN, "30"), touch(second, TEN, "30"))
    assert len(raised(done)) <= 1
    assert done.finished


@pytest.mark.parametrize("kind", HandKind)
def test_up_to_the_touch_the_log_is_the_one_that_was_seen(kind: HandKind) -> None:
    seen = run(until=START + TEN).log.to_csv()
    assert run(touch(kind, TEN, "30"), until=START + TEN).log.to_csv().startswith(seen)
    assert run(touch(kind, TEN, "30")).log.to_csv().startswith(seen)


def test_a_fired_inject_waits_for_its_decision_like_any_other() -> None:
    waiting = run(touch(HandKind.FIRE, TEN), decided=False)
    assert waiting.waiting is not None
    assert waiting.now == START + TEN
    both = (touch(HandKind.FIRE, TEN), touch(HandKind.FIRE, TEN, inject="sau_do"))
    first = run(*both, decided=False)
    assert [one.id for one in first.office.waiting] == ["mat_dien"], "the second one waits its turn"
    assert raised(run(*both), "sau_do") == [TEN]


def test_the_same_touches_give_the_same_bytes() -> None:
    touches = (touch(HandKind.DELAY, TEN, "45"), touch(HandKind.FIRE, TEN, inject="sau_do"))
    assert run(*touches).log.to_csv() == run(*touches).log.to_csv()
