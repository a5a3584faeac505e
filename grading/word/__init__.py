"""Word documents marked on content, layout and authority, against each other; and the writer.

Importing this loads neither lxml nor python-docx; they come in when a file is read or written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from grading.word.facts import CaseFacts, NumberFact, PointFact, read_facts
from grading.word.findings import Place, Severity, WordFinding
from grading.word.unreadable import RuleSetError, UnreadableWordError

if TYPE_CHECKING:
    from grading.word.report import DocumentReport

__all__ = [
    "CaseFacts", "NumberFact", "Place", "PointFact", "RuleSetError", "Severity",
    "UnreadableWordError", "WordFinding", "annotate", "check_file", "check_files", "compare",
    "new_document", "read_facts",
]  # fmt: skip


def check_file(
    path: str | Path, kind: str | None = None, rules: str | Path = "HD05",
    facts: CaseFacts | None = None,
) -> DocumentReport:  # fmt: skip
    """The report on one file, read in a separate process (at most 10 s and 300 MB).

    `kind` is an id, alias or Vietnamese name of a kind (None: told from the document); `rules` a
    name or the path of a rule file; `facts` what the case expects.
    Raises UnreadableWordError with one Vietnamese sentence, RuleSetError for a wrong rule file.
    """
    from grading.word.asking import reader
    from grading.word.pool import check_job
    from grading.word.report import DocumentReport

    known = _known_kind(kind)
    with reader() as ask:
        answer = ask(check_job(Path(path), known, _rules(rules), facts))
    return DocumentReport.from_dict(answer["report"])


def check_files(
    paths: Iterable[str | Path], rules: str | Path = "HD05", facts: CaseFacts | None = None,
    *, workers: int = 2,
) -> Iterator[tuple[Path, DocumentReport | UnreadableWordError]]:  # fmt: skip
    """Many files, each with its report or its error, in order; a bad one stops no other."""
    from grading.word.pool import check_many

    return check_many(map(Path, paths), _rules(rules), facts=facts, workers=workers)


def compare(reports: Sequence[DocumentReport]) -> list[WordFinding]:
    """Findings where documents of one meeting do not agree with each other."""
    from grading.word.agree import compare as compare_reports

    return compare_reports(reports)


def annotate(path: str | Path, report: DocumentReport, out: str | Path) -> Path:
    """Write a copy of a file with its findings as Word comments and a summary page at the end.

    The original is never touched. Raises UnreadableWordError if the file cannot be read, or if
    `out` is the very same file.
    """
    from grading.word.asking import reader

    source, target = Path(path), Path(out)
    if source.exists() and target.exists() and source.samefile(target):
        raise UnreadableWordError(
            source, f"Tệp “{source.name}” là bản gốc nên không được ghi đè. Anh/chị chọn tên khác."
        )
    job = {
        "do": "annotate", "path": str(source.absolute()), "report": report.to_dict(),
        "out": str(target.absolute()),
    }  # fmt: skip
    with reader() as ask:
        ask(job)
    return target


def new_document(
    kind: str, out: str | Path, facts: CaseFacts | None = None, rules: str | Path = "HD05",
    *, sample: bool = False,
) -> Path:  # fmt: skip
    """Write a correctly laid out file of a kind: blank, from a case's facts, or a full sample.

    Raises RuleSetError for an unknown kind or rule set.
    """
    from grading.word.forms import write_form

    return write_form(_known_kind(kind) or "", Path(out), facts, _rules(rules), sample=sample)


def _known_kind(kind: str | None) -> str | None:
    if kind is None:
        return None
    from grading.word.kinds import FOLDER, kind_called, load_kinds

    found = kind_called(kind)
    if found is None:
        names = ", ".join(sorted(k.aliases[0] for k in load_kinds().values()))
        raise RuleSetError(FOLDER, [f"không có loại văn bản “{kind}”; các loại: {names}"])
    return found.id


def _rules(rules: str | Path) -> str | Path:
    """A rule file's path made absolute: the reading process stands in another folder."""
    from grading.word.ruleset import BUILT_IN

    return rules if str(rules).upper() in BUILT_IN else Path(rules).absolute()
