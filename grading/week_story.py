"""A week told in words: how it went as a whole, day by day, by person and by kind of work.

Only what happened is told, not whether it was rightly handled: a learner may read it before
hand-in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from office_sim.calendar import WEEKDAYS_VI, format_moment
from office_sim.week_hours import Absence
from office_sim.week_kinds import STAFF, STAFF_VI
from office_sim.week_outcome import FATE_VI, Fate, Outcome, WeekResult
from office_sim.week_spells import Spell, spells
from scenarios.case import Case
from scenarios.week_play import kind_titles, play_week, policy_of, week_absences, week_table_of
from scenarios.work import Work

_NAMED = 3
"""Kinds of work that are named in the line of a day."""


@dataclass(frozen=True)
class WeekStory:
    """The week of a work: outcomes, spells of work, absences, and the names of the kinds."""

    result: WeekResult
    spells: Sequence[Spell]
    away: Sequence[Absence]
    titles: dict[str, str]

    def title(self, one: Outcome) -> str:
        """What kind of work the piece is."""
        return self.titles[one.piece.kind.id]

    @property
    def missed(self) -> list[Outcome]:
        """What was settled late or not by its deadline, by the deadline."""
        wanted = (Fate.LATE, Fate.MISSED)
        found = [one for one in self.result.outcomes if self.result.fate(one) in wanted]
        return sorted(found, key=lambda one: (one.piece.due, one.piece.number))


def week_story(case: Case, work: Work) -> WeekStory | None:
    """The story of the work's week; None for a case without one."""
    if week_table_of(case.file) is None:
        return None
    result, away = play_week(case, policy_of(case, work)), week_absences(case)
    made = spells(result, case.world.calendar, away)
    return WeekStory(result, made, away, kind_titles(case))


def whole_week(story: WeekStory) -> str:
    """One sentence: how much came, what became of it, who worked beyond the hours most."""
    result = story.result
    counts = Counter(result.fate(one) for one in result.outcomes)
    told = ", ".join(f"{counts[fate]} {FATE_VI[fate]}" for fate in Fate if counts[fate])
    person, minutes = max(result.overtime, key=lambda one: one[1])
    most = f"{STAFF_VI[person]} làm thêm nhiều nhất, {hours(minutes)} giờ." if minutes else ""
    return f"Tuần này có {len(result.outcomes)} việc tới: {told}. {most or 'Không ai làm thêm.'}"


def day_lines(story: WeekStory) -> Iterator[tuple[str, str]]:
    """For each day its evening and a sentence: done, deadlines missed, overtime, who was away."""
    for day in sorted({one.piece.arrived.date() for one in story.result.outcomes}):
        yield format_moment(datetime.combine(day, time(17, 0))), _day(story, day)


def person_rows(story: WeekStory) -> list[tuple[str, ...]]:
    """Who, pieces settled, hours at work, overtime, deadlines missed, when away."""
    rows: list[tuple[str, ...]] = []
    overtime = dict(story.result.overtime)
    for person in STAFF:
        own = [one for one in story.result.outcomes if one.by == person]
        at_work = sum(one.minutes for one in story.spells if one.outcome.by == person)
        missed = sum(one.by == person for one in story.missed)
        away = "; ".join(_away(one) for one in story.away if person in one.people)
        done = sum(one.done is not None for one in own)
        figures = (str(done), hours(at_work), hours(overtime[person]), str(missed))
        rows.append((STAFF_VI[person], *figures, away or "không"))
    return rows


def kind_rows(story: WeekStory) -> list[tuple[str, ...]]:
    """Kind of work, how much came, and how much of it had which fate."""
    rows = []
    for kind, title in story.titles.items():
        counts = Counter(story.result.fate(one) for one in story.result.of((kind,)))
        rows.append((title, str(counts.total()), *(str(counts[fate]) for fate in Fate)))
    return rows


def missed_rows(story: WeekStory) -> list[tuple[str, ...]]:
    """Kind, who, when it came, when it was due, when it was done."""
    return [
        (
            story.title(one),
            STAFF_VI.get(one.by, "chưa giao ai"),
            format_moment(one.piece.arrived),
            format_moment(one.piece.due),
            format_moment(one.done) if one.done else "chưa xong",
        )
        for one in story.missed
    ]


def hours(minutes: int) -> str:
    """Minutes as hours with one decimal: "1,5"."""
    return f"{minutes / 60:.1f}".replace(".", ",")


def day_title(day: date) -> str:
    """A day as people write it: "Thứ Tư 14/10"."""
    return f"{WEEKDAYS_VI[day.weekday()]} {day.day}/{day.month}"


def _day(story: WeekStory, day: date) -> str:
    result = story.result
    arrived = sum(one.piece.arrived.date() == day for one in result.outcomes)
    done = sum(one.done is not None and one.done.date() == day for one in result.outcomes)
    missed = [one for one in story.missed if one.piece.due.date() == day]
    parts = [f"{arrived} việc tới, {done} việc xong"]
    if missed:
        kinds = Counter(story.title(one) for one in missed).most_common()
        named = ", ".join(f"{title} ({count})" for title, count in kinds[:_NAMED])
        more = " và loại khác" if len(kinds) > _NAMED else ""
        parts.append(f"lỡ hạn {len(missed)}: {named}{more}")
    late = [one for one in story.spells if one.is_overtime and one.start.date() == day]
    if late:
        people = ", ".join(STAFF_VI[one] for one in STAFF if one in {s.outcome.by for s in late})
        parts.append(f"làm thêm {hours(sum(one.minutes for one in late))} giờ ({people})")
    away = [one for one in story.away if one.since.date() == day]
    parts += [f"{_people(one)} vắng {_span(one)}: {one.why}" for one in away]
    return f"{'; '.join(parts)}."


def _people(absence: Absence) -> str:
    return ", ".join(STAFF_VI[one] for one in absence.people)


def _span(absence: Absence) -> str:
    return f"{absence.since:%H:%M}–{absence.until:%H:%M}"


def _away(absence: Absence) -> str:
    return f"{day_title(absence.since.date())} {_span(absence)}, {absence.why}"
