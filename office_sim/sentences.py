"""The log in plain Vietnamese: one sentence for each kind of event, with names instead of ids."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from office_sim.calendar import format_moment
from office_sim.happenings import Happening
from office_sim.log import Event, EventKind
from office_sim.visit_sentences import VISIT_SENTENCES
from office_sim.vocabulary import EVENT_VI, SECRECY_VI
from office_sim.wording import Wording, listed, sentence
from office_sim.world import World


class Sentences:
    """Tells the events of one world. Texts that come with an event are told as they are."""

    def __init__(self, world: World) -> None:
        self.wording = Wording(world)
        self._happenings = {one.id: one for one in world.happenings}

    def of(self, event: Event) -> str:
        """The sentence of one event."""
        return self.together([event])

    def together(self, events: Sequence[Event]) -> str:
        """One sentence for events of one kind that differ only in whom they concern."""
        event = events[0]
        if event.kind in _GROUPED:
            return sentence(_GROUPED[event.kind](self, events))
        if event.kind in _SPECIAL:
            return sentence(_SPECIAL[event.kind](self, event))
        words = self.wording
        told = EVENT_VI[event.kind].format(
            actor=words.person(event.actor),
            paper=words.paper(event.subject),
            task=words.task(str(event.detail.get("task", ""))),
            meeting=words.meeting,
        )
        return sentence(_with_text(told, event))

    def happening(self, event: Event) -> Happening | None:
        """The happening that an event about an inject speaks of."""
        return self._happenings.get(event.subject)


def _with_text(told: str, event: Event) -> str:
    text = str(event.detail.get("text", ""))
    return f"{told}: {text}" if text else told


def _inject(says: Sentences, event: Event) -> str:
    happening = says.happening(event)
    if happening is None:
        return "có tình tiết mới"
    return f"{happening.title}: {happening.text}" if happening.title else happening.text


def _decision(says: Sentences, event: Event) -> str:
    happening = says.happening(event)
    choice = happening.choice(str(event.detail.get("choice", ""))) if happening else None
    if choice is None:
        return "anh/chị đã quyết định"
    told = f"{sentence(choice.text)} {choice.reply}"
    if event.actor:
        return f"{says.wording.person(event.actor)} xử lý thay anh/chị: {told}"
    return f"anh/chị quyết định: {told}"


def _consequence(says: Sentences, event: Event) -> str:
    return str(event.detail.get("text", "")) or "có hậu quả của việc trước đó"


def _refused(says: Sentences, event: Event) -> str:
    actor, task = says.wording.person(event.actor), _task(says, event)
    return f"{actor} không làm được việc “{task}” vì đang bận: {event.detail.get('reason', '')}"


def _blocked(says: Sentences, event: Event) -> str:
    kind, _, subject = str(event.detail.get("reason", "")).partition(":")
    actor = says.wording.person(event.actor)
    missing = says.wording.thing(EventKind(kind), subject) if kind else "việc đi trước"
    return f"{actor} phải bỏ việc “{_task(says, event)}”, chờ mãi không có {missing}"


def _task(says: Sentences, event: Event) -> str:
    return says.wording.task(str(event.detail.get("task", "")))


def _appraised(says: Sentences, event: Event) -> str:
    told = (
        f"{says.wording.person(event.actor)} thẩm định xong “{says.wording.paper(event.subject)}”"
    )
    found = _texts(event, "found")
    return f"{told}, đã sửa: {'; '.join(found)}" if found else f"{told}, không thấy lỗi"


def _registered(says: Sentences, event: Event) -> str:
    told = f"{says.wording.person(event.actor)} vào sổ “{says.wording.paper(event.subject)}”"
    symbol = event.detail.get("symbol")
    return f"{told}, lấy {str(symbol)[:1].lower()}{str(symbol)[1:]}" if symbol else told


def _issued(says: Sentences, event: Event) -> str:
    actor, paper = says.wording.person(event.actor), says.wording.paper(event.subject)
    return f"{actor} gửi “{paper}” qua {_channel(says, event)}"


def _received(says: Sentences, event: Event) -> str:
    return f"nơi nhận đã nhận “{says.wording.paper(event.subject)}” qua {_channel(says, event)}"


def _channel(says: Sentences, event: Event) -> str:
    return says.wording.channel(str(event.detail.get("channel", "")))


def _marked(says: Sentences, event: Event) -> str:
    level = next((vi for one, vi in SECRECY_VI.items() if one.value == event.detail["level"]), "")
    return f"văn bản “{says.wording.paper(event.subject)}” được xác định độ mật: {level}"


def _leaked(says: Sentences, event: Event) -> str:
    told = f"tài liệu mật (mô phỏng) “{says.wording.paper(event.subject)}” đã bị lộ"
    if "channel" in event.detail:
        return f"{told}: gửi qua {_channel(says, event)}"
    return _with_text(told, event)


def _room_booked(says: Sentences, event: Event) -> str:
    room = says.wording.room(str(event.detail.get("room", "")))
    return f"đã đặt {room} ({event.detail.get('seats', 0)} chỗ) cho {says.wording.meeting}"


def _room_refused(says: Sentences, event: Event) -> str:
    room = says.wording.room(event.subject)
    return f"không đặt được {room}, giờ đó phòng đã có: {event.detail.get('reason', '')}"


def _room_lost(says: Sentences, event: Event) -> str:
    told = f"{says.wording.room(event.subject)} không còn dành cho {says.wording.meeting}"
    return _with_text(told, event)


def _equipment_checked(says: Sentences, event: Event) -> str:
    told = f"{says.wording.person(event.actor)} chạy thử xong thiết bị"
    found = [says.wording.equipment(one) for one in _texts(event, "found")]
    return f"{told}, đã khắc phục: {listed(found)}" if found else f"{told}, mọi thứ chạy tốt"


def _texts(event: Event, key: str) -> tuple[str, ...]:
    value = event.detail.get(key, ())
    return value if isinstance(value, tuple) else (str(value),)


def _confirmation(says: Sentences, event: Event) -> str:
    d = event.detail
    return (
        f"{says.wording.person(event.actor)} gọi xác nhận xong: {d.get('confirmed', 0)}/"
        f"{d.get('total', 0)} người nhận lời, {d.get('declined', 0)} người báo vắng"
    )


def _quorum(says: Sentences, event: Event) -> str:
    d = event.detail
    return (
        f"{says.wording.person(event.actor)} báo cáo thường trực: dự kiến có mặt "
        f"{d.get('expected', 0)}/{d.get('total', 0)} người, cần ít nhất {d.get('needed', 0)} người"
    )


def _system(says: Sentences, event: Event) -> str:
    system = says.wording.system(event.subject)
    if event.kind is EventKind.SYSTEM_UP:
        return f"{system} hoạt động lại"
    return _with_text(f"{system} bị gián đoạn", event)


def _queued(says: Sentences, event: Event) -> str:
    system = says.wording.system(event.subject)
    return f"{says.wording.person(event.actor)} gửi khi {system} đang gián đoạn: nằm ở hàng đợi"


def _borrowed(says: Sentences, event: Event) -> str:
    system = says.wording.system(event.subject)
    return f"{says.wording.person(event.actor)} không có tài khoản, phải mượn để vào {system}"


def _used(says: Sentences, event: Event) -> str:
    person, system = says.wording.person(event.actor), says.wording.system(event.subject)
    return _with_text(f"{person} làm trên {system}", event)


def _held_up(says: Sentences, event: Event) -> str:
    actor, task = says.wording.person(event.actor), _task(says, event)
    why, minutes = event.detail.get("says", ""), event.detail.get("minutes", 0)
    return f"{actor} {why} (việc “{task}”), mất thêm {minutes} phút"


def _moved(says: Sentences, event: Event) -> str:
    start = str(event.detail.get("start", ""))
    return f"giờ họp chuyển sang {format_moment(datetime.fromisoformat(start))}"


def _opened(says: Sentences, event: Event) -> str:
    d = event.detail
    late = int(str(d.get("late_minutes", 0)))
    delay = f", muộn {late} phút" if late else ", đúng giờ"
    present = f"có mặt {d.get('present', 0)}/{d.get('total', 0)} người"
    return f"{says.wording.meeting} khai mạc{delay}, {present}"


def _failed(says: Sentences, event: Event) -> str:
    d = event.detail
    return (
        f"{says.wording.meeting} không mở được: chỉ có mặt "
        f"{d.get('present', 0)}/{d.get('total', 0)} người, "
        f"cần ít nhất {d.get('needed', 0)} người"
    )


def _minutes(says: Sentences, event: Event) -> str:
    late = int(str(event.detail.get("late_minutes", 0)))
    told = f"{says.wording.person(event.actor)} ghi xong biên bản tại {says.wording.meeting}"
    return f"{told}, bắt đầu ghi muộn {late} phút" if late else told


def _sent(says: Sentences, event: Event) -> str:
    channels = listed(says.wording.channel(one) for one in _texts(event, "channel"))
    return f"{says.wording.person(event.actor)} gửi xong giấy mời qua {channels}"


def _invited(says: Sentences, events: Sequence[Event]) -> str:
    return f"giấy mời được gửi tới {_who(says, events)} qua {_how(says, events)}"


def _reached(says: Sentences, events: Sequence[Event]) -> str:
    told = f"{_who(says, events)} đã nhận tin về {says.wording.meeting}"
    if "channel" in events[0].detail:
        return f"{told} qua {_how(says, events)}"
    return _with_text(told, events[0])


def _not_reached(says: Sentences, events: Sequence[Event]) -> str:
    if "channel" in events[0].detail:
        return f"giấy mời gửi {_who(says, events)} qua {_how(says, events)} chưa tới"
    return f"chưa liên lạc được với {_who(says, events)}"


def _who(says: Sentences, events: Sequence[Event]) -> str:
    return says.wording.people(event.actor for event in events)


def _how(says: Sentences, events: Sequence[Event]) -> str:
    channels = dict.fromkeys(str(event.detail.get("channel", "")) for event in events)
    return listed(says.wording.channel(one) for one in channels)


_SPECIAL: dict[EventKind, Callable[[Sentences, Event], str]] = {
    EventKind.INJECT_RAISED: _inject,
    EventKind.DECISION_MADE: _decision,
    EventKind.CONSEQUENCE: _consequence,
    EventKind.ORDER_REFUSED: _refused,
    EventKind.ORDER_BLOCKED: _blocked,
    EventKind.PAPER_APPRAISED: _appraised,
    EventKind.PAPER_REGISTERED: _registered,
    EventKind.PAPER_ISSUED: _issued,
    EventKind.PAPER_RECEIVED: _received,
    EventKind.PAPER_MARKED_SECRET: _marked,
    EventKind.PAPER_LEAKED: _leaked,
    EventKind.ROOM_BOOKED: _room_booked,
    EventKind.ROOM_REFUSED: _room_refused,
    EventKind.ROOM_LOST: _room_lost,
    EventKind.EQUIPMENT_CHECKED: _equipment_checked,
    EventKind.CONFIRMATION_DONE: _confirmation,
    EventKind.QUORUM_REPORTED: _quorum,
    EventKind.SYSTEM_DOWN: _system,
    EventKind.SYSTEM_UP: _system,
    EventKind.MESSAGE_QUEUED: _queued,
    EventKind.ACCOUNT_BORROWED: _borrowed,
    EventKind.SYSTEM_USED: _used,
    EventKind.PERSON_HELD_UP: _held_up,
    EventKind.MEETING_MOVED: _moved,
    EventKind.MEETING_OPENED: _opened,
    EventKind.MEETING_FAILED: _failed,
    EventKind.MINUTES_TAKEN: _minutes,
    EventKind.INVITATIONS_SENT: _sent,
    **VISIT_SENTENCES,
}

_GROUPED: dict[EventKind, Callable[[Sentences, Sequence[Event]], str]] = {
    EventKind.PERSON_INVITED: _invited,
    EventKind.PERSON_REACHED: _reached,
    EventKind.PERSON_NOT_REACHED: _not_reached,
}
GROUPED_KINDS = frozenset(_GROUPED)
"""Kinds of which many come at once; `together` tells them in one sentence."""
