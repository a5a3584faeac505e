"""Typer's own English words, said in Vietnamese: help pages and messages about wrong words.

Typer offers no translation for most of them, so this module knows its internals; `typer` is pinned
for that reason and the tests read every sentence.
"""

import re

import typer.rich_utils as pages
from typer._click import Command, Context, HelpFormatter
from typer._click.exceptions import BadParameter, MissingParameter, NoSuchOption, UsageError
from typer.core import TyperArgument, TyperGroup, TyperOption

from scenarios.typed import PROGRAM

_TYPE_LABELS = {
    "<str>": "<chữ>",
    "<int>": "<số nguyên>",
    "<float>": "<số>",
    "<path>": "<đường dẫn>",
    "<file>": "<tệp>",
    "<dir>": "<thư mục>",
    "<datetime>": "<ngày giờ>",
    "<int range>": "<số nguyên>",
    "<float range>": "<số>",
    "<list[str]>": "<chữ>, có thể lặp lại",
    "<list[Path]>": "<đường dẫn>, có thể lặp lại",
    "<bool>": "",
}

# Typer's sentence -> ours. The first pattern that is found wins; groups keep the user's own words.
_SENTENCES: tuple[tuple[str, str], ...] = (
    (
        r"No such command '(.*?)'\. Did you mean (.+?)\?",
        r"Không có lệnh “\1”; có phải anh/chị muốn gõ \2?",
    ),
    (r"No such command '(.*?)'", r"Không có lệnh “\1”."),
    (r"Missing command", "Anh/chị chưa gõ tên lệnh."),
    (r"Got unexpected extra argument\(s\) \((.*)\)", r"Thừa phần “\1”: lệnh này không nhận thêm."),
    (r"Option '(.*?)' requires an argument", r"Tùy chọn “\1” cần một giá trị đi sau."),
    (r"Option '(.*?)' requires (\d+) arguments", r"Tùy chọn “\1” cần \2 giá trị đi sau."),
    (r"Option '(.*?)' does not take a value", r"Tùy chọn “\1” không nhận giá trị."),
    (r"Argument '(.*?)' takes (\d+) values", r"“\1” cần đủ \2 giá trị."),
    (r"^\w+ '(.*)' does not exist", r"không tìm thấy “\1”."),
    (r"^\w+ '(.*)' is a file", r"“\1” là tệp, ở đây cần thư mục."),
    (r"^\w+ '(.*)' is a directory", r"“\1” là thư mục, ở đây cần tệp."),
    (r"^\w+ '(.*)' is not readable", r"không có quyền đọc “\1”."),
    (r"^\w+ '(.*)' is not writable", r"không có quyền ghi vào “\1”."),
    (r"'(.*?)' is not one of (.*)\.", r"“\1” không có trong danh sách: \2."),
    (r"valid integer", "phải là số nguyên."),
    (r"valid number", "phải là số."),
    (r"valid boolean", "phải là có (true) hoặc không (false)."),
    (r"valid date", "phải là ngày giờ, ví dụ 2026-07-27."),
    (r"'(.*?)' does not match the formats (.*)\.", r"“\1” không đúng dạng ngày giờ: \2."),
    (r"greater than or equal to (\S+)", r"phải từ \1 trở lên."),
    (r"less than or equal to (\S+)", r"phải từ \1 trở xuống."),
)


class VietnameseFormatter(HelpFormatter):
    """Help pages whose first words are ours."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write the line that shows how the command is typed."""
        super().write_usage(prog, args, prefix or "Cách dùng: ")


def translate_help_words() -> None:
    """Change the titles and marks of Typer's help pages, for this process."""
    Context.formatter_class = VietnameseFormatter
    pages.ARGUMENTS_PANEL_TITLE = "Tham số"
    pages.OPTIONS_PANEL_TITLE = "Tùy chọn"
    pages.COMMANDS_PANEL_TITLE = "Lệnh"
    pages.DEFAULT_STRING = "[mặc định: {}]"
    pages.ENVVAR_STRING = "[biến môi trường: {}]"
    pages.REQUIRED_LONG_STRING = "[bắt buộc]"
    pages.DEPRECATED_STRING = "(sẽ bỏ) "


def translate(command: Command) -> None:
    """Change the English words that a command and those below it carry themselves."""
    command.options_metavar = "[TÙY CHỌN]"
    context = command.context_class(command)
    help_option = command.get_help_option(context)
    if help_option is not None:
        help_option.help = "Hiện trang hướng dẫn này rồi thôi."
    for parameter in command.get_params(context):
        if isinstance(parameter, TyperOption | TyperArgument):
            _label_type(parameter, context)
    if isinstance(command, TyperGroup):
        command.subcommand_metavar = "LỆNH [THAM SỐ]..."
        for below in command.commands.values():
            translate(below)


def usage_sentence(error: UsageError) -> str:
    """One sentence about words that a command does not understand, and where help is."""
    path = error.ctx.command_path if error.ctx else PROGRAM
    return f"{_reason(error)} Xem cách dùng: {path} --help"


def _reason(error: UsageError) -> str:
    match error:
        case NoSuchOption():
            near = ", ".join(error.possibilities or ())
            hint = f"; có phải anh/chị muốn gõ {near}?" if near else "."
            return f"Không có tùy chọn “{error.option_name}”{hint}"
        case MissingParameter():
            return f"Thiếu {_name(error)}."
        case BadParameter():
            return f"Giá trị của {_name(error)} chưa đúng: {_in_vietnamese(error.message)}"
        case _:
            return _in_vietnamese(error.message)


def _name(error: BadParameter) -> str:
    if error.param is None:
        return "tham số"
    kind = "tùy chọn" if isinstance(error.param, TyperOption) else "tham số"
    return f"{kind} {error.param.get_error_hint()}"


def _in_vietnamese(message: str) -> str:
    """Our sentence for one of Typer's; a sentence that is not Typer's is kept as it is."""
    for pattern, sentence in _SENTENCES:
        found = re.search(pattern, message)
        if found:
            return found.expand(sentence)
    return message


def _label_type(parameter: TyperOption | TyperArgument, context: Context) -> None:
    """Show the kind of value in Vietnamese on the help page."""
    english = parameter.display_type(context)
    label = parameter.metavar or _TYPE_LABELS.get(english, english)

    def label_in_vietnamese(ctx: Context) -> str:
        return label

    # Typer has no other place for it.
    parameter.display_type_rich = label_in_vietnamese  # type: ignore[method-assign]
