"""Answers: a number, a pick or words that the learner gave to a question of the case."""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

from grading.constraints import Check
from grading.evidence import Evidence
from grading.verdicts import Verdict, no, yes


class Answer(Check):
    """The answer to the question equals one of `accepts` (texts with the variant's words)."""

    form: Literal["answer"]
    question: str
    accepts: tuple[str, ...]

    def judge(self, evidence: Evidence) -> Verdict:
        """Compare after taking away what makes no difference in meaning."""
        given = plain(evidence.work.answers.get(self.question, ""))
        if not given:
            return no(pending=evidence.is_open)
        accepted = {plain(evidence.case.say(text)) for text in self.accepts}
        return yes() if given in accepted else no()


def plain(text: str) -> str:
    """The text for comparison: NFC, one case, single spaces, one way to place tones."""
    text = unicodedata.normalize("NFC", text).casefold()
    text = re.sub(r"\s+", " ", text).strip(" .;,")
    for old, new in _TONES.items():
        text = text.replace(old, new)
    return text


_TONES = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
    "ƣ": "ư",
}  # fmt: skip
