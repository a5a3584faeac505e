"""Issuing a paper over a channel: nothing secret may go over an open network."""

from __future__ import annotations

from collections.abc import Generator

import simpy

from office_sim.acts.job import Job, finish
from office_sim.channels import Channel
from office_sim.log import EventKind
from office_sim.office import Office
from office_sim.papers import Paper, PaperState
from office_sim.systems import log_in, until_up

_BEFORE = {
    "appraised": PaperState.APPRAISED,
    "signed": PaperState.SIGNED,
    "sealed": PaperState.SEALED,
    "registered": PaperState.REGISTERED,
}
"""What should have been done with the paper, by the name that its event gives it."""


def issue(office: Office, job: Job) -> Generator[simpy.Event, None, None]:
    """Send the paper over option `channel`; a secret one on an open network has leaked."""
    yield office.after(job.duration)
    paper = office.papers.get(job.task.subject)
    channel = office.world.channel(str(job.order.options.get("channel", "")))
    if paper is None or channel is None:
        return
    log_in(office, job, channel)
    paper.open_sent = paper.open_sent or channel.open_network
    finish(
        office,
        job,
        open_network=channel.open_network,
        secret=paper.is_secret,
        faults=len(paper.faults),
        **{name: state in paper.reached for name, state in _BEFORE.items()},
    )
    if paper.is_secret and channel.open_network:
        office.emit(EventKind.PAPER_LEAKED, job.person.id, paper.spec.id, {"channel": channel.id})
    office.env.process(_receive(office, paper, channel))


def _receive(office: Office, paper: Paper, channel: Channel) -> Generator[simpy.Event, None, None]:
    yield from until_up(office, channel)
    yield office.after(channel.delay)
    office.emit(EventKind.PAPER_RECEIVED, "", paper.spec.id, {"channel": channel.id})
