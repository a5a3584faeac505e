"""Contrasting examples: what two unnamed works did where one met a criterion and the other not."""

from __future__ import annotations

from collections.abc import Iterator

from course.classroom.class_works import ClassWorks, Judged
from grading.findings import Status
from grading.rubric import Criterion
from office_sim.calendar import format_moment
from office_sim.people import ROLE_VI
from office_sim.wording import Wording
from scenarios.case import Case, load_case
from scenarios.variants import values_of, variant_named

_LETTERS = "ABCDEF"


def examples(works: ClassWorks, criterion: Criterion) -> list[tuple[str, str, bool]]:
    """At most two works that missed it and one that met it: a letter, what was done, met or not.

    Works that did the very same are told once, and nobody is named. Where the class has several
    variants each example says in words how its own differs from the others'.
    """
    missed = [one for one in works.judged if _is(one, criterion, Status.UNMET, Status.PARTLY)]
    met = [one for one in works.judged if _is(one, criterion, Status.MET)]
    found: list[tuple[str, bool]] = []
    for group, most, good in ((missed, 2, False), (met, 1, True)):
        told = list(dict.fromkeys(_told(works, one, criterion) for one in group))
        found += [(text, good) for text in told[:most]]
    return [(_LETTERS[place], text, good) for place, (text, good) in enumerate(found)]


def _is(one: Judged, criterion: Criterion, *wanted: Status) -> bool:
    finding = one.finding(criterion.id)
    return finding is not None and finding.status in wanted


def _told(works: ClassWorks, one: Judged, criterion: Criterion) -> str:
    """What the work did about the criterion, and what the judge found, in sentences."""
    case = load_case(works.case.id, works.case.edition.over(one.work.edition))
    done = "; ".join(_done(case, one, criterion))
    finding = one.finding(criterion.id)
    why = finding.why if finding else ""
    did = f"{done}." if done else "Không làm việc nào về điểm này."
    return " ".join(filter(None, (_variant_vi(works, case), did, why)))


def _variant_vi(works: ClassWorks, case: Case) -> str:
    """How the work's variant differs from the class's others, "" if it does not."""
    file, edition = case.file, works.case.edition
    all_of_them = [
        variant_named(file, edition.over(other.work.edition).variant) for other in works.judged
    ]
    told = [
        f"{axis.title.lower()}: {value.title}"
        for axis, value in zip(file.axes, values_of(file, case.variant), strict=True)
        if len({variant.chosen[axis.id] for variant in all_of_them}) > 1
    ]
    return f"(Đề của bài này – {'; '.join(told)}.)" if told else ""


def _done(case: Case, one: Judged, criterion: Criterion) -> Iterator[str]:
    words = Wording(case.world)
    for part in criterion.tried:
        kind, _, name = part.rpartition(":")
        if kind == "":
            for order in one.work.orders:
                if order.task == name:
                    who = case.world.person(order.who)
                    post = (who.post or ROLE_VI[who.role]) if who else order.who
                    yield f"{words.task(name)}, {format_moment(order.at)}, giao {post}"
        elif kind == "inject":
            line = one.work.decision_at(name)
            inject = next((item for item in case.world.happenings if item.id == name), None)
            if line and inject:
                chosen = [item.text for item in inject.choices if item.id == line.choice]
                yield f"“{inject.title}”: {chosen[0] if chosen else line.choice}".rstrip(".")
        elif kind == "answer" and one.work.answers.get(name, "").strip():
            yield f"trả lời “{one.work.answers[name].strip()[:160]}”"
