"""Late penalties by the terms of the class, for those who use nbgrader's own `autograde`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbgrader.preprocessors.base import NbGraderPreprocessor

from grading.nbgrader.gradebook import Gradebook
from grading.nbgrader.recording import apply_terms
from grading.nbgrader.terms import terms


class ClassLatePenalties(NbGraderPreprocessor):  # type: ignore[misc]  # no types published
    """Stands in the place of nbgrader's AssignLatePenalties; the notebook is not changed."""

    def preprocess(self, nb: Any, resources: Any) -> Any:
        """Give the hand-in its extension and its penalty in the gradebook."""
        exporter: Any = self.parent
        folder = Path(exporter.parent.coursedir.root)
        who = resources["nbgrader"]
        with Gradebook(folder, who["assignment"]) as book:
            apply_terms(book, who["student"], terms(folder, who["assignment"]))
        return nb, resources
