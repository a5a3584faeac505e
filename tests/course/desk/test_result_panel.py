"""After the marking, at the desk: the result page is read there, and a note goes to the trainer."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from course.desk.desk import Desk
from course.desk.result_panel import NOTES_FOLDER, PAGE_NAME, ResultPanel
from grading.nbgrader.appeal import Appeal, Outcome
from grading.nbgrader.appeal_note import read_note
from grading.nbgrader.feedback_page import feedback_page
from grading.nbgrader.judgement import judge_folder
from grading.nbgrader.points import Mark
from grading.nbgrader.results import Result

CASE = "hoi_nghi_dot_xuat"
REFUSED = Appeal(
    1, "tinh_huong_1", "hoa", "T01", "Em đã hỏi.", "", Outcome.REJECTED, "Chưa hỏi về tài liệu mật."
)


@pytest.fixture(scope="module")
def result(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The page of a learner whose appeal was refused."""
    judgement = judge_folder(CASE, tmp_path_factory.mktemp("trong"))
    marks = {one.criterion: Mark(one.points, one.max_points) for one in judgement.findings}
    own = {"assignment": "tinh_huong_1", "receipt": "AB12-CD34", "appeals": (REFUSED,)}
    return feedback_page(Result("hoa", judgement, marks, **own)).encode()  # type: ignore[arg-type]


def panel(folder: Path) -> ResultPanel:
    return ResultPanel(Desk.open(CASE, folder=folder))


def upload(panel: ResultPanel, content: bytes) -> None:
    _, row, *_ = panel.widget.children
    file = {"name": "x.html", "type": "text/html", "size": len(content), "content": content}
    row.children[0].value = ({**file, "last_modified": datetime(2026, 11, 20)},)


def write(panel: ResultPanel, criterion: str, text: str) -> str:
    _, _, _, form, said = panel.widget.children
    choice, words, row = form.children
    choice.value, words.value = criterion, text
    row.children[0].click()
    return str(said.value)


def test_before_there_is_a_result_there_is_nothing_to_appeal_against(tmp_path: Path) -> None:
    _, _, shown, form, _ = panel(tmp_path).widget.children
    assert shown.value == ""
    assert form.layout.display == "none"


def test_the_page_is_read_at_the_desk_and_is_there_again_next_time(
    tmp_path: Path, result: bytes
) -> None:
    upload(panel(tmp_path), result)
    _, _, shown, form, _ = panel(tmp_path).widget.children
    assert "Không chấp nhận.&lt;/b&gt; Chưa hỏi về tài liệu mật." in shown.value
    assert "mã biên nhận AB12-CD34" in shown.value
    assert " sandbox " in shown.value
    assert form.layout.display is None


def test_a_note_names_the_hand_in_that_was_marked(tmp_path: Path, result: bytes) -> None:
    desk = panel(tmp_path)
    upload(desk, result)
    assert "chọn một tiêu chí" in write(desk, "", "x")
    assert "lý do không quá" in write(desk, "T02", "  ")
    assert "gửi giảng viên như gói nộp" in write(desk, "T02", "Em đã xin triệu tập.")
    (path,) = (tmp_path / NOTES_FOLDER).glob("*.json")
    note = read_note(path)
    assert (note.assignment, note.learner, note.receipt) == ("tinh_huong_1", "hoa", "AB12-CD34")
    assert [(one.criterion, one.text) for one in note.notes] == [("T02", "Em đã xin triệu tập.")]


@pytest.mark.parametrize(
    "content",
    [
        b"<p>khac</p>",
        b"\xff\xfe",
        b"x" * 4_000_000,
        b'<meta name="vanphong-ket-qua" content="{}">',
        b'<meta name="vanphong-ket-qua" content="{&quot;case&quot;:&quot;don_thu&quot;,'
        b'&quot;assignment&quot;:&quot;don_thu&quot;,&quot;learner&quot;:&quot;hoa&quot;}">',
    ],
)
def test_another_file_is_refused_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    desk = panel(tmp_path)
    upload(desk, content)
    assert "không phải tờ kết quả của bài này" in desk.widget.children[-1].value
    assert not (tmp_path / PAGE_NAME).exists()
