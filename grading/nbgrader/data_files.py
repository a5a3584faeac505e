"""The files of a submission that are the learner's own, by exact name and size."""

from __future__ import annotations

from collections.abc import Mapping

from grading.documents import MAX_DOCUMENT_BYTES, file_name
from scenarios.case import load_case
from scenarios.work_file import FILE_NAME, MAX_BYTES

MAX_NOTEBOOK_BYTES = 2_000_000
# Written by nbgrader's exchange and by our own collection beside the learner's files.
COURIER_FILES: Mapping[str, int] = {"timestamp.txt": 100, "submission_secret.txt": 1_000}


def data_files(case_id: str) -> Mapping[str, int]:
    """Name -> greatest size in bytes: the work file, and each Word document that the case wants.

    Raises UnknownCaseError, CaseError.
    """
    wanted = load_case(case_id).file.documents
    return {FILE_NAME: MAX_BYTES, **{file_name(one): MAX_DOCUMENT_BYTES for one in wanted}}
