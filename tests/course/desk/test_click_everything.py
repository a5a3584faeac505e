"""Whoever clicks on everything breaks nothing, loses nothing, and sees only whole sentences."""

from __future__ import annotations

import asyncio
import random
import re
from pathlib import Path

import pytest

from course.desk.desk import Desk
from course.desk.page import Front
from scenarios.edition import OPEN
from scenarios.work import is_chain_whole

from . import seen
from .clicker import click_around
from .conftest import Clock

MOST = 600
NOT_FOR_PEOPLE = re.compile(r"Traceback|\bNone\b|\bnan\b|\{\w+\}|<\w+ object")


@pytest.mark.parametrize("case_id", ["hoi_nghi_dot_xuat", "tham_27_7"])
def test_whoever_clicks_everything_breaks_and_loses_nothing(case_id: str, tmp_path: Path) -> None:
    def opened() -> Desk:
        return Desk.open(case_id, folder=tmp_path, now=Clock())

    page = Front(opened, OPEN).widget

    async def click() -> list[str]:
        """As the page does it: what runs beside goes on between two clicks."""
        done = []
        for words in click_around(page, random.Random(case_id), MOST):
            done.append(words)
            await asyncio.sleep(0)
            assert not NOT_FOR_PEOPLE.findall(seen.text(page)), words
        return done

    done = asyncio.run(click())
    assert {"Quyết định", "Xem nhận xét", "Giao việc", "Lấy bài để chuyển"} <= set(done)
    desk = opened()
    assert is_chain_whole(desk.work)
    while not desk.is_finished:  # and it can still be played to its end
        if desk.waiting is not None:
            desk.decide(desk.waiting.choices[0].id)
        else:
            desk.advance(to_end=True)
    again = Front(opened, OPEN).widget
    seen.tab(again, "Nhận xét")
    seen.press(again, "Xem nhận xét")
    assert "Việc nên làm trước tiên" in seen.text(again)
    assert not NOT_FOR_PEOPLE.findall(seen.text(again))
