"""The desk: a case as a learner meets it, in a page, with forms and no code in sight."""

from course.desk.page import open_case

__all__ = ["open_case"]
