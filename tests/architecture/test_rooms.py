"""Five rooms, one direction: who may import whom."""

from pathlib import Path

import pytest

from .conftest import ROOMS, ROOT, imported, modules, name_of

# Library -> the only places that may know it.
KEPT_IN = {
    "ipywidgets": "course/",
    "docx": "grading/word/",
    "nbgrader": "grading/nbgrader/",
    "playwright": "nowhere",
    "pytest": "nowhere",
}


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_a_module_imports_only_from_its_room_and_those_below(module: Path) -> None:
    room = module.relative_to(ROOT).parts[0]
    above = set(ROOMS[ROOMS.index(room) + 1 :]) | {"tests"}
    assert not {name for name in imported(module) if name.split(".")[0] in above}


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_a_library_is_known_only_where_it_belongs(module: Path) -> None:
    known = {name.split(".")[0] for name in imported(module)}
    for library, place in KEPT_IN.items():
        if library in known:
            assert name_of(module).startswith(place), f"{library} belongs in {place}"


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_a_module_imports_by_full_names(module: Path) -> None:
    """So the rule above sees every import."""
    assert "from ." not in module.read_text(encoding="utf-8")
