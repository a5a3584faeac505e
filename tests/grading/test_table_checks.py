"""Checks of tables: marks found and false, cells filled in, cells right."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from grading.evidence import Evidence
from grading.figures import Figure
from grading.table_checks import Cells, Filled, Marks
from office_sim.families import Fault
from office_sim.log import EventKind
from office_sim.patterns import Pattern
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work import Work
from scenarios.work_tables import with_cells

CASE = load_case("tham_27_7")
REFERENCE = reference_work(CASE)
RUN = play(CASE, REFERENCE)
FAMILIES = CASE.world.visits.families if CASE.world.visits is not None else ()


def evidence(work: Work) -> Evidence:
    return Evidence(CASE, work, RUN)


def share(kinds: tuple[Fault, ...], marks: Mapping[str, str], work: Work = REFERENCE) -> float:
    changed = with_cells(work, {("ra_soat", row, "loi"): mark for row, mark in marks.items()})
    return Marks(form="marks", kinds=kinds).judge(evidence(changed)).share


def rows(fault: Fault | None) -> list[str]:
    return [one.id for one in FAMILIES if one.fault is fault]


def test_all_found_and_nothing_false_earns_everything() -> None:
    assert share(tuple(Fault), {}) == 1.0


def test_a_fault_left_out_costs_its_share() -> None:
    assert share((Fault.MOVED,), {rows(Fault.MOVED)[0]: ""}) == 0.5


def test_a_false_find_costs_as_much_as_a_fault_left_out() -> None:
    plain = next(one.id for one in FAMILIES if one.fault is None)
    assert share((Fault.MOVED,), {plain: "chuyen_di"}) == 0.5


def test_either_row_of_a_pair_may_be_marked_but_not_both() -> None:
    marked = rows(Fault.DOUBLE)[0]
    person = next(one.person for one in FAMILIES if one.id == marked)
    other = next(one.id for one in FAMILIES if one.person == person and one.id != marked)
    assert share((Fault.DOUBLE,), {marked: "", other: "trung"}) == 1.0
    assert share((Fault.DOUBLE,), {other: "trung"}) == 0.5


def test_a_mark_of_another_kind_is_judged_elsewhere() -> None:
    assert share((Fault.DEATH,), {rows(Fault.MOVED)[0]: ""}) == 1.0


def test_the_wrong_mark_for_a_fault_finds_nothing() -> None:
    assert share((Fault.MOVED,), {rows(Fault.MOVED)[0]: "da_mat"}) == 0.5


def test_an_empty_table_has_shown_nothing() -> None:
    assert share((Fault.DEATH,), {}, Work(case=CASE.id)) == 0.0


def filled(work: Work, letters: int = 1) -> float:
    check = Filled(
        form="filled", table="chon_tham", column="ly_do", when="chon", equals="co", letters=letters
    )
    return check.judge(evidence(work)).share


def test_every_marked_row_must_be_filled_in() -> None:
    row = next(iter(REFERENCE.tables["chon_tham"]))
    assert filled(REFERENCE) == 1.0
    assert filled(with_cells(REFERENCE, {("chon_tham", row, "ly_do"): ""})) == 15 / 16


def test_spaces_are_no_reason_and_a_short_one_is_not_enough() -> None:
    row = next(iter(REFERENCE.tables["chon_tham"]))
    assert filled(with_cells(REFERENCE, {("chon_tham", row, "ly_do"): "   "})) < 1
    assert filled(with_cells(REFERENCE, {("chon_tham", row, "ly_do"): "nghèo"}), letters=8) < 1


def test_no_marked_row_fulfils_nothing() -> None:
    assert filled(Work(case=CASE.id)) == 0.0


@pytest.mark.parametrize(("given", "right"), [("Nội vụ", 1.0), ("nội  vụ", 1.0), ("khác", 0.5)])
def test_cells_are_compared_with_the_file_of_right_texts(
    tmp_path: Path, given: str, right: float
) -> None:
    (tmp_path / "dung.csv").write_text(
        "ma,noi\na,Nội vụ|Phòng Nội vụ\nb,Văn phòng\n", encoding="utf-8"
    )
    work = Work(case="x", tables={"t": {"a": {"noi": given}, "b": {"noi": "Văn phòng"}}})
    check = Cells(form="cells", table="t", column="noi", truth="dung.csv")
    found = Evidence(SimpleNamespace(folder=tmp_path), work, RUN)  # type: ignore[arg-type]
    assert check.judge(found).share == right


@pytest.mark.parametrize(("full", "none", "earned"), [(16, 0, 1.0), (32, 0, 0.5), (100, 50, 0.0)])
def test_a_figure_of_an_event_earns_by_its_size(full: float, none: float, earned: float) -> None:
    pattern = Pattern(kind=EventKind.VISIT_DAY_CLOSED)
    check = Figure(form="figure", event=pattern, detail="made", full=full, none=none)
    assert check.judge(evidence(REFERENCE)).share == earned


def test_a_figure_that_no_event_carries_earns_nothing() -> None:
    pattern = Pattern(kind=EventKind.VISIT_DAY_CLOSED)
    check = Figure(form="figure", event=pattern, detail="khong_co", full=1, none=0)
    assert check.judge(evidence(REFERENCE)).share == 0.0
