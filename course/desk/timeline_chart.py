"""The timeline as a chart that the page draws by itself, without the Internet: one strip a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from course.desk.timeline import Bar, Mark
from course.look import palette
from office_sim.calendar import WEEKDAYS_VI

# What JupyterLab 4.6 can draw; its page looks for this type and no newer one.
MIME = "application/vnd.vegalite.v5+json"
SCHEMA = "https://vega.github.io/schema/vega-lite/v5.json"
WIDTH = 800
ROW_HEIGHT = 26
KINDS = ("Tình tiết", "Hậu quả", "Hội nghị")
_HOUR = timedelta(hours=1)


def chart(bars: Sequence[Bar], marks: Sequence[Mark], people: Sequence[str]) -> Mapping[str, Any]:
    """One display of Jupyter: data by MIME type, and its settings. Raises ImportError."""
    import altair as alt  # a second to load: only when a timeline is looked at

    strips = [_strip(alt, day, bars, marks, people) for day in _days(bars, marks)]
    whole = (
        alt.vconcat(*strips, spacing=14)
        .configure(font="Segoe UI, Noto Sans, Arial, sans-serif")
        .configure_axis(labelFontSize=13, labelLimit=200)
        .configure_legend(labelFontSize=13, orient="top")
        .configure_title(fontSize=14, anchor="start")
    )
    return {
        "output_type": "display_data",
        "data": {
            MIME: whole.to_dict() | {"$schema": SCHEMA},
            "text/plain": "Biểu đồ dòng thời gian",
        },
        "metadata": {MIME: {"embed_options": {"actions": False}}},  # the menu leads to a web site
    }


def _days(bars: Sequence[Bar], marks: Sequence[Mark]) -> list[date]:
    moments = [mark.at for mark in marks]
    moments += [moment for bar in bars for moment in (bar.start, bar.end)]
    return sorted({moment.date() for moment in moments})


def _strip(
    alt: Any, day: date, bars: Sequence[Bar], marks: Sequence[Mark], people: Sequence[str]
) -> Any:
    worked = [part for bar in bars if (part := _part_of(bar, day))]
    came = [mark for mark in marks if mark.at.date() == day]
    moments = [one for bar in worked for one in (bar.start, bar.end)] + [one.at for one in came]
    ends = [_iso(min(moments) - _HOUR / 4), _iso(max(moments) + _HOUR / 4)]
    time = alt.X("start:T", title=None, axis=alt.Axis(format="%H:%M"), scale=alt.Scale(domain=ends))
    drawn = (
        alt.Chart(alt.Data(values=[_bar(bar) for bar in worked]))
        .mark_bar(height=16, cornerRadius=3, color=palette()["main"])
        .encode(
            x=time,
            x2="end:T",
            y=alt.Y("who:N", title=None, scale=alt.Scale(domain=list(people))),
            tooltip=_tips(alt, who="Ai", task="Việc", span="Lúc"),
        )
    )
    hues = [palette()[name] for name in ("focus", "bad-ink", "good-ink")]
    lines = (
        alt.Chart(alt.Data(values=[_mark(mark) for mark in came]))
        .mark_rule(size=3)
        .encode(
            x="start:T",
            color=alt.Color("kind:N", title=None, scale=alt.Scale(domain=KINDS, range=hues)),
            # The dashes tell the kinds apart for those who do not see the colours.
            strokeDash=alt.StrokeDash(
                "kind:N", legend=None, scale=alt.Scale(domain=KINDS, range=[[6, 3], [2, 2], [1, 0]])
            ),
            tooltip=_tips(alt, time="Lúc", text="Việc"),
        )
    )
    title = f"{WEEKDAYS_VI[day.weekday()]} {day.day}/{day.month}"
    height = ROW_HEIGHT * len(people)
    return alt.layer(drawn, lines).properties(width=WIDTH, height=height, title=title)


def _tips(alt: Any, **fields: str) -> list[Any]:
    return [alt.Tooltip(f"{name}:N", title=title) for name, title in fields.items()]


def _part_of(bar: Bar, day: date) -> Bar | None:
    """The part of the bar on this day, None if there is none."""
    begin = datetime(day.year, day.month, day.day)
    start, end = max(bar.start, begin), min(bar.end, begin + timedelta(days=1))
    return replace(bar, start=start, end=end) if start <= end and start.date() == day else None


def _bar(bar: Bar) -> dict[str, str]:
    span = f"{bar.start:%H:%M} – {bar.end:%H:%M}"
    ends = {"start": _iso(bar.start), "end": _iso(bar.end)}
    return {"who": bar.name, "task": bar.task, "span": span, **ends}


def _mark(mark: Mark) -> dict[str, str]:
    return {
        "start": _iso(mark.at),
        "kind": mark.kind,
        "text": mark.text,
        "time": f"{mark.at:%H:%M}",
    }


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
