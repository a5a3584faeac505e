"""The first page: one big next step, progress, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from course import first_page, lesson_index
from course.page.shipped import FIRST_PAGE
from course.progress import EventKind, Progress


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / FIRST_PAGE).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_newcomer_is_greeted_and_sent_to_the_first_lesson() -> None:
    said = first_page._now()

    assert "Chào anh/chị, mời vào" in said
    assert 'href="01_1_vi_tri_vai_tro_chuc_nang.ipynb"' in said
    assert "vp-big-link" in said


def test_every_lesson_has_a_row_with_its_sections_and_questions() -> None:
    said = first_page._now()

    for lesson in lesson_index.load():
        assert lesson.title in said
        assert f"<td>0/{len(lesson.sections)}</td>" in said
        assert f"<td>0/{len(lesson.questions)}</td>" in said


def test_who_comes_back_is_shown_where_one_stopped(workspace: Path) -> None:
    own = Progress(workspace / "tien_do.json")
    own.record(EventKind.LESSON_OPENED, lesson="01.1")
    own.record(EventKind.SECTION_DONE, lesson="01.1", section="khoa-hoc")

    said = first_page._now()

    assert "Chào anh/chị trở lại" in said
    assert "Học tiếp Bài 1.1" in said
    assert "Mục tiếp theo: 7 giờ 30 sáng thứ Hai" in said


def test_the_page_has_one_big_link() -> None:
    assert first_page._now().count("vp-big-link") == 1


def test_a_damaged_progress_file_is_one_sentence_on_the_page(workspace: Path) -> None:
    (workspace / "tien_do.json").write_text("{", encoding="utf-8")

    assert "Tệp tiến độ bị hỏng" in first_page._now()


def test_what_stands_still_names_three_roads_saving_and_trouble() -> None:
    said = first_page._standing()

    for words in ("Tôi học trong lớp", "Tôi tự ôn một mình", "Tôi là giảng viên"):
        assert words in said
    assert "tien_do.json" in said
    assert "Khi có trục trặc" in said


def test_a_progress_file_that_cannot_be_opened_is_one_sentence(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (workspace / "tien_do.json").mkdir()

    first_page.show()

    assert "Traceback" not in "".join(capsys.readouterr())
