"""nbgrader's formgrader opens a class marked in batch; what a trainer does there is kept."""

import csv
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from course.cli import main
from grading.nbgrader.batch import grade

from .conftest import BAI, Class

# As the kit starts its own: without a package that costs seconds and is not needed.
SERVER = (
    'import sys; sys.modules["rfc3987_syntax"] = None\n'
    "from jupyter_server.serverapp import main; main()"
)


@pytest.fixture(scope="module")
def school(marked_pair: Path, tmp_path_factory: pytest.TempPathFactory) -> Class:
    """A class of two, marked."""
    base = tmp_path_factory.mktemp("formgrader")
    shutil.copytree(marked_pair, base / "lop")
    return Class(base / "lop", base / "x")


@pytest.fixture(scope="module")
def formgrader(school: Class) -> Iterator[str]:
    """The address of a Jupyter server on the class folder, as a trainer starts one."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [
            *(sys.executable, "-c", SERVER, "--no-browser", "--allow-root"),
            *(f"--ServerApp.port={port}", "--IdentityProvider.token="),
            *("--ServerApp.ip=127.0.0.1", f"--ServerApp.root_dir={school.folder}"),
        ],
        cwd=school.folder,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        },
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(120):
            try:
                urllib.request.urlopen(f"{address}/api/status", timeout=5).close()
                break
            except OSError:
                time.sleep(0.5)
        yield address
    finally:
        server.kill()
        server.wait()


def test_a_mark_and_a_remark_made_in_formgrader_outlive_a_re_mark(
    school: Class, formgrader: str, page: Page
) -> None:
    page.goto(f"{formgrader}/formgrader/gradebook/{BAI}/{BAI}")
    expect(page.locator("tbody tr")).to_have_count(2)
    total = sum(school.marks("nua").values())
    row = page.locator("tbody tr", has_text=f"{total:g} / 130")
    row.first.wait_for()
    page.goto(formgrader + str(row.locator("a").first.get_attribute("href")))

    score = page.locator("#tieu_chi_T01")
    expect(score).to_be_visible()
    page.wait_for_load_state("networkidle")  # its script fills the boxes only then
    score.fill("0.5")
    score.blur()
    remark = page.locator("#nhan_xet-comment")
    remark.fill("Cần hỏi kỹ hơn về thời gian họp.")
    remark.blur()
    for _ in range(600):
        made = school.query("select count(*) from grade where manual_score = 0.5")
        said = school.query("select count(*) from comment where manual_comment is not null")
        if made == said == [(1,)]:
            break
        time.sleep(0.1)

    report = grade(school.folder, BAI, everything=True)
    assert len(report.marked) == 2
    assert school.query("select manual_score from grade where manual_score is not null") == [(0.5,)]
    shown = school.page("nua")
    assert "Cần hỏi kỹ hơn về thời gian họp." in shown
    assert f"{total - 1.5:g}".replace(".", ",") + " / 130 điểm" in shown
    assert "Cần hỏi kỹ hơn" not in school.page("trong")

    # Formgrader's table, nbgrader's export and the kit's Excel and CSV say what the book says.
    points = school.points()
    assert points == {"nua": pytest.approx(total - 1.5), "trong": 0}
    page.goto(f"{formgrader}/formgrader/gradebook/{BAI}/{BAI}")
    for own in points.values():
        expect(page.locator("tbody tr", has_text=f"{own:g} / 130")).to_have_count(1)
    assert school.exported() == pytest.approx(points)
    assert main(["class", "report", str(school.folder)]) == 0
    table = (school.folder / "bao_cao" / "bang_diem.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(table.splitlines()))
    assert {row["Mã"]: float(row[BAI]) for row in rows} == pytest.approx(points)
    book = openpyxl.load_workbook(school.folder / "bao_cao" / "bang_diem.xlsx")
    head, *lines = [list(line) for line in book["Tổng hợp"].iter_rows(values_only=True)]
    code, mine = head.index("Mã"), head.index(BAI)
    assert {line[code]: line[mine] for line in lines if line[code]} == pytest.approx(points)


def test_formgrader_and_a_feedback_page_ask_nothing_of_the_internet(
    school: Class, formgrader: str, page: Page
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{formgrader}/formgrader/gradebook/{BAI}/{BAI}")
    links = page.locator("tbody tr a")
    links.first.wait_for()
    page.goto(formgrader + str(links.first.get_attribute("href")))
    expect(page.locator("#tieu_chi_T01")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert any("/formgrader/submissions/" in url for url in asked)
    assert [url for url in asked if not url.startswith((formgrader, "data:"))] == []

    asked.clear()
    page.goto((school.folder / "feedback" / "nua" / BAI / f"{BAI}.html").as_uri())
    page.wait_for_load_state("networkidle")
    assert asked
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
