"""Evidence: the run and the work, as the checks of a rubric ask them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from grading.documents import NO_DOCUMENTS, CheckedDocuments, DocumentSource, documents_of
from office_sim.happenings import AnchoredTime
from office_sim.log import Event
from office_sim.patterns import Pattern
from office_sim.simulation import Run
from scenarios.case import Case
from scenarios.work import Work


@dataclass(frozen=True)
class Evidence:
    """What a criterion is judged by. `source` gives the Word documents, where there are any."""

    case: Case
    work: Work
    run: Run
    source: DocumentSource = NO_DOCUMENTS

    @cached_property
    def documents(self) -> CheckedDocuments:
        """The Word documents, read when a criterion first asks for them, and once only."""
        return documents_of(self.case, self.run, self.source)

    @property
    def is_open(self) -> bool:
        """True while the run waits for a decision, so that what is missing may still come."""
        return not self.run.finished

    @property
    def now(self) -> datetime:
        """The office's time where the run stands."""
        return self.run.now

    def matching(self, pattern: Pattern) -> list[Event]:
        """The events that fit, in order."""
        return [event for event in self.run.office.events(pattern.kind) if pattern.matches(event)]

    def moment(self, text: str | None) -> datetime | None:
        """The moment of an anchored time, by where the anchors stand in this run."""
        if text is None:
            return None
        return AnchoredTime.parse(text).moment(self.run.office.anchors())
