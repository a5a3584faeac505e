"""What every record of a question file has in common: frozen, no unknown key, texts in NFC."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints

Text = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1),
    AfterValidator(lambda text: unicodedata.normalize("NFC", text)),
]
"""A Vietnamese text that is not empty; `**bold**` and blank lines between paragraphs are kept."""


class Record(BaseModel):
    """A frozen record in which an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def refuse_same(texts: Sequence[str]) -> None:
    """Raises ValueError if two texts are the same once case and spaces are left out."""
    seen: set[str] = set()
    for text in texts:
        plain = " ".join(text.casefold().split())
        if plain in seen:
            raise ValueError(f"“{text}” có hai lần trong câu này|đổi hoặc bỏ một phương án")
        seen.add(plain)
