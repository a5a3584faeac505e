"""When each inject is handed out on paper: by the clock of the case, or after a piece of work."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from office_sim.calendar import format_moment
from office_sim.happenings import Anchor, AnchoredTime, Happening
from office_sim.log import EventKind
from office_sim.spans import format_span
from office_sim.wording import Wording
from scenarios.build_world import anchors_of
from scenarios.case import Case
from scenarios.edits import reference_work
from scenarios.play import play

_ANCHOR_VI = {
    Anchor.START: "lúc bắt đầu",
    Anchor.MEETING: "giờ đã định",
    Anchor.MEETING_END: "lúc kết thúc",
    Anchor.NEXT_DAY: "đầu ngày làm việc hôm sau",
}

_WORLD_VI = {
    EventKind.MEETING_OPENED: "hội nghị khai mạc",
    EventKind.MEETING_CLOSED: "hội nghị kết thúc",
    EventKind.MEETING_FAILED: "hội nghị không đủ người",
    EventKind.PERSON_NOT_REACHED: "có người không nhận được giấy mời",
    EventKind.VISIT_MADE: "đoàn tới thăm {family}",
    EventKind.VISIT_DAY_CLOSED: "các đoàn thăm xong trong ngày",
}
"""What the world does by itself, in the words of a card."""


def case_injects(case: Case) -> list[Happening]:
    """The injects of the edition with its words in them, in the file's order."""
    return [one for one in case.world.happenings if one.is_inject and not one.settled_by]


def in_time(case: Case) -> list[Happening]:
    """The injects in the order in which they come: the cards and the trainer's list have it."""
    likely = likely_moments(case)
    found = case_injects(case)
    coming = sorted((one for one in found if one.id in likely), key=lambda one: likely[one.id])
    return [*coming, *(one for one in found if one.id not in likely)]


def likely_moments(case: Case) -> Mapping[str, datetime]:
    """Inject -> when it comes: by the clock, or where it waits for work as in the model work.

    An inject that the model work does not bring about is left out.
    """
    log = play(case, reference_work(case)).log
    came = {event.subject: event.at for event in log if event.kind is EventKind.INJECT_RAISED}
    clock = {one.id: moment_of(case, one) for one in case_injects(case)}
    return came | {name: at for name, at in clock.items() if at is not None}


def moment_of(case: Case, inject: Happening) -> datetime | None:
    """When the inject comes by the clock of the case, None if it waits for something."""
    if inject.at is None:
        return None
    return AnchoredTime.parse(inject.at).moment(anchors_of(case.file, case.variant))


def when_of(case: Case, inject: Happening) -> str:
    """When the card is handed out, in words."""
    if inject.at is not None:
        time = AnchoredTime.parse(inject.at)
        anchor = _ANCHOR_VI[time.anchor]
        if not time.offset:
            return anchor
        side = "sau" if time.offset > timedelta() else "trước"
        return f"{format_span(abs(time.offset))} {side} {anchor}"
    span = f"{format_span(inject.after)} sau khi" if inject.after else "ngay khi"
    return f"{span} {_cause(case, inject)}"


def moment_and_when(case: Case, inject: Happening) -> str:
    """The same with the hour of the case before it, where the clock alone decides."""
    moment, when = moment_of(case, inject), when_of(case, inject)
    told = f"{format_moment(moment)} ({when})" if moment else when
    return f"{told[:1].upper()}{told[1:]}"


def _cause(case: Case, inject: Happening) -> str:
    """The work that brings the inject about, by the task whose event it waits for."""
    assert inject.on is not None
    for task in case.world.tasks:
        kinds = (task.emits, *task.also, task.answer)
        if inject.on.kind in kinds and inject.on.subject in (None, task.subject):
            return f"xong việc “{task.title}”"
    family = Wording(case.world).family(inject.on.subject or "")
    return _WORLD_VI.get(inject.on.kind, "việc trong tình huống tới lúc ấy").format(family=family)
