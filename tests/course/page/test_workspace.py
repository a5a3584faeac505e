"""The workspace: brought up to date without touching a learner's work, with clear sentences."""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path

import pytest

from course.page import shipped, workspace
from course.page.shipped import Shelf, ShippedError
from course.page.workspace import WorkspaceError

from .conftest import code_cell, notebook, text_cell, write

NOW = datetime(2026, 7, 27, 14, 5, 9)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A course page with outputs left in it, and one assignment."""
    page = notebook(text_cell("# Bài một"), code_cell("print(1)"))
    page["cells"][1].update(
        execution_count=3, outputs=[{"output_type": "stream", "name": "stdout", "text": "1"}]
    )
    page["metadata"]["widgets"] = {"state": {}}
    write(tmp_path / "course" / "01_bai.ipynb", page)
    write(tmp_path / "course" / "00_bat_dau.ipynb", notebook(text_cell("# Chào")))
    write(tmp_path / "exercises" / "th1" / "th1.ipynb", notebook(code_cell("award('a')")))
    return Shelf(tmp_path / "course", tmp_path / "exercises")


def test_pages_and_assignments_are_copied_without_outputs(shelf: Shelf, tmp_path: Path) -> None:
    done = workspace.update(tmp_path / "góc học", shipped.collect(shelf), NOW)
    assert done.written == ["00_bat_dau.ipynb", "01_bai.ipynb", "th1/th1.ipynb"]
    copy = json.loads((tmp_path / "góc học" / "01_bai.ipynb").read_text(encoding="utf-8"))
    assert copy["cells"][1]["outputs"] == []
    assert copy["cells"][1]["execution_count"] is None
    assert "widgets" not in copy["metadata"]


def test_a_second_update_changes_nothing(shelf: Shelf, tmp_path: Path) -> None:
    folder = tmp_path / "hoc_tap"
    workspace.update(folder, shipped.collect(shelf), NOW)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    done = workspace.update(folder, shipped.collect(shelf), NOW)
    assert (done.written, done.archived) == ([], [])
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


def test_a_learners_work_is_never_touched(shelf: Shelf, tmp_path: Path) -> None:
    folder = tmp_path / "hoc_tap"
    work = {
        folder / name: f"việc của tôi {name}"
        for name in ("tien_do.json", "th1/bai_lam.json", "th1/giay_moi.docx", "của_tôi.ipynb")
    }
    for path, content in work.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    workspace.update(folder, shipped.collect(shelf), NOW)
    assert {path: path.read_text(encoding="utf-8") for path in work} == work


@pytest.mark.parametrize("content", ['{"cells": []}', "không phải JSON", ""])
def test_another_edition_is_kept_aside_and_replaced(
    shelf: Shelf, tmp_path: Path, content: str
) -> None:
    folder = tmp_path / "hoc_tap"
    workspace.update(folder, shipped.collect(shelf), NOW)
    original = (folder / "th1" / "th1.ipynb").read_bytes()
    (folder / "th1" / "th1.ipynb").write_text(content, encoding="utf-8")
    done = workspace.update(folder, shipped.collect(shelf), NOW)
    kept = folder / ".luu_cu" / "th1" / "th1-20260727-140509.ipynb"
    assert done.archived == [kept]
    assert kept.read_text(encoding="utf-8") == content
    assert (folder / "th1" / "th1.ipynb").read_bytes() == original


def test_two_editions_of_the_same_second_are_both_kept(shelf: Shelf, tmp_path: Path) -> None:
    folder = tmp_path / "hoc_tap"
    for content in ("một", "hai"):
        workspace.update(folder, shipped.collect(shelf), NOW)
        (folder / "01_bai.ipynb").write_text(content, encoding="utf-8")
    workspace.update(folder, shipped.collect(shelf), NOW)
    kept = {path.read_text(encoding="utf-8") for path in (folder / ".luu_cu").iterdir()}
    assert kept == {"một", "hai"}


def test_outputs_saved_in_a_page_are_no_other_edition(shelf: Shelf, tmp_path: Path) -> None:
    folder = tmp_path / "hoc_tap"
    workspace.update(folder, shipped.collect(shelf), NOW)
    page = folder / "01_bai.ipynb"
    used = json.loads(page.read_text(encoding="utf-8"))
    used["cells"][1]["execution_count"] = 9
    page.write_text(json.dumps(used), encoding="utf-8")
    assert workspace.update(folder, shipped.collect(shelf), NOW).archived == []
    assert json.loads(page.read_text(encoding="utf-8"))["cells"][1]["execution_count"] is None


def test_the_edition_for_learners_can_be_made_by_another(shelf: Shelf) -> None:
    released = notebook(text_cell("bản phát cho học viên"))
    books = shipped.collect(shelf, edition=lambda source: released)
    assert "bản phát cho học viên" in books[-1].text
    assert all("bản phát" not in book.text for book in books[:-1])


def test_the_first_page_is_where_one_starts(shelf: Shelf) -> None:
    assert shipped.first_page(shipped.collect(shelf)) == "00_bat_dau.ipynb"
    assert shipped.first_page([]) is None


def test_a_damaged_page_of_the_kit_is_named(shelf: Shelf) -> None:
    (shelf.course / "02_hỏng.ipynb").write_text("{", encoding="utf-8")
    with pytest.raises(ShippedError, match=r"02_hỏng\.ipynb.*chép lại bộ học liệu"):
        shipped.collect(shelf)


def test_every_notebook_of_the_kit_can_be_shipped() -> None:
    names = [book.name for book in shipped.collect()]
    assert shipped.FIRST_PAGE in names


def test_a_file_in_the_folders_place_gets_a_sentence(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "hoc_tap").write_text("tôi là tệp", encoding="utf-8")
    with pytest.raises(WorkspaceError, match=r"đang chiếm chỗ.*đổi tên nó"):
        workspace.update(tmp_path / "hoc_tap", shipped.collect(shelf), NOW)


def test_a_folder_in_a_pages_place_gets_a_sentence(shelf: Shelf, tmp_path: Path) -> None:
    (tmp_path / "hoc_tap" / "01_bai.ipynb").mkdir(parents=True)
    with pytest.raises(WorkspaceError, match="chọn thư mục khác bằng --folder"):
        workspace.update(tmp_path / "hoc_tap", shipped.collect(shelf), NOW)


@pytest.mark.skipif(not Path("/sys/kernel").is_dir(), reason="needs a folder nobody may write to")
def test_a_folder_without_the_right_to_write_gets_a_sentence(shelf: Shelf) -> None:
    with pytest.raises(WorkspaceError, match="Không có quyền ghi vào thư mục “/sys/hoc_tap”"):
        workspace.update(Path("/sys/hoc_tap"), shipped.collect(shelf), NOW)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes")
def test_a_full_disk_gets_a_sentence_and_loses_nothing(shelf: Shelf, tmp_path: Path) -> None:
    import resource

    folder = tmp_path / "hoc_tap"
    workspace.update(folder, shipped.collect(shelf), NOW)
    page = folder / "01_bai.ipynb"
    page.write_text("bản của tôi", encoding="utf-8")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (5, hard))
    try:
        with pytest.raises(WorkspaceError, match="đã đầy; anh/chị xóa bớt tệp"):
            workspace.update(folder, shipped.collect(shelf), NOW)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert page.read_text(encoding="utf-8") == "bản của tôi"
    assert not list(folder.rglob("*.tmp"))
