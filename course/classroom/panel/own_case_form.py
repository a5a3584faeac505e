"""A trainer's own case on the panel: take the form, fill it in with Excel, have the case made."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from course.classroom.diary import Done
from course.classroom.panel.chosen import Chosen
from course.classroom.panel.said import Said, heading, hint
from course.desk import controls
from course.own_case import OwnCaseError, new_form, own_case
from grading.nbgrader.class_error import ClassError

FORM_FOLDER = "mau_tinh_huong"
_WHAT_VI = (
    "Lấy mẫu Excel, đọc trang đầu, điền rồi lưu; không phải viết mã. Chọn tệp đã điền ở dưới: mọi "
    "lỗi được nêu một lượt, mỗi lỗi có trang, ô và cách sửa; sửa xong thì chọn lại."
)


class OwnCaseForm:
    """Two buttons that write the form, and the chooser that makes a case of a filled one."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._folder = chosen.home.parent / FORM_FOLDER
        self._said = Said(chosen.home)
        self._file = controls.file_button("Làm tình huống từ mẫu đã điền", ".xlsx")
        self._file.observe(lambda _: self._make(), names="value")
        self.widget = controls.column(
            heading("Soạn tình huống của riêng anh/chị"),
            hint(_WHAT_VI),
            controls.row(
                controls.button("Lấy mẫu trống", lambda: self._write("mau_trong")),
                controls.button("Lấy mẫu có ví dụ", lambda: self._write("mau_vi_du", example=True)),
                self._file,
            ),
            self._said.widget,
        )

    def _write(self, name: str, *, example: bool = False) -> None:
        """A form that is there already is kept: somebody may have begun to fill it in."""
        path = self._folder / f"{name}.xlsx"

        def step() -> Done:
            self._folder.mkdir(parents=True, exist_ok=True)
            said = f"Mẫu này có sẵn ở {path}."
            if not path.exists():
                said = f"Đã ghi mẫu: {_attempt(lambda: new_form(path, example=example))}."
            return Done(said, (), (path,))

        self._said.do(step)

    def _make(self) -> None:
        for upload in self._file.value:
            self._said.do(partial(self._made, upload["name"], bytes(upload["content"])))
        self._chosen.changed()

    def _made(self, name: str, content: bytes) -> Done:
        """The case of a form that came from the browser."""
        with tempfile.TemporaryDirectory(prefix="vanphong") as folder:
            path = Path(folder) / Path(name).name
            path.write_bytes(content)
            try:
                made = own_case(path)
            except OwnCaseError as error:
                if not error.faults:
                    raise ClassError(str(error)) from error
                said = f"Mẫu “{name}” còn {len(error.faults)} chỗ phải sửa:"
                return Done(said, error.faults, troubled=True)
        return Done(f"Đã làm tình huống “{made.title}”.", tuple(made.lines()))


def _attempt(step: Any) -> Any:
    """Do the step; what it refuses is refused on the panel. Raises ClassError."""
    try:
        return step()
    except OwnCaseError as error:
        raise ClassError(str(error)) from error
