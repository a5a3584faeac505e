"""One Vietnamese line that tells how far pip is, made from what pip prints and unpacks."""

import re
import sys
import threading
from pathlib import Path
from types import TracebackType
from typing import Self

_NAMED = re.compile(r"\s*(?:Collecting|Requirement already satisfied:|Processing)\s+(\S+)")


class Progress:
    """First so many packages of all collected, then so many of the new ones unpacked.

    On a terminal one line changes; elsewhere each tenth state is a line of its own. `total` is
    the number of packages in the lock file; pip's "Ignoring" lines take away those that are for
    another system.
    """

    def __init__(self, total: int, environment: Path) -> None:
        self._total = total
        self._environment = environment
        self._names: set[str] = set()
        self._shown = ""
        self._ended = threading.Event()
        self._counter: threading.Thread | None = None

    def read(self, line: str) -> None:
        """Take one line of pip."""
        if line.startswith("Ignoring "):
            self._total -= 1
        elif found := _NAMED.match(line):
            self._collect(_package_name(found[1]))
        elif "Retrying (" in line:
            self._show(
                f"Mạng chậm hoặc mất kết nối, đang thử lại ({len(self._names)}/{self._total})"
            )
        elif line.startswith("Installing collected packages"):
            self._count_unpacked(line.count(",") + 1)

    def _collect(self, name: str) -> None:
        if name not in self._names:
            self._names.add(name)
            number = len(self._names)
            self._show(f"Đang tải gói {number}/{self._total}: {name}", tenth=number % 10 == 0)

    def _count_unpacked(self, new: int) -> None:
        """Pip says nothing while it unpacks, so count what has appeared."""
        folder = next(self._environment.glob("[Ll]ib/**/site-packages"))
        before = len(list(folder.glob("*.dist-info")))

        def watch() -> None:
            last = 0
            while not self._ended.wait(0.3):
                number = min(len(list(folder.glob("*.dist-info"))) - before, new)
                self._show(f"Đang cài gói {number}/{new}", tenth=number // 10 > last // 10)
                last = number

        self._counter = threading.Thread(target=watch)
        self._counter.start()

    def _show(self, text: str, *, tenth: bool = True) -> None:
        if text == self._shown:
            return
        if sys.stderr.isatty():
            sys.stderr.write("\r  " + text.ljust(len(self._shown)))
        elif tenth:
            sys.stderr.write(f"  {text}\n")
        self._shown = text
        sys.stderr.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        if self._counter:
            self._counter.join()
        if self._shown and sys.stderr.isatty():
            sys.stderr.write("\n")


def _package_name(text: str) -> str:
    """The package in "pandas==3.1.1", "pandas>=2" or ".../pandas-3.1.1-py3-none-any.whl"."""
    if text.endswith(".whl"):
        return re.split(r"[\\/]", text)[-1].split("-")[0]
    return re.split(r"[\s=<>!~\[;(]", text)[0]
