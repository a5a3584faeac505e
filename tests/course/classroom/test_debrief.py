"""The debrief comes from the class's own work, names nobody, and the report is a real report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import pytest

from course.classroom.after_action import make_report
from course.classroom.class_works import class_works
from course.classroom.commitments import Commitment, add_cards, keep_cards, parse, read_cards
from course.classroom.contrast import examples
from course.classroom.debrief import debrief_page, make_debrief, questions_for
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.debrief_form import DebriefForm
from grading.findings import Status
from grading.nbgrader.class_folder import ClassError
from grading.word import check_file
from scenarios.case import load_case
from scenarios.work import Work
from scenarios.written_works import written_works

from ..review.conftest import press, read
from .conftest import BAI

CASE = "hoi_nghi_dot_xuat"
LEARNERS = ("nguyen_van_an", "nguyen_van_an_2", "le_thi_binh", "do_van_an", "tran_van_cuong")
WORKS = ("T08_moi_truoc_duyet_sau", "chuoi_khong_xac_nhan", "T11_mac_ke_bao_vang")


@pytest.fixture
def handed_in(school: Path) -> Path:
    """The reference, three wrong works that a class makes, and one broken file."""
    known = {one.folder.name: one.work for one in written_works(load_case(CASE))}
    works = [known["reference"], *(known[name] for name in WORKS)]
    for learner, work in zip(LEARNERS, works, strict=False):
        place = school / "submitted" / learner / BAI / "bai_lam.json"
        place.parent.mkdir(parents=True)
        fitting = work.model_copy(update={"level": "standard", "format": "m75"})
        place.write_text(fitting.to_json(), encoding="utf-8")
    place = school / "submitted" / LEARNERS[4] / BAI / "bai_lam.json"
    place.parent.mkdir(parents=True)
    place.write_text("{", encoding="utf-8")
    return school


def test_every_criterion_counts_every_work_and_a_broken_one_harms_none(handed_in: Path) -> None:
    works = class_works(handed_in, BAI)
    assert len(works.judged) == 4
    assert list(works.broken) == [LEARNERS[4]]
    for one in works.criteria:
        assert sum(works.counts(one.id).values()) == 4
    missed = {one.id for one in works.commonest_errors(5)}
    assert missed
    assert all(works.counts(one)[Status.MET] < 4 for one in missed)


def test_examples_contrast_and_name_nobody(handed_in: Path) -> None:
    works = class_works(handed_in, BAI)
    page = debrief_page(works)
    for learner in works.plan.students:
        assert learner.name not in page
        assert learner.id not in page
    for criterion in works.commonest_errors(3):
        kinds = [good for _, _, good in examples(works, criterion)]
        assert False in kinds
    assert any(True in [good for *_, good in examples(works, one)] for one in works.criteria)


def test_examples_say_in_words_how_their_variants_differ(handed_in: Path) -> None:
    same = class_works(handed_in, BAI)
    criterion = same.commonest_errors(1)[0]
    assert not any("Đề của bài này" in told for _, told, _ in examples(same, criterion))
    place = handed_in / "submitted" / LEARNERS[1] / BAI / "bai_lam.json"
    work = Work.model_validate_json(place.read_bytes())
    place.write_text(
        work.model_copy(update={"variant": "chay_cho-btv-h16"}).to_json(), encoding="utf-8"
    )
    mixed = class_works(handed_in, BAI)
    told = [told for _, told, _ in examples(mixed, criterion)]
    assert all(one.startswith("(Đề của bài này – nguyên nhân: ") for one in told)
    causes = {"Cháy chợ trung tâm xã", "Sạt lở, phải di dời 38 hộ"}
    assert any(f"nguyên nhân: {cause}.)" in one for cause in causes for one in told)
    assert not any("Ban Thường vụ" in one.split(".)")[0] for one in told)


def test_questions_lead_back_to_the_lessons_and_to_the_case(handed_in: Path) -> None:
    asked = questions_for(class_works(handed_in, BAI))
    assert any("Xem lại:" in one for one in asked)
    assert any("Thẻ" in one or "thẻ" in one for one in asked)


def test_page_and_word_file_are_written_with_a_page_for_each_group(handed_in: Path) -> None:
    done = make_debrief(handed_in, BAI)
    assert done.troubled, "a broken work is said"
    page, word = done.files
    assert "Nhóm 1" in page.read_text(encoding="utf-8")
    document = docx.Document(str(word))
    told = "\n".join(one.text for one in document.paragraphs)
    assert "NHÓM 1" in told
    assert "NHÓM 2" in told
    assert sum(bool(one.paragraph_format.page_break_before) for one in document.paragraphs) == 2
    assert "chuỗi hậu quả" in told


def test_the_report_passes_the_kits_own_checker_and_says_what_who_and_when(
    handed_in: Path,
) -> None:
    done = make_report(handed_in, BAI, date(2026, 11, 25))
    report = check_file(done.files[0], "report")
    assert [finding.what for finding in report.errors] == []
    document = docx.Document(str(done.files[0]))
    told = "\n".join(one.text for one in document.paragraphs)
    for heading in ("ƯU ĐIỂM", "HẠN CHẾ, NGUYÊN NHÂN", "NHIỆM VỤ, GIẢI PHÁP"):
        assert heading in told
    rows = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "Người chịu trách nhiệm" in rows
    assert "02/12/2026" in rows


def test_without_hand_ins_there_is_nothing_to_talk_over(school: Path) -> None:
    with pytest.raises(ClassError, match="Chưa thu bài"):
        make_debrief(school, BAI)


def test_commitment_cards_are_kept_and_printed(school: Path) -> None:
    cards = parse("Lê Thị Bình; có người báo vắng; gọi ngay người thay; 1/12\n\n;mất điện;thử máy")
    done = keep_cards(school, cards)
    assert (
        read_cards(school)
        == cards
        == [
            Commitment("Lê Thị Bình", "có người báo vắng", "gọi ngay người thay", "1/12"),
            Commitment("", "mất điện", "thử máy"),
        ]
    )
    words = [c.text for t in docx.Document(str(done.files[1])).tables for c in t._cells]
    assert "gọi ngay người thay." in words
    with pytest.raises(ClassError, match="Dòng 1"):
        parse("chỉ có tên")


CHAT = """[9:15 25/11] Trần Văn Cường: Khi máy in hỏng, tôi sẽ in ở máy khác trước ngày 1/12/2026.
Đỗ Văn Ân: khi lãnh đạo đổi giờ họp,
tôi sẽ báo lại từng người, ghi sổ
Khi mất điện xảy ra thì tôi sẽ thử máy phát"""


def test_cards_from_a_chat_are_read_as_people_write_them() -> None:
    cards = parse(CHAT)
    assert cards == [
        Commitment("Trần Văn Cường", "máy in hỏng", "in ở máy khác", "1/12/2026"),
        Commitment("Đỗ Văn Ân", "lãnh đạo đổi giờ họp", "báo lại từng người, ghi sổ"),
        Commitment("", "mất điện", "thử máy phát"),
    ]
    assert parse("\n".join(one.line for one in cards)) == cards


def test_cards_that_are_pasted_at_the_panel_join_those_collected_and_all_are_printed(
    school: Path, tmp_path: Path
) -> None:
    add_cards(school, parse("Lê Thị Bình; có người báo vắng; gọi ngay người thay; 1/12; anh Long"))
    chosen = Chosen(tmp_path)
    chosen.take(school)
    form = DebriefForm(chosen)
    form._fresh.value = CHAT + "\nlê thị bình: Khi có người báo vắng, tôi sẽ gọi ngay người thay."
    press(form.widget, "Thêm thẻ")
    assert "Đã thêm 3 thẻ; lớp có 4 thẻ" in read(form.widget)
    assert "1 thẻ đã có từ trước" in read(form.widget)
    assert [one.name for one in read_cards(school)][:2] == ["Lê Thị Bình", "Trần Văn Cường"]
    assert form._cards.value.count("\n") == 3
    printed = docx.Document(str(school / "the_cam_ket.docx"))
    assert len(printed.tables) == 4
    for card in printed.tables:
        stays = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in card.rows]
        assert stays == [True] * (len(stays) - 1) + [False], "a card is not torn by a page's end"
    form._fresh.value = "Hứa sẽ cố gắng"
    press(form.widget, "Thêm thẻ")
    assert "chưa rõ khi nào thì làm gì" in read(form.widget)
    assert form._fresh.value == "Hứa sẽ cố gắng"
    assert len(read_cards(school)) == 4
