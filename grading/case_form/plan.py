"""A form without faults as the parts of a case: every name an id, every moment counted."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property

from grading.answers import plain
from grading.case_form.form import Form, Line
from grading.case_form.layout import (
    CHOICES,
    CRITERIA,
    DUTIES,
    INJECTS,
    PEOPLE,
    PICK,
    QUESTIONS,
    TASKS,
    YES,
)  # fmt: skip
from grading.case_form.names import ids_of
from grading.case_form.sentences import ANSWER, HOUR, Said, Sentence, sentence_named
from office_sim.people import ROLE_VI, Role

_ROLES = {plain(text): role for role, text in ROLE_VI.items()}


@dataclass(frozen=True)
class Wanted:
    """A criterion: its row, its id, its sentence and what that says."""

    line: Line
    id: str
    sentence: Sentence
    said: Said


@dataclass(frozen=True)
class CasePlan:
    """Asks the form in the terms of a case. The form must have no faults."""

    form: Form

    @property
    def id(self) -> str:
        """The case's id."""
        return self.form.field("Mã")

    @property
    def start(self) -> datetime:
        """When it begins."""
        assert self.form.start is not None
        return self.form.start

    @property
    def end(self) -> datetime:
        """When it ends."""
        assert self.form.end is not None
        return self.form.end

    @property
    def duty(self) -> str:
        """The id of the duty that it exercises."""
        return code_of(self.form.field(DUTIES))

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, str]]:
        firsts = {PEOPLE: "Họ và tên", TASKS: "Việc", INJECTS: "Tình tiết", QUESTIONS: "Tên ngắn"}
        return {
            sheet: ids_of(one[heading] for one in self.form.rows[sheet])
            for sheet, heading in firsts.items()
        }

    def id_of(self, sheet: str, name: str) -> str:
        """The id of what a sheet calls so; "" if nothing is named."""
        return self._ids[sheet][plain(name)] if name else ""

    def choices(self, inject: str) -> list[Line]:
        """The choices at the inject with this name."""
        return [one for one in self.form.rows[CHOICES] if plain(one["Tình tiết"]) == plain(inject)]

    def choice_id(self, inject: str, choice: str) -> str:
        """The id of a choice: ids are those of its inject alone."""
        return ids_of(one["Cách xử lý"] for one in self.choices(inject))[plain(choice)]

    def at(self, moment: datetime) -> str:
        """The moment as a case counts it: "start+1h5m"."""
        return f"start+{span_text(moment - self.start)}"

    def answer(self, line: Line, text: str) -> str:
        """An answer to a question as the work keeps it: a picked one by its id."""
        return items_of(line)[plain(text)] if line["Trả lời"] == PICK else text

    @cached_property
    def staff(self) -> list[str]:
        """The ids of those who can be given work."""
        rows = self.form.rows[PEOPLE]
        return [self.id_of(PEOPLE, one["Họ và tên"]) for one in rows if one["Nhận việc"] == YES]

    @cached_property
    def criteria(self) -> list[Wanted]:
        """The criteria, numbered as their rows stand."""
        return [
            self._wanted(f"F{number:02}", line)
            for number, line in enumerate(self.form.rows[CRITERIA], start=1)
        ]

    def _wanted(self, name: str, line: Line) -> Wanted:
        sentence = sentence_named(line["Câu mẫu"])
        assert sentence is not None
        first, second, minutes = line["Chỗ thứ nhất"], line["Chỗ thứ hai"], line["Số phút"]
        accepts: tuple[str, ...] = ()
        if sentence is ANSWER:
            question = self.form.find(QUESTIONS, first)
            assert question is not None
            accepts = tuple(self.answer(question, one) for one in right_answers(question))
        if sentence.second == HOUR:
            moment = line.moment("Chỗ thứ hai")
            assert moment is not None
            second = self.at(moment)
        elif sentence.second == CHOICES:
            second = self.choice_id(first, second)
        elif sentence.second:
            second = self.id_of(sentence.second, second)
        span = f"{minutes}m" if sentence.takes_minutes else ""
        return Wanted(
            line, name, sentence, Said(self.id_of(sentence.first, first), second, span, accepts)
        )


def role_of(text: str) -> Role | None:
    """The post that a list names so, None if there is none such."""
    return _ROLES.get(plain(text))


def code_of(text: str) -> str:
    """The id before the colon in "HN05: nhiều người báo vắng"."""
    return text.split(":")[0].strip()


def options_of(line: Line) -> list[str]:
    """The options of a question, as they stand in its cell one under another."""
    return [one for one in re.split(r"\s*[\n;]\s*", line["Các phương án"]) if one]


def items_of(line: Line) -> Mapping[str, str]:
    """Option -> its id."""
    return ids_of(options_of(line))


def right_answers(line: Line) -> list[str]:
    """What counts as right: the answer, then what is accepted beside it."""
    others = [one.strip() for one in re.split(r"[\n;]", line["Cũng nhận"])]
    return list(dict.fromkeys(one for one in (line["Đáp án"], *others) if one))


def span_text(span: timedelta) -> str:
    """The span as a case file has it: "1h30m"."""
    hours, minutes = divmod(round(span.total_seconds() / 60), 60)
    return f"{hours}h{minutes}m"
