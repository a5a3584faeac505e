"""The bench's own pieces: its long file is long, and checking it stays near python-docx's walk."""

from pathlib import Path

from grading.word.check import check_here
from grading.word.ruleset import load_rules
from tests.bench.word import in_turn, three_pages, walk


def test_checking_three_pages_costs_at_most_a_few_walks_of_python_docx(tmp_path: Path) -> None:
    """The goal is 3; a noisy machine gets some room before this turns red."""
    path = three_pages(tmp_path / "a.docx")
    rules = load_rules("HD05")
    check_here(path, None, rules, None)
    assert walk(path) > 100
    checking, walking = in_turn(lambda: check_here(path, None, rules, None), lambda: walk(path), 5)
    assert checking < 4 * walking
