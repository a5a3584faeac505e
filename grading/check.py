"""Checking a case whole: its names, its walks, its rubric against them, its written works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from grading.check_rubric import check_rubric
from grading.check_texts import check_texts
from grading.findings import Status
from grading.proofs import proofs, whole_score
from grading.rubric import Rubric, RubricError, read_rubric
from office_sim.mistakes import Mistake
from scenarios.case import Case
from scenarios.check_editions import check_editions
from scenarios.check_names import check_names
from scenarios.check_plan import check_plan
from scenarios.check_tables import check_tables
from scenarios.check_visits import check_visits
from scenarios.check_walks import walk_case
from scenarios.edits import reference_work
from scenarios.share import all_editions, edition_vi
from scenarios.typed import typed
from scenarios.variants import count_variants, sample_variants
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, WorkError, read_work
from scenarios.written_works import written_works

REFERENCE_SHARE = 0.95
BRANCH_VARIANTS, REFERENCE_VARIANTS, EDITION_VARIANTS = 30, 240, 6
"""In so many variants every branch is walked, the reference judged, and judged at every level and
in every format; all if there are fewer."""


@dataclass(frozen=True)
class CheckReport:
    """What a check of a case saw; `mistakes` are sorted by file and place."""

    variants: int
    walks: int
    mistakes: tuple[Mistake, ...]


def check_case(case: Case) -> CheckReport:
    """Check everything. A case with a wrong name is not walked, one with a dead end not judged."""
    tables = list(check_tables(case))
    mistakes = [
        *check_names(case),
        *check_editions(case),
        *tables,
        *check_visits(case),
        *check_plan(case),
    ]
    rubric = None
    try:
        rubric = read_rubric(case.folder)
    except RubricError as error:
        mistakes += error.mistakes
    if not tables:  # rubric and texts speak of the rows
        mistakes += check_rubric(case, rubric) if rubric is not None else []
        mistakes += check_texts(case, rubric)
    if mistakes or rubric is None:
        return CheckReport(0, 0, tuple(sorted(set(mistakes))))
    walks = walk_case(case, sample_variants(case.file, BRANCH_VARIANTS))
    mistakes += walks.mistakes
    if not mistakes:
        mistakes += [*_references(case), *_editions(case), *_written_works(case, rubric)]
        mistakes += _documents(case)
    judged = min(REFERENCE_VARIANTS, count_variants(case.file))
    return CheckReport(judged, walks.walks, tuple(sorted(set(mistakes))))


def _documents(case: Case) -> Iterator[Mistake]:
    """Only where the case asks for documents of its own are Word files written and read."""
    if case.file.documents:
        from grading.check_documents import check_documents_of

        yield from check_documents_of(case)


def _work_in(file: Path) -> Work | None:
    try:
        return read_work(file)
    except WorkError:
        return None


def _references(case: Case) -> Iterator[Mistake]:
    """In every variant the reference, adapted by its anchors, earns nearly everything."""
    for variant in sample_variants(case.file, REFERENCE_VARIANTS):
        yield from _reference(case.in_variant(variant.id), REFERENCE_SHARE)


def _editions(case: Case) -> Iterator[Mistake]:
    """At every level and in every format the reference earns everything, and there is something.

    In the default edition it is judged in all variants (see above); here in a few.
    """
    variants = sample_variants(case.file, EDITION_VARIANTS)
    for edition in all_editions(case.file):
        for variant in variants:
            yield from _reference(case.in_edition(replace(edition, variant=variant.id)), 1.0)


def _reference(case: Case, share: float) -> Iterator[Mistake]:
    sheet = whole_score(case, reference_work(case))
    if sheet.max_points and sheet.points >= share * sheet.max_points:
        return
    failed = [one.criterion for one in sheet.findings if one.status is not Status.MET]
    problem = f"bài mẫu chỉ được {sheet.points:g}/{sheet.max_points:g} ({', '.join(failed)})"
    mend = "sửa plan.toml, hoặc tiêu chí nêu ở đây, hoặc phần giao ở mức và khung này"
    place = edition_vi(case.file, case.edition)
    yield Mistake(f"{case.id}/reference", place, problem, mend)


def _written_works(case: Case, rubric: Rubric) -> Iterator[Mistake]:
    """Every wrong work fails exactly what it names, every criterion is named by one alone.

    The files in the folders are those that the plan and the edits give.
    """
    for one in written_works(case):
        file = one.folder / FILE_NAME
        if _work_in(file) != one.work:
            mend = f"chạy: {typed('case build', case.id)}"
            place = file.relative_to(case.folder.parent).as_posix()
            yield Mistake(place, "", "chưa khớp với plan.toml và edit.toml", mend)
    named: set[str] = set()
    for proof in proofs(case):
        if not proof.holds:
            place = proof.path.relative_to(case.folder.parent).as_posix()
            problem = f"trượt {sorted(proof.failed)}, trong khi nêu {sorted(proof.named)}"
            spot = "costs" if proof.path.name == "document.toml" else "fails"
            yield Mistake(place, spot, problem, f"sửa {spot}, hoặc sửa bài sai")
        if len(proof.named) == 1:
            named |= proof.failed
    for criterion in rubric.criteria:
        if criterion.id not in named:
            problem = "chưa có bài sai nào chỉ trượt đúng tiêu chí này"
            mend = "thêm một thư mục có edit.toml hoặc document.toml chỉ trượt tiêu chí này"
            yield Mistake(f"{case.id}/wrong", f"criterion “{criterion.id}”", problem, mend)
