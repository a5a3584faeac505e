"""The views of a run at any moment: slider, register, timeline, routes; the work stays as it is."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from course.desk import timeline
from course.desk.desk import Desk
from course.desk.events_panel import EventsPanel
from course.desk.paper_register import paper_register
from course.desk.routes import routes
from course.desk.routes_view import routes_view
from course.desk.turning_points import turning_points
from course.desk.view import View, moments
from course.desk.whereabouts import phase_number
from office_sim.log import EventKind
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME

from . import seen
from .conftest import play_reference

AN_ID = re.compile(r"\b(?!bai_lam)[a-z]+_[a-z_]+\b")


def desk_at_end(case_id: str, folder: Path, variant: str = "") -> Desk:
    """A desk with the reference work, watched to its end."""
    case = load_case(case_id, variant)
    work = reference_work(case).model_copy(update={"position": case.world.end})
    (folder / FILE_NAME).write_text(work.to_json(), encoding="utf-8")
    return Desk.open(case_id, variant, folder)


@pytest.fixture
def visits(tmp_path: Path) -> Desk:
    return desk_at_end("tham_27_7", tmp_path)


def first(desk: Desk, kind: EventKind) -> datetime:
    return desk.run.office.events(kind)[0].at


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_a_view_of_a_past_moment_is_the_beginning_of_the_run(desk: Desk) -> None:
    play_reference(desk)
    moment = first(desk, EventKind.PAPER_REGISTERED)
    past = View.of(desk, moment)
    assert list(past.run.log) == [event for event in desk.run.log if event.at <= moment]
    assert past.now == moment


def test_nothing_is_seen_of_what_was_not_lived_through(desk: Desk) -> None:
    desk.advance()
    later = View.of(desk, desk.now + timedelta(hours=5))
    assert later.now == desk.now
    assert later.run is desk.run


def test_a_paper_is_in_the_register_from_the_moment_it_got_its_number(desk: Desk) -> None:
    play_reference(desk)
    moment = first(desk, EventKind.PAPER_REGISTERED)
    before = words(paper_register(View.of(desk, moment - timedelta(minutes=1))))
    after = words(paper_register(View.of(desk, moment)))
    assert "Lúc này chưa văn bản nào được vào sổ." in before
    assert "Số 18-GM/ĐU 17:45 Thứ Ba 22/9 Giấy mời dự hội nghị" in after
    assert "GM số 17" in after
    whole = words(paper_register(View.of(desk)))
    assert "qua hệ thống gửi nhận văn bản" in whole
    assert "phó bí thư thường trực Lê Thị Hạnh, 10:50 Thứ Tư 23/9" in whole


def test_rooms_and_papers_are_on_the_timeline_beside_the_people(desk: Desk) -> None:
    play_reference(desk)
    view = View.of(desk)
    told = words(timeline.in_words(view))
    assert "Phòng họp có việc lúc nào" in told
    assert "Hội trường tầng 1 hội nghị Ban Thường vụ" in told
    assert "Giấy mời dự hội nghị đã soạn 16:15 Thứ Ba 22/9; đã trình" in told
    steps = [step.text for step in timeline.paper_steps(view) if step.name.startswith("Giấy mời")]
    assert steps == ["đã soạn", "đã trình", "đã ký", "đã đóng dấu", "đã vào sổ"]


def test_the_slider_moves_every_view_and_leaves_the_work_alone(desk: Desk) -> None:
    play_reference(desk)
    before = desk.path.read_bytes()
    page = EventsPanel(desk).widget
    assert "Đang xem lúc này ở văn phòng" in seen.text(page)
    seen.choose(page, "Sổ văn bản")
    assert "Thông báo kết luận" in seen.text(page)
    seen.pick(page, "Chỗ đáng chú ý", "Hội nghị khai mạc")
    told = seen.text(page)
    assert "Đang xem lại lúc 08:00 Thứ Tư 23/9; văn phòng vẫn ở" in told
    assert "18-GM/ĐU" in told
    assert "37-TB/ĐU" not in told
    seen.choose(page, "Nhật ký")
    assert "Hội nghị khai mạc, đúng giờ" in seen.text(page)
    assert "Hội nghị kết thúc" not in seen.text(page)
    seen.press(page, "Về lúc này")
    assert "Hội nghị kết thúc" in seen.text(page)
    assert desk.path.read_bytes() == before


def test_step_by_step_one_sees_what_came_next(desk: Desk) -> None:
    play_reference(desk)
    page = EventsPanel(desk).widget
    for _ in moments(desk)[1:]:
        seen.press(page, "◀ Lúc trước")
    assert seen.button(page, "◀ Lúc trước").disabled
    seen.press(page, "Lúc sau ▶")
    assert "Vừa xảy ra, từ 15:30 Thứ Ba 22/9 tới 15:35 Thứ Ba 22/9" in seen.text(page)


def test_the_moment_looked_at_stays_until_something_new_happens(desk: Desk) -> None:
    desk.advance()
    panel = EventsPanel(desk)
    seen.press(panel.widget, "◀ Lúc trước")
    panel.refresh()
    assert "Đang xem lại" in seen.text(panel.widget)
    assert desk.waiting is not None
    desk.decide(desk.waiting.choices[0].id)
    desk.advance()
    panel.refresh()
    assert "Đang xem lúc này" in seen.text(panel.widget)


def test_a_desk_that_has_not_run_yet_has_one_moment(desk: Desk) -> None:
    page = EventsPanel(desk).widget
    assert moments(desk) == [desk.case.world.start]
    assert seen.button(page, "◀ Lúc trước").disabled
    assert list(turning_points(desk).values()) == ["lúc bắt đầu tình huống"]
    with pytest.raises(AssertionError):
        seen.choose(page, "Đường đi thăm")


def test_the_routes_follow_the_timetable_and_tell_what_came_of_each_stop(visits: Desk) -> None:
    found = routes(View.of(visits))
    planned = visits.work.tables["lich"]
    assert sum(len(route.calls) for route in found) == sum(1 for row in planned.values() if row)
    assert {call.fate for route in found for call in route.calls} <= {"made", "late"}
    morning = View.of(visits, first(visits, EventKind.DELEGATION_LEFT))
    assert {call.fate for route in routes(morning) for call in route.calls} == {"planned"}


def test_the_routes_stand_on_a_map_and_in_words(visits: Desk) -> None:
    html = routes_view(View.of(visits))
    assert html.count("<svg") == 1 + len(routes(View.of(visits)))
    assert "http" not in html
    told = words(html)
    assert "Lúc này các đường đều đi được" in told
    for village in visits.case.world.visits.villages:  # type: ignore[union-attr]
        assert village.title in told
    assert re.search(r"1\.1 \d\d:\d\d .*: ✓ đã thăm lúc", told)
    assert not AN_ID.findall(told)


def test_a_closed_road_is_said_and_drawn_and_the_way_goes_round_it(tmp_path: Path) -> None:
    dry = desk_at_end("tham_27_7", tmp_path)
    rain = dry.case.variant.id.replace("-nang-", "-mua-")
    folder = tmp_path / "mưa"
    folder.mkdir()
    wet = desk_at_end("tham_27_7", folder, rain)
    closed = View.of(wet, first(wet, EventKind.ROAD_CLOSED))
    html = routes_view(closed)
    assert "Đang đóng: đường" in words(html)
    assert "✕ đang đóng" in html
    gone = closed.run.office.visit_day.closed_roads  # type: ignore[union-attr]
    assert all(leg.id not in gone for route in routes(closed) for leg in route.legs)


def test_without_a_timetable_the_map_says_what_is_missing(tmp_path: Path) -> None:
    html = words(routes_view(View.of(Desk.open("tham_27_7", folder=tmp_path))))
    assert "Bảng lịch trình chưa có lượt thăm nào đọc được" in html
    assert html.count("Chưa xếp điểm thăm nào.") == 4


def test_all_views_of_the_visits_show_no_id(visits: Desk) -> None:
    page: Any = EventsPanel(visits).widget
    for view in ("Nhật ký", "Sổ văn bản", "Dòng thời gian", "Đường đi thăm"):
        seen.choose(page, view)
        assert not AN_ID.findall(seen.text(page)), view


def test_the_day_of_the_visits_lasts_until_the_delegations_are_back(visits: Desk) -> None:
    start = visits.run.office.meeting.start
    back = first(visits, EventKind.VISIT_DAY_CLOSED)
    found = []
    for moment in (start - timedelta(days=1), start + timedelta(hours=6), back, visits.now):
        stands = visits.work.model_copy(update={"position": moment})
        visits.path.write_text(stands.to_json(), encoding="utf-8")
        found.append(phase_number(Desk.open("tham_27_7", folder=visits.path.parent)))
    assert found == [0, 1, 2, 2]
