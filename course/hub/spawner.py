"""Starting a learner's server: under the learner's account, with limits on memory and processes."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from course.hub.learner_server import RELEASED_VARIABLE
from course.hub.place import HubPlace
from course.hub.settings import HubSettings
from grading.nbgrader.class_server import Exchange
from grading.nbgrader.receipt import Learner
from scenarios import own_cases

KEPT_VARIABLES = ["PATH", "LANG", "LC_ALL", "TZ"]


def class_spawner(exchange: Path, course_id: str, learners: Sequence[Learner]) -> Any:
    """JupyterHub's own spawner, with what the class adds to each learner's environment.

    A class made when it is asked for: JupyterHub is imported only where a hub is run.
    """
    from jupyterhub.spawner import LocalProcessSpawner

    known = {one.id: Exchange(exchange, course_id, one).environment() for one in learners}

    class ClassSpawner(LocalProcessSpawner):  # type: ignore[misc] # JupyterHub has no types
        def get_env(self) -> Any:
            return super().get_env() | known.get(self.user.name, {})

    return ClassSpawner


def configure_spawner(
    config: Any,
    place: HubPlace,
    settings: HubSettings,
    learners: list[Learner],
    course_id: str,
    project: Path,
) -> None:
    """Set how learners' servers start. Changes `config`."""
    config.JupyterHub.spawner_class = class_spawner(place.exchange, course_id, learners)
    # The kernel takes these limits over from its server; beyond them only that learner is hurt.
    config.Spawner.cmd = [
        "prlimit",
        f"--data={settings.memory_mb * 1024 * 1024}",
        f"--nproc={settings.processes}",
        "--core=0",
        sys.executable,
        "-P",
        "-m",
        "course.hub.learner_server",
    ]
    config.Spawner.default_url = "/notebooks/00_bat_dau.ipynb"
    config.Spawner.env_keep = KEPT_VARIABLES
    config.Spawner.environment = {
        RELEASED_VARIABLE: str(place.released),
        own_cases.VARIABLE: str(place.released / own_cases.FOLDER_NAME),
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(project),
        # The kit belongs to the trainer: nothing is compiled into it by learners.
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    # With the defaults a class that comes all at once is refused (measured: 6 of 10 on two cores).
    config.Spawner.start_timeout = 180
    config.Spawner.http_timeout = 180
    config.JupyterHub.concurrent_spawn_limit = settings.at_once
