"""Kinds of documents: what each must contain, which parts, symbol, salutation and who signs."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from grading.word.findings import Severity
from grading.word.ruleset import CONFIDENCES
from grading.word.text import fold
from grading.word.unreadable import RuleSetError
from grading.word.vocabulary import PRESENT_PARTS

FOLDER = Path(__file__).parent / "kinds"
_KEYS = {
    "schema", "id", "name", "aliases", "names", "abstract_has", "priority", "symbol",
    "symbol_confidence", "addressee", "note", "parts", "signing", "must",
}  # fmt: skip
_MUST_KEYS = {"id", "what", "pattern", "fix", "severity", "confidence", "source"}
_NEEDS = ("required", "optional", "none")

_USUAL = {
    "motto": "optional", "superior": "required", "letter_abstract": "optional",
    "addressee": "optional",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Must:
    """One thing that a kind must contain; `pattern` is sought in the folded text."""

    id: str
    what: str
    pattern: re.Pattern[str]
    fix: str
    severity: Severity
    confidence: str
    source: str


@dataclass(frozen=True, slots=True)
class Signing:
    """One allowed way to sign: the authority form ("" for none) and the posts that may."""

    authority: str
    posts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of document. `names` are folded heads; `abstract_has` tells namesakes apart."""

    id: str
    name: str
    aliases: tuple[str, ...]
    names: tuple[str, ...]
    abstract_has: re.Pattern[str] | None
    priority: int
    symbol: str
    symbol_confidence: str
    addressee: str
    note: str
    parts: dict[str, str]
    signing: tuple[Signing, ...]
    must: tuple[Must, ...]

    def needs(self, part: str) -> str:
        """ "required", "optional" or "none" for a part of the page."""
        return self.parts.get(part, _USUAL.get(part, "required"))


@lru_cache(maxsize=4)
def load_kinds(folder: Path = FOLDER) -> dict[str, Kind]:
    """All kinds by id. Raises RuleSetError with all mistakes of all files at once."""
    kinds: dict[str, Kind] = {}
    mistakes: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
            mistakes.append(f"{path.name}: không đọc được ({problem})")
            continue
        found = len(mistakes)
        _look_at(path.name, data, mistakes)
        if len(mistakes) == found:
            kinds[data["id"]] = _kind(data)
    if mistakes:
        raise RuleSetError(folder, mistakes)
    return kinds


def kind_called(name: str) -> Kind | None:
    """The kind with this id, alias or Vietnamese name, diacritics or not; None if unknown."""
    wanted = fold(name).replace("_", " ").replace("-", " ")
    for kind in load_kinds().values():
        called = (kind.id, kind.name, *kind.aliases)
        if wanted in {fold(item).replace("_", " ") for item in called}:
            return kind
    return None


def recognise(kind_name: str, abstract: str, symbol: str) -> Kind | None:
    """The kind that a head's folded name, folded abstract and symbol tell of, None if none."""
    if not kind_name:
        return load_kinds().get("official_letter") if symbol == "CV" else None
    fitting = [
        kind
        for kind in load_kinds().values()
        if kind_name in kind.names
        and (kind.abstract_has is None or kind.abstract_has.search(abstract))
        and not (kind.id == "programme" and symbol == "CTr" and "hoi nghi" not in abstract)
    ]
    return max(fitting, key=lambda kind: kind.priority, default=None)


def _look_at(file: str, data: dict[str, Any], mistakes: list[str]) -> None:
    mistakes += [f"{file}: khóa lạ “{key}”; bỏ đi" for key in data if key not in _KEYS]
    if data.get("schema") != 1:
        mistakes.append(f"{file}: thiếu “schema = 1” ở đầu tệp")
    for key in ("id", "name"):
        if not isinstance(data.get(key), str):
            mistakes.append(f"{file}: thiếu “{key}”")
    if not isinstance(data.get("names"), list):
        mistakes.append(f"{file}: thiếu “names” (các tên loại ghi trên văn bản)")
    for part, need in data.get("parts", {}).items():
        if part not in PRESENT_PARTS or need not in _NEEDS:
            mistakes.append(
                f"{file}: [parts] {part} = “{need}”: dùng tên phần có thật và {', '.join(_NEEDS)}"
            )
    for number, must in enumerate(data.get("must", []), start=1):
        mistakes += [f"{file}: [[must]] thứ {number}: {line}" for line in _wrong_with(must)]
    for number, signing in enumerate(data.get("signing", []), start=1):
        if set(signing) != {"authority", "posts"}:
            mistakes.append(f"{file}: [[signing]] thứ {number}: cần đúng “authority” và “posts”")


def _wrong_with(must: dict[str, Any]) -> Iterable[str]:
    if set(must) != _MUST_KEYS:
        yield f"cần đúng các khóa {', '.join(sorted(_MUST_KEYS))}"
        return
    if must["severity"] not in ("error", "warning") or must["confidence"] not in CONFIDENCES:
        yield "“severity” hoặc “confidence” sai giá trị"
    try:
        re.compile(must["pattern"])
    except re.error as problem:
        yield f"“pattern” sai ({problem})"


def _kind(data: dict[str, Any]) -> Kind:
    abstract = data.get("abstract_has")
    return Kind(
        id=data["id"],
        name=data["name"],
        aliases=tuple(data.get("aliases", ())),
        names=tuple(fold(name) for name in data["names"]),
        abstract_has=re.compile(abstract) if abstract else None,
        priority=int(data.get("priority", 0)),
        symbol=data.get("symbol", ""),
        symbol_confidence=data.get("symbol_confidence", "D"),
        addressee=data.get("addressee", ""),
        note=data.get("note", ""),
        parts=dict(data.get("parts", {})),
        signing=tuple(Signing(s["authority"], tuple(s["posts"])) for s in data.get("signing", ())),
        must=tuple(_must(record) for record in data.get("must", ())),
    )


def _must(record: dict[str, Any]) -> Must:
    confidence = record["confidence"]
    severity = Severity.WARNING if confidence in ("C", "D") else Severity(record["severity"])
    return Must(
        record["id"], record["what"], re.compile(record["pattern"]), record["fix"], severity,
        confidence, record["source"],
    )  # fmt: skip
