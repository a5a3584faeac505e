"""A class made from a list, once for all tests here: copy it, do not use it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from course.classroom.making import Wish, make_class
from course.classroom.plan import VariantPolicy
from course.classroom.roster import members_of, understand
from course.classroom.roster_file import pasted_rows

LIST = "\n".join(
    ["Họ và tên\tĐơn vị"]
    + [f"Nguyễn Văn An\tXã {unit}" for unit in "ABC"]
    + [f"{name}\tXã D" for name in ("Lê Thị Bình", "Đỗ Văn Ân", "Trần Văn Cường", "Vũ Thị Dung")]
)
BAI = "tinh_huong_1"


@pytest.fixture(scope="session")
def made_class(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class of seven in two groups, one variant for each group."""
    folder = tmp_path_factory.mktemp("lop_mau") / "lop"
    members = members_of(understand(pasted_rows(LIST)))
    wish = Wish("Lớp thử", members, [BAI], policy=VariantPolicy.GROUP, groups=2)
    make_class(folder, wish)
    return folder


@pytest.fixture
def school(made_class: Path, tmp_path: Path) -> Path:
    """A copy of the class that a test may change."""
    return Path(shutil.copytree(made_class, tmp_path / "lớp học"))
