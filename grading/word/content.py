"""Facts found in a document's text: meeting time and place, people, papers, numbers, votes."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, field
from datetime import date, time
from typing import Any

from grading.word.dates import FoundDate, FoundHour, find_dates, find_hours
from grading.word.money import find_money, number
from grading.word.parts import Parts
from grading.word.text import canon, fold, is_caps

_BODIES = ("ban thuong vu", "ban chap hanh", "thuong truc", "chi bo", "uy ban nhan dan")
_COMRADE = re.compile(r"\b(?:đồng chí|đ/c|ông|bà)\s+", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:dia diem\s*:\s*(?:tai\s+)?|\btai\s+(?=phong|hoi truong|tru so|nha van hoa|nha|diem cau))"
    r"([^.;:\n]{4,110})"
)
_PLACE_END = re.compile(
    r",? (?:do|de|voi|co mat|gom|duoi|dong chi|vao|luc|hoi|ban thuong vu|ngay)\b"
)
_SHARE = re.compile(r"\b(\d{1,3}) ?/ ?(\d{1,3})\b(?! ?/)")
_PAPER = re.compile(r"\b\d{1,4}-[A-ZĐ][A-Za-zĐđ]*/[A-ZĐ]+\b")
_QUANTITY = re.compile(
    r"(?<![\d./,])(\d{1,3}(?:\.\d{3})+|\d+(?:,\d+)?)"
    r" (?!thang|nam|gio|phut|dong\b)([a-z]+)(?: ([a-z]+))?"
)
_POSTS = ("truong", "pho", "chi", "bi", "chu", "chanh", "uy", "giam", "thu", "dai", "can")
_STARTS = re.compile(
    r"thoi gian|\bhoi\b|\bluc\b|khai mac|bat dau|to chuc|tien hanh|du hop|du hoi nghi"
)
_ENDS = re.compile(r"ket thuc|be mac|truoc \d|cham nhat|hoan thanh")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, the one or two words after it (folded) and the paragraph it stands in."""

    value: float
    unit: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Content:
    """Facts of one document, None or "" where it does not tell; `spots`: fact -> paragraph."""

    issued: date | None = None
    meeting_day: date | None = None
    meeting_hour: time | None = None
    place: str = ""
    body: str = ""
    chair: str = ""
    people: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    shares: tuple[tuple[int, int], ...] = ()
    money: tuple[int, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    special: bool = False
    spots: dict[str, int] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        """A plain record for JSON; `from_dict` reads it back."""
        record = asdict(self)
        for key in ("issued", "meeting_day", "meeting_hour"):
            record[key] = record[key].isoformat() if record[key] else None
        return record

    @classmethod
    def from_dict(cls, record: dict[str, Any]) -> Content:
        """Reads what `to_dict` wrote."""
        fields = dict(record)
        for key, read in (("issued", date), ("meeting_day", date), ("meeting_hour", time)):
            fields[key] = read.fromisoformat(fields[key]) if fields[key] else None
        fields["shares"] = tuple(tuple(pair) for pair in fields["shares"])
        fields["quantities"] = tuple(Quantity(**item) for item in fields["quantities"])
        for key in ("people", "papers", "money"):
            fields[key] = tuple(fields[key])
        return cls(**fields)


@dataclass(frozen=True, slots=True)
class _Text:
    index: int
    canon: str
    folded: str
    dates: list[FoundDate]
    hours: list[FoundHour]


def find_content(parts: Parts) -> Content:
    """All facts that the document's text tells."""
    texts = _texts(parts)
    issued = _issued(parts)
    spots: dict[str, int] = {}
    day, hour = _meeting(texts, issued, spots)
    joined = "\n".join(text.folded for text in texts)
    return Content(
        issued=issued,
        meeting_day=day,
        meeting_hour=hour,
        place=_place(texts, spots),
        body=next((b for b in _in_order(joined, _BODIES)), ""),
        chair=_chair(texts, spots),
        people=_unique(name for text in texts for name in names_in(text.canon)),
        papers=_unique(p for text in texts for p in _PAPER.findall(text.canon)),
        shares=tuple((int(a), int(b)) for t in texts for a, b in _SHARE.findall(t.folded)
                     if int(b) > 0 and int(a) <= int(b) and int(b) > 4),
        money=tuple(amount.value for text in texts for amount in find_money(text.folded)),
        quantities=tuple(q for text in texts for q in _quantities(text)),
        special=bool(re.search(r"dot xuat|bat thuong|truong hop dac biet|khan cap", joined)),
        spots=spots,
    )  # fmt: skip


def names_in(text: str) -> list[str]:
    """Names after "đồng chí", "ông", "bà": two to five capitalised words."""
    found = []
    for match in _COMRADE.finditer(text):
        words = []
        for word in text[match.end() :].split(" ")[:5]:
            bare = word.strip(",.;:()!?“”")
            if len(bare) < 2 or not bare[0].isupper() or is_caps(bare):
                break
            words.append(bare)
            if bare != word:
                break
        if len(words) >= 2 and fold(words[0]) not in _POSTS:
            found.append(" ".join(words))
    return found


def _texts(parts: Parts) -> list[_Text]:
    seen: dict[int, str] = {}
    for part in ("abstract", "letter_abstract", "addressee"):
        for line in parts.lines.get(part, ()):
            seen.setdefault(line.paragraph.index, line.paragraph.text)
    for paragraph in parts.body:
        seen.setdefault(paragraph.index, paragraph.text)
    texts = []
    for index, text in seen.items():
        plain = canon(text)
        folded = fold(plain)
        texts.append(_Text(index, plain, folded, find_dates(folded), find_hours(folded)))
    return texts


def _issued(parts: Parts) -> date | None:
    line = parts.first("date")
    dates = find_dates(line.folded) if line else []
    return dates[0].when if dates else None


def _meeting(
    texts: list[_Text], issued: date | None, spots: dict[str, int]
) -> tuple[date | None, time | None]:
    scored = []
    for position, text in enumerate(texts):
        hours = [h for h in text.hours if h.when is not None]
        if not hours and not text.dates:
            continue
        score = 3 * bool(_STARTS.search(text.folded)) - 4 * bool(_ENDS.search(text.folded))
        score += 2 * bool(hours) + bool(text.dates)
        scored.append((-score, position))
    day: date | None = None
    hour: time | None = None
    for _, position in sorted(scored):
        text = texts[position]
        if hour is None and _STARTS.search(text.folded) and not _is_end(text):
            hour = next((h.when for h in text.hours if h.when), None)
            if hour is not None:
                spots["meeting_hour"] = text.index
        if day is None:
            day = _day(text.dates, issued)
            if day is not None:
                spots["meeting_day"] = text.index
    return day, hour


def _is_end(text: _Text) -> bool:
    ends, starts = _ENDS.search(text.folded), _STARTS.search(text.folded)
    return bool(ends and starts and ends.start() < starts.start())


def _day(dates: list[FoundDate], issued: date | None) -> date | None:
    for found in dates:
        if found.when is not None:
            return found.when
        if found.year == 0 and issued is not None:
            try:
                return date(issued.year, found.month, found.day)
            except ValueError:
                continue
    return None


def _place(texts: list[_Text], spots: dict[str, int]) -> str:
    for text in texts:
        match = _PLACE.search(text.folded)
        if match is None:
            continue
        found = text.canon if len(text.canon) == len(text.folded) else text.folded
        end = _PLACE_END.search(match.group(1))
        stop = match.start(1) + end.start() if end else match.end(1)
        spots["place"] = text.index
        return found[match.start(1) : stop].strip(" ,")
    return ""


def _chair(texts: list[_Text], spots: dict[str, int]) -> str:
    for text in texts:
        at = text.folded.find("chu tri")
        if at < 0:
            at = text.folded.find("chu toa")
        if at < 0:
            continue
        after, before = names_in(text.canon[at:]), names_in(text.canon[:at])
        if after or before:
            spots["chair"] = text.index
            return (after or before[-1:])[0]
    return ""


def _quantities(text: _Text) -> list[Quantity]:
    found = []
    for digits, one, two in _QUANTITY.findall(text.folded):
        unit = f"{one} {two}".strip()
        found.append(Quantity(number(digits), unit, text.index))
    return found


def _in_order(text: str, words: tuple[str, ...]) -> list[str]:
    found = [(text.find(word), word) for word in words if word in text]
    return [word for _, word in sorted(found)]


def _unique(items: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(items))
