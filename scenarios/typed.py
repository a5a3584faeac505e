"""How a person types a command of the kit: by the file that everybody started it with."""

from __future__ import annotations

import sys

PROGRAM = "py start.py" if sys.platform == "win32" else "python3 start.py"
LOP = "THƯ_MỤC_LỚP"
"""What stands for the folder of a class in such a command."""


def typed(*words: str) -> str:
    """A command as it is typed in the kit's folder: `py start.py class list ...` on Windows."""
    return " ".join((PROGRAM, *words))


def pressed_or_typed(button: str, *words: str) -> str:
    """What to do, for a person at the trainer's panel and for one who types commands."""
    return f"bấm “{button}” (hoặc gõ lệnh: {typed(*words)})"
