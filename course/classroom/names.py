"""Vietnamese names: their order in a list, and the same name written in different ways."""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACE = {letter: place for place, letter in enumerate(_LETTERS, start=1)}
# ngang, huyền, hỏi, ngã, sắc, nặng
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}

WordKey = tuple[tuple[int, ...], tuple[int, ...]]


def name_key(name: str) -> tuple[WordKey, ...]:
    """The key by which lists of people are sorted: given name first, then family and middle names.

    Letters count before tones, in the order of the Vietnamese alphabet.
    """
    words = unicodedata.normalize("NFC", name).casefold().split()
    return tuple(_word_key(word) for word in (*words[-1:], *words[:-1]))


def same_name(name: str) -> str:
    """What two spellings of one name have in common: case, spaces and composed letters aside."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def _word_key(word: str) -> WordKey:
    letters, tones = [], []
    for char in word:
        tone = 0
        plain = ""
        for part in unicodedata.normalize("NFD", char):
            tone = _TONES.get(part, tone)
            plain += "" if part in _TONES else part
        letter = unicodedata.normalize("NFC", plain)
        letters.append(_PLACE.get(letter, len(_LETTERS) + ord(letter[:1] or " ")))
        tones.append(tone)
    return tuple(letters), tuple(tones)
