"""What the papers of a case must say: as things stand in a run, and what is asked of each alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial

from grading.word import CaseFacts, NumberFact, PointFact
from grading.word.text import fold
from office_sim import rulebook
from office_sim.log import EventKind
from office_sim.simulation import Run
from scenarios.case import Case
from scenarios.document_file import WORD, DocumentText, PointText, RowWords, row_words
from scenarios.typed_number import number_of
from scenarios.variants import values_of

KINDS_WITH_FIGURES = frozenset({"bien_ban", "thong_bao_ket_luan", "bao_cao"})
"""Kinds that must repeat the case's figures; an invitation or a programme need not."""
VISITED_VI = "số gia đình đã thăm"
FAMILIES = "gia đình|hộ|nhà"


def facts_of(case: Case, run: Run | None = None) -> CaseFacts:
    """What papers of this case must say; with a run, as things stand in it.

    The run knows the hour after it was moved and the room that was booked. Without a meeting only
    the figures and the days of issue are known.
    """
    world = case.world
    facts = CaseFacts(
        numbers=tuple(
            NumberFact(one.label, one.value, one.unit, also=one.also)
            for value in values_of(case.file, case.variant)
            for one in value.numbers
        ),
        issued_from=world.start.date(),
        issued_to=world.end.date(),
        special=True,
    )
    if has_meeting_file(case):
        return _with_meeting(case, run, facts)
    return replace(facts, numbers=(*facts.numbers, *_visited(run)))


def has_meeting_file(case: Case) -> bool:
    """Whether the papers are those of a meeting that sits and decides; a day of visits is none."""
    return case.world.meeting is not None and case.world.visits is None


def _with_meeting(case: Case, run: Run | None, facts: CaseFacts) -> CaseFacts:
    """The facts with the meeting's hour, place, body, chair and, once it is open, attendance."""
    world, text = case.world, case.file.meeting
    assert world.meeting is not None and text is not None
    starts, place = world.meeting.start, text.place
    if run is not None:
        office = run.office
        starts = office.meeting.start
        room = office.rooms.get(office.meeting.room)
        place = room.spec.title if room is not None else place
    chair = world.person(text.chair)
    return replace(
        facts,
        starts=starts,
        place=place,
        body=case.file.bodies.get(world.meeting.body, ""),
        chair=chair.name if chair is not None else "",
        attendance=_attendance(run),
    )


def _visited(run: Run | None) -> Iterator[NumberFact]:
    """How many families were visited once the day is over; those visited later may be counted."""
    office = run.office if run is not None else None
    if office is None or not office.events(EventKind.VISIT_DAY_CLOSED):
        return
    there = {event.subject for event in office.events(EventKind.VISIT_MADE)}
    missed = {event.subject for event in office.events(EventKind.VISIT_MISSED)}
    later = (float(len(there | missed)),) if office.events(EventKind.MISSED_VISITED) else ()
    yield NumberFact(VISITED_VI, float(len(there)), FAMILIES, also=later)


def _attendance(run: Run | None) -> tuple[int, ...]:
    for event in run.office.events(EventKind.MEETING_OPENED) if run is not None else ():
        return int(str(event.detail["present"])), int(str(event.detail["total"]))
    return ()


def facts_for_kind(kind: str, facts: CaseFacts) -> CaseFacts:
    """The facts that a document of this kind has to give: only some speak of figures."""
    return facts if kind in KINDS_WITH_FIGURES else replace(facts, numbers=())


def facts_for(case: Case, wanted: DocumentText, facts: CaseFacts) -> CaseFacts:
    """The facts for one document of the case: those of its kind, and what is asked of it alone."""
    own = facts_for_kind(wanted.kind, facts)
    return replace(
        own,
        numbers=(*own.numbers, *_figures(case, wanted)),
        musts=tuple(_points(case, wanted.musts)),
        nevers=tuple(_points(case, wanted.nevers)),
    )


def points_of(wanted: DocumentText) -> set[str]:
    """The ids of the findings that the document's own points can give."""
    points = {f"says.{one.id}" for one in wanted.musts}
    points |= {f"claims.{one.id}" for one in wanted.nevers}
    return points | ({"content.number"} if wanted.figures else set())


def _figures(case: Case, wanted: DocumentText) -> Iterator[NumberFact]:
    for figure in wanted.figures:
        for row in row_words(figure, case.true_table(figure.rows or "")):
            say = row.say if figure.rows else case.say
            value = number_of(say(figure.value))
            if value is not None:
                yield NumberFact(say(figure.label), value, say(figure.unit))


def _points(case: Case, points: tuple[PointText, ...]) -> Iterator[PointFact]:
    for point in points:
        rule = rulebook.load()[point.rule]
        for row in row_words(point, case.true_table(point.rows or "")):
            say = row.say if point.rows else partial(_say_variant, case)
            yield PointFact(
                id=point.id,
                what=say(point.what),
                pattern=say(point.pattern, _sought) + _spoken_of(point, row),
                unless=say(point.unless, _sought),
                fix=say(point.fix),
                why=rule.text,
                source=rule.citation,
                confidence=rule.confidence,
            )


def _say_variant(case: Case, text: str, spell: Callable[[str], str] = str) -> str:
    """The text with the variant's words, each spelled by `spell`."""
    return WORD.sub(lambda match: spell(case.say(match.group(0))), text)


def _sought(words: str) -> str:
    """A pattern of the words; "this|or that" is one of them."""
    return f"(?:{'|'.join(re.escape(fold(one)) for one in words.split('|'))})"


def _spoken_of(point: PointText, row: RowWords) -> str:
    """A pattern of a paragraph that speaks of all that the row's cell must speak of."""
    groups = row.groups.get(point.mentions, ()) if point.mentions else ()
    return "".join(f"(?=.*{_sought(one)})" for one in groups)
