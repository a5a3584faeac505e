"""What lesson 2.7 lets one try: numbers through the term, and the road each paper takes."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from course.part_ii.sorter import Sorter
from course.part_ii_records import cards, numbering, numbering_data, paths
from course.part_ii_records.numbering import NumberingDesk
from course.progress import Progress
from course.quiz import sources


def within(widget: Any) -> list[Any]:
    below = [deep for child in getattr(widget, "children", ()) for deep in within(child)]
    return [widget, *below]


def read(widget: Any) -> str:
    return " ".join(one.value for one in within(widget) if isinstance(one, widgets.HTML))


def fields(desk: NumberingDesk) -> list[widgets.BoundedIntText]:
    return [one for one in within(desk.widget) if isinstance(one, widgets.BoundedIntText)]


def test_numbers_run_through_the_new_year_and_start_again_with_a_new_term() -> None:
    assert [symbol for _, symbol in numbering_data.symbols().values()] == [
        "Số 12-TB/ĐU",
        "Số 07-KH/ĐU",
        "Số 13-TB/ĐU",
        "Số 08-KH/ĐU",
        "Số 09-KH/ĐU",
        "Số 03-NQ/ĐU",
        "Số 01-TB/ĐU",
    ]


def test_papers_come_in_the_order_of_their_days() -> None:
    days = [paper.day for paper in numbering_data.load().paper]

    assert days == sorted(days)


@pytest.mark.parametrize("paper", numbering_data.load().paper, ids=lambda paper: paper.id)
def test_a_slip_is_a_wrong_number_and_is_told_with_its_reason(paper: numbering_data.Paper) -> None:
    assert paper.slip
    for slip in paper.slip:
        assert slip.number != numbering_data.symbols()[paper.id][0]
        assert slip.why in numbering.remark(paper, slip.number)


def test_all_right_numbers_are_told_and_are_back_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "tien_do.json"
    desk = NumberingDesk(Progress(path))
    assert "Số đúng: <strong>0/7</strong>" in read(desk.widget)

    for field, (number, _) in zip(fields(desk), numbering_data.symbols().values(), strict=True):
        field.value = number

    assert "Số đúng: <strong>7/7</strong>" in read(desk.widget)
    assert "Số đúng: <strong>7/7</strong>" in read(NumberingDesk(Progress(path)).widget)


def test_one_can_clear_the_numbers_and_what_is_kept_wrongly_is_passed_over(tmp_path: Path) -> None:
    own = Progress(tmp_path / "tien_do.json")
    own.keep_draft(numbering.KEY, answer={"tb-cuoi-nam": "12", "nq": "nhiều", "kh-mat": "500"})
    desk = NumberingDesk(own)
    assert "Số đúng: <strong>1/7</strong>" in read(desk.widget)

    next(one for one in within(desk.widget) if isinstance(one, widgets.Button)).click()

    assert {field.value for field in fields(desk)} == {0}


def test_each_deck_has_homes_reasons_and_sources_that_exist() -> None:
    for name in ("networks", "petitions"):
        deck = cards.load(name)
        assert {card.home for card in deck.card} == {home.id for home in deck.home}
        for card in deck.card:
            assert [sources.problem(one) for one in card.source] == [None] * len(card.source)


def test_a_paper_sent_on_the_wrong_network_is_told_with_the_right_one(tmp_path: Path) -> None:
    sorter = Sorter(Progress(tmp_path / "tien_do.json"), cards.load("networks"))
    first = next(
        one for one in within(sorter.widget) if getattr(one, "description", "")[:5] == "Đường"
    )
    first.click()

    assert "Chưa đúng" in read(sorter.widget)
    assert "Hệ thống gửi nhận văn bản" in read(sorter.widget)


def test_the_pictures_have_words_for_those_who_do_not_see_them() -> None:
    assert "Hàng dưới, văn bản đến" in paths.out_and_in()
    assert "phân loại theo nội dung" in paths.petition()


def test_no_petition_is_what_its_title_says() -> None:
    deck = cards.load("petitions")

    assert [card.id for card in deck.card if deck.title(card.home).upper() in card.head] == []


def test_petitions_read_by_their_content_are_all_right(tmp_path: Path) -> None:
    deck = cards.load("petitions")
    sorter = Sorter(Progress(tmp_path / "tien_do.json"), deck)
    buttons = {
        one.description: one for one in within(sorter.widget) if isinstance(one, widgets.Button)
    }

    for card in deck.card:
        buttons[deck.title(card.home)].click()
        buttons["Thẻ tiếp theo"].click()

    assert "Đúng: <strong>5/5</strong>" in read(sorter.widget)


@pytest.mark.parametrize(
    "picture", [paths.out_and_in(), paths.petition()], ids=["papers", "letter"]
)
def test_no_box_of_a_picture_is_cut_at_its_edge(picture: str) -> None:
    found = re.search(r'viewBox="0 0 (\d+)', picture)
    assert found
    boxes = re.findall(r'<rect x="(\d+)" y="\d+" width="(\d+)"', picture)

    assert boxes
    assert max(int(left) + int(width) for left, width in boxes) < int(found[1])
