"""Checking levels and formats: names that exist, one default each, an end within the case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from office_sim.mistakes import Mistake
from scenarios.case import Case
from scenarios.case_file import CaseFile
from scenarios.edition_file import FormatText, LevelText
from scenarios.known_names import not_among, outside
from scenarios.share import WHOLE, parts_of


def check_editions(case: Case) -> Iterator[Mistake]:
    """Every name or time in the levels and formats that leads nowhere."""
    file = case.file
    yield from _one_default(file, "level", file.levels)
    yield from _one_default(file, "format", file.formats)
    known = set(parts_of(file, WHOLE)) | {f"inject:{one.id}" for one in file.injects}
    phases = {f"phase:{phase.id}" for phase in file.phases}
    for level in file.levels:
        yield from _parts(file, f"level “{level.id}”, settles", level.settles, known)
    for form in file.formats:
        place = f"format “{form.id}”"
        yield from _parts(file, f"{place}, plays", form.plays, known | phases)
        if form.until is not None and (variant := outside(file, form.until)):
            problem = f"giờ “{form.until}” nằm ngoài tình huống ở biến thể {variant}"
            yield _mistake(file, f"{place}, until", problem, "dời giờ kết thúc của khung")
    levels = {level.id for level in file.levels}
    for one in (*file.injects, *file.happenings):
        for name in sorted(set(one.levels) - levels):
            yield _mistake(file, f"“{one.id}”, levels", *not_among(name, levels))
    for person in file.people:
        for name in sorted({one for manner in person.manners for one in manner.levels} - levels):
            yield _mistake(file, f"person “{person.id}”, manners", *not_among(name, levels))
    yield from _stand_in(file)


def _one_default(
    file: CaseFile, key: str, given: Sequence[LevelText] | Sequence[FormatText]
) -> Iterator[Mistake]:
    ids = [one.id for one in given]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        yield _mistake(file, key, f"mã “{twice}” dùng hai lần", "đặt mã khác cho một mục")
    if given and sum(one.default for one in given) != 1:
        yield _mistake(file, key, "cần đúng một mục mặc định", "ghi default = true ở một mục")


def _parts(file: CaseFile, place: str, named: Sequence[str], known: set[str]) -> Iterator[Mistake]:
    for part in sorted(set(named) - known):
        mend = "dùng mã việc, inject:, answer:, table:, document: hoặc phase: có trong case.toml"
        yield _mistake(file, place, f"không có “{part}”", mend)


def _stand_in(file: CaseFile) -> Iterator[Mistake]:
    leaves_out = any(one.settles for one in file.levels) or any(one.plays for one in file.formats)
    staff = {person.id for person in file.people if person.staff}
    if leaves_out and file.injects and file.stand_in not in staff:
        yield _mistake(file, "stand_in", *not_among(file.stand_in, staff))


def _mistake(file: CaseFile, place: str, problem: str, mend: str) -> Mistake:
    return Mistake(f"{file.id}/case.toml", place, problem, mend)
