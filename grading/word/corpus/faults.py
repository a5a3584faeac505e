"""Single faults: each breaks one rule at one known place of a correct file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from grading.word.corpus.fault import Cut, Fault
from grading.word.corpus.special_faults import SPECIAL_FAULTS
from grading.word.corpus.surgery import NotApplicableError, Patient
from grading.word.kinds import load_kinds
from grading.word.ruleset import LayoutRule, load_rules
from grading.word.text import fold
from grading.word.vocabulary import LOOK_PARTS, LOOKS, PRESENT_PARTS


def all_faults() -> list[Fault]:
    """Every fault of the corpus, always in the same order."""
    return [*_look_faults(), *_presence_faults(), *SPECIAL_FAULTS, *_must_faults()]


def _look_faults() -> Iterator[Fault]:
    rules = load_rules("HD05")
    for part in LOOK_PARTS:
        for look in LOOKS:
            rule = rules.get(f"{part}.{look}")
            if rule is not None and part not in ("urgency", "secrecy", "addressee"):
                yield Fault(f"{rule.id} ngược", rule.id, _break_look(part, look, rule))


def _break_look(part: str, look: str, rule: LayoutRule) -> Cut:
    def cut(patient: Patient) -> Any:
        from docx.shared import Pt

        element = patient.part(part)
        if look == "caps":
            text = patient.paragraph(element).text
            lowered = text[:4] + text[4:].lower()
            return patient.set_text(element, lowered if rule.value else text.upper())
        for run in patient.runs(element):
            if look == "size":
                run.font.size = Pt(rule.bounds[0] - 2)
            else:
                setattr(run.font, look, not rule.value)
        return element

    return cut


def _presence_faults() -> Iterator[Fault]:
    rules = load_rules("HD05")
    for part in PRESENT_PARTS:
        if rules.get(f"{part}.present") and part != "body":
            yield Fault(
                f"thiếu {part}", f"{part}.present", _remove(part), _WHERE_DUE.get(part, ()),
                _ALSO.get(part, ()),
            )  # fmt: skip


_WHERE_DUE = {
    "number": ("invitation", "report", "plan", "resolution"),
    "date": ("invitation", "report", "decision", "submission"),
    "abstract": ("report", "plan", "resolution", "decision"),
    "superior": ("report", "plan", "minutes"),
    "issuer": ("report", "plan", "minutes"),
    "title": ("report", "plan", "minutes", "resolution"),
    "letter_abstract": ("official_letter",),
    "addressee": ("submission", "official_letter"),
    "authority": ("resolution", "conclusion", "decision"),
    "post": ("report", "plan", "resolution"),
    "signer": ("report", "plan", "resolution", "conclusion"),
    "recipients_label": ("report", "plan", "invitation"),
    "recipients": ("report", "plan", "invitation"),
    "kind": ("report", "plan", "resolution"),
}
# Taking a part away takes with it what hangs on it.
_ALSO = {
    "issuer": ("issuer.star", "superior.present", "issuer.bold", "superior.bold"),
    "kind": ("kind.unknown", "abstract.present"),
    "abstract": ("report.situation",),
    "authority": ("signing.allowed",),
    "post": ("signing.allowed",),
    "recipients_label": ("recipients.present",),
}  # fmt: skip


def _remove(part: str) -> Cut:
    def cut(patient: Patient) -> Any:
        elements = patient.all_of(part)
        if part == "superior" and len(elements) > 1:
            raise NotApplicableError(part)
        for element in elements:
            patient.remove(element)

    return cut


def _must_faults() -> Iterator[Fault]:
    for kind in load_kinds().values():
        for must in kind.must:
            rule = f"{kind.id}.{must.id}"
            yield Fault(
                f"{kind.name}: thiếu {must.what}",
                rule,
                _blank_out(must.pattern),
                (kind.id,),
                ("body.ending", "recipients.first", "addressee.word"),
            )


def _blank_out(pattern: re.Pattern[str]) -> Cut:
    """Put a word that says nothing in the place of whatever fulfils a demand."""

    def cut(patient: Patient) -> Any:
        shown = [line.paragraph.index for part in ("abstract", "letter_abstract", "addressee")
                 for line in patient.parts.lines.get(part, ())]  # fmt: skip
        indices = [*shown, *(p.index for p in patient.parts.body)]
        hit = False
        for index in indices:
            for run in patient.runs(patient.elements[index]):
                words = _without(pattern, run.text)
                if words != run.text:
                    run.text, hit = words, True
            element = patient.elements[index]
            if pattern.search(fold(patient.paragraph(element).text)):
                patient.set_text(element, _without(pattern, patient.paragraph(element).text))
                hit = True
        if not hit:
            raise NotApplicableError("no text fulfils it")

    return cut


def _without(pattern: re.Pattern[str], text: str) -> str:
    """The text with "mỗi" for every match; folding keeps each letter's position."""
    core = text.strip()
    while (match := pattern.search(fold(core))) and len(fold(core)) == len(core):
        core = (core[: match.start()] + "mỗi" + core[match.end() :]).strip()
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{lead}{core}{trail}"
