"""What a case asks its paper to say, and what it may not claim: point by point."""

from __future__ import annotations

import re
from collections.abc import Iterable

from grading.word.document import Paragraph, Where
from grading.word.facts import CaseFacts, PointFact
from grading.word.findings import Severity
from grading.word.inspection import Inspection, make_finding
from grading.word.text import fold

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


def check_points(inspection: Inspection, facts: CaseFacts) -> None:
    """A finding for each point that no paragraph makes, and for each that a sentence claims.

    A row of a table is read across, like a paragraph. Points with one id and one name are told
    once: how many there are gives nothing away.
    """
    body = [
        (paragraphs[0], fold(" ".join(p.text for p in paragraphs)))
        for paragraphs in _stretches(inspection.parts.body)
    ]
    told = set()
    for point in facts.musts:
        is_made = any(re.search(point.pattern, text) for _, text in body)
        if not is_made and (point.id, point.what) not in told:
            told.add((point.id, point.what))
            spot = body[0][0] if body else None
            _say(inspection, "says", point, f"Chưa thấy {point.what}.", [spot])
    for point in facts.nevers:
        wrong = [paragraph for paragraph, text in body if _claims(point, text)]
        if wrong:
            _say(inspection, "claims", point, f"Có câu {point.what}.", wrong)


def _stretches(body: Iterable[Paragraph]) -> list[list[Paragraph]]:
    """The paragraphs one by one, those in one row of a table together."""
    found: list[list[Paragraph]] = []
    for paragraph in body:
        where = paragraph.where
        before = found[-1][0].where if found else None
        if where.table is not None and before is not None and _row(before) == _row(where):
            found[-1].append(paragraph)
        else:
            found.append([paragraph])
    return found


def _row(where: Where) -> tuple[int | None, int]:
    return where.table, where.row


def _claims(point: PointFact, text: str) -> bool:
    """Whether a sentence of the paragraph claims it without being excused."""
    return any(
        re.search(point.pattern, sentence)
        and not (point.unless and re.search(point.unless, sentence))
        for sentence in _SENTENCE.split(text)
    )


def _say(
    inspection: Inspection, group: str, point: PointFact, what: str,
    spots: list[Paragraph] | list[Paragraph | None],
) -> None:  # fmt: skip
    places = [inspection.place("body", spot) for spot in spots]
    inspection.add(
        make_finding(
            f"{group}.{point.id}",
            Severity.ERROR,
            what,
            point.why,
            point.fix,
            point.source,
            point.confidence,
            places,
        )
    )
