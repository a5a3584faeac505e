"""The list of families: invented from a seed, with faults that can be found."""

from __future__ import annotations

from collections import Counter

import pytest

from office_sim.families import CERTIFICATE_VI, Category, Fault
from scenarios.family_list import FamilyList, ListPlan, draw_list
from scenarios.family_names import peoples, respell, skeleton

VILLAGES = tuple((f"v{at}", f"thôn {at}", people) for at, people in enumerate(sorted(peoples())))
SEEDS = [str(seed) for seed in range(12)]


def drawn(seed: str, patient: Category = Category.MOTHER) -> FamilyList:
    return draw_list(seed, ListPlan(VILLAGES, 180, 190, patient, 2026))


def test_the_same_seed_gives_the_same_list() -> None:
    draw_list.cache_clear()
    first = drawn("a").families
    draw_list.cache_clear()
    assert drawn("a").families == first
    assert drawn("b").families != first


@pytest.mark.parametrize("seed", SEEDS)
def test_the_list_has_as_many_rows_as_asked_for(seed: str) -> None:
    families = drawn(seed).families
    assert 180 <= len(families) <= 190
    assert [one.number for one in families] == list(range(1, len(families) + 1))
    assert len({one.id for one in families}) == len(families)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_fault_is_planted(seed: str) -> None:
    found = Counter(one.fault for one in drawn(seed).families if one.fault)
    assert found == {
        Fault.DOUBLE: 2,
        Fault.SPELLING: 2,
        Fault.TWO_CATEGORIES: 2,
        Fault.DEATH: 3,
        Fault.MOVED: 2,
        Fault.WRONG_CATEGORY: 2,
        Fault.PROVINCE: 2,
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_whoever_is_asked_tells_of_the_row_by_its_number(seed: str) -> None:
    for one in drawn(seed).families:
        assert bool(one.told) == (one.fault is not None)
        assert one.told == "" or one.told.startswith(f"Số {one.number} ")


@pytest.mark.parametrize("seed", SEEDS)
def test_a_twin_can_be_seen_in_the_rows_themselves(seed: str) -> None:
    families = drawn(seed).families
    for one in families:
        if one.fault in (Fault.DOUBLE, Fault.SPELLING, Fault.TWO_CATEGORIES):
            (other,) = [two for two in families if two.person == one.person and two is not one]
            assert (other.village, other.birth_year) == (one.village, one.birth_year)
            same = skeleton(other.name) == skeleton(one.name)
            assert same or one.name == respell(other.name)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_else_looks_like_a_twin(seed: str) -> None:
    people = {(one.person, one.village, skeleton(one.name)) for one in drawn(seed).families}
    names = Counter((village, name) for _, village, name in people)
    assert max(names.values()) == 1


@pytest.mark.parametrize("seed", SEEDS)
def test_the_papers_contradict_the_row_only_where_the_category_is_wrong(seed: str) -> None:
    for one in drawn(seed).families:
        contradicts = one.certificate != CERTIFICATE_VI[one.category]
        assert contradicts == (one.fault is Fault.WRONG_CATEGORY)


@pytest.mark.parametrize("patient", [Category.MOTHER, Category.WAR_INVALID, Category.WORSHIPPER])
def test_the_patient_is_one_of_those_who_must_be_visited(patient: Category) -> None:
    for seed in SEEDS:
        found = drawn(seed, patient)
        assert found.patient.category is patient
        assert found.patient.must_be_visited
        assert len({found.patient.id, found.petitioner.id, found.homeless.id}) == 3
        assert sum(one.must_be_visited for one in found.families) == 8


def test_no_name_has_a_bracket_a_digit_or_two_spaces() -> None:
    for one in drawn("a").families:
        assert all(part.isalpha() for part in one.name.split(" ")), one.name
