"""The checker of question files: what it lets through and what it finds."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.quiz import bank, check, sources
from course.quiz.mistakes import Mistake

FILES = sorted(path.name for path in bank.FOLDER.glob("*.toml"))


def question(name: str, stem: str, rights: str = "Đáp án đúng", **changes: str) -> str:
    text = f"""
[[question]]
id = "{name}"
kind = "single"
points = ["I.1"]
difficulty = 1
source = ["000:44-56", "R07"]
stem = "{stem}"
choice = [
  {{ text = "Phương án sai thứ nhất", reason = "Lý do thứ nhất đủ dài để đọc." }},
  {{ text = "{rights}", right = true, reason = "Lý do thứ hai đủ dài để đọc." }},
  {{ text = "Phương án sai", reason = "Lý do thứ ba đủ dài để đọc." }},
]
"""
    for old, new in changes.items():
        text = text.replace({"point": '["I.1"]', "source": '"R07"'}.get(old, old), new)
    return text


def found_in(folder: Path, *questions: str) -> list[Mistake]:
    content = "schema = 1\n" + "".join(questions)
    (folder / "01_mau.toml").write_text(content, encoding="utf-8")
    return check.check(folder)[1]


def told(mistakes: list[Mistake]) -> str:
    return "\n".join(map(str, mistakes))


@pytest.mark.parametrize("file", FILES)
def test_a_question_file_of_the_kit_has_no_mistake(file: str) -> None:
    _, found = check.check()

    assert told(check.only([file], found)) == ""


def test_a_sound_question_has_no_mistake(tmp_path: Path) -> None:
    assert found_in(tmp_path, question("a", "Văn phòng cấp ủy ở vị trí nào?")) == []


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"point": '["I.99"]'}, "không có điểm nội dung “I.99”"),
        ({"source": '"R99"'}, "nguồn “R99” không có trong sổ quy tắc"),
        ({"000:44-56": "000:1360-1400"}, "nằm ngoài tài liệu (Chuyên đề 7 có 1367 dòng)"),
        ({"000:44-56": "000:56-44"}, "nằm ngoài tài liệu"),
        ({"000:44-56": "002:1"}, "nguồn “002:1” không có"),
        ({"Lý do thứ ba đủ dài để đọc.": "Sai."}, "lý do “Sai.” quá ngắn"),
        ({"thứ ba đủ": "thứ hai đủ"}, "hai phương án dùng chung một lý do"),
        ({"Phương án sai thứ nhất": "Tất cả các phương án trên"}, "dựa vào vị trí"),
        ({"Phương án sai thứ nhất": "Cả A và C"}, "dựa vào vị trí"),
        ({"Lý do thứ ba đủ dài để đọc.": "Phương án sai thứ hai"}, ""),
        ({"Phương án sai thứ nhất": "Uỷ ban nhân dân hoà giải"}, "“Uỷ” bỏ dấu theo lối cũ"),
        ({"Phương án sai thứ nhất": "Thuở hoàn tất, quý, quỹ, quỳ, ngoài"}, ""),
    ],
)
def test_a_mistake_of_content_is_found(tmp_path: Path, changes: dict[str, str], words: str) -> None:
    found = found_in(tmp_path, question("a", "Văn phòng cấp ủy ở vị trí nào?", **changes))

    assert words in told(found)
    assert bool(found) == bool(words)


STEMS = (
    "Ai triệu tập hội nghị?",
    "Đảng phí nộp cho nơi nào trước?",
    "Dấu khẩn đóng ở đâu?",
    "Thời hạn hoàn thành biên bản?",
    "Nơi nhận đơn thư?",
    "Ai ký chương trình công tác toàn khóa?",
)


def test_a_file_where_the_longest_is_mostly_right_is_told(tmp_path: Path) -> None:
    longest = "Một phương án đúng dài hơn các phương án"
    rights = [longest] * 4 + ["Ngắn", "Ngắn"]
    found = found_in(
        tmp_path,
        *(question(f"q{place}", stem, rights[place]) for place, stem in enumerate(STEMS)),
    )

    assert "4 trong 6 câu một đáp án có phương án đúng dài nhất" in told(found)


def test_a_file_where_the_shortest_is_mostly_right_is_told(tmp_path: Path) -> None:
    found = found_in(
        tmp_path, *(question(f"q{place}", stem, "Ngắn") for place, stem in enumerate(STEMS))
    )

    assert "6 trong 6 câu một đáp án có phương án đúng ngắn nhất" in told(found)


def test_a_file_where_the_right_one_stands_in_the_same_place_is_told(tmp_path: Path) -> None:
    found = found_in(tmp_path, *(question(f"q{place}", stem) for place, stem in enumerate(STEMS)))

    assert "6 trong 6 câu một đáp án có phương án đúng ở vị trí 2" in told(found)


def test_one_right_choice_that_is_much_longer_is_told(tmp_path: Path) -> None:
    found = found_in(tmp_path, question("a", STEMS[0], "Phương án đúng " * 4))

    assert "câu a: phương án đúng dài hơn hẳn" in told(found)


def test_the_same_question_twice_is_told(tmp_path: Path) -> None:
    found = found_in(
        tmp_path,
        question("a", "Ai triệu tập hội nghị ban thường vụ đảng ủy xã?"),
        question("b", "Ai triệu tập hội nghị của ban thường vụ đảng ủy xã ?"),
        question("c", "Ai triệu tập hội nghị đảng ủy xã, khi nào, ở đâu?"),
    )

    assert told(found) == (
        "01_mau.toml, câu b: gần như trùng với câu a (01_mau.toml). "
        "Cách sửa: bỏ một câu, hoặc hỏi một khía cạnh khác."
    )


def test_only_the_named_files_are_shown() -> None:
    one, other = Mistake("01_a.toml", "", "x", "y"), Mistake("02_b.toml", "", "x", "y")

    assert check.only(["course/questions/01_a.toml"], [one, other]) == [one]
    assert check.only(["02_b"], [one, other]) == [other]
    assert check.only([], [one, other]) == [one, other]


def test_a_citation_gathers_lines_and_keeps_the_order_of_rules() -> None:
    line = sources.citation(["000:44-56", "R07", "000:82", "001:421"])

    assert line == (
        "Chuyên đề 7, dòng 166; Chuyên đề 7, dòng 44-56, 82; "
        "Báo cáo giao ban 6 tháng đầu năm 2023, dòng 421"
    )


def test_a_citation_of_an_unconfirmed_rule_says_so() -> None:
    assert sources.citation(["D23"]).endswith("(cần đối chiếu bản gốc)")
    assert not sources.is_confirmed("D23")
    assert sources.is_confirmed("R07") and sources.is_confirmed("000:90")


def test_a_question_can_say_itself_that_the_original_must_be_checked() -> None:
    line = sources.citation(["000:250-252"], check_original=True)

    assert line == "Chuyên đề 7, dòng 250-252 (cần đối chiếu bản gốc)"


@pytest.mark.parametrize(
    ("stem", "doubtful"),
    [
        ("Việc xong từ tháng 3 năm ngoái thì nộp lưu chưa?", True),
        ("Việc xong từ tháng 3/2025, nay là tháng 9/2026, thì nộp lưu chưa?", False),
    ],
)
def test_a_term_counted_from_a_day_that_moves_is_told(
    tmp_path: Path, stem: str, doubtful: bool
) -> None:
    asked = question("a", stem, rights="Nộp, vì đã quá 1 năm kể từ khi xong việc")

    assert ("tính thời hạn từ" in told(found_in(tmp_path, asked))) == doubtful
