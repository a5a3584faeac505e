"""The last step of help: how one criterion is done and why, at a cost that is said beforehand."""

from __future__ import annotations

from course.desk import controls
from course.desk.desk import Desk
from course.desk.refusals import DeskError
from course.look import card, html_widget, notice, source_line, text
from grading.findings import Status
from grading.help import COST_VI, was_shown
from grading.rubric import load_rubric
from grading.score import ScoreSheet
from office_sim import rulebook

_PICK_FIRST_VI = "Anh/chị chọn một tiêu chí trong danh sách rồi bấm nút."


class ExampleForm:
    """A list of what is not met yet, a button that says its price, and the example below."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pick = controls.pick_list("Tiêu chí:", "(chọn tiêu chí)", [], "min(640px, 100%)")
        self._shown = html_widget("")
        button = controls.button("Xem cách làm mẫu", self._show, hint=COST_VI)
        price = html_widget(notice(COST_VI, "info", "Trước khi xem:"))
        self.widget = controls.column(price, self._pick, controls.row(button), self._shown)
        controls.show(self.widget, False)

    def offer(self, sheet: ScoreSheet) -> None:
        """Offer the examples of what is not met, named by place: a title would give it away."""
        open_ones = [one for one in sheet.findings if one.status is not Status.MET]
        choices = [(f"{one.criterion}. {one.where}", one.criterion) for one in open_ones]
        self._pick.options = [("(chọn tiêu chí)", controls.NONE), *choices]
        self._pick.value = controls.NONE
        controls.show(self.widget, bool(choices))

    def _show(self) -> None:
        wanted = self._pick.value
        criteria = load_rubric(self._desk.case.folder).criteria
        criterion = next((one for one in criteria if one.id == wanted), None)
        if criterion is None:
            self._shown.value = notice(_PICK_FIRST_VI, "warn", "")
            return
        try:
            if not was_shown(self._desk.work, criterion.id):
                self._desk.look_at_example(criterion.id)
        except DeskError as error:
            self._shown.value = notice(str(error), "bad")
            return
        lesson = text(self._desk.case.say(criterion.lesson))
        source = source_line([rulebook.load()[criterion.rule]])
        self._shown.value = card(f"Cách làm mẫu: {criterion.title}", f"<p>{lesson}</p>{source}")
