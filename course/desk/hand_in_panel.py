"""Handing in: one zip with a receipt, to carry to the trainer by any road."""

from __future__ import annotations

import ipywidgets as widgets

from course.desk import controls
from course.desk.desk import Desk
from course.desk.document_file import download_link
from course.look import Html, card, html_widget, join, notice, text
from grading.nbgrader.hand_in import HandInError, hand_in
from grading.nbgrader.receipt import Learner, Receipt

FOLDER_NAME = "nop_bai"
"""Where the zips of an exercise are kept, beside its work."""

_INTRO_VI = (
    "Khi làm xong, anh/chị ghi họ tên rồi bấm “Nộp bài”. Bài được gói vào một tệp kèm biên nhận; "
    "anh/chị tải tệp ấy về rồi gửi giảng viên (chép vào thư mục lớp, USB hay cách giảng viên dặn). "
    "Nộp lại bao nhiêu lần cũng được, giảng viên lấy bản sau cùng."
)
_DONE_VI = "Đã gói xong và đã đọc lại để kiểm tra. Bài chưa tự gửi đi đâu."


class HandInPanel:
    """The learner's name, a button, and the receipt."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._name = widgets.Text(
            description="Họ và tên:",
            placeholder="Ví dụ: Nguyễn Thị Hoa",
            layout=widgets.Layout(width="min(480px, 100%)"),
        )
        self._shown = html_widget("")
        intro = html_widget(Html(f'<p class="vp vp-desk-hint">{_INTRO_VI}</p>'))
        button = controls.button("Nộp bài", self._hand_in, style="primary")
        self.widget = controls.column(intro, self._name, controls.row(button), self._shown)

    def _hand_in(self) -> None:
        folder = self._desk.path.parent
        try:
            learner = Learner.named(self._name.value)
            receipt, path = hand_in(folder, learner, folder / FOLDER_NAME)
        except (HandInError, ValueError) as error:
            self._shown.value = notice(str(error), "bad")
            return
        link = download_link(path, f"Tải gói nộp {path.name} về máy")
        self._shown.value = join(notice(_DONE_VI, "good", ""), receipt_card(receipt), link)


def receipt_card(receipt: Receipt) -> Html:
    """The receipt as the trainer will see it."""
    lines = "".join(f"<li>{text(line)}</li>" for line in receipt.lines())
    return card("Biên nhận", f"<ul>{lines}</ul>")
