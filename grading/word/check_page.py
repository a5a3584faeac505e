"""Checks of the sheet of paper: size, margins, page number, fonts and colour of the letters."""

from __future__ import annotations

from grading.word.document import Paragraph
from grading.word.inspection import Inspection, expected, shown
from grading.word.legacy import encoding_of

_LONG = 4200
"""Letters of text beyond which a document surely runs onto a second page."""
_BLACK = ("", "000000", "WINDOWTEXT")


def check_page(inspection: Inspection) -> None:
    """Paper, margins and page number of every section."""
    _check_paper(inspection)
    _check_margins(inspection)
    _check_number(inspection)


def check_letters(inspection: Inspection) -> None:
    """Fonts and colours of all visible text."""
    legacy = inspection.document.legacy_fonts
    _check_legacy(inspection, legacy)
    strange: dict[str, list[Paragraph]] = {}
    coloured: list[Paragraph] = []
    family = inspection.rule("font.family")
    wanted = str(family.value).lower() if family else ""
    for paragraph in inspection.document.paragraphs:
        for run in paragraph.runs:
            if not run.text.strip():
                continue
            if run.font.lower() != wanted and not encoding_of(run.font):
                spots = strange.setdefault(run.font, [])
                if not spots or spots[-1] is not paragraph:
                    spots.append(paragraph)
            if run.color not in _BLACK and (not coloured or coloured[-1] is not paragraph):
                coloured.append(paragraph)
    for font, spots in strange.items() if family else ():
        inspection.report(
            family,  # type: ignore[arg-type]  # the loop is empty without the rule
            f"Có chữ dùng phông {font or 'không rõ tên'}.",
            f"Chọn đoạn này, đặt phông {family.value if family else ''}.",
            spots,
        )
    rule = inspection.rule("font.color")
    if rule and coloured:
        inspection.report(
            rule, "Có chữ không phải màu đen.", "Chọn chữ, đặt màu Tự động (đen).", coloured
        )


def _check_legacy(inspection: Inspection, legacy: dict[int, str]) -> None:
    rule = inspection.rule("font.legacy")
    if rule is None or not legacy:
        return
    paragraphs = [p for p in inspection.document.paragraphs if p.index in legacy]
    name = next(iter(legacy.values()))
    inspection.report(
        rule,
        f"Có chữ gõ bằng phông một byte cũ {name}, máy khác mở ra sẽ sai chữ.",
        "Chuyển mã sang Unicode rồi đặt phông Times New Roman.",
        paragraphs,
    )


def _check_paper(inspection: Inspection) -> None:
    rule = inspection.rule("page.size")
    if rule is None:
        return
    width, height = rule.bounds
    for section in inspection.document.sections:
        sizes = sorted((section.width, section.height))
        if any(abs(a - b) > rule.tolerance for a, b in zip(sizes, (width, height), strict=True)):
            found = f"{shown(section.width)} x {shown(section.height)} mm"
            inspection.report(
                rule,
                f"Khổ giấy đang là {found}, quy định A4 ({shown(width)} x {shown(height)} mm).",
                "Vào Bố trí trang (Layout) > Kích cỡ (Size), chọn A4.",
                [None],
            )
            return


def _check_margins(inspection: Inspection) -> None:
    names = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
    for side, name in names.items():
        rule = inspection.rule(f"page.margin_{side}")
        for section in inspection.document.sections if rule else ():
            if section.width > section.height:
                continue
            actual = abs(getattr(section, side))
            if rule and not rule.accepts(actual):
                inspection.report(
                    rule,
                    f"Lề {name} đang là {shown(actual)} mm, quy định {expected(rule)}.",
                    f"Vào Bố trí trang (Layout) > Lề (Margins), đặt lề {name} {expected(rule)}.",
                    [None],
                )
                break


def _check_number(inspection: Inspection) -> None:
    numbers = inspection.document.page_numbers
    default = [n for n in numbers if n.kind == "default"]
    rule = inspection.rule("page.number_present")
    if rule and not default:
        letters = sum(len(p.text) for p in inspection.document.body)
        if letters > _LONG:
            inspection.report(
                rule,
                "Văn bản dài hơn một trang nhưng không đánh số trang.",
                "Chèn số trang ở giữa lề trên, không hiện ở trang đầu.",
                [None],
            )
        return
    rule = inspection.rule("page.number_align")
    if rule and any(f"{n.area} {n.align}" != rule.value for n in default):
        inspection.report(
            rule,
            "Số trang không nằm giữa lề trên.",
            "Đặt số trang ở đầu trang (Header), canh giữa.",
            [None],
        )
    rule = inspection.rule("page.number_first")
    hidden = all(s.title_page for s in inspection.document.sections[:1])
    if rule and default and (not hidden or any(n.kind == "first" for n in numbers)):
        inspection.report(
            rule,
            "Trang đầu đang hiện số trang.",
            "Đánh dấu “Trang đầu khác biệt” (Different First Page), để trống đầu trang ấy.",
            [None],
        )
    rule = inspection.rule("page.number_size")
    wrong = [n for n in default if rule and not rule.accepts(n.size)]
    if rule and wrong:
        inspection.report(
            rule,
            f"Số trang đang cỡ {shown(wrong[0].size)}, quy định {expected(rule)}.",
            f"Đặt cỡ chữ của số trang {expected(rule)}.",
            [None],
        )
