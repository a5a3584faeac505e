"""What all records of a case file have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Only = Mapping[str, tuple[str, ...]]
"""Axis -> values for which a part of the case exists; empty: always."""

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class Record(BaseModel):
    """A part of a case file: unknown keys are mistakes."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Item(Record):
    """One thing that can be picked in an option of a task, in a question or in a table."""

    id: Id
    text: str
