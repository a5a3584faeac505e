"""Forms of all kinds as Word files: blank to take home, or filled from a case."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from grading.word.facts import CaseFacts
from grading.word.office_fields import SAMPLE, OfficeFields, fields_for
from grading.word.ruleset import load_rules
from grading.word.samples import draft_of
from grading.word.write import lay_out


def write_form(
    kind: str, out: Path, facts: CaseFacts | None, rules: str | Path, *, sample: bool = False
) -> Path:
    """Write a form; a blank one carries a stamp that tells whether anything was filled in.

    Raises RuleSetError if there is no such form under these rules.
    """
    chosen = load_rules(rules)
    fields = fields_for(facts) if facts else (SAMPLE if sample else OfficeFields())
    writer = lay_out(draft_of(kind, fields, chosen.family), chosen)
    if fields.blank:
        writer.document.core_properties.identifier = _stamp(writer.document)
    return writer.save(out)


def _stamp(document) -> str:  # type: ignore[no-untyped-def]  # python-docx is imported by the writer
    """The stamp of what a reader will find in the file: it is written once and read back."""
    from grading.word.form_stamp import stamp_for
    from grading.word.reading import read

    handle, name = tempfile.mkstemp(suffix=".docx")
    os.close(handle)
    try:
        document.save(name)
        return stamp_for(read(Path(name)))
    finally:
        Path(name).unlink(missing_ok=True)
