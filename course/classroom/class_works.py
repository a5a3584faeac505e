"""The works of a class that were handed in, judged once: what debrief and report are made from."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from course.classroom.plan import ClassPlan, read_plan
from grading.criteria import criteria_of
from grading.findings import Finding, Status
from grading.nbgrader.assignment import Assignment, AssignmentError
from grading.nbgrader.class_folder import ClassError, assignments_of
from grading.rubric import Criterion
from grading.score import ScoreSheet, score_folder
from grading.word.asking import one_reader
from office_sim.log import EventKind
from office_sim.sentences import Sentences
from scenarios.case import Case, CaseError, UnknownCaseError, load_case
from scenarios.play import play
from scenarios.variants import VariantError
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, WorkError, read_work

_CHAINS = (EventKind.CONSEQUENCE, EventKind.PAPER_LEAKED, EventKind.MEETING_FAILED)


@dataclass(frozen=True)
class Judged:
    """One learner's work with its sheet; `chains` are the sentences of what went wrong in it."""

    student: str
    work: Work
    sheet: ScoreSheet
    chains: tuple[str, ...] = ()

    def finding(self, criterion: str) -> Finding | None:
        """The finding of one criterion, None if this work does not have it."""
        return self.sheet.finding(criterion)


@dataclass
class ClassWorks:
    """All works of one assignment. `broken` maps learners to why theirs could not be read."""

    plan: ClassPlan
    assignment: Assignment
    case: Case
    criteria: tuple[Criterion, ...]
    judged: list[Judged] = field(default_factory=list)
    broken: dict[str, str] = field(default_factory=dict)

    def counts(self, criterion: str) -> dict[Status, int]:
        """How many works stand where in one criterion."""
        counts = dict.fromkeys(Status, 0)
        for one in self.judged:
            finding = one.finding(criterion)
            if finding is not None:
                counts[finding.status] += 1
        return counts

    def commonest_errors(self, most: int) -> list[Criterion]:
        """The criteria that most works have tried and missed, the commonest first."""

        def missed(criterion: Criterion) -> int:
            counts = self.counts(criterion.id)
            return counts[Status.UNMET] + counts[Status.PARTLY]

        found = [one for one in self.criteria if missed(one)]
        return sorted(found, key=lambda one: (-missed(one), one.id))[:most]

    def strengths(self, most: int) -> list[Criterion]:
        """The criteria that most works have met, the surest first."""
        found = [one for one in self.criteria if self.counts(one.id)[Status.MET]]
        return sorted(found, key=lambda one: (-self.counts(one.id)[Status.MET], one.id))[:most]

    def chains(self) -> list[tuple[str, int]]:
        """What went wrong in the works, with how many works it happened in."""
        counts: dict[str, int] = {}
        for one in self.judged:
            for sentence in dict.fromkeys(one.chains):
                counts[sentence] = counts.get(sentence, 0) + 1
        return sorted(counts.items(), key=lambda item: (-item[1], item[0]))

    @property
    def mean(self) -> float:
        """The mean share of points, from 0 to 1; 0 if there is no work."""
        shares = [one.sheet.points / (one.sheet.max_points or 1) for one in self.judged]
        return sum(shares) / len(shares) if shares else 0.0


def class_works(folder: Path, assignment: str) -> ClassWorks:
    """Judge every hand-in of the assignment. A broken one harms no other. Raises ClassError."""
    try:
        about = next((one for one in assignments_of(folder) if one.id == assignment), None)
    except AssignmentError as error:
        raise ClassError(str(error)) from error
    if about is None:
        raise ClassError(f"Lớp này không có bài tập “{assignment}”.")
    case = load_case(about.case_id, about.edition)
    works = ClassWorks(read_plan(folder), about, case, criteria_of(case))
    with one_reader():
        for place in sorted((folder / "submitted").glob(f"*/{assignment}")):
            student = place.parent.name
            try:
                works.judged.append(_judged(student, about, place))
            except (WorkError, VariantError, CaseError, UnknownCaseError) as error:
                works.broken[student] = str(error)
    if not works.judged and not works.broken:
        raise ClassError(f"Chưa thu bài {assignment} nào; anh/chị thu bài rồi làm lại bước này.")
    return works


def _judged(student: str, about: Assignment, place: Path) -> Judged:
    sheet = score_folder(about.case_id, place, about.edition)
    work = read_work(place / FILE_NAME) or Work(case=about.case_id)
    case = load_case(about.case_id, about.edition.over(work.edition))
    says = Sentences(case.world)
    chains = tuple(says.of(event) for event in play(case, work).log if event.kind in _CHAINS)
    return Judged(student, work, sheet, chains if not work.is_untouched else ())
