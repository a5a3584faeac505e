"""Who of the class sits at this machine: asked once, where a class card lies in the workspace."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from course.classroom.card import CardLearner, ClassCard, find_card, i_am, who_am_i
from course.desk import controls
from course.look import Html, html_widget, notice, text
from scenarios.atomic_file import reason
from scenarios.edition import Edition

_ASK_VI = "Anh/chị là ai trong lớp? Chọn đúng tên mình để làm đúng bài được giao."


def seated_learner(folder: Path) -> CardLearner | None:
    """The person of the class who sits here, None where there is no class or nobody has said so."""
    found = find_card(folder)
    return who_am_i(*found) if found else None


def seated(folder: Path, case_id: str, edition: Edition, show: Callable[[Edition], Any]) -> Any:
    """What `show` makes of the edition, which a class card may fix; the learner is asked first."""
    found = find_card(folder)
    if found is None or case_id not in found[0].cases.values():
        return show(edition)
    card, place = found
    learner = who_am_i(card, place)
    if learner is not None:
        return _with_line(card, learner, show(_edition(card, learner, case_id, edition)))
    return _Question(card, place, lambda one: show(_edition(card, one, case_id, edition))).widget


def _edition(card: ClassCard, learner: CardLearner, case_id: str, edition: Edition) -> Edition:
    given = card.edition(learner, case_id)
    return edition.over(given) if given is not None else edition


def _with_line(card: ClassCard, learner: CardLearner, shown: Any) -> Any:
    group = f", {learner.group}" if learner.group else ""
    words = f"{card.title}: {learner.shown}{group}"
    return controls.column(
        html_widget(Html(f'<p class="vp vp-desk-hint">{text(words)}</p>')), shown
    )


class _Question:
    """The list of names; the desk takes its place once somebody has chosen."""

    def __init__(self, card: ClassCard, place: Path, show: Callable[[CardLearner], Any]) -> None:
        self._card, self._place, self._show = card, place, show
        self._pick = controls.pick_list(
            "Tôi là", "(chọn tên)", [(one.shown, one.id) for one in card.learners],
            "min(560px, 100%)",
        )  # fmt: skip
        self._said = html_widget("")
        self.widget: Any = widgets.VBox(
            [
                html_widget(notice(_ASK_VI, "info", card.title)),
                self._pick,
                controls.row(controls.button("Đúng là tôi", self._choose, style="primary")),
                self._said,
            ]
        )

    def _choose(self) -> None:
        learner = self._card.learner(self._pick.value)
        if learner is None:
            self._said.value = notice("Anh/chị chọn tên mình trong danh sách rồi bấm lại.", "warn")
            return
        try:
            i_am(self._card, self._place, learner)
        except OSError as error:
            self._said.value = notice(f"Chưa lưu được ({reason(error)}); bấm lại.", "bad")
            return
        self.widget.children = (_with_line(self._card, learner, self._show(learner)),)
