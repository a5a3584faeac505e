"""Mistakes of authors in data files: which file, which place, what is wrong, how to mend it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

_COMPARE = "so với mẫu của một tình huống có sẵn"


@dataclass(frozen=True, order=True)
class Mistake:
    """One mistake; `place` is "" if the whole file is meant."""

    file: str
    place: str
    problem: str
    mend: str = ""

    def __str__(self) -> str:
        where = f"{self.file}, {self.place}" if self.place else self.file
        mend = f" Cách sửa: {self.mend}." if self.mend else ""
        return f"{where}: {self.problem}.{mend}"


class MistakesError(Exception):
    """A file that authors write cannot be used; `mistakes` holds every one, sorted by file."""

    what = "Tệp"

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        lines = "\n".join(f"- {mistake}" for mistake in self.mistakes)
        super().__init__(f"{self.what} có {len(self.mistakes)} lỗi:\n{lines}")


def of_toml(file: str, error: Exception) -> Mistake:
    """The mistake behind a file that is not TOML or not UTF-8."""
    spot = re.search(r"line (\d+), column (\d+)", str(error))
    place = f"dòng {spot[1]}, cột {spot[2]}" if spot else ""
    mend = "xem lại dấu ngoặc kép, dấu bằng, ngoặc vuông ở chỗ đó; lưu tệp với bảng mã UTF-8"
    return Mistake(file, place, "không đọc được tệp theo dạng TOML", mend)


def of_records(file: str, error: ValidationError, content: Mapping[str, Any]) -> list[Mistake]:
    """Every mistake that pydantic found; the place names the record by its id where it has one.

    What stands behind a semicolon in a ValueError of ours is the way to mend it.
    """
    return [
        Mistake(file, _place(detail["loc"], content), *_words(dict(detail)))
        for detail in error.errors(include_url=False)
    ]


def _place(loc: Sequence[int | str], content: Any) -> str:
    words: list[str] = []
    here = content
    for part in loc:
        try:
            here = here[part]
        except (KeyError, IndexError, TypeError):
            here = None
        if isinstance(part, int) and words:
            name = here.get("id") if isinstance(here, Mapping) else None
            words[-1] += f" “{name}”" if name else f" thứ {part + 1}"
        else:
            words.append(str(part))
    return ", ".join(words)


def _words(detail: Mapping[str, Any]) -> tuple[str, str]:
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "value_error":
        problem, _, mend = str(context["error"]).partition("; ")
        return problem, mend
    if kind == "missing":
        return "thiếu mục này", "thêm mục ở đúng chỗ này"
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return "không có mục nào tên như vậy", "xem chính tả tên mục, hoặc bỏ mục này"
    if kind in ("enum", "literal_error"):
        return f"giá trị “{detail.get('input')}” không dùng được", f"dùng {context.get('expected')}"
    if kind.endswith("_type") or "parsing" in kind:
        return (
            f"giá trị “{detail.get('input')}” chưa đúng dạng",
            _COMPARE,
        )
    return f"giá trị “{detail.get('input')}” không hợp lệ", _COMPARE
