"""What is wrong with the criteria of a form: their places, points, rules, what they give away."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from grading.answers import plain
from grading.case_form.cell_faults import fault, quoted, shown, unknown
from grading.case_form.form import Form, Line
from grading.case_form.layout import CHOICES, CRITERIA, INJECTS, PEOPLE, PICK, QUESTIONS, RULES, YES
from grading.case_form.plan import code_of
from grading.case_form.sentences import ALL, ANSWER, HOUR, Sentence, sentence_named
from office_sim import rulebook
from office_sim.mistakes import Mistake

TELLING = 6
"""A shorter answer, such as a number, may stand in a hint by chance."""
_BEFORE_HAND_IN = ("Tên tiêu chí", "Vì sao chưa đạt", "Gợi ý")


def criterion_faults(form: Form) -> Iterator[Mistake]:
    """Every criterion that says nothing, says it twice or gives an answer away."""
    rows = form.rows[CRITERIA]
    if not rows:
        mend = "thêm ít nhất một hàng: chọn câu mẫu ở cột A"
        yield Mistake(form.file, f"trang {CRITERIA}, ô A4", "chưa có tiêu chí nào", mend)
    elif not any(one.number_in("Điểm") for one in rows):
        mend = "cho ít nhất một tiêu chí có quy tắc đã xác nhận từ 1 điểm"
        yield fault(form, rows[0], "Điểm", "mọi tiêu chí đều 0 điểm", mend)
    seen: dict[tuple[str, ...], Line] = {}
    for line in rows:
        sentence = sentence_named(line["Câu mẫu"])
        if sentence is not None:
            yield from _places(form, line, sentence)
            yield from _minutes(form, line, sentence)
        yield from _rule(form, line)
        key = tuple(plain(line[one]) for one in ("Câu mẫu", "Chỗ thứ nhất", "Chỗ thứ hai"))
        if key in seen and all(key[:2]):
            problem = f"tiêu chí này đã có ở hàng {seen[key].number}"
            yield fault(form, line, "Câu mẫu", problem, "xóa một hàng")
        seen.setdefault(key, line)
    for sheet, heading in ((INJECTS, "Tình tiết"), (QUESTIONS, "Tên ngắn")):
        yield from _unasked(form, sheet, heading)
    yield from _given_away(form)


def _places(form: Form, line: Line, sentence: Sentence) -> Iterator[Mistake]:
    """The two places of the sentence."""
    first, second = line["Chỗ thứ nhất"], line["Chỗ thứ hai"]
    if first and form.find(sentence.first, first) is None:
        yield unknown(form, line, "Chỗ thứ nhất", sentence.first)
    if not second and sentence.second:
        what = "một giờ" if sentence.second == HOUR else f"một hàng của trang {sentence.second}"
        mend = f"câu mẫu này có chỗ … thứ hai: ghi {what}"
        yield fault(form, line, "Chỗ thứ hai", "chưa ghi “Chỗ thứ hai”", mend)
    elif second and not sentence.second:
        mend = f"xóa ô này, hoặc chọn câu mẫu khác: {shown([o.text for o in ALL if o.second])}"
        yield fault(form, line, "Chỗ thứ hai", "câu mẫu này chỉ có một chỗ …", mend)
    elif sentence.second == HOUR:
        yield from _hour(form, line)
    elif second and sentence.second == CHOICES:
        own = [o["Cách xử lý"] for o in form.rows[CHOICES] if plain(o["Tình tiết"]) == plain(first)]
        if own and plain(second) not in map(plain, own):
            problem = f"tình tiết {quoted(first)} không có cách {quoted(second)}"
            mend = f"chép đúng một cách ở trang {CHOICES}: {shown(own)}"
            yield fault(form, line, "Chỗ thứ hai", problem, mend)
    elif second and sentence.second:
        found = form.find(sentence.second, second)
        if found is None:
            yield unknown(form, line, "Chỗ thứ hai", sentence.second)
        elif sentence.second == PEOPLE and found["Nhận việc"] != YES:
            problem = f"{quoted(second)} không nhận việc"
            yield fault(form, line, "Chỗ thứ hai", problem, "chọn người có cột “Nhận việc” là Có")
        elif sentence.second == sentence.first and plain(first) == plain(second):
            problem = "hai chỗ … là cùng một việc"
            yield fault(form, line, "Chỗ thứ hai", problem, "chọn một việc khác")


def _hour(form: Form, line: Line) -> Iterator[Mistake]:
    moment = line.moment("Chỗ thứ hai")
    if moment is None:
        problem = f"không đọc được ngày giờ {quoted(line['Chỗ thứ hai'])}"
        yield fault(form, line, "Chỗ thứ hai", problem, "ghi ngày và giờ, ví dụ 12/10/2026 09:00")
    elif _lies_outside(form, moment):
        problem = f"giờ {quoted(line['Chỗ thứ hai'])} nằm ngoài tình huống"
        mend = "ghi giờ sau lúc bắt đầu và trước lúc kết thúc"
        yield fault(form, line, "Chỗ thứ hai", problem, mend)


def _lies_outside(form: Form, moment: datetime) -> bool:
    if form.start is None or form.end is None or form.end <= form.start:
        return False
    return not form.start < moment < form.end


def _minutes(form: Form, line: Line, sentence: Sentence) -> Iterator[Mistake]:
    if sentence.takes_minutes and not line["Số phút"]:
        mend = "ghi số phút, ví dụ 60"
        yield fault(form, line, "Số phút", "câu mẫu này hỏi số phút", mend)
    elif line["Số phút"] and not sentence.takes_minutes:
        yield fault(form, line, "Số phút", "câu mẫu này không hỏi số phút", "xóa ô này")


def _rule(form: Form, line: Line) -> Iterator[Mistake]:
    book, name = rulebook.load(), code_of(line[RULES])
    if name not in book:
        return
    rule = book[name]
    if line.number_in("Điểm") and not rule.confirmed:
        mend = "ghi 0 điểm (chỉ nhắc), hoặc chọn quy tắc đã xác nhận"
        yield fault(form, line, "Điểm", f"quy tắc {name} còn cần đối chiếu bản gốc", mend)
    if form.start is not None and not rule.is_in_force(form.start.date()):
        problem = f"quy tắc {name} không có hiệu lực vào ngày của tình huống"
        yield fault(form, line, RULES, problem, "chọn quy tắc khác, hoặc đổi ngày bắt đầu")


def _unasked(form: Form, sheet: str, heading: str) -> Iterator[Mistake]:
    """Injects and questions that no criterion speaks of: nothing would be learned from them."""
    asked = {
        plain(line["Chỗ thứ nhất"])
        for line in form.rows[CRITERIA]
        if (found := sentence_named(line["Câu mẫu"])) is not None and found.first == sheet
    }
    for line in form.rows[sheet]:
        if line[heading] and plain(line[heading]) not in asked:
            problem = f"{quoted(line[heading])} chưa có tiêu chí nào"
            mend = f"thêm một hàng ở trang {CRITERIA}, hoặc xóa hàng này"
            yield fault(form, line, heading, problem, mend)


def _given_away(form: Form) -> Iterator[Mistake]:
    """Words for before hand-in that hold the right choice or answer of their criterion."""
    for line in form.rows[CRITERIA]:
        sentence = sentence_named(line["Câu mẫu"])
        secret = line["Chỗ thứ hai"] if sentence is not None and sentence.second == CHOICES else ""
        question = form.find(QUESTIONS, line["Chỗ thứ nhất"]) if sentence is ANSWER else None
        if question is not None:
            secret = question["Đáp án"]
        is_telling = len(secret) >= TELLING or (
            question is not None and question["Trả lời"] == PICK
        )
        for heading in _BEFORE_HAND_IN if secret and is_telling else ():
            if plain(secret) in plain(line[heading]):
                problem = f"lời này mách đáp án {quoted(secret)}"
                mend = "viết lại cho không lộ; lời giải đầy đủ ghi ở cột “Bài học”"
                yield fault(form, line, heading, problem, mend)
