"""What a marking run tells the trainer."""

from __future__ import annotations

from dataclasses import dataclass, field

from grading.nbgrader.quarantine import SetAside


@dataclass
class Report:
    """What a run did. `changed` and `failed` map learners to Vietnamese clauses, `odd` to
    sentences about hand-ins that were marked all the same."""

    marked: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    changed: dict[str, str] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)
    set_aside: dict[str, list[SetAside]] = field(default_factory=dict)
    odd: dict[str, list[str]] = field(default_factory=dict)

    def lines(self) -> list[str]:
        """What the trainer reads: counts, then a sentence for everything out of the ordinary."""
        kept = f"; {len(self.unchanged)} bài không có gì thay đổi nên giữ nguyên điểm"
        lines = [f"Đã chấm {len(self.marked)} bài{kept if self.unchanged else ''}."]
        for student, moved in sorted(self.set_aside.items()):
            lines += [f"- {student}: {one}" for one in moved]
        for student, said in sorted(self.odd.items()):
            lines += [f"- {student}: {one}" for one in said]
        lines += [f"- {one}: điểm thay đổi {what}." for one, what in sorted(self.changed.items())]
        lines += [f"- {one}: CHƯA CHẤM, {why}." for one, why in sorted(self.failed.items())]
        return lines
