"""The trainer's panel: a class from its list to its report, with buttons and no command."""

from course.classroom.panel.page import open_panel

__all__ = ["open_panel"]
