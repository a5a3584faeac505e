"""The `vanphong` command: one word for each thing that the kit can do from a terminal.

Each group of words lives in a module of its own, `course/cli/<module>.py`, which holds one
`app = typer.Typer()`. An app with a single command is that command (`vanphong open`); an app with
several is a group (`vanphong case list`); a group that has only one command so far also needs an
`@app.callback()`. A module joins the command by one line in `COMMANDS`; it is imported only when
its word is used, so the list of words stays quick.

A command that cannot do what it was asked raises `CommandError` with one Vietnamese sentence.
Any other exception is a mistake of ours: the user sees one sentence, the log file the traceback.
"""

import importlib
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

import typer
from typer._click import Command, Context
from typer.core import TyperCommand, TyperGroup

from course.cli import vietnamese
from course.cli.failures import CommandError, sentence_for
from scenarios.typed import PROGRAM, typed

__all__ = ["COMMANDS", "CommandError", "CommandLine", "app", "main"]


class CommandLine(NamedTuple):
    """One word of the command: its module under `course.cli` and its line in the help."""

    name: str
    module: str
    summary: str


COMMANDS: tuple[CommandLine, ...] = (
    CommandLine("open", "open", "Mở khóa học trong trình duyệt, cho học viên hoặc giảng viên."),
    CommandLine("lesson", "lesson", "Bài học: trình chiếu trên lớp, in tài liệu phát tay."),
    CommandLine("case", "case", "Tình huống: liệt kê, kiểm tra, chạy một bài làm."),
    CommandLine("score", "score", "Chấm bài làm trong một thư mục."),
    CommandLine("class", "classroom", "Lớp học: tạo lớp, phát bài, chấm bài."),
    CommandLine("hub", "hub", "Máy chủ cho cả lớp trên một máy Linux."),
    CommandLine("coverage", "coverage", "Mỗi điểm của chuyên đề được dạy, hỏi, luyện ở đâu."),
    CommandLine("question", "question", "Bộ câu hỏi: kiểm tra các tệp câu hỏi."),
    CommandLine("word", "word", "Văn bản Word: kiểm tra, ghi nhận xét, tạo văn bản đúng thể thức."),
)


class LazyGroup(TyperGroup):
    """The words of `COMMANDS`, each imported when it is used and not before."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        for line in COMMANDS:
            self.add_command(TyperCommand(line.name, help=line.summary))

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, Command | None, list[str]]:
        """The real command in place of its line in the help."""
        name, found, rest = super().resolve_command(ctx, args)
        module = {line.name: line.module for line in COMMANDS}.get(name or "")
        return name, _load(module) if module else found, rest


app = typer.Typer(
    name="vanphong",
    cls=LazyGroup,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Bộ học liệu và bài tập tình huống cho văn phòng đảng ủy xã, phường, đặc khu.",
    epilog=f"Gõ “{typed('LỆNH --help')}” để xem cách dùng của từng lệnh.",
)


@app.callback()
def _root() -> None:
    """Make the app a group even while it has a single command."""


def main(args: Sequence[str] | None = None) -> int:
    """Run the `vanphong` command and return its exit code.

    `args` are the words after `vanphong`; None means those of the process. The code is 0 when all
    went well, 2 when the words were wrong, 130 after Ctrl-C, what the command chose otherwise.
    """
    _speak_utf8()
    words = list(sys.argv[1:] if args is None else args)
    try:
        vietnamese.translate_help_words()
        command = typer.main.get_command(app)
        vietnamese.translate(command)
        result = command.main(words, prog_name=PROGRAM, standalone_mode=False)
    except Exception as error:
        sentence, code = sentence_for(error)
        if sentence:
            print(sentence, file=sys.stderr)
        return code
    return result if isinstance(result, int) else 0


def _load(module: str) -> Command:
    """Import a module of commands and return what it adds, its help in Vietnamese."""
    below: typer.Typer = importlib.import_module(f"course.cli.{module}").app
    # Each app offers to install shell completion unless its author thought of it: not for a word.
    below._add_completion = False
    command = typer.main.get_command(below)
    vietnamese.translate(command)
    return command


def _speak_utf8() -> None:
    """Let Vietnamese reach any console or file: an old code page shows a `?`, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
