"""The groups of a rubric: its own, or the phases of the case."""

from __future__ import annotations

from grading.rubric import Group, load_rubric
from scenarios.case import Case


def groups_of(case: Case) -> tuple[Group, ...]:
    """The groups in which the criteria of a case are shown, in order. Raises RubricError."""
    own = load_rubric(case.folder).groups
    if own:
        return own
    return tuple(Group(id=one.id, title=one.title, lead=one.lead) for one in case.file.phases)
