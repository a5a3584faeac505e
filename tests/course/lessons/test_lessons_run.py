"""Every page of the course runs from top to bottom in a clean kernel and warns of nothing."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from course import lesson_index

PAGES = sorted(lesson_index.FOLDER.glob("*.ipynb"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
# nbclient 0.11 and the kernel's own sockets are closed by the garbage collector.
@pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)
def test_a_page_runs_in_a_clean_kernel_without_warnings(page: Path, tmp_path: Path) -> None:
    shutil.copy(page, tmp_path / page.name)
    notebook: Any = nbformat.read(tmp_path / page.name, as_version=4)  # type: ignore[no-untyped-call]
    client = NotebookClient(
        notebook, timeout=60, kernel_name="python3", resources={"metadata": {"path": str(tmp_path)}}
    )

    client.execute(env=_strict())

    outputs = [out for cell in notebook.cells for out in cell.get("outputs", [])]
    assert [out for out in outputs if out.output_type in ("stream", "error")] == []
    assert any("application/vnd.jupyter.widget-view+json" in out.get("data", {}) for out in outputs)


def _strict() -> dict[str, str]:
    """The environment of this process, in which a deprecated call is told on stderr."""
    return {**os.environ, "PYTHONWARNINGS": "default::DeprecationWarning:course"}
