"""Try it: the card that a learner takes home, "when X happens, I shall do Y"."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any, Literal

import ipywidgets as widgets
from pydantic import BaseModel, ConfigDict, Field

from course import progress
from course.look import Html, card, html_widget, join, notice, text
from course.part_ii.kept import Kept
from course.progress import Progress

KEY = "the-viec-se-lam"
_OWN = "-"


class Example(BaseModel):
    """A moment that comes again and again, and what somebody decided to do then."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str
    when: str
    will: str


class CardWords(BaseModel):
    """Examples to start from; `vague` words make no deed; `most` is the most letters of a part."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_: Literal[1] = Field(alias="schema")
    vague: tuple[str, ...]
    most: int
    example: tuple[Example, ...]


@cache
def load() -> CardWords:
    """The words that come with the course."""
    folder = resources.files("course.part_iii")
    found = folder.joinpath("own_card.toml").read_text(encoding="utf-8")
    return CardWords.model_validate(tomllib.loads(found))


class OwnCard:
    """Two fields, an example to start from, and the card as it will be; kept at every change."""

    def __init__(self, own: Progress) -> None:
        self._kept = Kept(own, KEY)
        before = self._kept.read()
        self._examples = widgets.Dropdown(
            options=[("Tự viết", _OWN), *((f"Khi {one.when}", one.id) for one in load().example)],
            description="Lấy mẫu",
            layout=widgets.Layout(width="100%", max_width="620px"),
        )
        self._when = _field("Khi", before.get("when", ""))
        self._will = _field("tôi sẽ", before.get("will", ""))
        self._shown, self._saved = html_widget(""), html_widget("")
        self._quiet = False
        self._examples.observe(lambda change: self._take(change["new"]), names="value")
        for field in (self._when, self._will):
            field.observe(lambda _: self._changed(), names="value")
        self.widget = widgets.VBox(
            [self._examples, self._when, self._will, self._shown, self._saved]
        )
        self.widget.add_class("vp-tray")
        self._draw()

    def _take(self, name: str) -> None:
        example = next((one for one in load().example if one.id == name), None)
        if example is None:
            return
        self._quiet = True
        self._when.value, self._will.value = example.when, example.will
        self._quiet = False
        self._changed()

    def _changed(self) -> None:
        if self._quiet:
            return
        settings = {"when": self._when.value, "will": self._will.value}
        self._saved.value = self._kept.write(settings)
        self._draw()

    def _draw(self) -> None:
        self._shown.value = drawn(self._when.value.strip(), self._will.value.strip())


def widget() -> Any:
    """The card. Raises ProgressError if the progress file cannot be opened."""
    return OwnCard(progress.current()).widget


def drawn(when: str, will: str) -> Html:
    """The card as it stands, and what would make it a deed."""
    if not when or not will:
        return notice("Viết đủ hai dòng, thẻ sẽ hiện ở đây.", title="Thẻ còn trống")
    words = Html(f'<p class="vp">Khi <strong>{text(when)}</strong>,<br>tôi sẽ: {text(will)}</p>')
    return join(card("Thẻ của tôi", words), *(notice(one, "warn") for one in remarks(when, will)))


def remarks(when: str, will: str) -> list[str]:
    """What to write more plainly; empty if the card is a deed that one can do at once."""
    own, told = load(), []
    vague = [word for word in own.vague if word in will.lower()]
    if vague:
        told.append(
            f"Chữ “{vague[0]}” nghe hay nhưng chưa thành việc. Viết một động tác: gọi ai, ghi vào "
            "đâu, trước lúc nào."
        )
    if max(len(when), len(will)) > own.most:
        told.append(f"Thẻ dài quá {own.most} chữ cái thì lúc gấp không ai đọc. Rút còn một việc.")
    return told


def _field(label: str, before: str) -> widgets.Textarea:
    return widgets.Textarea(
        value=before,
        description=label,
        rows=3,
        continuous_update=False,
        layout=widgets.Layout(width="100%", max_width="620px"),
    )
