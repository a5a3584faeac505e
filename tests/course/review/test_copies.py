"""Carrying progress: a copy out, a copy in, asked before, kept before, never anything lost."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from course.progress import EventKind, Progress
from course.review.copies import BACKUPS, CopiesPanel
from course.review.memory import memories

from .conftest import Clock, press, read


@pytest.fixture
def work(tmp_path: Path, clock: Clock) -> Progress:
    """The same person's progress at the office, where other questions were answered."""
    (tmp_path / "co_quan").mkdir()
    found = Progress(tmp_path / "co_quan" / "tien_do.json", clock)
    found.record(EventKind.ANSWER, question="b", score=0.0)
    found.record(EventKind.ANSWER, question="c", score=1.0)
    return found


@pytest.fixture
def panel(own: Progress) -> CopiesPanel:
    own.record(EventKind.ANSWER, question="a", score=1.0)
    return CopiesPanel(own)


def offer(panel: CopiesPanel, content: bytes, name: str = "tien_do_2026-11-02.json") -> None:
    """Choose this file, as the browser hands it over."""
    panel._look([{"name": name, "content": memoryview(content)}])


def copy_of(own: Progress) -> bytes:
    """What the link of the page would save."""
    panel = CopiesPanel(own)
    press(panel.widget, "Tải bản sao tiến độ")
    found = re.search(r"base64,([\w+/=]+)", read(panel.widget))
    assert found
    return base64.b64decode(found[1])


def test_the_copy_is_the_file_and_carries_the_day_in_its_name(own: Progress) -> None:
    own.record(EventKind.ANSWER, question="a", score=1.0)

    assert copy_of(own) == own.path.read_bytes()
    panel = CopiesPanel(own)
    press(panel.widget, "Tải bản sao tiến độ")
    assert 'download="tien_do_2026-11-02.json"' in read(panel.widget)


def test_taking_a_copy_in_asks_first_and_merges_then(
    panel: CopiesPanel, own: Progress, work: Progress
) -> None:
    offer(panel, copy_of(work))
    assert "trong đó 2 mục máy này chưa có" in read(panel.widget)
    assert len(own.history.events) == 1

    press(panel.widget, "Gộp vào tiến độ của tôi")

    assert "Đã gộp thêm 2 mục." in read(panel.widget)
    assert set(memories(Progress(own.path).history, own.today)) == {"a", "b", "c"}


def test_what_was_there_before_is_kept_beside(
    panel: CopiesPanel, own: Progress, work: Progress
) -> None:
    before = own.path.read_bytes()
    offer(panel, copy_of(work))
    press(panel.widget, "Gộp vào tiến độ của tôi")

    (kept,) = (own.path.parent / BACKUPS).iterdir()
    assert kept.read_bytes() == before
    assert kept.name in read(panel.widget)


def test_there_and_back_again_both_machines_have_the_same_schedule(
    panel: CopiesPanel, own: Progress, work: Progress
) -> None:
    offer(panel, copy_of(work))
    press(panel.widget, "Gộp vào tiến độ của tôi")
    other = CopiesPanel(work)
    offer(other, copy_of(own))
    press(other.widget, "Gộp vào tiến độ của tôi")

    assert memories(own.history, own.today) == memories(work.history, own.today)


def test_a_copy_that_brings_nothing_new_is_not_asked_about(
    panel: CopiesPanel, own: Progress
) -> None:
    offer(panel, copy_of(own))

    assert "máy này đã có đủ cả" in read(panel.widget)
    assert panel._yes.layout.display == "none"


def test_one_can_change_ones_mind(panel: CopiesPanel, own: Progress, work: Progress) -> None:
    offer(panel, copy_of(work))
    press(panel.widget, "Thôi, không gộp")

    assert len(Progress(own.path).history.events) == 1
    assert "giữ nguyên" in read(panel.widget)


@pytest.mark.parametrize("content", [b"", b"xin chao", b"{}", b"PK\x03\x04", b"[]"])
def test_another_file_is_refused_in_one_sentence(
    panel: CopiesPanel, own: Progress, content: bytes
) -> None:
    offer(panel, content, "anh.json")

    assert "Tệp anh.json không phải bản sao tiến độ" in read(panel.widget)
    assert panel._yes.layout.display == "none"
    assert len(own.history.events) == 1


def test_a_copy_cut_off_on_the_way_is_refused_and_a_damaged_one_gives_what_it_can(
    panel: CopiesPanel, own: Progress, work: Progress
) -> None:
    whole = copy_of(work)
    offer(panel, whole[: len(whole) // 2])
    assert "không phải bản sao tiến độ" in read(panel.widget)

    offer(panel, whole.replace(b'"score": 1.0', b'"score": "mot"'))

    assert "Chỉ đọc lại được 1 mục." in read(panel.widget)
    press(panel.widget, "Gộp vào tiến độ của tôi")
    assert len(own.history.events) == 2


def test_without_room_for_the_backup_nothing_is_merged(
    panel: CopiesPanel, own: Progress, work: Progress
) -> None:
    (own.path.parent / BACKUPS).write_text("một tệp chiếm chỗ", encoding="utf-8")
    offer(panel, copy_of(work))
    press(panel.widget, "Gộp vào tiến độ của tôi")

    assert "nên chưa gộp" in read(panel.widget)
    assert len(Progress(own.path).history.events) == 1
