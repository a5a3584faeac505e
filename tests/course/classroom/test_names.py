"""Names sort as a class list is read aloud in Vietnam."""

from __future__ import annotations

import unicodedata

import pytest

from course.classroom.names import name_key, same_name


def test_given_name_counts_first_then_family_then_middle() -> None:
    names = ["Trần Văn Bình", "Nguyễn Thị An", "Lê Văn An", "Nguyễn Ánh", "Đỗ Văn Ân", "Đào Ất"]
    ordered = ["Lê Văn An", "Nguyễn Thị An", "Nguyễn Ánh", "Đỗ Văn Ân", "Đào Ất", "Trần Văn Bình"]
    assert sorted(names, key=name_key) == ordered


@pytest.mark.parametrize(
    ("before", "after"),
    [("Lê Dung", "Lê Đông"), ("Lê Ga", "Lê Gà"), ("Lê Tý", "Lê Uyên"), ("Lê Oanh", "Lê Ông")],
)
def test_letters_follow_the_vietnamese_alphabet_and_tones_its_order(
    before: str, after: str
) -> None:
    assert name_key(before) < name_key(after)


def test_two_spellings_of_one_name_are_one() -> None:
    apart = unicodedata.normalize("NFD", "nguyễn  văn AN")
    assert same_name(apart) == same_name("Nguyễn Văn An")
    assert name_key(unicodedata.normalize("NFD", "Lê Ân")) == name_key("Lê Ân")
