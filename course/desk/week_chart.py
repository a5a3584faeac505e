"""The week as a chart that the page draws by itself: one strip a day, one row for each person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from course.desk.timeline_chart import ROW_HEIGHT, WIDTH, drawn
from course.look import palette
from grading.week_story import WeekStory, day_title
from office_sim.week_hours import Absence
from office_sim.week_kinds import STAFF, STAFF_VI
from office_sim.week_outcome import Fate
from office_sim.week_spells import Spell

IN_TIME_VI, LATE_VI, AWAY_VI = "xong đúng hạn", "lỡ hạn", "vắng bàn"
_KINDS = (IN_TIME_VI, LATE_VI, AWAY_VI)


def chart(story: WeekStory) -> Mapping[str, Any]:
    """One display of Jupyter: data by MIME type, and its settings. Raises ImportError."""
    import altair as alt  # a second to load: only when a week is looked at

    bars = [_bar(story, one) for one in story.spells]
    bars += [bar for one in story.away for bar in _absent(one)]
    days = sorted({bar["start"][:10] for bar in bars})
    strips = [_strip(alt, day, [one for one in bars if one["start"][:10] == day]) for day in days]
    return drawn(alt, strips, "Biểu đồ một tuần")


def _strip(alt: Any, day: str, bars: Sequence[Mapping[str, str]]) -> Any:
    hues = [palette()[name] for name in ("main", "bad-ink", "field-line")]
    ends = [f"{day}T07:00:00", f"{day}T21:00:00"]
    kind = alt.Color("kind:N", title=None, scale=alt.Scale(domain=_KINDS, range=hues))
    rows = [STAFF_VI[one] for one in STAFF]
    return (
        alt.Chart(alt.Data(values=list(bars)))
        .mark_bar(height=15, cornerRadius=2, stroke="white", strokeWidth=1)
        .encode(
            x=alt.X(
                "start:T",
                title=None,
                axis=alt.Axis(format="%H:%M"),
                scale=alt.Scale(domain=ends),
            ),
            x2="end:T",
            y=alt.Y("who:N", title=None, scale=alt.Scale(domain=rows)),
            color=kind,
            tooltip=[
                alt.Tooltip(f"{name}:N", title=title)
                for name, title in {"who": "Ai", "task": "Việc", "span": "Lúc", "kind": ""}.items()
            ],
        )
        .properties(
            width=WIDTH, height=ROW_HEIGHT * len(STAFF), title=day_title(date.fromisoformat(day))
        )
    )


def _bar(story: WeekStory, one: Spell) -> dict[str, str]:
    is_late = story.result.fate(one.outcome) in (Fate.LATE, Fate.MISSED)
    extra = " (làm thêm)" if one.is_overtime else ""
    return {
        "who": STAFF_VI[one.outcome.by],
        "task": f"{story.title(one.outcome)}{extra}",
        "span": f"{one.start:%H:%M} – {one.end:%H:%M}",
        "kind": LATE_VI if is_late else IN_TIME_VI,
        "start": one.start.isoformat(timespec="seconds"),
        "end": one.end.isoformat(timespec="seconds"),
    }


def _absent(one: Absence) -> list[dict[str, str]]:
    return [
        {
            "who": STAFF_VI[person],
            "task": one.why,
            "span": f"{one.since:%H:%M} – {one.until:%H:%M}",
            "kind": AWAY_VI,
            "start": one.since.isoformat(timespec="seconds"),
            "end": one.until.isoformat(timespec="seconds"),
        }
        for person in one.people
    ]
