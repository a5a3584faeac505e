"""Checking the names in a case: everything it speaks of must exist, every time lie within it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from office_sim.happenings import AnchoredTime, Effect, EffectKind
from office_sim.log import EventKind
from office_sim.mistakes import Mistake
from office_sim.orders import Verb
from office_sim.papers import Secrecy
from office_sim.patterns import Pattern
from scenarios.build_world import anchors_of, setting_of
from scenarios.case import Case
from scenarios.case_file import CaseFile, CaseHappening, Only, OptionText, TaskText
from scenarios.variants import all_variants

_BY_THE_MEETING = {
    EventKind.MEETING_OPENED,
    EventKind.MEETING_CLOSED,
    EventKind.MEETING_FAILED,
}
_PERSON_EFFECTS = {EffectKind.OCCUPY, EffectKind.AWAY, EffectKind.REACH, EffectKind.RELEASE}
_ROOM_EFFECTS = {EffectKind.TAKE_ROOM, EffectKind.BOOK_ROOM}


def check_names(case: Case) -> Iterator[Mistake]:
    """Every name or time in the case file that leads nowhere."""
    file = case.file
    yield from _repeated(file)
    yield from _people(file)
    for task in file.tasks:
        yield from _task(file, task)
    for happening in (*file.injects, *file.happenings):
        yield from _happening(file, happening)
        yield from _times(file, happening)


def _mistake(file: CaseFile, place: str, problem: str, mend: str) -> Mistake:
    return Mistake(f"{file.id}/case.toml", place, problem, mend)


def _repeated(file: CaseFile) -> Iterator[Mistake]:
    groups: dict[str, list[str]] = {
        "task": [one.id for one in file.tasks],
        "person": [one.id for one in file.people],
        "paper": [one.id for one in file.papers],
        "room": [one.id for one in file.rooms],
        "channel": [one.id for one in file.channels],
        "inject, happening": [one.id for one in (*file.injects, *file.happenings)],
        "question": [one.id for one in file.questions],
    }
    for kind, ids in groups.items():
        for twice in sorted({one for one in ids if ids.count(one) > 1}):
            yield _mistake(file, kind, f"mã “{twice}” dùng hai lần", "đặt mã khác cho một mục")


def _people(file: CaseFile) -> Iterator[Mistake]:
    for person in file.people:
        for body in set(person.bodies) - set(file.bodies):
            place = f"person “{person.id}”, bodies"
            yield _mistake(file, place, f"không có tập thể “{body}”", "khai ở mục [bodies]")


def _task(file: CaseFile, task: TaskText) -> Iterator[Mistake]:
    place = f"task “{task.id}”"
    subjects = {file.meeting.id, *(paper.id for paper in file.papers)}
    if task.subject not in subjects:
        yield _unknown(file, f"{place}, subject", task.subject, subjects)
    phases = {phase.id for phase in file.phases}
    if task.phase not in phases:
        yield _unknown(file, f"{place}, phase", task.phase, phases)
    if bool(task.answered_by) != (task.answer is not None):
        mend = "ghi cả answered_by và answer, hoặc bỏ cả hai"
        yield _mistake(file, place, "chỉ ghi một nửa phần trả lời của lãnh đạo", mend)
    if task.answered_by and task.answered_by not in _person_ids(file):
        yield _unknown(file, f"{place}, answered_by", task.answered_by, _person_ids(file))
    for need in task.needs:
        if need not in _producible(file):
            mend = "sửa needs, hoặc thêm một việc hay sự kiện tạo ra điều ấy"
            yield _mistake(file, f"{place}, needs", f"không gì tạo ra được “{need}”: ngõ cụt", mend)
    yield from _only(file, place, task.only)
    yield from _option_items(file, task)


def _option_items(file: CaseFile, task: TaskText) -> Iterator[Mistake]:
    known = {
        "channel": {channel.id for channel in file.channels},
        "room": {room.id for room in file.rooms},
    }
    wanted = {Verb.INVITE: "channel", Verb.ISSUE: "channel", Verb.BOOK: "room"}.get(task.verb)
    if wanted is None:
        return
    option: OptionText | None = next((one for one in task.options if one.id == wanted), None)
    place = f"task “{task.id}”, option “{wanted}”"
    if option is None:
        yield _mistake(file, place, "việc này cần một mục chọn như vậy", f"thêm option {wanted}")
        return
    for item in option.items:
        if item.id not in known[wanted]:
            yield _unknown(file, place, item.id, known[wanted])


def _happening(file: CaseFile, one: CaseHappening) -> Iterator[Mistake]:
    place = f"inject “{one.id}”" if one.is_inject else f"happening “{one.id}”"
    if (one.at is None) == (one.on is None):
        yield _mistake(file, place, "cần đúng một trong hai: at hoặc on", "giữ lại một mục")
    if one.is_inject and len(one.choices) < 2:
        mend = "thêm ít nhất một lựa chọn nữa"
        yield _mistake(file, place, "ngõ cụt: không có gì để chọn", mend)
    if one.by and one.by not in _person_ids(file):
        yield _unknown(file, f"{place}, by", one.by, _person_ids(file))
    yield from _only(file, place, one.only)
    for pattern in filter(None, (one.on, *one.given, *one.unless)):
        yield from _pattern(file, place, pattern)
    ids = [choice.id for choice in one.choices]
    for twice in sorted({choice for choice in ids if ids.count(choice) > 1}):
        yield _mistake(file, place, f"lựa chọn “{twice}” dùng hai lần", "đặt mã khác")
    for effect in (*one.effects, *(effect for choice in one.choices for effect in choice.effects)):
        yield from _effect(file, place, effect)


def _pattern(file: CaseFile, place: str, pattern: Pattern) -> Iterator[Mistake]:
    if pattern.kind is not EventKind.DECISION_MADE or pattern.subject is None:
        return
    inject = next((one for one in file.injects if one.id == pattern.subject), None)
    if inject is None:
        yield _unknown(file, place, pattern.subject, {one.id for one in file.injects})
        return
    choice = pattern.where.get("choice")
    choices = {one.id for one in inject.choices}
    if isinstance(choice, str) and choice not in choices:
        yield _unknown(file, f"{place}, choice", choice, choices)


def _effect(file: CaseFile, place: str, effect: Effect) -> Iterator[Mistake]:
    place = f"{place}, effects"
    if effect.by and effect.by not in _person_ids(file):
        yield _unknown(file, f"{place}, by", effect.by, _person_ids(file))
    if effect.kind in _PERSON_EFFECTS and effect.target not in _person_ids(file):
        yield _unknown(file, place, effect.target, _person_ids(file))
    rooms = {room.id for room in file.rooms}
    if effect.kind in _ROOM_EFFECTS and effect.target not in rooms:
        yield _unknown(file, place, effect.target, rooms)
    if effect.kind is EffectKind.MAKE_SECRET:
        papers = {paper.id for paper in file.papers}
        if effect.target not in papers:
            yield _unknown(file, place, effect.target, papers)
        levels = {level.value for level in Secrecy}
        if effect.level not in levels:
            yield _unknown(file, f"{place}, level", effect.level, levels)


def _times(file: CaseFile, one: CaseHappening) -> Iterator[Mistake]:
    """A time that falls before the start or after the end of some variant."""
    if one.at is None:
        return
    for variant in all_variants(file):
        setting = setting_of(file, variant)
        try:
            moment = AnchoredTime.parse(one.at).moment(anchors_of(file, variant))
        except ValueError as error:
            yield _mistake(file, f"“{one.id}”, at", str(error), "viết như start+20m, meeting-1h")
            return
        if setting.start is None or setting.end is None:
            return
        if not setting.start <= moment <= setting.end:
            problem = f"giờ “{one.at}” nằm ngoài tình huống ở biến thể {variant.id}"
            yield _mistake(file, f"“{one.id}”, at", problem, "dời giờ, hoặc dùng only")
            return


def _only(file: CaseFile, place: str, only: Only) -> Iterator[Mistake]:
    axes = {axis.id: {value.id for value in axis.values} for axis in file.axes}
    for axis, values in only.items():
        if axis not in axes:
            yield _unknown(file, f"{place}, only", axis, axes)
            continue
        for value in set(values) - axes[axis]:
            yield _unknown(file, f"{place}, only.{axis}", value, axes[axis])


def _producible(file: CaseFile) -> set[str]:
    """Every "event_kind:subject" that some task, effect or the meeting itself brings about."""
    made = {f"{kind.value}:{file.meeting.id}" for kind in _BY_THE_MEETING}
    for task in file.tasks:
        kinds = [task.emits, *task.also, *([task.answer] if task.answer else [])]
        made |= {f"{kind.value}:{task.subject}" for kind in kinds}
    for one in (*file.injects, *file.happenings):
        effects = [*one.effects, *(effect for choice in one.choices for effect in choice.effects)]
        made |= {f"{effect.event.value}:{effect.target}" for effect in effects}
    return made


def _person_ids(file: CaseFile) -> set[str]:
    return {person.id for person in file.people}


def _unknown(file: CaseFile, place: str, name: str, known: Iterable[str]) -> Mistake:
    return _mistake(
        file, place, f"không có “{name}”", f"dùng một trong: {', '.join(sorted(known))}"
    )
