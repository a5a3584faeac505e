"""Every module is one concept of a readable size that does nothing when it is imported."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, files, modules, name_of

NO_CONCEPT = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "tools"}
DECLARATIONS = (
    ast.Import,
    ast.ImportFrom,
    ast.Assign,
    ast.AnnAssign,
    ast.FunctionDef,
    ast.AsyncFunctionDef,
    ast.ClassDef,
)
# Imports every module of the kit, and stops at the first that opens a file of the project other
# than Python's own, starts a program or connects to anything.
IMPORT_ALL = """
import importlib, pathlib, sys
root = pathlib.Path(sys.argv[1])
def watch(event, details):
    if event in ("subprocess.Popen", "os.system", "socket.connect"):
        raise SystemExit(f"{event} {details} while importing {name}")
    if event == "open" and isinstance(details[0], str):
        place = pathlib.Path(details[0])
        if root in place.parents and ".venv" not in place.parts:
            if place.suffix not in (".py", ".pyc"):
                raise SystemExit(f"opened {place} while importing {name}")
sys.dont_write_bytecode = True
name = ""
sys.addaudithook(watch)
for name in sys.argv[2:]:
    importlib.import_module(name)
"""


@pytest.mark.parametrize("module", files("*.py"), ids=name_of)
def test_a_module_has_a_concept_for_a_name_and_fits_a_reader(module: Path) -> None:
    assert module.stem not in NO_CONCEPT
    lines = module.read_text(encoding="utf-8").count("\n")
    assert lines <= 400, f"{lines} lines: find the second concept"


@pytest.mark.parametrize("module", modules(), ids=name_of)
def test_a_module_opens_with_a_sentence_and_only_declares(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "no opening sentence"
    for node in tree.body[1:]:
        if isinstance(node, ast.If):  # TYPE_CHECKING, sys.platform, __name__ == "__main__"
            continue
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        assert isinstance(node, DECLARATIONS), f"line {node.lineno} runs at import"


def test_importing_all_of_the_kit_reads_no_data_and_starts_nothing() -> None:
    names = [".".join(place.relative_to(ROOT).with_suffix("").parts) for place in modules()]
    names = [name.removesuffix(".__init__") for name in names]
    answer = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL, str(ROOT), *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert answer.returncode == 0, answer.stderr
