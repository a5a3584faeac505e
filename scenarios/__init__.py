"""The cases: what is given, what may happen, and the learner's work file."""

from scenarios.case import Case, case_ids, load_case
from scenarios.play import play
from scenarios.work import Work
from scenarios.work_file import WorkFile, read_work

__all__ = ["Case", "Work", "WorkFile", "case_ids", "load_case", "play", "read_work"]
