"""Petitions: what they are by content, whether they can be handled, where they go, by when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from office_sim import rulebook
from office_sim.calendar import WorkCalendar


class Content(StrEnum):
    """What a petition is by what it says, not by its title; source: TT 05/2021/TT-TTCP, Điều 6."""

    COMPLAINT = "khieu_nai"
    DENUNCIATION = "to_cao"
    PROPOSAL = "kien_nghi"
    MIXED = "nhieu"


class Target(StrEnum):
    """Whom a petition is about: Party members and organisations, State bodies, or both."""

    PARTY = "dang_vien"
    STATE = "nha_nuoc"
    BOTH = "ca_hai"


class Route(StrEnum):
    """What becomes of a petition first of all."""

    INSPECTION = "ubkt"
    GOVERNMENT = "ubnd"
    SPLIT = "tach"
    ASK = "bo_sung"
    KEEP = "luu"


ROUTE_OF = {
    Target.PARTY: Route.INSPECTION,
    Target.STATE: Route.GOVERNMENT,
    Target.BOTH: Route.SPLIT,
}


@dataclass(frozen=True)
class Petition:
    """One petition. `named` means name and address of the writer, `signed` a signature or a
    fingerprint; `evidence` that it names the offender with evidence that can be checked.
    """

    content: Content
    target: Target
    received: date
    named: bool = True
    signed: bool = True
    dated: bool = True
    evidence: bool = False

    @property
    def is_anonymous(self) -> bool:
        """Whether nobody can be asked or answered."""
        return not self.named

    @property
    def is_complete(self) -> bool:
        """Whether it meets the conditions to be handled; source: TT 05/2021/TT-TTCP, Điều 6."""
        return self.named and self.signed and self.dated

    @property
    def is_considered_all_the_same(self) -> bool:
        """An anonymous denunciation with evidence; source: Luật Tố cáo 2018, Điều 25.2."""
        return self.is_anonymous and self.content is Content.DENUNCIATION and self.evidence

    @property
    def route(self) -> Route:
        """Where it goes: complaints about State decisions to their head (Luật Khiếu nại, Điều 17),
        denunciations of Party members to the inspection commission.
        """
        if self.is_complete or self.is_considered_all_the_same:
            return ROUTE_OF[self.target]
        return Route.KEEP if self.is_anonymous else Route.ASK

    def notify_by(self, calendar: WorkCalendar) -> date | None:
        """The last day to tell the writer in words what was done, None if nobody can be told.

        Source: rule D16 (Quy định 11-QĐi/TW), in working days after the day of receipt.
        """
        days = rulebook.load()["D16"].maximum
        if self.is_anonymous or days is None:
            return None
        return calendar.add_working_days(self.received, days)
