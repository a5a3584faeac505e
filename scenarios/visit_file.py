"""Visits in a case file: villages, roads, delegations, cars, money, and how the list is drawn."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from office_sim.families import Category
from scenarios.record import Id, Record

Money = Annotated[int, Field(ge=0)]
"""An amount in đồng."""


class VillageText(Record):
    """A village; `spot` in kilometres east and north of the office, `people` whose names it has."""

    id: Id
    title: str
    spot: tuple[float, float] = (0.0, 0.0)
    people: Id


class RoadText(Record):
    """A road between two villages, in minutes by car."""

    id: Id
    title: str = ""
    start: Id
    end: Id
    minutes: Annotated[int, Field(ge=1, le=600)]
    floods: bool = False


class DelegationText(Record):
    """A delegation and the person who heads it."""

    id: Id
    title: str
    leader: Id


class VehicleText(Record):
    """A car that can be had for the day."""

    id: Id
    title: str


class FundText(Record):
    """A source of money; an axis may set another limit."""

    id: Id
    title: str
    limit: Money
    for_visits: bool = True


class PresentText(Record):
    """What one family that is visited in person may be given."""

    id: Id
    title: str
    amount: Money


class VisitsText(Record):
    """Everything about visits. The list has from `least` to `most` rows, `wanted` families are to
    be visited, `patient` is the category of the one in hospital (both are set by axes, too).
    """

    seed: str
    year: int
    least: Annotated[int, Field(ge=60, le=400)]
    most: Annotated[int, Field(ge=60, le=400)]
    wanted: Annotated[int, Field(ge=1, le=100)] = 16
    patient: Category = Category.MOTHER
    gift_high: Money
    gift_low: Money
    decision: str
    centre: Id
    villages: Annotated[tuple[VillageText, ...], Field(alias="village", min_length=2)]
    roads: Annotated[tuple[RoadText, ...], Field(alias="road", min_length=1)]
    delegations: Annotated[tuple[DelegationText, ...], Field(alias="delegation", min_length=1)]
    vehicles: Annotated[tuple[VehicleText, ...], Field(alias="vehicle", min_length=1)]
    funds: Annotated[tuple[FundText, ...], Field(alias="fund", min_length=1)]
    presents: Annotated[tuple[PresentText, ...], Field(alias="present", min_length=1)]
