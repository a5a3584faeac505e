"""Try it: set money aside and shift what can be shifted, then let the sudden meeting come."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import ipywidgets as widgets

from course.look import Html, badge, html_widget, join, notice, table, text
from course.part_ii import quarter
from course.part_ii.quarter import Move
from course.quiz import sources
from office_sim.money import format_money

SHARES = (0, 5, 10, 15, 20)


def widget() -> Any:
    """A choice of how much to set aside, four boxes to tick, and the quarter below them."""
    share = widgets.ToggleButtons(
        description="Để riêng cho việc đột xuất",
        options=[(f"{percent}%", percent) for percent in SHARES],
        style={"button_width": "auto", "description_width": "auto"},
    )
    ticks = [
        widgets.Checkbox(description=move.title, indent=False, layout=widgets.Layout(width="auto"))
        for move in quarter.load().move
    ]
    shown = html_widget(told(0, ()))

    def tell(_: object) -> None:
        chosen = zip(quarter.load().move, ticks, strict=True)
        shown.value = told(share.value, [move for move, tick in chosen if tick.value])

    for control in (share, *ticks):
        control.observe(tell, names="value")
    column = widgets.VBox(ticks)
    column.add_class("vp-ticks")
    box = widgets.VBox([share, column, shown], layout=widgets.Layout(width="100%"))
    box.add_class("vp-tray")
    return box


def told(percent: int, moves: Sequence[Move]) -> Html:
    """The quarter with this much set aside and these moves: the sums, and how the day went."""
    own = quarter.load()
    now = quarter.balance(percent, [move.id for move in moves])
    rows = [
        ("Kinh phí hội nghị cả quý", format_money(own.total)),
        ("Để riêng cho việc đột xuất", format_money(now.reserve)),
        ("Việc đã có trong kế hoạch", format_money(now.planned)),
        ("Còn lại chưa giao việc", _left(now.free)),
        (own.sudden.title, format_money(own.sudden.amount)),
    ]
    line = sources.citation(["000:552-582"])
    return join(
        table(["Quý IV (số giả định)", "Số tiền"], rows),
        *(notice(move.says, "good" if move.good else "bad", move.title) for move in moves),
        _day(percent, moves),
        Html(f'<p class="vp vp-source">Nguồn: {text(line)}</p>'),
    )


def _left(free: int) -> Html:
    if free >= 0:
        return Html(format_money(free))
    return join(f"thiếu {format_money(-free)} ", badge("Chưa cân đối", "bad"))


def _day(percent: int, moves: Sequence[Move]) -> Html:
    own = quarter.load()
    now = quarter.balance(percent, [move.id for move in moves])
    missing = own.sudden.amount - now.ready
    if any(not move.good for move in moves):
        return notice(
            "Có một cách tìm tiền không được phép hoặc cắt sai chỗ. Bỏ đánh dấu rồi tìm cách khác.",
            "bad",
            "10/11",
        )
    if now.is_short:
        return notice(
            f"Để riêng {percent}% thì việc trong kế hoạch thiếu {format_money(-now.free)}. Phải đề "
            "xuất bớt hoặc đổi cách làm một việc ngay từ đầu quý.",
            "warn",
            "Đầu quý",
        )
    if missing > 0:
        return notice(
            f"Phần để riêng có {format_money(now.ready)}, thiếu {format_money(missing)}; tiền chưa "
            "giao việc thì tới giữa quý đã có nơi xin hết. Phải chạy xin điều chỉnh giữa lúc mưa.",
            "warn",
            "10/11",
        )
    return notice(
        f"Họp được ngay: phần để riêng có {format_money(now.ready)}, việc thường xuyên vẫn đủ. Họp "
        f"xong còn {format_money(-missing)}. Kịp thời, đúng sổ.",
        "good",
        "10/11",
    )
