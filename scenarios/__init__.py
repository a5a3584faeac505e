"""The cases: what is given, what may happen, and the learner's work file."""
