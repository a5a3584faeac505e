"""The roll: what follows from the list of families alone."""

from __future__ import annotations

from office_sim.families import INFORMANT_OF, Family, Informant
from office_sim.gifts import right_gifts
from office_sim.roll import Roll
from office_sim.visits import VisitSpec
from scenarios.case import load_case


def spec() -> VisitSpec:
    visits = load_case("tham_27_7").world.visits
    assert visits is not None
    return visits


def rows(families: tuple[Family, ...]) -> set[str]:
    return {family.id for family in families}


def test_every_faulty_row_is_known_to_exactly_one_informant() -> None:
    roll = spec().families
    told = [rows(roll.spoken_of(informant)) for informant in Informant]
    assert sum(map(len, told)) == len(set.union(*told))
    assert set.union(*told) == {one.id for one in roll if one.fault is not None}
    death = next(one for one in roll if one.is_gone)
    assert death.fault is not None
    assert death in roll.spoken_of(INFORMANT_OF[death.fault])


def test_the_right_gifts_are_those_of_the_list() -> None:
    visits = spec()
    assert visits.families.right_gifts(visits.gift_rates) == right_gifts(
        tuple(visits.families), visits.gift_rates
    )


def test_a_row_is_found_by_its_id_and_a_strange_one_is_not() -> None:
    roll = spec().families
    assert roll.by_row[roll[3].id] is roll[3]
    assert spec().family("h999") is None
    assert Roll().by_row == {}


def test_those_who_must_be_visited_are_persons_not_rows() -> None:
    roll = spec().families
    assert roll.must_be_visited == {one.person for one in roll if one.must_be_visited}
