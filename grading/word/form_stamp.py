"""The stamp in a blank form of this kit: it tells an untouched form from a filled one."""

from __future__ import annotations

import hashlib

from grading.word.document import Document
from grading.word.text import canon

PREFIX = "mau-trong:"


def stamp_for(document: Document) -> str:
    """The stamp of a form with exactly this text."""
    text = "\n".join(canon(p.text) for p in document.body if p.text.strip())
    return PREFIX + hashlib.sha256(text.encode("utf-8")).hexdigest()[:24]


def is_untouched(document: Document) -> bool:
    """Whether the document is a blank form in which no letter was changed."""
    stamped = document.form_stamp.startswith(PREFIX)
    return stamped and document.form_stamp == stamp_for(document)
