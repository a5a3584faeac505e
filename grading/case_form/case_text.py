"""The case's file from a form: people, tasks, injects and questions as `case.toml` has them."""

from __future__ import annotations

from typing import Any

from grading.case_form.form import Line
from grading.case_form.layout import (
    INJECTS,
    MODEL,
    NUMBER,
    PEOPLE,
    PICK,
    QUESTIONS,
    RULES,
    TASKS,
    YES,
)  # fmt: skip
from grading.case_form.plan import (
    CasePlan,
    Wanted,
    code_of,
    items_of,
    options_of,
    role_of,
    span_text,
)  # fmt: skip
from grading.case_form.sentences import ANSWER, BEFORE, CHOOSE, NOT_CHOOSE, NOT_DO, WITHIN

PHASE = "xu_ly"
_PATIENCE = "1d"
Table = dict[str, Any]


def case_content(plan: CasePlan) -> Table:
    """All of `case.toml`."""
    form = plan.form
    return {
        "schema": 1,
        "id": plan.id,
        "title": form.field("Tên"),
        "summary": form.field("Tóm tắt"),
        "place": form.field("Địa danh"),
        "duty": [plan.duty],
        "start": plan.start,
        "end": plan.end,
        "default": {"de": "a"},
        "phase": [{"id": PHASE, "title": "Xử lý"}],
        "axis": [{"id": "de", "title": "Đề", "value": [{"id": "a", "title": "Đề chung"}]}],
        "person": [_person(plan, one) for one in form.rows[PEOPLE]],
        "task": [_task(plan, one) for one in form.rows[TASKS]],
        "inject": [_inject(plan, one) for one in form.rows[INJECTS]],
        "question": [_question(plan, one) for one in form.rows[QUESTIONS]],
    }


def rubric_content(plan: CasePlan) -> Table:
    """All of `rubric.toml`."""
    return {"schema": 1, "criterion": [_criterion(plan, one) for one in plan.criteria]}


def reference_content(plan: CasePlan) -> Table:
    """All of `reference/plan.toml`: orders, decisions and answers of the model work."""
    form = plan.form
    orders = []
    for line in form.rows[MODEL]:
        moment = line.moment("Giao lúc")
        assert moment is not None
        task, who = plan.id_of(TASKS, line["Việc"]), plan.id_of(PEOPLE, line["Ai làm"])
        orders.append({"task": task, "who": who, "at": plan.at(moment)})
    decisions = {}
    for inject in form.rows[INJECTS]:
        name = inject["Tình tiết"]
        right = next(one for one in plan.choices(name) if one["Bài mẫu chọn"])
        decisions[plan.id_of(INJECTS, name)] = plan.choice_id(name, right["Cách xử lý"])
    answers = {
        plan.id_of(QUESTIONS, one["Tên ngắn"]): plan.answer(one, one["Đáp án"])
        for one in form.rows[QUESTIONS]
    }
    return {"schema": 1, "order": orders, "decisions": decisions, "answers": answers}


def _person(plan: CasePlan, line: Line) -> Table:
    role = role_of(line["Chức vụ"])
    assert role is not None
    start, end = line.moment("Bận từ"), line.moment("Bận đến")
    busy = []
    if start is not None and end is not None:
        start = max(start, plan.start)
        what = line["Bận việc gì"]
        busy = [{"at": plan.at(start), "span": span_text(end - start), "what": what}]
    return {
        "id": plan.id_of(PEOPLE, line["Họ và tên"]),
        "name": line["Họ và tên"],
        "role": role.value,
        "staff": line["Nhận việc"] == YES,
        "diary": busy,
    }


def _task(plan: CasePlan, line: Line) -> Table:
    name = plan.id_of(TASKS, line["Việc"])
    roles = [role_of(line[one]) for one in ("Người quen việc", "Hoặc người này") if line[one]]
    before = plan.id_of(TASKS, line["Sau khi có việc"])
    return {
        "id": name,
        "phase": PHASE,
        "title": line["Việc"],
        "help": line["Giải thích"],
        "emits": "work_done",
        "subject": name,
        "duration": f"{line['Số phút']}m",
        "roles": [one.value for one in roles if one is not None],
        "needs": [f"work_done:{before}"] if before else [],
        "patience": _PATIENCE,
    }


def _inject(plan: CasePlan, line: Line) -> Table:
    name = line["Tình tiết"]
    moment = line.moment("Xảy ra lúc")
    after = plan.id_of(TASKS, line["Hoặc sau khi xong việc"])
    return {
        "id": plan.id_of(INJECTS, name),
        "title": name,
        "text": line["Lời báo"],
        "by": plan.id_of(PEOPLE, line["Ai báo"]),
        "at": plan.at(moment) if moment is not None else "",
        "on": {"kind": "work_done", "subject": after} if after else {},
        "choices": [
            {
                "id": plan.choice_id(name, one["Cách xử lý"]),
                "text": one["Cách xử lý"],
                "reply": one["Điều xảy ra"],
            }
            for one in plan.choices(name)
        ],
    }


def _question(plan: CasePlan, line: Line) -> Table:
    kind = {NUMBER: "number", PICK: "pick"}.get(line["Trả lời"], "text")
    ids = list(items_of(line).values())
    items = [
        {"id": one, "text": text} for one, text in zip(ids, options_of(line), strict=True)
    ] if kind == "pick" else []  # fmt: skip
    return {
        "id": plan.id_of(QUESTIONS, line["Tên ngắn"]),
        "phase": PHASE,
        "text": line["Câu hỏi"],
        "kind": kind,
        "items": items,
    }


def _criterion(plan: CasePlan, wanted: Wanted) -> Table:
    line, sentence = wanted.line, wanted.sentence
    return {
        "id": wanted.id,
        "group": PHASE,
        "title": line["Tên tiêu chí"],
        "worth": int(line["Điểm"]),
        "rule": code_of(line[RULES]),
        "coverage": [plan.duty],
        "tried": _tried(plan, wanted),
        "where": _where(wanted),
        "why": line["Vì sao chưa đạt"] or sentence.why,
        "fix": line["Gợi ý"] or sentence.fix,
        "lesson": line["Bài học"],
        "check": [wanted.sentence.check(wanted.said)],
    }


def _where(wanted: Wanted) -> str:
    """Where to look; which work is meant stays open, for that is often the answer."""
    if wanted.sentence.first == TASKS:
        return "Thẻ Giao việc"
    kind = "Tình tiết" if wanted.sentence.first == INJECTS else "Câu hỏi"
    return f"{kind} “{wanted.line['Chỗ thứ nhất']}”"


def _tried(plan: CasePlan, wanted: Wanted) -> list[str]:
    """What must be begun for the criterion to count as attempted."""
    said, sentence = wanted.said, wanted.sentence
    if sentence is ANSWER:
        return [f"answer:{said.first}"]
    if sentence in (CHOOSE, NOT_CHOOSE):
        return [f"inject:{said.first}"]
    if sentence is NOT_DO:  # whoever has planned something has left this out or not
        return [plan.id_of(TASKS, one["Việc"]) for one in plan.form.rows[TASKS]]
    if sentence is BEFORE:
        return [said.first, said.second]
    return [said.second if sentence is WITHIN else said.first]
