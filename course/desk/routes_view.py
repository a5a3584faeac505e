"""The visits on the page: the sketch of the routes, and beside it the same in words."""

from __future__ import annotations

from course.desk.route_map import LINES, route_map
from course.desk.routes import Call, Fate, Route, closed_roads, routes, visit_date
from course.desk.view import View
from course.look import Html, join, notice, text
from office_sim.calendar import WEEKDAYS_VI
from office_sim.wording import listed

_SIGNS: dict[Fate, str] = {"planned": "·", "made": "✓", "late": "!", "missed": "✕"}
_NO_PLAN_VI = (
    "Bảng lịch trình chưa có lượt thăm nào đọc được (cần đoàn và giờ), nên sơ đồ mới chỉ có thôn, "
    "bản và đường đi."
)
_HOW_VI = (
    "Sơ đồ phác, không theo tỷ lệ đường thật. Số trên đường là phút đi xe. Nhãn “2.3” là điểm thứ "
    "3 của đoàn thứ 2 trong danh sách bên cạnh; đường của mỗi đoàn có màu và nét riêng."
)


def routes_view(view: View) -> Html:
    """The map and the list of stops of each delegation, as they stand at the moment."""
    day = view.run.office.visit_day
    if day is None:
        return Html("")
    found, closed = routes(view), closed_roads(view)
    heading = f"Các đoàn thăm, {_day_words(view)}"
    told = f"{heading}. {_closed_words(view)} Các điểm thăm được kể bên cạnh."
    drawn = route_map(day.spec, found, day.closed_roads, told)
    return join(
        Html(f'<h3 class="vp vp-desk-heading">{text(heading)}</h3>'),
        notice(_closed_words(view), "warn" if closed else "info", ""),
        Html("") if any(one.calls for one in found) else notice(_NO_PLAN_VI, "info", ""),
        Html(
            f'<div class="vp vp-desk-routes"><figure>{drawn}'
            f"<figcaption>{text(_HOW_VI)}</figcaption></figure>"
            f"<div>{''.join(_listed(at, one) for at, one in enumerate(found))}</div></div>"
        ),
    )


def _day_words(view: View) -> str:
    day = visit_date(view)
    return f"{WEEKDAYS_VI[day.weekday()]} {day.day}/{day.month}"


def _closed_words(view: View) -> str:
    closed = closed_roads(view)
    if not closed:
        return "Lúc này các đường đều đi được."
    return f"Đang đóng: {listed(road.title for road in closed)}."


def _listed(at: int, route: Route) -> Html:
    hue, dashes = LINES[at % len(LINES)]
    line = (
        '<svg width="40" height="10" aria-hidden="true"><line x1="0" y1="5" x2="40" y2="5" '
        f'stroke="{hue}" stroke-width="3" stroke-dasharray="{dashes}"/></svg>'
    )
    calls = "".join(_call(at, call) for call in route.calls)
    body = f"<ol>{calls}</ol>" if calls else "<p>Chưa xếp điểm thăm nào.</p>"
    return Html(
        f"<section><h4>{line} {at + 1}. {text(route.delegation.title)}</h4>"
        f"<p>Dẫn đầu: {text(route.leader)}</p>{body}</section>"
    )


def _call(at: int, call: Call) -> str:
    return (
        f'<li class="vp-desk-call-{call.fate}"><strong>{at + 1}.{call.number}</strong> '
        f"{call.stop.at:%H:%M} {text(call.family)}, {text(call.village)}: "
        f'<span aria-hidden="true">{_SIGNS[call.fate]}</span> {text(call.told)}</li>'
    )
