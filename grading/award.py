"""What a test cell of an assignment calls: one float, and the finding in print."""

from __future__ import annotations

import sys
from pathlib import Path

from grading.findings import STATUS_VI, Finding
from grading.last_judged import UNREADABLE, last_judged
from scenarios.edition import Edition


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
        judged = last_judged(case_id, Path(folder), Edition(**edition))
        finding = judged.sheet.finding(criterion)
    except UNREADABLE as error:
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


def _line(finding: Finding) -> str:
    head = (
        f"{finding.criterion}: {STATUS_VI[finding.status]}, "
        f"{finding.points:g}/{finding.max_points:g} điểm."
    )
    return " ".join(filter(None, (head, finding.why, finding.fix, f"Nguồn: {finding.source}.")))
