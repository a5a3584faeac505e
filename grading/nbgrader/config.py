"""nbgrader's settings for a class folder, as code: `nbgrader_config.py` there calls `configure`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from grading.nbgrader.assignment import assignments_in
from grading.nbgrader.data_files import data_files
from grading.nbgrader.feedback import FeedbackExporter
from grading.nbgrader.rebuild import ReleasedNotebookExporter
from grading.nbgrader.tidying import tidy_submission
from grading.nbgrader.word_cells import REMARK_STUB

CELL_SECONDS = 60
SERVER_SUFFIX = ".may_chu"
EXCHANGE_NAME = "trao_doi"
OWN_TEMPLATES = Path(__file__).parent / "templates"


def exchange_root(class_folder: Path) -> Path:
    """Where the exchange of a class lies when the class has a server: beside the class folder."""
    folder = class_folder.resolve()
    return folder.with_name(folder.name + SERVER_SUFFIX) / EXCHANGE_NAME


def configure(config: Any, root: Path, *, course_id: str) -> None:
    """Set everything that marking needs; `root` is the class folder. Changes `config`.

    Raises AssignmentError if a source assignment cannot be read.
    """
    # Only nbgrader itself calls this; importing the module must stay quick and read nothing.
    from nbconvert.preprocessors import ClearMetadataPreprocessor
    from nbgrader.preprocessors import (
        CheckCellMetadata,
        ClearOutput,
        DeduplicateIds,
        Execute,
        GetGrades,
        IgnorePattern,
        LimitOutput,
        OverwriteCells,
        OverwriteKernelspec,
        SaveAutoGrades,
    )
    from nbgrader.server_extensions.formgrader.handlers import template_path

    from grading.nbgrader.late_preprocessor import ClassLatePenalties

    config.CourseDirectory.root = str(root.resolve())
    config.CourseDirectory.course_id = course_id
    if exchange_root(root).is_dir():
        config.Exchange.root = str(exchange_root(root))
    config.Autograde.exporter_class = ReleasedNotebookExporter
    config.Autograde.pre_convert_hook = tidy_submission
    config.Autograde.sanitize_preprocessors = [
        ClearOutput,
        DeduplicateIds,
        OverwriteKernelspec,
        OverwriteCells,
        CheckCellMetadata,
    ]
    config.Autograde.autograde_preprocessors = [
        Execute,
        IgnorePattern,
        ClearMetadataPreprocessor,
        LimitOutput,
        SaveAutoGrades,
        ClassLatePenalties,
        CheckCellMetadata,
    ]
    # A file of the same name beside the source would silently replace the learner's work.
    config.Autograde.exclude_overwriting = {
        one.id: list(data_files(one.case_id)) for one in assignments_in(root / "source")
    }
    config.ClearSolutions.code_stub = {"python": REMARK_STUB}
    config.Execute.timeout = CELL_SECONDS
    # A zip in downloaded/<assignment>/archive is named after its learner, its files lie flat in it.
    config.FileNameCollectorPlugin.named_regexp = (
        r".*[\\/]extracted[\\/](?P<student_id>[a-z0-9_-]+)[\\/](?P<file_id>[^\\/]+)$"
    )
    config.FileNameCollectorPlugin.valid_ext = [".ipynb", ".json", ".docx", ".txt"]
    config.GenerateFeedback.exporter_class = FeedbackExporter
    config.GenerateFeedback.preprocessors = [GetGrades]
    # Found before nbconvert's own: formgrader must not ask the Internet for MathJax.
    config.HTMLExporter.extra_template_basedirs = [str(OWN_TEMPLATES), template_path]
