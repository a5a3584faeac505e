"""The list of a new class: choose or paste it, look at what is odd, take or leave rows."""

from __future__ import annotations

from typing import Any

import ipywidgets as widgets

from course.classroom.panel.said import hint
from course.classroom.roster import Member, Reading, members_of, understand
from course.classroom.roster_file import RosterError, Rows, pasted_rows, rows_of
from course.desk import controls
from course.look import Html, html_widget, join, notice, table

_HOW_VI = (
    "Chọn tệp Excel (.xlsx) hoặc CSV, hoặc chép danh sách từ nơi khác dán vào ô dưới. Cần cột họ "
    "và tên; có thêm cột đơn vị, nhóm thì tốt. Các cột khác không được lấy."
)


class ListForm:
    """The list with its preview. `reading` is None until a list was read."""

    def __init__(self) -> None:
        self.reading: Reading | None = None
        self._boxes: dict[int, Any] = {}
        self._file = controls.file_button("Chọn tệp danh sách", ".xlsx,.xlsm,.csv,.txt")
        self._text = widgets.Textarea(
            placeholder="Nguyễn Văn An\tXã Suối Mây\tNhóm 1", rows=4,
            description="Hoặc dán danh sách", layout=widgets.Layout(width="100%"),
        )  # fmt: skip
        self._said = html_widget("")
        self._rows = controls.column()
        self._file.observe(lambda _: self._from_file(), names="value")
        self.widget = controls.column(
            hint(_HOW_VI),
            self._file,
            self._text,
            controls.row(controls.button("Xem danh sách đã dán", self._from_text)),
            self._said,
            self._rows,
        )

    @property
    def members(self) -> list[Member]:
        """The learners of the rows that are taken now."""
        if self.reading is None:
            return []
        lines = [row.line for row in self.reading.rows if self._is_taken(row.line, row.taken)]
        return members_of(self.reading.with_taken(lines))

    def _is_taken(self, line: int, otherwise: bool) -> bool:
        box = self._boxes.get(line)
        return bool(box.value) if box is not None else otherwise

    def _from_file(self) -> None:
        for upload in self._file.value:
            self._read(lambda one=upload: rows_of(one["name"], bytes(one["content"])))

    def _from_text(self) -> None:
        self._read(lambda: pasted_rows(self._text.value))

    def _read(self, read: Any) -> None:
        try:
            rows: Rows = read()
        except RosterError as error:
            self._said.value = notice(str(error), "bad")
            return
        self.reading = understand(rows)
        self._show(self.reading)

    def _show(self, reading: Reading) -> None:
        self._boxes = {}
        lines = []
        for row in reading.doubtful:
            told = f"Dòng {row.line}: {row.name or '(trống)'}"
            told += f", {row.unit}" if row.unit else ""
            box = widgets.Checkbox(
                value=row.taken,
                disabled=not row.name,
                indent=False,
                description=f"{told}: {'; '.join(row.remarks)}",
                layout=widgets.Layout(width="100%"),
            )
            box.observe(lambda _: self._count(), names="value")
            self._boxes[row.line] = box
            lines.append(box)
        note = []
        if lines:
            words = "Những dòng cần xem lại (đánh dấu những dòng lấy vào lớp):"
            note = [html_widget(Html(f'<p class="vp vp-desk-label">{words}</p>')), *lines]
        self._rows.children = (*note, self._table(reading))
        self._count()

    def _count(self) -> None:
        assert self.reading is not None
        members = self.members
        odd = len(self.reading.doubtful)
        words = f"Đọc được {len(self.reading.rows)} dòng, lấy {len(members)} học viên"
        words += f"; {odd} dòng cần xem lại ở dưới." if odd else "; không có dòng nào lạ."
        kind = "warn" if odd else "good"
        if not members:
            kind, words = "bad", "Không thấy họ tên nào trong danh sách; anh/chị kiểm tra lại tệp."
        self._said.value = join(
            notice(words, kind, ""),  # type: ignore[arg-type]  # one of the kinds
            *(notice(one, "info", "") for one in self.reading.remarks),
        )

    def _table(self, reading: Reading) -> Any:
        rows = [
            (row.line, row.name or "(trống)", row.unit, row.group, "; ".join(row.remarks))
            for row in reading.rows
        ]
        shown = table(("Dòng", "Họ và tên", "Đơn vị", "Nhóm", "Ghi chú"), rows)
        return html_widget(
            Html(f'<details class="vp"><summary>Xem cả danh sách</summary>{shown}</details>')
        )
