"""Time to check Word files against python-docx opening and walking them in the same run.

Run by hand: `python -m tests.bench.word`. Each figure is one line `ratio WHAT: VALUE (goal VALUE)`.
"""

import io
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median

import docx

from grading.word import check_file, check_files
from grading.word.check import check_here
from grading.word.draft import Text
from grading.word.office_fields import SAMPLE
from grading.word.ruleset import load_rules
from grading.word.samples import draft_of, sample_kinds
from grading.word.text import canon, fold
from grading.word.write import write_draft

ROUNDS = 15
FILES = 200


def main() -> None:
    """Print all figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        long = three_pages(folder / "ba_trang.docx")
        rules = load_rules("HD05")
        check_here(long, None, rules, None)
        walk(long)
        checking, walking = in_turn(lambda: check_afresh(long), lambda: walk(long), ROUNDS)
        print(f"check 3 pages: {checking * 1000:.1f} ms; python-docx: {walking * 1000:.1f} ms")
        print(f"ratio check of 3 pages to python-docx walk: {checking / walking:.2f} (goal 3.00)")
        batch(folder, rules_name="HD05", walking=walking)
        one = timed(lambda: check_file(long))
        print(f"one file in a process of its own: {one:.2f} s")


def batch(folder: Path, rules_name: str, walking: float) -> None:
    """200 files in this process and through two limited processes."""
    rules = load_rules(rules_name)
    paths = many(folder / "nhieu")
    walked = timed(lambda: [walk(path) for path in paths])
    here = timed(lambda: [check_here(path, None, rules, None) for path in paths])
    limited = timed(lambda: list(check_files(paths, rules_name, workers=2)))
    print(
        f"{FILES} files: python-docx {walked:.1f} s, here {here:.1f} s, 2 processes {limited:.1f} s"
    )
    print(f"ratio check of {FILES} files to python-docx walk: {here / walked:.2f} (goal 3.00)")
    print(f"ratio {FILES} files in limited processes to here: {limited / here:.2f} (goal 2.00)")


def check_afresh(path: Path) -> None:
    """A check that remembers no text of an earlier one."""
    canon.cache_clear()
    fold.cache_clear()
    check_here(path, None, load_rules("HD05"), None)


def three_pages(path: Path) -> Path:
    """A resolution of three pages."""
    draft = draft_of("resolution", SAMPLE)
    texts = [block for block in draft.blocks if isinstance(block, Text)]
    return write_draft(replace(draft, blocks=(*draft.blocks, *texts * 6)), path)


def many(folder: Path) -> list[Path]:
    """200 files of all kinds."""
    folder.mkdir()
    made = {}
    for kind in sample_kinds():
        made[kind] = write_draft(draft_of(kind, SAMPLE), folder / f"{kind}.docx").read_bytes()
    paths = []
    for number in range(FILES):
        paths.append(folder / f"{number:03d}.docx")
        paths[-1].write_bytes(made[sample_kinds()[number % len(made)]])
    return paths


def walk(path: Path) -> int:
    """What the simplest checker would do: open and look at every run, tables included."""
    document = docx.Document(io.BytesIO(path.read_bytes()))
    seen = 0
    paragraphs = list(document.paragraphs)
    for table in document.tables:
        for row in table.rows:
            for cell in row.cells:
                paragraphs += cell.paragraphs
    for paragraph in paragraphs:
        _ = paragraph.alignment, paragraph.paragraph_format.line_spacing
        for run in paragraph.runs:
            seen += bool(run.text) + bool(run.font.size) + bool(run.font.name) + bool(run.bold)
    return seen


def in_turn(
    one: Callable[[], object], other: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """Median times of two things done by turns, so that noise hits both."""
    times = [(timed(one), timed(other)) for _ in range(rounds)]
    return median(a for a, _ in times), median(b for _, b in times)


def timed(do: Callable[[], object]) -> float:
    """Seconds of one call."""
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
