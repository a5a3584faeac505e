"""Coverage is computed from lessons, questions and cases, and stale references stop the command."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from course import cli, coverage, coverage_map
from course.coverage import Coverage, Reference, Use

QUESTION = """
schema = 1
[[question]]
id = "a"
kind = "number"
points = {points}
difficulty = 1
source = ["000:44"]
stem = "Mấy?"
answer = 1
unit = "cái"
reason = "Đếm được một cái."
"""


def content(
    folder: Path, *, taught: list[str], asked: list[str], exercised: list[str]
) -> dict[str, Path]:
    """A small course in a folder: one lesson, one question, one case."""
    cells: list[dict[str, Any]] = [
        {
            "cell_type": "markdown",
            "id": "mot",
            "source": ["## Một"],
            "metadata": {
                "vanphong": {"section": "mot", "title": "Một", "minutes": 3, "points": taught}
            },
        }
    ]
    about = {"vanphong": {"title": "Bài", "minutes": 3, "lead": "Học."}}
    notebook = {"cells": cells, "metadata": about, "nbformat": 4, "nbformat_minor": 5}
    (folder / "01_bai.ipynb").write_text(json.dumps(notebook), encoding="utf-8")
    (folder / "01.toml").write_text(
        QUESTION.replace("{points}", json.dumps(asked)), encoding="utf-8"
    )
    (folder / "ca").mkdir()
    rubric = (
        f'schema = 1\n[[criterion]]\nid = "T01"\nworth = 2\ncoverage = {json.dumps(exercised)}\n'
    )
    (folder / "ca" / "rubric.toml").write_text(rubric, encoding="utf-8")
    return {"notebooks": folder, "questions": folder, "cases": folder}


def of(*points: str) -> Coverage:
    references = tuple(Reference(Use.TAUGHT, point, "x") for point in points)
    return Coverage(coverage_map.load(), references)


def test_each_use_is_read_from_its_own_kind_of_content(tmp_path: Path) -> None:
    found = coverage.compute(
        **content(tmp_path, taught=["I.1"], asked=["I.2.1"], exercised=["I.2.2"])
    )

    assert found.places(Use.TAUGHT, "I.1") == ["01_bai.ipynb, mục mot"]
    assert found.places(Use.ASKED, "I.2.1") == ["01.toml, câu a"]
    assert found.places(Use.EXERCISED, "I.2.2") == ["ca/rubric.toml, tiêu chí T01"]
    assert not found.places(Use.ASKED, "I.1")


def test_a_heading_counts_when_all_its_leaves_do() -> None:
    some = of("I.2.1", "I.2.2", "I.2.3", "I.2.4")
    every = of("I.2.1", "I.2.2", "I.2.3", "I.2.4", "I.2.KL")

    assert "I.2" not in some.covered(Use.TAUGHT)
    assert "I.2" in every.covered(Use.TAUGHT)


def test_a_heading_that_is_named_itself_says_nothing_about_its_leaves() -> None:
    covered = of("I.2").covered(Use.TAUGHT)

    assert covered == {"I.2"}


def test_what_is_missing_keeps_the_order_of_the_course_text() -> None:
    missing = [point.id for point in of("M", "M.1.1").missing(Use.TAUGHT)]

    assert missing[:3] == ["M.1", "M.1.2", "M.1.3"]
    assert len(missing) == 255


def test_an_unknown_point_is_stale_and_counts_for_nothing(tmp_path: Path) -> None:
    found = coverage.compute(**content(tmp_path, taught=["I.99"], asked=["I.1"], exercised=["X"]))

    assert [(one.point, one.place) for one in sorted(found.stale)] == [
        ("X", "ca/rubric.toml, tiêu chí T01"),
        ("I.99", "01_bai.ipynb, mục mot"),
    ]
    assert not found.covered(Use.TAUGHT)


@pytest.mark.parametrize("rubric", ["criterion = 5", "[[criterion]]\ncoverage = 7", "[[x"])
def test_a_damaged_rubric_names_no_point_and_stops_nothing(tmp_path: Path, rubric: str) -> None:
    places = content(tmp_path, taught=["I.1"], asked=["I.1"], exercised=[])
    (tmp_path / "ca" / "rubric.toml").write_text(rubric, encoding="utf-8")

    found = coverage.compute(**places)

    assert not found.covered(Use.EXERCISED)
    assert bool(found.unreadable) == (rubric == "[[x")


def test_every_leaf_of_part_one_is_taught_and_asked() -> None:
    found = coverage.compute()
    wanted = {point.id for point in found.points if point.part in ("M", "I")}

    assert wanted <= found.covered(Use.TAUGHT)
    assert wanted <= found.covered(Use.ASKED)


def test_the_command_ends_with_the_three_sums(capsys: pytest.CaptureFixture[str]) -> None:
    code = cli.main(["coverage"])

    lines = capsys.readouterr().out.strip().splitlines()
    assert code == 0
    assert [re.sub(r"\d+/", "N/", line) for line in lines[-3:]] == [
        "taught: N/257",
        "asked: N/257",
        "exercised: N/257",
    ]


def test_the_sums_are_those_of_the_content(capsys: pytest.CaptureFixture[str]) -> None:
    found = coverage.compute()

    cli.main(["coverage"])

    told = capsys.readouterr().out
    for use in Use:
        assert f"{use}: {len(found.covered(use))}/257" in told


def test_missing_and_points_list_ids_with_places(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["coverage", "--missing", "--points"])

    told = capsys.readouterr().out
    assert "Chưa luyện (" in told
    assert "    dạy: 01_1_vi_tri_vai_tro_chuc_nang.ipynb, mục vi-tri" in told
    assert "    hỏi: 01_vi_tri_vai_tro.toml, câu i-vi-tri-khong-the-thieu" in told


def test_a_stale_reference_ends_the_command_with_1_and_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    places = content(tmp_path, taught=["I.99"], asked=["I.1"], exercised=[])
    real = coverage.compute
    monkeypatch.setattr(coverage, "compute", lambda: real(**places))

    code = cli.main(["coverage"])

    told = capsys.readouterr()
    assert code == 1
    assert "01_bai.ipynb, mục mot: không có điểm “I.99” trong coverage.csv" in told.err
    assert "taught: 0/257" in told.out
