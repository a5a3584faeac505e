"""The picture of the whole road of a meeting: before, during, after."""

from __future__ import annotations

from course.look import Html, palette, text

_PHASES = (
    (
        "TRƯỚC hội nghị",
        (
            "1  Nội dung, bốn loại tài liệu",
            "2  Đôn đốc, thẩm định: bốn “đúng”",
            "3  Thông tin trước cho người dự",
            "4  Chương trình nghị sự",
            "5  Thành phần, khách mời",
            "6  Gửi tài liệu",
            "7  Đủ số lượng hay không",
            "8  Điều kiện vật chất, bảo vệ",
        ),
    ),
    (
        "TRONG hội nghị",
        (
            "1  Kiểm tra trước khai mạc",
            "2  Ghi biên bản, thu hồi tài liệu",
            "3  Tổng hợp ý kiến, kết luận",
        ),
    ),
    (
        "SAU hội nghị",
        (
            "1  Hoàn chỉnh biên bản",
            "2  Văn bản hóa quyết định",
            "3  Hồ sơ, nộp lưu trữ",
            "4  Kế hoạch, đôn đốc thực hiện",
        ),
    ),
)
_WIDTH, _GAP, _TOP, _LINE = 310, 30, 64, 29
ALT_VI = "Con đường của một hội nghị. " + " ".join(
    f"{name}: {'; '.join(' '.join(step.split()[1:]) for step in steps)}." for name, steps in _PHASES
)


def picture() -> Html:
    """Three columns with arrows between them; the words are also the picture's text."""
    columns = "".join(_column(place) for place in range(len(_PHASES)))
    return Html(
        f'<svg viewBox="0 0 990 312" role="img" aria-label="{text(ALT_VI)}" '
        f'style="width:100%;max-width:990px;height:auto;font-family:var(--vp-font,sans-serif)">'
        f"{columns}</svg>"
    )


def _column(place: int) -> str:
    colour, (name, steps) = palette(), _PHASES[place]
    left = place * (_WIDTH + _GAP)
    lines = "".join(
        f'<text x="{left + 18}" y="{_TOP + 26 + number * _LINE}" font-size="16" '
        f'fill="{colour["ink"]}">{text(step)}</text>'
        for number, step in enumerate(steps)
    )
    arrow = (
        f'<path d="M{left - _GAP + 5} 18 l18 12 l-18 12 z" fill="{colour["field-line"]}"/>'
        if place
        else ""
    )
    return (
        f'{arrow}<rect x="{left + 1}" y="1" width="{_WIDTH - 2}" height="308" rx="8" '
        f'fill="{colour["soft-paper"]}" stroke="{colour["line"]}" stroke-width="2"/>'
        f'<rect x="{left + 1}" y="1" width="{_WIDTH - 2}" height="52" rx="8" '
        f'fill="{colour["main-dark"]}"/>'
        f'<text x="{left + _WIDTH / 2}" y="33" text-anchor="middle" font-size="18" '
        f'font-weight="650" fill="#ffffff">{text(name)}</text>{lines}'
    )
