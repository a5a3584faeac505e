"""The server's answer to "give me this page as it was shipped"."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from jupyter_server.base.handlers import APIHandler
from jupyter_server.utils import url_path_join
from tornado import web

from course.page import workspace
from course.page.settings import SHELF_KEY
from course.page.shipped import Shelf, ShippedError, collect


class OriginalHandler(APIHandler):
    """Puts one shipped notebook back into the workspace; the other edition goes to the archive."""

    def initialize(self, shelf: Shelf, folder: Path) -> None:
        """Called by Tornado with what `add_handler` gave."""
        self.shelf = shelf
        self.folder = folder

    @web.authenticated
    def post(self) -> None:
        """Restore the notebook `name`; 404 if the kit ships none, 500 if it cannot be written."""
        name = (self.get_json_body() or {}).get("name")
        try:
            notebooks = [notebook for notebook in collect(self.shelf) if notebook.name == name]
            if not notebooks:
                raise web.HTTPError(404, "Bộ học liệu không có trang này.")
            workspace.update(self.folder, notebooks, datetime.now())
        except (ShippedError, workspace.WorkspaceError) as error:
            raise web.HTTPError(500, str(error)) from error
        self.set_status(204)
        self.finish()


def add_handler(server: Any) -> None:
    """Let the server answer at `vanphong/original`, if its settings say where the originals are."""
    places = server.config.get(SHELF_KEY)
    if not places:
        return
    exercises = places.get("exercises")
    shelf = Shelf(
        Path(places["course"]), Path(exercises) if exercises else None, own=bool(places.get("own"))
    )
    pattern = url_path_join(server.base_url, "vanphong", "original")
    settings = {"shelf": shelf, "folder": Path(server.root_dir)}
    server.web_app.add_handlers(".*$", [(pattern, OriginalHandler, settings)])
