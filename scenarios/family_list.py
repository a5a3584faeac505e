"""The list of persons of merit of a commune: invented from a seed, with faults planted in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

from office_sim.families import CATEGORY_VI, CERTIFICATE_VI, WORST_OFF, Category, Family, Fault
from scenarios.family_names import peoples, respell, skeleton, weighted

MOTHERS, WORST_OFF_FAMILIES = 3, 5
_FEW = {Category.MOTHER: MOTHERS, Category.SUPPORTED_KIN: 6, Category.KIN_OF_SEVERAL: 4}
_SHARES = {
    Category.WAR_INVALID: 56,
    Category.SICK_SOLDIER: 24,
    Category.CHEMICAL_VICTIM: 16,
    Category.KIN: 42,
    Category.WORSHIPPER: 36,
}
# The years of birth, and how many of a hundred are women, by category.
_BORN = {
    Category.MOTHER: (1928, 1941, 100),
    Category.SUPPORTED_KIN: (1931, 1950, 75),
    Category.KIN_OF_SEVERAL: (1932, 1958, 65),
    Category.WAR_INVALID: (1946, 1966, 7),
    Category.SICK_SOLDIER: (1947, 1967, 8),
    Category.CHEMICAL_VICTIM: (1946, 1957, 10),
    Category.KIN: (1938, 1972, 58),
    Category.WORSHIPPER: (1950, 1988, 25),
}
_WITH_PERCENT = (Category.WAR_INVALID, Category.SICK_SOLDIER, Category.CHEMICAL_VICTIM)
_OWN_PEOPLE = 70
"""Of a hundred families in a village, how many are of the village's own people."""
_TWINS = {Fault.DOUBLE: 2, Fault.SPELLING: 2, Fault.TWO_CATEGORIES: 2}
_ALONE = {Fault.DEATH: 3, Fault.MOVED: 2, Fault.PROVINCE: 2}
_WISHES = (
    "mong sửa lại bếp",
    "mong tìm được mộ liệt sĩ",
    "hỏi chế độ điều dưỡng",
    "mong có thẻ khám bệnh mới",
    "con đang tìm việc làm",
)


@dataclass(frozen=True)
class ListPlan:
    """What a list is drawn for. `villages` are (id, title, people); `patient` is the category of
    the one who lies in hospital; the list has from `least` to `most` rows.
    """

    villages: tuple[tuple[str, str, str], ...]
    least: int
    most: int
    patient: Category
    year: int


@dataclass(frozen=True)
class FamilyList:
    """The list, and the rows that the story of the case speaks of."""

    families: tuple[Family, ...]
    patient: Family
    dead: Family
    petitioner: Family
    homeless: Family

    @property
    def elsewhere(self) -> tuple[Family, ...]:
        """The families that the province's delegation sees too."""
        return tuple(one for one in self.families if one.fault is Fault.PROVINCE)


@lru_cache(maxsize=64)
def draw_list(seed: str, plan: ListPlan) -> FamilyList:
    """The list of this seed; the same seed and plan always give the same list."""
    chance = Random(f"families/{seed}")
    rows = chance.randint(plan.least, plan.most)
    people = _draw_people(chance, plan, rows - sum(_TWINS.values()))
    _make_worst_off(chance, people, plan)
    spare = [at for at, one in enumerate(people) if not one.must_be_visited]
    chance.shuffle(spare)
    people = _plant(chance, people, spare)
    chance.shuffle(people)
    order = {village: at for at, (village, _, _) in enumerate(plan.villages)}
    people.sort(key=lambda one: order[one.village])
    numbered = [replace(one, id=f"h{at:03d}", number=at) for at, one in enumerate(people, start=1)]
    families = tuple(_told(one, numbered, plan) for one in numbered)
    return _with_story(chance, families, plan)


def _draw_people(chance: Random, plan: ListPlan, count: int) -> list[Family]:
    categories = [category for category, few in _FEW.items() for _ in range(few)]
    shares = {category.value: share for category, share in _SHARES.items()}
    while len(categories) < count:
        categories.append(Category(weighted(chance, shares)))
    taken: set[tuple[str, str]] = set()
    return [_draw(chance, plan, category, taken) for category in categories]


def _draw(
    chance: Random, plan: ListPlan, category: Category, taken: set[tuple[str, str]]
) -> Family:
    """One person whose name nobody else in the village has, however carelessly written."""
    first, last, women = _BORN[category]
    female = chance.randrange(100) < women
    names = peoples()
    while True:
        village, _, own = chance.choice(plan.villages)
        people = own if chance.randrange(100) < _OWN_PEOPLE else chance.choice(sorted(names))
        name = names[people].draw(chance, female=female)
        if not taken & {(village, skeleton(one)) for one in (name, respell(name) or name)}:
            break
    taken |= {(village, skeleton(one)) for one in (name, respell(name) or name)}
    born = chance.randint(first, last)
    return Family(
        id="",
        number=0,
        name=name,
        female=female,
        ethnic=names[people].title,
        birth_year=born,
        village=village,
        category=category,
        certificate=CERTIFICATE_VI[category],
        person=f"{village}/{name}/{born}",
        percent=_percent(chance, category),
        hardship=chance.choices((0, 1, 2), weights=(56, 28, 16))[0],
        last_visit=0 if chance.randrange(100) < 22 else chance.randint(2017, plan.year - 1),
        weak=chance.randrange(100) < (60 if plan.year - born >= 80 else 15),
        note=chance.choice(_WISHES) if chance.randrange(100) < 12 else "",
    )


def _percent(chance: Random, category: Category) -> int:
    if category not in _WITH_PERCENT:
        return 0
    if chance.randrange(100) < 8:
        return chance.choice((81, 83, 85, 91))
    least = 61 if category is Category.SICK_SOLDIER else 21
    return chance.randint(least, 80)


def _make_worst_off(chance: Random, people: list[Family], plan: ListPlan) -> None:
    """Choose the worst-off; one of them is of the patient's category, if that is not a mother."""
    able = [at for at, one in enumerate(people) if one.category in _SHARES]
    chance.shuffle(able)
    able.sort(key=lambda at: people[at].category is not plan.patient)
    first, rest = able[0], able[1:]
    chance.shuffle(rest)
    for at in (first, *rest[: WORST_OFF_FAMILIES - 1]):
        people[at] = replace(people[at], hardship=WORST_OFF, weak=True)


def _plant(chance: Random, people: list[Family], spare: list[int]) -> list[Family]:
    """Put the faults into people whom no rule makes one visit. Takes their places from `spare`."""
    planted = list(people)

    def take(fits: Callable[[Family], bool]) -> int:
        at = next(at for at in spare if fits(planted[at]))
        spare.remove(at)
        return at

    def is_common(one: Family) -> bool:
        return one.category in _SHARES

    for fault, count in _ALONE.items():
        for number in range(count):
            at = take(is_common)
            planted[at] = replace(planted[at], fault=fault)
            if number == 0:  # one that a careless eye would choose first
                planted[at] = replace(planted[at], hardship=2, last_visit=0)
    for category, listed in (
        (Category.SUPPORTED_KIN, Category.KIN),
        (Category.KIN, Category.KIN_OF_SEVERAL),
    ):
        at = take(lambda one, category=category: one.category is category)  # type: ignore[misc]
        planted[at] = replace(
            planted[at], category=listed, fault=Fault.WRONG_CATEGORY, true_category=category
        )
    for number in range(_TWINS[Fault.DOUBLE]):
        one = planted[take(is_common)]
        planted.append(replace(one, fault=Fault.DOUBLE, note="" if number else one.note))
    for _ in range(_TWINS[Fault.SPELLING]):
        one = planted[take(lambda one: is_common(one) and respell(one.name) is not None)]
        planted.append(replace(one, fault=Fault.SPELLING, name=respell(one.name) or one.name))
    for category in (Category.SUPPORTED_KIN, Category.KIN_OF_SEVERAL):
        at = take(lambda one, category=category: one.category is category)  # type: ignore[misc]
        second = replace(
            planted[at],
            category=Category.WORSHIPPER,
            certificate=CERTIFICATE_VI[Category.WORSHIPPER],
            fault=Fault.TWO_CATEGORIES,
            note="",
        )
        planted.append(second)
    return planted


def _told(family: Family, families: Sequence[Family], plan: ListPlan) -> Family:
    """The family with the words of whoever knows what is wrong with the row."""
    if family.fault is None:
        return family
    titles = {village: title for village, title, _ in plan.villages}
    other = next(
        (one for one in families if one.person == family.person and one.id != family.id), family
    )
    row = f"Số {family.number} ({family.title(plan.year)}, {titles[family.village]})"
    words = {
        Fault.DOUBLE: f"{row} và số {other.number} là một người, ghi hai lần.",
        Fault.SPELLING: f"{row} và số {other.number} ({other.name}) là một người, viết khác tên.",
        Fault.TWO_CATEGORIES: (
            f"{row} và số {other.number} là một người, có hồ sơ ở cả hai diện, được một suất quà."
        ),
        Fault.WRONG_CATEGORY: (
            f"{row}: hồ sơ gốc là {CATEGORY_VI[family.right_category]}, "
            f"danh sách ghi {CATEGORY_VI[family.category]}."
        ),
        Fault.DEATH: f"{row}: đã mất tháng trước, gia đình chưa báo giảm.",
        Fault.MOVED: f"{row}: đã chuyển về ở với con ở tỉnh khác từ tháng 3.",
        Fault.PROVINCE: f"{row}: đã có trong danh sách thăm của đoàn khác.",
    }
    return replace(family, told=words[family.fault])


def _with_story(chance: Random, families: tuple[Family, ...], plan: ListPlan) -> FamilyList:
    must = [one for one in families if one.must_be_visited]
    patient = next(one for one in must if one.category is plan.patient)
    rest = [one for one in must if one is not patient and one.hardship >= WORST_OFF]
    chance.shuffle(rest)
    dead = [one for one in families if one.fault is Fault.DEATH]
    return FamilyList(
        families=families,
        patient=patient,
        dead=min(dead, key=lambda one: (-one.hardship, one.last_visit, one.id)),
        petitioner=rest[0],
        homeless=rest[1],
    )
