"""Feedback: what nbgrader's `generate_feedback` writes for each learner, one page in Vietnamese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter

from grading.nbgrader.class_notes import ClassNotes
from grading.nbgrader.entries import Entries
from grading.nbgrader.feedback_page import feedback_page
from grading.nbgrader.judgement import judge_folder
from grading.nbgrader.points import Mark


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
        comments = {name: info["comment"] for name, info in cells.items() if info.get("comment")}
        folder = Path(around["metadata"]["path"])
        who = around["nbgrader"]
        notes = ClassNotes(Path(converter.coursedir.root), who["assignment"])
        result = notes.result(
            who["student"],
            judge_folder(graded.metadata["vanphong"]["case"], folder),
            Entries(marks, comments, float(who["late_penalty"])),
        )
        return feedback_page(result), around
