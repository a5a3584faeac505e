"""The judge: rubrics over the office's log, score sheets, and the bridge to nbgrader."""

from grading.award import award
from grading.findings import STATUS_VI, Finding, Status
from grading.score import ScoreSheet, score, score_folder

__all__ = ["STATUS_VI", "Finding", "ScoreSheet", "Status", "award", "score", "score_folder"]
