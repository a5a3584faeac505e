"""A class on one machine: how long starting takes when all come at once, memory for a learner.

    python -m tests.bench.hub [LEARNERS]      20 learners unless told otherwise; Linux, as root

Makes accounts, a class and a JupyterHub on this machine, lets every learner log in, open the
exercise and hand in by the calls that a browser makes, kills the servers of half of them half-way,
and counts what arrived. Beside it stands a bare Jupyter server with a bare kernel, started in the
same run: the kit's share of a learner's memory is told against it.
"""

from __future__ import annotations

import importlib.util
import os
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

from scenarios.case import load_case
from scenarios.edits import reference_work

CASE, BAI = "hoi_nghi_dot_xuat", "tinh_huong_1"
MB = 1024 * 1024
BARE = """
import json, subprocess, sys, time
from jupyter_client import KernelManager
manager = KernelManager(); manager.start_kernel(); client = manager.client()
client.start_channels(); client.wait_for_ready(timeout=60)
print(manager.provisioner.pid, flush=True)
sys.stdin.readline(); manager.shutdown_kernel(now=True)
"""


def main(count: int) -> None:
    """Run the class and print the figures."""
    hub = _package()
    python = hub.edition.public_python()
    if python is None or os.geteuid() != 0:
        sys.exit("needs Linux, root, and a Python that every account may run")
    server = hub.server.ClassServer.make(python, count)
    try:
        server.start()
        _measure(server, count)
    finally:
        server.remove()


def _measure(server: Any, count: int) -> None:
    visitors = [server.visitor(number) for number in range(count)]
    with ThreadPoolExecutor(count) as pool:
        assert all(pool.map(lambda one: one.log_in(), visitors))
        begun = time.monotonic()
        starts = list(pool.map(lambda one: one.open_own_server(), visitors))
        whole = time.monotonic() - begun
        pages = list(pool.map(_open_exercise, visitors))
    print(f"learners {count}: all servers up in {whole:.0f} s; one waited "
          f"{statistics.median(starts):.0f} s (median), {max(starts):.0f} s (longest)")  # fmt: skip
    print(f"exercise open and live: {statistics.median(pages):.1f} s (median)")
    own = [_memory(server.processes_of(one.name)) for one in visitors]
    print(
        f"memory for a learner: {statistics.median(own):.0f} MB (median), {max(own):.0f} MB (most)"
    )
    for one in visitors[::2]:
        for number in server.processes_of(one.name):
            os.kill(number, signal.SIGKILL)
    with ThreadPoolExecutor(4) as pool:
        arrived = sum(pool.map(_hand_in, visitors))
    print(
        f"handed in through the exchange after half of the servers were killed: {arrived}/{count}"
    )
    with _bare() as bare:
        print(f"a bare server and a bare kernel: {bare:.0f} MB")
        print(f"ratio memory for a learner against bare Jupyter: "
              f"{statistics.median(own) / bare:.2f} (goal 1.6)")  # fmt: skip


def _open_exercise(visitor: Any) -> float:
    card_variant = load_case(CASE).variant.id
    work = reference_work(load_case(CASE, card_variant))
    visitor.put(f"{BAI}/bai_lam.json", work.to_json())
    begun = time.monotonic()
    visitor.open_page(f"{BAI}/{BAI}.ipynb")
    return time.monotonic() - begun


def _hand_in(visitor: Any) -> bool:
    visitor.open_own_server()
    page = visitor.open_page(f"{BAI}/{BAI}.ipynb")
    tabs = next(key for key, one in page.widgets.items() if "Nộp bài" in (one.get("titles") or ()))
    page.change(tabs, selected_index=list(page.widgets[tabs]["titles"]).index("Nộp bài"))
    page.press(page.find("ButtonModel", description="Nộp bài")[0])
    return any("Biên nhận" in str(one.get("value")) for one in page.widgets.values())


@contextmanager
def _bare() -> Iterator[float]:
    """Memory in MB of a Jupyter server without anything of ours, and a kernel without imports."""
    server = subprocess.Popen(
        [sys.executable, "-m", "jupyter", "lab", "--no-browser", "--allow-root", "--port=0"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    kernel = subprocess.Popen(
        [sys.executable, "-c", BARE],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert kernel.stdout and kernel.stdin
    number = int(kernel.stdout.readline())
    time.sleep(8)
    yield _memory([server.pid, number])
    kernel.stdin.write("\n")
    kernel.stdin.close()
    kernel.wait(timeout=30)
    kernel.stdout.close()
    server.terminate()
    server.wait(timeout=30)


def _memory(numbers: list[int]) -> float:
    """The memory of these processes in MB; what they share is shared out among them."""
    total = 0
    for number in numbers:
        try:
            lines = Path(f"/proc/{number}/smaps_rollup").read_text(encoding="ascii").splitlines()
        except (OSError, ProcessLookupError):
            continue
        total += next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
    return total * 1024 / MB


def _package() -> ModuleType:
    """What the tests of the hub use, as a package; it lies beside them and not in the kit."""
    place = Path(__file__).parents[1] / "course" / "hub"
    package = ModuleType("hub_tests")
    package.__path__ = [str(place)]
    sys.modules["hub_tests"] = package
    for name in ("visitor", "edition", "server"):
        spec = importlib.util.spec_from_file_location(f"hub_tests.{name}", place / f"{name}.py")
        assert spec and spec.loader
        module = importlib.util.module_from_spec(spec)
        sys.modules[f"hub_tests.{name}"] = module
        spec.loader.exec_module(module)
        setattr(package, name, module)
    return package


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
