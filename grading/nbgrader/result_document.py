"""The result of one learner as a Word file: the same words as the page, to print and to keep."""

from __future__ import annotations

from pathlib import Path

from grading.findings import Status
from grading.groups import groups_of
from grading.nbgrader.appeal import OUTCOME_VI
from grading.nbgrader.points import points_text
from grading.nbgrader.results import Result
from grading.rubric import Criterion, load_rubric
from grading.word.draft import Block, Heading, Table, Text
from scenarios.case import case_folder, load_case


def write_result(result: Result, out: Path) -> Path:
    """Write the Word file; where it is. It bears no head: it is no paper of an office.

    Raises OSError.
    """
    from grading.word.write import Writer  # brings python-docx

    writer = Writer(title="Kết quả bài tập")
    case = load_case(result.judgement.case, result.judgement.edition)
    writer.title("KẾT QUẢ BÀI TẬP", (case.file.title,))
    for block in result_blocks(result):
        if isinstance(block, Text):
            writer.text(block.text, block.lead)
        elif isinstance(block, Table):
            writer.table(block)
        else:
            writer.heading(block.text)
    writer.small("Tình huống, tên người, địa danh, số liệu đều là hư cấu.")
    return writer.save(out)


def result_blocks(result: Result) -> list[Block]:
    """The words of the result: total, groups, advice, every criterion, the timeline."""
    case = load_case(result.judgement.case, result.judgement.edition)
    every = load_rubric(case_folder(case.id)).criteria
    criteria = [one for one in every if one.id in result.marks]
    titles = {group.id: group.title for group in groups_of(case)}
    total = f"{points_text(result.points)} trên {points_text(result.max_points)} điểm"
    blocks: list[Block] = [Text(result.who, lead="Người học:"), Text(total, lead="Kết quả:")]
    if result.receipt:
        blocks.append(Text(result.receipt, lead="Mã biên nhận:"))
    blocks += [Text(line) for line in result.notices()]
    if result.remark:
        blocks.append(Text(result.remark, lead="Nhận xét của giảng viên:"))
    if result.next_step():
        blocks.append(Text(result.next_step(), lead="Việc nên làm tiếp:"))
    if result.to_read():
        blocks.append(Text("; ".join(result.to_read()) + ".", lead="Nên đọc lại:"))
    if result.judgement.trouble:
        criteria = []
    for group in dict.fromkeys(one.group for one in criteria):
        own = [one for one in criteria if one.group == group]
        blocks += [Heading(titles.get(group, group), level=2), _table(own, result)]
        for criterion in own:
            blocks += _findings(criterion, result, case.say(criterion.lesson))
    if result.words:
        blocks.append(Heading("Câu trả lời tự luận", level=2))
    for word in result.words:
        blocks.append(Text(f"{word.question} “{word.answer}”"))
        blocks.append(Text(word.verdict(), lead="Giảng viên:"))
    if result.appeals:
        blocks.append(Heading("Đề nghị xem lại của anh/chị", level=2))
    for appeal in result.appeals:
        blocks.append(Text(f"“{appeal.text}”", lead=f"{appeal.criterion}."))
        blocks.append(Text(appeal.answer(), lead=f"{OUTCOME_VI[appeal.outcome]}."))
    if result.judgement.timeline:
        rows = (("Thời điểm", "Diễn biến"), *result.judgement.timeline)
        blocks += [Heading("Diễn biến chính", level=2), Table(rows, widths=(45, 120), size=12)]
    return blocks


def _table(criteria: list[Criterion], result: Result) -> Table:
    rows = [("Tiêu chí", "Kết quả", "Điểm")]
    for one in criteria:
        mark = result.marks[one.id]
        points = f"{points_text(mark.points)}/{points_text(mark.max_points)}"
        rows.append((f"{one.id}. {one.title}", result.status(one.id), points))
    return Table(tuple(rows), widths=(110, 35, 20), size=12)


def _findings(criterion: Criterion, result: Result, lesson: str) -> list[Block]:
    """Why points were lost, what is right and where it stands; nothing for what was met."""
    finding = result.judgement.finding(criterion.id)
    if criterion.id in result.dropped:
        said = f"Giảng viên đã bỏ tiêu chí này, không tính cho ai: {result.dropped[criterion.id]}"
        return [Text(said, lead=f"{criterion.id}.")]
    if finding is None or finding.status in (Status.MET, Status.NOT_ATTEMPTED):
        return []
    text = f"{finding.why} Cách làm đúng: {lesson} Nguồn: {finding.source}."
    cells = result.judgement.cells.get(criterion.id, ())
    return [Text(text, lead=f"{criterion.id}."), *(Text(f"- {one}") for one in cells)]
