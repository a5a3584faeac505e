"""A learner's progress: saved at once, shared by several pages, merged, never lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

import pytest

from course import progress, progress_file
from course.progress import EventKind, Progress, ProgressError, merge
from course.progress_events import Draft, Event, History

MONDAY = datetime(2026, 11, 23, 7, 30)


def clock() -> Callable[[], datetime]:
    """A clock that goes on by a minute each time it is read."""
    times: Iterator[datetime] = (MONDAY + timedelta(minutes=one) for one in range(10_000))
    return lambda: next(times)


@pytest.fixture
def own(tmp_path: Path) -> Progress:
    return Progress(tmp_path / "tien_do.json", clock())


def again(own: Progress) -> Progress:
    """The same file as another page opens it."""
    return Progress(own.path, clock())


def answer(own: Progress, question: str, score: float) -> Event:
    return own.record(EventKind.ANSWER, question=question, score=score, answer=[1])


def test_an_answer_is_there_after_a_restart(own: Progress) -> None:
    answer(own, "i-vi-tri", 0.5)
    answer(own, "i-vi-tri", 1.0)

    history = again(own).history

    assert [event.score for event in history.answers("i-vi-tri")] == [0.5, 1.0]
    assert history.last_answers()["i-vi-tri"].answer == [1]
    assert history.learner == own.history.learner


def test_nothing_is_written_before_something_happened(tmp_path: Path) -> None:
    Progress(tmp_path / "tien_do.json")

    assert list(tmp_path.iterdir()) == []


def test_two_pages_do_not_overwrite_each_other(own: Progress) -> None:
    answer(own, "a", 1)
    other = again(own)
    answer(other, "b", 1)
    answer(own, "c", 1)

    assert set(again(own).history.last_answers()) == {"a", "b", "c"}
    assert set(own.history.last_answers()) == {"a", "b", "c"}


def test_a_page_sees_what_another_saved_when_it_looks_again(own: Progress) -> None:
    other = again(own)
    answer(other, "b", 1)

    assert "b" not in own.history.last_answers()
    assert "b" in own.refresh().last_answers()


def _write_many(path: str, name: str) -> None:
    own = Progress(Path(path))
    for number in range(20):
        answer(own, f"{name}-{number}", 1)


def test_pages_that_write_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "tien_do.json"
    spawn = get_context("spawn")
    pages = [spawn.Process(target=_write_many, args=(str(path), name)) for name in "ab"]

    for one in pages:
        one.start()
    for one in pages:
        one.join(60)

    assert len(Progress(path).history.events) == 40
    assert [entry.name for entry in tmp_path.iterdir()] == ["tien_do.json"]


def test_sections_can_be_done_and_reopened(own: Progress) -> None:
    own.record(EventKind.SECTION_DONE, lesson="01.1", section="a")
    own.record(EventKind.SECTION_DONE, lesson="01.1", section="b")
    own.record(EventKind.SECTION_REOPENED, lesson="01.1", section="a")

    assert again(own).history.done_sections("01.1") == {"b"}
    assert again(own).history.done_sections("01.2") == frozenset()


def test_a_draft_lasts_until_an_answer_is_handed_in(own: Progress) -> None:
    own.keep_draft("a", answer=2, round=1)
    draft = again(own).history.draft("a")
    assert draft is not None and (draft.answer, draft.round) == (2, 1)

    answer(own, "a", 1)

    assert again(own).history.draft("a") is None


def test_two_records_merge_into_one_in_the_order_of_time(tmp_path: Path) -> None:
    ticks = clock()
    home, work = Progress(tmp_path / "nha.json", ticks), Progress(tmp_path / "co_quan.json", ticks)
    answer(home, "a", 0)
    answer(work, "a", 1)
    answer(home, "b", 1)
    home.keep_draft("c", answer="cũ")
    work.keep_draft("c", answer="mới")

    both = merge(home.history, work.history)

    assert [(event.question, event.score) for event in both.events] == [
        ("a", 0),
        ("a", 1),
        ("b", 1),
    ]
    assert both.drafts["c"].answer == "mới"
    assert both.learner == home.history.learner
    assert merge(both, work.history) == both
    assert merge(work.history, home.history).events == both.events


def test_another_record_can_be_taken_in_and_stays(own: Progress, tmp_path: Path) -> None:
    other = Progress(tmp_path / "cu.json", clock())
    answer(other, "a", 1)

    own.take_in(other.history)

    assert "a" in again(own).history.last_answers()


def test_events_of_one_tick_of_the_clock_keep_their_order(tmp_path: Path) -> None:
    own = Progress(tmp_path / "tien_do.json", lambda: MONDAY)

    for score in (0, 0.5, 1):
        answer(own, "a", score)

    assert [event.score for event in own.history.answers("a")] == [0, 0.5, 1]


def test_times_with_a_zone_become_local_ones_so_that_records_can_be_compared() -> None:
    event = Event.model_validate(
        {"id": "x" * 8, "at": "2026-11-23T07:30:00+00:00", "kind": "answer"}
    )

    assert event.at.tzinfo is None


def test_what_a_newer_version_noted_with_an_event_is_kept(own: Progress) -> None:
    answer(own, "a", 1)
    content = json.loads(own.path.read_text(encoding="utf-8"))
    content["events"][0]["confidence"] = "cao"
    own.path.write_text(json.dumps(content), encoding="utf-8")

    answer(again(own), "b", 1)

    kept = json.loads(own.path.read_text(encoding="utf-8"))["events"]
    assert [event.get("confidence") for event in kept] == ["cao", None]


def damaged(own: Progress, content: bytes) -> Progress:
    own.path.write_bytes(content)
    return again(own)


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"\xff\xfe", b"[1, 2]", b'{"schema": 1}', b"[" * 100_000, b'{"schema": "x"}'],
)
def test_a_damaged_file_is_kept_beside_and_told_in_one_sentence(
    own: Progress, content: bytes
) -> None:
    opened = damaged(own, content)

    kept = list(own.path.parent.glob("tien_do_giu_lai_*.json"))
    assert [file.read_bytes() for file in kept] == [content]
    assert "Tệp tiến độ bị hỏng" in opened.notice
    assert kept[0].name in opened.notice
    answer(opened, "a", 1)
    assert "a" in again(own).history.last_answers()


def test_what_can_still_be_read_in_a_damaged_file_is_used(own: Progress) -> None:
    answer(own, "a", 1)
    answer(own, "b", 1)
    content = json.loads(own.path.read_text(encoding="utf-8"))
    content["events"][0]["at"] = "hôm qua"

    opened = damaged(own, json.dumps(content).encode())

    assert set(opened.history.last_answers()) == {"b"}
    assert opened.history.learner == own.history.learner
    assert "đọc lại được 1 mục" in opened.notice
    assert again(own).notice == ""


def test_a_file_of_a_newer_version_is_set_aside_and_read_as_far_as_possible(own: Progress) -> None:
    answer(own, "a", 1)
    content = json.loads(own.path.read_text(encoding="utf-8")) | {"schema": 2}

    opened = damaged(own, json.dumps(content).encode())

    assert "bản mới hơn" in opened.notice
    assert "a" in opened.history.last_answers()


def test_two_damaged_files_of_the_same_second_are_both_kept(tmp_path: Path) -> None:
    path = tmp_path / "tien_do.json"
    for content in (b"{", b"["):
        path.write_bytes(content)
        progress_file.read(path, MONDAY)

    assert len(list(tmp_path.glob("tien_do_giu_lai_*.json"))) == 2


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from course.progress import EventKind, Progress, ProgressError
own = Progress(Path(sys.argv[1]))
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (40, 40))
try:
    own.record(EventKind.ANSWER, question="b", score=1)
except ProgressError as error:
    sys.stdout.buffer.write(str(error).encode())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of files")
def test_a_full_disk_is_told_in_one_sentence_and_loses_nothing(own: Progress) -> None:
    answer(own, "a", 1)

    told = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(own.path)], capture_output=True, check=True
    )

    assert told.stdout.decode() == (
        "Chưa lưu được tiến độ (ổ đĩa đã đầy); anh/chị xem ổ đĩa còn chỗ trống và thư mục có cho "
        "ghi không, rồi bấm lại."
    )
    assert set(again(own).history.last_answers()) == {"a"}


def test_a_file_that_cannot_be_opened_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tien_do.json").mkdir()

    with pytest.raises(ProgressError, match="Không mở được tệp tiến độ"):
        Progress(tmp_path / "tien_do.json")


def test_a_lock_left_by_a_crash_stops_nobody(
    own: Progress, monkeypatch: pytest.MonkeyPatch
) -> None:
    own.path.with_name(".tien_do.json.khoa").touch()
    monkeypatch.setattr(progress_file, "LOCK_WAIT", 0.1)

    answer(own, "a", 1)

    assert "a" in again(own).history.last_answers()


def test_the_file_lies_beside_the_first_page_also_for_an_exercise(tmp_path: Path) -> None:
    (tmp_path / "00_bat_dau.ipynb").write_text("{}", encoding="utf-8")
    exercise = tmp_path / "tinh_huong_1"
    exercise.mkdir()

    assert progress_file.place(exercise) == progress_file.place(tmp_path)
    assert progress_file.place(tmp_path).parent == tmp_path.resolve()


def test_a_folder_without_first_page_keeps_its_own_progress(tmp_path: Path) -> None:
    assert progress_file.place(tmp_path).parent == tmp_path.resolve()


def test_the_progress_of_a_workspace_is_opened_once(tmp_path: Path) -> None:
    assert progress.current(tmp_path) is progress.current(tmp_path)


def test_a_history_without_answers_knows_no_draft_and_no_lesson() -> None:
    history = History(learner="x", drafts={"a": Draft(at=MONDAY, answer=1)})

    assert history.draft("b") is None
    assert history.opened_lessons() == {}
