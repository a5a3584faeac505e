"""Building the visits of a variant: the list of families drawn from its seed, roads, money."""

from __future__ import annotations

from collections.abc import Mapping

from office_sim.families import Family
from office_sim.gifts import GiftRates, right_gifts
from office_sim.money import Fund, PresentRate, format_money
from office_sim.roads import Road, Roads, Village
from office_sim.roll import Roll
from office_sim.visits import Delegation, Vehicle, VisitSpec
from scenarios.case_file import CaseFile, Setting
from scenarios.family_list import FamilyList, ListPlan, draw_list
from scenarios.variants import Variant
from scenarios.visit_file import VisitsText


def build_visits(file: CaseFile, variant: Variant, setting: Setting) -> VisitSpec | None:
    """The visits of the variant, None if the case has none."""
    visits = file.visits
    if visits is None:
        return None
    drawn = _drawn(visits, variant, setting)
    return VisitSpec(
        families=Roll(drawn.families),
        villages=tuple(Village(one.id, one.title, one.spot) for one in visits.villages),
        roads=Roads(
            Road(one.id, one.start, one.end, one.minutes, one.title, one.floods)
            for one in visits.roads
        ),
        delegations=tuple(Delegation(one.id, one.title, one.leader) for one in visits.delegations),
        vehicles=tuple(Vehicle(one.id, one.title) for one in visits.vehicles),
        funds=tuple(_funds(visits, setting)),
        presents=tuple(PresentRate(one.id, one.title, one.amount) for one in visits.presents),
        gift_rates=_rates(visits),
        centre=visits.centre,
        wanted=setting.wanted or visits.wanted,
        year=visits.year,
        patient=drawn.patient.id,
    )


def visit_words(file: CaseFile, variant: Variant, setting: Setting) -> Mapping[str, str]:
    """The words about the visits that texts of the case may use."""
    visits = file.visits
    if visits is None:
        return {}
    drawn, rates = _drawn(visits, variant, setting), _rates(visits)
    gifts = right_gifts(drawn.families, rates)
    total = sum(sum(amounts) for amounts in gifts.values())
    villages = {one.id: one.title for one in visits.villages}
    words = {
        "rows": str(len(drawn.families)),
        "wanted": str(setting.wanted or visits.wanted),
        "gift_high": format_money(visits.gift_high),
        "gift_low": format_money(visits.gift_low),
        "decision": visits.decision,
        "gifts": str(len(gifts)),
        "gift_total": format_money(total),
        "gift_total_dots": f"{total:,}".replace(",", "."),
        "gift_total_plain": str(total),
        **{f"fund_{one.id}": format_money(one.limit) for one in _funds(visits, setting)},
    }
    story = {
        "patient": drawn.patient,
        "dead": drawn.dead,
        "petitioner": drawn.petitioner,
        "homeless": drawn.homeless,
        **{f"elsewhere_{at}": one for at, one in enumerate(drawn.elsewhere, start=1)},
    }
    for name, family in story.items():
        words |= _words_of(name, family, villages, visits.year)
    return words


def _words_of(name: str, family: Family, villages: Mapping[str, str], year: int) -> dict[str, str]:
    return {
        name: family.title(year),
        f"{name}_row": family.id,
        f"{name}_number": str(family.number),
        f"{name}_village": villages[family.village],
    }


def _funds(visits: VisitsText, setting: Setting) -> list[Fund]:
    return [
        Fund(one.id, one.title, setting.limits.get(one.id, one.limit), one.for_visits)
        for one in visits.funds
    ]


def _rates(visits: VisitsText) -> GiftRates:
    return GiftRates(visits.gift_high, visits.gift_low, visits.decision)


def _drawn(visits: VisitsText, variant: Variant, setting: Setting) -> FamilyList:
    plan = ListPlan(
        villages=tuple((one.id, one.title, one.people) for one in visits.villages),
        least=visits.least,
        most=visits.most,
        patient=setting.patient or visits.patient,
        year=visits.year,
    )
    return draw_list(f"{visits.seed}/{variant.id}", plan)
