"""A trainer in Chromium: from an Excel list of forty to a released case, no typed command; then the
board and the exchange. One page serves all tests here."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from openpyxl import Workbook
from playwright.sync_api import BrowserContext, Locator, Page, expect

from course.classroom.plan import read_plan
from grading.nbgrader.class_source import deadline_of
from grading.nbgrader.config import exchange_root
from grading.nbgrader.exchange import HAS_EXCHANGE
from scenarios.hand_file import read_hand_file

from ..served import Served, opened
from .conftest import BAI
from .simulated import different_works

PATIENCE = 120_000
STICKS_OUT = """() => [...document.querySelector('.vp-desk').querySelectorAll('button, input, .vp')]
  .filter(e => e.offsetParent !== null && !e.closest('.vp-table'))
  .filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map(e => e.className.toString().slice(0, 60))"""


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty learners, three of one name, one of them twice."""
    book, path = Workbook(), tmp_path_factory.mktemp("danh_sach") / "lớp.xlsx"
    assert book.active is not None
    book.active.append(["STT", "Họ và tên", "Đơn vị"])
    people = [("Nguyễn Văn An", f"Xã {unit}") for unit in "ABC"]
    given = ["Bình", "Cường", "Dung", "Đạt", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam"]
    people += [(f"{family} Thị {one}", "Xã D") for family in ("Lê", "Đỗ", "Vũ") for one in given]
    people += [(f"Trần Văn {one}", "Xã E") for one in given[:7]]
    for number, row in enumerate([*people, people[0]], start=1):
        book.active.append([number, *row])
    book.save(path)
    return path


@pytest.fixture(scope="module")
def served(chromium: Path, port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """What `open --trainer` serves."""
    with opened(tmp_path_factory.mktemp("giảng viên"), "--trainer", port=port) as served:
        yield served


@dataclass(frozen=True)
class Trainer:
    """A trainer before the panel, with a class made and released; `folder` is the class."""

    page: Page
    folder: Path

    def tab(self, title: str) -> None:
        """Bring a tab to the front."""
        self.page.get_by_role("tab", name=title, exact=True).click()

    def press(self, label: str) -> None:
        """Press the button that can be seen."""
        self.page.get_by_role("button", name=label, exact=True).filter(visible=True).click()

    def fill(self, label: str, words: str) -> None:
        """Write into a field and leave it."""
        field = self.page.get_by_label(label, exact=True).filter(visible=True)
        field.fill(words)
        field.press("Tab")

    def sees(self, words: str) -> None:
        """Wait until the words stand where they can be seen."""
        expect(self.text(words).first).to_be_visible(timeout=PATIENCE)

    def text(self, words: str) -> Locator:
        """The places with these words that can be seen."""
        return self.page.get_by_text(words).filter(visible=True)


@pytest.fixture(scope="module")
def trainer(context: BrowserContext, served: Served, names: Path) -> Trainer:
    """From the list to the released case, with buttons alone."""
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    one = Trainer(page, served.folder / "lop_hoc" / "khoa_3")
    page.goto(served.address)
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="Chọn tệp danh sách").click()
    chooser.value.set_files(names)
    one.sees("Đọc được 41 dòng, lấy 40 học viên")
    expect(one.text("trùng cả họ tên và đơn vị")).to_have_count(1)
    one.fill("Tên lớp", "Khóa 3")
    one.press("Mỗi nhóm một biến thể")
    one.press("150 phút")
    one.fill("Chia thành mấy nhóm", "8")
    one.press("Tạo lớp")
    one.sees("Đã tạo lớp “Khóa 3”.")
    one.tab("Phát, thu, chấm, trả")
    one.press("Phát bài")
    one.sees("Đã phát bài")
    return one


@pytest.mark.slow
def test_from_an_excel_list_to_a_released_case(trainer: Trainer) -> None:
    plan = read_plan(trainer.folder)
    assert len(plan.students) == 40
    assert plan.minutes == 150
    variants = [{one.variants[BAI] for one in group} for group in plan.groups.values()]
    assert [len(one) for one in variants] == [1] * 8
    assert len(set.union(*variants)) == 8, "each group has its own"
    assert (trainer.folder / "phat_cho_hoc_vien" / "the_lop.json").is_file()


@pytest.mark.slow
def test_every_tab_fits_the_screen_and_shows_no_code(trainer: Trainer) -> None:
    expect(trainer.page.locator(".vp-own .jp-CodeCell .jp-InputArea")).to_be_hidden()
    for tab, button in (
        ("Quy định, đề nghị", "Chấp nhận"),
        ("Bài giảng", "Làm trang chiếu"),
        ("Hồ sơ giảng viên", "Làm hồ sơ giảng viên"),
        ("Theo dõi", "Xem bảng"),
        ("Rút kinh nghiệm", "Thêm thẻ"),
        ("Báo cáo", "Làm báo cáo của lớp"),
    ):
        trainer.tab(tab)
        expect(
            trainer.page.get_by_role("button", name=button, exact=True).filter(visible=True)
        ).to_be_visible()
        assert trainer.page.evaluate(STICKS_OUT) == [], tab
    trainer.press("Làm báo cáo của lớp")
    trainer.sees("Chưa có bài nào được chấm")


@pytest.mark.slow
def test_the_board_looks_again_by_itself_and_reaches_the_class(trainer: Trainer) -> None:
    trainer.tab("Theo dõi")
    trainer.press("Tự cập nhật")
    trainer.sees("Chưa mở bài: 40")
    work = trainer.folder / "theo_doi" / read_plan(trainer.folder).students[0].id / "bai_lam.json"
    work.parent.mkdir(parents=True)
    work.write_text(different_works(1)[0].to_json(), encoding="utf-8")
    trainer.sees("Chưa mở bài: 39")
    trainer.press("Dừng cập nhật")
    trainer.page.get_by_label("Tình tiết", exact=True).select_option("Cơ quan chủ trì báo chậm")
    for button, said in (
        ("Đưa ra ngay", "Đã đưa ra tình tiết cho cả lớp: “Cơ quan chủ trì báo chậm”."),
        ("Lùi lại", "Đã lùi tình tiết cho cả lớp: “Cơ quan chủ trì báo chậm”, 10 phút."),
        ("Bỏ qua", "Đã bỏ qua tình tiết cho cả lớp: “Cơ quan chủ trì báo chậm”."),
    ):
        trainer.press(button)
        trainer.sees(said)
    asked = read_hand_file(trainer.folder / "theo_doi" / "dieu_hanh.json").requests
    assert [(one.what, one.minutes) for one in asked] == [("fire", 0), ("delay", 10), ("skip", 0)]
    with trainer.page.context.expect_page() as opened:
        trainer.page.get_by_role("link", name="bang_chieu.html").filter(visible=True).click()
    expect(opened.value.get_by_role("heading", name="Khóa 3")).to_be_visible(timeout=PATIENCE)
    opened.value.close()


@pytest.mark.slow
@pytest.mark.skipif(not HAS_EXCHANGE, reason="nbgrader has no exchange on Windows")
def test_the_exchange_takes_out_and_brings_in(trainer: Trainer) -> None:
    exchange = exchange_root(trainer.folder)
    exchange.mkdir(parents=True)
    exchange.chmod(0o777)  # nbgrader wants an exchange that everybody can write into
    trainer.tab("Phát, thu, chấm, trả")
    trainer.press("Phát vào hộp trao đổi")
    trainer.sees("Bài đã có trong hộp trao đổi")
    (out,) = exchange.glob(f"*/outbound/{BAI}/{BAI}.ipynb")
    who = getpass.getuser()
    stamp = "2026-11-25 09:00:00.000000 UTC"
    brought = out.parents[2] / "inbound" / f"{who}+{BAI}+{stamp}+abc"
    brought.mkdir()
    (brought / out.name).write_bytes(out.read_bytes())
    (brought / "bai_lam.json").write_text(different_works(1)[0].to_json(), encoding="utf-8")
    (brought / "timestamp.txt").write_text(stamp, encoding="utf-8")
    trainer.press("Thu từ hộp trao đổi")
    trainer.sees("bài tinh_huong_1 hiện có của 1 người")
    assert (trainer.folder / "submitted" / who / BAI / "bai_lam.json").is_file()


@pytest.mark.slow
def test_a_deadline_with_its_late_rule_is_set_by_a_button(trainer: Trainer) -> None:
    trainer.tab("Quy định, đề nghị")
    trainer.fill("Hạn nộp", "17:00 20/12/2026")
    trainer.fill("Trừ mỗi ngày muộn (%)", "10")
    trainer.press("Đặt hạn nộp")
    trainer.sees(f"Hạn nộp bài {BAI}: 17:00 ngày 20/12/2026.")
    released = trainer.folder / "release" / BAI / f"{BAI}.ipynb"
    assert deadline_of(released).startswith("Hạn nộp: 17:00 ngày 20/12/2026. Nộp muộn trừ 10%")
