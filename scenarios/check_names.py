"""Checking the names in a case: everything it speaks of must exist, every time lie within it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from office_sim.channels import PHONE
from office_sim.happenings import Effect, EffectKind
from office_sim.log import EventKind
from office_sim.mistakes import Mistake
from office_sim.orders import Verb
from office_sim.papers import Secrecy
from office_sim.systems import Network, load_systems
from scenarios.case import Case
from scenarios.case_file import CaseFile, CaseHappening, Only, OptionText, TaskText
from scenarios.known_names import (
    not_among,
    outside,
    person_ids,
    producible,
    unknown_in_only,
    unknown_in_pattern,
)

_PERSON_EFFECTS = {EffectKind.OCCUPY, EffectKind.AWAY, EffectKind.REACH, EffectKind.RELEASE}
_MEETING_VERBS = {
    Verb.INVITE,
    Verb.CONFIRM,
    Verb.COUNT,
    Verb.BOOK,
    Verb.CHECK,
    Verb.ATTEND,
    Verb.ROUTE,
    Verb.BOOK_CARS,
}
_MEETING_EFFECTS = {
    EffectKind.TAKE_ROOM,
    EffectKind.BOOK_ROOM,
    EffectKind.BREAK,
    EffectKind.REPAIR,
    EffectKind.MOVE_MEETING,
    EffectKind.REACH,
    EffectKind.RELEASE,
}
_SYSTEM_EFFECTS = {EffectKind.BREAK_SYSTEM, EffectKind.USE_SYSTEM}
_ROOM_EFFECTS = {EffectKind.TAKE_ROOM, EffectKind.BOOK_ROOM}


def check_names(case: Case) -> Iterator[Mistake]:
    """Every name or time in the case file that leads nowhere."""
    file = case.file
    if case.folder.name != file.id:
        mend = "đặt id đúng bằng tên thư mục"
        yield _mistake(file, "id", f"thư mục tên là “{case.folder.name}”", mend)
    yield from _repeated(file)
    yield from _people(file)
    yield from _systems(file)
    for task in file.tasks:
        yield from _task(file, task)
    for question in file.questions:
        yield from _only(file, f"question “{question.id}”", question.only)
    for happening in (*file.injects, *file.happenings):
        yield from _happening(file, happening)


def _mistake(file: CaseFile, place: str, problem: str, mend: str) -> Mistake:
    return Mistake(f"{file.id}/case.toml", place, problem, mend)


def _repeated(file: CaseFile) -> Iterator[Mistake]:
    groups: dict[str, list[str]] = {
        "phase": [one.id for one in file.phases],
        "task": [one.id for one in file.tasks],
        "person": [one.id for one in file.people],
        "paper": [one.id for one in file.papers],
        "room": [one.id for one in file.rooms],
        "channel": [one.id for one in file.channels],
        "inject, happening": [one.id for one in (*file.injects, *file.happenings)],
        "question": [one.id for one in file.questions],
        "table": [one.id for one in file.tables],
    }
    for task in file.tasks:
        groups[f"task “{task.id}”, option"] = [one.id for one in task.options]
        for option in task.options:
            place = f"task “{task.id}”, option “{option.id}”"
            groups[place] = [item.id for item in option.items]
    for kind, ids in groups.items():
        for twice in sorted({one for one in ids if ids.count(one) > 1}):
            yield _mistake(file, kind, f"mã “{twice}” dùng hai lần", "đặt mã khác cho một mục")


def _people(file: CaseFile) -> Iterator[Mistake]:
    ways = {PHONE, *(channel.id for channel in file.channels)}
    tasks = {task.id for task in file.tasks}
    for person in file.people:
        place = f"person “{person.id}”"
        for body in sorted(set(person.bodies) - set(file.bodies)):
            yield _unknown(file, f"{place}, bodies", body, file.bodies)
        for way in sorted(set(person.mute) - ways):
            yield _unknown(file, f"{place}, mute", way, ways)
        for skill in sorted(set(person.skills) - tasks):
            yield _unknown(file, f"{place}, skills", skill, tasks)
        for task in sorted({one for manner in person.manners for one in manner.tasks} - tasks):
            yield _unknown(file, f"{place}, manners", task, tasks)
        for one in person.diary:
            yield from _only(file, f"{place}, diary", one.only)
    for room in file.rooms:
        for one in room.booked:
            yield from _only(file, f"room “{room.id}”, booked", one.only)


def _systems(file: CaseFile) -> Iterator[Mistake]:
    known = load_systems()
    for system in sorted(set(file.systems) - known.keys()):
        yield _unknown(file, "systems", system, known)
    for channel in file.channels:
        place = f"channel “{channel.id}”, system"
        if channel.system and channel.system not in file.systems:
            yield _unknown(file, place, channel.system, file.systems)
        elif channel.system and channel.open_network != (
            known[channel.system].network is Network.OPEN
        ):
            mend = "đặt open_network của đường gửi đúng như mạng của hệ thống"
            yield _mistake(file, place, "đường gửi và hệ thống nói khác nhau về mạng", mend)


def _task(file: CaseFile, task: TaskText) -> Iterator[Mistake]:
    place = f"task “{task.id}”"
    subjects = {file.meeting.id if file.meeting else file.id, *(one.id for one in file.papers)}
    subjects |= {task.id} if task.emits is EventKind.WORK_DONE else set()
    if task.subject not in subjects:
        yield _unknown(file, f"{place}, subject", task.subject, subjects)
    if file.meeting is None and task.verb in _MEETING_VERBS:
        mend = "thêm mục meeting, hoặc dùng verb = “do”"
        yield _mistake(file, f"{place}, verb", "việc này cần một hội nghị", mend)
    phases = {phase.id for phase in file.phases}
    if task.phase not in phases:
        yield _unknown(file, f"{place}, phase", task.phase, phases)
    if bool(task.answered_by) != (task.answer is not None):
        mend = "ghi cả answered_by và answer, hoặc bỏ cả hai"
        yield _mistake(file, place, "chỉ ghi một nửa phần trả lời của lãnh đạo", mend)
    if task.answered_by and task.answered_by not in person_ids(file):
        yield _unknown(file, f"{place}, answered_by", task.answered_by, person_ids(file))
    for need in task.needs:
        if need not in producible(file):
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
    if one.by and one.by not in person_ids(file):
        yield _unknown(file, f"{place}, by", one.by, person_ids(file))
    yield from _only(file, place, one.only)
    if one.at is not None and (variant := outside(file, one.at)):
        problem = f"giờ “{one.at}” nằm ngoài tình huống ở biến thể {variant}"
        yield _mistake(file, f"{place}, at", problem, "dời giờ, hoặc dùng only")
    for pattern in filter(None, (one.on, *one.given, *one.unless)):
        for spot, problem, mend in unknown_in_pattern(file, pattern):
            yield _mistake(file, f"{place}, {spot}", problem, mend)
    ids = [choice.id for choice in one.choices]
    for twice in sorted({choice for choice in ids if ids.count(choice) > 1}):
        yield _mistake(file, place, f"lựa chọn “{twice}” dùng hai lần", "đặt mã khác")
    for effect in (*one.effects, *(effect for choice in one.choices for effect in choice.effects)):
        yield from _effect(file, place, effect)


def _effect(file: CaseFile, place: str, effect: Effect) -> Iterator[Mistake]:
    place = f"{place}, effects"
    if file.meeting is None and effect.kind in _MEETING_EFFECTS:
        mend = "thêm mục meeting, hoặc dùng kind khác"
        yield _mistake(file, f"{place}, kind", "tác động này cần một hội nghị", mend)
    if effect.by and not _is_word(effect.by) and effect.by not in person_ids(file):
        yield _unknown(file, f"{place}, by", effect.by, person_ids(file))
    aims_at_person = effect.kind in _PERSON_EFFECTS and not _is_word(effect.target)
    if aims_at_person and effect.target not in person_ids(file):
        yield _unknown(file, place, effect.target, person_ids(file))
    rooms = {room.id for room in file.rooms}
    if effect.kind in _ROOM_EFFECTS and effect.target not in rooms:
        yield _unknown(file, place, effect.target, rooms)
    if effect.kind in _SYSTEM_EFFECTS and effect.target not in file.systems:
        yield _unknown(file, place, effect.target, file.systems)
    if effect.kind is EffectKind.USE_SYSTEM and effect.by not in person_ids(file):
        yield _unknown(file, f"{place}, by", effect.by, person_ids(file))
    papers = {paper.id for paper in file.papers}
    if effect.paper and effect.paper not in papers:
        yield _unknown(file, f"{place}, paper", effect.paper, papers)
    if effect.kind is EffectKind.MAKE_SECRET:
        if effect.target not in papers:
            yield _unknown(file, place, effect.target, papers)
        levels = {level.value for level in Secrecy}
        if effect.level not in levels:
            yield _unknown(file, f"{place}, level", effect.level, levels)


def _is_word(text: str) -> bool:
    """Whether the variant's words stand in for the name: check_visits looks at what they give."""
    return "{" in text


def _only(file: CaseFile, place: str, only: Only) -> Iterator[Mistake]:
    for spot, problem, mend in unknown_in_only(file, only):
        yield _mistake(file, f"{place}, {spot}", problem, mend)


def _unknown(file: CaseFile, place: str, name: str, known: Iterable[str]) -> Mistake:
    return _mistake(file, place, *not_among(name, known))
