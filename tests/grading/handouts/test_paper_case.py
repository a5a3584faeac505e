"""A case on paper: five Word files that say what the case says."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from grading.handouts import PAPER_VI, write_paper_case
from grading.handouts.inject_times import case_injects, when_of
from grading.handouts.paper_case import PaperError, papers_of
from grading.rubric import load_rubric
from scenarios.case import Case, case_ids, load_case

CASES = [load_case(case_id) for case_id in case_ids()]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case.id)
def papers(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    case = request.param
    return case, write_paper_case(case, tmp_path_factory.mktemp(case.id))


def text_of(path: Path) -> str:
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def paper(papers: tuple[Case, list[Path]], start: str) -> tuple[Case, str]:
    case, files = papers
    found = next((file for file in files if file.name.startswith(start)), None)
    if found is None:
        pytest.skip(f"{case.id} has no such paper")
    return case, text_of(found)


def test_every_paper_is_written(papers: tuple[Case, list[Path]]) -> None:
    case, files = papers
    names = [file.stem for file in files]
    assert names == papers_of(case)
    left_out = {"6_bang_bai_lam"} if case.world.meeting else {"2_the_vai", "3_the_tinh_tiet"}
    assert set(PAPER_VI) - set(names) <= left_out


def test_the_sheets_of_tables_show_every_row_and_nothing_of_its_truth(
    papers: tuple[Case, list[Path]],
) -> None:
    case, text = paper(papers, "6_")
    for table in case.tables:
        true = case.true_table(table.id)
        for row in true.rows if true is not None else ():
            shown = case.table_columns(table.id).keys() & row.given.keys()
            assert all(row.given[column] in text for column in shown)
            assert not row.why or row.why not in text


def test_every_inject_has_its_card_with_all_choices(papers: tuple[Case, list[Path]]) -> None:
    case, text = paper(papers, "3_")
    for inject in case_injects(case):
        assert inject.text in text
        assert all(choice.text in text for choice in inject.choices)


def test_every_criterion_stands_on_the_evaluation_sheet(
    papers: tuple[Case, list[Path]],
) -> None:
    case, text = paper(papers, "4_")
    for criterion in load_rubric(case.folder).criteria:
        assert criterion.title in text


def test_every_member_of_staff_has_a_role_card(papers: tuple[Case, list[Path]]) -> None:
    case, text = paper(papers, "2_")
    assert all(person.name in text for person in case.world.people if person.staff)


@pytest.mark.parametrize("start", ["1_", "2_", "3_", "4_", "5_", "6_"])
def test_no_paper_shows_a_placeholder_or_a_markdown_sign(
    papers: tuple[Case, list[Path]], start: str
) -> None:
    _, text = paper(papers, start)
    assert "{" not in text
    assert "**" not in text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_every_card_says_when_it_is_handed_out(case: Case) -> None:
    for inject in case_injects(case):
        assert any(word in when_of(case, inject) for word in ("trước", "sau", "khi", "lúc", "giờ"))


def test_a_folder_that_cannot_be_written_gives_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tep").write_text("", encoding="utf-8")
    with pytest.raises(PaperError, match="chọn thư mục khác"):
        write_paper_case(CASES[0], tmp_path / "tep" / "con")
