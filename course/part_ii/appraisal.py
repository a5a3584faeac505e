"""Try it: appraise a dossier with the five questions, each answer with the line that shows it."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from course import progress
from course.look import Html, badge, card, html_widget, join, notice, table, text
from course.part_ii import dossiers
from course.part_ii.dossiers import Answer, Dossier
from course.part_ii.kept import Kept
from course.progress import Progress
from course.quiz import sources

KEY = "thu-tham-dinh"
_OPEN, _SOUND, _FAULTY = "?", "dat", "chua"


class Appraisal:
    """A choice of dossiers; below it five rows of two fields, and the report on demand."""

    def __init__(self, own: Progress) -> None:
        self._kept = Kept(own, KEY)
        self._settings = self._kept.read()
        known = dossiers.load().dossier
        self._which = widgets.ToggleButtons(
            options=[(one.title, one.id) for one in known],
            style={"button_width": "auto"},
            layout=widgets.Layout(width="100%"),
        )
        if self._settings.get("which") in {one.id for one in known}:
            self._which.value = self._settings["which"]
        self._paper, self._report = html_widget(""), html_widget("")
        self._fields = {question.id: _fields() for question in dossiers.load().question}
        self._quiet = False
        for verdict, line in self._fields.values():
            verdict.observe(lambda _: self._changed(), names="value")
            line.observe(lambda _: self._changed(), names="value")
        self._which.observe(lambda _: self._open_dossier(), names="value")
        write = widgets.Button(
            description="Xem nhận xét thẩm định",
            button_style="primary",
            layout=widgets.Layout(width="auto", align_self="flex-start"),
        )
        write.on_click(lambda _: self._write())
        rows = [self._row(question.id, question.title) for question in dossiers.load().question]
        self.widget = widgets.VBox([self._which, self._paper, *rows, write, self._report])
        self.widget.add_class("vp-tray")
        self._open_dossier()

    @property
    def dossier(self) -> Dossier:
        """The dossier that is open."""
        return next(one for one in dossiers.load().dossier if one.id == self._which.value)

    def _row(self, name: str, title: str) -> widgets.VBox:
        fields = widgets.HBox(list(self._fields[name]))
        fields.add_class("vp-buttons")
        row = widgets.VBox([html_widget(Html(f'<p class="vp">{text(title)}</p>')), fields])
        row.add_class("vp-board-row")
        return row

    def _open_dossier(self) -> None:
        self._quiet = True
        for name, (verdict, line) in self._fields.items():
            line.options = _lines(self.dossier)
            for field, kind in ((verdict, "verdict"), (line, "line")):
                value = self._settings.get(f"{self.dossier.id}.{name}.{kind}", _OPEN)
                known = {one for _, one in field.options}
                field.value = value if value in known else _OPEN
        self._quiet = False
        self._paper.value = _shown(self.dossier)
        self._report.value = ""

    def _changed(self) -> None:
        if self._quiet:
            return
        self._settings["which"] = self.dossier.id
        for name, (verdict, line) in self._fields.items():
            self._settings[f"{self.dossier.id}.{name}.verdict"] = verdict.value
            self._settings[f"{self.dossier.id}.{name}.line"] = line.value
        self._report.value = self._kept.write(self._settings)

    def _write(self) -> None:
        given = {name: (one.value, line.value) for name, (one, line) in self._fields.items()}
        waiting = sum(_OPEN in pair for pair in given.values())
        if waiting:
            self._report.value = notice(
                f"Còn {waiting} câu hỏi chưa trả lời đủ hai ô: kết luận, và dòng làm chứng.", "warn"
            )
            return
        self._report.value = report(self.dossier, given)


def report(dossier: Dossier, given: dict[str, tuple[str, str]]) -> Html:
    """The five findings beside what was given (verdict, line), and the office's proposal."""
    titles = {question.id: question.title for question in dossiers.load().question}
    rows, right = [], 0
    for answer in dossier.answer:
        verdict, line = given[answer.question]
        fits = (verdict == _SOUND) == answer.sound and line == str(answer.line)
        right += fits
        rows.append((titles[answer.question], _finding(answer), _mark(answer, verdict, fits=fits)))
    cited = sources.citation(["000:454-466"])
    return join(
        notice(
            f"{right}/{len(rows)} câu khớp cả kết luận và dòng làm chứng.",
            "good" if right == len(rows) else "warn",
            "Nhận xét của anh/chị",
        ),
        table(["Câu hỏi", "Điều hồ sơ cho thấy", "Anh/chị"], rows),
        notice(dossier.proposal, title="Câu cuối trình thường trực"),
        Html(f'<p class="vp vp-source">Nguồn: {text(cited)}. Hồ sơ là giả định.</p>'),
    )


def widget() -> Any:
    """The appraisal. Raises ProgressError if the progress file cannot be opened."""
    return Appraisal(progress.current()).widget


def _finding(answer: Answer) -> Html:
    mark = badge("Đạt", "good") if answer.sound else badge("Chưa đạt", "warn")
    return join(mark, Html(" "), f"Dòng {answer.line}. {answer.reason}")


def _mark(answer: Answer, verdict: str, *, fits: bool) -> str:
    if fits:
        return "✓ khớp"
    if (verdict == _SOUND) == answer.sound:
        return "Kết luận khớp, dòng làm chứng chưa khớp"
    return "✕ chưa khớp"


def _shown(dossier: Dossier) -> Html:
    lines = "".join(f"<li>{text(line)}</li>" for line in dossier.lines)
    return card(dossier.title, f"<p>{text(dossier.lead)}</p><ol>{lines}</ol>")


def _fields() -> tuple[widgets.Dropdown, widgets.Dropdown]:
    verdict = widgets.Dropdown(
        description="Kết luận",
        options=[("— chọn —", _OPEN), ("Đạt", _SOUND), ("Chưa đạt", _FAULTY)],
        layout=widgets.Layout(width="min(100%, 20em)"),
        style={"description_width": "5em"},
    )
    line = widgets.Dropdown(
        description="Căn cứ dòng",
        options=[("— chọn —", _OPEN)],
        layout=widgets.Layout(width="min(100%, 23em)"),
        style={"description_width": "7em"},
    )
    return verdict, line


def _lines(dossier: Dossier) -> list[tuple[str, str]]:
    numbered = range(1, len(dossier.lines) + 1)
    return [("— chọn —", _OPEN), *((f"Dòng {number}", str(number)) for number in numbered)]
