"""Trying out beside the work: one change replayed, and the plan on many bad days."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from course.desk.desk import Desk
from course.desk.sturdiness_panel import SturdinessPanel
from course.desk.trial_panel import TrialPanel
from course.desk.what_if_panel import WhatIfPanel
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.sturdiness import measure_sturdiness
from scenarios.work_file import FILE_NAME

from . import seen
from .conftest import play_reference, room_at

AN_ID = re.compile(r"\b(?!bai_lam)[a-z]+_[a-z_]+\b")


@pytest.fixture
def played(desk: Desk) -> Desk:
    play_reference(desk)
    return desk


def test_an_order_at_another_hour_is_shown_beside_the_work(played: Desk) -> None:
    before = played.path.read_bytes()
    page = WhatIfPanel(played).widget
    seen.pick(page, "Việc", "Gửi giấy mời")
    assert seen.field(page, "Lúc").value == "17:45"
    seen.field(page, "Lúc").value = "18:30"
    seen.press(page, "Chạy thử")
    told = seen.text(page)
    assert "Nếu việc “Gửi giấy mời” được giao từ 18:30 Thứ Ba 22/9." in told
    assert "Hai lần chạy, đặt cạnh nhau" in told
    assert "Hội nghị khai mạc 08:00, đúng giờ" in told
    assert re.search(r"17:55 \S+ \S+ \S+ Giấy mời được gửi tới 9 người .* muộn hơn 50 phút", told)
    assert told.count("Giấy mời được gửi tới") == 2
    assert played.path.read_bytes() == before
    assert not AN_ID.findall(told)


def test_leaving_out_the_calls_shows_the_meeting_that_was_not_held(played: Desk) -> None:
    page = WhatIfPanel(played).widget
    seen.choose(page, "Không giao một việc")
    seen.pick(page, "Việc", "Gọi điện xác nhận")
    seen.press(page, "Chạy thử")
    told = seen.text(page)
    assert "Hội nghị khai mạc 08:00, đúng giờ không mở được" in told
    assert "chỉ có khi đổi" in told
    assert "không còn" in told


def test_another_person_and_another_choice_can_be_tried(played: Desk) -> None:
    page = WhatIfPanel(played).widget
    seen.choose(page, "Giao một việc cho người khác")
    seen.pick(page, "Việc", "Lo hậu cần")
    seen.press(page, "Chạy thử")
    assert "Anh/chị chọn người làm việc ấy." in seen.text(page)
    seen.pick(page, "Ai làm", "Phạm Đức Long")
    seen.press(page, "Chạy thử")
    assert "giao cho chuyên viên tổng hợp Phạm Đức Long" in seen.text(page)
    seen.choose(page, "Chọn cách khác ở một tình tiết")
    seen.pick(page, "Tình tiết", "Hai nơi cùng cần phòng")
    seen.pick(page, "Cách khác", "báo Mặt trận tự thu xếp")
    seen.press(page, "Chạy thử")
    told = seen.text(page)
    assert "Ở tình tiết “Hai nơi cùng cần phòng”, nếu chọn:" in told
    assert "Bà con tới nơi mới biết phải về" in told


def test_what_is_missing_is_said_and_an_office_that_has_not_run_has_nothing_to_try(
    desk: Desk,
) -> None:
    page = WhatIfPanel(desk).widget
    seen.press(page, "Chạy thử")
    assert "Anh/chị cho văn phòng chạy một đoạn đã" in seen.text(page)
    desk.advance()
    seen.press(page, "Chạy thử")
    assert "Anh/chị chọn một việc đã giao." in seen.text(page)


def test_an_old_result_is_marked_when_the_work_changes(desk: Desk) -> None:
    desk.order(room_at(desk.earliest))
    desk.advance()
    page = WhatIfPanel(desk).widget
    seen.choose(page, "Không giao một việc")
    seen.pick(page, "Việc", "Đặt phòng họp")
    seen.press(page, "Chạy thử")
    desk.advance()
    assert "Bài đã thay đổi từ lần thử này" in seen.text(page)


def test_the_plan_is_tried_on_bad_days_as_the_command_does(played: Desk) -> None:
    page = SturdinessPanel(played, runs=30).widget
    seen.press(page, "Thử sức kế hoạch")
    found = measure_sturdiness(played.case, played.work, 30)
    told = seen.text(page)
    assert f"Khai mạc đúng giờ, đủ người: {found.on_time}/30 lượt" in told
    assert "Dừng" not in seen.labels(page)
    shown = next(
        one.value for one in seen.parts(page) if "vp-desk-bars" in getattr(one, "value", "")
    )
    assert shown.count("<rect") == 2 * (1 + len(found.causes))


def test_the_trial_leaves_the_page_free_and_can_be_stopped(played: Desk) -> None:
    panel = SturdinessPanel(played, runs=5000)

    async def click_and_stop() -> list[str]:
        heard = []
        seen.press(panel.widget, "Thử sức kế hoạch")
        assert seen.button(panel.widget, "Thử sức kế hoạch").disabled
        for _ in range(3):
            await asyncio.sleep(0.1)
            heard.append(seen.text(panel.widget))
        seen.press(panel.widget, "Dừng")
        return heard

    heard = asyncio.run(click_and_stop())
    assert all("Số lượt đã chạy" in words for words in heard)
    assert heard[0] != heard[-1]
    told = seen.text(panel.widget)
    assert "Đã dừng" in told
    assert re.search(r"Khai mạc đúng giờ, đủ người: \d+/\d+ lượt", told)


def test_a_change_of_the_work_ends_the_trial(played: Desk) -> None:
    panel = SturdinessPanel(played, runs=5000)

    async def click_and_change() -> None:
        seen.press(panel.widget, "Thử sức kế hoạch")
        await asyncio.sleep(0.1)
        played.rewind(played.case.world.start)

    asyncio.run(click_and_change())
    assert "Bài đã thay đổi từ lần thử này" in seen.text(panel.widget)
    assert not seen.button(panel.widget, "Thử sức kế hoạch").disabled


def test_an_undecided_plan_is_told_what_to_do_first(desk: Desk) -> None:
    page = SturdinessPanel(desk, runs=5).widget
    seen.press(page, "Thử sức kế hoạch")
    assert "Nhiều lượt dừng ở tình tiết anh/chị chưa quyết định." in seen.text(page)


def test_both_trials_stand_behind_one_tab_and_serve_the_visits_too(tmp_path: Path) -> None:
    case = load_case("tham_27_7")
    work = reference_work(case).model_copy(update={"position": case.world.end})
    (tmp_path / FILE_NAME).write_text(work.to_json(), encoding="utf-8")
    page: Any = TrialPanel(Desk.open("tham_27_7", folder=tmp_path)).widget
    seen.choose(page, "Không giao một việc")
    seen.pick(page, "Việc", "Đặt xe")
    seen.press(page, "Chạy thử")
    assert "Thăm đúng hẹn" in seen.text(page)
    assert not AN_ID.findall(seen.text(page))
    seen.choose(page, "Kế hoạch có vững không")
    assert "Thử sức kế hoạch" in seen.labels(page)
    assert "Chạy thử" not in seen.labels(page)
