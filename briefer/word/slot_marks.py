"""A part of a house's own file with marks where the note's words go: for content controls by their tag, and Jinja tags."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.parsers import expat

from briefer.errors import BrieferError
from briefer.word import jinja_tags, pieces
from briefer.word.house import mark
from briefer.word.pieces import Piece
from briefer.word.slots import BLOCKS, LINES, Slot, known, normal

_MARKED = re.compile("\ue000([^\ue001|]*)\ue001")
_ELEMENT = 1
#: The switches of a table that lists figures or entries marked for it, and not headings.
_OF_OTHERS = re.compile(r"\\[acf]\b")


class Marked(NamedTuple):
    """A part with its slots as marks."""

    text: str
    slots: tuple[Slot, ...]
    jinja: bool
    forms: tuple[str, ...]
    """The run properties in which lines are to be written, by the number in their mark."""
    contents: str = ""
    """The field of the table of contents that it had."""


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
    if jinja := jinja_tags.begun(text):
        text = jinja_tags.readable(text)
    return Marked(text, tuple(work.slots), jinja, tuple(work.forms), work.code)


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
            text = " ".join(pieces.text_of(code).split())
            if text.startswith("TOC ") and not _OF_OTHERS.search(text) and self._replaced(code):
                self.code = text
                self.slots.append(Slot("contents", "field", self.part, True))
                return

    def _replaced(self, code: Piece) -> bool:
        """The paragraphs of a field give way to a mark, where they hold nothing else."""
        first = next((a for a in pieces.above(code) if a.nodeName == "w:p"), None)
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
        pieces.ends_with_paragraph(self.tree, parent)
        return True

    def controls(self) -> None:
        """Every content control whose tag is a slot's becomes its mark; what wraps it is taken off."""
        for control in list(self.tree.getElementsByTagName("w:sdt")):
            said = pieces.value(control, "w:tag") or pieces.value(control, "w:alias")
            name = normal(said)
            if not name or (not known(name) and pieces.holds_mark(control)):
                continue
            fits = known(name) and self._fill(control, name)
            # One that is not ours is named as it can be looked for in Word.
            self.slots.append(Slot(name if known(name) else said.strip(), "control", self.part, fits))
        for control in list(self.tree.getElementsByTagName("w:sdt")):
            if control.parentNode is not None and pieces.holds_mark(control):
                pieces.unwrap(control)

    def _fill(self, control: Piece, name: str) -> bool:
        content = pieces.child(control, "w:sdtContent")
        parent = control.parentNode
        if content is None or parent is None or pieces.child(content, "w:tr") is not None:
            return False
        if name not in LINES and not self._has_room(control, name):
            return False
        cell = pieces.child(content, "w:tc")
        paragraph = pieces.child(cell or content, "w:p")
        inline = pieces.within_line(control)
        if name in LINES:
            line = self._line(name, control, content)
            if inline:
                parent.replaceChild(line, control)
                return True
            if paragraph is None:
                paragraph = self.tree.createElement("w:p")
            pieces.emptied(paragraph).appendChild(line)
            kept = cell or paragraph
            if cell is not None:
                pieces.only(cell, paragraph)
            parent.replaceChild(kept, control)
            return True
        text = self.tree.createTextNode(mark(name))
        if cell is not None:
            pieces.only(cell, text)
            cell.appendChild(self.tree.createElement("w:p"))
            parent.replaceChild(cell, control)
        elif not inline:
            parent.replaceChild(text, control)
            pieces.ends_with_paragraph(self.tree, parent)
        else:
            return self._instead_of_paragraph(parent, control, text)
        return True

    def _has_room(self, node: Piece, name: str) -> bool:
        """Whether paragraphs with footnotes may stand there: not in a header, not in a box."""
        if self.part != "word/document.xml":
            return name == "contents"
        return all(above.nodeName != "w:txbxContent" for above in pieces.above(node))

    def _instead_of_paragraph(self, paragraph: Piece, control: Piece, text: Piece) -> bool:
        """A control within a line takes the paragraph with it, where nothing else stands there."""
        others = "".join(pieces.text_of(c) for c in paragraph.childNodes if c is not control and c.nodeName != "w:pPr")
        if paragraph.nodeName != "w:p" or others.strip() or paragraph.parentNode is None:
            return False
        above = paragraph.parentNode
        above.replaceChild(text, paragraph)
        pieces.ends_with_paragraph(self.tree, above)
        return True

    def _line(self, name: str, control: Piece, content: Piece) -> Piece:
        run = next(iter(content.getElementsByTagName("w:r")), None)
        form = pieces.child(run, "w:rPr") if run is not None else None
        if form is None or "laceholder" in str(form.toxml()):
            props = pieces.child(control, "w:sdtPr")
            form = pieces.child(props, "w:rPr") if props is not None else None
        self.forms.append(str(form.toxml()) if form is not None else "")
        return self.tree.createTextNode(mark(f"{name}|{len(self.forms) - 1}"))

    def tags(self) -> None:
        """Jinja tags that Word has cut into runs are joined; those alone in their paragraph take its place."""
        for paragraph in list(self.tree.getElementsByTagName("w:p")):
            texts = list(pieces.texts(paragraph))
            full = "".join(pieces.text_of(text) for text in texts)
            if "{{" not in full and "{%" not in full and "{#" not in full:
                continue
            self._joined(texts, full)
            self._alone(paragraph, full)

    def rows(self) -> None:
        """A row with a place for whole paragraphs grows with what comes there, and goes on over the page."""
        for row in self.tree.getElementsByTagName("w:tr"):
            props = pieces.child(row, "w:trPr")
            if props is None or not any(name in BLOCKS or ":" in name for name in _MARKED.findall(pieces.text_of(row))):
                continue
            for one in list(props.childNodes):
                if one.nodeName == "w:cantSplit":
                    props.removeChild(one)
                elif one.nodeName == "w:trHeight" and one.getAttribute("w:hRule") == "exact":
                    one.setAttribute("w:hRule", "atLeast")

    def _joined(self, texts: list[Piece], full: str) -> None:
        """Each tag whole in the text in which it begins."""
        owner = [i for i, text in enumerate(texts) for _ in pieces.text_of(text)]
        for found in jinja_tags.TAG.finditer(full):
            owner[found.start() : found.end()] = [owner[found.start()]] * (found.end() - found.start())
        words = [""] * len(texts)
        for character, i in zip(full, owner, strict=True):
            words[i] += character
        for text, said in zip(texts, words, strict=True):
            pieces.set_text(self.tree, text, said)

    def _alone(self, paragraph: Piece, full: str) -> None:
        parent = paragraph.parentNode
        tags = jinja_tags.TAG.findall(full) if jinja_tags.ONLY_TAGS.fullmatch(full) else []
        names = [normal(one[1]) for tag in tags if (one := jinja_tags.NAME.fullmatch(tag))]
        room = all(name not in BLOCKS or self._has_room(paragraph, name) for name in names)
        if tags and room and (marks := self._marks(tags)):
            parent.replaceChild(self.tree.createTextNode(marks), paragraph)
            pieces.ends_with_paragraph(self.tree, parent)
            return
        if not jinja_tags.STATEMENT.fullmatch(full) or len(jinja_tags.TAG.findall(full)) != 1:
            return
        bare = re.sub(r"\{%(-?)\s*(?:p|tr)\s", r"{%\1 ", full.strip())
        row = next((a for a in pieces.above(paragraph) if a.nodeName == "w:tr"), None)
        place = row if re.match(r"\{%-?\s*tr\s", full.strip()) and row is not None else paragraph
        if place.parentNode is None or (place is paragraph and parent.nodeName == "w:tc"
                                        and len(parent.childNodes) <= 2):  # fmt: skip
            return
        above = place.parentNode
        above.replaceChild(self.tree.createTextNode(bare), place)
        pieces.ends_with_paragraph(self.tree, above)

    def _marks(self, tags: list[str]) -> str:
        """What takes the place of a paragraph with nothing but tags: its sections' marks, its conditions between them.

        Nothing where it has no section, or a line of text too.
        """
        names = [normal(one[1]) if (one := jinja_tags.NAME.fullmatch(tag)) else "" for tag in tags]
        ours = [name for name in names if name in BLOCKS]
        if not ours or any(name not in BLOCKS for name, tag in zip(names, tags, strict=True) if tag.startswith("{{")):
            return ""
        self.slots += [Slot(name, "jinja", self.part, True) for name in ours]
        return "".join(mark(name) if name else tag for name, tag in zip(names, tags, strict=True))
