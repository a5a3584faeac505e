"""The report of a class: Excel with one sheet for each view, CSV, and the list of certificates."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from course.classroom.certificates import certified, write_certificates
from course.classroom.diary import Done, note
from course.classroom.excel_book import Row, write_book
from course.classroom.item_analysis import Item, items
from course.classroom.marks import ClassMarks, class_marks
from course.classroom.tests_taken import gain_by_duty, outcomes
from course.quiz import bank
from grading.nbgrader.class_folder import ClassError, assignments_of
from grading.nbgrader.ledger import read_ledger
from grading.rubric import load_rubric
from scenarios.atomic_file import reason, write_atomically
from scenarios.case import case_folder

REPORT_FOLDER = "bao_cao"
EXCEL_NAME, CSV_NAME, COMPARE_NAME = "bang_diem.xlsx", "bang_diem.csv", "so_sanh_lop.xlsx"


def make_report(folder: Path) -> Done:
    """Write marks, items, gain and certificates into `bao_cao`. Raises ClassError."""
    marks = class_marks(folder)
    if not marks.marks:
        raise ClassError("Chưa có bài nào được chấm; anh/chị chấm bài rồi làm báo cáo.")
    out = folder / REPORT_FOLDER
    sheets = {"Tổng hợp": _summary(marks), **_by_criterion(folder, marks), **_tests(folder)}
    sheets["Chứng nhận"] = _certificates(marks)
    warnings = _telling_nobody(sheets)
    try:
        excel = write_book(out / EXCEL_NAME, sheets)
        table = out / CSV_NAME
        write_atomically(table, _csv(sheets["Tổng hợp"]))
        listed = write_certificates(folder, out)
    except OSError as error:
        raise ClassError(
            f"Không ghi được báo cáo ({reason(error)}); anh/chị đóng {EXCEL_NAME} nếu đang mở "
            "trong Excel rồi làm lại."
        ) from error
    proposed = sum(one.is_proposed for one in certified(marks))
    details = [f"{proposed} trong {len(marks.people)} người được đề nghị cấp chứng nhận."]
    if warnings:
        details.append(f"{warnings} mục không phân loại được người học: xem các trang “Độ khó”.")
    return note(folder, Done("Đã làm báo cáo của lớp.", tuple(details), (excel, table, listed)))


def compare_classes(folders: Sequence[Path], out: Path) -> Done:
    """Write a comparison of classes over time into the folder `out`. Raises ClassError."""
    if len(folders) < 2:
        raise ClassError("Cần ít nhất hai lớp để so sánh; anh/chị chọn thêm lớp.")
    head = ("Lớp", "Ngày thu bài đầu", "Số người", "Đã chấm", "Trung bình (%)", "Tỉ lệ đạt (%)")
    rows: list[Row] = [head]
    criteria: dict[str, dict[str, float]] = {}
    titles = []
    for folder in folders:
        marks = class_marks(folder)
        titles.append(marks.plan.title)
        shares = [share for one in marks.people if (share := marks.total(one.id)) is not None]
        mean = sum(shares) / len(shares) if shares else 0.0
        proposed = sum(one.is_proposed for one in certified(marks)) / (len(marks.people) or 1)
        rows.append((marks.plan.title, _first_day(folder), len(marks.people), len(shares),
                     _percent(mean), _percent(proposed)))  # fmt: skip
        for task in marks.tasks:
            for item in items(_shares(marks, task)):
                criteria.setdefault(f"{task} {item.id}", {})[marks.plan.title] = item.ease
    by_criterion: list[Row] = [("Tiêu chí (số là %)", *titles)]
    for name, own in sorted(criteria.items()):
        shown = [_percent(own[title]) if title in own else "" for title in titles]
        by_criterion.append((name, *shown))
    try:
        path = write_book(out / COMPARE_NAME, {"Các lớp": rows, "Theo tiêu chí": by_criterion})
    except OSError as error:
        raise ClassError(
            f"Không ghi được bảng so sánh ({reason(error)}); đóng tệp, làm lại."
        ) from error
    return Done(f"Đã so sánh {len(folders)} lớp.", (), (path,))


def _summary(marks: ClassMarks) -> list[Row]:
    rows: list[Row] = [
        ("STT", "Họ và tên", "Đơn vị", "Nhóm", "Mã", *marks.tasks, "Chung (%)", "Còn thiếu")
    ]
    for number, one in enumerate(marks.people, start=1):
        points = [
            round(own.points, 2) if (own := marks.of(one.id, task)) else "" for task in marks.tasks
        ]
        total = marks.total(one.id)
        shown = "" if total is None else round(100 * total, 1)
        missing = ", ".join(marks.missing(one.id))
        rows.append((number, one.name, one.unit, one.group, one.id, *points, shown, missing))
    return rows


def _by_criterion(folder: Path, marks: ClassMarks) -> dict[str, list[Row]]:
    """For each assignment a sheet of learners by criteria, and one of its items."""
    cases = {one.id: one.case_id for one in assignments_of(folder)}
    sheets: dict[str, list[Row]] = {}
    for number, task in enumerate(marks.tasks, start=1):
        shares = _shares(marks, task)
        if not shares:
            continue
        titles = {one.id: one.title for one in load_rubric(case_folder(cases[task])).criteria}
        found = items(shares)
        names = [one.id for one in found]
        rows: list[Row] = [("Họ và tên (số là %)", *names)]
        for one in marks.people:
            if own := shares.get(one.id):
                told = marks.plan.called(one.id)
                rows.append((told, *(_percent(own[name]) if name in own else "" for name in names)))
        sheets[f"Tiêu chí {number} {task}"] = rows
        sheets[f"Độ khó {number} {task}"] = _items(found, titles)
    return sheets


def _shares(marks: ClassMarks, task: str) -> dict[str, dict[str, float]]:
    return {
        student: dict(own.shares) for (student, name), own in marks.marks.items() if name == task
    }


def _tests(folder: Path) -> dict[str, list[Row]]:
    """Gain by duty and the items of the tests, if progress files were gathered."""
    found = outcomes(folder)
    if not found:
        return {}
    gain: list[Row] = [("Đầu việc", "Trước (%)", "Sau (%)", "Thay đổi", "Số người làm đủ")]
    gain += [
        (title, _percent(before), _percent(after), round(100 * (after - before)), count)
        for _, title, before, after, count in gain_by_duty(found)
    ]
    shares = {
        f"{student} {kind}": {mark.question: mark.score for mark in result.marks}
        for student, one in found.items()
        for kind, result in (("trước", one.before), ("sau", one.after))
        if result
    }
    sheets = {"Trước – sau": gain}
    if shares:
        titles = {one.id: " ".join(str(one.item().stem).split())[:120] for one in bank.load()}
        sheets["Độ khó câu kiểm tra"] = _items(items(shares), titles)
    return sheets


def _items(found: list[Item], titles: dict[str, str]) -> list[Row]:
    rows: list[Row] = [("Mã", "Nội dung", "Số bài", "Tỉ lệ đạt (%)", "Độ phân biệt", "Cảnh báo")]
    for one in found:
        shown = "" if one.discrimination is None else round(one.discrimination, 2)
        title = titles.get(one.id, "")
        rows.append((one.id, title, one.count, _percent(one.ease), shown, one.warning))
    return rows


def _telling_nobody(sheets: dict[str, list[Row]]) -> int:
    """How many items of all sheets do not tell learners apart."""
    rows = [row for name, rows in sheets.items() if name.startswith("Độ khó") for row in rows[1:]]
    return sum("phân loại" in str(row[-1]) or "người khá" in str(row[-1]) for row in rows)


def _certificates(marks: ClassMarks) -> list[Row]:
    rows: list[Row] = [("STT", "Họ và tên", "Đơn vị", "Kết quả", "Đề nghị", "Lý do")]
    for number, one in enumerate(certified(marks), start=1):
        proposed = "có" if one.is_proposed else "chưa"
        rows.append((number, one.name, one.unit, one.result, proposed, one.reason))
    return rows


def _csv(rows: list[Row]) -> str:
    """CSV that Excel opens with its diacritics: a mark of UTF-8 at the start."""
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return "\ufeff" + out.getvalue()


def _first_day(folder: Path) -> date | str:
    days = [one.collected.date() for one in read_ledger(folder).taken]
    return min(days) if days else ""


def _percent(share: float) -> float:
    """A share as a number of per cent: Excel can go on reckoning with it."""
    return round(100 * share, 1)
