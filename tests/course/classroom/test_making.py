"""A class is made whole or not at all, and says what it is in a file that can be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from course.classroom.allotment import Exercise, allot
from course.classroom.card import find_card, i_am, who_am_i
from course.classroom.making import Wish, course_id_of, make_class
from course.classroom.plan import ClassPlan, Student, VariantPolicy, read_plan, write_plan
from course.classroom.roster import Member
from grading.nbgrader.class_folder import ClassError
from scenarios.variants import VariantError

CASE = Exercise("tinh_huong_1", "hoi_nghi_dot_xuat")


def plan_of(count: int, policy: VariantPolicy, **more: object) -> ClassPlan:
    students = tuple(
        Student(id=f"hv_{n}", name=f"Lê Văn {n}", group=f"Nhóm {n % 3}") for n in range(count)
    )
    return ClassPlan(course_id="lop", title="Lớp", students=students, policy=policy, **more)


def test_a_class_stands_in_files_that_can_be_read(made_class: Path) -> None:
    content = json.loads((made_class / "lop.json").read_text(encoding="utf-8"))
    assert content["title"] == "Lớp thử"
    assert [one["name"] for one in content["students"]][:3] == ["Nguyễn Văn An"] * 3
    diary = (made_class / "nhat_ky_lop.txt").read_text(encoding="utf-8")
    assert "Có 3 người cùng tên Nguyễn Văn An" in diary
    assert (made_class / "release" / "tinh_huong_1" / "tinh_huong_1.ipynb").is_file()


def test_people_of_one_name_are_called_with_their_office(made_class: Path) -> None:
    plan = read_plan(made_class)
    assert plan.called("nguyen_van_an_2") == "Nguyễn Văn An (Xã B)"
    assert plan.called("le_thi_binh") == "Lê Thị Bình"
    assert plan.called("nguoi_la") == "nguoi_la"


def test_one_variant_for_each_group_and_the_same_one_within_it(made_class: Path) -> None:
    groups = read_plan(made_class).groups
    variants = [{one.variants["tinh_huong_1"] for one in group} for group in groups.values()]
    assert [len(one) for one in variants] == [1, 1]
    assert variants[0] != variants[1]


def test_one_each_repeats_no_variant_before_all_are_used() -> None:
    allotted = allot(plan_of(20, VariantPolicy.EACH), [CASE])
    assert len({one.variants[CASE.id] for one in allotted.students}) == 20
    assert allot(plan_of(20, VariantPolicy.EACH), [CASE]) == allotted


def test_one_for_all_is_the_chosen_one_and_a_wrong_one_is_refused() -> None:
    chosen = plan_of(3, VariantPolicy.ONE, variant="sat_lo-btv-h4")
    assert {one.variants[CASE.id] for one in allot(chosen, [CASE]).students} == {"sat_lo-btv-h4"}
    with pytest.raises(VariantError):
        allot(plan_of(3, VariantPolicy.ONE, variant="sat_lo-btv"), [CASE])


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"title": " "}, "chưa có tên"),
        ({"members": []}, "chưa có học viên"),
        ({"policy": VariantPolicy.GROUP}, "Chưa chia nhóm"),
        ({"assignments": ["khong_co"]}, "Không có bài tập"),
    ],
)
def test_what_cannot_be_made_is_said_in_one_sentence_and_leaves_nothing(
    tmp_path: Path, change: dict[str, object], words: str
) -> None:
    wish = {"title": "Lớp", "members": [Member("a", "Lê Văn A")], **change}
    with pytest.raises(ClassError, match=words):
        make_class(tmp_path / "lop", Wish(**wish))  # type: ignore[arg-type]
    assert not (tmp_path / "lop").exists()


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "khac.txt").write_text("của tôi", encoding="utf-8")
    with pytest.raises(ClassError, match="đặt tên lớp khác"):
        make_class(tmp_path, Wish("Lớp", [Member("a", "Lê Văn A")]))
    assert [path.name for path in tmp_path.iterdir()] == ["khac.txt"]


def test_a_title_gives_a_code_that_nbgrader_takes() -> None:
    assert course_id_of("Bồi dưỡng văn phòng, khóa 3 – Đợt 2") == "boi_duong_van_phong_khoa_3_dot_2"
    assert course_id_of("…") == "lop"


def test_a_damaged_plan_names_the_copy_that_stands_beside_it(school: Path) -> None:
    write_plan(school, read_plan(school))
    (school / "lop.json").write_text("{", encoding="utf-8")
    with pytest.raises(ClassError, match=r"lop\.json\.truoc"):
        read_plan(school)
    assert (school / "lop.json.truoc").is_file()


def test_the_card_tells_a_learners_machine_who_is_who(made_class: Path, tmp_path: Path) -> None:
    work = tmp_path / "hoc_tap" / "tinh_huong_1"
    work.mkdir(parents=True)
    card_file = made_class / "phat_cho_hoc_vien" / "the_lop.json"
    (work.parent / "the_lop.json").write_bytes(card_file.read_bytes())
    found = find_card(work)
    assert found is not None
    card, place = found
    assert who_am_i(card, place) is None
    shown = [one.shown for one in card.learners if one.name == "Nguyễn Văn An"]
    assert shown == ["Nguyễn Văn An (Xã A)", "Nguyễn Văn An (Xã B)", "Nguyễn Văn An (Xã C)"]
    i_am(card, place, card.learners[1])
    assert who_am_i(card, place) == card.learners[1]
