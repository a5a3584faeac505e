"""The log: what happened in the office, minute by minute, as typed events."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import NamedTuple

Detail = str | int | float | bool | tuple[str, ...]
COLUMNS = ("number", "at", "kind", "actor", "subject", "detail")


class EventKind(StrEnum):
    """What an event is. Cases and rubrics use these words; an unknown one is a mistake."""

    CASE_STARTED = "case_started"
    CASE_ENDED = "case_ended"
    INJECT_RAISED = "inject_raised"
    INJECT_SKIPPED = "inject_skipped"
    INJECT_DELAYED = "inject_delayed"
    DECISION_MADE = "decision_made"
    CONSEQUENCE = "consequence"
    ORDER_STARTED = "order_started"
    ORDER_DONE = "order_done"
    ORDER_REFUSED = "order_refused"
    ORDER_BLOCKED = "order_blocked"
    REQUEST_CLARIFIED = "request_clarified"
    CONVENING_DECIDED = "convening_decided"
    OUTCOME_PROPOSED = "outcome_proposed"
    PAPERS_ASSIGNED = "papers_assigned"
    AGENDA_PROPOSED = "agenda_proposed"
    LIST_PROPOSED = "list_proposed"
    LIST_SUBMITTED = "list_submitted"
    LIST_APPROVED = "list_approved"
    EXCEPTION_REQUESTED = "exception_requested"
    EXCEPTION_APPROVED = "exception_approved"
    INFORMATION_GIVEN = "information_given"
    PAPER_DRAFTED = "paper_drafted"
    PAPER_APPRAISED = "paper_appraised"
    PAPER_SUBMITTED = "paper_submitted"
    PAPER_APPROVED = "paper_approved"
    PAPER_SIGNED = "paper_signed"
    PAPER_SEALED = "paper_sealed"
    PAPER_REGISTERED = "paper_registered"
    PAPER_COPIED = "paper_copied"
    PAPER_ISSUED = "paper_issued"
    PAPER_RECEIVED = "paper_received"
    PAPER_HANDED_OUT = "paper_handed_out"
    PAPER_TAKEN_BACK = "paper_taken_back"
    PAPER_MARKED_SECRET = "paper_marked_secret"
    PAPER_LEAKED = "paper_leaked"
    PERSON_INVITED = "person_invited"
    PERSON_REACHED = "person_reached"
    PERSON_NOT_REACHED = "person_not_reached"
    PERSON_CONFIRMED = "person_confirmed"
    PERSON_DECLINED = "person_declined"
    PERSON_AWAY = "person_away"
    INVITATIONS_SENT = "invitations_sent"
    CONFIRMATION_DONE = "confirmation_done"
    QUORUM_REPORTED = "quorum_reported"
    ROOM_BOOKED = "room_booked"
    ROOM_REFUSED = "room_refused"
    ROOM_LOST = "room_lost"
    EQUIPMENT_CHECKED = "equipment_checked"
    EQUIPMENT_FAILED = "equipment_failed"
    LOGISTICS_ARRANGED = "logistics_arranged"
    READINESS_CHECKED = "readiness_checked"
    SYSTEM_DOWN = "system_down"
    SYSTEM_UP = "system_up"
    MESSAGE_QUEUED = "message_queued"
    ACCOUNT_BORROWED = "account_borrowed"
    SYSTEM_USED = "system_used"
    PERSON_HELD_UP = "person_held_up"
    MEETING_MOVED = "meeting_moved"
    ATTENDANCE_TAKEN = "attendance_taken"
    MEETING_OPENED = "meeting_opened"
    MEETING_FAILED = "meeting_failed"
    MEETING_CLOSED = "meeting_closed"
    MINUTES_TAKEN = "minutes_taken"
    MINUTES_COMPLETED = "minutes_completed"
    OPINIONS_COLLECTED = "opinions_collected"
    CONCLUSION_DRAFTED = "conclusion_drafted"
    FILE_COMPILED = "file_compiled"
    FOLLOW_UP_PLANNED = "follow_up_planned"
    PURPOSE_PROPOSED = "purpose_proposed"
    LIST_CHECKED = "list_checked"
    OVERLAP_CLEARED = "overlap_cleared"
    FAMILIES_CHOSEN = "families_chosen"
    ROUTE_PLANNED = "route_planned"
    CARS_BOOKED = "cars_booked"
    BUDGET_PROPOSED = "budget_proposed"
    ADVANCE_PAID = "advance_paid"
    GIFTS_PREPARED = "gifts_prepared"
    FAMILIES_INFORMED = "families_informed"
    SHEETS_PREPARED = "sheets_prepared"
    TALK_PREPARED = "talk_prepared"
    MEDIA_PLANNED = "media_planned"
    CONTINGENCY_PLANNED = "contingency_planned"
    DELEGATION_LEFT = "delegation_left"
    DELEGATION_BACK = "delegation_back"
    LEADER_REPLACED = "leader_replaced"
    ROAD_CLOSED = "road_closed"
    VISIT_MADE = "visit_made"
    VISIT_MISSED = "visit_missed"
    VISIT_DAY_CLOSED = "visit_day_closed"
    VISITS_FOLLOWED = "visits_followed"
    GIFTS_SIGNED = "gifts_signed"
    WISHES_NOTED = "wishes_noted"
    WISHES_REGISTERED = "wishes_registered"
    WISHES_ROUTED = "wishes_routed"
    MISSED_VISITED = "missed_visited"
    MONEY_SETTLED = "money_settled"
    THANKS_SENT = "thanks_sent"
    REVIEW_HELD = "review_held"
    LEADER_ASKED = "leader_asked"
    WORK_HANDED_OVER = "work_handed_over"
    WORK_DONE = "work_done"


class Event(NamedTuple):
    """One thing that happened. `number` counts from 0; `actor` and `subject` are ids or ""."""

    number: int
    at: datetime
    kind: EventKind
    actor: str
    subject: str
    detail: Mapping[str, Detail]


# What Event(...) does, without the call in between: a run writes hundreds of them.
_event = partial(tuple.__new__, Event)


class Log:
    """The events in the order in which they happened."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._by_kind: defaultdict[EventKind, list[Event]] = defaultdict(list)

    def write(
        self,
        at: datetime,
        kind: EventKind,
        actor: str,
        subject: str,
        detail: Mapping[str, Detail],
    ) -> Event:
        """Add one event at the end, with the next number, and return it."""
        events = self._events
        event = _event((len(events), at, kind, actor, subject, detail))
        events.append(event)
        self._by_kind[kind].append(event)
        return event

    def __iter__(self) -> Iterator[Event]:
        return iter(self._events)

    def __len__(self) -> int:
        return len(self._events)

    def __getitem__(self, index: int) -> Event:
        return self._events[index]

    def of_kind(self, kind: EventKind) -> list[Event]:
        """All events of one kind so far, in order."""
        return self._by_kind[kind]

    def to_csv(self) -> str:
        """The log as CSV text, the same bytes on every machine (details as sorted JSON)."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(COLUMNS)
        for event in self._events:
            writer.writerow(
                (
                    event.number,
                    event.at.isoformat(timespec="minutes"),
                    event.kind.value,
                    event.actor,
                    event.subject,
                    json.dumps(event.detail, ensure_ascii=False, sort_keys=True),
                )
            )
        return out.getvalue()
