"""A paragraph of Word cut into the least pieces that are the same, gone or new as a whole: words, notes, fields, links."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any, NamedTuple

from lxml import etree

from briefer.brief.words import tokens

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Element = Any
#: Where a relationship of either side leads: its id, and whether it is the old side's.
Target = Callable[[str, bool], str]

_BOOKMARKS = ("bookmarkStart", "bookmarkEnd")
#: What begins a footnote's own text: its number and a tab, which stand and fall with the note.
_OWN_MARK = ("footnoteRef", "endnoteRef")


def w(name: str) -> str:
    """A name of the main vocabulary as lxml has it."""
    return f"{{{W}}}{name}"


def local(node: Element) -> str:
    """The bare name of an element."""
    return str(etree.QName(node).localname)


def text(par: Element) -> str:
    """The words of a paragraph or anything that holds some."""
    return "".join(t.text or "" for t in par.iter(w("t")))


def written(node: Element | None) -> str:
    """An element as text, the same for the same content; empty for none, and for one that holds nothing."""
    if node is None:
        return ""
    said = etree.tostring(node, encoding="unicode", with_tail=False)
    return re.sub(r' xmlns:\w+="[^"]*"', "", said)


class Token(NamedTuple):
    """The least piece of a paragraph that is the same, gone or new as a whole."""

    key: tuple[str, ...]
    """Two of the same key say the same in the same form."""
    text: str
    """The words of a run; empty where the piece is something else."""
    form: Element | None
    """The run's properties."""
    nodes: tuple[Element, ...]
    """What it is, where it is no text."""
    link: Element | None
    """The hyperlink that it stands in."""
    before: tuple[Element, ...] = ()
    """Bookmarks that begin or end in front of it."""
    note: int = 0
    """The footnote it marks."""


def cut(par: Element, target: Target, *, old: bool) -> tuple[list[Token], list[Element]]:
    """The tokens of a paragraph, and the bookmarks at its end; ``target`` tells where a relationship leads."""
    scissors = _Scissors(target, old)
    scissors.children(par, None)
    return scissors.tokens, scissors.before


class _Scissors:
    def __init__(self, target: Target, old: bool) -> None:
        self.tokens: list[Token] = []
        self.before: list[Element] = []
        self._target, self._old = target, old
        self._field: list[Element] = []
        self._depth = 0

    def children(self, parent: Element, link: Element | None) -> None:
        for node in parent:
            name = local(node)
            if name in _BOOKMARKS:
                if not self._old:
                    self.before.append(node)
            elif name == "hyperlink":
                self.children(node, node)
            elif name == "r":
                self._run(node, link)
            elif name in ("pPr", "proofErr"):
                continue
            else:
                self._put(("node", written(node)), nodes=(node,), link=link)

    def _run(self, run: Element, link: Element | None) -> None:
        form = child(run, "rPr")
        said = written(form)
        where = self._where(link)
        for node in run:
            name = local(node)
            if name == "fldChar" or self._depth:
                self._in_field(form, node, link)
            elif name == "t":
                for word in tokens(node.text or ""):
                    self._put(("text", said, where, word), text=word, form=form, link=link)
            elif name in ("footnoteReference", "endnoteReference"):
                one = _as_run(form, node)
                self._put(("note", name), nodes=(one,), link=link, note=int(node.get(w("id"))))
            elif name in _OWN_MARK:
                self._put(("own", name), nodes=(_as_run(form, node),), link=link)
            elif name != "rPr":
                self._put(("node", said, where, name if not len(node) and not node.attrib else written(node)),
                          nodes=(_as_run(form, node),), link=link)  # fmt: skip

    def _in_field(self, form: Element | None, node: Element, link: Element | None) -> None:
        """A field goes as a whole, whatever it shows just now."""
        if local(node) == "rPr":
            return
        self._field.append(_as_run(form, node))
        if local(node) == "fldChar":
            kind = node.get(w("fldCharType"))
            self._depth += (kind == "begin") - (kind == "end")
        if not self._depth:
            runs, self._field = tuple(self._field), []
            code = "".join(t.text or "" for r in runs for t in r.iter(w("instrText")))
            self._put(("field", " ".join(code.split()), self._where(link)), nodes=runs, link=link)

    def _where(self, link: Element | None) -> str:
        if link is None:
            return ""
        ident = link.get(f"{{{R}}}id")
        return self._target(ident, self._old) if ident else "#"

    def _put(
        self, key: tuple[str, ...], *, text: str = "", form: Element | None = None, nodes: tuple[Element, ...] = (),
        link: Element | None = None, note: int = 0,
    ) -> None:  # fmt: skip
        self.tokens.append(Token(key, text, form, nodes, link, tuple(self.before), note))
        self.before = []


def _as_run(form: Element | None, node: Element) -> Element:
    run = etree.Element(w("r"))
    if form is not None:
        run.append(deepcopy(form))
    run.append(deepcopy(node))
    return run


def child(node: Element, name: str) -> Element | None:
    """The first child of this name."""
    return node.find(w(name))
