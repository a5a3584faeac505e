"""The works that stand in a case's folder: the reference and the wrong ones, made from the plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from office_sim.mistakes import Mistake
from scenarios.atomic_file import write_atomically
from scenarios.case import Case, CaseError
from scenarios.edits import Edit, edited, read_edit, reference_work
from scenarios.work import Work
from scenarios.work_file import FILE_NAME


@dataclass(frozen=True)
class WrittenWork:
    """A work of a case's folder: where it stands, what it holds, what it is said to fail."""

    folder: Path
    work: Work
    edit: Edit


def written_works(case: Case) -> Iterator[WrittenWork]:
    """The reference work, then each wrong one, as they must stand in their folders.

    Raises CaseError if the plan or an edit cannot be used.
    """
    yield WrittenWork(case.folder / "reference", reference_work(case), Edit())
    for path in sorted((case.folder / "wrong").glob("*/edit.toml")):
        edit = read_edit(path)
        variant = case.in_variant(edit.variant) if edit.variant else case
        try:
            work = edited(variant, reference_work(variant), edit)
        except KeyError as error:
            problem = f"bài mẫu không có việc hay loại hàng “{error.args[0]}”"
            place = "/".join(path.parts[-4:])
            mend = "dùng mã việc có trong reference/plan.toml, loại hàng có trong kho của bảng"
            raise CaseError([Mistake(place, "", problem, mend)]) from error
        yield WrittenWork(path.parent, work, edit)


def write_works(case: Case) -> list[Path]:
    """Write every work of the case into its folder; returns the files that changed."""
    changed = []
    for one in written_works(case):
        path, text = one.folder / FILE_NAME, one.work.to_json()
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            write_atomically(path, text)
            changed.append(path)
    return changed
