"""How each verb is carried out, one file each. An act runs while the person is at it."""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import Any

import simpy

from office_sim.acts import appraise, attend, book, check, confirm, count, do, invite, issue
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
}
