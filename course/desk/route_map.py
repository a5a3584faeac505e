"""A sketch of the commune: villages where they lie, roads, the way of each delegation, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from course.desk.routes import Route
from course.look import Html, palette, text
from office_sim.roads import Road, Village
from office_sim.visits import VisitSpec

WIDTH = 560
_MARGIN = (70, 40)
_LANE = 5
# Told apart by hue, by dashes and by the number of the delegation on each stop.
LINES = (("#1d4f7c", ""), ("#b3470b", "9 4"), ("#1a6b3c", "2 4"), ("#7a2e8e", "12 4 2 4"))
Spot = tuple[float, float]


@dataclass(frozen=True)
class _Paper:
    """Where the villages come to lie on the drawing."""

    spots: dict[str, Spot]
    height: int

    @classmethod
    def of(cls, villages: Sequence[Village]) -> _Paper:
        east = [one.spot[0] for one in villages]
        north = [one.spot[1] for one in villages]
        side, top = _MARGIN
        scale = (WIDTH - 2 * side) / ((max(east) - min(east)) or 1)
        spots = {
            one.id: (
                side + (one.spot[0] - min(east)) * scale,
                top + (max(north) - one.spot[1]) * scale,
            )
            for one in villages
        }
        return cls(spots, round(2 * top + (max(north) - min(north)) * scale) + 20)


def route_map(spec: VisitSpec, routes: Sequence[Route], closed: frozenset[str], alt: str) -> Html:
    """The sketch; `alt` tells it in words to those who do not see it."""
    paper = _Paper.of(spec.villages)
    shapes = [
        *(_road(paper, road, closed=road.id in closed) for road in spec.roads),
        *(_way(paper, at, route) for at, route in enumerate(routes)),
        *(_minutes(paper, road, closed=road.id in closed) for road in spec.roads),
        *(_village(paper, one, one.id == spec.centre) for one in spec.villages),
        *_stops(paper, spec, routes),
    ]
    return Html(
        f'<svg class="vp-desk-map" viewBox="0 0 {WIDTH} {paper.height}" role="img" '
        f'aria-label="{text(alt)}">{"".join(shapes)}</svg>'
    )


def _road(paper: _Paper, road: Road, *, closed: bool) -> str:
    (x1, y1), (x2, y2) = paper.spots[road.start], paper.spots[road.end]
    hue = palette()["bad-ink"] if closed else palette()["line"]
    dashes = ' stroke-dasharray="3 10"' if closed else ""
    return (
        f'<g><title>{text(road.title)}</title><line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" '
        f'y2="{y2:.0f}" stroke="{hue}" stroke-width="7" stroke-linecap="round"{dashes}/></g>'
    )


def _minutes(paper: _Paper, road: Road, *, closed: bool) -> str:
    """How long the road takes, at its middle; on a closed one that it is closed."""
    (x1, y1), (x2, y2) = paper.spots[road.start], paper.spots[road.end]
    words = "✕ đang đóng" if closed else f"{road.minutes}′"
    ink = palette()["bad-ink"] if closed else palette()["soft-ink"]
    return _words(((x1 + x2) / 2, (y1 + y2) / 2 + 4), words, ink, 12)


def _way(paper: _Paper, at: int, route: Route) -> str:
    """The roads of one delegation, each once, in a lane of its own beside the road's middle."""
    hue, dashes = LINES[at % len(LINES)]
    stroke = f'stroke="{hue}" stroke-width="3" stroke-dasharray="{dashes}" fill="none"'
    lines = []
    for road in dict.fromkeys(route.legs):
        (x1, y1), (x2, y2) = paper.spots[road.start], paper.spots[road.end]
        length = hypot(x2 - x1, y2 - y1) or 1
        lane = (at - (len(LINES) - 1) / 2) * _LANE
        dx, dy = -(y2 - y1) / length * lane, (x2 - x1) / length * lane
        lines.append(
            f'<line x1="{x1 + dx:.1f}" y1="{y1 + dy:.1f}" x2="{x2 + dx:.1f}" y2="{y2 + dy:.1f}" '
            f"{stroke}/>"
        )
    return f"<g><title>{text(route.delegation.title)}</title>{''.join(lines)}</g>"


def _village(paper: _Paper, village: Village, centre: bool) -> str:
    x, y = paper.spots[village.id]
    size, fill = (9, palette()["main-dark"]) if centre else (7, palette()["paper"])
    name = f"{village.title} (trụ sở)" if centre else village.title
    return (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size}" fill="{fill}" '
        f'stroke="{palette()["main-dark"]}" stroke-width="2"/>'
        f"{_words((x, y + 24), name, palette()['ink'], 13)}"
    )


def _stops(paper: _Paper, spec: VisitSpec, routes: Sequence[Route]) -> list[str]:
    """Above each village the stops there: number of the delegation and number of the stop."""
    there: dict[str, list[tuple[str, str]]] = {one.id: [] for one in spec.villages}
    for at, route in enumerate(routes):
        for call in route.calls:
            badge = (f"{at + 1}.{call.number}", LINES[at % len(LINES)][0])
            there[call.stop.family.village].append(badge)
    return [_badges(paper.spots[place], found) for place, found in there.items() if found]


def _badges(spot: Spot, found: Sequence[tuple[str, str]]) -> str:
    x, y = spot
    width, per_row = 26, 4
    shapes = []
    for at, (words, hue) in enumerate(found):
        row, column = divmod(at, per_row)
        in_row = min(per_row, len(found) - row * per_row)
        left = x - in_row * width / 2 + column * width
        top = y - 28 - 19 * row
        shapes.append(
            f'<rect x="{left + 1:.1f}" y="{top:.1f}" width="{width - 2}" height="17" rx="4" '
            f'fill="{hue}"/><text x="{left + width / 2:.1f}" y="{top + 12.5:.1f}" '
            f'text-anchor="middle" font-size="11.5" font-weight="600" fill="#ffffff">{words}</text>'
        )
    return "".join(shapes)


def _words(place: Spot, words: str, ink: str, size: int) -> str:
    return (
        f'<text x="{place[0]:.0f}" y="{place[1]:.0f}" text-anchor="middle" font-size="{size}" '
        f'fill="{ink}" stroke="#ffffff" stroke-width="4" paint-order="stroke">{text(words)}</text>'
    )
