"""The check of a Word document: its form, what it says, and whether it agrees with the others.

What counts is what the Word checker calls an error by a confirmed rule; what it only warns of, or
says by a rule in doubt, costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from grading.constraints import Check
from grading.documents import DOCUMENT_STATUS_VI, CheckedDocument, DocumentStatus
from grading.evidence import Evidence
from grading.verdicts import Verdict, no
from grading.word import WordFinding
from scenarios.record import Id

TOLD = 3
"""So many findings are told with a criterion; all of them stand at the desk with the document."""
_CONTENT = ("content", "says", "claims")
"""How the findings begin that are about what a document says; all others are about its form."""
_NOTHING_VI = "văn bản chưa nói điều nào mà bài yêu cầu."


class Aspect(StrEnum):
    """What of a document is looked at."""

    HANDED_IN = "handed_in"
    LAYOUT = "layout"
    CONTENT = "content"
    AGREEMENT = "agreement"


class DocumentCheck(Check):
    """A wanted document is there, and nothing counts against it in one of these aspects.

    `handed_in`: it can be read and is no blank form. `layout`: its parts, their look, its number,
    authority and signature, and what its kind must have. `content`: the facts of the case, and
    what the case asks it to say or not to claim; with `points` only these ("says.noi_bao",
    "content.number"). `agreement`: it does not contradict the other documents handed in, of which
    there must be at least one.

    What is wrong in one way counts once, however often it stands there; each takes away 1/`none`
    of the share, so that at `none` things nothing is left. A document that is not there, cannot be
    read or is a blank form earns nothing; one that says nothing of what is asked has no content.
    """

    form: Literal["document"]
    document: Id
    aspect: Aspect
    points: tuple[str, ...] = ()
    none: Annotated[int, Field(ge=1)] = 1

    @model_validator(mode="after")
    def _points_are_of_content(self) -> DocumentCheck:
        if self.points and self.aspect is not Aspect.CONTENT:
            raise ValueError('points chỉ dùng với aspect = "content"; bỏ points, hoặc đổi aspect')
        return self

    def judge(self, evidence: Evidence) -> Verdict:
        """Count what is wrong in different ways."""
        checked = evidence.documents.of(self.document)
        if checked is None:
            return no()
        if checked.status is not DocumentStatus.CHECKED:
            return Verdict(0.0, told=_not_there(checked))
        if self.aspect is Aspect.AGREEMENT and not self._others(evidence):
            return Verdict(0.0, told="Chưa có văn bản nào khác để đối chiếu.")
        if self.aspect is Aspect.CONTENT and _says_nothing(checked):
            return Verdict(0.0, told=f"{checked.wanted.title}: {_NOTHING_VI}")
        wrong = self.wrong(evidence)
        ways = len({one.rule for one in wrong})
        return Verdict(max(0.0, 1 - ways / self.none), told=_told(checked, wrong))

    def wrong(self, evidence: Evidence) -> list[WordFinding]:
        """The findings that count here; none for a document that was not read."""
        checked = evidence.documents.of(self.document)
        if checked is None or checked.status is not DocumentStatus.CHECKED:
            return []
        if self.aspect is Aspect.AGREEMENT:
            return [
                one
                for one in evidence.documents.disagreements
                if one.confirmed and checked.is_named_in(one)
            ]
        return [one for one in checked.errors if self._looks_at(one.rule)]

    def _looks_at(self, rule: str) -> bool:
        is_content = rule.split(".")[0] in _CONTENT
        if self.aspect is Aspect.LAYOUT:
            return not is_content
        return self.aspect is Aspect.CONTENT and is_content and rule in (self.points or (rule,))

    def _others(self, evidence: Evidence) -> list[CheckedDocument]:
        return [
            one
            for one in evidence.documents.documents
            if one.status is DocumentStatus.CHECKED and one.wanted.id != self.document
        ]


def _says_nothing(checked: CheckedDocument) -> bool:
    """Whether it makes not one of the points that it must: what says nothing claims nothing, too,
    and an empty page keeps no rule.
    """
    asked = {f"says.{one.id}" for one in checked.wanted.musts}
    return bool(asked) and asked <= {one.rule for one in checked.errors}


def _not_there(checked: CheckedDocument) -> str:
    return f"{checked.wanted.title}: {checked.problem or DOCUMENT_STATUS_VI[checked.status] + '.'}"


def _told(checked: CheckedDocument, wrong: Iterable[WordFinding]) -> str:
    """What is wrong, not what is right: the checker's own words."""
    said = list(dict.fromkeys(one.what for one in wrong))
    if not said:
        return ""
    more = f" Còn {len(said) - TOLD} điều nữa." if len(said) > TOLD else ""
    return f"{checked.wanted.title}: {' '.join(said[:TOLD])}{more}"
