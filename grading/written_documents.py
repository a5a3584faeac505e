"""The documents of a case's folder written as Word files, where they are looked at.

So a change of layout rules changes them, too. They agree with whatever run they are asked about:
a work in which the meeting was moved has an invitation with the new hour.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any

from grading.document_facts import VISITED_VI, facts_for, facts_of, has_meeting_file
from grading.document_works import (
    ChangeText,
    DraftText,
    WrongDocument,
    reference_draft,
    reference_path,
    wrong_documents,
)
from grading.documents import (
    CheckedDocument,
    CheckedDocuments,
    DocumentStatus,
    documents_of,
    file_name,
)
from grading.word import CaseFacts
from grading.word.draft import Draft
from grading.word.kinds import kind_called
from grading.word.office_fields import SAMPLE, OfficeFields, fields_for, words_for
from grading.word.report import DocumentReport
from grading.word.ruleset import load_rules
from grading.word.samples import draft_like
from office_sim.mistakes import Mistake
from scenarios.case import Case, CaseError
from scenarios.document_file import DocumentText, row_words
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work import Work

_OPENING = time(8, 0)
_FROM_RUN = re.compile(r"\{(hour|day|day_caps|place|chair|chair_post|present|visited)\}")


@dataclass(frozen=True)
class WrittenDocuments:
    """The reference documents of a case as those of a work, one of them `wrong` if it is given.

    The kit's own files are read in this very process, as no learner's may be.
    """

    wrong: WrongDocument | None = None

    def check(self, case: Case, wanted: DocumentText, facts: CaseFacts) -> CheckedDocument:
        """How the document stands that is written for these facts. Raises CaseError."""
        path = Path(file_name(wanted))
        if not reference_path(case, wanted.id).is_file():
            return CheckedDocument(wanted, path, DocumentStatus.MISSING)
        wrong = self.wrong if self.wrong and self.wrong.document == wanted.id else None
        report = _report(_draft(case, wanted, facts, wrong), path.name, wanted.kind, facts)
        return CheckedDocument(wanted, path, DocumentStatus.CHECKED, report)


REFERENCE_DOCUMENTS = WrittenDocuments()


def write_document(
    case: Case,
    document: str,
    folder: Path,
    wrong: WrongDocument | None = None,
    work: Work | None = None,
) -> Path:
    """Write the reference document of the case's variant, or a wrong one, as a Word file.

    With a work it agrees with its run. Raises CaseError if the words cannot be read, or do not
    have what a change names.
    """
    from grading.word.write import lay_out  # python-docx: only where a Word file is made

    wanted = _wanted(case, document)
    facts = facts_of(case, play(case, work) if work is not None else None)
    draft = _draft(case, wanted, facts_for(case, wanted, facts), wrong)
    return lay_out(draft).save(folder / file_name(wanted))


def write_documents(case: Case, folder: Path, work: Work | None = None) -> list[Path]:
    """Write every reference document that the case's edition wants; returns the files."""
    wanted = [one for one in case.documents if reference_path(case, one.id).is_file()]
    return [write_document(case, one.id, folder, work=work) for one in wanted]


def judge_document(case: Case, document: str, wrong: WrongDocument | None = None) -> DocumentReport:
    """What the checker says of the reference document of the case at its start, or a wrong one."""
    wanted = _wanted(case, document)
    facts = facts_for(case, wanted, facts_of(case))
    return _report(_draft(case, wanted, facts, wrong), file_name(wanted), wanted.kind, facts)


def failed_by(case: Case, wrong: WrongDocument) -> set[str]:
    """The ids of the findings that count in a wrong document beside the other reference documents,
    in the variant that it is for.
    """
    here = case.in_variant(wrong.variant) if wrong.variant else case
    checked = checked_with(here, wrong)
    document = checked.of(wrong.document)
    own = document.errors if document is not None else ()
    return {one.rule for one in (*own, *checked.disagreements)}


def checked_with(case: Case, wrong: WrongDocument | None = None) -> CheckedDocuments:
    """All reference documents beside the reference work, one of them wrong if it is given."""
    return documents_of(case, play(case, reference_work(case)), WrittenDocuments(wrong))


def wrong_documents_caught(case: Case) -> tuple[int, int]:
    """How many of the case's wrong documents fail exactly what they name, of how many."""
    right = [failed_by(case, one.wrong) == set(one.wrong.fails) for one in wrong_documents(case)]
    return sum(right), len(right)


def paragraphs_of(case: Case, document: str) -> Iterator[tuple[str, str]]:
    """The paragraphs of a reference document beside the reference work: "bao_cao/2", its text."""
    wanted = _wanted(case, document)
    facts = facts_for(case, wanted, facts_of(case, play(case, reference_work(case))))
    blocks = _blocks(case, reference_draft(case, document), _words(case, facts), None)
    for number, block in enumerate(blocks, start=1):
        if text := block.get("text"):
            yield f"{document}/{number}", text


@lru_cache(maxsize=2000)  # hundreds of works of a case have the very same documents
def _report(draft: Draft, file: str, kind: str, facts: CaseFacts) -> DocumentReport:
    from grading.word.check import check_document  # lxml: only where a Word file is read
    from grading.word.reading import read_bytes
    from grading.word.write import lay_out

    written = io.BytesIO()
    lay_out(draft).document.save(written)
    document = read_bytes(written.getvalue(), file)
    return check_document(document, file, kind, load_rules(), facts)


def _draft(
    case: Case, wanted: DocumentText, facts: CaseFacts, wrong: WrongDocument | None
) -> Draft:
    text, words = reference_draft(case, wanted.id), _words(case, facts)
    changes: dict[str, Any] = {
        "abstract": [_say(case, line, words) for line in text.abstract],
        "authority": text.authority,
        "post": text.post,
        "signer": _say(case, text.signer, words),
        "recipients": [_say(case, line, words) for line in text.recipients],
        "issued": text.issued,
        "block": _blocks(case, text, words, wrong),
        **{
            key: _say(case, line, words)
            for key, line in (("addressee", text.addressee), ("left_signer", text.left_signer))
            if line
        },
        **dict(_sets(case, wrong, words)),
    }
    kind = kind_called(wanted.kind)
    assert kind is not None
    return draft_like(kind.id, changes, _fields(case, facts))


def _sets(
    case: Case, wrong: WrongDocument | None, words: Mapping[str, str]
) -> Iterator[tuple[str, Any]]:
    """What a wrong document has in place of words of the head or end."""
    for key, text in wrong.sets.items() if wrong is not None else ():
        lines = [text] if isinstance(text, str) else text
        said = [_say(case, line, words) for line in lines]
        yield key, said[0] if isinstance(text, str) else said


def _fields(case: Case, facts: CaseFacts) -> OfficeFields:
    if has_meeting_file(case):
        return fields_for(facts)
    start = case.world.start.date()
    return replace(SAMPLE, starts=datetime.combine(start, _OPENING), earliest=start)


def _words(case: Case, facts: CaseFacts) -> Mapping[str, str]:
    if not has_meeting_file(case):
        visited = [one.value for one in facts.numbers if one.label == VISITED_VI]
        return {"visited": f"{visited[0]:g}"} if visited else {}
    present = str(facts.attendance[0]) if facts.attendance else case.say("{total}")
    return {**words_for(_fields(case, facts), "party"), "present": present}


def _say(case: Case, text: str, words: Mapping[str, str]) -> str:
    """The text with the words of the run first, then those of the variant."""
    if words:
        text = _FROM_RUN.sub(lambda match: words.get(match.group(1), match.group(0)), text)
    return case.say(text)


def _wanted(case: Case, document: str) -> DocumentText:
    return next(one for one in case.documents if one.id == document)


def _blocks(
    case: Case, draft: DraftText, words: Mapping[str, str], wrong: WrongDocument | None
) -> list[dict[str, str]]:
    blocks = []
    for block in draft.blocks:
        rows = row_words(block, case.true_table(block.rows or ""))
        for row in rows:
            text = block.heading or block.text
            told = row.say(text) if block.rows else _say(case, text, words)
            blocks.append({"heading" if block.heading else "text": told})
    for change in wrong.changes if wrong is not None else ():
        blocks = _changed(case, blocks, change, words)
    return [one for one in blocks if any(one.values())]


def _changed(
    case: Case, blocks: list[dict[str, str]], change: ChangeText, words: Mapping[str, str]
) -> list[dict[str, str]]:
    old, new = (_say(case, text, words) for text in (change.old, change.new))
    if not any(old in text for one in blocks for text in one.values()):
        mend = "chép đúng lời trong bài mẫu của biến thể ấy"
        place, problem = "change", f"bài mẫu không có “{old}”"
        raise CaseError([Mistake(f"{case.id}/wrong", place, problem, mend)])
    return [{key: text.replace(old, new) for key, text in one.items()} for one in blocks]
