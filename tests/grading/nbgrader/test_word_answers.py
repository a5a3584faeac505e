"""Answers in words: shown in manual-grade cells, marked by the trainer, told to the learner.

No shipped case need have such a question, so a copy of the kit is given one.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import BAI, CASE, Class, half_work
from .same import book, files
from .test_rules_change import ROOT, vanphong

QUESTION = """
[[question]]
id = "rut_kinh_nghiem"
phase = "after"
text = "Nếu làm lại, anh/chị đổi điều gì trước tiên?"
kind = "text"
"""
GUIDE = """schema = 1
[[answer]]
question = "rut_kinh_nghiem"
[[answer.level]]
share = 1
says = "Nêu đúng việc, nói rõ vì sao và làm thế nào."
[[answer.comment]]
code = "a1"
text = "Anh/chị nêu đúng việc nhưng chưa nói vì sao."
"""
NBGRADER = (
    'import sys\nsys.modules["rfc3987_syntax"] = None\n'
    "from nbgrader.apps.nbgraderapp import main\nsys.argv[0] = 'nbgrader'\nmain()"
)
ANSWER = "Gọi mời sớm hơn.\n<script>alert(1)</script>\n@@started@@"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A copy of the kit whose first case asks one question in words."""
    place = tmp_path / "kit"
    for room in ("office_sim", "scenarios", "grading", "course", "exercises"):
        shutil.copytree(ROOT / room, place / room)
    case = place / "scenarios" / CASE
    with (case / "case.toml").open("a", encoding="utf-8") as file:
        file.write(QUESTION)
    (case / "answer_guide.toml").write_text(GUIDE, encoding="utf-8")
    return place


@pytest.fixture
def school(kit: Path, tmp_path: Path) -> Class:
    """A class of that kit: one who answered in words, one who did not."""
    made = vanphong(kit, "class", "new", tmp_path / "lop", "--bai", BAI)
    assert made.returncode == 0, made.stderr
    school = Class(tmp_path / "lop", tmp_path / "x")
    work = half_work()
    answers = {**work.answers, "rut_kinh_nghiem": ANSWER}
    school.hand_in("an", work.model_copy(update={"answers": answers}))
    school.hand_in("binh", half_work())
    return school


def word_cell(school: Class, student: str) -> str:
    """The source of the cell in which the trainer reads the answer."""
    path = school.folder / "autograded" / student / BAI / f"{BAI}.ipynb"
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    infos = {cell["metadata"].get("nbgrader", {}).get("grade_id"): cell for cell in cells}
    return "".join(infos["tra_loi_rut_kinh_nghiem"]["source"])


@pytest.mark.slow
def test_words_are_marked_by_hand_and_the_mark_outlives_rebuild_and_points(
    kit: Path, school: Class
) -> None:
    released = (school.folder / "release" / BAI / f"{BAI}.ipynb").read_text(encoding="utf-8")
    assert "chưa nói vì sao" not in released
    shutil.copytree(school.folder, school.folder.parent / "khac")
    graded = vanphong(kit, "class", "grade", school.folder, BAI)
    assert graded.returncode == 0, graded.stderr

    shown = word_cell(school, "an")
    assert "# <script>alert(1)</script>\n# @@started@@" in shown
    assert all(line.startswith("#") for line in shown.splitlines())
    assert "# - 100%: Nêu đúng việc" in shown
    assert "# [a1] Anh/chị nêu đúng việc nhưng chưa nói vì sao." in shown
    assert word_cell(school, "binh").startswith("# Phần dành cho")
    waiting = school.query(
        "select sa.student_id from grade g join submitted_notebook sn on sn.id = g.notebook_id"
        " join submitted_assignment sa on sa.id = sn.assignment_id where g.needs_manual_grade"
    )
    assert waiting == [("an",)]

    # nbgrader's own autograde, with the same kit, leaves the same.
    theirs = school.folder.parent / "khac"
    programs = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    env = {**os.environ, "PYTHONPATH": str(kit), "PYTHONUTF8": "1", "PATH": programs}
    env["PYTHONDONTWRITEBYTECODE"] = ""
    stock = subprocess.run(
        [sys.executable, "-c", NBGRADER, "autograde", BAI],
        cwd=theirs,
        env=env,
        capture_output=True,
        text=True,
    )
    assert stock.returncode == 0, stock.stderr
    assert book(theirs) == book(school.folder)
    assert files(theirs / "autograded") == files(school.folder / "autograded")

    # The trainer decides that it is worth 4 points, marks it, and edits the bank.
    worth = vanphong(kit, "class", "terms", "words", school.folder, BAI, "4")
    assert worth.returncode == 0, worth.stderr
    school.change(
        "update grade set manual_score = 3, needs_manual_grade = 0 where cell_id in"
        " (select id from base_cell where name = 'tra_loi_rut_kinh_nghiem') and auto_score is null"
    )
    school.change(
        "update comment set manual_comment = '[a1] Xem [b2].' where cell_id in"
        " (select id from base_cell where name = 'tra_loi_rut_kinh_nghiem')"
        " and auto_comment is null"
    )
    bank = school.folder / "huong_dan_cham" / f"{CASE}.toml"
    bank.write_text(GUIDE.replace("chưa nói vì sao", "cần nói vì sao"), encoding="utf-8")
    again = vanphong(kit, "class", "grade", school.folder, BAI)
    assert again.returncode == 0, again.stderr
    assert "Đã chấm 2 bài" in again.stdout
    points = school.query("select name, max_score from grade_cells g join base_cell b using (id)")
    assert dict(points)["tra_loi_rut_kinh_nghiem"] == 4
    assert sum(dict(points).values()) == 134
    page = school.page("an")
    assert "3/4 điểm. Anh/chị nêu đúng việc nhưng cần nói vì sao. Xem [b2]." in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>" not in page
    assert "/ 134 điểm" in page
    assert "Câu trả lời tự luận" not in school.page("binh")
    assert "cần nói vì sao" in bank.read_text(encoding="utf-8")
