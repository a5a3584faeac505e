"""Questions below a cell: what is shown when something is missing or damaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from course.quiz import bank, page
from course.quiz.mistakes import Mistake, QuestionError


def shown(*question_ids: str) -> str:
    return _words(page._blocks("01.1", question_ids))


def _words(blocks: list[Any]) -> str:
    found = []
    for block in blocks:
        found.append(str(getattr(block, "value", "")))
        found.append(_words(list(getattr(block, "children", ()))))
    return " ".join(found)


@pytest.fixture(autouse=True)
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_questions_are_counted_when_there_are_several() -> None:
    one = shown("i-vi-tri-lan-vai")
    two = shown("i-vi-tri-lan-vai", "i-vai-tro-ghep")

    assert "Câu hỏi · Chọn một phương án" in one
    assert "Câu 1/2 · Chọn một phương án" in two
    assert "Câu 2/2 · Ghép cặp" in two


def test_a_question_that_is_gone_is_said_and_the_others_are_shown() -> None:
    said = shown("khong-co", "i-vai-tro-ghep")

    assert "Câu hỏi “khong-co” không còn trong bộ câu hỏi" in said
    assert "Mỗi việc sáng nay thuộc vai trò nào" in said


def test_a_damaged_bank_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> bank.Bank:
        raise QuestionError([Mistake("a.toml", "", "sai", "sửa")])

    monkeypatch.setattr(bank, "load", fail)

    assert "start.py question check" in shown("i-vai-tro-ghep")


def test_a_damaged_progress_file_is_told_once_and_the_questions_are_there(workspace: Path) -> None:
    (workspace / "tien_do.json").write_text("{", encoding="utf-8")

    said = shown("i-vai-tro-ghep")

    assert "Tệp tiến độ bị hỏng" in said
    assert "Ghép cặp" in said
    assert "Tệp tiến độ bị hỏng" not in shown("i-vai-tro-ghep")
