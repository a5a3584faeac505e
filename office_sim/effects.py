"""Effects: the changes that happenings and decisions make to the world."""

from __future__ import annotations

from collections.abc import Callable

from office_sim.happenings import Effect, EffectKind
from office_sim.log import Detail, EventKind
from office_sim.office import Office
from office_sim.papers import Secrecy
from office_sim.people import Engagement
from office_sim.systems import break_down, use
from office_sim.visit_effects import VISIT_EFFECTS, apply_to_visits


def apply(office: Office, effect: Effect) -> None:
    """Carry out one effect now, and write to the log what people in the office notice of it."""
    _EFFECTS[effect.kind](office, effect)


def _emit(office: Office, effect: Effect) -> None:
    detail: dict[str, Detail] = dict(effect.detail)
    if effect.text:
        detail["text"] = effect.text
    office.emit(effect.event, effect.by, effect.target, detail)


def _occupy(office: Office, effect: Effect) -> None:
    office.diaries[effect.target].add(Engagement(office.now, office.now + effect.span, effect.text))


def _away(office: Office, effect: Effect) -> None:
    _occupy(office, effect)
    office.emit(EventKind.PERSON_AWAY, effect.target, "", {"text": effect.text})


def _make_secret(office: Office, effect: Effect) -> None:
    paper = office.papers[effect.target]
    paper.secrecy = Secrecy(effect.level)
    office.emit(EventKind.PAPER_MARKED_SECRET, effect.by, effect.target, {"level": effect.level})
    if paper.open_sent:
        office.emit(EventKind.PAPER_LEAKED, effect.by, effect.target, {"text": effect.text})


def _take_room(office: Office, effect: Effect) -> None:
    room = office.rooms[effect.target]
    meeting = office.meeting
    room.diary.engagements.clear()
    room.diary.add(Engagement(meeting.start, meeting.end, effect.text))
    if meeting.room == effect.target:
        meeting.room = ""
    office.emit(EventKind.ROOM_LOST, effect.by, effect.target, {"text": effect.text})


def _book_room(office: Office, effect: Effect) -> None:
    room = office.rooms[effect.target]
    meeting = office.meeting
    meeting.room = effect.target
    room.diary.engagements.clear()
    room.diary.add(Engagement(meeting.start, meeting.end, meeting.spec.title))
    seats = room.spec.seats
    office.emit(
        EventKind.ROOM_BOOKED,
        effect.by,
        meeting.spec.id,
        {"room": effect.target, "seats": seats, "enough_seats": seats >= len(office.world.members)},
    )


def _break(office: Office, effect: Effect) -> None:
    room = office.rooms.get(office.meeting.room)
    if room is not None:
        room.broken.add(effect.target)
    office.emit(EventKind.EQUIPMENT_FAILED, "", effect.target, {"text": effect.text})


def _break_system(office: Office, effect: Effect) -> None:
    break_down(office, effect.target, effect.span, effect.text)


def _use_system(office: Office, effect: Effect) -> None:
    use(office, effect.target, effect.by, effect.text, effect.paper)


def _repair(office: Office, effect: Effect) -> None:
    room = office.rooms.get(office.meeting.room)
    if room is not None:
        room.broken.discard(effect.target)


def _move_meeting(office: Office, effect: Effect) -> None:
    if office.meeting.opened is not None:
        return
    office.move_meeting(office.meeting.start + effect.span)
    office.emit(
        EventKind.MEETING_MOVED,
        effect.by,
        office.meeting.spec.id,
        {"start": office.meeting.start.isoformat(timespec="minutes")},
    )


def _reach(office: Office, effect: Effect) -> None:
    office.reach(effect.target)
    office.meeting.declined.discard(effect.target)
    office.diaries[effect.target].clear_movable(office.meeting.start)
    office.emit(
        EventKind.PERSON_REACHED, effect.target, office.meeting.spec.id, {"text": effect.text}
    )


def _release(office: Office, effect: Effect) -> None:
    office.diaries[effect.target].engagements.clear()
    _reach(office, effect)


_EFFECTS: dict[EffectKind, Callable[[Office, Effect], None]] = {
    EffectKind.EMIT: _emit,
    EffectKind.OCCUPY: _occupy,
    EffectKind.AWAY: _away,
    EffectKind.MAKE_SECRET: _make_secret,
    EffectKind.TAKE_ROOM: _take_room,
    EffectKind.BOOK_ROOM: _book_room,
    EffectKind.BREAK: _break,
    EffectKind.BREAK_SYSTEM: _break_system,
    EffectKind.USE_SYSTEM: _use_system,
    EffectKind.REPAIR: _repair,
    EffectKind.MOVE_MEETING: _move_meeting,
    EffectKind.REACH: _reach,
    EffectKind.RELEASE: _release,
    **dict.fromkeys(VISIT_EFFECTS, apply_to_visits),
}
