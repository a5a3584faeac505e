"""Questions: their files, their marking, and how a learner meets them in a lesson."""

from __future__ import annotations


def ask(lesson: str, *question_ids: str) -> None:
    """Show these questions of the bank below the cell; `lesson` is the lesson's two digits.

    What the learner answered before is shown again. Instead of an error the learner reads one
    Vietnamese sentence.
    """
    from course.quiz import page  # ipywidgets only where a page is made

    page.show(lesson, question_ids)
