"""The bench's own pieces: its long file is long, and checking it stays near python-docx's walk."""

from pathlib import Path

from tests.bench.word import check_afresh, in_turn, three_pages, walk


def test_checking_three_pages_costs_at_most_a_few_walks_of_python_docx(tmp_path: Path) -> None:
    """The goal is 3; a noisy machine gets some room before this turns red."""
    path = three_pages(tmp_path / "a.docx")
    check_afresh(path)
    assert walk(path) > 100
    checking, walking = in_turn(lambda: check_afresh(path), lambda: walk(path), 5)
    assert checking < 4 * walking
