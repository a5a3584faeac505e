"""A marking process: reads one job a line, judges the folder, answers with one line of JSON.

It may start no process, so Word files are read by the one that its starter keeps beside it: it
writes a line with what it asks, and reads the answer before it goes on.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from grading.nbgrader.fences import fence_in
from grading.nbgrader.judgement import cell_results, judge_folder
from grading.nbgrader.oddities import oddities
from grading.word.asking import read_by
from grading.word.unreadable import UnreadableWordError
from scenarios.edition import Edition

ASKED = "asked"
"""What the line of a marking process begins with that asks for a Word file to be read."""


def answer(job: dict[str, Any]) -> dict[str, object]:
    """What is found for one job: `case`, its edition, `folder`, `dropped` go in, data comes out."""
    started = _now()
    about = (job["case"], Path(job["folder"]), Edition.of(job))
    cells = cell_results(*about, job["dropped"])
    judgement = judge_folder(*about)
    return {
        "cells": cells,
        "judgement": judgement.as_data(),
        "oddities": oddities(*about),
        "started": started,
        "finished": _now(),
    }


def main() -> None:
    """Answer jobs until the input ends."""
    # Whatever a library prints must not be taken for an answer.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", newline="\n")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    fence_in()

    def say(words: object) -> None:
        answers.write(json.dumps(words) + "\n")
        answers.flush()

    def ask(job: dict[str, Any]) -> dict[str, Any]:
        say({ASKED: job})
        found: dict[str, Any] = json.loads(sys.stdin.buffer.readline())
        if "unreadable" in found:
            raise UnreadableWordError(job["path"], found["unreadable"])
        return found

    with read_by(ask):
        for line in sys.stdin.buffer:
            job = json.loads(line)
            try:
                found = answer(job)
            except (Exception, MemoryError) as error:
                found = {"problem": f"{type(error).__name__}: {error}"[:500]}
            say(found)


def _now() -> str:
    return datetime.now(UTC).isoformat().replace("+00:00", "Z")
