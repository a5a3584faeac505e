"""Patterns: which events are meant."""

from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from office_sim.log import Event, EventKind
from office_sim.patterns import Condition, Pattern

PATTERNS = TypeAdapter(Pattern)
SETS = st.lists(st.sampled_from("abcd"), max_size=4).map(tuple)


def event(**detail: Any) -> Event:
    return Event(0, datetime(2026, 9, 22), EventKind.PAPER_ISSUED, "mai", "bao_cao", detail)


@pytest.mark.parametrize(
    ("fields", "matches"),
    [
        ({"kind": "paper_issued"}, True),
        ({"kind": "paper_signed"}, False),
        ({"kind": "paper_issued", "subject": "bao_cao"}, True),
        ({"kind": "paper_issued", "subject": "phu_luc"}, False),
        ({"kind": "paper_issued", "actor": "mai"}, True),
        ({"kind": "paper_issued", "actor": "tam"}, False),
        ({"kind": "paper_issued", "where": {"channel": "he_thong"}}, True),
        ({"kind": "paper_issued", "where": {"channel": "tin_nhan"}}, False),
        ({"kind": "paper_issued", "where": {"nhom": "b"}}, True),
        ({"kind": "paper_issued", "where": {"nhom": "c"}}, False),
        ({"kind": "paper_issued", "where": {"secret": False}}, True),
        ({"kind": "paper_issued", "where": {"secret": True}}, False),
        ({"kind": "paper_issued", "where": {"nothing": "x"}}, False),
        ({"kind": "paper_issued", "where": {"channel": "he_thong", "faults": 3}}, False),
    ],
)
def test_a_pattern_asks_for_kind_subject_actor_and_details(
    fields: dict[str, Any], matches: bool
) -> None:
    found = event(channel="he_thong", nhom=("a", "b"), secret=False, faults=2)
    assert PATTERNS.validate_python(fields).matches(found) is matches


@pytest.mark.parametrize(
    ("condition", "value", "holds"),
    [
        ({"any": ["a", "x"]}, ("a", "b"), True),
        ({"any": ["x"]}, ("a", "b"), False),
        ({"all": ["a", "b"]}, ("a", "b", "c"), True),
        ({"all": ["a", "z"]}, ("a", "b"), False),
        ({"none": ["z"]}, ("a",), True),
        ({"none": ["a"]}, ("a",), False),
        ({"only": ["a", "b"]}, ("a",), True),
        ({"only": ["a"]}, ("a", "b"), False),
        ({"any": ["a"]}, "a", True),
        ({"all": ["a", "b"]}, "a", False),
        ({"any": ["a"]}, None, False),
        ({"none": ["a"]}, None, True),
        ({"min": 2}, 2, True),
        ({"min": 3}, 2, False),
        ({"max": 2}, 2, True),
        ({"max": 1}, 2, False),
        ({"min": 0}, None, False),
        ({"max": 9}, None, False),
        ({"min": 0}, "hai", False),
        ({"min": 0}, ("1",), False),
        ({"all": ["a"], "none": ["b"]}, ("a", "b"), False),
    ],
)
def test_every_part_of_a_condition_must_hold(
    condition: dict[str, Any], value: Any, holds: bool
) -> None:
    assert TypeAdapter(Condition).validate_python(condition).holds(value) is holds


@given(SETS, SETS)
def test_all_and_only_together_mean_the_same_set(wanted: Any, given_values: Any) -> None:
    exact = Condition(all=wanted, only=wanted)
    assert exact.holds(given_values) is (set(wanted) == set(given_values))


def test_an_unknown_kind_or_key_is_a_mistake() -> None:
    with pytest.raises(ValidationError):
        PATTERNS.validate_python({"kind": "paper_eaten"})
    with pytest.raises(ValidationError):
        PATTERNS.validate_python({"kind": "paper_issued", "wehre": {}})
    with pytest.raises(ValidationError):
        TypeAdapter(Condition).validate_python({"al": ["a"]})
