"""The work file: read with care, saved whole or not at all, and never unreadable afterwards."""

import errno
import json
import os
import stat
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from scenarios.work import MAX_LINES, MAX_TEXT, DecisionLine, OrderLine, Work, is_chain_whole
from scenarios.work_file import (
    FILE_NAME,
    MAX_BYTES,
    MAX_DEPTH,
    WorkError,
    WorkFile,
    parse_work,
    read_work,
)

CASE = "hoi_nghi_dot_xuat"


class Clock:
    """A real time that goes on by a second at each look."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 3, 12, 0, 0)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at


def opened(folder: Path) -> WorkFile:
    file, sentence = WorkFile.open(folder, CASE, "sat_lo-btv-h16", Clock())
    assert sentence == ""
    return file


def answered(work: Work, text: str) -> Work:
    return work.model_copy(update={"answers": {**work.answers, "so_phieu": text}})


def decided(work: Work, inject: str) -> Work:
    line = DecisionLine(inject=inject, choice="x")
    return work.model_copy(update={"decisions": (*work.decisions, line)})


# --- saving ---------------------------------------------------------------------------------


def test_what_is_saved_is_there_when_opened_again(tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.save(answered(file.work, "5 phiếu, đủ quá nửa"), "answer", "so_phieu")
    again = opened(tmp_path)
    assert again.work == file.work
    assert again.work.answers == {"so_phieu": "5 phiếu, đủ quá nửa"}
    assert again.work.variant == "sat_lo-btv-h16"


def test_a_folder_that_is_not_there_yet_is_made(tmp_path: Path) -> None:
    file = opened(tmp_path / "học tập" / "bài 1")
    file.save(answered(file.work, "5"), "answer")
    assert (tmp_path / "học tập" / "bài 1" / FILE_NAME).is_file()


def test_saving_leaves_nothing_but_the_file(tmp_path: Path) -> None:
    file = opened(tmp_path)
    for number in range(5):
        file.save(decided(file.work, f"i{number}"), "decision", f"i{number}")
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such rights")
def test_the_file_has_the_rights_that_any_new_file_has(tmp_path: Path) -> None:
    """Those who collect the works of a class are other users than the learner."""
    plain = tmp_path / "plain.txt"
    plain.write_text("", encoding="utf-8")
    file = opened(tmp_path)
    file.save(answered(file.work, "5"), "answer")
    assert stat.S_IMODE(file.path.stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "ổ đĩa hết chỗ"),
        (errno.EACCES, "không có quyền"),
        (errno.EIO, "hệ điều hành"),
    ],
)
def test_when_the_machine_stops_before_the_file_is_put_in_place_the_old_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    file = opened(tmp_path)
    file.save(answered(file.work, "cũ"), "answer")
    before = file.path.read_bytes()

    def refuse(self: Path, target: Path) -> Path:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        with pytest.raises(WorkError, match=f"Chưa lưu được bài .*{words}.*rồi bấm lại"):
            file.save(answered(file.work, "mới"), "answer")
    assert file.path.read_bytes() == before
    assert file.work.answers == {"so_phieu": "cũ"}
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]
    file.save(answered(file.work, "mới"), "answer")
    assert opened(tmp_path).work.answers == {"so_phieu": "mới"}


def test_a_folder_that_cannot_be_written_gives_its_sentence(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("không phải thư mục", encoding="utf-8")
    file = WorkFile(tmp_path / "tep" / FILE_NAME, Work(case=CASE), Clock())
    with pytest.raises(WorkError, match="kiểm tra chỗ trống và quyền ghi của thư mục"):
        file.save(answered(file.work, "5"), "answer")


def _too_long(work: Work) -> Work:
    return answered(work, "x" * (MAX_TEXT + 1))


def _too_many(work: Work) -> Work:
    lines = [DecisionLine(inject=f"i{n}", choice="x") for n in range(MAX_LINES + 1)]
    return work.model_copy(update={"decisions": tuple(lines)})


def _half_a_letter(work: Work) -> Work:
    return answered(work, "vỡ \ud83d chữ")


@pytest.mark.parametrize("spoil", [_too_long, _too_many, _half_a_letter])
def test_a_work_that_could_not_be_read_again_is_not_saved(tmp_path: Path, spoil: Any) -> None:
    file = opened(tmp_path)
    file.save(answered(file.work, "giữ"), "answer")
    with pytest.raises(WorkError, match="Chưa lưu được bài: có phần quá dài hoặc có ký tự hỏng"):
        file.save(spoil(file.work), "answer")
    assert opened(tmp_path).work.answers == {"so_phieu": "giữ"}


def test_an_answer_full_of_brackets_is_no_depth(tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.save(answered(file.work, "[" * 40 + '{"' * 40), "answer")
    assert opened(tmp_path).work == file.work


# --- journal --------------------------------------------------------------------------------


def test_every_step_is_one_entry_and_the_chain_is_whole(tmp_path: Path) -> None:
    file = opened(tmp_path)
    file.save(decided(file.work, "a"), "decision", "a")
    file.save(answered(file.work, "5"), "answer", "so_phieu")
    file.save(decided(file.work, "b"), "decision", "b")
    work = opened(tmp_path).work
    assert [(one.number, one.what, one.subject) for one in work.journal] == [
        (0, "decision", "a"),
        (1, "answer", "so_phieu"),
        (2, "decision", "b"),
    ]
    assert [one.at for one in work.journal] == [
        "2026-11-03T12:00:01",
        "2026-11-03T12:00:02",
        "2026-11-03T12:00:03",
    ]
    assert is_chain_whole(work)


def test_typing_on_in_one_answer_stays_one_entry_with_the_last_time(tmp_path: Path) -> None:
    file = opened(tmp_path)
    for text in ("5", "5 p", "5 phiếu"):
        file.save(answered(file.work, text), "answer", "so_phieu")
    file.save(answered(file.work, "6"), "answer", "khac")
    assert [(one.at[-2:], one.subject) for one in file.work.journal] == [
        ("03", "so_phieu"),
        ("04", "khac"),
    ]
    assert is_chain_whole(file.work)


def test_the_same_decision_twice_is_two_entries(tmp_path: Path) -> None:
    file = opened(tmp_path)
    for _ in range(2):
        file.save(decided(file.work, "a"), "decision", "a")
    assert len(file.work.journal) == 2


def test_a_journal_changed_by_hand_shows(tmp_path: Path) -> None:
    file = opened(tmp_path)
    for name in "abc":
        file.save(decided(file.work, name), "decision", name)
    content = json.loads(file.path.read_text(encoding="utf-8"))
    content["journal"][1]["at"] = "2026-11-01T08:00:00"
    file.path.write_text(json.dumps(content), encoding="utf-8")
    assert not is_chain_whole(opened(tmp_path).work)


# --- reading --------------------------------------------------------------------------------

DEEP = '{"case": "x", "them": ' + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "}"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "bị hỏng"),
        ('{"case": "x"', "bị hỏng"),
        ('{"case": "x", "them": NaN}', "bị hỏng"),
        ('{"case": "x", "them": -Infinity}', "bị hỏng"),
        ('{"case": "x", "them": ' + "9" * 5000 + "}", "bị hỏng"),
        (DEEP, "lồng quá nhiều lớp"),
        ("[" * 200_000, "lồng quá nhiều lớp"),
        ("null", "không đúng mẫu"),
        ("[]", "không đúng mẫu"),
        ('{"case": 5}', "ở mục “case”"),
        ('{"case": "x", "schema": 2}', "ở mục “schema”"),
        ('{"case": "\\ud83d"}', "ở mục “case”"),
        ('{"case": "x", "orders": {}}', "ở mục “orders”"),
        ('{"case": "x", "orders": [{"id": "a"}]}', "ở mục “orders.0.task”"),
        ('{"case": "x", "answers": {"a": 5}}', "ở mục “answers.a”"),
        ('{"case": "x", "position": 1e999}', "ở mục “position”"),
        ('{"case": "x", "position": "2026-09-22T08:00:00Z"}', "ở mục “position”"),
        ('{"case": "' + "x" * 201 + '"}', "ở mục “case”"),
    ],
    ids=lambda value: value[:40] if isinstance(value, str) else None,
)
def test_a_text_that_is_no_work_is_refused_with_a_sentence(text: str, words: str) -> None:
    with pytest.raises(WorkError, match=words):
        parse_work(text)


def test_depth_up_to_the_limit_is_read() -> None:
    inside = MAX_DEPTH - 1
    assert parse_work('{"case": "x", "them": ' + "[" * inside + "]" * inside + "}").case == "x"


def test_unknown_keys_are_passed_over_so_that_newer_files_open() -> None:
    order = '{"id": "a", "task": "b", "who": "c", "at": "2026-09-22T08:00", "moi": 1}'
    work = parse_work('{"case": "x", "moi": {"a": [1]}, "orders": [' + order + "]}")
    assert work.orders == (OrderLine(id="a", task="b", who="c", at=datetime(2026, 9, 22, 8, 0)),)


def test_no_file_is_no_work(tmp_path: Path) -> None:
    assert read_work(tmp_path / FILE_NAME) is None


def test_a_file_saved_by_a_windows_editor_with_its_mark_in_front_is_read(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_text('{"case": "x"}', encoding="utf-8-sig")
    work = read_work(path)
    assert work is not None
    assert work.case == "x"


def test_a_file_in_another_encoding_or_too_big_is_refused(tmp_path: Path) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes('{"case": "hội nghị"}'.encode("utf-16"))
    with pytest.raises(WorkError, match=r"không phải chữ Unicode \(UTF-8\)"):
        read_work(path)
    path.write_bytes(b" " * (MAX_BYTES + 1))
    with pytest.raises(WorkError, match="lớn quá mức"):
        read_work(path)


@pytest.mark.parametrize("content", [b'{"case": "x"', b'{"case": "tham_27_7"}', b"\xff\xfe"])
def test_two_damaged_files_of_one_second_are_both_kept(tmp_path: Path, content: bytes) -> None:
    second = datetime(2026, 11, 3, 12, 0, 0)
    for number in range(2):
        (tmp_path / FILE_NAME).write_bytes(content + b" " * number)
        file, sentence = WorkFile.open(tmp_path, CASE, "", lambda: second)
        assert "bài bắt đầu lại" in sentence
        assert file.work == Work(case=CASE)
        file.save(answered(file.work, "5"), "answer")
    kept = sorted(path.read_bytes() for path in tmp_path.glob("bai_lam_giu_lai_*.json"))
    assert kept == [content, content + b" "]
