"""The kit's one look: small blocks of HTML (notice, card, table, badge...) with classes `vp-*`.

The classes get their colours and sizes from `vanphong.css` of the kit's own extension
(`course/page/labextension`), which puts it into every page. Text is escaped here; only `Html`
passes as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from html import escape as _escape
from importlib import resources
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from office_sim.rulebook import Rule

Kind = Literal["info", "good", "warn", "bad"]
# The word tells the kind to those who do not see the colour.
KIND_VI: dict[Kind, str] = {
    "info": "Thông tin",
    "good": "Tốt",
    "warn": "Lưu ý",
    "bad": "Cần sửa",
}
_SIGN: dict[Kind, str] = {"info": "i", "good": "✓", "warn": "!", "bad": "✕"}


class Html(str):
    """HTML that is safe to show as it is; a plain `str` is text and gets escaped."""

    __slots__ = ()


def text(value: object) -> Html:
    """The value as HTML: `Html` unchanged, anything else escaped, new lines kept."""
    if isinstance(value, Html):
        return value
    return Html(_escape(str(value)).replace("\n", "<br>"))


def join(*parts: str) -> Html:
    """Several blocks one below the other; plain text among them is escaped."""
    return Html("".join(text(part) for part in parts))


def page_head(title: str, lead: str = "") -> Html:
    """The head of a page or of a large part: title and one sentence that leads in."""
    below = f'<p class="vp-lead">{text(lead)}</p>' if lead else ""
    return Html(f'<div class="vp vp-head"><h1 class="vp-title">{text(title)}</h1>{below}</div>')


def notice(message: str, kind: Kind = "info", title: str | None = None) -> Html:
    """A framed message. `title` stands before it (None: the kind's own word, "": nothing)."""
    label = KIND_VI[kind] if title is None else title
    head = f'<strong class="vp-notice-title">{text(label)}</strong> ' if label else ""
    role = "alert" if kind == "bad" else "status"
    return Html(
        f'<div class="vp vp-notice vp-{kind}" role="{role}">'
        f'<span class="vp-sign" aria-hidden="true">{_SIGN[kind]}</span>'
        f'<div class="vp-notice-text">{head}{text(message)}</div></div>'
    )


def card(title: str, body_html: str, *, foot_html: str = "") -> Html:
    """A framed block with a heading. `body_html` and `foot_html` are HTML, not text."""
    foot = f'<div class="vp-card-foot">{foot_html}</div>' if foot_html else ""
    head = f'<h3 class="vp-card-title">{text(title)}</h3>' if title else ""
    return Html(
        f'<section class="vp vp-card">{head}'
        f'<div class="vp-card-body">{body_html}</div>{foot}</section>'
    )


def badge(label: str, kind: Kind | Literal["plain"] = "plain") -> Html:
    """A short word in a coloured pill, for states such as "Đạt" or "Quá hạn"."""
    return Html(f'<span class="vp vp-badge vp-{kind}">{text(label)}</span>')


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, caption: str = "") -> Html:
    """A table with a header row; it scrolls inside its own frame when the screen is narrow."""
    above = f"<caption>{text(caption)}</caption>" if caption else ""
    head = "".join(f'<th scope="col">{text(header)}</th>' for header in headers)
    body = "".join(
        "<tr>" + "".join(f"<td>{text(cell)}</td>" for cell in row) + "</tr>" for row in rows
    )
    label = _escape(caption or "Bảng")
    return Html(
        f'<div class="vp vp-table" tabindex="0" role="region" aria-label="{label}"><table>{above}'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def steps(labels: Sequence[str], current: int, missed: Sequence[int] = ()) -> Html:
    """A list of steps in order; those before `current` (from 0) are done, that one is now.

    Those in `missed` did not come about.
    """
    items = "".join(
        _step(label, place - current, missed=place in missed) for place, label in enumerate(labels)
    )
    return Html(f'<ol class="vp vp-steps">{items}</ol>')


def progress(done: int, total: int, label: str) -> Html:
    """A bar with the figures beside it: `done` of `total` (a total of 0 shows an empty bar)."""
    share = 0 if total <= 0 else max(0, min(100, round(100 * done / total)))
    return Html(
        f'<div class="vp vp-progress"><span>{text(label)}: '
        f"<strong>{done}/{total}</strong></span>"
        f'<div class="vp-bar" role="progressbar" aria-valuemin="0" aria-valuemax="100" '
        f'aria-valuenow="{share}" aria-label="{_escape(label)}">'
        f'<div class="vp-bar-done" style="width:{share}%"></div></div></div>'
    )


def source_line(rules: Sequence[Rule]) -> Html:
    """The line under a statement that names its sources, each once, in the given order.

    A rule that is not confirmed carries "cần đối chiếu bản gốc". No rules: an empty string.
    """
    citations = list(dict.fromkeys(rule.citation for rule in rules))
    if not citations:
        return Html("")
    return Html(f'<p class="vp vp-source">Nguồn: {text("; ".join(citations))}</p>')


def html_widget(html: str) -> Any:
    """An `ipywidgets.HTML` that shows the block at full width."""
    import ipywidgets  # heavy, and not needed by those who only want the HTML

    widget = ipywidgets.HTML(html, layout=ipywidgets.Layout(width="100%"))
    widget.add_class("vp-block")
    return widget


def stylesheet() -> str:
    """The kit's CSS as text, for pages made outside of JupyterLab (print, slides, feedback)."""
    static = resources.files("course.page").joinpath("labextension/vanphong/static/vanphong.css")
    return static.read_text(encoding="utf-8")


@cache
def palette() -> dict[str, str]:
    """The kit's colours by name (`ink`, `main`, `good-ink`...) as `#rrggbb`, for charts."""
    return dict(re.findall(r"--vp-([a-z-]+):\s*(#[0-9a-f]{6})", stylesheet()))


def _step(label: str, distance: int, *, missed: bool) -> str:
    state, word = ("done", "đã xong") if distance < 0 else ("next", "chưa tới")
    if missed:
        state, word = "missed", "không thành"
    if distance == 0:
        state, word = "now", "đang làm"
    mark = ' aria-current="step"' if distance == 0 else ""
    return (
        f'<li class="vp-step vp-step-{state}"{mark}>'
        f"<span>{text(label)}</span>"
        f' <span class="vp-step-state">({word})</span></li>'
    )
