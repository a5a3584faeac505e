"""A course of two pages and one assignment, and a running server that serves it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

SERVE = """
import sys
from pathlib import Path
from course.page.opening import Wish, open_course
from course.page.shipped import Shelf
course, exercises, folder = map(Path, sys.argv[1:4])
open_course(
    Wish(folder=folder, port=0, browser=False),
    lambda line: print(line, flush=True),
    Shelf(course, exercises),
)
"""


def text_cell(source: str, **metadata: object) -> dict[str, Any]:
    """A Markdown cell."""
    return {"cell_type": "markdown", "id": "", "metadata": metadata, "source": source}


def code_cell(source: str, **metadata: object) -> dict[str, Any]:
    """A code cell that has not run."""
    return {
        "cell_type": "code",
        "id": "",
        "metadata": metadata,
        "source": source,
        "outputs": [],
        "execution_count": None,
    }


def notebook(*cells: dict[str, Any], title: str = "Trang thử") -> dict[str, Any]:
    """A notebook with these cells, as an author of the kit would leave it."""
    numbered = [cell | {"id": f"cell-{place}"} for place, cell in enumerate(cells)]
    kernel = {"name": "python3", "display_name": "Văn phòng", "language": "python"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}, "title": title}
    return {"cells": numbered, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def write(path: Path, content: dict[str, Any]) -> Path:
    """Put the notebook into a file, folders included."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


@dataclass
class Served:
    """A running server: `base` is its address, `folder` the workspace, `said` what it printed."""

    process: subprocess.Popen[str]
    folder: Path
    base: str = ""
    token: str = ""
    said: list[str] = field(default_factory=list)

    def url(self, place: str) -> str:
        """The address of a page, with the token."""
        return f"{self.base}{place}?token={self.token}"

    def ask(self, place: str, method: str = "GET", body: object = None) -> Any:
        """Jupyter's answer to a request, as a program with the token would get it."""
        content = self.read(place, method, body)
        return json.loads(content) if content else None

    def read(self, place: str, method: str = "GET", body: object = None) -> bytes:
        """The same as it comes over the wire."""
        request = urllib.request.Request(
            f"{self.base}{place}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"token {self.token}"},
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as answer:
            return bytes(answer.read())

    def kernel_of(self, name: str) -> str:
        """The id of the kernel that runs the notebook."""
        sessions = self.ask("api/sessions")
        return next(one["kernel"]["id"] for one in sessions if one["path"] == name)


def start(course: Path, exercises: Path, folder: Path, **environment: str) -> Served:
    """Start a server for the notebooks of two folders and wait until it says where it is."""
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(course), str(exercises), str(folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        env=os.environ | {"PYTHONIOENCODING": "utf-8"} | environment,
    )
    served = Served(process, folder)
    assert process.stdout
    for line in process.stdout:
        served.said.append(line.rstrip())
        if "token=" in line:
            address, served.token = line.strip().split("?token=")
            served.base = address[: address.index("/", len("http://")) + 1]
            return served
    raise AssertionError("\n".join(served.said))


def stop(served: Served) -> None:
    """Stop the server and wait for its end."""
    served.process.terminate()
    served.process.communicate(timeout=30)


COUNTING = """
import os
from IPython.display import display
import ipywidgets
times = globals().get("times", 0) + 1
display(ipywidgets.Label(f"lần {times} của {os.getpid()}"))
display(ipywidgets.Text(description="Ý kiến:"))
"""


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The running server, in a folder whose name has spaces and Vietnamese letters."""
    root = tmp_path_factory.mktemp("góc học tập")
    first = notebook(
        text_cell("# Chào anh/chị\n\nXem [bài kế tiếp](01_bai.ipynb)."),
        code_cell(COUNTING),
        code_cell("print('KHÔNG ĐƯỢC CHẠY')", tags=["vanphong-mark"]),
        text_cell("\n\n".join(f"Đoạn {number}." for number in range(60))),
        title="Bắt đầu",
    )
    write(root / "course" / "00_bat_dau.ipynb", first)
    write(
        root / "course" / "01_bai.ipynb",
        notebook(text_cell("Đọc trước."), code_cell("print('bài một')")),
    )
    faulty = notebook(
        code_cell("import sys; print('cảnh báo', file=sys.stderr)"),
        code_cell("1 / 0"),
        code_cell("print('phần sau vẫn có')"),
        text_cell("\n\n".join(f"Đoạn {number}." for number in range(60)) + "\n\n## Mục cuối"),
    )
    write(root / "course" / "02_lỗi.ipynb", faulty)
    task = notebook(code_cell("import simpy; print('bài tập')"), title="Tình huống 1")
    write(root / "exercises" / "tinh_huong_1" / "tinh_huong_1.ipynb", task)
    served = start(
        root / "course", root / "exercises", root / "hoc_tap", HOME=str(root / "không có")
    )
    yield served
    stop(served)
