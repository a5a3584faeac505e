"""The checker's report on one document: findings, facts found, what a person must still look at."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from grading.word.content import Content
from grading.word.findings import Severity, WordFinding

BY_HAND = (
    "Chữ ký (mực xanh) và dấu (đỏ tươi, trùm khoảng 1/3 chữ ký về bên trái): xem trên bản giấy.",
    "Nội dung đúng chủ trương, đúng thẩm quyền thực tế: người duyệt kiểm tra.",
)


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """Everything said about one file. `kind` is an id of kinds/ or "" where it is unknown.

    `untouched` is True for a blank form of this kit in which nothing was filled.
    """

    file: str
    kind: str
    kind_vi: str
    rules: str
    findings: tuple[WordFinding, ...]
    content: Content
    parts: tuple[str, ...]
    untouched: bool = False

    @property
    def name(self) -> str:
        """How the document is called beside others: its kind in words, else its file."""
        return self.kind_vi or self.file

    @property
    def errors(self) -> tuple[WordFinding, ...]:
        """Findings that count."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[WordFinding, ...]:
        """Findings that only tell."""
        return tuple(f for f in self.findings if f.severity is Severity.WARNING)

    def to_dict(self) -> dict[str, Any]:
        """A plain record; `from_dict` reads it back."""
        return {
            "file": self.file,
            "kind": self.kind,
            "kind_vi": self.kind_vi,
            "rules": self.rules,
            "untouched": self.untouched,
            "errors": len(self.errors),
            "warnings": len(self.warnings),
            "findings": [{**f.to_dict(), "where": f.where} for f in self.findings],
            "content": self.content.to_dict(),
            "parts": list(self.parts),
            "by_hand": list(BY_HAND),
        }

    def to_json(self) -> str:
        """The report as one JSON object, Vietnamese kept readable."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=2)

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> DocumentReport:
        """Reads what `to_dict` wrote."""
        findings = tuple(
            WordFinding.from_dict({k: v for k, v in f.items() if k != "where"})
            for f in record["findings"]
        )
        return cls(
            record["file"], record["kind"], record["kind_vi"], record["rules"], findings,
            Content.from_dict(record["content"]), tuple(record["parts"]), record["untouched"],
        )  # fmt: skip
