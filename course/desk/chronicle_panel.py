"""What happened: since the last press of the button above, and all of it below."""

from __future__ import annotations

from datetime import datetime

from course.desk.chronicle import as_html, lines
from course.desk.view import View
from course.look import Html, join
from office_sim.calendar import format_moment
from office_sim.sentences import Sentences


def chronicle(view: View, since: datetime | None) -> Html:
    """The lines after `since` (None: nothing was run yet on this page), then the whole log."""
    says = Sentences(view.case.world)
    everything = as_html(lines(view.run.log, says))
    summary = "<summary>Xem lại từ đầu</summary>"
    if since is None:
        return join(_heading("Từ đầu tới giờ"), everything)
    fresh = lines([event for event in view.run.log if event.at > since], says)
    return join(
        _heading(f"Vừa xảy ra, từ {format_moment(since)} tới {format_moment(view.now)}"),
        as_html(fresh) if fresh else Html('<p class="vp vp-desk-hint">Chưa có gì mới.</p>'),
        Html(f'<details class="vp vp-desk-all">{summary}{everything}</details>'),
    )


def _heading(title: str) -> Html:
    return Html(f'<h3 class="vp vp-desk-heading">{title}</h3>')
