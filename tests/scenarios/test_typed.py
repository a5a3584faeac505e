"""What a person is told to type is what the person's own start line takes."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from course.cli import main
from scenarios.typed import PROGRAM, pressed_or_typed, typed

PROJECT = Path(__file__).resolve().parents[2]
ROOMS = ("course", "grading", "scenarios", "office_sim", "exercises")


def test_a_command_begins_as_the_kit_was_started() -> None:
    assert PROGRAM in ("py start.py", "python3 start.py")
    assert typed("case list") == f"{PROGRAM} case list"
    assert pressed_or_typed("Phát bài", "class release") == (
        f"bấm “Phát bài” (hoặc gõ lệnh: {PROGRAM} class release)"
    )


def test_no_sentence_for_users_names_a_command_that_they_cannot_type() -> None:
    bare = re.compile(r"\bvanphong (?:class|case|question|word|lesson|score|open|hub|coverage)\b")
    found = []
    for path in (one for room in ROOMS for one in (PROJECT / room).rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        notes = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        found += [
            f"{path.relative_to(PROJECT)}:{node.lineno}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in notes
            and bare.search(node.value)
        ]
    assert found == []


def test_the_commands_that_sentences_name_exist() -> None:
    named = set()
    for path in (one for room in ROOMS for one in (PROJECT / room).rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        named |= set(re.findall(r"""\btyped\(\s*["']([a-z][a-z -]*[a-z])(?: --\w+)?["']""", text))
        named |= set(
            re.findall(r"""\bpressed_or_typed\(\s*["'][^"']+["'],\s*["']([a-z -]+)["']""", text)
        )
    assert {"class release", "class terms drop", "question check"} <= named
    for words in sorted(named):
        assert main([*words.split(), "--help"]) == 0, words
