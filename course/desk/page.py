"""The desk on the page: head, the inject that waits, and the parts of the work behind tabs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import ipywidgets as widgets
from IPython.display import display

from course.desk import controls
from course.desk.brief import brief
from course.desk.class_seat import seated
from course.desk.desk import Desk
from course.desk.documents_panel import DocumentsPanel
from course.desk.edition_form import EditionForm
from course.desk.events_panel import EventsPanel
from course.desk.findings_panel import FindingsPanel
from course.desk.group_panel import GroupPanel
from course.desk.hand_in_panel import HandInPanel
from course.desk.inject_card import InjectCard
from course.desk.office_now import office_now
from course.desk.plan_form import PlanForm
from course.desk.plan_table import PlanTable
from course.desk.questions import Questions
from course.desk.refusals import DeskError
from course.desk.result_panel import ResultPanel
from course.desk.run_panel import RunPanel
from course.desk.saving import QUIET, Topic
from course.desk.tables_panel import TablesPanel
from course.desk.tabs import (
    BRIEF,
    BRIEF_VI,
    DOCUMENTS,
    EVENTS,
    GROUP,
    HAND_IN,
    OFFICE,
    PLAN,
    QUESTIONS,
    TABLES,
    TITLES_VI,
    TRIAL,
    WEEK,
    kinds_of,
)
from course.desk.trainer_bar import TrainerBar
from course.desk.trial_panel import TrialPanel
from course.desk.week_panel import WeekPanel
from course.look import html_widget, notice
from scenarios.case import CaseError, UnknownCaseError
from scenarios.edition import Edition
from scenarios.hand_file import FILE_NAME as HAND_FILE
from scenarios.variants import VariantError
from scenarios.work_file import WorkError

_NEWER_VI = "Một cửa sổ khác vừa lưu bài này; trang đã nạp bản mới hơn."
_OTHER_VARIANT_VI = (
    "Một cửa sổ khác vừa mở bài này ở biến thể khác; anh/chị bấm “Mở lại” ở đầu trang để xem."
)
_BROKEN_VI = "Tình huống này có lỗi nên chưa mở được; anh/chị báo cho giảng viên giúp."


def open_case(
    case_id: str,
    variant: str | None = None,
    folder: str = ".",
    *,
    trainer: bool = False,
    **edition: str,
) -> None:
    """Display the desk for the work in the folder; nothing is written until the learner acts.

    `edition` may name the `level` and the `format` of the case. With `trainer` the trainer's bar
    stands above it: for a class before one projector.
    """
    wanted, place = Edition(variant or "", **edition), Path(folder)
    if trainer:
        shown = _shown(case_id, wanted, place, trainer=True)
    else:
        shown = seated(
            place, case_id, wanted, lambda given: _shown(case_id, given, place, trainer=False)
        )
    # IPython publishes no types for display.
    display(shown)  # type: ignore[no-untyped-call]


def _shown(case_id: str, edition: Edition, folder: Path, *, trainer: bool = False) -> Any:
    try:
        return Front(lambda: Desk.open(case_id, edition, folder), edition, trainer=trainer).widget
    except CaseError:
        return html_widget(notice(_BROKEN_VI, "bad"))
    except (UnknownCaseError, VariantError, WorkError) as error:
        return html_widget(notice(str(error), "bad"))


class Front:
    """The desk, and before the work begins the form that chooses what the page leaves open.

    The trainer's bar stands above it if `trainer` asks for it, or a control file beside the work.
    """

    def __init__(
        self, opened: Callable[[], Desk], fixed: Edition, *, trainer: bool = False
    ) -> None:
        self._opened, self._fixed, self._trainer = opened, fixed, trainer
        self.widget = controls.column()
        self._fill()

    def _fill(self) -> None:
        desk = self._opened()
        for_class = (desk.path.parent / HAND_FILE).is_file()
        page = DeskPage(desk, trainer=self._trainer or for_class).widget
        case = desk.case
        is_open = not (self._fixed.level or self._fixed.format) and case.level is not None
        form = [EditionForm(desk, self._fill).widget] if is_open and desk.may_choose else []
        self.widget.children = (*form, page)


class DeskPage:
    """All panels of one desk. A tab's content is made when it is first looked at."""

    def __init__(self, desk: Desk, *, trainer: bool = False) -> None:
        self.desk = desk
        self._variant = desk.case.variant
        self._made: dict[int, Any] = {}
        self._texts: dict[int, Callable[[], str]] = {
            BRIEF: lambda: brief(desk.case),
            OFFICE: lambda: office_now(desk),
        }
        self._events: EventsPanel | None = None
        run = RunPanel(desk, self._ran)
        self._said = run.said
        self._kinds = kinds_of(desk)
        titles = TITLES_VI if desk.has_run else {**TITLES_VI, BRIEF: BRIEF_VI}
        self._tabs = widgets.Tab(
            children=[controls.column() for _ in self._kinds],
            titles=[titles[one] for one in self._kinds],
        )
        self._tabs.add_class("vp-desk-tabs")
        opening = html_widget(notice(desk.notice, "warn") if desk.notice else "")
        self.widget = controls.column(
            html_widget(f"<style>{style()}</style>"),
            opening,
            *([TrainerBar(desk).widget] if trainer else []),
            run.head,
            run.widget,
            InjectCard(desk).widget,
            self._tabs,
            name="vp-desk",
        )
        if desk.work.journal:
            self.widget.add_class("vp-desk-begun")  # the page opens there, not at its title
        self._tabs.selected_index = self._kinds.index(self._first())
        self._tabs.observe(lambda _: self._open(), names="selected_index")
        desk.listen(self._on_change)
        self._open()

    def _first(self) -> int:
        """Where a work goes on that was begun before."""
        if self.desk.work.orders and PLAN in self._kinds:
            return PLAN
        return TABLES if self.desk.work.tables and not self.desk.has_run else BRIEF

    def show(self, tab: int) -> None:
        """Bring a tab to the front."""
        self._tabs.selected_index = self._kinds.index(tab)
        self._refresh()

    @property
    def _front(self) -> int:
        """The tab in front."""
        return self._kinds[int(self._tabs.selected_index)]

    def _open(self) -> None:
        """Make or refresh what has come to the front, on the newest work."""
        try:
            if self.desk.look_for_newer() and self.desk.case.variant == self._variant:
                self._said.value = notice(_NEWER_VI, "warn")
            self.desk.hand.take_requests()
        except DeskError as error:
            self._said.value = notice(str(error), "bad")
        self._refresh()

    def _refresh(self) -> None:
        tab = self._front
        if tab not in self._made:
            self._made[tab] = self._make(tab)
            self._tabs.children[self._tabs.selected_index].children = (self._made[tab],)
        elif tab in self._texts:
            self._made[tab].value = self._texts[tab]()
        elif tab == EVENTS and self._events is not None:
            self._events.refresh()

    def _make(self, tab: int) -> Any:
        if tab in self._texts:
            return html_widget(self._texts[tab]())
        if tab == PLAN:
            form = PlanForm(self.desk)
            return controls.column(form.widget, PlanTable(self.desk, form.edit).widget)
        if tab == GROUP:
            return GroupPanel(self.desk).widget
        if tab == TABLES:
            return TablesPanel(self.desk).widget
        if tab == EVENTS:
            self._events = EventsPanel(self.desk)
            return self._events.widget
        if tab == TRIAL:
            return TrialPanel(self.desk).widget
        if tab == QUESTIONS:
            return Questions(self.desk).widget
        if tab == WEEK:
            return WeekPanel(self.desk).widget
        if tab == DOCUMENTS:
            return DocumentsPanel(self.desk).widget
        if tab == HAND_IN:
            return controls.column(HandInPanel(self.desk).widget, ResultPanel(self.desk).widget)
        return FindingsPanel(self.desk).widget

    def _ran(self, since: datetime) -> None:
        self.show(EVENTS)
        if self._events is not None:
            self._events.tell(since)

    def _on_change(self, topic: Topic) -> None:
        if self.desk.case.variant != self._variant:
            self._said.value = notice(_OTHER_VARIANT_VI, "warn")
            return
        if topic not in QUIET and self._front in (OFFICE, EVENTS):
            self._refresh()


@cache
def style() -> str:
    """The CSS of the desk."""
    return resources.files("course.desk").joinpath("desk.css").read_text(encoding="utf-8")
