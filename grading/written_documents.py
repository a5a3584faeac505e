"""The Word documents that stand in a case's folder as words: the reference, and the wrong ones.

They are written as Word files only where they are looked at, so that a change of layout rules
changes them, too.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field

from grading.documents import facts_for, facts_of, file_name
from grading.word.kinds import kind_called
from grading.word.office_fields import SAMPLE
from grading.word.report import DocumentReport
from grading.word.ruleset import load_rules
from grading.word.samples import draft_like
from grading.word.write import lay_out
from office_sim.mistakes import Mistake
from scenarios.case import Case, CaseError
from scenarios.document_file import DocumentText, OfRows, row_words
from scenarios.edits import read_record
from scenarios.record import Id, Record

Written = TypeVar("Written", bound=Record)
_OPENING = time(8, 0)


class BlockText(OfRows):
    """A paragraph or a heading of a reference document, written once or for each row."""

    text: str = ""
    heading: str = ""


class DraftText(Record):
    """A reference document: what differs from the sample of its kind."""

    schema_: Annotated[int, Field(alias="schema", ge=1, le=1)]
    abstract: tuple[str, ...]
    authority: str
    post: str
    signer: str
    recipients: tuple[str, ...]
    blocks: Annotated[tuple[BlockText, ...], Field(alias="block", min_length=1)]


class ChangeText(Record):
    """Words of the reference document and what stands there instead; "" takes them out."""

    old: str
    new: str


class WrongDocument(Record):
    """A wrong document: the reference with changes. `sets` are other words of the head or end.

    `fails` are the ids of all findings that count: "says.noi_bao", "content.number".
    """

    schema_: Annotated[int, Field(alias="schema", ge=1, le=1)]
    document: Id
    story: str
    fails: Annotated[tuple[str, ...], Field(min_length=1)]
    variant: str = ""
    sets: Annotated[Mapping[str, str], Field(alias="set")] = {}
    changes: Annotated[tuple[ChangeText, ...], Field(alias="change")] = ()


@dataclass(frozen=True)
class WrittenDocument:
    """A wrong document of a case's folder and where it stands."""

    path: Path
    wrong: WrongDocument


def reference_path(case: Case, document: str) -> Path:
    """Where the reference document stands, if the case has one."""
    return case.folder / "reference" / f"{document}.toml"


def wrong_documents(case: Case) -> Iterator[WrittenDocument]:
    """The wrong documents in the case's folder. Raises CaseError."""
    for path in sorted((case.folder / "wrong").glob("*/document.toml")):
        yield WrittenDocument(path, _read(path, WrongDocument))


def write_document(
    case: Case, document: str, folder: Path, wrong: WrongDocument | None = None
) -> Path:
    """Write the reference document of the case's variant, or a wrong one, as a Word file.

    Raises CaseError if the words cannot be read, or do not have what a change names.
    """
    wanted = _wanted(case, document)
    draft = _read(reference_path(case, document), DraftText)
    start = case.world.start
    fields = replace(SAMPLE, starts=datetime.combine(start.date(), _OPENING), earliest=start.date())
    words = {
        "abstract": [case.say(line) for line in draft.abstract],
        "authority": draft.authority,
        "post": draft.post,
        "signer": draft.signer,
        "recipients": list(draft.recipients),
        "issued": 0,
        "block": _blocks(case, draft, wrong),
        **(wrong.sets if wrong is not None else {}),
    }
    kind = kind_called(wanted.kind)
    assert kind is not None
    return lay_out(draft_like(kind.id, words, fields)).save(folder / file_name(wanted))


def judge_document(
    case: Case, document: str, folder: Path, wrong: WrongDocument | None = None
) -> DocumentReport:
    """What the checker says of the reference document or a wrong one, written into the folder.

    The kit's own files are read in this very process, as no learner's may be.
    """
    from grading.word.check import check_here  # lxml: only where a Word file is read

    wanted = _wanted(case, document)
    path = write_document(case, document, folder, wrong)
    return check_here(path, wanted.kind, load_rules(), facts_for(case, wanted, facts_of(case)))


def failed_by(case: Case, wrong: WrongDocument, folder: Path) -> set[str]:
    """The ids of the findings that count in a wrong document, in the variant that it is for."""
    here = case.in_variant(wrong.variant) if wrong.variant else case
    return {one.rule for one in judge_document(here, wrong.document, folder, wrong).errors}


def wrong_documents_caught(case: Case) -> tuple[int, int]:
    """How many of the case's wrong documents fail exactly what they name, of how many."""
    written = list(wrong_documents(case))
    with tempfile.TemporaryDirectory() as folder:
        right = [
            failed_by(case, one.wrong, Path(folder)) == set(one.wrong.fails) for one in written
        ]
    return sum(right), len(written)


def without_each_paragraph(case: Case) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What is found when a paragraph of a reference document is left out: "bao_cao/2", rules."""
    with tempfile.TemporaryDirectory() as folder:
        for wanted in case.documents:
            if not points_of(wanted):
                continue
            draft = _read(reference_path(case, wanted.id), DraftText)
            for number, block in enumerate(_blocks(case, draft, None), start=1):
                if text := block.get("text"):
                    without = _leaving_out(wanted.id, text)
                    found = judge_document(case, wanted.id, Path(folder), without).findings
                    yield f"{wanted.id}/{number}", tuple(dict.fromkeys(one.rule for one in found))


def points_of(wanted: DocumentText) -> set[str]:
    """The ids of the findings that the document's own points can give."""
    points = {f"says.{one.id}" for one in wanted.musts}
    points |= {f"claims.{one.id}" for one in wanted.nevers}
    return points | ({"content.number"} if wanted.figures else set())


def _leaving_out(document: str, text: str) -> WrongDocument:
    change = {"old": text, "new": ""}
    return WrongDocument.model_validate(
        {"schema": 1, "document": document, "story": "", "fails": ["?"], "change": [change]}
    )


def _wanted(case: Case, document: str) -> DocumentText:
    return next(one for one in case.documents if one.id == document)


def _read(path: Path, record: type[Written]) -> Written:
    return read_record(path, "/".join(path.parts[-3:]), record)


def _blocks(case: Case, draft: DraftText, wrong: WrongDocument | None) -> list[dict[str, str]]:
    blocks = []
    for block in draft.blocks:
        rows = row_words(block, case.true_table(block.rows or ""))
        for row in rows:
            words = block.heading or block.text
            told = row.say(words) if block.rows else case.say(words)
            blocks.append({"heading" if block.heading else "text": told})
    for change in wrong.changes if wrong is not None else ():
        blocks = _changed(case, blocks, change)
    return [one for one in blocks if any(one.values())]


def _changed(case: Case, blocks: list[dict[str, str]], change: ChangeText) -> list[dict[str, str]]:
    if not any(change.old in text for one in blocks for text in one.values()):
        mend = "chép đúng lời trong bài mẫu của biến thể ấy"
        place, problem = "change", f"bài mẫu không có “{change.old}”"
        raise CaseError([Mistake(f"{case.id}/wrong", place, problem, mend)])
    return [
        {key: text.replace(change.old, change.new) for key, text in one.items()} for one in blocks
    ]
