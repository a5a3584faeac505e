"""The plan for a province: what its files promise is what the kit has."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

PLACE = Path(__file__).parents[3] / "course" / "hub" / "province"
PROJECT = PLACE.parents[2]


@pytest.fixture
def values() -> Any:
    """The settings for the chart."""
    return yaml.safe_load((PLACE / "values.yaml").read_text(encoding="utf-8"))


def test_the_image_holds_what_it_copies(values: Any) -> None:
    recipe = (PLACE / "Dockerfile").read_text(encoding="utf-8")
    copied = re.findall(r"^COPY (.+) \S+$", recipe, re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    assert all((PROJECT / name).exists() for name in names), names
    assert {"office_sim", "scenarios", "grading", "course", "exercises"} <= set(names)
    assert "--require-hashes" in recipe


def test_learners_get_the_kits_own_server(values: Any) -> None:
    module = values["singleuser"]["cmd"][-1]
    assert importlib.util.find_spec(module)
    mounts = {one["mountPath"] for one in values["singleuser"]["storage"]["extraVolumeMounts"]}
    environment = values["singleuser"]["extraEnv"]
    assert {environment["VANPHONG_PHAT"], environment["VANPHONG_HOP_NOP"]} == mounts


def test_the_sizes_in_the_handbook_follow_from_the_reserved_memory(values: Any) -> None:
    reserved = int(values["singleuser"]["memory"]["guarantee"].removesuffix("M"))
    text = (PROJECT / "HUONG-DAN.md").read_text(encoding="utf-8")
    assert f"({reserved} MB mỗi người)" in text
    rows = re.findall(r"^\| ([\d.]+) \| ([\d.]+) GB \| (\d+) \|$", text, re.MULTILINE)
    assert len(rows) == 3
    for learners, memory, nodes in rows:
        needed = int(learners.replace(".", "")) * reserved / 1000
        assert needed == pytest.approx(int(memory), abs=1)
        assert int(nodes) == -(-needed // 13)
