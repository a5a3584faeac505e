"""The office as it is known now, as tables: people and diaries, who comes, rooms, papers."""

from __future__ import annotations

from collections.abc import Iterable

from course.desk import known
from course.desk.desk import Desk
from course.look import Html, badge, join, table, text
from office_sim.calendar import format_moment
from office_sim.people import ROLE_VI


def office_now(desk: Desk) -> Html:
    """Everything the office knows at this moment."""
    return join(
        Html(
            f'<p class="vp vp-desk-hint">Những điều văn phòng biết lúc '
            f"{format_moment(desk.now)}. Địa điểm: {text(desk.case.file.place)}.</p>"
        ),
        *(_people(caption, people) for caption, people in _groups(desk) if people),
        *([_members(desk)] if desk.run.office.has_meeting else []),
        *([_rooms(desk)] if desk.case.world.rooms else []),
        *([_papers(desk)] if desk.case.world.papers else []),
        *([_systems(desk)] if desk.case.world.systems else []),
    )


def _groups(desk: Desk) -> list[tuple[str, list[known.KnownPerson]]]:
    return [
        ("Người của văn phòng", known.staff(desk)),
        ("Thường trực Đảng ủy", known.leaders(desk)),
    ]


def _members(desk: Desk) -> Html:
    members = known.members(desk)
    body = desk.case.say("{body}")
    return table(
        ("Thành viên", "Chức vụ", "Trả lời"),
        ((one.name, one.post, one.answer) for one in members),
        caption=f"{body[:1].upper()}{body[1:]}: {len(members)} đồng chí",
    )


def _rooms(desk: Desk) -> Html:
    return table(
        ("Phòng", "Số chỗ", "Thiết bị", "Đã có lịch"),
        ((one.title, one.seats, one.equipment, _lines(one.bookings)) for one in known.rooms(desk)),
        caption="Phòng họp",
    )


def _papers(desk: Desk) -> Html:
    return table(
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
    )


def _systems(desk: Desk) -> Html:
    posts = {
        system.spec.id: ", ".join(ROLE_VI[role] for role in system.spec.access)
        for system in desk.run.office.systems.values()
    }
    return table(
        ("Hệ thống (mô phỏng)", "Được đưa gì lên", "Ai có tài khoản", "Khi trục trặc", "Lúc này"),
        (
            (
                f"{one.spec.title}: {one.spec.purpose}",
                one.spec.carries,
                posts[one.spec.id] or "không ai ở xã",
                f"{one.spec.fails}. Cách làm: {one.spec.fallback}",
                badge("gián đoạn", "bad")
                if one.is_down(desk.now)
                else badge("bình thường", "plain"),
            )
            for one in desk.run.office.systems.values()
        ),
        caption="Hệ thống thông tin. Không đưa gì mật lên mạng mở.",
    )


def _people(caption: str, people: Iterable[known.KnownPerson]) -> Html:
    return table(
        ("Họ tên", "Chức vụ", "Lúc này", "Lịch sắp tới"),
        ((one.name, one.post, one.now, _lines(one.diary)) for one in people),
        caption=caption,
    )


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines) or "—"
