"""Layout rule sets read from TOML: HD05, HD36, NĐ30, or a trainer's own copy of one of them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from grading.word.findings import Severity
from grading.word.unreadable import RuleSetError
from grading.word.vocabulary import known_rules
from scenarios.typed import typed

HERE = Path(__file__).parent / "rules"
BUILT_IN = {"HD05": "hd05.toml", "HD36": "hd36.toml", "ND30": "nd30.toml", "NĐ30": "nd30.toml"}
CONFIDENCES = ("S", "A", "A*", "B", "C", "D", "Q")
"""Marks of the fact sheet; Q: a convention of this kit, not a regulation."""

_KEYS = {"value", "unit", "tolerance", "severity", "source", "confidence", "fix", "off"}
_TOP = {"schema", "id", "name", "extends", "family", "source", "rules", "note"}
_TOLERANCES = {"mm": 1.0, "pt": 0.26}

Value = bool | float | str | tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class LayoutRule:
    """One rule of a set. Numbers are in `unit` ("pt" or "mm"); a pair is a range, both ends in."""

    id: str
    value: Value
    unit: str
    tolerance: float
    severity: Severity
    source: str
    confidence: str
    fix: str = ""

    @property
    def confirmed(self) -> bool:
        """Whether it may count: C and D were read in one place or nowhere."""
        return self.confidence not in ("C", "D")

    def accepts(self, actual: float) -> bool:
        """Whether a measured number lies within value and tolerance."""
        low, high = self.bounds
        return low - self.tolerance <= actual <= high + self.tolerance

    @property
    def bounds(self) -> tuple[float, float]:
        """Lowest and highest accepted number."""
        if isinstance(self.value, tuple):
            return float(self.value[0]), float(self.value[1])
        return float(self.value), float(self.value)


@dataclass(frozen=True, slots=True)
class RuleSet:
    """A named set; `family` is "party" or "state" and decides the head and the forms of signing."""

    id: str
    name: str
    family: str
    rules: dict[str, LayoutRule]

    def get(self, rule: str) -> LayoutRule | None:
        """The rule with this id, None if the set is silent about it."""
        return self.rules.get(rule)

    def low(self, rule: str, otherwise: float) -> float:
        """The lowest number that a rule accepts, for writing by it."""
        found = self.rules.get(rule)
        return otherwise if found is None else found.bounds[0]

    def flag(self, rule: str, otherwise: bool) -> bool:
        """A yes-or-no rule's value, for writing by it."""
        found = self.rules.get(rule)
        return otherwise if found is None else bool(found.value)


@lru_cache(maxsize=16)
def load_rules(name: str | Path = "HD05") -> RuleSet:
    """A rule set by its name or by the path of a TOML file.

    Raises RuleSetError with all mistakes at once, in Vietnamese.
    """
    path = HERE / BUILT_IN[str(name).upper()] if str(name).upper() in BUILT_IN else Path(name)
    return _load(path, ())


def _load(path: Path, above: tuple[Path, ...]) -> RuleSet:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError as problem:
        known = ", ".join(sorted(set(BUILT_IN) - {"NĐ30"}))
        raise RuleSetError(
            path, [f"không có bộ quy tắc này; dùng {known} hoặc đường dẫn tới một tệp .toml"]
        ) from problem
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise RuleSetError(
            path, [f"không đọc được dạng TOML ({problem}); sửa đúng dòng đó rồi thử lại"]
        ) from problem
    mistakes: list[str] = []
    base = _base(data.get("extends"), path, above, mistakes)
    mistakes += [f"khóa lạ “{key}”; bỏ đi hoặc sửa tên" for key in data if key not in _TOP]
    if data.get("schema") != 1:
        mistakes.append("thiếu “schema = 1” ở đầu tệp")
    for key in ("id", "name"):
        if not isinstance(data.get(key), str) or not data.get(key):
            mistakes.append(f"thiếu “{key}”; ghi tên của bộ quy tắc trong dấu ngoặc kép")
    family = data.get("family", base.family if base else "party")
    if family not in ("party", "state"):
        mistakes.append("“family” phải là “party” (Đảng) hoặc “state” (Nhà nước)")
    rules = _rules(data, base, mistakes)
    if mistakes:
        raise RuleSetError(path, mistakes)
    return RuleSet(data["id"], data["name"], family, rules)


def _base(name: Any, path: Path, above: tuple[Path, ...], mistakes: list[str]) -> RuleSet | None:
    if name is None:
        return None
    built_in = BUILT_IN.get(str(name).upper())
    target = HERE / built_in if built_in else path.parent / str(name)
    if target.resolve() in above or target.resolve() == path.resolve():
        mistakes.append(f"“extends = {name}” quay vòng về chính tệp này; chọn bộ gốc khác")
        return None
    try:
        return _load(target, (*above, path.resolve()))
    except RuleSetError as problem:
        mistakes.append(f"“extends = {name}”: {problem.mistakes[0]}")
        return None


def _rules(
    data: dict[str, Any], base: RuleSet | None, mistakes: list[str]
) -> dict[str, LayoutRule]:
    forms = known_rules()
    rules = dict(base.rules) if base else {}
    table = data.get("rules", {})
    if not isinstance(table, dict):
        mistakes.append('“rules” phải là bảng: mỗi quy tắc một mục [rules."phần.thuộc_tính"]')
        return rules
    for name, record in table.items():
        place = f'[rules."{name}"]'
        if name not in forms:
            near = [known for known in forms if known.split(".")[0] == name.split(".")[0]]
            hint = ", ".join(near[:6]) or f"xem lệnh “{typed('word kinds --rules')}”"
            mistakes.append(f"{place}: không có quy tắc này; các tên gần đúng: {hint}")
            continue
        if not isinstance(record, dict):
            mistakes.append(f"{place}: phải là một mục có value, source, confidence")
            continue
        found = len(mistakes)
        _look_at_record(place, record, forms[name], rules.get(name), mistakes)
        if len(mistakes) > found:
            continue
        if record.get("off"):
            rules.pop(name, None)
        else:
            rules[name] = _rule(name, record, rules.get(name), data)
    return rules


def _look_at_record(
    place: str, record: dict[str, Any], form: str, known: LayoutRule | None, mistakes: list[str]
) -> None:
    mistakes += [
        f"{place}: khóa lạ “{key}”; chỉ dùng {', '.join(sorted(_KEYS))}"
        for key in record
        if key not in _KEYS
    ]
    if record.get("off"):
        return
    if "value" not in record and known is None:
        mistakes.append(f"{place}: thiếu “value”")
    if "value" in record and not _fits(record["value"], form):
        mistakes.append(f"{place}: “value” phải là {_FORMS_VI[form]}")
    if record.get("severity", "error") not in ("error", "warning"):
        mistakes.append(f"{place}: “severity” phải là “error” (lỗi) hoặc “warning” (lưu ý)")
    confidence = record.get("confidence", known.confidence if known else None)
    if confidence not in CONFIDENCES:
        mistakes.append(f"{place}: “confidence” phải là một trong {', '.join(CONFIDENCES)}")
    if not isinstance(record.get("tolerance", 0), int | float) or record.get("tolerance", 0) < 0:
        mistakes.append(f"{place}: “tolerance” phải là số không âm")
    for key in ("source", "fix", "unit"):
        if not isinstance(record.get(key, ""), str):
            mistakes.append(f"{place}: “{key}” phải là chữ trong dấu ngoặc kép")


_FORMS_VI = {
    "flag": "true hoặc false",
    "number": "một số, hoặc hai số [nhỏ nhất, lớn nhất]",
    "pair": "hai số [rộng, cao]",
    "text": "chữ trong dấu ngoặc kép",
    "list": 'danh sách chữ ["...", "..."]',
}


def _fits(value: Any, form: str) -> bool:
    def is_number(item: Any) -> bool:
        return isinstance(item, int | float) and not isinstance(item, bool) and abs(item) < 1e5

    pair = isinstance(value, list) and len(value) == 2 and all(map(is_number, value))
    return {
        "flag": isinstance(value, bool),
        "number": is_number(value) or (pair and value[0] <= value[1]),
        "pair": pair,
        "text": isinstance(value, str) and bool(value),
        "list": isinstance(value, list) and all(isinstance(item, str) for item in value),
    }[form]


def _rule(
    name: str, record: dict[str, Any], known: LayoutRule | None, data: dict[str, Any]
) -> LayoutRule:
    source = str(record.get("source") or (known.source if known else data.get("source", "")))
    unit = str(record.get("unit", known.unit if known else ""))
    if known is None:
        known = LayoutRule(name, True, unit, _TOLERANCES.get(unit, 0.0), Severity.ERROR, "", "D")
    value = record.get("value", known.value)
    changed = replace(
        known,
        value=tuple(value) if isinstance(value, list) else value,
        unit=unit,
        tolerance=float(record.get("tolerance", known.tolerance)),
        severity=Severity(record.get("severity", known.severity)),
        source=source,
        confidence=str(record.get("confidence", known.confidence)),
        fix=str(record.get("fix", known.fix)),
    )
    return changed if changed.confirmed else replace(changed, severity=Severity.WARNING)
