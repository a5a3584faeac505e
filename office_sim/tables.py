"""The log as a pandas table, for looking things up and for charts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from office_sim.log import COLUMNS, Log

if TYPE_CHECKING:
    import pandas as pd


def to_frame(log: Log) -> pd.DataFrame:
    """One row per event with the columns of the CSV; `detail` stays a mapping."""
    import pandas as pd  # only here: the learner's road needs no pandas

    rows = [(*event[:2], event.kind.value, *event[3:5], dict(event.detail)) for event in log]
    return pd.DataFrame(rows, columns=list(COLUMNS))
