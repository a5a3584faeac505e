"""The Jupyter settings of the kit, as data: they are written to a folder of the kit's own.

Nothing of the user's home is read or written, so an empty, odd or read-only home works.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.page import atomic
from course.page.language import LOCALE
from course.page.shipped import Shelf, ShippedNotebook, first_page

LABEXTENSIONS = Path(__file__).resolve().parent / "labextension"
KERNEL = "python3"
SHELF_KEY = "VanphongShelf"  # where the server finds the originals of its pages
# Opened only with JupyterLab: see `course.page.extension`.
TRAINER_EXTENSIONS = tuple(
    f"nbgrader.server_extensions.{name}"
    for name in ("formgrader", "validate_assignment", "assignment_list", "course_list")
)
# What asks the Internet, or offers what nobody in this kit needs.
DISABLED_EVERYWHERE = (
    "@jupyterlab/apputils-extension:announcements",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/lsp-extension",
    "@jupyterlab/fileeditor-extension:language-server",
    "@jupyterlab/notebook-extension:language-server",
    "@jupyterlab/terminal-extension",
    "@jupyter-notebook/terminal-extension",
    "@jupyterlab/help-extension:resources",
    "@jupyter-notebook/help-extension:open",
    # nbgrader's panels in English: the kit's own pages make, check and hand in assignments.
    "@jupyter/nbgrader:assignment-list",
    "@jupyter/nbgrader:course-list",
    "@jupyter/nbgrader:create-assignment",
    "@jupyter/nbgrader:validate-assignment",
)
_IDLE_KERNEL_SECONDS = 15 * 60


@dataclass(frozen=True)
class JupyterHome:
    """The folders of the kit's own Jupyter below `root`."""

    root: Path

    @property
    def config(self) -> Path:
        """Settings, written anew at each start."""
        return self.root / "config"

    @property
    def data(self) -> Path:
        """The kernel's description and Jupyter's own small databases."""
        return self.root / "data"

    @property
    def runtime(self) -> Path:
        """Connection files and the address of the running server."""
        return self.root / "runtime"

    @property
    def log(self) -> Path:
        """What server and kernels say; in English, for those who mend."""
        return self.root / "server.log"

    def environment(self) -> dict[str, str]:
        """The environment variables that make Jupyter use these folders and no others."""
        return {
            "JUPYTER_CONFIG_DIR": str(self.config),
            "JUPYTER_DATA_DIR": str(self.data),
            "JUPYTER_RUNTIME_DIR": str(self.runtime),
            "JUPYTER_PATH": str(self.data),
            "IPYTHONDIR": str(self.root / "ipython"),
        }


def clean_environment(environment: Mapping[str, str], home: JupyterHome) -> dict[str, str]:
    """The environment without the user's own Jupyter settings and with the kit's."""
    kept = {name: value for name, value in environment.items() if not name.startswith("JUPYTER")}
    return kept | home.environment()


def write(home: JupyterHome, shelf: Shelf, shipped: Sequence[ShippedNotebook]) -> None:
    """Write all settings into the folders; `shipped` is what the shelf holds.

    Raises OSError if that cannot be done.
    """
    for folder in (home.config, home.data, home.runtime):
        folder.mkdir(parents=True, exist_ok=True)
    files = {
        home.config / "jupyter_server_config.json": _server(shelf),
        home.config / "labconfig" / "page_config.json": _page(shipped),
        home.config / "labconfig" / "default_setting_overrides.json": _OVERRIDES,
        home.data / "kernels" / KERNEL / "kernel.json": _kernel(home),
    }
    for path, content in files.items():
        text = json.dumps(content, ensure_ascii=False, indent=1) + "\n"
        atomic.write_bytes(path, text.encode("utf-8"))


def _server(shelf: Shelf) -> dict[str, Any]:
    extensions = {"jupyterlab": True, "notebook": True, "course.page.extension": True}
    left_out = ("jupyter_lsp", "jupyter_server_terminals", *TRAINER_EXTENSIONS)
    labextensions = {"extra_labextensions_path": [str(LABEXTENSIONS)]}
    return {
        "ServerApp": {
            "ip": "127.0.0.1",
            "allow_remote_access": False,
            "open_browser": False,
            "answer_yes": True,  # Ctrl-C stops at once, without a question in English
            "jpserver_extensions": extensions | dict.fromkeys(left_out, False),
        },
        "LabApp": labextensions | {"extension_manager": "readonly", "news_url": None},
        "JupyterNotebookApp": labextensions | {"custom_css": False},
        SHELF_KEY: {
            "course": str(shelf.course),
            "exercises": str(shelf.exercises) if shelf.exercises else None,
            "own": shelf.own,
        },
        "KernelSpecManager": {"allowed_kernelspecs": [KERNEL], "ensure_native_kernel": False},
        "MappingKernelManager": {
            "cull_idle_timeout": _IDLE_KERNEL_SECONDS,
            "cull_interval": 60,
            "cull_connected": False,  # a page that is open keeps its kernel
        },
    }


def _page(shipped: Sequence[ShippedNotebook]) -> dict[str, Any]:
    # JupyterLab turns a mapping in this file into the list of its keys: so lists of records.
    return {
        "disabledExtensions": dict.fromkeys(DISABLED_EVERYWHERE, True),
        "vanphongFirstPage": first_page(list(shipped)) or "",
        "vanphongNotebooks": [
            {"name": notebook.name, "fingerprint": one}
            for notebook in shipped
            for one in dict.fromkeys((notebook.fingerprint, *notebook.editions))
        ],
    }


_OVERRIDES: dict[str, Any] = {
    # All cells stand in the page from the start; a page of the kit is short.
    "@jupyterlab/notebook-extension:tracker": {
        "windowingMode": "none",
        "recordTiming": False,
        "scrollPastEnd": False,
    },
    "@jupyterlab/apputils-extension:notification": {
        "checkForUpdates": False,
        "fetchNews": "false",
        "doNotDisturbMode": True,
    },
    "@jupyterlab/translation-extension:plugin": {"locale": LOCALE},
}


def _kernel(home: JupyterHome) -> dict[str, Any]:
    """The kernel that runs pages: always this Python, whatever else the machine has."""
    return {
        "argv": [
            sys.executable,
            # Here and below: a file `docx.py` beside a page must not take a module's place.
            "-P",
            "-m",
            "ipykernel_launcher",
            "-f",
            "{connection_file}",
            "--IPKernelApp.ignore_cwd=True",
            "--HistoryManager.enabled=False",
            "--IPKernelApp.exec_PYTHONSTARTUP=False",
        ],
        "display_name": "Văn phòng",
        "language": "python",
        "env": {
            "IPYTHONDIR": str(home.root / "ipython"),
            "PYTHONUTF8": "1",
            # Empty means not set: modules are compiled once, or every start takes far longer.
            "PYTHONDONTWRITEBYTECODE": "",
            "PYDEVD_DISABLE_FILE_VALIDATION": "1",
        },
        # Connections encrypted as with ipykernel's own description.
        "metadata": {"debugger": False, "supported_encryption": ["curve"]},
    }
