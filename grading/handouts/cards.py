"""Cards to hand out: one for each role of the office, one for each inject."""

from __future__ import annotations

from typing import TYPE_CHECKING

from grading.handouts.inject_times import in_time, moment_and_when
from grading.word.draft import Table
from office_sim.people import ROLE_VI, Role
from scenarios.case import Case

if TYPE_CHECKING:
    from grading.word.write import Writer


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
    for number, inject in enumerate(in_time(case), 1):
        rows = [
            (f"Thẻ {number}", inject.title),
            ("Trao khi", moment_and_when(case, inject)),
            ("Nội dung", inject.text),
        ]
        letters = "ABCDEFGH"
        choices = zip(letters, inject.choices, strict=False)
        rows += [(f"Cách {letter}", choice.text) for letter, choice in choices]
        rows.append(("Nhóm chọn", "……    Vì: …………………………………………………"))
        writer.table(Table(tuple(rows), widths=(30, 135), together=True))
