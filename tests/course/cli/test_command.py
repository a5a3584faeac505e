"""The `vanphong` command speaks Vietnamese, stays quick and never shows a traceback."""

import subprocess
import sys
from pathlib import Path
from typing import Annotated

import pytest
import typer

from course import cli
from course.cli import COMMANDS, CommandError, CommandLine, failures, main
from scenarios.typed import PROGRAM

ENGLISH = ("Usage", "Options", "Commands", "Arguments", "Show this", "Error", "Missing", "Invalid")


@pytest.fixture
def sample(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A command module like those of the kit, under the word `sample`; its log goes to tmp_path."""
    app = typer.Typer()

    @app.command()
    def count(
        folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="Thư mục.")],
        times: Annotated[int, typer.Option(help="Số lần.", max=5)] = 1,
    ) -> None:
        """Đếm tệp."""
        if times == 3:
            raise CommandError("Không đếm ba lần.", exit_code=2)
        if times == 4:
            raise ZeroDivisionError("secret details")
        print(len(list(folder.iterdir())) * times)

    @app.command()
    def leave() -> None:
        """Thoát với mã riêng."""
        raise typer.Exit(5)

    module = type(sys)("course.cli.sample")
    module.app = app  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "course.cli.sample", module)
    line = CommandLine("sample", "sample", "Lệnh mẫu.")
    monkeypatch.setattr(cli, "COMMANDS", (*COMMANDS, line))
    monkeypatch.setattr(failures, "LOG_FOLDER", tmp_path / "log")
    (tmp_path / "files").mkdir()
    (tmp_path / "files" / "a.txt").write_text("a", encoding="utf-8")
    return tmp_path / "files"


@pytest.mark.parametrize("words", [[], ["--help"], *([line.name, "--help"] for line in COMMANDS)])
def test_every_help_page_is_in_vietnamese(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    main(words)
    page = capsys.readouterr().out
    assert f"Cách dùng: {PROGRAM}" in page
    assert not [word for word in ENGLISH if word in page]


def test_the_first_page_lists_every_word_with_its_line(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--help"])
    page = capsys.readouterr().out
    assert "sample" in page
    assert "Lệnh mẫu." in page


def test_a_help_page_names_kinds_and_defaults_in_vietnamese(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sample", "count", "--help"]) == 0
    page = capsys.readouterr().out
    for words in ("<thư mục>", "<số nguyên>", "[mặc định: 1]", "[bắt buộc]", "Tham số", "Tùy chọn"):
        assert words in page
    assert not [word for word in ENGLISH if word in page]


def test_a_command_runs(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", "count", str(sample), "--times", "2"]) == 0
    assert capsys.readouterr().out == "2\n"
    assert main(["sample", "leave"]) == 5


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["xyz"], "Không có lệnh “xyz”."),
        (["sampel"], "Không có lệnh “sampel”; có phải anh/chị muốn gõ 'sample'?"),
        (["--foo"], "Không có tùy chọn “--foo”."),
        (["sample", "cuont"], "Không có lệnh “cuont”; có phải anh/chị muốn gõ 'count'?"),
        (["sample", "count"], "Thiếu tham số 'folder'."),
        (
            ["sample", "count", "{files}", "--time", "2"],
            "Không có tùy chọn “--time”; có phải anh/chị muốn gõ --times?",
        ),
        (["sample", "count", "{files}", "more"], "Thừa phần “more”: lệnh này không nhận thêm."),
        (["sample", "count", "{files}", "--times"], "Tùy chọn “--times” cần một giá trị đi sau."),
        (
            ["sample", "count", "{files}", "--times", "ba"],
            "Giá trị của tùy chọn '--times' chưa đúng: phải là số nguyên.",
        ),
        (
            ["sample", "count", "{files}", "--times", "9"],
            "Giá trị của tùy chọn '--times' chưa đúng: phải từ 5 trở xuống.",
        ),
        (
            ["sample", "count", "{files}/không có"],
            "không tìm thấy “{files}/không có”.",
        ),
        (["sample", "count", "{files}/a.txt"], "“{files}/a.txt” là tệp, ở đây cần thư mục."),
        (["sample", "leave", "--help=1"], "Tùy chọn “--help” không nhận giá trị."),
    ],
)
def test_wrong_words_get_one_vietnamese_sentence_and_the_way_to_help(
    sample: Path, words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([word.replace("{files}", str(sample)) for word in words]) == 2
    said = capsys.readouterr().err
    assert sentence.replace("{files}", str(sample)) in said
    assert f"Xem cách dùng: {PROGRAM}" in said
    assert said.count("\n") == 1
    assert not [word for word in ENGLISH if word in said]


def test_a_command_that_refuses_says_why(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sample", "count", str(sample), "--times", "3"]) == 2
    assert capsys.readouterr().err == "Không đếm ba lần.\n"


def test_a_mistake_of_ours_is_one_sentence_and_the_log_has_the_rest(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sample", "count", str(sample), "--times", "4"]) == 70
    said = capsys.readouterr().err
    log = sample.parent / "log" / "vanphong.log"
    assert str(log) in said
    assert "Traceback" not in said
    assert "secret details" not in said
    kept = log.read_text(encoding="utf-8")
    assert "ZeroDivisionError: secret details" in kept


def test_the_log_goes_elsewhere_when_the_folder_cannot_be_written(
    sample: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(failures, "LOG_FOLDER", sample / "a.txt")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main(["sample", "count", str(sample), "--times", "4"]) == 70
    assert str(tmp_path / "vanphong.log") in capsys.readouterr().err


def test_an_old_console_is_spoken_to_in_utf8() -> None:
    command = [sys.executable, "-m", "course.cli", "xyz"]
    answer = subprocess.run(
        command, capture_output=True, env={"PYTHONIOENCODING": "cp1252"}, timeout=60
    )
    assert "Không có lệnh “xyz”." in answer.stderr.decode("utf-8")


def test_the_list_of_words_imports_no_command() -> None:
    """And so comes at once: nothing but Typer and Rich is loaded for it."""
    check = (
        "import sys; from course.cli import COMMANDS, main; main(['--help']);"
        "loaded = [c.module for c in COMMANDS if 'course.cli.' + c.module in sys.modules];"
        "sys.exit(str(loaded) if loaded or 'pandas' in sys.modules else 0)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", check], capture_output=True, text=True, timeout=60
    )
    assert answer.returncode == 0, answer.stderr


@pytest.mark.parametrize("line", COMMANDS, ids=lambda line: line.name)
def test_every_word_has_its_module_and_a_vietnamese_line(line: CommandLine) -> None:
    assert (Path(cli.__file__).parent / f"{line.module}.py").is_file()
    assert line.summary.endswith(".")
