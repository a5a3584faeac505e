"""A pool: the entries from which the rows of a table are drawn, written by an author in TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationError

from office_sim import mistakes
from office_sim.mistakes import Mistake, MistakesError
from scenarios.family_names import peoples
from scenarios.placeholders import PlaceholderError, fill
from scenarios.record import Id, Record

Texts = Annotated[
    tuple[str, ...], BeforeValidator(lambda one: [one] if isinstance(one, str) else one)
]
"""One text or several."""
Fact = str | int | bool
_NAMES = 4
"""How many people's names an entry can speak of: {ten_1} to {ten_4}."""


class PoolError(MistakesError):
    """A pool cannot be used as it is written."""

    what = "Kho hàng của bảng"


class Entry(Record):
    """One entry. It belongs to a `group`, of which so many are drawn.

    `given`, `mentions`, `why` may hold words in {...}. `right` are the right texts of a column, one
    or several; where a generator works them out, `facts` is what it works from. `kinds`, `slips` as
    in a TrueRow.
    """

    id: Id
    group: Id
    kinds: tuple[Id, ...] = ()
    given: Mapping[Id, str]
    right: Mapping[Id, Texts] = {}
    mentions: Mapping[Id, Texts] = {}
    facts: Mapping[Id, Fact] = {}
    slips: Mapping[Id, Mapping[Id, str]] = {}
    why: str = ""


class Pool(Record):
    """All entries. `columns` are the given columns, id -> heading, those `worked_out` filled by the
    generator; the rows are shuffled, or `sort` names the given column by which they stand in order.
    `draw` says how many entries of each group a table gets; of each list in `words` one
    text is drawn for an entry; `slips` say in a sentence what a slip shows; `settings` are a
    generator's own.
    """

    schema_: Annotated[Literal[1], Field(alias="schema")]
    columns: Mapping[Id, str]
    worked_out: tuple[Id, ...] = ()
    draw: Mapping[Id, Annotated[int, Field(ge=1, le=60)]]
    shuffle: bool = True
    sort: str = ""
    words: Mapping[Id, tuple[str, ...]] = {}
    slips: Mapping[Id, str] = {}
    settings: Mapping[Id, Fact] = {}
    entries: Annotated[tuple[Entry, ...], Field(alias="entry", min_length=1)]


@dataclass(frozen=True)
class Drawn:
    """An entry that was drawn, with the words for its texts."""

    entry: Entry
    words: Mapping[str, str]

    def say(self, text: str) -> str:
        """The text with the entry's words. Raises PlaceholderError."""
        return fill(text, self.words)


@cache
def read_pool(path: Path) -> Pool:
    """The pool in a file. Raises PoolError with every mistake in it."""
    name = f"{path.parent.name}/{path.name}"
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise PoolError([mistakes.of_toml(name, error)]) from error
    except OSError as error:
        mend = "đặt tệp ấy vào thư mục của tình huống"
        raise PoolError([Mistake(name, "", "không mở được tệp", mend)]) from error
    try:
        pool = Pool.model_validate(content)
    except ValidationError as error:
        raise PoolError(mistakes.of_records(name, error, content)) from error
    if wrong := list(_unsound(name, pool)):
        raise PoolError(wrong)
    return pool


def draw(pool: Pool, seed: str) -> list[Drawn]:
    """The entries of this seed in their order; the same seed always gives the same ones.

    Raises PoolError if an entry's text needs a word that there is not.
    """
    chance = Random(f"pool/{seed}")
    chosen: list[Entry] = []
    for group, count in pool.draw.items():
        chosen += chance.sample([one for one in pool.entries if one.group == group], count)
    if pool.shuffle:
        chance.shuffle(chosen)
    else:
        order = {one.id: at for at, one in enumerate(pool.entries)}
        chosen.sort(key=lambda one: order[one.id])
    if pool.sort:
        chosen.sort(key=lambda one: one.given[pool.sort])
    return [Drawn(one, _words(chance, pool)) for one in chosen]


def _words(chance: Random, pool: Pool) -> dict[str, str]:
    """The words of one entry: names that are invented, and one text of each list of the pool."""
    words = {name: chance.choice(texts) for name, texts in pool.words.items()}
    names = peoples()
    for number in range(1, _NAMES + 1):
        female = chance.random() < 0.5
        name = names[chance.choice(sorted(names))].draw(chance, female=female)
        words[f"ten_{number}"] = name
        words[f"nguoi_{number}"] = f"{'bà' if female else 'ông'} {name}"
    return words


def _unsound(name: str, pool: Pool) -> list[Mistake]:
    wrong = []
    ids = [one.id for one in pool.entries]
    for twice in sorted({one for one in ids if ids.count(one) > 1}):
        wrong.append(Mistake(name, f"entry “{twice}”", "mã dùng hai lần", "đặt mã khác"))
    groups = [one.group for one in pool.entries]
    for group, count in pool.draw.items():
        if groups.count(group) < count:
            problem = f"cần {count} hàng mà nhóm này chỉ có {groups.count(group)}"
            wrong.append(Mistake(name, f"draw.{group}", problem, "thêm entry, hoặc giảm số"))
    chance = Random(name)
    if pool.sort and pool.sort not in pool.columns:
        wrong.append(Mistake(name, "sort", *_no_column(pool)))
    for one in pool.entries:
        place = f"entry “{one.id}”"
        if one.group not in pool.draw:
            mend = "ghi nhóm ấy ở draw, hoặc đổi group"
            wrong.append(Mistake(name, place, f"không bao giờ được rút: nhóm “{one.group}”", mend))
        for column in sorted(one.given.keys() ^ (pool.columns.keys() - set(pool.worked_out))):
            wrong.append(
                Mistake(name, place, f"given và columns không khớp ở “{column}”", "sửa given")
            )
        for slip in sorted(one.slips.keys() - pool.slips.keys()):
            wrong.append(Mistake(name, place, f"không có “{slip}” ở slips", "khai ở slips của tệp"))
        wrong += _unspoken(name, place, Drawn(one, _words(chance, pool)))
    return wrong


def _no_column(pool: Pool) -> tuple[str, str]:
    return f"không có cột “{pool.sort}”", f"dùng một trong: {', '.join(pool.columns)}"


def _unspoken(name: str, place: str, drawn: Drawn) -> list[Mistake]:
    texts = [*drawn.entry.given.values(), drawn.entry.why]
    try:
        for text in texts:
            drawn.say(text)
    except PlaceholderError as error:
        mend = "khai từ ấy ở words, hoặc sửa chính tả"
        return [Mistake(name, place, f"từ trong ngoặc nhọn không có: “{error}”", mend)]
    return []
