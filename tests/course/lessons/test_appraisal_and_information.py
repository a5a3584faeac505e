"""What lesson 2.2 lets one try: two dossiers, six ways to report, the blanks of a real table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import ipywidgets as widgets
import pytest

from course import coverage, coverage_map
from course.coverage import Use
from course.part_ii import blank_table, deck, districts, dossiers, information_pictures
from course.part_ii.appraisal import Appraisal, report
from course.part_ii.sorter import Sorter
from course.progress import Progress
from course.quiz import sources

DECKS = ("retellings", "ownership")


def within(widget: Any) -> list[Any]:
    below = [deep for child in getattr(widget, "children", ()) for deep in within(child)]
    return [widget, *below]


def read(widget: Any) -> str:
    return " ".join(one.value for one in within(widget) if isinstance(one, widgets.HTML))


def right_answers(dossier: dossiers.Dossier) -> dict[str, tuple[str, str]]:
    return {one.question: ("dat" if one.sound else "chua", str(one.line)) for one in dossier.answer}


@pytest.mark.parametrize("section", ["II.1.1.b", "II.1.2"])
def test_every_point_about_appraisal_and_information_is_taught_and_asked(section: str) -> None:
    found = coverage.compute()
    wanted = {one.id for one in found.points if one.id.startswith(section)}

    assert len(wanted) == 11
    assert wanted <= found.covered(Use.TAUGHT) & found.covered(Use.ASKED)


def test_the_five_questions_are_those_of_the_course_text() -> None:
    points = coverage_map.load()

    assert [one.point in points for one in dossiers.load().question] == [True] * 5


@pytest.mark.parametrize("dossier", dossiers.load().dossier, ids=lambda one: one.id)
def test_every_dossier_answers_all_five_questions_from_its_own_lines(
    dossier: dossiers.Dossier,
) -> None:
    asked = [one.id for one in dossiers.load().question]

    assert [one.question for one in dossier.answer] == asked
    assert all(one.line <= len(dossier.lines) for one in dossier.answer)
    assert len({one.sound for one in dossier.answer}) == 2
    assert "5/5 câu khớp" in report(dossier, right_answers(dossier))


def test_the_two_dossiers_fail_different_questions() -> None:
    failed = [
        {one.question for one in dossier.answer if not one.sound}
        for dossier in dossiers.load().dossier
    ]

    assert set.union(*failed) == {one.id for one in dossiers.load().question}
    assert not set.intersection(*failed)


def test_a_right_verdict_with_the_wrong_line_does_not_count() -> None:
    dossier = dossiers.load().dossier[0]
    given = right_answers(dossier) | {"tt1": ("chua", "1")}

    told = report(dossier, given)

    assert "4/5 câu khớp" in told
    assert "dòng làm chứng chưa khớp" in told


def rows_of(appraisal: Appraisal) -> list[Any]:
    return list(appraisal.widget.children[2:7])


def fill(appraisal: Appraisal) -> None:
    answers = right_answers(appraisal.dossier).values()
    for row, (verdict, line) in zip(rows_of(appraisal), answers, strict=True):
        row.children[1].children[0].value = verdict
        row.children[1].children[1].value = line


def write(appraisal: Appraisal) -> str:
    button = next(one for one in within(appraisal.widget) if isinstance(one, widgets.Button))
    button.click()
    return read(appraisal.widget)


def test_an_appraisal_asks_for_both_fields_and_then_writes_its_report(tmp_path: Path) -> None:
    appraisal = Appraisal(Progress(tmp_path / "tien_do.json"))
    assert "Còn 5 câu hỏi chưa trả lời đủ" in write(appraisal)

    fill(appraisal)

    told = write(appraisal)
    assert "5/5 câu khớp" in told
    assert appraisal.dossier.proposal in told
    assert "Chuyên đề 7, dòng 454-466" in told


def test_both_dossiers_are_kept_and_the_one_that_was_open_opens_again(tmp_path: Path) -> None:
    first = Appraisal(Progress(tmp_path / "tien_do.json"))
    fill(first)
    first.widget.children[0].value = "cho"
    fill(first)

    again = Appraisal(Progress(tmp_path / "tien_do.json"))

    assert again.dossier.id == "cho"
    assert "5/5 câu khớp" in write(again)
    again.widget.children[0].value = "du-lich"
    assert "5/5 câu khớp" in write(again)


@pytest.mark.parametrize("name", DECKS)
def test_every_card_has_a_home_and_sources(name: str) -> None:
    cards = deck.load(name)

    homes = {home.id for home in cards.home}
    assert {card.home for card in cards.card} == homes
    assert len({card.id for card in cards.card}) == len(cards.card)
    for card in cards.card:
        assert [sources.problem(source) for source in card.source] == [None] * len(card.source)


class Player:
    """Somebody who sorts a deck."""

    def __init__(self, path: Path, name: str) -> None:
        self.cards = deck.load(name)
        self.sorter = Sorter(Progress(path), self.cards)

    def press(self, label: str) -> None:
        columns = [one for one in self.sorter.widget.children if one.layout.display != "none"]
        buttons = [one for column in columns for one in getattr(column, "children", ())]
        next(one for one in buttons if one.description == label).click()

    def play(self, home: str = "") -> None:
        for card in self.cards.card:
            self.press(self.cards.title(home or card.home))
            self.press("Thẻ tiếp theo")

    def read(self) -> str:
        return read(self.sorter.widget)


@pytest.mark.parametrize("name", DECKS)
def test_a_deck_sorted_rightly_is_all_right_and_back_after_a_restart(
    tmp_path: Path, name: str
) -> None:
    player = Player(tmp_path / "tien_do.json", name)
    total = len(player.cards.card)

    player.play()

    assert f"Đúng: <strong>{total}/{total}</strong>" in player.read()
    again = Player(tmp_path / "tien_do.json", name)
    assert f"Đúng: <strong>{total}/{total}</strong>" in again.read()


@pytest.mark.parametrize("name", DECKS)
def test_a_wrong_home_is_told_with_the_right_one_and_one_can_start_again(
    tmp_path: Path, name: str
) -> None:
    player = Player(tmp_path / "tien_do.json", name)
    cards = player.cards
    wrong = next(home for home in cards.home if home.id != cards.card[0].home)

    player.press(wrong.title)
    assert "Chưa đúng" in player.read()
    assert cards.title(cards.card[0].home) in player.read()
    assert "Nguồn: " in player.read()
    player.press("Thẻ tiếp theo")
    for _ in cards.card[1:]:
        player.press(wrong.title)
        player.press("Thẻ tiếp theo")
    player.press("Làm lại từ đầu")

    assert f"Đã làm: <strong>0/{len(cards.card)}</strong>" in player.read()


def test_the_two_decks_do_not_mix_their_answers(tmp_path: Path) -> None:
    path = tmp_path / "tien_do.json"
    Player(path, "retellings").play()

    assert "Đã làm: <strong>0/8</strong>" in Player(path, "ownership").read()


def test_a_blank_is_not_among_what_a_district_told() -> None:
    told = {one.name: one.told for one in districts.load().district}

    assert len(told) == 8
    assert [name for name, own in told.items() if not own] == ["Đắk Mil", "Tuy Đức"]
    assert sum("don" in own for own in told.values()) == 3
    assert told["Đắk R’lấp"]["ct"] == 15


@pytest.mark.parametrize(
    ("column", "total", "count"), [("ct", 25, 6), ("kh", 96, 6), ("bc", 127, 2), ("don", 243, 3)]
)
def test_the_total_is_the_same_but_not_who_stands_behind_it(
    column: str, total: int, count: int
) -> None:
    wrong = districts.sums(column, blank_is_zero=True)
    right = districts.sums(column, blank_is_zero=False)

    assert (wrong.total, wrong.count) == (total, 8)
    assert (right.total, right.count) == (total, count)
    assert len(wrong.none) == 8 - count


def test_the_sentence_changes_with_the_reading_of_a_blank() -> None:
    controls, shown = blank_table.widget().children
    figure, reading = controls.children
    assert "8/8 đơn vị có 25 chỉ thị, bình quân 3,1" in shown.value
    assert "chưa nêu" not in shown.value

    reading.value = "blank"
    assert "25 chỉ thị, theo 6/8 đơn vị có nêu số" in shown.value
    assert "<em>chưa nêu</em>" in shown.value

    figure.value = "don"
    assert "243 đơn, theo 3/8 đơn vị" in shown.value
    assert "dòng 218-220" in shown.value


def test_the_pictures_have_words_for_those_who_do_not_see_them() -> None:
    assert "bốn nguồn tin" in information_pictures.flow()
    assert "Dòng thời gian (giả định)" in information_pictures.steps()
