"""What is committed is clean: notebooks without results, data that parses, no machine's traces."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from .conftest import files, name_of

NOTEBOOKS = files("*.ipynb")
BINARY = {
    ".woff2",
    ".png",
    ".jpg",
    ".webp",
    ".ico",
    ".docx",
    ".xlsx",
    ".doc",
    ".odt",
    ".zip",
    ".db",
    ".pdf",
    ".bin",
}
# Written in two parts, or this file would find itself.
HOSTS = tuple(
    start + "." + end
    for start, end in (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("registry.npmjs", "org"),
        ("conda.anaconda", "org"),
    )
)
MACHINE_PATH = re.compile(
    r"(?<![\w.~:/-])/(?:work|root|tmp|opt|home/\w+)/[\w.]|[A-Z]:\\+Users\\+\w", re.IGNORECASE
)


def cells(notebook: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(notebook.read_text(encoding="utf-8"))["cells"]
    return found


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name_of)
def test_a_notebook_is_committed_without_results(notebook: Path) -> None:
    for cell in cells(notebook):
        if cell["cell_type"] == "code":
            assert not cell["outputs"], cell["id"]
            assert cell["execution_count"] is None, cell["id"]


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=name_of)
def test_every_cell_has_an_id_of_its_own_that_was_chosen_and_not_drawn(notebook: Path) -> None:
    ids = [cell.get("id", "") for cell in cells(notebook)]
    assert len(set(ids)) == len(ids)
    for name in ids:
        assert re.fullmatch(r"[a-z0-9_-]{3,64}", name), name
        assert not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f-]{27})?", name), f"{name} looks random"


@pytest.mark.parametrize("place", files("*.toml"), ids=name_of)
def test_a_toml_file_parses(place: Path) -> None:
    assert tomllib.loads(place.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "place", [place for place in files("*") if place.suffix not in BINARY], ids=name_of
)
def test_a_file_names_no_registry_and_no_place_on_somebodys_machine(place: Path) -> None:
    text = place.read_text(encoding="utf-8")
    assert not [host for host in HOSTS if host in text]
    found = MACHINE_PATH.search(text)
    assert not found, found and found[0]
