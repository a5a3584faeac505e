"""A case on paper, for a class without machines: Word files made from the same data."""

from __future__ import annotations

from grading.handouts.paper_case import PAPER_VI, write_paper_case

__all__ = ["PAPER_VI", "write_paper_case"]
