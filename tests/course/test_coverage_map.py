"""The map of the course text: 257 points and the tree that they make."""

from __future__ import annotations

import pytest

from course import coverage_map


def test_the_map_has_257_points_with_ids_of_their_own() -> None:
    points = list(coverage_map.load())

    assert len(points) == len({point.id for point in points}) == 257


@pytest.mark.parametrize(
    ("point", "parent"),
    [
        ("I.2.1", "I.2"),
        ("I.3.b.NV1.6.a", "I.3.b.NV1.6"),
        ("II.1.1.a.CC1", "II.1.1.a.CC"),
        ("II.2.2.c.T5.M1", "II.2.2.c.T5"),
        ("M.1.1", "M.1"),
        ("I", None),
        ("M", None),
        ("M.1", None),
    ],
)
def test_a_point_hangs_below_its_heading(point: str, parent: str | None) -> None:
    assert coverage_map.load()[point].parent == parent


def test_every_point_but_a_root_is_the_child_of_its_parent() -> None:
    points = coverage_map.load()

    for point in points:
        if point.parent is not None:
            assert point.id in points[point.parent].children


def test_the_leaves_of_a_duty_are_its_lowest_points() -> None:
    leaves = [leaf.id for leaf in coverage_map.load().leaves("I.3.b.NV1.1")]

    assert leaves == [f"I.3.b.NV1.1.{letter}" for letter in "abcd"]


def test_every_point_belongs_to_one_of_the_parts() -> None:
    assert {point.part for point in coverage_map.load()} == set(coverage_map.PARTS)
