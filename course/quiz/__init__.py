"""Questions: their files, their marking, and how a learner meets them in a lesson."""
