"""The fingerprint: what counts and what does not, and that Python and the browser agree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from course.page import settings
from course.page.fingerprint import NotebookError, fingerprint, read_notebook

from .conftest import code_cell, notebook, text_cell

STATIC = settings.LABEXTENSIONS / "vanphong" / "static"
BASE = notebook(text_cell("# Tiêu đề"), code_cell("print(1)", tags=["a", "b"]))

ODD_TEXTS = [
    "",
    "Giấy mời họp",
    "Gi\u00e2\u0301y mo\u031b\u0300i",  # NFD
    "😀 👩‍💼 \U0010ffff",
    "một\r\nhai\rba\nbốn",
    "\ud83d lẻ \udc00",  # halves of a surrogate pair
    "\u2028\u2029\u0000\u007f\ufeff",
    '"\\ \t',
    "ế" * 70_000,
    "x" * 55,
    "x" * 56,
    "x" * 64,
]


def changed(**cell: Any) -> str:
    """The fingerprint with the second cell changed."""
    return fingerprint(BASE | {"cells": [BASE["cells"][0], BASE["cells"][1] | cell]})


@pytest.mark.parametrize(
    "cell",
    [
        {"cell_type": "raw"},
        {"source": "print(2)"},
        {"source": "print(1)\n"},
        {"metadata": {"tags": ["b", "a"]}},
        {"metadata": {"tags": ["a"]}},
        {"metadata": {"tags": ["ab"]}},
        {"metadata": {}},
    ],
)
def test_type_source_and_tags_count(cell: dict[str, Any]) -> None:
    assert changed(**cell) != fingerprint(BASE)


@pytest.mark.parametrize(
    "cell",
    [
        {"outputs": [{"output_type": "stream", "name": "stdout", "text": "1"}]},
        {"execution_count": 7},
        {"id": "other"},
        {"metadata": {"tags": ["a", "b"], "collapsed": True, "nbgrader": {"grade": True}}},
        {"source": ["print(", "1)"]},
    ],
)
def test_what_using_a_page_leaves_in_it_does_not_count(cell: dict[str, Any]) -> None:
    assert changed(**cell) == fingerprint(BASE)


def test_notebook_metadata_such_as_widget_state_does_not_count() -> None:
    assert fingerprint(BASE | {"metadata": {"widgets": {"state": {}}}}) == fingerprint(BASE)


def test_the_order_and_the_number_of_cells_count() -> None:
    first, second = BASE["cells"]
    prints = {
        fingerprint({"cells": cells})
        for cells in ([first, second], [second, first], [first], [first, second, second], [])
    }
    assert len(prints) == 5


def test_text_cannot_move_from_one_part_into_another() -> None:
    one = notebook(text_cell("a"), text_cell("b"))
    other = notebook(text_cell("a;8:markdown1:b"))
    assert fingerprint(one) != fingerprint(other)


@pytest.mark.parametrize(
    "content",
    [
        {},
        {"cells": None},
        {"cells": [None, 1, "x", {}]},
        {"cells": [{"cell_type": 1, "source": {"a": 1}, "metadata": {"tags": "t"}}]},
        {"cells": [{"source": ["a", None], "metadata": []}]},
    ],
)
def test_a_damaged_notebook_has_a_fingerprint_too(content: dict[str, Any]) -> None:
    assert len(fingerprint(content)) == 64


@pytest.mark.parametrize("content", [b"", b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_a_file_that_is_no_notebook_is_reported_in_vietnamese(
    tmp_path: Path, content: bytes
) -> None:
    file = tmp_path / "hỏng.ipynb"
    file.write_bytes(content)
    with pytest.raises(NotebookError, match="không phải là trang học đọc được"):
        read_notebook(file)


def test_the_browser_computes_the_same_fingerprints(page: Page) -> None:
    books = [notebook(text_cell(text), code_cell(text, tags=[text, text])) for text in ODD_TEXTS]
    books += [notebook(), notebook(*(code_cell(text) for text in ODD_TEXTS))]
    assert fingerprints_in_browser(page, books) == [fingerprint(book) for book in books]


def fingerprints_in_browser(page: Page, books: list[dict[str, Any]]) -> list[str]:
    """What `fingerprint.js` says; the texts travel as escaped JSON, so halves of pairs survive."""

    def serve(route: Route) -> None:
        name = route.request.url.rpartition("/")[2]
        if name:
            content = (STATIC / name).read_text(encoding="utf-8")
            route.fulfill(body=content, content_type="text/javascript")
        else:
            route.fulfill(body="<p>trang thử</p>", content_type="text/html")

    page.route("http://localhost/**", serve)
    page.goto("http://localhost/")
    result = page.evaluate(
        """async books => {
            const { fingerprint } = await import('/fingerprint.js');
            return JSON.parse(books).map(book => fingerprint(book.cells.map(cell => ({
                type: cell.cell_type, source: cell.source, tags: cell.metadata.tags
            }))));
        }""",
        json.dumps(books),
    )
    return [str(one) for one in result]
