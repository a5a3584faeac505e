"""A class with a running JupyterHub, made for a test and taken away without a trace."""

from __future__ import annotations

import csv
import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from .edition import make_edition
from .visitor import Visitor

MAKE_CLASS = """
import sys
from pathlib import Path
from course.classroom.allotment import Exercise, allot
from course.classroom.card import write_card
from course.classroom.plan import ClassPlan, Student, write_plan
from grading.nbgrader.class_folder import assignments_of, new_class
folder, names = Path(sys.argv[1]), sys.argv[2:]
new_class(folder, "lop_thu", ["tinh_huong_1"])
students = tuple(Student(id=one, name=f"Học viên {one}") for one in names)
exercises = [Exercise(one.id, one.case_id) for one in assignments_of(folder)]
plan = allot(ClassPlan(course_id="lop_thu", title="Lớp thử", students=students), exercises)
write_plan(folder, plan)
write_card(folder, plan, exercises)
"""
_PATIENCE = 120.0


@dataclass
class ClassServer:
    """One class on one server. `names` are the learners' accounts on this machine."""

    root: Path
    names: list[str]
    port: int
    process: subprocess.Popen[bytes] | None = None
    passwords: dict[str, str] = field(default_factory=dict)

    @classmethod
    def make(cls, python: Path, count: int) -> ClassServer:
        """An edition of the kit that all can read, with a class of `count` learners."""
        root = make_edition(python)
        stem = f"vp{secrets.token_hex(3)}"
        server = cls(root, [f"{stem}_{number:02d}" for number in range(count)], _free_ports())
        (root / "srv").mkdir(mode=0o755)
        server.run("-c", MAKE_CLASS, str(server.folder), *server.names)
        text = f'dia_chi = "127.0.0.1"\ncong = {server.port}\nmo_cung_luc = 3\n'
        (server.folder / "may_chu.toml").write_text(text, encoding="utf-8")
        return server

    @property
    def folder(self) -> Path:
        """The class folder."""
        return self.root / "srv" / "lop"

    @property
    def place(self) -> Path:
        """What the server keeps beside the class folder."""
        return self.root / "srv" / "lop.may_chu"

    @property
    def base(self) -> str:
        """The server's address, with `/` at its end."""
        return f"http://127.0.0.1:{self.port}/"

    def run(self, *words: str) -> str:
        """Run the edition's Python; what it printed. Fails if it does."""
        command = [str(self.root / "kit" / ".venv" / "bin" / "python"), "-P", *words]
        done = subprocess.run(command, capture_output=True, text=True, env=self._environment())
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout + done.stderr

    def start(self) -> None:
        """Run `vanphong hub` and wait until the login page is there."""
        command = [str(self.root / "kit" / ".venv" / "bin" / "python"), "-P", "-m", "course.cli"]
        with (self.root / "hub.txt").open("ab") as log:
            self.process = subprocess.Popen(
                [*command, "hub", str(self.folder)],
                stdout=log,
                stderr=log,
                env=self._environment(),
                start_new_session=True,
            )
        end = time.monotonic() + _PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            if self._answers():
                self._read_passwords()
                return
            time.sleep(0.3)
        raise AssertionError((self.root / "hub.txt").read_text(encoding="utf-8", errors="replace"))

    def visitor(self, number: int) -> Visitor:
        """A learner of the class, not yet logged in."""
        name = self.names[number]
        return Visitor(self.base, name, self.passwords[name])

    def processes_of(self, name: str) -> list[int]:
        """The numbers of all processes of a learner's account."""
        found = subprocess.run(["pgrep", "-u", name], capture_output=True, text=True)
        return [int(one) for one in found.stdout.split()]

    def stop(self) -> None:
        """End the hub as a power cut does; learners' servers go on."""
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        # The proxy and the service that stops idle servers are children of the hub.
        subprocess.run(["pkill", "-KILL", "-f", str(self.root / "kit" / ".venv" / "bin")])

    def remove(self) -> None:
        """Take processes, accounts and files away."""
        self.stop()
        for name in self.names:
            subprocess.run(["pkill", "-KILL", "-u", name])
            subprocess.run(["userdel", "-f", name], capture_output=True)
        shutil.rmtree(self.root, ignore_errors=True)

    def _environment(self) -> dict[str, str]:
        own = {"PYTHONPATH": str(self.root / "kit"), "PYTHONUTF8": "1"}
        kept = {key: value for key, value in os.environ.items() if not key.startswith("JUPYTER")}
        return kept | own

    def _answers(self) -> bool:
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        try:
            with opener.open(f"{self.base}hub/login", timeout=5) as answer:
                return bool(answer.status == 200)
        except (OSError, urllib.error.URLError):
            return False

    def _read_passwords(self) -> None:
        path = self.place / "rieng" / "mat_khau.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            self.passwords = {row[1]: row[2] for row in list(csv.reader(file))[1:]}


def _free_ports() -> int:
    """The first of three ports in a row that are free: pages, proxy, hub."""
    while True:
        first = 20_000 + secrets.randbelow(20_000)
        if all(_is_free(first + step) for step in range(3)):
            return first


def _is_free(port: int) -> bool:
    with socket.socket() as attempt:
        try:
            attempt.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
