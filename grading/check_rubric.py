"""Checking a rubric against its case: names, times, words and rules that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from grading.answers import Answer
from grading.constraints import Absence, Check, Existence, NotCoexistence, Precedence, Response
from grading.document_check import DocumentCheck
from grading.document_facts import points_of
from grading.figures import Figure
from grading.rubric import DOCUMENT, AnyCheck, Criterion, Rubric, unsound
from grading.table_checks import Cells, Filled
from grading.timetable_check import Timetable
from grading.truth_checks import NoClash, Ordered, Right, TruthCheck
from grading.week_measures import WeekMeasure
from office_sim import rulebook
from office_sim.mistakes import Mistake
from office_sim.patterns import Pattern
from scenarios.build_world import anchors_of
from scenarios.case import Case
from scenarios.check_tables import DRAWN_VARIANTS
from scenarios.known_names import not_among, outside, unknown_in_only, unknown_in_pattern
from scenarios.table_sources import source_of
from scenarios.variants import all_variants, clock_variants, sample_variants
from scenarios.week_play import week_kinds


def check_rubric(case: Case, rubric: Rubric) -> Iterator[Mistake]:
    """Every name, time or rule in the rubric that cannot stand, each with its place."""
    yield from unsound(f"{case.id}/rubric.toml", rubric)
    groups = {one.id for one in (rubric.groups or case.file.phases)}
    for criterion in rubric.criteria:
        yield from _criterion(case, criterion, groups)
        for check in criterion.checks:
            yield from _check(case, criterion, check)


def _criterion(case: Case, criterion: Criterion, groups: set[str]) -> Iterator[Mistake]:
    known = {task.id for task in case.file.tasks}
    known |= {f"inject:{inject.id}" for inject in case.file.injects}
    known |= {f"answer:{question.id}" for question in case.file.questions}
    known |= {f"table:{table.id}" for table in case.file.tables}
    known |= {f"{DOCUMENT}{one.id}" for one in case.file.documents}
    for one in sorted(set(criterion.tried) - known):
        mend = "dùng mã việc, inject:, answer:, table: hoặc document: với mã có trong case.toml"
        yield _mistake(case, criterion, "tried", f"không có “{one}”", mend)
    if criterion.group not in groups:
        yield _mistake(case, criterion, "group", *not_among(criterion.group, groups))
    rule = next((one for one in rulebook.load() if one.id == criterion.rule), None)
    for variant in clock_variants(case.file):
        start = min(anchors_of(case.file, variant).values()).date()
        if rule is not None and not rule.is_in_force(start):
            problem = f"quy tắc {rule.id} không có hiệu lực vào ngày của biến thể {variant.id}"
            yield _mistake(case, criterion, "rule", problem, "dẫn quy tắc đang có hiệu lực")
            return
    for variant in all_variants(case.file):
        if not any(variant.includes(check.only) for check in criterion.checks):
            problem = f"không có gì để xét ở biến thể {variant.id}"
            yield _mistake(case, criterion, "only", problem, "thêm một check cho biến thể ấy")
            return


def _check(case: Case, criterion: Criterion, check: AnyCheck) -> Iterator[Mistake]:
    for spot, problem, mend in unknown_in_only(case.file, check.only):
        yield _mistake(case, criterion, spot, problem, mend)
    for key, pattern in _patterns(check):
        for spot, problem, mend in unknown_in_pattern(case.file, pattern):
            yield _mistake(case, criterion, f"{key}, {spot}", problem, mend)
    if isinstance(check, Existence):
        for key in ("since", "until"):
            time = getattr(check, key)
            if time is not None and (variant := outside(case.file, time)):
                problem = f"giờ “{time}” nằm ngoài tình huống ở biến thể {variant}"
                yield _mistake(case, criterion, key, problem, "dời giờ, hoặc dùng only")
    tables = {table.id: table for table in case.file.tables}
    if isinstance(check, Filled | Cells):
        if check.table not in tables:
            yield _mistake(case, criterion, "table", *not_among(check.table, tables))
        elif tables[check.table].column(check.column) is None:
            known = {column.id for column in tables[check.table].columns}
            yield _mistake(case, criterion, "column", *not_among(check.column, known))
    if isinstance(check, Cells) and not (case.folder / check.truth).is_file():
        mend = "đặt tệp CSV vào thư mục của tình huống"
        yield _mistake(case, criterion, "truth", f"không có tệp “{check.truth}”", mend)
    if isinstance(check, WeekMeasure):
        kinds = {kind.id for kind in week_kinds(case)}
        for one in sorted(set(check.kinds) - kinds) or ([] if kinds else [""]):
            yield _mistake(case, criterion, "kinds", *not_among(one, kinds))
    if isinstance(check, TruthCheck):
        yield from _truth_check(case, criterion, check)
    if isinstance(check, DocumentCheck):
        yield from _document_check(case, criterion, check)
    questions = {question.id for question in case.file.questions}
    if isinstance(check, Answer) and check.question not in questions:
        yield _mistake(case, criterion, "question", *not_among(check.question, questions))


def _document_check(case: Case, criterion: Criterion, check: DocumentCheck) -> Iterator[Mistake]:
    """A document that the case does not want, a point that nobody asks of it."""
    wanted = next((one for one in case.file.documents if one.id == check.document), None)
    if wanted is None:
        known = {one.id for one in case.file.documents}
        yield _mistake(case, criterion, "document", *not_among(check.document, known))
        return
    own = points_of(wanted)
    for point in sorted(set(check.points) - own):
        if not point.startswith("content."):
            yield _mistake(case, criterion, "points", *not_among(point, own))


def _truth_check(case: Case, criterion: Criterion, check: TruthCheck) -> Iterator[Mistake]:
    """A table that is not drawn, a column it lacks, kinds of which a variant has no row."""
    table = next((one for one in case.file.tables if one.id == check.table), None)
    if table is None or source_of(table.rows) is None:
        drawn = {one.id for one in case.file.tables if source_of(one.rows)}
        yield _mistake(case, criterion, "table", *not_among(check.table, drawn))
        return
    columns: tuple[str, ...] = (getattr(check, "column", ""),)
    if isinstance(check, NoClash | Timetable):
        columns = check.columns
    known = {one.id for one in table.columns}
    for column in sorted(set(columns) - known):
        yield _mistake(case, criterion, "column", *not_among(column, known))
    for variant in sample_variants(case.file, DRAWN_VARIANTS):
        true = case.in_variant(variant.id).true_table(table.id)
        if not variant.includes(check.only) or true is None:
            continue
        for kind in check.kinds:
            if not true.of_kinds((kind,)):
                problem = f"biến thể {variant.id} không có hàng nào thuộc loại “{kind}”"
                mend = "thêm kinds trong kho của bảng, hoặc sửa kinds của check"
                yield _mistake(case, criterion, "kinds", problem, mend)
                return
        if isinstance(check, Timetable) and not check.bound_rows(true):
            problem = f"biến thể {variant.id} không có việc nào có thể phạm “{check.keeps_from}”"
            mend = "sửa facts của kho lịch tuần, hoặc sửa kinds, keeps_from của check"
            yield _mistake(case, criterion, "keeps_from", problem, mend)
            return
        blank = [
            column
            for column in columns
            if isinstance(check, Right | Ordered)
            for row in true.of_kinds(check.kinds)
            if not row.right.get(column)
        ]
        if blank:
            problem = f"có hàng trong kho không nêu right của cột “{blank[0]}”"
            yield _mistake(case, criterion, "column", problem, "thêm right cho mọi hàng được xét")
            return


def _patterns(check: Check) -> Iterator[tuple[str, Pattern]]:
    keys: dict[type[Check], tuple[str, ...]] = {
        Existence: ("event",),
        Absence: ("event", "given"),
        Precedence: ("first", "then"),
        Response: ("trigger", "then"),
        NotCoexistence: ("first", "second"),
        Figure: ("event",),
    }
    for key in keys.get(type(check), ()):
        yield key, getattr(check, key)


def _mistake(case: Case, criterion: Criterion, spot: str, problem: str, mend: str) -> Mistake:
    place = f"criterion “{criterion.id}”, {spot}"
    return Mistake(f"{case.id}/rubric.toml", place, problem, mend)
