"""The fields for questions of every kind: words, a number, one of several."""

from dataclasses import replace
from pathlib import Path

import pytest

from course.desk.desk import Desk
from course.desk.questions import Questions
from scenarios.case import load_case
from scenarios.case_file import Item, QuestionText
from scenarios.work_file import WorkFile, read_work

from . import seen
from .conftest import CASE

ASKED = {
    "text": QuestionText(id="vi_sao", phase="before", text="Vì sao họp gấp?", kind="text"),
    "number": QuestionText(id="may_ban", phase="after", text="Mấy bản?", kind="number", unit="bản"),
    "pick": QuestionText(
        id="ai_ky",
        phase="after",
        text="Ai ký?",
        kind="pick",
        items=(Item(id="chu_tri", text="Chủ trì"), Item(id="van_thu", text="Văn thư")),
    ),
}


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """The first case with a question of each kind."""
    case = load_case(CASE)
    case = replace(case, file=case.file.model_copy(update={"questions": tuple(ASKED.values())}))
    file, _ = WorkFile.open(tmp_path, CASE, case.variant.id)
    return Desk(case, file)


def test_each_kind_is_saved_at_once_and_shown_again(desk: Desk) -> None:
    fields = Questions(desk).fields
    for question, given in (("vi_sao", "Vì sườn đồi nứt"), ("may_ban", "2"), ("ai_ky", "chu_tri")):
        seen.field(fields[question].widget, "Trả lời").value = given
    kept = read_work(desk.path)
    assert kept is not None
    assert kept.answers == {"vi_sao": "Vì sườn đồi nứt", "may_ban": "2", "ai_ky": "chu_tri"}
    again = Questions(desk).fields
    assert {one: seen.field(again[one].widget, "Trả lời").value for one in again} == kept.answers


def test_a_pick_that_the_case_no_longer_has_is_left_open(desk: Desk) -> None:
    desk.answer("ai_ky", "khong_con")
    assert seen.field(Questions(desk).fields["ai_ky"].widget, "Trả lời").value is None


def test_what_looks_too_real_is_said_below_its_field_and_saved(desk: Desk) -> None:
    field = Questions(desk).fields["vi_sao"]
    seen.field(field.widget, "Trả lời").value = "Ông A, số 012345678901, MẬT"
    assert "giống số căn cước; có dấu chỉ mức độ mật" in seen.text(field.widget)
    assert desk.work.answers["vi_sao"].endswith("MẬT")
