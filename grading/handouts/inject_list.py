"""The list of injects: what comes when, by the clock of the case, with room to tick it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grading.handouts.inject_times import in_time, likely_moments, moment_of, when_of
from grading.word.draft import Table
from office_sim.calendar import format_moment
from scenarios.case import Case

if TYPE_CHECKING:
    from grading.word.write import Writer

_HOW = (
    "Giờ ghi ở đây là giờ trong tình huống; số thứ tự trùng với số trên thẻ. Tình tiết “khi…” chỉ "
    "trao khi nhóm đã làm tới việc ấy, giờ ghi kèm là giờ theo bài mẫu. Cột cuối để giảng viên ghi "
    "giờ đã trao cho từng nhóm."
)


def inject_list(writer: Writer, case: Case) -> None:
    """One table of all injects of the variant, numbered as the cards are."""
    writer.text(_HOW)
    rows = [("TT", "Tình tiết", "Trao khi", "Giờ trong tình huống", "Đã trao lúc")]
    likely = likely_moments(case)
    for number, inject in enumerate(in_time(case), start=1):
        moment = likely.get(inject.id)
        told = format_moment(moment) if moment else "theo việc của nhóm"
        if moment and moment_of(case, inject) is None:
            told = f"theo việc của nhóm (bài mẫu: {told})"
        rows.append((str(number), inject.title, when_of(case, inject), told, ""))
    writer.table(Table(tuple(rows), widths=(10, 50, 45, 32, 28), size=12))
