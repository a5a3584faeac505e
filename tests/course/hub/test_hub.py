"""A class on one Linux machine: learners log in, work, hand in, and never see each other."""

from __future__ import annotations

import json
import os
import re
import signal

import pytest
from playwright.sync_api import Page as Window
from playwright.sync_api import expect

from grading.score import score
from scenarios.case import load_case
from scenarios.edits import reference_work

from .server import ClassServer
from .visitor import Page, Visitor

CASE, BAI = "hoi_nghi_dot_xuat", "tinh_huong_1"
PAGE = f"{BAI}/{BAI}.ipynb"
HAND_IN = "Nộp bài"


def at_desk(visitor: Visitor) -> Page:
    """The exercise's page, opened by a learner who is logged in."""
    return visitor.open_page(PAGE)


def hand_in(page: Page) -> str:
    """Press the button on the last tab; what the page then says."""
    tabs = next(key for key, one in page.widgets.items() if HAND_IN in (one.get("titles") or ()))
    page.change(tabs, selected_index=list(page.widgets[tabs]["titles"]).index(HAND_IN))
    page.press(page.find("ButtonModel", description=HAND_IN)[0])
    said = [str(one.get("value")) for one in page.widgets.values()]
    return "".join(one for one in said if "Biên nhận" in one or "vp-notice" in one)


def test_the_door_opens_for_the_list_alone(server: ClassServer) -> None:
    strangers = ((server.names[0], "sai-mat-khau"), ("nguoi_la", "mat-khau-gi-do"))
    for name, password in strangers:
        with Visitor(server.base, name, password) as stranger:
            assert not stranger.log_in()
    with server.visitor(0) as visitor:
        assert visitor.log_in()


def test_a_learner_works_loses_the_server_and_hands_in_all_the_same(server: ClassServer) -> None:
    with server.visitor(0) as visitor:
        assert visitor.log_in()
        visitor.open_own_server()
        card = json.loads(visitor.get("the_lop.json"))
        variant = next(one for one in card["learners"] if one["id"] == visitor.name)["variants"][
            BAI
        ]
        work = reference_work(load_case(CASE, variant))
        visitor.put(f"{BAI}/bai_lam.json", work.to_json())
        page = at_desk(visitor)
        # The hub's machine kills everything of this learner in the middle of the work.
        for number in server.processes_of(visitor.name):
            os.kill(number, signal.SIGKILL)
        visitor.open_own_server()
        page = at_desk(visitor)
        said = hand_in(page)
        assert "Máy chủ của lớp đã nhận bài." in said
        assert f"Người nộp: Học viên {visitor.name} (mã {visitor.name})" in said

    server.run("-c", COLLECT_AND_MARK, str(server.folder), BAI)
    marks = json.loads((server.folder / "diem.json").read_text(encoding="utf-8"))
    assert marks[visitor.name] == pytest.approx(score(load_case(CASE, variant), work).points)
    assert server.folder.joinpath("submitted", visitor.name, BAI, "bai_lam.json").is_file()


def test_nobody_sees_anybody_elses_folder(server: ClassServer) -> None:
    with server.visitor(1) as owner, server.visitor(2) as thief:
        for one in (owner, thief):
            assert one.log_in()
            one.open_own_server()
        owner.put("rieng.txt", "của riêng tôi")
        # By the browser's own calls to the other's server.
        place = f"{server.base}user/{owner.name}/api/contents/rieng.txt"
        assert thief.session.get(place, timeout=60).status_code in (403, 404)
        # And by code in a notebook, which runs under the thief's own account.
        thief.put("thu.ipynb", json.dumps(notebook_that_tries(server, owner.name)))
        thief.open_page("thu.ipynb")
        tried = json.loads(thief.get("ket_qua.json"))
        assert len(tried) == 7
        assert set(tried.values()) == {"PermissionError"}, tried
        assert owner.get("rieng.txt") == "của riêng tôi"


def test_a_hand_in_under_anothers_name_is_set_aside(server: ClassServer) -> None:
    inbound = server.place / "trao_doi" / "lop_thu" / "inbound"
    name = f"{server.names[3]}+{BAI}+2030-01-01 00:00:00.000000 UTC+xxxx"
    code = (
        "import pathlib\n"
        f"place = pathlib.Path({str(inbound / name)!r}); place.mkdir()\n"
        "(place / 'timestamp.txt').write_text('2030-01-01 00:00:00.000000 UTC')\n"
        f"(place / 'gradebook.db').symlink_to({str(server.folder / 'gradebook.db')!r})\n"
    )
    with server.visitor(2) as thief:
        assert thief.log_in()
        thief.open_own_server()
        thief.put("gia.ipynb", json.dumps(one_cell(code)))
        thief.open_page("gia.ipynb")
    said = server.run("-c", COLLECT, str(server.folder), BAI)
    assert f"ghi tên {server.names[3]} nhưng do tài khoản {thief.name} đưa lên" in said
    assert not (server.folder / "submitted" / server.names[3]).exists()


def test_the_pages_of_the_server_speak_vietnamese(server: ClassServer, page: Window) -> None:
    page.goto(server.base)  # the learner's own server runs already
    expect(page.get_by_role("heading", name="Vào lớp học")).to_be_visible()
    page.get_by_label("Tên đăng nhập").fill(server.names[1])
    page.get_by_label("Mật khẩu").fill("sai")
    page.get_by_role("button", name="Vào học").click()
    expect(page.get_by_role("alert")).to_contain_text("Chưa vào được")
    page.get_by_label("Mật khẩu").fill(server.passwords[server.names[1]])
    page.get_by_role("button", name="Vào học").click()
    page.wait_for_url("**/notebooks/00_bat_dau.ipynb**", timeout=240_000)
    expect(page.get_by_text("Việc nên làm bây giờ")).to_be_visible(timeout=120_000)
    page.goto(f"{server.base}user/{server.names[0]}/")
    refused = re.compile("không có quyền xem trang này|Không có trang này")
    expect(page.get_by_role("heading", name=refused)).to_be_visible()


COLLECT = """
import json, sqlite3, sys
from pathlib import Path
from course.classroom import steps
folder, bai = Path(sys.argv[1]), sys.argv[2]
done = steps.collect_from_exchange(folder, bai)
print(*done.lines(), sep="\\n")
"""
COLLECT_AND_MARK = f"""{COLLECT}
steps.mark(folder, bai)
with sqlite3.connect(folder / "gradebook.db") as book:
    rows = book.execute(
        "select sa.student_id, sum(g.auto_score) from grade g"
        " join submitted_notebook sn on sn.id = g.notebook_id"
        " join submitted_assignment sa on sa.id = sn.assignment_id group by sa.student_id"
    ).fetchall()
(folder / "diem.json").write_text(json.dumps(dict(rows)), encoding="utf-8")
"""


def notebook_that_tries(server: ClassServer, other: str) -> dict[str, object]:
    """A notebook that tries seven ways into what is not its own, and notes what came of it."""
    home = server.place / "hoc_vien" / other
    exchange = server.place / "trao_doi" / "lop_thu"
    ways = {
        "liet_ke_nha": f"os.listdir({str(home)!r})",
        "doc_bai": f"open({str(home / 'hoc_tap' / 'rieng.txt')!r}).read()",
        "doc_so_diem": f"open({str(server.folder / 'gradebook.db')!r}, 'rb').read()",
        "doc_mat_khau": f"open({str(server.place / 'rieng' / 'mat_khau.csv')!r}).read()",
        "liet_ke_hop_thu": f"os.listdir({str(exchange / 'inbound')!r})",
        "sua_ban_phat": f"open({str(server.place / 'phat' / PAGE)!r}, 'w')",
        "doi_ten_hop_thu": f"os.rename({str(exchange)!r}, {str(exchange.parent / 'x')!r})",
    }
    lines = ["import json, os", "found = {}"]
    for name, way in ways.items():
        lines += [
            "try:",
            f"    {way}",
            f"    found[{name!r}] = 'được'",
            "except OSError as error:",
            f"    found[{name!r}] = type(error).__name__",
        ]
    lines.append("open('ket_qua.json', 'w').write(json.dumps(found))")
    return one_cell("\n".join(lines))


def one_cell(code: str) -> dict[str, object]:
    """A notebook of one code cell."""
    cell = {
        "cell_type": "code", "id": "o", "metadata": {}, "source": code,
        "outputs": [], "execution_count": None,
    }  # fmt: skip
    kernel = {"name": "python3", "display_name": "Văn phòng", "language": "python"}
    return {"cells": [cell], "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}
