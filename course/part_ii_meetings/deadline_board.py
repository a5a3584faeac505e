"""Try it: pick a meeting's day and see the days for its papers and its minutes on a strip."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

import ipywidgets as widgets

from course.look import Html, html_widget, join, notice, palette, table, text
from course.part_ii_meetings.deadlines import BODIES, Body, body, day_vi, send_by
from course.quiz import sources
from office_sim.calendar import WorkCalendar

Side = Literal["papers", "minutes"]
FIRST_DAY, DAYS, USUAL_DAY = date(2026, 9, 21), 19, date(2026, 9, 25)
SPAN = 9
_CELL = 52


def papers_told(one: Body, meeting: date) -> Html:
    """Until when the papers should go, and what to do where that is a day off."""
    calendar = WorkCalendar()
    least, better = one.papers()
    rows = []
    for days, what in ((better, "Mốc dài"), (least, "Mốc ngắn")):
        day, real = meeting - timedelta(days=days), send_by(meeting, days, calendar)
        moved = "" if day == real else f"; là ngày nghỉ, nên gửi từ {day_vi(real)}"
        rows.append((f"{what}: trước {days} ngày", f"{day_vi(day)}{moved}"))
    return join(
        _strip(meeting, -better, -least, "gửi"),
        table(["Nên gửi tài liệu", f"Họp {day_vi(meeting)}"], rows),
        _source(one.papers_rule),
    )


def minutes_told(one: Body, meeting: date, done_after: int) -> Html:
    """Whether minutes that are finished so many days after the meeting are in time."""
    aim, ceiling = one.minutes()
    done = day_vi(meeting + timedelta(days=done_after))
    if done_after <= aim:
        said = notice(f"Xong {done}: trong mốc ngắn {aim} ngày.", "good", "Đúng hạn")
    elif done_after <= ceiling:
        words = f"Xong {done}: quá mốc ngắn {aim} ngày, chưa quá mốc dài {ceiling} ngày."
        said = notice(f"{words} Nên hỏi vì sao chậm.", "warn", "Còn trong khoảng")
    else:
        last = day_vi(meeting + timedelta(days=ceiling))
        said = notice(f"Xong {done}: quá mốc dài {ceiling} ngày ({last}).", "bad", "Quá hạn")
    rows = [
        (f"Mục tiêu: {aim} ngày", day_vi(meeting + timedelta(days=aim))),
        (f"Trần: {ceiling} ngày", day_vi(meeting + timedelta(days=ceiling))),
    ]
    return join(
        _strip(meeting, aim, ceiling, "biên bản"),
        table(["Hoàn chỉnh biên bản", f"Họp {day_vi(meeting)}"], rows),
        said,
        _source(one.minutes_rule),
    )


def widget(side: Side) -> widgets.VBox:
    """Pick the body and the day (for minutes also when they were finished)."""
    wide = widgets.Layout(width="100%", max_width="480px")
    chosen = widgets.Dropdown(
        options=[(one.title, one.id) for one in BODIES], description="Họp:", layout=wide
    )
    day = widgets.Dropdown(
        options=_meeting_days(), value=USUAL_DAY, description="Ngày họp:", layout=wide
    )
    after = widgets.Dropdown(
        options=[(f"{number} ngày", number) for number in range(SPAN + 1)],
        value=4,
        description="Xong sau:",
        layout=wide,
    )
    told = html_widget("")

    def tell(_: object) -> None:
        one = body(chosen.value)
        told.value = (
            papers_told(one, day.value)
            if side == "papers"
            else minutes_told(one, day.value, after.value)
        )

    controls = [chosen, day] if side == "papers" else [chosen, day, after]
    for control in controls:
        control.observe(tell, names="value")
    tell(None)
    box = widgets.VBox([*controls, told], layout=widgets.Layout(width="100%"))
    box.add_class("vp-tray")
    return box


def _meeting_days() -> list[tuple[str, date]]:
    days = [FIRST_DAY + timedelta(days=number) for number in range(DAYS)]
    return [(day_vi(day), day) for day in days if WorkCalendar().is_working_day(day)]


def _strip(meeting: date, first: int, last: int, what: str) -> Html:
    """The days around the meeting as squares: days off pale, the days from first to last strong."""
    start = -SPAN if first < 0 else -1
    squares = "".join(
        _square(number, meeting, offset, first <= offset <= last)
        for number, offset in enumerate(range(start, start + SPAN + 2))
    )
    low, high = (day_vi(meeting + timedelta(days=days)) for days in (first, last))
    alt = f"Dải ngày: họp {day_vi(meeting)}; {what} từ {low} đến {high}."
    width = (SPAN + 2) * _CELL
    return Html(
        f'<svg viewBox="0 0 {width} 76" role="img" aria-label="{text(alt)}" '
        f'style="width:100%;max-width:{width}px;height:auto;'
        f'font-family:var(--vp-font,sans-serif)">{squares}</svg>'
    )


def _square(number: int, meeting: date, offset: int, marked: bool) -> str:
    colour, day = palette(), meeting + timedelta(days=offset)
    paper, ink = colour["paper"], colour["ink"]
    if not WorkCalendar().is_working_day(day):
        paper, ink = colour["soft-paper"], colour["soft-ink"]
    if marked:
        paper, ink = colour["good-paper"], colour["good-ink"]
    if not offset:
        paper, ink = colour["main-dark"], "#ffffff"
    left, week = number * _CELL, ("T2", "T3", "T4", "T5", "T6", "T7", "CN")[day.weekday()]
    below = "HỌP" if not offset else f"{offset:+d}".replace("-", "−")
    return (
        f'<rect x="{left + 2}" y="2" width="{_CELL - 4}" height="72" rx="6" fill="{paper}" '
        f'stroke="{colour["good-ink" if marked else "line"]}" stroke-width="2"/>'
        + "".join(
            f'<text x="{left + _CELL / 2}" y="{top}" text-anchor="middle" font-size="14" '
            f'fill="{ink}">{text(words)}</text>'
            for top, words in ((22, week), (43, f"{day.day}/{day.month}"), (64, below))
        )
    )


def _source(rule: str) -> Html:
    return Html(f'<p class="vp vp-source">Nguồn: {text(sources.citation((rule,)))}</p>')
