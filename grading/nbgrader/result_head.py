"""What a result page says of itself for the desk to read: whose it is, and of which hand-in."""

from __future__ import annotations

import html
import re
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from grading.nbgrader.receipt import Id

_META = re.compile(r'<meta name="vanphong-ket-qua" content="([^"]*)">')


class ResultHead(BaseModel):
    """The page's head. `receipt` is the code of the hand-in, "" where it came without one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    case: Id
    assignment: Id
    learner: Id
    receipt: Annotated[str, Field(max_length=20)] = ""

    def element(self) -> str:
        """The element that stands in the page."""
        content = html.escape(self.model_dump_json(), quote=True)
        return f'<meta name="vanphong-ket-qua" content="{content}">'


def head_of(page: str) -> ResultHead | None:
    """The head of a result page; None if the text is none that this kit has written."""
    found = _META.search(page)
    try:
        return ResultHead.model_validate_json(html.unescape(found[1])) if found else None
    except ValidationError:
        return None
