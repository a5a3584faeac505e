"""The form for a new class: its name, its list, what it does and who gets which variant."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from course.classroom.allotment import Exercise
from course.classroom.making import Wish, course_id_of, exercises_of_kit, make_class
from course.classroom.panel.chosen import Chosen, title_of
from course.classroom.panel.list_form import ListForm
from course.classroom.panel.said import Said, heading, hint
from course.classroom.plan import FORMATS, LEVEL_VI, POLICY_VI, VariantPolicy
from course.desk import controls
from scenarios.case import load_case
from scenarios.variants import MANY, all_variants, count_variants, default_variant, values_of

_FIRST = "tinh_huong_1"
_BY_DEFAULT = "Biến thể mặc định của tình huống"


class NewClassForm:
    """Everything that is asked before a class is made, and the button that makes it."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._list = ListForm()
        self._title = widgets.Text(
            description="Tên lớp", placeholder="Ví dụ: Bồi dưỡng văn phòng, khóa 3",
            layout=widgets.Layout(width="min(640px, 100%)"),
        )  # fmt: skip
        self._exercises: dict[Exercise, Any] = {}
        self._ticks = controls.column()
        self._minutes = _choice(
            "Khung thời gian", [(f"{minutes} phút", minutes) for minutes in FORMATS], 75
        )
        self._level = _choice("Mức", [(word, key) for key, word in LEVEL_VI.items()], "standard")
        self._policy = _choice(
            "Biến thể", [(word, key) for key, word in POLICY_VI.items()], VariantPolicy.ONE
        )
        self._variant = widgets.Dropdown(
            description="Chọn biến thể", options=[(_BY_DEFAULT, "")],
            layout=widgets.Layout(width="min(900px, 100%)"),
        )  # fmt: skip
        self._groups = widgets.BoundedIntText(
            value=0, min=0, max=60, description="Chia thành mấy nhóm",
            layout=widgets.Layout(width="min(320px, 100%)"),
        )  # fmt: skip
        self._said = Said(chosen.home)
        self._policy.observe(lambda _: self._offer(), names="value")
        self._list_exercises()
        chosen.listen(self._list_exercises)
        self.widget = controls.column(
            heading("1. Danh sách lớp"),
            self._list.widget,
            heading("2. Lớp và bài"),
            self._title,
            self._ticks,
            heading("3. Cách học"),
            self._minutes,
            self._level,
            self._policy,
            self._variant,
            self._groups,
            hint("Số nhóm là 0: giữ nhóm ghi trong danh sách, hoặc không chia nhóm."),
            controls.row(controls.button("Tạo lớp", self._make, style="primary")),
            self._said.widget,
        )

    def _list_exercises(self) -> None:
        """A box for every exercise; one that the trainer has just made comes in beside them."""
        for one in exercises_of_kit():
            if one not in self._exercises:
                box = widgets.Checkbox(
                    value=one.id == _FIRST, description=title_of(one), indent=False,
                    layout=widgets.Layout(width="100%"),
                )  # fmt: skip
                box.observe(lambda _: self._offer(), names="value")
                self._exercises[one] = box
        self._ticks.children = tuple(self._exercises.values())
        self._offer()

    def _offer(self) -> None:
        """The variants of the first case that is ticked, if they can be shown in one list."""
        controls.show(self._variant, self._policy.value is VariantPolicy.ONE)
        cases = [one.case_id for one, box in self._exercises.items() if box.value]
        options = [(_BY_DEFAULT, "")]
        if len(cases) == 1 and count_variants(load_case(cases[0]).file) <= MANY:
            file = load_case(cases[0]).file
            own = default_variant(file).id
            options += [
                (", ".join(value.title for value in values_of(file, one)), one.id)
                for one in all_variants(file)
                if one.id != own
            ]
        if list(self._variant.options) != options:
            self._variant.options = options

    def _make(self) -> None:
        if self._list.reading is None:
            self._said.say("Chưa có danh sách; anh/chị chọn tệp hoặc dán danh sách rồi bấm lại.")
            return
        tasks = [one.id for one, box in self._exercises.items() if box.value]
        if not tasks:
            self._said.say("Chưa chọn bài nào; anh/chị đánh dấu ít nhất một bài.")
            return
        wish = Wish(
            title=self._title.value,
            members=self._list.members,
            assignments=tasks,
            minutes=self._minutes.value,
            level=self._level.value,
            policy=self._policy.value,
            variant=self._variant.value,
            groups=self._groups.value,
        )
        folder = self._chosen.home / course_id_of(wish.title)
        if self._said.do(lambda: make_class(folder, wish)):
            self._chosen.take(folder)


def _choice(label: str, options: list[Any], value: Any) -> Any:
    return widgets.ToggleButtons(
        description=label, options=options, value=value, layout=widgets.Layout(width="100%")
    )
