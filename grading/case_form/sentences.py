"""The sentences of constraint that a criterion is picked from, and what each one judges.

A sentence has places "…": the first names a task, an inject or a question, the second what is said
of it. It becomes one check of the rubric, in the same terms as those of every other case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from grading.case_form.layout import CHOICES, INJECTS, PEOPLE, QUESTIONS, TASKS

HOUR = "giờ"
Check = Mapping[str, Any]


@dataclass(frozen=True)
class Said:
    """What a criterion's row says, in ids: the two places, and a span or an hour as TOML has it."""

    first: str
    second: str = ""
    span: str = ""
    accepts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sentence:
    """One sentence. `first` is the sheet that its first place names; `second` a sheet, HOUR or "".

    `why` and `fix` are the words for before hand-in where the trainer leaves them open.
    """

    text: str
    first: str
    second: str
    check: Callable[[Said], Check]
    why: str
    fix: str
    takes_minutes: bool = False


def _done(task: str, **more: str) -> Check:
    return {"kind": "work_done", "subject": task, **more}


def _there(said: Said) -> Check:
    return {"form": "existence", "event": _done(said.first)}


def _in_time(said: Said) -> Check:
    return {"form": "existence", "event": _done(said.first), "until": said.second}


def _by(said: Said) -> Check:
    return {"form": "existence", "event": _done(said.first, actor=said.second)}


def _before(said: Said) -> Check:
    begins = {"kind": "order_started", "where": {"task": said.second}}
    return {"form": "precedence", "first": _done(said.first), "then": begins}


def _not_done(said: Said) -> Check:
    given = {"kind": "case_started"}
    return {"form": "absence", "event": _done(said.first), "given": given}


def _answered(said: Said) -> Check:
    raised = {"kind": "inject_raised", "subject": said.first}
    return {"form": "response", "trigger": raised, "then": _done(said.second), "within": said.span}


def _decided(said: Said) -> Check:
    return {"kind": "decision_made", "subject": said.first}


def _chosen(said: Said) -> Check:
    return {"form": "existence", "event": {**_decided(said), "where": {"choice": said.second}}}


def _not_chosen(said: Said) -> Check:
    wrong = {**_decided(said), "where": {"choice": said.second}}
    return {"form": "absence", "event": wrong, "given": _decided(said)}


def _right(said: Said) -> Check:
    return {"form": "answer", "question": said.first, "accepts": said.accepts}


_WORK_WHY, _TIME_WHY = "Phần việc này chưa đạt.", "Việc này chưa đúng lúc."
_LOOK = "Đọc lại đề bài và diễn biến, xem còn thiếu gì."
_HOURS = "Xem lại giờ giao, người làm mất bao lâu và việc nào phải chờ việc nào."

MUST_DO = Sentence("Phải có việc …", TASKS, "", _there, _WORK_WHY, _LOOK)
IN_TIME = Sentence("Phải xong việc … trước giờ …", TASKS, HOUR, _in_time, _TIME_WHY, _HOURS)
BY_WHOM = Sentence(
    "Việc … phải do … làm", TASKS, PEOPLE, _by, "Việc này chưa giao đúng người.",
    "Nghĩ xem việc ấy thuộc trách nhiệm của ai.",
)  # fmt: skip
BEFORE = Sentence("Việc … phải xong trước khi làm việc …", TASKS, TASKS, _before, _TIME_WHY, _HOURS)
NOT_DO = Sentence(
    "Không được giao việc …", TASKS, "", _not_done, "Kế hoạch có một việc không nên làm.",
    "Soát lại từng việc đã giao: việc nào không cần, việc nào không được phép?",
)  # fmt: skip
WITHIN = Sentence(
    "Sau tình tiết … phải xong việc … trong số phút", INJECTS, TASKS, _answered,
    "Xử lý sau tình tiết này chưa kịp thời.", _HOURS, takes_minutes=True,
)  # fmt: skip
CHOOSE = Sentence(
    "Khi có tình tiết … phải chọn …", INJECTS, CHOICES, _chosen, "Cách xử lý chưa phù hợp.",
    "Nghĩ xem ai cần biết, ai có quyền quyết định.",
)  # fmt: skip
NOT_CHOOSE = Sentence(
    "Khi có tình tiết … không được chọn …", INJECTS, CHOICES, _not_chosen,
    "Cách xử lý này gây hại.", "Nghĩ xem cách ấy dẫn tới điều gì.",
)  # fmt: skip
ANSWER = Sentence(
    "Câu hỏi … phải trả lời đúng", QUESTIONS, "", _right, "Câu trả lời chưa đúng.",
    "Đọc lại câu hỏi, tính hoặc tra lại.",
)  # fmt: skip
ALL = (MUST_DO, IN_TIME, BY_WHOM, BEFORE, NOT_DO, WITHIN, CHOOSE, NOT_CHOOSE, ANSWER)


def sentence_named(text: str) -> Sentence | None:
    """The sentence with this text, None if there is none such."""
    wanted = text.replace("...", "…").casefold()
    return next((one for one in ALL if one.text.casefold() == wanted), None)
