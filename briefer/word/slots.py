"""Where a house's own file wants a note's words: content controls by their tag, and Jinja tags; both become marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple, get_args
from xml.parsers import expat

from briefer.brief.model import SectionRole
from briefer.errors import BrieferError
from briefer.word.house import mark

#: One line of text each.
LINES = (
    "title", "subject", "meeting", "body", "date", "place", "date-and-place", "format", "item", "action", "documents",
    "marking", "drafter", "cleared-by", "version", "as-of", "delegation", "kicker",
)  # fmt: skip
#: Whole paragraphs and tables: all of the note, its header box, its table of contents, or one section by its role.
BLOCKS = ("note", "header-box", "contents", *(role for role in get_args(SectionRole) if role != "header"))

#: None is longer or has another in it: where many begin and none ends, looking further each time would take minutes.
_TAG = re.compile(
    r"\{\{(?:(?!\{[{%#]).){0,2000}?\}\}|\{%(?:(?!\{[{%#]).){0,2000}?%\}|\{#(?:(?!\{[{%#]).){0,2000}?#\}", re.DOTALL
)
_ALONE = re.compile(r"\s*\{\{-?\s*([\w.-]+)\s*-?\}\}\s*")
_STATEMENT = re.compile(r"\s*(\{%|\{#).*?(%\}|#\})\s*", re.DOTALL)
_ONLY_TAGS = re.compile(rf"\s*(?:(?:{_TAG.pattern})\s*)+", re.DOTALL)
#: Names with a hyphen, which Jinja would take for a subtraction.
_HYPHENED = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted((n for n in (*LINES, *BLOCKS) if '-' in n), key=len, reverse=True))})(?![\w-])"
)
_MARKED = re.compile("\ue000([^\ue001|]*)\ue001")
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")


#: A piece of the tree; what typing knows of minidom's classes is too narrow to work with.
Piece = Any
_ELEMENT, _TEXT_NODE = 1, 3
#: The switches of a table that lists figures or entries marked for it, and not headings.
_OF_OTHERS = re.compile(r"\\[acf]\b")


class Slot(NamedTuple):
    """A place that is filled, or that looks like one."""

    name: str
    kind: str
    """``control``, ``jinja``, ``condition`` where Jinja asks whether a section says something, or ``field`` for a table of
    contents of the file's own."""
    part: str
    known: bool

    @property
    def astray(self) -> bool:
        """Whether it is one of ours, but stands where it cannot be filled."""
        return not self.known and (normal(self.name) in BLOCKS or (self.kind == "control" and known(self.name)))


class Marked(NamedTuple):
    """A part with its slots as marks."""

    text: str
    slots: tuple[Slot, ...]
    jinja: bool
    forms: tuple[str, ...]
    """The run properties in which lines are to be written, by the number in their mark."""
    contents: str = ""
    """The field of the table of contents that it had."""


def normal(name: str) -> str:
    """A tag as a slot's name: ``Top_lines`` and ``briefer:top lines`` are ``top-lines``."""
    return re.sub(r"[\s_]+", "-", name.strip().removeprefix("briefer:").casefold())


def known(name: str) -> bool:
    """Whether a name is a slot's; ``section:ID`` is that of one section of the brief."""
    return name in LINES or name in BLOCKS or name.startswith("section:")


def tags(text: str) -> list[str]:
    """The Jinja tags in a text."""
    return _TAG.findall(text)


def without_tags(text: str) -> str:
    """A text without its Jinja tags."""
    return _TAG.sub("", text)


def marked(part: str, content: bytes) -> Marked:
    """A document, header or footer with marks for its slots."""
    # Only a house's own file is taken apart; a note in a shipped style does without.
    from xml.dom.minidom import parseString

    try:
        tree = parseString(content)
    except expat.ExpatError as error:
        raise BrieferError(
            f"{part} of this house style is broken ({error})", todo="Open and save it anew in Word", code="not-word"
        ) from None
    work = _Work(part, tree)
    if part == "word/document.xml":
        work.contents()
    work.controls()
    work.tags()
    work.rows()
    text = _written(tree)
    # One that is begun and not ended is a tag, too, and a wrong one.
    jinja = "{{" in text or "{%" in text or bool(_TAG.search(text))
    if jinja:
        text = _TAG.sub(lambda m: _readable(unescape(m[0]).translate(_QUOTES)), text)
    return Marked(text, tuple(work.slots), jinja, tuple(work.forms), work.code)


def _readable(tag: str) -> str:
    """A tag as Jinja reads it: names of ours without hyphens, but not what stands in quotes."""
    parts = _QUOTED.split(tag)
    parts[::2] = [_HYPHENED.sub(lambda m: m[0].replace("-", "_"), part) for part in parts[::2]]
    return "".join(parts)


def _written(tree: Piece) -> str:
    root = tree.documentElement
    return '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + str(root.toxml())


class _Work:
    def __init__(self, part: str, tree: Piece) -> None:
        self.part = part
        self.tree = tree
        self.slots: list[Slot] = []
        self.forms: list[str] = []
        self.code = ""
        """The field of the first table of contents of the file's own."""

    def contents(self) -> None:
        """The first table of contents that Word has made of headings becomes its mark; what it listed is stale."""
        for code in self.tree.getElementsByTagName("w:instrText"):
            text = " ".join(_text(code).split())
            if text.startswith("TOC ") and not _OF_OTHERS.search(text) and self._replaced(code):
                self.code = text
                self.slots.append(Slot("contents", "field", self.part, True))
                return

    def _replaced(self, code: Piece) -> bool:
        """The paragraphs of a field give way to a mark, where they hold nothing else."""
        first = next((a for a in _above(code) if a.nodeName == "w:p"), None)
        if first is None or first.parentNode.nodeName == "w:txbxContent":
            return False
        depth, stands, taken = 0, first, []
        while stands is not None and (stands is first or depth):
            taken.append(stands)
            for char in stands.getElementsByTagName("w:fldChar") if stands.nodeType == _ELEMENT else ():
                depth += {"begin": 1, "end": -1}.get(char.getAttribute("w:fldCharType"), 0)
            stands = stands.nextSibling
        if depth:
            return False
        parent = first.parentNode
        parent.insertBefore(self.tree.createTextNode(mark("contents")), first)
        for one in taken:
            parent.removeChild(one)
        _ends_with_paragraph(self.tree, parent)
        return True

    def controls(self) -> None:
        """Every content control whose tag is a slot's becomes its mark; what wraps it is taken off."""
        for control in list(self.tree.getElementsByTagName("w:sdt")):
            said = _value(control, "w:tag") or _value(control, "w:alias")
            name = normal(said)
            if not name or (not known(name) and _holds_mark(control)):
                continue
            fits = known(name) and self._fill(control, name)
            # One that is not ours is named as it can be looked for in Word.
            self.slots.append(Slot(name if known(name) else said.strip(), "control", self.part, fits))
        for control in list(self.tree.getElementsByTagName("w:sdt")):
            if control.parentNode is not None and _holds_mark(control):
                _unwrap(control)

    def _fill(self, control: Piece, name: str) -> bool:
        content = _child(control, "w:sdtContent")
        parent = control.parentNode
        if content is None or parent is None or _child(content, "w:tr") is not None:
            return False
        if name not in LINES and not self._has_room(control, name):
            return False
        cell = _child(content, "w:tc")
        paragraph = _child(cell or content, "w:p")
        inline = _within_line(control)
        if name in LINES:
            line = self._line(name, control, content)
            if inline:
                parent.replaceChild(line, control)
                return True
            if paragraph is None:
                paragraph = self.tree.createElement("w:p")
            _emptied(paragraph).appendChild(line)
            kept = cell or paragraph
            if cell is not None:
                _only(cell, paragraph)
            parent.replaceChild(kept, control)
            return True
        text = self.tree.createTextNode(mark(name))
        if cell is not None:
            _only(cell, text)
            cell.appendChild(self.tree.createElement("w:p"))
            parent.replaceChild(cell, control)
        elif not inline:
            parent.replaceChild(text, control)
            _ends_with_paragraph(self.tree, parent)
        else:
            return self._instead_of_paragraph(parent, control, text)
        return True

    def _has_room(self, node: Piece, name: str) -> bool:
        """Whether paragraphs with footnotes may stand there: not in a header, not in a box."""
        if self.part != "word/document.xml":
            return name == "contents"
        return all(above.nodeName != "w:txbxContent" for above in _above(node))

    def _instead_of_paragraph(self, paragraph: Piece, control: Piece, text: Piece) -> bool:
        """A control within a line takes the paragraph with it, where nothing else stands there."""
        others = "".join(_text(c) for c in paragraph.childNodes if c is not control and c.nodeName != "w:pPr")
        if paragraph.nodeName != "w:p" or others.strip() or paragraph.parentNode is None:
            return False
        above = paragraph.parentNode
        above.replaceChild(text, paragraph)
        _ends_with_paragraph(self.tree, above)
        return True

    def _line(self, name: str, control: Piece, content: Piece) -> Piece:
        run = next(iter(content.getElementsByTagName("w:r")), None)
        form = _child(run, "w:rPr") if run is not None else None
        if form is None or "laceholder" in str(form.toxml()):
            props = _child(control, "w:sdtPr")
            form = _child(props, "w:rPr") if props is not None else None
        self.forms.append(str(form.toxml()) if form is not None else "")
        return self.tree.createTextNode(mark(f"{name}|{len(self.forms) - 1}"))

    def tags(self) -> None:
        """Jinja tags that Word has cut into runs are joined; those alone in their paragraph take its place."""
        for paragraph in list(self.tree.getElementsByTagName("w:p")):
            pieces = list(_pieces(paragraph))
            full = "".join(_text(p) for p in pieces)
            if "{{" not in full and "{%" not in full and "{#" not in full:
                continue
            self._joined(pieces, full)
            self._alone(paragraph, full)

    def rows(self) -> None:
        """A row with a place for whole paragraphs grows with what comes there, and goes on over the page."""
        for row in self.tree.getElementsByTagName("w:tr"):
            props = _child(row, "w:trPr")
            if props is None or not any(name in BLOCKS or ":" in name for name in _MARKED.findall(_text(row))):
                continue
            for one in list(props.childNodes):
                if one.nodeName == "w:cantSplit":
                    props.removeChild(one)
                elif one.nodeName == "w:trHeight" and one.getAttribute("w:hRule") == "exact":
                    one.setAttribute("w:hRule", "atLeast")

    def _joined(self, pieces: list[Piece], full: str) -> None:
        """Each tag whole in the piece in which it begins."""
        owner = [i for i, piece in enumerate(pieces) for _ in _text(piece)]
        for found in _TAG.finditer(full):
            owner[found.start() : found.end()] = [owner[found.start()]] * (found.end() - found.start())
        texts = [""] * len(pieces)
        for character, i in zip(full, owner, strict=True):
            texts[i] += character
        for piece, text in zip(pieces, texts, strict=True):
            _set(self.tree, piece, text)

    def _alone(self, paragraph: Piece, full: str) -> None:
        parent = paragraph.parentNode
        tags = _TAG.findall(full) if _ONLY_TAGS.fullmatch(full) else []
        names = [normal(one[1]) for tag in tags if (one := _ALONE.fullmatch(tag))]
        room = all(name not in BLOCKS or self._has_room(paragraph, name) for name in names)
        if tags and room and (marks := self._marks(tags)):
            parent.replaceChild(self.tree.createTextNode(marks), paragraph)
            _ends_with_paragraph(self.tree, parent)
            return
        if not _STATEMENT.fullmatch(full) or len(_TAG.findall(full)) != 1:
            return
        bare = re.sub(r"\{%(-?)\s*(?:p|tr)\s", r"{%\1 ", full.strip())
        row = next((a for a in _above(paragraph) if a.nodeName == "w:tr"), None)
        place = row if re.match(r"\{%-?\s*tr\s", full.strip()) and row is not None else paragraph
        if place.parentNode is None or (place is paragraph and parent.nodeName == "w:tc"
                                        and len(parent.childNodes) <= 2):  # fmt: skip
            return
        above = place.parentNode
        above.replaceChild(self.tree.createTextNode(bare), place)
        _ends_with_paragraph(self.tree, above)

    def _marks(self, tags: list[str]) -> str:
        """What takes the place of a paragraph with nothing but tags: its sections' marks, its conditions between them.

        Nothing where it has no section, or a line of text too.
        """
        names = [normal(one[1]) if (one := _ALONE.fullmatch(tag)) else "" for tag in tags]
        ours = [name for name in names if name in BLOCKS]
        if not ours or any(name not in BLOCKS for name, tag in zip(names, tags, strict=True) if tag.startswith("{{")):
            return ""
        self.slots += [Slot(name, "jinja", self.part, True) for name in ours]
        return "".join(mark(name) if name else tag for name, tag in zip(names, tags, strict=True))


def _value(control: Piece, name: str) -> str:
    props = _child(control, "w:sdtPr")
    one = _child(props, name) if props is not None else None
    return str(one.getAttribute("w:val")) if one is not None else ""


def _child(parent: Piece, name: str) -> Piece:
    return next((c for c in parent.childNodes if c.nodeName == name), None)


def _text(node: Piece) -> str:
    if node.nodeType == _TEXT_NODE:
        return str(node.nodeValue)
    return "".join(_text(c) for c in node.childNodes)


def _set(tree: Piece, piece: Piece, text: str) -> None:
    for child in list(piece.childNodes):
        piece.removeChild(child)
    piece.appendChild(tree.createTextNode(text))
    piece.setAttribute("xml:space", "preserve")


def _pieces(paragraph: Piece) -> Iterator[Piece]:
    """The texts of a paragraph, not those of paragraphs within it (text boxes)."""
    for child in paragraph.childNodes:
        if child.nodeName == "w:t":
            yield child
        elif child.nodeName != "w:p":
            yield from _pieces(child)


def _above(node: Piece) -> Iterator[Piece]:
    while node.parentNode is not None:
        node = node.parentNode
        yield node


def _within_line(control: Piece) -> bool:
    """Whether a control stands amid the runs of a paragraph."""
    around = ("w:p", "w:tc", "w:txbxContent", "w:body", "w:hdr", "w:ftr")
    return next((a.nodeName for a in _above(control) if a.nodeName in around), "") == "w:p"


def _emptied(paragraph: Piece) -> Piece:
    for child in list(paragraph.childNodes):
        if child.nodeName != "w:pPr":
            paragraph.removeChild(child)
    return paragraph


def _only(cell: Piece, kept: Piece) -> None:
    for child in list(cell.childNodes):
        if child.nodeName != "w:tcPr":
            cell.removeChild(child)
    cell.appendChild(kept)


def _ends_with_paragraph(tree: Piece, parent: Piece) -> None:
    """A table cell must end with a paragraph."""
    if parent.nodeName == "w:tc" and parent.lastChild is not None and parent.lastChild.nodeName != "w:p":
        parent.appendChild(tree.createElement("w:p"))


def _holds_mark(node: Piece) -> bool:
    return "\ue000" in _text(node)


def _unwrap(control: Piece) -> None:
    content = _child(control, "w:sdtContent")
    parent = control.parentNode
    for child in list(content.childNodes) if content is not None else []:
        parent.insertBefore(child, control)
    parent.removeChild(control)
