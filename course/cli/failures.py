"""What the `vanphong` command says when something fails: one sentence, the rest in a log file."""

import tempfile
import traceback
from datetime import datetime
from pathlib import Path

import typer
from typer._click.exceptions import NoArgsIsHelpError, UsageError

from course.cli import vietnamese
from scenarios.case import UnknownCaseError

LOG_FOLDER = Path(__file__).resolve().parents[2] / ".vanphong"


class CommandError(Exception):
    """A command cannot do what it was asked; the message is one Vietnamese sentence for the user.

    `exit_code` is what the shell gets (1 unless the command's description says otherwise).
    """

    def __init__(self, sentence: str, *, exit_code: int = 1) -> None:
        super().__init__(sentence)
        self.exit_code = exit_code


def sentence_for(error: Exception) -> tuple[str, int]:
    """The words and the exit code for what stopped a command.

    Anything but wrong words, a `CommandError` or Ctrl-C is written to the log file with its
    traceback.
    """
    if isinstance(error, NoArgsIsHelpError):
        return error.format_message(), 2
    if isinstance(error, UsageError):
        return vietnamese.usage_sentence(error), error.exit_code
    if isinstance(error, CommandError):
        return str(error), error.exit_code
    if isinstance(error, typer.Abort):
        return "Đã dừng theo yêu cầu của anh/chị.", 130
    if isinstance(error, UnknownCaseError):  # a class whose own case was left on another machine
        return str(error), 1
    place = _write_log(error)
    return (
        f"Lệnh dừng lại vì một lỗi ngoài dự kiến ({type(error).__name__}). Bài làm đã lưu không bị "
        f"ảnh hưởng; anh/chị chạy lại lệnh, nếu vẫn lỗi thì gửi tệp “{place}” cho người hỗ trợ.",
        70,
    )


def _write_log(error: Exception) -> Path:
    """Add the traceback to the kit's log file, or to one in the temporary folder; say which."""
    details = "".join(traceback.format_exception(error))
    for folder in (LOG_FOLDER, Path(tempfile.gettempdir())):
        place = folder / "vanphong.log"
        try:
            folder.mkdir(exist_ok=True)
            with place.open("a", encoding="utf-8") as log:
                log.write(f"{datetime.now():%Y-%m-%d %H:%M:%S}\n{details}\n")
        except OSError:
            continue
        return place
    return Path("(không ghi được nhật ký)")
