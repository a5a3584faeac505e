"""Beside each stop of the timetable stands what a map, a clock and the diaries say of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from course.desk.desk import Desk
from course.desk.stop_notes import CLASHES, FITS, stop_notes
from course.desk.table_panel import TablePanel
from course.desk.table_work import TableWork
from office_sim.day_plan import look_over
from scenarios.case import load_case
from scenarios.edits import reference_work
from scenarios.work import Work
from scenarios.work_file import FILE_NAME
from scenarios.work_tables import with_cells

from .conftest import Clock

CASE = load_case("tham_27_7")
REFERENCE = reference_work(CASE)
ROWS = sorted(
    REFERENCE.tables["lich"],
    key=lambda row: (REFERENCE.tables["lich"][row]["doan"], REFERENCE.tables["lich"][row]["gio"]),
)


@pytest.fixture
def desk_with(tmp_path: Path) -> Callable[[Work], Desk]:
    def opened(work: Work) -> Desk:
        (tmp_path / FILE_NAME).write_text(work.to_json(), encoding="utf-8")
        return Desk.open(CASE.id, folder=tmp_path, now=Clock())

    return opened


def changed(row: str, column: str, text: str) -> Work:
    return with_cells(REFERENCE, {("lich", row, column): text})


def test_a_plan_that_works_out_is_said_to_fit_at_every_stop(
    desk_with: Callable[[Work], Desk],
) -> None:
    notes = stop_notes(desk_with(REFERENCE), "lich")
    assert set(notes) == set(ROWS)
    assert {kind for kind, _ in notes.values()} == {FITS}
    assert all("phút" in words for _, words in notes.values())


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        ("gio", "7:41", "muộn"),
        ("gio", "12:15", "ngoài giờ người già tiếp khách"),
        ("doan", "doan3", "có lịch: họp trực tuyến"),
    ],
)
def test_what_clashes_is_said_in_words(
    desk_with: Callable[[Work], Desk], column: str, text: str, words: str
) -> None:
    row = ROWS[1] if column == "gio" else ROWS[-1]
    kind, told = stop_notes(desk_with(changed(row, column, text)), "lich")[row]
    assert kind == CLASHES
    assert words in told


def test_the_notes_agree_with_what_the_office_counts(desk_with: Callable[[Work], Desk]) -> None:
    desk = desk_with(changed(ROWS[1], "gio", "7:41"))
    office = desk.run.office
    assert office.visit_day is not None
    earliest = office.meeting.start + office.meeting.spec.duration
    day = office.visit_day
    figures = look_over(day.spec, day.plan, office.diaries, earliest)
    late = [words for _, words in stop_notes(desk, "lich").values() if "muộn" in words]
    assert len(late) == figures.tight > 0


def test_a_stop_without_an_hour_has_no_note_and_gets_one_as_it_is_written(
    desk_with: Callable[[Work], Desk],
) -> None:
    desk = desk_with(changed(ROWS[0], "gio", ""))
    panel = TablePanel(desk, "lich")
    assert panel.grid.notes_title
    assert ROWS[0] not in panel.grid.notes
    TableWork(desk, "lich").write({(ROWS[0], "gio"): "8:30"})
    assert panel.grid.notes[ROWS[0]][0] == FITS


def test_other_tables_have_no_notes(desk_with: Callable[[Work], Desk]) -> None:
    desk = desk_with(REFERENCE)
    assert TablePanel(desk, "ra_soat").grid.notes_title == ""
    assert stop_notes(desk, "ra_soat") == {}
