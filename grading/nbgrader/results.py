"""Results: what a learner is told, put together from the gradebook and the judgement."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from grading.findings import STATUS_VI, Status
from grading.nbgrader.appeal import Appeal
from grading.nbgrader.judgement import Judgement
from grading.nbgrader.notebook import GRADE_PREFIX
from grading.nbgrader.points import Mark, points_text
from grading.rubric import load_rubric
from scenarios.atomic_file import write_atomically
from scenarios.case import case_folder

READING_NAME = "doc_lai.json"
# nbgrader's own words for a cell that the learner left as it was.
NO_WORDS = "No response."


@dataclass(frozen=True)
class WordAnswer:
    """One question answered in words, with the trainer's mark and comment."""

    question: str
    answer: str
    mark: Mark
    comment: str = ""

    def verdict(self) -> str:
        """The points, where it is worth any, and the comment."""
        most = points_text(self.mark.max_points)
        points = f"{points_text(self.mark.points)}/{most} điểm." if self.mark.max_points else ""
        return f"{points} {self.comment or 'Giảng viên chưa nhận xét.'}".strip()


@dataclass(frozen=True)
class Result:
    """Everything that a learner is told. `marks` maps criteria; `remark` is the trainer's.

    `reading` maps ids of the course's points to where they are taught. `appeals` are the learner's
    own notes on findings, in the order in which they came; `deadline` says when the work was due
    and what a late one cost; `dropped` are criteria that count for nobody, with the reason.
    `receipt` is the code of the hand-in that was marked, "" where it came without a receipt; `name`
    is the learner's own, as the receipt tells it.
    """

    student: str
    judgement: Judgement
    marks: Mapping[str, Mark]
    late_penalty: float = 0.0
    remark: str = ""
    reading: Mapping[str, str] | None = None
    appeals: tuple[Appeal, ...] = ()
    deadline: tuple[str, ...] = ()
    words: tuple[WordAnswer, ...] = ()
    dropped: Mapping[str, str] = field(default_factory=dict)
    assignment: str = ""
    receipt: str = ""
    name: str = ""

    @property
    def who(self) -> str:
        """The learner's name, as far as it is known, with the id."""
        return f"{self.name} ({self.student})" if self.name else self.student

    @property
    def points(self) -> float:
        """The points that count."""
        return sum(mark.points for mark in self.marks.values()) - self.late_penalty

    @property
    def max_points(self) -> float:
        """The points that could be earned."""
        return sum(mark.max_points for mark in self.marks.values())

    def is_by_hand(self, criterion: str) -> bool:
        """Whether the trainer gave a criterion other points than the judge."""
        finding = self.judgement.finding(criterion)
        if finding is None or criterion in self.dropped:
            return False
        return finding.points != self.marks[criterion].points

    def status(self, criterion: str) -> str:
        """What became of a criterion, in a word or two."""
        if criterion in self.dropped:
            return "Không tính"
        if self.is_by_hand(criterion):
            return "Giảng viên chấm"
        finding = self.judgement.finding(criterion)
        return STATUS_VI[finding.status if finding else Status.NOT_ATTEMPTED]

    def notices(self) -> list[str]:
        """What must be said before all else."""
        lines = []
        findings = self.judgement.findings
        if self.judgement.trouble:
            lines.append(f"Bài nộp không đọc được nên chưa có điểm. {self.judgement.trouble}")
            lines.append("Anh/chị hỏi giảng viên để nộp lại gói nộp từ thẻ “Nộp bài”.")
        elif all(one.status is Status.NOT_ATTEMPTED for one in findings):
            lines.append("Bài nộp còn trống: chưa làm phần nào.")
        return [*lines, *self.deadline]

    def next_step(self) -> str:
        """One thing to do next: the criterion that lost most, among those that were tried first."""
        lost = [
            (one.status is not Status.NOT_ATTEMPTED, mark.max_points - mark.points, one)
            for one in self.judgement.findings
            if (mark := self.marks.get(one.criterion)) and mark.points < mark.max_points
        ]
        return max(lost, key=lambda item: item[:2])[2].fix if lost else ""

    def to_read(self) -> list[str]:
        """Where to read again: the places that teach what was missed, commonest first."""
        counts: dict[str, int] = {}
        criteria = load_rubric(case_folder(self.judgement.case)).criteria
        for criterion in criteria:
            finding = self.judgement.finding(criterion.id)
            if finding is None or finding.status in (Status.MET, Status.NOT_ATTEMPTED):
                continue
            places = [(self.reading or {}).get(point, "") for point in criterion.coverage]
            # In the rubric's order: a set's order would differ from process to process.
            for place in dict.fromkeys(places):
                if place:
                    counts[place] = counts.get(place, 0) + 1
        return sorted(counts, key=lambda place: -counts[place])[:5]


def criterion_of(name: str) -> str:
    """The criterion whose points a graded cell carries."""
    return name.removeprefix(GRADE_PREFIX)


def by_criterion(marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """Marks by criterion instead of by grade id."""
    return {criterion_of(name): mark for name, mark in marks.items()}


def remark_of(comment: str | None) -> str:
    """The trainer's remark; nbgrader's own note on an untouched cell is none."""
    return "" if comment in (None, NO_WORDS) else str(comment)


def reading_list(root: Path) -> dict[str, str]:
    """Where each point of the course is taught, if the class was given that list."""
    try:
        content = json.loads((root / READING_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(point): str(place) for point, place in content.items()}


def write_reading(root: Path, reading: Mapping[str, str]) -> None:
    """Give a class the list of where each point of the course is taught.

    Nothing else depends on it: where it cannot be written, pages merely name no lessons.
    """
    text = json.dumps(reading, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    with contextlib.suppress(OSError):
        write_atomically(root / READING_NAME, text)
