"""A small office of one morning: two papers, two rooms, three members, a meeting at ten."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from office_sim.channels import Channel
from office_sim.happenings import Happening
from office_sim.log import Event, EventKind
from office_sim.orders import Decision, Order, Task, Verb
from office_sim.papers import PaperSpec, Secrecy
from office_sim.people import Engagement, Person, Role
from office_sim.rooms import RoomSpec
from office_sim.simulation import Run, simulate
from office_sim.world import MeetingSpec, World

START = datetime(2026, 9, 22, 7, 30)  # a Tuesday
MEETING = datetime(2026, 9, 22, 10, 0)
END = datetime(2026, 9, 23, 17, 0)

PEOPLE = (
    Person("tam", "Trần Minh Tâm", Role.CHIEF_OF_OFFICE, staff=True),
    Person("mai", "Đinh Thị Mai", Role.RECORDS_CLERK, staff=True),
    Person("khoa", "Bùi Văn Khoa", Role.ACCOUNTANT, staff=True),
    Person("hanh", "Lê Thị Hạnh", Role.STANDING_DEPUTY, bodies=("btv",)),
    Person("binh", "Lường Thị Bình", Role.MEMBER, bodies=("btv",)),
    Person("dung", "Triệu Thị Dung", Role.MEMBER, bodies=("btv",)),
)
WORLD = World(
    start=START,
    end=END,
    people=PEOPLE,
    bodies={"btv": "Ban Thường vụ"},
    papers=(
        PaperSpec("giay_moi", "GM", "Giấy mời"),
        PaperSpec("bao_cao", "BC", "Báo cáo", faults=("sai số", "thiếu nơi nhận")),
        PaperSpec("phu_luc", "BC", "Phụ lục", secrecy=Secrecy.SECRET),
    ),
    rooms=(
        RoomSpec("hoi_truong", "Hội trường", 120, equipment=("loa",), faults=("loa",)),
        RoomSpec("phong_hop", "Phòng họp", 2),
    ),
    channels=(
        Channel("he_thong", "Hệ thống", timedelta(hours=1), works_at_night=False),
        Channel("tin_nhan", "Tin nhắn", timedelta(minutes=15)),
        Channel("lien_lac", "Liên lạc", timedelta(hours=2), open_network=False),
        Channel("goi", "Gọi từng người", timedelta(), per_person=timedelta(minutes=5)),
    ),
    tasks=(),
    happenings=(),
    meeting=MeetingSpec("hoi_nghi", "hội nghị", "btv", MEETING, timedelta(hours=1)),
    last_numbers={"GM": 17, "BC": 42},
)


def task(
    task_id: str, emits: EventKind, subject: str = "hoi_nghi", verb: Verb = Verb.DO, **more: Any
) -> Task:
    """A task of twenty minutes for the chief and the clerk, unless told otherwise."""
    return Task(
        id=task_id,
        title=f"Việc {task_id}",
        verb=verb,
        emits=emits,
        subject=subject,
        duration=more.pop("duration", timedelta(minutes=20)),
        roles=more.pop("roles", (Role.CHIEF_OF_OFFICE, Role.RECORDS_CLERK)),
        **more,
    )


def order(task_id: str, who: str = "tam", at: datetime | str = START, **options: Any) -> Order:
    """An order; `at` may be written "8:15" of the first day."""
    return Order(task_id, task_id, who, clock(at) if isinstance(at, str) else at, options)


def clock(text: str) -> datetime:
    """The moment of the first day written "8:15"."""
    hour, minute = text.split(":")
    return START.replace(hour=int(hour), minute=int(minute))


def person(person_id: str, **changes: Any) -> Person:
    """One of the people, changed."""
    return next(one for one in PEOPLE if one.id == person_id)._replace(**changes)


def with_people(*changed: Person) -> tuple[Person, ...]:
    """All people, these in place of those with the same id."""
    new = {one.id: one for one in changed}
    return tuple(new.get(one.id, one) for one in PEOPLE)


def engaged(start: str, end: str, what: str = "bận", **more: Any) -> Engagement:
    """A time in a diary of the first day."""
    return Engagement(clock(start), clock(end), what, **more)


def run(
    tasks: Sequence[Task] = (),
    orders: Sequence[Order] = (),
    happenings: Sequence[Happening] = (),
    decisions: Mapping[str, str] | None = None,
    *,
    until: datetime | None = None,
    **changes: Any,
) -> Run:
    """Run the small office; `changes` are other fields of its world."""
    world = replace(WORLD, tasks=tuple(tasks), happenings=tuple(happenings), **changes)
    made = {key: Decision(key, choice) for key, choice in (decisions or {}).items()}
    return simulate(world, orders, made, until=until)


def happening(happening_id: str, **fields: Any) -> Happening:
    """A happening from what would stand in a case file."""
    return Happening.model_validate({"id": happening_id, **fields})


def told(run: Run) -> list[tuple[str, str, str, str]]:
    """The log in short: hour, kind, actor, subject."""
    return [
        (f"{event.at:%H:%M}", event.kind.value, event.actor, event.subject) for event in run.log
    ]


def only(run: Run, kind: EventKind) -> Event:
    """The single event of a kind."""
    (event,) = run.log.of_kind(kind)
    return event
