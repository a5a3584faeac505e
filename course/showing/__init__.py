"""A lesson outside of the notebook: slides for the room with speaker notes, a handout to print.

Slides are one HTML file that the kit writes itself, and not reveal.js: RISE renders no ipywidgets,
nbconvert's slides want four libraries copied beside them, and a trainer carries one file more
safely than a folder. Everything is made from the blocks of the lesson's notebook, so lesson,
slides and handout cannot differ.
"""
