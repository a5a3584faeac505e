"""A month's programme (`month.toml`): sessions, wishes, and what is wrong with a draft of it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from course.look import Kind
from office_sim import programme
from office_sim.calendar import WEEKDAYS_VI, WorkCalendar

AREAS_VI = {
    "economy": "kinh tế - xã hội",
    "party": "xây dựng Đảng và hệ thống chính trị",
    "defence": "quốc phòng, an ninh",
}


class Session(BaseModel):
    """One day on which the standing board could meet; `taken` says why it cannot."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    day: date
    taken: str = ""

    @property
    def label(self) -> str:
        """The day as one writes it: "Thứ Năm 08/10"."""
        return f"{WEEKDAYS_VI[self.day.weekday()]} {self.day:%d/%m}"


class Wish(BaseModel):
    """Something that somebody wants in the programme; `basis` 0 belongs to none of the seven.

    `before` is the last sensible day, `late` what happens after it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    text: str
    basis: int = Field(ge=0, le=7)
    area: Literal["", "economy", "party", "defence"] = ""
    best: str = ""
    before: date | None = None
    late: str = ""
    why: str = ""
    outside: str = ""


class Month(BaseModel):
    """The sessions and wishes of one month."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    per_session: int
    session: tuple[Session, ...]
    wish: tuple[Wish, ...]


@dataclass(frozen=True)
class Choice:
    """What is chosen for a wish; None: not yet. Session "" means: left out of the programme."""

    basis: int | None = None
    session: str | None = None


@dataclass(frozen=True)
class Remark:
    """One thing to say about a draft."""

    kind: Kind
    text: str


@cache
def load() -> Month:
    """The month that comes with the course."""
    words = resources.files("course.part_ii").joinpath("month.toml").read_text(encoding="utf-8")
    return Month.model_validate(tomllib.loads(words))


def good_plan() -> dict[str, Choice]:
    """One way to arrange the month on which there is nothing to say."""
    return {wish.id: Choice(wish.basis, wish.best) for wish in load().wish}


def in_session(choices: Mapping[str, Choice], session: Session) -> list[Wish]:
    """The wishes put into a session, in the order of the list."""
    return [wish for wish in load().wish if choices.get(wish.id, Choice()).session == session.id]


def waiting(choices: Mapping[str, Choice]) -> int:
    """How many wishes still lack a basis or a decision."""
    chosen = [choices.get(wish.id, Choice()) for wish in load().wish]
    return sum(one.basis is None or one.session is None for one in chosen)


def send_between(session: Session) -> tuple[date, date]:
    """From which to which day the papers of a session go out (rule D02, calendar days).

    A day off is moved to the working day before it, the last day never past the first one.
    """
    return programme.send_between(session.day, programme.BOARD_PAPERS, WorkCalendar())


def remarks_on(wish: Wish, choices: Mapping[str, Choice]) -> list[Remark]:
    """What is wrong with one wish of the draft: its basis, its day, its deadline."""
    choice = choices.get(wish.id, Choice())
    found = _of_wish(wish, choice)
    for session in load().session:
        if wish.basis and session.id == choice.session:
            found += _of_session(session, choices)
    return found


def missing_areas(choices: Mapping[str, Choice]) -> list[Remark]:
    """The areas of leadership for which a finished draft has nothing."""
    held = {wish.area for wish in load().wish if choices.get(wish.id, Choice()).session}
    return [
        Remark("warn", f"Chưa toàn diện: không có việc nào về {title}.")
        for area, title in AREAS_VI.items()
        if area not in held
    ]


def _of_wish(wish: Wish, choice: Choice) -> list[Remark]:
    found = []
    if choice.basis is not None and choice.basis != wish.basis:
        found.append(Remark("warn", "Căn cứ chưa khớp: việc này sinh ra từ đâu?"))
    if choice.session is None:
        return found
    if not choice.session and wish.basis:
        found.append(Remark("bad", f"Việc có căn cứ mà bị bỏ ra ngoài. {wish.why}"))
    elif choice.session and not wish.basis:
        found.append(Remark("bad", wish.outside))
    elif choice.session:
        day = next(one.day for one in load().session if one.id == choice.session)
        if wish.before is not None and day > wish.before:
            found.append(Remark("bad", f"Trễ: {wish.late}."))
    return found


def _of_session(session: Session, choices: Mapping[str, Choice]) -> list[Remark]:
    count = len(in_session(choices, session))
    if not count:
        return []
    if session.taken:
        return [Remark("bad", f"{session.label}: trùng lịch, {session.taken}.")]
    if not WorkCalendar().is_working_day(session.day):
        return [Remark("bad", f"{session.label}: không phải ngày làm việc.")]
    if count > load().per_session:
        words = f"{session.label}: {count} nội dung trong một phiên; bàn sâu được nhiều nhất"
        return [Remark("bad", f"{words} {load().per_session} (giả định của bài).")]
    return []
