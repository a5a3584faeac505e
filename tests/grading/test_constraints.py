"""The forms of DECLARE as truth tables, while a run is open and when it has ended."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from grading.constraints import Absence, Check, Existence, NotCoexistence, Precedence, Response
from grading.rubric import AnyCheck
from office_sim.log import EventKind

from .conftest import Told, evidence

A, B, C = EventKind.PAPER_SIGNED, EventKind.PAPER_ISSUED, EventKind.CONSEQUENCE
CHECK: TypeAdapter[Any] = TypeAdapter(AnyCheck)
KEPT, BROKEN, PENDING = "kept", "broken", "pending"


def a(minute: float, **detail: Any) -> Told:
    return (minute, A, "giay_moi", detail)


def b(minute: float) -> Told:
    return (minute, B, "giay_moi", {})


def check(form: str, **fields: Any) -> Any:
    return CHECK.validate_python({"form": form, **fields})


def judged(one: Check, *events: Told, open_at: float | None = None) -> tuple[str, int | None]:
    """How the check stands, and the minute of its witness."""
    seen = evidence(events, open_at=open_at)
    verdict = one.judge(seen)  # type: ignore[attr-defined]
    assert verdict.share in (0.0, 1.0)
    assert not (verdict.holds and verdict.pending)
    state = KEPT if verdict.holds else PENDING if verdict.pending else BROKEN
    if verdict.witness is None:
        return state, None
    return state, int((verdict.witness.at - seen.run.office.world.start).total_seconds() // 60)


FIRST, THEN = {"kind": A.value}, {"kind": B.value}
ONCE = check("existence", event=FIRST)
TWICE = check("existence", event=FIRST, at_least=2)
BETWEEN = check("existence", event=FIRST, since="start+10m", until="start+20m")
NEVER = check("absence", event=FIRST, given=THEN)
BEFORE = check("precedence", first=FIRST, then=THEN)
LONG_BEFORE = check("precedence", first=FIRST, then=THEN, ahead="30m")
AFTER = check("response", trigger=FIRST, then=THEN, within="30m")
NOT_BOTH = check("not_coexistence", first=FIRST, second=THEN)


@pytest.mark.parametrize(
    ("one", "events", "ended", "witness"),
    [
        (ONCE, [], BROKEN, None),
        (ONCE, [a(5)], KEPT, 5),
        (ONCE, [b(5)], BROKEN, None),
        (TWICE, [a(5)], BROKEN, 5),
        (TWICE, [a(5), a(7), a(9)], KEPT, 7),
        (BETWEEN, [a(9)], BROKEN, 9),
        (BETWEEN, [a(10)], KEPT, 10),
        (BETWEEN, [a(20)], KEPT, 20),
        (BETWEEN, [a(21)], BROKEN, 21),
        (BETWEEN, [a(9), a(15), a(21)], KEPT, 15),
        (NEVER, [], BROKEN, None),
        (NEVER, [b(5)], KEPT, None),
        (NEVER, [a(5)], BROKEN, 5),
        (NEVER, [b(5), a(6), a(7)], BROKEN, 6),
        (BEFORE, [], BROKEN, None),
        (BEFORE, [a(5)], BROKEN, None),
        (BEFORE, [b(5)], BROKEN, 5),
        (BEFORE, [a(5), b(6)], KEPT, 6),
        (BEFORE, [b(5), a(6)], BROKEN, 5),
        (BEFORE, [b(5), a(6), b(7)], BROKEN, 5),
        (BEFORE, [a(5), b(6), b(7)], KEPT, 6),
        (BEFORE, [a(5), b(5)], KEPT, 5),
        (BEFORE, [b(5), a(5)], BROKEN, 5),
        (LONG_BEFORE, [a(5), b(34)], BROKEN, 34),
        (LONG_BEFORE, [a(5), b(35)], KEPT, 35),
        (AFTER, [], BROKEN, None),
        (AFTER, [b(5)], BROKEN, None),
        (AFTER, [a(5)], BROKEN, 5),
        (AFTER, [a(5), b(35)], KEPT, 5),
        (AFTER, [a(5), b(36)], BROKEN, 5),
        (AFTER, [b(5), a(6)], BROKEN, 6),
        (AFTER, [a(5), b(5)], KEPT, 5),
        (AFTER, [a(5), a(20), b(40)], BROKEN, 5),
        (AFTER, [a(5), a(20), b(30)], KEPT, 20),
        (NOT_BOTH, [], BROKEN, None),
        (NOT_BOTH, [a(5)], KEPT, None),
        (NOT_BOTH, [b(5)], KEPT, None),
        (NOT_BOTH, [a(5), b(7)], BROKEN, 7),
        (NOT_BOTH, [b(5), a(7)], BROKEN, 7),
    ],
)
def test_a_form_is_kept_or_broken_when_the_run_has_ended(
    one: Check, events: list[Told], ended: str, witness: int | None
) -> None:
    assert judged(one, *events) == (ended, witness)


@pytest.mark.parametrize(
    ("one", "events", "open_at", "state"),
    [
        (ONCE, [], 60, PENDING),
        (ONCE, [a(5)], 60, KEPT),
        (TWICE, [a(5)], 60, PENDING),
        (BETWEEN, [], 20, PENDING),
        (BETWEEN, [a(9)], 20, PENDING),
        (BETWEEN, [], 21, BROKEN),
        (NEVER, [], 60, PENDING),
        (NEVER, [b(5)], 60, KEPT),
        (NEVER, [a(5)], 60, BROKEN),
        (BEFORE, [], 60, PENDING),
        (BEFORE, [a(5)], 60, PENDING),
        (BEFORE, [b(5)], 60, BROKEN),
        (BEFORE, [a(5), b(6)], 60, KEPT),
        (AFTER, [], 60, PENDING),
        (AFTER, [a(5)], 35, PENDING),
        (AFTER, [a(5)], 36, BROKEN),
        (AFTER, [a(5), b(6)], 60, KEPT),
        (NOT_BOTH, [], 60, PENDING),
        (NOT_BOTH, [a(5), b(6)], 60, BROKEN),
    ],
)
def test_while_a_run_is_open_what_is_missing_is_pending_and_what_is_broken_stays_broken(
    one: Check, events: list[Told], open_at: float, state: str
) -> None:
    assert judged(one, *events, open_at=open_at)[0] == state


def test_a_constraint_speaks_only_of_the_events_that_fit_its_pattern() -> None:
    mine = check("existence", event={**FIRST, "where": {"competent": True}})
    assert judged(mine, a(5, competent=False)) == (BROKEN, None)
    assert judged(mine, a(5, competent=False), a(6, competent=True)) == (KEPT, 6)


def test_times_from_the_meeting_follow_it_when_it_moves() -> None:
    before = check("existence", event=FIRST, until="meeting-1h")
    hour = 15 * 60 + 30
    assert judged(before, a(hour)) == (BROKEN, hour)
    moved = evidence([a(hour)])
    moved.run.office.move_meeting(moved.run.office.meeting.start + timedelta(hours=1))
    assert before.judge(moved).holds


# --- properties -----------------------------------------------------------------------------

LOGS = st.lists(st.tuples(st.integers(0, 90), st.sampled_from([A, B])), max_size=8).map(
    lambda found: [(minute, kind, "giay_moi") for minute, kind in sorted(found, key=lambda x: x[0])]
)
FORMS = st.sampled_from([ONCE, TWICE, BETWEEN, NEVER, BEFORE, LONG_BEFORE, AFTER, NOT_BOTH])
OPEN = st.one_of(st.none(), st.integers(90, 120))


def verdict(
    one: Any, log: list[Told], open_at: int | None, shifted: timedelta = timedelta()
) -> Any:
    found = one.judge(evidence(log, open_at=open_at, shifted=shifted))
    witness = found.witness
    return found.share, found.pending, witness and (witness.kind, witness.at - shifted)


@given(FORMS, LOGS, OPEN, st.integers(0, 90), st.data())
def test_an_event_that_has_nothing_to_do_with_it_changes_nothing(
    one: Any, log: list[Told], open_at: int | None, minute: int, data: st.DataObject
) -> None:
    kind = data.draw(st.sampled_from([C, EventKind.ORDER_DONE, EventKind.MEETING_MOVED]))
    more = sorted([*log, (minute, kind, "giay_moi")], key=lambda event: event[0])
    assert verdict(one, log, open_at) == verdict(one, more, open_at)


@given(FORMS, LOGS, OPEN, st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_moving_everything_by_the_same_span_changes_nothing(
    one: Any, log: list[Told], open_at: int | None, span: timedelta
) -> None:
    whole = timedelta(minutes=span // timedelta(minutes=1))
    assert verdict(one, log, open_at) == verdict(one, log, open_at, whole)


@given(FORMS, LOGS, st.integers(0, 90))
def test_what_is_broken_while_open_is_still_broken_at_the_end(
    one: Any, log: list[Told], cut: int
) -> None:
    known = [event for event in log if event[0] <= cut]
    share, pending, _ = verdict(one, known, cut)
    if share == 0 and not pending:
        assert verdict(one, log, None)[0] == 0


def test_every_form_of_the_module_is_tried_here() -> None:
    assert {type(one) for one in (ONCE, NEVER, BEFORE, AFTER, NOT_BOTH)} == {
        Existence,
        Absence,
        Precedence,
        Response,
        NotCoexistence,
    }
