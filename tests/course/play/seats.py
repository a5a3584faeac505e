"""Four seats of a group, each with a window of its own: one page with a desk for every round."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import BrowserContext

from office_sim.people import Role
from scenarios.case import Case, load_case
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.work import OrderLine, Work
from scenarios.work_file import FILE_NAME

from ..page.conftest import code_cell, notebook, text_cell, write
from ..served import start, stop
from .by_reference import saved
from .learner import Learner

CHIEF, GENERAL, RECORDS, ACCOUNTANT = "chief", "general", "records", "accountant"
SEATS_VI = {
    CHIEF: "Chánh văn phòng",
    GENERAL: "Chuyên viên tổng hợp",
    RECORDS: "Văn thư",
    ACCOUNTANT: "Kế toán",
}
POSTS = {
    Role.GENERAL_OFFICER: GENERAL,
    Role.RECORDS_CLERK: RECORDS,
    Role.ACCOUNTANT: ACCOUNTANT,
}
"""Whose orders are whose part; what is left is the chief's."""
TABLES = {"ra_soat": GENERAL, "chon_tham": RECORDS, "lich": ACCOUNTANT}


@dataclass(frozen=True)
class Round:
    """One case at one level, which the group plays once."""

    case_id: str
    level: str

    @property
    def name(self) -> str:
        """The folder of its work, under each seat's own."""
        return f"{self.case_id}_{self.level}"

    @property
    def case(self) -> Case:
        """The case as this round plays it."""
        return load_case(self.case_id, Edition(level=self.level))


def parts(case: Case) -> dict[str, Work]:
    """The reference work, shared out among the four seats; each order carries its role."""
    whole, mine = reference_work(case), dict.fromkeys(SEATS_VI, Work(case=case.id))
    roles = {person.id: POSTS.get(person.role, CHIEF) for person in case.world.people}
    for seat in SEATS_VI:
        orders = [one for one in whole.orders if roles[one.who] == seat]
        mine[seat] = whole.model_copy(
            update={
                "orders": tuple(one.model_copy(update={"as_role": seat}) for one in orders),
                "decisions": whole.decisions if seat == CHIEF else (),
                "answers": whole.answers if seat == GENERAL else {},
                "tables": {
                    name: rows for name, rows in whole.tables.items() if TABLES[name] == seat
                },
            }
        )
    return mine


@dataclass
class Group:
    """The four screens, by seat, and the folder under which each seat keeps its files."""

    screens: dict[str, Learner]
    rounds: list[Round]
    folder: Path

    def at(self, seat: str, played: Round) -> Learner:
        """This member before the desk of this round."""
        screen = self.screens[seat]
        screen.page.bring_to_front()  # Chromium draws what lies behind only once a second
        desk = screen.page.locator(".vp-desk").nth(self.rounds.index(played))
        return Learner(screen.page, screen.shots, desk)

    def place(self, seat: str, played: Round) -> Path:
        """Where this member's work of this round lies."""
        return self.folder / seat / played.name

    def work(self, seat: str, played: Round) -> Work:
        """What this member has on disk."""
        return saved(self.place(seat, played) / FILE_NAME)


@contextmanager
def seated(
    context: BrowserContext, root: Path, begun: dict[Round, dict[str, Work]], shots: Path
) -> Iterator[Group]:
    """One server and four windows; `begun` is what each member has already done in each round."""
    rounds = list(begun)
    calls = "\n".join(
        f"open_case({one.case_id!r}, folder={one.name!r}, level={one.level!r})" for one in rounds
    )
    page = notebook(code_cell(f"from course.desk import open_case\n{calls}"))
    write(root / "course" / "00_bat_dau.ipynb", notebook(text_cell("# Bắt đầu")))
    for seat in SEATS_VI:
        write(root / "exercises" / seat / f"{seat}.ipynb", page)
        for one in rounds:
            place = root / "hoc_tap" / seat / one.name
            place.mkdir(parents=True)
            (place / FILE_NAME).write_text(begun[one][seat].to_json(), encoding="utf-8")
    served = start(
        root / "course", root / "exercises", root / "hoc_tap", HOME=str(root / "không có")
    )
    try:
        screens = {}
        for seat in SEATS_VI:
            page_of = context.new_page()
            page_of.set_default_timeout(60_000)
            page_of.goto(served.url(f"notebooks/{seat}/{seat}.ipynb"))
            screens[seat] = Learner(page_of, shots)
        yield Group(screens, rounds, served.folder)
    finally:
        stop(served)


def without(work: Work, order: OrderLine) -> Work:
    """The work before this order was given."""
    return work.model_copy(
        update={"orders": tuple(one for one in work.orders if one.id != order.id)}
    )
