"""Judging spread over a Dask cluster: the same hand-ins, the same judge, other machines.

A hand-in travels as the bytes of its data files and comes back as plain data; what it is worth is
written down here alone. On the other machine it is judged in the same fenced process as at home.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from grading.nbgrader.class_error import ClassError
from grading.nbgrader.data_files import data_files
from grading.nbgrader.history import kit_hash
from grading.nbgrader.tidying import is_plain
from grading.nbgrader.workers import Job, JudgingError, MarkingProcess
from scenarios.edition import Edition

UNDER_WAY = 64
"""Hand-ins that may be on the cluster at the same time."""
CONNECT_SECONDS = 10
_OWN = threading.local()
"""Each thread of a cluster's machine keeps its own marking process."""


def judge_on_cluster(
    jobs: Sequence[Job], address: str
) -> Iterator[tuple[Job, dict[str, Any] | JudgingError]]:
    """Each job with what was found or why not, in the order in which they get ready.

    Raises ClassError if there is no cluster at the address, or Dask is not installed.
    """
    try:
        import distributed  # brings a dozen packages
    except ImportError:
        raise ClassError(
            "Máy này chưa cài phần chấm trên nhiều máy; cài bằng lệnh: "
            'python -m pip install "vanphong[cluster]"'
        ) from None
    dask: Any = distributed  # its calls carry no types
    try:
        client = dask.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClassError(f"Không nối được với cụm máy chấm ở “{address}”.") from error
    with client:
        left, waiting = iter(jobs), {}

        def send() -> list[Any]:
            """The next hand-in on its way, none if there are no more."""
            for job in left:
                about = (job.student, job.case, job.edition.named(), list(job.dropped))
                sent = client.submit(judge_there, *about, _files(job), kit_hash(), pure=False)
                waiting[sent] = job
                return [sent]
            return []

        # Only so many are under way at once: the memory of a large class stays flat.
        first = [one for _ in range(UNDER_WAY) for one in send()]
        running = dask.as_completed(first, loop=client.loop)
        for future in running:
            yield waiting.pop(future), _found(future)
            future.release()
            running.update(send())


def judge_there(
    student: str,
    case: str,
    edition: Mapping[str, str],
    dropped: Sequence[str],
    files: Mapping[str, bytes],
    kit: str,
) -> dict[str, Any]:
    """What is found in one hand-in, on whatever machine this runs; `refused` if it may not."""
    if kit != kit_hash():
        return {"refused": "máy chấm ở xa có bản học liệu khác với máy này"}
    with tempfile.TemporaryDirectory() as place:
        for name, content in files.items():
            (Path(place) / name).write_bytes(content)
        if not hasattr(_OWN, "process"):
            _OWN.process = MarkingProcess()
        job = Job(student, case, Path(place), Edition.of(edition), tuple(dropped))
        try:
            found: dict[str, Any] = _OWN.process.judge(job)
        except JudgingError as error:
            return {"refused": str(error)}
        return found


def _files(job: Job) -> dict[str, bytes]:
    paths = {name: job.folder / name for name in data_files(job.case)}
    sizes = data_files(job.case)
    return {name: path.read_bytes() for name, path in paths.items() if is_plain(path, sizes[name])}


def _found(future: Any) -> dict[str, Any] | JudgingError:
    if future.status != "finished":
        return JudgingError("máy chấm ở xa dừng đột ngột ở bài này")
    found: dict[str, Any] = future.result()
    return JudgingError(found["refused"]) if "refused" in found else found
