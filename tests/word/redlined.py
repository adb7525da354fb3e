"""Accepts or rejects all tracked changes of a Word file over its XML, and reads what it says then, numbers left out."""

from __future__ import annotations

import re
from typing import Any

from conftest import NS, Note, q

Said = list[Any]


class Settled:
    """A Word file once everything in it is accepted (``True``) or rejected; of one without changes both are the same."""

    def __init__(self, data: bytes, *, accept: bool) -> None:
        self._note = Note(data)
        self._accept = accept
        self._document = self._settled("word/document.xml")
        kind = "footnote" if self._document.find(f".//{q('endnoteReference')}") is None else "endnote"
        self._notes = {
            n.get(q("id")): n for n in self._settled(f"word/{kind}s.xml").iter(q(kind)) if n.get(q("type")) is None
        }
        marks = [m.get(q("id")) for m in self._document.iter(q(f"{kind}Reference"))]
        self._place = {ident: at for at, ident in enumerate(marks, 1)}
        self._anchors = self._note_anchors()
        self._kind = kind

    @property
    def says(self) -> Said:
        """All paragraphs and tables of the body with their forms, links and footnotes."""
        body = self._document.find(q("body"))
        return self._blocks(body, "word/document.xml")

    def frame(self, name: str) -> Said:
        """A header or footer."""
        return self._blocks(self._settled(f"word/{name}.xml"), f"word/{name}.xml")

    @property
    def left_over(self) -> set[str]:
        """The words of notes whose mark is gone; Word takes such notes away, which must then have no words left."""
        return {Note.text(self._notes[i]).strip() for i in set(self._notes) - set(self._place)} - {""}

    # --- accepting and rejecting ---

    def _settled(self, name: str) -> Any:
        root = self._note.xml(name)
        keep, drop = ("ins", "del") if self._accept else ("del", "ins")
        for row in list(root.iter(q("tr"))):
            if row.find(f"{q('trPr')}/{q(drop)}") is not None:
                row.getparent().remove(row)
        for table in list(root.iter(q("tbl"))):
            if table.find(q("tr")) is None:
                table.getparent().remove(table)
        gone = [p for p in root.iter(q("p")) if p.find(f"{q('pPr')}/{q('rPr')}/{q(drop)}") is not None]
        for mark in [*root.iter(q(drop))]:
            if mark.getparent() is not None:
                mark.getparent().remove(mark)
        for mark in [*root.iter(q(keep))]:
            parent = mark.getparent()
            at = parent.index(mark)
            parent[at : at + 1] = list(mark)
        for change in [*root.iter(q("pPrChange"))]:
            head = change.getparent()
            if self._accept:
                head.remove(change)
            else:
                head[:] = list(change.find(q("pPr")))
        for link in [*root.iter(q("hyperlink"))]:
            if not len(link):
                link.getparent().remove(link)
        for par in gone:
            left = [n for n in par if n.tag not in (q("pPr"), q("bookmarkStart"), q("bookmarkEnd"))]
            assert not left, "a paragraph whose mark goes must go as a whole"
            assert par.getnext() is not None or par.getparent().tag != q("tc"), "a cell would be left without an end"
            par.getparent().remove(par)
        for name_, other in (("delText", "t"), ("delInstrText", "instrText")):
            for node in root.iter(q(name_)):
                node.tag = q(other)
        for row in root.iter(q("tr")):
            for cell in row.iter(q("tc")):
                assert cell[-1].tag in (q("p"), q("sdt")), "a cell ends with a paragraph"
        return root

    def _note_anchors(self) -> dict[str, int]:
        found: dict[str, int] = {}
        for start in self._document.iter(q("bookmarkStart")):
            name = start.get(q("name"))
            if name.startswith("_Ref2"):
                following = start.getnext()
                mark = next(iter(following.iter(q("footnoteReference"), q("endnoteReference"))), None)
                if mark is not None:
                    found[name] = self._place[mark.get(q("id"))]
        return found

    # --- reading ---

    def _blocks(self, parent: Any, part: str) -> Said:
        out: Said = []
        for node in parent:
            if node.tag == q("p"):
                if not self._contents(node):
                    out.append(self._paragraph(node, part))
            elif node.tag == q("tbl"):
                rows = [
                    (_written(r.find(q("trPr"))), [self._blocks(c, part) for c in r.iter(q("tc"))])
                    for r in node.iter(q("tr"))
                ]
                out.append(("table", _written(node.find(q("tblGrid"))), rows))
            elif node.tag in (q("sdt"), q("sdtContent")):
                out += self._blocks(node if node.tag == q("sdtContent") else node.find(q("sdtContent")), part)
        return out

    @staticmethod
    def _contents(par: Any) -> bool:
        style = par.find(f"{q('pPr')}/{q('pStyle')}")
        return style is not None and style.get(q("val")) in ("TOC1", "TOCHeading")

    def _paragraph(self, par: Any, part: str) -> Said:
        said: Said = [_written(par.find(q("pPr")))]
        for node in par.iter(q("r"), q("sdt")):
            if node.tag == q("sdt"):
                said.append(("field to fill", "".join(t.text for t in node.iter(q("t")))))
                continue
            if any(a.tag == q("sdtContent") and a.getparent().getparent() is par for a in node.iterancestors()):
                continue
            form = _written(node.find(q("rPr")))
            link = next((self._leads(a, part) for a in node.iterancestors(q("hyperlink"))), "")
            for piece in node:
                if piece.tag == q("t"):
                    if len(said) > 1 and said[-1][:3] == ("text", form, link):
                        said[-1] = ("text", form, link, said[-1][3] + (piece.text or ""))
                    elif piece.text:
                        said.append(("text", form, link, piece.text))
                elif piece.tag in (q("footnoteReference"), q("endnoteReference")):
                    note = self._notes[piece.get(q("id"))]
                    said.append(("note", [self._paragraph(p, f"word/{self._kind}s.xml") for p in note.iter(q("p"))]))
                elif piece.tag == q("instrText"):
                    code = " ".join((piece.text or "").split())
                    refers = re.fullmatch(r"NOTEREF (\S+) \\h", code)
                    said.append(("field", self._anchors[refers[1]] if refers else code))
                elif piece.tag not in (q("rPr"), q("fldChar")):
                    said.append((piece.tag, form))
        return _without_cached(said)

    def _leads(self, link: Any, part: str) -> str:
        ident = link.get(f"{{{NS['r']}}}id")
        if ident is None:
            return ""  # a place in the note itself; where that is gone the words stay
        folder, _, name = part.rpartition("/")
        rows = self._note.xml(f"{folder}/_rels/{name}.rels")
        return next(r.get("Target") for r in rows if r.get("Id") == ident)


def _without_cached(said: Said) -> Said:
    """A note's number as a field shows it until it is worked out again counts for nothing."""
    out: Said = []
    for one in said:
        if out and out[-1][0] == "field" and isinstance(out[-1][1], int) and one[0] == "text":
            shown = re.sub(r"^\d+", "", one[3])
            if shown != one[3]:
                if shown:
                    out.append((*one[:3], shown))
                continue
        out.append(one)
    return out


def _written(node: Any) -> str:
    if node is None or not len(node):
        return ""
    from lxml import etree

    said = re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(node, encoding="unicode", with_tail=False))
    said = re.sub(r"<w:(?:rPr|pPr|trPr)/>|<w:rPr></w:rPr>", "", said)
    return "" if re.fullmatch(r"<w:(\w+)></w:\1>", said) else said
