"""A copy of a case to spoil, and the words of the mistakes found in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios.case import CASES_DIR, CaseError, read_case

CASE_ID = "hoi_nghi_dot_xuat"


class Copy:
    """A case's folder in a temporary place; `edit` changes one text of one file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def edit(self, old: str, new: str, file: str = "case.toml", count: int = 1) -> None:
        """Put `new` in the first `count` places where `old` stands; it must stand there."""
        path = self.folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= count, f"{old!r} does not stand in {file}"
        path.write_text(text.replace(old, new, count), encoding="utf-8")

    def add(self, text: str, file: str = "case.toml") -> None:
        """Write more at the end of a file."""
        path = self.folder / file
        path.write_text(path.read_text(encoding="utf-8") + "\n" + text, encoding="utf-8")

    def mistakes(self) -> dict[str, str]:
        """What is said when the case is read: place -> problem."""
        with pytest.raises(CaseError) as caught:
            read_case(self.folder)
        assert {one.file for one in caught.value.mistakes} == {f"{self.folder.name}/case.toml"}
        assert all(one.mend for one in caught.value.mistakes if one.problem), caught.value
        return {one.place: one.problem for one in caught.value.mistakes}


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Case 1 in a temporary folder of the same name."""
    return copied(tmp_path)


def copied(tmp_path: Path) -> Copy:
    """Case 1 copied without its written works, which the checks of names do not need."""
    folder = tmp_path / CASE_ID
    skip: Callable[..., set[str]] = shutil.ignore_patterns("bai_lam.json", "__pycache__")
    shutil.copytree(CASES_DIR / CASE_ID, folder, ignore=skip)
    return Copy(folder)
