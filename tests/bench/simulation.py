"""How fast the office runs, against bare SimPy in the same run: `python -m tests.bench.simulation`.

An event is one step of SimPy's event loop. They are counted in a first run and timed in others, so
that the counting costs nothing. The bare loop is one process that waits for as many timeouts.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from datetime import timedelta

import simpy

from office_sim.office import Office
from scenarios.case import Case, load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.work import Work

VARIANTS = ("sat_lo-btv-h16", "sat_lo-bch-h40")
ROUNDS = 60
GOAL_RATIO = 0.5
GOAL_JUMP = 0.2


def main() -> None:
    """Print the figures; the last lines are one for each goal."""
    ratios, jumps = [], []
    for name in VARIANTS:
        case = load_case("hoi_nghi_dot_xuat", name)
        work = reference_work(case)
        events = count_events(case, work)
        office = median_time(lambda case=case, work=work: play(case, work))
        bare = median_time(lambda events=events: bare_loop(events))
        ratios.append(bare / office)
        print(
            f"{name}: {events} events, office {events / office:,.0f}/s, bare {events / bare:,.0f}/s"
        )
        jumps.append(slowest_jump(case, work))
    ratio = statistics.mean(ratios)
    print(f"ratio office events per second against bare SimPy: {ratio:.2f} (goal {GOAL_RATIO})")
    print(f"ratio seconds to jump to any minute of a run: {max(jumps):.3f} (goal {GOAL_JUMP})")


def count_events(case: Case, work: Work) -> int:
    """Steps of the event loop in one whole run."""
    steps = 0
    plain = simpy.Environment.step

    def counted(env: simpy.Environment) -> None:
        nonlocal steps
        steps += 1
        plain(env)

    simpy.Environment.step = counted  # type: ignore[method-assign]
    try:
        play(case, work)
    finally:
        simpy.Environment.step = plain  # type: ignore[method-assign]
    return steps


def bare_loop(events: int) -> None:
    """As many timeouts as the office had events, in one process and nothing else."""
    env = simpy.Environment()

    def wait() -> simpy.events.ProcessGenerator:
        for _ in range(events):
            yield env.timeout(1)

    env.process(wait())
    env.run()


def median_time(action: Callable[[], object]) -> float:
    """Seconds of the middle one of many rounds."""
    times = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        action()
        times.append(time.perf_counter() - began)
    return statistics.median(times)


def slowest_jump(case: Case, work: Work) -> float:
    """Seconds of the slowest of many jumps, spread over the whole run."""
    start, end = case.world.start, case.world.end
    step = (end - start) / 40
    slowest = 0.0
    for number in range(41):
        began = time.perf_counter()
        run = play(case, work, until=start + number * step)
        slowest = max(slowest, time.perf_counter() - began)
        assert isinstance(run.office, Office)
        assert run.now <= start + number * step + timedelta(minutes=1)
    return slowest


if __name__ == "__main__":
    main()
