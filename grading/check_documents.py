"""Checking the Word documents of a case: their points, the reference, the wrong documents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grading.document_facts import points_of
from grading.document_works import reference_path, wrong_documents
from grading.word.kinds import kind_called
from grading.written_documents import checked_with, failed_by
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
    if wrong:
        return
    try:
        yield from _references(case)
        yield from _wrong_documents(case)
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
    if not reference_path(case, wanted.id).is_file():
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


def _references(case: Case) -> Iterator[Mistake]:
    """In every variant the checker finds nothing in the reference documents, not even a warning."""
    for variant in sample_variants(case.file, DOCUMENT_VARIANTS):
        checked = checked_with(case.in_variant(variant.id))
        found = {one.wanted.id: one.report.findings for one in checked.documents if one.report}
        found["*"] = checked.disagreements
        for document, findings in found.items():
            if findings:
                told = "; ".join(one.what for one in findings)
                name = f"{case.id}/reference/{document}.toml"
                mend = "sửa văn bản mẫu, hoặc điều ấy"
                yield Mistake(name, f"biến thể {variant.id}", told, mend)
                return


def _wrong_documents(case: Case) -> Iterator[Mistake]:
    """Every wrong document fails exactly what it names; every point is named by one alone."""
    alone: set[tuple[str, str]] = set()
    for one in wrong_documents(case):
        failed = failed_by(case, one.wrong)
        if failed != set(one.wrong.fails):
            name = one.path.relative_to(case.folder.parent).as_posix()
            problem = f"sai {sorted(failed)}, trong khi nêu {sorted(one.wrong.fails)}"
            yield Mistake(name, "fails", problem, "sửa fails, hoặc sửa văn bản sai")
        if len(failed) == 1:
            alone.add((one.wrong.document, failed.pop()))
    for wanted in case.documents:
        for point in sorted(points_of(wanted)):
            if (wanted.id, point) not in alone:
                mend = "thêm một thư mục có document.toml với fails chỉ gồm điều này"
                place = f"document “{wanted.id}”, {point}"
                yield Mistake(f"{case.id}/wrong", place, "chưa có văn bản sai nào", mend)


def _mistake(case: Case, place: str, problem: str, mend: str) -> Mistake:
    return Mistake(f"{case.id}/case.toml", place, problem, mend)
