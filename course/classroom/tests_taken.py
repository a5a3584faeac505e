"""The tests before and after the course, out of the learners' gathered `tien_do.json`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from course.classroom.card import SELF_NAME
from course.classroom.diary import Done, note
from course.progress_file import FILE_NAME, ProgressError
from course.review.outcome import Outcome, of_file
from grading.nbgrader.class_folder import ClassError
from scenarios.atomic_file import reason

PROGRESS_FOLDER = "tien_do"
_MAX_BYTES = 20_000_000


def collect_progress(folder: Path, source: Path) -> Done:
    """Copy the learners' progress files below `source` into the class. Raises ClassError.

    Whose a file is: who has chosen a name beside it, else the name of its folder.
    """
    if not source.is_dir():
        raise ClassError(f"Không có thư mục “{source}”; anh/chị ghi đúng nơi có tệp tiến độ.")
    taken, odd = [], []
    try:
        (folder / PROGRESS_FOLDER).mkdir(exist_ok=True)
        for path in sorted(source.rglob(FILE_NAME)):
            owner = _owner(path)
            try:
                if path.stat().st_size > _MAX_BYTES:
                    raise ProgressError(f"Tệp {path.name} lớn quá mức.")
                of_file(path)
            except ProgressError as error:
                odd.append(f"{owner}: {error}")
                continue
            shutil.copyfile(path, folder / PROGRESS_FOLDER / f"{owner}.json")
            taken.append(owner)
    except OSError as error:
        raise ClassError(f"Không chép được tệp tiến độ ({reason(error)}); làm lại.") from error
    said = f"Đã thu tiến độ của {len(taken)} người, {len(odd)} tệp không đọc được."
    return note(folder, Done(said, tuple(odd), troubled=bool(odd)))


def outcomes(folder: Path) -> dict[str, Outcome]:
    """Learner -> both tests, for everybody whose progress was gathered and can be read."""
    return dict(_outcomes(folder))


def gain_by_duty(found: dict[str, Outcome]) -> list[tuple[str, str, float, float, int]]:
    """For each duty its id, title, mean before and after of those who took both; how many."""
    rows = []
    both = [one for one in found.values() if one.before and one.after]
    for place, duty in enumerate(both[0].by_duty if both else ()):
        pairs = [
            (row.before, row.after)
            for one in both
            if (row := one.by_duty[place]).before is not None and row.after is not None
        ]
        if pairs:
            before = sum(one for one, _ in pairs) / len(pairs)
            after = sum(two for _, two in pairs) / len(pairs)
            rows.append((duty.duty, duty.title, before, after, len(pairs)))
    return rows


def _outcomes(folder: Path) -> Iterator[tuple[str, Outcome]]:
    for path in sorted((folder / PROGRESS_FOLDER).glob("*.json")):
        try:
            yield path.stem, of_file(path)
        except ProgressError:
            continue


def _owner(path: Path) -> str:
    try:
        return str(json.loads((path.parent / SELF_NAME).read_text(encoding="utf-8"))["id"])
    except (OSError, ValueError, KeyError, TypeError):
        name = path.parent.name
        return path.parent.parent.name if name == "hoc_tap" else name
