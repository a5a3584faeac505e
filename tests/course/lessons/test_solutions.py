"""What lessons 3.1 and 4.1 let one try: solutions for real limits, and a card to take home."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets as widgets

from course import coverage_map
from course.part_ii.sorter import Sorter
from course.part_ii_records import cards
from course.part_iii import five_groups, own_card
from course.part_iii.own_card import OwnCard
from course.progress import Progress
from course.quiz import sources

PACKAGE = "course.part_iii"


def within(widget: Any) -> list[Any]:
    below = [deep for child in getattr(widget, "children", ()) for deep in within(child)]
    return [widget, *below]


def read(widget: Any) -> str:
    return " ".join(one.value for one in within(widget) if isinstance(one, widgets.HTML))


def test_every_group_of_solutions_has_a_card_and_every_card_its_line_in_both_texts() -> None:
    deck = cards.load("limits", PACKAGE)

    assert {card.home for card in deck.card} == {home.id for home in deck.home}
    for card in deck.card:
        assert [sources.problem(one) for one in card.source] == [None] * len(card.source)
    real = [card for card in deck.card if card.id.startswith("hc")]
    assert len(real) == 7
    for card in real:
        assert [one[:3] for one in card.source] == ["001", "000"], card.id


def test_the_limits_matched_rightly_are_all_right_and_back_after_a_restart(tmp_path: Path) -> None:
    deck = cards.load("limits", PACKAGE)
    sorter = Sorter(Progress(tmp_path / "tien_do.json"), deck)
    buttons = {
        one.description: one for one in within(sorter.widget) if isinstance(one, widgets.Button)
    }

    for card in deck.card:
        buttons[deck.title(card.home)].click()
        buttons["Thẻ tiếp theo"].click()

    again = Sorter(Progress(tmp_path / "tien_do.json"), deck)
    assert "Đúng: <strong>8/8</strong>" in read(again.widget)


def test_the_picture_counts_the_solutions_that_the_course_text_has() -> None:
    ids = [one.id for one in coverage_map.load()]
    named = [one for one in ids if one.startswith("III.") and one.count(".") == 2]
    counted = [int(lines[1].split()[0]) for lines in five_groups._GROUPS]

    assert counted == [
        len([one for one in named if one.startswith(f"III.{number}.")]) for number in range(1, 6)
    ]
    assert "mười bảy giải pháp" in five_groups.picture()


def test_the_card_is_drawn_kept_and_back_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "tien_do.json"
    first = OwnCard(Progress(path)).widget
    assert "Thẻ còn trống" in read(first)

    _, when, will, *_ = first.children
    when.value, will.value = "điện mất <giữa> họp", "bật máy phát trong năm phút"

    again = OwnCard(Progress(path)).widget
    assert "Khi <strong>điện mất &lt;giữa&gt; họp</strong>" in read(again)
    assert "Lưu ý" not in read(again)


def test_an_example_fills_the_card_and_no_example_is_vague_or_too_long(tmp_path: Path) -> None:
    shown = OwnCard(Progress(tmp_path / "tien_do.json")).widget
    example = own_card.load().example[0]

    shown.children[0].value = example.id

    assert example.will in read(shown)
    assert [own_card.remarks(one.when, one.will) for one in own_card.load().example] == [[]] * 5


def test_fine_words_and_long_ones_are_told() -> None:
    assert "“cố gắng” nghe hay" in own_card.drawn("họp gấp", "Cố gắng chuẩn bị tốt")
    assert "không ai đọc" in own_card.drawn("họp gấp", "gọi " * 60)
