"""Papers: kind, secrecy, urgency and the life cycle from draft to taken back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Secrecy(StrEnum):
    """Level of secrecy; source: Luật Bảo vệ bí mật nhà nước 117/2025/QH15 (three levels)."""

    OPEN = "open"
    SECRET = "mat"
    HIGHLY_SECRET = "toi_mat"
    TOP_SECRET = "tuyet_mat"


class Urgency(StrEnum):
    """Urgency mark; source: Hướng dẫn 05-HD/VPTW."""

    NORMAL = "normal"
    URGENT = "khan"
    VERY_URGENT = "thuong_khan"
    EXPRESS = "hoa_toc"


class PaperState(StrEnum):
    """A step in the life of a paper. Several may be reached in any order: people do err."""

    DRAFTED = "paper_drafted"
    APPRAISED = "paper_appraised"
    SUBMITTED = "paper_submitted"
    APPROVED = "paper_approved"
    SIGNED = "paper_signed"
    SEALED = "paper_sealed"
    REGISTERED = "paper_registered"
    COPIED = "paper_copied"
    ISSUED = "paper_issued"
    RECEIVED = "paper_received"
    HANDED_OUT = "paper_handed_out"
    TAKEN_BACK = "paper_taken_back"


@dataclass(frozen=True)
class PaperSpec:
    """A paper that the case knows: its kind's abbreviation ("GM", "TB"), title and marks.

    `faults` are mistakes that lie in the draft until somebody competent appraises it.
    """

    id: str
    kind: str
    title: str
    secrecy: Secrecy = Secrecy.OPEN
    urgency: Urgency = Urgency.NORMAL
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Paper:
    """A paper as it stands during a run: its states with their times, its number.

    `open_sent` says that it went over an open network.
    """

    spec: PaperSpec
    secrecy: Secrecy
    urgency: Urgency
    faults: list[str]
    reached: dict[PaperState, datetime] = field(default_factory=dict)
    symbol: str = ""
    open_sent: bool = False

    @classmethod
    def from_spec(cls, spec: PaperSpec) -> Paper:
        """The paper before anyone has touched it."""
        return cls(spec, spec.secrecy, spec.urgency, list(spec.faults))

    @property
    def is_secret(self) -> bool:
        """True for any of the three levels of secrecy."""
        return self.secrecy is not Secrecy.OPEN

    def reach(self, state: PaperState, at: datetime) -> None:
        """Enter a state; the first time counts."""
        self.reached.setdefault(state, at)
