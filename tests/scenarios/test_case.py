"""Reading a case: whole, or with every mistake named at once."""

from pathlib import Path

import pytest

from scenarios.case import CaseError, UnknownCaseError, case_ids, load_case, read_case
from scenarios.placeholders import PlaceholderError
from scenarios.variants import VariantError

from .conftest import CASE_ID, Copy


@pytest.mark.parametrize("case_id", case_ids())
def test_every_case_of_the_kit_is_read_with_its_brief_and_something_to_do(case_id: str) -> None:
    case = load_case(case_id)
    assert case.id == case.folder.name == case_id
    assert "{" not in case.brief
    assert "giả định" in case.brief or "hư cấu" in case.brief
    if case.world.meeting is None:
        assert case.tables or case.tasks
        return
    assert case.tasks
    assert case.injects
    assert case.questions
    task = case.tasks[0]
    assert case.task(task.id) is task
    assert case.task("khong_co") is None


def test_an_unknown_case_or_variant_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownCaseError, match=f"Không có tình huống “la”.*{CASE_ID}"):
        load_case("la")
    with pytest.raises(VariantError, match="không có biến thể “la”"):
        load_case(CASE_ID, "la")
    with pytest.raises(VariantError, match="không có biến thể “sat_lo-btv-h99”"):
        load_case(CASE_ID).in_variant("sat_lo-btv-h99")


def test_a_variant_changes_hour_body_and_words() -> None:
    first = load_case(CASE_ID, "sat_lo-btv-h16")
    other = first.in_variant("chay_cho-bch-h4")
    assert first.world.meeting.start != other.world.meeting.start
    assert (len(first.world.members), len(other.world.members)) == (9, 27)
    assert "sạt lở" in first.world.meeting.title
    assert "cháy chợ" in other.world.meeting.title
    assert other.say("{total} {votes} {needed}") == "27 14 18"


def test_a_text_with_an_unknown_word_says_which() -> None:
    with pytest.raises(PlaceholderError, match="khong_co"):
        load_case(CASE_ID).say("Xin chào {khong_co}")


def test_several_planted_mistakes_are_all_told_with_their_places(copy: Copy) -> None:
    copy.edit('role = "driver"', 'role = "pilot"')
    copy.edit('emits = "request_clarified"', 'emits = "request_clarifed"')
    copy.edit('duration = "15m"\nroles', "duration = 15\nroles")
    copy.edit('at = "start+1h30m"', 'at = "noon"')
    copy.edit('delay = "15m"', 'delai = "15m"')
    copy.edit(
        'title = "Phòng họp số 2"\nseats = 16', 'title = "Phòng họp số 2"\nseats = "mười sáu"'
    )
    copy.edit('needs = ["list_proposed:hoi_nghi"]', 'needs = ["list_proposed"]')
    copy.edit('kind = "move_meeting"', 'kind = "cancel_meeting"')
    copy.edit('summary = "', 'sumary = "')
    told = copy.mistakes()
    assert "“pilot” không dùng được" in told["person “son”, role"]
    assert "“request_clarifed”" in told["task “lam_ro_yeu_cau”, emits"]
    assert "“15” không phải khoảng thời gian" in told["task “lam_ro_yeu_cau”, duration"]
    assert "“noon” không phải mốc thời gian" in told["inject “con_om”, at"]
    assert told["channel “tin_nhan”, delay"] == "thiếu mục này"
    assert told["channel “tin_nhan”, delai"] == "không có mục nào tên như vậy"
    assert "“mười sáu” chưa đúng dạng" in told["room “phong_hop”, seats"]
    assert "“list_proposed” không hợp lệ" in told["task “trinh_danh_sach”, needs thứ 1"]
    assert "cancel_meeting" in told["inject “doi_gio”, choices “bao_du”, effects thứ 1, kind"]
    assert told["summary"] == "thiếu mục này"
    assert told["sumary"] == "không có mục nào tên như vậy"
    assert len(told) == 11


def test_a_file_that_is_no_toml_is_named_with_line_and_column(copy: Copy) -> None:
    copy.edit('role = "driver"', 'role = "driver')
    (place,) = copy.mistakes()
    assert place.startswith("dòng ")


def test_a_file_that_is_not_there_or_no_text_is_named(copy: Copy) -> None:
    (copy.folder / "case.toml").write_bytes("schema = 1 # Đ".encode("utf-16"))
    assert copy.mistakes() == {"": "không đọc được tệp theo dạng TOML"}
    (copy.folder / "case.toml").unlink()
    assert copy.mistakes() == {"": "không mở được tệp"}


def test_wrong_defaults_are_named_together(copy: Copy) -> None:
    copy.edit('cause = "sat_lo"\nbody = "btv"', 'cuase = "sat_lo"\nbody = "btvv"')
    with pytest.raises(CaseError) as caught:
        read_case(copy.folder)
    told = [one.problem for one in caught.value.mistakes]
    assert told == [
        "chưa chọn giá trị cho trục “cause”",
        "không có trục “cuase”",
        "trục “body” không có giá trị “btvv”",
    ]


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        (
            "start = 2026-09-22T15:30:00, ",
            "",
            "axis",
            "có biến thể không đặt start",
        ),
        (
            "meeting_start = 2026-09-22T17:30:00",
            "meeting_start = 2026-09-22T07:30:00",
            "biến thể sat_lo-btv-h4",
            "giờ họp nằm ngoài tình huống (start, meeting_start, end)",
        ),
        (
            'setting = { body = "btv" }',
            'setting = { body = "btx" }',
            "biến thể sat_lo-btx-h4".replace("btx", "btv"),
            "không có tập thể “btx” để họp",
        ),
        (
            'setting = { body = "btv" }',
            'setting = { body = "btv", secret = ["mat_thu"] }',
            "biến thể sat_lo-btv-h4, secret",
            "không có văn bản “mat_thu”",
        ),
        ('id = "h40"', 'id = "h16"', "axis “time”, value “h16”", "mã dùng hai lần"),
        (
            'id = "time"\ntitle = "Thời gian còn lại"',
            'id = "body"\ntitle = "Thời gian còn lại"',
            "axis “body”",
            "mã dùng hai lần",
        ),
    ],
)
def test_an_axis_that_cannot_make_a_world_is_named(
    copy: Copy, old: str, new: str, place: str, problem: str
) -> None:
    copy.edit(old, new)
    assert copy.mistakes()[place] == problem


def test_a_moment_with_a_time_zone_is_a_mistake_and_no_crash(copy: Copy) -> None:
    copy.edit("start = 2026-09-22T13:30:00,", "start = 2026-09-22T13:30:00+07:00,")
    (told,) = copy.mistakes().items()
    assert told[0] == "axis “time”, value “h4”, setting, start"
    assert "không kèm múi giờ" in told[1]


@pytest.mark.parametrize("word", ["{khong_co}", "{", "{0}", "{start.hour}"])
def test_a_placeholder_that_cannot_be_filled_is_named_with_the_variant(
    copy: Copy, word: str
) -> None:
    copy.edit('reply = "Máy phát nổ,', f'reply = "{word} Máy phát nổ,')
    told = copy.mistakes()
    assert "lời văn dùng từ trong ngoặc nhọn không có" in told["biến thể sat_lo-btv-h16"]


def test_a_word_missing_in_one_variant_is_named_when_that_variant_is_made(copy: Copy) -> None:
    copy.edit('harm = "dịch lan', 'hram = "dịch lan')
    case = read_case(copy.folder)
    with pytest.raises(CaseError, match=r"biến thể dich_benh-btv-h4.*“harm”"):
        case.in_variant("dich_benh-btv-h4")


def test_a_case_elsewhere_can_be_read_in_a_variant_too(copy: Copy, tmp_path: Path) -> None:
    case = read_case(copy.folder, "sat_lo-bch-h40")
    assert case.folder.parent == tmp_path
    assert case.variant.id == "sat_lo-bch-h40"
