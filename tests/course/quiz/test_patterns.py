"""Patterns of choices that give the answer away."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.quiz import check

STEMS = (
    "Ai triệu tập hội nghị?",
    "Đảng phí nộp cho nơi nào trước?",
    "Dấu khẩn đóng ở đâu?",
    "Thời hạn hoàn thành biên bản?",
    "Nơi nhận đơn thư?",
    "Hồ sơ hội nghị lưu tại cơ quan nào?",
    "Danh sách mời trình lên cấp nào?",
    "Chương trình công tác toàn khóa cần chữ ký của đồng chí nào?",
)


def told(folder: Path, questions: str) -> str:
    (folder / "02_mau.toml").write_text("schema = 1\n" + questions, encoding="utf-8")
    return "\n".join(map(str, check.check(folder)[1]))


def single(name: int, lengths: tuple[int, ...], right: int) -> str:
    """A question whose choices have these lengths; `right` is the place of the right one."""
    choices = ",\n".join(
        f'{{ text = "{"A" * length}", reason = "Lý do thứ {place} đủ dài để đọc.", '
        f"right = {str(place == right).lower()} }}"
        for place, length in enumerate(lengths)
    )
    return f"""
[[question]]
id = "cau-{name}"
kind = "single"
points = ["I.1"]
difficulty = 1
source = ["000:44-56"]
stem = "{STEMS[name]}"
choice = [
{choices},
]
"""


def test_a_file_where_the_second_longest_is_nearly_always_right_is_told(tmp_path: Path) -> None:
    lengths = (40, 30, 20, 10)
    orders = [lengths[place % 4 :] + lengths[: place % 4] for place in range(8)]
    found = told(
        tmp_path, "".join(single(n, order, order.index(30)) for n, order in enumerate(orders))
    )

    assert "8 trong 8 câu 4 phương án có đáp án dài thứ 2" in found


def test_a_file_where_the_rank_by_length_changes_is_sound(tmp_path: Path) -> None:
    lengths = (40, 30, 20, 10)

    assert told(tmp_path, "".join(single(n, lengths, n % 4) for n in range(8))) == ""


ORDERING = """
[[question]]
id = "thu-tu"
kind = "ordering"
points = ["IV.1.1"]
difficulty = 1
source = ["000:1343-1345"]
stem = "Sắp bốn vế theo thứ tự."
step = [
  {{ text = "Tuyệt đối trung thành", reason = "Vế mở đầu của câu được dẫn." }},
  {{ text = "{second}", reason = "Vế thứ hai của câu được dẫn." }},
  {{ text = "Tận tụy chu đáo", reason = "Vế thứ ba của câu được dẫn." }},
]
"""


@pytest.mark.parametrize(
    ("second", "mixed"), [("đoàn kết sáng tạo", True), ("Đoàn kết sáng tạo", False)]
)
def test_capitals_must_not_tell_which_step_is_first(
    tmp_path: Path, second: str, mixed: bool
) -> None:
    found = told(tmp_path, ORDERING.format(second=second))

    assert ("có phương án viết hoa, có phương án viết thường" in found) == mixed


ECHO = """
[[question]]
id = "nhai-loi"
kind = "single"
points = ["I.1"]
difficulty = 1
source = ["000:44-56"]
stem = "Thiếu biên bản lấy ý kiến nhân dân hai thôn thì văn phòng làm gì?"
choice = [
  {{ text = "{right}", right = true, reason = "Lý do thứ nhất đủ dài để đọc." }},
  {{ text = "{wrong}", reason = "Lý do thứ hai đủ dài để người học đọc." }},
]
"""


@pytest.mark.parametrize(
    ("right", "wrong", "gives_away"),
    [
        ("Đề nghị lấy ý kiến nhân dân hai thôn đã", "Trình luôn cho kịp hạn của kỳ họp", True),
        ("Đề nghị hỏi dân đủ bước rồi mới trình", "Trình luôn cho kịp hạn của kỳ họp", False),
        (
            "Đề nghị lấy ý kiến nhân dân hai thôn đã",
            "Trình, lấy ý kiến nhân dân hai thôn sau",
            False,
        ),
    ],
)
def test_a_right_choice_that_alone_repeats_the_question_is_told(
    tmp_path: Path, right: str, wrong: str, gives_away: bool
) -> None:
    found = told(tmp_path, ECHO.format(right=right, wrong=wrong))

    assert ("chỉ phương án đúng lặp lại lời hỏi" in found) == gives_away
