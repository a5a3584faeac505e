"""Two runs side by side in words: the figures, then each event that differs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from course.desk.desk import Desk
from course.look import Html, join, notice, table, text
from grading.run_figures import run_figures
from office_sim.calendar import format_moment
from office_sim.log import Event
from office_sim.sentences import GROUPED_KINDS, Sentences
from office_sim.spans import format_span
from scenarios.compare import Difference
from scenarios.what_if import (
    AtAnotherHour,
    Change,
    DecidedOtherwise,
    LeftOut,
    Replay,
    ToAnotherPerson,
)

OWN_VI, OTHER_VI = "Bài của anh/chị", "Nếu đổi"
_SAME_VI = "Đổi như vậy mà đến {until} mọi việc vẫn diễn ra y như trong bài."
_STOPS_VI = (
    "Ở lần thử, lúc {until} có tình tiết “{title}” mà trong bài chưa gặp nên chưa có quyết định; "
    "hai bên chỉ so được tới lúc ấy."
)
_NOTHING = "—"


def side_by_side(desk: Desk, change: Change, found: Replay) -> Html:
    """What was changed, the figures of both runs, the events that differ."""
    until = format_moment(found.until)
    return join(
        notice(f"{change_words(desk, change)} So tới {until}. Bài làm giữ nguyên.", "info", "Thử"),
        _stop(found, until),
        _figures(desk, found),
        _differences(desk, found, until),
    )


def change_words(desk: Desk, change: Change) -> str:
    """The change as a sentence."""
    words = Sentences(desk.case.world).wording
    if isinstance(change, DecidedOtherwise):
        inject = next(one for one in desk.case.injects if one.id == change.inject)
        choice = inject.choice(change.choice)
        return f"Ở tình tiết “{inject.title}”, nếu chọn: {choice.text if choice else ''}"
    order = desk.order_with(change.order)
    task = words.task(order.task) if order else words.task("")
    if isinstance(change, LeftOut):
        return f"Nếu không giao việc “{task}”."
    if isinstance(change, AtAnotherHour):
        return f"Nếu việc “{task}” được giao từ {format_moment(change.at)}."
    assert isinstance(change, ToAnotherPerson)
    return f"Nếu việc “{task}” giao cho {words.person(change.who)}."


def _stop(found: Replay, until: str) -> Html:
    waiting = found.after.waiting
    if waiting is None or not found.stops_at_inject:
        return Html("")
    return notice(_STOPS_VI.format(until=until, title=waiting.title), "warn")


def _figures(desk: Desk, found: Replay) -> Html:
    """Both runs' figures; a row that differs is set in bold."""
    own = run_figures(desk.case, desk.work, found.before)
    other = dict(run_figures(desk.case, found.work, found.after))
    rows = []
    for title, value in own:
        new = other.get(title, _NOTHING)
        rows.append(
            (title, value, value if new == value else Html(f"<strong>{text(new)}</strong>"))
        )
    return table(("", OWN_VI, OTHER_VI), rows, caption="Hai lần chạy, đặt cạnh nhau")


def _differences(desk: Desk, found: Replay, until: str) -> Html:
    if not found.differences:
        return notice(_SAME_VI.format(until=until), "info", "")
    says = Sentences(desk.case.world)
    rows = [
        (
            _told(says, [one.before for one in group if one.before]),
            _told(says, [one.after for one in group if one.after]),
            _how(group[0]),
        )
        for group in _grouped(found.differences)
    ]
    caption = f"Những điểm khác nhau ({len(rows)})"
    return table((OWN_VI, OTHER_VI, "Khác thế nào"), rows, caption=caption)


def _grouped(differences: Sequence[Difference]) -> list[list[Difference]]:
    """Many of a kind that moved together, such as an invitation to each member, become one."""
    groups: dict[object, list[Difference]] = {}
    for place, one in enumerate(differences):
        events = [event for event in (one.before, one.after) if event is not None]
        alike = all(one.kind in GROUPED_KINDS and "text" not in one.detail for one in events)
        key = (events[0].kind, one.before and one.before.at, one.after and one.after.at)
        groups.setdefault(key if alike else place, []).append(one)
    return list(groups.values())


def _told(says: Sentences, events: Sequence[Event]) -> Html:
    if not events:
        return Html(_NOTHING)
    at = format_moment(events[0].at)
    return Html(f"<strong>{at}</strong> {text(says.together(events))}")


def _how(one: Difference) -> str:
    if one.before is None:
        return "chỉ có khi đổi"
    if one.after is None:
        return "không còn"
    shift = one.shift or timedelta()
    if not shift:
        return "cùng lúc, nội dung khác"
    word = "muộn hơn" if shift > timedelta() else "sớm hơn"
    return f"{word} {format_span(abs(shift))}"
