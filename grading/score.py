"""The score sheet: the one way from a work to its points and findings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from grading.evidence import Evidence
from grading.findings import Finding, Status
from grading.help import SHOW_COST, was_shown
from grading.rubric import AnyCheck, Criterion, load_rubric
from grading.verdicts import Verdict
from office_sim import rulebook
from office_sim.calendar import format_moment
from scenarios.case import Case, load_case
from scenarios.play import play
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, WorkError, read_work


@dataclass(frozen=True)
class ScoreSheet:
    """The findings of one work. `groups` maps each finding's criterion to its group."""

    case: str
    variant: str
    findings: tuple[Finding, ...]
    groups: Mapping[str, str]

    @property
    def points(self) -> float:
        """The points earned."""
        return round(sum(finding.points for finding in self.findings), 2)

    @property
    def max_points(self) -> float:
        """The points that can be earned."""
        return round(sum(finding.max_points for finding in self.findings), 2)

    def finding(self, criterion: str) -> Finding | None:
        """The finding of one criterion, None if this variant does not have it."""
        return next((one for one in self.findings if one.criterion == criterion), None)

    def to_json(self) -> str:
        """One stable JSON object: case, variant, points, max_points, findings."""
        content: dict[str, Any] = {
            "case": self.case,
            "variant": self.variant,
            "points": self.points,
            "max_points": self.max_points,
            "findings": [asdict(finding) for finding in self.findings],
        }
        return json.dumps(content, ensure_ascii=False, indent=2)


def score_folder(case_id: str, folder: Path) -> ScoreSheet:
    """The score sheet of the work in a folder; a folder without a work is an untouched work.

    Raises WorkError if the work file cannot be read or belongs to another case or variant.
    """
    work = read_work(folder / FILE_NAME) or Work(case=case_id)
    if work.case != case_id:
        raise WorkError(f"Bài trong thư mục là của tình huống “{work.case}”, không phải {case_id}.")
    return score(load_case(case_id, work.variant), work)


def score(case: Case, work: Work) -> ScoreSheet:
    """Play the work and judge it. The desk, the command and nbgrader all come here."""
    evidence = Evidence(case, work, play(case, work))
    criteria = load_rubric(case.folder).criteria
    return ScoreSheet(
        case=case.id,
        variant=case.variant.id,
        findings=tuple(_judge(criterion, evidence) for criterion in criteria),
        groups={criterion.id: criterion.group for criterion in criteria},
    )


def _judge(criterion: Criterion, evidence: Evidence) -> Finding:
    checks = [one for one in criterion.checks if evidence.case.variant.includes(one.only)]
    if not _is_tried(criterion, evidence.work):
        return _finding(criterion, Status.NOT_ATTEMPTED, 0.0, _UNTOUCHED, evidence)
    verdicts = [check.judge(evidence) for check in checks]
    total = sum(check.weight for check in checks)
    share = sum(
        verdict.share * check.weight for check, verdict in zip(checks, verdicts, strict=True)
    )
    failed = [
        (check, verdict)
        for check, verdict in zip(checks, verdicts, strict=True)
        if not verdict.holds
    ]
    if failed and all(verdict.pending for _, verdict in failed):
        return _finding(criterion, Status.NOT_ATTEMPTED, 0.0, _PENDING, evidence)
    share /= total
    story = " ".join(filter(None, (criterion.why, _story(failed)))) if failed else ""
    if was_shown(evidence.work, criterion.id):
        share *= 1 - SHOW_COST
        story = " ".join(filter(None, (story, _SHOWN)))
    return _finding(criterion, _status(share), share, story, evidence)


_UNTOUCHED = "Anh/chị chưa làm phần này."
_SHOWN = "Anh/chị đã xem cách làm mẫu nên phần này tính một nửa điểm."
_PENDING = "Văn phòng chưa làm tới phần này: còn tình tiết đang chờ anh/chị quyết định."


def _is_tried(criterion: Criterion, work: Work) -> bool:
    done = {order.task for order in work.orders}
    done |= {f"inject:{decision.inject}" for decision in work.decisions}
    done |= {f"answer:{question}" for question, text in work.answers.items() if text.strip()}
    done |= {f"table:{table}" for table, rows in work.tables.items() if rows}
    return any(one in done for one in criterion.tried)


def _status(share: float) -> Status:
    if share >= 1:
        return Status.MET
    return Status.PARTLY if share > 0 else Status.UNMET


def _story(failed: list[tuple[AnyCheck, Verdict]]) -> str:
    """The sentences of the checks that failed, with the moment that decided them."""
    sentences = []
    for check, verdict in failed:
        moment = f" (lúc {format_moment(verdict.witness.at)})" if verdict.witness else ""
        if check.says:
            sentences.append(f"{check.says}{moment}.")
    return " ".join(sentences)


def _finding(
    criterion: Criterion, status: Status, share: float, story: str, evidence: Evidence
) -> Finding:
    rule = rulebook.load()[criterion.rule]
    say = evidence.case.say
    return Finding(
        criterion=criterion.id,
        status=status,
        points=round(criterion.worth * share, 2),
        max_points=criterion.worth,
        where=say(criterion.where),
        why=say(story),
        fix=say(criterion.fix) if story not in ("", _SHOWN) else "",
        rule=criterion.rule,
        source=rule.citation,
    )
