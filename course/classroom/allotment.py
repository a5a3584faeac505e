"""Who gets which variant of a case: one for all, one each, or one for each group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.classroom.plan import ClassPlan, Student, VariantPolicy
from scenarios.case import load_case
from scenarios.case_file import CaseFile
from scenarios.edition import Edition
from scenarios.variants import count_variants, variant_from_seed, variant_named

_TRIES = 200


@dataclass(frozen=True)
class Exercise:
    """An assignment of the class and the case that it is about."""

    id: str
    case_id: str


def allot(plan: ClassPlan, exercises: Sequence[Exercise]) -> ClassPlan:
    """The plan in which every learner has a variant for every assignment.

    The same class always gets the same draw. Raises VariantError if the chosen one does not exist.
    """
    drawn = {one.id: _draw(plan, load_case(one.case_id).file, one.id) for one in exercises}
    students = tuple(
        one.model_copy(update={"variants": {task: by[one.id] for task, by in drawn.items()}})
        for one in plan.students
    )
    return plan.model_copy(update={"students": students})


def editions_of(plan: ClassPlan, exercises: Sequence[Exercise]) -> dict[str, Edition]:
    """Assignment -> the level and the format nearest to what the plan says; the variant is open.

    A case that has not the level of the plan is played at its own default one.
    """
    found = {}
    for one in exercises:
        file = load_case(one.case_id).file
        level = plan.level if plan.level in [known.id for known in file.levels] else ""
        formats = sorted(file.formats, key=lambda known: abs(known.minutes - plan.minutes))
        found[one.id] = Edition(level=level, format=formats[0].id if formats else "")
    return found


def _draw(plan: ClassPlan, file: CaseFile, exercise: str) -> dict[str, str]:
    """Learner -> variant of one case."""
    if plan.policy is VariantPolicy.ONE:
        known = {value.id for axis in file.axes for value in axis.values}
        # The name fits one case; the others of the class take their default.
        fits = all(part in known for part in plan.variant.split("-")) if plan.variant else True
        chosen = variant_named(file, plan.variant if fits else "").id
        return {one.id: chosen for one in plan.students}
    keys = list(dict.fromkeys(_key(plan, one) for one in plan.students))
    by_key = dict(zip(keys, _different(plan, file, exercise, keys), strict=True))
    return {one.id: by_key[_key(plan, one)] for one in plan.students}


def _key(plan: ClassPlan, student: Student) -> str:
    """Learners with the same key get the same variant; one without a group stands alone."""
    return student.group or student.id if plan.policy is VariantPolicy.GROUP else student.id


def _different(plan: ClassPlan, file: CaseFile, exercise: str, keys: Sequence[str]) -> list[str]:
    """A variant for each key, none twice before all others are used."""
    used: dict[str, int] = {}
    found = []
    most = count_variants(file)
    for place, key in enumerate(keys):
        rounds = place // most
        for turn in range(_TRIES):
            drawn = variant_from_seed(file, f"{plan.course_id}/{exercise}/{key}/{turn}").id
            if used.get(drawn, 0) <= rounds:
                break
        used[drawn] = used.get(drawn, 0) + 1
        found.append(drawn)
    return found
