"""The names that a case has, and what in it can be brought about: asked by all checks of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from office_sim.happenings import AnchoredTime, EffectKind
from office_sim.log import EventKind
from office_sim.orders import Verb
from office_sim.patterns import Pattern
from scenarios.build_world import anchors_of, setting_of
from scenarios.case_file import CaseFile, Only
from scenarios.variants import clock_variants

Spot = tuple[str, str, str]
"""A mistake within something larger: its place there, the problem, the mend."""

_BY_THE_MEETING = {
    EventKind.MEETING_OPENED,
    EventKind.MEETING_CLOSED,
    EventKind.MEETING_FAILED,
}
# What a verb writes about its task's subject beside the task's own event.
_BY_VERB = {
    Verb.INVITE: (EventKind.PERSON_INVITED,),
    Verb.ISSUE: (EventKind.PAPER_RECEIVED, EventKind.PAPER_LEAKED),
}
# What an effect writes about its target.
_BY_EFFECT = {
    EffectKind.MAKE_SECRET: (EventKind.PAPER_MARKED_SECRET, EventKind.PAPER_LEAKED),
    EffectKind.TAKE_ROOM: (EventKind.ROOM_LOST,),
    EffectKind.BREAK: (EventKind.EQUIPMENT_FAILED,),
    EffectKind.BREAK_SYSTEM: (EventKind.SYSTEM_DOWN, EventKind.SYSTEM_UP),
    EffectKind.USE_SYSTEM: (
        EventKind.SYSTEM_USED,
        EventKind.ACCOUNT_BORROWED,
        EventKind.MESSAGE_QUEUED,
    ),
}
_ABOUT_INJECTS = {EventKind.INJECT_RAISED, EventKind.DECISION_MADE}
_ABOUT_ORDERS = {
    EventKind.ORDER_STARTED,
    EventKind.ORDER_DONE,
    EventKind.ORDER_REFUSED,
    EventKind.ORDER_BLOCKED,
}


def unknown_in_only(file: CaseFile, only: Only) -> Iterator[Spot]:
    """What `only` names that no axis has."""
    axes = {axis.id: {value.id for value in axis.values} for axis in file.axes}
    for axis, values in only.items():
        if axis not in axes:
            yield "only", *not_among(axis, axes)
            continue
        for value in sorted(set(values) - axes[axis]):
            yield f"only.{axis}", *not_among(value, axes[axis])


def unknown_in_pattern(file: CaseFile, pattern: Pattern) -> Iterator[Spot]:
    """What the pattern names that the case does not have, or that nothing can bring about."""
    if pattern.actor is not None and pattern.actor not in person_ids(file):
        yield "actor", *not_among(pattern.actor, person_ids(file))
    if pattern.subject is None or "{" in pattern.subject:
        return  # a subject in words is a row of the list
    if pattern.kind in _ABOUT_INJECTS:
        yield from _unknown_choice(file, pattern.subject, pattern.where.get("choice"))
    elif pattern.kind not in _ABOUT_ORDERS:
        made, known = f"{pattern.kind.value}:{pattern.subject}", producible(file)
        # Kinds that only the office itself writes, such as people reached, are not looked up.
        if made not in known and any(one.startswith(f"{pattern.kind.value}:") for one in known):
            mend = "xem lại kind và subject, hoặc thêm một việc hay sự kiện tạo ra điều ấy"
            yield "subject", f"không gì tạo ra được “{made}”", mend


def outside(file: CaseFile, time: str) -> str:
    """The first variant in which the anchored time lies outside the case, "" if there is none."""
    parsed = AnchoredTime.parse(time)
    for variant in clock_variants(file):
        setting = setting_of(file, variant)
        assert setting.start is not None and setting.end is not None
        anchors = anchors_of(file, variant)
        if parsed.anchor not in anchors:  # counted from a meeting that the case does not have
            return variant.id
        if not setting.start <= parsed.moment(anchors) <= setting.end:
            return variant.id
    return ""


def producible(file: CaseFile) -> set[str]:
    """Every "event_kind:subject" that some task, effect or the meeting itself brings about."""
    made = {f"{kind.value}:{file.meeting.id}" for kind in _BY_THE_MEETING if file.meeting}
    for task in file.tasks:
        kinds = [task.emits, *task.also, *([task.answer] if task.answer else [])]
        made |= {f"{kind.value}:{task.subject}" for kind in (*kinds, *_BY_VERB.get(task.verb, ()))}
    for one in (*file.injects, *file.happenings):
        for effect in (*one.effects, *(effect for two in one.choices for effect in two.effects)):
            made |= {f"{kind.value}:{effect.target}" for kind in _BY_EFFECT.get(effect.kind, ())}
            if effect.paper:
                made.add(f"{EventKind.PAPER_LEAKED.value}:{effect.paper}")
            if effect.kind is EffectKind.EMIT:
                made.add(f"{effect.event.value}:{effect.target}")
    return made


def person_ids(file: CaseFile) -> set[str]:
    """The ids of all people of the case."""
    return {person.id for person in file.people}


def not_among(name: str, known: Iterable[str]) -> tuple[str, str]:
    """The problem and the mend for a name that is not one of those known."""
    return f"không có “{name}”", f"dùng một trong: {', '.join(sorted(known))}"


def _unknown_choice(file: CaseFile, inject_id: str, choice: object) -> Iterator[Spot]:
    injects = {one.id: {choice.id for choice in one.choices} for one in file.injects}
    if inject_id not in injects:
        yield "subject", *not_among(inject_id, injects)
    elif isinstance(choice, str) and choice not in injects[inject_id]:
        yield "choice", *not_among(choice, injects[inject_id])
