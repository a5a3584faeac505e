"""The bridge to nbgrader: assignments, the class folder, marking, feedback.

nbgrader stays the format and the book. What it may not do is run anything that a learner sent:
before a submission is executed its notebook is built anew from the released one (`rebuild`).
"""
