"""Handing in: one zip with a receipt, to carry to the trainer by any road."""

from __future__ import annotations

import ipywidgets as widgets

from course.desk import controls
from course.desk.class_deadline import deadline_here
from course.desk.class_seat import seated_learner
from course.desk.desk import Desk
from course.desk.document_file import download_link
from course.look import Html, card, html_widget, join, notice, text
from grading.nbgrader.class_server import SendingError, server_here
from grading.nbgrader.hand_in import HandInError, hand_in
from grading.nbgrader.receipt import Learner, Receipt
from scenarios.work_file import HAND_IN_FOLDER

_INTRO_VI = (
    "Khi làm xong, anh/chị ghi họ tên rồi bấm “Nộp bài”. Bài được gói vào một tệp kèm biên nhận; "
    "anh/chị tải tệp ấy về rồi gửi giảng viên (chép vào thư mục lớp, USB hay cách giảng viên dặn). "
    "Nộp lại bao nhiêu lần cũng được, giảng viên lấy bản sau cùng."
)
_DONE_VI = "Đã gói xong và đã đọc lại để kiểm tra. Bài chưa tự gửi đi đâu."
_SERVER_INTRO_VI = (
    "Khi làm xong, anh/chị bấm “Nộp bài”: bài được gửi thẳng tới giảng viên qua máy chủ của lớp, "
    "kèm biên nhận. Nộp lại bao nhiêu lần cũng được, giảng viên lấy bản sau cùng."
)
_SENT_VI = "Máy chủ của lớp đã nhận bài."


class HandInPanel:
    """The learner's name, a button, and the receipt."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._server = server_here()
        self._known = self._server.learner if self._server else _of_class(desk)
        self._name = widgets.Text(
            value=self._known.name if self._known else "",
            disabled=self._known is not None,
            description="Họ và tên:",
            placeholder="Ví dụ: Nguyễn Thị Hoa",
            layout=widgets.Layout(width="min(480px, 100%)"),
        )
        self._shown = html_widget("")
        told = _SERVER_INTRO_VI if self._server else _INTRO_VI
        intro = html_widget(Html(f'<p class="vp vp-desk-hint">{told}</p>'))
        button = controls.button("Nộp bài", self._hand_in, style="primary")
        due = deadline_here(desk.path.parent, desk.case.id)
        self._due = html_widget(notice(due, "info", "") if due else Html(""))
        self.widget = controls.column(
            intro, self._due, self._name, controls.row(button), self._shown
        )

    def _hand_in(self) -> None:
        folder = self._desk.path.parent
        try:
            learner = self._known or Learner.named(self._name.value)
            receipt, path = hand_in(folder, learner, folder / HAND_IN_FOLDER)
            if self._server:
                self._server.send(path)
        except (HandInError, SendingError, ValueError) as error:
            self._shown.value = notice(str(error), "bad")
            return
        done = _SENT_VI if self._server else _DONE_VI
        link = download_link(path, f"Tải gói nộp {path.name} về máy")
        self._shown.value = join(notice(done, "good", ""), receipt_card(receipt), link)


def _of_class(desk: Desk) -> Learner | None:
    """The person of the class list who sits here, None if there is no list."""
    seated = seated_learner(desk.path.parent)
    return Learner(id=seated.id, name=seated.name) if seated else None


def receipt_card(receipt: Receipt) -> Html:
    """The receipt as the trainer will see it."""
    lines = "".join(f"<li>{text(line)}</li>" for line in receipt.lines())
    return card("Biên nhận", f"<ul>{lines}</ul>")
