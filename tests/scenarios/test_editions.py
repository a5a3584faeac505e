"""Levels and formats: what is the learner's, what colleagues do, and how it is told."""

import json

import pytest

from office_sim.log import EventKind
from office_sim.sentences import Sentences
from scenarios.brief import brief_of
from scenarios.case import Case, case_ids, load_case
from scenarios.colleagues import COLLEAGUE, completed
from scenarios.edition import Edition
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.share import WHOLE, all_editions, edition_vi, parts_of
from scenarios.variants import VariantError
from scenarios.work import DecisionLine, OrderLine, Work
from scenarios.work_file import parse_work

ID = "hoi_nghi_dot_xuat"
EDITIONS = [
    pytest.param(case_id, edition, id=f"{case_id}/{edition.level}/{edition.format}")
    for case_id in case_ids()
    for edition in all_editions(load_case(case_id).file)
]
SHORT = Edition(level="basic", format="m40")


def short() -> Case:
    return load_case(ID, SHORT)


def test_without_a_name_everything_of_the_case_is_the_learners() -> None:
    case = load_case(ID)
    assert case.parts == set(parts_of(case.file, WHOLE))
    assert case.edition == Edition("sat_lo-btv-h16", "standard", "m120")


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        (Edition(level="kho"), "không có mức “kho”; chọn một trong: basic, standard, advanced."),
        (Edition(format="m10"), "không có khung thời gian “m10”; chọn một trong: m40, m75, m120."),
    ],
)
def test_an_unknown_level_or_format_is_refused_in_one_sentence(
    edition: Edition, words: str
) -> None:
    with pytest.raises(VariantError) as caught:
        load_case(ID, edition)
    assert str(caught.value) == f"Tình huống {ID} {words}"


@pytest.mark.parametrize(("case_id", "edition"), EDITIONS)
def test_the_reference_of_an_edition_runs_as_that_of_the_whole_case_does(
    case_id: str, edition: Edition
) -> None:
    """With colleagues' part the same things happen at the same time; a short format ends early."""
    case = load_case(case_id, edition)
    whole = load_case(case_id, Edition(level=edition.level))
    run, full = play(case, reference_work(case)), play(whole, reference_work(whole))
    assert run.finished

    def told(events: object) -> list[tuple[object, ...]]:
        return [
            (one.at, one.kind, one.subject.removeprefix(COLLEAGUE), sorted(one.detail.items()))
            for one in events  # type: ignore[attr-defined]
            if one.kind is not EventKind.CASE_ENDED and one.at < case.world.end
        ]

    assert sorted(told(run.log), key=str) == sorted(told(full.log), key=str)


def test_a_colleague_decides_where_the_level_does_not_ask_the_learner() -> None:
    case = short()
    run = play(case, Work(case=ID))
    assert run.finished or run.waiting is not None
    made = {one.subject: one for one in run.office.events(EventKind.DECISION_MADE)}
    assert made["con_om"].actor == "lan"
    told = Sentences(case.world).of(made["con_om"])
    assert told.startswith("Phó chánh văn phòng Vũ Thị Lan xử lý thay anh/chị: Cho chị về ngay")


def test_what_is_not_the_learners_is_passed_over_in_a_work() -> None:
    case = short()
    line = OrderLine(id="x", task="dat_phong", who="son", at=case.world.start)
    other = DecisionLine(inject="con_om", choice="khong_cho")
    work = Work(case=ID, orders=(line,), decisions=(other,), answers={"so_phieu": "5"})
    whole = completed(case, work)
    assert "x" not in {one.id for one in whole.orders}
    assert {one.choice for one in whole.decisions if one.inject == "con_om"} == {"ban_giao"}
    assert whole.answers == {"so_phieu": "5"}


def test_a_work_for_the_whole_case_is_completed_by_nothing() -> None:
    case = load_case(ID)
    work = Work(case=ID)
    assert completed(case, work) is work


def test_the_brief_tells_level_format_and_who_does_what() -> None:
    told = brief_of(short())
    assert "**Mức cơ bản.**" in told
    assert "**Khung 40 phút: mời đúng người, đủ người.**" in told
    assert "- Kế toán Bùi Văn Khoa: Đặt phòng họp;" in told
    assert "Lập hồ sơ hội nghị" not in told, "what lies behind the end is nobody's"
    assert "Đồng nghiệp" not in brief_of(load_case(ID))


def test_an_edition_is_named_in_words() -> None:
    file = load_case(ID).file
    assert edition_vi(file, Edition("a-b-c", "basic", "m40")) == (
        "biến thể a-b-c, mức cơ bản, khung 40 phút"
    )
    assert edition_vi(file, Edition()) == ""


def test_a_work_from_before_there_were_formats_has_no_level() -> None:
    old = {**json.loads(Work(case=ID).to_json()), "level": "basic"}
    assert parse_work(json.dumps(old)).level == "basic"
    del old["format"]
    assert parse_work(json.dumps(old)).level == ""


@pytest.mark.parametrize("case_id", ["hoi_nghi_dot_xuat", "tham_27_7"])
def test_the_place_of_a_choice_does_not_tell_that_it_is_the_right_one(case_id: str) -> None:
    case = load_case(case_id, Edition(level="advanced"))
    right = {one.inject: one.choice for one in reference_work(case).decisions}
    injects = [one for one in case.world.happenings if one.is_inject and one.id in right]
    places = [[two.id for two in one.choices].index(right[one.id]) for one in injects]
    assert all(places.count(place) <= 0.6 * len(places) for place in set(places))
    assert all(one.text[0] == one.text[0].upper() for one in injects)
