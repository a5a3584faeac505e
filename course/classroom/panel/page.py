"""The panel on the page: which class, and the parts of a trainer's day behind tabs."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from course.classroom.known_classes import DEFAULT_HOME, classes_in
from course.classroom.panel.board_form import BoardForm
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.day_form import DayForm
from course.classroom.panel.debrief_form import DebriefForm
from course.classroom.panel.lesson_form import LessonForm
from course.classroom.panel.new_class_form import NewClassForm
from course.classroom.panel.own_case_form import OwnCaseForm
from course.classroom.panel.pack_form import PackForm
from course.classroom.panel.report_form import ReportForm
from course.classroom.panel.rulings_form import RulingsForm
from course.classroom.plan import read_plan
from course.desk import controls
from course.desk import page as desk_page
from course.look import Html, html_widget, join, notice, page_head, text
from grading.nbgrader.class_folder import ClassError

NEW, DAY = range(2)
TITLES_VI = (
    "Lớp mới",
    "Phát, thu, chấm, trả",
    "Quy định, đề nghị",
    "Bài giảng",
    "Hồ sơ giảng viên",
    "Theo dõi",
    "Rút kinh nghiệm",
    "Báo cáo",
    "Soạn tình huống",
)
_LEAD_VI = (
    "Chuẩn bị lớp, chạy lớp, rút kinh nghiệm. Mỗi nút làm một việc, nói rõ đã làm gì, bấm lại "
    "được; không cần gõ lệnh."
)
_OTHER = "__other__"


def open_panel(home: str = DEFAULT_HOME) -> None:
    """Display the panel; classes are kept in the folder `home` beside the page."""
    # IPython publishes no types for display.
    display(Panel(Path.cwd() / home).widget)  # type: ignore[no-untyped-call]


class Panel:
    """All parts of the panel. A tab's content is made when it is first looked at."""

    def __init__(self, home: Path) -> None:
        self.chosen = Chosen(home)
        self._makers: tuple[Callable[[], Any], ...] = (
            lambda: NewClassForm(self.chosen).widget,
            lambda: DayForm(self.chosen).widget,
            lambda: RulingsForm(self.chosen).widget,
            lambda: LessonForm(self.chosen).widget,
            lambda: PackForm(self.chosen).widget,
            lambda: BoardForm(self.chosen).widget,
            lambda: DebriefForm(self.chosen).widget,
            lambda: ReportForm(self.chosen).widget,
            lambda: OwnCaseForm(self.chosen).widget,
        )
        self._pick = widgets.Dropdown(
            description="Lớp", options=[], layout=widgets.Layout(width="min(700px, 100%)")
        )
        self._path = widgets.Text(
            description="Thư mục lớp", placeholder="Ví dụ: E:\\lop_khoa_2",
            continuous_update=False, layout=widgets.Layout(width="min(700px, 100%)"),
        )  # fmt: skip
        self._about = html_widget("")
        self._tabs = widgets.Tab(children=[controls.column() for _ in TITLES_VI], titles=TITLES_VI)
        self._tabs.add_class("vp-desk-tabs")
        self.widget = controls.column(
            html_widget(f"<style>{desk_page.style()}{style()}</style>"),
            html_widget(page_head("Lớp học của tôi", _LEAD_VI)),
            self._pick,
            self._path,
            self._about,
            self._tabs,
            name="vp-desk",
        )
        self._quiet = False
        self._list_classes()
        self._pick.observe(lambda _: self._picked(), names="value")
        self._path.observe(lambda _: self._typed(), names="value")
        self._tabs.observe(lambda _: self._open(), names="selected_index")
        self.chosen.listen(self._on_change)
        self._picked()
        self._tabs.selected_index = DAY if self.chosen.folder else NEW
        self._open()

    def _list_classes(self) -> None:
        known = classes_in(self.chosen.home)
        options = [(one.title, str(one.folder)) for one in known]
        folder = self.chosen.folder
        if folder is not None and str(folder) not in [place for _, place in options]:
            options.append((str(folder), str(folder)))
        options.append(("Mở một thư mục lớp ở nơi khác…", _OTHER))
        if not known:
            options.insert(0, ("(chưa có lớp nào: tạo ở thẻ “Lớp mới”)", ""))
        self._quiet = True
        if list(self._pick.options) != options:
            self._pick.options = options
            self._pick.value = options[0][1]
        if folder is not None:
            self._pick.value = str(folder)
        self._quiet = False

    def _picked(self) -> None:
        if self._quiet:
            return
        controls.show(self._path, self._pick.value == _OTHER)
        if self._pick.value != _OTHER:
            self.chosen.take(Path(self._pick.value) if self._pick.value else None)

    def _typed(self) -> None:
        place = Path(self._path.value.strip().strip('"')) if self._path.value.strip() else None
        if place is not None:
            self.chosen.take(place)

    def _on_change(self) -> None:
        self._list_classes()
        self._about.value = self._told()

    def _told(self) -> Html:
        folder = self.chosen.folder
        if folder is None:
            return Html("")
        try:
            plan = read_plan(folder)
            if not self.chosen.exercises():
                raise ClassError(f"“{folder}” không phải thư mục lớp; anh/chị chọn lại.")
        except ClassError as error:
            return notice(str(error), "bad")
        groups = f", {len(plan.groups)} nhóm" if plan.groups else ""
        words = f"{len(plan.students)} học viên{groups}, bài {plan.minutes} phút. Thư mục: {folder}"
        return join(Html(f'<p class="vp vp-desk-hint">{text(words)}</p>'))

    def _open(self) -> None:
        tab = self._tabs.selected_index
        if not self._tabs.children[tab].children:
            self._tabs.children[tab].children = (self._makers[tab](),)


@cache
def style() -> str:
    """The CSS of the panel, beside that of the desk."""
    return resources.files("course.classroom").joinpath("panel.css").read_text(encoding="utf-8")
