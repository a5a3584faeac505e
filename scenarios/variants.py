"""Variants of a case: one value on each axis, by name or drawn from a seed."""

from __future__ import annotations

import itertools
import math
import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scenarios.case_file import AxisValue, CaseFile, Only

MANY = 40
"""From this number of variants on a message does not name them all."""


class VariantError(Exception):
    """There is no such variant, level or format; the message is one Vietnamese sentence."""


@dataclass(frozen=True)
class Variant:
    """One form of a case. `chosen` maps each axis to the id of its value, in the file's order."""

    chosen: Mapping[str, str]

    @property
    def id(self) -> str:
        """The name of the variant: the values joined, such as "sat_lo-btv-h16"."""
        return "-".join(self.chosen.values())

    def includes(self, only: Only) -> bool:
        """Whether a part with this `only` belongs to the variant."""
        return all(self.chosen.get(axis) in values for axis, values in only.items())


def default_variant(file: CaseFile) -> Variant:
    """The variant that the case file names as its default."""
    return Variant({axis.id: file.default[axis.id] for axis in file.axes})


def all_variants(file: CaseFile) -> Iterator[Variant]:
    """Every combination of the axes' values, in the file's order."""
    ids = [axis.id for axis in file.axes]
    for values in itertools.product(*([value.id for value in axis.values] for axis in file.axes)):
        yield Variant(dict(zip(ids, values, strict=True)))


def clock_variants(file: CaseFile) -> Iterator[Variant]:
    """Every combination of the axes that set hours or bodies; the other axes at their default.

    Enough for whatever depends on the clock alone, where there are hundreds of variants.
    """
    axes = [axis for axis in file.axes if any(_sets_clock(value) for value in axis.values)]
    start = default_variant(file)
    for values in itertools.product(*(axis.values for axis in axes)):
        chosen = {axis.id: value.id for axis, value in zip(axes, values, strict=True)}
        yield Variant({**start.chosen, **chosen})


def sample_variants(file: CaseFile, most: int) -> list[Variant]:
    """At most so many variants: all if there are no more, else every value of every axis and then
    a draw that is the same each time.
    """
    if count_variants(file) <= most:
        return list(all_variants(file))
    longest = max(len(axis.values) for axis in file.axes)
    covering = [
        Variant({axis.id: axis.values[at % len(axis.values)].id for axis in file.axes})
        for at in range(longest)
    ]
    found = {variant.id: variant for variant in (default_variant(file), *covering)}
    seed = 0
    while len(found) < most:
        drawn = variant_from_seed(file, seed)
        found[drawn.id] = drawn
        seed += 1
    return list(found.values())


def count_variants(file: CaseFile) -> int:
    """How many variants the case has."""
    return math.prod(len(axis.values) for axis in file.axes)


def _sets_clock(value: AxisValue) -> bool:
    return bool(value.setting.model_fields_set & {"start", "meeting_start", "end", "duration"})


def variant_named(file: CaseFile, name: str) -> Variant:
    """The variant with this id; "" is the default. Raises VariantError if there is none."""
    if not name:
        return default_variant(file)
    values = name.split("-")
    known = [{value.id for value in axis.values} for axis in file.axes]
    if len(values) != len(known) or any(
        value not in ids for value, ids in zip(values, known, strict=True)
    ):
        raise VariantError(f"Tình huống {file.id} không có biến thể “{name}”; {_how_named(file)}.")
    return Variant(dict(zip((axis.id for axis in file.axes), values, strict=True)))


def _how_named(file: CaseFile) -> str:
    """How the variants are named: all of them, or the parts of a name if they are many."""
    if count_variants(file) <= MANY:
        return f"chọn một trong: {', '.join(sorted(one.id for one in all_variants(file)))}"
    parts = ["/".join(value.id for value in axis.values) for axis in file.axes]
    return f"tên biến thể ghép từ: {' - '.join(parts)}, viết liền bằng dấu gạch nối"


def variant_from_seed(file: CaseFile, seed: int | str) -> Variant:
    """A variant drawn from the seed: the same seed always gives the same one."""
    chance = random.Random(f"{file.id}/{seed}")
    return Variant({axis.id: chance.choice(axis.values).id for axis in file.axes})


def values_of(file: CaseFile, variant: Variant) -> list[AxisValue]:
    """The chosen value of each axis."""
    return [
        next(value for value in axis.values if value.id == variant.chosen[axis.id])
        for axis in file.axes
    ]
