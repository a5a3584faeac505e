"""Today's review: which questions, in which order, never more than the learner's cap.

Due questions come first, and among them those of the weakest duty; what does not fit today waits
its turn, longest first, and is told without blame. New questions only fill what room is left, a
third of the day at most.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta

from course.progress_events import EventKind, History
from course.quiz.question import Question
from course.review import duty
from course.review.memory import Memory, memories
from course.review.standing import strengths

PLACE = "on_tap"
"""What answers given in review note as their lesson."""
CAPS = (10, 20, 30)
"""Questions a day to choose from."""
USUAL_CAP = 20
SECONDS_A_QUESTION = 45
"""What an answer takes, reasons read, to say how long a day will be."""
AWAY_DAYS = 14
"""After so many days without an answer one starts again with half a day's work."""


@dataclass(frozen=True)
class Plan:
    """One day: `due` and `fresh` are question ids still to be asked today, in this order.

    `done` counts questions reviewed today, `allowed` how many may be reviewed today in all,
    `waiting` the due ones left for the coming days, `away_days` how long the learner was away.
    """

    cap: int
    allowed: int
    done: int
    due: tuple[str, ...]
    fresh: tuple[str, ...]
    waiting: int
    away_days: int

    @property
    def questions(self) -> tuple[str, ...]:
        """What is to be asked, due ones first."""
        return self.due + self.fresh

    @property
    def is_restart(self) -> bool:
        """Whether this is a day of half the work after a long time away."""
        return self.allowed < self.cap

    @property
    def days_to_catch_up(self) -> int:
        """Days until what waits has had its turn, at the cap."""
        return math.ceil(self.waiting / self.cap)


def plan(
    history: History,
    questions: Sequence[Question],
    today: date,
    *,
    taught: AbstractSet[str] = frozenset(),
    held: AbstractSet[str] = frozenset(),
) -> Plan:
    """The plan of a day. `taught` are points of lessons that were opened: new questions about
    them come first. `held` are questions that are not to be asked now, those of a test to come."""
    known = memories(history, today)
    asked = {question.id: question for question in questions if question.id not in held}
    done = reviewed_on(history, today)
    due = [known[one] for one in asked if one in known and known[one].due <= today]
    cap, away = cap_of(history), _away_days(history, today)
    is_much = len(due) + len(done) > cap // 2
    allowed = cap // 2 if away >= AWAY_DAYS and is_much else cap
    left = max(0, allowed - len(done))
    weak = strengths(questions, known, today)
    chosen = _choose(due, left, asked, weak, today)
    quota = cap // 3 - _begun_on(history, today)
    room = min(left - len(due), quota, cap - _due_tomorrow(known.values(), today))
    fresh = _fresh(list(asked.values()), known, taught)
    return Plan(
        cap=cap,
        allowed=allowed,
        done=len(done),
        due=tuple(one.question for one in chosen),
        fresh=tuple(fresh[: max(0, room)]),
        waiting=len(due) - len(chosen),
        away_days=away,
    )


def cap_of(history: History) -> int:
    """The most questions a day that the learner wants, as chosen last."""
    chosen = [event.cap for event in history.events if event.kind == EventKind.REVIEW_CAP_SET]
    return chosen[-1] if chosen and chosen[-1] in CAPS else USUAL_CAP


def reviewed_on(history: History, day: date) -> frozenset[str]:
    """The questions that were reviewed on this day; asking one again counts once."""
    return frozenset(
        event.question
        for event in history.events
        if event.kind == EventKind.ANSWER and event.lesson == PLACE and event.at.date() == day
    )


def _choose(
    due: Sequence[Memory],
    left: int,
    asked: Mapping[str, Question],
    weak: Mapping[str, float],
    today: date,
) -> list[Memory]:
    """A third of the room for the weakest duty, the rest for those that wait longest; shown by
    duty, the weakest first, and within a duty what is most at risk first."""

    def rank(one: Memory) -> tuple[float, str]:
        of = duty.of(asked[one.question])
        return weak[of], of

    weakest_first = sorted(due, key=lambda one: (rank(one), one.recall(today), one.question))
    first = weakest_first[: max(1, left // 3) if left else 0]
    first = [one for one in first if rank(one) == rank(weakest_first[0])]
    rest = sorted(
        (one for one in due if one not in first),
        key=lambda one: (one.due, one.recall(today), one.question),
    )
    chosen = {one.question for one in [*first, *rest][:left]}
    return [one for one in weakest_first if one.question in chosen]


def _due_tomorrow(known: Iterable[Memory], today: date) -> int:
    """When tomorrow is full already, nothing new is begun today."""
    return sum(one.due == today + timedelta(days=1) for one in known)


def _begun_on(history: History, day: date) -> int:
    """How many questions were asked in review for the first time ever on this day."""
    first: dict[str, date] = {}
    for event in history.events:
        if event.kind == EventKind.ANSWER:
            first.setdefault(event.question, event.at.date())
    return sum(first[one] == day for one in reviewed_on(history, day))


def _fresh(
    asked: Sequence[Question], known: Mapping[str, Memory], taught: AbstractSet[str]
) -> list[str]:
    """New questions: taught ones first, and from every duty as large a share as from the others."""
    by_duty: dict[str, list[Question]] = {}
    for question in asked:
        by_duty.setdefault(duty.of(question), []).append(question)
    places = {
        question.id: (place + 0.5) / len(of_duty)
        for of_duty in by_duty.values()
        for place, question in enumerate(of_duty)
    }

    def rank(question: Question) -> tuple[bool, float]:
        return (not taught & set(question.points), places[question.id])

    return [question.id for question in sorted(asked, key=rank) if question.id not in known]


def _away_days(history: History, today: date) -> int:
    """Days since the last answer before today; 0 for somebody who has not answered yet."""
    days = [event.at.date() for event in history.events if event.kind == EventKind.ANSWER]
    before = [day for day in days if day < today]
    return (today - max(before)).days if before else 0
