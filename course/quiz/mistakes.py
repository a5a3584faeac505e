"""Mistakes in a question file: which file, which place, what is wrong and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from office_sim.mistakes import Mistake, MistakesError, of_toml

__all__ = ["KINDS", "Mistake", "QuestionError", "of_records", "of_toml"]

KINDS = ("single", "several", "matching", "ordering", "number", "paper", "case")

_PLACE_VI = {
    "choice": "phương án",
    "pair": "cặp",
    "extra": "vế thừa",
    "step": "bước",
    "near": "số gần đúng",
    "other_unit": "đơn vị khác",
    "line": "dòng",
    "part": "câu con",
    "variant": "biến thể",
    "points": "điểm nội dung",
    "source": "nguồn",
}


class QuestionError(MistakesError):
    """The question files cannot be used; `mistakes` holds every one, sorted by file."""

    what = "Bộ câu hỏi"


def of_records(file: str, place: str, error: ValidationError) -> list[Mistake]:
    """Every mistake that pydantic found, in Vietnamese; `place` names the question."""
    found = []
    for detail in error.errors(include_url=False, include_context=True):
        spot, key = _spot(detail["loc"])
        problem, mend = _words(detail["type"], key, detail)
        where = ", ".join(part for part in (place, spot) if part)
        found.append(Mistake(file, where, problem, mend))
    return found


def _spot(loc: Sequence[int | str]) -> tuple[str, str]:
    """The place in words and the key at its end (empty if the record itself is meant)."""
    parts = [part for part in loc if part != "item" and part not in KINDS]
    key = parts[-1] if parts and isinstance(parts[-1], str) else ""
    words: list[str] = []
    for part in parts[:-1] if key else parts:
        if isinstance(part, int):
            number = f"{words.pop()} {part + 1}" if words else str(part + 1)
            words.append(number)
        else:
            words.append(_PLACE_VI.get(part, part))
    return ", ".join(words), str(key)


def _words(kind: str, key: str, detail: Mapping[str, Any]) -> tuple[str, str]:
    context = detail.get("ctx", {})
    if kind == "value_error":
        problem, _, mend = str(context["error"]).partition("|")
        return problem, mend or "sửa theo hướng dẫn viết câu hỏi"
    named = f"“{key}”" if key else "mục này"
    simple = {
        "missing": (f"thiếu khóa {named}", f"thêm {key} = … vào đúng chỗ này"),
        "extra_forbidden": (
            f"không có khóa nào tên {named}",
            "xem chính tả tên khóa, hoặc bỏ khóa này",
        ),
        "string_too_short": (f"{named} đang để trống", "viết nội dung vào giữa hai dấu ngoặc kép"),
        "string_type": (f"{named} phải là chữ", "đặt nội dung trong dấu ngoặc kép"),
        "bool_type": (f"{named} phải là true hoặc false", "viết true hoặc false, không ngoặc kép"),
        "union_tag_not_found": ("thiếu khóa “kind”", f"thêm kind, một trong: {', '.join(KINDS)}"),
        "union_tag_invalid": (
            f"không có loại câu hỏi “{context.get('tag', '')}”",
            f"kind là một trong: {', '.join(KINDS)} (trong câu con không dùng case)",
        ),
        "string_pattern_mismatch": (
            f"{named} viết chưa đúng mẫu: {detail.get('input')!r}",
            "id chỉ gồm chữ thường không dấu, số và gạch nối, ví dụ i-vi-tri-1",
        ),
    }
    if kind in simple:
        return simple[kind]
    if kind == "too_short":
        least = context.get("min_length", 1)
        return f"{named} cần ít nhất {least} mục", f"viết thêm cho đủ {least} mục"
    if kind.startswith(("int_", "float_")):
        return f"{named} phải là số", "viết số không ngoặc kép; phần lẻ sau dấu chấm, ví dụ 0.5"
    if kind in ("greater_than_equal", "less_than_equal", "literal_error"):
        allowed = context.get("ge", context.get("le", context.get("expected", "")))
        return f"{named} nằm ngoài khoảng cho phép (giới hạn: {allowed})", "sửa lại giá trị"
    if kind.endswith("_type"):
        return f"{named} chưa đúng dạng", "so với mẫu trong HUONG-DAN-VIET-CAU-HOI.md"
    return f"{named} không hợp lệ", "so với mẫu trong HUONG-DAN-VIET-CAU-HOI.md"
