"""What a case expects of its papers: time, place, body, people, papers, numbers."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from grading.word.unreadable import RuleSetError


@dataclass(frozen=True, slots=True)
class NumberFact:
    """A number a paper must give, found before `unit` ("hộ"), within `tolerance` either way.

    One of `also` will do as well; "gia đình|hộ" is either unit.
    """

    label: str
    value: float
    unit: str
    tolerance: float = 0.0
    also: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class PointFact:
    """Something a paper must say, or must not say, by a pattern of folded text.

    `unless`, where there is one, excuses a sentence in which it is found. `why`, `source` and
    `confidence` are the rule's.
    """

    id: str
    what: str
    pattern: str
    fix: str
    why: str
    source: str
    confidence: str
    unless: str = ""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """Expected facts; an empty or None one is not looked at.

    `starts` is the meeting's (or event's) beginning and `time_tolerance` what may differ;
    `issued_from`/`issued_to` bound the date in the head, both ends in. `special` means that the
    case allows short notice ("trường hợp đặc biệt"). `attendance` is how many were present when
    the meeting was opened, and of how many.
    """

    starts: datetime | None = None
    time_tolerance: timedelta = timedelta(0)
    place: str = ""
    body: str = ""
    chair: str = ""
    people: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    numbers: tuple[NumberFact, ...] = ()
    musts: tuple[PointFact, ...] = ()
    nevers: tuple[PointFact, ...] = ()
    issued_from: date | None = None
    issued_to: date | None = None
    special: bool = False
    attendance: tuple[int, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """A plain record for JSON; `from_dict` reads it back."""
        record = asdict(self)
        for key in ("starts", "issued_from", "issued_to"):
            record[key] = record[key].isoformat() if record[key] else None
        record["time_tolerance"] = self.time_tolerance.total_seconds()
        return record

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> CaseFacts:
        """Reads what `to_dict` wrote. Raises ValueError or TypeError for anything else."""
        fields = dict(record)
        if fields.get("starts"):
            fields["starts"] = datetime.fromisoformat(fields["starts"])
        for key in ("issued_from", "issued_to"):
            if fields.get(key):
                fields[key] = date.fromisoformat(fields[key])
        fields["time_tolerance"] = timedelta(seconds=float(fields.get("time_tolerance") or 0))
        fields["people"] = tuple(fields.get("people", ()))
        fields["papers"] = tuple(fields.get("papers", ()))
        fields["numbers"] = tuple(
            NumberFact(**{**item, "also": tuple(item.get("also", ()))})
            for item in fields.get("numbers", ())
        )
        fields["attendance"] = tuple(fields.get("attendance") or ())
        for key in ("musts", "nevers"):
            fields[key] = tuple(PointFact(**item) for item in fields.get(key, ()))
        return cls(**fields)


def read_facts(path: Path) -> CaseFacts:
    """Facts from a TOML file (dates and times in TOML's own form, tolerance in minutes).

    Raises RuleSetError with a Vietnamese line that says what to mend.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise RuleSetError(
            path, [f"không đọc được ({problem}); kiểm tra lại dạng TOML"]
        ) from problem
    known = set(CaseFacts.__dataclass_fields__) | {"schema"}
    mistakes = [
        f"khóa lạ “{key}”; chỉ dùng {', '.join(sorted(known))}" for key in data if key not in known
    ]
    if mistakes:
        raise RuleSetError(path, mistakes)
    data.pop("schema", None)
    minutes = data.pop("time_tolerance", 0)
    for key, value in data.items():
        if isinstance(value, date):
            data[key] = value.isoformat()
    try:
        return CaseFacts.from_dict({**data, "time_tolerance": float(minutes) * 60})
    except (TypeError, ValueError, AttributeError) as problem:
        raise RuleSetError(path, [f"có giá trị sai dạng ({problem})"]) from problem
