"""The log: its order, its CSV, its table."""

import csv
import io
import json
from datetime import datetime

from office_sim.log import COLUMNS, EventKind, Log
from office_sim.tables import to_frame

from .conftest import order, run, task

AT = datetime(2026, 9, 22, 8, 5)


def test_events_are_numbered_in_the_order_in_which_they_happened() -> None:
    log = run([task("viec", EventKind.PAPER_DRAFTED, "bao_cao")], [order("viec")]).log
    assert [event.number for event in log] == list(range(len(log)))
    assert [event.at for event in log] == sorted(event.at for event in log)
    assert log[0].kind is EventKind.CASE_STARTED
    assert log[len(log) - 1].kind is EventKind.CASE_ENDED


def test_events_can_be_asked_for_by_kind() -> None:
    log = Log()
    for number, kind in enumerate([EventKind.PAPER_SIGNED, EventKind.CONSEQUENCE] * 2):
        assert log.write(AT, kind, "", "", {}).number == number
    assert [event.number for event in log.of_kind(EventKind.CONSEQUENCE)] == [1, 3]
    assert log.of_kind(EventKind.MEETING_OPENED) == []


def test_the_csv_has_sorted_details_and_vietnamese_letters_as_they_are() -> None:
    log = Log()
    detail = {"z": ("b", "a"), "a": "Sạt lở, “gấp”", "n": 1, "yes": True}
    log.write(AT, EventKind.CONSEQUENCE, "mai", "chuoi", detail)
    header, line = log.to_csv().splitlines()
    assert header == "number,at,kind,actor,subject,detail"
    assert line == (
        "0,2026-09-22T08:05,consequence,mai,chuoi,"
        '"{""a"": ""Sạt lở, “gấp”"", ""n"": 1, ""yes"": true, ""z"": [""b"", ""a""]}"'
    )


def test_the_table_says_what_the_csv_says() -> None:
    tasks = [task("viec", EventKind.PAPER_DRAFTED, "bao_cao")]
    log = run(tasks, [order("viec", who="khoa", nhom=("a", "b"))]).log
    rows = list(csv.DictReader(io.StringIO(log.to_csv())))
    frame = to_frame(log)
    assert list(frame.columns) == list(COLUMNS)
    assert len(frame) == len(rows) == len(log)
    for row, (_, record) in zip(rows, frame.iterrows(), strict=True):
        assert int(row["number"]) == record["number"]
        assert datetime.fromisoformat(row["at"]) == record["at"].to_pydatetime()
        assert (row["kind"], row["actor"], row["subject"]) == tuple(
            record[["kind", "actor", "subject"]]
        )
        assert json.loads(row["detail"]) == json.loads(json.dumps(record["detail"]))


def test_an_empty_log_is_an_empty_table_with_all_columns() -> None:
    assert list(to_frame(Log()).columns) == list(COLUMNS)
    assert Log().to_csv() == "number,at,kind,actor,subject,detail\n"


def test_every_event_lies_on_a_whole_minute() -> None:
    """So that the CSV, which shows minutes, hides nothing."""
    odd = task("viec", EventKind.PAPER_DRAFTED, "bao_cao", roles=())
    log = run([odd], [order("viec", who="khoa")]).log
    assert {(event.at.second, event.at.microsecond) for event in log} == {(0, 0)}
