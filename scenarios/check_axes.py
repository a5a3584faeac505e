"""Checking the axes of a case: every variant has its values, its hours in order, its body."""

from __future__ import annotations

from collections.abc import Iterator

from office_sim.mistakes import Mistake
from scenarios.build_world import setting_of
from scenarios.case_file import CaseFile, Setting
from scenarios.variants import all_variants

_NEEDED = ("start", "end")
"""What the file, or some axis for every one of its values, must set: no world can do without."""


def check_axes(file: CaseFile) -> Iterator[Mistake]:
    """What keeps a world from being built; each with its place in case.toml and how to mend it."""
    first = [*_repeated(file), *_default(file), *_missing(file)]
    yield from first
    if not first:
        yield from _settings(file)


def _repeated(file: CaseFile) -> Iterator[Mistake]:
    axes = [axis.id for axis in file.axes]
    for twice in sorted({one for one in axes if axes.count(one) > 1}):
        yield _mistake(file, f"axis “{twice}”", "mã dùng hai lần", "đặt mã khác cho một trục")
    for axis in file.axes:
        values = [value.id for value in axis.values]
        for twice in sorted({one for one in values if values.count(one) > 1}):
            place = f"axis “{axis.id}”, value “{twice}”"
            yield _mistake(file, place, "mã dùng hai lần", "đặt mã khác cho một giá trị")


def _default(file: CaseFile) -> Iterator[Mistake]:
    known = {axis.id: [value.id for value in axis.values] for axis in file.axes}
    for axis in sorted(file.default.keys() - known.keys()):
        mend = f"dùng một trong: {', '.join(known)}"
        yield _mistake(file, "default", f"không có trục “{axis}”", mend)
    for axis, values in known.items():
        mend = f"ghi {axis} bằng một trong: {', '.join(values)}"
        if axis not in file.default:
            yield _mistake(file, "default", f"chưa chọn giá trị cho trục “{axis}”", mend)
        elif file.default[axis] not in values:
            problem = f"trục “{axis}” không có giá trị “{file.default[axis]}”"
            yield _mistake(file, "default", problem, mend)


def _missing(file: CaseFile) -> Iterator[Mistake]:
    for key in (*_NEEDED, *(["meeting_start"] if file.meeting else [])):
        given = getattr(file, key, None)
        if given is None and not any(
            all(getattr(one.setting, key) for one in axis.values) for axis in file.axes
        ):
            mend = f"ghi {key} ở mục setting của mọi giá trị trên một trục"
            yield _mistake(file, "axis", f"có biến thể không đặt {key}", mend)


def _settings(file: CaseFile) -> Iterator[Mistake]:
    """The first variant in which something does not fit is named, and no further one."""
    for variant in all_variants(file):
        setting, place = setting_of(file, variant), f"biến thể {variant.id}"
        wrong = list(_hours(file, setting, place))
        if wrong:
            yield from wrong
            return
        for paper in sorted(set(setting.secret) - {one.id for one in file.papers}):
            mend = "dùng mã có ở các mục paper"
            yield _mistake(file, f"{place}, secret", f"không có văn bản “{paper}”", mend)
            return


def _hours(file: CaseFile, setting: Setting, place: str) -> Iterator[Mistake]:
    """Hours out of order, or a meeting of nobody."""
    assert setting.start and setting.end
    if file.meeting is None:
        if not setting.start < setting.end:
            problem = "giờ kết thúc không sau giờ bắt đầu (start, end)"
            yield _mistake(file, place, problem, "sắp lại hai mốc")
        return
    assert setting.meeting_start
    if not setting.start <= setting.meeting_start < setting.end:
        problem = "giờ họp nằm ngoài tình huống (start, meeting_start, end)"
        yield _mistake(file, place, problem, "sắp lại ba mốc ở setting")
        return
    body = setting.body or file.meeting.body
    if body not in file.bodies:
        mend = f"ghi body ở meeting hoặc setting, dùng một trong: {', '.join(file.bodies)}"
        yield _mistake(file, place, f"không có tập thể “{body}” để họp", mend)


def _mistake(file: CaseFile, place: str, problem: str, mend: str) -> Mistake:
    return Mistake(f"{file.id}/case.toml", place, problem, mend)
