"""What goes wrong with files that this room reads: one Vietnamese sentence, never a traceback."""

from __future__ import annotations

from pathlib import Path


class UnreadableWordError(Exception):
    """A file that cannot be read; `sentence` says in Vietnamese what happened and what to do."""

    def __init__(self, path: str | Path, sentence: str) -> None:
        super().__init__(sentence)
        self.path = Path(path)
        self.sentence = sentence


class RuleSetError(Exception):
    """A rule file with mistakes; `mistakes` holds one Vietnamese line each, with place and mend."""

    def __init__(self, path: str | Path, mistakes: list[str]) -> None:
        count = f"Tệp {Path(path).name} có {len(mistakes)} lỗi:"
        super().__init__("\n".join([count, *(f"- {line}" for line in mistakes)]))
        self.path = Path(path)
        self.mistakes = mistakes
