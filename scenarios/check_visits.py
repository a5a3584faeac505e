"""Checking the visits of a case: places, roads, leaders, and what effects aim at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from office_sim.happenings import Effect, EffectKind
from office_sim.mistakes import Mistake
from office_sim.visits import CHOICE, REVIEW, SCHEDULE, VisitSpec
from scenarios.case import Case
from scenarios.case_file import CaseFile
from scenarios.family_names import peoples
from scenarios.known_names import not_among, person_ids
from scenarios.variants import sample_variants
from scenarios.visit_file import VisitsText

EFFECT_VARIANTS = 24
_AT_PEOPLE = {
    EffectKind.OCCUPY,
    EffectKind.AWAY,
    EffectKind.REACH,
    EffectKind.RELEASE,
    EffectKind.REPLACE_LEADER,
}
_AT_FAMILIES = {EffectKind.SKIP_VISIT, EffectKind.VISIT_APART}
_BY_PEOPLE = {EffectKind.VISIT_APART, EffectKind.REPLACE_LEADER}


def check_visits(case: Case) -> Iterator[Mistake]:
    """Every place, road or leader that leads nowhere, and effects that aim at nobody."""
    visits = case.file.visits
    if visits is None:
        return
    if case.file.meeting is None:
        mend = "thêm mục meeting: các đoàn đi sau lễ mở đầu"
        yield _mistake(case.file, "visits", "có các đoàn thăm mà không có lễ mở đầu", mend)
        return
    tables = {table.id for table in case.file.tables}
    for missing in sorted({REVIEW, CHOICE, SCHEDULE} - tables):
        mend = f"thêm [[table]] có id = “{missing}”: nơi người học ghi để các đoàn đi thăm"
        yield _mistake(case.file, "table", f"thiếu bảng “{missing}”", mend)
    yield from _places(case.file, visits)
    for variant in sample_variants(case.file, EFFECT_VARIANTS):
        yield from _effects(case.in_variant(variant.id))


def _places(file: CaseFile, visits: VisitsText) -> Iterator[Mistake]:
    villages = {village.id for village in visits.villages}
    if visits.centre not in villages:
        yield _mistake(file, "visits, centre", *not_among(visits.centre, villages))
    names = set(peoples())
    for village in visits.villages:
        if village.people not in names:
            spot = f"visits, village “{village.id}”, people"
            yield _mistake(file, spot, *not_among(village.people, names))
    for road in visits.roads:
        for end in sorted({road.start, road.end} - villages):
            yield _mistake(file, f"visits, road “{road.id}”", *not_among(end, villages))
    for delegation in visits.delegations:
        if delegation.leader not in person_ids(file):
            spot = f"visits, delegation “{delegation.id}”, leader"
            yield _mistake(file, spot, *not_among(delegation.leader, person_ids(file)))
    funds = {fund.id for fund in visits.funds}
    for axis in file.axes:
        for value in axis.values:
            for fund in sorted(value.setting.limits.keys() - funds):
                yield _mistake(file, f"axis “{axis.id}”, limits", *not_among(fund, funds))


def _effects(case: Case) -> Iterator[Mistake]:
    """What the effects of this variant aim at, once its words are in them."""
    spec = case.world.visits
    if spec is None:
        return
    for one in case.world.happenings:
        choices = (effect for choice in one.choices for effect in choice.effects)
        for effect in (*one.effects, *choices):
            for name, known in _aims(case, spec, effect):
                if name not in known:
                    spot = f"“{one.id}”, effects, biến thể {case.variant.id}"
                    yield _mistake(case.file, spot, *not_among(name, known))
    if cut := spec.roads.unreachable(
        spec.centre, (one.id for one in spec.villages), _flooded(spec)
    ):
        problem = f"mưa lớn thì không còn đường tới {', '.join(cut)}"
        mend = "thêm một đường vòng ở [[visits.road]]"
        yield _mistake(case.file, "visits, road", problem, mend)


def _aims(case: Case, spec: VisitSpec, effect: Effect) -> Iterator[tuple[str, Iterable[str]]]:
    people = person_ids(case.file)
    if effect.kind in _AT_PEOPLE:
        yield effect.target, people
    if effect.kind in _BY_PEOPLE or effect.by:
        yield effect.by, people
    if effect.kind is EffectKind.DROP_VISITS and effect.target:
        yield effect.target, people
    if effect.kind in _AT_FAMILIES:
        yield effect.target, [family.id for family in spec.families]
    if effect.kind is EffectKind.CLOSE_ROAD:
        yield effect.target, [road.id for road in spec.roads]


def _flooded(spec: VisitSpec) -> frozenset[str]:
    return frozenset(road.id for road in spec.roads if road.floods)


def _mistake(file: CaseFile, place: str, problem: str, mend: str) -> Mistake:
    return Mistake(f"{file.id}/case.toml", place, problem, mend)
