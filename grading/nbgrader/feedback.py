"""Feedback: what nbgrader's `generate_feedback` writes for each learner, one page in Vietnamese."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter

from grading.nbgrader.feedback_page import Mark, Result, feedback_page
from grading.nbgrader.judgement import judge_folder
from grading.nbgrader.notebook import GRADE_PREFIX, REMARK_ID

READING_NAME = "doc_lai.json"
NO_WORDS = "No response."


class FeedbackExporter(Exporter):
    """Turns an autograded notebook into the learner's page, without nbconvert's templates.

    Nothing of the notebook's code or output is shown, and nothing is fetched from the Internet.
    """

    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> Any:
        """The page; the marks come from the gradebook, the reasons from the work itself."""
        converter: Any = self.parent
        graded, around = super().from_notebook_node(nb, resources, **kw)
        cells = {
            cell.metadata["nbgrader"]["grade_id"]: cell.metadata["nbgrader"]
            for cell in graded.cells
            if cell.metadata.get("nbgrader", {}).get("grade_id")
        }
        marks = {
            name: Mark(float(info["score"]), float(info["points"]))
            for name, info in cells.items()
            if info.get("grade")
        }
        folder = Path(around["metadata"]["path"])
        result = Result(
            student=around["nbgrader"]["student"],
            judgement=judge_folder(graded.metadata["vanphong"]["case"], folder),
            marks=by_criterion(marks),
            late_penalty=float(around["nbgrader"]["late_penalty"]),
            remark=remark_of(cells.get(REMARK_ID, {}).get("comment")),
            reading=reading_list(Path(converter.coursedir.root)),
        )
        return feedback_page(result), around


def by_criterion(marks: Mapping[str, Mark]) -> dict[str, Mark]:
    """Marks by criterion instead of by grade id."""
    return {
        name.removeprefix(GRADE_PREFIX): mark
        for name, mark in marks.items()
        if name.startswith(GRADE_PREFIX)
    }


def remark_of(comment: str | None) -> str:
    """The trainer's remark; nbgrader's own note on an untouched cell is none."""
    return "" if comment in (None, NO_WORDS) else str(comment)


def reading_list(root: Path) -> dict[str, str]:
    """Where each point of the course is taught, if the class was given that list."""
    try:
        content = json.loads((root / READING_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(point): str(place) for point, place in content.items()}
