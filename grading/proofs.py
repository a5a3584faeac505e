"""The proofs of a rubric: which criteria the works and documents in a case's folder do not meet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from grading.document_works import WrongDocument, wrong_documents
from grading.findings import Status
from grading.score import ScoreSheet, score
from grading.written_documents import REFERENCE_DOCUMENTS, WrittenDocuments
from scenarios.case import Case
from scenarios.edits import reference_work
from scenarios.work import Work
from scenarios.written_works import written_works


@dataclass(frozen=True)
class Proof:
    """A wrong work or document: the file that names what it fails, what it names, what it fails."""

    path: Path
    named: frozenset[str]
    failed: frozenset[str]

    @property
    def holds(self) -> bool:
        """Whether it fails exactly what it names."""
        return self.named == self.failed


def proofs(case: Case) -> Iterator[Proof]:
    """Every work of the folder, the reference first, and every wrong document. Raises CaseError."""
    for one in written_works(case):
        sheet = whole_score(case.in_variant(one.work.variant), one.work)
        yield Proof(one.folder / "edit.toml", frozenset(one.edit.fails), not_met(sheet))
    for paper in wrong_documents(case):
        yield Proof(paper.path, frozenset(paper.wrong.costs), failed_with(case, paper.wrong))


def failed_with(case: Case, wrong: WrongDocument) -> frozenset[str]:
    """The criteria that the reference work fails with this document in its variant."""
    here = case.in_variant(wrong.variant) if wrong.variant else case
    return not_met(score(here, reference_work(here), WrittenDocuments(wrong)))


def whole_score(case: Case, work: Work) -> ScoreSheet:
    """The score of a work with the reference documents beside it."""
    return score(case, work, REFERENCE_DOCUMENTS)


def not_met(sheet: ScoreSheet) -> frozenset[str]:
    """The criteria that are not met in full."""
    return frozenset(one.criterion for one in sheet.findings if one.status is not Status.MET)
