"""The learner's road needs no compiled science stack (see decision 12 of the architecture)."""

import subprocess
import sys

import pytest

from .conftest import ROOT

LIGHT = (
    "office_sim",
    "scenarios",
    "grading",
    "course.desk",
    "course.quiz",
    "course.review",
    "course.look",
)
HEAVY = ("pandas", "numpy", "lxml", "altair")
BLOCKED_IMPORT = """
import importlib, pkgutil, sys
heavy = sys.argv[2].split(",")
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in heavy:
            raise ModuleNotFoundError(f"{name} is blocked", name=name)
sys.meta_path.insert(0, Blocker())
package = importlib.import_module(sys.argv[1])
# What reads Word files is the one part that may need lxml.
for module in pkgutil.walk_packages(getattr(package, "__path__", ()), package.__name__ + "."):
    if not module.name.startswith(("grading.word", "grading.nbgrader")):
        importlib.import_module(module.name)
"""


def existing() -> list[str]:
    """Those that the kit has so far."""
    places = {name: ROOT.joinpath(*name.split(".")) for name in LIGHT}
    return [
        name
        for name, place in places.items()
        if place.is_dir() or place.with_suffix(".py").exists()
    ]


@pytest.mark.parametrize("package", existing())
def test_a_package_of_the_learners_road_imports_without_the_heavy_libraries(package: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-c", BLOCKED_IMPORT, package, ",".join(HEAVY)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert answer.returncode == 0, answer.stderr


def test_the_blocker_blocks() -> None:
    answer = subprocess.run(
        [sys.executable, "-c", BLOCKED_IMPORT, "docx", "lxml"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert "lxml" in answer.stderr
    assert "is blocked" in answer.stderr
