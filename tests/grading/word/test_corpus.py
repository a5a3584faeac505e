"""The marked corpus: right and faulty files, other hands, other Unicode forms, LibreOffice."""

import io
import random
import unicodedata
from pathlib import Path

import docx
import pytest

from grading.word.accuracy import FEW, Accuracy, correct_samples, faulty_samples, measure, table
from grading.word.check import check_document
from grading.word.corpus.fault import Sample
from grading.word.corpus.origins import ORIGINS
from grading.word.corpus.resaved import resaved
from grading.word.reading import read_bytes
from grading.word.report import DocumentReport
from grading.word.ruleset import load_rules

CORRECT = list(correct_samples())


def marked(data: bytes, name: str = "bai.docx") -> DocumentReport:
    return check_document(read_bytes(data, name), name, None, load_rules("HD05"), None)


def rewritten(data: bytes, change) -> bytes:  # type: ignore[no-untyped-def]
    """The file with every stretch of text changed."""
    document = docx.Document(io.BytesIO(data))
    for text in document.element.body.iter("{*}t"):
        text.text = change(text.text or "")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.fixture(scope="module")
def faulty() -> list[Sample]:
    return list(faulty_samples(CORRECT))


@pytest.fixture(scope="module")
def accuracy(faulty: list[Sample]) -> Accuracy:
    return measure(iter([*CORRECT, *faulty]))


def test_there_are_fourteen_kinds_in_three_hands() -> None:
    assert len(CORRECT) == 14 * len(ORIGINS) == 42


@pytest.mark.parametrize("sample", CORRECT, ids=lambda sample: sample.name)
def test_a_correct_file_has_no_finding_and_its_kind_is_told(sample: Sample) -> None:
    report = marked(sample.data)
    assert [(f.rule, f.where) for f in report.findings] == []
    assert report.kind == sample.kind


def test_at_least_two_hundred_files_have_exactly_one_fault(faulty: list[Sample]) -> None:
    assert len(faulty) >= 200
    assert len({sample.data for sample in faulty}) > 0.98 * len(faulty)
    assert {sample.name.rsplit("-", 1)[1] for sample in faulty} == {f"{o}.docx" for o in ORIGINS}


def test_faults_are_found_at_their_place_and_nothing_else_is(accuracy: Accuracy) -> None:
    assert accuracy.precision >= 0.98, accuracy.misses
    assert accuracy.recall >= 0.95, accuracy.misses


def test_the_table_is_honest_about_rules_with_few_samples(accuracy: Accuracy) -> None:
    lines = table(accuracy)
    few = [rule for rule, count, _, _ in accuracy.rules() if count < FEW]
    assert sum("ít mẫu" in line for line in lines) == len(few)
    assert all(f"chưa có mẫu: {rule}" in lines for rule in accuracy.untested())
    assert lines[-3].startswith("precision: ") and lines[-1] == f"files: {accuracy.files}"


def test_the_same_corpus_comes_out_each_time() -> None:
    again = [(s.name, s.rule, s.paragraph) for s in faulty_samples(CORRECT[:1])]
    assert again == [(s.name, s.rule, s.paragraph) for s in faulty_samples(CORRECT[:1])]


@pytest.mark.parametrize("sample", CORRECT, ids=lambda sample: sample.name)
def test_decomposed_letters_add_no_finding(sample: Sample) -> None:
    decomposed = rewritten(sample.data, lambda text: unicodedata.normalize("NFD", text))
    assert marked(decomposed).findings == ()


@pytest.mark.parametrize("sample", CORRECT[::4], ids=lambda sample: sample.name)
def test_the_other_tone_placement_adds_no_finding(sample: Sample) -> None:
    def new_style(text: str) -> str:
        return (
            text.replace("ủy", "uỷ").replace("ỦY", "UỶ").replace("Ủy", "Uỷ").replace("hòa", "hoà")
        )

    assert marked(rewritten(sample.data, new_style)).findings == ()


def test_a_fault_is_found_in_decomposed_letters_too(faulty: list[Sample]) -> None:
    chance = random.Random(4)
    for sample in chance.sample([s for s in faulty if s.rule.startswith("body.")], 8):
        decomposed = rewritten(sample.data, lambda text: unicodedata.normalize("NFD", text))
        assert sample.rule in {f.rule for f in marked(decomposed).findings}


def test_saving_again_by_libreoffice_adds_no_finding(soffice: Path) -> None:
    for sample in resaved(CORRECT, soffice):
        report = marked(sample.data, sample.name)
        assert [(sample.name, f.rule, f.where) for f in report.findings] == []
        assert report.kind == sample.kind
