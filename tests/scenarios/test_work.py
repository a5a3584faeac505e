"""The work as data: untouched, saved, bound by its journal."""

import json
from datetime import datetime

import pytest
from pydantic import ValidationError

from scenarios.work import JournalEntry, OrderLine, Work, chain, is_chain_whole

AT = datetime(2026, 9, 22, 8, 0)


def journal(count: int) -> tuple[JournalEntry, ...]:
    entries: list[JournalEntry] = []
    for number in range(count):
        entry = JournalEntry(
            number=number, at=f"2026-09-22T08:0{number}", what="order", subject="a"
        )
        link = chain(entries[-1].chain if entries else "", entry)
        entries.append(entry.model_copy(update={"chain": link}))
    return tuple(entries)


def test_a_fresh_work_is_untouched_and_so_is_one_with_blank_answers() -> None:
    assert Work(case="a").is_untouched
    assert Work(case="a", answers={"x": ""}).is_untouched
    assert not Work(case="a", answers={"x": "5"}).is_untouched
    order = OrderLine(id="a", task="a", who="a", at=AT)
    assert not Work(case="a", orders=(order,)).is_untouched


def test_the_same_work_has_the_same_text_and_the_text_reads_back() -> None:
    order = OrderLine(id="a", task="b", who="c", at=AT, options={"k": ("x", "y"), "m": "n"})
    work = Work(case="hội nghị", orders=(order,), position=AT, journal=journal(2))
    assert work.to_json() == work.model_copy().to_json()
    assert Work.model_validate(json.loads(work.to_json())) == work
    assert '"case": "hội nghị"' in work.to_json()
    assert work.to_json().endswith("\n")


def test_seconds_of_an_order_are_cut_off_and_a_time_zone_is_refused() -> None:
    order = OrderLine.model_validate(
        {"id": "a", "task": "b", "who": "c", "at": "2026-09-22T08:00:59"}
    )
    assert order.at == AT
    with pytest.raises(ValidationError):
        OrderLine.model_validate({"id": "a", "task": "b", "who": "c", "at": "2026-09-22T08:00Z"})


def test_a_journal_as_it_was_written_is_whole() -> None:
    assert is_chain_whole(Work(case="a"))
    assert is_chain_whole(Work(case="a", journal=journal(5)))


def _changed(entries: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
    return (*entries[:2], entries[2].model_copy(update={"at": "2026-09-21T08:02"}), *entries[3:])


def _taken_out(entries: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
    return (*entries[:2], *entries[3:])


def _put_in(entries: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
    return (*entries[:2], JournalEntry(number=9, at="x", what="y"), *entries[2:])


def _swapped(entries: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
    return (entries[1], entries[0], *entries[2:])


def _without_first(entries: tuple[JournalEntry, ...]) -> tuple[JournalEntry, ...]:
    return entries[1:]


@pytest.mark.parametrize("damage", [_changed, _taken_out, _put_in, _swapped, _without_first])
def test_a_changed_journal_is_not_whole(damage: object) -> None:
    assert callable(damage)
    assert not is_chain_whole(Work(case="a", journal=damage(journal(5))))
