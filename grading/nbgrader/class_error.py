"""The one error of everything that is done with a class."""


class ClassError(Exception):
    """Something about a class folder is not in order; the message is one Vietnamese sentence."""
