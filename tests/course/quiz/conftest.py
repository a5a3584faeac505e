"""A bank with one question of each kind: the examples of the authors' guide."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.quiz import bank
from course.quiz.question import Question

EXAMPLES = re.compile(r"^```toml\n(.*?)^```", re.M | re.S)


@pytest.fixture(scope="session")
def guide(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Question]:
    """The question of each kind."""
    folder = tmp_path_factory.mktemp("guide")
    text = (bank.FOLDER / "HUONG-DAN-VIET-CAU-HOI.md").read_text(encoding="utf-8")
    for number, example in enumerate(EXAMPLES.findall(text)):
        (folder / f"{number:02}.toml").write_text(example, encoding="utf-8")
    return {question.item().kind: question for question in bank.read(folder)}


@pytest.fixture
def progress_path(tmp_path: Path) -> Path:
    """Where a learner's progress is kept in this test."""
    return tmp_path / "tien_do.json"
