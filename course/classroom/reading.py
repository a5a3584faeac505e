"""Where each point of the course is taught, for what a learner should read again."""

from __future__ import annotations

from course import lesson_index


def reading_places() -> dict[str, str]:
    """Point of the course -> the lesson and section that teach it."""
    return {
        point: f"{lesson.title}, mục “{section.title}”"
        for lesson in lesson_index.load()
        for section in lesson.sections
        for point in section.points
    }
