"""The rulebook: every number and rule the kit teaches or checks, once, with source and dates."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

Confidence = Literal["S", "A", "A*", "B", "C", "D"]
CONFIRMED: frozenset[str] = frozenset({"S", "A", "A*", "B"})
UNCONFIRMED_VI = "cần đối chiếu bản gốc"


class RulebookError(Exception):
    """A rule file cannot be read; the message names every mistake with its file."""


class Rule(BaseModel):
    """One dated rule.

    `minimum` and `maximum` are in `unit` (both ends belong to the rule); a limit that is a share
    stands in `numerator`/`denominator`. `lines` names the lines of the course's source text.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, Field(pattern=r"^[A-Z]{1,3}\d{2}$")]
    title: str
    text: str
    source: str
    confidence: Confidence
    domain: str = "tài liệu khóa học"
    note: str = ""
    lines: str = ""
    minimum: int | None = None
    maximum: int | None = None
    numerator: int | None = None
    denominator: int | None = None
    unit: str = ""
    in_force_from: date | None = None
    in_force_to: date | None = None

    @property
    def confirmed(self) -> bool:
        """True when the rule may cost a point: read in an official text or two sources."""
        return self.confidence in CONFIRMED

    @property
    def citation(self) -> str:
        """One Vietnamese line: the source, and a warning where it is not confirmed."""
        return self.source if self.confirmed else f"{self.source} ({UNCONFIRMED_VI})"

    def is_in_force(self, day: date) -> bool:
        """Whether the rule holds on `day`; a missing date is an open end."""
        starts = self.in_force_from is None or self.in_force_from <= day
        ends = self.in_force_to is not None and day > self.in_force_to
        return starts and not ends


class _RuleFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Annotated[Literal[1], Field(alias="schema")]
    rule: list[Rule]


class Rulebook:
    """All rules by id."""

    def __init__(self, rules: list[Rule]) -> None:
        self._rules = {rule.id: rule for rule in rules}

    def __getitem__(self, rule_id: str) -> Rule:
        """The rule with this id. Raises RulebookError if there is none."""
        try:
            return self._rules[rule_id]
        except KeyError:
            raise RulebookError(f"Sổ quy tắc không có mục “{rule_id}”.") from None

    def __contains__(self, rule_id: object) -> bool:
        return rule_id in self._rules

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def __len__(self) -> int:
        return len(self._rules)


@cache
def load() -> Rulebook:
    """The kit's rulebook. Raises RulebookError naming every mistake in every file."""
    rules: list[Rule] = []
    mistakes: list[str] = []
    files = sorted(resources.files(__package__).iterdir(), key=lambda entry: entry.name)
    for file in files:
        if file.name.endswith(".toml"):
            try:
                content = tomllib.loads(file.read_text(encoding="utf-8"))
                rules += _RuleFile.model_validate(content).rule
            except (tomllib.TOMLDecodeError, ValidationError) as error:
                mistakes.append(f"{file.name}: {error}")
    mistakes += [f"trùng mã {twice}" for twice in _repeated([rule.id for rule in rules])]
    if mistakes:
        raise RulebookError("Sổ quy tắc có lỗi:\n" + "\n".join(mistakes))
    return Rulebook(rules)


def _repeated(ids: list[str]) -> list[str]:
    return sorted({one for one in ids if ids.count(one) > 1})
