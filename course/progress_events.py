"""What a learner has done, as events with ids of their own, so that two records can be merged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field


def _local(at: datetime) -> datetime:
    """Local time without a zone: the times of two records must be comparable."""
    return at.astimezone().replace(tzinfo=None) if at.tzinfo else at


LocalTime = Annotated[datetime, AfterValidator(_local)]


class EventKind(StrEnum):
    """What happened."""

    ANSWER = "answer"
    LESSON_OPENED = "lesson_opened"
    SECTION_DONE = "section_done"
    SECTION_REOPENED = "section_reopened"
    REVIEW_CAP_SET = "review_cap_set"
    TEST_STARTED = "test_started"
    TEST_FINISHED = "test_finished"


class TestAnswer(BaseModel):
    """What was answered to one question of a test."""

    __test__ = False  # not a class of tests, whatever pytest thinks of its name
    model_config = ConfigDict(extra="allow", frozen=True)

    question: str
    answer: Any = None
    score: Annotated[float, Field(ge=0, le=1)] = 0.0
    variant: int = 0
    version: str = ""


class Event(BaseModel):
    """One thing that happened; `at` is local time. Keys of newer versions are kept as they are.

    For an answer: `question`, `answer` (see `course.quiz.marking`), `score` from 0 to 1, `variant`
    and `round` (how often it was asked before), `version` of the question's words. For the most
    questions a day in review: `cap`. For a test that was started: `test`, `seed`, `questions`; for
    one that was finished: `test`, `attempt` (the id of its start), `answers`.
    """

    model_config = ConfigDict(extra="allow", frozen=True)

    id: Annotated[str, Field(min_length=8, max_length=64)]
    at: LocalTime
    kind: str
    lesson: str = ""
    section: str = ""
    question: str = ""
    answer: Any = None
    score: Annotated[float, Field(ge=0, le=1)] | None = None
    variant: int = 0
    round: int = 0
    version: str = ""
    cap: int = 0
    test: str = ""
    seed: str = ""
    questions: tuple[str, ...] = ()
    attempt: str = ""
    answers: tuple[TestAnswer, ...] = ()


class Draft(BaseModel):
    """An answer that is being thought about and was not handed in yet."""

    model_config = ConfigDict(extra="allow", frozen=True)

    at: LocalTime
    answer: Any = None
    variant: int = 0
    round: int = 0
    version: str = ""


class History(BaseModel):
    """Everything one learner has done. `learner` is a random key: it seeds orders, names nobody."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    learner: Annotated[str, Field(min_length=1, max_length=64)]
    events: tuple[Event, ...] = ()
    drafts: dict[str, Draft] = {}

    def answers(self, question: str) -> tuple[Event, ...]:
        """The answers to a question, oldest first."""
        return tuple(event for event in self._of(EventKind.ANSWER) if event.question == question)

    def last_answers(self) -> dict[str, Event]:
        """The last answer to every question that was answered."""
        return {event.question: event for event in self._of(EventKind.ANSWER)}

    def draft(self, question: str) -> Draft | None:
        """The draft for a question, unless an answer was handed in since."""
        draft = self.drafts.get(question)
        last = self.last_answers().get(question)
        return None if draft is None or (last and last.at >= draft.at) else draft

    def opened_lessons(self) -> dict[str, datetime]:
        """When each lesson was opened last."""
        return {event.lesson: event.at for event in self._of(EventKind.LESSON_OPENED)}

    def done_sections(self, lesson: str) -> frozenset[str]:
        """The sections of a lesson that are marked as done and were not reopened since."""
        done: dict[str, bool] = {}
        for event in self.events:
            if event.lesson == lesson and event.kind == EventKind.SECTION_DONE:
                done[event.section] = True
            elif event.lesson == lesson and event.kind == EventKind.SECTION_REOPENED:
                done[event.section] = False
        return frozenset(section for section, is_done in done.items() if is_done)

    def with_event(self, event: Event) -> History:
        """The history with one more event."""
        return self.model_copy(update={"events": in_order((*self.events, event))})

    def with_draft(self, question: str, draft: Draft) -> History:
        """The history with this draft in place of any older one."""
        return self.model_copy(update={"drafts": {**self.drafts, question: draft}})

    def _of(self, kind: EventKind) -> Iterator[Event]:
        return (event for event in self.events if event.kind == kind)


def merge(one: History, other: History) -> History:
    """Both histories in one: every event once, the newer draft; the learner key of `one`."""
    drafts = dict(one.drafts)
    for question, draft in other.drafts.items():
        if question not in drafts or draft.at > drafts[question].at:
            drafts[question] = draft
    events = in_order((*one.events, *other.events))
    return one.model_copy(update={"events": events, "drafts": drafts})


def in_order(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events by time, each id once (as it came first)."""
    unique: dict[str, Event] = {}
    for event in events:
        unique.setdefault(event.id, event)
    return tuple(sorted(unique.values(), key=lambda event: (event.at, event.id)))
