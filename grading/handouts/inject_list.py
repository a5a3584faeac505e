"""The list of injects: what comes when, by the clock of the case, with room to tick it off."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from grading.handouts.cards import case_injects, when_of
from grading.word.draft import Table
from office_sim.calendar import format_moment
from office_sim.happenings import AnchoredTime, Happening
from scenarios.build_world import anchors_of
from scenarios.case import Case

if TYPE_CHECKING:
    from grading.word.write import Writer

_HOW = (
    "Giờ ghi ở đây là giờ trong tình huống. Tình tiết “khi…” chỉ trao khi nhóm đã làm tới việc ấy. "
    "Cột cuối để giảng viên ghi giờ đã trao cho từng nhóm."
)


def inject_list(writer: Writer, case: Case) -> None:
    """One table of all injects of the variant, those with a time first and by it."""
    writer.text(_HOW)
    rows = [("TT", "Tình tiết", "Trao khi", "Giờ trong tình huống", "Đã trao lúc")]
    for number, inject in enumerate(in_time(case), start=1):
        moment = moment_of(case, inject)
        told = format_moment(moment) if moment else "theo việc của nhóm"
        rows.append((str(number), inject.title, when_of(case, inject), told, ""))
    writer.table(Table(tuple(rows), widths=(10, 50, 45, 32, 28), size=12))


def in_time(case: Case) -> list[Happening]:
    """The injects by the clock of the case; those that wait for a piece of work come last."""
    timed = [(moment_of(case, one), one) for one in case_injects(case)]
    first = sorted((at, number) for number, (at, _) in enumerate(timed) if at is not None)
    later = [one for at, one in timed if at is None]
    return [*(timed[number][1] for _, number in first), *later]


def moment_of(case: Case, inject: Happening) -> datetime | None:
    """When the inject comes by the clock of the case, None if it waits for something."""
    if inject.at is None:
        return None
    return AnchoredTime.parse(inject.at).moment(anchors_of(case.file, case.variant))
