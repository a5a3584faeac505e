"""Sources of questions and lessons: rules of the rulebook, and lines of the two source texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from office_sim import rulebook
from office_sim.rulebook import UNCONFIRMED_VI

_LINES = re.compile(r"(000|001):(\d+)(?:-(\d+))?")
_COURSE_LINES = re.compile(r"Chuyên đề 7, dòng (\d+)(?:-(\d+))?")


@dataclass(frozen=True)
class Seed:
    """One source text: how it is called in Vietnamese and how many lines it has."""

    title: str
    lines: int


SEEDS = {
    "000": Seed("Chuyên đề 7", 1367),
    "001": Seed("Báo cáo giao ban 6 tháng đầu năm 2023", 820),
}


def problem(source: str) -> str | None:
    """What is wrong with a source as written by an author, in Vietnamese; None if it exists."""
    lines = _LINES.fullmatch(source)
    if lines is None:
        if source in rulebook.load():
            return None
        return f"nguồn “{source}” không có trong sổ quy tắc và không phải dòng tài liệu gốc"
    seed = SEEDS[lines[1]]
    first, last = int(lines[2]), int(lines[3] or lines[2])
    if not 1 <= first <= last <= seed.lines:
        return f"nguồn “{source}” nằm ngoài tài liệu ({seed.title} có {seed.lines} dòng)"
    return None


def is_confirmed(source: str) -> bool:
    """False for a rule that the rulebook marks as not confirmed."""
    return bool(_LINES.fullmatch(source)) or rulebook.load()[source].confirmed


def course_lines(source: str) -> list[tuple[int, int]]:
    """The first and last lines of the course text that a source names; none for one of another
    text. A rule names the lines that it was taken from."""
    lines = _LINES.fullmatch(source)
    if lines:
        return [(int(lines[2]), int(lines[3] or lines[2]))] if lines[1] == "000" else []
    found = _COURSE_LINES.findall(rulebook.load()[source].source)
    return [(int(first), int(last or first)) for first, last in found]


def citation(sources: Sequence[str], *, check_original: bool = False) -> str:
    """One Vietnamese line that names the sources, each once.

    Says "cần đối chiếu bản gốc" for a rule that is not confirmed, or for all with
    `check_original`. The lines of one source text are gathered.
    """
    rules = [rulebook.load()[source].citation for source in sources if not _LINES.match(source)]
    named = [*dict.fromkeys(rules), *_gathered(source for source in sources if ":" in source)]
    line = "; ".join(dict.fromkeys(named))
    if check_original and UNCONFIRMED_VI not in line:
        line += f" ({UNCONFIRMED_VI})"
    return line


def _gathered(sources: Iterable[str]) -> list[str]:
    """The lines of each source text in one phrase: "Chuyên đề 7, dòng 44-56, 82-84"."""
    spans: dict[str, list[str]] = {}
    for source in sources:
        lines = _LINES.fullmatch(source)
        if lines:
            span = lines[2] if lines[3] in (None, lines[2]) else f"{lines[2]}-{lines[3]}"
            spans.setdefault(lines[1], []).append(span)
    return [f"{SEEDS[seed].title}, dòng {', '.join(found)}" for seed, found in spans.items()]
