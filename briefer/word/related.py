"""What belongs to a Word file: its parts as their relationships lead from one to the next, under our names for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from posixpath import dirname, normpath, relpath, splitext
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree import ElementTree

from briefer.errors import BrieferError
from briefer.word.anew import Anew, own_id
from briefer.word.exported import NAMESPACE as EXPORTED
from briefer.word.xml import DECLARATION, OFFICE, escape, relationships

TYPES = "[Content_Types].xml"
Refused = Callable[[str, str], BrieferError]
"""Makes the error out of what is wrong and what to do."""

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MAIN = f"{_WORD}.document.main+xml"
_TEMPLATE = f"{_WORD}.template.main+xml"
_STRICT = "http://purl.oclc.org/ooxml/"
#: Parts that are of the file and not of the house, by their relationships: who made it, what was said of it, its own notes.
_LEFT_OUT = frozenset((
    "footnotes", "endnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "glossaryDocument",
    "attachedTemplate", "core-properties", "extended-properties", "thumbnail", "origin", "signature", "mailMergeSource",
    "mailMergeHeaderSource", "mailMergeRecipientData", "recipientData", "keyMapCustomizations", "attachedToolbars",
    "printerSettings", "transform", "customUI", "extensibility", "documenttasks", "stylesWithEffects",
))  # fmt: skip
#: What there is one of, and what it is called with us.
_CALLED = {"styles": "word/styles.xml", "numbering": "word/numbering.xml", "settings": "word/settings.xml"}
_KINDS = {
    kind: f"{_WORD}.{kind}+xml"
    for kind in ("styles", "numbering", "settings", "header", "footer", "fontTable", "webSettings")
}
#: Parts whose XML is written anew, and what each is; the rest is only looked at.
_ROOTS = {
    "officeDocument": "w:document", "header": "w:hdr", "footer": "w:ftr", "custom-properties": "Properties",
    "theme": "a:theme", **{kind: f"w:{kind}" for kind in _CALLED},
}  # fmt: skip
#: Parts from which nothing leads on that a note needs.
_ENDS = frozenset(("settings", "styles", "webSettings"))
_SAFE = re.compile(r"[A-Za-z0-9_./-]+")
_OURS = re.compile(r"word/(?:briefer|document\.xml|footnotes|endnotes)|customXml/|docProps/", re.IGNORECASE)
_BODY = re.compile(rb"<w:body/?>")
_ITEM = re.compile(r"customXml/item(\d+)\.xml")
#: From part to part; a real file needs three.
_MOST_STEPS = 8
_BY_ENDING = {
    "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "emf": "image/x-emf", "bmp": "image/bmp",
    "wmf": "image/x-wmf", "tif": "image/tiff", "tiff": "image/tiff", "svg": "image/svg+xml",
}  # fmt: skip
_ANYTHING = "application/octet-stream"


class _Row(NamedTuple):
    """A relationship."""

    ident: str
    kind: str
    """The last word of its type."""
    type: str
    target: str
    external: bool


class _Types(NamedTuple):
    """The content types that a file declares, by its parts' names and endings in small letters."""

    parts: Mapping[str, str]
    endings: Mapping[str, str]

    def of(self, name: str) -> str:
        ending = name.rpartition(".")[2].casefold()
        return self.parts.get(name.casefold()) or self.endings.get(ending) or ""


def belonging(found: Mapping[str, bytes], anew: Anew, refused: Refused) -> dict[str, bytes]:
    """The parts that the document leads to, in our names, with relationships and content types of their own.

    Raises what ``refused`` makes of what is wrong.
    """
    return _Walk(found, anew, refused).parts()


class _Walk:
    def __init__(self, found: Mapping[str, bytes], anew: Anew, refused: Refused) -> None:
        self._found = found
        self._anew = anew
        self._refused = refused
        self._names = {name.casefold(): name for name in found}
        self._types = self._declared()
        self._made: dict[str, bytes] = {}
        self._kinds: dict[str, str] = {}
        """The content types of what is made."""
        self._called: dict[str, str] = {}
        """Names of parts in the file → with us."""

    def parts(self) -> dict[str, bytes]:
        rows = self._rows("")
        main = next((r for r in rows if r.kind == "officeDocument" and not r.external), None)
        there = self._there("", main.target) if main else ""
        if not main or not there:
            raise self._refused("This is no Word document", "Choose a .docx or .dotx, saved by Word")
        self._is_document(there, main)
        # What it says of itself may stand there without anything that leads to it.
        custom = [_Row("", "custom-properties", "", "docProps/custom.xml", external=False)]
        self._lead_on("", "", [main, *(r for r in rows if r.kind == "custom-properties"), *custom])
        if "word/styles.xml" not in self._made:
            raise self._refused("This file lacks word/styles.xml", "Open and save it anew in Word")
        self._made.setdefault("word/_rels/document.xml.rels", relationships([]))
        self._made["_rels/.rels"] = relationships(
            [f'<Relationship Id="rIdOwn" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>']
        )
        overrides = "".join(
            f'<Override PartName="/{name}" ContentType="{escape(kind)}"/>'
            for name, kind in self._kinds.items()
            if name in self._made and not name.startswith("docProps/")
        )
        head = (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
            'ContentType="application/xml"/>'
        )
        return {TYPES: f"{head}{overrides}</Types>".encode(), **self._made}

    def _is_document(self, name: str, row: _Row) -> None:
        kind = self._types.of(name)
        if "macroEnabled" in kind or any(n.endswith("vbaproject.bin") for n in self._names):
            raise self._refused("This file holds macros", "Save it without them, as .docx or .dotx")
        if kind not in (_MAIN, _TEMPLATE):
            raise self._refused("This is no Word document", "Choose a .docx or .dotx, saved by Word")
        if row.type.startswith(_STRICT) or self._found[name].find(_STRICT.encode() + b"wordprocessingml") >= 0:
            raise self._refused(
                "This file is in the strict variant of the format",
                "Open it in Word and save it as “Word document”, not as “Strict Open XML document”",
            )

    def _lead_on(self, source: str, name: str, rows: list[_Row], steps: int = 0) -> None:
        """Take in what the relationships of a part lead to; ``name`` is the part's with us."""
        if steps > _MOST_STEPS:
            return
        written: dict[str, str] = {}
        for row in rows:
            ident = own_id(row.ident)
            if row.kind in _LEFT_OUT:
                continue
            said = f'<Relationship Id="{escape(ident)}" Type="{escape(row.type)}" Target="'
            if row.external:
                written[ident] = f'{said}{escape(row.target)}" TargetMode="External"/>'
                continue
            there = self._there(source, row.target)
            called = self._taken(there, row, source, steps) if there else ""
            if called and name:
                target = relpath(called, dirname(name) or ".")
                written[ident] = f'{said}{escape(target)}"/>'
        if written and name:
            folder, _, base = name.rpartition("/")
            self._made[f"{folder}/_rels/{base}.rels"] = relationships(list(written.values()))

    def _taken(self, there: str, row: _Row, source: str, steps: int) -> str:
        """A part taken in, and what it leads to; its name with us, nothing where it stays away."""
        if there in self._called:
            return self._called[there]
        content = self._found[there]
        if row.kind == "customXml" and EXPORTED.encode() in content:
            return ""  # of a note that briefer made
        called = self._name(there, row, source)
        if not called:
            return ""
        self._called[there] = called

        def refuse(what: str) -> BrieferError:
            todo = "Open and save it anew in Word" if what == "is broken" else "Choose another"
            return self._refused(f"{there} in this file {what}", todo)

        if row.kind in _ROOTS:
            self._made[called] = self._anew.written(content, refuse)
            if not self._made[called].startswith(f"{DECLARATION}<{_ROOTS[row.kind]} ".encode()):
                raise refuse("is broken")
            if row.kind == "officeDocument" and not _BODY.search(self._made[called]):
                raise refuse("is broken")
        else:
            if called.endswith(".xml"):
                self._anew.sound(content, refuse)
            self._made[called] = content
        ending = called.rpartition(".")[2].casefold()
        self._kinds[called] = (
            _MAIN
            if row.kind == "officeDocument"
            else _KINDS.get(row.kind)
            or self._types.of(there)
            or _BY_ENDING.get(ending)
            or (ending == "xml" and "application/xml")
            or _ANYTHING
        )
        if row.kind not in _ENDS:
            self._lead_on(there, called, self._rows(there), steps + 1)
        return called

    def _name(self, there: str, row: _Row, source: str) -> str:
        """What a part is called with us; nothing for a second one where there is one of a kind."""
        by_kind = {"officeDocument": "word/document.xml", "custom-properties": "docProps/custom.xml", **_CALLED}
        taken = {name.casefold() for name in (*self._called.values(), *by_kind.values())}
        if name := by_kind.get(row.kind):
            return "" if name in self._called.values() else name
        if row.kind == "customXml":
            return next(n for i in range(1, 10_000) if (n := f"customXml/item{i}.xml") not in self._called.values())
        if row.kind == "customXmlProps" and (item := _ITEM.fullmatch(self._called.get(source, ""))):
            name = f"customXml/itemProps{item[1]}.xml"
            return "" if name in self._called.values() else name
        if _SAFE.fullmatch(there) and not _OURS.match(there) and there.casefold() not in taken and ".." not in there:
            return there
        ending = splitext(there)[1].casefold()
        ending = ending if _SAFE.fullmatch(ending) else ""
        return next(n for i in range(1, 10_000) if (n := f"word/own{i}{ending}") not in taken)

    def _there(self, source: str, target: str) -> str:
        """The part that a relationship of another one leads to; nothing where there is none."""
        target = target.replace("\\", "/").partition("#")[0]
        for one in (target, unquote(target)):
            path = one if one.startswith("/") else f"/{dirname(source)}/{one}"
            if name := self._names.get(normpath(path).lstrip("/").casefold()):
                return name
        return ""

    def _rows(self, source: str) -> list[_Row]:
        folder, _, base = source.rpartition("/")
        name = self._names.get(f"{folder}/_rels/{base}.rels".lstrip("/").casefold(), "")
        rows = []
        for attributes in self._children(name, "Relationship"):
            kind = attributes.get("Type", "")
            external = attributes.get("TargetMode", "").casefold() == "external"
            last = kind.rstrip("/").rpartition("/")[2]
            rows.append(_Row(attributes.get("Id", ""), last, kind, attributes.get("Target", ""), external))
        if len({r.ident for r in rows}) != len(rows):
            raise self._refused(f"{name} in this file is broken", "Open and save it anew in Word")
        return rows

    def _declared(self) -> _Types:
        parts = {
            r.get("PartName", "").lstrip("/").casefold(): r.get("ContentType", "")
            for r in self._children(TYPES, "Override")
        }
        endings = {
            r.get("Extension", "").casefold(): r.get("ContentType", "") for r in self._children(TYPES, "Default")
        }
        return _Types(parts, endings)

    def _children(self, name: str, kind: str) -> list[dict[str, str]]:
        if not name or name not in self._found:
            return []

        def refuse(what: str) -> BrieferError:
            return self._refused(f"{name} in this file {what}", "Open and save it anew in Word")

        root = ElementTree.fromstring(self._anew.written(self._found[name], refuse))
        return [dict(e.attrib) for e in root if e.tag.rpartition("}")[2] == kind]
