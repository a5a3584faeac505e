"""The figures of a run in words, so that two runs can be set side by side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from grading.evidence import Evidence
from grading.measures import blocked_orders, overtime_hours, reached_share
from office_sim.log import EventKind
from office_sim.simulation import Run
from scenarios.case import Case
from scenarios.work import Work

_NOT_YET_VI = "chưa tới"


class RunFigure(NamedTuple):
    """One figure: what it is of, and its value in words."""

    title: str
    value: str


def run_figures(case: Case, work: Work, run: Run) -> list[RunFigure]:
    """Opening, quorum, breaches, overtime...; for visits also how the day of the visits went."""
    evidence = Evidence(case, work, run)
    return [*_meeting(evidence), *_visits(run), *_office(evidence)]


def _meeting(evidence: Evidence) -> Iterator[RunFigure]:
    run = evidence.run
    if not run.office.has_meeting:
        return
    noun = run.office.meeting.spec.noun
    noun = noun[:1].upper() + noun[1:]
    yield RunFigure(f"{noun} khai mạc", _opening(run))
    yield RunFigure("Có mặt khi khai mạc", _present(run))
    share = reached_share(evidence)
    told = _NOT_YET_VI if share is None else f"{round(share * 100)}% số người phải mời"
    yield RunFigure("Biết tin trước giờ họp", told)


def _opening(run: Run) -> str:
    opened = run.office.events(EventKind.MEETING_OPENED)
    if opened:
        late = int(str(opened[0].detail["late_minutes"]))
        return (
            f"{opened[0].at:%H:%M}, muộn {late} phút" if late else f"{opened[0].at:%H:%M}, đúng giờ"
        )
    return "không mở được" if run.office.events(EventKind.MEETING_FAILED) else _NOT_YET_VI


def _present(run: Run) -> str:
    kinds = (EventKind.MEETING_OPENED, EventKind.MEETING_FAILED)
    for event in (event for kind in kinds for event in run.office.events(kind)):
        detail = event.detail
        needed = f" (cần {detail['needed']})" if run.office.meeting.spec.needs_quorum else ""
        return f"{detail['present']}/{detail['total']} người{needed}"
    return _NOT_YET_VI


def _visits(run: Run) -> Iterator[RunFigure]:
    if run.office.visit_day is None:
        return
    made = run.office.events(EventKind.VISIT_MADE)
    missed = len(run.office.events(EventKind.VISIT_MISSED))
    if not made and not missed:
        yield RunFigure("Gia đình đã thăm", _NOT_YET_VI)
        return
    yield RunFigure("Gia đình đã thăm", f"{len(made)}, lỡ {missed}")
    for title, key in (("Thăm đúng hẹn", "on_time"), ("Có lãnh đạo đi cùng", "leader")):
        yield RunFigure(
            title, f"{sum(bool(one.detail.get(key)) for one in made)}/{len(made)} gia đình"
        )


def _office(evidence: Evidence) -> Iterator[RunFigure]:
    office = evidence.run.office
    yield RunFigure("Lộ bí mật (mô phỏng)", _times(len(office.events(EventKind.PAPER_LEAKED))))
    yield RunFigure("Hậu quả phải chịu", _times(len(office.events(EventKind.CONSEQUENCE))))
    yield RunFigure("Việc giao mà không làm được", _times(int(blocked_orders(evidence) or 0)))
    hours = overtime_hours(evidence) or 0.0
    most = f"{hours:.1f} giờ".replace(".", ",") if hours else "không"
    yield RunFigure("Làm thêm giờ, người nhiều nhất", most)


def _times(count: int) -> str:
    return f"{count} lần" if count else "không"
