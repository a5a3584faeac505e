"""Feedback: what nbgrader's `generate_feedback` writes for each learner, one page in Vietnamese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter

from grading.nbgrader.feedback_page import Mark, feedback_page
from grading.nbgrader.notebook import GRADE_PREFIX


class FeedbackExporter(Exporter):
    """Turns an autograded notebook into the learner's page, without nbconvert's templates.

    Nothing of the notebook's code or output is shown, and nothing is fetched from the Internet.
    """

    output_mimetype = "text/html"

    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> Any:
        """The page; the marks come from the gradebook, the reasons from the work itself."""
        graded, around = super().from_notebook_node(nb, resources, **kw)
        book = around["nbgrader"]
        page = feedback_page(
            graded.metadata["vanphong"]["case"],
            Path(around["metadata"]["path"]),
            marks_in(graded),
            student=book["student"],
            late_penalty=float(book["late_penalty"]),
        )
        return page, around


def marks_in(nb: Any) -> dict[str, Mark]:
    """The marks that nbgrader put into the notebook's cells, by criterion."""
    marks = {}
    for cell in nb.cells:
        info = cell.metadata.get("nbgrader", {})
        name = str(info.get("grade_id", ""))
        if info.get("grade") and name.startswith(GRADE_PREFIX):
            marks[name.removeprefix(GRADE_PREFIX)] = Mark(
                points=float(info["score"]),
                max_points=float(info["points"]),
                comment=info.get("comment") or "",
            )
    return marks
