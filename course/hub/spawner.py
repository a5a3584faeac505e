"""Starting a learner's server: under the learner's account, with limits on memory and processes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any, ClassVar

from jupyterhub.spawner import LocalProcessSpawner

from course.hub.learner_server import RELEASED_VARIABLE
from course.hub.place import HubPlace
from course.hub.settings import HubSettings
from grading.nbgrader.class_server import Exchange
from grading.nbgrader.receipt import Learner

KEPT_VARIABLES = ["PATH", "LANG", "LC_ALL", "TZ"]


class ClassSpawner(LocalProcessSpawner):  # type: ignore[misc] # JupyterHub publishes no types
    """JupyterHub's own spawner, with what the class adds to each learner's environment."""

    learners: ClassVar[dict[str, Learner]] = {}
    exchange: ClassVar[Path] = Path()
    course_id: ClassVar[str] = ""

    def get_env(self) -> Any:
        """The environment of the learner's server, which its kernels inherit."""
        environment = super().get_env()
        learner = self.learners.get(self.user.name)
        if learner is not None:
            environment |= Exchange(self.exchange, self.course_id, learner).environment()
        return environment


def configure_spawner(
    config: Any,
    place: HubPlace,
    settings: HubSettings,
    learners: list[Learner],
    course_id: str,
    project: Path,
) -> None:
    """Set how learners' servers start. Changes `config`."""
    ClassSpawner.learners = {one.id: one for one in learners}
    ClassSpawner.exchange, ClassSpawner.course_id = place.exchange, course_id
    config.JupyterHub.spawner_class = ClassSpawner
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
        "PYTHONUTF8": "1",
        "PYTHONPATH": str(project),
        # The kit belongs to the trainer: nothing is compiled into it by learners.
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    # With the defaults a class that comes all at once is refused (measured: 6 of 10 on two cores).
    config.Spawner.start_timeout = 180
    config.Spawner.http_timeout = 180
    config.JupyterHub.concurrent_spawn_limit = settings.at_once
