"""Looks of a table that python-docx has no call for: lines, padding, rows that stay whole."""

from __future__ import annotations

from typing import Any


def row_switch(row: Any, name: str) -> None:
    """Set a switch of a row: "tblHeader" (repeat on every page), "cantSplit"."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(f"w:{name}"))


def borders(table: Any, kind: str) -> None:
    """Give a table lines all around and inside ("single") or none ("none")."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    frame = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        border = OxmlElement(f"w:{side}")
        border.set(qn("w:val"), kind)
        if kind != "none":
            border.set(qn("w:sz"), "4")
            border.set(qn("w:color"), "000000")
        frame.append(border)
    _into_properties(table, frame)


def padding(table: Any, width: int) -> None:
    """Set the room left and right in all cells, in twips."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    _into_properties(table, margins)


def _into_properties(table: Any, element: Any) -> None:
    """Word wants a table's properties in a fixed order; tblLook comes last."""
    from docx.oxml.ns import qn

    properties = table._tbl.tblPr
    look = properties.find(qn("w:tblLook"))
    if look is None:
        properties.append(element)
    else:
        look.addprevious(element)
    order = ("tblStyle", "tblW", "jc", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook")
    ranked = {qn(f"w:{name}"): rank for rank, name in enumerate(order)}
    for child in sorted(properties, key=lambda item: ranked.get(item.tag, 2)):
        properties.append(child)
