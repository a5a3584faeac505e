"""What part I lets one try: the duties and their finder, the missed roles, the in-tray."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from course import coverage_map
from course.part_i import duties, duty_map, in_tray, in_tray_data, missing_role, office_place
from course.progress import Progress
from course.quiz import sources


def test_there_are_eighteen_duties_nine_three_two_three_and_one() -> None:
    own = duties.load()

    assert [len(own.of(group.number)) for group in own.group] == [9, 3, 2, 3, 1]
    assert len(own.duty) == 18


def test_every_duty_is_a_point_of_the_course_text_with_its_lines() -> None:
    points = coverage_map.load()

    for duty in duties.load().duty:
        assert duty.point in points
        assert sources.problem(duty.source) is None
        point = points[duty.point]
        assert duty.source.startswith(f"000:{point.first_line}"), duty.point


@pytest.mark.parametrize(
    ("typed", "point"),
    [
        ("đảng phí", "I.3.b.NV2.3"),
        ("dang phi", "I.3.b.NV2.3"),
        ("Xem ĐẢNG PHÍ quý này", "I.3.b.NV2.3"),
        ("giấy mời", "I.3.b.NV1.7"),
        ("tiep dan", "I.3.b.NV1.5"),
        ("xếp lịch tuần cho bí thư", "I.3.b.NV1.1"),
        ("máy phát điện hỏng", "I.3.b.NV1.6"),
        ("thẩm định nội dung đề án", "I.3.b.NV3.2"),
    ],
)
def test_the_finder_knows_the_words_people_type(typed: str, point: str) -> None:
    assert duties.load().find(typed)[0].point == point


@pytest.mark.parametrize("typed", ["", " ", "a", "xyz không có"])
def test_the_finder_says_so_when_it_finds_nothing(typed: str) -> None:
    assert duties.load().find(typed) == []
    assert "vp-notice" in duty_map._answer(typed)


def test_the_finder_answers_while_one_types() -> None:
    field, found = duty_map.finder().children

    field.value = "đảng phí"

    assert "Kiểm tra, giám sát việc thu, nộp và sử dụng đảng phí" in found.value
    assert "Chuyên đề 7, dòng 298-300" in found.value


def test_the_pictures_have_words_for_those_who_do_not_see_them() -> None:
    drawn = office_place.picture()

    assert 'role="img"' in drawn
    assert "Văn phòng Đảng ủy ở giữa" in drawn
    assert duty_map.picture().count("<details") == 5
    assert "<strong>18</strong>" in duty_map.counts()


def test_each_missed_role_changes_its_day_and_the_end() -> None:
    week = missing_role.load()

    for role in week.role:
        moment = next(one for one in week.moment if one.role == role.id)
        assert moment.kept in missing_role.story(())
        assert moment.missed in missing_role.story((role.id,))
    for outcome in week.outcome:
        missed = [role.id for role in week.role][: outcome.missed]
        assert outcome.text in missing_role.story(missed)


def test_ticking_a_box_tells_another_week() -> None:
    ticks, told = missing_role.widget().children
    before = told.value

    ticks.children[0].value = True

    assert told.value != before
    assert "Bỏ sót" in told.value


def test_every_paper_has_a_home_and_a_source() -> None:
    tray = in_tray_data.load()

    assert len(tray.paper) == len({paper.id for paper in tray.paper}) == 12
    for paper in tray.paper:
        assert tray.title(paper.home)
        assert [sources.problem(source) for source in paper.source] == [None] * len(paper.source)
        # Whose work it is elsewhere is not in the source text: it must be checked.
        assert paper.check_original == (not tray.is_own(paper.home)), paper.id
    assert {paper.home for paper in tray.paper} >= {"1", "2", "3", "4", "5"}


class Sorter:
    """Somebody who sorts the in-tray."""

    def __init__(self, path: Path) -> None:
        self.desk = in_tray.InTrayDesk(Progress(path))

    def press(self, label: str) -> None:
        columns = [one for one in self.desk.widget.children if one.layout.display != "none"]
        buttons = [one for column in columns for one in getattr(column, "children", ())]
        next(one for one in buttons if one.description.startswith(label)).click()

    def sort(self, home: str) -> None:
        tray = in_tray_data.load()
        if tray.is_own(home):
            self.press(f"Nhóm {home}")
        else:
            self.press("Không phải việc của văn phòng")
            self.press(tray.title(home))

    def read(self) -> str:
        found = _within(self.desk.widget)
        return " ".join(one.value for one in found if isinstance(one, widgets.HTML))


def _within(widget: Any) -> list[Any]:
    below = [deep for child in getattr(widget, "children", ()) for deep in _within(child)]
    return [widget, *below]


def test_a_tray_sorted_rightly_is_all_right_and_back_after_a_restart(tmp_path: Path) -> None:
    sorter = Sorter(tmp_path / "tien_do.json")
    for paper in in_tray_data.load().paper:
        sorter.sort(paper.home)
        assert "Đúng rồi" in sorter.read()
        assert "Nguồn: " in sorter.read()
        sorter.press("Việc tiếp theo")

    assert "Phân đúng: <strong>12/12</strong>" in sorter.read()
    assert "Phân đúng: <strong>12/12</strong>" in Sorter(tmp_path / "tien_do.json").read()


def test_a_wrong_home_is_told_with_the_right_one(tmp_path: Path) -> None:
    sorter = Sorter(tmp_path / "tien_do.json")

    sorter.sort("mttq")

    assert "Chưa đúng" in sorter.read()
    assert "Văn phòng, nhóm 1" in sorter.read()


def test_a_half_sorted_tray_goes_on_where_it_was(tmp_path: Path) -> None:
    papers = in_tray_data.load().paper
    sorter = Sorter(tmp_path / "tien_do.json")
    sorter.sort("1")
    sorter.press("Việc tiếp theo")
    sorter.sort("5")

    again = Sorter(tmp_path / "tien_do.json")

    assert "Đã phân: <strong>2/12</strong>" in again.read()
    assert papers[2].text in again.read()


def test_one_can_start_again_and_the_first_round_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "tien_do.json"
    sorter = Sorter(path)
    for _ in in_tray_data.load().paper:
        sorter.sort("1")
        sorter.press("Việc tiếp theo")
    sorter.press("Phân lại từ đầu")
    assert "Đã phân: <strong>0/12</strong>" in sorter.read()

    sorter.sort("1")

    again = Sorter(path)
    assert "Đã phân: <strong>1/12</strong>" in again.read()
    assert len(Progress(path).history.events) == 13
