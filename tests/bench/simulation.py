"""How fast the simulated office runs against bare SimPy, and how long a jump in a run takes.

    python tests/bench/simulation.py [ROUNDS]      200 rounds unless told otherwise

An event is a SimPy event that the office's clock takes from its queue, counted in a run of its own
by wrapping that taking; the timed runs are not wrapped. Against the office
stand two programs of bare SimPy that process the same number of events in the same process, by
turns:

- "same kinds": as many processes, timeouts, desk requests and releases, awaited events and
  conditions as the office's run has, and nothing of the office in them;
- "plain timeouts": one process that yields one timeout after the other, the cheapest that there is.

The second bounds what any program with desks and waiting can reach: "same kinds" itself is shown
against it. Times are the best of all rounds, with garbage collection off as `timeit` has it.
"""

from __future__ import annotations

import gc
import sys
import time
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import simpy

from office_sim import clock
from scenarios.case import Case, case_ids, load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work import Work

JUMPS = 200
DESKS = 6
Program = Callable[[], object]


def main() -> None:
    """Measure every case and print the figures."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    figures = []
    slowest = 0.0
    for case_id in case_ids():
        case = load_case(case_id)
        work = reference_work(case)
        kinds = kinds_of(office(case, work))
        if not kinds["Initialize"]:
            continue  # an exercise of tables alone: nothing happens in its office
        events = sum(kinds.values())
        seconds = by_turns([office(case, work), same_kinds(kinds), plain_timeouts(events)], rounds)
        ours, mixed, plain = seconds
        figures += [
            f"ratio office to bare SimPy, same kinds, {case_id}: {mixed / ours:.2f} (goal 0.5)",
            f"ratio office to bare SimPy, plain timeouts, {case_id}: {plain / ours:.2f} (goal 0.5)",
        ]
        jump = worst_jump(case, work)
        slowest = max(slowest, jump)
        print(f"{case_id}: {events} SimPy events a run ({_told(kinds)})")
        for name, one in zip(("office", "same kinds", "plain timeouts"), seconds, strict=True):
            print(f"  {name:15s} {events / one:10,.0f} events/s  {one * 1000:7.3f} ms a run")
        print(f"  same kinds against plain timeouts {plain / mixed:.2f}")
        print(f"  worst of {JUMPS} jumps {jump * 1000:.1f} ms")
    print("\n".join(figures))
    print(f"seconds to jump to any minute of a run: {slowest:.4f} (goal 0.2)")


def kinds_of(program: Program) -> Counter[str]:
    """How many SimPy events of each kind the office processes while the program runs."""
    found: Counter[str] = Counter()
    take = clock.heappop

    def counted(queue: list[Any]) -> Any:
        taken = take(queue)
        found[type(taken[3]).__name__] += 1
        return taken

    with patch.object(clock, "heappop", counted):
        program()
    return found


def office(case: Case, work: Work) -> Program:
    """The office's own run, from the work to the finished log."""
    return lambda: play(case, work)


def plain_timeouts(events: int) -> Program:
    """One process of timeouts; its start and its end are events too."""

    def clock(environment: simpy.Environment) -> Generator[simpy.Event, Any, None]:
        for _ in range(events - 2):
            yield environment.timeout(60)

    def run() -> None:
        environment = simpy.Environment()
        environment.process(clock(environment))
        environment.run()

    return run


def same_kinds(kinds: Counter[str]) -> Program:
    """As many events of each kind as in the office, spread over as many processes."""
    processes, waits = kinds["Initialize"], kinds["Event"]
    requests, conditions = kinds["Request"], min(kinds["Condition"], kinds["Event"])
    timeouts = sum(kinds.values()) - 2 * processes - 2 * requests - waits - conditions
    each, more = divmod(timeouts, processes)

    def worker(
        environment: simpy.Environment, desk: simpy.Resource | None, naps: int, number: int
    ) -> Generator[simpy.Event, Any, None]:
        if naps:
            yield environment.timeout(60 * number)
        if desk is not None:
            with desk.request() as turn:
                yield turn
        for _ in range(naps - 1):
            yield environment.timeout(600)

    def waiter(
        environment: simpy.Environment, awaited: simpy.Event, patience: bool
    ) -> Generator[simpy.Event, Any, None]:
        yield awaited | environment.event() if patience else awaited

    def run() -> None:
        environment = simpy.Environment()
        desks = [simpy.Resource(environment) for _ in range(DESKS)]
        for number in range(waits):
            awaited = environment.event()
            environment.process(waiter(environment, awaited, number < conditions))
            awaited.succeed()
        for number in range(processes - waits):
            desk = desks[number % DESKS] if number < requests else None
            naps = each + (number < more) + (each if number < waits else 0)
            environment.process(worker(environment, desk, naps, number))
        environment.run()

    return run


def by_turns(programs: Sequence[Program], rounds: int) -> list[float]:
    """The best time of each program, run by turns so that noise hits all."""
    best = [float("inf")] * len(programs)
    for program in programs:
        program()
    for number in range(rounds):
        if number % 10 == 0:
            gc.collect()
        gc.disable()
        for place, program in enumerate(programs):
            start = time.perf_counter()
            program()
            best[place] = min(best[place], time.perf_counter() - start)
        gc.enable()
    return best


def worst_jump(case: Case, work: Work) -> float:
    """The longest time, in seconds, to show the office at one of many minutes of its run."""
    world = case.world
    span = world.end - world.start
    worst = 0.0
    for number in range(JUMPS + 1):
        minutes = span * number // JUMPS // timedelta(minutes=1)
        start = time.perf_counter()
        play(case, work, until=world.start + timedelta(minutes=minutes))
        worst = max(worst, time.perf_counter() - start)
    return worst


def _told(kinds: Counter[str]) -> str:
    return ", ".join(f"{count} {kind}" for kind, count in kinds.most_common())


if __name__ == "__main__":
    main()
