"""The after-action report: what the class's work showed, in the form of an office's own report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from course.classroom.class_works import ClassWorks, class_works
from course.classroom.debrief import DEBRIEF_FOLDER
from course.classroom.diary import Done, note
from grading.findings import Status
from grading.nbgrader.class_folder import ClassError
from grading.rubric import Criterion
from grading.word.draft import Block, Draft, Heading, Table, Text
from scenarios.atomic_file import reason

REPORT_NAME = "bao_cao_rut_kinh_nghiem.docx"
_MOST = 5


def make_report(folder: Path, assignment: str, today: date) -> Done:
    """Write the report as a Word file in the right layout; the kit's own checker has seen it.

    Raises ClassError.
    """
    from grading.word import check_file
    from grading.word.write import write_draft

    works = class_works(folder, assignment)
    out = folder / DEBRIEF_FOLDER / assignment / REPORT_NAME
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        write_draft(report_draft(works, today), out)
    except OSError as error:
        raise ClassError(
            f"Không ghi được báo cáo ({reason(error)}); anh/chị đóng tệp {REPORT_NAME} nếu đang mở "
            "rồi làm lại."
        ) from error
    found = check_file(out, "report")
    details = [f"Kiểm tra thể thức: {len(found.errors)} lỗi, {len(found.warnings)} lưu ý."]
    details += [finding.what for finding in (*found.errors, *found.warnings)]
    said = (
        "Đã viết báo cáo rút kinh nghiệm; anh/chị đọc lại, sửa số, ngày, người ký trước khi dùng."
    )
    return note(folder, Done(said, tuple(details), (out,), bool(found.errors)))


def report_draft(works: ClassWorks, today: date) -> Draft:
    """The report before it is laid out: situation, strengths, weaknesses, causes, what to do."""
    from grading.word.office_fields import SAMPLE
    from grading.word.samples import draft_of

    form = draft_of("report", SAMPLE)
    title = works.case.file.title
    return replace(
        form,
        date=today,
        abstract=(f"kết quả và rút kinh nghiệm sau bài tập “{title}”",),
        blocks=tuple(_blocks(works, today)),
        note="Tình huống giả định; báo cáo làm từ bài tập của lớp học.",
    )


def _blocks(works: ClassWorks, today: date) -> list[Block]:
    strong, weak = works.strengths(_MOST), works.commonest_errors(_MOST)
    total, expected = len(works.judged), len(works.plan.students) or len(works.judged)
    mean = round(100 * works.mean)
    blocks: list[Block] = [
        Text(
            f"Lớp “{works.plan.title}” đã làm bài tập “{works.case.file.title}” gồm {expected} học "
            f"viên. Văn phòng báo cáo kết quả và những điểm cần rút kinh nghiệm như sau:"
        ),
        Heading("I. TÌNH HÌNH, KẾT QUẢ"),
        Text(
            f"Có {total} trong {expected} học viên có bài được chấm; các bài đó đạt trung bình "
            f"{mean}% số điểm."
        ),
        Heading("II. ƯU ĐIỂM"),
    ]
    blocks += [Text(f"- {one.title}: {_met(works, one)}.") for one in strong] or [
        Text("Chưa có tiêu chí nào đạt trọn vẹn.")
    ]
    blocks.append(Heading("III. HẠN CHẾ, NGUYÊN NHÂN"))
    blocks += [Text(f"- {one.title}: {_missed(works, one)}. {_cause(works, one)}") for one in weak]
    chains = works.chains()[:_MOST]
    if chains:
        told = "; ".join(f"{text.rstrip('.')} ({count} bài)" for text, count in chains)
        blocks.append(Text(f"Hậu quả đã thấy trong tình huống: {told}."))
    if not weak:
        blocks.append(Text("Không có hạn chế lặp lại ở nhiều bài."))
    blocks.append(Heading("IV. NHIỆM VỤ, GIẢI PHÁP TIẾP THEO"))
    blocks.append(Table(_tasks(works, weak, today), widths=(10, 80, 40, 35), size=12))
    blocks.append(
        Text("Trên đây là báo cáo rút kinh nghiệm; đề nghị các bộ phận thực hiện đúng thời hạn.")
    )
    return blocks


def _met(works: ClassWorks, one: Criterion) -> str:
    return f"{works.counts(one.id)[Status.MET]} trong {len(works.judged)} bài đạt"


def _missed(works: ClassWorks, one: Criterion) -> str:
    counts = works.counts(one.id)
    return f"{counts[Status.UNMET] + counts[Status.PARTLY]} trong {len(works.judged)} bài chưa đạt"


def _cause(works: ClassWorks, one: Criterion) -> str:
    return f"Nguyên nhân: chưa nắm hoặc bỏ qua bước “{works.case.say(one.where).rstrip('.')}”."


def _tasks(works: ClassWorks, weak: list[Criterion], today: date) -> tuple[tuple[str, ...], ...]:
    """What, who, when: each weakness gets a task, a post of the office and a day."""
    rows = [("TT", "Việc phải làm", "Người chịu trách nhiệm", "Thời hạn")]
    for number, one in enumerate(weak, start=1):
        day = today + timedelta(days=7 * number)
        rows.append(
            (str(number), works.case.say(one.lesson), _owner(works, one), f"{day:%d/%m/%Y}")
        )
    if not weak:
        rows.append(("1", "Giữ nền nếp đã có; ôn lại theo lịch.", "Chánh văn phòng", "Hằng quý"))
    return tuple(rows)


def _owner(works: ClassWorks, one: Criterion) -> str:
    """The post that may do the first task of the criterion, else the chief of office."""
    for name in one.tried:
        task = works.case.task(name)
        for person in works.case.world.people:
            if task is not None and person.staff and person.role in task.roles and person.post:
                return person.post[:1].upper() + person.post[1:]
    return "Chánh văn phòng"
