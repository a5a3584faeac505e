"""What is asked for the month's programme, as a table: the truth worked out from bases and days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from office_sim.programme import Intake, Level, Matter, Sitting
from office_sim.true_table import TrueRow, TrueTable
from scenarios.drawing import Drawing, plain_row
from scenarios.pool import Drawn

TITLE = "ten"
"""What an entry speaks of, as a paper would call it; its words stand in `mentions`."""
OWNER_LINE, DAY_LINE, PRODUCT_LINE = "dong_noi", "dong_ngay", "dong_san_pham"
"""What one line of the written programme speaks of: the matter with its owner, day, product."""
OWNERS_VI = {
    "vp": ("Văn phòng Đảng ủy", "văn phòng"),
    "xdd": ("Ban Xây dựng Đảng", "ban xây dựng đảng|ban xdđ"),
    "ubkt": ("Ủy ban Kiểm tra Đảng ủy", "ủy ban kiểm tra|ubkt"),
    "ubnd": ("Ủy ban nhân dân xã", "ủy ban nhân dân|ubnd"),
    "mttq": ("Mặt trận Tổ quốc xã", "mặt trận|mttq"),
}
PRODUCTS_VI = {
    "nq": ("nghị quyết", "nghị quyết"),
    "kl": ("thông báo kết luận", "kết luận"),
    "kh": ("kế hoạch", "kế hoạch"),
    "bc": ("báo cáo gửi tỉnh", "báo cáo"),
}
LEVELS_VI = {
    Level.COMMITTEE: "Ban Chấp hành",
    Level.BOARD: "Ban Thường vụ",
    Level.PERMANENT: "Thường trực",
}
BOARD_EVERY, COMMITTEE_AFTER = timedelta(days=14), timedelta(days=19)
"""How long after the first sitting of the board the second one is, and the full committee's."""
QUARTER = 3


def programme_table(drawing: Drawing) -> TrueTable:
    """Rows with what becomes of each, its basis, its level and the sittings that it can reach.

    The pool's settings say how many days after the case's start the board first sits
    (`first_sitting`). An entry states `basis` (0 to 7), `level`, and where it applies `ready` and
    `before` in days from that sitting, `settled`, `urgent`. The words {phien_1}, {phien_2} and
    {ky_bch} tell the days of the sittings.
    """
    first = drawing.start.date() + timedelta(days=int(drawing.pool.settings["first_sitting"]))
    sittings = _sittings(first)
    rows = tuple(
        _row(number, one, first, sittings, drawing)
        for number, one in enumerate(drawing.drawn, start=1)
    )
    days = {one.id: f"{one.day:%d/%m}" for one in sittings if one.day is not None}
    words = {
        "phien_1": days["b1"],
        "phien_2": days["b2"],
        "ky_bch": f"ngày {days['bch']}" if "bch" in days else "tháng này không có",
    }
    return TrueTable(drawing.pool.columns, rows, drawing.pool.slips, words)


def _sittings(first: date) -> list[Sitting]:
    """The permanent members meet every week, the board twice; the committee ends the quarter."""
    found = [
        Sitting("tt", Level.PERMANENT),
        Sitting("b1", Level.BOARD, first),
        Sitting("b2", Level.BOARD, first + BOARD_EVERY),
    ]
    if first.month % QUARTER == 0:
        found.append(Sitting("bch", Level.COMMITTEE, first + COMMITTEE_AFTER))
    return found


def _row(
    number: int, one: Drawn, first: date, sittings: list[Sitting], drawing: Drawing
) -> TrueRow:
    facts = one.entry.facts
    matter = Matter(
        basis=int(facts["basis"]),
        level=Level(str(facts.get("level", Level.BOARD))),
        ready=_day(first, facts.get("ready")),
        before=_day(first, facts.get("before")),
        settled=bool(facts.get("settled", False)),
    )
    intake = matter.intake(sittings, drawing.calendar)
    row = plain_row(number, one, {"moc": _dates(matter)})
    right: dict[str, tuple[str, ...]] = {"dua_vao": (intake.value,)}
    kinds = row.kinds | {intake.value}
    if intake is Intake.IN:
        open_ones = matter.sittings(sittings, drawing.calendar)
        right |= {"can_cu": (f"cc{matter.basis}",), "cap": (matter.level.value,)}
        right |= {"phien": tuple(one.id for one in open_ones), **row.right}
        kinds |= {"gap" if facts.get("urgent") else "khong_gap"}
        row = _written(row, matter, open_ones)
        right = {**row.right, **right}
    return replace(row, right=right, kinds=kinds)


def _written(row: TrueRow, matter: Matter, sittings: list[Sitting]) -> TrueRow:
    """The row with the words by which a written programme tells it, and what its line speaks of."""
    owner, owner_words = OWNERS_VI[row.right["chu_tri"][0]]
    product, product_words = PRODUCTS_VI[row.right["san_pham"][0]]
    words = {
        "noi_viet": owner,
        "cap_viet": LEVELS_VI[matter.level],
        "ngay_viet": _told(sittings[0]),
        "san_pham_viet": product,
    }
    matters = row.mentions.get(TITLE, ())
    lines = {
        OWNER_LINE: (*matters, owner_words),
        DAY_LINE: (*matters, "|".join(map(_ways_to_write, sittings))),
        PRODUCT_LINE: (*matters, product_words),
    }
    right = {**row.right, **{name: (text,) for name, text in words.items()}}
    return replace(row, right=right, mentions={**row.mentions, **lines})


def _told(sitting: Sitting) -> str:
    return "giao ban tuần" if sitting.day is None else f"ngày {sitting.day:%d/%m}"


def _ways_to_write(sitting: Sitting) -> str:
    """How people write the day of a sitting, each way but the last followed by "|"."""
    if sitting.day is None:
        return "giao ban|thứ hai|hằng tuần|hàng tuần"
    day, month = sitting.day.day, sitting.day.month
    days = dict.fromkeys((f"{day:02d}", str(day)))
    return "|".join(f"{one}{join}{month}" for one in days for join in ("/", "-", " tháng "))


def _day(first: date, offset: object) -> date | None:
    return None if offset is None else first + timedelta(days=int(str(offset)))


def _dates(matter: Matter) -> str:
    """What the learner reads of the matter's days."""
    ready = "Hồ sơ đã đủ." if matter.ready is None else f"Hồ sơ xong {matter.ready:%d/%m}."
    if matter.before is None:
        return ready
    return f"{ready} Phải quyết chậm nhất {matter.before:%d/%m}."
