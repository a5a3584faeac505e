"""The feedback page of one learner: the total, the groups, every finding with its reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path

from grading.findings import STATUS_VI, Finding, Status
from grading.rubric import Criterion, load_rubric
from grading.score import ScoreSheet, score_folder
from scenarios.case import CASES_DIR, UnknownCaseError, load_case
from scenarios.variants import VariantError
from scenarios.work_file import WorkError


@dataclass(frozen=True)
class Mark:
    """What the gradebook holds for one criterion, in points; `comment` is the trainer's."""

    points: float
    max_points: float
    comment: str = ""


def feedback_page(
    case_id: str,
    folder: Path,
    marks: Mapping[str, Mark],
    *,
    student: str,
    late_penalty: float = 0.0,
) -> str:
    """The page (HTML) for the work in `folder`; points are the gradebook's."""
    trouble, sheet = "", None
    try:
        sheet = score_folder(case_id, folder)
    except (WorkError, VariantError, UnknownCaseError) as error:
        trouble = str(error)
    case = load_case(case_id, sheet.variant if sheet else "")
    criteria = load_rubric(CASES_DIR / case_id).criteria
    total = sum(mark.points for mark in marks.values()) - late_penalty
    greatest = sum(mark.max_points for mark in marks.values())
    titles = {phase.id: phase.title for phase in case.file.phases}
    groups = list(dict.fromkeys(one.group for one in criteria))
    parts = [
        f"<h1>{escape(case.file.title)}</h1>",
        f'<p class="who">Bài của: <b>{escape(student)}</b></p>',
        f'<p class="total">{_points(total)} / {_points(greatest)} điểm</p>',
        _notices(trouble, late_penalty, sheet),
        _groups_table(
            [(titles.get(group, group), _of(group, criteria)) for group in groups], marks
        ),
    ]
    for group in groups:
        parts.append(f"<h2>{escape(titles.get(group, group))}</h2>")
        for criterion in _of(group, criteria):
            finding = sheet.finding(criterion.id) if sheet else None
            mark = marks.get(criterion.id)
            if mark is not None:
                parts.append(_card(criterion, finding, mark, case.say))
    body = "\n".join(filter(None, parts))
    return _PAGE.format(title=escape(case.file.title), style=_STYLE, body=body)


def _of(group: str, criteria: tuple[Criterion, ...]) -> list[Criterion]:
    return [one for one in criteria if one.group == group]


def _notices(trouble: str, late_penalty: float, sheet: ScoreSheet | None) -> str:
    lines = []
    if trouble:
        lines.append(f"Bài nộp không đọc được nên chưa có điểm. {trouble}")
    elif sheet and all(one.status is Status.NOT_ATTEMPTED for one in sheet.findings):
        lines.append("Bài nộp còn trống: chưa làm phần nào.")
    if late_penalty:
        lines.append(f"Đã trừ {_points(late_penalty)} điểm vì nộp muộn.")
    return "".join(f'<p class="notice">{escape(line)}</p>' for line in lines)


def _groups_table(groups: list[tuple[str, list[Criterion]]], marks: Mapping[str, Mark]) -> str:
    rows = []
    for title, criteria in groups:
        own = [marks[one.id] for one in criteria if one.id in marks]
        got, most = sum(one.points for one in own), sum(one.max_points for one in own)
        rows.append(
            f"<tr><td>{escape(title)}</td><td>{_points(got)}</td><td>{_points(most)}</td></tr>"
        )
    head = "<tr><th>Nhóm tiêu chí</th><th>Điểm</th><th>Tối đa</th></tr>"
    return f"<table>{head}{''.join(rows)}</table>"


def _card(criterion: Criterion, finding: Finding | None, mark: Mark, say: object) -> str:
    assert callable(say)
    status = finding.status if finding else Status.NOT_ATTEMPTED
    lines = [
        f"<h3><span>{criterion.id}. {escape(criterion.title)}</span>"
        f"<b>{_points(mark.points)}/{_points(mark.max_points)}</b></h3>",
        f'<p class="status">{STATUS_VI[status]}</p>',
    ]
    if finding:
        where_why = " ".join(
            filter(None, (f"{finding.where}." if finding.why else "", finding.why))
        )
        lines.append(f"<p>{escape(where_why)}</p>" if where_why else "")
        if status is not Status.MET:
            lines.append(f'<p class="lesson">Cách làm đúng: {escape(say(criterion.lesson))}</p>')
        lines.append(f'<p class="source">Nguồn: {escape(finding.source)}</p>')
    if mark.comment:
        lines.append(f'<p class="comment">Nhận xét của giảng viên: {escape(mark.comment)}</p>')
    return f'<section class="{status.value}">{"".join(lines)}</section>'


def _points(value: float) -> str:
    """Points as they are written in Vietnamese: 2,5 and not 2.50."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")


_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kết quả – {title}</title>
<style>{style}</style>
</head>
<body>
{body}
</body>
</html>
"""

_STYLE = """
body { font: 16px/1.5 "Segoe UI", "Noto Sans", Arial, sans-serif; color: #1f2933;
  max-width: 900px; margin: 24px auto; padding: 0 16px; }
h1 { font-size: 24px; margin: 0; } h2 { font-size: 19px; margin: 28px 0 8px; }
h3 { font-size: 16px; margin: 0; display: flex; justify-content: space-between; gap: 16px; }
.total { font-size: 28px; font-weight: 700; color: #0b4f8a; margin: 8px 0; }
.notice { background: #fff4d6; border-left: 4px solid #b7791f; padding: 8px 12px; }
table { border-collapse: collapse; margin: 12px 0; } th, td { padding: 4px 16px 4px 0;
  border-bottom: 1px solid #cbd2d9; text-align: left; }
section { border-left: 4px solid #9aa5b1; padding: 8px 12px; margin: 8px 0; background: #f7f9fb; }
section.met { border-color: #2f855a; } section.partly { border-color: #b7791f; }
section.unmet { border-color: #c53030; } section p { margin: 4px 0; }
.status { font-weight: 600; } .source { color: #52606d; font-size: 14px; }
.comment { background: #e6f0fa; padding: 4px 8px; }
@media print { section { break-inside: avoid; } }
"""
