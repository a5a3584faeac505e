"""Reports on Word files that were read before: a file that has not changed is not read again.

One look at the desk asks for the same file once for the points and once for the remarks; a class's
works are judged for the marks, the board and the debrief.
"""

from __future__ import annotations

from collections import OrderedDict
from hashlib import sha256
from pathlib import Path

from grading.word import CaseFacts, UnreadableWordError, check_file
from grading.word.report import DocumentReport

MOST = 256
_Key = tuple[str, bytes, str, str, CaseFacts]
_READ: OrderedDict[_Key, DocumentReport] = OrderedDict()


def report_on(path: Path, kind: str, rules: str, facts: CaseFacts) -> DocumentReport:
    """The report of `check_file`, known already if name, content and all that is asked are the
    same. A file that could not be read is tried again. Raises UnreadableWordError.
    """
    key = (path.name, _digest(path), kind, rules, facts)
    if key in _READ:
        _READ.move_to_end(key)
        return _READ[key]
    report = check_file(path, kind, rules, facts)
    _READ[key] = report
    if len(_READ) > MOST:
        _READ.popitem(last=False)
    return report


def _digest(path: Path) -> bytes:
    try:
        return sha256(path.read_bytes()).digest()
    except OSError as problem:
        raise UnreadableWordError(
            path,
            f"Không mở được tệp “{path.name}”. Anh/chị đóng tệp ở chương trình đang mở nó rồi thử "
            "lại.",
        ) from problem
