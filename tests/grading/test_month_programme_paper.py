"""The month's programme in Word: a table is read line by line, whichever sitting was chosen."""

from __future__ import annotations

from pathlib import Path

from grading.document_facts import facts_for, facts_of
from grading.word.check import check_here
from grading.word.office_fields import SAMPLE
from grading.word.ruleset import load_rules
from grading.word.samples import draft_like
from grading.word.write import lay_out
from scenarios.case import load_case
from scenarios.programme_table import OWNERS_VI

CASE = load_case("chuong_trinh_cong_tac")
HEAD = ("TT", "Nội dung", "Nơi chuẩn bị", "Cấp", "Thời gian", "Sản phẩm")
DAYS = {"b1": "8/10/2026", "b2": "22-10-2026", "tt": "Giao ban thứ Hai"}


def lines(last: int = -1) -> list[list[str]]:
    """The programme as people write it: of two sittings the one that stands at `last`."""
    true = CASE.true_table("phan_cong")
    assert true is not None
    found = []
    for number, row in enumerate(true.of_kinds(("vao",)), start=1):
        right = {name: texts[0] for name, texts in row.right.items()}
        owner = OWNERS_VI[right["chu_tri"]][1].split("|")[-1].upper()
        day = DAYS[row.right["phien"][last]]
        cells = (right["ten"], owner, right["cap_viet"], day, right["san_pham_viet"])
        found.append([str(number), *cells])
    return found


def findings(rows: list[list[str]], folder: Path) -> set[str]:
    wanted = next(one for one in CASE.documents if one.id == "chuong_trinh")
    blocks = [
        {"text": "Ban Thường vụ Đảng ủy ban hành chương trình công tác tháng như sau:"},
        {"rows": [HEAD, *rows], "widths": [11, 55, 30, 24, 22, 23]},
        {"text": "Văn phòng Đảng ủy theo dõi, đôn đốc."},
    ]
    words = {"abstract": ["công tác tháng 10 năm 2026 của Ban Thường vụ"], "block": blocks}
    path = lay_out(draft_like("work_programme", words, SAMPLE)).save(folder / "chuong_trinh.docx")
    report = check_here(path, wanted.kind, load_rules(), facts_for(CASE, wanted, facts_of(CASE)))
    return {one.rule for one in report.findings if one.rule.startswith(("says.", "claims."))}


def test_a_table_with_a_line_for_each_matter_has_no_finding(tmp_path: Path) -> None:
    assert findings(lines(), tmp_path) == set()
    assert findings(lines(0), tmp_path) == set()


def test_what_stands_in_another_line_does_not_count(tmp_path: Path) -> None:
    rows = lines()
    for cell, rule in ((2, "noi_chuan_bi"), (4, "thoi_gian"), (5, "san_pham")):
        emptied = [[*row[:cell], "nêu ở phần chung", *row[cell + 1 :]] for row in rows[:1]]
        assert findings([*emptied, *rows[1:]], tmp_path) == {f"says.{rule}"}


def test_a_line_for_what_does_not_belong_is_told(tmp_path: Path) -> None:
    more = ["9", "Dự liên hoan chi bộ", "Văn phòng", "Ban Thường vụ", "8/10/2026", "kết luận"]
    assert findings([*lines(), more], tmp_path) == {"claims.viec_ngoai"}
