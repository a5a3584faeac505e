"""Commitment cards of a class: "khi X xảy ra, tôi sẽ làm Y", kept in one file and printed."""

from __future__ import annotations

import csv
from dataclasses import astuple, dataclass
from io import StringIO
from pathlib import Path

from course.classroom.diary import Done, note
from grading.nbgrader.class_folder import ClassError
from scenarios.atomic_file import reason, write_atomically

CARDS_NAME = "the_cam_ket.csv"
_HEAD = ("Họ và tên", "Khi", "Tôi sẽ", "Trước ngày")


@dataclass(frozen=True)
class Commitment:
    """One card; the name may be empty."""

    name: str
    when: str
    will: str
    until: str = ""


def parse(text: str) -> list[Commitment]:
    """Cards in pasted lines "name; khi ...; tôi sẽ ...; trước ngày". Raises ClassError."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        cells = [cell.strip() for cell in line.replace("\t", ";").split(";")]
        if len(cells) < 3 or not cells[1] or not cells[2]:
            raise ClassError(
                f"Dòng {number} chưa đủ ba phần “họ tên; khi …; tôi sẽ …”; anh/chị sửa rồi lưu lại."
            )
        found.append(Commitment(cells[0], cells[1], cells[2], cells[3] if len(cells) > 3 else ""))
    return found


def read_cards(folder: Path) -> list[Commitment]:
    """The cards of a class, [] if none were collected."""
    try:
        text = (folder / CARDS_NAME).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    rows = list(csv.reader(StringIO(text)))[1:]
    return [Commitment(*(*row, "", "", "", "")[:4]) for row in rows if any(row)]


def keep_cards(folder: Path, cards: list[Commitment]) -> Done:
    """Save the cards and print them. Raises ClassError."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEAD)
    writer.writerows(astuple(one) for one in cards)
    try:
        write_atomically(folder / CARDS_NAME, "\ufeff" + out.getvalue())
        printed = _print(folder, cards)
    except OSError as error:
        raise ClassError(
            f"Chưa lưu được thẻ ({reason(error)}); anh/chị đóng tệp đang mở rồi lưu lại."
        ) from error
    files = (folder / CARDS_NAME, printed)
    return note(folder, Done(f"Đã lưu {len(cards)} thẻ cam kết và làm tệp in.", (), files))


def _print(folder: Path, cards: list[Commitment]) -> Path:
    from grading.word.draft import Table
    from grading.word.write import Writer

    writer = Writer(title="Thẻ cam kết")
    writer.title("THẺ CAM KẾT", ("Việc sẽ làm khác đi sau khóa học",))
    for one in cards:
        rows = (
            (one.name or "Thẻ", "Thẻ cam kết"),
            ("Khi", f"{one.when} xảy ra,"),
            ("Tôi sẽ", one.will),
            ("Trước ngày", one.until or "……/……/………"),
        )
        writer.table(Table(rows, widths=(45, 120)))
    return writer.save(folder / "the_cam_ket.docx")
