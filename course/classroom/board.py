"""The board: how far everybody is, read from the work files of a shared folder; nothing is changed.

The works may lie in a shared folder or in the homes of a hub: one folder for each learner, the work
in it or one or two folders below. A file that cannot be read is one row that says so.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path

from course.classroom.card import SELF_NAME
from course.classroom.plan import ClassPlan
from grading.nbgrader.ledger import Ledger
from office_sim.calendar import format_moment
from office_sim.happenings import AnchoredTime
from scenarios.build_world import anchors_of
from scenarios.case import CaseError, UnknownCaseError, load_case
from scenarios.hand import injects_ahead
from scenarios.play import play
from scenarios.variants import VariantError
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, WorkError, read_work

STILL = timedelta(minutes=8)
"""Without a change for so long somebody may be stuck."""
SAME_HELP = 3
_MOST_FILES = 500
_PLACES = (f"*/{FILE_NAME}", f"*/*/{FILE_NAME}", f"*/*/*/{FILE_NAME}")


class State(StrEnum):
    """How far somebody is."""

    AWAY = "away"
    WORKING = "working"
    DECIDING = "deciding"
    FINISHED = "finished"
    HANDED_IN = "handed_in"
    BROKEN = "broken"


STATE_VI = {
    State.AWAY: "Chưa mở bài",
    State.WORKING: "Đang làm",
    State.DECIDING: "Chờ quyết định",
    State.FINISHED: "Đã tới cuối",
    State.HANDED_IN: "Đã nộp",
    State.BROKEN: "Tệp hỏng",
}


@dataclass(frozen=True)
class Seat:
    """One row of the board. `stuck` says in Vietnamese why to go there, "" if all is well.

    `clock` is the office's time, `coming` the next inject with its hour, both in words.
    """

    student: str
    name: str
    group: str = ""
    state: State = State.AWAY
    clock: str = ""
    orders: int = 0
    waiting: str = ""
    coming: str = ""
    quiet: timedelta | None = None
    stuck: str = ""


@dataclass(frozen=True)
class _Seen:
    """What was read out of one state of a file, kept until the file changes."""

    stamp: tuple[int, int]
    work: Work | None
    told: tuple[State, str, str, str]
    trouble: str = ""


class Board:
    """The board of one class and one assignment; reading it again plays only what has changed."""

    def __init__(self, plan: ClassPlan, assignment: str, case_id: str, shared: Path) -> None:
        self._plan, self._assignment, self._case = plan, assignment, case_id
        self._shared = shared
        self._seen: dict[Path, _Seen] = {}

    def seats(self, ledger: Ledger, now: datetime) -> list[Seat]:
        """Everybody of the list, then works of others, as things stand at `now`."""
        found: dict[str, Path] = {}
        for path in self.works():
            owner = self._owner(path)
            if owner not in found or path.stat().st_mtime > found[owner].stat().st_mtime:
                found[owner] = path
        ids = [one.id for one in self._plan.in_order()]
        ids += sorted(set(found) - set(ids))
        return [self._seat(one, found.get(one), ledger, now) for one in ids]

    def works(self) -> list[Path]:
        """The work files of the shared folder that are about this case or cannot be read."""
        paths = [path for place in _PLACES for path in self._shared.glob(place)][:_MOST_FILES]
        return [path for path in sorted(paths) if self._is_ours(path)]

    def _is_ours(self, path: Path) -> bool:
        seen = self._look(path)
        return seen is not None and (seen.work is None or seen.work.case == self._case)

    def _owner(self, path: Path) -> str:
        """Whose work it is: who has said so beside it, else the folder below the shared one."""
        above = list(path.relative_to(self._shared).parents)[:-1]
        for folder in above:
            try:
                text = (self._shared / folder / SELF_NAME).read_text(encoding="utf-8")
                return str(json.loads(text)["id"])
            except (OSError, ValueError, KeyError, TypeError):
                continue
        return above[-1].name

    def _seat(self, student: str, path: Path | None, ledger: Ledger, now: datetime) -> Seat:
        own = self._plan.student(student)
        name, group = self._plan.called(student), own.group if own else ""
        handed = ledger.standing(self._assignment, student) is not None
        seen = self._look(path) if path else None
        if path is None or seen is None:
            return Seat(student, name, group, State.HANDED_IN if handed else State.AWAY)
        if seen.work is None:
            state = State.HANDED_IN if handed else State.BROKEN
            return Seat(student, name, group, state, stuck=seen.trouble)
        state, clock, waiting, coming = seen.told
        quiet = timedelta(seconds=now.timestamp() - path.stat().st_mtime)
        stuck = "" if handed or state is State.FINISHED else _stuck(seen.work, quiet)
        return Seat(
            student, name, group, State.HANDED_IN if handed else state, clock,
            len(seen.work.orders), waiting, coming, quiet, stuck,
        )  # fmt: skip

    def _look(self, path: Path) -> _Seen | None:
        """What the file says; None if it has gone."""
        try:
            state = path.stat()
        except OSError:
            return None
        stamp = (state.st_mtime_ns, state.st_size)
        known = self._seen.get(path)
        if known is None or known.stamp != stamp:
            known = self._seen[path] = self._read(path, stamp)
        return known

    def _read(self, path: Path, stamp: tuple[int, int]) -> _Seen:
        nothing = (State.BROKEN, "", "", "")
        try:
            work = read_work(path)
            if work is None:
                return _Seen(stamp, None, nothing, "tệp vừa bị xóa")
            if work.case != self._case:
                return _Seen(stamp, work, nothing)
            return _Seen(stamp, work, _told(work))
        except (WorkError, VariantError, CaseError, UnknownCaseError) as error:
            return _Seen(stamp, None, nothing, str(error))


def stuck_first(seats: Sequence[Seat]) -> list[Seat]:
    """Those to go to first: broken files, then whoever is stuck, the longest quiet ones first."""
    calling = [one for one in seats if one.stuck]
    return sorted(calling, key=lambda one: (one.quiet is not None, -_minutes(one)))


def _minutes(seat: Seat) -> float:
    return seat.quiet.total_seconds() if seat.quiet else 0.0


def _told(work: Work) -> tuple[State, str, str, str]:
    """State, clock, the inject that waits and the next one, as the learner has them on screen."""
    case = load_case(work.case, work.edition)
    position = min(max(work.position or case.world.start, case.world.start), case.world.end)
    run = play(case, work, until=position)
    if run.finished:
        return State.FINISHED, format_moment(run.office.now), "", ""
    anchors = anchors_of(case.file, case.variant)
    timed = [
        (AnchoredTime.parse(one.at).moment(anchors), one.title)
        for one in injects_ahead(run)
        if one.at is not None
    ]
    later = sorted(one for one in timed if one[0] >= position)
    coming = f"{format_moment(later[0][0])}: {later[0][1]}" if later else "theo việc của nhóm"
    state = State.DECIDING if run.waiting else State.WORKING
    now = run.office.now if run.waiting else position
    return state, format_moment(now), run.waiting.title if run.waiting else "", coming


def _stuck(work: Work, quiet: timedelta) -> str:
    last = [one.about for one in work.helps if one.step == "check"][-SAME_HELP:]
    if len(last) == SAME_HELP and len(set(last)) == 1:
        return f"xem cùng một nhận xét {SAME_HELP} lần liền"
    if quiet >= STILL:
        return f"{int(quiet.total_seconds() // 60)} phút không có thay đổi"
    return ""
