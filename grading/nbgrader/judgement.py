"""Judgements: everything that is found in one hand-in, by data alone, ready to be written down."""

from __future__ import annotations

import contextlib
import io
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from grading.award import award
from grading.criteria import criteria_of
from grading.explained import explained
from grading.findings import Finding, Status
from grading.last_judged import UNREADABLE, last_judged
from grading.nbgrader.word_cells import answered_words
from grading.score import Judged
from grading.week_story import day_lines, week_story
from office_sim.calendar import format_moment
from office_sim.log import EventKind
from office_sim.sentences import Sentences
from scenarios.case import load_case
from scenarios.edition import OPEN, Edition

# What a learner looks for in a timeline: what came in, what was decided, what became of it.
_TOLD = {
    EventKind.INJECT_RAISED,
    EventKind.DECISION_MADE,
    EventKind.CONSEQUENCE,
    EventKind.ORDER_BLOCKED,
    EventKind.ORDER_REFUSED,
    EventKind.INVITATIONS_SENT,
    EventKind.MEETING_MOVED,
    EventKind.MEETING_OPENED,
    EventKind.MEETING_FAILED,
    EventKind.MEETING_CLOSED,
    EventKind.PAPER_ISSUED,
    EventKind.PAPER_LEAKED,
    EventKind.MINUTES_COMPLETED,
    EventKind.FILE_COMPILED,
}


@dataclass(frozen=True)
class Judgement:
    """What was found in a hand-in. `trouble` is a Vietnamese sentence if it could not be read.

    `timeline` pairs the office's time with a sentence; `cells` tells for a criterion on tables
    what stands in each cell that is not right, and what is right; `words` holds the questions
    answered in words: id, question, answer.
    """

    case: str
    variant: str = ""
    trouble: str = ""
    findings: tuple[Finding, ...] = ()
    timeline: tuple[tuple[str, str], ...] = ()
    level: str = ""
    format: str = ""
    cells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: tuple[tuple[str, str, str], ...] = ()

    @property
    def edition(self) -> Edition:
        """The edition of the case that was judged."""
        return Edition(self.variant, self.level, self.format)

    def finding(self, criterion: str) -> Finding | None:
        """The finding of one criterion, None if there is none."""
        return next((one for one in self.findings if one.criterion == criterion), None)

    def as_data(self) -> dict[str, Any]:
        """The judgement as plain data for JSON."""
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Judgement:
        """The judgement that `as_data` gave."""
        findings = tuple(
            Finding(**{**one, "status": Status(one["status"])}) for one in data["findings"]
        )
        timeline = tuple((at, text) for at, text in data["timeline"])
        cells = {key: tuple(lines) for key, lines in data.get("cells", {}).items()}
        words = tuple((name, asked, said) for name, asked, said in data.get("words", ()))
        names = {key: str(data.get(key, "")) for key in ("case", "variant", "trouble")}
        names |= {key: str(data.get(key, "")) for key in ("level", "format")}
        return cls(**names, findings=findings, timeline=timeline, cells=cells, words=words)


def judge_folder(case_id: str, folder: Path, edition: Edition = OPEN) -> Judgement:
    """Judge the work in a folder for an assignment about this edition of the case.

    A work that cannot be read, or is of another edition, is a judgement with `trouble`.
    """
    try:
        judged = last_judged(case_id, folder, edition)
    except UNREADABLE as error:
        return Judgement(case_id, trouble=str(error))
    sheet = judged.sheet
    found = Judgement(case_id, sheet.variant, "", sheet.findings, (), sheet.level, sheet.format)
    if judged.own.is_untouched:
        return found
    return replace(
        found,
        timeline=tuple(_timeline(judged)),
        cells=dict(_cells(judged)),
        words=tuple(answered_words(judged.evidence.case, judged.own)),
    )


def cell_results(
    case_id: str, folder: Path, edition: Edition = OPEN, dropped: Collection[str] = ()
) -> dict[str, tuple[str, float]]:
    """Criterion -> what its test cell prints and returns when nbgrader executes it here.

    The criteria in `dropped` count nothing.
    """
    results = {}
    for criterion in criteria_of(load_case(case_id, edition)):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            counts = criterion.id not in dropped
            value = award(case_id, criterion.id, folder, counts=counts, **edition.named())
        results[criterion.id] = (printed.getvalue(), value)
    return results


def _cells(judged: Judged) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is said of single cells, for the criteria that were tried and not met."""
    for criterion in criteria_of(judged.evidence.case):
        finding = judged.sheet.finding(criterion.id)
        if finding is None or finding.status in (Status.MET, Status.NOT_ATTEMPTED):
            continue
        if lines := explained(judged.evidence, criterion):
            yield criterion.id, tuple(lines)


def _timeline(judged: Judged) -> Iterator[tuple[str, str]]:
    story = week_story(judged.evidence.case, judged.evidence.work)
    yield from day_lines(story) if story is not None else ()
    sentences = Sentences(judged.evidence.case.world)
    for event in judged.evidence.run.log:
        if event.kind in _TOLD:
            yield format_moment(event.at), sentences.of(event)
