"""Same case, same variant, same work: the same log, byte for byte, on any locale and hash seed."""

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PLAY = """
import sys
from scenarios.case import case_ids, load_case
from scenarios.edits import reference_work
from scenarios.play import play
from scenarios.variants import variant_from_seed
out = sys.stdout.buffer
for case_id in case_ids():
    case = load_case(case_id)
    for seed in range(4):
        here = case.in_variant(variant_from_seed(case.file, seed).id)
        out.write(f"{case_id} {here.variant.id}\\n".encode())
        out.write(play(here, reference_work(here)).log.to_csv().encode("utf-8"))
"""


def _utf8_locale() -> str:
    """A UTF-8 locale of this machine that is not C, if it has one."""
    try:
        listed = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.split()
    except OSError:
        return "en_US.UTF-8"
    good = [one for one in listed if one.lower().endswith(("utf8", "utf-8"))]
    return next((one for one in good if not one.startswith("C.")), good[0] if good else "C.UTF-8")


def _played(setting: dict[str, str]) -> bytes:
    environment = {**os.environ, **setting}
    answer = subprocess.run(
        [sys.executable, "-c", PLAY], cwd=ROOT, env=environment, capture_output=True, timeout=120
    )
    assert answer.returncode == 0, answer.stderr.decode(errors="replace")
    return answer.stdout


@pytest.fixture(scope="module")
def outputs() -> list[bytes]:
    """The logs of several variants, played by two processes that differ in all that may differ."""
    plain = {"LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh"}
    other = {"LC_ALL": _utf8_locale(), "PYTHONHASHSEED": "4242", "TZ": "America/New_York"}
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(_played, [{**plain, "PYTHONUTF8": "0"}, other]))


def test_two_locales_two_hash_seeds_and_two_time_zones_give_the_same_bytes(
    outputs: list[bytes],
) -> None:
    first, second = (hashlib.sha256(one).hexdigest() for one in outputs)
    assert first == second


def test_the_logs_compared_are_whole_runs(outputs: list[bytes]) -> None:
    text = outputs[0].decode("utf-8")
    assert text.count("case_started") == text.count("case_ended") >= 4
    assert "Số 18-GM/ĐU" in text
