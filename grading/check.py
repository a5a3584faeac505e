"""Checking a case whole: its names, its walks, its rubric against them, its written works."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from grading.answers import Answer
from grading.findings import Status
from grading.rubric import Criterion, RubricError, load_rubric
from grading.score import score
from office_sim.mistakes import Mistake
from scenarios.case import Case
from scenarios.check_names import check_names
from scenarios.check_walks import walk_case
from scenarios.edits import reference_work
from scenarios.variants import all_variants
from scenarios.written_works import written_works

REFERENCE_SHARE = 0.95


@dataclass(frozen=True)
class CheckReport:
    """What a check of a case saw."""

    variants: int
    walks: int
    mistakes: tuple[Mistake, ...]


def check_case(case: Case) -> CheckReport:
    """Check everything; a case whose names are wrong is not walked, a wrong rubric not judged."""
    mistakes = list(check_names(case)) + list(_texts(case))
    if mistakes:
        return CheckReport(0, 0, tuple(sorted(set(mistakes))))
    walks = walk_case(case)
    mistakes += walks.mistakes
    try:
        rubric = load_rubric(case.folder)
    except RubricError as error:
        mistakes += error.mistakes
    else:
        for criterion in rubric.criteria:
            mistakes += _criterion(case, criterion)
        if not mistakes:
            mistakes += list(_references(case))
            mistakes += list(_wrong_works(case))
    return CheckReport(walks.variants, walks.walks, tuple(sorted(set(mistakes))))


def _criterion(case: Case, criterion: Criterion) -> Iterator[Mistake]:
    name, place = f"{case.id}/rubric.toml", f"criterion “{criterion.id}”"
    known = {task.id for task in case.file.tasks}
    known |= {f"inject:{inject.id}" for inject in case.file.injects}
    known |= {f"answer:{question.id}" for question in case.file.questions}
    for one in set(criterion.tried) - known:
        yield Mistake(name, f"{place}, tried", f"không có “{one}”", "dùng mã có trong case.toml")
    if criterion.group not in {phase.id for phase in case.file.phases}:
        yield Mistake(name, f"{place}, group", f"không có phần “{criterion.group}”")
    questions = {question.id for question in case.file.questions}
    for check in criterion.checks:
        if isinstance(check, Answer) and check.question not in questions:
            yield Mistake(name, place, f"không có câu hỏi “{check.question}”")
    for variant in all_variants(case.file):
        if not any(variant.includes(check.only) for check in criterion.checks):
            yield Mistake(name, place, f"không có gì để xét ở biến thể {variant.id}")


def _references(case: Case) -> Iterator[Mistake]:
    """In every variant the reference, adapted by its anchors, earns nearly everything."""
    for variant in all_variants(case.file):
        here = case.in_variant(variant.id)
        sheet = score(here, reference_work(here))
        if sheet.points < REFERENCE_SHARE * sheet.max_points:
            failed = [one.criterion for one in sheet.findings if one.status is not Status.MET]
            problem = (
                f"bài mẫu chỉ được {sheet.points:g}/{sheet.max_points:g} ({', '.join(failed)})"
            )
            yield Mistake(f"{case.id}/reference", f"biến thể {variant.id}", problem)


def _wrong_works(case: Case) -> Iterator[Mistake]:
    """Every wrong work fails exactly what it names, and every criterion is named by one."""
    named: set[str] = set()
    for one in written_works(case):
        sheet = score(case.in_variant(one.work.variant), one.work)
        failed = {find.criterion for find in sheet.findings if find.status is not Status.MET}
        if failed != set(one.edit.fails):
            place = f"{case.id}/{one.folder.name}"
            problem = f"trượt {sorted(failed)}, trong khi nêu {sorted(one.edit.fails)}"
            yield Mistake(place, "fails", problem, "sửa edit.toml")
        if len(one.edit.fails) == 1:
            named |= failed
    for criterion in load_rubric(case.folder).criteria:
        if criterion.id not in named:
            problem = "chưa có bài sai nào chỉ trượt đúng tiêu chí này"
            yield Mistake(f"{case.id}/wrong", f"criterion “{criterion.id}”", problem)


def _texts(case: Case) -> Iterator[Mistake]:
    """Texts whose {words} the case does not have."""
    texts = {"brief.md": (case.folder / "brief.md").read_text(encoding="utf-8")}
    for criterion in load_rubric_quietly(case):
        for key in ("where", "why", "fix", "lesson"):
            texts[f"rubric.toml, {criterion.id}.{key}"] = getattr(criterion, key)
    for place, text in texts.items():
        try:
            case.say(text)
        except (KeyError, ValueError, IndexError) as error:
            yield Mistake(f"{case.id}/{place}", "", f"từ trong ngoặc nhọn không có: {error}")


def load_rubric_quietly(case: Case) -> tuple[Criterion, ...]:
    """The criteria, none if the rubric cannot be read (its mistakes are told elsewhere)."""
    try:
        return load_rubric(case.folder).criteria
    except RubricError:
        return ()
