"""One document under inspection: what the checks look at and where they write their findings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from grading.word.document import Document, Paragraph
from grading.word.findings import Place, Severity, WordFinding
from grading.word.kinds import Kind
from grading.word.lines import Line
from grading.word.parts import Parts
from grading.word.ruleset import LayoutRule, RuleSet
from grading.word.text import canon, quote
from grading.word.vocabulary import PARTS_VI, WHY_VI

_ANCHORS = {
    "superior": ("issuer", "title", "number"), "issuer": ("superior", "title", "number"),
    "star": ("issuer",), "number": ("issuer", "title", "date"), "date": ("title", "number"),
    "title": ("issuer", "date", "number"), "motto": ("title",), "kind": ("abstract", "number"),
    "abstract": ("kind",), "letter_abstract": ("number",), "dashes": ("abstract", "kind"),
    "addressee": ("kind", "abstract", "number"), "authority": ("post", "signer"),
    "post": ("authority", "signer"), "signer": ("post", "authority"),
    "recipients_label": ("recipients", "authority", "post"),
    "recipients": ("recipients_label", "authority"),
}  # fmt: skip
MAX_PLACES = 200
"""Places kept of one finding; a file with more is wrong all over."""


@dataclass
class Inspection:
    """A document, its parts, its kind (None if unknown) and the rule set to hold it against."""

    document: Document
    parts: Parts
    rules: RuleSet
    kind: Kind | None
    findings: list[WordFinding] = field(default_factory=list)
    said: set[str] = field(default_factory=set)
    """Parts already reported as missing or misspelled: nothing more is said about them."""

    def rule(self, name: str) -> LayoutRule | None:
        """The rule with this id, None if the set is silent."""
        return self.rules.rules.get(name)

    def needs(self, part: str) -> str:
        """ "required", "optional" or "none" for this document's kind."""
        if self.kind is not None:
            return self.kind.needs(part)
        return "optional" if part in ("addressee", "letter_abstract") else "required"

    def place(self, part: str, spot: Line | Paragraph | None) -> Place:
        """A place in words for a line or paragraph of a part."""
        paragraph = spot.paragraph if isinstance(spot, Line) else spot
        name = PARTS_VI.get(part, part)
        if paragraph is None:
            return Place(name, None, "")
        text = spot.text if isinstance(spot, Line) else canon(paragraph.text)
        return Place(name, paragraph.index, quote(text))

    def anchor(self, part: str) -> Line | None:
        """Where a missing part should have stood: its nearest neighbour on the page."""
        for neighbour in _ANCHORS.get(part, ()):
            line = self.parts.first(neighbour)
            if line is not None:
                return line
        shown = [line for line in self.parts.everything if not line.blank]
        if not shown:
            return None
        return shown[-1] if part in ("authority", "post", "signer", "recipients") else shown[0]

    def report(
        self, rule: LayoutRule, what: str, fix: str,
        spots: Sequence[Line | Paragraph | None], why: str = "",
    ) -> None:  # fmt: skip
        """Write down a breach of a layout rule at one or more spots."""
        part = rule.id.split(".")[0]
        doubt = "" if rule.confirmed else " (nguồn thứ cấp, cần đối chiếu bản gốc)"
        reason = f"{why or _reason(part, self.rules.name)}{doubt}."
        places = tuple(dict.fromkeys(self.place(part, spot) for spot in spots[:MAX_PLACES]))
        self.findings.append(
            WordFinding(
                rule.id, rule.severity, what, reason, rule.fix or fix, rule.source,
                rule.confidence, places,
            )
        )  # fmt: skip

    def add(self, finding: WordFinding) -> None:
        """Write down a finding that stands on no layout rule."""
        self.findings.append(finding)


def _reason(part: str, rules: str) -> str:
    why = WHY_VI.get(part)
    return f"{why}; {rules} quy định như vậy" if why else f"{rules} quy định như vậy"


def expected(rule: LayoutRule) -> str:
    """A rule's number in words: "14 pt", "từ 18 đến 22 pt"."""
    low, high = rule.bounds
    unit = f" {rule.unit}" if rule.unit else ""
    if low == high:
        return f"{shown(low)}{unit}"
    return f"từ {shown(low)} đến {shown(high)}{unit}"


def shown(number: float) -> str:
    """A number the Vietnamese way, at most one decimal: "14,5"."""
    text = f"{round(number, 1):g}"
    return text.replace(".", ",")


def all_folded(lines: Iterable[Line]) -> str:
    """The folded text of lines, one per line."""
    return "\n".join(line.folded for line in lines)


def make_finding(
    rule: str, severity: Severity, what: str, why: str, fix: str, source: str, confidence: str,
    places: Iterable[Place],
) -> WordFinding:  # fmt: skip
    """A finding with its severity held down to a warning where the rule is unconfirmed."""
    if confidence in ("C", "D"):
        severity = Severity.WARNING
        why = f"{why.rstrip('.')} (cần đối chiếu bản gốc)."
    return WordFinding(rule, severity, what, why, fix, source, confidence, tuple(places))
