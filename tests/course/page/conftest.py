"""A course of two pages and one assignment, and a running server that serves it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..served import Served, start, stop


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
