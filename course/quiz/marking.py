"""Marking: what an answer to a question is worth, and what to say about each choice.

The one function `mark` serves the page, the review and the tests. An answer is plain JSON data;
positions count from 0 in the order of the file:

=========  ==================================================================
single     the position of the choice
several    list of positions
matching   list with the position in `options` for each pair (None: left open)
ordering   list of positions in the order given
number     `[text, position of the unit]`
paper      list of positions of the lines held to be faulty
case       list with one answer for each part
=========  ==================================================================

Anything else (an old or damaged record) counts as not answered and never raises.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import Any

from course.quiz.items import (
    Matching,
    Number,
    Ordering,
    Paper,
    Part,
    Several,
    Single,
)
from course.quiz.question import Question
from course.quiz.result import QuizResult, Remark, Verdict
from scenarios.typed_number import number_of, written

Answer = Any
"""JSON data as in the table above; None is "not answered"."""

CLEAN_LINE = "Dòng này đúng, không cần sửa."


def mark(question: Question, answer: Answer, *, variant: int = 0) -> QuizResult:
    """The result of this answer to this variant of the question."""
    parts = question.parts(variant)
    if question.item(variant).kind != "case":
        return mark_part(parts[0], answer)
    given = (
        answer if isinstance(answer, list) and len(answer) == len(parts) else [None] * len(parts)
    )
    results = tuple(mark_part(part, one) for part, one in zip(parts, given, strict=True))
    mean = sum(result.score for result in results) / len(results)
    return QuizResult(mean, all(result.answered for result in results), parts=results)


def mark_part(part: Part, answer: Answer) -> QuizResult:
    """The result of one item that is not a case."""
    return _MARKS[part.kind](part, answer)


def _mark_single(item: Single, answer: Answer) -> QuizResult:
    chosen = _positions([answer], len(item.choice))
    rights = [choice.right for choice in item.choice]
    remarks = _choice_remarks(
        [(choice.text, choice.reason) for choice in item.choice], rights, chosen
    )
    score = 1.0 if any(rights[position] for position in chosen) else 0.0
    return QuizResult(score, bool(chosen), remarks)


def _mark_several(item: Several, answer: Answer) -> QuizResult:
    texts = [(choice.text, choice.reason) for choice in item.choice]
    return _mark_set(texts, [choice.right for choice in item.choice], answer)


def _mark_paper(item: Paper, answer: Answer) -> QuizResult:
    texts = [(line.text, line.reason or CLEAN_LINE) for line in item.line]
    return _mark_set(texts, [line.faulty for line in item.line], answer)


def _mark_set(
    texts: Sequence[tuple[str, str]], rights: Sequence[bool], answer: Answer
) -> QuizResult:
    """Right ones chosen less wrong ones chosen, over all right ones; never below 0."""
    chosen = _positions(answer, len(texts))
    hits = sum(rights[position] for position in chosen)
    score = max(0.0, (hits - (len(chosen) - hits)) / sum(rights))
    return QuizResult(score, bool(chosen), _choice_remarks(texts, rights, chosen))


def _mark_matching(item: Matching, answer: Answer) -> QuizResult:
    options = item.options
    given = answer if isinstance(answer, list) and len(answer) == len(item.pair) else []
    sides = [_side(options, one) for one in given] or [None] * len(item.pair)
    remarks = tuple(
        Remark(
            pair.left,
            _of_pair(side, pair.right),
            pair.reason,
            given=side or "",
            expected=pair.right,
        )
        for pair, side in zip(item.pair, sides, strict=True)
    )
    remarks += tuple(
        Remark(extra.text, Verdict.WRONG if extra.text in sides else Verdict.LEFT, extra.reason)
        for extra in item.extra
    )
    hits = sum(side == pair.right for pair, side in zip(item.pair, sides, strict=True))
    return QuizResult(hits / len(item.pair), None not in sides, remarks)


def _mark_ordering(item: Ordering, answer: Answer) -> QuizResult:
    """The share of pairs of steps that stand in the right order."""
    order = _positions(answer, len(item.step))
    complete = len(order) == len(item.step)
    place = {position: rank for rank, position in enumerate(order)}
    ranks = item.ranks
    pairs = [
        (one, other)
        for one, other in combinations(range(len(ranks)), 2)
        if ranks[one] != ranks[other]
    ]
    kept = sum(place[one] < place[other] for one, other in pairs) if complete else 0
    remarks = tuple(
        _step_remark(item, position, place if complete else {}) for position in range(len(ranks))
    )
    return QuizResult(kept / len(pairs), complete, remarks)


def _step_remark(item: Ordering, position: int, place: dict[int, int]) -> Remark:
    """A step is right if no other step stands on the wrong side of it."""
    ranks = item.ranks
    crossed = any(
        (place[other] - place[position]) * (ranks[other] - ranks[position]) < 0
        for other in place
        if ranks[other] != ranks[position]
    )
    verdict = Verdict.MISSED if not place else Verdict.WRONG if crossed else Verdict.RIGHT
    given = str(place[position] + 1) if place else ""
    step = item.step[position]
    return Remark(step.text, verdict, step.reason, given=given, expected=str(position + 1))


def _mark_number(item: Number, answer: Answer) -> QuizResult:
    text, unit = answer if isinstance(answer, list) and len(answer) == 2 else (None, None)
    value = number_of(text)
    if value is None:
        expected = f"{written(item.answer)} {item.unit}"
        return QuizResult(0.0, False, (Remark("", Verdict.MISSED, item.reason, "", expected),))
    value_right = abs(value - item.answer) <= item.tolerance + 1e-9
    remarks = [_value_remark(item, value, value_right)]
    if not item.other_unit:
        return QuizResult(float(value_right), True, tuple(remarks))
    chosen = _positions([unit], len(item.units))
    unit_right = chosen == [0]
    if chosen and not unit_right:
        other = item.other_unit[chosen[0] - 1]
        remarks.append(Remark(other.text, Verdict.WRONG, other.reason, other.text, item.unit))
    return QuizResult((value_right + unit_right) / 2, bool(chosen), tuple(remarks))


def _value_remark(item: Number, value: float, right: bool) -> Remark:
    given, expected = written(value), f"{written(item.answer)} {item.unit}"
    if right:
        return Remark(given, Verdict.RIGHT, item.reason, given, expected)
    near = [near.reason for near in item.near if abs(near.value - value) < 1e-9]
    return Remark(given, Verdict.WRONG, " ".join([*near, item.reason]), given, expected)


def _choice_remarks(
    texts: Sequence[tuple[str, str]], rights: Sequence[bool], chosen: Sequence[int]
) -> tuple[Remark, ...]:
    return tuple(
        Remark(text, _of_choice(right, position in chosen), reason)
        for position, ((text, reason), right) in enumerate(zip(texts, rights, strict=True))
    )


def _of_choice(right: bool, chosen: bool) -> Verdict:
    if chosen:
        return Verdict.RIGHT if right else Verdict.WRONG
    return Verdict.MISSED if right else Verdict.LEFT


def _of_pair(side: str | None, right: str) -> Verdict:
    if side is None:
        return Verdict.MISSED
    return Verdict.RIGHT if side == right else Verdict.WRONG


def _side(options: Sequence[str], answer: Answer) -> str | None:
    position = _positions([answer], len(options))
    return options[position[0]] if position else None


def _positions(answer: Answer, count: int) -> list[int]:
    """The different positions in an answer that exist, in the order given."""
    if not isinstance(answer, list):
        return []
    whole = [one for one in answer if isinstance(one, int) and not isinstance(one, bool)]
    return list(dict.fromkeys(one for one in whole if 0 <= one < count))


_MARKS: dict[str, Callable[[Any, Answer], QuizResult]] = {
    "single": _mark_single,
    "several": _mark_several,
    "matching": _mark_matching,
    "ordering": _mark_ordering,
    "number": _mark_number,
    "paper": _mark_paper,
}
