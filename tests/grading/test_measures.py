"""Measures: figures about a run, placed between nothing and everything."""

from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from grading.evidence import Evidence
from grading.measures import MEASURES, Measure
from office_sim.log import EventKind
from scenarios.edits import Edit, edited, reference_work
from scenarios.play import play
from scenarios.work import Work

from .conftest import CASE, evidence

REFERENCE = reference_work(CASE)


def seen(work: Work) -> Evidence:
    return Evidence(CASE, work, play(CASE, work))


def changed(**fields: Any) -> Evidence:
    return seen(edited(CASE, REFERENCE, Edit.model_validate(fields)))


def measure(name: str, full: float, none: float) -> Measure:
    return Measure.model_validate({"form": "measure", "measure": name, "full": full, "none": none})


@pytest.mark.parametrize("name", MEASURES)
def test_an_empty_office_shows_no_figure(name: str) -> None:
    work = Work(case=CASE.id)
    assert MEASURES[name](seen(work)) is None
    assert measure(name, 0, 1).judge(seen(work)).pending
    ended = measure(name, 0, 1).judge(evidence())
    assert (ended.share, ended.pending) == (0.0, False)


def test_overtime_is_that_of_the_one_who_has_most_of_it() -> None:
    events = [
        (90, EventKind.ORDER_STARTED, "a"),  # 17:00
        (120, EventKind.ORDER_DONE, "a"),
        (130, EventKind.ORDER_STARTED, "b"),
        (150, EventKind.ORDER_DONE, "b"),
        (160, EventKind.ORDER_STARTED, "c"),
    ]
    assert MEASURES["overtime_hours"](evidence(events)) == pytest.approx(50 / 60)


def test_work_in_working_hours_is_no_overtime() -> None:
    events = [(0, EventKind.ORDER_STARTED, "a"), (30, EventKind.ORDER_DONE, "a")]
    assert MEASURES["overtime_hours"](evidence(events)) == 0


def test_the_share_of_members_reached_before_the_meeting() -> None:
    assert MEASURES["reached_share"](seen(REFERENCE)) == 1.0
    by_system_alone = changed(
        options={"gui_giay_moi": {"channel": ["he_thong"]}}, drop=["goi_xac_nhan"]
    )
    assert MEASURES["reached_share"](by_system_alone) == pytest.approx(1 / 9)


def test_the_delay_of_the_opening_in_minutes() -> None:
    assert MEASURES["opening_delay_minutes"](seen(REFERENCE)) == 0
    late = changed(decide={"muon_phong": "nhuong"})
    assert MEASURES["opening_delay_minutes"](late) == 30
    failed = changed(drop=["goi_xac_nhan"])
    assert MEASURES["opening_delay_minutes"](failed) is None


def test_orders_that_came_to_nothing_are_counted() -> None:
    assert MEASURES["blocked_orders"](seen(REFERENCE)) == 0
    assert MEASURES["blocked_orders"](changed(drop=["danh_sach_moi"])) == 1


@pytest.mark.parametrize(
    ("full", "none", "share"),
    [(0, 60, 0.5), (0, 30, 0.0), (30, 60, 1.0), (0, 20, 0.0), (40, 60, 1.0), (60, 0, 0.5)],
)
def test_a_figure_earns_a_share_between_nothing_and_everything(
    full: float, none: float, share: float
) -> None:
    late = changed(decide={"muon_phong": "nhuong"})
    assert measure("opening_delay_minutes", full, none).judge(late).share == pytest.approx(share)


@pytest.mark.parametrize("fields", [(5, 5), (float("nan"), 1), (float("inf"), 1)])
def test_a_scale_without_length_or_end_is_a_mistake(fields: tuple[float, float]) -> None:
    with pytest.raises(ValidationError):
        measure("blocked_orders", *fields)


def test_a_meeting_that_moved_is_late_only_against_its_new_hour() -> None:
    run = play(CASE, REFERENCE)
    assert run.office.meeting.start == CASE.world.meeting.start + timedelta(minutes=30)
    assert MEASURES["opening_delay_minutes"](Evidence(CASE, REFERENCE, run)) == 0
