"""What came back from the trainer: the result page, and a note where a finding seems wrong."""

from __future__ import annotations

from datetime import datetime
from html import escape
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from course.desk import controls
from course.desk.desk import Desk
from course.desk.document_file import download_link
from course.look import Html, html_widget, join, notice
from course.page.atomic import write_bytes
from grading.nbgrader.appeal_note import MAX_LETTERS, AppealNoteError, note_of, write_note
from grading.nbgrader.receipt import Learner
from grading.nbgrader.result_head import ResultHead, head_of
from grading.rubric import load_rubric
from scenarios.atomic_file import reason

PAGE_NAME = "ket_qua.html"
NOTES_FOLDER = "nop_bai"
_MAX_BYTES = 3_000_000
_INTRO_VI = (
    "Khi giảng viên trả kết quả, anh/chị chọn tệp ket_qua.html nhận được để đọc ngay ở đây. Thấy "
    "một nhận xét chưa đúng thì viết đề nghị xem lại; câu trả lời của giảng viên nằm ở cuối tờ kết "
    "quả sau."
)
_STRANGE_VI = "Tệp này không phải tờ kết quả của bài này; anh/chị chọn tệp ket_qua.html của bài."
_MADE_VI = (
    "Đã ghi đề nghị vào một tệp; anh/chị tải về rồi gửi giảng viên như gói nộp. Điểm không tự thay "
    "đổi: giảng viên đọc, quyết định và trả lời."
)


class ResultPanel:
    """The page that was handed back, and under it the form for a note."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._head: ResultHead | None = None
        wide = "min(760px, 100%)"
        self._upload = controls.file_button("Mở tờ kết quả", ".html")
        self._upload.observe(lambda change: self._take(change["new"]), names="value")
        self._shown, self._said = html_widget(""), html_widget("")
        self._criterion = controls.pick_list("Tiêu chí", "(chọn)", [], wide)
        self._text = widgets.Textarea(
            description="Vì sao",
            placeholder=f"Vì sao cần xem lại, không quá {MAX_LETTERS} chữ",
            layout=widgets.Layout(width=wide, height="90px"),
        )
        self._form = controls.column(
            self._criterion,
            self._text,
            controls.row(controls.button("Ghi đề nghị xem lại", self._write)),
        )
        intro = html_widget(Html(f'<p class="vp vp-desk-hint">{_INTRO_VI}</p>'))
        self.widget = controls.column(
            intro, controls.row(self._upload), self._shown, self._form, self._said
        )
        self._show(_read(desk.path.with_name(PAGE_NAME)))

    def _take(self, files: Any) -> None:
        if not files:
            return
        content = bytes(files[0]["content"])
        page = content.decode("utf-8", "replace") if len(content) <= _MAX_BYTES else ""
        if not self._show(page):
            self._said.value = notice(_STRANGE_VI, "warn")
            return
        self._said.value = Html("")
        try:
            write_bytes(self._desk.path.with_name(PAGE_NAME), content)
        except OSError as error:
            words = f"Tờ kết quả đọc được nhưng chưa giữ lại được ({reason(error)})."
            self._said.value = notice(words, "warn")

    def _show(self, page: str) -> bool:
        """Show the page and the form if it is a result of this exercise."""
        case = self._desk.case
        head = head_of(page)
        fits = head is not None and head.case == case.id
        if fits:
            self._head = head
        controls.show(self._form, self._head is not None)
        if not fits:
            return False
        criteria = load_rubric(case.folder).criteria
        self._criterion.options = [
            ("(chọn)", controls.NONE),
            *((f"{one.id}. {one.title}", one.id) for one in criteria),
        ]
        # No script runs in the frame, whoever made the file.
        self._shown.value = Html(
            f'<iframe class="vp-desk-result" sandbox title="Kết quả của giảng viên" '
            f'style="width:100%;height:480px;border:1px solid #cbd2d9" srcdoc="{escape(page)}">'
            "</iframe>"
        )
        return True

    def _write(self) -> None:
        if not self._criterion.value:
            self._said.value = notice("Anh/chị chọn một tiêu chí trong danh sách trước.", "warn")
            return
        assert self._head is not None  # the form is not shown without a page
        head, said = self._head, {self._criterion.value: self._text.value}
        learner = Learner(id=head.learner, name=head.learner)
        try:
            note = note_of(learner, head.assignment, head.receipt, said)
            folder = self._desk.path.parent / NOTES_FOLDER
            folder.mkdir(exist_ok=True)
            path = write_note(note, folder, datetime.now())
        except AppealNoteError as error:
            self._said.value = notice(str(error), "warn")
            return
        except OSError as error:
            words = f"Chưa ghi được đề nghị ({reason(error)}); anh/chị bấm lại."
            self._said.value = notice(words, "bad")
            return
        self._text.value = ""
        link = download_link(path, f"Tải đề nghị {path.name} về máy")
        self._said.value = join(notice(_MADE_VI, "good", ""), link)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.stat().st_size <= _MAX_BYTES else ""
    except (OSError, UnicodeDecodeError):
        return ""
