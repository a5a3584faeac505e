"""`vanphong open`: the course in the browser, for a learner or a trainer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from course.cli import CommandError
from course.page.opening import Wish, open_course
from course.page.running import FIRST_PORT
from course.page.server import ServerError
from course.page.shipped import ShippedError
from course.page.workspace import WorkspaceError

app = typer.Typer(add_completion=False)


@app.command()
def open_(
    trainer: Annotated[
        bool, typer.Option("--trainer", help="Mở JupyterLab dành cho giảng viên.")
    ] = False,
    no_browser: Annotated[
        bool, typer.Option("--no-browser", help="Chỉ in địa chỉ, không mở trình duyệt.")
    ] = False,
    port: Annotated[
        int,
        typer.Option("--port", min=0, max=65535, help="Cổng muốn dùng; bận thì lấy cổng kế tiếp."),
    ] = FIRST_PORT,
    folder: Annotated[
        Path | None,
        typer.Option("--folder", help="Góc học tập; bỏ trống: thư mục “hoc_tap” của bộ học liệu."),
    ] = None,
) -> None:
    """Mở khóa học trong trình duyệt: trang đầu của học viên, hoặc JupyterLab của giảng viên.

    Trang chỉ có trên máy này, không cần mạng. Bấm Ctrl-C để dừng.

    Nếu khóa học đang mở sẵn, lệnh chỉ mở lại trình duyệt.
    """
    wish = Wish(folder=folder, port=port, trainer=trainer, browser=not no_browser)
    try:
        open_course(wish, typer.echo)
    except (WorkspaceError, ShippedError, ServerError) as error:
        raise CommandError(str(error)) from error
