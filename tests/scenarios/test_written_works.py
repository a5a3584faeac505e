"""The works in the folders of the cases are those that the plan and the edits give."""

from pathlib import Path

import pytest

from scenarios.case import CaseError, case_ids, load_case, read_case
from scenarios.work_file import FILE_NAME, read_work
from scenarios.written_works import WrittenWork, write_works, written_works

from .conftest import Copy

WORKS = [
    pytest.param(case_id, one, id=f"{case_id}/{one.folder.name}")
    for case_id in case_ids()
    for one in written_works(load_case(case_id))
]


@pytest.mark.parametrize(("case_id", "one"), WORKS)
def test_a_written_work_is_up_to_date(case_id: str, one: WrittenWork) -> None:
    assert read_work(one.folder / FILE_NAME) == one.work, f"run: vanphong case build {case_id}"


@pytest.mark.parametrize("case_id", case_ids())
def test_no_folder_holds_a_work_without_an_edit(case_id: str) -> None:
    case = load_case(case_id)
    known = {one.folder for one in written_works(case)}
    assert {path.parent for path in case.folder.glob(f"*/**/{FILE_NAME}")} == known


@pytest.mark.parametrize(("case_id", "one"), WORKS)
def test_a_wrong_work_tells_its_story_and_fails_something(case_id: str, one: WrittenWork) -> None:
    if one.folder.name != "reference":
        assert one.edit.story.endswith(".")
        assert one.edit.fails


def test_writing_fills_the_folders_once_and_then_changes_nothing(copy: Copy) -> None:
    case = read_case(copy.folder)
    written = write_works(case)
    assert len(written) == len(list(written_works(case)))
    assert all(path.name == FILE_NAME and path.is_file() for path in written)
    assert write_works(case) == []
    written[0].write_text("{}", encoding="utf-8")
    assert write_works(case) == [written[0]]


def test_an_edit_of_an_unknown_task_is_told_with_its_file(copy: Copy) -> None:
    copy.edit('drop = ["hau_can"]', 'drop = ["hau_cann"]', "wrong/T16_quen_hau_can/edit.toml")
    with pytest.raises(
        CaseError,
        match=r"T16_quen_hau_can/edit.toml: bài mẫu không có việc hay loại hàng “hau_cann”",
    ):
        list(written_works(read_case(copy.folder)))


def test_the_reference_stands_first(tmp_path: Path) -> None:
    names = [one.folder.name for one in written_works(load_case("hoi_nghi_dot_xuat"))]
    assert names[0] == "reference"
    assert names[1:] == sorted(names[1:])
