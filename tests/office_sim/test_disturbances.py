"""Disturbances: the same world on a worse day, and nothing else of it changed."""

from __future__ import annotations

from datetime import timedelta

from office_sim.disturbances import disturb
from office_sim.roads import Road
from scenarios.case import load_case

WORLD = load_case("tham_27_7").world
SPAN = timedelta(minutes=7)


def test_the_quick_ways_to_change_a_record_change_only_what_they_name() -> None:
    for person in WORLD.people:
        assert person.on_another_day((), ("phone",), SPAN, 2 * SPAN) == person._replace(
            diary=(), mute=("phone",), answer_time=SPAN, travel=2 * SPAN
        )
    for task in WORLD.tasks:
        assert task.taking(SPAN) == task._replace(duration=SPAN)
    road = Road("r", "a", "b", 5, "đường liên thôn", floods=True)
    assert road.taking(9) == road._replace(minutes=9)


def test_a_bad_day_changes_people_tasks_rooms_and_roads_and_no_names() -> None:
    day = disturb(WORLD, "một ngày")
    assert day == disturb(WORLD, "một ngày") != disturb(WORLD, "ngày khác")
    for before, after in ((WORLD.people, day.people), (WORLD.tasks, day.tasks)):
        assert [one.id for one in before] == [one.id for one in after]
    assert WORLD.tasks != day.tasks
    assert WORLD.visits is not None and day.visits is not None
    assert WORLD.visits.roads != day.visits.roads
    assert (day.happenings, day.papers, day.meeting) == (
        WORLD.happenings,
        WORLD.papers,
        WORLD.meeting,
    )
