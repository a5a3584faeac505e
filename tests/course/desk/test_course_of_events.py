"""Lines of the course of events, standings of orders, stops of the run, strips of the timeline."""

from datetime import datetime, timedelta

import pytest

from course.desk import chronicle, timeline
from course.desk.desk import Desk
from course.desk.draft import Draft
from course.desk.standing import Stage
from course.desk.timeline_chart import MIME, Timeline, chart
from course.desk.view import View
from office_sim.sentences import Sentences
from scenarios.work_file import WorkFile

from .conftest import CASE, START, play_reference, room_at

MINUTE = timedelta(minutes=1)


def told(desk: Desk) -> list[chronicle.Line]:
    return chronicle.lines(desk.run.log, Sentences(desk.case.world))


def drawn_of(desk: Desk) -> Timeline:
    view = View.of(desk)
    bars = [*timeline.bars(view), *timeline.room_bars(view)]
    rows = [bar.name for bar in bars] + [step.name for step in timeline.paper_steps(view)]
    return Timeline(bars, timeline.paper_steps(view), timeline.marks(view), rows)


def test_the_end_of_a_task_is_told_once_by_its_result(desk: Desk) -> None:
    desk.order(room_at(START))
    desk.advance()
    texts = [line.text for line in told(desk)]
    assert any("Đã đặt Hội trường" in text for text in texts)
    assert not any("làm xong việc “Đặt phòng họp”" in text for text in texts)


def test_a_task_without_a_result_is_still_told_as_done(desk: Desk) -> None:
    desk.order(room_at(START + 2 * MINUTE))
    desk.order(room_at(START + 4 * MINUTE))
    desk.advance()
    desk.advance()
    texts = [line.text for line in told(desk)]
    assert any(text.startswith("Không đặt được Hội trường") for text in texts)
    assert any("làm xong việc “Đặt phòng họp”" in text for text in texts)
    assert any(one.words.startswith("Không đặt được phòng") for one in desk.standings().values())


def test_invitations_of_one_minute_are_one_line(desk: Desk) -> None:
    play_reference(desk)
    invited = [line for line in told(desk) if line.text.startswith("Giấy mời được gửi tới")]
    assert len(invited) == 1


def test_a_consequence_has_its_own_tone_and_word(desk: Desk) -> None:
    desk.order(room_at(START))
    desk.advance()
    desk.advance()
    desk.decide("mac_ke")
    line = next(line for line in told(desk) if line.tone == "consequence")
    html = chronicle.as_html([line])
    assert "Hậu quả" in html
    assert "vp-desk-is-consequence" in html


def test_text_from_the_case_is_escaped() -> None:
    line = chronicle.Line(START, "<script>alert(1)</script>", "plain")
    assert "<script>" not in chronicle.as_html([line])


@pytest.mark.parametrize(
    ("draft", "words"),
    [
        (Draft("van_thu_giay_moi", "mai", START), "Đang chờ chữ ký trên “Giấy mời dự hội nghị”"),
        (Draft("thu_hoi_phu_luc", "mai", START), "Đang chờ"),
    ],
)
def test_an_order_says_what_it_waits_for(desk: Desk, draft: Draft, words: str) -> None:
    line = desk.order(draft)
    desk.order(Draft("chuong_trinh", "long", START, {"chi_tiet": ("phut",)}))
    desk.advance()
    assert desk.standings()[line.id].words.startswith(words)


def test_an_order_says_for_whom_it_waits(desk: Desk) -> None:
    desk.order(Draft("hau_can", "khoa", START, {"viec": ("bao_ve",)}))
    second = desk.order(room_at(START + MINUTE))
    desk.order(Draft("chuong_trinh", "long", START, {"chi_tiet": ("phut",)}))
    # A moment between two stops, as a trainer's clock would set it.
    other, _ = WorkFile.open(desk.path.parent, CASE, "")
    other.save(other.work.model_copy(update={"position": START + 5 * MINUTE}), "advance")
    desk.look_for_newer()
    standing = desk.standings()[second.id]
    assert standing.stage is Stage.WAITING
    assert standing.words == "Đang chờ kế toán Bùi Văn Khoa xong việc khác"


def test_an_order_to_somebody_who_is_away_says_why_it_came_to_nothing(desk: Desk) -> None:
    while desk.waiting is None or desk.waiting.id != "con_om":
        if desk.waiting:
            desk.decide(desk.waiting.choices[0].id)
        desk.advance()
    desk.decide("ban_giao")
    line = desk.order(Draft("nhan_ban_phu_luc", "mai", desk.now + 5 * MINUTE, {"cach": "danh_so"}))
    desk.advance()
    standing = desk.standings()[line.id]
    assert standing.stage is Stage.REFUSED
    assert "đón con ốm" in standing.words


def test_the_timeline_has_a_strip_for_each_day_and_only_that_days_work(desk: Desk) -> None:
    play_reference(desk)
    drawn = chart(drawn_of(desk))
    strips = drawn["data"][MIME]["vconcat"]
    titles = [strip["title"] for strip in strips]
    assert titles[:3] == ["Thứ Ba 22/9", "Thứ Tư 23/9", "Thứ Năm 24/9"]
    for strip, day in zip(strips, ("2026-09-22", "2026-09-23", "2026-09-24"), strict=False):
        rows = [row for layer in strip["layer"] for row in layer["data"]["values"]]
        assert rows
        assert {row["start"][:10] for row in rows} == {day}


def test_a_chart_names_no_web_address_to_load_from(desk: Desk) -> None:
    play_reference(desk)
    drawn = chart(drawn_of(desk))
    assert drawn["metadata"][MIME]["embed_options"]["actions"] is False
    content = dict(drawn["data"][MIME])
    content.pop("$schema")  # the name of the format, never opened
    assert "http" not in str(content)


def test_a_task_over_midnight_stands_on_both_days() -> None:
    night = timeline.Bar(
        "lái xe A", "A", "việc", datetime(2026, 9, 22, 23), datetime(2026, 9, 23, 1), False
    )
    drawn = chart(Timeline([night], [], [], ["A"]))
    assert [strip["title"] for strip in drawn["data"][MIME]["vconcat"]] == [
        "Thứ Ba 22/9",
        "Thứ Tư 23/9",
    ]
