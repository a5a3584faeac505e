"""`vanphong case control`: the trainer's word to every desk of a shared folder."""

from pathlib import Path

from typer.testing import CliRunner

from course.cli.case import app
from scenarios.hand_file import FILE_NAME, read_hand_file

RUN = CliRunner()


def test_a_request_is_written_for_all_desks_below_the_folder(tmp_path: Path) -> None:
    words = ["control", "hoi_nghi_dot_xuat", str(tmp_path), "delay", "mat_dien", "--minutes", "45"]
    done = RUN.invoke(app, words)
    assert done.exit_code == 0
    assert "Mất điện" in done.output
    (request,) = read_hand_file(tmp_path / FILE_NAME).requests
    assert (request.what, request.inject, request.minutes) == ("delay", "mat_dien", 45)


def test_an_inject_that_there_is_not_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    done = RUN.invoke(app, ["control", "hoi_nghi_dot_xuat", str(tmp_path), "fire", "bao_lut"])
    assert done.exit_code != 0
    assert "Không có tình tiết “bao_lut”" in str(done.exception)
    assert not (tmp_path / FILE_NAME).exists()
