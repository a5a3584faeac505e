"""The day of visits: what the tables say, and how delegations fare on the road."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time

import pytest

from office_sim.log import Event, EventKind
from office_sim.simulation import Run
from office_sim.visits import VisitSpec, in_rest_hours, read_hour, sessions
from scenarios.case import Case, load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work import Work
from scenarios.work_tables import with_cells

CASE = load_case("tham_27_7")
REFERENCE = reference_work(CASE)
DAY = CASE.world.meeting.start.date()


def spec_of(case: Case) -> VisitSpec:
    assert case.world.visits is not None
    return case.world.visits


SPEC = spec_of(CASE)


def made(run: Run) -> dict[str, Event]:
    return {event.subject: event for event in run.office.events(EventKind.VISIT_MADE)}


def missed(run: Run) -> dict[str, object]:
    events = run.office.events(EventKind.VISIT_MISSED)
    return {event.subject: event.detail["reason"] for event in events}


def without(*tasks: str) -> Work:
    orders = tuple(order for order in REFERENCE.orders if order.task not in tasks)
    return REFERENCE.model_copy(update={"orders": orders})


def decided(inject: str, choice: str, work: Work = REFERENCE) -> Work:
    lines = [
        line.model_copy(update={"choice": choice}) if line.inject == inject else line
        for line in work.decisions
    ]
    return work.model_copy(update={"decisions": tuple(lines)})


def rescheduled(rows: Mapping[str, tuple[str, str]], work: Work = REFERENCE) -> Work:
    cells = {("lich", row, "doan"): doan for row, (doan, _) in rows.items()}
    cells |= {("lich", row, "gio"): gio for row, (_, gio) in rows.items()}
    cells |= {("chon_tham", row, "chon"): "co" for row in rows}
    return with_cells(work, cells)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("8:15", time(8, 15)),
        ("08:05", time(8, 5)),
        ("14h30", time(14, 30)),
        (" 9h ", time(9)),
        ("9 giờ", None),
        ("25:00", None),
        ("sáng", None),
        ("", None),
    ],
)
def test_an_hour_is_read_as_people_write_it(text: str, hour: time | None) -> None:
    assert read_hour(text) == hour


def test_old_people_rest_at_noon() -> None:
    assert in_rest_hours(datetime(2026, 7, 24, 11, 0))
    assert not in_rest_hours(datetime(2026, 7, 24, 11, 30))
    assert in_rest_hours(datetime(2026, 7, 24, 14, 0))


def test_a_row_with_an_unreadable_hour_or_an_unknown_delegation_is_no_visit() -> None:
    rows = {"h001": ("doan1", "sáng sớm"), "h002": ("doan9", "8:00"), "lạ": ("doan1", "8:00")}
    work = rescheduled(rows, Work(case=CASE.id))
    assert SPEC.stops(work.tables, DAY) == []


def test_morning_and_afternoon_are_two_drives() -> None:
    stops = SPEC.stops(REFERENCE.tables, DAY)
    rows = {stop.family.id: ("doan2", f"{stop.at:%H:%M}") for stop in stops}
    one = [stop for stop in SPEC.stops(rescheduled(rows).tables, DAY) if stop.delegation == "doan2"]
    assert [half[0].at.hour < 12 for half in sessions(one)] == [True, False]


def test_the_reference_visits_everybody_it_chose() -> None:
    run = play(CASE, REFERENCE)
    assert set(made(run)) == {family.id for family in SPEC.chosen(REFERENCE.tables)}
    assert missed(run) == {}


def test_nobody_is_visited_without_a_timetable() -> None:
    work = REFERENCE.model_copy(update={"tables": {**REFERENCE.tables, "lich": {}}})
    run = play(CASE, work)
    assert set(missed(run).values()) == {"unscheduled"}


def test_without_booked_cars_the_delegations_share_one_and_come_late() -> None:
    late = [event.detail["late_minutes"] for event in made(play(CASE, without("dat_xe"))).values()]
    assert max(int(str(one)) for one in late) > 30


def test_whom_nobody_told_may_be_out() -> None:
    assert "not_home" in missed(play(CASE, without("bao_gia_dinh"))).values()


def test_a_family_that_has_moved_is_not_found() -> None:
    row = next(one.id for one in SPEC.families if one.told.endswith("từ tháng 3."))
    assert missed(play(CASE, rescheduled({row: ("doan1", "10:55")})))[row] == "moved"


def test_the_patient_is_seen_in_hospital_or_missed_at_home() -> None:
    assert made(play(CASE, REFERENCE))[SPEC.patient].detail["place"] != ""
    run = play(CASE, decided("nam_vien", "van_den_nha"))
    assert missed(run)[SPEC.patient] == "hospital"


def test_a_delegation_whose_leader_was_called_away_goes_without_one() -> None:
    run = play(CASE, decided("goi_len_tinh", "khong_lanh_dao"))
    own = [one for one in made(run).values() if one.detail["delegation"] == "doan1"]
    assert own
    assert not any(one.detail["leader"] for one in own)


def test_a_dropped_delegation_leaves_its_families_waiting() -> None:
    assert "called_off" in missed(play(CASE, decided("goi_len_tinh", "bo_doan"))).values()


def test_a_flooded_ford_makes_the_way_longer() -> None:
    wet = load_case("tham_27_7", "me-n16-bi_thu-mua-du-tinh-d14")
    work = rescheduled(
        {
            next(one.id for one in spec_of(wet).families if one.village == village): (
                "doan1",
                hour,
            )
            for village, hour in (("khe_vang", "8:00"), ("na_lan", "8:35"))
        },
        reference_work(wet).model_copy(update={"tables": {}}),
    )
    lates = [int(str(one.detail["late_minutes"])) for one in made(play(wet, work)).values()]
    assert max(lates) >= 20


def test_a_visit_planned_for_the_evening_is_not_made() -> None:
    row = min(stop.family.id for stop in SPEC.stops(REFERENCE.tables, DAY))
    assert missed(play(CASE, rescheduled({row: ("doan4", "18:30")})))[row] == "too_late"


def test_the_same_work_gives_the_same_log_byte_for_byte() -> None:
    assert play(CASE, REFERENCE).log.to_csv() == play(CASE, REFERENCE).log.to_csv()
