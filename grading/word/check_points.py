"""What a case asks its paper to say, and what it may not claim: point by point."""

from __future__ import annotations

import re

from grading.word.document import Paragraph
from grading.word.facts import CaseFacts, PointFact
from grading.word.findings import Severity
from grading.word.inspection import Inspection, make_finding
from grading.word.text import fold

_SENTENCE = re.compile(r"(?<=[.;!?])\s+")


def check_points(inspection: Inspection, facts: CaseFacts) -> None:
    """A finding for each point that no paragraph makes, and for each that a sentence claims.

    Points with one id and one name are told once: how many there are gives nothing away.
    """
    body = [(paragraph, fold(paragraph.text)) for paragraph in inspection.parts.body]
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
