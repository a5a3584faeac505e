"""The reading process: takes jobs as JSON lines on its input, answers each with one JSON line."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from grading.word.unreadable import RuleSetError, UnreadableWordError

TOO_HEAVY = "quá nặng hoặc quá phức tạp để đọc. Anh/chị lưu lại dạng .docx gọn hơn rồi nộp lại."


def main() -> None:
    """Answer jobs until the input ends. Limits first, then the heavy imports."""
    from grading.word.limits import limit_myself

    limit_myself(seconds=None)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr
    for line in sys.stdin.buffer:
        job = json.loads(line)
        answer = json.dumps(_answer(job)).encode("ascii")
        answers.write(answer + b"\n")
        answers.flush()


def _answer(job: dict[str, Any]) -> dict[str, Any]:
    path = Path(job["path"])
    try:
        return _do(job, path)
    except UnreadableWordError as problem:
        return {"unreadable": problem.sentence}
    except RuleSetError as problem:
        return {"rules": problem.mistakes, "path": str(problem.path)}
    except (MemoryError, RecursionError):
        return {"unreadable": f"Tệp “{path.name}” {TOO_HEAVY}"}
    except Exception as problem:  # the parent turns it into a sentence and logs the kind
        return {"unreadable": f"Tệp “{path.name}” {TOO_HEAVY}", "problem": repr(problem)[:500]}


def _do(job: dict[str, Any], path: Path) -> dict[str, Any]:
    if job["do"] == "check":
        from grading.word.check import check_here
        from grading.word.facts import CaseFacts
        from grading.word.ruleset import load_rules

        facts = CaseFacts.from_dict(job["facts"]) if job.get("facts") else None
        report = check_here(path, job.get("kind"), load_rules(job["rules"]), facts)
        return {"report": report.to_dict()}
    from grading.word.comments import annotate_here
    from grading.word.report import DocumentReport

    annotate_here(path, DocumentReport.from_dict(job["report"]), Path(job["out"]))
    return {"done": True}
