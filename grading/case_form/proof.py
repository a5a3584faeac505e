"""Proving a case that was made from a form: what its model work shows, told by the form's cells."""

from __future__ import annotations

from collections.abc import Iterator

from grading.case_form.cell_faults import fault, quoted
from grading.case_form.form import Line
from grading.case_form.layout import INJECTS, MODEL, TASKS
from grading.case_form.plan import CasePlan, Wanted
from grading.case_form.wrong_works import Change, wrong_work
from grading.findings import Status
from grading.score import score
from office_sim.log import EventKind
from office_sim.mistakes import Mistake
from office_sim.sentences import Sentences
from office_sim.simulation import Run
from scenarios.case import Case
from scenarios.edits import reference_work
from scenarios.play import play


def unplayable(case: Case, plan: CasePlan) -> Iterator[Mistake]:
    """Orders of the model work that nobody carries out, injects that never come."""
    run = play(case, reference_work(case))
    done = {event.detail.get("task") for event in run.office.events(EventKind.ORDER_DONE)}
    raised = {event.subject for event in run.office.events(EventKind.INJECT_RAISED)}
    for line in plan.form.rows[MODEL]:
        task = plan.id_of(TASKS, line["Việc"])
        if task not in done:
            problem = f"bài mẫu không làm được việc {quoted(line['Việc'])}{_why(case, run, task)}"
            mend = "giao sớm hơn, giao người khác, hoặc sửa lúc bận, việc phải chờ"
            yield fault(plan.form, line, "Giao lúc", problem, mend)
    for line in plan.form.rows[INJECTS]:
        if plan.id_of(INJECTS, line["Tình tiết"]) not in raised:
            problem = f"tình tiết {quoted(line['Tình tiết'])} không xảy ra"
            mend = "ghi giờ trong tình huống, hoặc cho việc đi trước làm sớm hơn"
            yield fault(plan.form, line, "Tình tiết", problem, mend)


def _why(case: Case, run: Run, task: str) -> str:
    """What the log says about an order that came to nothing."""
    for kind in (EventKind.ORDER_REFUSED, EventKind.ORDER_BLOCKED):
        for event in run.office.events(kind):
            if event.detail.get("task") == task:
                return f": {Sentences(case.world).of(event).rstrip('.')}"
    return ": tình huống kết thúc trước khi làm xong"


def unmet(case: Case, plan: CasePlan) -> Iterator[Mistake]:
    """Criteria that the model work itself does not meet."""
    sheet = score(case, reference_work(case))
    for wanted in plan.criteria:
        finding = sheet.finding(wanted.id)
        if finding is None or finding.status is not Status.MET:
            problem = "bài mẫu chưa đạt tiêu chí này"
            mend = "sửa trang Bài mẫu (hoặc dấu x, đáp án), hoặc sửa tiêu chí"
            yield fault(plan.form, wanted.line, "Chỗ thứ nhất", problem, mend)


def wrong_works(case: Case, plan: CasePlan) -> tuple[dict[str, Change], list[Mistake]]:
    """A wrong work for each criterion that fails it alone, and the criteria that have none."""
    found: dict[str, Change] = {}
    wrong = []
    for wanted in plan.criteria:
        change, beside = wrong_work(case, plan, wanted)
        if change is not None:
            found[wanted.id] = change
        else:
            wrong.append(_inseparable(plan, wanted, beside))
    return found, wrong


def _inseparable(plan: CasePlan, wanted: Wanted, beside: set[str]) -> Mistake:
    rows: list[Line] = [one.line for one in plan.criteria if one.id in beside]
    if rows:
        others = ", ".join(str(one.number) for one in rows)
        problem = f"ai sai tiêu chí này cũng sai tiêu chí ở hàng {others}: hai lần trừ một lỗi"
        mend = "bỏ một tiêu chí, hoặc chọn câu mẫu khác cho một hàng"
    else:
        problem = "không thử được: đổi bài mẫu thế nào tiêu chí này cũng vẫn đạt"
        mend = "ghi giờ, người, cách xử lý chặt hơn để có cách làm sai"
    return fault(plan.form, wanted.line, "Câu mẫu", problem, mend)
