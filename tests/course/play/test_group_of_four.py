"""A group of four plays both cases, basic and advanced: files passed on, merged, a conflict."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from grading.proofs import whole_score
from grading.score import score_folder
from grading.written_documents import write_documents
from scenarios.edits import reference_work
from scenarios.work import Work

from .by_reference import decide, first_order, give
from .learner import Learner
from .seats import ACCOUNTANT, CHIEF, SEATS_VI, Group, Round, parts, seated, without

ROUNDS = [
    Round(case_id, level)
    for case_id in ("hoi_nghi_dot_xuat", "tham_27_7")
    for level in ("basic", "advanced")
]
LATER = timedelta(minutes=25)
MERGED_VI = "Đã ghép bài của bạn cùng nhóm"


@pytest.fixture(scope="module")
def group(context: BrowserContext, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Group]:
    """Four members who have done their parts up to what is left to do on the screen."""
    begun = {one: {seat: left(one, seat) for seat in SEATS_VI} for one in ROUNDS}
    root = tmp_path_factory.mktemp("nhóm bốn người")
    with seated(context, root, begun, tmp_path_factory.mktemp("shots")) as group:
        yield group


def left(played: Round, seat: str) -> Work:
    """This member's part without the order that is given on the screen; the chief has yet to
    decide the last inject, and has given the accountant's first order too, but later.
    """
    share = parts(played.case)
    work = without(share[seat], first_order(share[seat]))
    if seat != CHIEF:
        return work
    given = first_order(share[ACCOUNTANT])
    mine = given.model_copy(update={"at": given.at + LATER, "as_role": CHIEF})
    return work.model_copy(
        update={"orders": (*work.orders, mine), "decisions": work.decisions[:-1]}
    )


def pass_on(learner: Learner, folder: Path) -> Path:
    """Take the work out as a file."""
    learner.tab("Làm nhóm")
    learner.press("Lấy bài để chuyển")
    link = learner.screen.get_by_role("link", name="Tải bai_nhom_")
    with learner.page.expect_download() as started:
        link.click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def take(learner: Learner, path: Path) -> None:
    """Choose the file of another member."""
    learner.tab("Làm nhóm")
    with learner.page.expect_file_chooser() as asked:
        learner.screen.get_by_role("button", name="Chọn bài của bạn cùng nhóm").click()
    asked.value.set_files(path)


def work_apart(group: Group, played: Round, folder: Path) -> dict[str, Path]:
    """Each says who he or she is, gives an order and passes the work on; returns the files."""
    case, files = played.case, {}
    for seat, words in SEATS_VI.items():
        member = group.at(seat, played)
        member.wait_for_desk()
        member.tab("Làm nhóm")
        member.screen.get_by_role("combobox", name="Tôi là").select_option(label=words)
        give(member, case, first_order(parts(case)[seat]))
        if seat != CHIEF:
            files[seat] = pass_on(member, folder)
    return files


@pytest.mark.parametrize("played", ROUNDS, ids=lambda one: one.name)
def test_four_do_their_parts_settle_where_two_differ_and_play_to_the_findings(
    group: Group, played: Round, tmp_path: Path
) -> None:
    case = played.case
    reference = reference_work(case)
    files = work_apart(group, played, tmp_path)
    assert len({one.name for one in files.values()}) == 3

    chief = group.at(CHIEF, played)
    for seat, path in files.items():
        take(chief, path)
        if seat == ACCOUNTANT:
            chief.see("khác nhau ở 1 chỗ")
            before = group.work(CHIEF, played)
            chief.press("Ghép như đã chọn")
            chief.see("Còn chỗ chưa chọn")
            assert group.work(CHIEF, played) == before
            chief.screen.get_by_label("Bài của bạn:").check()
            chief.press("Ghép như đã chọn")
        chief.see(MERGED_VI)
        chief.tab("Giao việc")  # so that the words are new ones the next time
    merged = group.work(CHIEF, played)
    assert {one.id: one.at for one in merged.orders} == {o.id: o.at for o in reference.orders}
    assert {one.as_role for one in merged.orders} == set(SEATS_VI)
    assert merged.tables == reference.tables

    chief.tab("Tình huống")
    chief.see("hư cấu")
    chief.run("Chạy tới cuối")
    decide(chief, case, {one.inject: one.choice for one in reference.decisions[-1:]})
    chief.run("Chạy tới cuối")
    chief.see("tình huống đã kết thúc")
    place = group.place(CHIEF, played)
    write_documents(case, place, group.work(CHIEF, played))  # Word files are copied by hand
    chief.tab("Nhận xét")
    chief.press("Xem nhận xét")
    sheet = score_folder(played.case_id, place)
    assert sheet.points == whole_score(case, reference).points == sheet.max_points
    chief.see(f"{sheet.points:g}/{sheet.max_points:g} điểm".replace(".", ","))
    expect(chief.screen.get_by_text("Việc nên làm trước tiên")).to_have_count(0)
