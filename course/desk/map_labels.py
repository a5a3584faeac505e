"""Where words and signs come to lie on a map so that none covers another; pixels of the drawing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import ceil, hypot

Spot = tuple[float, float]
_GAP, _EDGE = 2, 4
_STEPS = (0, 5, 11, 18, 26, 36, 48, 62, 80, 100)
"""How much farther from its village a label is tried each time."""
_COVERED, _CROSSED = 100.0, 4.0
"""What an area covered costs, and a point of a road, against one step of distance."""
_SIDES = {
    "below": (0, 1), "right": (1, 0), "left": (-1, 0), "above": (0, -1),
    "below right": (1, 1), "below left": (-1, 1), "above right": (1, -1), "above left": (-1, -1),
}  # fmt: skip
_ALONG = (0.5, 0.44, 0.56, 0.38, 0.62, 0.32, 0.68, 0.26, 0.74, 0.2, 0.8)
_ASIDE = (0, 16, -16, 26, -26, 40, -40)


@dataclass(frozen=True)
class Box:
    """A rectangle that something drawn takes up."""

    left: float
    top: float
    width: float
    height: float

    @classmethod
    def round(cls, spot: Spot, width: float, height: float) -> Box:
        """The rectangle with its middle at the spot."""
        return cls(spot[0] - width / 2, spot[1] - height / 2, width, height)

    @property
    def middle(self) -> Spot:
        """Its middle."""
        return (self.left + self.width / 2, self.top + self.height / 2)

    def shared(self, other: Box, gap: float = 0) -> float:
        """The area that both take up; `gap` is how far apart they should at least be."""
        wide = min(self.left + self.width, other.left + other.width) + gap
        high = min(self.top + self.height, other.top + other.height) + gap
        wide -= max(self.left, other.left)
        high -= max(self.top, other.top)
        return max(wide, 0) * max(high, 0)

    def holds(self, spot: Spot) -> bool:
        """Whether the spot lies in it."""
        inside = self.left <= spot[0] <= self.left + self.width
        return inside and self.top <= spot[1] <= self.top + self.height


@dataclass
class Sheet:
    """A drawing that fills up: `taken` are the places in use, `lines` the roads, point by point."""

    width: float
    height: float
    taken: list[Box] = field(default_factory=list)
    lines: list[Spot] = field(default_factory=list)

    def draw_line(self, start: Spot, end: Spot) -> None:
        """Remember a road: a label lies on it only where there is no better place."""
        count = ceil(hypot(end[0] - start[0], end[1] - start[1]) / 6) or 1
        east, south = (end[0] - start[0]) / count, (end[1] - start[1]) / count
        self.lines += [(start[0] + east * at, start[1] + south * at) for at in range(count + 1)]

    def place(self, tried: Iterable[tuple[float, Box]], *, on_line: bool = False) -> Box:
        """Take the best of the places, each given with how far off it is.

        It is free and on the sheet if any of them is; then near, and off the roads unless it may
        lie `on_line`. Changes `taken`. Raises ValueError if there is no place to try.
        """
        best, least = None, float("inf")
        for far, box in tried:
            cost = far + _COVERED * self._covered(box)
            if cost < least and not on_line:  # not reckoned for places that are lost already
                cost += _CROSSED * sum(map(box.holds, self.lines))
            if cost < least:
                best, least = box, cost
        if best is None:
            raise ValueError("no place was given to try")
        self.taken.append(best)
        return best

    def _covered(self, box: Box) -> float:
        """The area of the box that is taken already, or beyond the edge; 0 only if none is."""
        inside = (
            box.left >= _EDGE
            and box.top >= _EDGE
            and box.left + box.width <= self.width - _EDGE
            and box.top + box.height <= self.height - _EDGE
        )
        area = sum(box.shared(other, _GAP) for other in self.taken)
        return area + (not inside) * box.width * box.height + bool(area)


def beside(
    spot: Spot, radius: float, size: tuple[float, float], first: str
) -> Iterator[tuple[float, Box]]:
    """Places for a label round a village, with how far off each is; rather on side `first`."""
    width, height = size
    sides = [_SIDES[first], *(side for name, side in _SIDES.items() if name != first)]
    for step in _STEPS:
        for rank, (east, south) in enumerate(sides):
            far = radius + step
            x = spot[0] + east * (far + width / 2)
            y = spot[1] + south * (far + height / 2)
            if east and south:  # at a corner a label may come as near as at a side
                x, y = x - east * far * 0.4, y - south * far * 0.4
            yield step + min(rank, 4), Box.round((x, y), width, height)


def along(start: Spot, end: Spot, size: tuple[float, float]) -> Iterator[tuple[float, Box]]:
    """Places for a label on a road or beside it, with how far off its middle each is."""
    (x1, y1), (x2, y2) = start, end
    length = hypot(x2 - x1, y2 - y1) or 1
    for aside in _ASIDE:
        for share in _ALONG:
            x = x1 + (x2 - x1) * share - (y2 - y1) / length * aside
            y = y1 + (y2 - y1) * share + (x2 - x1) / length * aside
            far = 2 * abs(aside) + length * abs(share - 0.5)
            yield far, Box.round((x, y), *size)


def text_size(words: str, size: float) -> tuple[float, float]:
    """About how much room words take in the kit's font at this size, rather more than less."""
    return (sum(map(_share, words)) * size + 2, size * 1.2)


def _share(letter: str) -> float:
    """How wide a letter is against the size of its font."""
    if letter in "ijl.,:;'′()[]|! ìíỉĩị":
        return 0.34
    if letter in "mwMW✕–":
        return 0.95
    return 0.72 if letter.isupper() else 0.6
