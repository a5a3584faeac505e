"""Every function and duty of the office is exercised by a criterion of an exercise."""

from pathlib import Path

from typer.testing import CliRunner

from course import coverage
from course.cli.coverage import app
from course.duty_coverage import count_duties


def test_every_function_duty_and_sub_duty_has_a_criterion_in_an_exercise() -> None:
    counts = count_duties(coverage.compute())
    assert len(counts) > 50
    assert [one.point.id for one in counts if not one.is_exercised] == []


def test_a_duty_counts_what_stands_below_it_once() -> None:
    counts = {one.point.id: one for one in count_duties(coverage.compute())}
    assert counts["I.3.b.NV1.5"].exercises >= counts["I.3.b.NV1.5.a"].exercises
    assert counts["I.3.b.NV1"].situations >= counts["I.3.b.NV1.7"].situations > 0


def test_situations_are_not_counted_as_exercises(tmp_path: Path) -> None:
    folder = tmp_path / "hop"
    folder.mkdir()
    (folder / "case.toml").write_text('id = "hop"\n[meeting]\nid = "m"\n', encoding="utf-8")
    (folder / "rubric.toml").write_text(
        '[[criterion]]\nid = "T01"\ncoverage = ["I.3.b.NV1.9"]\n', encoding="utf-8"
    )
    found = coverage.compute(cases=tmp_path)
    (one,) = (one for one in count_duties(found, tmp_path) if one.point.id == "I.3.b.NV1.9")
    assert (one.exercises, one.situations) == (0, 1)


def test_the_command_tells_the_counts() -> None:
    told = CliRunner().invoke(app, ["--duties"])
    assert told.exit_code == 0
    assert "I.3.b.NV2.3" in told.output
    assert "Có bài tập luyện:" in told.output
