"""Pieces of a Word part as a tree of minidom, and what is done to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

#: What typing knows of minidom's classes is too narrow to work with.
Piece = Any
_TEXT_NODE = 3


def value(control: Piece, name: str) -> str:
    """What a property of a content control says; nothing where it has none."""
    props = child(control, "w:sdtPr")
    one = child(props, name) if props is not None else None
    return str(one.getAttribute("w:val")) if one is not None else ""


def child(parent: Piece, name: str) -> Piece:
    """The first child of this name, or None."""
    return next((c for c in parent.childNodes if c.nodeName == name), None)


def text_of(node: Piece) -> str:
    """All words in a piece."""
    if node.nodeType == _TEXT_NODE:
        return str(node.nodeValue)
    return "".join(text_of(c) for c in node.childNodes)


def set_text(tree: Piece, piece: Piece, text: str) -> None:
    """Put other words into a text."""
    for child in list(piece.childNodes):
        piece.removeChild(child)
    piece.appendChild(tree.createTextNode(text))
    piece.setAttribute("xml:space", "preserve")


def texts(paragraph: Piece) -> Iterator[Piece]:
    """The texts of a paragraph, not those of paragraphs within it (text boxes)."""
    for child in paragraph.childNodes:
        if child.nodeName == "w:t":
            yield child
        elif child.nodeName != "w:p":
            yield from texts(child)


def above(node: Piece) -> Iterator[Piece]:
    """What a piece stands in, from within outwards."""
    while node.parentNode is not None:
        node = node.parentNode
        yield node


def within_line(control: Piece) -> bool:
    """Whether a control stands amid the runs of a paragraph."""
    around = ("w:p", "w:tc", "w:txbxContent", "w:body", "w:hdr", "w:ftr")
    return next((a.nodeName for a in above(control) if a.nodeName in around), "") == "w:p"


def emptied(paragraph: Piece) -> Piece:
    """A paragraph without its runs, its properties kept."""
    for child in list(paragraph.childNodes):
        if child.nodeName != "w:pPr":
            paragraph.removeChild(child)
    return paragraph


def only(cell: Piece, kept: Piece) -> None:
    """A cell that holds nothing but this one."""
    for child in list(cell.childNodes):
        if child.nodeName != "w:tcPr":
            cell.removeChild(child)
    cell.appendChild(kept)


def ends_with_paragraph(tree: Piece, parent: Piece) -> None:
    """A table cell must end with a paragraph."""
    if parent.nodeName == "w:tc" and parent.lastChild is not None and parent.lastChild.nodeName != "w:p":
        parent.appendChild(tree.createElement("w:p"))


def holds_mark(node: Piece) -> bool:
    """Whether a place for the note's words is in it."""
    return "\ue000" in text_of(node)


def unwrap(control: Piece) -> None:
    """Take a content control off what it holds."""
    content = child(control, "w:sdtContent")
    parent = control.parentNode
    for held in list(content.childNodes) if content is not None else []:
        parent.insertBefore(held, control)
    parent.removeChild(control)
