"""Collecting: zips from a folder go through the fences, then through nbgrader's zip collection."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from grading.nbgrader.appeal_note import AppealNoteError, is_appeal, read_note
from grading.nbgrader.appeals import receive
from grading.nbgrader.class_folder import ClassError, assignments_of
from grading.nbgrader.commands import CommandFailedError, must_run
from grading.nbgrader.ledger import Ledger, Taken, read_ledger, write_ledger
from grading.nbgrader.parcel import Parcel, ParcelError, pack, read_parcel
from grading.nbgrader.swapping import close_workshop, new_folder, swap_in
from scenarios.work import is_chain_whole
from scenarios.work_file import FILE_NAME, WorkError, parse_work

MAX_ZIPS = 5_000


class Fate(StrEnum):
    """What became of one zip."""

    TAKEN = "taken"
    REPLACED = "replaced"
    SAME = "same"
    OLDER = "older"
    OTHER_PERSON = "other_person"
    REFUSED = "refused"
    APPEAL = "appeal"


@dataclass(frozen=True)
class Collected:
    """One zip, or note of appeal, and what became of it; `sentence` is Vietnamese."""

    path: Path
    fate: Fate
    sentence: str
    student: str = ""


def collect(
    folder: Path, source: Path, *, accept: Collection[str] = (), now: datetime | None = None
) -> list[Collected]:
    """Take the hand-ins among the zips in `source` (and its folders) into the class, and appeals.

    Every zip gets its sentence; none overwrites another silently, and what a newer one replaces
    stays under `downloaded/<assignment>/kept`. For the learners in `accept` the trainer has said
    that a work begun anew counts. Raises ClassError if the class is not in order.
    """
    known = {one.id for one in assignments_of(folder)}
    if not source.is_dir():
        raise ClassError(f"Không có thư mục “{source}” để thu bài.")
    paths = sorted(path for path in source.rglob("*") if path.suffix.lower() == ".zip")[:MAX_ZIPS]
    ledger, results, fresh = read_ledger(folder), [], dict[tuple[str, str], Parcel]()
    parcels = []
    for path in paths:
        try:
            parcel = read_parcel(path)
            if parcel.receipt.assignment not in known:
                raise ParcelError(f"Lớp này không có bài “{parcel.receipt.assignment}”.")
            parcels.append(parcel)
        except ParcelError as error:
            results.append(Collected(path, Fate.REFUSED, f"{path.name}: {error}"))
    moment = now or datetime.now().astimezone()
    for parcel in sorted(parcels, key=lambda one: (one.receipt.handed_in, one.path)):
        result, ledger = _judge(parcel, ledger, moment, accept)
        results.append(result)
        if result.fate in (Fate.TAKEN, Fate.REPLACED):
            fresh[parcel.receipt.assignment, parcel.receipt.learner.id] = parcel
    bring_in(folder, list(fresh.values()))
    write_ledger(folder, ledger)
    results += _appeals(folder, source, ledger, known)
    return results


def _appeals(
    folder: Path, source: Path, ledger: Ledger, assignments: Collection[str]
) -> list[Collected]:
    """Take the notes of appeal among the small files."""
    results = []
    for path in sorted(path for path in source.rglob("*.json") if is_appeal(path))[:MAX_ZIPS]:
        student = ""
        try:
            note = read_note(path)
            student = note.learner
            if note.assignment not in assignments:
                raise AppealNoteError(f"Lớp này không có bài “{note.assignment}”.")
            taken = ledger.standing(note.assignment, note.learner)
            if taken and note.receipt != taken.receipt.code:
                raise AppealNoteError(
                    f"Đề nghị của {note.learner} ghi mã biên nhận khác với bài đang giữ; anh/chị "
                    "hỏi lại học viên đề nghị về lần nộp nào."
                )
            new = receive(folder, note)
        except (AppealNoteError, ClassError) as error:
            fate, said = Fate.REFUSED, str(error)
        else:
            fate = Fate.APPEAL if new else Fate.SAME
            numbers = ", ".join(str(one.id) for one in new)
            said = (
                f"đã nhận đề nghị xem lại số {numbers} của {student}."
                if new
                else f"đề nghị này của {student} đã nhận rồi nên bỏ qua."
            )
        results.append(Collected(path, fate, f"{path.name}: {said}", student))
    return results


def _judge(
    parcel: Parcel, ledger: Ledger, moment: datetime, accept: Collection[str]
) -> tuple[Collected, Ledger]:
    """What becomes of a hand-in that can be read, and the ledger after it."""
    receipt, name = parcel.receipt, parcel.path.name
    who = f"{receipt.learner.name} ({receipt.learner.id})"
    before = ledger.standing(receipt.assignment, receipt.learner.id)

    def say(fate: Fate, sentence: str) -> Collected:
        return Collected(parcel.path, fate, f"{name}: {sentence}", receipt.learner.id)

    notes = _notes(parcel)
    taken = Taken(receipt=receipt, collected=moment, file=name, notes=tuple(notes))
    extra = "".join(f" {note}" for note in notes)
    if before is None:
        return say(Fate.TAKEN, f"đã thu bài của {who}.{extra}"), ledger.with_one(taken)
    if before.receipt.seal == receipt.seal:
        return say(Fate.SAME, f"bài này của {who} đã thu rồi nên bỏ qua."), ledger
    if receipt.learner.id not in accept and _is_other_person(parcel, before):
        return say(
            Fate.OTHER_PERSON,
            f"mã {receipt.learner.id} đã có bài của người khác hoặc bài làm lại từ đầu; bài đang "
            "giữ không bị thay. Anh/chị hỏi học viên; nếu nhận bài này thì ghi mã ấy vào ô “Nhận "
            "lại của” (lệnh: thêm --nhan-lai) rồi thu lại.",
        ), ledger
    if receipt.handed_in <= before.receipt.handed_in:
        return say(
            Fate.OLDER, f"cũ hơn bài của {who} đã thu nên không thay bài mới bằng bài cũ."
        ), ledger
    return say(
        Fate.REPLACED, f"bài nộp lại của {who} thay bài trước; bài trước vẫn được lưu.{extra}"
    ), ledger.with_one(taken)


def _is_other_person(parcel: Parcel, before: Taken) -> bool:
    """Whether the journal is not the one that the earlier hand-in began with."""
    earlier, later = before.receipt.first_link, parcel.receipt.first_link
    same_name = before.receipt.learner.name == parcel.receipt.learner.name
    return not same_name or bool(earlier and later and earlier != later)


def _notes(parcel: Parcel) -> list[str]:
    """What the trainer should know of a hand-in that is taken all the same."""
    try:
        work = parse_work(parcel.files.get(FILE_NAME, b"").decode("utf-8"))
    except (WorkError, UnicodeDecodeError):
        return ["Lưu ý: tệp bài làm bị hỏng nên sẽ không có điểm."]
    if not is_chain_whole(work):
        return ["Lưu ý: nhật ký làm bài đã bị sửa hoặc thiếu đoạn."]
    return []


def bring_in(folder: Path, parcels: list[Parcel]) -> None:
    """Put the hand-ins into `submitted/` by nbgrader's own zip collection, and keep the zips.

    Everything is made ready first, so that a full disk leaves what was collected as it was.
    Raises ClassError, OSError.
    """
    for assignment in sorted({one.receipt.assignment for one in parcels}):
        place = folder / "downloaded" / assignment
        made, zips = new_folder(folder), new_folder(folder)
        try:
            _clear(place)
            (place / "archive").mkdir(parents=True)
            for parcel in parcels:
                if parcel.receipt.assignment == assignment:
                    _lay_out(folder, parcel, place / "archive", zips)
            _zip_collect(folder, assignment, made)
            (place / "kept").mkdir(exist_ok=True)
            for path in sorted(zips.iterdir()):
                path.replace(place / "kept" / path.name)
            for path in sorted(made.glob(f"*/{assignment}")):
                swap_in(folder, path, folder / "submitted" / path.parent.name / assignment)
        finally:
            _clear(place)
            close_workshop(folder, made, zips)


def _zip_collect(folder: Path, assignment: str, made: Path) -> None:
    where = made.relative_to(folder).as_posix()
    try:
        must_run(
            folder, "zip_collect", assignment, f"--CourseDirectory.submitted_directory={where}"
        )
    except CommandFailedError as error:
        raise ClassError(
            f"Chưa thu được bài “{assignment}” ({error.why}); chưa bài nào bị thay đổi, anh/chị "
            "kiểm tra chỗ trống trên đĩa rồi thu lại."
        ) from error


def _clear(place: Path) -> None:
    """Take away what nbgrader's collection works with."""
    for name in ("archive", "extracted"):
        shutil.rmtree(place / name, ignore_errors=True)


def _lay_out(folder: Path, parcel: Parcel, archive: Path, kept: Path) -> None:
    receipt = parcel.receipt
    name = f"{receipt.learner.id}__{receipt.handed_in:%Y%m%d-%H%M%S}__{receipt.seal[:8]}.zip"
    (kept / name).write_bytes(pack(receipt, parcel.files))
    handed = receipt.handed_in.astimezone(UTC)
    with zipfile.ZipFile(archive / f"{receipt.learner.id}.zip", "w") as clean:
        for file, content in parcel.files.items():
            clean.writestr(file, content)
        if f"{receipt.assignment}.ipynb" not in parcel.files:
            released = folder / "release" / receipt.assignment / f"{receipt.assignment}.ipynb"
            clean.write(released, released.name)
        clean.writestr("timestamp.txt", f"{handed:%Y-%m-%d %H:%M:%S} UTC")
