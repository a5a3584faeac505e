"""With a class card the desk asks once who sits there, and opens what that person was given."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from course.classroom.plan import read_plan
from course.classroom.rulings import late_rule, set_deadline
from course.desk.class_seat import seated
from course.desk.desk import Desk
from course.desk.hand_in_panel import HandInPanel
from grading.nbgrader.receipt import Learner
from scenarios.edition import OPEN, Edition

CASE = "hoi_nghi_dot_xuat"


@pytest.fixture
def work(made_class: Path, tmp_path: Path) -> Path:
    """A learner's folder in a workspace that holds the card."""
    folder = tmp_path / "hoc_tap" / "tinh_huong_1"
    folder.mkdir(parents=True)
    card = made_class / "phat_cho_hoc_vien" / "the_lop.json"
    (folder.parent / "the_lop.json").write_bytes(card.read_bytes())
    return folder


def sit(work: Path, learner: str) -> list[Edition]:
    """Choose a name at the desk; the editions that were opened."""
    opened: list[Edition] = []

    def show(edition: Edition) -> Any:
        import ipywidgets

        opened.append(edition)
        return ipywidgets.HTML("bàn")

    question = seated(work, CASE, OPEN, show)
    if not opened:
        _, pick, row, _ = question.children
        pick.value = learner
        row.children[0].click()
    return opened


def test_the_learner_gets_the_variant_level_and_format_of_the_class(
    work: Path, made_class: Path
) -> None:
    own = read_plan(made_class).student("nguyen_van_an_2")
    assert own is not None
    given = Edition(own.variants["tinh_huong_1"], "standard", "m75")
    assert sit(work, "nguyen_van_an_2") == [given]
    assert sit(work, "ai cũng được") == [given], "asked once only"


def test_without_a_card_nobody_is_asked(tmp_path: Path) -> None:
    assert sit(tmp_path, "") == [OPEN]


def test_the_hand_in_carries_the_id_of_the_list(work: Path) -> None:
    sit(work, "nguyen_van_an_2")
    panel = HandInPanel(Desk.open(CASE, "", work))
    assert panel._known == Learner(id="nguyen_van_an_2", name="Nguyễn Văn An")


def test_the_deadline_of_the_class_is_said_before_handing_in(
    made_class: Path, work: Path, tmp_path: Path
) -> None:
    assert HandInPanel(Desk.open(CASE, "", work))._due.value == "", "no deadline, no word"
    shutil.copytree(made_class, tmp_path / "lop")
    rule = late_rule(10, 50)
    done = set_deadline(tmp_path / "lop", "tinh_huong_1", "17:00 20/12/2026", rule)
    (card,) = done.files
    (work.parent / "the_lop.json").write_bytes(card.read_bytes())
    said = HandInPanel(Desk.open(CASE, "", work))._due.value
    assert "Hạn nộp: 17:00 ngày 20/12/2026." in said
    assert "trừ 10% số điểm cho mỗi ngày muộn, nhiều nhất 50%" in said
    alone = tmp_path / "mot_minh"
    released = tmp_path / "lop" / "release" / "tinh_huong_1"
    shutil.copytree(released, alone)
    said = HandInPanel(Desk.open(CASE, "", alone))._due.value
    assert "Hạn nộp: 17:00" in said, "the notebook of a class says it without a card"
