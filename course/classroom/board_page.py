"""The board as pages: one for the projector, which names nobody's trouble, one for the trainer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from course.classroom.board import STATE_VI, Seat, State, stuck_first
from course.look import (
    Html,
    badge,
    card,
    join,
    notice,
    page_head,
    progress,
    stylesheet,
    table,
    text,
)
from course.look import Kind as LookKind
from scenarios.atomic_file import write_atomically

PROJECTOR_FILE = "bang_chieu.html"
REFRESH = 10
"""Seconds after which the projector's page looks again."""
_LOOK: dict[State, LookKind] = {
    State.AWAY: "info",
    State.WORKING: "info",
    State.DECIDING: "warn",
    State.FINISHED: "good",
    State.HANDED_IN: "good",
    State.BROKEN: "bad",
}


def trainer_board(seats: Sequence[Seat], now: datetime) -> Html:
    """Who needs the trainer, then everybody."""
    calling = stuck_first(seats)
    rows = [
        (one.name, one.group, badge(STATE_VI[one.state], _LOOK[one.state]), one.clock, one.orders,
         one.waiting, one.coming, _ago(one.quiet), one.stuck)
        for one in seats
    ]  # fmt: skip
    head = ("Học viên", "Nhóm", "Trạng thái", "Giờ trong bài", "Việc đã giao", "Chờ quyết định",
            "Tình tiết kế tiếp", "Thay đổi", "Cần đến xem vì")  # fmt: skip
    lines = "; ".join(f"{one.name}: {one.stuck.rstrip('.')}" for one in calling[:12])
    more = f" và {len(calling) - 12} người nữa" if len(calling) > 12 else ""
    said = notice(f"Nên đến xem: {lines}{more}.", "warn", "") if calling else Html("")
    return join(
        Html(f'<p class="vp vp-desk-hint">Cập nhật lúc {now:%H:%M:%S}</p>'),
        _counts(seats),
        said,
        table(head, rows),
    )


def projector_page(title: str, seats: Sequence[Seat], now: datetime, clock: str = "") -> str:
    """The whole page for the projector: groups (or counts), hand-ins, the clock; no names."""
    groups: dict[str, list[Seat]] = {}
    for one in seats:
        groups.setdefault(one.group or "Cả lớp", []).append(one)
    cards = "".join(card(name, _group(groups[name])) for name in sorted(groups, key=_by_number))
    body = join(
        page_head(title, clock or "Cập nhật tự động."),
        _counts(seats),
        Html(f'<div class="vp-roads">{cards}</div>'),
        Html(f'<p class="vp vp-source">Cập nhật lúc {now:%H:%M:%S}. Tình huống giả định.</p>'),
    )
    own = (
        "body{margin:16px 28px;font-size:19px}.vp{--vp-size:19px}"
        ".vp-roads{display:grid;grid-template-columns:repeat(auto-fill,minmax(300px,1fr));gap:12px}"
    )
    return (
        '<!doctype html><html lang="vi"><head><meta charset="utf-8">'
        f'<meta http-equiv="refresh" content="{REFRESH}"><title>{text(title)}</title>'
        f"<style>{stylesheet()}{own}</style></head><body>{body}</body></html>"
    )


def write_projector(folder: Path, page: str) -> Path:
    """Put the projector's page into the folder; where it is. Raises OSError."""
    path = folder / PROJECTOR_FILE
    write_atomically(path, page)
    return path


def _counts(seats: Sequence[Seat]) -> Html:
    counts = Counter(one.state for one in seats)
    badges = " ".join(
        badge(f"{STATE_VI[state]}: {counts[state]}", _LOOK[state])
        for state in State
        if counts[state]
    )
    bar = progress(counts[State.HANDED_IN], len(seats), "Đã nộp")
    return join(Html(f'<p class="vp">{badges}</p>'), bar)


def _group(members: Sequence[Seat]) -> Html:
    furthest = max(members, key=lambda one: (one.orders, one.clock))
    waiting = next((one.waiting for one in members if one.waiting), "")
    lines = [
        f"Giờ trong tình huống: {furthest.clock or 'chưa bắt đầu'}",
        f"Việc đã giao nhiều nhất: {furthest.orders}",
    ]
    if waiting:
        lines.append(f"Đang xử lý: {waiting}")
    done = sum(one.state is State.HANDED_IN for one in members)
    said = "".join(f"<p>{text(line)}</p>" for line in lines)
    return Html(said + progress(done, len(members), "Đã nộp"))


def _by_number(group: str) -> tuple[int, str]:
    """Group 2 stands before group 10."""
    return len(group), group


def _ago(quiet: timedelta | None) -> str:
    if quiet is None:
        return ""
    minutes = int(quiet.total_seconds() // 60)
    return "vừa xong" if minutes < 1 else f"{minutes} phút trước"
