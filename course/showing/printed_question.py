"""A question on a slide or on paper: what is asked, and the answer by itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from course.look import Html
from course.quiz import sources
from course.quiz.items import Case, Matching, Number, Ordering, Paper, Part, Several, Single
from course.quiz.question import Question
from course.quiz.shown import Seed
from course.quiz.words import phrase, prose, task

_LETTERS = "ABCDEFGHIJKL"


@dataclass(frozen=True)
class PrintedQuestion:
    """What a class reads first, and what it reads after it has answered."""

    id: str
    asked: Html
    answer: Html


def printed(question: Question) -> PrintedQuestion:
    """The question's first variant, in an order that is the same each time."""
    item = question.item()
    asked, answers = [], []
    for number, part in enumerate(question.parts()):
        if isinstance(item, Case):
            asked.append(f"<p><strong>{number + 1}.</strong> {phrase(part.stem)}</p>")
        choices, answer = _part(part, Seed("lớp", question.id), number)
        asked.append(choices)
        answers.append(answer)
    source = sources.citation(question.head.source, check_original=question.head.check_original)
    head = f'<p class="vp-quiz-label">Câu hỏi · {task(item)}</p>{prose(item.stem)}'
    told = f'{"".join(answers)}<p class="vp-source">Nguồn: {source}</p>'
    return PrintedQuestion(question.id, Html(head + "".join(asked)), Html(told))


def _part(part: Part, seed: Seed, number: int) -> tuple[str, str]:
    """What can be chosen, and what is right with its reason."""
    match part:
        case Single() | Several():
            order = seed.order(len(part.choice), number)
            shown = [part.choice[place] for place in order]
            right = [
                f"<strong>{_LETTERS[place]}. {phrase(one.text)}</strong><br>{phrase(one.reason)}"
                for place, one in enumerate(shown)
                if one.right
            ]
            return _lettered(one.text for one in shown), _lines(right)
        case Matching():
            sides = [part.options[place] for place in seed.order(len(part.options), number)]
            left = "".join(f"<li>{phrase(pair.left)} → ……</li>" for pair in part.pair)
            pairs = [f"{phrase(p.left)} → <strong>{phrase(p.right)}</strong>" for p in part.pair]
            return f"<ul>{left}</ul><p>Ghép với:</p>{_lettered(sides)}", _lines(pairs)
        case Ordering():
            order = seed.scrambled(len(part.step), number)
            right = [f"{place}. {phrase(step.text)}" for place, step in enumerate(part.step, 1)]
            return _lettered(part.step[place].text for place in order), _lines(right)
        case Number():
            value = f"{part.answer:g}".replace(".", ",")
            told = f"<strong>{value} {phrase(part.unit)}</strong>. {phrase(part.reason)}"
            return f"<p>Trả lời: …………… {phrase(part.unit)}</p>", _lines([told])
        case Paper():
            rows = "".join(f"<li>{phrase(line.text)}</li>" for line in part.line)
            faults = [
                f"<strong>Dòng {place}.</strong> {phrase(line.reason or '')}"
                for place, line in enumerate(part.line, 1)
                if line.faulty
            ]
            return f'<ol class="vp-show-paper">{rows}</ol>', _lines(faults)


def _lettered(texts: Iterable[str]) -> str:
    rows = "".join(f"<li>{phrase(one)}</li>" for one in texts)
    return f'<ol class="vp-show-choices" type="A">{rows}</ol>'


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)
