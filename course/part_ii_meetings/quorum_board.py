"""Try it: tick who comes, set the votes, and see whether one can meet and whether it carries."""

from __future__ import annotations

from fractions import Fraction

import ipywidgets as widgets

from course.look import Html, html_widget, join, notice, table, text
from course.look import progress as bar
from course.quiz import sources
from office_sim.people import ROLE_VI, Person
from office_sim.quorum import quorum, quorum_share, votes_to_carry
from scenarios.case import load_case

CASE, VARIANT = "hoi_nghi_dot_xuat", "sat_lo-btv-h16"
BODY_VI = "Ban Thường vụ xã Suối Mây"


def members() -> list[Person]:
    """The members of the body that is to meet in the case."""
    return list(load_case(CASE, VARIANT).world.members)


def shares() -> dict[str, Fraction]:
    """The shares one can try, by what they are called; the first is that of the rulebook."""
    own = quorum_share()
    return {
        f"{own.numerator}/{own.denominator} (giả định của bộ học liệu)": own,
        "1/2 (thử cho biết)": Fraction(1, 2),
        "3/4 (thử cho biết)": Fraction(3, 4),
    }


def verdict(present: int, in_favour: int, share: Fraction) -> Html:
    """What these numbers mean for a body of that many members; the two sums are kept apart."""
    total = len(members())
    needed, votes = quorum(total, share), votes_to_carry(total)
    in_favour = min(in_favour, present)
    can_meet = present >= needed
    rows = [
        ("Đủ số lượng để họp", f"tỷ lệ {_share(share)} của {total}: ít nhất {needed}", present),
        ("Nghị quyết được thông qua", f"quá nửa của {total}: ít nhất {votes}", in_favour),
    ]
    told = (
        notice(f"Có mặt {present}/{total}, cần ít nhất {needed}.", "good", "Đủ số lượng")
        if can_meet
        else notice(
            f"Dự kiến có mặt {present}/{total}, cần ít nhất {needed}. Việc của văn phòng lúc này: "
            "báo cáo ngay, xin ý kiến thường trực. Không tự hoãn, không tự họp.",
            "bad",
            "Không đủ số lượng",
        )
    )
    return join(
        bar(present, total, "Xác nhận sẽ dự"),
        table(["Hai phép tính", "Cần", "Đang có"], rows),
        told,
        _carried(in_favour, present, votes) if can_meet else Html(""),
        Html(
            f'<p class="vp vp-source">Nguồn: {text(sources.citation(("R19", "DL03", "DL04")))}</p>'
        ),
    )


def _carried(in_favour: int, present: int, votes: int) -> Html:
    if in_favour >= votes:
        return notice(f"{in_favour} người tán thành, cần {votes}.", "good", "Được thông qua")
    trap = (
        " Đã quá nửa số người có mặt, nhưng phải tính trên tổng số thành viên."
        if in_favour * 2 > present
        else ""
    )
    return notice(f"{in_favour} người tán thành, cần {votes}.{trap}", "warn", "Chưa được thông qua")


def widget() -> widgets.VBox:
    """A box to tick for each member, the votes in favour, the share, and what comes of it."""
    people = members()
    boxes = [
        widgets.Checkbox(
            description=_name(person),
            value=not _is_engaged(person),
            indent=False,
            layout=widgets.Layout(width="auto"),
        )
        for person in people
    ]
    share = widgets.RadioButtons(
        options=list(shares().items()), layout=widgets.Layout(width="100%")
    )
    votes = widgets.Dropdown(
        options=[(f"{number} người", number) for number in range(len(people) + 1)],
        value=votes_to_carry(len(people)),
        description="Tán thành:",
        layout=widgets.Layout(width="100%", max_width="480px"),
    )
    told = html_widget("")

    def tell(_: object) -> None:
        told.value = verdict(sum(box.value for box in boxes), votes.value, share.value)

    for control in (*boxes, share, votes):
        control.observe(tell, names="value")
    tell(None)
    ticks = widgets.GridBox(
        boxes,
        layout=widgets.Layout(width="100%", grid_template_columns="repeat(2, minmax(0, 1fr))"),
    )
    ticks.add_class("vp-ticks")
    box = widgets.VBox(
        [
            _heading(f"{BODY_VI}: ai xác nhận sẽ dự? (giả định)"),
            ticks,
            _heading("Quy chế làm việc của nơi anh/chị cần bao nhiêu phần có mặt?"),
            share,
            _heading("Bao nhiêu người tán thành?"),
            votes,
            told,
        ],
        layout=widgets.Layout(width="100%"),
    )
    box.add_class("vp-tray")
    return box


def _is_engaged(person: Person) -> bool:
    """Whether the diary has something else at the time of the meeting."""
    meeting = load_case(CASE, VARIANT).world.meeting
    assert meeting is not None  # the case is about one
    start = meeting.start
    return any(one.start <= start < one.end for one in person.diary)


def _name(person: Person) -> str:
    return f"{person.name}, {person.post or ROLE_VI[person.role]}"


def _share(share: Fraction) -> str:
    return f"{share.numerator}/{share.denominator}"


def _heading(words: str) -> widgets.HTML:
    heading: widgets.HTML = html_widget(Html(f'<p class="vp"><strong>{text(words)}</strong></p>'))
    return heading
