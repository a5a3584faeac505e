"""The brief of a case as HTML: what the learner reads first."""

from __future__ import annotations

from markdown_it import MarkdownIt

from course.look import Html
from scenarios.brief import brief_of
from scenarios.case import Case


def brief(case: Case) -> Html:
    """The case's brief. HTML inside the Markdown is shown as text."""
    rendered = MarkdownIt("commonmark", {"html": False}).enable("table").render(brief_of(case))
    return Html(f'<div class="vp vp-desk-brief">{rendered}</div>')
