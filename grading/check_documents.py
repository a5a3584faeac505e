"""Checking the Word documents of a case: their points, the reference, the wrong documents."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from grading.word.kinds import kind_called
from grading.written_documents import (
    failed_by,
    judge_document,
    points_of,
    reference_path,
    wrong_documents,
)
from office_sim import rulebook
from office_sim.mistakes import Mistake, MistakesError
from scenarios.case import Case
from scenarios.document_file import WORD, DocumentText, PointText
from scenarios.known_names import not_among
from scenarios.table_sources import source_of
from scenarios.typed import typed
from scenarios.variants import sample_variants

DOCUMENT_VARIANTS = 12
"""In so many variants the reference document is written and judged."""


def check_documents_of(case: Case) -> Iterator[Mistake]:
    """Every document that asks for what it cannot, or whose works do not show what they say."""
    wrong = [mistake for one in case.file.documents for mistake in _document(case, one)]
    yield from wrong
    asking = [one for one in case.documents if points_of(one)]
    if wrong or not asking:
        return
    try:
        with tempfile.TemporaryDirectory() as folder:
            for one in asking:
                yield from _reference(case, one, Path(folder))
            yield from _wrong_documents(case, asking, Path(folder))
    except MistakesError as error:
        yield from error.mistakes


def _document(case: Case, wanted: DocumentText) -> Iterator[Mistake]:
    place = f"document “{wanted.id}”"
    phases = {phase.id for phase in case.file.phases}
    if wanted.phase not in phases:
        yield _mistake(case, f"{place}, phase", *not_among(wanted.phase, phases))
    if kind_called(wanted.kind) is None:
        mend = f"dùng một loại có trong danh sách của lệnh {typed('word kinds')}"
        yield _mistake(case, f"{place}, kind", f"không có loại “{wanted.kind}”", mend)
    drawn = {one.id for one in case.file.tables if source_of(one.rows)}
    for asked in (*wanted.figures, *wanted.musts, *wanted.nevers):
        if asked.rows is not None and asked.rows not in drawn:
            yield _mistake(case, f"{place}, rows", *not_among(asked.rows, drawn))
    points = [*wanted.musts, *wanted.nevers]
    ids = [one.id for one in points]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield _mistake(case, f"{place}, “{twice}”", "mã dùng hai lần", "đặt mã khác")
    for point in points:
        yield from _point(case, place, point)
    if points_of(wanted) and not reference_path(case, wanted.id).is_file():
        mend = f"viết reference/{wanted.id}.toml"
        yield _mistake(case, place, "chưa có văn bản mẫu", mend)


def _point(case: Case, place: str, point: PointText) -> Iterator[Mistake]:
    spot = f"{place}, “{point.id}”"
    if point.rule not in rulebook.load():
        problem = f"sổ quy tắc không có mục “{point.rule}”"
        yield _mistake(case, spot, problem, "dùng một mã trong office_sim/rulebook")
    if not point.pattern and point.mentions is None:
        yield _mistake(case, spot, "không nêu tìm gì", "thêm pattern hoặc mentions")
    for pattern in (point.pattern, point.unless):
        try:
            re.compile(WORD.sub("x", pattern))
        except re.error as error:
            yield _mistake(case, spot, f"mẫu tìm sai ({error})", "sửa pattern hoặc unless")


def _reference(case: Case, wanted: DocumentText, folder: Path) -> Iterator[Mistake]:
    """In every variant the checker finds nothing in the reference document, not even a warning."""
    for variant in sample_variants(case.file, DOCUMENT_VARIANTS):
        report = judge_document(case.in_variant(variant.id), wanted.id, folder)
        if report.findings:
            told = "; ".join(one.what for one in report.findings)
            name = f"{case.id}/reference/{wanted.id}.toml"
            yield Mistake(name, f"biến thể {variant.id}", told, "sửa văn bản mẫu, hoặc điều ấy")
            return


def _wrong_documents(case: Case, asking: list[DocumentText], folder: Path) -> Iterator[Mistake]:
    """Every wrong document fails exactly what it names; every point is named by one alone."""
    alone: set[tuple[str, str]] = set()
    for one in wrong_documents(case):
        failed = failed_by(case, one.wrong, folder)
        if failed != set(one.wrong.fails):
            name = one.path.relative_to(case.folder.parent).as_posix()
            problem = f"sai {sorted(failed)}, trong khi nêu {sorted(one.wrong.fails)}"
            yield Mistake(name, "fails", problem, "sửa fails, hoặc sửa văn bản sai")
        if len(failed) == 1:
            alone.add((one.wrong.document, failed.pop()))
    for wanted in asking:
        for point in sorted(points_of(wanted)):
            if (wanted.id, point) not in alone:
                mend = "thêm một thư mục có document.toml với fails chỉ gồm điều này"
                place = f"document “{wanted.id}”, {point}"
                yield Mistake(f"{case.id}/wrong", place, "chưa có văn bản sai nào", mend)


def _mistake(case: Case, place: str, problem: str, mend: str) -> Mistake:
    return Mistake(f"{case.id}/case.toml", place, problem, mend)
