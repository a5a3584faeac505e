"""How sturdy a plan was found to be: a sentence, a small chart of bars, the same as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.look import Html, Kind, join, notice, palette, table, text
from scenarios.case import Case
from scenarios.sturdiness import CAUSE_VI, Sturdiness, goal_vi

GOOD, FAIR = 0.9, 0.7
_BAR, _ROW, _LABEL, _WIDTH = 300, 34, 340, 720
_OTHER_VI = "nguyên nhân khác"
_HOW_VI = (
    "Mỗi lượt là một ngày có trục trặc khác nhau, cùng một kế hoạch: có người bận đột xuất, việc "
    "làm chậm, điện thoại không gọi được, thiết bị hỏng, đường khó đi. Mức trục trặc là giả định "
    "của bộ học liệu; chạy lại vẫn ra đúng kết quả này."
)
_UNDECIDED_VI = (
    "Nhiều lượt dừng ở tình tiết anh/chị chưa quyết định. Anh/chị cho văn phòng chạy tới cuối, "
    "quyết định hết các tình tiết, rồi thử lại."
)


@dataclass(frozen=True)
class _Bar:
    words: str
    count: int
    hue: str


def told(case: Case, found: Sturdiness) -> Html:
    """The result of the runs made so far."""
    percent = round(100 * found.share)
    goal = goal_vi(case)
    kind: Kind = "good" if found.share >= GOOD else "warn" if found.share >= FAIR else "bad"
    words = f"{goal}: {found.on_time}/{found.runs} lượt ({percent}%)."
    undecided = dict(found.causes).get("decision", 0) * 2 > found.runs
    bars = _bars(goal, found)
    return join(
        notice(words, kind, _judged(kind)),
        notice(_UNDECIDED_VI, "warn") if undecided else Html(""),
        _chart(bars, found.runs),
        table(
            ("Kết quả", "Số lượt", "Phần trăm"),
            ((bar.words, bar.count, f"{_share(bar, found.runs)}%") for bar in bars),
            caption="Kết quả các lượt",
        ),
        Html(f'<p class="vp vp-desk-hint">{_HOW_VI}</p>'),
    )


def _judged(kind: Kind) -> str:
    return {"good": "Vững", "warn": "Tạm được", "bad": "Còn mong manh"}[kind]


def _bars(goal: str, found: Sturdiness) -> list[_Bar]:
    good, bad = palette()["good-ink"], palette()["bad-ink"]
    bars = [_Bar(f"Đạt: {goal[:1].lower()}{goal[1:]}", found.on_time, good)]
    bars += [_Bar(f"Không đạt: {CAUSE_VI[cause]}", count, bad) for cause, count in found.causes]
    rest = found.runs - sum(bar.count for bar in bars)
    return [*bars, _Bar(f"Không đạt: {_OTHER_VI}", rest, bad)] if rest else bars


def _chart(bars: Sequence[_Bar], runs: int) -> Html:
    height = _ROW * len(bars) + 6
    told = "; ".join(f"{bar.words}: {bar.count} lượt" for bar in bars)
    rows = "".join(_drawn(place, bar, runs) for place, bar in enumerate(bars))
    return Html(
        f'<svg class="vp-desk-bars" viewBox="0 0 {_WIDTH} {height}" role="img" '
        f'aria-label="{text(told)}">{rows}</svg>'
    )


def _drawn(place: int, bar: _Bar, runs: int) -> str:
    top = place * _ROW + 4
    width = max(2, _BAR * bar.count / runs) if bar.count else 0
    words = bar.words if len(bar.words) <= 44 else f"{bar.words[:43].rstrip()}…"
    bed = palette()["soft-paper"]
    return (
        f'<text x="{_LABEL - 10}" y="{top + 18}" text-anchor="end" font-size="14" '
        f'fill="{palette()["ink"]}">{text(words)}</text>'
        f'<rect x="{_LABEL}" y="{top}" width="{_BAR}" height="24" fill="{bed}"/>'
        f'<rect x="{_LABEL}" y="{top}" width="{width:.1f}" height="24" fill="{bar.hue}"/>'
        f'<text x="{_LABEL + _BAR + 10}" y="{top + 18}" font-size="14" font-weight="600" '
        f'fill="{palette()["ink"]}">{bar.count}</text>'
    )


def _share(bar: _Bar, runs: int) -> int:
    return round(100 * bar.count / runs) if runs else 0
