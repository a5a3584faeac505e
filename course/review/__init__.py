"""Reviewing alone: a schedule out of the record, a daily cap, tests before and after the course.

For a class report: `course.review.outcome.of_file(path)` reads one learner's `tien_do.json`.
"""

from __future__ import annotations


def show_today() -> None:
    """Today's review below the cell: one question after the other, never more than the cap."""
    from course.review import page  # ipywidgets only where a page is made

    page.show_today()


def show_standing() -> None:
    """How far one is, by duty and by part, with the way to what is weak."""
    from course.review import page

    page.show_standing()


def show_copies() -> None:
    """Taking the progress to another machine, taking a copy in."""
    from course.review import page

    page.show_copies()


def show_test(test: str) -> None:
    """The test "before" or "after" the course below the cell."""
    from course.review import page

    page.show_test(test)


def show_gain() -> None:
    """What the two tests say, by duty, as picture and table."""
    from course.review import page

    page.show_gain()
