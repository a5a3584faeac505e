"""What a test cell calls: always a plain float in range, never an exception, nothing on stderr."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from grading.award import award
from grading.rubric import load_rubric
from grading.written_documents import write_documents
from scenarios.case import CASES_DIR, load_case
from scenarios.edits import reference_work
from scenarios.work_file import FILE_NAME

ROOT = Path(__file__).resolve().parents[2]
ID = "hoi_nghi_dot_xuat"
WORK = json.loads(reference_work(load_case(ID)).to_json())
BAD = {
    "broken": "{",
    "no work": "[]",
    "other case": '{"case": "tham_27_7"}',
    "unknown variant": json.dumps({**WORK, "variant": "la"}),
    "too big": " " * 5_000_000,
    "too deep": "[" * 5000,
    "not a number": '{"case": "x", "a": NaN}',
    "half a letter": '{"case": "\\ud800"}',
    "long number": '{"case": "x", "a": ' + "9" * 6000 + "}",
    "wrong types": json.dumps({**WORK, "orders": [{"id": 1}]}),
    "hour zero": json.dumps({**WORK, "orders": [{**WORK["orders"][0], "at": "0001-01-01T00:00"}]}),
    "last hour": json.dumps({**WORK, "orders": [{**WORK["orders"][0], "at": "9999-12-31T23:59"}]}),
    "odd options": json.dumps(
        {**WORK, "orders": [{**WORK["orders"][0], "options": {"kind": "x", "self": ["y"], "": ""}}]}
    ),
}


def put(folder: Path, text: str) -> Path:
    (folder / FILE_NAME).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reference work with its Word documents."""
    folder, case = tmp_path_factory.mktemp("mau"), load_case(ID)
    write_documents(case, folder, reference_work(case))
    return put(folder, json.dumps(WORK))


@pytest.mark.parametrize("criterion", load_rubric(CASES_DIR / ID).criteria, ids=lambda one: one.id)
def test_the_reference_is_awarded_all_points_of_every_criterion(
    criterion: object, whole: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    points = award(ID, criterion.id, whole)  # type: ignore[attr-defined]
    assert type(points) is float
    assert points == criterion.worth  # type: ignore[attr-defined]
    told = capfd.readouterr()
    assert told.err == ""
    assert told.out.startswith(f"{criterion.id}: Đạt, ")  # type: ignore[attr-defined]
    assert "Nguồn: " in told.out


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_gives_a_float_in_range_and_one_line(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], name: str
) -> None:
    points = award(ID, "T01", put(tmp_path, BAD[name]))
    assert type(points) is float
    assert 0.0 <= points <= 2.0
    told = capfd.readouterr()
    assert told.err == ""
    assert told.out.startswith("T01: ")
    assert told.out.count("\n") == 1


@pytest.mark.parametrize(
    ("case_id", "criterion", "folder"),
    [
        (ID, "T01", "khong_co"),
        (ID, "Z99", "reference"),
        (ID, "", "reference"),
        ("khong_co", "T01", "reference"),
        ("../hoi_nghi_dot_xuat", "T01", "reference"),
        (ID, "T01", "ten\0hong"),
    ],
)
def test_what_does_not_exist_gives_zero_and_says_so(
    capfd: pytest.CaptureFixture[str], case_id: str, criterion: str, folder: str
) -> None:
    points = award(case_id, criterion, CASES_DIR / ID / folder)
    assert type(points) is float
    assert points == 0.0
    told = capfd.readouterr()
    assert told.err == ""
    assert told.out.startswith(f"{criterion}: ")
    assert "Traceback" not in told.out


def test_a_changed_file_is_judged_anew(tmp_path: Path) -> None:
    assert award(ID, "T01", tmp_path) == 0.0
    put(tmp_path, json.dumps(WORK))
    assert award(ID, "T01", tmp_path) == 2.0
    put(tmp_path, json.dumps({**WORK, "orders": []}))
    assert award(ID, "T01", str(tmp_path)) == 0.0


def test_in_a_process_of_its_own_nothing_goes_to_stderr_even_with_all_warnings(
    tmp_path: Path,
) -> None:
    put(tmp_path, json.dumps(WORK))
    code = f"from grading import award\nprint(repr([award({ID!r}, c) for c in ('T01', 'Z9')]))"
    answer = subprocess.run(
        [sys.executable, "-W", "always", "-c", code],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "PATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.splitlines()[-1] == "[2.0, 0.0]"
