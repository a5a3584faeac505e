"""The learner's share of a case: what a level and a format leave to him or her, and what not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from office_sim.happenings import AnchoredTime
from office_sim.manners import Manner
from office_sim.world import World
from scenarios.build_world import anchors_of
from scenarios.case_file import CaseFile, MannerText
from scenarios.edition import Edition
from scenarios.edition_file import FormatText, LevelText
from scenarios.variants import Variant, VariantError

Kind = TypeVar("Kind", LevelText, FormatText)


def level_named(file: CaseFile, name: str) -> LevelText | None:
    """The level with this id, "" being the default; None if the case has no levels.

    Raises VariantError if there is no such level.
    """
    return _named(file, file.levels, name, "mức")


def format_named(file: CaseFile, name: str) -> FormatText | None:
    """The format with this id, "" being the default; None if the case has no formats.

    Raises VariantError if there is no such format.
    """
    return _named(file, file.formats, name, "khung thời gian")


def _named(file: CaseFile, known: Sequence[Kind], name: str, what: str) -> Kind | None:
    found = next((one for one in known if (one.id == name if name else one.default)), None)
    if found is None and name:
        names = ", ".join(one.id for one in known)
        hint = f"chọn một trong: {names}" if known else f"tình huống này không chia {what}"
        raise VariantError(f"Tình huống {file.id} không có {what} “{name}”; {hint}.")
    return found


@dataclass(frozen=True)
class Share:
    """Which parts of a case are the learner's, and which are done by colleagues."""

    level: LevelText | None = None
    format: FormatText | None = None

    def holds(self, part: str, phase: str = "") -> bool:
        """Whether the part is the learner's; names as in `edition_file.PartName`."""
        if self.level is not None and part in self.level.settles:
            return False
        plays = self.format.plays if self.format is not None else ()
        return not plays or part in plays or (bool(phase) and f"phase:{phase}" in plays)

    @property
    def is_whole(self) -> bool:
        """Whether everything is the learner's."""
        return not (self.level is not None and self.level.settles) and not (
            self.format is not None and self.format.plays
        )

    @property
    def undivided(self) -> Share:
        """Everything that there is at this level, all of it the learner's."""
        level = self.level
        return Share(level.model_copy(update={"settles": ()}) if level is not None else None)

    def exists(self, levels: Sequence[str]) -> bool:
        """Whether something exists that belongs to these levels (none named: to all)."""
        return not levels or (self.level is not None and self.level.id in levels)


WHOLE = Share()
"""Everything is the learner's."""


def parts_of(file: CaseFile, share: Share) -> Iterator[str]:
    """The parts of the case that are the learner's, in any variant, each by its name."""
    for task in file.tasks:
        if share.holds(task.id, task.phase):
            yield task.id
    for inject in file.injects:
        if share.exists(inject.levels) and share.holds(f"inject:{inject.id}"):
            yield f"inject:{inject.id}"
    for kind, texts in (
        ("answer", file.questions),
        ("table", file.tables),
        ("document", file.documents),
    ):
        for one in texts:
            if share.holds(f"{kind}:{one.id}", one.phase):
                yield f"{kind}:{one.id}"


def world_of_share(world: World, file: CaseFile, variant: Variant, share: Share) -> World:
    """The world as this level and format have it: what happens, who settles it, when it ends."""
    levels = {one.id: one.levels for one in (*file.injects, *file.happenings)}
    happenings = []
    for one in world.happenings:
        if not share.exists(levels.get(one.id, ())):
            continue
        is_settled = one.is_inject and not share.holds(f"inject:{one.id}")
        happenings.append(
            one.model_copy(update={"settled_by": file.stand_in}) if is_settled else one
        )
    manners = {person.id: person.manners for person in file.people}
    people = tuple(
        one._replace(manners=_manners(manners[one.id], share)) if manners[one.id] else one
        for one in world.people
    )
    end = world.end
    if share.format is not None and share.format.until is not None:
        end = AnchoredTime.parse(share.format.until).moment(anchors_of(file, variant))
    return replace(world, happenings=tuple(happenings), people=people, end=end)


def _manners(texts: Sequence[MannerText], share: Share) -> tuple[Manner, ...]:
    return tuple(
        Manner(one.kind, one.tasks, one.span, one.says) for one in texts if share.exists(one.levels)
    )


def edition_vi(file: CaseFile, edition: Edition) -> str:
    """The edition in words, as far as it is named: "biến thể a-b, mức cơ bản, 40 phút"."""
    level = level_named(file, edition.level) if edition.level else None
    form = format_named(file, edition.format) if edition.format else None
    words = [
        f"biến thể {edition.variant}" if edition.variant else "",
        f"mức {level.title.lower()}" if level is not None else "",
        f"khung {form.minutes} phút" if form is not None else "",
    ]
    return ", ".join(filter(None, words))


def all_editions(file: CaseFile) -> Iterator[Edition]:
    """Every level in every format, the variant left open."""
    for level in [one.id for one in file.levels] or [""]:
        for form in [one.id for one in file.formats] or [""]:
            yield Edition(level=level, format=form)
