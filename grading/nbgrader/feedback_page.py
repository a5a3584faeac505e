"""The feedback page of one learner: total, groups, every finding with its reason, the timeline."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape

from grading.findings import STATUS_VI, Status
from grading.groups import groups_of
from grading.nbgrader.appeal import OUTCOME_VI
from grading.nbgrader.judgement import Judgement
from grading.nbgrader.points import Mark, points_text
from grading.nbgrader.result_head import ResultHead
from grading.nbgrader.results import Result
from grading.rubric import Criterion, load_rubric
from scenarios.case import case_folder, load_case


def feedback_page(result: Result) -> str:
    """The page (HTML), complete in itself: no script, nothing from the Internet."""
    case = load_case(result.judgement.case, result.judgement.edition)
    every = load_rubric(case_folder(case.id)).criteria
    criteria = [one for one in every if one.id in result.marks]
    titles = {group.id: group.title for group in groups_of(case)}
    groups = {
        titles.get(group, group): [one for one in criteria if one.group == group]
        for group in dict.fromkeys(one.group for one in criteria)
    }
    total = f"{points_text(result.points)} / {points_text(result.max_points)} điểm"
    parts = [
        f"<h1>{escape(case.file.title)}</h1>",
        f'<p class="who">Bài của: <b>{escape(result.who)}</b>{_receipt(result)}</p>',
        f'<p class="total">{total}</p>',
        *(f'<p class="notice">{escape(line)}</p>' for line in result.notices()),
        _groups_table(groups, result.marks),
        _advice(result),
    ]
    # Of a work that could not be read there is nothing to say criterion by criterion.
    for title, own in () if result.judgement.trouble else groups.items():
        parts.append(f"<h2>{escape(title)}</h2>")
        parts += [_card(one, result, case.say) for one in own]
    parts += [_words(result), _appeals(result), _timeline(result.judgement)]
    body = "\n".join(filter(None, parts))
    return _PAGE.format(title=escape(case.file.title), head=_head(result), style=_STYLE, body=body)


def _head(result: Result) -> str:
    """What the desk reads of the page, where a class has made it."""
    if not result.assignment:
        return ""
    return ResultHead(
        case=result.judgement.case,
        assignment=result.assignment,
        learner=result.student,
        receipt=result.receipt,
    ).element()


def _receipt(result: Result) -> str:
    return f", mã biên nhận {escape(result.receipt)}" if result.receipt else ""


def _groups_table(groups: Mapping[str, list[Criterion]], marks: Mapping[str, Mark]) -> str:
    rows = []
    for title, criteria in groups.items():
        own = [marks[one.id] for one in criteria if one.id in marks]
        got, most = sum(one.points for one in own), sum(one.max_points for one in own)
        cells = (escape(title), points_text(got), points_text(most))
        rows.append("<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>")
    head = "<tr><th>Nhóm tiêu chí</th><th>Điểm</th><th>Tối đa</th></tr>"
    return f"<table>{head}{''.join(rows)}</table>"


def _advice(result: Result) -> str:
    lines = []
    if result.remark:
        remark = escape(result.remark).replace("\n", "<br>")
        lines.append(f'<p class="comment"><b>Nhận xét của giảng viên:</b> {remark}</p>')
    if result.next_step():
        lines.append(f"<p><b>Việc nên làm tiếp:</b> {escape(result.next_step())}</p>")
    if result.to_read():
        places = "".join(f"<li>{escape(place)}</li>" for place in result.to_read())
        lines.append(f"<p><b>Nên đọc lại:</b></p><ul>{places}</ul>")
    return "".join(lines)


def _card(criterion: Criterion, result: Result, say: Callable[[str], str]) -> str:
    finding, mark = result.judgement.finding(criterion.id), result.marks[criterion.id]
    status = finding.status if finding else Status.NOT_ATTEMPTED
    points = f"{points_text(mark.points)}/{points_text(mark.max_points)}"
    lines = [
        f"<h3><span>{criterion.id}. {escape(criterion.title)}</span><b>{points}</b></h3>",
        f'<p class="status">{result.status(criterion.id)}</p>',
    ]
    if criterion.id in result.dropped:
        said = f"Giảng viên đã bỏ tiêu chí này, không tính cho ai: {result.dropped[criterion.id]}"
        lines.append(f'<p class="comment">{escape(said)}</p>')
    if finding:
        if result.is_by_hand(criterion.id):
            said = f"{STATUS_VI[finding.status]}, {points_text(finding.points)} điểm"
            lines.append(
                '<p class="comment">Điểm ghi theo sổ điểm của giảng viên (chấm tự động: '
                f"{said}).</p>"
            )
        if finding.why:
            lines.append(f"<p>{escape(finding.where)}. {escape(finding.why)}</p>")
        if status is not Status.MET:
            lines.append(f'<p class="lesson">Cách làm đúng: {escape(say(criterion.lesson))}</p>')
            lines.append(_cells(result.judgement.cells.get(criterion.id, ())))
        lines.append(f'<p class="source">Nguồn: {escape(finding.source)}</p>')
    return f'<section class="{status.value}">{"".join(lines)}</section>'


def _cells(told: Sequence[str]) -> str:
    items = "".join(f"<li>{escape(one)}</li>" for one in told)
    return f'<ul class="cells">{items}</ul>' if items else ""


def _words(result: Result) -> str:
    cards = [
        f"<section><h3><span>{escape(one.question)}</span></h3><p>{_lines(one.answer)}</p>"
        f'<p class="comment">{_lines(one.verdict())}</p></section>'
        for one in result.words
    ]
    return f"<h2>Câu trả lời tự luận</h2>{''.join(cards)}" if cards else ""


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _appeals(result: Result) -> str:
    if not result.appeals:
        return ""
    lines = [
        f"<li><b>{escape(one.criterion)}</b>: “{escape(one.text)}”<br>"
        f"<b>{OUTCOME_VI[one.outcome]}.</b> {escape(one.answer())}</li>"
        for one in result.appeals
    ]
    return f"<h2>Đề nghị xem lại của anh/chị</h2><ul>{''.join(lines)}</ul>"


def _timeline(judgement: Judgement) -> str:
    if not judgement.timeline:
        return ""
    rows = "".join(
        f"<tr><td>{escape(at)}</td><td>{escape(text)}</td></tr>" for at, text in judgement.timeline
    )
    return f'<h2>Diễn biến chính</h2><table class="timeline">{rows}</table>'


_PAGE = """<!DOCTYPE html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
{head}
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
  border-bottom: 1px solid #cbd2d9; text-align: left; vertical-align: top; }
.timeline td:first-child { white-space: nowrap; color: #52606d; }
section { border-left: 4px solid #9aa5b1; padding: 8px 12px; margin: 8px 0; background: #f7f9fb; }
section.met { border-color: #2f855a; } section.partly { border-color: #b7791f; }
section.unmet { border-color: #c53030; } section p { margin: 4px 0; }
.cells { margin: 4px 0; padding-left: 20px; font-size: 15px; }
.status { font-weight: 600; } .source { color: #52606d; font-size: 14px; }
.comment { background: #e6f0fa; padding: 4px 8px; }
@media print { section { break-inside: avoid; } }
"""
