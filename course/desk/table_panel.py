"""One table of the case on the page: what it is for, the table, steps back, a file for Excel."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from course.desk import controls, stop_notes
from course.desk.desk import Desk
from course.desk.document_file import download_link
from course.desk.grid import Grid
from course.desk.refusals import LOCKED_TABLE_VI, DeskError
from course.desk.saving import Topic
from course.desk.table_export import export
from course.desk.table_work import Refused, TableWork
from course.look import Html, html_widget, notice, text
from grading.answers import plain
from scenarios.tables import Row
from scenarios.work import TableStep

_NAMES = frozenset({"họ và tên", "họ tên", "tên"})
_HOW_VI = (
    "Ghi ngay trong bảng, mỗi ô lưu liền. Mũi tên lên, xuống và Enter sang hàng khác; tích nhiều "
    "hàng (giữ Shift để tích cả đoạn) rồi ghi một lần; bấm tên cột để xếp; chép một khối ô trong "
    "Excel rồi dán (Ctrl+V) vào ô bắt đầu."
)
_NO_ROWS_VI = "Chưa có hàng nào: bảng này theo những hàng đã đánh dấu ở bảng “{title}”."
_FEW = 3


class TablePanel:
    """One table. It follows the work: what another window or another table changes is shown."""

    def __init__(self, desk: Desk, table_id: str) -> None:
        self._desk = desk
        self._work = TableWork(desk, table_id)
        table, say = self._work.table, desk.case.say
        given = desk.case.table_columns(table_id)
        lead = f"<p>{text(say(table.lead))}</p>" if table.lead else ""
        self._head = html_widget(Html(f'<div class="vp vp-desk-table-head">{lead}</div>'))
        summary = "<summary>Cách ghi nhanh</summary>"
        how = html_widget(
            Html(f'<details class="vp vp-desk-how">{summary}<p>{text(_HOW_VI)}</p></details>')
        )
        how.layout.width = "auto"
        self.grid = Grid(
            label=table.title,
            given=[[one, heading] for one, heading in given.items()],
            names=[one for one, heading in given.items() if plain(heading) in _NAMES],
            columns=[
                {
                    "id": column.id,
                    "title": f"{column.title} ({column.unit})" if column.unit else column.title,
                    "kind": column.kind,
                    "items": [[item.id, item.text] for item in column.items],
                    "hint": column.hint,
                    "limit": column.limit,
                    "aim": column.aim,
                }
                for column in self._work.columns
            ],
            notes_title=stop_notes.TITLE_VI if stop_notes.has_notes(desk, table_id) else "",
        )
        self.grid.on_msg(self._on_message)
        self._undo = controls.button("Hoàn tác", self._take_back, hint="Bỏ thay đổi vừa rồi")
        self._redo = controls.button("Làm lại", self._do_again, hint="Làm lại thay đổi vừa bỏ")
        export_button = controls.button("Xuất Excel", self._export)
        self._link = html_widget("")
        self._link.layout.width = "auto"
        self._lock = html_widget("")
        self._said = html_widget("")
        self._none = html_widget("")
        self.widget = controls.column(
            self._head,
            self._lock,
            controls.row(self._undo, self._redo, export_button, self._link, how),
            self._said,
            self._none,
            self.grid,
            name="vp-desk-table",
        )
        desk.listen(self._on_change)
        self._show()

    def _on_change(self, topic: Topic) -> None:
        if topic not in (Topic.ANSWER, Topic.DRAFT):
            self._show()

    def _show(self) -> None:
        rows = [self._line(row) for row in self._work.rows]
        locked = self._work.is_locked
        with self.grid.hold_sync():
            self.grid.rows = rows
            self.grid.marks = self._work.marks
            self.grid.notes = stop_notes.stop_notes(self._desk, self._work.table.id)
            self.grid.locked = locked
        self._lock.value = notice(LOCKED_TABLE_VI, "info", "") if locked else ""
        self._none.value = "" if rows else self._empty()
        controls.show(self.grid, bool(rows))
        self._link.value = ""
        self._allow()

    def _allow(self) -> None:
        """Grey out what cannot be taken back or done again."""
        locked = self._work.is_locked
        self._undo.disabled = locked or self._work.undoable is None
        self._redo.disabled = locked or self._work.redoable is None

    def _line(self, row: Row) -> list[object]:
        given = self._desk.case.table_columns(self._work.table.id)
        return [row.id, [row.cells.get(column, "") for column in given]]

    def _empty(self) -> Html:
        followed = self._desk.case.table(self._work.table.follows)
        title = followed.title if followed is not None else self._work.table.title
        return notice(_NO_ROWS_VI.format(title=title), "info", "")

    def _on_message(self, _: Any, content: dict[str, Any], buffers: Any) -> None:
        if content.get("kind") != "write":
            return
        typed = {(row, column): words for row, column, words in content["cells"]}
        refused: list[Refused] = []
        try:
            refused = self._work.write(typed)
            self._said.value = _told(refused)
        except DeskError as error:
            why = str(error)
            refused = [Refused(*spot, words, why) for spot, words in typed.items()]
            self._said.value = notice(why, "bad", "Chưa lưu")
            self._show()
        self._allow()
        self.grid.send(
            {
                "kind": "written",
                "number": content["number"],
                "refused": [[one.row, one.column, one.text, one.why] for one in refused],
            }
        )

    def _take_back(self) -> None:
        self._turn(self._work.undo, "Đã bỏ thay đổi ở")

    def _do_again(self) -> None:
        self._turn(self._work.redo, "Đã làm lại thay đổi ở")

    def _turn(self, step: Any, done: str) -> None:
        try:
            turned: TableStep | None = step()
        except DeskError as error:
            self._said.value = notice(str(error), "warn")
            return
        self._allow()
        if turned is not None:
            self._said.value = notice(f"{done} {self._where(turned)}.", "good", "")
            first = turned.cells[0] if turned.cells else None
            if first is not None:
                self.grid.send({"kind": "look", "focus": [first.row, first.column]})

    def _where(self, step: TableStep) -> str:
        rows = list(dict.fromkeys(one.row for one in step.cells))
        if len(rows) > 1:
            return f"{len(rows)} hàng"
        found = next((row for row in self._work.rows if row.id in rows), None)
        words = " ".join(list(found.cells.values())[:2]) if found is not None else "một hàng"
        return f"hàng {words}"

    def _export(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = export(self._work, Path(folder))
            self._link.value = download_link(path, f"Tải {path.name} về máy")


def _told(refused: list[Refused]) -> Html:
    """What could not be written, with the texts, so that nothing pasted is lost unseen."""
    if not refused:
        return Html("")
    texts = ", ".join(f"“{one.text}”" for one in refused[:_FEW])
    more = f" và {len(refused) - _FEW} ô khác" if len(refused) > _FEW else ""
    return notice(f"{texts}{more}: {refused[0].why}", "warn", f"Chưa ghi {len(refused)} ô")
