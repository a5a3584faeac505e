"""The timeline as a chart that the page draws by itself, without the Internet: one strip a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from course.desk.timeline import Bar, Group, Mark, Step
from course.look import palette
from office_sim.calendar import WEEKDAYS_VI

# What JupyterLab 4.6 can draw; its page looks for this type and no newer one.
MIME = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
WIDTH = 760
ROW_HEIGHT = 26
KINDS = ("Tình tiết", "Hậu quả", "Mốc")
HUES: Mapping[Group, str] = {"Người": "main", "Phòng": "field-line"}
"""The colour of the bars of each group, by its name in the palette."""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True)
class Timeline:
    """What is drawn; `rows` are the names of people, rooms and papers from top to bottom."""

    bars: Sequence[Bar]
    steps: Sequence[Step]
    marks: Sequence[Mark]
    rows: Sequence[str]

    def on(self, day: date) -> Timeline:
        """The part of one day, with the rows that have something on it."""
        bars = [part for bar in self.bars if (part := _part_of(bar, day))]
        steps = [step for step in self.steps if step.at.date() == day]
        used = {bar.name for bar in bars} | {step.name for step in steps}
        marks = [mark for mark in self.marks if mark.at.date() == day]
        return Timeline(bars, steps, marks, [row for row in self.rows if row in used])

    @property
    def moments(self) -> list[datetime]:
        """When something begins, ends or comes in."""
        return [
            *(mark.at for mark in self.marks),
            *(step.at for step in self.steps),
            *(moment for bar in self.bars for moment in (bar.start, bar.end)),
        ]

    def days(self) -> list[date]:
        """The days of these moments."""
        return sorted({moment.date() for moment in self.moments})


def chart(timeline: Timeline) -> Mapping[str, Any]:
    """One display of Jupyter: data by MIME type, and its settings. Raises ImportError."""
    import altair as alt  # a second to load: only when a timeline is looked at

    strips = [_strip(alt, day, timeline.on(day)) for day in timeline.days()]
    return drawn(alt, strips, "Biểu đồ dòng thời gian")


def drawn(alt: Any, strips: Sequence[Any], words: str) -> Mapping[str, Any]:
    """The strips below each other as one display; `words` stand where none can be drawn."""
    whole = (
        alt.vconcat(*strips, spacing=14)
        .configure(font="Segoe UI, Noto Sans, Arial, sans-serif")
        .configure_axis(labelFontSize=13, labelLimit=230)
        .configure_axisY(minExtent=235)
        .configure_legend(labelFontSize=13, orient="top")
        .configure_title(fontSize=14, anchor="start")
    )
    return {
        "output_type": "display_data",
        "data": {
            MIME: whole.to_dict() | {"$schema": SCHEMA},
            "text/plain": words,
        },
        "metadata": {MIME: {"embed_options": {"actions": False}}},  # the menu leads to a web site
    }


def _strip(alt: Any, day: date, part: Timeline) -> Any:
    moments = part.moments
    ends = [_iso(min(moments) - _HOUR / 4), _iso(max(moments) + _HOUR / 4)]
    time = alt.X("start:T", title=None, axis=alt.Axis(format="%H:%M"), scale=alt.Scale(domain=ends))
    row = alt.Y("name:N", title=None, scale=alt.Scale(domain=list(part.rows)))
    title = f"{WEEKDAYS_VI[day.weekday()]} {day.day}/{day.month}"
    height = ROW_HEIGHT * max(1, len(part.rows))
    layers = [
        *(
            _bars(alt, [one for one in part.bars if one.group == group], time, row)
            for group in HUES
        ),
        _steps(alt, part.steps, time, row),
        _lines(alt, part.marks, time),
    ]
    return alt.layer(*layers).properties(width=WIDTH, height=height, title=title)


def _bars(alt: Any, bars: Sequence[Bar], time: Any, row: Any) -> Any:
    hue = palette()[HUES[bars[0].group]] if bars else palette()["main"]
    return (
        alt.Chart(alt.Data(values=[_bar(bar) for bar in bars]))
        .mark_bar(height=16, cornerRadius=3, color=hue)
        .encode(
            x=time,
            x2="end:T",
            y=row,
            tooltip=_tips(alt, who="Ai, ở đâu", task="Việc", span="Lúc"),
        )
    )


def _steps(alt: Any, steps: Sequence[Step], time: Any, row: Any) -> Any:
    return (
        alt.Chart(alt.Data(values=[_step(step) for step in steps]))
        .mark_point(shape="diamond", size=90, filled=True, color=palette()["main-dark"])
        .encode(x=time, y=row, tooltip=_tips(alt, name="Văn bản", text="Bước", time="Lúc"))
    )


def _lines(alt: Any, marks: Sequence[Mark], time: Any) -> Any:
    hues = [palette()[name] for name in ("focus", "bad-ink", "good-ink")]
    return (
        alt.Chart(alt.Data(values=[_mark(mark) for mark in marks]))
        .mark_rule(size=3)
        .encode(
            x=time,
            color=alt.Color("kind:N", title=None, scale=alt.Scale(domain=KINDS, range=hues)),
            # The dashes tell the kinds apart for those who do not see the colours.
            strokeDash=alt.StrokeDash(
                "kind:N", title=None, scale=alt.Scale(domain=KINDS, range=[[6, 3], [2, 2], [1, 0]])
            ),
            tooltip=_tips(alt, time="Lúc", text="Việc"),
        )
    )


def _tips(alt: Any, **fields: str) -> list[Any]:
    return [alt.Tooltip(f"{name}:N", title=title) for name, title in fields.items()]


def _part_of(bar: Bar, day: date) -> Bar | None:
    """The part of the bar on this day, None if there is none."""
    begin = datetime(day.year, day.month, day.day)
    start, end = max(bar.start, begin), min(bar.end, begin + timedelta(days=1))
    return replace(bar, start=start, end=end) if start <= end and start.date() == day else None


def _bar(bar: Bar) -> dict[str, str]:
    span = f"{bar.start:%H:%M} – {bar.end:%H:%M}"
    words = {"name": bar.name, "who": bar.who, "task": bar.task}
    return {**words, "span": span, "start": _iso(bar.start), "end": _iso(bar.end)}


def _step(step: Step) -> dict[str, str]:
    words = {"name": step.name, "text": step.text, "time": f"{step.at:%H:%M}"}
    return {**words, "start": _iso(step.at)}


def _mark(mark: Mark) -> dict[str, str]:
    words = {"kind": mark.kind, "text": mark.text, "time": f"{mark.at:%H:%M}"}
    return {**words, "start": _iso(mark.at)}


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
