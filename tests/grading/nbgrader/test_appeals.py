"""Appeals: a note travels as a small file, the trainer decides, the learner reads the answer."""

import json
import shutil
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page

from course.cli import main
from grading.nbgrader.appeal import Outcome
from grading.nbgrader.appeal_note import AppealNote, AppealNoteError, note_of, read_note, write_note
from grading.nbgrader.appeals import accept, appeals, receive, reject
from grading.nbgrader.batch import grade
from grading.nbgrader.class_folder import ClassError
from grading.nbgrader.collect import Fate, collect
from grading.nbgrader.commands import run
from grading.nbgrader.hand_in import hand_in
from grading.nbgrader.receipt import Learner

from .conftest import BAI, Class
from .test_hand_back import words_in
from .test_hand_in import desk

AT = datetime(2026, 11, 22, 9, 0)
NUA = Learner(id="nua", name="Nửa")


def note(criterion: str, text: str, learner: Learner = NUA) -> AppealNote:
    return note_of(learner, BAI, "", {criterion: text})


@pytest.fixture
def school(marked_pair: Path, tmp_path: Path) -> Class:
    """A class of two, marked."""
    shutil.copytree(marked_pair, tmp_path / "lop")
    return Class(tmp_path / "lop", tmp_path / "x")


def manual(school: Class) -> list[tuple[str, str, float]]:
    """Learner, cell, points: every manual mark in the gradebook."""
    return [
        tuple(row)
        for row in school.query(
            "select sa.student_id, b.name, g.manual_score from grade g"
            " join base_cell b on b.id = g.cell_id join submitted_notebook sn"
            " on sn.id = g.notebook_id join submitted_assignment sa on sa.id = sn.assignment_id"
            " where g.manual_score is not null"
        )
    ]


def test_an_accepted_appeal_is_a_manual_mark_that_outlives_every_re_mark(school: Class) -> None:
    lost = next(name for name, points in school.marks("nua").items() if points == 0)
    (made,) = receive(school.folder, note(lost, "Em có giao việc này trước giờ họp."))
    assert (made.id, made.outcome) == (1, Outcome.OPEN)
    decided = accept(school.folder, made.id, 1, "Việc có trong nhật ký.")
    assert (decided.before, decided.points) == (0, 1)
    assert manual(school) == [("nua", f"tieu_chi_{lost}", 1)]

    assert len(grade(school.folder, BAI, everything=True).marked) == 2
    assert manual(school) == [("nua", f"tieu_chi_{lost}", 1)]
    page = school.page("nua")
    assert "Em có giao việc này trước giờ họp." in page
    assert '<p class="status">Giảng viên chấm</p>' in page
    assert "Chấp nhận.</b> 0 → 1 điểm. Việc có trong nhật ký." in page
    assert "Em có giao việc này" not in school.page("trong")


def test_a_rejected_appeal_leaves_the_mark_and_is_answered_in_page_and_word(
    school: Class,
) -> None:
    receive(school.folder, note("T01", "Xin xem lại <b>T01</b>."))
    before = school.marks("nua")
    reject(school.folder, 1, "Chưa hỏi về tài liệu mật.")
    assert manual(school) == []
    assert main(["class", "feedback", str(school.folder), BAI]) == 0
    place = school.folder / "ket_qua" / "nua" / BAI
    page = (place / "ket_qua.html").read_text(encoding="utf-8")
    assert "Xin xem lại &lt;b&gt;T01&lt;/b&gt;." in page
    assert "Không chấp nhận.</b> Chưa hỏi về tài liệu mật." in page
    assert page == school.page("nua")
    words = words_in(place / "ket_qua.docx")
    assert "Không chấp nhận. Chưa hỏi về tài liệu mật." in words
    assert school.marks("nua") == before


def test_nbgraders_own_feedback_says_the_same_as_ours(school: Class) -> None:
    receive(school.folder, note("T01", "Xin xem lại."))
    accept(school.folder, 1, 2, "Đúng.")
    assert main(["class", "feedback", str(school.folder), BAI]) == 0
    ours = school.page("nua")
    outcome = run(school.folder, "generate_feedback", BAI, "--force")
    assert outcome.code == 0, outcome.output
    assert school.page("nua") == ours


@pytest.mark.parametrize(
    ("appeal_id", "points", "reason", "words"),
    [
        (9, 1, "x", "Không có đề nghị xem lại số 9"),
        (1, 1, "  ", "ghi lý do"),
        (1, 2.5, "x", "chỉ cho từ 0 đến 2 điểm"),
        (1, -1, "x", "chỉ cho từ 0 đến 2 điểm"),
        (1, float("nan"), "x", "chỉ cho từ 0 đến 2 điểm"),
    ],
)
def test_a_decision_that_cannot_be_is_refused_in_a_sentence(
    school: Class, appeal_id: int, points: float, reason: str, words: str
) -> None:
    receive(school.folder, note("T01", "Xin xem lại."))
    with pytest.raises(ClassError, match=words):
        accept(school.folder, appeal_id, points, reason)
    assert manual(school) == []
    assert [one.is_open for one in appeals(school.folder)] == [True]


def test_what_was_decided_stays_and_open_ones_come_first(school: Class) -> None:
    for number in range(3):
        receive(school.folder, note("T01", f"Lần {number}."))
    reject(school.folder, 1, "Không.")
    with pytest.raises(ClassError, match="đã được giải quyết"):
        accept(school.folder, 1, 2, "Có.")
    assert [one.id for one in appeals(school.folder)] == [2, 3, 1]
    assert appeals(school.folder, BAI, "trong") == []
    # A power cut in the middle of a line loses that line alone.
    with (school.folder / "de_nghi_xem_lai.jsonl").open("ab") as file:
        file.write(b'{"step": "decid')
    accept(school.folder, 2, 2, "Có.")
    assert [one.id for one in appeals(school.folder)] == [3, 1, 2]


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (note("T01", "x", Learner(id="khong_nop", name="x")), "Chưa có điểm"),
        (note("Z99", "x"), "không có tiêu chí “Z99”"),
    ],
)
def test_a_note_on_what_is_not_there_is_refused(
    school: Class, made: AppealNote, words: str
) -> None:
    with pytest.raises(ClassError, match=words):
        receive(school.folder, made)
    assert appeals(school.folder) == []


def test_notes_are_collected_beside_hand_ins_whatever_their_names(
    school: Class, tmp_path: Path
) -> None:
    usb = tmp_path / "usb"
    usb.mkdir()
    write_note(note("T01", "Xin xem lại."), usb, AT).rename(usb / "thư của em (1).json")
    (usb / "khac.json").write_text('{"schema": 1}', encoding="utf-8")
    results = collect(school.folder, usb)
    assert [(one.fate, one.student) for one in results] == [(Fate.APPEAL, "nua")]
    assert results[0].sentence.endswith("đã nhận đề nghị xem lại số 1 của nua.")
    assert [one.fate for one in collect(school.folder, usb)] == [Fate.SAME]
    assert len(appeals(school.folder)) == 1


def test_a_note_about_another_hand_in_is_refused(school: Class, tmp_path: Path) -> None:
    desk(tmp_path / "bai", school.folder / "release" / BAI)
    receipt, _ = hand_in(tmp_path / "bai", Learner.named("Nửa"), tmp_path / "usb", at=AT)
    collect(school.folder, tmp_path / "usb")
    write_note(note("T01", "Không có mã."), tmp_path / "usb", AT)
    write_note(note_of(NUA, BAI, receipt.code, {"T01": "Có mã."}), tmp_path / "usb", AT)
    fates = {one.fate: one.sentence for one in collect(school.folder, tmp_path / "usb")}
    assert set(fates) == {Fate.SAME, Fate.REFUSED, Fate.APPEAL}
    assert "mã biên nhận khác với bài đang giữ" in fates[Fate.REFUSED]
    assert [one.text for one in appeals(school.folder)] == ["Có mã."]


@pytest.mark.parametrize(
    "content",
    [
        '{"kind": "de_nghi_xem_lai"}',
        '"de_nghi_xem_lai"' + "[" * 50_000,
        '{"kind": "de_nghi_xem_lai", "assignment": "../../x"}',
        '"de_nghi_xem_lai" NaN',
        '"de_nghi_xem_lai"\udcff',
    ],
)
def test_a_broken_note_is_refused_in_one_sentence(
    school: Class, tmp_path: Path, content: str
) -> None:
    (tmp_path / "usb").mkdir()
    path = tmp_path / "usb" / "x.json"
    path.write_bytes(content.encode("utf-8", "surrogateescape"))
    (result,) = collect(school.folder, tmp_path / "usb")
    assert result.fate is Fate.REFUSED
    assert result.sentence == "x.json: Tệp đề nghị xem lại bị hỏng hoặc không đúng mẫu."


def test_a_note_without_a_reason_is_refused() -> None:
    with pytest.raises(AppealNoteError, match="mã tiêu chí"):
        note("T01", "   ")


def test_the_command_lists_and_decides(school: Class, capsys: pytest.CaptureFixture[str]) -> None:
    receive(school.folder, note("T01", "Xin xem lại."))
    receive(school.folder, note("T02", "Xin xem lại."))
    folder = str(school.folder)
    assert (
        main(["class", "appeals", "accept", folder, "1", "--diem", "1.5", "--ly-do", "Đúng"]) == 0
    )
    assert main(["class", "appeals", "reject", folder, "2", "--ly-do", "Chưa đủ"]) == 0
    assert main(["class", "appeals", "list", folder]) == 0
    said = capsys.readouterr().out
    assert "1. nua, tinh_huong_1, T01: “Xin xem lại.”" in said
    assert "→ 1,5 điểm. Đúng" in said
    assert "2 đề nghị, 0 chưa giải quyết." in said
    assert main(["class", "appeals", "reject", folder, "2", "--ly-do", "x"]) == 1
    assert "đã được giải quyết" in capsys.readouterr().err


@pytest.mark.browser
def test_the_form_beside_the_result_makes_a_note_that_collect_takes(
    school: Class, page: Page, tmp_path: Path
) -> None:
    assert main(["class", "feedback", str(school.folder), BAI]) == 0
    form = school.folder / "ket_qua" / "nua" / BAI / "de_nghi_xem_lai.html"
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(form.as_uri())
    page.select_option("#criterion", "T02")
    page.fill("#text", "Em đã xin triệu tập </script> trước khi mời.")
    page.click("#add")
    with page.expect_download() as started:
        page.click("#make")
    (tmp_path / "usb").mkdir()
    path = tmp_path / "usb" / started.value.suggested_filename
    started.value.save_as(path)
    assert all(url.startswith(("file:", "blob:")) for url in asked)
    assert read_note(path).notes[0].criterion == "T02"
    assert json.loads(path.read_text(encoding="utf-8"))["learner"] == "nua"
    assert [one.fate for one in collect(school.folder, tmp_path / "usb")] == [Fate.APPEAL]
