"""Merging the works of two members of a group; a contradiction is shown, never settled silently."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from office_sim.wording import listed
from scenarios.work import Work
from scenarios.work_tables import Cell, from_cells, to_cells

Line = TypeVar("Line")

_LINES = {"order": ("orders", "id"), "decision": ("decisions", "inject")} | {
    "document": ("documents", "slot")
}
"""Where the lines of a kind of conflict stand in a work, and what names them."""


class MergeError(Exception):
    """The two works cannot be merged at all; the message is one Vietnamese sentence."""


@dataclass(frozen=True)
class Conflict:
    """Something that two members settled differently.

    `kind` is "order", "decision", "answer", "document" or "cell"; `key` names it, a cell as
    "table/row/column"; `mine` and `theirs` are what each has, None where a member took out what
    the other changed.
    """

    kind: str
    key: str
    mine: Any
    theirs: Any


@dataclass(frozen=True)
class Merged:
    """The merged work. Where there are conflicts it holds what `mine` says until one chooses."""

    work: Work
    conflicts: tuple[Conflict, ...]


def merge(mine: Work, theirs: Work, base: Work | None = None) -> Merged:
    """Put two works of one case and edition together.

    `base` is the work that both started from (None: an empty one): with it, what one member took
    out stays out. The journal stays `mine`. Raises MergeError for another case or edition.
    """
    differing = [word for word, own, other in _kept_apart(mine, theirs) if own != other]
    if differing:
        raise MergeError(f"Hai bài khác nhau về {listed(differing)} nên không ghép được.")
    start = base or Work(case=mine.case)
    conflicts: list[Conflict] = []

    def lines(kind: str, name: Callable[[Any], str], field: str) -> tuple[Any, ...]:
        versions = [_by_name(getattr(work, field), name) for work in (start, mine, theirs)]
        return tuple(_merged(kind, versions, conflicts).values())

    orders = sorted(lines("order", lambda one: one.id, "orders"), key=lambda one: (one.at, one.id))
    work = mine.model_copy(
        update={
            "orders": tuple(orders),
            "decisions": lines("decision", lambda one: one.inject, "decisions"),
            "documents": lines("document", lambda one: one.slot, "documents"),
            "answers": _merged("answer", [start.answers, mine.answers, theirs.answers], conflicts),
            "tables": _tables((start, mine, theirs), conflicts),
            "position": _later(mine, theirs),
        }
    )
    return Merged(work, tuple(conflicts))


def settled(merged: Merged, theirs: Collection[Conflict]) -> Work:
    """The merged work where a person has settled every conflict: `theirs` are those in which the
    other member's version is taken.
    """
    changes: dict[str, Any] = {}
    for one in theirs:
        field, name = _LINES.get(one.kind, ("", ""))
        if field:
            lines = changes.get(field, getattr(merged.work, field))
            kept = [line for line in lines if getattr(line, name) != one.key]
            changes[field] = (*kept, *([one.theirs] if one.theirs is not None else []))
        elif one.kind == "answer":
            answers = changes.get("answers", merged.work.answers)
            changes["answers"] = {**answers, one.key: one.theirs or ""}
        else:
            cells = to_cells(changes.get("tables", merged.work.tables))
            changes["tables"] = from_cells({**cells, _place(one.key): one.theirs or ""})
    return merged.work.model_copy(update=changes)


def _kept_apart(mine: Work, theirs: Work) -> Iterator[tuple[str, str, str]]:
    """What works that are put together must have in common, with what each of them has."""
    yield "tình huống", mine.case, theirs.case
    words = {"variant": "biến thể", "level": "mức", "format": "khung thời gian"}
    for name, word in words.items():
        yield word, getattr(mine.edition, name), getattr(theirs.edition, name)


def _by_name(lines: Iterable[Line], name: Callable[[Line], str]) -> dict[str, Line]:
    return {name(line): line for line in lines}


def _merged(
    kind: str, versions: Sequence[Mapping[str, Any]], conflicts: list[Conflict]
) -> dict[str, Any]:
    """Three-way merge by key; `conflicts` gets what both changed in different ways."""
    start, mine, theirs = versions
    result = {}
    for key in sorted(start.keys() | mine.keys() | theirs.keys()):
        old, one, other = start.get(key), mine.get(key), theirs.get(key)
        if one == other or other == old:
            kept = one
        elif one == old:
            kept = other
        else:
            conflicts.append(Conflict(kind, key, one, other))
            kept = one
        if kept is not None:
            result[key] = kept
    return result


def _tables(works: Sequence[Work], conflicts: list[Conflict]) -> Any:
    """The tables, cell by cell."""
    versions = [{"/".join(at): text for at, text in to_cells(one.tables).items()} for one in works]
    merged = _merged("cell", versions, conflicts)
    return from_cells({_place(key): text for key, text in merged.items()})


def _place(key: str) -> Cell:
    table, row, column = key.split("/", 2)
    return table, row, column


def _later(mine: Work, theirs: Work) -> Any:
    positions = [work.position for work in (mine, theirs) if work.position is not None]
    return max(positions, default=None)
