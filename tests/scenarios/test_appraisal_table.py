"""Faults spread over three schemes: every question has one, no scheme is both at one question."""

from __future__ import annotations

from collections import Counter

from office_sim.true_table import TrueTable
from scenarios.appraisal_table import appraisal_table
from scenarios.case import load_case
from scenarios.drawing import Drawing
from scenarios.pool import draw, read_pool
from scenarios.variants import all_variants

CASE = load_case("tham_dinh_de_an")
POOL = read_pool(CASE.folder / "doan.toml")
QUESTIONS = {"chuong_trinh", "cap_thiet", "quy_trinh", "nghiem_tuc", "dap_ung", "the_thuc"}


def drawn(seed: str) -> TrueTable:
    entries = tuple(draw(POOL, seed))
    world = CASE.world
    return appraisal_table(Drawing(POOL, entries, world.start, world.calendar, seed))


TABLES = [drawn(str(seed)) for seed in range(60)]


def test_every_question_has_a_fault_and_the_files_have_something_sound() -> None:
    for table in TABLES:
        assert len(table.rows) == 12
        assert all(table.of_kinds((one,)) for one in QUESTIONS)
        assert len(table.of_kinds(("dat",))) >= 3


def test_no_scheme_is_both_sound_and_faulty_at_one_question() -> None:
    for table in TABLES:
        spots = Counter((row.given["ngan"], row.right["khia_canh"]) for row in table.rows)
        assert max(spots.values()) == 1


def test_the_faults_fall_on_other_schemes_and_in_other_numbers() -> None:
    where = [
        tuple(
            sorted((row.given["ngan"], row.right["khia_canh"]) for row in table.of_kinds(("dat",)))
        )
        for table in TABLES
    ]
    assert len(set(where)) > 50
    assert {table.words["so_chua"] for table in TABLES} == {"6", "7", "8", "9"}


def test_the_words_of_a_row_speak_of_its_own_scheme() -> None:
    others = {"nước sạch": "đường ống", "rác thải": "tuyến gom", "vùng chè": "nơi mua chè"}
    for table in TABLES:
        for row in table.of_kinds(("lech_muc_dich",)):
            assert others[row.given["ngan"]] in row.given["doan"]


def test_the_shipped_variants_differ() -> None:
    told = set()
    for one in all_variants(CASE.file):
        true = CASE.in_variant(one.id).true_table("ho_so")
        assert true is not None
        told.add(tuple(sorted(row.given["doan"] for row in true.rows)))
    assert len(told) == len(list(all_variants(CASE.file)))
