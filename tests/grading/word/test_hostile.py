"""Hostile and broken files: each gets one sentence or a report, none harms the one who asked."""

import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grading.word import UnreadableWordError, check_file, check_files
from grading.word.check import check_document
from grading.word.corpus.origins import correct_file
from grading.word.limits import SECONDS
from grading.word.office_fields import SAMPLE
from grading.word.reading import read_bytes
from grading.word.report import DocumentReport
from grading.word.ruleset import load_rules
from grading.word.samples import draft_of
from tests.grading.word.hostile import made_set, mutated

GOOD = {
    origin: correct_file(draft_of(kind, SAMPLE), origin)
    for kind, origin in (("minutes", "writer"), ("official_letter", "styles"), ("decision", "hand"))
}
MADE = made_set(GOOD["writer"])
# These are odd but hold a readable text: they are marked, not refused.
READABLE = {
    "10.000 đoạn", "bảng lồng 240 tầng", "kiểu chữ vòng tròn", "số đo vô lý", "số đo âm",
    "thiếu quan hệ", "quan hệ ra ngoài", "quan hệ đi lên", "tên phần có ..",
}  # fmt: skip


def _marked(data: bytes) -> DocumentReport | UnreadableWordError:
    try:
        document = read_bytes(data, "bai.docx")
    except UnreadableWordError as problem:
        return problem
    return check_document(document, "bai.docx", None, load_rules("HD05"), None)


def _is_a_sentence(problem: UnreadableWordError) -> bool:
    words = problem.sentence
    return (
        words.startswith("Tệp “")
        and words.endswith(".")
        and "\n" not in words
        and "nh/chị" in words
    )


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[object, float]]:
    """What the real, limited process says of each made file, and how long it took."""
    folder = tmp_path_factory.mktemp("bai nộp")
    found: dict[str, tuple[object, float]] = {}
    paths = {}
    for number, (name, data) in enumerate(MADE.items()):
        paths[folder / f"{number:02d}.docx"] = name
        (folder / f"{number:02d}.docx").write_bytes(data)
    start = time.monotonic()
    for path, answer in check_files(paths, workers=1):
        now = time.monotonic()
        found[paths[path]] = (answer, now - start)
        start = now
    return found


@pytest.mark.parametrize("name", MADE)
def test_each_made_file_gets_its_sentence_or_its_report_within_the_limits(
    name: str, answers: dict[str, tuple[object, float]]
) -> None:
    answer, seconds = answers[name]
    assert seconds < SECONDS + 3
    if name in READABLE:
        assert isinstance(answer, DocumentReport), getattr(answer, "sentence", answer)
    else:
        assert isinstance(answer, UnreadableWordError)
        assert _is_a_sentence(answer), answer.sentence


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("word cũ .doc", "là dạng Word cũ (.doc)"),
        ("có mật khẩu", "có mật khẩu"),
        ("docm", "có chứa macro (.docm)"),
        ("odt đổi đuôi", "là tệp OpenDocument (.odt)"),
        ("chỉ có hình", "chỉ có hình ảnh"),
        ("thân không chữ", "chưa có chữ nào"),
        ("cắt cụt 50%", "bị hỏng hoặc bị cắt cụt"),
        ("bom số không", "nén quá nhiều dữ liệu"),
        ("strict", "Strict Open XML"),
    ],
)
def test_the_sentence_says_what_is_wrong(
    name: str, words: str, answers: dict[str, tuple[object, float]]
) -> None:
    problem = answers[name][0]
    assert isinstance(problem, UnreadableWordError)
    assert words in problem.sentence


def test_a_missing_file_and_a_folder_get_their_sentences(tmp_path: Path) -> None:
    with pytest.raises(UnreadableWordError, match="không tìm thấy"):
        check_file(tmp_path / "khong_co.docx")
    with pytest.raises(UnreadableWordError, match="là thư mục"):
        check_file(tmp_path)


@pytest.mark.parametrize("seed", range(20))
def test_mutated_files_are_marked_or_refused_with_a_sentence(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(40):
        data = mutated(chance.choice(list(GOOD.values())), chance)
        start = time.monotonic()
        answer = _marked(data)
        assert time.monotonic() - start < SECONDS
        if isinstance(answer, UnreadableWordError):
            assert _is_a_sentence(answer)


@settings(max_examples=200)
@given(st.randoms(use_true_random=False), st.sampled_from(sorted(GOOD)))
def test_any_wound_is_borne(chance: random.Random, origin: str) -> None:
    answer = _marked(mutated(GOOD[origin], chance))
    assert not isinstance(answer, UnreadableWordError) or _is_a_sentence(answer)


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"]))
def test_any_bytes_are_borne(data: bytes, beginning: bytes) -> None:
    answer = _marked(beginning + data)
    assert isinstance(answer, UnreadableWordError)
    assert _is_a_sentence(answer)
