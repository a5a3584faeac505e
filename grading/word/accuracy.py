"""How right the checker is: precision and recall per rule over the marked corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from grading.word.check import check_document
from grading.word.corpus.fault import Fault, Sample
from grading.word.corpus.faults import all_faults
from grading.word.corpus.origins import ORIGINS, correct_file
from grading.word.corpus.surgery import NotApplicableError, Patient
from grading.word.office_fields import SAMPLE
from grading.word.reading import read_bytes
from grading.word.report import DocumentReport
from grading.word.ruleset import load_rules
from grading.word.samples import draft_of, sample_kinds

FEW = 3
"""Fewer samples than this say little about a rule."""
FILES_PER_FAULT = 3


@dataclass
class Accuracy:
    """Counts over all samples, by rule."""

    files: int = 0
    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    misses: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of findings that are right."""
        return _share(self.right.total(), self.wrong.total())

    @property
    def recall(self) -> float:
        """The share of planted faults that were found at their place."""
        return _share(self.right.total(), self.missed.total())

    def rules(self) -> list[tuple[str, int, float, float]]:
        """Each rule met: name, planted faults, precision, recall; few samples first."""
        names = set(self.right) | set(self.wrong) | set(self.missed)
        rows = [
            (
                name,
                self.right[name] + self.missed[name],
                _share(self.right[name], self.wrong[name]),
                _share(self.right[name], self.missed[name]),
            )
            for name in names
        ]
        return sorted(rows, key=lambda row: (row[2] + row[3], row[0]))

    def untested(self) -> list[str]:
        """Rules of the default set for which the corpus holds no fault."""
        return sorted(set(load_rules("HD05").rules) - set(self.right) - set(self.missed))


def correct_samples() -> Iterator[Sample]:
    """Every kind in every origin that needs no other program."""
    for kind in sample_kinds():
        for origin in ORIGINS:
            data = correct_file(draft_of(kind, SAMPLE), origin)
            yield Sample(f"dung/{kind}-{origin}.docx", kind, data)


def faulty_samples(correct: list[Sample]) -> Iterator[Sample]:
    """Copies of the correct files with exactly one fault each, the same ones every time.

    Kinds and origins take turns, so a fault is met in different hands.
    """
    for number, fault in enumerate(all_faults()):
        fitting = [s for s in correct if not fault.kinds or s.kind in fault.kinds]
        start = number * 5 % max(1, len(fitting))
        made: Counter[str] = Counter()
        few_kinds = 0 < len(fault.kinds) < FILES_PER_FAULT
        for sample in fitting[start:] + fitting[:start]:
            if made.total() >= FILES_PER_FAULT:
                break
            if made[sample.kind] and not few_kinds:
                continue
            faulty = _with_fault(sample, fault, number)
            if faulty is not None:
                made[sample.kind] += 1
                yield faulty


def measure(samples: Iterator[Sample], progress: Callable[[int], None] | None = None) -> Accuracy:
    """Check all samples and count what was found, invented and missed."""
    accuracy = Accuracy()
    rules = load_rules("HD05")
    for sample in samples:
        document = read_bytes(sample.data, sample.name)
        report = check_document(document, sample.name, _asked(sample), rules, None)
        _count(accuracy, sample, report)
        if progress is not None:
            progress(accuracy.files)
    return accuracy


def table(accuracy: Accuracy) -> list[str]:
    """The result as lines for a person, ending with precision, recall and number of files."""
    lines = [
        "Tập mẫu do chính bộ học liệu tạo ra: con số cho biết bộ kiểm tra làm đúng điều đã định,",
        "chưa nói lên độ đúng trên văn bản thật của các xã.",
        "quy tắc\tsố lỗi cài\tđúng (precision)\tđủ (recall)",
    ]
    for rule, count, precision, recall in accuracy.rules():
        note = "\tít mẫu, chưa đủ để kết luận" if count < FEW else ""
        lines.append(f"{rule}\t{count}\t{precision:.2f}\t{recall:.2f}{note}")
    lines += [f"chưa có mẫu: {rule}" for rule in accuracy.untested()]
    lines += [f"- {miss}" for miss in accuracy.misses]
    return [
        *lines,
        f"precision: {accuracy.precision:.3f}",
        f"recall: {accuracy.recall:.3f}",
        f"files: {accuracy.files}",
    ]


def write_out(samples: Iterator[Sample], folder: Path) -> int:
    """Write all samples as files, for a person to open; returns how many."""
    count = 0
    for sample in samples:
        path = folder / sample.name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(sample.data)
        count += 1
    return count


def _asked(sample: Sample) -> str | None:
    """The kind is given where the fault takes away what tells it."""
    told_by = ("kind.present", "kind.letter", "number.form", f"{sample.kind}.conclusion")
    return sample.kind if sample.rule in told_by else None


def _with_fault(sample: Sample, fault: Fault, number: int) -> Sample | None:
    patient = Patient(sample.data)
    try:
        spot = fault.cut(patient)
    except NotApplicableError:
        return None
    paragraph = None if spot is None else patient.index(spot)
    stem = Path(sample.name).stem
    name = f"loi/{number:03d}-{fault.rule}-{stem}.docx"
    return Sample(name, sample.kind, patient.save(), fault.rule, paragraph, fault.also)


def _count(accuracy: Accuracy, sample: Sample, report: DocumentReport) -> None:
    accuracy.files += 1
    hit = False
    for finding in report.findings:
        if finding.rule == sample.rule:
            spots = {place.paragraph for place in finding.places}
            if sample.paragraph is None or sample.paragraph in spots:
                hit = True
            else:
                accuracy.misses.append(f"{sample.name}: {finding.rule} ở đoạn {spots}")
        elif finding.rule not in sample.also and "*" not in sample.also:
            accuracy.wrong[finding.rule] += 1
            accuracy.misses.append(
                f"{sample.name}: thừa {finding.rule}: {finding.what} {finding.where}"
            )
    if sample.rule:
        accuracy.right[sample.rule] += hit
        accuracy.missed[sample.rule] += not hit
        if not hit:
            accuracy.misses.append(f"{sample.name}: sót {sample.rule}")


def _share(good: int, bad: int) -> float:
    return good / (good + bad) if good + bad else 1.0
