"""A lesson's notebook as a list of blocks: text, story, table, picture, form, question."""

from __future__ import annotations

import ast
import contextlib
import json
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import mistune

from course import lesson_index
from course.lesson_index import Lesson, Section
from course.look import Html, join
from course.quiz import bank
from course.showing.printed_question import printed
from course.showing.still import still

NOTHING = Html("")


class Kind(StrEnum):
    """What a block is; it decides whether it goes onto a slide."""

    HEADING = "heading"
    TEXT = "text"
    TABLE = "table"
    STORY = "story"
    MISTAKE = "mistake"
    DATED = "dated"
    SUMMARY = "summary"
    PICTURE = "picture"
    FORM = "form"
    QUESTION = "question"
    SOURCE = "source"


@dataclass(frozen=True)
class Block:
    """One piece of a lesson. `answer` is what a question's answer is, else empty."""

    kind: Kind
    html: Html
    answer: Html = NOTHING


@dataclass(frozen=True)
class ShownSection:
    """A section of a lesson with all its blocks in order, the heading left out."""

    section: Section
    blocks: tuple[Block, ...]


_MARKS = {f'class="vp-{kind}"': kind for kind in Kind}
_HTML = mistune.create_markdown(escape=False, plugins=["table"])


def read(lesson: Lesson) -> tuple[ShownSection, ...]:
    """The sections of a lesson; forms stand in their first state, whoever has used them.

    The notebook is the kit's own: its calls are evaluated here as its kernel would.
    """
    notebook = json.loads((lesson_index.FOLDER / lesson.file).read_text(encoding="utf-8"))
    found: dict[str, list[Block]] = {section.id: [] for section in lesson.sections}
    now = lesson.sections[0].id
    names: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as nobody, contextlib.chdir(nobody):
        for cell in notebook["cells"]:
            now = cell["metadata"].get("vanphong", {}).get("section", now)
            source = "".join(cell["source"])
            if cell["cell_type"] == "markdown":
                found[now] += markdown_blocks(source)
            else:
                found[now] += _called(source, names)
    return tuple(ShownSection(one, tuple(found[one.id])) for one in lesson.sections)


def markdown_blocks(source: str) -> list[Block]:
    """The blocks of a Markdown cell; a framed one (story, mistake...) stays whole."""
    blocks: list[Block] = []
    framed: list[str] = []
    kind: Kind | None = None
    for piece in _pieces(source):
        mark = next(
            (kind for mark, kind in _MARKS.items() if piece.startswith(f"<div {mark}")), None
        )
        if mark:
            kind, framed = mark, []
        elif kind and piece.startswith("</div>"):
            blocks.append(Block(kind, Html(f'<div class="vp-{kind}">{"".join(framed)}</div>')))
            kind = None
        elif kind:
            framed.append(_html(piece))
        else:
            blocks.append(_plain_block(piece))
    return blocks


def _pieces(source: str) -> Iterator[str]:
    """The Markdown between empty lines, with the items of one list kept together."""
    held = ""
    for piece in source.strip().split("\n\n"):
        continues = held and (piece[:1] == " " or (_is_item(piece) and _is_item(held)))
        if continues:
            held += "\n\n" + piece
            continue
        if held:
            yield held
        held = piece
    if held:
        yield held


def _is_item(piece: str) -> bool:
    return piece.lstrip()[:2] in ("- ", "* ") or piece.lstrip().split(".")[0].isdigit()


def _plain_block(piece: str) -> Block:
    html = _html(piece)
    if piece.startswith("#"):
        return Block(Kind.HEADING, html)
    if piece.startswith("|"):
        return Block(Kind.TABLE, html)
    if piece.startswith('<p class="vp-source"'):
        return Block(Kind.SOURCE, html)
    return Block(Kind.TEXT, html)


def _html(piece: str) -> Html:
    return Html(_HTML(piece))


def _called(source: str, names: dict[str, Any]) -> list[Block]:
    """What the calls of a code cell would show: pictures, forms, questions."""
    blocks: list[Block] = []
    for node in ast.parse(source).body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            exec(compile(ast.Module([node], []), "<lesson>", "exec"), names)
        elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            blocks += _shown(node.value, names)
    return blocks


def _shown(call: ast.Call, names: dict[str, Any]) -> list[Block]:
    called = ast.unparse(call.func)
    if called == "ask":
        return [_question(name) for name in lesson_index.questions_in(ast.unparse(call))]
    if called != "lesson.show":
        return []
    values = [
        eval(compile(ast.Expression(argument), "<lesson>", "eval"), names) for argument in call.args
    ]
    return [_picture(values)]


def _question(name: str) -> Block:
    question = printed(bank.load()[name])
    return Block(Kind.QUESTION, question.asked, question.answer)


def _picture(values: Sequence[Any]) -> Block:
    if all(isinstance(value, str) for value in values):
        return Block(Kind.PICTURE, join(*values))
    return Block(Kind.FORM, join(*(still(value) for value in values)))
