"""A class with everything that a class can hold, kept in `released` when a format is released.

    python -m tests.course.classroom.sample FOLDER      makes one with this kit

The tests open every sample there is with the kit as it is now.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from datetime import datetime
from pathlib import Path

from course.classroom import rulings, session, steps
from course.classroom.certificates import set_rule
from course.classroom.commitments import add_cards, parse
from course.classroom.making import Wish, make_class
from course.classroom.pack import keep_notes
from course.classroom.plan import VariantPolicy, read_plan
from course.classroom.roster import Member
from course.classroom.tests_taken import collect_progress
from course.progress import Progress
from course.quiz import bank
from course.review import attempts
from course.review.attempts import Test

from .conftest import BAI
from .simulated import everybody_hands_in

PEOPLE = (
    Member("le_thi_binh", "Lê Thị Bình", "Xã Suối Mây", "Nhóm 1"),
    Member("nguyen_van_an", "Nguyễn Văn An", "Xã Suối Đá", "Nhóm 2"),
)
# Made anew by the kit, or of no use to a class of last year.
_LEFT_OUT = ("downloaded", "autograded", "feedback", "ket_qua", ".khoa_cham")


def main(folder: Path) -> None:
    """Make the class in `folder`."""
    with tempfile.TemporaryDirectory() as place:
        made = Path(place) / "lop"
        wish = Wish("Khóa mẫu", PEOPLE, [BAI], minutes=120, policy=VariantPolicy.GROUP)
        make_class(made, wish)
        everybody_hands_in(made, read_plan(made), Path(place) / "usb")
        steps.collect(made, Path(place) / "usb")
        rulings.set_deadline(made, BAI, "17:00 20/12/2026", rulings.late_rule(10, 50))
        rulings.extend(made, BAI, PEOPLE[0].id, "17:00 25/12/2026", "Đi công tác.")
        steps.mark(made, BAI)
        set_rule(made, 60, wants_all=True)
        add_cards(made, parse("Lê Thị Bình: Khi mất điện, tôi sẽ thử máy phát."))
        keep_notes(made, BAI, "Nhóm 2 có người mới.")
        session.begin(made, datetime(2026, 11, 25, 9))
        own = Progress(Path(place) / "tien_do" / PEOPLE[0].id / "tien_do.json")
        own.path.parent.mkdir(parents=True)
        questions = list(bank.load())
        attempts.finish(own, attempts.start(own, Test.BEFORE, "khoa-mau", questions), questions)
        collect_progress(made, Path(place) / "tien_do")
        for name in _LEFT_OUT:
            path = made / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        shutil.copytree(made, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
