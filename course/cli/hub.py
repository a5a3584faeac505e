"""`vanphong hub`: a class on one Linux machine, each learner in a browser."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from course.cli import CommandError
from grading.nbgrader.class_folder import ClassError

app = typer.Typer(add_completion=False)


@app.command()
def hub(
    folder: Annotated[Path, typer.Argument(metavar="THƯ_MỤC_LỚP", help="Thư mục của lớp.")],
    prepare_only: Annotated[
        bool,
        typer.Option("--chuan-bi", help="Chỉ chuẩn bị tài khoản, mật khẩu, bài tập; chưa chạy."),
    ] = False,
    new_password: Annotated[
        str,
        typer.Option("--dat-lai-mat-khau", metavar="MÃ", help="Đặt lại mật khẩu của một học viên."),
    ] = "",
) -> None:
    """Chạy máy chủ cho cả lớp trên một máy Linux; học viên chỉ cần trình duyệt.

    Mỗi học viên có một góc học tập riêng, nộp bài thẳng về thư mục lớp. Chạy bằng quyền quản trị
    (sudo), dừng bằng Ctrl-C. Cổng, mật khẩu, giới hạn bộ nhớ: sửa trong may_chu.toml của lớp.
    """
    if sys.platform == "win32":
        raise CommandError(
            "Máy chủ lớp học chỉ chạy trên Linux; trên Windows anh/chị thu bài qua USB hoặc thư "
            "mục chung, không cần máy chủ."
        )
    from course.hub.passwords import forget_password
    from course.hub.place import HubPlace
    from course.hub.running import command, install, prepare
    from course.hub.settings import HubError

    try:
        install(typer.echo)
        if new_password and not forget_password(HubPlace.of(folder).private, new_password):
            raise HubError(f"Chưa có mật khẩu nào của “{new_password}” để đặt lại.")
        place = prepare(folder, typer.echo)
    except (HubError, ClassError) as error:
        raise CommandError(str(error)) from error
    if prepare_only or new_password:
        return
    words, environment = command(place)
    os.chdir(place.private)
    os.execve(words[0], words, environment)
