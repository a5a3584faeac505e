"""Booking the cars for the day of the visits."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.office import Office


def book_cars(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Book the cars in option `xe`; `enough` says whether every delegation has one."""
    yield office.after(job.duration)
    day = office.visit_day
    if day is None:
        return
    asked = job.order.options.get("xe", ())
    wanted = asked if isinstance(asked, tuple) else (asked,)
    cars = [vehicle.id for vehicle in day.spec.vehicles if vehicle.id in wanted]
    day.cars_booked = len(cars)
    needed = day.plan.cars_needed(office.meeting.start.date())
    finish(office, job, cars=len(cars), needed=needed, enough=len(cars) >= max(1, needed))
