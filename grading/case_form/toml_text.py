"""Writing TOML: the few kinds of values that a case is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any


def toml_text(content: Mapping[str, Any], path: str = "") -> str:
    """The content as TOML: plain values first, then its tables; empty values are left out."""
    lines, tables = [], []
    for key, value in content.items():
        name = f"{path}.{key}" if path else key
        if value in ("", [], (), {}, None):
            continue
        if _is_tables(value):
            tables += [f"\n[[{name}]]\n{toml_text(one, name)}" for one in value]
        elif isinstance(value, Mapping) and not path:
            tables.append(f"\n[{name}]\n{toml_text(value, name)}")
        else:
            lines.append(f"{key} = {_value(value)}\n")
    return "".join((*lines, *tables))


def _is_tables(value: Any) -> bool:
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    return is_list and all(isinstance(one, Mapping) for one in value)


def _value(value: Any) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Mapping):
        pairs = (f"{key} = {_value(one)}" for key, one in value.items())
        return f"{{ {', '.join(pairs)} }}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(_value, value))}]"
    # A JSON text is a TOML text too, but for DEL, which must be escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
