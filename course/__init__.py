"""The classroom: lessons, questions, the desk, class tools and the `vanphong` command."""
