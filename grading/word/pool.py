"""The parent's side of reading: limited processes, a clock, and a fresh start after death.

One file costs a process start (about 0.2 s). A pool keeps its processes for many files: each
file still has its own clock, a file that kills or hangs its process costs only itself, and the
process is renewed after `RENEW` files, so one learner's file cannot fill the next one's memory.
What a kept process gives up is isolation between files that are read well: they are data only, so
nothing of one can reach the other but memory already used.
"""

from __future__ import annotations

import contextlib
import json
import logging
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import IO, Any

from grading.word.facts import CaseFacts
from grading.word.limits import MEMORY, SECONDS, memory_of
from grading.word.report import DocumentReport
from grading.word.unreadable import RuleSetError, UnreadableWordError

RENEW = 50
_ROOT = str(Path(__file__).resolve().parents[2])
# -I: neither the current folder nor PYTHONPATH is searched, so a file docx.py that lies beside a
# hand-in is never imported.
_START = "import sys; sys.path.insert(0, {root!r}); from grading.word.worker import main; main()"
_LOG = logging.getLogger("vanphong.word")


class ReadingProcess:
    """One limited process that reads files one after another. Use as a context manager."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes] = queue.Queue()
        self._done = 0

    def __enter__(self) -> ReadingProcess:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def ask(self, job: dict[str, Any]) -> dict[str, Any]:
        """One answer for one job. Raises UnreadableWordError or RuleSetError."""
        path = Path(job["path"])
        if self._process is None or self._done >= RENEW:
            self.stop()
            self._start()
        self._done += 1
        line = self._exchange(path, job)
        answer: dict[str, Any] = json.loads(line)
        if "problem" in answer:
            _LOG.warning("Word file %s: %s", path.name, answer["problem"])
        if "unreadable" in answer:
            raise UnreadableWordError(path, answer["unreadable"])
        if "rules" in answer:
            raise RuleSetError(answer["path"], answer["rules"])
        return answer

    def stop(self) -> None:
        """End the process, if there is one."""
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                # What was written but not read by a dead process cannot be flushed any more.
                with contextlib.suppress(OSError):
                    stream.close()
        self._process = None

    def _start(self) -> None:
        code = _START.format(root=_ROOT)
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", code],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._answers = queue.Queue()
        self._done = 0
        threading.Thread(
            target=_listen, args=(self._process.stdout, self._answers), daemon=True
        ).start()

    def _exchange(self, path: Path, job: dict[str, Any]) -> bytes:
        process = self._process
        if process is None or process.stdin is None:
            raise UnreadableWordError(path, f"Tệp “{path.name}” chưa đọc được. Anh/chị thử lại.")
        deadline = time.monotonic() + self._seconds
        try:
            process.stdin.write(json.dumps(job).encode("ascii") + b"\n")
            process.stdin.flush()
        except OSError:
            return self._died(path)
        while True:
            try:
                line = self._answers.get(timeout=0.2)
            except queue.Empty:
                if time.monotonic() > deadline:
                    self.stop()
                    raise UnreadableWordError(
                        path,
                        f"Tệp “{path.name}” đọc quá {self._seconds:g} giây nên đã dừng. Anh/chị "
                        "lưu lại dạng .docx gọn hơn rồi nộp lại.",
                    ) from None
                if (memory_of(process.pid) or 0) > self._memory:
                    return self._died(path)
                continue
            return line or self._died(path)

    def _died(self, path: Path) -> bytes:
        self.stop()
        raise UnreadableWordError(
            path,
            f"Tệp “{path.name}” cần quá nhiều bộ nhớ nên đã dừng. Anh/chị bỏ bớt hình ảnh, lưu lại "
            "dạng .docx rồi nộp lại.",
        )


def check_job(
    path: Path, kind: str | None, rules: str | Path, facts: CaseFacts | None
) -> dict[str, Any]:
    """The job that asks for a report on a file."""
    return {
        "do": "check", "path": str(path.absolute()), "kind": kind, "rules": str(rules),
        "facts": facts.to_dict() if facts else None,
    }  # fmt: skip


def check_many(
    paths: Iterable[Path],
    rules: str | Path = "HD05",
    *,
    kinds: dict[Path, str] | None = None,
    facts: CaseFacts | None = None,
    workers: int = 2,
) -> Iterator[tuple[Path, DocumentReport | UnreadableWordError]]:
    """Each file with its report or its error, in the order given; a bad file stops no other.

    `kinds` names the kind of single files where it is known.
    """
    idle: queue.SimpleQueue[ReadingProcess] = queue.SimpleQueue()
    processes = [ReadingProcess() for _ in range(max(1, workers))]
    for process in processes:
        idle.put(process)

    def read(path: Path) -> tuple[Path, DocumentReport | UnreadableWordError]:
        process = idle.get()
        try:
            job = check_job(path, (kinds or {}).get(path), rules, facts)
            return path, DocumentReport.from_dict(process.ask(job)["report"])
        except UnreadableWordError as problem:
            return path, problem
        finally:
            idle.put(process)

    try:
        with ThreadPoolExecutor(max_workers=len(processes)) as threads:
            yield from threads.map(read, list(paths))
    finally:
        for process in processes:
            process.stop()


def _listen(stream: IO[bytes] | None, answers: queue.Queue[bytes]) -> None:
    """Passes lines on; an empty one tells that the process has ended."""
    if stream is not None:
        try:
            for line in stream:
                answers.put(line)
        except (OSError, ValueError):
            pass
    answers.put(b"")
