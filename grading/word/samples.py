"""One draft of each kind, blank or filled with a fictional meeting, read from samples/*.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from grading.word.draft import Block, Centre, Draft, Heading, Signature, Table, Text
from grading.word.office_fields import ROOM, OfficeFields, words_for
from grading.word.unreadable import RuleSetError

FOLDER = Path(__file__).parent / "samples"
FICTIONAL = "Tài liệu giả định dùng cho tập huấn"
_TOKEN = re.compile(r"\{(\w+)\}")


def draft_of(kind: str, fields: OfficeFields, family: str = "party") -> Draft:
    """The draft of a kind (an id of kinds/), its places filled from `fields`.

    Raises RuleSetError if there is no sample of this kind for this family of offices.
    """
    data = _sample(kind)
    if data.get("party_only") and family == "state":
        name = str(data["name"]).lower()
        raise RuleSetError(
            FOLDER / f"{kind}.toml",
            [f"{name} không phải loại văn bản của ủy ban nhân dân; chọn bộ quy tắc HD05"],
        )
    return _Filling(data, fields, family).draft()


def draft_like(kind: str, changes: Mapping[str, Any], fields: OfficeFields) -> Draft:
    """The draft of a kind of a Party office with other words, such as another "block" or "name"."""
    return _Filling({**_sample(kind), **changes}, fields, "party").draft()


def sample_kinds() -> list[str]:
    """The ids of all kinds that have a sample."""
    return sorted(path.stem for path in FOLDER.glob("*.toml"))


@lru_cache(maxsize=32)
def _sample(kind: str) -> dict[str, Any]:
    path = FOLDER / f"{kind}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as problem:
        raise RuleSetError(
            path, [f"chưa có mẫu cho loại này; có: {', '.join(sample_kinds())}"]
        ) from problem


class _Filling:
    def __init__(self, data: dict[str, Any], fields: OfficeFields, family: str) -> None:
        self._data = data
        self._fields = fields
        self._family = family
        self._words = words_for(fields, family)

    def draft(self) -> Draft:
        data, fields = self._data, self._fields
        issued = None
        if fields.starts is not None and "issued" in data:
            issued = fields.starts.date() + timedelta(days=data["issued"])
            issued = max(issued, fields.earliest or issued)
        symbol = data.get("symbol", "")
        return Draft(
            superior=self._words["superior"],
            issuer=self._words["issuer"],
            number="" if fields.blank else data.get("number", ""),
            symbol=self._symbol(symbol) if symbol else "",
            place=fields.commune,
            date=issued,
            name=data.get("name", ""),
            abstract=tuple(self._fill(line) for line in self._choose("abstract", ())),
            letter_abstract=self._fill(data.get("letter_abstract", "")),
            addressee=self._fill(self._choose("addressee", "")),
            blocks=tuple(self._block(block) for block in data.get("block", ())),
            signature=self._signature("authority", "post", "signer"),
            second=self._signature("", "left_post", "left_signer"),
            recipients=tuple(self._fill(line) for line in data.get("recipients", ())),
            note="" if fields.blank else FICTIONAL,
        )

    def _symbol(self, symbol: str) -> str:
        joint = "-" if self._family == "state" else "/"
        return f"{symbol}{joint}{self._words['org']}"

    def _choose(self, key: str, otherwise: Any) -> Any:
        if self._fields.blank and f"{key}_blank" in self._data:
            return self._data[f"{key}_blank"]
        return self._data.get(key, otherwise)

    def _signature(self, authority: str, post: str, name: str) -> Signature | None:
        if not self._data.get(post):
            return None
        line = self._fill(self._data.get(authority, ""))
        if self._family == "state":
            line = "TL. CHỦ TỊCH" if line.startswith("T/L ") else line.replace("T/M ", "TM. ")
        signer = self._fill(self._data.get(name, ""))
        return Signature(line, self._fill(self._data[post]), signer)

    def _block(self, block: dict[str, Any]) -> Block:
        blank = self._fields.blank
        if "rows" in block:
            rows = block["blank_rows"] if blank and "blank_rows" in block else block["rows"]
            return Table(tuple(tuple(row) for row in rows), tuple(block.get("widths", ())))
        if "heading" in block:
            return Heading(self._fill(block["heading"]))
        if "centre" in block:
            return Centre(self._fill(block["centre"]))
        text = block["blank"] if blank and "blank" in block else block["text"]
        return Text(self._fill(text), block.get("article", ""))

    def _fill(self, text: str) -> str:
        return _TOKEN.sub(lambda match: self._words.get(match.group(1), ROOM), text)
