"""A question: what is asked, and the record around it (points of coverage, source, difficulty)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from course.quiz.items import Case, Item, Part
from course.quiz.records import Text

VariantValue = str | int | float
Variant = dict[str, VariantValue]
"""Values for the `{name}` places of one question; every variant fills the same names."""

_PLACE = re.compile(r"\{([a-z][a-z0-9_]*)\}")


class Head(BaseModel):
    """What stands around an item in a question file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    points: tuple[Text, ...] = Field(min_length=1)
    difficulty: int = Field(ge=1, le=3)
    source: tuple[Text, ...] = Field(min_length=1)
    check_original: bool = False
    """True if a source is not confirmed although no rule of the rulebook says so."""
    variant: tuple[Variant, ...] = ()


class _Body(BaseModel):
    model_config = ConfigDict(frozen=True)

    item: Item


class Question(BaseModel):
    """One question with all its variants; `items` holds one item for each variant (at least one).

    Every variant has the same kind and the same number of choices, so that an answer fits any.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    head: Head
    items: tuple[Item, ...] = Field(min_length=1)
    file: str

    @property
    def id(self) -> str:
        """The question's id, unique over all files."""
        return self.head.id

    @property
    def points(self) -> tuple[str, ...]:
        """Ids of `course/coverage.csv` that this question asks about."""
        return self.head.points

    @cached_property
    def version(self) -> str:
        """A short hash of the items: an old answer is shown again only if it is unchanged."""
        content = json.dumps([item.model_dump() for item in self.items], ensure_ascii=True)
        return hashlib.sha256(content.encode("ascii")).hexdigest()[:12]

    def item(self, variant: int = 0) -> Item:
        """The item of this variant; numbers beyond the last start again from the first."""
        return self.items[variant % len(self.items)]

    def parts(self, variant: int = 0) -> tuple[Part, ...]:
        """The parts of a short case, or the item itself as the only part."""
        item = self.item(variant)
        return item.part if isinstance(item, Case) else (item,)


def read_head(record: Mapping[str, Any]) -> Head:
    """The head of one `[[question]]` table. Raises ValidationError."""
    return Head.model_validate({key: record[key] for key in record if key in Head.model_fields})


def read_item(record: Mapping[str, Any], variant: Variant) -> Item:
    """The item of one `[[question]]` table, filled with a variant. Raises ValidationError."""
    content = {key: filled(record[key], variant) for key in record if key not in Head.model_fields}
    return _Body.model_validate({"item": content}).item


def filled(value: Any, variant: Variant) -> Any:
    """The value with every `{name}` replaced; a text that is only `{name}` takes the value itself.

    Inside a text a decimal comes out with a comma. Names that the variant lacks stay as they are.
    """
    if isinstance(value, Mapping):
        return {key: filled(inner, variant) for key, inner in value.items()}
    if isinstance(value, list):
        return [filled(inner, variant) for inner in value]
    if not isinstance(value, str):
        return value
    alone = _PLACE.fullmatch(value.strip())
    if alone and alone[1] in variant:
        return variant[alone[1]]
    return _PLACE.sub(lambda place: _written(variant.get(place[1], place[0])), value)


def places(value: Any) -> set[str]:
    """The names of all `{name}` places in a value read from TOML."""
    if isinstance(value, Mapping):
        return {name for inner in value.values() for name in places(inner)}
    if isinstance(value, list):
        return {name for inner in value for name in places(inner)}
    return set(_PLACE.findall(value)) if isinstance(value, str) else set()


def _written(value: VariantValue) -> str:
    return str(value).replace(".", ",") if isinstance(value, float) else str(value)
