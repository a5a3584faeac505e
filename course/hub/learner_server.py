"""What the hub starts for a learner, under the learner's own account: workspace, then server.

The same workspace and settings as on a laptop (`course.page`), with the class's released
assignments in place of the kit's own editions.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from course.classroom.card import CARD_NAME, find_card, i_am
from course.page import settings, shipped, workspace
from course.page.atomic import write_bytes
from grading.nbgrader.class_server import server_here

RELEASED_VARIABLE = "VANPHONG_PHAT"
FOLDER_NAME = "hoc_tap"


def prepare(home: Path, released: Path) -> tuple[settings.JupyterHome, Path]:
    """Bring workspace and settings below `home` up to date; where they are.

    Raises WorkspaceError or ShippedError.
    """
    folder = home / FOLDER_NAME
    jupyter = settings.JupyterHome(home / ".vanphong" / "jupyter")
    shelf = shipped.Shelf(course=shipped.PROJECT / "course", exercises=released)
    notebooks = shipped.collect(shelf)
    workspace.update(folder, notebooks, datetime.now())
    with workspace.storage(folder):
        settings.write(jupyter, shelf, notebooks)
        _hand_card(folder, released)
    return jupyter, folder


def _hand_card(folder: Path, released: Path) -> None:
    """Put the card of the class into the workspace, and on it who is learning here."""
    target = folder / CARD_NAME
    if (released / CARD_NAME).is_file():
        write_bytes(target, (released / CARD_NAME).read_bytes())
    found, server = find_card(folder), server_here()
    known = server.learner if server else None
    learner = found[0].learner(known.id) if found and known else None
    if found and learner:
        i_am(found[0], target, learner)


def main() -> None:
    """Run the server that the hub asks for in the environment."""
    jupyter, folder = prepare(Path.home(), Path(os.environ[RELEASED_VARIABLE]))
    os.environ.update(jupyter.environment())
    os.environ["JUPYTERHUB_ROOT_DIR"] = str(folder)
    os.chdir(folder)
    # A check of addresses that nothing here needs; importing it takes longer than all the rest.
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
    from jupyterhub.singleuser import main as serve

    serve()


if __name__ == "__main__":
    main()
