"""The XML parts of a .docx, parsed without entities, network or unlimited depth."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path
from typing import Any

from lxml import etree  # type: ignore[import-untyped]  # publishes no types

from grading.word.intake import MAIN, SAVE_AGAIN, open_docx, read_part
from grading.word.unreadable import UnreadableWordError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
DC = "{http://purl.org/dc/elements/1.1/}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"

Element = Any
"""An lxml element; lxml publishes no types."""


class Package:
    """An opened .docx whose parts are parsed on demand. Use as a context manager."""

    def __init__(self, path: Path, data: bytes | None = None) -> None:
        self._path = path
        self._zip: zipfile.ZipFile = open_docx(path, data)
        self._names = set(self._zip.namelist())

    def __enter__(self) -> Package:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def part(self, name: str) -> Element | None:
        """The root of one part, None if there is no such part.

        Raises UnreadableWordError for broken XML, a document type or too deep a nesting.
        """
        if name not in self._names:
            return None
        data = read_part(self._path, self._zip, name)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as problem:
            raise UnreadableWordError(
                self._path,
                f"Tệp “{self._path.name}” có nội dung bên trong bị hỏng. {SAVE_AGAIN}",
            ) from problem
        if root.getroottree().docinfo.doctype:
            raise UnreadableWordError(
                self._path,
                f"Tệp “{self._path.name}” chứa khai báo lạ nên không được mở. {SAVE_AGAIN}",
            )
        return root

    def body(self) -> Element:
        """The main part's w:body. Raises UnreadableWordError if there is none."""
        root = self.part(MAIN)
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            strict = root is not None and _STRICT in (root.nsmap or {}).values()
            why = "lưu ở dạng Strict Open XML" if strict else "không có phần nội dung"
            raise UnreadableWordError(
                self._path, f"Tệp “{self._path.name}” {why} nên không đọc được. {SAVE_AGAIN}"
            )
        return body

    def related(self) -> dict[str, tuple[str, str]]:
        """The main part's relations, id -> (kind, part name); external ones are left out."""
        root = self.part("word/_rels/document.xml.rels")
        found: dict[str, tuple[str, str]] = {}
        for relation in () if root is None else root:
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External" or not target:
                continue
            kind = (relation.get("Type") or "").rsplit("/", 1)[-1]
            name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
            found[relation.get("Id") or ""] = (kind, posixpath.normpath(name))
        return found
