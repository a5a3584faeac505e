"""The events of a day of visits in plain Vietnamese."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from office_sim.log import Event, EventKind
from office_sim.money import format_money
from office_sim.visit_vocabulary import MISSED_VI

if TYPE_CHECKING:
    from office_sim.sentences import Sentences


def _list_checked(says: Sentences, event: Event) -> str:
    told = f"{says.wording.person(event.actor)} đối chiếu xong danh sách"
    return _with_answers(told, event)


def _overlap_cleared(says: Sentences, event: Event) -> str:
    told = f"{says.wording.person(event.actor)} hỏi xong lịch của các đoàn khác"
    return _with_answers(told, event)


def _with_answers(told: str, event: Event) -> str:
    answers = event.detail.get("told", ())
    lines = answers if isinstance(answers, tuple) else (str(answers),)
    return f"{told}: {' '.join(lines)}" if lines else f"{told}, không ai nói gì thêm"


def _chosen(says: Sentences, event: Event) -> str:
    chosen = event.detail.get("chosen", 0)
    return f"{says.wording.person(event.actor)} trình danh sách {chosen} gia đình thăm trực tiếp"


def _route(says: Sentences, event: Event) -> str:
    stops = event.detail.get("stops", 0)
    return f"{says.wording.person(event.actor)} xếp xong đoàn và lịch trình: {stops} lượt thăm"


def _cars(says: Sentences, event: Event) -> str:
    d = event.detail
    told = f"{says.wording.person(event.actor)} đặt {d.get('cars', 0)} xe cho ngày thăm"
    return told if d.get("enough", True) else f"{told}, trong khi cần {d.get('needed', 0)} xe"


def _budget(says: Sentences, event: Event) -> str:
    d = event.detail
    told = (
        f"{says.wording.person(event.actor)} lập dự toán quà thăm trực tiếp: "
        f"{format_money(int(str(d.get('total', 0))))}, nguồn chi còn "
        f"{format_money(int(str(d.get('limit', 0))))}"
    )
    return f"{told}; dự toán vượt nguồn chi" if d.get("over") else told


def _gifts(says: Sentences, event: Event) -> str:
    d = event.detail
    return (
        f"{says.wording.person(event.actor)} chuẩn bị xong {d.get('gifts', 0)} phong bì quà của "
        f"Nhà nước, tổng {format_money(int(str(d.get('total', 0))))}"
    )


def _left(says: Sentences, event: Event) -> str:
    told = (
        f"{says.wording.delegation(event.subject)} lên đường, thăm {event.detail.get('stops', 0)}"
    )
    leader = f"do {says.wording.person(event.actor)} dẫn đầu"
    return f"{told} gia đình, {leader if event.actor else 'không có lãnh đạo đi cùng'}"


def _back(says: Sentences, event: Event) -> str:
    return f"{says.wording.delegation(event.subject)} về tới trụ sở"


def _replaced(says: Sentences, event: Event) -> str:
    delegation = says.wording.delegation(event.subject)
    return f"{says.wording.person(event.actor)} thay trưởng đoàn, dẫn {delegation}"


def _road(says: Sentences, event: Event) -> str:
    return str(event.detail.get("text", "")) or "một tuyến đường bị cắt vì mưa"


def _made(says: Sentences, event: Event) -> str:
    d, words = event.detail, says.wording
    who = words.delegation(str(d.get("delegation", ""))) if d.get("delegation") else "lãnh đạo"
    place = str(d.get("place", "")) or words.home(event.subject)
    late = int(str(d.get("late_minutes", 0)))
    told = f"{who} thăm {words.family(event.subject)} ({place})"
    remarks = [
        f"muộn {late} phút" if late else "",
        "đúng lúc nhà đang có tang, đoàn không hề biết" if d.get("mourning") else "",
        "gặp đoàn khác ngay ở cổng" if d.get("double") else "",
        "" if d.get("leader", True) else "không có lãnh đạo đi cùng",
        "" if d.get("gift", True) else "không có phong bì quà",
        "" if d.get("in_hours", True) else "vào giờ người già nghỉ",
    ]
    return ", ".join([told, *filter(None, remarks)])


def _missed(says: Sentences, event: Event) -> str:
    reason = MISSED_VI.get(str(event.detail.get("reason", "")), "không gặp được")
    return f"chưa thăm được {says.wording.family(event.subject)}: {reason}"


def _closed(says: Sentences, event: Event) -> str:
    d = event.detail
    return f"hết ngày thăm: thăm được {d.get('made', 0)} gia đình, lỡ {d.get('missed', 0)}"


VISIT_SENTENCES: dict[EventKind, Callable[[Sentences, Event], str]] = {
    EventKind.LIST_CHECKED: _list_checked,
    EventKind.OVERLAP_CLEARED: _overlap_cleared,
    EventKind.FAMILIES_CHOSEN: _chosen,
    EventKind.ROUTE_PLANNED: _route,
    EventKind.CARS_BOOKED: _cars,
    EventKind.BUDGET_PROPOSED: _budget,
    EventKind.GIFTS_PREPARED: _gifts,
    EventKind.DELEGATION_LEFT: _left,
    EventKind.DELEGATION_BACK: _back,
    EventKind.LEADER_REPLACED: _replaced,
    EventKind.ROAD_CLOSED: _road,
    EventKind.VISIT_MADE: _made,
    EventKind.VISIT_MISSED: _missed,
    EventKind.VISIT_DAY_CLOSED: _closed,
}
