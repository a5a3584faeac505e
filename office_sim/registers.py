"""The register of outgoing papers: one run of numbers per kind, through the whole term."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class RegisterEntry:
    """One line of the register."""

    symbol: str
    kind: str
    paper: str
    at: datetime


class Register:
    """Gives numbers; secret papers share the run of their kind (Hướng dẫn 36-HD/VPTW).

    Numbers run from 01 through one term of the committee, not per year (36-HD/VPTW, 05-HD/VPTW).
    `last` holds the last number already given in this term for each kind.
    """

    def __init__(self, last: Mapping[str, int], organisation: str = "ĐU") -> None:
        self._last = dict(last)
        self._organisation = organisation
        self.entries: list[RegisterEntry] = []

    def register(self, paper: str, kind: str, at: datetime) -> str:
        """Enter the paper and return its symbol, such as "Số 05-GM/ĐU"."""
        number = self._last.get(kind, 0) + 1
        self._last[kind] = number
        symbol = f"Số {number:02d}-{kind}/{self._organisation}"
        self.entries.append(RegisterEntry(symbol, kind, paper, at))
        return symbol
