"""What a class adds to a judgement before a learner reads it: where to read again, appeals."""

from __future__ import annotations

from pathlib import Path

from grading.nbgrader.answer_guide import guides
from grading.nbgrader.appeal import Appeal
from grading.nbgrader.appeals import appeals
from grading.nbgrader.entries import Entries
from grading.nbgrader.judgement import Judgement
from grading.nbgrader.lateness import Lateness
from grading.nbgrader.ledger import read_ledger
from grading.nbgrader.notebook import REMARK_ID
from grading.nbgrader.points import Mark
from grading.nbgrader.results import Result, WordAnswer, by_criterion, reading_list, remark_of
from grading.nbgrader.terms import terms
from grading.nbgrader.word_cells import WORD_PREFIX


class ClassNotes:
    """The notes of a class on one assignment, read once for all its learners."""

    def __init__(self, folder: Path, assignment: str) -> None:
        self._reading = reading_list(folder)
        self._terms = terms(folder, assignment)
        self._folder, self._assignment = folder, assignment
        self._ledger = read_ledger(folder)
        self._appeals: dict[str, list[Appeal]] = {}
        for one in sorted(appeals(folder, assignment), key=lambda appeal: appeal.id):
            self._appeals.setdefault(one.student, []).append(one)

    def result(self, student: str, judgement: Judgement, entries: Entries) -> Result:
        """Everything that a learner is told."""
        taken = self._ledger.standing(self._assignment, student)
        lateness = Lateness(self._terms.late, entries.due, entries.extended, entries.handed_in)
        return Result(
            student=student,
            assignment=self._assignment,
            receipt=taken.receipt.code if taken else "",
            name=taken.receipt.learner.name if taken else "",
            judgement=judgement,
            marks=by_criterion(entries.marks),
            late_penalty=entries.late_penalty,
            remark=remark_of(entries.comments.get(REMARK_ID)),
            reading=self._reading,
            words=self._words(judgement, entries),
            deadline=tuple(lateness.said(entries.late_penalty)),
            dropped={name: one.reason for name, one in self._terms.dropped.items()},
            appeals=tuple(self._appeals.get(student, ())),
        )

    def _words(self, judgement: Judgement, entries: Entries) -> tuple[WordAnswer, ...]:
        """What was answered in words, with the bank's comments in place of their codes."""
        known = guides(judgement.case, self._folder) if judgement.words else {}
        found = []
        for name, question, answer in judgement.words:
            comment = remark_of(entries.comments.get(WORD_PREFIX + name))
            if name in known:
                comment = known[name].expanded(comment)
            mark = entries.marks.get(WORD_PREFIX + name, Mark(0, 0))
            found.append(WordAnswer(question, answer, mark, comment))
        return tuple(found)
