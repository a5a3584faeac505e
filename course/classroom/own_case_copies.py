"""Copies of a trainer's own cases for the learners of a class: their machines do not have them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from scenarios.case import case_folder, own_ids
from scenarios.own_cases import FOLDER_NAME, FORM_NAME

_TRAINERS_OWN = shutil.ignore_patterns(FORM_NAME, "wrong", "facilitator.md")
"""What a learner's machine does not need to play and check the case."""


def copy_own_cases(place: Path, cases: Iterable[str]) -> list[str]:
    """Put those of the cases that are a trainer's own into a folder of `place`; their ids.

    Raises OSError.
    """
    own = sorted(set(cases).intersection(own_ids()))
    target = place / FOLDER_NAME
    shutil.rmtree(target, ignore_errors=True)
    for one in own:
        shutil.copytree(case_folder(one), target / one, ignore=_TRAINERS_OWN)
    return own
