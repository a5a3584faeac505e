"""The judge: rubrics over the office's log, score sheets, and the bridge to nbgrader."""
