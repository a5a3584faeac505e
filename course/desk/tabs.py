"""The tabs of the desk: their titles in the order of the work, and which of them a case has."""

from __future__ import annotations

from course.desk.desk import Desk
from scenarios.week_play import week_table_of

(
    BRIEF, OFFICE, PLAN, EVENTS, TRIAL, QUESTIONS, DOCUMENTS, FINDINGS, HAND_IN, TABLES, GROUP,
    WEEK,
) = range(12)  # fmt: skip
TITLES_VI = {
    BRIEF: "Tình huống",
    OFFICE: "Văn phòng",
    TABLES: "Bảng",
    PLAN: "Giao việc",
    EVENTS: "Diễn biến",
    TRIAL: "Thử lại",
    QUESTIONS: "Câu hỏi",
    WEEK: "Cả tuần",
    DOCUMENTS: "Văn bản",
    FINDINGS: "Nhận xét",
    HAND_IN: "Nộp bài",
    GROUP: "Làm nhóm",
}
BRIEF_VI = "Đề bài"
"""What the first tab is called where nothing happens by itself."""


def kinds_of(desk: Desk) -> list[int]:
    """The tabs for what the case really has; brief, findings and hand-in are always there."""
    case, world = desk.case, desk.case.world
    wanted = {
        OFFICE: bool(world.people or world.rooms or world.papers),
        TABLES: bool(case.tables),
        PLAN: bool(case.tasks),
        EVENTS: desk.has_run,
        TRIAL: desk.has_run,
        QUESTIONS: bool(case.questions),
        DOCUMENTS: bool(case.documents),
    }
    week = week_table_of(case.file) is not None
    if world.meeting is not None:  # the two situations keep all their tabs in every edition
        wanted = {TABLES: wanted[TABLES], DOCUMENTS: bool(case.file.documents)}
    return [one for one in TITLES_VI if (wanted | {WEEK: week}).get(one, True)]
