"""A trainer's own case from the filled example: checked, played, shipped, handed out and marked."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from ipywidgets import HTML, Checkbox, FileUpload
from openpyxl import load_workbook

from course.classroom.allotment import Exercise
from course.classroom.card import write_card
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.new_class_form import NewClassForm
from course.classroom.panel.own_case_form import OwnCaseForm
from course.classroom.plan import ClassPlan, VariantPolicy
from course.hub.releasing import put_out_own_cases
from course.own_case import OwnCase, OwnCaseError, new_form, own_case
from course.page.shipped import Shelf, collect
from grading import Status, score
from grading.check import check_case
from grading.nbgrader.assignment import all_assignments
from grading.nbgrader.batch import grade
from grading.nbgrader.class_folder import new_class
from grading.nbgrader.history import History
from grading.nbgrader.leaks import leaks
from grading.rubric import load_rubric
from scenarios import own_cases
from scenarios.case import case_ids, load_case, read_case, shipped_ids
from scenarios.edits import reference_work
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, read_work
from scenarios.written_works import written_works

ID = "vang_hop_gap"


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A workspace whose name has blanks and Vietnamese letters."""
    folder = tmp_path_factory.mktemp("góc học tập của tôi")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(own_cases.VARIABLE, str(folder / own_cases.FOLDER_NAME))
        yield folder


@pytest.fixture(scope="module")
def form(workspace: Path) -> Path:
    """The example form."""
    return new_form(workspace / "mẫu của tôi", example=True)


@pytest.fixture(scope="module")
def made(form: Path) -> OwnCase:
    """The case that was made from it."""
    return own_case(form)


def test_the_example_makes_a_case_that_the_check_passes(made: OwnCase) -> None:
    assert check_case(load_case(made.id)).mistakes == ()
    assert made.id in case_ids()
    assert made.id not in shipped_ids()


def test_every_criterion_of_it_is_shown_in_three_states(made: OwnCase) -> None:
    case = load_case(made.id)
    criteria = {one.id for one in load_rubric(case.folder).criteria}
    untouched = score(case, Work(case=made.id))
    assert {one.status for one in untouched.findings} == {Status.NOT_ATTEMPTED}
    right = score(case, reference_work(case))
    assert right.points == right.max_points > 0
    alone = set()
    for one in written_works(case):
        work = read_work(one.folder / FILE_NAME)
        assert work is not None
        failed = {o.criterion for o in score(case, work).findings if o.status is not Status.MET}
        assert failed == set(one.edit.fails)
        alone |= failed
    assert alone == criteria
    assert len(criteria) == made.criteria


def test_its_page_is_the_one_that_the_workspace_gets_at_every_start(
    made: OwnCase, workspace: Path, tmp_path: Path
) -> None:
    shipped = {one.name: one for one in collect(Shelf(tmp_path, own=True))}
    assert set(shipped) == {f"{ID}/{ID}.ipynb"}
    assert made.notebook == workspace / ID / f"{ID}.ipynb"
    assert collect(Shelf(tmp_path)) == []


def test_made_again_it_is_replaced_and_another_folder_is_not(made: OwnCase, form: Path) -> None:
    (made.folder / "thừa.txt").write_text("cũ", encoding="utf-8")
    own_case(form)
    assert not (made.folder / "thừa.txt").exists()
    kept = made.folder / "mau_tinh_huong.xlsx"
    content = kept.read_bytes()
    kept.unlink()
    try:
        with pytest.raises(OwnCaseError, match="đổi mã"):
            own_case(form)
        assert (made.folder / "case.toml").is_file()
    finally:
        kept.write_bytes(content)


def test_a_form_is_never_written_over_another_file(form: Path) -> None:
    with pytest.raises(OwnCaseError, match="chọn tên khác"):
        new_form(form)


def test_the_panel_makes_it_from_an_uploaded_form_and_offers_it_to_a_new_class(
    workspace: Path, form: Path
) -> None:
    chosen = Chosen(workspace / "lop_hoc")
    new_class_form, own_form = NewClassForm(chosen), OwnCaseForm(chosen)
    (chooser,) = [one for one in parts(own_form.widget) if isinstance(one, FileUpload)]
    book = load_workbook(form)
    book["Người"]["B4"] = "trưởng phòng"
    book.save(faulty := workspace / "mẫu hỏng.xlsx")
    for path, said in ((faulty, "trang Người, ô B4"), (form, "Đã làm tình huống")):
        upload = {"name": path.name, "type": "", "size": 1, "content": path.read_bytes()}
        chooser.value = (upload | {"last_modified": datetime.now(UTC)},)
        assert any(said in getattr(one, "value", "") for one in texts(own_form.widget))
    boxes = [one.description for one in parts(new_class_form.widget) if isinstance(one, Checkbox)]
    assert f"{load_case(ID).file.title} ({ID})" in boxes


def parts(widget: Any) -> Iterator[Any]:
    """The widget and all that stands in it."""
    yield widget
    for one in getattr(widget, "children", ()):
        yield from parts(one)


def texts(widget: Any) -> Iterator[Any]:
    """The parts that show text."""
    yield from (one for one in parts(widget) if isinstance(one, HTML))


def test_it_is_released_without_leaks_and_marked_like_any_other(
    made: OwnCase, tmp_path: Path
) -> None:
    assert made.id in {one.id for one in all_assignments()}
    school = tmp_path / "lớp của tôi"
    new_class(school, "lop", [made.id])
    released = school / "release" / made.id
    assert leaks(released) == []
    for student, work in (("an", "reference"), ("binh", "wrong/F03")):
        place = school / "submitted" / student / made.id
        shutil.copytree(released, place)
        shutil.copy(made.folder / work / FILE_NAME, place)
    report = grade(school, made.id)
    assert sorted(report.marked) == ["an", "binh"]
    totals = {one.student: one.total for one in History.open(school)}
    worth = {one.id: one.worth for one in load_rubric(made.folder).criteria}
    assert totals == {"an": sum(worth.values()), "binh": sum(worth.values()) - worth["F03"]}
    notebook = released / f"{made.id}.ipynb"
    lesson = load_rubric(made.folder).criteria[0].lesson
    text = notebook.read_text(encoding="utf-8")
    notebook.write_text(text.replace("# Tình huống", f"{lesson} # Tình huống", 1), encoding="utf-8")
    assert any("bảng tiêu chí (F01)" in one for one in leaks(released))


def test_learners_get_a_copy_of_it_beside_the_class_card(made: OwnCase, tmp_path: Path) -> None:
    plan = ClassPlan(
        course_id="lop", title="Lớp", minutes=75, level="standard",
        policy=VariantPolicy.ONE, variant="", students=(),
    )  # fmt: skip
    card = write_card(tmp_path, plan, [Exercise(made.id, made.id), Exercise("don_thu", "don_thu")])
    copies = card.parent / own_cases.FOLDER_NAME
    assert [one.name for one in copies.iterdir()] == [made.id]
    names = {one.name for one in (copies / made.id).rglob("*")}
    assert {"case.toml", "rubric.toml", "brief.md"} <= names
    assert not names & {"mau_tinh_huong.xlsx", "wrong", "facilitator.md"}
    assert own_cases.FOLDER_NAME in card.with_name("cach_nhan_bai.txt").read_text(encoding="utf-8")
    released = tmp_path / "máy chủ"
    released.mkdir()
    put_out_own_cases(tmp_path, released)
    played = read_case(released / own_cases.FOLDER_NAME / made.id)
    sheet = score(played, reference_work(played))
    assert sheet.points == sheet.max_points
