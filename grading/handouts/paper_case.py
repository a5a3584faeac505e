"""The papers of a case: brief, role cards, inject cards, evaluation sheet, as Word files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from grading.handouts.cards import inject_cards, role_cards
from grading.handouts.inject_times import case_injects
from grading.handouts.markdown_text import write_markdown
from grading.handouts.sheets import evaluation_sheet
from grading.handouts.table_sheets import drawn_tables, table_sheets
from scenarios.atomic_file import reason
from scenarios.brief import brief_of
from scenarios.case import Case

if TYPE_CHECKING:
    from grading.word.write import Writer

FICTIONAL = "Tình huống giả định: mọi tên người, địa danh, con số và văn bản đều là hư cấu."


class PaperError(Exception):
    """A paper cannot be written; the message is one Vietnamese sentence."""


def write_paper_case(case: Case, folder: Path) -> list[Path]:
    """Write every paper of the case's variant into the folder; returns the files.

    Raises PaperError if the folder cannot be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return [_write(case, name, folder) for name in papers_of(case)]
    except OSError as error:
        raise PaperError(
            f"Không ghi được vào thư mục “{folder}” ({reason(error)}); "
            "chọn thư mục khác rồi làm lại."
        ) from error


def papers_of(case: Case) -> list[str]:
    """The names of the papers that this case has: no cards where there is nobody to hand them to,
    sheets where there are tables to fill in.
    """
    wanted = {
        "2_the_vai": any(person.staff for person in case.world.people),
        "3_the_tinh_tiet": bool(case_injects(case)),
        "6_bang_bai_lam": bool(drawn_tables(case)),
    }
    return [name for name in _PAPERS if wanted.get(name, True)]


def _write(case: Case, name: str, folder: Path) -> Path:
    from grading.word.write import Writer  # python-docx: only where a Word file is made

    title, fill = _PAPERS[name]
    writer = Writer(title=f"{case.file.title}: {title.lower()}")
    writer.small(FICTIONAL)
    writer.title(title.upper(), (case.file.title,))
    fill(writer, case)
    return writer.save(folder / f"{name}.docx")


def _brief(writer: Writer, case: Case) -> None:
    write_markdown(writer, brief_of(case))


def _facilitator(writer: Writer, case: Case) -> None:
    text = (case.folder / "facilitator.md").read_text(encoding="utf-8")
    write_markdown(writer, case.say(text))


_PAPERS: dict[str, tuple[str, Callable[[Writer, Case], None]]] = {
    "1_de_bai": ("Đề bài", _brief),
    "2_the_vai": ("Thẻ vai", role_cards),
    "3_the_tinh_tiet": ("Thẻ tình tiết", inject_cards),
    "4_phieu_danh_gia": ("Phiếu đánh giá", evaluation_sheet),
    "5_huong_dan_giang_vien": ("Hướng dẫn giảng viên", _facilitator),
    "6_bang_bai_lam": ("Bảng bài làm", table_sheets),
}

PAPER_VI = {name: title for name, (title, _) in _PAPERS.items()}
