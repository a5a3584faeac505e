"""The page on which learners and trainers meet the kit: look, own extension, server, workspace."""
