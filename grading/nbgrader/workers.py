"""The marking processes from outside: a clock for each hand-in, a fresh process after a death."""

from __future__ import annotations

import json
import logging
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from grading.nbgrader.data_files import data_files
from grading.nbgrader.fences import MEMORY, SECONDS
from grading.nbgrader.worker import ASKED
from grading.word.limits import memory_of
from grading.word.pool import ReadingProcess
from grading.word.unreadable import RuleSetError, UnreadableWordError
from scenarios.edition import OPEN, Edition

RENEW = 200
"""Hand-ins after which a process is renewed, so that none can fill it for the others."""
_ROOT = str(Path(__file__).resolve().parents[2])
# -I: the current folder is not searched, so no file that lies in it is ever imported.
_START = (
    "import sys; sys.path.insert(0, {root!r}); from grading.nbgrader.worker import main; main()"
)
_ASKED = f'{{"{ASKED}"'.encode("ascii")
_LOG = logging.getLogger("vanphong.marking")


@dataclass(frozen=True)
class Job:
    """One hand-in to judge: `folder` holds its data files; criteria in `dropped` do not count."""

    student: str
    case: str
    folder: Path
    edition: Edition = OPEN
    dropped: tuple[str, ...] = ()


class JudgingError(Exception):
    """A hand-in could not be judged; the message is one Vietnamese sentence."""


class MarkingProcess:
    """One fenced process that judges hand-ins one after another."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: queue.Queue[bytes] = queue.Queue()
        self._done = 0
        self._reader = ReadingProcess()

    def judge(self, job: Job) -> dict[str, Any]:
        """What the process found. Raises JudgingError; the next job gets a fresh process."""
        if self._process is None or self._done >= RENEW:
            self.stop()
            self._start()
        self._done += 1
        try:
            line = self._exchange(job)
        except JudgingError:
            self.stop()
            raise
        found: dict[str, Any] = json.loads(line)
        if "problem" in found:
            _LOG.warning("hand-in of %s: %s", job.student, found["problem"])
            raise JudgingError("bài làm gây lỗi khi chấm nên chưa có điểm")
        return found

    def stop(self) -> None:
        """End the process and the one that reads its Word files, if there are any."""
        self._reader.stop()
        if self._process is None:
            return
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                stream.close()
        self._process = None

    def _start(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-X", "utf8", "-c", _START.format(root=_ROOT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._answers = queue.Queue()
        self._done = 0
        threading.Thread(
            target=_listen, args=(self._process.stdout, self._answers), daemon=True
        ).start()

    def _exchange(self, job: Job) -> bytes:
        """The line with what was found, after every Word file was read that was asked for.

        Reading has its own clock, which does not count here.
        """
        about = {"case": job.case, "folder": str(job.folder), "dropped": job.dropped}
        self._send({**about, **job.edition.named()})
        left = self._seconds
        while True:
            started = time.monotonic()
            line = self._line(left)
            if not line.startswith(_ASKED):
                return line
            left -= time.monotonic() - started
            self._send(self._read(job, json.loads(line)[ASKED]))

    def _send(self, words: Mapping[str, Any]) -> None:
        process = self._process
        assert process is not None and process.stdin is not None
        try:
            process.stdin.write(json.dumps(words).encode("ascii") + b"\n")
            process.stdin.flush()
        except OSError:
            raise JudgingError("tiến trình chấm dừng đột ngột ở bài này") from None

    def _read(self, job: Job, asked: Mapping[str, Any]) -> Mapping[str, Any]:
        """The reading process's answer; only a document of this very hand-in is ever read."""
        path = Path(asked["path"])
        known = {name for name in data_files(job.case) if name.endswith(".docx")}
        if asked["do"] != "check" or path.parent != job.folder.absolute() or path.name not in known:
            raise JudgingError("tiến trình chấm đòi đọc tệp không thuộc bài này nên đã dừng")
        try:
            return self._reader.ask(dict(asked))
        except UnreadableWordError as problem:
            return {"unreadable": problem.sentence}
        except RuleSetError as problem:
            _LOG.warning("hand-in of %s: %s", job.student, problem)
            raise JudgingError("bộ quy tắc thể thức không dùng được") from problem

    def _line(self, seconds: float) -> bytes:
        """The next line of the process. Raises JudgingError when the time or memory is used up."""
        process = self._process
        assert process is not None
        deadline = time.monotonic() + seconds
        while True:
            try:
                line = self._answers.get(timeout=0.25)
            except queue.Empty:
                if time.monotonic() > deadline:
                    raise JudgingError(
                        f"chấm quá {self._seconds:g} giây chưa xong nên đã dừng"
                    ) from None
                if (memory_of(process.pid) or 0) > MEMORY:
                    raise JudgingError("chấm bài này tốn quá nhiều bộ nhớ nên đã dừng") from None
                continue
            if not line:
                raise JudgingError("tiến trình chấm dừng đột ngột ở bài này")
            return line


def judge_all(
    jobs: Iterable[Job], *, processes: int | None = None, seconds: float = SECONDS
) -> Iterator[tuple[Job, dict[str, Any] | JudgingError]]:
    """Each job with what was found or why not, in the order in which they get ready."""
    count = max(1, processes or os.cpu_count() or 1)
    waiting: queue.Queue[Job] = queue.Queue()
    total = 0
    for job in jobs:
        waiting.put(job)
        total += 1
    # A small bound keeps memory flat: processes wait until what they found is written down.
    ready: queue.Queue[tuple[Job, dict[str, Any] | JudgingError]] = queue.Queue(2 * count)
    closing = threading.Event()
    with ThreadPoolExecutor(count) as pool:
        for _ in range(min(count, total)):
            pool.submit(_work, waiting, ready, closing, seconds)
        try:
            for _ in range(total):
                yield ready.get()
        finally:
            closing.set()
            while not ready.empty():
                ready.get_nowait()


def _work(
    waiting: queue.Queue[Job],
    ready: queue.Queue[tuple[Job, dict[str, Any] | JudgingError]],
    closing: threading.Event,
    seconds: float,
) -> None:
    process = MarkingProcess(seconds)
    try:
        while not closing.is_set():
            try:
                job = waiting.get_nowait()
            except queue.Empty:
                return
            try:
                found: dict[str, Any] | JudgingError = process.judge(job)
            except JudgingError as error:
                found = error
            except (OSError, ValueError) as error:
                # Whatever happens a word must reach the one who waits, or the batch would hang.
                _LOG.warning("hand-in of %s: %s", job.student, error)
                found = JudgingError("không chạy được tiến trình chấm")
            ready.put((job, found))
    finally:
        process.stop()


def _listen(stream: IO[bytes], answers: queue.Queue[bytes]) -> None:
    """Pass the lines of a process on; an empty one says that it ended."""
    try:
        for line in stream:
            answers.put(line)
    except (OSError, ValueError):
        pass
    answers.put(b"")
