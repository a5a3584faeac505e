"""Drawing up the budget: presents for the families to be visited, from which fund."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.money import budget
from office_sim.office import Office


def draw_up_budget(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Figure the presents at the rate in option `muc` from the fund in option `nguon`."""
    yield office.after(job.duration)
    day = office.visit_day
    if day is None:
        return
    options = job.order.options
    fund = next((one for one in day.spec.funds if one.id == options.get("nguon")), None)
    rate = next((one for one in day.spec.presents if one.id == options.get("muc")), None)
    made = budget(fund, rate, len(day.plan.chosen))
    finish(office, job, total=made.total, limit=made.limit, allowed=made.allowed, over=made.is_over)
