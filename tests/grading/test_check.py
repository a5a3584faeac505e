"""Checking a case whole: clean as shipped, and every planted fault named with file and mend."""

import shutil
from pathlib import Path

import pytest

from grading.check import CheckReport, check_case
from scenarios.case import CASES_DIR, case_ids, load_case, read_case
from scenarios.typed import typed
from scenarios.variants import count_variants

ID = "hoi_nghi_dot_xuat"
CUT = ("dich_benh", "dong_nguoi", "lenh_tinh", "h4", "h40")


@pytest.fixture(scope="session", params=case_ids())
def checked(request: pytest.FixtureRequest) -> tuple[str, CheckReport]:
    """Each case of the kit checked once; it takes seconds."""
    return request.param, check_case(load_case(request.param))


def test_a_case_of_the_kit_has_no_mistake(checked: tuple[str, CheckReport]) -> None:
    assert [str(one) for one in checked[1].mistakes] == []


def test_all_variants_or_a_large_sample_were_walked_branch_by_branch(
    checked: tuple[str, CheckReport],
) -> None:
    case_id, report = checked
    file = load_case(case_id).file
    choices = sum(len(inject.choices) for inject in file.injects)
    assert report.variants >= min(200, count_variants(file))
    assert report.walks >= min(30, count_variants(file)) * choices // 2


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Case 1 whole, to be spoiled."""
    place = tmp_path / ID
    shutil.copytree(CASES_DIR / ID, place)
    return place


@pytest.fixture
def small(folder: Path) -> Path:
    """Case 1 with one cause and one time: two variants, so that it is walked in a moment."""
    path = folder / "case.toml"
    parts = path.read_text(encoding="utf-8").split("[[axis.value]]")
    kept = [one for one in parts if not one.startswith(tuple(f'\nid = "{cut}"' for cut in CUT))]
    assert len(parts) - len(kept) == len(CUT)
    # The last value of an axis is followed by the next part of the file.
    tail = parts[-1].partition("\n# --- ")[2]
    text = "[[axis.value]]".join(kept)
    text += "" if "# --- Người" in text else f"\n# --- {tail}"
    path.write_text(text, encoding="utf-8")
    return folder


def edit(folder: Path, old: str, new: str, file: str = "case.toml") -> None:
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(folder: Path) -> dict[tuple[str, str], str]:
    report = check_case(read_case(folder))
    assert all(one.mend for one in report.mistakes)
    return {(one.file.removeprefix(f"{ID}/"), one.place): one.problem for one in report.mistakes}


CASE, PLAN, RUBRIC = "case.toml", "reference/plan.toml", "rubric.toml"


@pytest.mark.parametrize(
    ("old", "new", "file", "spot", "problem"),
    [
        pytest.param(
            'needs = ["paper_signed:giay_moi"]', 'needs = ["paper_signed:giay_mo"]', CASE,
            (CASE, "task “van_thu_giay_moi”, needs"),
            "không gì tạo ra được “paper_signed:giay_mo”: ngõ cụt",
            id="a dead end: a need that nothing brings about",
        ),
        pytest.param(
            'con_om = "ban_giao"\n', "", PLAN,
            (PLAN, "decisions"), "chưa quyết định tình tiết “con_om”",
            id="a dead end: an inject that the reference leaves open",
        ),
        pytest.param(
            'by = "mai"\nat = "start+1h30m"', 'by = "maii"\nat = "start+1h30m"', CASE,
            (CASE, "inject “con_om”, by"), "không có “maii”",
            id="an unknown person in the case",
        ),
        pytest.param(
            'who = "khoa"', 'who = "khoaa"', PLAN,
            (PLAN, "order “dat_phong”, who"), "không có “khoaa”",
            id="an unknown person in the plan",
        ),
        pytest.param(
            'rule = "HN01"\n', "", RUBRIC,
            (RUBRIC, "criterion “T01”, rule"), "thiếu mục này",
            id="a criterion without a rule",
        ),
        pytest.param(
            'rule = "HN01"', 'rule = "HN99"', RUBRIC,
            (RUBRIC, "criterion “T01”"), "sổ quy tắc không có mục “HN99”",
            id="a criterion with an unknown rule",
        ),
        pytest.param(
            'rule = "HN01"', 'rule = "DL04"', RUBRIC,
            (RUBRIC, "criterion “T01”"), "quy tắc DL04 chưa được xác nhận nên không được trừ điểm",
            id="points for an unconfirmed rule",
        ),
        pytest.param(
            'at = "start+1h30m"', 'at = "start+40d"', CASE,
            (CASE, "inject “con_om”, at"),
            "giờ “start+40d” nằm ngoài tình huống ở biến thể sat_lo-btv-h4",
            id="an inject outside the case",
        ),
        pytest.param(
            'until = "start+1h"', 'until = "start-1h"', RUBRIC,
            (RUBRIC, "criterion “T01”, until"),
            "giờ “start-1h” nằm ngoài tình huống ở biến thể sat_lo-btv-h4",
            id="a limit of a criterion outside the case",
        ),
        pytest.param(
            '**{meeting_title}**', '**{meeting_titel}**', "brief.md",
            ("brief.md", ""),
            "từ trong ngoặc nhọn không có ở biến thể sat_lo-btv-h4: “meeting_titel”",
            id="a wrong word in the brief",
        ),
        pytest.param(
            'says = "Chưa có chữ ký"', 'says = "Chưa có chữ ký {ky}"', RUBRIC,
            (RUBRIC, "criterion “T09”, check thứ 1"),
            "từ trong ngoặc nhọn không có ở biến thể sat_lo-btv-h4: “ky”",
            id="a wrong word in what a criterion says",
        ),
        pytest.param(
            'harm = "dịch lan', 'hram = "dịch lan', CASE,
            (CASE, "biến thể dich_benh-btv-h4"),
            "lời văn dùng từ trong ngoặc nhọn không có: “harm”",
            id="a word that one variant lacks",
        ),
        pytest.param(
            'only = { body = ["btv"] }', 'only = { boddy = ["btv"] }', RUBRIC,
            (RUBRIC, "criterion “T02”, only"), "không có “boddy”",
            id="a check for an unknown axis",
        ),
        pytest.param(
            'only = { body = ["bch"] }', 'only = { body = ["bcx"] }', PLAN,
            (PLAN, "order “xin_trieu_tap”, only.body"), "không có “bcx”",
            id="an order for an unknown value of an axis",
        ),
        pytest.param(
            'only = { body = ["bch"] }', 'only = { body = ["btv"] }', RUBRIC,
            (RUBRIC, "criterion “T02”, only"), "không có gì để xét ở biến thể sat_lo-bch-h4",
            id="a criterion with nothing to judge in some variant",
        ),
        pytest.param(
            'tried = ["danh_sach_moi"]', 'tried = ["danh_sach"]', RUBRIC,
            (RUBRIC, "criterion “T07”, tried"), "không có “danh_sach”",
            id="a criterion about an unknown task",
        ),
        pytest.param(
            'subject = "cham_tai_lieu", where = { choice = "cu_nguoi" }',
            'subject = "cham_tai_lieu", where = { choice = "cu_ngoi" }', RUBRIC,
            (RUBRIC, "criterion “T05”, event, choice"), "không có “cu_ngoi”",
            id="a criterion about an unknown choice",
        ),
        pytest.param(
            'then = { kind = "paper_issued", subject = "tai_lieu" }',
            'then = { kind = "paper_issued", subject = "tai_lie" }', RUBRIC,
            (RUBRIC, "criterion “T13”, then, subject"),
            "không gì tạo ra được “paper_issued:tai_lie”",
            id="a criterion about what nothing brings about",
        ),
        pytest.param(
            'question = "so_phieu"', 'question = "so_phiu"', RUBRIC,
            (RUBRIC, "criterion “T20”, question"), "không có “so_phiu”",
            id="a criterion about an unknown question",
        ),
        pytest.param(
            'group = "before"', 'group = "bfore"', RUBRIC,
            (RUBRIC, "criterion “T01”, group"), "không có “bfore”",
            id="a criterion in an unknown group",
        ),
    ],
)  # fmt: skip
def test_a_planted_fault_is_named_with_file_place_and_mend(
    folder: Path, old: str, new: str, file: str, spot: tuple[str, str], problem: str
) -> None:
    edit(folder, old, new, file)
    found = told(folder)
    assert found.get(spot) == problem, found


def test_an_inject_with_one_choice_is_a_dead_end(folder: Path) -> None:
    path = folder / CASE
    one = '\n[[inject]]\nid = "mot"\nat = "start+1h"\n[[inject.choices]]\nid = "a"\ntext = "A"\n'
    path.write_text(path.read_text(encoding="utf-8") + one, encoding="utf-8")
    assert told(folder)[CASE, "inject “mot”"] == "ngõ cụt: không có gì để chọn"


def test_a_rule_that_is_not_in_force_at_the_time_of_the_case_is_named(folder: Path) -> None:
    text = (folder / CASE).read_text(encoding="utf-8").replace("= 2026-", "= 2025-")
    (folder / CASE).write_text(text, encoding="utf-8")
    problem = told(folder)[RUBRIC, "criterion “T15”, rule"]
    assert problem.startswith("quy tắc HN16 không có hiệu lực vào ngày của biến thể ")


def test_an_inject_that_never_comes_is_named(small: Path) -> None:
    edit(small, 'on = { kind = "room_booked" }', 'on = { kind = "room_booked", actor = "son" }')
    found = told(small)
    assert found[CASE, "inject “muon_phong”"] == "không bao giờ xảy ra"


def test_a_wrong_work_that_fails_something_else_is_named_with_its_folder(small: Path) -> None:
    place = "wrong/T16_quen_hau_can/edit.toml"
    edit(small, 'fails = ["T16"]', 'fails = ["T17"]', place)
    assert told(small)[place, "fails"] == "trượt ['T16'], trong khi nêu ['T17']"


def test_a_criterion_that_no_wrong_work_fails_alone_is_named(small: Path) -> None:
    shutil.rmtree(small / "wrong" / "T16_quen_hau_can")
    problem = "chưa có bài sai nào chỉ trượt đúng tiêu chí này"
    assert told(small)["wrong", "criterion “T16”"] == problem


def test_a_work_on_disk_that_is_not_what_the_edit_gives_is_named_with_the_command(
    small: Path,
) -> None:
    place = "wrong/T16_quen_hau_can/bai_lam.json"
    edit(small, '"who": "khoa"', '"who": "lan"', place)
    (small / "wrong/T17_mac_ke_mat_tran/bai_lam.json").unlink()
    report = check_case(read_case(small))
    assert [one.file.removeprefix(f"{ID}/") for one in report.mistakes] == [
        place,
        "wrong/T17_mac_ke_mat_tran/bai_lam.json",
    ]
    assert {one.mend for one in report.mistakes} == {f"chạy: {typed('case build', ID)}"}


def test_a_reference_that_earns_too_little_is_named_with_the_variants(small: Path) -> None:
    edit(small, 'choice = "nhanh_du_buoc"', 'choice = "khat"', RUBRIC)
    edit(small, 'choice = "doi_chieu"', 'choice = "bo_ten_loai"', RUBRIC)
    edit(small, 'choice = "lap_bien_ban"', 'choice = "nghe_thu"', RUBRIC)
    edit(small, 'choice = "moi_cho"', 'choice = "duoi_ve"', RUBRIC)
    found = told(small)
    problem = found["reference", "biến thể sat_lo-btv-h16, mức tiêu chuẩn, khung 120 phút"]
    assert problem == "bài mẫu chỉ được 123/130 (D03, S06, S07, S11)"


def test_faults_of_several_files_are_told_at_once(folder: Path) -> None:
    edit(folder, 'mute = ["he_thong"]', 'mute = ["he_thog"]')
    edit(folder, 'who = "khoa"', 'who = "khoaa"', PLAN)
    edit(folder, 'rule = "HN01"', 'rule = "HN99"', RUBRIC)
    edit(folder, 'group = "before"', 'group = "bfore"', RUBRIC)
    edit(folder, "{call}", "{cal}", "brief.md")
    (folder / "wrong/T17_mac_ke_mat_tran/edit.toml").write_text("x = ", encoding="utf-8")
    found = told(folder)
    assert {file for file, _ in found} == {
        CASE,
        PLAN,
        RUBRIC,
        "brief.md",
        "wrong/T17_mac_ke_mat_tran/edit.toml",
    }
    assert len(found) == 6


def test_a_missing_brief_is_named(folder: Path) -> None:
    (folder / "brief.md").unlink()
    assert told(folder) == {("brief.md", ""): "không đọc được tệp"}
