"""Working as a group: who one is, the work passed on as a file, two works put together."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import ipywidgets as widgets

from course.desk import controls
from course.desk.conflict_words import about, version
from course.desk.desk import Desk
from course.desk.document_file import download_link
from course.desk.refusals import DeskError
from course.look import Html, html_widget, notice, text
from scenarios.merge import Conflict, Merged, MergeError, merge, settled
from scenarios.work_file import MAX_BYTES, WorkError, parse_work

ROLES_VI = (
    ("Làm một mình", ""),
    ("Chánh văn phòng", "chief"),
    ("Chuyên viên tổng hợp", "general"),
    ("Văn thư", "records"),
    ("Kế toán", "accountant"),
)
_INTRO_VI = (
    "Mỗi người chọn vai của mình, làm phần của mình trên máy mình, rồi tải bài về gửi người kế "
    "tiếp (USB hay cách nhóm quen dùng). Người nhận chọn tệp ấy ở dưới: hai bài được ghép lại, "
    "chỗ hai người làm khác nhau hiện cạnh nhau để nhóm chọn. Tệp Word "
    "chép riêng vào thư mục bài làm."
)
_DONE_VI = "Đã ghép bài của bạn cùng nhóm vào bài này."
_CHOOSE_VI = "Còn chỗ chưa chọn; anh/chị chọn ở từng chỗ rồi bấm lại. Chưa có gì được ghép."
_CHANGED_VI = "Bài ở máy này vừa thay đổi; anh/chị chọn lại tệp của bạn để ghép với bài mới."


class GroupPanel:
    """Role, file to pass on, file to take in, and what is to be settled before it counts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._role = widgets.Dropdown(
            options=ROLES_VI,
            value=desk.role,
            description="Tôi là",
            layout=widgets.Layout(width="min(420px, 100%)"),
        )
        self._role.observe(lambda change: self._be(change["new"]), names="value")
        self._link = html_widget("")
        self._upload = controls.file_button("Chọn bài của bạn cùng nhóm", ".json")
        self._upload.observe(lambda change: self._take(change["new"]), names="value")
        self._said = html_widget("")
        self._open = controls.column()
        intro = html_widget(Html(f'<p class="vp vp-desk-hint">{_INTRO_VI}</p>'))
        pass_on = controls.button("Lấy bài để chuyển", self._pass_on)
        self.widget = controls.column(
            intro,
            self._role,
            controls.row(pass_on, self._upload, self._link),
            self._said,
            self._open,
        )

    def _be(self, role: str) -> None:
        self._desk.role = role

    def _pass_on(self) -> None:
        role = self._desk.role or "mot_minh"
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"bai_nhom_{role}.json"
            path.write_text(self._desk.work.to_json(), encoding="utf-8", newline="\n")
            self._link.value = download_link(path, f"Tải {path.name} về máy")

    def _take(self, files: Any) -> None:
        if not files:
            return
        name, content = str(files[0]["name"]), bytes(files[0]["content"])
        self._open.children = ()
        try:
            if len(content) > MAX_BYTES:
                raise WorkError(f"Tệp {name} lớn quá mức của một bài làm nên không đọc được.")
            theirs = parse_work(content.decode("utf-8-sig"), name)
            merged = merge(self._desk.work, theirs)
        except UnicodeDecodeError:
            self._said.value = notice(f"Tệp {name} không phải một bài làm.", "bad")
        except (WorkError, MergeError) as error:
            self._said.value = notice(str(error), "bad")
        else:
            self._settle(merged, name)

    def _settle(self, merged: Merged, name: str) -> None:
        if not merged.conflicts:
            self._save(merged, (), name)
            return
        words = f"Hai bài khác nhau ở {len(merged.conflicts)} chỗ; nhóm chọn từng chỗ rồi ghép."
        self._said.value = notice(words, "warn", "")
        form = ConflictForm(self._desk, merged, lambda theirs: self._save(merged, theirs, name))
        self._open.children = (form.widget,)

    def _save(self, merged: Merged, theirs: tuple[Conflict, ...], name: str) -> None:
        self._open.children = ()
        if merged.work.journal != self._desk.work.journal:
            self._said.value = notice(_CHANGED_VI, "warn")
            return
        try:
            self._desk.take_merged(settled(merged, theirs), name[:150])
        except DeskError as error:
            self._said.value = notice(str(error), "bad")
            return
        self._said.value = notice(_DONE_VI, "good", "")


class ConflictForm:
    """The conflicts with both versions side by side; `done` gets those where theirs is taken."""

    def __init__(
        self, desk: Desk, merged: Merged, done: Callable[[tuple[Conflict, ...]], None]
    ) -> None:
        self._merged, self._done = merged, done
        self._said = html_widget("")
        self._picks = [_pick(desk, one) for one in merged.conflicts]
        lines = []
        for one, pick in zip(merged.conflicts, self._picks, strict=True):
            title = html_widget(
                Html(f'<p class="vp"><strong>{text(about(desk.case, one))}</strong></p>')
            )
            lines.append(controls.column(title, pick, name="vp-desk-option"))
        button = controls.button("Ghép như đã chọn", self._finish, style="primary")
        self.widget = controls.column(*lines, controls.row(button), self._said)

    def _finish(self) -> None:
        if any(pick.value is None for pick in self._picks):
            self._said.value = notice(_CHOOSE_VI, "warn")
            return
        pairs = zip(self._merged.conflicts, self._picks, strict=True)
        self._done(tuple(one for one, pick in pairs if pick.value == "theirs"))


def _pick(desk: Desk, one: Conflict) -> Any:
    mine, theirs = (version(desk.case, one, each) for each in (one.mine, one.theirs))
    return widgets.RadioButtons(
        options=[(f"Bài này: {mine}", "mine"), (f"Bài của bạn: {theirs}", "theirs")],
        value=None,
        layout=widgets.Layout(width="100%"),
    )
