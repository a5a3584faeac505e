"""Taking a test on the page: twenty questions, no reasons until it is handed in."""

from __future__ import annotations

import ipywidgets as widgets

from course.lesson import narrow
from course.look import Html, html_widget, join, notice, page_head, text
from course.look import progress as bar
from course.progress import Progress, ProgressError
from course.quiz import bank
from course.quiz.form import QuestionForm
from course.quiz.question import Question
from course.review import attempts
from course.review.answers_shown import results
from course.review.attempts import Attempt, Test
from course.review.blocks import button, column, place, row, say, show_if

TITLE_VI = {
    Test.BEFORE: "Kiểm tra trước khóa học",
    Test.AFTER: "Kiểm tra sau khóa học",
}
_LEAD_VI = {
    Test.BEFORE: (
        "Hai mươi câu để biết mình đang ở đâu. Sai nhiều cũng không sao, vì anh/chị chưa học."
    ),
    Test.AFTER: "Hai mươi câu khác, khó như lần trước, để thấy mình đã đi được bao xa.",
}
_RULES_VI = (
    "Khoảng 20-25 phút. Mỗi đầu việc có một, hai câu. Câu trả lời được lưu ngay; tắt máy rồi mở "
    "lại làm "
    "tiếp được. Lý do đúng, sai chỉ hiện sau khi nộp. Giảng viên có đọc mã đề thì gõ vào ô dưới "
    "đây để "
    "cả lớp cùng một đề; làm một mình thì để trống."
)


class Exam:
    """One of the two tests: before it is started, at work, or handed in with its results."""

    def __init__(self, own: Progress, test: Test) -> None:
        self._own, self._test = own, test
        self._questions = list(bank.load())
        self._known = {question.id: question for question in self._questions}
        self._place = 0
        self._quiet = False
        self._warned = False
        self._head = html_widget("")
        self._said = place()
        self._code = widgets.Text(
            description="Mã đề (nếu có):", layout=widgets.Layout(width="min(420px, 100%)")
        )
        self._start = button("Bắt đầu làm bài", self._begin, "primary")
        self._jump = widgets.Dropdown(
            options=[("Câu 1", 0)], value=0, description="Đang ở:", layout=narrow()
        )
        self._jump.observe(lambda change: self._go_to(change["new"]), names="value")
        self._form_place = column()
        self._form_place.add_class("vp-quiz-card")
        self._back = button("← Câu trước", lambda: self._step(-1))
        self._on = button("Câu sau →", lambda: self._step(1), "primary")
        self._hand_in = button("Nộp bài kiểm tra", self._finish)
        list_ = row(self._jump)
        buttons = row(self._back, self._on, self._hand_in)
        self._to_start = (self._code, self._start)
        self._to_work = (list_, self._form_place, buttons)
        self.widget = column(
            self._head, *self._to_start, list_, self._form_place, self._said, buttons
        )
        self._place = self._first_open()
        self._show()

    @property
    def _attempt(self) -> Attempt | None:
        return attempts.attempt(self._own.history, self._test)

    def _show(self) -> None:
        taken = self._attempt
        head = page_head(TITLE_VI[self._test], _LEAD_VI[self._test])
        at_work = taken is not None and taken.finished is None
        if taken is None:
            self._head.value = join(head, Html(f'<p class="vp">{text(_RULES_VI)}</p>'))
        elif taken.finished:
            self._head.value = join(head, results(self._own, self._test))
        else:
            self._draw(taken)
        # Hidden and shown, not put in and out: what is on the page already can take the keyboard.
        for one in self._to_start:
            show_if(one, taken is None)
        for one in self._to_work:
            show_if(one, at_work)

    def _draw(self, taken: Attempt) -> None:
        """The question at this place, with the answer so far."""
        given = self._given(taken)
        asked = self._asked(taken)
        total = len(asked)
        self._head.value = join(
            page_head(TITLE_VI[self._test]), bar(len(given), total, "Câu đã trả lời, đã lưu")
        )
        self._list(asked, given)
        question = self._known[asked[self._place]]
        seed, variant = taken.shown(question)

        def keep() -> None:
            self._keep(taken, question, variant)

        label = f"Câu {self._place + 1}/{total}"
        self._form = QuestionForm(question, seed, variant, keep, label)
        draft = taken.draft(self._own.history, question)
        if draft:
            self._form.put(draft.answer)
        self._form_place.children = tuple(self._form.blocks)
        self._back.disabled = self._place == 0
        self._on.disabled = self._place == total - 1
        self._hand_in.button_style = "primary" if self._place == total - 1 else ""

    def _list(self, asked: list[str], given: frozenset[str]) -> None:
        """The list to jump from, which says what is answered."""
        answered = ["" if one not in given else ", đã trả lời" for one in asked]
        self._quiet = True
        self._jump.options = [
            (f"Câu {place + 1}/{len(asked)}{words}", place) for place, words in enumerate(answered)
        ]
        self._jump.value = self._place
        self._quiet = False

    def _begin(self) -> None:
        try:
            attempts.start(self._own, self._test, self._code.value, self._questions)
        except ProgressError as error:
            self._say(notice(str(error), "bad"))
            return
        self._place = self._first_open()
        self._show()
        self._jump.focus()

    def _keep(self, taken: Attempt, question: Question, variant: int) -> None:
        try:
            self._own.keep_draft(
                taken.key(question.id),
                answer=self._form.answer(),
                variant=variant,
                version=question.version,
            )
        except ProgressError as error:
            say(self._said, notice(str(error), "bad"))

    def _step(self, by: int) -> None:
        self._go_to(self._place + by)
        self._jump.focus()  # the keyboard stands right before the new question

    def _go_to(self, place: int) -> None:
        if self._quiet or not self._refreshed():
            return
        taken = self._attempt
        self._place = max(0, min(len(self._asked(taken)) - 1 if taken else 0, place))
        self._say("")
        self._show()

    def _finish(self) -> None:
        if not self._refreshed():
            return
        taken = self._attempt
        if taken is None or taken.finished:
            self._show()
            return
        given = self._given(taken)
        left = [place for place, one in enumerate(self._asked(taken), start=1) if one not in given]
        if left and not self._warned:
            self._warned = True
            numbers = ", ".join(map(str, left))
            words = (
                f"Còn {len(left)} câu chưa trả lời xong: {numbers}. Bấm “Nộp bài kiểm tra” lần "
                f"nữa để nộp."
            )
            self._say(notice(words, "warn", "Chưa nộp"))
            return
        try:
            attempts.finish(self._own, taken, self._questions)
        except ProgressError as error:
            self._say(notice(str(error), "bad"))
            return
        self._show()

    def _refreshed(self) -> bool:
        """Take in what another window has saved; False, and a sentence, if that failed."""
        try:
            self._own.refresh()
        except ProgressError as error:
            self._say(notice(str(error), "bad"))
            return False
        return True

    def _first_open(self) -> int:
        """The place of the first question that is not answered; the last if all are."""
        taken = self._attempt
        if taken is None:
            return 0
        given = self._given(taken)
        open_ = [place for place, one in enumerate(self._asked(taken)) if one not in given]
        return open_[0] if open_ else len(self._asked(taken)) - 1

    def _asked(self, taken: Attempt) -> list[str]:
        """The questions of the test that the bank still has, after an update of the kit."""
        return [one for one in taken.questions if one in self._known]

    def _given(self, taken: Attempt) -> frozenset[str]:
        """The questions answered in full."""
        found = attempts.answers(self._own.history, taken, self._questions)
        return frozenset(one.question for one in found)

    def _say(self, words: str) -> None:
        self._warned = self._warned and bool(words)
        say(self._said, words)
