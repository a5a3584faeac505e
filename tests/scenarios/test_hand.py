"""Touches in a work and in the control file: taken once, kept, refused in one sentence."""

from datetime import timedelta
from pathlib import Path

import pytest

from office_sim.hand import HandKind
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.hand import HandError, injects_ahead, taken, touched
from scenarios.hand_file import (
    FILE_NAME,
    HandFileError,
    ask,
    find_hand_file,
    keep_pace,
    read_hand_file,
)
from scenarios.play import play
from scenarios.work_file import parse_work

CASE = load_case("hoi_nghi_dot_xuat")
NOON = CASE.world.start + timedelta(minutes=20)
REFERENCE = reference_work(CASE)


def test_a_touch_counts_from_where_the_run_stands_and_is_saved_with_the_work() -> None:
    work = touched(play(CASE, REFERENCE, until=NOON), REFERENCE, HandKind.FIRE, "mat_dien")
    assert [(one.what, one.inject, one.at) for one in work.hand] == [("fire", "mat_dien", NOON)]
    assert parse_work(work.to_json()) == work
    assert "hand" not in REFERENCE.to_json()
    assert "mat_dien" not in {one.id for one in injects_ahead(play(CASE, work, until=NOON))}


def test_pressing_twice_is_one_touch() -> None:
    run = play(CASE, REFERENCE, until=NOON)
    once = touched(run, REFERENCE, HandKind.DELAY, "mat_dien", 30)
    assert touched(play(CASE, once, until=NOON), once, HandKind.DELAY, "mat_dien", 30) is once


def test_an_inject_that_has_come_cannot_be_touched() -> None:
    run = play(CASE, REFERENCE)
    with pytest.raises(HandError, match="đã xảy ra"):
        touched(run, REFERENCE, HandKind.SKIP, "mat_dien")


def test_what_a_class_asks_is_taken_once_and_never_into_the_past(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    ask(path, HandKind.SKIP, "con_om")
    ask(path, HandKind.DELAY, "doi_gio", 30)
    work = taken(REFERENCE, read_hand_file(path).lines(NOON), NOON)
    assert [(one.id, one.what, one.at) for one in work.hand] == [
        ("lop-1", "skip", NOON),
        ("lop-2", "delay", NOON),
    ]
    later = NOON + timedelta(hours=1)
    assert taken(work, read_hand_file(path).lines(later), later) is work
    assert play(CASE, work).finished


def test_the_control_file_is_found_beside_the_work_or_above(tmp_path: Path) -> None:
    folder = tmp_path / "hoc_vien"
    folder.mkdir()
    assert find_hand_file(folder) is None
    ask(tmp_path / FILE_NAME, HandKind.FIRE, "mat_dien")
    assert find_hand_file(folder) == tmp_path / FILE_NAME
    ask(folder / FILE_NAME, HandKind.FIRE, "mat_dien")
    assert find_hand_file(folder) == folder / FILE_NAME


def test_the_pace_is_kept_with_the_requests(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    ask(path, HandKind.FIRE, "mat_dien")
    keep_pace(path, 5.0)
    file = read_hand_file(path)
    assert (file.pace, len(file.requests)) == (5.0, 1)


@pytest.mark.parametrize(
    "text", ["{", "[]", '{"requests": [{"what": "explode"}]}', "[" * 4000, '{"pace": -1}', "\x00"]
)
def test_a_control_file_that_cannot_be_used_is_refused_in_one_sentence(
    tmp_path: Path, text: str
) -> None:
    path = tmp_path / FILE_NAME
    path.write_text(text, encoding="utf-8")
    with pytest.raises(HandFileError, match=r"dieu_hanh.json .*bỏ qua; bài vẫn chạy như cũ\.$"):
        read_hand_file(path)


@pytest.mark.parametrize("kind", HandKind)
def test_a_touched_reference_still_ends(kind: HandKind) -> None:
    """Every inject of the case, touched early: no dead end."""
    for inject in injects_ahead(play(CASE, REFERENCE, until=NOON)):
        work = touched(play(CASE, REFERENCE, until=NOON), REFERENCE, kind, inject.id, 45)
        assert play(CASE, work).finished, inject.id
