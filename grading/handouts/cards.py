"""Cards to hand out: one for each role of the office, one for each inject."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from grading.word.draft import Table
from office_sim.happenings import Anchor, AnchoredTime, Happening
from office_sim.log import EventKind
from office_sim.people import ROLE_VI, Role
from office_sim.spans import format_span
from scenarios.case import Case

if TYPE_CHECKING:
    from grading.word.write import Writer

_ANCHOR_VI = {
    Anchor.START: "lúc bắt đầu",
    Anchor.MEETING: "giờ đã định",
    Anchor.MEETING_END: "lúc kết thúc",
    Anchor.NEXT_DAY: "đầu ngày làm việc hôm sau",
}

_WORLD_VI = {
    EventKind.MEETING_OPENED: "hội nghị khai mạc",
    EventKind.MEETING_CLOSED: "hội nghị kết thúc",
    EventKind.MEETING_FAILED: "hội nghị không đủ người",
    EventKind.PERSON_NOT_REACHED: "có người không nhận được giấy mời",
}
"""What the world does by itself, in the words of a card."""


def role_cards(writer: Writer, case: Case) -> None:
    """One page for each member of staff: who one is, and the work that belongs to the post."""
    staff = [person for person in case.world.people if person.staff]
    for number, person in enumerate(staff):
        if number:
            writer.page_break()
        writer.heading(f"{person.title[:1].upper()}{person.title[1:]}")
        writer.text(f"Anh/chị giữ vai {person.post or ROLE_VI[person.role]} trong tình huống này.")
        tasks = [task.title for task in case.tasks if person.role in task.roles]
        if not tasks:
            writer.text("Anh/chị không có việc riêng; giúp mọi người khi được giao.")
            continue
        writer.text("Những việc thuộc phần của anh/chị (làm khi chánh văn phòng giao):")
        for title in tasks:
            writer.text(f"- {title}")
        if person.role is not Role.CHIEF_OF_OFFICE:
            writer.text("Việc không thuộc phần mình thì nói rõ với chánh văn phòng trước khi nhận.")


def inject_cards(writer: Writer, case: Case) -> None:
    """One card for each inject: when to hand it out, what it says, how one may decide."""
    writer.text("Giảng viên cắt rời từng thẻ và trao cho nhóm đúng lúc ghi trên thẻ.")
    for number, inject in enumerate(case_injects(case), 1):
        rows = [
            (f"Thẻ {number}", inject.title),
            ("Trao khi", when_of(case, inject)),
            ("Nội dung", inject.text),
        ]
        letters = "ABCDEFGH"
        choices = zip(letters, inject.choices, strict=False)
        rows += [(f"Cách {letter}", choice.text) for letter, choice in choices]
        rows.append(("Nhóm chọn", "……    Vì: …………………………………………………"))
        writer.table(Table(tuple(rows), widths=(30, 135), together=True))


def case_injects(case: Case) -> list[Happening]:
    """The injects of the edition with its words in them, in the file's order."""
    return [one for one in case.world.happenings if one.is_inject and not one.settled_by]


def when_of(case: Case, inject: Happening) -> str:
    """When the card is handed out, in words."""
    if inject.at is not None:
        time = AnchoredTime.parse(inject.at)
        anchor = _ANCHOR_VI[time.anchor]
        if not time.offset:
            return anchor
        side = "sau" if time.offset > timedelta() else "trước"
        return f"{format_span(abs(time.offset))} {side} {anchor}"
    span = f"{format_span(inject.after)} sau khi" if inject.after else "ngay khi"
    return f"{span} {_cause(case, inject)}"


def _cause(case: Case, inject: Happening) -> str:
    """The work that brings the inject about, by the task whose event it waits for."""
    assert inject.on is not None
    for task in case.world.tasks:
        kinds = (task.emits, *task.also, task.answer)
        if inject.on.kind in kinds and inject.on.subject in (None, task.subject):
            return f"xong việc “{task.title}”"
    return _WORLD_VI.get(inject.on.kind, "giảng viên thấy tới lúc")
