"""The case file: what an author writes in `case.toml`, checked key by key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from office_sim.families import Category
from office_sim.happenings import Happening, TimeText
from office_sim.log import EventKind
from office_sim.manners import MannerKind
from office_sim.orders import Verb
from office_sim.papers import Secrecy, Urgency
from office_sim.people import Role
from office_sim.spans import OfficeTime, Span
from scenarios.document_file import DocumentText
from scenarios.edition_file import FormatText, LevelText
from scenarios.record import Id, Item, Only, Record
from scenarios.table_file import TableText
from scenarios.visit_file import VisitsText

__all__ = ["CaseFile", "CaseHappening", "Id", "Item", "Only", "Record"]


class EngagementText(Record):
    """A time in a diary, counted from an anchor."""

    at: TimeText
    span: Span
    what: str
    movable: bool = False
    only: Only = Field(default={})


class MannerText(Record):
    """What holds a person up at some tasks, perhaps only on some `levels`."""

    kind: MannerKind
    tasks: Annotated[tuple[str, ...], Field(min_length=1)]
    span: Span
    says: str
    levels: tuple[str, ...] = ()


class PersonText(Record):
    """A person of the case."""

    id: Id
    name: str
    role: Role
    post: str = ""
    bodies: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    diary: tuple[EngagementText, ...] = ()
    answer_time: Span = timedelta(minutes=10)
    mute: tuple[str, ...] = ()
    travel: Span = timedelta(minutes=30)
    staff: bool = False
    manners: tuple[MannerText, ...] = ()


class PaperText(Record):
    """A paper of the case."""

    id: Id
    kind: str
    title: str
    secrecy: Secrecy = Secrecy.OPEN
    urgency: Urgency = Urgency.NORMAL
    faults: tuple[str, ...] = ()


class RoomText(Record):
    """A room of the case."""

    id: Id
    title: str
    seats: int
    equipment: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    booked: tuple[EngagementText, ...] = ()


class ChannelText(Record):
    """A way to reach people."""

    id: Id
    title: str
    delay: Span
    open_network: bool = True
    works_at_night: bool = True
    per_person: Span = timedelta()
    system: str = ""


class OptionText(Record):
    """What the learner picks when giving an order: one item, or several."""

    id: Id
    title: str
    several: bool = False
    items: tuple[Item, ...]


class TaskText(Record):
    """A task that can be ordered. `needs` are written "event_kind:subject"."""

    id: Id
    phase: str
    title: str
    help: str = ""
    verb: Verb = Verb.DO
    emits: EventKind
    subject: str
    duration: Span
    roles: tuple[Role, ...]
    needs: tuple[Annotated[str, Field(pattern=r"^[a-z_]+:[a-z_0-9]+$")], ...] = ()
    patience: Span = timedelta(hours=4)
    answered_by: str = ""
    answer: EventKind | None = None
    also: tuple[EventKind, ...] = ()
    options: Annotated[tuple[OptionText, ...], Field(alias="option")] = ()
    only: Only = Field(default={})


class QuestionText(Record):
    """A question of the case that the learner answers in words, with a number, or by picking."""

    id: Id
    phase: str
    text: str
    kind: Literal["text", "number", "pick"]
    unit: str = ""
    items: tuple[Item, ...] = ()
    only: Only = Field(default={})


class Phase(Record):
    """A part of the work: before, during, after."""

    id: Id
    title: str
    lead: str = ""


class Setting(Record):
    """What a value of an axis changes in the world; empty parts stay as they are."""

    start: OfficeTime | None = None
    meeting_start: OfficeTime | None = None
    end: OfficeTime | None = None
    duration: Span | None = None
    body: str = ""
    title: str = ""
    secret: tuple[str, ...] = ()
    wanted: Annotated[int, Field(ge=0, le=100)] = 0
    patient: Category | None = None
    limits: Mapping[str, int] = {}


class NumberText(Record):
    """A number of the case that documents must give right, found before its unit.

    `also` are numbers that are right, too: what was confirmed while the case went on.
    """

    label: str
    value: float
    unit: str
    also: tuple[float, ...] = ()


class AxisValue(Record):
    """One value that a variant can take on an axis, with the words it brings into the texts."""

    id: Id
    title: str
    words: Mapping[str, str] = {}
    numbers: tuple[NumberText, ...] = ()
    setting: Setting = Setting()


class Axis(Record):
    """Something that differs between variants."""

    id: Id
    title: str
    values: Annotated[tuple[AxisValue, ...], Field(alias="value", min_length=1)]


class MeetingText(Record):
    """The meeting; body, hour and length come from the axes where they set them.

    `chair` is the id of the person who chairs it, `place` what documents call the place.
    """

    id: Id
    title: str
    body: str = ""
    chair: str = ""
    place: str = ""
    duration: Span = timedelta(minutes=90)
    grace: Span = timedelta(minutes=15)
    noun: str = "hội nghị"
    needs_quorum: bool = True


class CaseHappening(Happening):
    """A happening of a case, perhaps only in some variants or on some `levels`."""

    only: Only = Field(default={})
    levels: tuple[str, ...] = ()


class CaseFile(Record):
    """Everything in `case.toml`. `stand_in` settles what a level or format leaves out.

    A case without a `meeting` is an exercise: it has a start and an end, set here or by an axis.
    """

    schema_: Annotated[Literal[1], Field(alias="schema")]
    id: Id
    title: str
    summary: str
    place: str
    duty: tuple[str, ...]
    default: Mapping[str, str]
    phases: Annotated[tuple[Phase, ...], Field(alias="phase")]
    axes: Annotated[tuple[Axis, ...], Field(alias="axis")] = ()
    bodies: Mapping[str, str] = {}
    start: OfficeTime | None = None
    end: OfficeTime | None = None
    meeting: MeetingText | None = None
    last_numbers: Mapping[str, int] = {}
    closed: tuple[date, ...] = ()
    people: Annotated[tuple[PersonText, ...], Field(alias="person")] = ()
    papers: Annotated[tuple[PaperText, ...], Field(alias="paper")] = ()
    rooms: Annotated[tuple[RoomText, ...], Field(alias="room")] = ()
    channels: Annotated[tuple[ChannelText, ...], Field(alias="channel")] = ()
    tasks: Annotated[tuple[TaskText, ...], Field(alias="task")] = ()
    injects: Annotated[tuple[CaseHappening, ...], Field(alias="inject")] = ()
    happenings: Annotated[tuple[CaseHappening, ...], Field(alias="happening")] = ()
    questions: Annotated[tuple[QuestionText, ...], Field(alias="question")] = ()
    documents: Annotated[tuple[DocumentText, ...], Field(alias="document")] = ()
    tables: Annotated[tuple[TableText, ...], Field(alias="table")] = ()
    visits: VisitsText | None = None
    levels: Annotated[tuple[LevelText, ...], Field(alias="level")] = ()
    formats: Annotated[tuple[FormatText, ...], Field(alias="format")] = ()
    stand_in: str = ""
    systems: tuple[str, ...] = ()
