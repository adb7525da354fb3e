"""Footnotes of a web page: links that are marks, and the blocks that they lead to."""

from __future__ import annotations

import re

from lxml import etree

_MARK = re.compile(r"[\[(]?\s*(?:fn\s*)?(\d{1,3}|\*{1,3}|[ivx]{1,5}|[a-z†‡§])\s*[\])]?\.?")
_BACK = re.compile(r"[\s↩↑^⏎️︎↵]*")
_LONGEST = 40
_HOLDERS = {"li", "p", "div", "dd", "aside", "tr", "td", "section", "blockquote"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "nav"}


def all_text(node: etree._Element) -> str:
    """Everything written in an element."""
    return "".join(map(str, node.itertext()))


def _short_text(node: etree._Element) -> str:
    """What is written in an element as far as it can be a mark."""
    text = ""
    for piece in node.itertext():
        text += str(piece)
        if len(text) > _LONGEST:
            break
    return text.strip()


class Notes:
    """What a page's links say of footnotes."""

    def __init__(self, root: etree._Element) -> None:
        self.references: dict[etree._Element, str] = {}
        """Elements that are marks in the text (the link, or the ``sup`` around it), with the mark."""
        self.bodies: dict[etree._Element, str] = {}
        """The block of each footnote, with its mark."""
        self.dropped: set[etree._Element] = set()
        """Within the blocks the mark itself and links that lead back."""
        places: dict[str, etree._Element] = {}
        order: dict[etree._Element, int] = {}
        links: list[etree._Element] = []
        for at, node in enumerate(root.iter(etree.Element)):
            order[node] = at
            for name in (node.get("id"), node.get("name") if node.tag == "a" else None):
                if name:
                    places.setdefault(name, node)
            if node.tag == "a" and node.get("href", "").startswith("#"):
                links.append(node)
        for link in links:
            target = places.get(link.get("href", "")[1:])
            mark = _MARK.fullmatch(_short_text(link))
            if target is None or mark is None or order[target] <= order[link]:
                continue
            holder = _holder(target)
            if holder is None or holder is _holder(link) or any(a.tag in _HEADINGS for a in link.iterancestors()):
                continue
            self.references[_whole_mark(link)] = mark[1]
            if holder not in self.bodies:
                self.bodies[holder] = mark[1]
                self._drop(holder, target, mark[1])

    def _drop(self, holder: etree._Element, target: etree._Element, mark: str) -> None:
        first = True
        for node in holder.iter("a", "sup", "span"):
            text = _short_text(node)
            leads_back = node.tag == "a" and node.get("href", "").startswith("#")
            found = _MARK.fullmatch(text)
            if first and found and found[1] == mark and (leads_back or node is target or node.tag == "sup"):
                self.dropped.add(node)
                first = False
            elif leads_back and (_BACK.fullmatch(text) or text.lower() in ("back", "return")):
                self.dropped.add(node)


def _holder(node: etree._Element) -> etree._Element | None:
    """The block that an element stands in; None in a heading."""
    for found in (node, *node.iterancestors()):
        if found.tag in _HEADINGS:
            return None
        if found.tag in _HOLDERS:
            return found
    return None


def _whole_mark(link: etree._Element) -> etree._Element:
    """The ``sup`` around a link where it holds nothing else."""
    parent = link.getparent()
    alone = parent is not None and parent.tag == "sup" and len(parent) == 1 and _short_text(parent) == _short_text(link)
    return parent if alone and parent is not None else link
