"""An edition of a case by name: its variant, how hard it is, how much of it is played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Edition:
    """The names of variant, level and format; "" stands for the case's default."""

    variant: str = ""
    level: str = ""
    format: str = ""

    @classmethod
    def of(cls, given: Mapping[str, Any]) -> Edition:
        """The edition named in some plain data, such as a notebook's metadata."""
        return cls(*(str(given.get(key) or "") for key in ("variant", "level", "format")))

    def named(self) -> dict[str, str]:
        """What is named, by its key; the rest is left to the case."""
        every = {"variant": self.variant, "level": self.level, "format": self.format}
        return {key: name for key, name in every.items() if name}

    def over(self, other: Edition) -> Edition:
        """This edition with everything that the other one names put over it."""
        return Edition(**{**asdict(self), **other.named()})


OPEN = Edition()
"""Nothing is named: variant, level and format are the case's defaults, or the learner's choice."""
