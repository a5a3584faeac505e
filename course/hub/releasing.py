"""What goes out to learners on the server: the released assignments, and the card of the class."""

from __future__ import annotations

import shutil
from pathlib import Path

from course.classroom.card import CARD_FOLDER, CARD_NAME
from course.hub.place import HubPlace
from grading.nbgrader.class_folder import assignments_of
from grading.nbgrader.exchange import send_out
from scenarios.own_cases import FOLDER_NAME


def put_out(folder: Path, place: HubPlace) -> list[str]:
    """Copy what is released to where all can read it, and into the exchange; the ids.

    A learner's page takes it up at its next start. Raises ClassError.
    """
    shown = [one for one in assignments_of(folder) if (folder / "release" / one.id).is_dir()]
    for old in place.released.iterdir():
        if old.is_dir() and old.name not in {one.id for one in shown}:
            shutil.rmtree(old)
    for one in shown:
        target = place.released / one.id
        target.mkdir(exist_ok=True)
        for file in (folder / "release" / one.id).iterdir():
            _copy(file, target / file.name)
        target.chmod(0o755)
        send_out(folder, one.id, place.exchange)
    for inbound in place.exchange.glob("*/inbound"):
        inbound.chmod(0o3733)  # nbgrader's own rights, and the sticky bit
    card = folder / CARD_FOLDER / CARD_NAME
    if card.is_file():
        _copy(card, place.released / CARD_NAME)
    put_out_own_cases(folder, place.released)
    return [one.id for one in shown]


def put_out_own_cases(folder: Path, released: Path) -> None:
    """Copy the cases that the trainer has made to where all can read them. Raises OSError."""
    source, target = folder / CARD_FOLDER / FOLDER_NAME, released / FOLDER_NAME
    if not source.is_dir():
        return
    shutil.copytree(source, target, dirs_exist_ok=True)
    for one in (target, *target.rglob("*")):
        one.chmod(0o755 if one.is_dir() else 0o644)


def _copy(source: Path, target: Path) -> None:
    """Copy in two steps: a page that is just being opened sees the old file or the new one."""
    half = target.with_name(target.name + ".moi")
    shutil.copyfile(source, half)
    half.chmod(0o644)
    half.replace(target)
