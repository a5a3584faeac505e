"""Try it: one afternoon done in several ways, each told from the log of the simulation."""

from __future__ import annotations

import tomllib
from datetime import datetime
from functools import cache
from importlib import resources
from itertools import groupby
from typing import Literal

import ipywidgets as widgets
from pydantic import BaseModel, ConfigDict, Field

from course.look import Html, Kind, html_widget, join, notice, table, text
from course.quiz import sources
from office_sim.calendar import format_moment
from office_sim.log import Event, EventKind
from office_sim.sentences import GROUPED_KINDS, Sentences
from scenarios.case import load_case
from scenarios.play import play
from scenarios.work import DecisionLine, OrderLine, Work


class _Order(BaseModel):
    """One order; `at` is office time."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    task: str
    who: str
    at: datetime
    options: dict[str, str | tuple[str, ...]] = {}


class Way(BaseModel):
    """One way to do it, and what to think of its outcome."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    label: str
    kind: Kind
    verdict: str
    source: tuple[str, ...]
    order: tuple[_Order, ...]


class Ways(BaseModel):
    """Several ways; `order` and `decisions` are the same in all. `kinds` are the events told."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    case: str
    variant: str
    until: datetime
    ask: str
    kinds: tuple[EventKind, ...]
    decisions: dict[str, str] = {}
    order: tuple[_Order, ...] = ()
    way: tuple[Way, ...]


@cache
def load(name: str) -> Ways:
    """The ways in a file of this package, such as "invitations"."""
    file = resources.files("course.part_ii_meetings").joinpath(f"{name}.toml")
    return Ways.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))


def events(ways: Ways, way: Way) -> list[Event]:
    """What happens that way, of the kinds that are told, in order."""
    case = load_case(ways.case, ways.variant)
    orders = tuple(
        OrderLine(id=one.task, task=one.task, who=one.who, at=one.at, options=one.options)
        for one in (*ways.order, *way.order)
    )
    decisions = tuple(
        DecisionLine(inject=inject, choice=choice) for inject, choice in ways.decisions.items()
    )
    work = Work(case=ways.case, variant=ways.variant, orders=orders, decisions=decisions)
    log = play(case, work, until=ways.until).log
    return [event for event in log if event.kind in ways.kinds]


def story(ways: Ways, way: Way) -> Html:
    """The way as a table of moments and sentences, then the verdict with its source."""
    says = Sentences(load_case(ways.case, ways.variant).world)
    rows = [
        (format_moment(together[0].at), says.together(together))
        for together in _together(events(ways, way))
    ]
    line = sources.citation(way.source)
    return join(
        table(["Lúc", "Chuyện xảy ra (giả định, do máy mô phỏng chạy)"], rows),
        notice(way.verdict, way.kind, "Nhìn lại"),
        Html(f'<p class="vp vp-source">Nguồn: {text(line)}</p>'),
    )


def widget(name: str) -> widgets.VBox:
    """The ways to pick from, and what comes of the one that is picked."""
    ways = load(name)
    picked = widgets.RadioButtons(
        options=[(way.label, way.id) for way in ways.way],
        value=None,
        layout=widgets.Layout(width="100%"),
    )
    told = html_widget(notice("Chọn một cách ở trên để xem chuyện gì xảy ra.", "info", ""))

    def tell(_: object) -> None:
        way = next((one for one in ways.way if one.id == picked.value), None)
        if way is not None:
            told.value = story(ways, way)

    picked.observe(tell, names="value")
    asked = html_widget(Html(f'<p class="vp"><strong>{text(ways.ask)}</strong></p>'))
    box = widgets.VBox([asked, picked, told], layout=widgets.Layout(width="100%"))
    box.add_class("vp-tray")
    return box


def _together(told: list[Event]) -> list[list[Event]]:
    """Events that are told in one sentence: same moment, kind and channel."""

    def key(event: Event) -> tuple[object, ...]:
        single = None if event.kind in GROUPED_KINDS else event.number
        return (event.at, event.kind, event.detail.get("channel", event.detail.get("text")), single)

    return [list(group) for _, group in groupby(told, key)]
