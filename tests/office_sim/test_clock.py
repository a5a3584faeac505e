"""The clock: office time in SimPy, what comes when, and where it stops."""

from __future__ import annotations

from collections.abc import Generator
from datetime import datetime, timedelta

import pytest
import simpy

from office_sim.clock import Clock

EIGHT = datetime(2026, 9, 22, 8)
HOUR = timedelta(hours=1)


def note(
    clock: Clock, seen: list[str], what: str, comes: simpy.Event
) -> Generator[simpy.Event, object, None]:
    yield comes
    seen.append(f"{clock.time:%H:%M} {what}")


def going(clock: Clock, seen: list[str], **comes: simpy.Event) -> None:
    for what, event in comes.items():
        clock.process(note(clock, seen, what, event))


def test_events_come_at_their_hour_and_the_clock_stops_where_it_was_told_to() -> None:
    clock, seen = Clock(EIGHT), list[str]()
    going(
        clock,
        seen,
        later=clock.after(2 * HOUR),
        at_the_stop=clock.until(EIGHT + HOUR),
        passed=clock.until(EIGHT - HOUR),
    )

    clock.run_to(EIGHT + HOUR, ())

    assert seen == ["08:00 passed", "09:00 at_the_stop"]
    assert clock.time == clock.now == EIGHT + HOUR
    clock.run_to(EIGHT, ())  # an hour that has passed changes nothing
    assert clock.time == EIGHT + HOUR
    clock.run_to(EIGHT + 5 * HOUR, ())
    assert seen[2:] == ["10:00 later"]
    assert clock.time == EIGHT + 5 * HOUR


def test_what_comes_at_the_end_of_a_moment_comes_after_all_that_the_moment_brings() -> None:
    clock, seen = Clock(EIGHT), list[str]()

    def brings_more() -> Generator[simpy.Event, object, None]:
        yield clock.after(HOUR)
        clock.process(note(clock, seen, "brought", clock.after(timedelta())))

    going(clock, seen, last=clock.at_the_end_of(EIGHT + HOUR))
    clock.process(brings_more())

    clock.run_to(EIGHT + HOUR, ())

    assert seen == ["09:00 brought", "09:00 last"]


def test_a_run_that_was_halted_goes_on_from_there() -> None:
    clock, seen, halt = Clock(EIGHT), list[str](), list[str]()

    def halts() -> Generator[simpy.Event, object, None]:
        yield clock.after(HOUR)
        halt.append("chờ quyết định")

    clock.process(halts())
    going(clock, seen, next=clock.after(2 * HOUR), after=clock.after(4 * HOUR))

    clock.run_to(EIGHT + 3 * HOUR, halt)
    assert (clock.time, seen) == (EIGHT + HOUR, [])

    halt.clear()
    clock.run_to(EIGHT + 5 * HOUR, halt)
    assert seen == ["10:00 next", "12:00 after"]
    assert clock.time == EIGHT + 5 * HOUR


def test_simpys_own_resources_and_conditions_live_in_office_time() -> None:
    clock, seen = Clock(EIGHT), list[str]()
    desk = simpy.Resource(clock)

    def works(who: str) -> Generator[simpy.Event, object, None]:
        with desk.request() as turn:
            yield turn | clock.after(3 * HOUR)
            yield clock.after(HOUR)
            seen.append(f"{clock.time:%H:%M} {who}")

    clock.process(works("lan"))
    clock.process(works("mai"))

    clock.run_to(EIGHT + 3 * HOUR, ())

    assert seen == ["09:00 lan", "10:00 mai"]


def test_what_fails_in_the_office_is_not_passed_over() -> None:
    clock = Clock(EIGHT)

    def fails() -> Generator[simpy.Event, object, None]:
        yield clock.after(HOUR)
        raise ZeroDivisionError

    clock.process(fails())

    with pytest.raises(ZeroDivisionError):
        clock.run_to(EIGHT + 2 * HOUR, ())
