"""Colleagues and leaders who are slow, unsure or wrong once: it costs time, by rule."""

from datetime import timedelta

import pytest

from office_sim.log import EventKind
from office_sim.manners import Manner, MannerKind
from office_sim.sentences import Sentences
from office_sim.simulation import Run

from .conftest import only, order, person, run, task, with_people

TEN = timedelta(minutes=10)


def done_twice(kind: MannerKind, tasks: tuple[str, ...] = ("viec",)) -> Run:
    manner = Manner(kind, tasks, TEN, "hỏi lại cho chắc")
    people = with_people(person("mai", manners=(manner,)))
    work = task("viec", EventKind.LIST_PROPOSED)
    given = [order("viec", who="mai")._replace(id=f"viec_{n}") for n in (1, 2)]
    return run([work], given, people=people)


@pytest.mark.parametrize(
    ("kind", "times"),
    [(MannerKind.SLOW, 2), (MannerKind.UNSURE, 1), (MannerKind.WRONG_ONCE, 1)],
)
def test_slow_is_each_time_unsure_and_wrong_are_the_first_time(
    kind: MannerKind, times: int
) -> None:
    held = done_twice(kind).log.of_kind(EventKind.PERSON_HELD_UP)
    assert [one.detail["manner"] for one in held] == [kind.value] * times


def test_it_takes_longer_by_just_the_span_and_is_told_with_the_name() -> None:
    run_, plain = done_twice(MannerKind.UNSURE), done_twice(MannerKind.UNSURE, ("khac",))
    ends = [one.log.of_kind(EventKind.ORDER_DONE)[-1].at for one in (run_, plain)]
    assert ends[0] - ends[1] == TEN
    told = Sentences(run_.office.world).of(only(run_, EventKind.PERSON_HELD_UP))
    assert "hỏi lại cho chắc" in told
    assert "mất thêm 10 phút" in told


def test_other_tasks_are_done_as_ever() -> None:
    assert done_twice(MannerKind.SLOW, ("khac",)).log.of_kind(EventKind.PERSON_HELD_UP) == []
