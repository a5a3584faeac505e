"""The autograded notebook, written as nbgrader's own `autograde` writes it, without a kernel.

Every cell that nbgrader would execute is one of ours and calls `award`, so what a kernel would show
is known: the text printed and the number returned. A test compares with real runs.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from typing import Any

from grading.nbgrader.assignment import Assignment
from grading.nbgrader.class_source import uncounted
from grading.nbgrader.notebook import GRADE_PREFIX, UNMARKED_TAG, source_notebook
from grading.nbgrader.word_cells import WORD_PREFIX
from scenarios.typed import LOP, pressed_or_typed

# A blank in the form, with the line end and indentation before it if it stands alone on its line.
_BLANK = re.compile(r'(?P<before>\n *|)"@@(?P<name>[\w ]+)@@"')


class NotebookNotOursError(Exception):
    """A released notebook cannot be marked without a kernel; one Vietnamese sentence."""


class MarkedNotebook:
    """The released notebook of an assignment, ready to be filled for one learner after another."""

    def __init__(self, released: Assignment, kernelspec: str | None) -> None:
        """`kernelspec` is the JSON text that the gradebook holds.

        Raises NotebookNotOursError if the notebook has cells that only a kernel could mark.
        """
        self._content = json.loads(released.notebook.read_text(encoding="utf-8"))
        if kernelspec:
            self._content["metadata"]["kernelspec"] = json.loads(kernelspec)
        self._content["metadata"]["language_info"] = _language()
        expected = source_notebook(released.case_id, released.edition)["cells"]
        for cells in (expected, self._content["cells"]):
            uncounted(cells, released.dropped)
        ours = {"".join(cell["source"]) for cell in expected if cell["cell_type"] == "code"}
        for cell in self._content["cells"]:
            if cell["cell_type"] == "code":
                cell["outputs"], cell["execution_count"] = [], None
                if _runs(cell) and "".join(cell["source"]) not in ours:
                    raise NotebookNotOursError(
                        f"Sổ bài tập “{released.id}” có ô lệnh mà bộ học liệu không biết, hoặc "
                        "khác với bảng tiêu chí hiện hành; anh/chị "
                        f"{pressed_or_typed('Phát bài', 'class release', LOP, released.id)}."
                    )
        self._form = self._make_form()

    @property
    def checksums(self) -> dict[str, str]:
        """Grade id -> nbgrader's checksum of the cell."""
        infos = (cell["metadata"].get("nbgrader", {}) for cell in self._content["cells"])
        return {info["grade_id"]: info.get("checksum", "") for info in infos if info}

    def filled(
        self,
        cells: Mapping[str, tuple[str, float]],
        words: Mapping[str, str],
        started: str,
        finished: str,
    ) -> str:
        """The notebook's text with what each cell printed and returned.

        `cells` maps criteria; `words` maps the cells for words to sources; the times are UTC in ISO
        form, and stand in every cell's timing.
        """
        texts = {"started": [started], "finished": [finished]}
        texts |= {f"words {name}": source.splitlines(True) for name, source in words.items()}
        for criterion, (printed, value) in cells.items():
            texts[f"printed {criterion}"] = printed.splitlines(keepends=True)
            texts[f"value {criterion}"] = [repr(value)]

        def fill(blank: re.Match[str]) -> str:
            lines = (json.dumps(text, ensure_ascii=False) for text in texts[blank["name"]])
            return blank["before"] + f",{blank['before']}".join(lines)

        # One pass: what is filled in is not looked at again, whatever a learner wrote into it.
        return _BLANK.sub(fill, self._form)

    def _make_form(self) -> str:
        """The notebook's text with a blank wherever learners differ, made once."""
        count = 0
        for cell in self._content["cells"]:
            name = str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))
            if name.startswith(WORD_PREFIX):
                cell["source"] = [_blank(f"words {name}")]
            elif cell["cell_type"] == "code" and _runs(cell):
                count += 1
                criterion = cell["metadata"]["nbgrader"]["grade_id"].removeprefix(GRADE_PREFIX)
                cell["execution_count"] = count
                cell["metadata"]["execution"] = {
                    "iopub.execute_input": _blank("started"),
                    "iopub.status.busy": _blank("started"),
                    "iopub.status.idle": _blank("finished"),
                    "shell.execute_reply": _blank("finished"),
                }
                cell["outputs"] = _outputs(criterion, count)
        text = json.dumps(
            self._content, ensure_ascii=False, indent=1, sort_keys=True, separators=(",", ": ")
        )
        return text + "\n"


def _runs(cell: Mapping[str, Any]) -> bool:
    """Whether nbclient would execute the cell."""
    tags = cell["metadata"].get("tags", [])
    return bool("".join(cell["source"]).strip()) and UNMARKED_TAG not in tags


def _outputs(criterion: str, count: int) -> list[dict[str, Any]]:
    return [
        {"name": "stdout", "output_type": "stream", "text": [_blank(f"printed {criterion}")]},
        {
            "data": {"text/plain": [_blank(f"value {criterion}")]},
            "execution_count": count,
            "metadata": {},
            "output_type": "execute_result",
        },
    ]


def _blank(name: str) -> str:
    return f"@@{name}@@"


def _language() -> dict[str, Any]:
    """What a Python kernel says of itself."""
    return {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": sys.version.split()[0],
    }
