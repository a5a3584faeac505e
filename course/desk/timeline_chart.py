"""The timeline as a chart that the page draws by itself, without the Internet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from course.desk.timeline import Bar, Mark
from course.look import palette

WIDTH = 820
ROW_HEIGHT = 34


def chart(bars: Sequence[Bar], marks: Sequence[Mark], people: Sequence[str]) -> dict[str, Any]:
    """The chart as Jupyter's display data by MIME type. Raises ImportError without Altair."""
    import altair as alt  # a second to load: only when a timeline is looked at

    colours = palette()
    work = alt.Chart(alt.Data(values=[_bar(bar) for bar in bars]))  # type: ignore[no-untyped-call]
    rows = alt.Y("who:N", title=None, sort=list(people), scale=alt.Scale(domain=list(people)))
    time = alt.X("start:T", title=None, axis=alt.Axis(format="%H:%M %d/%m", labelOverlap=True))
    tip = [alt.Tooltip(f"{name}:N", title=title) for name, title in _BAR_TIP]
    drawn = work.mark_bar(height=20, cornerRadius=3, color=colours["main"]).encode(
        x=time, x2="end:T", y=rows, tooltip=tip
    )
    kinds = ["Tình tiết", "Hậu quả", "Hội nghị"]
    hues = [colours["focus"], colours["bad-ink"], colours["good-ink"]]
    came = alt.Chart(alt.Data(values=[_mark(mark) for mark in marks]))  # type: ignore[no-untyped-call]
    lines = came.mark_rule(size=2).encode(
        x=alt.X("at:T"),
        color=alt.Color("kind:N", title=None, scale=alt.Scale(domain=kinds, range=hues)),
        strokeDash=alt.StrokeDash("kind:N", legend=None, sort=kinds),
        tooltip=[alt.Tooltip("time:N", title="Lúc"), alt.Tooltip("text:N", title="Việc")],
    )
    font = "Segoe UI, Noto Sans, Arial, sans-serif"
    layered = (
        alt.layer(drawn, lines)
        .properties(width=WIDTH, height=ROW_HEIGHT * max(1, len(people)))
        .configure(font=font)
        .configure_axis(labelFontSize=13, labelLimit=240)
        .configure_legend(labelFontSize=13, orient="top")
    )
    version = alt.SCHEMA_VERSION.split(".")[0].lstrip("v")
    mime = f"application/vnd.vegalite.v{version}+json"
    return {mime: layered.to_dict(), "text/plain": "Biểu đồ dòng thời gian"}


_BAR_TIP = (("who", "Ai"), ("task", "Việc"), ("span", "Lúc"))


def _bar(bar: Bar) -> dict[str, str]:
    return {
        "who": bar.who,
        "task": bar.task,
        "start": _iso(bar.start),
        "end": _iso(bar.end),
        "span": f"{bar.start:%H:%M}–{bar.end:%H:%M}",
    }


def _mark(mark: Mark) -> dict[str, str]:
    return {
        "at": _iso(mark.at),
        "kind": mark.kind,
        "text": mark.text,
        "time": f"{mark.at:%H:%M}",
    }


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
