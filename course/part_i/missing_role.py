"""Try it: leave out a role of the office for one week and see what becomes of the meeting."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from importlib import resources
from typing import Literal

import ipywidgets as widgets
from pydantic import BaseModel, ConfigDict, Field

from course.look import Html, Kind, badge, html_widget, join, notice, table


class Role(BaseModel):
    """One of the four roles."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str
    point: str


class Moment(BaseModel):
    """One day of the week: what happens if the role is kept, and if it is missed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    when: str
    role: str
    kept: str
    missed: str


class Outcome(BaseModel):
    """How the meeting ends when so many roles were missed."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    missed: int
    text: str


class Week(BaseModel):
    """The week before a meeting."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    role: tuple[Role, ...]
    moment: tuple[Moment, ...]
    outcome: tuple[Outcome, ...]


@cache
def load() -> Week:
    """The week that comes with the course."""
    text = resources.files("course.part_i").joinpath("missing_role.toml").read_text("utf-8")
    return Week.model_validate(tomllib.loads(text))


def story(missed: Collection[str]) -> Html:
    """The week when these roles (by id) are missed: a row a day, then how the meeting went."""
    week = load()
    names = {role.id: role.title for role in week.role}
    rows = []
    for moment in week.moment:
        lost = moment.role in missed
        mark = badge("Bỏ sót", "bad") if lost else badge("Làm đủ", "good")
        rows.append((moment.when, names[moment.role], mark, moment.missed if lost else moment.kept))
    count = sum(role.id in missed for role in week.role)
    end = next(one.text for one in week.outcome if one.missed == count)
    kind: Kind = "good" if count == 0 else "warn" if count == 1 else "bad"
    return join(
        table(["Ngày", "Vai trò", "Văn phòng", "Chuyện xảy ra (giả định)"], rows),
        notice(end, kind, "Thứ Hai sau, 14 giờ: họp ban thường vụ"),
    )


def widget() -> widgets.VBox:
    """Four boxes to tick, and the week below them."""
    boxes = [
        widgets.Checkbox(
            description=f"Tuần này bỏ sót: {role.title.lower()}",
            indent=False,
            layout=widgets.Layout(width="auto"),
        )
        for role in load().role
    ]
    told = html_widget(story(()))

    def tell(_: object) -> None:
        told.value = story(
            [role.id for role, box in zip(load().role, boxes, strict=True) if box.value]
        )

    for box in boxes:
        box.observe(tell, names="value")
    ticks = widgets.GridBox(
        boxes,
        layout=widgets.Layout(width="100%", grid_template_columns="repeat(2, minmax(0, 1fr))"),
    )
    ticks.add_class("vp-ticks")
    return widgets.VBox([ticks, told], layout=widgets.Layout(width="100%"))
