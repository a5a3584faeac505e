"""The words of a case's Word documents as they stand in its folder: the reference, the wrong ones.

`reference/<document>.toml` holds what differs from the sample of the document's kind,
`wrong/<name>/document.toml` what differs from the reference.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import Field

from scenarios.case import Case
from scenarios.document_file import OfRows
from scenarios.edits import read_record
from scenarios.record import Id, Record

Written = TypeVar("Written", bound=Record)


class BlockText(OfRows):
    """A paragraph or a heading of a reference document, written once or for each row."""

    text: str = ""
    heading: str = ""


class DraftText(Record):
    """A reference document: what differs from the sample of its kind.

    `issued` is in days after the meeting, or after the case's beginning where there is none. The
    texts may hold the words of the variant, and of a meeting as things stand in the run: {hour},
    {day}, {day_caps}, {place}, {chair}, {chair_post}, {present}; of a day of visits: {visited}.
    """

    schema_: Annotated[int, Field(alias="schema", ge=1, le=1)]
    abstract: tuple[str, ...]
    addressee: str = ""
    authority: str = ""
    post: str
    signer: str
    left_signer: str = ""
    recipients: tuple[str, ...] = ()
    issued: int = 0
    blocks: Annotated[tuple[BlockText, ...], Field(alias="block", min_length=1)]


class ChangeText(Record):
    """Words of the reference document and what stands there instead; "" takes them out."""

    old: str
    new: str


class WrongDocument(Record):
    """A wrong document: the reference with changes. `sets` are other words of the head or end.

    `fails` are the ids of all findings that count: "says.noi_bao", "content.number",
    "agree.number"; `costs` the criteria that are not met because of it.
    """

    schema_: Annotated[int, Field(alias="schema", ge=1, le=1)]
    document: Id
    story: str
    fails: Annotated[tuple[str, ...], Field(min_length=1)]
    costs: tuple[str, ...] = ()
    variant: str = ""
    sets: Annotated[Mapping[str, str | tuple[str, ...]], Field(alias="set")] = {}
    changes: Annotated[tuple[ChangeText, ...], Field(alias="change")] = ()


@dataclass(frozen=True)
class WrongWork:
    """A wrong document of a case's folder and where it stands."""

    path: Path
    wrong: WrongDocument


def reference_path(case: Case, document: str) -> Path:
    """Where the reference document stands, if the case has one."""
    return case.folder / "reference" / f"{document}.toml"


def reference_draft(case: Case, document: str) -> DraftText:
    """The words of the reference document. Raises CaseError."""
    return _read(reference_path(case, document), DraftText)


def wrong_documents(case: Case) -> Iterator[WrongWork]:
    """The wrong documents in the case's folder. Raises CaseError."""
    for path in sorted((case.folder / "wrong").glob("*/document.toml")):
        yield WrongWork(path, _read(path, WrongDocument))


def leaving_out(document: str, text: str) -> WrongDocument:
    """The reference without the paragraph that has this text."""
    change = ChangeText(old=text, new="")
    return WrongDocument.model_validate(
        {"schema": 1, "document": document, "story": "", "fails": ["?"], "change": [change]}
    )


def _read(path: Path, record: type[Written]) -> Written:
    return read_record(path, "/".join(path.parts[-3:]), record)
