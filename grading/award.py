"""What a test cell of an assignment calls: one float, and the finding in print."""

from __future__ import annotations

import sys
from pathlib import Path

from grading.findings import STATUS_VI, Finding
from grading.score import ScoreSheet, score_folder
from scenarios.case import UnknownCaseError
from scenarios.edition import Edition
from scenarios.variants import VariantError
from scenarios.work_file import FILE_NAME, WorkError

_UNREADABLE = (WorkError, VariantError, UnknownCaseError)
_seen: dict[tuple[str, Edition, str, int, int], ScoreSheet | Exception] = {}


def award(
    case_id: str,
    criterion: str,
    folder: Path | str = ".",
    *,
    counts: bool = True,
    **edition: str,
) -> float:
    """The points of one criterion for the work in `folder`, from 0.0 to the criterion's worth.

    `edition` may name the `variant`, `level` and `format` that the assignment is about.

    Always a plain float and never an exception, nothing on stderr: in nbgrader a test cell that
    ends in None gives full marks, and one line on stderr takes them all away. A work that cannot
    be read gives 0.0 and says so. `counts` is false for a criterion that a class has dropped: it
    gives 0.0 whatever is found. Prints the finding in Vietnamese.
    """
    try:
        finding = _sheet(case_id, Path(folder), Edition(**edition)).finding(criterion)
    except _UNREADABLE as error:
        return _nothing(criterion, str(error))
    except Exception as error:  # whatever it is: an exception here would print a traceback
        kind = type(error).__name__
        why = f"Chưa chấm được vì lỗi của bộ học liệu ({kind}); báo lại người tổ chức lớp."
        return _nothing(criterion, why)
    if finding is None:
        return _nothing(criterion, "Bảng tiêu chí của bài này không có tiêu chí ấy.")
    if not counts:
        _say(f"{criterion}: không tính điểm trong lớp này.")
        return 0.0
    _say(_line(finding))
    return float(finding.points)


def _nothing(criterion: str, why: str) -> float:
    _say(f"{criterion}: 0 điểm. {why}")
    return 0.0


def _say(line: str) -> None:
    """Print in one write: a kernel may cut `print`'s text and line end into two outputs."""
    sys.stdout.write(line + "\n")


def _sheet(case_id: str, folder: Path, edition: Edition) -> ScoreSheet:
    """The score sheet of the folder, judged anew only when the work file has changed.

    A file that cannot be read is not read forty times either: its error is raised again.
    """
    path = (folder / FILE_NAME).resolve()
    stat = path.stat() if path.exists() else None
    key = (
        case_id,
        edition,
        str(path),
        stat.st_mtime_ns if stat else 0,
        stat.st_size if stat else 0,
    )
    if key not in _seen:
        _seen.clear()
        try:
            _seen[key] = score_folder(case_id, folder, edition)
        except _UNREADABLE as error:
            _seen[key] = error
    seen = _seen[key]
    if isinstance(seen, Exception):
        raise seen
    return seen


def _line(finding: Finding) -> str:
    head = (
        f"{finding.criterion}: {STATUS_VI[finding.status]}, "
        f"{finding.points:g}/{finding.max_points:g} điểm."
    )
    return " ".join(filter(None, (head, finding.why, finding.fix, f"Nguồn: {finding.source}.")))
