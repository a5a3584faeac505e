"""Receipts: what a learner hands in, listed with hashes, so that both sides see the same thing.

A receipt shows mistakes and careless changes; it is no signature, for the learner's machine holds
no secret. Points never depend on it: they come from the data alone.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scenarios.case import CaseError, UnknownCaseError, load_case
from scenarios.work import Work

RECEIPT_NAME = "bien_nhan.json"
MAX_RECEIPT_BYTES = 100_000
Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,59}$")]
"""The id of a learner or an assignment: the name of a folder."""


class ReceiptError(Exception):
    """A receipt cannot be believed; the message is one Vietnamese sentence."""


class Learner(BaseModel):
    """Who hands in. `id` is the name of the learner's folder in the class."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Id
    name: Annotated[str, Field(min_length=1, max_length=100)]

    @classmethod
    def named(cls, name: str) -> Learner:
        """The learner of this name; the id is the name without diacritics.

        Raises ValueError with a Vietnamese sentence if no letter or digit is left.
        """
        plain = unicodedata.normalize("NFD", name.strip().casefold().replace("đ", "d"))
        plain = "".join(char for char in plain if not unicodedata.combining(char))
        plain = re.sub(r"[^a-z0-9]+", "_", plain).strip("_")[:60].strip("_")
        if not plain:
            raise ValueError("Họ tên cần có ít nhất một chữ cái; anh/chị điền lại họ tên.")
        return cls(id=plain, name=unicodedata.normalize("NFC", name.strip())[:100])


class HandedFile(BaseModel):
    """One file of a hand-in; `size` is in bytes."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    size: int
    sha256: str


class Receipt(BaseModel):
    """One hand-in. `first_link` and `last_link` are the ends of the journal's chain, or ""."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    assignment: Id
    case: str
    variant: str
    learner: Learner
    handed_in: datetime
    files: tuple[HandedFile, ...]
    orders: int
    decisions: int
    answers: int
    documents: int
    journal_entries: int
    first_link: str
    last_link: str
    seal: str = ""

    @property
    def code(self) -> str:
        """The short code that learner and trainer can compare by eye."""
        return f"{self.seal[:4]}-{self.seal[4:8]}".upper()

    def lines(self) -> list[str]:
        """What the trainer will see, in Vietnamese, for the learner to read before leaving."""
        size = sum(one.size for one in self.files)
        return [
            f"Người nộp: {self.learner.name} (mã {self.learner.id})",
            f"Bài: {self._title()}, nộp lúc {self.handed_in:%H:%M:%S} ngày "
            f"{self.handed_in:%d/%m/%Y}",
            f"Trong bài có {', '.join(self._contents())}",
            f"Gói nộp gồm {len(self.files)} tệp, {max(1, round(size / 1024))} KB",
            f"Mã biên nhận: {self.code}",
        ]

    def _title(self) -> str:
        """The case's title, else the assignment's name where the case is not at hand."""
        with contextlib.suppress(CaseError, UnknownCaseError):
            return load_case(self.case).file.title
        return self.assignment

    def _contents(self) -> list[str]:
        """What the work holds of each kind; of kinds that it has none of nothing is said."""
        counts = {
            "việc đã giao": self.orders,
            "quyết định": self.decisions,
            "câu trả lời": self.answers,
            "văn bản Word": self.documents,
        }
        found = [f"{count} {word}" for word, count in counts.items() if count]
        return [*found, f"{self.journal_entries} lần lưu"]

    def to_json(self) -> str:
        """The text of the receipt's file."""
        return json.dumps(self._content(), ensure_ascii=False, indent=1) + "\n"

    def _content(self) -> dict[str, object]:
        return self.model_dump(mode="json", by_alias=True)

    def sealed(self) -> Receipt:
        """The same receipt with the hash over everything in it."""
        return self.model_copy(update={"seal": self.expected_seal()})

    def expected_seal(self) -> str:
        """The hash that the receipt must carry."""
        content = {key: value for key, value in self._content().items() if key != "seal"}
        text = json.dumps(content, ensure_ascii=False, sort_keys=True)
        return hashlib.sha256(text.encode("utf-8")).hexdigest()


def make_receipt(
    assignment: str, learner: Learner, work: Work, files: Mapping[str, bytes], at: datetime
) -> Receipt:
    """The sealed receipt for these files, `at` with its time zone."""
    return Receipt(
        assignment=assignment,
        case=work.case,
        variant=work.variant,
        learner=learner,
        handed_in=at,
        files=tuple(_handed(name, files[name]) for name in sorted(files)),
        orders=len(work.orders),
        decisions=len(work.decisions),
        answers=sum(1 for text in work.answers.values() if text.strip()),
        documents=sum(1 for name in files if name.endswith(".docx")),
        journal_entries=len(work.journal),
        first_link=work.journal[0].chain if work.journal else "",
        last_link=work.journal[-1].chain if work.journal else "",
    ).sealed()


def read_receipt(text: bytes) -> Receipt:
    """The receipt in a file's bytes. Raises ReceiptError if it is damaged or was changed."""
    try:
        receipt = Receipt.model_validate_json(text)
    except (ValidationError, ValueError, RecursionError):
        raise ReceiptError("Biên nhận trong gói nộp bị hỏng hoặc không đúng mẫu.") from None
    if receipt.seal != receipt.expected_seal():
        raise ReceiptError("Biên nhận đã bị sửa sau khi nộp.")
    if receipt.handed_in.tzinfo is None:
        raise ReceiptError("Biên nhận không ghi múi giờ của lúc nộp.")
    return receipt


def check_files(receipt: Receipt, files: Mapping[str, bytes]) -> None:
    """Compare files with their receipt. Raises ReceiptError naming the first that differs."""
    listed = {one.name: one for one in receipt.files}
    for name in sorted(set(listed) | set(files)):
        if name not in files:
            raise ReceiptError(f"Gói nộp thiếu tệp “{name}” mà biên nhận có ghi.")
        if name not in listed:
            raise ReceiptError(f"Gói nộp có tệp “{name}” mà biên nhận không ghi.")
        if _handed(name, files[name]) != listed[name]:
            raise ReceiptError(f"Tệp “{name}” đã bị thay đổi sau khi nộp.")


def _handed(name: str, content: bytes) -> HandedFile:
    digest = hashlib.sha256(content).hexdigest()
    return HandedFile(name=name, size=len(content), sha256=digest)
