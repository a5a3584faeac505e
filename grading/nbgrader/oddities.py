"""What is odd about a hand-in, for the trainer to know of; nothing said here changes a mark.

Runs in the marking process, since it reads what a learner may have forged.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from grading.nbgrader.data_files import data_files
from grading.nbgrader.notebook import GRADE_PREFIX, source_notebook
from scenarios.edition import Edition
from scenarios.work import Work, is_chain_whole
from scenarios.work_file import FILE_NAME, WorkError, read_work

_EDITION = re.compile(r', (?:variant|level|format)="[^"]*"|, counts=False')
_CRITERION = re.compile(r'(award\("\w+", )"\w+"')


def oddities(case_id: str, folder: Path, edition: Edition) -> list[str]:
    """Vietnamese sentences about the notebook, the work and the Word files of a hand-in."""
    return [*_notebook(folder, case_id, edition), *_work(folder), *_documents(folder, case_id)]


def _notebook(folder: Path, case_id: str, edition: Edition) -> Iterator[str]:
    path = folder / f"{folder.name}.ipynb"
    if not path.is_file():
        return  # on another machine only the data were sent
    try:
        what = _difference(json.loads(path.read_text(encoding="utf-8")), case_id, edition)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        what = "không đọc được"
    if what:
        yield f"Sổ bài tập nộp lên khác bản phát ({what}); đã chấm theo bản phát."


def _difference(content: Mapping[str, Any], case_id: str, edition: Edition) -> str:
    """In what the notebook is none of ours, "" if it is; any level and format is ours."""
    expected = [one for one in source_notebook(case_id, edition)["cells"] if _is_code(one)]
    known = {_shape(one) for one in expected}
    worth = {_info(one).get("grade_id"): _info(one).get("points") for one in expected}
    kernel = content["metadata"].get("kernelspec", {}).get("name", "python3")
    cells = [one for one in content["cells"] if _is_code(one)]
    names = Counter(_info(one).get("grade_id") for one in cells if _info(one))
    if not str(kernel).startswith("python"):
        return "dùng ngôn ngữ khác"
    if any(_shape(one) not in known for one in cells):
        return "có ô lệnh lạ"
    if not any(str(name).startswith(GRADE_PREFIX) for name in names):
        return "thiếu ô chấm điểm"
    if max(names.values()) > 1:
        return "có ô lặp lại"
    if any(_is_forged(_info(one), worth) for one in cells if _info(one)):
        return "thông tin điểm trong ô bị đổi"
    return ""


def _is_forged(info: Mapping[str, Any], worth: Mapping[Any, Any]) -> bool:
    name, points = info.get("grade_id"), info.get("points", 0)
    return bool(info.get("schema_version") != 3 or points not in (0, worth.get(name, points)))


def _is_code(cell: Mapping[str, Any]) -> bool:
    return bool(cell["cell_type"] == "code")


def _info(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    info: Mapping[str, Any] = cell["metadata"].get("nbgrader", {})
    return info


def _shape(cell: Mapping[str, Any]) -> str:
    """The cell's code without what differs between criteria, levels and formats."""
    return _CRITERION.sub(r"\1", _EDITION.sub("", "".join(cell["source"])))


def _work(folder: Path) -> Iterator[str]:
    try:
        work = read_work(folder / FILE_NAME)
    except WorkError:
        return  # said by the judgement
    if work is None:
        return
    if not is_chain_whole(work):
        yield "Nhật ký làm bài đã bị sửa hoặc thiếu đoạn; điểm không tính theo nhật ký."
    known = {field.alias or name for name, field in Work.model_fields.items()}
    strange = set(json.loads((folder / FILE_NAME).read_text(encoding="utf-8-sig"))) - known
    if strange:
        yield f"Bài làm có {len(strange)} mục không thuộc mẫu bài làm; đã bỏ qua."


def _documents(folder: Path, case_id: str) -> Iterator[str]:
    for name in data_files(case_id):
        path = folder / name
        if path.suffix == ".docx" and path.is_file() and not zipfile.is_zipfile(path):
            yield f"Tệp {name} không phải tệp Word mở được."
