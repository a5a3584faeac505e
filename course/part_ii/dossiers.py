"""Dossiers of schemes (`dossiers.toml`): their lines, and what five questions find in them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Question(BaseModel):
    """One of the five questions of appraisal."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    point: str


class Answer(BaseModel):
    """What a question finds: sound or not, the line (from 1) that shows it, and why."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    sound: bool
    line: int = Field(ge=1)
    reason: str


class Dossier(BaseModel):
    """One scheme as it comes in; `proposal` is what the office would write at the end."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    lead: str
    lines: tuple[str, ...]
    proposal: str
    answer: tuple[Answer, ...]


class Dossiers(BaseModel):
    """The five questions and the dossiers to which they are put."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    question: tuple[Question, ...]
    dossier: tuple[Dossier, ...]


@cache
def load() -> Dossiers:
    """The dossiers that come with the course."""
    text = resources.files("course.part_ii").joinpath("dossiers.toml").read_text(encoding="utf-8")
    return Dossiers.model_validate(tomllib.loads(text))
