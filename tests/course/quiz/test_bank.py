"""Reading question files: all mistakes at once, in words an author can act on."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.quiz import bank
from course.quiz.items import Number
from course.quiz.mistakes import QuestionError

GOOD = """
[[question]]
id = "i-mau"
kind = "single"
points = ["I.1"]
difficulty = 1
source = ["000:44-56"]
stem = "Văn phòng là cơ quan gì?"
choice = [
  { text = "Cơ quan giúp việc trực tiếp", right = true, reason = "Đúng như mục Vị trí." },
  { text = "Cơ quan quyết định thay cấp ủy", reason = "Văn phòng không quyết định thay." },
]
"""


def write(folder: Path, content: str, name: str = "01_mau.toml") -> None:
    (folder / name).write_text("schema = 1\n" + content, encoding="utf-8")


def mistakes_of(folder: Path) -> str:
    with pytest.raises(QuestionError) as caught:
        bank.read(folder)
    return str(caught.value)


def test_a_question_is_found_by_its_id_and_by_its_point(tmp_path: Path) -> None:
    write(tmp_path, GOOD)

    questions = bank.read(tmp_path)

    assert questions["i-mau"].item().stem == "Văn phòng là cơ quan gì?"
    assert [question.id for question in questions.about("I.1")] == ["i-mau"]
    assert questions.about("I.2") == []


def test_all_mistakes_of_all_files_are_told_at_once_with_place_and_mend(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("stem", "de_bai"), "01_a.toml")
    write(tmp_path, GOOD.replace(', reason = "Đúng như mục Vị trí."', ""), "02_b.toml")
    (tmp_path / "03_c.toml").write_text('schema = 1\nstem = "thiếu nháy\n', encoding="utf-8")
    (tmp_path / "04_d.toml").write_bytes(b'schema = 1\ntitle = "\xff"\n')

    told = mistakes_of(tmp_path)

    assert "01_a.toml, câu 1 (i-mau): không có khóa nào tên “de_bai”. Cách sửa:" in told
    assert "01_a.toml, câu 1 (i-mau): thiếu khóa “stem”. Cách sửa: thêm stem" in told
    assert "02_b.toml, câu 1 (i-mau), phương án 1: thiếu khóa “reason”" in told
    assert "03_c.toml, dòng 2, cột" in told
    assert "04_d.toml" in told and "bảng mã UTF-8" in told


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("right = true, ", "", "loại 'single' phải có đúng một phương án right = true, đang có 0"),
        ('kind = "single"', 'kind = "multi"', "không có loại câu hỏi “multi”"),
        ('kind = "single"', "", "thiếu khóa “kind”"),
        ("difficulty = 1", "difficulty = 7", "“difficulty” nằm ngoài khoảng cho phép"),
        ("difficulty = 1", 'difficulty = "dễ"', "“difficulty” phải là số"),
        ('["I.1"]', "[]", "“points” cần ít nhất 1 mục"),
        ('["I.1"]', '"I.1"', "“points” chưa đúng dạng"),
        ("i-mau", "I Mẫu", "id chỉ gồm chữ thường không dấu"),
        ("right = true", 'right = "có"', "“right” phải là true hoặc false"),
        ("Cơ quan quyết định thay cấp ủy", "cơ quan  giúp việc trực tiếp", "có hai lần"),
        ("Văn phòng là cơ quan gì?", "", "“stem” đang để trống"),
        ('"Văn phòng là cơ quan gì?"', "5", "“stem” phải là chữ"),
        ('kind = "single"', 'kind = "several"', "“choice” cần ít nhất 3 mục"),
        ("Văn phòng", "{co_quan}", "biến thể 1 không cho giá trị của {co_quan}"),
    ],
)
def test_a_mistake_of_form_is_told_in_vietnamese(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    write(tmp_path, GOOD.replace(old, new, 1))

    assert told in mistakes_of(tmp_path)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('[[question]]\nid = "a"\n', "thiếu khóa “points”"),
        ("[question]\n", "chưa có câu hỏi nào"),
        ("ten = 1\n" + GOOD, "không có khóa nào tên “ten”"),
        (GOOD + GOOD, "id “i-mau” đã có trong 01_mau.toml"),
        ("question = [1]\n", "câu hỏi phải là một bảng"),
    ],
)
def test_a_mistake_in_the_frame_of_a_file_is_told(tmp_path: Path, content: str, told: str) -> None:
    write(tmp_path, content)

    assert told in mistakes_of(tmp_path)


def test_a_file_without_schema_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(GOOD, encoding="utf-8")

    assert "thiếu schema = 1" in mistakes_of(tmp_path)


def test_decomposed_letters_are_read_as_composed_ones(tmp_path: Path) -> None:
    write(tmp_path, GOOD.replace("Văn", "Va\N{COMBINING BREVE}n"))

    assert bank.read(tmp_path)["i-mau"].item().stem.startswith("Văn phòng")


NUMBER = """
[[question]]
id = "so-nguoi"
kind = "number"
points = ["I.1"]
difficulty = 1
source = ["000:44"]
stem = "Có {a} ủy viên, {b} người vắng. Còn mấy người?"
answer = "{con}"
unit = "người"
reason = "Lấy {a} trừ {b}."

[[question.variant]]
a = 27
b = 4
con = 23

[[question.variant]]
a = 25
b = 2.5
con = 22.5
"""


def test_each_variant_fills_texts_and_numbers(tmp_path: Path) -> None:
    write(tmp_path, NUMBER)

    question = bank.read(tmp_path)["so-nguoi"]

    first, second = question.items
    assert isinstance(first, Number) and isinstance(second, Number)
    assert first.stem == "Có 27 ủy viên, 4 người vắng. Còn mấy người?"
    assert second.reason == "Lấy 25 trừ 2,5."
    assert [first.answer, second.answer] == [23, 22.5]
    assert question.item(2) == first


def test_a_variant_that_lacks_a_value_or_has_one_too_many_is_told(tmp_path: Path) -> None:
    write(tmp_path, NUMBER.replace("con = 22.5", "thua = 1"))

    told = mistakes_of(tmp_path)

    assert "biến thể 2 không cho giá trị của {con}" in told
    assert "biến thể 2 có “thua” nhưng câu hỏi không dùng {thua}" in told


def test_the_version_changes_with_the_words_and_only_with_them(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    before = bank.read(tmp_path)["i-mau"].version
    write(tmp_path, GOOD.replace("difficulty = 1", "difficulty = 2"))
    harder = bank.read(tmp_path)["i-mau"].version
    write(tmp_path, GOOD.replace("Văn phòng là", "Văn phòng đảng ủy là"))
    reworded = bank.read(tmp_path)["i-mau"].version

    assert before == harder != reworded
