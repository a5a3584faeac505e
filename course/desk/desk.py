"""The desk without its widgets: the learner's plan, decisions and answers, and the run so far.

Every change is saved at once. What is refused is said in one sentence that names the way out.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime, timedelta
from pathlib import Path

from course.desk.document_file import beside
from course.desk.draft import Draft, new_id, order_line
from course.desk.refusals import (
    BEGUN_VI,
    DECIDE_FIRST_VI,
    FINISHED_VI,
    GONE_VI,
    LOCKED_VI,
    NO_CHOICE_VI,
    NO_DOCUMENT_VI,
    NO_EXAMPLE_VI,
    NOTHING_WAITS_VI,
    OTHER_EDITION_VI,
    TOO_LARGE_VI,
    DeskError,
    NewerWorkError,
)
from course.desk.saving import Saving, Topic
from course.desk.situation import Situation
from course.desk.standing import Stage
from course.desk.stops import last_stop, next_stop
from course.desk.trainer_hand import TrainerHand
from grading.documents import MAX_DOCUMENT_BYTES, DocumentFolder
from grading.help import HelpStep, with_help
from office_sim.calendar import format_moment
from scenarios.case import Case, load_case
from scenarios.edition import Edition
from scenarios.play import play
from scenarios.share import edition_vi
from scenarios.variants import VariantError
from scenarios.work import MAX_LINES, DecisionLine, DraftLine, OrderLine, Work
from scenarios.work_file import WorkFile


class Desk(Situation):
    """One learner at one case, with all that he or she can do there; `hand` is the trainer's."""

    def __init__(self, case: Case, file: WorkFile, notice: str = "") -> None:
        super().__init__(case, Saving(file), notice)
        self.listen, self.look_for_newer = self._saving.listen, self._saving.look_for_newer
        self.hand = TrainerHand(self, self._saving)

    @classmethod
    def open(
        cls,
        case_id: str,
        edition: Edition | str = "",
        folder: Path = Path(),
        now: Callable[[], datetime] = datetime.now,
    ) -> Desk:
        """The desk with the work that lies in the folder, else a fresh one; nothing is written.

        The work's own edition counts before `edition`. Raises UnknownCaseError, CaseError,
        VariantError, WorkError.
        """
        case = load_case(case_id, edition)
        file, notice = WorkFile.open(folder.resolve(), case_id, case.edition, now)
        made = case.edition.over(file.work.edition)
        wanted = Edition(edition) if isinstance(edition, str) else edition
        if made.over(wanted) != made:
            told = edition_vi(case.file, made), edition_vi(case.file, wanted)
            notice = " ".join(filter(None, (notice, OTHER_EDITION_VI.format(*told))))
        return cls(load_case(case_id, made), file, notice)

    def choose(self, edition: Edition) -> None:
        """Take the case in another edition; possible until something is done. Raises DeskError."""
        if not self.may_choose:
            raise DeskError(BEGUN_VI)
        try:
            named = load_case(self.case.id, edition).edition
        except VariantError as error:
            raise DeskError(str(error)) from error
        changed = self.work.model_copy(update={**asdict(named), "position": None})
        self._saving.save(changed, "choose", edition_vi(self.case.file, named), Topic.RUN)

    def order(self, draft: Draft) -> OrderLine:
        """Give one more order. Raises DeskError if it is incomplete or too early."""
        if len(self.work.orders) >= MAX_LINES:
            raise DeskError(f"Kế hoạch đã có {MAX_LINES} việc; anh/chị bỏ bớt việc rồi giao tiếp.")
        line = self._line(draft, new_id(draft.task, self.work.orders))
        self._save_orders((*self.work.orders, line), "order", line.id)
        return line

    def change(self, order_id: str, draft: Draft) -> OrderLine:
        """Put the draft in the place of an order whose hour has not passed. Raises DeskError."""
        self._open_order(order_id)
        line = self._line(draft, order_id)
        orders = (line if one.id == order_id else one for one in self.work.orders)
        self._save_orders(tuple(orders), "change_order", order_id)
        return line

    def shift(self, order_id: str, span: timedelta) -> OrderLine:
        """Move an order by the span, earlier or later. Raises DeskError."""
        order = self._open_order(order_id)
        return self.change(order_id, Draft(order.task, order.who, order.at + span, order.options))

    def keep_draft(self, draft: Draft, order_id: str = "") -> None:
        """Keep an order as far as it is written, `order_id` being the one that it changes.

        Raises DeskError.
        """
        line = DraftLine(
            id=order_id, task=draft.task, who=draft.who, at=draft.at, options=draft.options
        )
        kept = line if draft.task or draft.who else None
        if kept != self.work.draft:
            self._saving.save(self.work.model_copy(update={"draft": kept}), "", "", Topic.DRAFT)

    def remove(self, order_id: str) -> None:
        """Take an order back; possible until somebody has begun with it. Raises DeskError."""
        order = self.order_with(order_id)
        if order is None:
            return
        if self.is_locked(order) and self.standings()[order_id].stage is not Stage.WAITING:
            raise DeskError(LOCKED_VI)
        kept = tuple(one for one in self.work.orders if one.id != order_id)
        self._save_orders(kept, "remove_order", order_id)

    def decide(self, choice_id: str) -> None:
        """Decide at the inject that waits. Raises DeskError if none waits."""
        inject = self.waiting
        if inject is None:
            raise DeskError(NOTHING_WAITS_VI)
        if inject.choice(choice_id) is None:
            raise DeskError(NO_CHOICE_VI)
        others = tuple(one for one in self.work.decisions if one.inject != inject.id)
        made = DecisionLine(inject=inject.id, choice=choice_id, as_role=self.role)
        changed = self.work.model_copy(update={"decisions": (*others, made), "position": self.now})
        self._saving.save(changed, "decide", inject.id, Topic.RUN)

    def advance(self, *, to_end: bool = False) -> None:
        """Let the office run to its next stop, or on to the next decision. Raises DeskError."""
        with contextlib.suppress(DeskError):  # a broken control file must stop nobody
            self.hand.take_requests()
        if self.waiting is not None:
            raise DeskError(DECIDE_FIRST_VI)
        if self.is_finished:
            raise DeskError(FINISHED_VI)
        ahead = play(self.case, self.work)
        ids = [order.id for order in self.work.orders]
        stop = last_stop(ahead) if to_end else next_stop(ahead, self.now, ids)
        self._saving.save(self.work.model_copy(update={"position": stop}), "advance", "", Topic.RUN)

    def advance_to(self, moment: datetime) -> None:
        """Let the office run to the moment, or to the inject before it. Raises DeskError.

        This is how a clock moves it: no entry of the journal for every minute.
        """
        if self.waiting is None and not self.is_finished and moment > self.now:
            ahead = play(self.case, self.work, until=moment)
            changed = self.work.model_copy(update={"position": ahead.now})
            self._saving.save(changed, "", "", Topic.RUN)

    def rewind(self, moment: datetime) -> list[str]:
        """Go back to an earlier moment; returns the injects whose decisions are dropped by that.

        Raises DeskError if the moment is not between the start and now.
        """
        start = self.case.world.start
        if not start <= moment <= self.now:
            raise DeskError(
                f"Chỉ quay lại được trong khoảng từ {format_moment(start)} tới "
                f"{format_moment(self.now)}."
            )
        dropped = self.decisions_from(moment)
        kept = tuple(one for one in self.work.decisions if one.inject not in dropped)
        changed = self.work.model_copy(update={"decisions": kept, "position": moment})
        self._saving.save(changed, "rewind", moment.isoformat(timespec="minutes"), Topic.RUN)
        return dropped

    def answer(self, question_id: str, text: str) -> None:
        """Keep the answer to a question of the case. Raises DeskError."""
        before = self.work.answers.get(question_id, "")
        if text == before:
            return
        try:
            self._save_answer(question_id, text)
        except NewerWorkError:
            if self.work.answers.get(question_id, "") != before:
                raise
            self._save_answer(question_id, text)  # the other window wrote something else: both stay

    def look_at_example(self, criterion: str) -> None:
        """Note that a criterion's worked example was looked at; it costs points at marking.

        Raises DeskError on a level without worked examples.
        """
        if not self.case.has_examples:
            raise DeskError(NO_EXAMPLE_VI)
        changed = with_help(self.work, HelpStep.SHOW, criterion)
        if changed is not self.work:
            self._saving.save(changed, "help", criterion, Topic.ANSWER)

    @property
    def documents(self) -> DocumentFolder:
        """The Word documents that lie beside the work."""
        return DocumentFolder(self.path.parent)

    def attach(self, document_id: str, content: bytes) -> None:
        """Put a Word file beside the work as one of the wanted documents. Raises DeskError.

        The file gets the document's own name; an earlier one is kept under a name with the time.
        """
        wanted = next((one for one in self.case.documents if one.id == document_id), None)
        if wanted is None:
            raise DeskError(NO_DOCUMENT_VI)
        if len(content) > MAX_DOCUMENT_BYTES:
            raise DeskError(TOO_LARGE_VI)
        line = beside(self.path.parent, wanted, content)
        others = tuple(one for one in self.work.documents if one.slot != wanted.id)
        changed = self.work.model_copy(update={"documents": (*others, line)})
        self._saving.save(changed, "attach", wanted.id, Topic.ANSWER)

    def keep_tables(self, work: Work, about: str) -> None:
        """Save a work whose tables were changed; `about` names where. Raises DeskError."""
        self._saving.save(work, "table", about, Topic.TABLE)

    def take_merged(self, work: Work, about: str) -> None:
        """Go on with a work that was put together from two. Raises DeskError."""
        self._saving.save(work, "merge", about, Topic.ALL)

    # --- Inside -----------------------------------------------------------------

    def _line(self, draft: Draft, order_id: str) -> OrderLine:
        line = order_line(self.case, draft, order_id, self.now)
        return line.model_copy(update={"as_role": self.role})

    def _open_order(self, order_id: str) -> OrderLine:
        order = self.order_with(order_id)
        if order is None:
            raise DeskError(GONE_VI)
        if self.is_locked(order):
            raise DeskError(LOCKED_VI)
        return order

    def _save_answer(self, question_id: str, text: str) -> None:
        answers = {**self.work.answers, question_id: text}
        changed = self.work.model_copy(update={"answers": answers})
        self._saving.save(changed, "answer", question_id, Topic.ANSWER)

    def _save_orders(self, orders: tuple[OrderLine, ...], what: str, order_id: str) -> None:
        self._saving.save(
            self.work.model_copy(update={"orders": orders}), what, order_id, Topic.PLAN
        )
