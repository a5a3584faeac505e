"""The month's programme of lesson 2.1: bases, days, clashes, deadlines, and what is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from course import coverage, coverage_map
from course.coverage import Use
from course.part_ii import month_plan, programme_pictures
from course.part_ii.month_board import MonthBoard
from course.part_ii.month_plan import Choice
from course.progress import Progress


def plan(**changes: Choice) -> dict[str, Choice]:
    """The good plan with some wishes decided otherwise."""
    return {**month_plan.good_plan(), **changes}


def remarks(choices: dict[str, Choice]) -> list[month_plan.Remark]:
    """All that is said about a draft."""
    own = [one for wish in month_plan.load().wish for one in month_plan.remarks_on(wish, choices)]
    return own + month_plan.missing_areas(choices)


def test_every_point_about_the_programme_is_taught_and_asked() -> None:
    found = coverage.compute()
    wanted = {one.id for one in found.points if one.id.startswith("II.1.1.a")}

    assert len(wanted) == 15
    assert wanted <= found.covered(Use.TAUGHT) & found.covered(Use.ASKED)


def test_there_are_seven_bases_one_for_each_point_of_the_course_text() -> None:
    named = [one for one in coverage_map.load() if one.id.startswith("II.1.1.a.CC")]

    assert len(programme_pictures.BASES) == 7
    assert len([one for one in named if one.id != "II.1.1.a.CC"]) == 7


def test_every_basis_brings_one_wish_and_two_wishes_have_none() -> None:
    bases = [wish.basis for wish in month_plan.load().wish]

    assert sorted(bases) == [0, 0, 1, 2, 3, 4, 5, 6, 7]


def test_there_is_a_plan_on_which_nothing_is_to_be_said() -> None:
    assert remarks(month_plan.good_plan()) == []
    assert month_plan.waiting(month_plan.good_plan()) == 0


def test_an_empty_plan_waits_for_all_and_blames_nothing() -> None:
    assert [month_plan.remarks_on(wish, {}) for wish in month_plan.load().wish] == [[]] * 9
    assert month_plan.waiting({}) == len(month_plan.load().wish)


@pytest.mark.parametrize(
    ("wish", "choice", "words"),
    [
        ("rung", Choice(2, "t22"), "Căn cứ chưa khớp"),
        ("rung", Choice(1, ""), "bị bỏ ra ngoài"),
        ("cap-phep", Choice(0, "t29"), "Cấp phép là việc của chính quyền"),
        ("lien-hoan", Choice(0, "t29"), "Không sinh ra từ căn cứ nào"),
        ("y-kien-tinh", Choice(5, "t29"), "tỉnh họp từ 20/10"),
        ("sat-lo", Choice(7, "t29"), "mưa lớn tháng 10"),
        ("giam-ngheo", Choice(4, "t21"), "trùng lịch, bí thư dự hội nghị"),
        ("giam-ngheo", Choice(4, "t17"), "không phải ngày làm việc"),
        ("giam-ngheo", Choice(4, "t14"), "3 nội dung trong một phiên"),
    ],
)
def test_each_fault_of_a_plan_is_told_beside_its_wish(
    wish: str, choice: Choice, words: str
) -> None:
    own = next(one for one in month_plan.load().wish if one.id == wish)

    told = month_plan.remarks_on(own, plan(**{wish: choice}))

    assert words in " ".join(one.text for one in told)


def test_a_plan_without_an_area_is_not_comprehensive() -> None:
    missing = month_plan.missing_areas(plan(**{"sat-lo": Choice(7, "")}))

    assert [one.text for one in missing] == [
        "Chưa toàn diện: không có việc nào về quốc phòng, an ninh."
    ]


def test_papers_go_out_three_to_five_days_before_moved_to_a_working_day() -> None:
    days = {one.id: one for one in month_plan.load().session}

    assert month_plan.send_between(days["t29"]) == (date(2026, 10, 23), date(2026, 10, 26))
    assert month_plan.send_between(days["t08"]) == (date(2026, 10, 2), date(2026, 10, 5))
    assert month_plan.send_between(days["t14"]) == (date(2026, 10, 9), date(2026, 10, 9))


class Planner:
    """Somebody who fills in the board."""

    def __init__(self, path: Path) -> None:
        self.board = MonthBoard(Progress(path))

    def choose(self, number: int, basis: str, day: str) -> None:
        """Decide the wish at this place (from 0)."""
        fields = self.board.widget.children[number].children[1].children
        fields[0].value, fields[1].value = basis, day

    def follow(self, choices: dict[str, Choice]) -> None:
        for number, wish in enumerate(month_plan.load().wish):
            choice = choices[wish.id]
            self.choose(number, str(choice.basis), choice.session or "-")

    def press(self, label: str) -> None:
        found = [one for one in within(self.board.widget) if hasattr(one, "description")]
        button = next(one for one in found if one.description == label)
        if isinstance(button, widgets.ToggleButton):
            button.value = not button.value
        else:
            button.click()

    def read(self) -> str:
        found = within(self.board.widget)
        return " ".join(one.value for one in found if isinstance(one, widgets.HTML))


def within(widget: Any) -> list[Any]:
    below = [deep for child in getattr(widget, "children", ()) for deep in within(child)]
    return [widget, *below]


def test_a_good_plan_is_told_to_be_one_and_is_back_after_a_restart(tmp_path: Path) -> None:
    planner = Planner(tmp_path / "tien_do.json")
    assert "Tháng 10 còn trống" in planner.read()

    planner.follow(month_plan.good_plan())

    assert "Bản này trình được" in planner.read()
    again = Planner(tmp_path / "tien_do.json")
    assert again.board.choices() == month_plan.good_plan()
    assert "từ 23/10 đến 26/10" in again.read()


def test_a_finished_plan_with_a_gap_tells_the_gap_and_how_many_to_mend(tmp_path: Path) -> None:
    planner = Planner(tmp_path / "tien_do.json")

    planner.follow(plan(**{"sat-lo": Choice(7, "")}))

    assert "không có việc nào về quốc phòng, an ninh" in planner.read()
    assert "Còn 1 việc phải gỡ" in planner.read()
    assert "Bản này trình được" not in planner.read()


def test_one_can_clear_the_board_and_look_at_an_example(tmp_path: Path) -> None:
    planner = Planner(tmp_path / "tien_do.json")
    planner.choose(0, "1", "t21")
    assert "trùng lịch" in planner.read()

    planner.press("Bỏ hết, xếp lại")
    assert "trùng lịch" not in planner.read()
    assert planner.board.choices()["rung"] == Choice()

    planner.press("Xem một cách xếp")
    assert "Một cách xếp không vướng" in planner.read()


def test_what_was_kept_by_another_version_is_passed_over(tmp_path: Path) -> None:
    own = Progress(tmp_path / "tien_do.json")
    own.keep_draft("thu-chuong-trinh-thang", answer={"rung.basis": "99", "rung.day": 5, "x": "y"})

    board = Planner(tmp_path / "tien_do.json").board

    assert board.choices()["rung"] == Choice()


def test_the_pictures_have_words_for_those_who_do_not_see_them() -> None:
    assert "bảy căn cứ ở bên trái" in programme_pictures.sources()
    assert "bậc thang từ dài đến ngắn" in programme_pictures.stairs()
    assert programme_pictures.sources().count("<rect") == 9
