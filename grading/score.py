"""The score sheet: the one way from a work to its points and findings."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from grading.criteria import criteria_of
from grading.documents import NO_DOCUMENTS, DocumentFolder, DocumentSource
from grading.evidence import Evidence
from grading.findings import Finding, Status
from grading.help import SHOW_COST, was_shown
from grading.rubric import DOCUMENT, AnyCheck, Criterion
from grading.verdicts import Verdict
from office_sim import rulebook
from office_sim.calendar import format_moment
from office_sim.log import EventKind
from scenarios.case import Case, load_case
from scenarios.colleagues import completed
from scenarios.edition import Edition
from scenarios.play import play_in
from scenarios.share import edition_vi
from scenarios.work import Work
from scenarios.work_file import FILE_NAME, WorkError, read_work


@dataclass(frozen=True)
class ScoreSheet:
    """The findings of one work. `groups` maps each finding's criterion to its group."""

    case: str
    variant: str
    findings: tuple[Finding, ...]
    groups: Mapping[str, str]
    level: str = ""
    format: str = ""

    @property
    def points(self) -> float:
        """The points earned."""
        return round(sum(finding.points for finding in self.findings), 2)

    @property
    def max_points(self) -> float:
        """The points that can be earned."""
        return round(sum(finding.max_points for finding in self.findings), 2)

    def finding(self, criterion: str) -> Finding | None:
        """The finding of one criterion, None if this edition does not have it."""
        return next((one for one in self.findings if one.criterion == criterion), None)

    def to_json(self) -> str:
        """One stable JSON object: case, variant, level, format, points, max_points, findings."""
        content: dict[str, Any] = {
            "case": self.case,
            "variant": self.variant,
            "level": self.level,
            "format": self.format,
            "points": self.points,
            "max_points": self.max_points,
            "findings": [asdict(finding) for finding in self.findings],
        }
        return json.dumps(content, ensure_ascii=False, indent=2)


@dataclass(frozen=True)
class Judged:
    """A score sheet, the learner's own work, and what it was judged by."""

    sheet: ScoreSheet
    own: Work
    evidence: Evidence


def score_folder(case_id: str, folder: Path, assigned: Edition | None = None) -> ScoreSheet:
    """The score sheet of `judged_folder`, with its errors."""
    return judged_folder(case_id, folder, assigned).sheet


def judged_folder(case_id: str, folder: Path, assigned: Edition | None = None) -> Judged:
    """The judged work of a folder with the Word documents that lie there; a folder without a work
    is an untouched work.

    With `assigned` the work must be of that edition, as far as it is named there; a level or
    format that is not named is the case's default. Raises WorkError if the work file cannot be
    read or belongs to another case or edition, VariantError.
    """
    work, documents = read_work(folder / FILE_NAME), DocumentFolder(folder)
    if work is not None and work.case != case_id:
        raise WorkError(f"Bài trong thư mục là của tình huống “{work.case}”, không phải {case_id}.")
    if assigned is None:
        work = work or Work(case=case_id)
        return judged(load_case(case_id, work.edition), work, documents)
    case = load_case(case_id, assigned)
    if work is None:
        return judged(case, Work(case=case_id), documents)
    case = case.in_edition(replace(case.edition, variant=assigned.variant or work.variant))
    made = case.edition.over(work.edition)
    if made != case.edition:
        raise WorkError(f"Bài làm ở {edition_vi(case.file, made)}, {_NOT_ASSIGNED}")
    return judged(case, work, documents)


def score(case: Case, work: Work, documents: DocumentSource = NO_DOCUMENTS) -> ScoreSheet:
    """Play the work and judge it. The desk, the command and nbgrader all come here."""
    return judged(case, work, documents).sheet


def judged(case: Case, work: Work, documents: DocumentSource = NO_DOCUMENTS) -> Judged:
    """The same, with what it was judged by, for those who tell more than the points."""
    whole = completed(case, work)
    evidence = Evidence(case, whole, play_in(case.world, whole), documents)
    criteria = criteria_of(case)
    edition = case.edition
    sheet = ScoreSheet(
        case=case.id,
        variant=edition.variant,
        findings=tuple(_judge(criterion, evidence, work) for criterion in criteria),
        groups={criterion.id: criterion.group for criterion in criteria},
        level=edition.level,
        format=edition.format,
    )
    return Judged(sheet, work, evidence)


def _judge(criterion: Criterion, evidence: Evidence, own: Work) -> Finding:
    checks = [one for one in criterion.checks if evidence.case.variant.includes(one.only)]
    if _is_left_out(criterion, evidence):
        return _finding(criterion, Status.NOT_ATTEMPTED, 0.0, _LEFT_OUT, evidence)
    if not _is_tried(criterion, own, evidence):
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


_NOT_ASSIGNED = (
    "khác với bài được giao nên không chấm được; anh/chị mở lại đúng bài được giao rồi làm ở đó."
)
_UNTOUCHED = "Anh/chị chưa làm phần này."
_SHOWN = "Anh/chị đã xem cách làm mẫu nên phần này tính một nửa điểm."
_LEFT_OUT = (
    "Trong giờ học giảng viên đã bỏ qua tình tiết này nên anh/chị không có dịp xử lý; giảng viên "
    "quyết định có tính điểm hay không."
)
_PENDING = "Văn phòng chưa làm tới phần này: còn tình tiết đang chờ anh/chị quyết định."


def _is_tried(criterion: Criterion, work: Work, evidence: Evidence) -> bool:
    """Whether the learner has begun with one of the parts; what colleagues did does not count."""
    done = {order.task for order in work.orders}
    done |= {f"inject:{decision.inject}" for decision in work.decisions}
    done |= {f"answer:{question}" for question, text in work.answers.items() if text.strip()}
    done |= {f"table:{table}" for table, rows in work.tables.items() if rows}
    if any(one.startswith(DOCUMENT) for one in criterion.tried):
        papers = evidence.documents.documents
        done |= {f"{DOCUMENT}{one.wanted.id}" for one in papers if one.is_begun}
    return any(one in done and one in evidence.case.parts for one in criterion.tried)


def _is_left_out(criterion: Criterion, evidence: Evidence) -> bool:
    """Whether the trainer skipped all that the criterion hangs on. It earns nothing by itself:
    a learner's file could say so, too.
    """
    skipped = evidence.run.office.events(EventKind.INJECT_SKIPPED)
    parts = {f"inject:{event.subject}" for event in skipped}
    return bool(parts) and parts.issuperset(set(criterion.tried) & evidence.case.parts)


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
        if verdict.told:
            sentences.append(_literal(verdict.told))
    return " ".join(sentences)


def _literal(text: str) -> str:
    """The text safe from being read as one with words in {...}: it may quote what people wrote."""
    return text.replace("{", "{{").replace("}", "}}")


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
