"""What a map, a clock and the leaders' diaries say beside each stop of the visits' timetable."""

from __future__ import annotations

from datetime import timedelta

from course.desk.desk import Desk
from course.desk.known import LEADERS
from office_sim.day_plan import StopLook, look_at_stops
from office_sim.spans import format_span
from office_sim.visit_plan import VisitPlan
from office_sim.visits import SCHEDULE, VisitSpec
from office_sim.wording import Wording

TITLE_VI = "Đường đi, giờ giấc"
FITS, CLASHES = "fits", "clashes"
LONG = timedelta(minutes=30)
"""With more time than this one waits where one is: when to leave says more than what is left."""


def has_notes(desk: Desk, table_id: str) -> bool:
    """Whether the table is the timetable of visits."""
    return table_id == SCHEDULE and desk.case.world.visits is not None


def stop_notes(desk: Desk, table_id: str) -> dict[str, list[str]]:
    """Row -> [FITS or CLASHES, words], for each stop that has a delegation and an hour.

    It is figured as the office figures the timetable that is handed in, by what is known now: of
    roads, and of the diaries that the office keeps.
    """
    day = desk.run.office.visit_day
    if day is None or not has_notes(desk, table_id):
        return {}
    office = desk.run.office
    kept = [person.id for person in desk.case.world.people if person.role in LEADERS]
    diaries = {one: office.diaries[one] for one in kept if one in office.diaries}
    earliest = office.meeting.start + office.meeting.spec.duration
    plan = VisitPlan(day.spec, desk.work.tables)
    looks = look_at_stops(day.spec, plan, diaries, earliest, day.closed_roads)
    words = Wording(desk.case.world)
    return {one.stop.family.id: _note(one, day.spec, words) for one in looks}


def _note(look: StopLook, spec: VisitSpec, words: Wording) -> list[str]:
    warnings = []
    if look.way is None:
        warnings.append("đường tới đây đang bị chặn")
    elif look.is_late:
        late = format_span(look.soonest - look.stop.at)
        warnings.append(f"sớm nhất {look.soonest:%H:%M} mới tới, muộn {late}")
    if look.disturbs:
        warnings.append("ngoài giờ người già tiếp khách")
    if look.engagement is not None:
        leader = next(one.leader for one in spec.delegations if one.id == look.stop.delegation)
        taken = look.engagement
        hours = f"{taken.start:%H:%M}–{taken.end:%H:%M}"
        warnings.append(f"{hours} {words.person(leader)} có lịch: {taken.what}")
    told = "; ".join([_way(look, spec), *warnings])
    return [CLASHES if warnings else FITS, f"{told[0].upper()}{told[1:]}."]


def _way(look: StopLook, spec: VisitSpec) -> str:
    start = spec.village(look.start)
    if look.way is None:
        return f"từ {start}"
    way = f"từ {start} {format_span(look.way)}" if look.way else f"cùng {start}"
    if look.is_late:
        return way
    spare = look.stop.at - look.soonest
    if spare > LONG:
        return f"{way}, đi chậm nhất {look.stop.at - look.way:%H:%M}"
    return f"{way}, dư {format_span(spare)}"
