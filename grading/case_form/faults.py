"""What is wrong between the cells of a form: hours, people, choices, answers, the model work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from grading.answers import plain
from grading.case_form.cell_faults import cell_faults, fault, quoted, shown
from grading.case_form.criterion_faults import criterion_faults
from grading.case_form.form import Form, Line
from grading.case_form.layout import (
    CHOICES,
    INJECTS,
    MODEL,
    NUMBER,
    PEOPLE,
    PICK,
    QUESTIONS,
    TASKS,
    YES,
)  # fmt: skip
from grading.case_form.plan import options_of, right_answers
from office_sim.mistakes import Mistake
from scenarios.case import shipped_ids
from scenarios.typed_number import number_of

LONGEST = timedelta(days=60)


def faults(form: Form, duties: Mapping[str, str]) -> list[Mistake]:
    """Everything that is wrong with the form. `duties` maps ids to what they are called."""
    found = [*cell_faults(form, duties), *_about(form), *_people(form), *_tasks(form)]
    found += [*_injects(form), *_choices(form), *_questions(form), *_model(form)]
    return found + list(criterion_faults(form))


def _about(form: Form) -> Iterator[Mistake]:
    line, name = form.about["Mã"], form.field("Mã")
    if name and not re.fullmatch(r"[a-z][a-z0-9_]{0,39}", name):
        mend = "chỉ dùng chữ thường không dấu, chữ số, gạch dưới, ví dụ vang_hop_gap"
        yield fault(form, line, "Mã", f"mã {quoted(name)} chưa đúng", mend)
    elif name in shipped_ids():
        yield fault(form, line, "Mã", f"bộ học liệu đã có tình huống “{name}”", "đặt mã khác")
    brief = form.field("Đề bài")
    if brief and not re.search("giả định|hư cấu", brief.casefold()):
        mend = "thêm câu “Tình huống giả định, tên người và địa danh là hư cấu.”"
        yield fault(form, form.about["Đề bài"], "Đề bài", "chưa nói đây là giả định", mend)
    if form.start is not None and form.end is not None:
        line = form.about["Kết thúc"]
        if form.end <= form.start:
            yield fault(
                form, line, "Kết thúc", "không sau giờ bắt đầu", "ghi giờ muộn hơn ô Bắt đầu"
            )
        elif form.end - form.start > LONGEST:
            yield fault(form, line, "Kết thúc", "tình huống dài quá 60 ngày", "ghi ngày sớm hơn")
    if not any(form.rows[one] for one in (TASKS, INJECTS, QUESTIONS)):
        mend = "điền trang Việc, Tình tiết hoặc Câu hỏi"
        yield Mistake(form.file, f"trang {TASKS}, ô A4", "học viên chưa có gì để làm", mend)


def outside(form: Form, line: Line, heading: str) -> Iterator[Mistake]:
    """A moment that does not lie within the case."""
    moment = line.moment(heading)
    if moment is None or form.start is None or form.end is None or form.end <= form.start:
        return
    if not form.start <= moment <= form.end:
        said = f"{_said(form.start)} đến {_said(form.end)}"
        problem = f"{quoted(line[heading])} nằm ngoài tình huống"
        yield fault(form, line, heading, problem, f"ghi giờ trong khoảng {said}")


def _said(moment: datetime) -> str:
    return f"{moment:%d/%m/%Y %H:%M}"


def _people(form: Form) -> Iterator[Mistake]:
    rows = form.rows[PEOPLE]
    if form.rows[TASKS] and not any(one["Nhận việc"] == YES for one in rows):
        mend = "thêm người của văn phòng, cột “Nhận việc” chọn Có"
        yield Mistake(form.file, f"trang {PEOPLE}, ô C4", "chưa có ai nhận việc được", mend)
    for line in rows:
        given = [one for one in ("Bận từ", "Bận đến", "Bận việc gì") if line[one]]
        for heading in ("Bận từ", "Bận đến", "Bận việc gì") if given else ():
            if heading not in given:
                mend = "điền đủ ba ô về lúc bận, hoặc xóa cả ba"
                yield fault(form, line, heading, f"chưa ghi “{heading}”", mend)
        start, end = line.moment("Bận từ"), line.moment("Bận đến")
        if start is not None and end is not None and end <= start:
            yield fault(form, line, "Bận đến", "không sau lúc bắt đầu bận", "sắp lại hai giờ")
        elif end is not None and form.start is not None and end <= form.start:
            problem = "đã rảnh trước khi tình huống bắt đầu"
            yield fault(form, line, "Bận đến", problem, "xóa ba ô về lúc bận, hoặc sửa giờ")


def _tasks(form: Form) -> Iterator[Mistake]:
    for line in form.rows[TASKS]:
        seen, here = [plain(line["Việc"])], line
        while here["Sau khi có việc"]:
            before = form.find(TASKS, here["Sau khi có việc"])
            if before is None:
                break
            if plain(before["Việc"]) in seen:
                if plain(before["Việc"]) == seen[0]:
                    mend = "xóa ô này ở một trong những việc ấy"
                    yield fault(form, line, "Sau khi có việc", "các việc chờ nhau mãi", mend)
                break
            seen.append(plain(before["Việc"]))
            here = before


def _injects(form: Form) -> Iterator[Mistake]:
    for line in form.rows[INJECTS]:
        at, after = line["Xảy ra lúc"], line["Hoặc sau khi xong việc"]
        if not at and not after:
            mend = "ghi giờ ở ô này, hoặc chọn việc ở cột “Hoặc sau khi xong việc”"
            yield fault(form, line, "Xảy ra lúc", "chưa nói khi nào xảy ra", mend)
        elif at and after:
            mend = "giữ giờ hoặc giữ việc, xóa ô còn lại"
            yield fault(form, line, "Hoặc sau khi xong việc", "đã ghi cả giờ lẫn việc", mend)
        yield from outside(form, line, "Xảy ra lúc")
        model = {plain(one["Việc"]) for one in form.rows[MODEL]}
        if after and form.find(TASKS, after) and plain(after) not in model:
            problem = f"bài mẫu không làm việc {quoted(after)} nên tình tiết không xảy ra"
            mend = "thêm việc ấy ở trang Bài mẫu, hoặc ghi giờ thay cho việc"
            yield fault(form, line, "Hoặc sau khi xong việc", problem, mend)


def _choices(form: Form) -> Iterator[Mistake]:
    for inject in form.rows[INJECTS]:
        name = inject["Tình tiết"]
        own = [one for one in form.rows[CHOICES] if plain(one["Tình tiết"]) == plain(name)]
        right = [one for one in own if one["Bài mẫu chọn"]]
        texts: dict[str, Line] = {}
        for line in own:
            text = plain(line["Cách xử lý"])
            if text and text in texts:
                problem = f"cách này đã có ở hàng {texts[text].number}"
                yield fault(form, line, "Cách xử lý", problem, "viết cách khác, hoặc xóa hàng")
            texts.setdefault(text, line)
        if name and len(own) < 2:
            problem = f"{quoted(name)} mới có {len(own)} cách xử lý"
            mend = "thêm ở trang Lựa chọn cho đủ ít nhất hai cách"
            yield fault(form, inject, "Tình tiết", problem, mend)
        elif name and not right:
            mend = "đánh x ở một cách"
            problem = f"tình tiết {quoted(name)} chưa có cách của bài mẫu"
            yield fault(form, own[0], "Bài mẫu chọn", problem, mend)
        for line in right[1:]:
            problem = f"tình tiết {quoted(name)} có hai cách của bài mẫu"
            yield fault(form, line, "Bài mẫu chọn", problem, "chỉ để x ở một cách")


def _questions(form: Form) -> Iterator[Mistake]:
    for line in form.rows[QUESTIONS]:
        answer, options = line["Đáp án"], options_of(line)
        if line["Trả lời"] == PICK:
            yield from _options(form, line, options)
        elif options:
            mend = "xóa ô này, hoặc ở cột “Trả lời” chọn “chọn một”"
            yield fault(form, line, "Các phương án", "câu này không chọn phương án", mend)
        if line["Trả lời"] == NUMBER and answer and number_of(answer) is None:
            problem = f"đáp án {quoted(answer)} không phải số"
            yield fault(form, line, "Đáp án", problem, "chỉ ghi con số, ví dụ 5")


def _options(form: Form, line: Line, options: list[str]) -> Iterator[Mistake]:
    known = [plain(one) for one in options]
    if len(set(known)) < 2:
        mend = "ghi ít nhất hai phương án khác nhau, mỗi dòng một phương án (Alt+Enter)"
        yield fault(form, line, "Các phương án", "chưa đủ hai phương án", mend)
        return
    for place, one in enumerate(known):
        if one in known[:place]:
            problem = f"phương án {quoted(options[place])} có hai lần"
            yield fault(form, line, "Các phương án", problem, "xóa một dòng")
    for heading, one in zip(("Đáp án", *["Cũng nhận"] * 9), right_answers(line), strict=False):
        if plain(one) not in known:
            problem = f"{quoted(one)} không phải một phương án"
            mend = f"chép đúng một phương án: {shown(options)}"
            yield fault(form, line, heading, problem, mend)


def _model(form: Form) -> Iterator[Mistake]:
    seen: dict[str, Line] = {}
    for line in form.rows[MODEL]:
        who = form.find(PEOPLE, line["Ai làm"])
        if who is not None and who["Nhận việc"] != YES:
            staff = [one["Họ và tên"] for one in form.rows[PEOPLE] if one["Nhận việc"] == YES]
            problem = f"{quoted(line['Ai làm'])} không nhận việc"
            mend = f"chọn người nhận việc được: {shown(staff)}"
            yield fault(form, line, "Ai làm", problem, mend)
        name = plain(line["Việc"])
        if name and name in seen:
            problem = f"việc này đã giao ở hàng {seen[name].number}"
            yield fault(form, line, "Việc", problem, "mỗi việc chỉ giao một lần: xóa một hàng")
        seen.setdefault(name, line)
        yield from outside(form, line, "Giao lúc")
