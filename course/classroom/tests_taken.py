"""The tests before and after the course, out of the learners' gathered `tien_do.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from course import progress_file
from course.classroom.card import COPY_NAME, SELF_NAME
from course.classroom.diary import Done, note
from course.classroom.plan import STUDENT_ID, ClassPlan, read_plan
from course.page.atomic import write_bytes
from course.progress_events import History, merge
from course.progress_file import FILE_NAME, ProgressError
from course.review.outcome import Outcome, of_file
from grading.nbgrader.class_folder import ClassError
from scenarios.atomic_file import reason

PROGRESS_FOLDER = "tien_do"
_MAX_BYTES = 20_000_000
_KEPT_ASIDE = "sao_luu"
_OWN_FOLDER = "hoc_tap"
_COPIES = f"{FILE_NAME.removesuffix('.json')}*.json"
_WHOSE_VI = (
    "không biết tệp của ai; anh/chị đặt tệp vào một thư mục mang họ tên hoặc mã học viên rồi thu "
    "lại"
)


def collect_progress(folder: Path, source: Path) -> Done:
    """Copy the learners' progress files below `source` into the class. Raises ClassError.

    Whose a file is: the id in the name of a copy, who has chosen a name beside it, else the id or
    the name that its folder bears. Files of one learner become one, also with what was gathered
    before: an older copy takes nothing away.
    """
    if not source.is_dir():
        raise ClassError(f"Không có thư mục “{source}”; anh/chị ghi đúng nơi có tệp tiến độ.")
    plan, odd = read_plan(folder), []
    taken: dict[str, History] = {}
    kept = folder / PROGRESS_FOLDER
    try:
        kept.mkdir(exist_ok=True)
        for path in _progress_files(source):
            place = path.relative_to(source).as_posix()
            owner = _owner(path, source, plan)
            if owner is None:
                odd.append(f"{place}: {_WHOSE_VI}.")
                continue
            try:
                if path.stat().st_size > _MAX_BYTES:
                    raise ProgressError(f"Tệp {path.name} lớn quá mức.")
                history, warning = progress_file.read_copy(path)
            except ProgressError as error:
                odd.append(f"{place}: {error}")
                continue
            if warning:
                odd.append(f"{place}: {warning}")
            taken[owner] = merge(taken[owner], history) if owner in taken else history
        for owner, history in taken.items():
            target = kept / f"{owner}.json"
            write_bytes(target, progress_file.packed(_with_earlier(target, history)))
    except OSError as error:
        raise ClassError(f"Không chép được tệp tiến độ ({reason(error)}); làm lại.") from error
    said = f"Đã thu tiến độ của {len(taken)} người, {len(odd)} tệp cần xem lại."
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


def _with_earlier(place: Path, history: History) -> History:
    """The history together with what stands in the class, if that can be read."""
    if not place.is_file():
        return history
    try:
        return merge(progress_file.read_copy(place)[0], history)
    except ProgressError:
        return history


def _progress_files(source: Path) -> list[Path]:
    """The progress files and their copies, without what a learner's machine has put aside."""
    found = sorted(source.rglob(_COPIES))
    return [one for one in found if one.is_file() and one.parent.name != _KEPT_ASIDE]


def _owner(path: Path, source: Path, plan: ClassPlan) -> str | None:
    """The learner whose file it is, None if nothing says so."""
    if copied := COPY_NAME.match(path.name):
        return copied["id"]
    try:
        said = str(json.loads((path.parent / SELF_NAME).read_text(encoding="utf-8"))["id"])
        return said if re.match(STUDENT_ID, said) else None
    except (OSError, ValueError, KeyError, TypeError):
        pass
    place = path.parent.parent if path.parent.name == _OWN_FOLDER else path.parent
    named = [one.id for one in plan.students if place.name in (one.name, plan.called(one.id))]
    if len(named) == 1:
        return named[0]
    listed = plan.student(place.name) is not None
    below = place != source and re.match(STUDENT_ID, place.name)
    return place.name if listed or below else None
