"""The marked corpus: correct documents of several origins, and copies with exactly one fault each.

Everything is made by code from tables, the same each time; `vanphong word accuracy --write DIR`
writes the files out so that a person can look at them.
"""
