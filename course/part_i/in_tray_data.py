"""The papers of a Monday morning (`in_tray.toml`) and whose work each of them is."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from course.part_i import duties


class Body(BaseModel):
    """Another body to which a paper may belong."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str


class Paper(BaseModel):
    """One paper; `home` is the number of a group of duties, or the id of another body."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)

    id: str
    sender: str = Field(alias="from")
    text: str
    home: str
    reason: str
    source: tuple[str, ...]
    check_original: bool = False


class InTray(BaseModel):
    """All papers in the order in which they come in."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    body: tuple[Body, ...]
    paper: tuple[Paper, ...]

    def title(self, home: str) -> str:
        """What to call a home: "nhóm 1: ..." or the name of the body."""
        bodies = {body.id: body.title for body in self.body}
        groups = {str(group.number): group.short for group in duties.load().group}
        return bodies[home] if home in bodies else f"Văn phòng, nhóm {home}: {groups[home]}"

    def is_own(self, home: str) -> bool:
        """True if the work belongs to the office itself."""
        return home not in {body.id for body in self.body}


@cache
def load() -> InTray:
    """The in-tray that comes with the course."""
    text = resources.files("course.part_i").joinpath("in_tray.toml").read_text(encoding="utf-8")
    return InTray.model_validate(tomllib.loads(text))
