"""Today's review on the page: one question at a time, never more than the cap, no blame."""

from __future__ import annotations

from typing import Any

from course import lesson_index
from course.lesson import link
from course.look import Html, card, html_widget, join, notice, text
from course.look import progress as bar
from course.progress import EventKind, Progress, ProgressError
from course.progress_events import Event, History
from course.quiz import bank
from course.quiz.card import QuestionCard
from course.review import leads, plan
from course.review.attempts import held_back
from course.review.blocks import button, column, place, row, say, show_if
from course.review.memory import memories
from course.review.plan import Plan

_HINT_VI = (
    "Mỗi ngày một phiên ngắn. Câu sắp quên được hỏi lại đúng lúc, đầu việc yếu nhất hỏi trước. "
    "Câu chưa "
    "đúng ngày mai gặp lại; câu đã chắc thì vài tuần sau mới hỏi."
)


class Session:
    """Head, question and buttons; everything is worked out anew from the record at each step."""

    def __init__(self, own: Progress) -> None:
        self._own = own
        self._later: list[str] = []
        self._now = ""
        self._head = html_widget("")
        self._place = column()
        self._lead = place()
        self._skip = button("Để câu này sau", self._put_off)
        self._next = button("Câu tiếp theo →", self._go_on, "primary")
        self._caps = [button(_cap_words(cap), self._chooser(cap)) for cap in plan.CAPS]
        caps = row(html_widget(_CAP_LABEL), *self._caps)
        self.widget = column(self._head, self._skip, self._place, self._lead, self._next, caps)
        self.widget.add_class("vp-review")
        self._show()

    def _plan(self) -> Plan:
        return today_plan(self._own)

    def _show(self) -> None:
        """The next question of today, or the end of the day."""
        today = self._plan()
        waiting = [one for one in today.questions if one not in self._later]
        if not waiting:
            self._later.clear()
            waiting = list(today.questions)
        self._now = waiting[0] if waiting else ""
        self._draw(today)
        say(self._lead, "")
        show_if(self._next, False)
        show_if(self._skip, len(today.questions) > 1)
        if not self._now:
            self._place.children = (html_widget(end_of_day(self._own, today)),)
            return
        kind = "Ôn lại" if self._now in today.due else "Câu mới"
        self._card = QuestionCard(
            bank.load()[self._now],
            self._own,
            lesson=plan.PLACE,
            label=f"{kind}, câu {today.done + 1}/{today.done + len(today.questions)}",
            anew=True,
            answered=self._after,
        )
        self._place.children = (self._card.widget,)

    def _draw(self, today: Plan) -> None:
        self._head.value = today_head(today)
        for one, cap in zip(self._caps, plan.CAPS, strict=True):
            one.button_style = "info" if cap == today.cap else ""
            chosen = ", đang chọn" if cap == today.cap else ""
            one.description = f"{_cap_words(cap)}{chosen}"

    def _after(self, event: Event) -> None:
        """An answer is given: where to read, and the way on."""
        self._draw(self._plan())
        say(self._lead, reading(self._own, event) if (event.score or 0) < 1 else "")
        show_if(self._skip, False)
        show_if(self._next, True)
        self._next.focus()  # so that Enter goes on

    def _go_on(self) -> None:
        self._refresh()
        self._show()
        self._skip.focus()  # the keyboard stands right before the new question

    def _put_off(self) -> None:
        if self._now:
            self._later.append(self._now)
        self._go_on()

    def _refresh(self) -> None:
        try:
            self._own.refresh()
        except ProgressError as error:
            say(self._lead, notice(str(error), "bad"))

    def _chooser(self, cap: int) -> Any:
        def choose() -> None:
            try:
                self._own.record(EventKind.REVIEW_CAP_SET, cap=cap)
            except ProgressError as error:
                say(self._lead, notice(str(error), "bad"))
                return
            if self._next.layout.display == "none":
                self._show()
            else:
                self._draw(self._plan())  # an answered question stays to be read

        return choose


def today_plan(own: Progress) -> Plan:
    """The plan of today from the record, without the questions that a test holds back."""
    questions = list(bank.load())
    return plan.plan(
        own.history,
        questions,
        own.today,
        taught=_taught(own.history),
        held=held_back(own.history, questions),
    )


def today_head(today: Plan) -> Html:
    """How much is to be done today, and that what waits is no fault."""
    total = today.done + len(today.questions)
    lines = [bar(today.done, total, "Hôm nay đã ôn")]
    if today.is_restart:
        words = (
            f"Lâu rồi mới gặp lại anh/chị. Hôm nay chỉ {today.allowed} câu để lấy lại nhịp; "
            "những câu còn "
            "lại được chia dần ra các ngày sau, không cần làm bù."
        )
        lines.append(notice(words, "info", "Mừng anh/chị trở lại"))
    elif today.waiting and today.questions:
        words = (
            f"{today.waiting} câu nữa xếp hàng sang những ngày tới, khoảng "
            f"{today.days_to_catch_up} "
            "ngày là hết. Anh/chị không phải làm bù."
        )
        lines.append(notice(words, "info", "Làm đến đâu hay đến đó"))
    intro = Html(f'<p class="vp">{text(_HINT_VI)}</p>')
    return join(intro, *lines)


def end_of_day(own: Progress, today: Plan) -> Html:
    """Nothing more today: what was done, and when to come again."""
    dues = [one.due for one in memories(own.history, own.today).values() if one.due > own.today]
    if today.done:
        words = f"Xong cho hôm nay: {today.done} câu. Nghỉ ngơi cũng là một phần của việc nhớ."
    elif dues:
        words = "Hôm nay chưa có câu nào đến lúc ôn."
    else:
        words = "Chưa có câu nào để ôn."
    if today.waiting:
        again = "Ngày mai ôn tiếp."
    elif dues:
        again = f"Lần ôn tới: ngày {min(dues):%d/%m/%Y}."
    else:
        again = ""
    return notice(f"{words} {again}".strip(), "good", "")


def reading(own: Progress, event: Event) -> Html:
    """Where a question that went wrong is taught and trained."""
    question = bank.load()[event.question]
    section = leads.to_lesson(question)
    exercise = leads.to_exercise(question.points, own.path.parent)
    blocks = []
    if section:
        blocks.append(link(f"Đọc lại: {section.title}", section.href))
    if exercise:
        blocks.append(link(f"Thực hành: {exercise.title}", exercise.href))
    return card("Muốn chắc hơn", join(*blocks)) if blocks else Html("")


def _taught(history: History) -> frozenset[str]:
    """The points of the lessons that were opened."""
    opened = history.opened_lessons()
    lessons = [lesson for lesson in lesson_index.load() if lesson.number in opened]
    return frozenset(point for lesson in lessons for point in lesson.points)


_CAP_LABEL = Html('<span class="vp">Mỗi ngày nhiều nhất:</span>')


def _cap_words(cap: int) -> str:
    return f"{cap} câu (khoảng {cap * plan.SECONDS_A_QUESTION // 60} phút)"
