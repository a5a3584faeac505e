"""Before the work begins: how hard, how long, and which variant; chosen by who learns alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import ipywidgets as widgets

from course.desk import controls
from course.desk.desk import Desk
from course.desk.saving import Topic
from course.look import Html, html_widget, notice, text
from scenarios.edition import Edition
from scenarios.hand_file import FILE_NAME, HandFileError, begin
from scenarios.share import edition_vi

_INTRO_VI = (
    "Anh/chị chọn {} trước khi bắt tay vào việc. Học ở lớp thì chọn như giảng viên dặn. Khi đã bắt "
    "tay vào làm, lựa chọn được giữ cố định cho bài này."
)
_CHOSEN_VI = "Đã chọn {}. Chưa bắt tay vào làm thì còn đổi được."
_OPEN_VI, _CLOSE_VI = "Đổi lựa chọn", "Giữ như đã chọn"
_FOR_CLASS_VI = "Cả lớp cùng làm trên một màn hình: hiện thanh điều hành cho giảng viên"


class EditionForm:
    """Lists for level, format and each axis; `chosen` is called after a choice was saved.

    Once something is chosen one line says what, with a button that opens the lists again. It
    takes itself off the page once the learner has begun.
    """

    def __init__(self, desk: Desk, chosen: Callable[[], None]) -> None:
        self._desk, self._chosen = desk, chosen
        case, now = desk.case, desk.case.edition
        levels = [(one.title, one.id) for one in case.file.levels]
        formats = [(one.title, one.id) for one in case.file.formats]
        self._level = _list("Mức:", levels, now.level)
        self._format = _list("Khung thời gian:", formats, now.format)
        self._axes = [
            _list(f"{axis.title}:", [(one.title, one.id) for one in axis.values], value)
            for axis, value in zip(case.file.axes, case.variant.chosen.values(), strict=True)
        ]
        self._lead = html_widget("")
        self.said = html_widget("")
        axes = widgets.Accordion(
            children=[controls.column(*self._axes)], titles=("Đổi bối cảnh của bài",)
        )
        self._for_class = widgets.Checkbox(
            description=_FOR_CLASS_VI, indent=False, layout=widgets.Layout(width="100%")
        )
        start = controls.button("Dùng lựa chọn này", self._choose, style="primary")
        asked = "mức và khung thời gian" if case.file.formats else "mức"
        intro = html_widget(Html(f'<p class="vp vp-desk-hint">{_INTRO_VI.format(asked)}</p>'))
        self._lists = controls.column(
            intro,
            self._level,
            self._format,
            self._lead,
            *([axes] if self._axes else []),
            # Without injects a trainer has nothing to conduct.
            *([self._for_class] if case.injects else []),
            controls.row(start),
            self.said,
        )
        self._change = controls.button(_OPEN_VI, self._turn)
        told = edition_vi(case.file, Edition(level=now.level, format=now.format))
        line = html_widget(
            Html(f'<p class="vp vp-desk-chosen">{text(_CHOSEN_VI.format(told))}</p>')
        )
        chosen_line = controls.row(line, self._change, name="vp-desk-chosen-line")
        self.widget = controls.column(chosen_line, self._lists, name="vp-desk-edition")
        is_chosen = bool(desk.work.journal)
        controls.show(chosen_line, is_chosen)
        controls.show(self._lists, not is_chosen)
        for one in (self._level, self._format):
            one.observe(lambda _: self._explain(), names="value")
        desk.listen(self._on_change)
        self._explain()

    def _turn(self) -> None:
        """Open the lists, or close them again."""
        opens = self._change.description == _OPEN_VI
        controls.show(self._lists, opens)
        self._change.description = self._change.tooltip = _CLOSE_VI if opens else _OPEN_VI

    def _explain(self) -> None:
        file = self._desk.case.file
        leads = [one.lead for one in file.levels if one.id == self._level.value]
        leads += [one.lead for one in file.formats if one.id == self._format.value]
        self._lead.value = Html("".join(f'<p class="vp">{text(one)}</p>' for one in leads))

    def _choose(self) -> None:
        variant = "-".join(one.value for one in self._axes)
        wanted = Edition(variant, self._level.value or "", self._format.value or "")
        if controls.attempt(lambda: self._desk.choose(wanted), self.said) and self._begin_class():
            self._chosen()

    def _begin_class(self) -> bool:
        """Make the control file if it is wanted; whether one can go on."""
        if not self._for_class.value:
            return True
        try:
            begin(self._desk.path.parent / FILE_NAME)
        except HandFileError as error:
            self.said.value = notice(str(error), "warn")
            return False
        return True

    def _on_change(self, topic: Topic) -> None:
        controls.show(self.widget, self._desk.may_choose)


def _list(label: str, choices: Iterable[tuple[str, str]], value: str) -> widgets.Dropdown:
    made = widgets.Dropdown(
        options=list(choices),
        value=value or None,
        description=label,
        style={"description_width": "170px"},
        layout=widgets.Layout(width="min(640px, 100%)"),
    )
    controls.show(made, bool(made.options))
    return made
