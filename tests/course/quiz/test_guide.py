"""The authors' guide: its examples are real question files."""

from __future__ import annotations

import re
from pathlib import Path

from course.quiz import bank
from course.quiz.mistakes import KINDS

GUIDE = bank.FOLDER / "HUONG-DAN-VIET-CAU-HOI.md"
EXAMPLES = re.findall(r"^```toml\n(.*?)^```", GUIDE.read_text(encoding="utf-8"), re.M | re.S)


def test_every_example_of_the_guide_can_be_read(tmp_path: Path) -> None:
    for number, example in enumerate(EXAMPLES):
        (tmp_path / f"{number:02}.toml").write_text(example, encoding="utf-8")

    questions, mistakes = bank.scan(tmp_path)

    assert mistakes == []
    assert len(questions) == len(EXAMPLES)


def test_the_guide_shows_every_kind_of_question(tmp_path: Path) -> None:
    (tmp_path / "all.toml").write_text(
        "schema = 1\n"
        + "".join(one.replace("schema = 1", "") for one in EXAMPLES).replace(
            'title = "Vai trò của văn phòng cấp ủy"', ""
        ),
        encoding="utf-8",
    )

    shown = {question.item().kind for question in bank.read(tmp_path)}

    assert shown == set(KINDS)
