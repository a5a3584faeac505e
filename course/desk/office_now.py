"""The office as it is known now, as tables: people and diaries, who comes, rooms, papers."""

from __future__ import annotations

from collections.abc import Iterable

from course.desk import known
from course.desk.desk import Desk
from course.look import Html, badge, join, table, text
from office_sim.calendar import format_moment


def office_now(desk: Desk) -> Html:
    """Everything the office knows at this moment."""
    file = desk.case.file
    members = known.members(desk)
    body = desk.case.say("{body}")
    return join(
        Html(
            f'<p class="vp vp-desk-hint">Những điều văn phòng biết lúc '
            f"{format_moment(desk.now)}. Địa điểm: {text(file.place)}.</p>"
        ),
        _people("Người của văn phòng", known.staff(desk)),
        _people("Thường trực Đảng ủy", known.leaders(desk)),
        table(
            ("Thành viên", "Chức vụ", "Trả lời"),
            ((one.name, one.post, one.answer) for one in members),
            caption=f"{body}: {len(members)} thành viên",
        ),
        table(
            ("Phòng", "Số chỗ", "Thiết bị", "Đã có lịch"),
            (
                (one.title, one.seats, one.equipment, _lines(one.bookings))
                for one in known.rooms(desk)
            ),
            caption="Phòng họp",
        ),
        table(
            ("Văn bản", "Độ mật", "Độ khẩn", "Đã tới bước nào"),
            (
                (
                    one.title,
                    badge(one.secrecy, "bad" if one.is_secret else "plain"),
                    one.urgency,
                    one.state,
                )
                for one in known.papers(desk)
            ),
            caption="Văn bản, tài liệu",
        ),
    )


def _people(caption: str, people: Iterable[known.KnownPerson]) -> Html:
    return table(
        ("Họ tên", "Chức vụ", "Lúc này", "Lịch sắp tới"),
        ((one.name, one.post, one.now, _lines(one.diary)) for one in people),
        caption=caption,
    )


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) or "—"
