"""Commitment cards of a class: "khi X xảy ra, tôi sẽ làm Y", kept in one file and printed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from io import StringIO
from pathlib import Path

from course.classroom.diary import Done, note
from grading.nbgrader.class_folder import ClassError
from scenarios.atomic_file import reason, write_atomically

CARDS_NAME = "the_cam_ket.csv"
PRINTED_NAME = "the_cam_ket.docx"
_HEAD = ("Họ và tên", "Khi", "Tôi sẽ", "Trước ngày", "Người nhắc")
# A line as people write it in a chat: "[9:15] Lê Thị Bình: Khi ..., tôi sẽ ... trước ngày 1/12".
_SPOKEN = re.compile(
    r"(?:\[[^\]]*\]\s*)?(?:(?P<name>[^:;,]{2,60}):\s*)?khi\s+(?P<when>.+?)"
    r"[\s,;:.]+(?:thì\s+)?tôi\s+sẽ\s+(?P<will>.+?)"
    r"(?:[\s,;]+(?:làm xong\s+)?trước\s+(?:ngày\s+)?(?P<until>\d[\d/.-]*\d))?[\s.]*",
    re.IGNORECASE,
)
_GOES_ON = re.compile(r"(?:thì\s+)?tôi\s+sẽ\b|(?:làm xong\s+)?trước\s+ngày\b", re.IGNORECASE)
_LEAD = re.compile(r"(?:khi|(?:thì\s+)?tôi\s+sẽ|trước\s+ngày)\s+", re.IGNORECASE)
_END = re.compile(r"\s+xảy\s+ra$", re.IGNORECASE)


@dataclass(frozen=True)
class Commitment:
    """One card; name, day and the one who reminds may be empty."""

    name: str
    when: str
    will: str
    until: str = ""
    reminder: str = ""

    @property
    def line(self) -> str:
        """The card as a line that can be pasted again."""
        return "; ".join(astuple(self)).rstrip("; ")


def parse(text: str) -> list[Commitment]:
    """Cards in pasted lines: "họ tên; khi ...; tôi sẽ ...; trước ngày" or as people write them in
    a chat, "Lê Thị Bình: Khi ..., tôi sẽ ...". Raises ClassError."""
    return [_card(number, line) for number, line in _lines(text)]


def read_cards(folder: Path) -> list[Commitment]:
    """The cards of a class, [] if none were collected."""
    try:
        text = (folder / CARDS_NAME).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return []
    rows = list(csv.reader(StringIO(text)))[1:]
    return [Commitment(*(*row, "", "", "", "", "")[:5]) for row in rows if any(row)]


def add_cards(folder: Path, cards: list[Commitment]) -> Done:
    """Put the cards to those that the class has, each once, and print all. Raises ClassError."""
    if not cards:
        raise ClassError("Chưa có thẻ nào; anh/chị dán thẻ vào ô rồi bấm lại.")
    kept = read_cards(folder)
    known = {_key(one) for one in kept}
    fresh = [one for one in dict.fromkeys(cards) if _key(one) not in known]
    said = f"Đã thêm {len(fresh)} thẻ; lớp có {len(kept) + len(fresh)} thẻ, in ở {PRINTED_NAME}."
    again = len(cards) - len(fresh)
    details = (f"{again} thẻ đã có từ trước nên không ghi lại.",) if again else ()
    return note(folder, Done(said, details, _keep(folder, [*kept, *fresh])))


def keep_cards(folder: Path, cards: list[Commitment]) -> Done:
    """Let these be the cards of the class, and print them. Raises ClassError."""
    files = _keep(folder, cards)
    return note(folder, Done(f"Đã lưu {len(cards)} thẻ cam kết và làm tệp in.", (), files))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers; one that goes on with "tôi sẽ" belongs to the one before."""
    number, whole = 0, ""
    for place, raw in enumerate(text.splitlines(), start=1):
        line = raw.strip()
        if whole and _GOES_ON.match(line):
            whole = f"{whole} {line}"
        elif line:
            if whole:
                yield number, whole
            number, whole = place, line
    if whole:
        yield number, whole


def _card(number: int, line: str) -> Commitment:
    cells = [cell.strip() for cell in line.replace("\t", ";").split(";")]
    if len(cells) >= 3 and cells[1] and cells[2]:
        name, when, will, until, reminder = (*cells, "", "")[:5]
        return Commitment(name, _core(when), _core(will), _core(until), reminder)
    if spoken := _SPOKEN.fullmatch(line):
        name, until = (spoken["name"] or "").strip(), spoken["until"] or ""
        return Commitment(name, _core(spoken["when"]), _core(spoken["will"]), until)
    raise ClassError(
        f"Dòng {number} (“{line[:40]}”) chưa rõ khi nào thì làm gì; anh/chị viết “họ tên; khi …; "
        "tôi sẽ …” hoặc “Khi …, tôi sẽ …” rồi bấm lại."
    )


def _core(words: str) -> str:
    """The words without those that the printed card has already."""
    return _END.sub("", _LEAD.sub("", words.strip(), count=1).rstrip(" ,.;"))


def _key(card: Commitment) -> tuple[str, ...]:
    return tuple(" ".join(part.casefold().split()) for part in (card.name, card.when, card.will))


def _keep(folder: Path, cards: list[Commitment]) -> tuple[Path, ...]:
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_HEAD)
    writer.writerows(astuple(one) for one in cards)
    try:
        printed = _print(folder, cards)
        write_atomically(folder / CARDS_NAME, "\ufeff" + out.getvalue())
    except OSError as error:
        raise ClassError(
            f"Chưa lưu được thẻ ({reason(error)}); anh/chị đóng tệp đang mở rồi bấm lại."
        ) from error
    return folder / CARDS_NAME, printed


def _print(folder: Path, cards: list[Commitment]) -> Path:
    from grading.word.draft import Table
    from grading.word.write import Writer

    writer = Writer(title="Thẻ cam kết")
    writer.title("THẺ CAM KẾT", ("Việc sẽ làm khác đi sau khóa học",))
    for one in cards:
        rows = [
            (one.name or "Thẻ", "Thẻ cam kết"),
            ("Khi", f"{one.when},"),
            ("Tôi sẽ", f"{one.will}."),
            ("Trước ngày", one.until or "……/……/………"),
        ]
        if one.reminder:
            rows.append(("Người nhắc tôi", one.reminder))
        writer.table(Table(tuple(rows), widths=(45, 120), together=True))
    return writer.save(folder / PRINTED_NAME)
