"""What two members of a group settled differently, in words that can be laid side by side."""

from __future__ import annotations

from course.desk.table_cells import cell_words
from office_sim.calendar import format_moment
from office_sim.wording import Wording
from scenarios.case import Case
from scenarios.merge import Conflict
from scenarios.work import DecisionLine, DocumentLine, OrderLine


def about(case: Case, conflict: Conflict) -> str:
    """What the conflict is about: an order, a decision, an answer, a document, a cell."""
    if conflict.kind == "order":
        return f"Việc “{Wording(case.world).task((conflict.mine or conflict.theirs).task)}”"
    if conflict.kind == "decision":
        titles = {one.id: one.title for one in case.injects}
        return f"Tình tiết “{case.say(titles.get(conflict.key, conflict.key))}”"
    if conflict.kind == "answer":
        texts = {one.id: one.text for one in case.questions}
        return f"Câu hỏi “{case.say(texts.get(conflict.key, conflict.key))}”"
    if conflict.kind == "document":
        titles = {one.id: one.title for one in case.documents}
        return f"Văn bản “{titles.get(conflict.key, conflict.key)}”"
    table_id, row_id, column_id = conflict.key.split("/", 2)
    table = case.table(table_id)
    column = table.column(column_id) if table is not None else None
    row = next((one for one in case.table_rows(table_id) if one.id == row_id), None)
    words = " ".join(list(row.cells.values())[:2]) if row is not None else row_id
    return (
        f"Bảng “{table.title if table else table_id}”, hàng {words}, "
        f"ô “{column.title if column else column_id}”"
    )


def version(case: Case, conflict: Conflict, one: object) -> str:
    """One member's version of it."""
    if one is None or one == "":
        return "để trống"
    if isinstance(one, OrderLine):
        words = Wording(case.world)
        picked = [item for value in one.options.values() for item in _several(value)]
        task = case.task(one.task)
        titles = (
            {item.id: case.say(item.text) for o in task.options for item in o.items} if task else {}
        )
        chosen = "; ".join(titles.get(item, item) for item in picked)
        return f"{format_moment(one.at)}, {words.person(one.who)}" + (
            f": {chosen}" if chosen else ""
        )
    if isinstance(one, DecisionLine):
        inject = next((each for each in case.injects if each.id == one.inject), None)
        choices = {each.id: each.text for each in inject.choices} if inject else {}
        return case.say(choices.get(one.choice, one.choice))
    if isinstance(one, DocumentLine):
        return one.file
    if conflict.kind == "cell":
        table_id, _, column_id = conflict.key.split("/", 2)
        table = case.table(table_id)
        column = table.column(column_id) if table is not None else None
        return cell_words(column, str(one)) if column is not None else str(one)
    return str(one)


def _several(value: str | tuple[str, ...]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else value
