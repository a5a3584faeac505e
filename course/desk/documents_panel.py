"""The Word documents of the case: blank forms, the learner's files, and what the judge says."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from course.desk import controls
from course.desk.desk import Desk
from course.desk.document_file import download_link
from course.desk.findings_panel import number
from course.desk.refusals import DeskError
from course.look import Html, html_widget, join, notice, table, text
from grading.criteria import criteria_of, document_worth
from grading.documents import (
    DOCUMENT_STATUS_VI,
    CheckedDocument,
    CheckedDocuments,
    DocumentStatus,
    check_documents,
    file_name,
)
from grading.word import UnreadableWordError, WordFinding, annotate, new_document
from grading.word.asking import one_reader
from grading.word.findings import SEVERITY_VI
from grading.word.meeting_file import SOURCE
from office_sim.rulebook import UNCONFIRMED_VI
from scenarios.case import Case
from scenarios.document_file import DocumentText

_INTRO_VI = (
    "Anh/chị soạn các văn bản này bằng Word trên máy mình, rồi chọn tệp .docx vào đúng dòng. Văn "
    "bản được xem về thể thức, nội dung so với tình huống, thẩm quyền ký, và các văn bản có khớp "
    "nhau không. Điều ghi “Lưu ý” và quy tắc còn cần đối chiếu bản gốc không trừ điểm."
)
_WORTH_VI = "Các văn bản này được {points}/{total} điểm của bài, tính như ở thẻ “Nhận xét”."
_NO_WORTH_VI = "Văn bản ở bài này để sửa cho đúng, không tính điểm."
_NONE_VI = "Tình huống này không yêu cầu văn bản Word."
_FILE_VI = "Hồ sơ hội nghị gồm chín loại giấy tờ; trong các tệp trên chưa thấy:"
_HEAD = ("Mức", "Điều cần xem", "Ở đâu", "Vì sao", "Cách sửa", "Quy tắc")


class DocumentsPanel:
    """One line for each wanted document, a button to look at them all, the findings below."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._said = html_widget("")
        self._found = html_widget("")
        if not desk.case.documents:
            self.widget = html_widget(notice(_NONE_VI, "info", ""))
            return
        look = controls.button("Xem nhận xét văn bản", self._look, style="primary")
        told = f"{_INTRO_VI} {worth_vi(desk.case)}"
        intro = html_widget(Html(f'<p class="vp vp-desk-hint">{text(told)}</p>'))
        lines = [DocumentLineForm(desk, one, self._said).widget for one in desk.case.documents]
        self.widget = controls.column(intro, *lines, controls.row(look), self._said, self._found)

    def _look(self) -> None:
        self._said.value = notice("Đang đọc các tệp Word, mất vài giây…", "info", "")
        with one_reader():
            checked = check_documents(self._desk.case, self._desk.work, self._desk.path.parent)
            self._found.value = documents_html(checked)
        self._said.value = ""


class DocumentLineForm:
    """One wanted document: its title, a blank form to take, a file to choose."""

    def __init__(self, desk: Desk, wanted: DocumentText, said: Any) -> None:
        self._desk = desk
        self._wanted = wanted
        self._said = said
        self._state = html_widget(self._present())
        self._link = html_widget("")
        self._upload = controls.file_button(f"Chọn tệp: {wanted.title}", ".docx")
        self._upload.observe(lambda change: self._take(change["new"]), names="value")
        lead = desk.case.say(wanted.lead)
        told = [html_widget(Html(f'<p class="vp vp-desk-hint">{text(lead)}</p>'))] if lead else []
        blank = controls.button("Lấy mẫu trống", self._blank, hint=f"Lấy mẫu trống: {wanted.title}")
        self.widget = controls.column(
            self._state,
            *told,
            controls.row(self._upload, blank, self._link),
            name="vp-desk-document",
        )

    def _present(self) -> Html:
        path = self._desk.path.parent / file_name(self._wanted)
        there = f"đã có tệp {path.name}" if path.exists() else "chưa có tệp"
        return Html(f'<p class="vp"><strong>{text(self._wanted.title)}</strong>: {there}</p>')

    def _take(self, files: Any) -> None:
        if not files:
            return
        try:
            self._desk.attach(self._wanted.id, bytes(files[0]["content"]))
            self._said.value = notice(f"Đã nhận {files[0]['name']}.", "good", "")
        except DeskError as error:
            self._said.value = notice(str(error), "bad")
        self._state.value = self._present()

    def _blank(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"mau_{file_name(self._wanted)}"
            new_document(self._wanted.kind, path)
            self._link.value = download_link(path, f"Tải {path.name} về máy")


def worth_vi(case: Case) -> str:
    """How much of the points the documents of the case's edition are worth, in a sentence."""
    criteria = criteria_of(case)
    points, total = document_worth(criteria), sum(one.worth for one in criteria)
    if not points:
        return _NO_WORTH_VI
    return _WORTH_VI.format(points=number(points), total=number(total))


def documents_html(checked: CheckedDocuments) -> Html:
    """Every document with its findings, then where documents contradict each other."""
    parts = [_document(one) for one in checked.documents]
    if checked.disagreements:
        parts.append(Html('<h3 class="vp">Các văn bản chưa khớp nhau</h3>'))
        parts.append(_table(checked.disagreements))
    if checked.missing_from_file:
        papers = ", ".join(checked.missing_from_file)
        parts.append(notice(f"{_FILE_VI} {papers}. Nguồn: {SOURCE}.", "info", ""))
    return join(*parts)


def _document(one: CheckedDocument) -> Html:
    title = Html(f'<h3 class="vp">{text(one.wanted.title)}</h3>')
    if one.status is not DocumentStatus.CHECKED or one.report is None:
        return join(title, notice(one.problem or DOCUMENT_STATUS_VI[one.status], "info", ""))
    if not one.report.findings:
        return join(title, notice("Không thấy điều gì cần sửa.", "good", ""))
    return join(title, _table(one.report.findings), _annotated(one))


def _table(findings: tuple[WordFinding, ...]) -> Html:
    rows = [
        (
            SEVERITY_VI[finding.severity],
            finding.what,
            finding.where,
            finding.why,
            finding.fix,
            finding.source if finding.confirmed else f"{finding.source} ({UNCONFIRMED_VI})",
        )
        for finding in findings
    ]
    return table(_HEAD, rows)


def _annotated(one: CheckedDocument) -> Html:
    """A link to a copy of the file with the findings as comments; the file stays as it is."""
    if one.report is None:
        return Html("")
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / f"nhan_xet_{one.path.name}"
        try:
            annotate(one.path, one.report, out)
        except UnreadableWordError as problem:
            return notice(problem.sentence, "warn")
        return download_link(out, "Tải bản Word có nhận xét ngay tại chỗ")
