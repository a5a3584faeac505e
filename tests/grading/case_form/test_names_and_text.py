"""What a trainer types becomes ids, moments and TOML without a loss, whatever it is."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grading.answers import plain
from grading.case_form.form import FormError
from grading.case_form.moments import moment_text, read_moment
from grading.case_form.names import ids_of, slug
from grading.case_form.toml_text import toml_text
from office_sim.mistakes import Mistake

TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@given(TEXT)
def test_any_text_stands_in_toml_as_it_was_typed(text: str) -> None:
    content = {"a": text, "b": [text, "x"], "c": {"d": text}, "e": [{"f": text, "g": {"h": text}}]}
    assert tomllib.loads(toml_text(content)) == content


@given(st.lists(TEXT, max_size=8))
def test_every_name_has_an_id_of_its_own_that_a_case_takes(names: list[str]) -> None:
    ids = ids_of(names)
    assert set(ids) == set(map(plain, names))
    assert len(set(ids.values())) == len(ids)
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", one) for one in ids.values())


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Báo cáo Thường trực!", "bao_cao_thuong_truc"), ("Đi họp", "di_hop"), ("38 hộ", "m_38_ho")],
)
def test_an_id_is_the_name_without_marks(name: str, expected: str) -> None:
    assert slug(name) == expected


@pytest.mark.parametrize(
    "text",
    ["12/10/2026 08:05", "08:05 12-10-2026", "8h05 ngày 12/10/2026", "8 giờ 05, 12.10.2026",
     "12/10/2026 8g05", "12/10/2026 08:05:00"],
)  # fmt: skip
def test_a_moment_is_read_as_people_write_it(text: str) -> None:
    assert read_moment(text) == datetime(2026, 10, 12, 8, 5)


@pytest.mark.parametrize("text", ["", "12/10/2026", "8h", "31/02/2026 08:00", "12/10/2026 25:00"])
def test_half_a_moment_is_none(text: str) -> None:
    assert read_moment(text) is None


def test_excels_own_rounding_does_not_lose_a_minute() -> None:
    assert moment_text(datetime(2026, 10, 12, 8, 4, 59, 999_000)) == "12/10/2026 08:05"


def test_faults_are_told_in_the_order_in_which_the_form_is_filled_in() -> None:
    places = ["trang Tiêu chí, ô A4", "trang Người, ô B10", "trang Người, ô B4", ""]
    error = FormError([Mistake("mẫu.xlsx", place, "sai", "sửa") for place in places])
    assert [one.place for one in error.mistakes] == [*places[2:0:-1], places[0], ""]
    assert str(error).index("B4") < str(error).index("B10") < str(error).index("A4")
