"""Points: what a gradebook holds for one criterion, and how points are written."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mark:
    """What the gradebook holds for one criterion, in points."""

    points: float
    max_points: float


def points_text(value: float) -> str:
    """Points as they are written in Vietnamese: 2,5 and not 2.50."""
    return f"{value:.2f}".rstrip("0").rstrip(".").replace(".", ",")
