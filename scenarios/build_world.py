"""Building the world of a variant from its case file: anchored times become datetimes."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from office_sim.calendar import WorkCalendar, format_moment
from office_sim.channels import Channel
from office_sim.happenings import Anchor, AnchoredTime, Choice, Happening
from office_sim.log import EventKind
from office_sim.orders import Fact, Option, Task
from office_sim.papers import PaperSpec, Secrecy
from office_sim.patterns import Pattern
from office_sim.people import Engagement, Person, members_of
from office_sim.quorum import quorum, votes_to_carry
from office_sim.rooms import RoomSpec
from office_sim.systems import load_systems
from office_sim.world import MeetingSpec, World
from scenarios.build_visits import build_visits, visit_words
from scenarios.case_file import (
    CaseFile,
    CaseHappening,
    EngagementText,
    PaperText,
    Setting,
    TaskText,
)
from scenarios.placeholders import fill
from scenarios.variants import Variant, values_of


def setting_of(file: CaseFile, variant: Variant) -> Setting:
    """What the file and the chosen values set, later axes over earlier ones."""
    merged: dict[str, Any] = Setting(start=file.start, end=file.end).model_dump()
    for value in values_of(file, variant):
        given = value.setting
        merged |= {key: getattr(given, key) for key in given.model_fields_set}
    return Setting.model_construct(**merged)


def anchors_of(file: CaseFile, variant: Variant) -> dict[Anchor, datetime]:
    """Where the anchors stand before anything has happened."""
    setting = setting_of(file, variant)
    assert setting.start is not None
    calendar = WorkCalendar(closed=file.closed)
    if file.meeting is None:
        return {
            Anchor.START: setting.start,
            Anchor.NEXT_DAY: calendar.first_hour_after(setting.start.date()),
        }
    assert setting.meeting_start is not None
    duration = setting.duration or file.meeting.duration
    return {
        Anchor.START: setting.start,
        Anchor.MEETING: setting.meeting_start,
        Anchor.MEETING_END: setting.meeting_start + duration,
        Anchor.NEXT_DAY: calendar.first_hour_after(setting.meeting_start.date()),
    }


def words_of(file: CaseFile, variant: Variant) -> Mapping[str, str]:
    """The words that stand in the texts as {...}: those of the axes, and times and numbers.

    Raises PlaceholderError if the meeting's title needs a word that there is not.
    """
    setting = setting_of(file, variant)
    anchors = anchors_of(file, variant)
    words = {
        "start": format_moment(anchors[Anchor.START]),
        "place": file.place,
        **_meeting_words(file, variant, setting),
        **visit_words(file, variant, setting),
    }
    for value in values_of(file, variant):
        words |= value.words
    if "meeting_title" in words:
        words["meeting_title"] = fill(words["meeting_title"], words)
    return words


def build_world(file: CaseFile, variant: Variant) -> World:
    """The world of the variant at its start. Raises PlaceholderError."""
    setting = setting_of(file, variant)
    anchors = anchors_of(file, variant)
    words = words_of(file, variant)
    known = load_systems()
    assert setting.end is not None
    return World(
        start=anchors[Anchor.START],
        end=setting.end,
        people=tuple(_people(file, variant)),
        bodies=file.bodies,
        papers=tuple(_paper(paper, setting, words) for paper in file.papers),
        rooms=tuple(
            RoomSpec(
                **room.model_dump(exclude={"booked"}), booked=_diary(room.booked, file, variant)
            )
            for room in file.rooms
        ),
        channels=tuple(Channel(**channel.model_dump()) for channel in file.channels),
        tasks=tuple(_task(task) for task in file.tasks if variant.includes(task.only)),
        happenings=tuple(
            _happening(one, words)
            for one in (*file.injects, *file.happenings)
            if variant.includes(one.only)
        ),
        meeting=_meeting(file, setting, words, anchors),
        last_numbers=file.last_numbers,
        closed=file.closed,
        visits=build_visits(file, variant, setting),
        systems=tuple(known[one] for one in file.systems if one in known),
    )


def _meeting(
    file: CaseFile,
    setting: Setting,
    words: Mapping[str, str],
    anchors: Mapping[Anchor, datetime],
) -> MeetingSpec | None:
    meeting = file.meeting
    if meeting is None:
        return None
    return MeetingSpec(
        id=meeting.id,
        title=words["meeting_title"],
        body=setting.body or meeting.body,
        start=anchors[Anchor.MEETING],
        duration=setting.duration or meeting.duration,
        grace=meeting.grace,
        noun=meeting.noun,
        needs_quorum=meeting.needs_quorum,
    )


def _meeting_words(file: CaseFile, variant: Variant, setting: Setting) -> dict[str, str]:
    """The words about the meeting; none in a case without one."""
    meeting = file.meeting
    if meeting is None:
        return {}
    body = setting.body or meeting.body
    total = len(members_of(_people(file, variant), body))
    return {
        "meeting_time": format_moment(anchors_of(file, variant)[Anchor.MEETING]),
        "body": file.bodies.get(body, body),
        "total": str(total),
        "needed": str(quorum(total)),
        "votes": str(votes_to_carry(total)),
        "meeting_title": setting.title or meeting.title,
    }


def _people(file: CaseFile, variant: Variant) -> list[Person]:
    return [
        Person(
            **person.model_dump(exclude={"diary", "manners"}),
            diary=_diary(person.diary, file, variant),
        )
        for person in file.people
    ]


def _diary(
    texts: Sequence[EngagementText], file: CaseFile, variant: Variant
) -> tuple[Engagement, ...]:
    if not texts:
        return ()
    anchors = anchors_of(file, variant)
    return tuple(
        _engagement(one, AnchoredTime.parse(one.at).moment(anchors))
        for one in texts
        if variant.includes(one.only)
    )


def _engagement(text: EngagementText, start: datetime) -> Engagement:
    return Engagement(start, start + text.span, text.what, text.movable)


def _paper(text: PaperText, setting: Setting, words: Mapping[str, str]) -> PaperSpec:
    paper = PaperSpec(**{**text.model_dump(), "title": fill(text.title, words)})
    return replace(paper, secrecy=Secrecy.SECRET) if paper.id in setting.secret else paper


def _task(text: TaskText) -> Task:
    needs = []
    for need in text.needs:
        kind, _, subject = need.partition(":")
        needs.append(Fact(EventKind(kind), subject))
    fields = text.model_dump(exclude={"phase", "help", "options", "only", "needs"})
    options = tuple(
        Option(option.id, tuple(item.id for item in option.items), option.several)
        for option in text.options
    )
    return Task(**fields, needs=tuple(needs), options=options)


def _happening(text: CaseHappening, words: Mapping[str, str]) -> Happening:
    """The happening with the variant's words in what people read, its choices mixed."""
    choices = tuple(
        Choice(
            id=choice.id,
            text=fill(choice.text, words),
            reply=fill(choice.reply, words),
            effects=_worded(choice.effects, words),
        )
        for choice in _mixed(text)
    )
    return text.model_copy(
        update={
            "text": _begun(fill(text.text, words)),
            "choices": choices,
            "effects": _worded(text.effects, words),
            "on": _aimed(text.on, words) if text.on is not None else None,
            "given": tuple(_aimed(one, words) for one in text.given),
            "unless": tuple(_aimed(one, words) for one in text.unless),
        }
    )


def _mixed(text: CaseHappening) -> list[Choice]:
    """The choices in an order that tells nothing: authors like to write the right one first.

    It is the same in every variant and everywhere, so paper and screen agree.
    """

    def place(choice: Choice) -> str:
        return hashlib.sha256(f"{text.id}/{choice.id}".encode()).hexdigest()

    return sorted(text.choices, key=place)


def _begun(text: str) -> str:
    """The text with a capital at its start, where a name of the variant may stand."""
    return f"{text[:1].upper()}{text[1:]}"


def _aimed(pattern: Pattern, words: Mapping[str, str]) -> Pattern:
    """The pattern with the variant's words in its subject: a certain family of its list."""
    if not pattern.subject or "{" not in pattern.subject:
        return pattern
    return replace(pattern, subject=fill(pattern.subject, words))


def _worded(effects: Sequence[Any], words: Mapping[str, str]) -> tuple[Any, ...]:
    parts = ("text", "target", "by")
    return tuple(
        effect.model_copy(update={part: fill(getattr(effect, part), words) for part in parts})
        for effect in effects
    )
