"""The criteria that count in an edition of a case: those whose parts are the learner's there."""

from __future__ import annotations

from collections.abc import Iterable

from grading.document_check import DocumentCheck
from grading.rubric import Criterion, load_rubric
from scenarios.case import Case


def criteria_of(case: Case) -> tuple[Criterion, ...]:
    """The criteria of the case's level and format, in the rubric's order.

    A criterion of which colleagues do every part could neither be met nor missed, so it is not
    among them. They are the same in every variant: an assignment's cells fit all of them.
    Raises RubricError.
    """
    return tuple(
        one for one in load_rubric(case.folder).criteria if not case.parts.isdisjoint(one.tried)
    )


def document_worth(criteria: Iterable[Criterion]) -> float:
    """How many points the Word documents are worth: those of the criteria that look at them."""
    return sum(
        one.worth
        for one in criteria
        if any(isinstance(check, DocumentCheck) for check in one.checks)
    )
