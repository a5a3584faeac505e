"""The rulebook: every number and rule the kit teaches or checks, once, with source and dates."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from office_sim import mistakes
from office_sim.mistakes import Mistake, MistakesError
from office_sim.rulebook.rule import CONFIRMED, UNCONFIRMED_VI, Confidence, Rule

__all__ = [
    "CONFIRMED",
    "UNCONFIRMED_VI",
    "Confidence",
    "Rule",
    "Rulebook",
    "RulebookError",
    "load",
    "read_rules",
]


class RulebookError(MistakesError):
    """The rulebook cannot be used as it is written, or has no such rule."""

    what = "Sổ quy tắc"


class _RuleFile(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Annotated[Literal[1], Field(alias="schema")]
    rule: list[Rule]


class Rulebook:
    """All rules by id."""

    def __init__(self, rules: Mapping[str, Rule]) -> None:
        self._rules = dict(rules)

    def __getitem__(self, rule_id: str) -> Rule:
        """The rule with this id. Raises RulebookError if there is none."""
        try:
            return self._rules[rule_id]
        except KeyError:
            mend = "dùng một mã có trong các tệp TOML ở đó"
            mistake = Mistake("office_sim/rulebook", "", f"không có mục “{rule_id}”", mend)
            raise RulebookError([mistake]) from None

    def __contains__(self, rule_id: object) -> bool:
        return rule_id in self._rules

    def __iter__(self) -> Iterator[Rule]:
        return iter(self._rules.values())

    def __len__(self) -> int:
        return len(self._rules)


@cache
def load() -> Rulebook:
    """The kit's rulebook. Raises RulebookError naming every mistake in every file."""
    return read_rules(resources.files(__package__))


def read_rules(folder: Traversable) -> Rulebook:
    """The rules of all TOML files in a folder, file by file. Raises RulebookError."""
    rules: dict[str, Rule] = {}
    wrong: list[Mistake] = []
    for file in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if not file.name.endswith(".toml"):
            continue
        for rule in _rules_of(file, wrong):
            if rule.id in rules:
                problem = f"mã “{rule.id}” dùng hai lần"
                wrong.append(Mistake(file.name, f"rule “{rule.id}”", problem, "đặt mã khác"))
            rules[rule.id] = rule
    if wrong:
        raise RulebookError(wrong)
    return Rulebook(rules)


def _rules_of(file: Traversable, wrong: list[Mistake]) -> list[Rule]:
    """The rules in one file; what is wrong in it goes to `wrong`."""
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        wrong.append(mistakes.of_toml(file.name, error))
        return []
    try:
        return _RuleFile.model_validate(content).rule
    except ValidationError as error:
        wrong += mistakes.of_records(file.name, error, content)
        return []
