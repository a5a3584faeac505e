"""The leak check: a released assignment must hold nothing that gives an answer away."""

from __future__ import annotations

import json
from pathlib import Path

from grading.nbgrader.assignment import read_assignment
from grading.rubric import load_rubric
from scenarios.case import case_folder

# Shorter texts than this are words of the office, not answers.
TELLING_LENGTH = 25
_OPEN_FILES = ("case.toml", "rubric.toml")
"""The rubric's secrets are taken field by field; other files beside them are pools of tables."""
_MARKERS = ("BEGIN SOLUTION", "END SOLUTION", "BEGIN HIDDEN", "BEGIN MARK SCHEME")


def leaks(folder: Path) -> list[str]:
    """One Vietnamese sentence for each leak in a released folder; none if it may go out.

    Raises AssignmentError if the folder is not an assignment.
    """
    assignment = read_assignment(folder)
    found = [
        f"Thư mục phát ra có tệp “{path.relative_to(folder).as_posix()}” ngoài sổ bài tập."
        for path in sorted(folder.rglob("*"))
        if path != assignment.notebook
    ]
    text = _all_text(assignment.notebook)
    secrets = _secrets(case_folder(assignment.case_id))
    found += [
        f"Sổ bài tập chứa lời của {origin}: “{phrase[:60]}”."
        for phrase, origin in secrets.items()
        if phrase in text
    ]
    found += [f"Sổ bài tập còn đoạn đánh dấu “{one}”." for one in _MARKERS if one in text]
    if _has_results(assignment.notebook):
        found.append("Sổ bài tập còn kết quả của lần chạy trước.")
    return found


def _all_text(notebook: Path) -> str:
    content = json.loads(notebook.read_text(encoding="utf-8"))
    return "\n".join(_strings(content))


def _strings(content: object) -> list[str]:
    """Every text in a JSON value; lists of lines count as one text."""
    if isinstance(content, str):
        return [content]
    if isinstance(content, dict):
        return [text for value in content.values() for text in _strings(value)]
    if isinstance(content, list):
        if content and all(isinstance(one, str) for one in content):
            return ["".join(content)]
        return [text for value in content for text in _strings(value)]
    return []


def _secrets(case: Path) -> dict[str, str]:
    """Phrase -> its origin: the rubric's words, the lines of reference, wrong works and pools."""
    secrets = {}
    for criterion in load_rubric(case).criteria:
        for text in (criterion.why, criterion.fix, criterion.lesson, criterion.title):
            secrets[text] = f"bảng tiêu chí ({criterion.id})"
        for check in criterion.checks:
            secrets[check.says] = f"bảng tiêu chí ({criterion.id})"
    hidden = [path for part in ("reference", "wrong") for path in (case / part).rglob("*.toml")]
    hidden += [path for path in case.glob("*.toml") if path.name not in _OPEN_FILES]
    for path in sorted(hidden):
        for line in path.read_text(encoding="utf-8").splitlines():
            secrets[line.strip()] = path.relative_to(case).as_posix()
    return {text: origin for text, origin in secrets.items() if len(text) >= TELLING_LENGTH}


def _has_results(notebook: Path) -> bool:
    cells = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return any(cell.get("outputs") or cell.get("execution_count") for cell in cells)
