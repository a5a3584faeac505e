"""A class on one Linux machine: JupyterHub serves each learner, nbgrader's exchange takes work in.

Imported only where a hub is run: JupyterHub is not part of what a learner's laptop installs.
"""
