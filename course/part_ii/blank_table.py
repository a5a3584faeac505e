"""Try it: read the blanks of a real table as zeros or as "not told", and see what one would say."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from course.look import Html, html_widget, join, notice, table, text
from course.part_ii import districts
from course.part_ii.districts import Column, District
from course.quiz import sources

_ZERO, _BLANK = "zero", "blank"


def widget() -> Any:
    """Two choices (which figure, how to read a blank), and the table with the sentence."""
    figure = widgets.Dropdown(
        description="Chỉ tiêu",
        options=[(one.title, one.id) for one in districts.load().column],
        layout=widgets.Layout(width="min(100%, 22em)"),
        style={"description_width": "5em"},
    )
    reading = widgets.ToggleButtons(
        options=[("Coi ô trống là số 0", _ZERO), ("Ô trống là chưa nêu", _BLANK)],
        style={"button_width": "auto"},
        tooltips=["Cách làm hay gặp khi cộng bảng", "Cách làm đúng"],
    )
    shown = html_widget(told(figure.value, blank_is_zero=True))

    def tell(_: object) -> None:
        shown.value = told(figure.value, blank_is_zero=reading.value == _ZERO)

    figure.observe(tell, names="value")
    reading.observe(tell, names="value")
    controls = widgets.HBox([figure, reading])
    controls.add_class("vp-buttons")
    box = widgets.VBox([controls, shown], layout=widgets.Layout(width="100%"))
    box.add_class("vp-tray")
    return box


def told(name: str, *, blank_is_zero: bool) -> Html:
    """The table of one figure, and the sentence that a leader would read from it."""
    column = next(one for one in districts.load().column if one.id == name)
    top = max(one.told.get(name, 0) for one in districts.load().district)
    rows = [
        (one.name, _cell(one, column, top, blank_is_zero=blank_is_zero))
        for one in districts.load().district
    ]
    line = sources.citation([column.source])
    return join(
        table(["Văn phòng (6 tháng đầu năm 2023)", column.title], rows),
        _sentence(column, blank_is_zero=blank_is_zero),
        Html(f'<p class="vp vp-source">Nguồn: {text(line)}</p>'),
    )


def _cell(one: District, column: Column, top: int, *, blank_is_zero: bool) -> Html:
    number = one.told.get(column.id)
    if number is None:
        return Html("<strong>0</strong>" if blank_is_zero else "<em>chưa nêu</em>")
    width = max(1, round(14 * number / top))
    return Html(
        f'<span class="vp-map-bar" style="width:{width}em" aria-hidden="true"></span> '
        f"<strong>{number}</strong>"
    )


def _sentence(column: Column, *, blank_is_zero: bool) -> Html:
    own = districts.sums(column.id, blank_is_zero=blank_is_zero)
    total, unit, mean = (
        own.total,
        column.unit,
        f"{own.mean:.1f}".removesuffix(".0").replace(".", ","),
    )
    every = len(districts.load().district)
    if blank_is_zero:
        return notice(
            f"“{every}/{every} đơn vị có {total} {unit}, bình quân {mean}. "
            f"{len(own.none)} đơn vị không có {unit} nào: {', '.join(own.none)}.” "
            "Câu sau không có trong báo cáo: máy cộng đã viết hộ.",
            "bad",
            "Lãnh đạo sẽ đọc thấy",
        )
    return notice(
        f"“{total} {unit}, theo {own.count}/{every} đơn vị có nêu số (bình quân {mean} ở các đơn "
        f"vị ấy); {every - own.count} đơn vị chưa nêu, văn phòng đang hỏi lại.”",
        "good",
        "Lãnh đạo sẽ đọc thấy",
    )
