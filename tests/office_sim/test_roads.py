"""Roads: the shortest way by what is open."""

from __future__ import annotations

from datetime import timedelta

from office_sim.roads import IN_VILLAGE, Road, Roads

ROADS = Roads(
    (
        Road("a", "x", "y", 10),
        Road("b", "y", "z", 10, floods=True),
        Road("c", "x", "z", 40),
    )
)
FLOOD = frozenset({"b"})


def minutes(start: str, end: str, closed: frozenset[str] = frozenset()) -> int | None:
    span = ROADS.travel_time(start, end, closed)
    return None if span is None else span // timedelta(minutes=1)


def test_the_shortest_way_is_taken_in_both_directions() -> None:
    assert minutes("x", "z") == minutes("z", "x") == 20


def test_a_flooded_road_makes_one_go_round() -> None:
    assert minutes("x", "z", FLOOD) == 40
    assert minutes("y", "z", FLOOD) == 50


def test_within_a_village_it_takes_a_few_minutes() -> None:
    assert minutes("x", "x") == IN_VILLAGE


def test_without_any_way_there_is_none() -> None:
    assert minutes("x", "z", frozenset({"b", "c"})) is None
    assert ROADS.unreachable("x", ("x", "y", "z"), frozenset({"b", "c"})) == ["z"]


def test_the_path_names_its_roads_in_order() -> None:
    assert [road.id for road in ROADS.path("x", "z")] == ["a", "b"]
    assert [road.id for road in ROADS.path("z", "x")] == ["b", "a"]
    assert [road.id for road in ROADS.path("x", "z", FLOOD)] == ["c"]
    assert ROADS.path("x", "x") == []
