"""Making the kit's own environment, on a machine that has nothing but Python.

`start.py` imports this package before anything is installed, so everything here, and
`course/__init__.py` above it, uses the standard library only.
"""

from course.installation.environment import Environment
from course.installation.install import prepare
from course.installation.reasons import InstallationError

__all__ = ["Environment", "InstallationError", "prepare"]
