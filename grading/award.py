"""What a test cell of an assignment calls: one float, and the finding in print."""

from __future__ import annotations

from pathlib import Path

from grading.findings import STATUS_VI, Finding
from grading.score import ScoreSheet, score_folder
from scenarios.case import UnknownCaseError
from scenarios.variants import VariantError
from scenarios.work_file import FILE_NAME, WorkError

_seen: dict[tuple[str, str, int, int], ScoreSheet] = {}


def award(case_id: str, criterion: str, folder: Path | str = ".") -> float:
    """The points of one criterion for the work in `folder`, from 0.0 to the criterion's worth.

    Always a plain float and never an exception, nothing on stderr: in nbgrader a test cell that
    ends in None gives full marks, and one line on stderr takes them all away. A work that cannot
    be read gives 0.0 and says so. Prints the finding in Vietnamese.
    """
    try:
        finding = _sheet(case_id, Path(folder)).finding(criterion)
    except (WorkError, VariantError, UnknownCaseError) as error:
        print(f"{criterion}: 0 điểm. {error}")
        return 0.0
    if finding is None:
        print(f"{criterion}: biến thể này không xét tiêu chí này.")
        return 0.0
    print(_line(finding))
    return float(finding.points)


def _sheet(case_id: str, folder: Path) -> ScoreSheet:
    """The score sheet of the folder, judged anew only when the work file has changed."""
    path = (folder / FILE_NAME).resolve()
    stat = path.stat() if path.exists() else None
    key = (case_id, str(path), stat.st_mtime_ns if stat else 0, stat.st_size if stat else 0)
    if key not in _seen:
        _seen.clear()
        _seen[key] = score_folder(case_id, folder)
    return _seen[key]


def _line(finding: Finding) -> str:
    head = (
        f"{finding.criterion}: {STATUS_VI[finding.status]}, "
        f"{finding.points:g}/{finding.max_points:g} điểm."
    )
    return " ".join(filter(None, (head, finding.why, finding.fix, f"Nguồn: {finding.source}.")))
