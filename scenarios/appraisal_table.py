"""What stands in the files of several schemes, as a table: faults spread over them by the seed."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from office_sim.true_table import TrueTable
from scenarios.drawing import Drawing, plain_row
from scenarios.pool import Drawn

FAULT, SOUND = "_chua", "_dat"
"""How the groups of the pool end: "tt1_chua" holds the faults that answer the first question."""
_MOST_DOUBLE = 3


def appraisal_table(drawing: Drawing) -> TrueTable:
    """Two rows for each question, of two different schemes: a fault and something sound, or, for
    at most three questions, two faults. So no scheme is both at one question.

    The pool's setting `scheme_words` names the lists of words that belong together: the first text
    of each speaks of the first scheme. `count_words` names the words for how many rows are faults,
    and how many sound.
    """
    chance = Random(f"appraisal/{drawing.seed}")
    settings, words = drawing.pool.settings, drawing.pool.words
    together = str(settings["scheme_words"]).split()
    schemes = range(len(words[together[0]]))
    questions = sorted(
        {one.entry.group.removesuffix(FAULT) for one in drawing.drawn if _fault(one)}
    )
    double = set(chance.sample(questions, chance.randint(0, _MOST_DOUBLE)))
    rows = []
    for question in questions:
        faults = [one for one in drawing.drawn if one.entry.group == question + FAULT]
        sound = [one for one in drawing.drawn if one.entry.group == question + SOUND]
        pair = faults[:2] if question in double else [faults[0], sound[0]]
        for one, scheme in zip(pair, chance.sample(schemes, 2), strict=True):
            own = {name: words[name][scheme] for name in together}
            rows.append(replace(one, words={**one.words, **own}))
    chance.shuffle(rows)
    faulty = sum(map(_fault, rows))
    counts = zip(str(settings["count_words"]).split(), (faulty, len(rows) - faulty), strict=True)
    return TrueTable(
        drawing.pool.columns,
        tuple(plain_row(number, one) for number, one in enumerate(rows, start=1)),
        drawing.pool.slips,
        {name: str(count) for name, count in counts},
    )


def _fault(one: Drawn) -> bool:
    return one.entry.group.endswith(FAULT)
