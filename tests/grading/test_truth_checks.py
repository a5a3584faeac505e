"""Checks against the hidden truth: shares, false claims, slips, words, order, clashes."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from grading.cell_compare import is_right
from grading.evidence import Evidence
from grading.explained import explained
from grading.rubric import load_rubric
from grading.score import judged as judged_work
from grading.score import score
from grading.truth_checks import AnyTruthCheck, Mentions, NoClash, Ordered, Right
from office_sim.true_table import TrueRow, TrueTable
from scenarios.case import load_case
from scenarios.edits import Edit, edited, reference_work
from scenarios.table_file import ColumnText, TableText
from scenarios.work import Work

COLUMNS = (
    ColumnText(id="loai", title="Loại", kind="text"),
    ColumnText(id="tt", title="Thứ tự", kind="number"),
    ColumnText(id="ly_do", title="Lý do", kind="text"),
)
TABLE = TableText(id="t", phase="p", title="T", rows="pool:x.toml", column=COLUMNS)  # type: ignore[call-arg]
TRUE = TrueTable(
    {"viec": "Việc"},
    (
        TrueRow(
            "h01",
            {"viec": "Việc thứ nhất rất dài"},
            {"loai": ("a",), "tt": ("1",)},
            frozenset({"k"}),
            slips={"voi": {"loai": "b"}},
        ),
        TrueRow("h02", {"viec": "Việc thứ hai cũng dài"}, {"loai": ("b", "bê"), "tt": ("2",)}),
        TrueRow(
            "h03",
            {"viec": "Việc thứ ba"},
            {"loai": ("c",), "tt": ("2",), "ly_do": ("vì mưa lớn",)},
            mentions={"ly_do": ("mưa|bão", "đường")},
        ),
    ),
    {"voi": "làm vội"},
)
CASE = SimpleNamespace(true_table=lambda _: TRUE, table=lambda _: TABLE)


def judged(check: AnyTruthCheck, **cells: tuple[str, str, str]) -> tuple[float, str]:
    rows: dict[str, dict[str, str]] = {}
    for column, texts in cells.items():
        for row, text in zip(("h01", "h02", "h03"), texts, strict=True):
            rows.setdefault(row, {})[column] = text
    work = Work(case="x", tables={"t": rows} if rows else {})
    run = SimpleNamespace(finished=True)
    verdict = check.judge(Evidence(CASE, work, run))  # type: ignore[arg-type]
    return round(verdict.share, 2), verdict.told


def right(**more: object) -> Right:
    return Right.model_validate({"form": "right", "table": "t", "column": "loai", **more})


def test_every_right_cell_counts_and_either_of_two_right_texts_will_do() -> None:
    assert judged(right(), loai=("a", "Bê", "c"))[0] == 1
    assert judged(right(), loai=("a", "x", ""))[0] == 0.33


def test_an_empty_table_shows_nothing() -> None:
    assert judged(right()) == (0, "")


def test_what_is_told_names_a_place_and_not_the_answer() -> None:
    told = judged(right(), loai=("b", "b", "c"))[1]
    assert (
        "“Loại” còn 1 hàng chưa ghi hoặc chưa đúng; trước hết xem lại hàng 1 (“Việc thứ nhất"
        in told
    )
    assert "1 hàng có vẻ làm vội" in told
    assert "“a”" not in told


def test_the_same_answer_everywhere_earns_nothing_where_it_is_exclusive() -> None:
    assert judged(right(kinds=["k"], exclusive=True), loai=("a", "a", "a"))[0] == 0
    assert judged(right(kinds=["k"]), loai=("a", "a", "a"))[0] == 1


def test_guessing_earns_nothing_below_its_share() -> None:
    assert judged(right(none=0.5), loai=("a", "x", "x"))[0] == 0
    assert judged(right(none=0.5), loai=("a", "b", "x"))[0] == 0.33


def test_words_must_speak_of_everything_and_be_more_than_a_word() -> None:
    check = Mentions(form="mentions", table="t", column="ly_do", kinds=("*",), letters=8)
    assert judged(check, ly_do=("đủ chữ rồi nhé", "đủ chữ rồi nhé", "Bão làm sạt đường"))[0] == 1
    assert judged(check, ly_do=("đủ chữ rồi nhé", "đủ chữ rồi nhé", "trời mưa quá"))[0] == 0.83
    assert judged(check, ly_do=("ngắn", "ngắn", "ngắn"))[0] == 0


def test_the_order_counts_pair_by_pair_and_equal_ones_may_swap() -> None:
    check = Ordered(form="ordered", table="t", column="tt")
    assert judged(check, tt=("1", "2", "3"))[0] == 1
    assert judged(check, tt=("1", "3", "2"))[0] == 1
    share, told = judged(check, tt=("2", "1", "3"))
    assert share == 0.5
    assert "hàng 1 và 2" in told
    assert judged(check, tt=("", "1", "3"))[0] == 0


def test_rows_that_meet_in_all_columns_clash_and_so_does_an_empty_one() -> None:
    check = NoClash(form="no_clash", table="t", columns=("loai", "tt"))
    assert judged(check, loai=("a", "a", "b"), tt=("1", "2", "1"))[0] == 1
    assert judged(check, loai=("a", "A ", "b"), tt=("1", "1", "1"))[0] == 0.33
    assert judged(check, loai=("a", "b", ""), tt=("1", "2", "3"))[0] == 0.67


@pytest.mark.parametrize(
    ("kind", "unit", "given", "wanted", "same"),
    [
        ("number", "đồng", "1.500.000", "1500000", True),
        ("number", "đồng", "1,5 triệu đồng", "1500000", True),
        ("number", "người", "27 người", "27", True),
        ("number", "%", "12,50 %", "12,5", True),
        ("number", "", "0", "", False),
        ("date", "", "5/10", "05/10/2026", True),
        ("date", "", "thứ Hai, 05-10-2026", "05/10/2026", True),
        ("date", "", "ngày 5 tháng 10 năm 2026", "05/10/2026", True),
        ("date", "", "10/5/2026", "05/10/2026", False),
        ("date", "", "31/9", "30/09/2026", False),
        ("time", "", "7h30", "07:30", True),
        ("text", "", "Ủy ban  Kiểm tra.", "Uỷ ban kiểm tra", True),
    ],
)
def test_cells_are_read_as_people_write_them(
    kind: str, unit: str, given: str, wanted: str, same: bool
) -> None:
    column = ColumnText.model_validate({"id": "x", "title": "X", "kind": kind, "unit": unit})
    assert is_right(column, given, [wanted]) is same


def test_a_finding_on_a_table_says_where_and_the_word_after_hand_in_says_what() -> None:
    case = load_case("don_thu")
    work = edited(case, reference_work(case), Edit(slips={"so_don": ("ngay_lich",)}))
    finding = score(case, work).finding("D09")
    assert finding is not None
    assert "xem lại hàng 1" in finding.why
    assert "thứ Bảy, Chủ nhật" in finding.why
    criterion = next(one for one in load_rubric(case.folder).criteria if one.id == "D09")
    lines = explained(judged_work(case, work).evidence, criterion)
    true = case.true_table("so_don")
    assert true is not None
    right_day = true.rows[0].right["han"][0]
    assert right_day in lines[0]
    assert right_day not in finding.why
    assert explained(judged_work(case, reference_work(case)).evidence, criterion) == []
