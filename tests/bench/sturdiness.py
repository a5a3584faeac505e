"""How fast a plan is tried on bad days, against bare SimPy, and how the time grows with the office.

    python -m tests.bench.sturdiness [RUNS]      500 runs of each case unless told otherwise

A run is one disturbed world played with the reference work, the disturbing counted in. Against
them stand programs of bare SimPy that process the same number of events of the same kinds (see
tests/bench/simulation.py), in slices by turns so that noise hits both. Garbage collection is on as
it is for a learner.

The events are counted in all these runs; each bare program has as many of each kind as a run has
on average.

Times are seconds of this process's own work, so that other programs on the machine count less.

Growth: 1, 2 and 4 times the people, papers, rooms, tasks, happenings and orders, each a copy under
a name of its own, in one office; the copies of members are invited and called too, those of
happenings are waited for but ask nothing. An order that goes to every member (to invite, to call
each one) is given once: with N times the members it is N times as long by itself, and N of them
would be N * N messages. Printed is time(N) / (N * time(1)): 1 is linear, below it is better.
"""

from __future__ import annotations

import gc
import statistics
import sys
import time
from collections import Counter
from dataclasses import replace

from office_sim.happenings import Happening
from office_sim.orders import Fact, Task, Verb
from office_sim.people import Person
from office_sim.world import World
from scenarios.case import Case, load_case
from scenarios.colleagues import completed
from scenarios.edits import reference_work
from scenarios.play import ReadyWork, play_in
from scenarios.sturdiness import RUNS, cause_on_bad_day
from scenarios.work import Work
from tests.bench.simulation import kinds_of, same_kinds

GOAL = 0.4
SIZES = (1, 2, 4)
SLICE = 25
GROWTH_ROUNDS = 25
TO_EVERY_MEMBER = (Verb.INVITE, Verb.CONFIRM)


def main() -> None:
    """Measure both cases and print the figures."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    cases = [load_case(case_id) for case_id in ("hoi_nghi_dot_xuat", "tham_27_7")]
    works = [completed(case, reference_work(case)) for case in cases]
    figures = []
    for case, work in zip(cases, works, strict=True):
        ours, bare = against_simpy(case, work, runs)
        print(f"{case.id}: {runs} runs in {ours:.2f} s, {runs / ours:,.0f} runs/s")
        print(f"  as many events in bare SimPy {bare:.2f} s")
        figures.append(
            f"ratio sturdiness to bare SimPy, {case.id}: {bare / ours:.2f} (goal {GOAL})"
        )
    for case, work in zip(cases, works, strict=True):
        times = growth(case, work)
        for size in SIZES[1:]:
            longer = times[size] / times[1]
            print(f"{case.id}, {size} times the office: {longer:.2f} times the time")
            figures.append(
                f"ratio growth at {size} times people and papers over linear, {case.id}: "
                f"{longer / size:.2f} (goal at most 1)"
            )
    print("\n".join(figures))


def against_simpy(case: Case, work: Work, runs: int) -> tuple[float, float]:
    """Seconds of all runs, and of bare SimPy with as many events, taken by turns."""
    ready = ReadyWork.of(case.world, work)

    def all_runs() -> None:
        for number in range(runs):
            cause_on_bad_day(case, ready, number)

    bare = same_kinds(Counter({k: round(n / runs) for k, n in kinds_of(all_runs).items()}))

    def timed(numbers: range) -> tuple[float, float]:
        start = time.process_time()
        for number in numbers:
            cause_on_bad_day(case, ready, number)
        middle = time.process_time()
        for _ in numbers:
            bare()
        return middle - start, time.process_time() - middle

    gc.collect()
    slices = [timed(range(at, min(runs, at + SLICE))) for at in range(0, runs, SLICE)]
    return sum(ours for ours, _ in slices), sum(theirs for _, theirs in slices)


def growth(case: Case, work: Work) -> dict[int, float]:
    """Median seconds of a run with 1, 2 and 4 times the people, papers and orders, by turns."""
    offices = {
        size: (enlarged(case.world, size), repeated(case.world, work, size)) for size in SIZES
    }
    found: dict[int, list[float]] = {size: [] for size in SIZES}
    for _ in range(GROWTH_ROUNDS):
        for size, (world, plan) in offices.items():
            start = time.process_time()
            play_in(world, plan)
            found[size].append(time.process_time() - start)
    return {size: statistics.median(times) for size, times in found.items()}


def enlarged(world: World, size: int) -> World:
    """The world with everything but the meeting and the visits `size` times, under other names."""
    copies = range(1, size)
    own = frozenset(one.id for one in world.papers)
    papers = [replace(one, id=_named(one.id, at)) for at in copies for one in world.papers]
    rooms = [one._replace(id=_named(one.id, at)) for at in copies for one in world.rooms]
    return replace(
        world,
        people=(*world.people, *(_person(one, at) for at in copies for one in world.people)),
        papers=(*world.papers, *papers),
        rooms=(*world.rooms, *rooms),
        tasks=(*world.tasks, *(_task(one, at, own) for at in copies for one in world.tasks)),
        happenings=(
            *world.happenings,
            *(_happening(one, at) for at in copies for one in world.happenings),
        ),
    )


def repeated(world: World, work: Work, size: int) -> Work:
    """The work with the orders of every copy; those to every member stand once."""
    copies = [
        one.model_copy(
            update={
                "id": _named(one.id, at),
                "task": _named(one.task, at),
                "who": _named(one.who, at),
            }
        )
        for at in range(1, size)
        for one in work.orders
        if (task := world.task(one.task)) is None or task.verb not in TO_EVERY_MEMBER
    ]
    return work.model_copy(update={"orders": (*work.orders, *copies)})


def _person(person: Person, at: int) -> Person:
    return person._replace(id=_named(person.id, at))


def _task(task: Task, at: int, papers: frozenset[str]) -> Task:
    """A copy that works on the copy of its paper and waits for what happens to that copy."""

    def own(subject: str) -> str:
        return _named(subject, at) if subject in papers else subject

    return task._replace(
        id=_named(task.id, at),
        subject=own(task.subject),
        needs=tuple(Fact(need.kind, own(need.subject)) for need in task.needs),
        answered_by=_named(task.answered_by, at) if task.answered_by else "",
    )


def _happening(happening: Happening, at: int) -> Happening:
    """A copy that asks nothing and does nothing: it only has to be waited for."""
    return happening.model_copy(
        update={"id": _named(happening.id, at), "choices": (), "effects": ()}
    )


def _named(name: str, at: int) -> str:
    return f"{name}~{at}"


if __name__ == "__main__":
    main()
