"""The judge's findings on the work as it is now: the same sheet that marks it."""

from __future__ import annotations

from collections.abc import Sequence

from course.desk import controls
from course.desk.desk import Desk
from course.desk.example_form import ExampleForm
from course.desk.saving import Topic
from course.look import Html, Kind, html_widget, join, notice, text
from grading.findings import STATUS_VI, Finding, Status
from grading.groups import groups_of
from grading.help import is_missing
from grading.rubric import load_rubric
from grading.score import ScoreSheet, score

_KINDS: dict[Status, Kind] = {
    Status.MET: "good",
    Status.PARTLY: "warn",
    Status.UNMET: "bad",
    Status.NOT_ATTEMPTED: "info",
}
_SIGNS = {Status.MET: "✓", Status.PARTLY: "◐", Status.UNMET: "✕", Status.NOT_ATTEMPTED: "–"}
_INTRO_VI = (
    "Ba bước giúp: “Kiểm tra nhanh” chỉ nói còn thiếu bao nhiêu điều; “Xem nhận xét” nói thiếu ở "
    "đâu; cách làm mẫu, nếu mức này cho xem, thì mất nửa điểm của tiêu chí. {whole} "
    "giống hệt cách chấm khi nộp bài; xem bao nhiêu lần cũng được."
)
_WITH_ORDERS_VI = "Nhận xét tính cả những việc đã giao mà văn phòng chưa chạy tới,"
_TABLES_ONLY_VI = "Nhận xét"
_CHANGED_VI = "Bài đã thay đổi từ lần xem này; anh/chị bấm “Xem nhận xét” để xem lại."


class FindingsPanel:
    """Help in three steps: is something missing, where, and how it is done."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._look = controls.button("Xem nhận xét", self._show, style="primary")
        self._check = controls.button("Kiểm tra nhanh", self._count)
        self._counted = html_widget("")
        self._old = html_widget("")
        self._sheet = html_widget("")
        told = _INTRO_VI.format(whole=_WITH_ORDERS_VI if desk.case.tasks else _TABLES_ONLY_VI)
        intro = html_widget(Html(f'<p class="vp vp-desk-hint">{told}</p>'))
        self._example = ExampleForm(desk)
        self.widget = controls.column(
            intro,
            controls.row(self._check, self._look),
            self._counted,
            self._old,
            self._sheet,
            self._example.widget,
        )
        desk.listen(self._on_change)

    def _count(self) -> None:
        self._counted.value = counted_html(self._desk, self._scored())

    def _show(self) -> None:
        sheet = self._scored()
        self._sheet.value = sheet_html(self._desk, sheet)
        if self._desk.case.has_examples:
            self._example.offer(sheet)
        self._old.value = self._counted.value = ""

    def _scored(self) -> ScoreSheet:
        return score(self._desk.case, self._desk.work, self._desk.documents)

    def _on_change(self, topic: Topic) -> None:
        if topic is not Topic.DRAFT:
            self._counted.value = ""
        if self._sheet.value and topic is not Topic.DRAFT:
            self._old.value = notice(_CHANGED_VI, "info", "")


def counted_html(desk: Desk, sheet: ScoreSheet) -> Html:
    """The first step: for each group one sentence that says how much is open, and not what."""
    lines = []
    for group in groups_of(desk.case):
        own = [one for one in sheet.findings if sheet.groups[one.criterion] == group.id]
        if own:
            lines.append(f"<li><strong>{text(group.title)}.</strong> {text(is_missing(own))}</li>")
    return Html(f'<ul class="vp">{"".join(lines)}</ul>')


def sheet_html(desk: Desk, sheet: ScoreSheet) -> Html:
    """The whole sheet: points, the one thing to do first, the findings of each group."""
    groups = [
        _group(
            desk,
            group.title,
            [one for one in sheet.findings if sheet.groups[one.criterion] == group.id],
        )
        for group in groups_of(desk.case)
    ]
    return join(_total(sheet), _first_thing(sheet.findings), *groups)


def number(value: float) -> str:
    """Points as one writes them in Vietnam: "2,5"."""
    return f"{value:g}".replace(".", ",")


def first_thing(findings: Sequence[Finding]) -> Finding | None:
    """What to do next: where most points were lost, else the first thing not done yet."""
    tried = [one for one in findings if one.status in (Status.PARTLY, Status.UNMET)]
    lost = [one for one in tried if one.max_points]
    if lost:
        return max(lost, key=lambda one: one.max_points - one.points)
    return next((one for one in findings if one.status is Status.NOT_ATTEMPTED), None)


def _total(sheet: ScoreSheet) -> Html:
    counts = {status: sum(one.status is status for one in sheet.findings) for status in Status}
    told = " · ".join(f"{_SIGNS[one]} {STATUS_VI[one]}: {count}" for one, count in counts.items())
    return Html(
        f'<div class="vp vp-desk-total"><strong>{number(sheet.points)}/{number(sheet.max_points)} '
        f"điểm</strong><span>{told}</span></div>"
    )


def _first_thing(findings: Sequence[Finding]) -> Html:
    first = first_thing(findings)
    if first is None:
        return notice("Anh/chị đã làm trọn các tiêu chí của tình huống này.", "good", "Rất tốt")
    return notice(
        f"{first.criterion}. {first.where}. {first.fix}", "info", "Việc nên làm trước tiên"
    )


def _group(desk: Desk, title: str, findings: Sequence[Finding]) -> Html:
    titles = {one.id: one.title for one in load_rubric(desk.case.folder).criteria}
    points = sum(one.points for one in findings)
    worth = sum(one.max_points for one in findings)
    tried = [one for one in findings if one.status is not Status.NOT_ATTEMPTED]
    left = [one for one in findings if one.status is Status.NOT_ATTEMPTED]
    folded = ""
    if left:
        rows = "".join(_finding(one, titles) for one in left)
        folded = f"<details><summary>Chưa làm: {len(left)} tiêu chí</summary>{rows}</details>"
    return Html(
        f'<section class="vp vp-desk-group"><h3 class="vp-desk-heading">{text(title)} '
        f"({number(points)}/{number(worth)} điểm)</h3>"
        f"{''.join(_finding(one, titles) for one in tried)}{folded}</section>"
    )


def _finding(one: Finding, titles: dict[str, str]) -> Html:
    """One finding. The title of a criterion says what is right: only what is met shows it."""
    heading = titles.get(one.criterion, one.where) if one.status is Status.MET else one.where
    worth = f"{number(one.points)}/{number(one.max_points)} điểm"
    if not one.max_points:
        worth = "nhắc, không tính điểm"
    lines = [
        f"<p>{text(one.why)}</p>" if one.why else "",
        f"<p><strong>Làm tiếp:</strong> {text(one.fix)}</p>" if one.fix else "",
        f'<p class="vp-source">Nguồn: {text(one.source)}</p>',
    ]
    return Html(
        f'<article class="vp-desk-finding vp-{_KINDS[one.status]}"><header>'
        f'<span class="vp-sign" aria-hidden="true">{_SIGNS[one.status]}</span>'
        f"<strong>{text(STATUS_VI[one.status])}</strong> · {one.criterion}. {text(heading)} "
        f'<span class="vp-desk-points">{worth}</span></header>{"".join(lines)}</article>'
    )
