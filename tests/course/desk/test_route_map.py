"""On the sketch of the visits nothing covers anything else, whatever the timetable says."""

import random
from itertools import combinations

import pytest

from course.desk.map_labels import Box, Sheet, along, beside, text_size
from course.desk.route_map import WIDTH, lay_out
from scenarios.case import load_case


@pytest.mark.parametrize("seed", range(25))
def test_names_stops_minutes_and_villages_lie_apart(seed: int) -> None:
    spec = load_case("tham_27_7").world.visits
    assert spec is not None
    chance = random.Random(seed)
    favourites = chance.sample([one.id for one in spec.villages], chance.randint(1, 12))
    stops: dict[str, list[tuple[str, str]]] = {}
    for number in range(chance.randint(0, 24)):
        stops.setdefault(chance.choice(favourites), []).append((f"1.{number}", "#000000"))
    closed = frozenset(one.id for one in spec.roads if chance.random() < 0.2)
    labels = lay_out(spec, stops, closed)
    for one, other in combinations([label.box for label in labels], 2):
        assert one.shared(other) == 0, (seed, one, other)
    assert all(box.left >= 0 and box.left + box.width <= WIDTH for box in (o.box for o in labels))
    told = [label.words for label in labels if label.words]
    assert len(told) == len(spec.villages) + len(spec.roads)
    assert sum("đang đóng" in words for words in told) == len(closed)
    assert sum(len(label.stops) for label in labels) == sum(map(len, stops.values()))


def test_a_label_gives_way_to_what_is_there_and_stays_off_the_roads() -> None:
    sheet = Sheet(200, 200)
    sheet.draw_line((100, 100), (100, 190))
    size = text_size("Nà Lạn", 13)
    name = sheet.place(beside((100, 100), 11, size, "below"))
    assert not name.holds((100, name.middle[1])), "below lies the road"
    sheet = Sheet(200, 200)
    sheet.taken.append(Box.round((100, 100), 30, 30))
    minutes = sheet.place(along((20, 100), (180, 100), text_size("12′", 12)), on_line=True)
    assert minutes.middle[1] == 100
    assert minutes.shared(sheet.taken[0]) == 0


def test_a_sheet_without_any_place_says_so() -> None:
    with pytest.raises(ValueError, match="no place"):
        Sheet(10, 10).place([])
