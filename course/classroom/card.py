"""The class card: the one small file that a trainer hands to every learner of a class.

It lies beside the first page of the learner's workspace (or in a folder there). With it the desk
asks once who of the list sits there, and opens the variant, level and format of that person; so
people of one name are told apart, and nobody types a code.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from course.classroom.allotment import Exercise, editions_of
from course.classroom.own_case_copies import copy_own_cases
from course.classroom.plan import ClassPlan
from grading.nbgrader.class_source import deadline_of
from scenarios.atomic_file import write_atomically
from scenarios.edition import Edition
from scenarios.own_cases import FOLDER_NAME

CARD_NAME = "the_lop.json"
SELF_NAME = "toi_la.json"
COPY_NAME = re.compile(r"tien_do__(?P<id>[a-z0-9][a-z0-9_-]{0,59}?)__\d{4}-")
"""The name of a copy of a learner's progress that says whose it is."""
CARD_FOLDER = "phat_cho_hoc_vien"
_FIRST_PAGE = "00_bat_dau.ipynb"
_MAX_BYTES = 500_000
_HOW_VI = """Cách nhận bài (giảng viên gửi tệp này cùng tệp {card})

1. Chép tệp {card} vào thư mục hoc_tap của bộ học liệu trên máy học viên.
2. Mở bộ học liệu như thường, mở bài tập tình huống.
3. Chọn tên mình trong danh sách lớp (một lần), rồi làm bài.
4. Làm xong: thẻ “Nộp bài”, tải gói nộp về và gửi cho giảng viên.
"""
_OWN_VI = """
Lớp này có tình huống do giảng viên tự soạn: trước bước 2 chép thêm cả thư mục {folder} vào hoc_tap;
đang mở bộ học liệu thì đóng rồi mở lại.
"""


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True, populate_by_name=True)


class CardLearner(_Part):
    """One person of the list; `shown` tells people of one name apart."""

    id: str
    name: str
    shown: str
    group: str = ""
    variants: Mapping[str, str] = {}


class ClassCard(_Part):
    """What a learner's machine must know of the class.

    `cases`, `levels`, `formats` map assignments to ids, `deadlines` to what the class says of
    them, where it has any.
    """

    schema_: Annotated[Literal[1], Field(alias="schema")] = 1
    course_id: str
    title: str
    cases: Mapping[str, str] = {}
    levels: Mapping[str, str] = {}
    formats: Mapping[str, str] = {}
    deadlines: Mapping[str, str] = {}
    learners: tuple[CardLearner, ...] = ()

    def edition(self, learner: CardLearner, case_id: str) -> Edition | None:
        """What the learner plays of a case; None if the class has no assignment about it."""
        task = self._task(case_id)
        if task is None:
            return None
        return Edition(
            learner.variants.get(task, ""), self.levels.get(task, ""), self.formats.get(task, "")
        )

    def deadline(self, case_id: str) -> str:
        """When work on a case is due and what a late one costs, "" if the class does not say."""
        return self.deadlines.get(self._task(case_id) or "", "")

    def _task(self, case_id: str) -> str | None:
        return next((task for task, case in self.cases.items() if case == case_id), None)

    def learner(self, learner_id: str) -> CardLearner | None:
        """The person with this id, None if there is none."""
        return next((one for one in self.learners if one.id == learner_id), None)


def write_card(folder: Path, plan: ClassPlan, exercises: Sequence[Exercise]) -> Path:
    """Write the card of a class into its folder for learners; where it is. Raises OSError.

    Cases that the trainer has made lie beside it: the learners' machines do not have them.
    """
    editions = editions_of(plan, exercises)
    card = ClassCard(
        course_id=plan.course_id,
        title=plan.title,
        levels={task: one.level for task, one in editions.items()},
        formats={task: one.format for task, one in editions.items()},
        cases={one.id: one.case_id for one in exercises},
        deadlines={one.id: said for one in exercises if (said := _deadline(folder, one))},
        learners=tuple(
            CardLearner(
                id=one.id,
                name=one.name,
                shown=plan.called(one.id),
                group=one.group,
                variants=one.variants,
            )
            for one in plan.in_order()
        ),
    )
    path = folder / CARD_FOLDER / CARD_NAME
    write_atomically(path, card.model_dump_json(by_alias=True, indent=1) + "\n")
    own = copy_own_cases(path.parent, card.cases.values())
    how = _HOW_VI.format(card=CARD_NAME) + (_OWN_VI.format(folder=FOLDER_NAME) if own else "")
    write_atomically(path.with_name("cach_nhan_bai.txt"), how)
    return path


def _deadline(folder: Path, one: Exercise) -> str:
    return deadline_of(folder / "source" / one.id / f"{one.id}.ipynb")


def find_card(folder: Path) -> tuple[ClassCard, Path] | None:
    """The card for work in `folder` and where it lies; None if there is none that can be read.

    It is sought beside the work, in the two folders above, and in the folders of the workspace.
    """
    start = folder.resolve()
    near = (start, *start.parents[:2])
    home = next((one for one in near if (one / _FIRST_PAGE).is_file()), start)
    for path in (*(one / CARD_NAME for one in near), *sorted(home.glob(f"*/{CARD_NAME}"))):
        try:
            if path.stat().st_size <= _MAX_BYTES:
                return ClassCard.model_validate_json(path.read_bytes()), path
        except (OSError, ValidationError):
            continue
    return None


def who_am_i(card: ClassCard, place: Path) -> CardLearner | None:
    """The person of the list who has said to sit at this machine, None if nobody has."""
    try:
        content = json.loads(place.with_name(SELF_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    if not isinstance(content, dict) or content.get("course_id") != card.course_id:
        return None
    return card.learner(str(content.get("id", "")))


def i_am(card: ClassCard, place: Path, learner: CardLearner) -> None:
    """Remember beside the card who sits at this machine. Raises OSError."""
    content = {"course_id": card.course_id, "id": learner.id, "name": learner.name}
    text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    write_atomically(place.with_name(SELF_NAME), text)
