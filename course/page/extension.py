"""The kit's own server extension: what the kit's pages need of the server and Jupyter has not.

Jupyter has one set of page settings for all its pages. Here the single-notebook page loses what
a learner does not need, and nbgrader's tools are loaded when JupyterLab is opened for the first
time, which keeps a learner's start short. And a page that was changed can be had back.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from course.page.settings import TRAINER_EXTENSIONS

LEARNER_PAGE = "NotebookHandler"
LAB_PAGE = "LabHandler"
LEARNER_DISABLED = (
    "@jupyter/nbgrader",
    "@jupyter-notebook/console-extension",
    "@jupyter-notebook/documentsearch-extension",
    "@jupyterlab/cell-toolbar-extension",
    "@jupyterlab/celltags-extension",
    "@jupyterlab/completer-extension",
    "@jupyterlab/console-extension",
    "@jupyterlab/debugger-extension",
    "@jupyterlab/documentsearch-extension",
    "@jupyterlab/fileeditor-extension",
    "@jupyterlab/inspector-extension",
    "@jupyterlab/notebook-extension:search",
    "@jupyterlab/tooltip-extension",
)

PageHook = Callable[[Any, dict[str, Any]], dict[str, Any]]


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": "course.page.extension"}]


def _load_jupyter_server_extension(server: Any) -> None:
    """Called by Jupyter: pages' settings pass through the hook, originals can be asked for."""
    from course.page.original import add_handler  # needs Jupyter, which is here now

    server.web_app.settings["page_config_hook"] = _hook(server)
    add_handler(server)


def _hook(server: Any) -> PageHook:
    def change(handler: Any, page: dict[str, Any]) -> dict[str, Any]:
        kind = type(handler).__name__
        if kind == LAB_PAGE:
            _load_trainer_extensions(server)
        if kind != LEARNER_PAGE:
            return page
        disabled = [*page.get("disabledExtensions", []), *LEARNER_DISABLED]
        return page | {"disabledExtensions": disabled}

    return change


def _load_trainer_extensions(server: Any) -> None:
    manager = server.extension_manager
    for name in TRAINER_EXTENSIONS:
        if name not in manager.extensions or not manager.extensions[name].enabled:
            manager.add_extension(name, enabled=True)
            manager.link_extension(name)
            manager.load_extension(name)
