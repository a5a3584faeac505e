"""Checking the texts of a case: every word in {...} is one that each variant has."""

from __future__ import annotations

from collections.abc import Iterator

from grading.answers import Answer
from grading.rubric import Criterion, Rubric
from office_sim.mistakes import Mistake
from scenarios.case import Case, CaseError
from scenarios.case_file import CaseFile
from scenarios.placeholders import PlaceholderError
from scenarios.variants import sample_variants

TEXT_VARIANTS = 60
"""Words come from the axes' values; every value is in this many variants."""


def check_texts(case: Case, rubric: Rubric | None) -> Iterator[Mistake]:
    """Every text that names a word which some variant lacks, told once, and a missing brief."""
    brief = case.folder / "brief.md"
    texts = dict(_case_texts(case.file))
    try:
        texts["brief.md", ""] = brief.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        mend = "viết đề bài cho người học vào tệp ấy, bảng mã UTF-8"
        yield Mistake(f"{case.id}/brief.md", "", "không đọc được tệp", mend)
    for criterion in rubric.criteria if rubric is not None else ():
        texts |= dict(_criterion_texts(criterion))
    for variant in sample_variants(case.file, TEXT_VARIANTS):
        try:
            here = case.in_variant(variant.id)
        except CaseError as error:
            yield from error.mistakes
            return
        for (file, place), text in list(texts.items()):
            try:
                here.say(text)
            except PlaceholderError as error:
                del texts[file, place]
                problem = f"từ trong ngoặc nhọn không có ở biến thể {variant.id}: “{error}”"
                mend = "sửa chính tả từ ấy, hoặc khai ở words của mọi giá trị trên một trục"
                yield Mistake(f"{case.id}/{file}", place, problem, mend)


def _case_texts(file: CaseFile) -> Iterator[tuple[tuple[str, str], str]]:
    """The texts of case.toml that are shown word for word (the world has its own check)."""
    for phase in file.phases:
        yield ("case.toml", f"phase “{phase.id}”"), f"{phase.title} {phase.lead}"
    for task in file.tasks:
        items = [item.text for option in task.options for item in option.items]
        titles = [option.title for option in task.options]
        yield ("case.toml", f"task “{task.id}”"), " ".join([task.title, task.help, *titles, *items])
    for table in file.tables:
        columns = [f"{column.title} {column.hint}" for column in table.columns]
        yield ("case.toml", f"table “{table.id}”"), " ".join([table.title, table.lead, *columns])
    for question in file.questions:
        items = [item.text for item in question.items]
        yield ("case.toml", f"question “{question.id}”"), " ".join([question.text, *items])


def _criterion_texts(criterion: Criterion) -> Iterator[tuple[tuple[str, str], str]]:
    for key in ("title", "where", "why", "fix", "lesson"):
        place = f"criterion “{criterion.id}”, {key}"
        yield ("rubric.toml", place), getattr(criterion, key)
    for number, check in enumerate(criterion.checks, start=1):
        accepted = check.accepts if isinstance(check, Answer) else ()
        place = f"criterion “{criterion.id}”, check thứ {number}"
        yield ("rubric.toml", place), " ".join([check.says, *accepted])
