"""Constraints over the log, in the terms of DECLARE: existence, absence, precedence, response.

A constraint that nothing in the log speaks of is not fulfilled: an empty office keeps no rule.
While a run is not finished, what is merely missing is pending, what is broken stays broken.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from grading.evidence import Evidence
from grading.verdicts import Verdict, no, yes
from office_sim.happenings import TimeText
from office_sim.log import Event
from office_sim.patterns import Pattern
from office_sim.spans import Span
from scenarios.case_file import Only


class Check(BaseModel):
    """What all checks have: a weight within their criterion and a sentence when they fail."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    says: str = ""
    weight: Annotated[float, Field(gt=0)] = 1.0
    only: Only = {}


class Existence(Check):
    """The event happens, `at_least` so often, not before `since` and not after `until`."""

    form: Literal["existence"]
    event: Pattern
    at_least: Annotated[int, Field(ge=1)] = 1
    since: TimeText | None = None
    until: TimeText | None = None

    def judge(self, evidence: Evidence) -> Verdict:
        """Count the events in the time allowed; the last one needed is the witness."""
        found = evidence.matching(self.event)
        earliest, latest = evidence.moment(self.since), evidence.moment(self.until)
        good = [
            event
            for event in found
            if (earliest is None or event.at >= earliest) and (latest is None or event.at <= latest)
        ]
        if len(good) >= self.at_least:
            return yes(good[self.at_least - 1])
        late = found[-1] if found else None
        pending = evidence.is_open and (latest is None or evidence.now <= latest)
        return no(late, pending=pending)


class Absence(Check):
    """The event does not happen, though `given` did (without it nothing has been shown)."""

    form: Literal["absence"]
    event: Pattern
    given: Pattern

    def judge(self, evidence: Evidence) -> Verdict:
        """The first event that should not be is the witness."""
        found = evidence.matching(self.event)
        if found:
            return no(found[0])
        return yes() if evidence.matching(self.given) else no(pending=evidence.is_open)


class Precedence(Check):
    """Every `then`, at least one, has a `first` before it, by the span `ahead` or more."""

    form: Literal["precedence"]
    first: Pattern
    then: Pattern
    ahead: Span = timedelta()

    def judge(self, evidence: Evidence) -> Verdict:
        """The first `then` that comes too early is the witness."""
        followers = evidence.matching(self.then)
        if not followers:
            return no(pending=evidence.is_open)
        leaders = evidence.matching(self.first)
        for event in followers:
            if not any(self._leads(leader, event) for leader in leaders):
                return no(event)
        return yes(followers[0])

    def _leads(self, leader: Event, event: Event) -> bool:
        return leader.number < event.number and leader.at + self.ahead <= event.at


class Response(Check):
    """Every `trigger` is followed by a `then`, within the span; there is at least one trigger."""

    form: Literal["response"]
    trigger: Pattern
    then: Pattern
    within: Span

    def judge(self, evidence: Evidence) -> Verdict:
        """The first trigger that was left without an answer is the witness."""
        triggers = evidence.matching(self.trigger)
        if not triggers:
            return no(pending=evidence.is_open)
        answers = evidence.matching(self.then)
        for event in triggers:
            if not any(self._answers(answer, event) for answer in answers):
                pending = evidence.is_open and evidence.now <= event.at + self.within
                return no(event, pending=pending)
        return yes(triggers[-1])

    def _answers(self, answer: Event, event: Event) -> bool:
        return answer.number > event.number and answer.at <= event.at + self.within


class NotCoexistence(Check):
    """The two events are not both in the log, though at least one of them is."""

    form: Literal["not_coexistence"]
    first: Pattern
    second: Pattern

    def judge(self, evidence: Evidence) -> Verdict:
        """The later of the two is the witness."""
        first, second = evidence.matching(self.first), evidence.matching(self.second)
        if first and second:
            return no(max(first[0], second[0]))
        return yes() if first or second else no(pending=evidence.is_open)
