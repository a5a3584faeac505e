"""A class's notebook, fixed to a level and a format, is one of the kit's own pages, too."""

import json
from pathlib import Path

from course.page.fingerprint import fingerprint, read_notebook
from course.page.settings import _page
from course.page.shipped import collect
from grading.nbgrader.notebook import source_notebook, write_source
from scenarios.edition import Edition

ID = "hoi_nghi_dot_xuat"


def known() -> set[str]:
    return {one["fingerprint"] for one in _page(collect())["vanphongNotebooks"]}


def test_every_level_and_format_is_known_and_a_changed_cell_is_not(tmp_path: Path) -> None:
    path = tmp_path / "bai" / "bai.ipynb"
    write_source(ID, path, Edition(level="basic", format="m40"))
    notebook = read_notebook(path)
    assert fingerprint(notebook) in known()
    notebook["cells"][1]["source"].append("\nimport os")
    assert fingerprint(notebook) not in known()


def test_the_page_settings_stay_plain_data() -> None:
    settings = json.loads(json.dumps(_page(collect())))
    names = {one["name"] for one in settings["vanphongNotebooks"]}
    assert "tinh_huong_1/tinh_huong_1.ipynb" in names
    assert fingerprint(source_notebook(ID)) in known()
