"""A page that stands alone: the kit's look, its letters and its script inside one HTML file."""

from __future__ import annotations

import base64
import re
from functools import cache
from importlib import resources

from course import lesson, look
from course.quiz import page as quiz_page

_STATIC = "labextension/vanphong/static"


def page(title: str, body: str, kind: str) -> str:
    """An HTML page in Vietnamese that asks for no other file; `kind` is the class of its body."""
    style = "\n".join(
        (letters(), look.stylesheet(), lesson.style(), quiz_page.style(), _own("showing.css"))
    )
    return (
        '<!DOCTYPE html>\n<html lang="vi"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{look.text(title)}</title><style>{style}</style></head>"
        f'<body class="{kind}">{_own_tips(body)}</body></html>\n'
    )


def script() -> str:
    """What turns the slides."""
    return _own("slides.js")


@cache
def letters() -> str:
    """The kit's letters as CSS with the font files inside."""
    static = resources.files("course.page").joinpath(_STATIC)
    css = static.joinpath("fonts.css").read_text(encoding="utf-8")

    def inside(found: re.Match[str]) -> str:
        content = base64.b64encode(static.joinpath(found[1]).read_bytes()).decode("ascii")
        return f"url(data:font/woff2;base64,{content})"

    return re.sub(r"url\((fonts/[\w-]+\.woff2)\)", inside, css)


def _own_tips(body: str) -> str:
    """Each drawing with arrow tips of its own: those of a hidden slide are not drawn elsewhere."""
    pieces = re.split(r"(?=<svg\b)", body)
    return "".join(piece.replace("vp-tip", f"vp-tip-{at}") for at, piece in enumerate(pieces))


@cache
def _own(name: str) -> str:
    return resources.files("course.showing").joinpath(name).read_text(encoding="utf-8")
