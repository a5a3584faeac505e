"""The debrief of a class, made from its own work: a page for the projector and a Word file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from course.classroom.class_works import ClassWorks, class_works
from course.classroom.contrast import examples
from course.classroom.diary import Done, note
from course.classroom.reading import reading_places
from course.look import Html, card, join, page_head, stylesheet, table, text
from grading.findings import STATUS_VI, Status
from grading.handouts.paper_case import FICTIONAL
from grading.handouts.rhythm import bullets, facilitator_text, section
from grading.nbgrader.class_folder import ClassError
from grading.rubric import Criterion
from grading.word.draft import Table
from scenarios.atomic_file import reason, write_atomically

if TYPE_CHECKING:
    from grading.word.write import Writer

DEBRIEF_FOLDER = "rut_kinh_nghiem"
MOST_ERRORS = 5
_COLOURS = {
    Status.MET: "#2e7d4f",
    Status.PARTLY: "#d9a441",
    Status.UNMET: "#b3392f",
    Status.NOT_ATTEMPTED: "#b8c0ca",
}
_INKS = {
    Status.MET: "#fff",
    Status.PARTLY: "#1f2933",
    Status.UNMET: "#fff",
    Status.NOT_ATTEMPTED: "#1f2933",
}
"""What one can read on each colour."""


def make_debrief(folder: Path, assignment: str) -> Done:
    """Write page and Word file into `rut_kinh_nghiem/<assignment>`. Raises ClassError."""
    works = class_works(folder, assignment)
    place = folder / DEBRIEF_FOLDER / assignment
    try:
        page = place / "rut_kinh_nghiem.html"
        write_atomically(page, debrief_page(works))
        document = _document(works, place / "rut_kinh_nghiem.docx")
    except OSError as error:
        raise ClassError(
            f"Không ghi được phần rút kinh nghiệm ({reason(error)}); anh/chị đóng tệp đang mở rồi "
            "làm lại."
        ) from error
    details = [f"{len(works.judged)} bài, trung bình {_percent(works.mean)} điểm."]
    details += [f"{works.plan.called(who)}: {why}" for who, why in sorted(works.broken.items())]
    said = "Đã làm phần rút kinh nghiệm từ bài của chính lớp này."
    return note(folder, Done(said, tuple(details), (page, document), bool(works.broken)))


def questions_for(works: ClassWorks) -> list[str]:
    """Questions from the class's commonest errors with what to read, then the case's."""
    places = reading_places()
    asked = []
    for one in works.commonest_errors(3):
        counts = works.counts(one.id)
        missed = counts[Status.UNMET] + counts[Status.PARTLY]
        read = list(dict.fromkeys(places[point] for point in one.coverage if point in places))
        again = f" Xem lại: {'; '.join(read[:2])}." if read else ""
        title = one.title[:1].lower() + one.title[1:]
        asked.append(f"Vì sao {missed} bài chưa đạt “{title}”? Ở cơ quan ai giữ bước này?{again}")
    return [*asked, *bullets(section(facilitator_text(works.case), "Câu hỏi thảo luận"))]


def debrief_page(works: ClassWorks) -> str:
    """The page for the projector, complete in itself."""
    title = f"Rút kinh nghiệm – {works.case.file.title}"
    lead = f"{works.plan.title}, {len(works.judged)} bài, trung bình {_percent(works.mean)} điểm."
    groups = works.plan.groups
    body = join(
        page_head(title, lead),
        card("Cả lớp đứng ở đâu, theo từng tiêu chí", _bars(works)),
        *(card(f"Hay sai: {one.title}", _example(works, one))
          for one in works.commonest_errors(MOST_ERRORS)),
        card("Những chuỗi hậu quả đã xảy ra", _list(_chain_lines(works))),
        card("Câu hỏi thảo luận", _list(questions_for(works), ordered=True)),
        *(card(name, _list(_group_lines(works, [one.id for one in members])))
          for name, members in groups.items()),
        Html(f'<p class="vp vp-source">{text(FICTIONAL)}</p>'),
    )  # fmt: skip
    own = (
        "body{margin:20px 32px}.row{display:grid;grid-template-columns:minmax(16em,38%) 1fr;"
        "gap:4px 12px;align-items:center;margin:3px 0}.bar{display:flex;height:20px;"
        "border-radius:4px;overflow:hidden}"
        ".bar span{font-weight:600;font-size:13px;text-align:center}"
        "@media print{.vp-card{break-inside:avoid}}"
    )
    return (
        f'<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>{text(title)}</title>'
        f"<style>{stylesheet()}{own}</style></head><body>{body}</body></html>"
    )


def _bars(works: ClassWorks) -> Html:
    rows = []
    for one in works.criteria:
        counts = works.counts(one.id)
        total = sum(counts.values()) or 1
        alt = ", ".join(f"{STATUS_VI[key]} {count}" for key, count in counts.items() if count)
        spans = "".join(
            f'<span style="width:{100 * count / total:.1f}%;'
            f'background:{_COLOURS[key]};color:{_INKS[key]}">'
            f"{count}</span>"
            for key, count in counts.items()
            if count
        )
        rows.append(
            f'<div class="row"><span>{text(f"{one.id}. {one.title}")}</span>'
            f'<div class="bar" role="img" aria-label="{text(alt)}">{spans}</div></div>'
        )
    legend = " ".join(
        f'<span style="color:{_COLOURS[key]}">■</span> {text(STATUS_VI[key])}' for key in Status
    )
    return Html(f"<p>{legend}</p>{''.join(rows)}")


def _example(works: ClassWorks, criterion: Criterion) -> Html:
    rows = [
        (f"Bài\N{NO-BREAK SPACE}{letter}", "Đạt" if good else "Chưa\N{NO-BREAK SPACE}đạt", told)
        for letter, told, good in examples(works, criterion)
    ]
    lesson = works.case.say(criterion.lesson)
    return join(
        table(("", "", "Đã làm gì"), rows), Html(f"<p>{text(f'Cách làm đúng: {lesson}')}</p>")
    )


def _list(lines: list[str], *, ordered: bool = False) -> Html:
    kind = "ol" if ordered else "ul"
    return Html(f"<{kind}>{''.join(f'<li>{text(line)}</li>' for line in lines)}</{kind}>")


def _chain_lines(works: ClassWorks) -> list[str]:
    found = [f"{sentence} ({count} bài)" for sentence, count in works.chains()[:10]]
    return found or ["Không bài nào để xảy ra chuỗi hậu quả."]


def _group_lines(works: ClassWorks, members: list[str]) -> list[str]:
    """What one group did well, what it will do otherwise, what happened to it."""
    own = [one for one in works.judged if one.student in members]
    if not own:
        return ["Nhóm chưa nộp bài."]
    lines = []
    for words, wanted in (
        ("Làm tốt", (Status.MET,)),
        ("Cần sửa", (Status.UNMET, Status.PARTLY)),
        ("Chưa làm tới", (Status.NOT_ATTEMPTED,)),
    ):
        titles = [
            one.title
            for one in works.criteria
            if any((found := work.finding(one.id)) and found.status in wanted for work in own)
        ]
        if titles:
            rest = f" và {len(titles) - 6} điểm khác" if len(titles) > 6 else ""
            lines.append(f"{words}: {'; '.join(titles[:6])}{rest}.")
    lines += list(dict.fromkeys(sentence for one in own for sentence in one.chains))[:5]
    return lines


def _percent(share: float) -> str:
    return f"{round(100 * share)}%"


def _document(works: ClassWorks, out: Path) -> Path:
    from grading.word.write import Writer

    writer = Writer(title="Rút kinh nghiệm")
    writer.small(FICTIONAL)
    writer.title("RÚT KINH NGHIỆM", (works.case.file.title,))
    writer.text(works.plan.title, lead="Lớp:")
    writer.text(
        f"{len(works.judged)} bài, trung bình {_percent(works.mean)} điểm.", lead="Kết quả:"
    )
    writer.heading("1. Cả lớp theo từng tiêu chí (số bài)")
    rows = [("Tiêu chí", *(STATUS_VI[key] for key in Status))]
    for one in works.criteria:
        counts = works.counts(one.id)
        rows.append((f"{one.id}. {one.title}", *(str(counts[key]) for key in Status)))
    writer.table(Table(tuple(rows), widths=(85, 20, 20, 20, 20), size=12))
    writer.heading("2. Những điểm hay sai, ví dụ đối chiếu (không ghi tên)")
    for one in works.commonest_errors(MOST_ERRORS):
        writer.text(one.title, lead=f"{one.id}.")
        for letter, told, good in examples(works, one):
            writer.text(told, lead=f"Bài {letter} ({'đạt' if good else 'chưa đạt'}):")
        writer.text(works.case.say(one.lesson), lead="Cách làm đúng:")
    writer.heading("3. Những chuỗi hậu quả đã xảy ra")
    for line in _chain_lines(works):
        writer.text(f"- {line}")
    writer.heading("4. Câu hỏi thảo luận")
    for number, line in enumerate(questions_for(works), start=1):
        writer.text(f"{number}. {line}")
    for name, members in works.plan.groups.items():
        _group_page(writer, works, name, [one.id for one in members])
    return writer.save(out)


def _group_page(writer: Writer, works: ClassWorks, name: str, members: list[str]) -> None:
    writer.page_break()
    writer.centre(name.upper())
    writer.text(", ".join(works.plan.called(one) for one in members) + ".", lead="Thành viên:")
    for line in _group_lines(works, members):
        writer.text(f"- {line}")
    writer.text("", lead="Việc nhóm sẽ làm khác đi:")
    for _ in range(3):
        writer.text("……………………………………………………………………………")
