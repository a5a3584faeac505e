"""Try it: what lies on the desk after a meeting goes into the file of nine kinds, or elsewhere."""

from __future__ import annotations

import tomllib
from collections.abc import Collection
from functools import cache
from importlib import resources
from typing import Literal

import ipywidgets as widgets
from pydantic import BaseModel, ConfigDict, Field

from course.look import Html, badge, html_widget, join, notice, table, text
from course.look import progress as bar
from course.quiz import sources


class PaperKind(BaseModel):
    """One of the kinds of paper in a meeting's file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    title: str


class Paper(BaseModel):
    """Something on the desk; `kind` is "" if it does not belong into the file."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: str
    kind: str
    reason: str


class Desk(BaseModel):
    """All that lies on the desk, and the kinds that a file holds."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    source: tuple[str, ...]
    kind: tuple[PaperKind, ...]
    paper: tuple[Paper, ...]


@cache
def load() -> Desk:
    """The desk that comes with the course."""
    file = resources.files("course.part_ii_meetings").joinpath("meeting_file.toml")
    return Desk.model_validate(tomllib.loads(file.read_text(encoding="utf-8")))


def shelf(filed: Collection[Paper]) -> Html:
    """Which of the kinds the file holds so far; what should not be in it is not told yet."""
    desk = load()
    have = {paper.kind for paper in filed}
    held = sum(kind.id in have for kind in desk.kind)
    rows = [
        (number, kind.title, badge("đã có", "good") if kind.id in have else badge("chưa có"))
        for number, kind in enumerate(desk.kind, start=1)
    ]
    return join(
        bar(held, len(desk.kind), "Số loại tài liệu đã có trong hồ sơ"),
        table(["", "Loại tài liệu", "Hồ sơ"], rows),
    )


def checked(filed: Collection[Paper]) -> Html:
    """What is missing in the file and what does not belong there, each with its reason."""
    desk = load()
    wrong = [paper for paper in filed if not paper.kind]
    missing = [paper for paper in desk.paper if paper.kind and paper not in filed]
    rows = [(badge("Bỏ ra", "bad"), paper.text, paper.reason) for paper in wrong]
    rows += [(badge("Còn thiếu", "warn"), paper.text, paper.reason) for paper in missing]
    line = Html(f'<p class="vp vp-source">Nguồn: {text(sources.citation(desk.source))}</p>')
    if not rows:
        said = f"Đủ {len(desk.kind)} loại, không thừa tờ nào. Một hội nghị, một hồ sơ."
        return join(notice(said, "good", "Hồ sơ đạt"), line)
    said = f"Còn thiếu {len(missing)} thứ, có {len(wrong)} thứ không thuộc hồ sơ."
    return join(
        notice(said, "warn", "Chưa nộp lưu được"),
        table(["Việc", "Thứ trên bàn", "Vì sao"], rows),
        line,
    )


def widget() -> widgets.VBox:
    """A box to tick for each thing on the desk, the file beside it, and a check at the end."""
    desk = load()
    boxes = [
        widgets.Checkbox(description=one.text, indent=False, layout=widgets.Layout(width="auto"))
        for one in desk.paper
    ]
    held, told = html_widget(shelf(())), html_widget("")
    button = widgets.Button(
        description="Kiểm tra hồ sơ",
        button_style="primary",
        layout=widgets.Layout(width="auto", align_self="flex-start"),
    )

    def filed() -> list[Paper]:
        return [one for one, box in zip(desk.paper, boxes, strict=True) if box.value]

    def tell(_: object) -> None:
        held.value, told.value = shelf(filed()), ""

    for box in boxes:
        box.observe(tell, names="value")
    button.on_click(lambda _: setattr(told, "value", checked(filed())))
    ticks = widgets.GridBox(
        boxes,
        layout=widgets.Layout(width="100%", grid_template_columns="repeat(2, minmax(0, 1fr))"),
    )
    ticks.add_class("vp-ticks")
    asked = Html('<p class="vp"><strong>Đánh dấu những thứ cho vào hồ sơ hội nghị.</strong></p>')
    whole = widgets.VBox(
        [html_widget(asked), ticks, held, button, told], layout=widgets.Layout(width="100%")
    )
    whole.add_class("vp-tray")
    return whole
