"""Rooms and the equipment in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from office_sim.people import Diary, Engagement


class RoomSpec(NamedTuple):
    """A room: seats, what stands in it, what of it is out of order, and who has booked it."""

    id: str
    title: str
    seats: int
    equipment: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    booked: tuple[Engagement, ...] = ()


@dataclass(slots=True)
class Room:
    """A room during a run: its bookings and what is out of order in it."""

    spec: RoomSpec
    diary: Diary = field(default_factory=Diary)
    broken: set[str] = field(default_factory=set)

    @classmethod
    def from_spec(cls, spec: RoomSpec) -> Room:
        """The room as the case begins."""
        return cls(spec, Diary(list(spec.booked)), set(spec.faults))
