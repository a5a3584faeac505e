"""Gain from the first test to the second by duty: sentence, picture and table."""

from __future__ import annotations

from collections.abc import Sequence

from course.look import Html, card, join, notice, palette, table, text
from course.progress_events import History
from course.review.answers_shown import points
from course.review.outcome import DutyGain, Outcome, of_history

_LEFT, _WIDTH, _ROW, _TOP, _SHORT = 470, 360, 26, 34, 58
_NOTE_VI = (
    "Mỗi đầu việc chỉ có một, hai câu trong mỗi bài: xem để biết nên học tiếp chỗ nào, không "
    "phải để "
    "xếp loại người học."
)


def gain(history: History) -> Html:
    """What both tests say, or which of them is still missing."""
    outcome = of_history(history)
    if outcome.before is None or outcome.after is None:
        parts = {"trước khóa học": outcome.before, "sau khóa học": outcome.after}
        missing = " và ".join(f"bài kiểm tra {one}" for one, done in parts.items() if done is None)
        words = f"Phần này hiện khi anh/chị nộp xong cả hai bài; còn thiếu {missing}."
        return notice(words, "info", "")
    rows = outcome.by_duty
    return join(
        notice(summary(outcome), "good" if _total(outcome) > 0 else "info", ""),
        card("Hình: điểm trước và sau, theo đầu việc", picture(rows)),
        card("Bảng", join(_table(rows), Html(f"<p>{text(_NOTE_VI)}</p>"))),
    )


def summary(outcome: Outcome) -> str:
    """The figures in two sentences, for those who do not see the picture."""
    before, after = outcome.before, outcome.after
    if before is None or after is None:
        return ""
    up = [one for one in outcome.by_duty if (one.gain or 0) > 0]
    down = [one for one in outcome.by_duty if (one.gain or 0) < 0]
    weak = [one.title for one in outcome.by_duty if one.after is not None and one.after < 0.5]
    said = (
        f"Trước khóa học {points(before.points)}/{before.out_of} điểm, sau khóa học "
        f"{points(after.points)}/{after.out_of} điểm. Lên ở {len(up)} đầu việc, xuống ở "
        f"{len(down)}, giữ "
        f"nguyên ở {len(outcome.by_duty) - len(up) - len(down)}."
    )
    return f"{said} Nên ôn tiếp: {'; '.join(weak)}." if weak else said


def picture(rows: Sequence[DutyGain]) -> Html:
    """For each duty a hollow dot for before, a full one for after, a line between them."""
    ink, main, soft = palette()["ink"], palette()["main"], palette()["field-line"]
    grid = palette()["line"]
    height = _TOP + _ROW * len(rows) + 12
    marks = "".join(
        f'<line x1="{_x(share)}" y1="{_TOP - 6}" x2="{_x(share)}" y2="{height - 8}" '
        f'stroke="{grid}"/>'
        f'<text x="{_x(share)}" y="{_TOP - 14}" text-anchor="middle" font-size="13" fill="{ink}">'
        f"{round(100 * share)}%</text>"
        for share in (0, 0.5, 1)
    )
    drawn = "".join(_drawn(place, row, ink, main, soft) for place, row in enumerate(rows))
    alt = "Mỗi đầu việc một dòng: chấm rỗng là điểm trước, chấm đặc là điểm sau. " + "; ".join(
        f"{row.title}: {_share(row.before)} lên {_share(row.after)}"
        if (row.gain or 0) > 0
        else f"{row.title}: {_share(row.before)}, sau {_share(row.after)}"
        for row in rows
    )
    width = _LEFT + _WIDTH + 30
    legend = (
        '<p class="vp">○ trước khóa học &nbsp; ● sau khóa học. '
        "Trước và sau bằng nhau thì chỉ thấy một chấm đặc.</p>"
    )
    return join(
        Html(legend),
        Html(
            f'<svg viewBox="0 0 {width} {height}" role="img" aria-label="{text(alt)}" '
            f'style="width:100%;max-width:{width}px;height:auto;'
            f'font-family:var(--vp-font,sans-serif)">{marks}{drawn}</svg>'
        ),
    )


def _drawn(place: int, row: DutyGain, ink: str, main: str, soft: str) -> str:
    y = _TOP + _ROW * place + _ROW // 2
    name = row.title if len(row.title) <= _SHORT else row.title[: _SHORT - 1].rstrip(" ,;") + "…"
    shapes = [f'<text x="0" y="{y + 5}" font-size="14" fill="{ink}">{text(name)}</text>']
    if row.before is not None and row.after is not None:
        ends = f'x1="{_x(row.before)}" x2="{_x(row.after)}" y1="{y}" y2="{y}"'
        shapes.append(f'<line {ends} stroke="{soft}" stroke-width="3"/>')
    if row.before is not None:
        shapes.append(
            f'<circle cx="{_x(row.before)}" cy="{y}" r="7" fill="#ffffff" '
            f'stroke="{main}" stroke-width="2.5"/>'
        )
    if row.after is not None:
        shapes.append(f'<circle cx="{_x(row.after)}" cy="{y}" r="7" fill="{main}"/>')
    return "".join(shapes)


def _table(rows: Sequence[DutyGain]) -> Html:
    cells = [(row.title, _share(row.before), _share(row.after), _gained(row)) for row in rows]
    return table(["Đầu việc", "Trước", "Sau", "Thay đổi"], cells)


def _gained(row: DutyGain) -> str:
    if row.gain is None:
        return "chưa đủ hai bài"
    steps = round(100 * row.gain)
    return "giữ nguyên" if not steps else f"{'lên' if steps > 0 else 'xuống'} {abs(steps)} điểm %"


def _share(value: float | None) -> str:
    return "không hỏi" if value is None else f"{round(100 * value)}%"


def _x(share: float) -> int:
    return _LEFT + 10 + round(_WIDTH * share)


def _total(outcome: Outcome) -> float:
    before, after = outcome.before, outcome.after
    return after.points - before.points if before and after else 0.0
