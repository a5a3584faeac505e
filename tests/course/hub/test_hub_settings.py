"""The settings file of a class server: written with its words, read with care."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.hub.place import unreachable
from course.hub.settings import FILE_NAME, HubError, PasswordMode, read_settings


def test_the_file_is_written_with_its_words_and_says_the_defaults(tmp_path: Path) -> None:
    assert read_settings(tmp_path).passwords is PasswordMode.LISTED
    text = (tmp_path / FILE_NAME).read_text(encoding="utf-8")
    assert "cong = 8000" in text
    assert read_settings(tmp_path).port == 8000


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("cong = ", "viết sai cách"),
        ("cong = 99999999", "mục “cong”"),
        ('mat_khau = "khong"', "mục “mat_khau”"),
        ("la = 1", "mục “la”"),
    ],
)
def test_a_wrong_line_is_named_with_the_way_out(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    with pytest.raises(HubError, match=said) as caught:
        read_settings(tmp_path)
    assert "xóa tệp" in str(caught.value)


def test_a_closed_folder_on_the_way_is_named(tmp_path: Path) -> None:
    closed = tmp_path / "dong"
    (closed / "trong").mkdir(parents=True)
    closed.chmod(0o700)
    found = unreachable(closed / "trong")
    assert found is not None
    assert closed.is_relative_to(found)
