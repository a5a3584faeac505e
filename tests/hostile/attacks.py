"""Hostile and broken hand-ins: each a function that lays one out, and what its data earns."""

import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from grading.nbgrader.class_folder import new_class
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.work import Work

BAI = "tinh_huong_1"
CASE = "hoi_nghi_dot_xuat"


@dataclass(frozen=True)
class Scene:
    """Where an attack takes place: the class, the attacker's folder, the trace it would leave."""

    root: Path
    place: Path
    marker: Path

    @property
    def notebook(self) -> Path:
        """The notebook of the hand-in."""
        return self.place / f"{BAI}.ipynb"

    @property
    def work(self) -> Path:
        """The work file of the hand-in."""
        return self.place / "bai_lam.json"

    def trace(self) -> str:
        """A line of Python that leaves the trace."""
        return f"open({str(self.marker)!r}, 'w').close()\n"

    def change_cells(self, change: Callable[[list[dict[str, Any]]], object]) -> None:
        """Change the cells of the notebook."""
        content = json.loads(self.notebook.read_text(encoding="utf-8"))
        change(content["cells"])
        self.notebook.write_text(json.dumps(content), encoding="utf-8")

    def change_work(self, **changes: Any) -> None:
        """Change entries of the work file, as JSON."""
        content = json.loads(self.work.read_text(encoding="utf-8"))
        content.update(changes)
        self.work.write_text(json.dumps(content), encoding="utf-8")


def honest_work() -> Work:
    """What attackers hand in as data: half of the reference plan."""
    work = reference_work(load_case(CASE))
    return work.model_copy(update={"orders": work.orders[: len(work.orders) // 2]})


def make_class(folder: Path) -> Path:
    """A class folder."""
    new_class(folder, "lop", ["tinh_huong_1"])
    return folder


def _code(text: str) -> Callable[[Scene], None]:
    """An attack by code in every cell."""

    def attack(scene: Scene) -> None:
        source = scene.trace() + text.format(root=scene.root.as_posix())

        def change(cells: list[dict[str, Any]]) -> None:
            for cell in cells:
                if cell["cell_type"] == "code":
                    cell["source"] = source

        scene.change_cells(change)

    return attack


def _file(name: str, content: str | bytes) -> Callable[[Scene], None]:
    """An attack by a file beside the notebook; text is Python that leaves the trace first."""

    def attack(scene: Scene) -> None:
        path = scene.place / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(scene.trace() + content, encoding="utf-8")

    return attack


def _work(text: str | bytes) -> Callable[[Scene], None]:
    """A work file with this content."""

    def attack(scene: Scene) -> None:
        scene.work.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    return attack


def _cells(change: Callable[[list[dict[str, Any]]], object]) -> Callable[[Scene], None]:
    return lambda scene: scene.change_cells(change)


def _each_info(**values: Any) -> Callable[[list[dict[str, Any]]], None]:
    """Change nbgrader's notes in every cell that has them."""

    def change(cells: list[dict[str, Any]]) -> None:
        for cell in cells:
            if "nbgrader" in cell["metadata"]:
                cell["metadata"]["nbgrader"].update(values)

    return change


def _retype(cells: list[dict[str, Any]]) -> None:
    for cell in cells:
        cell["cell_type"] = "markdown"
        cell.pop("outputs", None)
        cell.pop("execution_count", None)


def _swollen(cells: list[dict[str, Any]]) -> None:
    cells[1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 50_000_000}]


def _other_kernel(scene: Scene) -> None:
    content = json.loads(scene.notebook.read_text(encoding="utf-8"))
    content["metadata"] = {"kernelspec": {"name": "bash", "display_name": "b", "language": "bash"}}
    scene.notebook.write_text(json.dumps(content), encoding="utf-8")


def _huge_work(scene: Scene) -> None:
    with scene.work.open("wb") as file:
        file.truncate(200_000_000)


def _link_to_source(scene: Scene) -> None:
    scene.notebook.unlink()
    scene.notebook.symlink_to(scene.root / "source" / BAI / f"{BAI}.ipynb")


def _link_to_neighbour(scene: Scene) -> None:
    scene.work.unlink()
    scene.work.symlink_to(scene.root / "submitted" / "hang_xom" / BAI / "bai_lam.json")


def _link_folder(scene: Scene) -> None:
    (scene.place / "nguon").symlink_to(scene.root / "source")


def _pipe(scene: Scene) -> None:
    scene.work.unlink()
    os.mkfifo(scene.work)


def _folder_for_file(scene: Scene) -> None:
    scene.work.unlink()
    scene.work.mkdir()
    (scene.work / "x").write_text("x", encoding="utf-8")


def _times(moment: str) -> Callable[[Scene], None]:
    def attack(scene: Scene) -> None:
        content = json.loads(scene.work.read_text(encoding="utf-8"))
        for order in content["orders"]:
            order["at"] = moment
        scene.work.write_text(json.dumps(content), encoding="utf-8")

    return attack


def _many_orders(scene: Scene) -> None:
    content = json.loads(scene.work.read_text(encoding="utf-8"))
    order = content["orders"][0]
    orders = [{**order, "id": f"o{number}"} for number in range(400)]
    scene.change_work(orders=orders, answers={f"q{n}": "x" * 100 for n in range(20_000)})


def _edited_journal(scene: Scene) -> None:
    entry = {"number": 0, "at": "2026-11-20T08:00:00", "what": "order", "chain": "0" * 16}
    scene.change_work(journal=[entry, entry])


def _boosted(scene: Scene) -> None:
    scene.change_work(points=100, findings=[{"criterion": "T01", "points": 100}])


EARNS_ITS_DATA: dict[str, Callable[[Scene], None]] = {
    "ghi_so_diem": _code(
        "import sqlite3\nb = sqlite3.connect('{root}/gradebook.db')\n"
        "b.execute('update grade set auto_score = 100')\nb.commit()\n100.0"
    ),
    "doc_nguon": _code("print(open('{root}/source/tinh_huong_1/tinh_huong_1.ipynb').read())\n2.0"),
    "thay_mo_dun_bang_ma": _code("import grading\ngrading.award = lambda *a: 5.0\n5.0"),
    "thoat": _code("import os\nos._exit(0)"),
    "lap_vo_tan": _code("while True: pass"),
    "cap_phat": _code("x = ['x' * 10**8 for _ in range(10**6)]"),
    "sinh_tien_trinh": _code(
        "import subprocess, sys\n"
        "[subprocess.Popen([sys.executable, '-c', 'pass']) for _ in range(5)]"
    ),
    "mo_socket": _code("import socket\nsocket.create_connection(('127.0.0.1', 9))"),
    "in_50_mb": _code("print('x' * 50_000_000)"),
    "doi_dau_vao": _code(
        "get_ipython().input_transformers_post.append(lambda lines: ['100.0\\n'])\n"
    ),
    "so_phinh_to": _cells(_swollen),
    "mo_dun_grading": _file("grading.py", "award = lambda *a: 5.0\n"),
    "mo_dun_docx": _file("docx.py", ""),
    "mo_dun_json": _file("json.py", ""),
    "goi_scenarios": _file("scenarios/__init__.py", ""),
    "sitecustomize": _file("sitecustomize.py", ""),
    "cau_hinh_ipython": _file("ipython_config.py", ""),
    "cau_hinh_nbgrader": _file("nbgrader_config.py", ""),
    "so_diem_gia": _file("gradebook.db", b"SQLite format 3\0"),
    "word_la_zip_hong": _file("giay_moi.docx", b"PK\x03\x04" + b"\0" * 1000),
    "word_qua_lon": _file("giay_moi.docx", b"\0" * 6_000_000),
    "moc_gio_hong": _file("timestamp.txt", b"hom qua"),
    "moc_gio_lon": _file("timestamp.txt", b"2026" * 1_000_000),
    "xoa_o": _cells(lambda cells: cells.clear()),
    "nhan_doi_o": _cells(lambda cells: cells.extend(json.loads(json.dumps(cells)))),
    "doi_loai_o": _cells(_retype),
    "ma_o_la": _cells(_each_info(grade_id="la")),
    "diem_100": _cells(_each_info(points=100, locked=False)),
    "luoc_do_la": _cells(_each_info(schema_version=99)),
    "nhan_khac": _other_kernel,
    "so_khong_phai_json": _file(f"{BAI}.ipynb", b'{"cells": ['),
    "so_rong": _file(f"{BAI}.ipynb", b""),
    "mat_so": lambda scene: scene.notebook.unlink(),
    "lien_ket_toi_nguon": _link_to_source,
    "thu_muc_lien_ket": _link_folder,
    "nhat_ky_sua": _edited_journal,
    "tu_cho_diem": _boosted,
}

EARNS_NOTHING: dict[str, Callable[[Scene], None]] = {
    "bai_200_mb": _huge_work,
    "json_sau": _work("[" * 100_000),
    "json_sau_trong_muc": _work('{"schema": 1, "case": ' + '{"a":' * 5_000),
    "khong_phai_json": _work("khong phai JSON"),
    "khong_phai_chu": _work(b"\xff\xfe\x00\xd8"),
    "nan": _work(f'{{"schema": 1, "case": "{CASE}", "orders": [], "x": NaN}}'),
    "vo_cung": _work(f'{{"schema": 1, "case": "{CASE}", "position": 1e999}}'),
    "so_dai": _work(f'{{"schema": {"9" * 10_000}, "case": "{CASE}"}}'),
    "nua_ky_tu": _work(f'{{"schema": 1, "case": "{CASE}", "answers": {{"so_phieu": "\\ud800"}}}}'),
    "tinh_huong_khac": _work('{"schema": 1, "case": "../../etc"}'),
    "bien_the_la": _work(f'{{"schema": 1, "case": "{CASE}", "variant": "../../x"}}'),
    "khong_phai_bang": _work("[1, 2, 3]"),
    "bai_cua_hang_xom": _link_to_neighbour,
    "thu_muc_thay_tep": _folder_for_file,
    "gio_am": _times("-5"),
}
# Strange, but data that can be played: it earns what the judge says and harms nothing.
PLAYABLE: dict[str, Callable[[Scene], None]] = {
    "nam_9999": _times("9999-12-31T23:59:59"),
    "nam_1": _times("0001-01-01T00:00:00"),
    "nghin_cau_tra_loi": _many_orders,
}
if sys.platform != "win32":
    EARNS_NOTHING["duong_ong"] = _pipe
