"""Patterns: the description of an event, used by happenings in the world and by the rubric."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from pydantic import ConfigDict
from pydantic.dataclasses import dataclass

from office_sim.log import Detail, Event, EventKind

Scalar = str | bool | int | float
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, config=_STRICT)  # slots: a run asks for them all day
class Condition:
    """What one detail must be. Every part that is given must hold.

    For a detail with several values, `any`/`all`/`none` speak of these values; for one with a
    single value they take it as a list of one. `only` means: nothing outside this list.
    """

    any: tuple[Scalar, ...] | None = None
    all: tuple[Scalar, ...] | None = None
    none: tuple[Scalar, ...] | None = None
    only: tuple[Scalar, ...] | None = None
    min: float | None = None
    max: float | None = None

    def holds(self, value: Detail | None) -> bool:
        """Whether the detail fulfils the condition; a missing detail counts as no value."""
        values = _values(value)
        return (
            (self.any is None or any(one in values for one in self.any))
            and (self.all is None or all(one in values for one in self.all))
            and (self.none is None or not any(one in values for one in self.none))
            and (self.only is None or all(one in self.only for one in values))
            and (self.min is None or (bool(values) and _number(value) >= self.min))
            and (self.max is None or (bool(values) and _number(value) <= self.max))
        )


@dataclass(frozen=True, slots=True, config=_STRICT)  # slots: a run asks for them all day
class Pattern:
    """Which events are meant: a kind, perhaps a subject, an actor, and conditions on details."""

    kind: EventKind
    subject: str | None = None
    actor: str | None = None
    where: Mapping[str, Scalar | Condition] = field(default_factory=dict)

    def matches(self, event: Event) -> bool:
        """Whether the event is one of those meant."""
        _, _, kind, actor, subject, detail = event
        if kind is not self.kind or (self.subject != subject and self.subject is not None):
            return False
        if self.actor is not None and self.actor != actor:
            return False
        for key, want in self.where.items():  # noqa: SIM110 -- a generator costs as much again
            if not _fulfils(detail.get(key), want):
                return False
        return True


def _fulfils(value: Detail | None, want: Scalar | Condition) -> bool:
    if isinstance(want, Condition):
        return want.holds(value)
    return want in value if isinstance(value, tuple) else value == want


def _values(value: Detail | None) -> tuple[Any, ...]:
    if value is None:
        return ()
    return value if isinstance(value, tuple) else (value,)


def _number(value: Detail | None) -> float:
    return float(value) if isinstance(value, int | float) else float("nan")
