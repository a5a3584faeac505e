"""The list of families as a whole: what follows from it alone, figured out once for all runs."""

from __future__ import annotations

from functools import cached_property

from office_sim.families import INFORMANT_OF, Family, Informant
from office_sim.gifts import GiftRates, right_gifts


class Roll(tuple[Family, ...]):
    """The rows in the order of the list."""

    @cached_property
    def by_row(self) -> dict[str, Family]:
        """Each family by its row."""
        return {family.id: family for family in self}

    @cached_property
    def must_be_visited(self) -> frozenset[str]:
        """The persons whom a visit must not leave out."""
        return frozenset(family.person for family in self if family.must_be_visited)

    def spoken_of(self, informant: Informant) -> tuple[Family, ...]:
        """The rows of which the informant knows that something is wrong with them."""
        return self._spoken_of[informant]

    def right_gifts(self, rates: GiftRates) -> dict[str, list[int]]:
        """The gifts of each person if there is no mistake in the list."""
        if rates not in self._right_gifts:
            self._right_gifts[rates] = right_gifts(self, rates)
        return self._right_gifts[rates]

    @cached_property
    def _spoken_of(self) -> dict[Informant, tuple[Family, ...]]:
        return {
            informant: tuple(
                one for one in self if one.fault and INFORMANT_OF[one.fault] is informant
            )
            for informant in Informant
        }

    @cached_property
    def _right_gifts(self) -> dict[GiftRates, dict[str, list[int]]]:
        return {}
