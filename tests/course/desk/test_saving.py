"""Saving at the desk: a full disk, a second window, a damaged file; nothing is lost."""

import shutil
from collections.abc import Callable
from datetime import timedelta

import pytest

from course.desk.desk import Desk
from course.desk.refusals import DeskError
from course.desk.saving import Topic
from scenarios.work_file import FILE_NAME, read_work

from .conftest import START, room_at

HOUR = timedelta(hours=1)


def test_a_folder_that_cannot_be_written_is_one_sentence_and_changes_nothing(
    desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    desk.order(room_at(START))
    other = open_desk()
    shutil.rmtree(desk.path.parent)
    desk.path.parent.write_text("a file in the folder's place", encoding="utf-8")
    with pytest.raises(DeskError, match="Chưa lưu được bài"):
        other.order(room_at(START + HOUR))
    assert len(other.orders) == 1


# --- Two windows ------------------------------------------------------------


def test_a_second_window_takes_over_the_newer_work_and_says_so(
    desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    other = open_desk()
    desk.order(room_at(START))
    heard: list[Topic] = []
    other.listen(heard.append)
    with pytest.raises(DeskError, match="đã nạp bản mới hơn"):
        other.order(room_at(START + HOUR))
    assert other.work == desk.work
    assert heard == [Topic.ALL]
    other.order(room_at(START + HOUR))
    assert len(other.orders) == 2


def test_an_answer_typed_in_a_second_window_is_put_on_top_of_the_newer_work(
    desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    other = open_desk()
    desk.order(room_at(START))
    other.answer("so_phieu", "5")
    assert other.work.answers == {"so_phieu": "5"}
    assert other.orders == desk.orders


def test_the_same_answer_written_in_two_windows_is_not_settled_silently(
    desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    other = open_desk()
    desk.answer("so_phieu", "5")
    with pytest.raises(DeskError, match="bản mới hơn"):
        other.answer("so_phieu", "6")
    assert other.work.answers == {"so_phieu": "5"}


def test_looking_for_newer_work(desk: Desk, open_desk: Callable[[], Desk]) -> None:
    other = open_desk()
    assert not other.look_for_newer()
    desk.order(room_at(START))
    assert other.look_for_newer()
    assert other.orders == desk.orders


def test_a_damaged_work_is_said_and_kept(desk: Desk, open_desk: Callable[[], Desk]) -> None:
    (desk.path.parent / FILE_NAME).write_text("{hỏng", encoding="utf-8")
    again = open_desk()
    assert "bị hỏng" in again.notice
    again.order(room_at(START))
    assert read_work(again.path) == again.work
    assert [one.read_text("utf-8") for one in again.path.parent.glob("bai_lam_giu_lai*")] == [
        "{hỏng"
    ]
