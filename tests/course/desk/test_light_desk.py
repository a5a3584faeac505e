"""The desk needs none of the heavy libraries, and being executed by a marker changes nothing."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
BLOCKED = """
import sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in ("pandas", "numpy", "lxml", "altair", "docx"):
            raise ModuleNotFoundError(f"{name} is blocked", name=name)
sys.meta_path.insert(0, Blocker())
"""
PLAY = (
    BLOCKED
    + """
from datetime import datetime
from pathlib import Path
from course.desk import open_case
from course.desk.desk import Desk
from course.desk.draft import Draft
from course.desk.page import DeskPage
from course.desk.tabs import EVENTS, FINDINGS
open_case("hoi_nghi_dot_xuat")
desk = Desk.open("hoi_nghi_dot_xuat")
page = DeskPage(desk)
desk.order(Draft("dat_phong", "khoa", datetime(2026, 9, 22, 15, 40), {"room": "hoi_truong"}))
desk.advance()
for tab in range(FINDINGS + 1):
    page.show(tab)
page.show(EVENTS)
page._made[EVENTS].children[1].value = "timeline"
words = page._made[EVENTS].children[3].children
print(words[0].value, words[2].value)
"""
)


def run(script: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        env={**__import__("os").environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
    )


def test_the_desk_works_without_the_heavy_libraries_and_tells_the_timeline_in_words(
    tmp_path: Path,
) -> None:
    answer = run(PLAY, tmp_path)
    assert answer.returncode == 0, answer.stderr
    assert "chưa vẽ được biểu đồ" in answer.stdout
    assert "Đặt phòng họp" in answer.stdout


def test_opening_a_case_writes_no_file_and_nothing_on_stderr(tmp_path: Path) -> None:
    script = 'from course.desk import open_case\nopen_case("hoi_nghi_dot_xuat")\n'
    answer = run(script, tmp_path)
    assert answer.returncode == 0
    assert answer.stderr == ""
    assert not list(tmp_path.iterdir())


def test_altair_is_loaded_only_when_a_timeline_is_looked_at(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom course.desk import open_case\nopen_case('hoi_nghi_dot_xuat')\n"
        "print([m for m in ('altair', 'pandas', 'numpy', 'lxml') if m in sys.modules])\n"
    )
    assert run(script, tmp_path).stdout.endswith("[]\n")
