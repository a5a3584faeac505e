"""Where the learner is in the case: the office's time, the part of the work, the next step."""

from __future__ import annotations

from course.desk.desk import Desk
from course.look import Html, steps, text
from office_sim.calendar import format_moment
from office_sim.log import EventKind
from office_sim.wording import Wording
from scenarios.table_file import TableText


def head(desk: Desk) -> Html:
    """The clock, the hour that all leads up to and the phases, on one line."""
    office = desk.run.office
    clocks = [("Bây giờ ở văn phòng", desk.now)]
    if office.has_meeting:
        label = f"Giờ {Wording(office.world).meeting} dự kiến"
        clocks.append((label, office.meeting.start))
    elif desk.has_run:
        clocks.append(("Thời gian kết thúc", office.world.end))
    told = "".join(
        f'<div class="vp-desk-clock"><small>{label}</small>'
        f"<strong>{format_moment(hour)}</strong></div>"
        for label, hour in clocks
    )
    return Html(f'<div class="vp vp-desk-where">{told}{phases(desk)}</div>')


def phases(desk: Desk) -> Html:
    """The phases of the case with the one that the run is in."""
    failed = bool(desk.run.office.events(EventKind.MEETING_FAILED))
    titles = [phase.title for phase in desk.case.file.phases]
    return steps(titles, phase_number(desk), missed=(1,) if failed else ())


def phase_number(desk: Desk) -> int:
    """Before the meeting 0, while it sits 1, after it (or when it failed) 2.

    A day of visits lasts until the last delegation is back.

    Where nothing runs: the phase of the first table that nobody has begun.
    """
    if not desk.has_run:
        order = [phase.id for phase in desk.case.file.phases]
        table = _open_table(desk)
        return order.index(table.phase) if table is not None else len(order) - 1
    events = desk.run.office.events
    over = events(EventKind.MEETING_CLOSED) or events(EventKind.MEETING_FAILED)
    if over and not _visits_go_on(desk):
        return 2
    return 1 if over or events(EventKind.MEETING_OPENED) else 0


def _visits_go_on(desk: Desk) -> bool:
    office = desk.run.office
    if office.visit_day is None or office.events(EventKind.VISIT_DAY_CLOSED):
        return False
    return desk.now.date() <= office.meeting.start.date()


def next_step(desk: Desk) -> Html:
    """One sentence: what to do now."""
    return Html(f'<p class="vp vp-desk-next"><strong>Bây giờ:</strong> {text(_words(desk))}</p>')


def _open_table(desk: Desk) -> TableText | None:
    """The first table that nothing is written in, None if there is none."""
    written = desk.work.tables
    return next((one for one in desk.case.tables if not written.get(one.id)), None)


def _words_of_tables(desk: Desk) -> str:
    if not any(desk.work.tables.values()):
        return "đọc thẻ “Đề bài”, rồi mở thẻ “Bảng” để làm bài."
    table = _open_table(desk)
    if table is not None:
        return f"bảng “{desk.case.say(table.title)}” chưa ghi ô nào, anh/chị mở thẻ “Bảng”."
    return "bảng nào cũng đã có chữ; mở thẻ “Nhận xét” xem còn sót gì, rồi mở thẻ “Nộp bài”."


def _words(desk: Desk) -> str:
    if not desk.has_run:
        return _words_of_tables(desk)
    if desk.waiting is not None:
        return "có tình tiết đang chờ, anh/chị đọc khung dưới đây rồi quyết định."
    if desk.is_finished:
        return "tình huống đã kết thúc, anh/chị mở thẻ “Nhận xét”."
    if not desk.work.orders:
        tabs = [
            *(["Bảng"] if desk.case.tables else []),
            *(["Giao việc"] if desk.case.tasks else []),
        ]
        onward = " và ".join(f"“{one}”" for one in tabs) or "“Câu hỏi”"
        return f"đọc thẻ “Tình huống”, xem thẻ “Văn phòng”, rồi mở thẻ {onward}."
    standings = desk.standings().values()
    under_way = sum(standing.is_open for standing in standings)
    if under_way:
        return (
            f"còn {under_way} việc đang chờ hoặc đang làm; giao thêm việc hoặc cho văn phòng chạy."
        )
    return "mọi việc đã giao đều xong; anh/chị giao việc tiếp, hoặc cho văn phòng chạy."
