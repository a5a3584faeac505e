"""Try it: arrange a month's programme from seven bases; what clashes shows beside it."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from course import progress
from course.look import Html, html_widget, join, notice, table, text
from course.look import progress as bar
from course.part_ii import month_plan
from course.part_ii.kept import Kept
from course.part_ii.month_plan import Choice, Session, Wish
from course.part_ii.programme_pictures import BASES
from course.progress import Progress
from course.quiz import sources

KEY = "thu-chuong-trinh-thang"
_OPEN, _OUT = "?", "-"


class MonthBoard:
    """Two fields for each wish, and below them the month as it would look."""

    def __init__(self, own: Progress) -> None:
        self._kept = Kept(own, KEY)
        before = self._kept.read()
        wishes = month_plan.load().wish
        self._bases = {wish.id: _basis_field(before.get(f"{wish.id}.basis")) for wish in wishes}
        self._days = {wish.id: _day_field(before.get(f"{wish.id}.day")) for wish in wishes}
        self._told, self._saved = html_widget(""), html_widget("")
        self._remarks = {wish.id: html_widget("") for wish in wishes}
        for field in (*self._bases.values(), *self._days.values()):
            field.observe(lambda _: self._changed(), names="value")
        again = widgets.Button(description="Bỏ hết, xếp lại", layout=_narrow())
        again.on_click(lambda _: self._clear())
        example = widgets.ToggleButton(description="Xem một cách xếp", layout=_narrow())
        self._example = html_widget("")
        example.observe(lambda change: self._show_example(change["new"]), names="value")
        buttons = widgets.HBox([again, example])
        buttons.add_class("vp-buttons")
        self.widget = widgets.VBox(
            [*(self._row(wish) for wish in wishes), self._told, self._saved, buttons, self._example]
        )
        self.widget.add_class("vp-tray")
        self._quiet = False
        self._draw()

    def choices(self) -> dict[str, Choice]:
        """What is chosen now, by the wish's id."""
        return {
            wish.id: Choice(
                _number(self._bases[wish.id].value), _session(self._days[wish.id].value)
            )
            for wish in month_plan.load().wish
        }

    def _row(self, wish: Wish) -> widgets.VBox:
        fields = widgets.HBox([self._bases[wish.id], self._days[wish.id]])
        fields.add_class("vp-buttons")
        words = html_widget(Html(f'<p class="vp">{text(wish.text)}</p>'))
        row = widgets.VBox([words, fields, self._remarks[wish.id]])
        row.add_class("vp-board-row")
        return row

    def _changed(self) -> None:
        if self._quiet:
            return
        settings = {f"{name}.basis": one.value for name, one in self._bases.items()}
        settings |= {f"{name}.day": one.value for name, one in self._days.items()}
        self._saved.value = self._kept.write(settings)
        self._draw()

    def _clear(self) -> None:
        self._quiet = True
        for field in (*self._bases.values(), *self._days.values()):
            field.value = _OPEN
        self._quiet = False
        self._changed()

    def _draw(self) -> None:
        chosen = self.choices()
        total, found = len(chosen), 0
        for wish in month_plan.load().wish:
            remarks = month_plan.remarks_on(wish, chosen)
            found += bool(remarks)
            self._remarks[wish.id].value = join(*(notice(one.text, one.kind) for one in remarks))
            self._remarks[wish.id].layout.display = "" if remarks else "none"
        self._told.value = join(
            bar(total - month_plan.waiting(chosen), total, "Đã xếp"),
            _month(chosen),
            _said(chosen, found),
        )

    def _show_example(self, shown: bool) -> None:
        line = sources.citation(["000:386-438", "000:782-784"])
        told = join(
            notice("Một cách xếp không vướng; anh/chị có thể có cách khác.", title="Ví dụ"),
            _month(month_plan.good_plan()),
            Html(f'<p class="vp vp-source">Nguồn: {text(line)}</p>'),
        )
        self._example.value = told if shown else ""


def widget() -> Any:
    """The board. Raises ProgressError if the progress file cannot be opened."""
    return MonthBoard(progress.current()).widget


def _month(choices: dict[str, Choice]) -> Html:
    rows = [
        (session.label, _topics(choices, session), _papers(session))
        for session in month_plan.load().session
        if month_plan.in_session(choices, session)
    ]
    if not rows:
        return notice("Chưa có việc nào được xếp vào buổi họp nào.", title="Tháng 10 còn trống")
    return table(["Buổi họp", "Nội dung", "Tài liệu phải đi"], rows)


def _topics(choices: dict[str, Choice], session: Session) -> str:
    wishes = month_plan.in_session(choices, session)
    return "\n".join(f"{number}. {wish.text}" for number, wish in enumerate(wishes, 1))


def _papers(session: Session) -> str:
    first, last = month_plan.send_between(session)
    return f"{first:%d/%m}" if first == last else f"từ {first:%d/%m} đến {last:%d/%m}"


def _said(choices: dict[str, Choice], found: int) -> Html:
    """How the draft as a whole stands; `found` wishes have a remark of their own."""
    missing = [] if month_plan.waiting(choices) else month_plan.missing_areas(choices)
    told = [notice(one.text, one.kind) for one in missing]
    if found:
        told.append(notice(f"Còn {found} việc phải gỡ: xem lời nhắc ngay dưới từng việc.", "warn"))
    if told or month_plan.waiting(choices):
        return join(*told)
    return notice(
        "Bảy việc có căn cứ đều có chỗ, hai việc không thuộc chương trình đã để ra ngoài, không "
        "trùng lịch, không trễ hạn. Bản này trình được.",
        "good",
        "Xếp xong",
    )


def _basis_field(value: str | None) -> widgets.Dropdown:
    named = [(" ".join(lines), str(number)) for number, lines in enumerate(BASES, 1)]
    options = [("— chọn căn cứ —", _OPEN), *named, ("Không thuộc căn cứ nào", "0")]
    return _field("Căn cứ", options, value, "37em")


def _day_field(value: str | None) -> widgets.Dropdown:
    days = [(session.label, session.id) for session in month_plan.load().session]
    options = [("— chọn buổi —", _OPEN), *days, ("Không đưa vào chương trình", _OUT)]
    return _field("Buổi họp", options, value, "20em")


def _field(
    label: str, options: list[tuple[str, str]], value: str | None, width: str
) -> widgets.Dropdown:
    known = value if value in {one for _, one in options} else _OPEN
    return widgets.Dropdown(
        description=label,
        options=options,
        value=known,
        layout=widgets.Layout(width=f"min(100%, {width})"),
        style={"description_width": "5em"},
    )


def _number(value: str) -> int | None:
    return None if value == _OPEN else int(value)


def _session(value: str) -> str | None:
    if value == _OPEN:
        return None
    return "" if value == _OUT else value


def _narrow() -> widgets.Layout:
    return widgets.Layout(width="auto")
