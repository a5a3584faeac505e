"""The register of outgoing papers as it stood at a moment, and what is not in it yet."""

from __future__ import annotations

from course.desk.view import View
from course.look import Html, badge, join, table, text
from office_sim.calendar import format_moment
from office_sim.log import EventKind
from office_sim.papers import Paper
from office_sim.registers import RegisterEntry
from office_sim.vocabulary import PAPER_STATE_VI, SECRECY_VI, URGENCY_VI
from office_sim.wording import Wording

NOTHING = "—"
_EMPTY_VI = "Lúc này chưa văn bản nào được vào sổ."
_LAST_VI = (
    "Số lấy nối tiếp theo từng loại văn bản, trong cả nhiệm kỳ. Số cuối cùng đã lấy trước tình "
    "huống này: {last}."
)


def paper_register(view: View) -> Html:
    """The register, the papers outside of it with the steps each has been through."""
    office = view.run.office
    entries = [one for one in office.register.entries if one.paper in office.papers]
    inside = {entry.paper for entry in entries}
    return join(
        _last_numbers(view),
        _entries(view, entries) if entries else _hint(_EMPTY_VI),
        _outside([paper for paper in office.papers.values() if paper.spec.id not in inside]),
    )


def steps_of(paper: Paper) -> list[str]:
    """The steps that the paper has been through, each with its moment, by time."""
    reached = sorted(paper.reached.items(), key=lambda one: one[1])
    return [f"{PAPER_STATE_VI[state]} {format_moment(at)}" for state, at in reached]


def _entries(view: View, entries: list[RegisterEntry]) -> Html:
    return table(
        ("Số, ký hiệu", "Vào sổ lúc", "Văn bản", "Độ mật", "Độ khẩn", "Người ký", "Đã gửi đi"),
        (_row(view, entry, view.run.office.papers[entry.paper]) for entry in entries),
        caption="Sổ đăng ký văn bản đi",
    )


def _row(view: View, entry: RegisterEntry, paper: Paper) -> tuple[object, ...]:
    return (
        Html(f'<span class="vp-desk-symbol">{text(entry.symbol)}</span>'),
        format_moment(entry.at),
        paper.spec.title,
        _secrecy(paper),
        URGENCY_VI[paper.urgency],
        _signed(view, paper),
        _sent(view, paper),
    )


def _outside(papers: list[Paper]) -> Html:
    return table(
        ("Văn bản", "Độ mật", "Độ khẩn", "Đã qua các bước"),
        (
            (
                paper.spec.title,
                _secrecy(paper),
                URGENCY_VI[paper.urgency],
                "\n".join(steps_of(paper)) or "chưa có bản nào qua văn phòng",
            )
            for paper in papers
        ),
        caption="Văn bản, tài liệu chưa có trong sổ",
    )


def _secrecy(paper: Paper) -> Html:
    return badge(SECRECY_VI[paper.secrecy], "bad" if paper.is_secret else "plain")


def _signed(view: View, paper: Paper) -> str:
    words = Wording(view.case.world)
    signed = view.run.office.events(EventKind.PAPER_SIGNED)
    lines = [
        f"{words.person(one.actor)}, {format_moment(one.at)}"
        for one in signed
        if one.subject == paper.spec.id
    ]
    return lines[0] if lines else NOTHING


def _sent(view: View, paper: Paper) -> str:
    words = Wording(view.case.world)
    lines = [
        f"{format_moment(one.at)}, qua {words.channel(str(one.detail.get('channel', '')))}"
        for one in view.run.office.events(EventKind.PAPER_ISSUED)
        if one.subject == paper.spec.id
    ]
    lines += [
        f"{format_moment(one.at)}, giấy mời qua "
        + ", ".join(words.channel(channel) for channel in _channels(one.detail.get("channel", ())))
        for one in view.run.office.events(EventKind.INVITATIONS_SENT)
        if one.subject == paper.spec.id
    ]
    return "\n".join(lines) or NOTHING


def _channels(value: object) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _last_numbers(view: View) -> Html:
    last = view.case.world.last_numbers
    told = ", ".join(f"{kind} số {number:02d}" for kind, number in last.items())
    return _hint(_LAST_VI.format(last=told)) if told else Html("")


def _hint(words: str) -> Html:
    return Html(f'<p class="vp vp-desk-hint">{text(words)}</p>')
