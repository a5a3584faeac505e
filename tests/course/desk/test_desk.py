"""The desk without widgets: orders, running, deciding, going back, answering, saving."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from course.desk.desk import Desk
from course.desk.draft import Draft
from course.desk.refusals import DeskError
from course.desk.saving import Topic
from course.desk.standing import Stage
from grading.proofs import whole_score
from grading.score import score
from office_sim.log import EventKind
from scenarios.edits import reference_work
from scenarios.work import is_chain_whole

from .conftest import CASE, START, Clock, play_reference, room_at, saved

HOUR = timedelta(hours=1)


def test_opening_a_desk_writes_nothing(desk: Desk) -> None:
    assert desk.now == START
    assert desk.orders == []
    assert not list(desk.path.parent.iterdir())


def test_an_order_is_saved_at_once(desk: Desk) -> None:
    line = desk.order(room_at(START))
    assert desk.orders == [line]
    assert saved(desk) == desk.work


def test_a_kernel_that_starts_anew_finds_everything(
    desk: Desk, open_desk: Callable[[], Desk]
) -> None:
    desk.order(room_at(START))
    desk.advance()
    desk.answer("so_phieu", "5")
    again = open_desk()
    assert again.work == desk.work
    assert again.now == desk.now
    assert again.notice == ""


def test_the_works_own_variant_counts(tmp_path: Path) -> None:
    first = Desk.open(CASE, "chay_cho-bch-h4", tmp_path, Clock())
    first.answer("so_phieu", "14")
    assert Desk.open(CASE, "", tmp_path).case.variant.id == "chay_cho-bch-h4"


@pytest.mark.parametrize(
    ("draft", "sentence"),
    [
        (Draft(), "chọn một việc"),
        (Draft("khong_co"), "chọn một việc"),
        (Draft("dat_phong", "khoa", START), "chọn ở mục “Phòng”"),
        (Draft("dat_phong", "", START, {"room": "phong_hop"}), "chọn người làm"),
        (Draft("dat_phong", "hanh", START, {"room": "phong_hop"}), "chọn người làm"),
        (Draft("dat_phong", "khoa", None, {"room": "phong_hop"}), "ghi giờ bắt đầu"),
        (room_at(START - HOUR), "không giao việc lùi về 14:30"),
        (room_at(datetime(2026, 12, 1)), "Tình huống kết thúc lúc"),
    ],
)
def test_an_order_that_cannot_be_given_says_what_to_do(
    desk: Desk, draft: Draft, sentence: str
) -> None:
    with pytest.raises(DeskError, match=sentence):
        desk.order(draft)
    assert desk.orders == []


def test_the_plan_stands_by_time_and_moves_earlier_and_later(desk: Desk) -> None:
    late = desk.order(room_at(START + HOUR))
    early = desk.order(Draft("soan_giay_moi", "lan", START, {"muc_do_khan": "khan"}))
    assert [order.id for order in desk.orders] == [early.id, late.id]
    desk.shift(late.id, -timedelta(minutes=10))
    assert desk.orders[1].at == START + timedelta(minutes=50)
    with pytest.raises(DeskError, match="chọn giờ từ 15:30"):
        desk.shift(early.id, -timedelta(minutes=10))
    desk.shift(early.id, 2 * HOUR)
    assert [order.id for order in desk.orders] == [late.id, early.id]


def test_an_order_is_changed_in_its_place(desk: Desk) -> None:
    line = desk.order(room_at(START))
    changed = desk.change(line.id, room_at(START + HOUR, "phong_hop"))
    assert desk.orders == [changed]
    assert changed.id == line.id


def test_the_same_task_can_be_ordered_twice(desk: Desk) -> None:
    ids = {desk.order(room_at(START)).id, desk.order(room_at(START + HOUR)).id}
    assert len(ids) == 2


def test_an_order_is_removed(desk: Desk) -> None:
    desk.remove(desk.order(room_at(START)).id)
    assert desk.orders == []


def test_the_office_runs_to_the_end_of_what_was_ordered(desk: Desk) -> None:
    line = desk.order(Draft("chuong_trinh", "long", START, {"chi_tiet": ("trinh_tu",)}))
    desk.advance()
    assert desk.now == START + timedelta(minutes=20)
    assert desk.standings()[line.id].stage is Stage.DONE


def test_the_office_stops_at_a_setback_while_others_work_on(desk: Desk) -> None:
    desk.order(Draft("chuong_trinh", "long", START, {"chi_tiet": ("trinh_tu",)}))
    line = desk.order(Draft("ky_giay_moi", "tam", START))
    desk.advance()
    assert desk.standings()[line.id].words == "Đang chờ bản soạn “Giấy mời dự hội nghị”"
    while desk.standings()[line.id].stage is Stage.WAITING:
        if desk.waiting:
            desk.decide(desk.waiting.choices[0].id)
        else:
            desk.advance()
    assert desk.standings()[line.id].stage is Stage.BLOCKED
    assert desk.run.log.of_kind(EventKind.ORDER_BLOCKED)[0].at == desk.now


def test_an_order_whose_hour_has_passed_is_locked_and_says_the_way_out(desk: Desk) -> None:
    line = desk.order(room_at(START))
    desk.advance()
    assert desk.is_locked(line)
    for attempt in (
        lambda: desk.remove(line.id),
        lambda: desk.shift(line.id, HOUR),
        lambda: desk.change(line.id, room_at(START + HOUR)),
    ):
        with pytest.raises(DeskError, match="Quay lại lúc"):
            attempt()


def test_an_order_that_nobody_has_begun_can_be_taken_back_without_changing_the_past(
    desk: Desk,
) -> None:
    waits = desk.order(Draft("ky_giay_moi", "tam", START))
    desk.order(Draft("chuong_trinh", "long", START, {"chi_tiet": ("trinh_tu",)}))
    desk.advance()
    before = desk.run.log.to_csv()
    desk.remove(waits.id)
    assert desk.run.log.to_csv() == before


def test_the_office_stops_at_an_inject_and_goes_on_after_the_decision(desk: Desk) -> None:
    desk.order(room_at(START))
    desk.advance()
    desk.advance()
    assert desk.waiting is not None
    assert desk.waiting.id == "muon_phong"
    with pytest.raises(DeskError, match="quyết định rồi văn phòng chạy tiếp"):
        desk.advance()
    with pytest.raises(DeskError, match="chọn một cách xử lý"):
        desk.decide("khong_co")
    desk.decide("dieu_hoa")
    assert desk.waiting is None
    assert desk.work.decision_at("muon_phong") is not None
    with pytest.raises(DeskError, match="không có tình tiết nào"):
        desk.decide("dieu_hoa")


def test_what_is_watched_is_the_beginning_of_what_is_marked(desk: Desk) -> None:
    desk.order(room_at(START))
    desk.advance()
    desk.advance()
    desk.decide("nhuong")
    watched = [tuple(event) for event in desk.run.log]
    desk.advance()
    assert [tuple(event) for event in desk.run.log][: len(watched)] == watched


def test_going_back_drops_later_decisions_says_so_and_opens_the_orders(desk: Desk) -> None:
    line = desk.order(room_at(START))
    desk.advance()
    desk.advance()
    raised = desk.now
    desk.decide("nhuong")
    desk.advance()
    assert desk.rewind(raised) == ["muon_phong"]
    assert desk.waiting is not None
    assert desk.waiting.id == "muon_phong"
    assert desk.rewind(START) == []
    assert not desk.is_locked(line)
    assert [entry.what for entry in desk.work.journal][-2:] == ["rewind", "rewind"]
    assert is_chain_whole(desk.work)


def test_a_decision_before_the_moment_stays(desk: Desk) -> None:
    desk.order(room_at(START))
    desk.advance()
    desk.advance()
    desk.decide("dieu_hoa")
    raised = desk.now
    desk.advance()
    assert desk.rewind(raised + timedelta(minutes=1)) == []
    assert desk.work.decision_at("muon_phong") is not None


@pytest.mark.parametrize("moment", [START - HOUR, START + HOUR])
def test_one_cannot_go_back_to_what_is_not_in_the_past(desk: Desk, moment: datetime) -> None:
    with pytest.raises(DeskError, match="trong khoảng từ 15:30 Thứ Ba 22/9"):
        desk.rewind(moment)


def test_an_answer_is_saved_and_typing_on_stays_one_entry(desk: Desk) -> None:
    for text in ("1", "14", "14 "):
        desk.answer("so_phieu", text)
    assert desk.work.answers == {"so_phieu": "14 "}
    assert len(desk.work.journal) == 1
    assert saved(desk) == desk.work


def test_playing_the_reference_at_the_desk_earns_what_the_reference_earns(desk: Desk) -> None:
    play_reference(desk)
    model = whole_score(desk.case, reference_work(desk.case))
    assert score(desk.case, desk.work, desk.documents).to_json() == model.to_json()
    assert model.points == model.max_points
    with pytest.raises(DeskError, match="đã kết thúc"):
        desk.advance()


def test_running_to_the_end_stops_at_decisions_only(desk: Desk) -> None:
    stops = 0
    while not desk.is_finished:
        desk.advance(to_end=True)
        stops += 1
        if desk.waiting:
            desk.decide(desk.waiting.choices[-1].id)
    assert desk.now == desk.case.world.end
    assert stops == len(desk.work.decisions) + 1


def test_listeners_hear_what_has_changed(desk: Desk) -> None:
    heard: list[Topic] = []
    desk.listen(heard.append)
    desk.order(room_at(START))
    desk.advance()
    desk.answer("so_phieu", "5")
    assert heard == [Topic.PLAN, Topic.RUN, Topic.ANSWER]
