"""The map of duties: two functions, five groups, eighteen items with an example for each."""

from __future__ import annotations

import ipywidgets as widgets

from course.look import Html, html_widget, notice, table, text
from course.part_i import duties
from course.part_i.duties import Duty, Group
from course.quiz import sources

_FUNCTIONS = (
    (
        "Chức năng 1: tham mưu, giúp việc",
        "tổ chức điều hành, phối hợp các cơ quan tham mưu; chủ trì cải cách hành chính, chuyển đổi "
        "số trong nội bộ đảng bộ; trung tâm thông tin tổng hợp",
    ),
    (
        "Chức năng 2: quản lý và bảo đảm",
        "trực tiếp quản lý tài chính, tài sản; bảo đảm kinh phí, cơ sở vật chất, phương tiện; tổ "
        "chức phục vụ",
    ),
)


def picture() -> Html:
    """Functions above, groups below; each group opens to show its items (mouse or keyboard)."""
    functions = "".join(
        f'<div class="vp-map-function"><strong>{text(title)}</strong><br>{text(words)}</div>'
        for title, words in _FUNCTIONS
    )
    own = duties.load()
    groups = "".join(_group(group, own.of(group.number)) for group in own.group)
    return Html(
        f'<div class="vp vp-map"><div class="vp-map-functions">{functions}</div>'
        f'<div class="vp-map-arrow" aria-hidden="true">↓ cụ thể hóa thành 5 nhóm nhiệm vụ ↓</div>'
        f"{groups}</div>"
    )


def counts() -> Html:
    """How many items each group has, as a table with a bar for each and the sum."""
    own = duties.load()
    rows = [
        (f"({group.number}) {group.title}", _bar(len(own.of(group.number)))) for group in own.group
    ]
    rows.append(("Cộng", Html(f"<strong>{len(own.duty)}</strong>")))
    return table(["Nhóm nhiệm vụ", "Số gạch đầu dòng"], rows)


def finder() -> widgets.VBox:
    """A field to look up which duty a piece of work belongs to."""
    field = widgets.Text(
        placeholder="Gõ việc đang vướng, ví dụ: đảng phí, giấy mời, tiếp dân",
        continuous_update=True,
        layout=widgets.Layout(width="min(100%, 34em)"),
    )
    found = html_widget(_answer(""))
    field.observe(lambda change: setattr(found, "value", _answer(change["new"])), names="value")
    return widgets.VBox([field, found], layout=widgets.Layout(width="100%"))


def _answer(typed: str) -> Html:
    if len(duties.bare(typed)) < 2:
        return notice("Gõ vài chữ, có dấu hay không dấu đều được.", title="Tra nhanh")
    found = duties.load().find(typed)
    if not found:
        return notice(
            f"Chưa thấy việc nào khớp với “{typed}”. Thử một từ ngắn hơn; nếu vẫn không có, hãy tự "
            "hỏi: ai giao, giao cho cơ quan nào, văn phòng có phần gì trong đó?",
            "warn",
            "Không thấy",
        )
    groups = {group.number: group for group in duties.load().group}
    rows = [
        (f"({duty.group}) {groups[duty.group].short}", duty.title, _source(duty))
        for duty in found[:4]
    ]
    return table(["Nhóm", "Đầu việc", "Nguồn"], rows)


def _group(group: Group, items: tuple[Duty, ...]) -> Html:
    rows = "".join(
        f"<li><strong>{text(item.title)}</strong>"
        f'<br><span class="vp-map-example">Ví dụ (giả định): {text(item.example)}</span></li>'
        for item in items
    )
    return Html(
        f'<details class="vp-map-group"><summary><span class="vp-map-number">{group.number}</span>'
        f'<span><strong>{text(group.title)}</strong> <span class="vp-map-count">'
        f"{len(items)} đầu việc</span><br>{text(group.gist)}</span></summary>"
        f"<ul>{rows}</ul></details>"
    )


def _bar(count: int) -> Html:
    return Html(
        f'<span class="vp-map-bar" style="width:{count * 1.6}em" aria-hidden="true"></span> '
        f"<strong>{count}</strong>"
    )


def _source(duty: Duty) -> str:
    return sources.citation([duty.source])
