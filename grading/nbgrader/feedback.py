"""Feedback: what nbgrader's `generate_feedback` writes for each learner, one page in Vietnamese."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import Exporter

from grading.nbgrader.class_notes import ClassNotes
from grading.nbgrader.feedback_page import feedback_page
from grading.nbgrader.gradebook import Gradebook
from grading.nbgrader.judgement import judge_folder


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
        folder, who = Path(around["metadata"]["path"]), around["nbgrader"]
        root = Path(converter.coursedir.root)
        with Gradebook(root, who["assignment"]) as book:
            entries = book.entries(who["student"])
        judgement = judge_folder(graded.metadata["vanphong"]["case"], folder)
        notes = ClassNotes(root, who["assignment"])
        result = notes.result(who["student"], judgement, entries)
        return feedback_page(result), around
