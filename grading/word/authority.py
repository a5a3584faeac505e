"""Who may issue which kind of document, and its symbol: an editable table, its doubts included."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from grading.word.text import fold
from grading.word.unreadable import RuleSetError

TABLE = Path(__file__).parent / "authority.toml"
BODIES_VI = {"bch": "ban chấp hành đảng bộ", "btv": "ban thường vụ", "chi_bo": "chi bộ"}


@dataclass(frozen=True, slots=True)
class AuthorityTable:
    """`issue`: folded kind name -> body -> may it; `symbols`: folded kind name -> abbreviations."""

    issue: dict[str, dict[str, bool]]
    symbols: dict[str, tuple[str, ...]]
    source: str
    confidence: str

    def may_issue(self, kind_name: str, body: str) -> bool | None:
        """Whether a body may issue a kind; None where the table is silent."""
        return self.issue.get(kind_name, {}).get(body)


@lru_cache(maxsize=4)
def load_authority(path: Path = TABLE) -> AuthorityTable:
    """The table in a TOML file. Raises RuleSetError with all mistakes at once."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as problem:
        raise RuleSetError(
            path, [f"không đọc được ({problem}); kiểm tra lại dạng TOML"]
        ) from problem
    mistakes = [
        f"khóa lạ “{key}”; bỏ đi"
        for key in data
        if key not in ("schema", "source", "confidence", "symbols", "issue")
    ]
    for name, row in data.get("issue", {}).items():
        for body, answer in row.items():
            if body not in BODIES_VI or answer not in ("yes", "no"):
                mistakes.append(
                    f'[issue."{name}"] {body} = “{answer}”: chỉ dùng bch, btv, chi_bo với yes, no'
                )
    if mistakes:
        raise RuleSetError(path, mistakes)
    issue = {
        fold(name): {body: answer == "yes" for body, answer in row.items()}
        for name, row in data.get("issue", {}).items()
    }
    symbols = {fold(name): tuple(found) for name, found in data.get("symbols", {}).items()}
    return AuthorityTable(issue, symbols, data.get("source", ""), data.get("confidence", "D"))


def body_named(folded: str) -> str:
    """The body that an authority line speaks for: "bch", "btv", "chi_bo" or ""."""
    if "ban chap hanh" in folded or folded.endswith("dang bo"):
        return "bch"
    if "ban thuong vu" in folded:
        return "btv"
    return "chi_bo" if "chi bo" in folded or "chi uy" in folded else ""
