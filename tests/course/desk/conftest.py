"""A desk at the first case, with a work file of its own and a clock that the test sets."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from course.desk.desk import Desk
from course.desk.draft import Draft
from course.desk.page import DeskPage
from grading.written_documents import write_documents
from scenarios.edits import reference_work
from scenarios.work_file import read_work

CASE = "hoi_nghi_dot_xuat"
START = datetime(2026, 9, 22, 15, 30)


class Clock:
    """The real time, one second later with each look."""

    def __init__(self) -> None:
        self.time = datetime(2026, 11, 3, 14, 5, 8)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def open_desk(tmp_path: Path) -> Callable[[], Desk]:
    """Opens the desk of this test's folder, as often as wanted (each time a new window)."""
    folder = tmp_path / "Bài của tôi"
    folder.mkdir()
    return lambda: Desk.open(CASE, "sat_lo-btv-h16", folder, Clock())


@pytest.fixture
def desk(open_desk: Callable[[], Desk]) -> Desk:
    return open_desk()


@pytest.fixture
def page(desk: Desk) -> Any:
    """The desk's page."""
    return DeskPage(desk).widget


def room_at(time: datetime, room: str = "hoi_truong") -> Draft:
    """The order to book a room."""
    return Draft("dat_phong", "khoa", time, {"room": room})


def play_reference(desk: Desk) -> None:
    """Give all orders of the reference work, run and decide as it does, to the end; write what is
    asked for in Word.
    """
    model = reference_work(desk.case)
    for order in model.orders:
        desk.order(Draft(order.task, order.who, order.at, order.options))
    choices = {decision.inject: decision.choice for decision in model.decisions}
    while not desk.is_finished:
        if desk.waiting is None:
            desk.advance()
        else:
            desk.decide(choices[desk.waiting.id])
    for question, text in model.answers.items():
        desk.answer(question, text)
    write_documents(desk.case, desk.path.parent, desk.work)


def saved(desk: Desk) -> object:
    """The work as a new start would find it."""
    return read_work(desk.path)
