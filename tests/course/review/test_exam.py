"""Taking a test: drafts kept, one hand-in, two windows, results without a second marking."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from course.progress import EventKind, Progress, ProgressError, merge
from course.quiz import bank
from course.quiz.items import Case, Matching, Number, Ordering, Paper, Several, Single
from course.review import attempts, duty, outcome
from course.review.attempts import Test, attempt
from course.review.exam import Exam
from course.review.gain import gain, picture, summary
from course.review.memory import memories
from course.review.session import today_plan

from .conftest import Clock, press, read

QUESTIONS = list(bank.load())


def right(question: str, variant: int) -> Any:
    """The full right answer."""
    parts = [_right(part) for part in bank.load()[question].parts(variant)]
    return parts if isinstance(bank.load()[question].item(variant), Case) else parts[0]


def _right(part: Any) -> Any:
    match part:
        case Single():
            return next(place for place, one in enumerate(part.choice) if one.right)
        case Several():
            return [place for place, one in enumerate(part.choice) if one.right]
        case Paper():
            return [place for place, one in enumerate(part.line) if one.faulty]
        case Matching():
            return [part.options.index(pair.right) for pair in part.pair]
        case Ordering():
            return list(range(len(part.step)))
        case Number():
            return [f"{part.answer:g}".replace(".", ","), 0]
    raise AssertionError(part)


def fill(exam: Exam, count: int = 20) -> None:
    """Answer the first questions rightly, as a learner would."""
    for place in range(count):
        exam._go_to(place)
        taken = exam._attempt
        assert taken
        question = bank.load()[taken.questions[place]]
        _, variant = taken.shown(question)
        exam._form.put(right(question.id, variant))
        exam._form._changed()  # a person's change is saved at once


def take(own: Progress, test: Test, count: int, code: str = "") -> Exam:
    """Start a test, answer so many questions, hand it in."""
    exam = Exam(own, test)
    exam._code.value = code
    press(exam.widget, "Bắt đầu làm bài")
    fill(exam, count)
    press(exam.widget, "Nộp bài kiểm tra")
    if count < 20:
        press(exam.widget, "Nộp bài kiểm tra")
    return exam


def test_all_right_is_twenty_points(own: Progress) -> None:
    exam = take(own, Test.BEFORE, 20)

    result = outcome.of_history(own.history).before
    assert result and (result.points, result.out_of) == (20, 20)
    assert "Được 20/20 điểm" in read(exam.widget)


def test_no_reason_and_no_verdict_is_shown_before_the_test_is_handed_in(own: Progress) -> None:
    exam = Exam(own, Test.BEFORE)
    press(exam.widget, "Bắt đầu làm bài")
    fill(exam, 3)

    said = read(exam.widget)
    assert "Câu đã trả lời, đã lưu: <strong>2/20</strong>" in said or "3/20" in said
    for word in ("Đúng rồi", "Chưa đúng", "Nguồn:", "vp-quiz-why"):
        assert word not in said


def test_handing_in_with_open_questions_asks_once(own: Progress) -> None:
    exam = Exam(own, Test.BEFORE)
    press(exam.widget, "Bắt đầu làm bài")
    fill(exam, 18)
    press(exam.widget, "Nộp bài kiểm tra")

    assert "Còn 2 câu chưa trả lời xong: 19, 20." in read(exam.widget)
    assert not exam._attempt or exam._attempt.finished is None
    press(exam.widget, "Nộp bài kiểm tra")
    result = outcome.of_history(own.history).before
    assert result and (result.points, result.out_of) == (18, 20)


def test_after_a_restart_in_the_middle_one_goes_on_where_one_was(own: Progress) -> None:
    exam = Exam(own, Test.BEFORE)
    press(exam.widget, "Bắt đầu làm bài")
    fill(exam, 7)

    again = Exam(Progress(own.path), Test.BEFORE)

    assert again._place == 7
    again._go_to(6)
    assert again._form.answer() == exam_answer(own, 6)


def exam_answer(own: Progress, place: int) -> Any:
    """The saved answer to a question of the test under way."""
    taken = attempt(own.history, Test.BEFORE)
    assert taken
    draft = taken.draft(own.history, bank.load()[taken.questions[place]])
    return draft and draft.answer


def test_two_windows_share_one_attempt_and_one_hand_in(own: Progress, clock: Clock) -> None:
    first, second = Exam(own, Test.BEFORE), Exam(Progress(own.path, clock), Test.BEFORE)
    press(first.widget, "Bắt đầu làm bài")
    fill(first, 20)
    press(second.widget, "Bắt đầu làm bài")
    press(second.widget, "Nộp bài kiểm tra")
    press(first.widget, "Nộp bài kiểm tra")

    events = Progress(own.path).history.events
    assert [event.kind for event in events] == [EventKind.TEST_STARTED, EventKind.TEST_FINISHED]
    assert "Được 20/20 điểm" in read(first.widget)
    assert "Được 20/20 điểm" in read(second.widget)


def test_a_class_with_one_code_gets_one_test(tmp_path: Path) -> None:
    one, other = Progress(tmp_path / "a.json"), Progress(tmp_path / "b.json")

    forms = [attempts.start(own, Test.BEFORE, "Lớp K12", QUESTIONS) for own in (one, other)]

    assert forms[0].questions == forms[1].questions
    shown = [form.shown(bank.load()[form.questions[0]]) for form in forms]
    assert shown[0] == shown[1]


def test_alone_each_gets_a_test_of_their_own(tmp_path: Path) -> None:
    one, other = Progress(tmp_path / "a.json"), Progress(tmp_path / "b.json")

    forms = [attempts.start(own, Test.BEFORE, "", QUESTIONS) for own in (one, other)]

    assert forms[0].questions != forms[1].questions


def test_nothing_is_repeated_after_the_course_also_with_another_code(own: Progress) -> None:
    before = attempts.start(own, Test.BEFORE, "k12", QUESTIONS)
    attempts.finish(own, before, QUESTIONS)

    after = attempts.start(own, Test.AFTER, "k13", QUESTIONS)

    assert len(after.questions) == 20
    assert not set(before.questions) & set(after.questions)


def test_review_keeps_off_the_coming_test_until_it_is_done(own: Progress, clock: Clock) -> None:
    before = attempts.start(own, Test.BEFORE, "k12", QUESTIONS)
    attempts.finish(own, before, QUESTIONS)
    held = attempts.held_back(own.history, QUESTIONS)

    assert len(held) == 20
    assert not held & set(today_plan(own).questions)
    clock.sleep(1)
    after = attempts.start(own, Test.AFTER, "", QUESTIONS)
    assert set(after.questions) == held
    attempts.finish(own, after, QUESTIONS)
    assert attempts.held_back(own.history, QUESTIONS) == frozenset()


def test_what_was_wrong_in_a_test_is_due_for_review_the_next_day(own: Progress) -> None:
    take(own, Test.BEFORE, 3)

    known = memories(own.history, own.today)

    assert len(known) == 3  # what was left open was not answered
    assert all(one.score == 1 for one in known.values())


def test_two_machines_that_each_took_the_test_have_one_result(tmp_path: Path) -> None:
    clock = Clock()
    home, work = (Progress(tmp_path / name, clock) for name in ("nha.json", "co_quan.json"))
    take(home, Test.BEFORE, 20)
    take(work, Test.BEFORE, 2)

    one, other = merge(home.history, work.history), merge(work.history, home.history)

    assert outcome.of_history(one) == outcome.of_history(other) == outcome.of_history(home.history)


def test_a_score_typed_into_the_file_counts_for_nothing(own: Progress) -> None:
    take(own, Test.BEFORE, 2)
    record = json.loads(own.path.read_text(encoding="utf-8"))
    answers = record["events"][-1]["answers"]
    answers[0]["answer"] = None
    for one in answers:
        one["score"] = 1.0
    own.path.write_text(json.dumps(record), encoding="utf-8")

    result = outcome.of_file(own.path).before

    assert result and result.points == 1


def test_the_gain_by_duty_is_told_in_words_picture_and_table(own: Progress, clock: Clock) -> None:
    take(own, Test.BEFORE, 5)
    clock.sleep(14)
    take(own, Test.AFTER, 20)

    found = outcome.of_history(own.history)
    said = gain(own.history)

    assert [one.duty for one in found.by_duty] == list(duty.points())
    assert sum((one.gain or 0) > 0 for one in found.by_duty) >= 13
    assert "Trước khóa học 5/20 điểm, sau khóa học 20/20 điểm." in summary(found)
    assert "<svg" in said and 'role="img"' in said and "<table>" in said
    assert picture(found.by_duty).count("<circle") == 2 * len(duty.points())
    for one in found.by_duty:
        assert one.title in said


def test_before_both_tests_are_done_one_sentence_says_which_is_missing(own: Progress) -> None:
    assert "còn thiếu bài kiểm tra trước khóa học" in gain(own.history)
    take(own, Test.BEFORE, 1)
    assert "còn thiếu bài kiểm tra sau khóa học" in gain(own.history)


def test_a_trainer_reads_the_result_of_a_file_and_leaves_it_as_it_is(own: Progress) -> None:
    take(own, Test.BEFORE, 20)
    content = own.path.read_bytes()

    found = outcome.of_file(own.path)

    assert found.before and found.after is None
    assert own.path.read_bytes() == content
    assert [place.name for place in own.path.parent.iterdir()] == [own.path.name]


@pytest.mark.parametrize("content", [b"", b"{}", b'{"schema": 1}', b"\xff\xfe", b"[1, 2]"])
def test_a_file_that_is_no_progress_is_refused_in_one_sentence(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "la.json"
    path.write_bytes(content)

    with pytest.raises(ProgressError, match="không phải bản sao tiến độ"):
        outcome.of_file(path)
    assert path.read_bytes() == content


def test_a_question_that_was_taken_out_of_the_bank_falls_out_of_the_test(own: Progress) -> None:
    taken = attempts.start(own, Test.BEFORE, "k", QUESTIONS)
    attempts.finish(own, taken, QUESTIONS)

    left = [question for question in QUESTIONS if question.id != taken.questions[0]]

    result = outcome.of_history(own.history, left).before
    assert result and result.out_of == 19
