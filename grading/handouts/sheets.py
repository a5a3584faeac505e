"""The evaluation sheet: every criterion with its points, its source and room for marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grading.criteria import criteria_of
from grading.groups import groups_of
from grading.word.draft import Table
from office_sim import rulebook
from scenarios.case import Case

if TYPE_CHECKING:
    from grading.word.write import Writer

HEAD = ("Mã", "Tiêu chí và cách làm tốt", "Điểm tối đa", "Điểm", "Nhận xét")
WIDTHS = (14.0, 86.0, 18.0, 15.0, 32.0)


def evaluation_sheet(writer: Writer, case: Case) -> None:
    """One table for each group of criteria, with the sum at the end."""
    writer.text("Nhóm: ……………………………………………")
    writer.text("Người đánh giá: ……………………………………………")
    criteria = criteria_of(case)
    book = rulebook.load()
    titles = {group.id: group.title for group in groups_of(case)}
    groups = dict.fromkeys(criterion.group for criterion in criteria)
    for group in groups:
        writer.heading(titles.get(group, group))
        rows = [HEAD]
        for criterion in criteria:
            if criterion.group != group:
                continue
            words = f"{criterion.title}. {case.say(criterion.lesson)}"
            source = f" (Nguồn: {book[criterion.rule].citation})"
            worth = f"{criterion.worth:g}" if criterion.worth else "nhắc"
            rows.append((criterion.id, words + source, worth, "", ""))
        writer.table(Table(tuple(rows), widths=WIDTHS, size=12))
    total = sum(criterion.worth for criterion in criteria)
    writer.text(f"Tổng điểm tối đa: {total:g}. Tổng điểm của nhóm: ……………")
