"""Names of a form as ids of a case: a trainer writes "Báo cáo thường trực" and no code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

from grading.answers import plain

_LONGEST = 40


def ids_of(names: Iterable[str]) -> Mapping[str, str]:
    """Name (as `plain` makes it) -> id, each id once; the same names give the same ids."""
    found: dict[str, str] = {}
    for name in names:
        if plain(name) in found:
            continue
        first = own = slug(name)
        number = 1
        while own in found.values():
            number += 1
            own = f"{first}_{number}"
        found[plain(name)] = own
    return found


def slug(name: str) -> str:
    """The name in small letters without marks: "Báo vắng" -> "bao_vang"."""
    letters = unicodedata.normalize("NFD", name.casefold().replace("đ", "d"))
    letters = "".join(one for one in letters if not unicodedata.combining(one))
    words = re.sub(r"[^a-z0-9]+", "_", letters)[:_LONGEST].strip("_")
    return words if words[:1].isalpha() else f"m_{words}".rstrip("_")
