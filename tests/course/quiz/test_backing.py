"""Statements of a question that its sources do not carry."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.quiz import check

NUMBER = """
schema = 1

[[question]]
id = "so-nam"
kind = "number"
points = ["II.3.1.NT2"]
difficulty = 1
source = {sources}
stem = "Thời hạn bảo vệ là bao nhiêu năm?"
answer = 30
unit = "năm"
reason = "Lý do đủ dài để người học đọc và hiểu."
"""

DOCUMENT = """
schema = 1

[[question]]
id = "van-ban"
kind = "single"
points = ["II.3.1.CC"]
difficulty = 1
source = {sources}
stem = "Kiểm tra thể loại văn bản thì mở {document} hay hỏi xã bên cạnh?"
choice = [
  {{ text = "Hỏi xã bên cạnh", reason = "Lý do thứ nhất đủ dài để đọc." }},
  {{ text = "Mở văn bản ra", right = true, reason = "Lý do thứ hai đủ dài để đọc." }},
]
"""


def told(folder: Path, content: str) -> str:
    (folder / "02_mau.toml").write_text(content, encoding="utf-8")
    return "\n".join(map(str, check.check(folder)[1]))


@pytest.mark.parametrize(
    ("sources", "doubtful"),
    [('["D23"]', True), ('["D23", "R13"]', False), ('["D23", "000:978"]', False)],
)
def test_a_number_needs_a_confirmed_source(tmp_path: Path, sources: str, doubtful: bool) -> None:
    found = told(tmp_path, NUMBER.format(sources=sources))

    assert ("mọi nguồn đều còn cần đối chiếu" in found) == doubtful


@pytest.mark.parametrize(
    ("document", "sources", "missing"),
    [
        ("399-QĐ/TW", '["V02"]', "399-QĐ/TW"),
        ("399-QĐ/TW", '["V01"]', ""),
        ("11-QĐi/TW", '["V01"]', "11-QĐi/TW"),
        ("117/2025/QH15", '["D27"]', "117/2025/QH15"),
        ("05/2021/TT-TTCP", '["V01"]', "05/2021/TT-TTCP"),
        ("99-KH/ĐU", '["V01"]', ""),
        ("399-QĐ/TW", '["000:1154-1156"]', ""),
    ],
)
def test_a_document_that_is_named_must_be_cited(
    tmp_path: Path, document: str, sources: str, missing: str
) -> None:
    found = told(tmp_path, DOCUMENT.format(document=document, sources=sources))

    assert found == (
        f"02_mau.toml, câu van-ban: nhắc {missing} nhưng không nguồn nào nói tới. "
        f"Cách sửa: thêm mã quy tắc có {missing} vào source."
        if missing
        else ""
    )


def test_thousands_written_as_a_decimal_are_told(tmp_path: Path) -> None:
    content = NUMBER.format(sources='["000:1112"]').replace(
        "bao nhiêu năm", "{thu} hay bao nhiêu năm"
    )
    wrong = told(tmp_path, content + "\n[[question.variant]]\nthu = 60.000\n")
    right = told(tmp_path, content + '\n[[question.variant]]\nthu = "60.000"\n')

    assert "biến thể có thu = 60.000, máy hiểu là 60" in wrong
    assert right == ""


POINT = """
schema = 1

[[question]]
id = "hai-chu-ky"
kind = "single"
points = {points}
difficulty = 1
source = {sources}
stem = "Biên bản cần ai ký?"
choice = [
  {{ text = "Thư ký và chủ trì", right = true, reason = "Lý do thứ nhất đủ dài để đọc." }},
  {{ text = "Chánh văn phòng", reason = "Lý do thứ hai đủ dài để người học đọc." }},
]
"""


@pytest.mark.parametrize(
    ("points", "sources", "missing"),
    [
        ('["II.2.2.c.S1"]', '["000:968-980"]', False),
        ('["II.2.2.c.S1"]', '["000:980"]', False),
        ('["II.2.2.c.S1"]', '["R14"]', False),  # the rule names lines 976-978
        ('["II.2.2.c.S1"]', '["000:982-990"]', True),
        ('["II.2.2.c.S1", "II.2.2.c.T6"]', '["000:968-980"]', True),
        ('["II.2.2.c.S2"]', '["000:968-980"]', False),  # a heading: it only gathers points
        ('["II.2.2.c.T6"]', '["000:968-980", "V07"]', False),  # a rule from elsewhere carries all
    ],
)
def test_a_point_must_be_carried_by_lines_of_the_course_text(
    tmp_path: Path, points: str, sources: str, missing: bool
) -> None:
    found = told(tmp_path, POINT.format(points=points, sources=sources))

    assert ("nguồn không chạm dòng nào của điểm ấy" in found) == missing
