"""What lesson 2.3 lets one try: a quarter's money when a sudden meeting comes."""

from __future__ import annotations

import pytest

from course import coverage
from course.coverage import Use
from course.part_ii import delegation, quarter, quarter_board

MOVES = {move.id: move for move in quarter.load().move}


def told(percent: int, *moves: str) -> str:
    return quarter_board.told(percent, [MOVES[one] for one in moves])


def test_every_point_about_money_and_property_is_taught_and_asked() -> None:
    found = coverage.compute()
    wanted = {one.id for one in found.points if one.id.startswith("II.2.1")}

    assert len(wanted) == 6
    assert wanted <= found.covered(Use.TAUGHT) & found.covered(Use.ASKED)


def test_without_a_reserve_the_sudden_meeting_waits_for_money() -> None:
    assert "thiếu 9.500.000 đồng" in told(0)


@pytest.mark.parametrize("move", ["truc-tuyen", "lui-ban-ghe"])
def test_a_reserve_and_one_honest_move_pay_for_the_meeting(move: str) -> None:
    assert "Họp được ngay: phần để riêng có 12.000.000 đồng" in told(20, move)


def test_setting_aside_without_moving_anything_leaves_the_plan_short() -> None:
    assert quarter.balance(20).is_short
    assert "việc trong kế hoạch thiếu 6.000.000 đồng" in told(20)


def test_a_reserve_a_little_too_small_is_told_to_the_dong() -> None:
    assert "thiếu 500.000 đồng" in told(15, "truc-tuyen")


@pytest.mark.parametrize("move", ["cat-hoi-nghi", "ghi-khac"])
def test_a_bad_move_frees_no_money_and_is_told(move: str) -> None:
    assert quarter.balance(10, [move]) == quarter.balance(10)
    assert MOVES[move].says in told(20, "truc-tuyen", move)
    assert "không được phép hoặc cắt sai chỗ" in told(20, "truc-tuyen", move)


def test_the_money_is_never_more_than_there_is() -> None:
    own = quarter.load()
    for percent in quarter_board.SHARES:
        now = quarter.balance(percent, MOVES)
        assert now.reserve + now.planned + now.free == own.total
        assert now.ready <= own.total


def test_the_board_answers_when_one_chooses() -> None:
    share, ticks, shown = quarter_board.widget().children

    share.value = 20
    assert "thiếu 6.000.000 đồng" in shown.value
    ticks.children[0].value = True

    assert "Họp được ngay" in shown.value


def test_the_picture_has_words_for_those_who_do_not_see_it() -> None:
    assert "đại diện chủ sở hữu" in delegation.picture()
    assert "Cần đối chiếu bản gốc" in delegation.picture()
