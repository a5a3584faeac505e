"""The kit's look: what the blocks say, that text is escaped, that colours can be read."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable

import pytest

from course import look
from office_sim.rulebook import Rule

NASTY = "<script>alert('x')</script> & \"Đảng ủy\""

BLOCKS: list[tuple[str, Callable[[str], str]]] = [
    ("notice", look.notice),
    ("notice title", lambda text: look.notice("a", title=text)),
    ("card title", lambda text: look.card(text, "<p>a</p>")),
    ("badge", look.badge),
    ("table cell", lambda text: look.table([text], [[text]], caption=text)),
    ("steps", lambda text: look.steps([text], 0)),
    ("progress", lambda text: look.progress(1, 2, text)),
    ("page head", lambda text: look.page_head(text, text)),
    ("join", look.join),
]


def rule(source: str, confidence: str = "S") -> Rule:
    return Rule.model_validate(
        {"id": "R01", "title": "t", "text": "t", "source": source, "confidence": confidence}
    )


@pytest.mark.parametrize(("name", "block"), BLOCKS, ids=[name for name, _ in BLOCKS])
def test_text_given_to_a_block_is_shown_as_text(name: str, block: Callable[[str], str]) -> None:
    html = block(NASTY)
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    ET.fromstring(f"<root>{html.replace('<br>', '')}</root>")


def test_html_made_by_a_block_passes_through_a_table_unescaped() -> None:
    html = look.table(["Kết quả"], [[look.badge("Đạt", "good")]])
    assert '<td><span class="vp vp-badge vp-good">Đạt</span></td>' in html


def test_a_notice_names_its_kind_in_words_not_only_in_colour() -> None:
    assert "Cần sửa" in look.notice("Thiếu chữ ký", "bad")
    assert "Lưu ý" in look.notice("Gần đến hạn", "warn")


def test_sources_are_named_once_and_unconfirmed_ones_say_so() -> None:
    line = look.source_line([rule("Điều 20"), rule("Điều 20"), rule("HD 05", "C")])
    assert line.count("Điều 20") == 1
    assert "HD 05 (cần đối chiếu bản gốc)" in line
    assert look.source_line([]) == ""


def test_steps_tell_done_now_and_next_in_words() -> None:
    html = look.steps(["Trước", "Trong", "Sau"], 1)
    states = re.findall(r"vp-step vp-step-(\w+)", html)
    assert states == ["done", "now", "next"]
    assert html.count('aria-current="step"') == 1


@pytest.mark.parametrize(("done", "total", "share"), [(0, 0, 0), (1, 3, 33), (9, 3, 100)])
def test_progress_stays_between_nothing_and_all(done: int, total: int, share: int) -> None:
    assert f"width:{share}%" in look.progress(done, total, "Đã làm")


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


TEXT_PAIRS = [
    (ink, paper)
    for ink in (
        "ink",
        "soft-ink",
        "main",
        "main-dark",
        "info-ink",
        "good-ink",
        "warn-ink",
        "bad-ink",
    )
    for paper in ("paper", "soft-paper")
] + [("on-main", "main"), ("on-main", "main-dark")]
TEXT_PAIRS += [(f"{kind}-ink", f"{kind}-paper") for kind in look.KIND_VI]
EDGE_PAIRS = [
    ("field-line", "paper"),
    ("focus", "paper"),
    ("focus", "soft-paper"),
    ("main", "paper"),
]


@pytest.mark.parametrize(("ink", "paper"), TEXT_PAIRS)
def test_text_can_be_read_on_its_paper(ink: str, paper: str) -> None:
    """WCAG 2.2, 1.4.3: at least 4.5 to 1."""
    assert contrast(look.palette()[ink], look.palette()[paper]) >= 4.5


@pytest.mark.parametrize(("edge", "paper"), EDGE_PAIRS)
def test_fields_and_focus_rings_can_be_seen(edge: str, paper: str) -> None:
    """WCAG 2.2, 1.4.11: at least 3 to 1."""
    assert contrast(look.palette()[edge], look.palette()[paper]) >= 3.0


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_the_stylesheet_loads_nothing_from_elsewhere() -> None:
    assert not re.search(r"url\(|@import|https?:", look.stylesheet())


def test_every_class_a_block_uses_has_a_style() -> None:
    blocks = [block("chữ") for _, block in BLOCKS] + [look.source_line([rule("Điều 20")])]
    blocks.append(look.card("a", "b", foot_html="c"))
    used = {
        name
        for html in blocks
        for group in re.findall(r'class="([^"]+)"', html)
        for name in group.split()
    }
    styled = set(re.findall(r"\.(vp[a-z-]*)", look.stylesheet()))
    assert used <= styled


def test_a_block_becomes_a_widget_as_wide_as_the_page() -> None:
    widget = look.html_widget(look.badge("Đạt", "good"))
    assert "Đạt" in widget.value
    assert widget.layout.width == "100%"


def test_a_step_that_did_not_come_about_is_not_shown_as_done() -> None:
    html = look.steps(["Trước", "Trong", "Sau"], 2, missed=(1,))
    assert "<span>Trong</span>" in html
    assert html.count("(không thành)") == 1
    assert html.count("(đã xong)") == 1
