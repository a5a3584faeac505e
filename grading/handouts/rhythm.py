"""The rhythm of a case: how many minutes of a session each part of it takes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from scenarios.case import Case

_FALLBACK = (("Đọc đề, chia việc", 10), ("Làm bài", 65), ("Rút kinh nghiệm", 25))


@dataclass(frozen=True)
class Part:
    """One part of a session: it begins at minute `start` and takes `minutes`; `note` is a hint."""

    title: str
    start: int
    minutes: int
    note: str = ""


def rhythm(case: Case, minutes: int) -> list[Part]:
    """The parts of a session of so many minutes, as the case's guide for trainers has them.

    A format that the guide does not name takes the parts of the nearest one, stretched; a case
    without a guide is read, done and talked over.
    """
    columns = _columns(facilitator_text(case))
    if columns:
        nearest = min(columns, key=lambda one: (abs(one - minutes), one))
        parts = columns[nearest]
    else:
        nearest, parts = 100, [(title, share, "") for title, share in _FALLBACK]
    ends, total = [0], sum(share for _, share, _ in parts)
    for _, share, _ in parts:
        ends.append(ends[-1] + share)
    marks = [round(end * minutes / total) for end in ends]
    return [
        Part(title, start, end - start, note)
        for (title, _, note), (start, end) in zip(parts, pairwise(marks), strict=True)
    ]


def facilitator_text(case: Case) -> str:
    """The guide for trainers in the words of the variant, "" if the case has none."""
    path = case.folder / "facilitator.md"
    return case.say(path.read_text(encoding="utf-8")) if path.is_file() else ""


def section(text: str, title: str) -> str:
    """What stands under a heading of the guide, "" if there is no such heading."""
    found = re.search(rf"^##\s+{re.escape(title)}.*?$(.*?)(?=^##\s|\Z)", text, re.M | re.S)
    return found[1].strip() if found else ""


def bullets(text: str) -> list[str]:
    """The items of a list in the guide, numbered or not."""
    lines = (line.strip() for line in text.splitlines())
    return [re.sub(r"^(-|\d+\.)\s+", "", line) for line in lines if re.match(r"(-|\d+\.)\s", line)]


def _columns(text: str) -> dict[int, list[tuple[str, int, str]]]:
    """Minutes of a session -> its parts, from the table under "Nhịp của bài"."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in section(text, "Nhịp của bài").splitlines()
        if line.strip().startswith("|") and not re.match(r"^[\s|:-]+$", line)
    ]
    columns: dict[int, list[tuple[str, int, str]]] = {}
    for at, head in enumerate(rows[0] if rows else []):
        if length := re.search(r"\d+", head):
            cells = [_cell(row, at) for row in rows[1:] if at < len(row)]
            columns[int(length[0])] = [cell for cell in cells if cell[1]]  # "–": not in this one
    return columns


def _cell(row: list[str], at: int) -> tuple[str, int, str]:
    number = re.match(r"(\d+)\s*(.*)", row[at])
    return row[0], int(number[1]) if number else 0, number[2].strip("() ") if number else ""
