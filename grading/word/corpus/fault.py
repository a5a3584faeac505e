"""What a fault of the corpus is, and a file of the corpus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from grading.word.corpus.surgery import Patient

Cut = Callable[[Patient], Any]
"""Makes the fault; returns the paragraph where it must be found, None for page or neighbour."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault: the rule it breaks, rules it may break as well, and the kinds it is made in."""

    id: str
    rule: str
    cut: Cut
    kinds: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sample:
    """One file of the corpus: its bytes and what must be found (`rule` "" for a correct file).

    `also` names rules that may be found as well ("*": any). `paragraph` is where it must be
    found; None where the page or a neighbour is the place.
    """

    name: str
    kind: str
    data: bytes
    rule: str = ""
    paragraph: int | None = None
    also: tuple[str, ...] = ()
