"""Tasks and what can be picked when they are ordered."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from office_sim.log import EventKind
from office_sim.orders import Option, Order

from .conftest import only, order, run, task

ONE = Option("room", ("hoi_truong", "phong_hop"))
MANY = Option("nhom", ("a", "b", "c"), several=True)


@pytest.mark.parametrize(
    ("option", "given_value", "picked"),
    [
        (ONE, "phong_hop", "phong_hop"),
        (ONE, "san_dinh", ""),
        (ONE, ("phong_hop",), "phong_hop"),
        (ONE, ("hoi_truong", "phong_hop"), ""),
        (ONE, (), ""),
        (MANY, ("c", "a"), ("a", "c")),
        (MANY, ("a", "a", "z"), ("a",)),
        (MANY, "b", ("b",)),
        (MANY, (), ()),
    ],
)
def test_only_what_is_offered_can_be_picked_and_one_where_one_is_asked(
    option: Option, given_value: str | tuple[str, ...], picked: str | tuple[str, ...]
) -> None:
    assert option.picked(given_value) == picked


@given(st.lists(st.sampled_from("abcdxyz")))
def test_several_picks_come_in_the_order_of_the_offer(values: list[str]) -> None:
    picked = MANY.picked(tuple(values))
    assert list(picked) == [one for one in "abc" if one in values]


def test_options_that_a_task_does_not_offer_are_not_picked() -> None:
    work = task("viec", EventKind.LIST_PROPOSED, options=(MANY,))
    given_options = {"nhom": ("b", "z"), "competent": "yes", "kind": "x", "subject": "y"}
    assert work.picks(given_options) == {"nhom": ("b",)}


def test_a_task_made_by_hand_takes_any_option_even_with_the_name_of_a_field() -> None:
    work = task("viec", EventKind.LIST_PROPOSED)
    done = run([work], [order("viec", kind="x", actor="y", subject="z")])
    assert only(done, EventKind.LIST_PROPOSED).detail["kind"] == "x"


def test_an_order_without_options_shares_nothing_with_another() -> None:
    first = Order("a", "a", "tam", datetime(2026, 9, 22))
    with pytest.raises(TypeError):
        first.options["x"] = "y"  # type: ignore[index]
    assert Order("b", "b", "tam", datetime(2026, 9, 22)).options == {}


def test_somebody_whose_work_it_is_not_takes_half_as_long_again_in_whole_minutes() -> None:
    work = task("viec", EventKind.LIST_PROPOSED, duration=timedelta(minutes=15))
    slow = run([work], [order("viec", who="khoa", at="8:00")])
    quick = run([work], [order("viec", who="tam", at="8:00")])
    assert f"{only(slow, EventKind.LIST_PROPOSED).at:%H:%M}" == "08:23"
    assert f"{only(quick, EventKind.LIST_PROPOSED).at:%H:%M}" == "08:15"
    assert only(slow, EventKind.LIST_PROPOSED).detail["competent"] is False
