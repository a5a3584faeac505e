"""The spells of work of a week: nobody at two things at once, nobody at work while away."""

from __future__ import annotations

from itertools import pairwise

from office_sim.week_kinds import STAFF
from office_sim.week_outcome import Fate
from office_sim.week_spells import spells
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.week_play import play_week, policy_of, week_absences

CASE = load_case("mot_tuan_o_van_phong")
RESULT = play_week(CASE, policy_of(CASE, reference_work(CASE)))
AWAY = week_absences(CASE)
FOUND = spells(RESULT, CASE.world.calendar, AWAY)


def test_nobody_is_at_two_things_at_once() -> None:
    for person in STAFF:
        own = [one for one in FOUND if one.outcome.by == person]
        assert all(one.end <= two.start for one, two in pairwise(own))


def test_nobody_works_while_away() -> None:
    for one in FOUND:
        for absence in AWAY:
            if one.outcome.by in absence.people:
                assert one.end <= absence.since or absence.until <= one.start


def test_the_spells_of_a_finished_piece_add_up_to_what_it_takes() -> None:
    passed_on = {"noi_khac", "moi_chao", "xin_tai_lieu"}
    for one in RESULT.outcomes:
        if one.done is not None and one.piece.kind.id not in passed_on:
            own = [spell.minutes for spell in FOUND if spell.outcome == one]
            assert sum(own) == one.piece.minutes


def test_overtime_in_the_spells_is_what_the_week_counted() -> None:
    for person, minutes in RESULT.overtime:
        late = [one.minutes for one in FOUND if one.is_overtime and one.outcome.by == person]
        assert sum(late) == minutes


def test_every_piece_has_one_fate() -> None:
    fates = [RESULT.fate(one) for one in RESULT.outcomes]
    assert {Fate.IN_TIME, Fate.LATE, Fate.OPEN} <= set(fates)
    for one, fate in zip(RESULT.outcomes, fates, strict=True):
        assert (fate in (Fate.IN_TIME, Fate.LATE)) == (one.done is not None)
