"""The review page as a person uses it: answer, go on, put off, come back, end the day."""

from __future__ import annotations

from pathlib import Path

from course.progress import EventKind, Progress
from course.quiz import bank
from course.review import plan
from course.review.overview import overview
from course.review.session import Session, today_plan

from .conftest import DAY, Clock, press, read
from .test_exam import right


def answer(session: Session) -> str:
    """Answer the question that is shown, rightly; the id of the question."""
    question = session._now
    session._card._put(right(question, session._card._variant))
    press(session.widget, "Trả lời")
    return question


def a_day(session: Session) -> list[str]:
    """Answer all there is today."""
    asked = [answer(session)]
    while "Câu tiếp theo" in " ".join(_labels(session)):
        press(session.widget, "Câu tiếp theo")
        if not session._now:
            break
        asked.append(answer(session))
    return asked


def _labels(session: Session) -> list[str]:
    shown = session._next.layout.display != "none"
    return [session._next.description] if shown else []


def test_a_day_asks_one_question_after_the_other_and_then_says_that_it_is_over(
    own: Progress,
) -> None:
    session = Session(own)
    asked = a_day(session)

    assert len(asked) == len(set(asked)) == plan.USUAL_CAP // 3
    assert f"Xong cho hôm nay: {len(asked)} câu." in read(session.widget)
    assert "Lần ôn tới: ngày" in read(session.widget)
    assert all(event.lesson == plan.PLACE for event in own.history.events)


def test_an_answer_shows_its_reasons_and_the_way_on(own: Progress) -> None:
    session = Session(own)
    answer(session)

    assert "Đúng rồi" in read(session.widget)
    assert "Nguồn:" in read(session.widget)
    assert session._next.layout.display == ""
    assert session._skip.layout.display == "none"


def test_a_question_that_went_wrong_leads_to_the_lesson_that_teaches_it(own: Progress) -> None:
    session = Session(own)
    own.record(EventKind.ANSWER, question=session._now, score=0.0, lesson=plan.PLACE)
    session._after(own.history.events[-1])

    said = read(session.widget)
    assert "Đọc lại: Bài" in said
    assert ".ipynb#" in said


def test_a_question_can_be_put_off_and_comes_again_the_same_day(own: Progress) -> None:
    session = Session(own)
    first = session._now
    press(session.widget, "Để câu này sau")
    assert session._now != first

    asked = a_day(session)

    assert asked[-1] == first


def test_a_reload_in_the_middle_goes_on_with_the_same_question_as_it_was_left(
    own: Progress, clock: Clock
) -> None:
    session = Session(own)
    answer(session)
    press(session.widget, "Câu tiếp theo")
    session._card._put(right(session._now, session._card._variant))
    session._card._keep_draft()

    again = Session(Progress(own.path, clock))

    assert again._now == session._now
    assert again._card._given() == session._card._given()
    assert "Hôm nay đã ôn: <strong>1/6</strong>" in read(again.widget)


def test_what_another_window_answered_is_not_asked_here(own: Progress, clock: Clock) -> None:
    here, there = Session(own), Session(Progress(own.path, clock))
    done = {answer(there)}
    press(there.widget, "Câu tiếp theo")
    done.add(answer(there))

    answer(here)  # the same first question, answered in both: counts once
    press(here.widget, "Câu tiếp theo")

    assert here._now not in done
    assert today_plan(own).done == 2


def test_a_question_asked_again_shows_nothing_of_the_last_answer(
    own: Progress, clock: Clock
) -> None:
    session = Session(own)
    first = answer(session)
    clock.sleep(40)

    later = Session(own)
    while later._now != first:
        press(later.widget, "Để câu này sau")

    assert "Đúng rồi" not in read(later.widget)
    assert later._card._round == 1


def test_the_learner_chooses_how_many_a_day(own: Progress) -> None:
    session = Session(own)
    press(session.widget, "30 câu")

    assert plan.cap_of(Progress(own.path).history) == 30
    assert "30 câu (khoảng 22 phút), đang chọn" in [one.description for one in session._caps]


def test_weeks_away_are_greeted_and_not_counted_up(own: Progress, clock: Clock) -> None:
    for question in list(bank.load())[:60]:
        own.record(EventKind.ANSWER, question=question.id, score=0.0, lesson="01.1")
    clock.sleep(40)

    said = read(Session(own).widget)

    assert "Mừng anh/chị trở lại" in said
    assert "chỉ 10 câu để lấy lại nhịp" in said
    assert "60 câu" not in said
    assert "quá hạn" not in said.casefold()


def test_the_overview_names_weak_duties_with_the_way_to_them(own: Progress) -> None:
    for question in ("ii-3-dt-so-theo-doi", "ii-3-dt-theo-noi-dung", "ii-3-dt-so-theo-doi"):
        own.record(EventKind.ANSWER, question=question, score=0.0, lesson=plan.PLACE)

    said = overview(own)

    assert "Đầu việc cần chú ý trước" in said
    assert "Tiếp nhận, xử lý đơn, thư; theo dõi giải quyết; phối hợp tiếp công dân" in said
    assert 'href="02_8_don_thu_huong_dan.ipynb#' in said
    assert "Phần II. Những vấn đề mới đặt ra" in said


def test_a_newcomer_sees_every_duty_as_not_asked_yet(own: Progress) -> None:
    assert overview(own).count("chưa hỏi") == 19 + 5


def test_saving_that_fails_is_said_and_the_page_stays(tmp_path: Path) -> None:
    folder = tmp_path / "goc"
    folder.mkdir()
    own = Progress(folder / "tien_do.json")
    session = Session(own)
    folder.rmdir()
    folder.write_text("một tệp chiếm chỗ", encoding="utf-8")

    press(session.widget, "30 câu")

    assert "anh/chị" in read(session.widget)
    assert session._now


def test_days_are_those_of_the_learners_clock(own: Progress) -> None:
    assert own.today == DAY
