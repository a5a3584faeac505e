"""The check of one file in this very process: read, find parts, look at everything."""

from __future__ import annotations

from pathlib import Path

from grading.word.check_body import check_body
from grading.word.check_content import check_content
from grading.word.check_head import check_head
from grading.word.check_kind import check_kind, unknown_kind
from grading.word.check_looks import check_looks, check_presence
from grading.word.check_number import NUMBER
from grading.word.check_page import check_letters, check_page
from grading.word.check_sign import check_sign
from grading.word.check_text import check_text
from grading.word.content import find_content
from grading.word.document import Document
from grading.word.facts import CaseFacts
from grading.word.findings import Severity, WordFinding
from grading.word.form_stamp import is_untouched
from grading.word.inspection import Inspection
from grading.word.kinds import Kind, kind_called, recognise
from grading.word.parts import Parts, find_parts
from grading.word.reading import read
from grading.word.report import DocumentReport
from grading.word.ruleset import RuleSet
from grading.word.text import canon


def check_here(
    path: Path, kind: str | None, rules: RuleSet, facts: CaseFacts | None
) -> DocumentReport:
    """The report on a file, read in this process: call it only inside a limited one.

    Raises UnreadableWordError for a file that cannot be read.
    """
    document = read(path)
    return check_document(document, path.name, kind, rules, facts)


def check_document(
    document: Document, file: str, kind: str | None, rules: RuleSet, facts: CaseFacts | None
) -> DocumentReport:
    """The report on a document that was read."""
    parts = find_parts(document)
    recognised = _recognise(parts)
    wanted = kind_called(kind) if kind else recognised
    inspection = Inspection(document, parts, rules, wanted)
    untouched = is_untouched(document)
    content = find_content(parts)
    if not untouched:
        _inspect(inspection, recognised)
        check_content(inspection, content, facts)
    return DocumentReport(
        file, wanted.id if wanted else "", wanted.name if wanted else "", rules.id,
        _in_page_order(inspection.findings), content, _found(parts), untouched,
    )  # fmt: skip


def _inspect(inspection: Inspection, recognised: Kind | None) -> None:
    check_page(inspection)
    check_letters(inspection)
    check_presence(inspection)
    check_looks(inspection)
    check_head(inspection)
    check_body(inspection)
    check_sign(inspection)
    check_text(inspection)
    if inspection.kind is None:
        unknown_kind(inspection)
    check_kind(inspection, recognised)


def _recognise(parts: Parts) -> Kind | None:
    number = parts.first("number")
    match = NUMBER.match(canon(number.text)) if number else None
    abstract = " ".join(line.folded for line in parts.lines.get("abstract", ()))
    abstract += " " + (parts.first("kind").folded if parts.has("kind") else "")  # type: ignore[union-attr]  # has() guards it
    symbol = match["symbol"] if match else ""
    if (
        not symbol
        and not parts.kind_name
        and parts.has("addressee")
        and parts.has("letter_abstract")
    ):
        symbol = "CV"
    return recognise(parts.kind_name, abstract, symbol)


def _found(parts: Parts) -> tuple[str, ...]:
    return (*parts.lines, *(("body",) if parts.body else ()))


def _in_page_order(findings: list[WordFinding]) -> tuple[WordFinding, ...]:
    def key(finding: WordFinding) -> tuple[bool, int]:
        first = finding.places[0].paragraph if finding.places else None
        return finding.severity is Severity.WARNING, -1 if first is None else first

    return tuple(sorted(findings, key=key))
