"""Two versions of a brief → the newer one as a Word file in which all changes since the older one are tracked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree
from msgspec.structs import replace

from briefer.brief.marking import high_water, rank
from briefer.brief.model import Brief
from briefer.dates import first_day
from briefer.errors import BrieferError
from briefer.word import docx
from briefer.word import house as houses
from briefer.word.cutting import Element, local, w
from briefer.word.delivery import deliver, unheard
from briefer.word.dress import Dress
from briefer.word.export import file_of
from briefer.word.house import House
from briefer.word.order import as_read
from briefer.word.outline import outline
from briefer.word.package import pack
from briefer.word.redline import story
from briefer.word.revision import Marks, Sign, whole
from briefer.word.selfcheck import faults
from briefer.word.shapes import Held, Item, Outline, Table
from briefer.word.writer import note_anchor
from briefer.word.xml import DECLARATION, relationship, relationships

if TYPE_CHECKING:
    from briefer.word.delivery import Spared, Step
    from briefer.workspace import Workspace

_RELATION = re.compile(r"<Relationship\b[^>]*>")
_NOTE_ANCHOR = re.compile(r"_Ref2(\d{8})")
_REFERS = re.compile(r"(NOTEREF )_Ref2(\d{8})([^<]*</w:instrText>.{0,120}?<w:t>)\d+<", re.DOTALL)
_FRAME = re.compile(r"word/\w*(?:[hH]eader|[fF]ooter)\w*\.xml")
#: Above the numbers of all other bookmarks and below those of the changes.
_BOOKMARKS_FROM = 900_000
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)


def export(
    old: Brief,
    new: Brief,
    target: Path,
    *,
    house: str | None = None,
    workspace: Workspace | None = None,
    force: bool = False,
    step: Step = unheard,
    spared: Spared = unheard,
) -> Path:
    """Write the newer version with the changes since the older one tracked; returns the file. As ``word.export.export``."""
    target = file_of(new, target, final=False, to="docx", form="compared")
    dress = Dress(house, workspace)
    step("drawing both versions")
    data = render(old, new, style=dress.style(new), languages=dress.languages())
    return deliver(data, new, target, to="docx", force=force, step=step, spared=spared)


def render(old: Brief, new: Brief, *, style: House | None = None, languages: Sequence[Path] = ()) -> bytes:
    """The Word file: with all changes accepted it says what the newer version says, with all rejected what the older one.

    It has no table of contents, whose pages move while changes are shown, and on its pages the higher marking of the two. Raises
    BrieferError where the file made would not be sound.
    """
    style = style or houses.plain()
    marking = max((high_water(old), high_water(new)), key=lambda m: rank(new, m))
    before, after = (replace(_bare(one, style, languages), marking=marking) for one in (old, new))
    parts = merged(
        docx.parts(before, style, listed=False), docx.parts(after, style, listed=False), author(new), moment(new)
    )
    found = faults(parts, marking=" ".join(after.marking.split()))
    if found:
        todo = f"Open {style.where} in Word and save it anew" if style.foreign else "Please report this"
        raise BrieferError(f"The Word file comparing “{new.brief}” would not be sound: {found[0]}", todo=todo)
    return pack(parts)


def author(brief: Brief) -> str:
    """Under whose name the changes stand: the drafter, where the brief names one."""
    return brief.drafter or f"briefer version {brief.version}"


def moment(brief: Brief) -> str:
    """When the changes were made, as far as the brief knows: the day it was kept, else the day it speaks of."""
    return f"{first_day(brief.kept.on if brief.kept else brief.as_of).isoformat()}T00:00:00Z"


def _bare(brief: Brief, style: House, languages: Sequence[Path]) -> Outline:
    """The note as colleagues get it, but without the controls, which changes within them would break."""
    note = outline(as_read(brief, style), final=False, languages=languages, sources=style.look.sources)
    return replace(note, final=True, texts=(), items=tuple(_loose(item) for item in note.items))


def _loose(item: Item) -> Item:
    if isinstance(item, Held):
        return replace(item, control=None)
    if isinstance(item, Table):
        return replace(item, rows=tuple(replace(r, control=None) if r.control else r for r in item.rows))
    return item


# --- the parts -------------------------------------------------------------------------------------------------------


def merged(old: Mapping[str, bytes], new: Mapping[str, bytes], who: str, when: str) -> dict[str, bytes]:
    """The parts of the newer file with all that differs in the older one's tracked."""
    parts = dict(new)
    main = "word/document.xml"
    links = _Links(old, new, main)
    marks = Marks(who, when, links.relink, links.target)
    before, document = (_parsed(p[main]) for p in (old, new))
    for root in (before, document):
        _without_note_bookmarks(root)
    body, was = document.find(w("body")), before.find(w("body"))
    closing = [n for n in body if local(n) == "sectPr"]
    theirs, ours = ([n for n in one if local(n) != "sectPr"] for one in (was, body))
    body[:] = [*story(theirs, ours, marks), *closing]
    links.keep(parts)
    for kind in ("footnote", "endnote"):
        name = f"word/{kind}s.xml"
        if name in new and document.find(f".//{w(f'{kind}Reference')}") is not None:
            links = _Links(old, new, name)
            parts[name] = _notes(old[name], new[name], kind, marks, links)
            links.keep(parts)
            _bookmarked(document, {int(n) for n in _NOTE_ANCHOR.findall(parts[name].decode())})
    _controls_apart(document)
    parts[main] = _text(document)
    for name in sorted(new):
        if _FRAME.fullmatch(name) and name in old and old[name] != new[name]:
            links = _Links(old, new, name)
            root = _parsed(new[name])
            root[:] = story(
                list(_parsed(old[name])), list(root), marks.of_part(links.relink, links.target), closed=True
            )
            parts[name] = _text(root)
            links.keep(parts)
    return parts


def _notes(old: bytes, new: bytes, kind: str, marks: Marks, links: _Links) -> bytes:
    """The footnotes of both: of a note that both have its changes, the others as they were or are."""
    sides = [dict[int, int](), dict[int, int]()]
    for number, pair in enumerate(marks.notes, 1):
        for side, own in zip(sides, pair, strict=True):
            side[own] = number
    within = marks.of_part(links.relink, links.target)
    before, root = (_parsed(_renumbered(part, side)) for part, side in zip((old, new), sides, strict=True))
    held = [{int(n.get(w("id"))): n for n in one if n.get(w("type")) is None} for one in (before, root)]
    out = [n for n in root if n.get(w("type")) is not None]
    for number, (was, now) in enumerate(marks.notes, 1):
        note = etree.Element(w(kind), {w("id"): str(number)})
        if was and now:
            note.extend(story(list(held[0][was]), list(held[1][now]), within, closed=True))
        else:
            sign: Sign = "new" if now else "gone"
            pars = list(held[1][now] if now else held[0][was])
            # Its last paragraph goes with its mark in the text.
            note.extend(whole(p, sign, within, mark=p is not pars[-1], own_mark=p is pars[0]) for p in pars)
        out.append(note)
    root[:] = out
    return _text(root)


def _renumbered(part: bytes, numbers: Mapping[int, int]) -> bytes:
    """A part with notes in which those that refer to another one name it by its new number."""

    def instead(found: re.Match[str]) -> str:
        number = numbers.get(int(found[2]), int(found[2]))
        return f"{found[1]}{note_anchor(number)}{found[3]}{number}<"

    return _REFERS.sub(instead, part.decode()).encode()


def _without_note_bookmarks(root: Element) -> None:
    """Take the bookmarks off the marks of notes, whose numbers are others once both versions are one."""
    gone = [b for b in root.iter(w("bookmarkStart")) if _NOTE_ANCHOR.fullmatch(b.get(w("name"), ""))]
    idents = {b.get(w("id")) for b in gone}
    for node in [*gone, *(b for b in root.iter(w("bookmarkEnd")) if b.get(w("id")) in idents)]:
        node.getparent().remove(node)


def _controls_apart(document: Element) -> None:
    """Give a content control that stands there as gone and as new a number of its own each time."""
    taken: set[int] = set()
    for one in document.iter(w("sdtPr")):
        ident = one.find(w("id"))
        if ident is not None:
            number = int(ident.get(w("val")))
            while number in taken:
                number = number % 0x7FFFFFFF + 1
            taken.add(number)
            ident.set(w("val"), str(number))


def _bookmarked(document: Element, numbers: set[int]) -> None:
    """Put a bookmark around the marks of these notes."""
    for mark in list(document.iter(w("footnoteReference"), w("endnoteReference"))):
        number = int(mark.get(w("id")))
        if number in numbers:
            run = mark.getparent()
            ident = str(_BOOKMARKS_FROM + number)
            start = etree.Element(w("bookmarkStart"), {w("id"): ident, w("name"): note_anchor(number)})
            run.addprevious(start)
            run.addnext(etree.Element(w("bookmarkEnd"), {w("id"): ident}))


class _Links:
    """What the relationships of a part lead to, in the old file and in the new one."""

    def __init__(self, old: Mapping[str, bytes], new: Mapping[str, bytes], part: str) -> None:
        folder, _, name = part.rpartition("/")
        self._rels = f"{folder}/_rels/{name}.rels"
        self._old, self._new = (_leads(parts.get(self._rels, b"")) for parts in (old, new))
        self._back = {to: ident for ident, to in self._new.items()}
        self._added: list[str] = []

    def relink(self, ident: str) -> str:
        """The relationship in the new file that leads where this one leads in the old one; one is added where there is none."""
        to = self._old.get(ident, "")
        if to not in self._back:
            self._back[to] = f"rIdWas{len(self._added) + 1}"
            self._added.append(relationship(self._back[to], "hyperlink", to, external=True))
        return self._back[to]

    def target(self, ident: str, old: bool) -> str:
        """Where a relationship leads."""
        return (self._old if old else self._new).get(ident, "")

    def keep(self, parts: dict[str, bytes]) -> None:
        """Put those that were added into the file."""
        if self._added:
            rows = "".join(self._added).encode()
            there = parts.get(self._rels) or relationships([])
            parts[self._rels] = there.replace(b"</Relationships>", rows + b"</Relationships>")


def _leads(rels: bytes) -> dict[str, str]:
    """Id → target of each relationship, as it is written."""
    found: dict[str, str] = {}
    for row in _RELATION.findall(rels.decode()):
        ident, to = (re.search(rf'\b{name}="([^"]*)"', row) for name in ("Id", "Target"))
        if ident and to:
            found[ident[1]] = to[1]
    return found


def _parsed(part: bytes) -> Element:
    return etree.fromstring(part, _PARSER)


def _text(root: Element) -> bytes:
    return DECLARATION.encode() + etree.tostring(root, encoding="UTF-8")
