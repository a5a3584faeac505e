"""The picture of where the office stands: between the committee's three bodies and its partners."""

from __future__ import annotations

from course.look import Html, palette, text

_ABOVE = (
    ("Đảng ủy", "ban chấp hành"),
    ("Ban thường vụ", ""),
    ("Thường trực", "bí thư, các phó bí thư"),
)
_BESIDE = (
    ("Ban Xây dựng Đảng", "cơ quan chuyên trách"),
    ("Cơ quan Ủy ban Kiểm tra", "cơ quan chuyên trách"),
)
_BELOW = (
    ("Đảng bộ, chi bộ", "trực thuộc"),
    ("HĐND, UBND", "xã"),
    ("Mặt trận Tổ quốc", "và các đoàn thể"),
    ("Nhân dân", "đơn thư, tiếp dân"),
)
ALT_VI = (
    "Sơ đồ: Văn phòng Đảng ủy ở giữa. Phía trên là Đảng ủy, Ban thường vụ, Thường trực mà văn "
    "phòng giúp việc trực tiếp. Hai bên là Ban Xây dựng Đảng và Cơ quan Ủy ban Kiểm tra, ngang "
    "hàng. Phía dưới là đảng bộ, chi bộ trực thuộc; Hội đồng nhân dân, Ủy ban nhân dân; Mặt trận "
    "và các đoàn thể; nhân dân. Góc trên bên phải là cấp ủy cấp tỉnh với các quy định, hướng dẫn."
)


def picture() -> Html:
    """The drawing as SVG that fits the width of the page, with its text for screen readers."""
    colour = palette()
    main, grey, ink = colour["main"], colour["field-line"], colour["ink"]
    plain = (colour["soft-paper"], ink, colour["line"])
    drawn = [_line(135 + place * 240, 80, 495, 168, main) for place in range(3)]
    drawn += [_line(260, 198, 355, 198, grey), _line(635, 198, 730, 198, grey)]
    drawn += [_line(135 + place * 240, 336, 495, 228, grey) for place in range(4)]
    drawn += [_line(830, 80, 600, 168, grey, dashed=True)]
    for place, (name, small) in enumerate(_ABOVE):
        drawn.append(
            _box(30 + place * 240, 20, 210, name, small, (colour["main-dark"], "#ffffff", main))
        )
    for place, (name, small) in enumerate(_BESIDE):
        drawn.append(_box(20 + place * 710, 168, 240, name, small, plain))
    for place, (name, small) in enumerate(_BELOW):
        drawn.append(_box(30 + place * 240, 336, 210, name, small, plain))
    drawn.append(_box(760, 20, 210, "Cấp ủy cấp tỉnh", "quy định, hướng dẫn", plain))
    office = (colour["warn-paper"], ink, colour["focus"])
    drawn.append(_box(355, 168, 280, "VĂN PHÒNG ĐẢNG ỦY", "tham mưu · điều phối · phục vụ", office))
    drawn += [
        _word(495, 132, "giúp việc trực tiếp, thường xuyên", colour["main-dark"]),
        _word(140, 254, "ngang hàng: điều phối, không ra lệnh", colour["soft-ink"]),
        _word(850, 254, "ngang hàng", colour["soft-ink"]),
        _word(495, 290, "cầu nối", colour["soft-ink"]),
    ]
    return Html(
        f'<svg viewBox="0 0 990 410" role="img" aria-label="{text(ALT_VI)}" '
        f'style="width:100%;max-width:990px;height:auto;font-family:var(--vp-font,sans-serif)">'
        f"{''.join(drawn)}</svg>"
    )


def _box(
    left: int, top: int, width: int, name: str, small: str, colours: tuple[str, str, str]
) -> str:
    """A box with a name and a small line below it; `colours` are paper, ink and edge."""
    paper, ink, edge = colours
    middle = left + width / 2
    first = top + (27 if small else 36)
    below = (
        f'<text x="{middle}" y="{top + 47}" text-anchor="middle" font-size="14" fill="{ink}">'
        f"{text(small)}</text>"
        if small
        else ""
    )
    return (
        f'<rect x="{left}" y="{top}" width="{width}" height="60" rx="8" fill="{paper}" '
        f'stroke="{edge}" stroke-width="2"/>'
        f'<text x="{middle}" y="{first}" text-anchor="middle" font-size="17" font-weight="650" '
        f'fill="{ink}">{text(name)}</text>{below}'
    )


def _line(x1: int, y1: int, x2: int, y2: int, ink: str, *, dashed: bool = False) -> str:
    dash = ' stroke-dasharray="7 6"' if dashed else ""
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{ink}" stroke-width="2"{dash}/>'


def _word(x: int, y: int, word: str, ink: str) -> str:
    return (
        f'<text x="{x}" y="{y}" text-anchor="middle" font-size="14" font-style="italic" '
        f'fill="{ink}" stroke="#ffffff" stroke-width="5" paint-order="stroke">{text(word)}</text>'
    )
