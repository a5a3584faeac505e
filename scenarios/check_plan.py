"""Checking the reference plan and the edits of a case: tasks, people, picks and decisions exist."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from office_sim.mistakes import Mistake
from scenarios.case import Case, CaseError
from scenarios.case_file import CaseFile, TaskText
from scenarios.edits import Edit, PlannedOrder, plan_name, read_edit, read_plan
from scenarios.known_names import Spot, not_among, outside, unknown_in_only
from scenarios.reference_tables import RIGHT, RULES
from scenarios.variants import all_variants
from scenarios.work import OptionValue


def check_plan(case: Case) -> Iterator[Mistake]:
    """Every name or time in reference/plan.toml and in wrong/*/edit.toml that leads nowhere."""
    yield from _reference(case)
    for path in sorted((case.folder / "wrong").glob("*/edit.toml")):
        names = _Names(case.file, f"{case.id}/wrong/{path.parent.name}/edit.toml")
        try:
            edit = read_edit(path)
        except CaseError as error:
            yield from error.mistakes
            continue
        yield from names.edit(case, edit)


def _reference(case: Case) -> Iterator[Mistake]:
    names = _Names(case.file, plan_name(case))
    try:
        plan = read_plan(case)
    except CaseError as error:
        yield from error.mistakes
        return
    for order in plan.orders:
        yield from names.order(order)
    yield from names.decisions(plan.decisions)
    yield from names.answers(plan.answers)
    yield from names.tables(plan.tables)
    for table, rule in plan.tables.items():
        if rule not in (RIGHT, *RULES):
            yield names.mistake(f"tables.{table}", *not_among(rule, (RIGHT, *RULES)))
    for inject in case.file.injects:
        if inject.id not in plan.decisions:
            mend = "ghi lựa chọn đúng của tình tiết ấy"
            yield names.mistake("decisions", f"chưa quyết định tình tiết “{inject.id}”", mend)


@dataclass(frozen=True)
class _Names:
    """Asks one file about the names that the case has."""

    file: CaseFile
    name: str

    def mistake(self, place: str, problem: str, mend: str) -> Mistake:
        return Mistake(self.name, place, problem, mend)

    def edit(self, case: Case, edit: Edit) -> Iterator[Mistake]:
        variants = {variant.id for variant in all_variants(self.file)}
        if edit.variant and edit.variant not in variants:
            yield self.mistake("variant", *not_among(edit.variant, variants))
        tasks = {one.task for one in _plan_orders(case)}
        for key in ("drop", "move", "assign", "options"):
            for task in getattr(edit, key):
                if task not in tasks:
                    yield self.mistake(key, *not_among(task, tasks))
        for task, who in edit.assign.items():
            yield from self._spots(f"assign.{task}", self._who(who))
        for task_id, picks in edit.options.items():
            task = self._task(task_id)
            if task is not None:
                yield from self._spots(f"options.{task_id}", _picks(task, picks))
        for order in edit.add:
            yield from self.order(order)
        yield from self.decisions(edit.decide, "decide")
        yield from self.answers(edit.answer, "answer")
        yield from self.tables(edit.tables)
        yield from self.tables(dict.fromkeys((*edit.clear, *edit.slips)))

    def order(self, order: PlannedOrder) -> Iterator[Mistake]:
        place = f"order “{order.task}”"
        yield from self._spots(place, unknown_in_only(self.file, order.only))
        yield from self._spots(place, self._who(order.who))
        if variant := outside(self.file, order.at):
            problem = f"giờ “{order.at}” nằm ngoài tình huống ở biến thể {variant}"
            yield self.mistake(f"{place}, at", problem, "dời giờ, hoặc dùng only")
        task = self._task(order.task)
        if task is None:
            yield self.mistake(place, *not_among(order.task, {one.id for one in self.file.tasks}))
        else:
            yield from self._spots(place, _picks(task, order.options))

    def decisions(self, given: Mapping[str, str], place: str = "decisions") -> Iterator[Mistake]:
        injects = {one.id: {choice.id for choice in one.choices} for one in self.file.injects}
        for inject, choice in given.items():
            if inject not in injects:
                yield self.mistake(place, *not_among(inject, injects))
            elif choice not in injects[inject]:
                yield self.mistake(f"{place}.{inject}", *not_among(choice, injects[inject]))

    def answers(self, given: Mapping[str, str], place: str = "answers") -> Iterator[Mistake]:
        questions = {one.id for one in self.file.questions}
        for question in sorted(given.keys() - questions):
            yield self.mistake(place, *not_among(question, questions))

    def tables(self, given: Mapping[str, object]) -> Iterator[Mistake]:
        tables = {one.id for one in self.file.tables}
        for table in sorted(given.keys() - tables):
            yield self.mistake("tables", *not_among(table, tables))

    def _task(self, task_id: str) -> TaskText | None:
        return next((one for one in self.file.tasks if one.id == task_id), None)

    def _who(self, who: str) -> Iterator[Spot]:
        staff = {one.id for one in self.file.people if one.staff}
        if who not in staff:
            yield "who", *not_among(who, staff)

    def _spots(self, place: str, spots: Iterator[Spot]) -> Iterator[Mistake]:
        for spot, problem, mend in spots:
            yield self.mistake(f"{place}, {spot}", problem, mend)


def _plan_orders(case: Case) -> tuple[PlannedOrder, ...]:
    """The orders of the reference, none if its file cannot be read (that is told elsewhere)."""
    try:
        return read_plan(case).orders
    except CaseError:
        return ()


def _picks(task: TaskText, picks: Mapping[str, OptionValue]) -> Iterator[Spot]:
    options = {one.id: one for one in task.options}
    for option_id, value in picks.items():
        option = options.get(option_id)
        if option is None:
            yield "options", *not_among(option_id, options)
            continue
        given = value if isinstance(value, tuple) else (value,)
        items = {item.id for item in option.items}
        for item in sorted(set(given) - items):
            yield f"options.{option_id}", *not_among(item, items)
        if len(given) > 1 and not option.several:
            mend = "giữ lại một mục, hoặc ghi several = true ở mục option"
            yield f"options.{option_id}", "chỉ được chọn một mục", mend
