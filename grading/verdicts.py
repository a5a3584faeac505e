"""Verdicts: what one check found in the log."""

from __future__ import annotations

from dataclasses import dataclass

from office_sim.log import Event


@dataclass(frozen=True)
class Verdict:
    """Whether a check holds; `share` is how far (0 to 1); `witness` the event that decided.

    `pending` says that the run stopped before the check could be decided; `told` is a sentence
    about where something is wrong, which does not say what is right.
    """

    share: float
    witness: Event | None = None
    pending: bool = False
    told: str = ""

    @property
    def holds(self) -> bool:
        """True when the check holds in full."""
        return self.share >= 1


def yes(witness: Event | None = None) -> Verdict:
    """The check holds."""
    return Verdict(1.0, witness)


def no(witness: Event | None = None, *, pending: bool = False) -> Verdict:
    """The check does not hold, or not yet if `pending`."""
    return Verdict(0.0, witness, pending)
