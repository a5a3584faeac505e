"""What the Word checker says about one document: a finding with its very place."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from grading.findings import Finding, Status


class Severity(StrEnum):
    """How much a finding weighs: an error counts, a warning only tells."""

    ERROR = "error"
    WARNING = "warning"


SEVERITY_VI = {Severity.ERROR: "Lỗi", Severity.WARNING: "Lưu ý"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the file: `paragraph` counts from 0 in reading order, None means the whole page."""

    part: str
    paragraph: int | None
    quote: str

    @property
    def sentence(self) -> str:
        """The place in words, paragraphs counted from 1."""
        if self.paragraph is None:
            return self.part
        words = f"{self.part} (đoạn {self.paragraph + 1})"
        return f"{words}: “{self.quote}”" if self.quote else words


@dataclass(frozen=True, slots=True)
class WordFinding:
    """One thing to mend. `rule` is an id of the rule set; all sentences are Vietnamese."""

    rule: str
    severity: Severity
    what: str
    why: str
    fix: str
    source: str
    confidence: str
    places: tuple[Place, ...]

    @property
    def confirmed(self) -> bool:
        """Whether the rule behind it was confirmed; an unconfirmed one never costs a point."""
        return self.confidence not in ("C", "D")

    @property
    def where(self) -> str:
        """All places in words, at most three of them named."""
        named = "; ".join(place.sentence for place in self.places[:3])
        more = len(self.places) - 3
        return f"{named}; và {more} chỗ khác" if more > 0 else named

    def as_finding(self, criterion: str, points: float, max_points: float) -> Finding:
        """The same in the judge's common form, for a score sheet's criterion."""
        status = Status.UNMET if self.severity is Severity.ERROR else Status.PARTLY
        source = self.source if self.confirmed else f"{self.source} (cần đối chiếu bản gốc)"
        return Finding(
            criterion, status, points, max_points, self.where, self.why, self.fix, self.rule, source
        )

    def to_dict(self) -> dict[str, Any]:
        """A plain record for JSON; `from_dict` reads it back."""
        return asdict(self)

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> WordFinding:
        """Reads what `to_dict` wrote."""
        places = tuple(Place(**place) for place in record["places"])
        return cls(**{**record, "severity": Severity(record["severity"]), "places": places})
