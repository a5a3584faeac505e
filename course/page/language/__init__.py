"""The kit's Vietnamese language pack for JupyterLab and the notebook page.

Installed through the entry point `jupyterlab.languagepack`; JupyterLab reads the JSON files beside
this module, one for each of its text domains. It stands in place of the official Vietnamese pack,
which has a quarter of JupyterLab's words and none of the notebook page's. Not translated on
purpose: names of programming languages, what the extension manager and the language servers say
(both are switched off), and the long descriptions in the settings editor.
"""

LOCALE = "vi_VN"
