"""The learner's Word documents: each checked against the case, all of them against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

from grading.word import (
    CaseFacts,
    NumberFact,
    PointFact,
    UnreadableWordError,
    WordFinding,
    check_file,
    compare,
)
from grading.word.meeting_file import missing_papers
from grading.word.report import DocumentReport
from grading.word.text import fold
from office_sim import rulebook
from scenarios.case import Case
from scenarios.document_file import DocumentText, PointText, RowWords, row_words
from scenarios.play import play
from scenarios.typed_number import number_of
from scenarios.variants import values_of
from scenarios.work import Work

KINDS_WITH_FIGURES = frozenset({"bien_ban", "thong_bao_ket_luan", "bao_cao"})
"""Kinds that must repeat the case's figures; an invitation or a programme need not."""


class DocumentStatus(StrEnum):
    """How a wanted document stands."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    UNTOUCHED = "untouched"
    CHECKED = "checked"


DOCUMENT_STATUS_VI = {
    DocumentStatus.MISSING: "Chưa có tệp",
    DocumentStatus.UNREADABLE: "Không đọc được",
    DocumentStatus.UNTOUCHED: "Mẫu còn trống",
    DocumentStatus.CHECKED: "Đã kiểm tra",
}


@dataclass(frozen=True)
class CheckedDocument:
    """One wanted document. `problem` is the sentence about a file that cannot be read."""

    wanted: DocumentText
    path: Path
    status: DocumentStatus
    report: DocumentReport | None = None
    problem: str = ""


@dataclass(frozen=True)
class CheckedDocuments:
    """All wanted documents and where they contradict each other.

    `of_meeting` says that they are papers of a meeting's file.
    """

    documents: tuple[CheckedDocument, ...]
    disagreements: tuple[WordFinding, ...] = ()
    of_meeting: bool = True

    @property
    def missing_from_file(self) -> list[str]:
        """Names of the papers that the meeting file still lacks (Chuyên đề 7, dòng 1022-1032)."""
        if not self.of_meeting:
            return []
        kinds = [one.report.kind for one in self.documents if one.report is not None]
        return [paper.name for paper in missing_papers(kinds)]


def file_name(wanted: DocumentText) -> str:
    """The name under which the document lies beside the work."""
    return f"{wanted.id}.docx"


def check_documents(case: Case, work: Work, folder: Path, rules: str = "HD05") -> CheckedDocuments:
    """Check every wanted document that lies in the folder. A bad file stops no other.

    Takes up to a second for each file, which is read in a process of its own.
    """
    facts = facts_of(case, work)
    checked = tuple(
        check_document(one, folder / file_name(one), facts_for(case, one, facts), rules)
        for one in case.documents
    )
    reports = [one.report for one in checked if one.status is DocumentStatus.CHECKED and one.report]
    disagreements = tuple(compare(reports)) if len(reports) > 1 else ()
    return CheckedDocuments(checked, disagreements, case.world.meeting is not None)


def check_document(
    wanted: DocumentText, path: Path, facts: CaseFacts, rules: str = "HD05"
) -> CheckedDocument:
    """Check one document, whatever its file is."""
    if not path.exists():
        return CheckedDocument(wanted, path, DocumentStatus.MISSING)
    try:
        report = check_file(path, wanted.kind, rules, facts)
    except UnreadableWordError as problem:
        return CheckedDocument(wanted, path, DocumentStatus.UNREADABLE, problem=problem.sentence)
    status = DocumentStatus.UNTOUCHED if report.untouched else DocumentStatus.CHECKED
    return CheckedDocument(wanted, path, status, report)


def facts_of(case: Case, work: Work | None = None) -> CaseFacts:
    """What papers of this case must say; with a work, as things stand in its run.

    The run knows the hour after it was moved and the room that was booked. Without a meeting only
    the figures and the days of issue are known.
    """
    world = case.world
    facts = CaseFacts(
        numbers=tuple(
            NumberFact(one.label, one.value, one.unit)
            for value in values_of(case.file, case.variant)
            for one in value.numbers
        ),
        issued_from=world.start.date(),
        issued_to=world.end.date(),
        special=True,
    )
    return _with_meeting(case, work, facts) if world.meeting is not None else facts


def _with_meeting(case: Case, work: Work | None, facts: CaseFacts) -> CaseFacts:
    """The facts with the meeting's hour, place, body and chair."""
    world, text = case.world, case.file.meeting
    assert world.meeting is not None and text is not None
    starts, place = world.meeting.start, text.place
    if work is not None:
        office = play(case, work).office
        starts = office.meeting.start
        room = office.rooms.get(office.meeting.room)
        place = room.spec.title if room is not None else place
    chair = world.person(text.chair)
    return replace(
        facts,
        starts=starts,
        place=place,
        body=case.file.bodies.get(world.meeting.body, ""),
        chair=chair.name if chair is not None else "",
    )


def facts_for_kind(kind: str, facts: CaseFacts) -> CaseFacts:
    """The facts that a document of this kind has to give: only some speak of figures."""
    return facts if kind in KINDS_WITH_FIGURES else replace(facts, numbers=())


def facts_for(case: Case, wanted: DocumentText, facts: CaseFacts) -> CaseFacts:
    """The facts for one document of the case: those of its kind, and what is asked of it alone."""
    own = facts_for_kind(wanted.kind, facts)
    return replace(
        own,
        numbers=(*own.numbers, *_figures(case, wanted)),
        musts=tuple(_points(case, wanted.musts)),
        nevers=tuple(_points(case, wanted.nevers)),
    )


def _figures(case: Case, wanted: DocumentText) -> Iterator[NumberFact]:
    for figure in wanted.figures:
        for row in row_words(figure, case.true_table(figure.rows or "")):
            say = row.say if figure.rows else case.say
            value = number_of(say(figure.value))
            if value is not None:
                yield NumberFact(say(figure.label), value, say(figure.unit))


def _points(case: Case, points: tuple[PointText, ...]) -> Iterator[PointFact]:
    for point in points:
        rule = rulebook.load()[point.rule]
        for row in row_words(point, case.true_table(point.rows or "")):
            yield PointFact(
                id=point.id,
                what=row.say(point.what),
                pattern=row.say(point.pattern, _sought) + _spoken_of(point, row),
                unless=row.say(point.unless, _sought),
                fix=row.say(point.fix),
                why=rule.text,
                source=rule.citation,
                confidence=rule.confidence,
            )


def _sought(words: str) -> str:
    return re.escape(fold(words))


def _spoken_of(point: PointText, row: RowWords) -> str:
    """A pattern of a paragraph that speaks of all that the row's cell must speak of."""
    groups = row.groups.get(point.mentions, ()) if point.mentions else ()
    return "".join(f"(?=.*(?:{'|'.join(map(_sought, one.split('|')))}))" for one in groups)
