"""A sketch of the commune: villages where they lie, roads, the way of each delegation, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot

from course.desk.map_labels import Box, Sheet, Spot, along, beside, text_size
from course.desk.routes import Route
from course.look import Html, palette, text
from office_sim.roads import Road, Village
from office_sim.visits import VisitSpec

WIDTH = 560
_MARGIN = (70, 52)
_LANE = 5
Badge = tuple[str, str]
"""A stop: number of the delegation and of the stop in one, and its colour."""
_SIGN = 11  # from the middle of a village's sign to where a label may begin
_BADGE, _PER_ROW = (27, 19), 4
# Told apart by hue, by dashes and by the number of the delegation on each stop.
LINES = (("#1d4f7c", ""), ("#b3470b", "9 4"), ("#1a6b3c", "2 4"), ("#7a2e8e", "12 4 2 4"))


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
        return cls(spots, round(2 * top + (max(north) - min(north)) * scale))


def route_map(spec: VisitSpec, routes: Sequence[Route], closed: frozenset[str], alt: str) -> Html:
    """The sketch; `alt` tells it in words to those who do not see it."""
    paper = _Paper.of(spec.villages)
    labels = lay_out(spec, stops_on_map(spec, routes), closed)
    shapes = [
        *(_road(paper, road, closed=road.id in closed) for road in spec.roads),
        *(_way(paper, at, route) for at, route in enumerate(routes)),
        *(_leader(paper.spots[one.at], one.box) for one in labels if one.at in paper.spots),
        *(_village(paper, one, one.id == spec.centre) for one in spec.villages),
        *(shape for one in labels for shape in one.shapes()),
    ]
    return Html(
        f'<svg class="vp-desk-map" viewBox="0 0 {WIDTH} {paper.height}" role="img" '
        f'aria-label="{text(alt)}">{"".join(shapes)}</svg>'
    )


@dataclass(frozen=True)
class Label:
    """Words, or the numbers of stops, and the place that was found for them.

    `at` is the village that they belong to, or the road.
    """

    at: str
    box: Box
    words: str = ""
    ink: str = ""
    size: int = 0
    stops: tuple[Badge, ...] = ()

    def shapes(self) -> list[str]:
        """The label as SVG."""
        if self.stops:
            return list(_badges(self.box, self.stops))
        x, y = self.box.middle
        return [_words((x, y + 0.35 * self.size), self.words, self.ink, self.size)]


def lay_out(
    spec: VisitSpec, stops: Mapping[str, Sequence[Badge]], closed: frozenset[str]
) -> list[Label]:
    """Every label of the sketch at a place of its own: names, stops, minutes on the roads."""
    paper = _Paper.of(spec.villages)
    sheet = Sheet(WIDTH, paper.height)
    sheet.taken += [Box.round(spot, 2 * _SIGN, 2 * _SIGN) for spot in paper.spots.values()]
    for road in spec.roads:
        sheet.draw_line(paper.spots[road.start], paper.spots[road.end])
    labels = []
    for village in spec.villages:
        spot, own = paper.spots[village.id], tuple(stops.get(village.id, ()))
        if own:
            box = sheet.place(beside(spot, _SIGN, _size_of(own), "above"))
            labels.append(Label(village.id, box, stops=own))
        name = f"{village.title} (trụ sở)" if village.id == spec.centre else village.title
        box = sheet.place(beside(spot, _SIGN, text_size(name, 13), "below"))
        labels.append(Label(village.id, box, name, palette()["ink"], 13))
    for road in spec.roads:
        shut = road.id in closed
        words = "✕ đang đóng" if shut else f"{road.minutes}′"
        ends = paper.spots[road.start], paper.spots[road.end]
        box = sheet.place(along(*ends, text_size(words, 12)), on_line=True)
        ink = palette()["bad-ink"] if shut else palette()["soft-ink"]
        labels.append(Label(road.id, box, words, ink, 12))
    return labels


def _road(paper: _Paper, road: Road, *, closed: bool) -> str:
    (x1, y1), (x2, y2) = paper.spots[road.start], paper.spots[road.end]
    hue = palette()["bad-ink"] if closed else palette()["line"]
    dashes = ' stroke-dasharray="3 10"' if closed else ""
    return (
        f'<g><title>{text(road.title)}</title><line x1="{x1:.0f}" y1="{y1:.0f}" x2="{x2:.0f}" '
        f'y2="{y2:.0f}" stroke="{hue}" stroke-width="7" stroke-linecap="round"{dashes}/></g>'
    )


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
    return (
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{size}" fill="{fill}" '
        f'stroke="{palette()["main-dark"]}" stroke-width="2"/>'
    )


def _leader(spot: Spot, box: Box) -> str:
    """A thin line from a village to a label that had to be put away from it."""
    x = min(max(spot[0], box.left), box.left + box.width)
    y = min(max(spot[1], box.top), box.top + box.height)
    if hypot(x - spot[0], y - spot[1]) < 2 * _SIGN:
        return ""
    return (
        f'<line x1="{spot[0]:.0f}" y1="{spot[1]:.0f}" x2="{x:.0f}" y2="{y:.0f}" '
        f'stroke="{palette()["soft-ink"]}" stroke-width="1"/>'
    )


def stops_on_map(spec: VisitSpec, routes: Sequence[Route]) -> dict[str, list[Badge]]:
    """Village -> the stops there."""
    there: dict[str, list[Badge]] = {one.id: [] for one in spec.villages}
    for at, route in enumerate(routes):
        for call in route.calls:
            badge = (f"{at + 1}.{call.number}", LINES[at % len(LINES)][0])
            there[call.stop.family.village].append(badge)
    return there


def _size_of(stops: Sequence[Badge]) -> tuple[float, float]:
    rows = -(-len(stops) // _PER_ROW)
    return (min(len(stops), _PER_ROW) * _BADGE[0], rows * _BADGE[1])


def _badges(box: Box, stops: Sequence[Badge]) -> Iterator[str]:
    width, height = _BADGE
    for at, (words, hue) in enumerate(stops):
        row, column = divmod(at, _PER_ROW)
        left, top = box.left + column * width, box.top + row * height
        yield (
            f'<rect x="{left + 1:.1f}" y="{top + 1:.1f}" width="{width - 2}" '
            f'height="{height - 2}" rx="4" fill="{hue}"/>'
            f'<text x="{left + width / 2:.1f}" y="{top + height - 5.5:.1f}" '
            f'text-anchor="middle" font-size="11.5" font-weight="600" fill="#ffffff">{words}</text>'
        )


def _words(place: Spot, words: str, ink: str, size: int) -> str:
    return (
        f'<text x="{place[0]:.0f}" y="{place[1]:.0f}" text-anchor="middle" font-size="{size}" '
        f'fill="{ink}" stroke="#ffffff" stroke-width="4" paint-order="stroke">{text(words)}</text>'
    )
