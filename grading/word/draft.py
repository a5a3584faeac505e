"""A document before it is laid out: its words, part by part, without any look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `lead` is set in bold before it ("Điều 1.")."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the text; `level` 1 is bold capitals, 2 bold."""

    text: str
    level: Literal[1, 2] = 1


@dataclass(frozen=True, slots=True)
class Centre:
    """A bold line in the middle ("QUYẾT ĐỊNH")."""

    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A table with lines; the first row is its head. `widths` in mm, empty means equal.

    One that is a card stays `together` on a page.
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()
    size: float = 13
    together: bool = False


Block = Text | Heading | Centre | Table


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: the authority lines ("T/M BAN THƯỜNG VỤ"), the post and the name."""

    authority: str = ""
    post: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Draft:
    """One document. Empty fields leave their part out; `number` "" leaves room for it.

    `symbol` is the part after the number ("BC/ĐU"; "" for papers that carry no number). `date`
    None leaves room for day and month. `second` signs on the left (minutes). `note` is printed
    small at the top of the first page.
    """

    superior: str = ""
    issuer: str = ""
    number: str = ""
    symbol: str = ""
    place: str = ""
    date: date | None = None
    dated: bool = True
    urgency: str = ""
    secrecy: str = ""
    name: str = ""
    abstract: tuple[str, ...] = ()
    letter_abstract: str = ""
    addressee: str = ""
    blocks: tuple[Block, ...] = ()
    signature: Signature | None = None
    second: Signature | None = None
    recipients: tuple[str, ...] = ()
    note: str = ""
