"""The slides of a lesson: one HTML file with notes, minutes and everything it needs inside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from course import lesson_index
from course.lesson_index import Lesson
from course.look import Html, text
from course.showing import notes
from course.showing.blocks import NOTHING, Block, Kind, ShownSection, read
from course.showing.notes import Notes
from course.showing.page import page, script
from course.showing.time_plan import Minutes, Plan, minutes

ON_A_SLIDE = {
    Kind.STORY: "Chuyện ở xã",
    Kind.TABLE: "",
    Kind.PICTURE: "",
    Kind.MISTAKE: "Chỗ hay nhầm",
    Kind.DATED: "Đang áp dụng",
    Kind.SUMMARY: "",
    Kind.FORM: "Thử tay: mở trang bài học để làm",
    Kind.QUESTION: "",
}
"""The blocks that a room looks at, and the word above each; plain text is what a trainer says."""


@dataclass(frozen=True)
class Slide:
    """One picture on the wall; `answer` appears at the next step."""

    title: str
    body: Html
    section: str = ""
    answer: Html = NOTHING


def slides_page(lesson: Lesson, plan: Plan = Plan.FULL) -> str:
    """The whole file. Raises NotesError if the lesson's notes cannot be used."""
    lessons = lesson_index.load()
    time = minutes(plan, lessons, notes.home_sections(lessons))
    own = notes.load(lesson)
    made = [_title_slide(lesson, plan, time)]
    for shown in read(lesson):
        made += _section_slides(shown, own[shown.section.id], plan)
    body = "".join(_html(slide, number, lesson, time) for number, slide in enumerate(made))
    told = "".join(
        _notes_html(one.section.id, one.section.title, own[one.section.id], lesson, time)
        for one in read(lesson)
    )
    return page(
        lesson.title,
        f'<main class="vp-deck" data-total="{len(made)}">{body}</main>{_bar()}'
        f'<aside class="vp-notes" aria-label="Lời dẫn của giảng viên" hidden>{told}</aside>'
        f"<script>{script()}</script>",
        "vp-slides",
    )


def clock(span: timedelta) -> str:
    """A span as one says it in a plan: "4 phút", "4 phút rưỡi", "nửa phút"."""
    whole, half = divmod(span // timedelta(seconds=30), 2)
    if not whole:
        return "nửa phút" if half else "đọc ở nhà"
    return f"{whole} phút{' rưỡi' if half else ''}"


def _title_slide(lesson: Lesson, plan: Plan, time: Minutes) -> Slide:
    rows = "".join(
        f"<li>{text(one.title)} <em>({clock(time.sections[lesson.number, one.id])})</em></li>"
        for one in lesson.sections
    )
    name = "thời gian tự học" if plan is Plan.OWN else f"lớp {plan} phút"
    lead = f"{lesson.lead} Kế hoạch: {name}, bài này {clock(time.of(lesson))}."
    return Slide(lesson.title, Html(f'<p class="vp-lead">{text(lead)}</p><ol>{rows}</ol>'))


def _section_slides(shown: ShownSection, told: Notes, plan: Plan) -> Iterator[Slide]:
    section = shown.section
    points = "".join(f"<li>{text(point)}</li>" for point in told.points)
    at_home = told.home and plan is not Plan.OWN
    home = '<p class="vp-lead">Phần này anh/chị đọc ở nhà.</p>' if at_home else ""
    yield Slide(
        section.title, Html(f'<ul class="vp-points">{points}</ul>{home}'), section=section.id
    )
    if at_home:
        return
    for block in shown.blocks:
        if block.kind in ON_A_SLIDE:
            yield _block_slide(block, section.title, section.id)


def _block_slide(block: Block, title: str, section: str) -> Slide:
    word = ON_A_SLIDE[block.kind]
    above = f'<p class="vp-kicker">{text(word)}</p>' if word else ""
    return Slide(title, Html(above + block.html), section, block.answer)


def _html(slide: Slide, number: int, lesson: Lesson, time: Minutes) -> str:
    span = time.sections.get((lesson.number, slide.section))
    said = f'<span class="vp-minutes">{clock(span)}</span>' if span else ""
    answer = (
        f'<div class="vp-answer" hidden><p class="vp-kicker">Trả lời</p>{slide.answer}</div>'
        if slide.answer
        else ""
    )
    hidden = " hidden" if number else ""
    return (
        f'<section class="vp-slide" data-section="{slide.section}"{hidden}>'
        f"<h1>{text(slide.title)}{said}</h1>"
        f'<div class="vp-slide-body vp">{slide.body}{answer}</div></section>'
    )


def _notes_html(
    section: str, title: str, told: Notes, lesson: Lesson, time: Minutes
) -> str:  # fmt: skip
    span = clock(time.sections[lesson.number, section])
    rows = (("Nói", told.say), ("Hỏi", told.ask), ("Để ý", told.watch))
    said = "".join(f"<p><strong>{word}.</strong> {text(words)}</p>" for word, words in rows)
    return f'<div data-section="{section}"><h2>{text(title)} ({span})</h2>{said}</div>'


def _bar() -> str:
    buttons = (
        ("back", "← Trước"),
        ("next", "Sau →"),
        ("notes", "Lời dẫn (N)"),
        ("window", "Màn hình giảng viên"),
        ("full", "Toàn màn hình (F)"),
    )
    made = "".join(f'<button type="button" data-do="{do}">{word}</button>' for do, word in buttons)
    return (
        f'<nav class="vp-deck-bar" aria-label="Điều khiển">{made}'
        '<span class="vp-deck-place" role="status"></span>'
        '<span class="vp-deck-clock" aria-label="Đã nói"></span></nav>'
    )
