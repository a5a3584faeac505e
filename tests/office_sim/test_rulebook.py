"""The rulebook: every rule loads, says where it comes from, and is where the code looks for it."""

import ast
import re
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from office_sim import rulebook
from office_sim.rulebook import UNCONFIRMED_VI, Rule, RulebookError, read_rules

RULES = list(rulebook.load())
ROOMS = ("office_sim", "scenarios", "grading", "course")
GOOD = """
[[rule]]
id = "X01"
title = "Tên"
text = "Lời."
source = "Nguồn"
confidence = "S"
"""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_says_what_it_is_and_where_it_stands(rule: Rule) -> None:
    assert rulebook.load()[rule.id] is rule
    assert rule.title.strip() == rule.title
    assert rule.text.endswith((".", "”", ")", "…"))
    assert rule.source in rule.citation
    assert (UNCONFIRMED_VI in rule.citation) is (rule.confidence in ("C", "D"))
    assert rule.confirmed is (rule.confidence not in ("C", "D"))


def test_the_expected_families_of_rules_are_there() -> None:
    ids = {rule.id for rule in RULES}
    assert {f"R{n:02d}" for n in range(1, 25)} <= ids
    assert {f"D{n:02d}" for n in range(1, 30)} <= ids
    assert {"V01", "G01", "P01", "DL01", "DL03", "DL04", "HN01"} <= ids
    assert len(ids) == len(RULES)


@pytest.mark.parametrize(
    ("rule_id", "limits"),
    [
        ("R01", (120, 120, "phút")),
        ("R09", (5, 7, "ngày")),
        ("R10", (3, 5, "ngày")),
        ("R11", (5, 7, "ngày")),
        ("R12", (3, 5, "ngày")),
        ("R13", (2, 2, "bản")),
    ],
)
def test_numbers_of_the_course_text_are_as_it_gives_them(
    rule_id: str, limits: tuple[int, int, str]
) -> None:
    rule = rulebook.load()[rule_id]
    assert (rule.minimum, rule.maximum, rule.unit) == limits


def test_rules_of_a_new_document_hold_from_its_day_on() -> None:
    new = rulebook.load()["V01"]
    assert not new.is_in_force(date(2026, 1, 8))
    assert new.is_in_force(date(2026, 1, 9))
    assert new.is_in_force(date(2030, 1, 1))


@pytest.mark.parametrize(
    ("first", "last", "day", "holds"),
    [
        (None, None, date(2026, 9, 1), True),
        (date(2026, 9, 2), None, date(2026, 9, 1), False),
        (date(2026, 9, 1), date(2026, 9, 1), date(2026, 9, 1), True),
        (None, date(2026, 8, 31), date(2026, 9, 1), False),
    ],
)
def test_both_ends_of_its_time_in_force_belong_to_it(
    first: date | None, last: date | None, day: date, holds: bool
) -> None:
    rule = Rule(
        id="X01",
        title="a",
        text="b",
        source="c",
        confidence="A",
        in_force_from=first,
        in_force_to=last,
    )
    assert rule.is_in_force(day) is holds


def test_an_unknown_rule_is_named() -> None:
    with pytest.raises(RulebookError, match="không có mục “Z99”"):
        rulebook.load()["Z99"]
    assert "Z99" not in rulebook.load()


def test_a_rule_without_a_share_says_so() -> None:
    assert rulebook.load()["DL04"].share == Fraction(2, 3)
    with pytest.raises(ValueError, match="R01 không nêu tỷ lệ"):
        _ = rulebook.load()["R01"].share


def _named_in_code() -> set[str]:
    """Rule ids that stand as texts in the code of the rooms."""
    root = Path(rulebook.__file__).parents[2]
    found: set[str] = set()
    for room in ROOMS:
        for file in (root / room).rglob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found |= set(re.findall(r"^(?:R|DL|HN)\d{2}$", node.value))
    return found


def test_every_rule_that_the_code_names_is_in_the_rulebook() -> None:
    named = _named_in_code()
    assert {"DL03", "DL04"} <= named
    assert named <= {rule.id for rule in RULES}


def test_all_mistakes_of_all_files_are_told_at_once_with_file_and_place(tmp_path: Path) -> None:
    (tmp_path / "good.toml").write_text("schema = 1\n" + GOOD, encoding="utf-8")
    (tmp_path / "broken.toml").write_text("schema = 1\n[[rule]\n", encoding="utf-8")
    (tmp_path / "latin.toml").write_bytes("schema = 1 # Đ".encode("utf-16"))
    (tmp_path / "wrong.toml").write_text(
        "schema = 1\n"
        + GOOD
        + GOOD.replace("X01", "X02").replace('"S"', '"Z"')
        + GOOD.replace("X01", "X03") + 'minium = 3\n'
        + GOOD.replace("X01", "X04") + "minimum = 3\nmaximum = 2\nunit = 'ngày'\n"
        + GOOD.replace("X01", "X05") + "minimum = 3\n"
        + GOOD.replace("X01", "X06") + "numerator = 1\n"
        + GOOD.replace("X01", "X07") + "in_force_from = 2026-02-01\nin_force_to = 2026-01-01\n"
        + GOOD.replace("Nguồn", " ").replace("X01", "X08"),
        encoding="utf-8",
    )  # fmt: skip
    (tmp_path / "twice.toml").write_text("schema = 1\n" + GOOD, encoding="utf-8")
    (tmp_path / "note.txt").write_text("not a rule", encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        read_rules(tmp_path)
    told = [(one.file, one.place, one.problem) for one in caught.value.mistakes]
    assert ("broken.toml", "dòng 2, cột 7", "không đọc được tệp theo dạng TOML") in told
    assert ("latin.toml", "", "không đọc được tệp theo dạng TOML") in told
    assert ("twice.toml", "rule “X01”", "mã “X01” dùng hai lần") in told
    places = {place: problem for file, place, problem in told if file == "wrong.toml"}
    assert "giá trị “Z” không dùng được" in places["rule “X02”, confidence"]
    assert "không có mục nào tên như vậy" in places["rule “X03”, minium"]
    assert places["rule “X04”"] == "minimum lớn hơn maximum"
    assert places["rule “X05”"] == "có minimum hoặc maximum mà thiếu unit"
    assert places["rule “X06”"] == "chỉ có một nửa tỷ lệ"
    mends = {one.place: one.mend for one in caught.value.mistakes}
    assert mends["rule “X04”"] == "đổi chỗ hai số"
    assert places["rule “X07”"] == "in_force_from muộn hơn in_force_to"
    assert "rule “X08”, source" in places
    assert str(caught.value).startswith(f"Sổ quy tắc có {len(told)} lỗi:\n- ")


def test_rules_that_are_all_right_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("schema = 1\n" + GOOD, encoding="utf-8")
    assert [rule.id for rule in read_rules(tmp_path)] == ["X01"]
