"""A rubric that is corrected after marking: everybody is marked again, and told what changed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from grading.nbgrader.history import History

from .conftest import BAI, Class, half_work

ROOT = Path(__file__).resolve().parents[3]
OLD = 'title = "Làm rõ yêu cầu trước khi bắt tay vào việc"\nworth = 2'
GRADE = "import sys\nfrom course.cli import main\nsys.exit(main(sys.argv[1:]))"


@pytest.fixture
def kit(tmp_path: Path) -> Path:
    """A copy of the kit whose rubric may be changed."""
    place = tmp_path / "kit"
    for room in ("office_sim", "scenarios", "grading", "course", "exercises"):
        shutil.copytree(ROOT / room, place / room)
    return place


def vanphong(kit: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    """The command of that copy; Python may keep what it compiles of it."""
    own = {"PYTHONPATH": str(kit), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run(
        [sys.executable, "-c", GRADE, *map(str, words)],
        env={**os.environ, **own},
        cwd=kit,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_a_corrected_rubric_marks_everybody_again_and_keeps_what_was(
    kit: Path, empty_class: Path, tmp_path: Path
) -> None:
    shutil.copytree(empty_class, tmp_path / "lop")
    school = Class(tmp_path / "lop", tmp_path / "x")
    school.hand_in("an", half_work())
    school.hand_in("trong", None)
    first = vanphong(kit, "class", "grade", school.folder, BAI)
    assert first.returncode == 0, first.stderr
    before = school.marks("an")

    rubric = kit / "scenarios" / "hoi_nghi_dot_xuat" / "rubric.toml"
    text = rubric.read_text(encoding="utf-8")
    assert OLD in text
    rubric.write_text(text.replace(OLD, OLD.replace("= 2", "= 3")), encoding="utf-8")
    refused = vanphong(kit, "class", "grade", school.folder, BAI)
    assert refused.returncode == 1
    assert "anh/chị bấm “Phát bài”" in refused.stderr
    assert school.marks("an") == before

    assert vanphong(kit, "class", "release", school.folder, BAI).returncode == 0
    words = ("class", "grade", school.folder, BAI, "--ly-do", "T01 đáng 3 điểm")
    again = vanphong(kit, *words)
    assert again.returncode == 0, again.stderr
    assert "Đã chấm 2 bài" in again.stdout
    total = f"{sum(before.values()):g} → {sum(before.values()) + 1:g} điểm".replace(".", ",")
    assert f"- an: điểm thay đổi {total} (T01 2 → 3)." in again.stdout
    assert school.marks("an") == {**before, "T01": 3}
    markings = [one for one in History.open(school.folder) if one.student == "an"]
    assert [one.points["tieu_chi_T01"] for one in markings] == [2, 3]
    assert markings[-1].reason == "T01 đáng 3 điểm"
    assert "/ 131 điểm" in school.page("an")

    lines = rubric.read_text(encoding="utf-8").replace('id = "S09"', 'id = "S99"')
    rubric.write_text(lines, encoding="utf-8")
    refused = vanphong(kit, "class", "release", school.folder, BAI)
    assert refused.returncode == 1
    assert "không thêm, bớt được tiêu chí (S09, S99)" in refused.stderr
    assert (school.folder / "release" / BAI / f"{BAI}.ipynb").exists()
