"""What README.md and HUONG-DAN.md tell people to type or to look for really exists."""

import re
from pathlib import Path

import pytest

from course.cli import COMMANDS, main

ROOT = Path(__file__).resolve().parents[3]
HANDBOOK = (ROOT / "HUONG-DAN.md").read_text(encoding="utf-8")
TEXT = HANDBOOK + (ROOT / "README.md").read_text(encoding="utf-8")
TYPED = sorted(set(re.findall(r"(?:python3|py) start\.py((?: [\w-]+)+)", TEXT, re.ASCII)))
LINKS = sorted(set(re.findall(r"\]\(([^)\s]+)\)", TEXT)))
LARGEST_PICTURE = 150_000
_ASKED = r"(?:[Bb]ấm|[Nn]út|[Tt]hẻ|[Mm]ục|[Tt]rang|đánh dấu|rồi|hoặc) “([^”…]+)”"
PRESSED = sorted(set(re.findall(_ASKED, " ".join(HANDBOOK.split()))))
PLACES = (*(ROOT / "course").rglob("*.py"), *(ROOT / "course").rglob("*.ipynb"))
SHOWN = re.sub(r'"\s+f?"', "", "".join(one.read_text(encoding="utf-8") for one in PLACES))
OBSTACLES = re.findall(r"^\| “([^”]+)”", HANDBOOK, re.MULTILINE)


@pytest.mark.parametrize("words", TYPED)
def test_a_command_in_the_handbook_exists(words: str, capsys: pytest.CaptureFixture[str]) -> None:
    first, *rest = words.split()
    if first in ("test", "--help"):
        return
    assert first in [line.name for line in COMMANDS]
    group = rest[:1] if rest and not rest[0].startswith("-") and first != "score" else []
    if group and group[0] in ("terms", "appeals"):
        group = rest[:2]
    assert main([first, *group, "--help"]) == 0
    page = capsys.readouterr().out
    for option in (word for word in rest if word.startswith("--")):
        assert option in page


@pytest.mark.parametrize("sentence", OBSTACLES)
def test_a_message_in_the_handbook_is_one_that_the_kit_says(sentence: str) -> None:
    places = [ROOT / "start.py", *(ROOT / "course" / "installation").glob("*.py")]
    said = re.sub(r'"\s+f?"', "", "".join(place.read_text(encoding="utf-8") for place in places))
    beginning = re.split(r"\d|\.\.\.", sentence)[0].strip()
    assert len(beginning.split()) >= 3
    assert beginning in said


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_somewhere_and_a_picture_is_small(link: str) -> None:
    if link.startswith("#"):
        titles = re.findall(r"^#+ (.+)$", HANDBOOK, re.MULTILINE)
        anchors = [re.sub(r"[^\w -]", "", title).lower().replace(" ", "-") for title in titles]
        assert link[1:] in anchors
        return
    assert (ROOT / link).is_file()
    if link.endswith(".webp"):
        assert (ROOT / link).stat().st_size < LARGEST_PICTURE


@pytest.mark.parametrize("words", PRESSED)
def test_a_button_or_tab_in_the_handbook_stands_on_a_page(words: str) -> None:
    assert any(f"{sign}{words}" in SHOWN for sign in ('"', ">", "“", "## "))


def test_there_is_something_to_check() -> None:
    assert len(PRESSED) >= 30
    assert len(TYPED) >= 5
    assert len(LINKS) >= 10
    assert len(OBSTACLES) >= 7
