"""JupyterHub's settings for a class, as code: `jupyterhub_config.py` calls `configure`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from course.hub.passwords import STORE_NAME
from course.hub.place import HubPlace
from course.hub.settings import HubSettings, PasswordMode, read_settings
from course.hub.spawner import configure_spawner
from course.page.shipped import PROJECT
from grading.nbgrader.receipt import Learner

CONFIG_NAME = "jupyterhub_config.py"
CONFIG_TEXT = '''"""Cấu hình JupyterHub của lớp; những gì sửa được nằm trong may_chu.toml."""

from pathlib import Path

from course.hub.config import configure_class

configure_class(get_config(), Path({folder!r}))  # noqa: F821
'''
TEMPLATES = Path(__file__).parent / "templates"
PROXY_PORTS_APART = 1  # the proxy's own port for orders of the hub lies just above the public one
MIN_PASSWORD = 6


def configure_class(config: Any, folder: Path) -> None:
    """Set everything for the class in `folder`. Changes `config`. Raises HubError, ClassError."""
    from course.hub.roster import course_id_of, learners_of

    place, settings = HubPlace.of(folder), read_settings(folder)
    configure_hub(config, place, settings)
    configure_access(config, place, settings, learners_of(folder))
    configure_spawner(config, place, settings, learners_of(folder), course_id_of(folder), PROJECT)


def configure_hub(config: Any, place: HubPlace, settings: HubSettings) -> None:
    """Set addresses, the hub's own files, its proxy, its words. Changes `config`."""
    hub = config.JupyterHub
    hub.bind_url = f"http://{settings.address}:{settings.port}"
    hub.hub_bind_url = f"http://127.0.0.1:{settings.port + 1 + PROXY_PORTS_APART}"
    proxy = config.ConfigurableHTTPProxy
    proxy.api_url = f"http://127.0.0.1:{settings.port + PROXY_PORTS_APART}"
    proxy.command = [str(Path(sys.executable).with_name("configurable-http-proxy"))]
    proxy.pid_file = str(place.private / "proxy.pid")
    hub.db_url = f"sqlite:///{place.private / 'jupyterhub.sqlite'}"
    hub.cookie_secret_file = str(place.private / "cookie_secret")
    hub.template_paths = [str(TEMPLATES)]
    hub.extra_log_file = str(place.private / "jupyterhub.log")
    # Learners' servers go on when the hub is started anew: nobody loses an open page.
    hub.cleanup_servers = False
    hub.cleanup_proxy = True
    hub.services = [
        {
            "name": "nghi",
            "command": [
                sys.executable,
                "-m",
                "jupyterhub_idle_culler",
                f"--timeout={settings.idle_minutes * 60}",
                "--cull-every=60",
            ],
        }
    ]
    hub.load_roles = [
        {
            "name": "nghi",
            "services": ["nghi"],
            "scopes": ["list:users", "read:users:activity", "read:servers", "delete:servers"],
        }
    ]


def configure_access(
    config: Any, place: HubPlace, settings: HubSettings, learners: Sequence[Learner]
) -> None:
    """Let the learners of the list in, and nobody else. Changes `config`."""
    from firstuseauthenticator import FirstUseAuthenticator

    config.JupyterHub.authenticator_class = FirstUseAuthenticator
    config.Authenticator.allowed_users = {one.id for one in learners}
    own = config.FirstUseAuthenticator
    own.dbm_path = str(place.private / STORE_NAME)
    own.min_password_length = MIN_PASSWORD
    # Only a name of the list has an account; with listed passwords each of them has one already.
    own.create_users = False
    config.JupyterHub.template_vars = {
        "may_chu_lan_dau": settings.passwords is PasswordMode.FIRST_USE,
        "may_chu_so_ky_tu": MIN_PASSWORD,
    }
