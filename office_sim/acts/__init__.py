"""How each verb is carried out, one file each. An act runs while the person is at it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import simpy

from office_sim.acts import (
    appraise,
    ask,
    attend,
    book,
    book_cars,
    check,
    choose,
    confirm,
    count,
    do,
    draw_up_budget,
    invite,
    issue,
    prepare_gifts,
    route,
)
from office_sim.acts.job import Job
from office_sim.office import Office
from office_sim.orders import Verb

Act = Callable[[Office, Job], Generator[simpy.Event, Any, None]]

ACTS: dict[Verb, Act] = {
    Verb.DO: do.do,
    Verb.INVITE: invite.invite,
    Verb.CONFIRM: confirm.confirm,
    Verb.COUNT: count.count,
    Verb.BOOK: book.book,
    Verb.ISSUE: issue.issue,
    Verb.APPRAISE: appraise.appraise,
    Verb.CHECK: check.check,
    Verb.ATTEND: attend.attend,
    Verb.ASK_OWNER: ask.ask_owner,
    Verb.ASK_VILLAGES: ask.ask_villages,
    Verb.ASK_PROVINCE: ask.ask_province,
    Verb.CHOOSE: choose.choose,
    Verb.ROUTE: route.route,
    Verb.BOOK_CARS: book_cars.book_cars,
    Verb.BUDGET: draw_up_budget.draw_up_budget,
    Verb.PREPARE_GIFTS: prepare_gifts.prepare_gifts,
}
