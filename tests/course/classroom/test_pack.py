"""The trainer's pack: every paper is there and opens, and what the trainer wrote is never lost."""

from __future__ import annotations

import time
from pathlib import Path

import docx
import pytest

from course.classroom.pack import PACK_FOLDER, keep_notes, make_pack, notes_of
from grading.handouts.inject_times import in_time, likely_moments
from grading.handouts.rhythm import bullets, facilitator_text, rhythm, section
from scenarios.case import case_ids, load_case
from scenarios.edition import Edition

from .conftest import BAI

PAPERS = ("01_giao_an", "02_huong_dan_giang_vien", "06_phieu_phan_hoi", "07_the_cam_ket")
LISTED = "08_danh_sach_chung_nhan"
OF_VARIANT = ("03_1_de_bai", "03_2_the_vai", "03_3_the_tinh_tiet", "03_4_phieu_danh_gia")


def words(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([one.text for one in document.paragraphs] + cells)


@pytest.fixture
def pack(school: Path) -> Path:
    began = time.monotonic()
    make_pack(school, BAI)
    assert time.monotonic() - began < 30
    return school / PACK_FOLDER / BAI


def test_every_paper_is_made_and_each_variant_has_its_own(pack: Path) -> None:
    assert all((pack / f"{name}.docx").is_file() for name in (*PAPERS, LISTED))
    assert "Lê Thị Bình" in words(pack / f"{LISTED}.docx")
    variants = sorted(path for path in pack.iterdir() if path.name.startswith("bien_the_"))
    assert len(variants) == 2
    for folder in variants:
        names = {path.stem for path in folder.iterdir()}
        assert names == {*OF_VARIANT, "04_danh_sach_tinh_tiet"}
    templates = {path.stem for path in (pack / "mau_van_ban").iterdir()}
    wanted = load_case("hoi_nghi_dot_xuat", Edition(level="standard", format="m75")).documents
    assert templates == {f"mau_{one.id}" for one in wanted}


def test_no_paper_shows_a_placeholder_and_all_say_that_they_are_fictional(pack: Path) -> None:
    for path in pack.rglob("*.docx"):
        assert "{" not in words(path), path.name
        assert "**" not in words(path), path.name


def test_the_trainers_notes_stand_in_plan_and_guide_after_every_rebuild(
    school: Path, pack: Path
) -> None:
    keep_notes(school, BAI, "Nhắc nhóm hai về con dấu.")
    for _ in range(2):
        make_pack(school, BAI)
        assert notes_of(school, BAI) == "Nhắc nhóm hai về con dấu."
        for name in PAPERS[:2]:
            assert "Nhắc nhóm hai về con dấu." in words(pack / f"{name}.docx")


def test_a_paper_that_the_trainer_has_changed_stays_and_the_new_one_lies_beside(
    school: Path, pack: Path
) -> None:
    path = pack / "01_giao_an.docx"
    document = docx.Document(str(path))
    document.add_paragraph("Tôi đã sửa")
    document.save(str(path))
    done = make_pack(school, BAI)
    assert "01_giao_an.docx" in " ".join(done.details)
    assert "Tôi đã sửa" in words(path)
    keep_notes(school, BAI, "Ghi chú mới")
    make_pack(school, BAI)
    assert "Tôi đã sửa" in words(path)
    assert "Ghi chú mới" in words(pack / "01_giao_an_ban_moi.docx")


@pytest.mark.parametrize("case_id", case_ids())
@pytest.mark.parametrize("minutes", [40, 75, 120, 150])
def test_the_parts_of_a_session_fill_its_minutes(case_id: str, minutes: int) -> None:
    parts = rhythm(load_case(case_id), minutes)
    assert parts[0].start == 0
    assert parts[-1].start + parts[-1].minutes == minutes
    assert all(part.minutes > 0 for part in parts)


def test_injects_stand_in_the_order_in_which_they_come() -> None:
    case = load_case("hoi_nghi_dot_xuat", Edition(level="advanced"))
    likely = likely_moments(case)
    found = in_time(case)
    moments = [likely[one.id] for one in found if one.id in likely]
    assert moments == sorted(moments)
    assert [one.id for one in found if one.id not in likely] == [
        one.id for one in found[len(moments) :]
    ], "what the model work does not bring about comes last"
    names = [one.id for one in found]
    assert names.index("may_tinh_bang") < names.index("mat_dien") < names.index("ra_ngay")


def test_the_guide_is_read_by_its_headings() -> None:
    text = facilitator_text(load_case("hoi_nghi_dot_xuat"))
    assert len(bullets(section(text, "Câu hỏi thảo luận"))) == 4
    assert section(text, "Không có mục này") == ""
