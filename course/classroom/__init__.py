"""The classroom: a class from its list of names to its report, for a trainer who writes no code.

Every step is one function here; the panel (`course/classroom/panel`) and the command
(`course/cli/classroom`) only call them. What a class is stands in readable files in its folder.
"""
