"""A case in one of its variants: the texts, the questions, and the world it starts from."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from pydantic import ValidationError

from office_sim import mistakes
from office_sim.mistakes import Mistake, MistakesError
from office_sim.simulation import Run
from office_sim.true_table import TrueTable
from office_sim.world import World
from scenarios.build_world import build_world, words_of
from scenarios.case_file import (
    CaseFile,
    CaseHappening,
    Only,
    QuestionText,
    TaskText,
)
from scenarios.check_axes import check_axes
from scenarios.document_file import DocumentText
from scenarios.edition import Edition
from scenarios.edition_file import FormatText, LevelText
from scenarios.own_cases import own_cases_dir
from scenarios.placeholders import PlaceholderError, fill
from scenarios.share import (
    WHOLE,
    Share,
    format_named,
    level_named,
    parts_of,
    world_of_share,
)
from scenarios.table_file import TableText
from scenarios.table_sources import source_of, true_table
from scenarios.tables import Row, columns_of, drawn_rows, rows_of, shown_rows
from scenarios.variants import Variant, variant_named
from scenarios.work import Work

CASES_DIR = Path(__file__).parent


class CaseError(MistakesError):
    """A case cannot be used as it is written."""

    what = "Tình huống"


class UnknownCaseError(Exception):
    """There is no such case; the message is one Vietnamese sentence."""


@dataclass(frozen=True)
class Case:
    """A case file with its folder, in one edition: variant, level and format.

    What colleagues do at this level or in this format is in the world, not among the parts that
    `tasks`, `injects`, `questions`, `documents` and `tables` give: these are the learner's.
    """

    folder: Path
    file: CaseFile
    variant: Variant
    world: World
    share: Share = WHOLE

    @property
    def id(self) -> str:
        """The case's id, also the name of its folder."""
        return self.file.id

    @property
    def level(self) -> LevelText | None:
        """How hard it is; None if the case has no levels."""
        return self.share.level

    @property
    def format(self) -> FormatText | None:
        """How much of it is played; None if the case has no formats."""
        return self.share.format

    @property
    def has_examples(self) -> bool:
        """Whether the learner may look at worked examples."""
        return self.level is None or self.level.examples

    @property
    def edition(self) -> Edition:
        """Variant, level and format by their names, none left open that the case has."""
        level, form = self.level, self.format
        return Edition(self.variant.id, level.id if level else "", form.id if form else "")

    @property
    def tasks(self) -> list[TaskText]:
        """The tasks that can be ordered in this edition."""
        return [one for one in self.file.tasks if self._is_mine(one.id, one.only)]

    @property
    def injects(self) -> list[CaseHappening]:
        """The injects at which the learner decides in this edition."""
        return [one for one in self.file.injects if self._is_mine(f"inject:{one.id}", one.only)]

    @property
    def questions(self) -> list[QuestionText]:
        """The questions of this edition."""
        return [one for one in self.file.questions if self._is_mine(f"answer:{one.id}", one.only)]

    @property
    def documents(self) -> list[DocumentText]:
        """The Word documents wanted in this edition."""
        return [one for one in self.file.documents if self._is_mine(f"document:{one.id}", one.only)]

    @property
    def tables(self) -> list[TableText]:
        """The tables of this edition."""
        return [one for one in self.file.tables if self._is_mine(f"table:{one.id}", one.only)]

    @cached_property
    def parts(self) -> frozenset[str]:
        """The learner's parts at this level and in this format, whatever the variant.

        Named as a criterion's `tried` names them: "dat_phong", "inject:mat_dien", "table:lich".
        """
        return frozenset(parts_of(self.file, self.share))

    def _is_mine(self, part: str, only: Only) -> bool:
        return self.variant.includes(only) and part in self.parts

    def table(self, table_id: str) -> TableText | None:
        """The table with this id in this variant, None if there is none."""
        return next((one for one in self.tables if one.id == table_id), None)

    def table_rows(self, table_id: str, work: Work | None = None) -> list[Row]:
        """The rows of a table with what is given in them, in order; [] for an unknown table.

        With `work`, a table that follows another shows only the rows that are marked there.
        """
        table = self.table(table_id)
        if table is None:
            return []
        true = self.true_table(table_id)
        if true is not None:
            return shown_rows(table, drawn_rows(true), work)
        return shown_rows(table, rows_of(table, self.folder, self.world.visits), work)

    def true_table(self, table_id: str) -> TrueTable | None:
        """The rows of a drawn table with their truth; None for other tables.

        Never shown before hand-in. Raises PoolError.
        """
        table = self.table(table_id)
        return self._truth_of(table) if table is not None else None

    def _truth_of(self, table: TableText) -> TrueTable | None:
        if source_of(table.rows) is None:
            return None
        seed = f"{self.id}/{self.variant.id}/{table.rows}"
        world = self.world
        return true_table(self.folder, table.rows, seed, world.start, world.closed)

    def table_columns(self, table_id: str) -> dict[str, str]:
        """The given columns of a table: id -> heading, in order; {} for an unknown table."""
        table = self.table(table_id)
        if table is None:
            return {}
        return columns_of(table, self.folder, self.true_table(table_id))

    def is_table_locked(self, table_id: str, run: Run) -> bool:
        """Whether the run has come so far that the table can only be read."""
        table = self.table(table_id)
        return (
            table is not None
            and table.locked_by is not None
            and run.office.has_happened(table.locked_by)
        )

    def task(self, task_id: str) -> TaskText | None:
        """The task with this id in this variant, None if there is none."""
        return next((task for task in self.tasks if task.id == task_id), None)

    def say(self, text: str) -> str:
        """The text with the variant's words in place of {...}. Raises PlaceholderError."""
        return fill(text, self._words)

    @cached_property
    def _words(self) -> Mapping[str, str]:
        """The variant's words, worked out once: a score sheet says hundreds of texts."""
        words = dict(words_of(self.file, self.variant))
        for table in self.file.tables:
            true = self._truth_of(table) if self.variant.includes(table.only) else None
            if true is not None:
                words |= {f"{table.id}_rows": str(len(true.rows)), **true.words}
        return words

    @property
    def brief(self) -> str:
        """What the learner reads first (Markdown)."""
        return self.say((self.folder / "brief.md").read_text(encoding="utf-8"))

    def in_variant(self, name: str) -> Case:
        """The same case in another variant. Raises VariantError, CaseError."""
        return _case(self.folder, self.file, variant_named(self.file, name), self.share)

    def in_edition(self, edition: Edition) -> Case:
        """The same case in another edition. Raises VariantError, CaseError."""
        return _edition(self.folder, self.file, edition)


def shipped_ids() -> list[str]:
    """The ids of the cases that the kit comes with."""
    return sorted(entry.parent.name for entry in CASES_DIR.glob("*/case.toml"))


def own_ids() -> list[str]:
    """The ids of the cases that a trainer has made; one named as a case of the kit is none."""
    own = {entry.parent.name for entry in own_cases_dir().glob("[a-z]*/case.toml")}
    return sorted(own.difference(shipped_ids()))


def case_ids() -> list[str]:
    """The ids of all cases: those of the kit, and those that a trainer has made."""
    return sorted((*shipped_ids(), *own_ids()))


def case_folder(case_id: str) -> Path:
    """Where a case lies, be it the kit's or a trainer's; for an unknown case nothing is there."""
    return own_cases_dir() / case_id if case_id in own_ids() else CASES_DIR / case_id


def forget_cases() -> None:
    """Read every case anew from now on: one of them was written."""
    _load.cache_clear()
    _load_file.cache_clear()


def load_case(case_id: str, edition: Edition | str = "") -> Case:
    """The case in the edition; a plain text names its variant, "" being the default.

    Raises UnknownCaseError, CaseError or VariantError, each with what to do.
    """
    if case_id not in case_ids():
        known = ", ".join(case_ids())
        raise UnknownCaseError(
            f"Không có tình huống “{case_id}”; các tình huống hiện có: {known}. Tình huống tự soạn "
            f"ở máy khác thì chép thư mục của nó vào “{own_cases_dir()}”."
        )
    return _load(case_id, Edition(edition) if isinstance(edition, str) else edition)


@cache
def _load(case_id: str, edition: Edition) -> Case:
    return _edition(case_folder(case_id), _load_file(case_id), edition)


@cache
def _load_file(case_id: str) -> CaseFile:
    """The case's file, read once for all its editions."""
    return _read_file(case_folder(case_id))


def read_case(folder: Path, edition: Edition | str = "") -> Case:
    """The case in a folder. Raises CaseError with all mistakes of the file, VariantError."""
    wanted = Edition(edition) if isinstance(edition, str) else edition
    return _edition(folder, _read_file(folder), wanted)


def _read_file(folder: Path) -> CaseFile:
    name = f"{folder.name}/case.toml"
    try:
        content = tomllib.loads((folder / "case.toml").read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError([mistakes.of_toml(name, error)]) from error
    except OSError as error:
        mistake = Mistake(name, "", "không mở được tệp", "đặt case.toml vào thư mục")
        raise CaseError([mistake]) from error
    try:
        file = CaseFile.model_validate(content)
    except ValidationError as error:
        raise CaseError(mistakes.of_records(name, error, content)) from error
    wrong = list(check_axes(file))
    if wrong:
        raise CaseError(wrong)
    return file


def _edition(folder: Path, file: CaseFile, edition: Edition) -> Case:
    share = Share(level_named(file, edition.level), format_named(file, edition.format))
    return _case(folder, file, variant_named(file, edition.variant), share)


def _case(folder: Path, file: CaseFile, variant: Variant, share: Share) -> Case:
    try:
        world = world_of_share(build_world(file, variant), file, variant, share)
        return Case(folder, file, variant, world, share)
    except PlaceholderError as error:
        problem = f"lời văn dùng từ trong ngoặc nhọn không có: “{error}”"
        place, mend = f"biến thể {variant.id}", "khai từ ấy ở words của mọi giá trị trên một trục"
        raise CaseError([Mistake(f"{file.id}/case.toml", place, problem, mend)]) from error
