"""Try it: give outgoing papers their numbers across a new year, a secret paper and a congress."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from course import progress
from course.look import Html, html_widget, join, notice, text
from course.look import progress as bar
from course.part_ii.kept import Kept
from course.part_ii_records import numbering_data
from course.part_ii_records.numbering_data import Paper
from course.progress import Progress
from course.quiz import sources

KEY = "thu-danh-so"
_OPEN = 0
_MOST = 99


class NumberingDesk:
    """A field for the number of each paper; what the register says stands below each at once."""

    def __init__(self, own: Progress) -> None:
        self._kept = Kept(own, KEY)
        before = self._kept.read()
        papers = numbering_data.load().paper
        self._fields = {paper.id: _field(paper, before.get(paper.id)) for paper in papers}
        self._told = {paper.id: html_widget("") for paper in papers}
        self._head, self._saved = html_widget(""), html_widget("")
        self._quiet = False
        for field in self._fields.values():
            field.observe(lambda _: self._changed(), names="value")
        again = widgets.Button(description="Xóa hết, đánh lại", layout=widgets.Layout(width="auto"))
        again.on_click(lambda _: self._clear())
        rows = [self._row(paper) for paper in papers]
        self.widget = widgets.VBox([self._head, *rows, self._saved, again])
        self.widget.add_class("vp-tray")
        self._draw()

    def _row(self, paper: Paper) -> widgets.VBox:
        words = Html(
            f'<p class="vp"><strong>{paper.day:%d/%m/%Y}</strong> · {text(paper.name)}</p>'
        )
        fields = widgets.HBox([self._fields[paper.id]])
        fields.add_class("vp-buttons")
        row = widgets.VBox([html_widget(words), fields, self._told[paper.id]])
        row.add_class("vp-board-row")
        return row

    def _changed(self) -> None:
        if self._quiet:
            return
        settings = {name: str(field.value) for name, field in self._fields.items()}
        self._saved.value = self._kept.write(settings)
        self._draw()

    def _clear(self) -> None:
        self._quiet = True
        for field in self._fields.values():
            field.value = _OPEN
        self._quiet = False
        self._changed()

    def _draw(self) -> None:
        papers = numbering_data.load().paper
        for paper in papers:
            self._told[paper.id].value = remark(paper, self._fields[paper.id].value)
        right = sum(_is_right(paper, self._fields[paper.id].value) for paper in papers)
        line = Html(
            f'<p class="vp vp-source">Nguồn: {text(sources.citation(["TT01", "TT02"]))}</p>'
        )
        self._head.value = join(bar(right, len(papers), "Số đúng"), _last_given(), line)


def widget() -> Any:
    """The desk. Raises ProgressError if the progress file cannot be opened."""
    return NumberingDesk(progress.current()).widget


def remark(paper: Paper, number: int) -> str:
    """What to say about a number that was given to a paper; empty while none was given."""
    if number == _OPEN:
        return ""
    right, symbol = numbering_data.symbols()[paper.id]
    if number == right:
        return notice(f"{paper.why}", "good", symbol)
    slips = {slip.number: slip.why for slip in paper.slip}
    why = slips.get(number, f"Xem lại số cuối của tên loại {paper.kind} trong khóa này.")
    return notice(why, "warn", "Chưa đúng")


def _is_right(paper: Paper, number: int) -> bool:
    return number == numbering_data.symbols()[paper.id][0]


def _last_given() -> Html:
    """The line that tells what the register holds before the first paper."""
    own = numbering_data.load()
    last = ", ".join(
        f"{number:02d}-{kind}/{own.organisation}" for kind, number in own.term[0].last.items()
    )
    return Html(f'<p class="vp">Số cuối đã cấp trong khóa này: {text(last)}.</p>')


def _field(paper: Paper, before: str | None) -> widgets.BoundedIntText:
    kept = int(before) if before and before.isdecimal() else _OPEN
    return widgets.BoundedIntText(
        value=kept if kept <= _MOST else _OPEN,
        min=_OPEN,
        max=_MOST,
        description=f"Số …-{paper.kind}",
        layout=widgets.Layout(width="200px"),
    )
