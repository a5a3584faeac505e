"""The learner's Word documents: each checked against the case, all of them against each other."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from grading.document_facts import facts_for, facts_of, has_meeting_file
from grading.read_reports import report_on
from grading.word import CaseFacts, UnreadableWordError, WordFinding, compare
from grading.word.asking import one_reader
from grading.word.meeting_file import missing_papers
from grading.word.report import DocumentReport
from office_sim.simulation import Run
from scenarios.case import Case
from scenarios.document_file import DocumentText
from scenarios.play import play
from scenarios.work import Work

MAX_DOCUMENT_BYTES = 5_000_000
"""A larger file is no half page; it is neither taken at the desk nor collected nor read."""


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
_TOO_LARGE_VI = "Tệp “{name}” lớn hơn 5 MB nên không được đọc. Anh/chị bỏ bớt hình ảnh rồi lưu lại."


@dataclass(frozen=True)
class CheckedDocument:
    """One wanted document. `problem` is the sentence about a file that cannot be read."""

    wanted: DocumentText
    path: Path
    status: DocumentStatus
    report: DocumentReport | None = None
    problem: str = ""

    @property
    def is_begun(self) -> bool:
        """Whether something was handed in that is not a blank form."""
        return self.status in (DocumentStatus.CHECKED, DocumentStatus.UNREADABLE)

    @property
    def errors(self) -> tuple[WordFinding, ...]:
        """What counts: errors by confirmed rules; a warning or a rule in doubt never does."""
        found = self.report.errors if self.report is not None else ()
        return tuple(one for one in found if one.confirmed)

    def is_named_in(self, disagreement: WordFinding) -> bool:
        """Whether this is one of the documents that contradict each other there."""
        name = self.report.name if self.report is not None else ""
        return any(place.part == name for place in disagreement.places)


@dataclass(frozen=True)
class CheckedDocuments:
    """All wanted documents and where they contradict each other.

    `of_meeting` says that they are papers of a meeting's file.
    """

    documents: tuple[CheckedDocument, ...]
    disagreements: tuple[WordFinding, ...] = ()
    of_meeting: bool = True

    def of(self, document: str) -> CheckedDocument | None:
        """The document with this id, None if this edition of the case does not want it."""
        return next((one for one in self.documents if one.wanted.id == document), None)

    @property
    def missing_from_file(self) -> list[str]:
        """Names of the papers that the meeting file still lacks (Chuyên đề 7, dòng 1022-1032)."""
        if not self.of_meeting:
            return []
        kinds = [one.report.kind for one in self.documents if one.report is not None]
        return [paper.name for paper in missing_papers(kinds)]


class DocumentSource(Protocol):
    """Where the documents of a work come from."""

    def check(self, case: Case, wanted: DocumentText, facts: CaseFacts) -> CheckedDocument:
        """How one wanted document stands against the facts, whatever its file is."""


class NoDocuments:
    """The source of a work without documents."""

    def check(self, case: Case, wanted: DocumentText, facts: CaseFacts) -> CheckedDocument:
        """None is ever there."""
        return CheckedDocument(wanted, Path(file_name(wanted)), DocumentStatus.MISSING)


@dataclass(frozen=True)
class DocumentFolder:
    """The documents that lie beside a work. Each is read in a process of its own."""

    folder: Path
    rules: str = "HD05"

    def check(self, case: Case, wanted: DocumentText, facts: CaseFacts) -> CheckedDocument:
        """How the file stands; what is not a plain file is not there."""
        path = self.folder / file_name(wanted)
        if path.is_symlink() or not path.is_file():
            return CheckedDocument(wanted, path, DocumentStatus.MISSING)
        return check_document(wanted, path, facts, self.rules)


NO_DOCUMENTS = NoDocuments()


def file_name(wanted: DocumentText) -> str:
    """The name under which the document lies beside the work."""
    return f"{wanted.id}.docx"


def check_documents(case: Case, work: Work, folder: Path, rules: str = "HD05") -> CheckedDocuments:
    """Check every wanted document that lies in the folder, as `documents_of` does."""
    return documents_of(case, play(case, work), DocumentFolder(folder, rules))


def documents_of(case: Case, run: Run, source: DocumentSource) -> CheckedDocuments:
    """Check every wanted document against the case as it stands in the run, and all together.

    A bad file stops no other. A second for the first file, which needs a process; little for more.
    """
    facts = facts_of(case, run)
    with one_reader():
        checked = tuple(
            source.check(case, one, facts_for(case, one, facts)) for one in case.documents
        )
    reports = [one.report for one in checked if one.status is DocumentStatus.CHECKED and one.report]
    disagreements = tuple(compare(reports)) if len(reports) > 1 else ()
    return CheckedDocuments(checked, disagreements, has_meeting_file(case))


def check_document(
    wanted: DocumentText, path: Path, facts: CaseFacts, rules: str = "HD05"
) -> CheckedDocument:
    """Check one document, whatever its file is."""
    if not path.exists():
        return CheckedDocument(wanted, path, DocumentStatus.MISSING)
    try:
        if path.stat().st_size > MAX_DOCUMENT_BYTES:
            raise UnreadableWordError(path, _TOO_LARGE_VI.format(name=path.name))
        report = report_on(path, wanted.kind, rules, facts)
    except UnreadableWordError as problem:
        return CheckedDocument(wanted, path, DocumentStatus.UNREADABLE, problem=problem.sentence)
    status = DocumentStatus.UNTOUCHED if report.untouched else DocumentStatus.CHECKED
    return CheckedDocument(wanted, path, status, report)
