"""Learners of a class with different works: the reference and the typical wrong ones."""

from __future__ import annotations

import itertools
from datetime import datetime, timedelta
from pathlib import Path

from course.classroom.plan import ClassPlan
from grading.nbgrader.hand_in import hand_in
from grading.nbgrader.receipt import Learner
from scenarios.case import load_case
from scenarios.work import Work
from scenarios.written_works import written_works

CASE, BAI = "hoi_nghi_dot_xuat", "tinh_huong_1"


def different_works(count: int) -> list[Work]:
    """The reference work and the wrong ones, again from the start where there are too few."""
    works = [one.work for one in written_works(load_case(CASE))]
    return list(itertools.islice(itertools.cycle(works), count))


def everybody_hands_in(school: Path, plan: ClassPlan, usb: Path) -> None:
    """A zip on the USB stick for every learner of the class."""
    notebook = school / "release" / BAI / f"{BAI}.ipynb"
    students = plan.in_order()
    for number, (one, work) in enumerate(
        zip(students, different_works(len(students)), strict=True)
    ):
        place = usb.parent / "máy" / one.id
        place.mkdir(parents=True)
        (place / notebook.name).write_bytes(notebook.read_bytes())
        (place / "bai_lam.json").write_text(work.to_json(), encoding="utf-8")
        moment = datetime(2026, 11, 25, 9) + timedelta(minutes=number)
        hand_in(place, Learner(id=one.id, name=one.name), usb, at=moment)


def broken_zips(usb: Path) -> None:
    """Three files that are no hand-ins."""
    usb.mkdir(parents=True, exist_ok=True)
    (usb / "hong_1.zip").write_bytes(b"PK\x03\x04 cut off")
    (usb / "hong_2.zip").write_bytes(b"")
    (usb / "hong_3.zip").write_bytes(b"this is no zip at all" * 100)
