"""The brief of a case in its edition: what the learner reads first, and what is not his or hers."""

from __future__ import annotations

from collections.abc import Iterator

from office_sim.log import EventKind
from office_sim.wording import Wording, sentence
from scenarios.case import Case
from scenarios.colleagues import COLLEAGUE
from scenarios.edits import reference_work
from scenarios.play import play


def brief_of(case: Case) -> str:
    """The brief (Markdown): the case, then its level, its format and what colleagues do."""
    return "\n".join([case.brief.rstrip(), "", *_edition(case)]).rstrip() + "\n"


def _edition(case: Case) -> Iterator[str]:
    if case.level is not None:
        yield f"**Mức {case.level.title.lower()}.** {case.level.lead}\n"
    if case.format is not None:
        yield f"**Khung {case.format.title}.** {case.format.lead}\n"
    if case.share.is_whole:
        return
    done = list(_done(case))
    if done:
        yield "**Đồng nghiệp lo giúp, anh/chị không phải giao lại:**\n"
        yield from (f"- {line}" for line in done)


def _done(case: Case) -> Iterator[str]:
    """Who of the office does what in the learner's place, then the injects settled."""
    run, says = play(case, reference_work(case)), Wording(case.world)
    by_person: dict[str, list[str]] = {}
    for event in run.office.events(EventKind.ORDER_STARTED):
        if event.subject.startswith(COLLEAGUE):
            by_person.setdefault(event.actor, []).append(says.task(str(event.detail["task"])))
    for who, done in by_person.items():
        yield sentence(f"{says.person(who)}: {'; '.join(dict.fromkeys(done))}")
    titles = {one.id: one.title for one in case.world.happenings}
    made = [one for one in run.office.events(EventKind.DECISION_MADE) if one.actor]
    if made:
        settled = "; ".join(titles[one.subject] for one in made)
        yield sentence(f"{says.person(case.file.stand_in)} xử lý khi xảy ra: {settled}")
