"""Walking a case: every variant, every choice, the reference; nothing may end in a dead end.

Where some injects come at one level only, the variants are walked at the default level and at
those levels by turns.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from office_sim.log import EventKind
from office_sim.mistakes import Mistake
from office_sim.simulation import Run
from scenarios.case import Case
from scenarios.colleagues import completed
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.play import ReadyWork
from scenarios.variants import Variant, all_variants
from scenarios.work import Work

RANDOM_WALKS = 4
"""Walks with choices by chance, beside one walk for each single choice, in every variant."""


@dataclass
class Walks:
    """What the walks have seen. Filled by `walk_case`."""

    variants: int = 0
    walks: int = 0
    raised: set[str] = field(default_factory=set)
    mistakes: list[Mistake] = field(default_factory=list)


def walk_case(case: Case, variants: Sequence[Variant] | None = None) -> Walks:
    """Walk the variants (None: all of them) and return what was seen, mistakes included."""
    seen = Walks()
    chosen = variants if variants is not None else list(all_variants(case.file))
    seen.variants = len(chosen)
    for edition in _editions(case, chosen):
        here = case.in_edition(edition)
        reference = reference_work(here)
        level = here.level.title.lower() if here.level and edition.level else ""
        spot = f"biến thể {edition.variant}" + (f", mức {level}" if level else "")
        ready = ReadyWork.of(here.world, completed(here, reference))
        run = _walk(here, ready, f"{spot}, bài mẫu", seen)
        if run is not None:
            seen.mistakes += _undone(case, run, reference, f"{spot}, bài mẫu")
        for name, picks in _branches(here):
            _walk(here, ready.deciding(picks), f"{spot}, {name}", seen)
    for inject in case.file.injects:
        if inject.id not in seen.raised:
            mend = "xem lại at, on, given, unless của tình tiết"
            seen.mistakes.append(
                _mistake(case, f"inject “{inject.id}”", "không bao giờ xảy ra", mend)
            )
    seen.mistakes = sorted(set(seen.mistakes))
    return seen


def _editions(case: Case, variants: Sequence[Variant]) -> Iterator[Edition]:
    """Each variant at one level, by turns; a few variants at all of the levels.

    The levels are the default one and those with injects that it lacks.
    """
    more = {level for one in case.file.injects for level in one.levels}
    levels = ["", *sorted(more - {case.in_edition(Edition()).edition.level})]
    for number, variant in enumerate(variants):
        few = len(variants) < len(levels)
        for level in levels if few else [levels[number % len(levels)]]:
            yield Edition(variant.id, level)


def _branches(case: Case) -> Iterator[tuple[str, dict[str, str]]]:
    """The choices of each walk beside those of the reference."""
    for inject in case.injects:
        for choice in inject.choices:
            yield f"{inject.id} = {choice.id}", {inject.id: choice.id}
    chance = random.Random(case.variant.id)
    for number in range(RANDOM_WALKS):
        picks = {inject.id: chance.choice(inject.choices).id for inject in case.injects}
        yield f"lượt ngẫu nhiên {number + 1}", picks


def _walk(case: Case, ready: ReadyWork, place: str, seen: Walks) -> Run | None:
    """One walk; None if it broke off."""
    seen.walks += 1
    try:
        run = ready.play_in(case.world)
    except Exception as error:  # any failure of a walk is the author's to hear of, with its place
        problem = f"lượt chơi dừng vì lỗi {type(error).__name__}: {error}"
        seen.mistakes.append(_mistake(case, place, problem, "xem lại effects của lựa chọn này"))
        return None
    seen.raised |= {event.subject for event in run.office.events(EventKind.INJECT_RAISED)}
    if not run.finished:
        waiting = run.waiting.id if run.waiting else "?"
        mend = "thêm quyết định cho tình tiết ấy vào bài mẫu, hoặc sửa mã lựa chọn"
        seen.mistakes.append(_mistake(case, place, f"ngõ cụt ở tình tiết “{waiting}”", mend))
    return run


def _undone(case: Case, run: Run, work: Work, place: str) -> Iterable[Mistake]:
    done = {event.subject for event in run.office.events(EventKind.ORDER_DONE)}
    for order in work.orders:
        if order.id not in done:
            mend = "xem lại needs của việc và giờ trong reference/plan.toml"
            yield _mistake(case, place, f"việc “{order.task}” của bài mẫu không làm được", mend)


def _mistake(case: Case, place: str, problem: str, mend: str) -> Mistake:
    return Mistake(f"{case.id}/case.toml", place, problem, mend)
