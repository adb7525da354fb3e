"""A brief → the .docx that goes to colleagues, or the one for release."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from briefer import collector
from briefer.brief.model import Brief
from briefer.errors import BrieferError
from briefer.word import contents, exported, house, page_frame, properties, settings
from briefer.word.body import Body
from briefer.word.house import House
from briefer.word.listing import of_item
from briefer.word.order import as_read
from briefer.word.package import Ahead, pack, with_types
from briefer.word.selfcheck import faults
from briefer.word.shapes import Heading, Item, Note, Outline, Paragraph, Table
from briefer.word.since import Since, told
from briefer.word.writer import Ids, Writer, note_anchor
from briefer.word.xml import DECLARATION, NAMESPACES, Links, relationship, relationships

_BASE_LANGUAGE = "en-GB"
_PACKAGE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_SECTION = re.compile(rb"<w:sectPr\b[^>]*(?<!/)>.*?</w:sectPr>", re.DOTALL)
_ENDNOTES = re.compile(rb"<w:endnotePr/>|<w:endnotePr>.*?</w:endnotePr>", re.DOTALL)
#: What the schema wants before the endnotes of a section.
_HEAD = re.compile(
    rb"<w:sectPr\b[^>]*>(?:\s|<w:(?:header|footer)Reference\b[^>]*/>|<w:footnotePr/>|<w:footnotePr>.*?</w:footnotePr>)*",
    re.DOTALL,
)


def render(
    brief: Brief,
    *,
    final: bool = False,
    style: House | None = None,
    languages: Sequence[Path] = (),
    pages: Sequence[int] = (),
    since: Since | None = None,
    printed: bool = False,
) -> bytes:
    """The note as a Word file; ``final`` for release: no controls, prompts or base text in it.

    ``since`` makes it a revised note or an addendum. ``pages`` are those of the headings in their order, where they are
    known better than by reckoning. ``printed`` is for LibreOffice: its table of contents is no field, since behind one
    LibreOffice moves what is kept together to the next page, though it has room.

    Raises BrieferError where two blocks share an id, and where the file made would not be sound.
    """
    dressed = style or house.plain()
    with collector.off():
        if since:
            since = since._replace(brief=as_read(since.brief, dressed))
        note = told(as_read(brief, dressed), since, final=final, languages=languages, sources=dressed.look.sources)
        made = parts(note, dressed, pages, live=not printed)
        ahead = Ahead(made)
        found = faults(made, sound=dressed.parts, marking=" ".join(note.marking.split()), final=final)
        if found:
            todo = f"Open {dressed.where} in Word and save it anew" if dressed.foreign else "Please report this"
            raise BrieferError(f"The Word file made of “{brief.brief}” would not be sound: {found[0]}", todo=todo)
        return pack(made, dressed.parts, ahead)


def parts(
    note: Outline, style: House, pages: Sequence[int] = (), *, listed: bool = True, live: bool = True
) -> dict[str, bytes]:
    """The parts of the Word file; without ``listed`` it has no table of contents, without ``live`` one that stays."""
    made = dict(style.parts)
    ids, links = Ids(style.bookmarks, style.controls), Links()
    headings = contents.entries(note, style, pages) if listed and not style.foreign else []
    writer = Writer(style.look, links, ids, _referred(note) | {heading.anchor for heading in headings})
    if style.foreign:
        # Most notes go out in a style of our own; what fills a foreign file need not be loaded for them.
        from briefer.word import filling

        made |= filling.filled(note, style, writer, pages, listed=listed, live=live)
    else:
        made["word/document.xml"] = _document(note, style, writer, headings, live=live)
    kind = "endnotes" if style.look.sources == "endnotes" else "footnotes"
    if kind == "endnotes":
        made["word/document.xml"] = _SECTION.sub(_numbered, made["word/document.xml"])
    own = [relationship("rIdNotes", kind, f"{kind}.xml")]
    note_links = Links()
    made[f"word/{kind}.xml"] = _notes(note.notes, kind, Writer(style.look, note_links, ids))
    if rows := note_links.relationships():
        made[f"word/_rels/{kind}.xml.rels"] = relationships(rows)
    if not style.foreign:
        made["word/header1.xml"] = page_frame.header(note, style.look, style.parts["word/styles.xml"])
        made["word/footer1.xml"] = page_frame.footer(note, style.look, style.parts["word/styles.xml"])
        own += [relationship("rIdHeader", "header", "header1.xml"), relationship("rIdFooter", "footer", "footer1.xml")]
    if note.words.tag != _BASE_LANGUAGE or style.foreign:
        made["word/styles.xml"] = _spoken(made["word/styles.xml"], note.words.tag)
        made["word/settings.xml"] = _spoken(made["word/settings.xml"], note.words.tag)
    made["word/settings.xml"] = settings.of_note(made["word/settings.xml"], kind, tracked=not note.final)
    made["docProps/core.xml"] = properties.core(note)
    made["docProps/app.xml"] = properties.app()
    made["docProps/custom.xml"] = properties.custom(note)
    if not note.final:
        item = next(f"item{n}" for n in count(1) if f"customXml/item{n}.xml" not in made)
        own.append(relationship("rIdExported", "customXml", f"../customXml/{item}.xml"))
        made[f"customXml/{item}.xml"] = exported.part(note)
        made[f"customXml/{item.replace('item', 'itemProps')}.xml"] = exported.properties()
        made[f"customXml/_rels/{item}.xml.rels"] = relationships(
            [relationship("rId1", "customXmlProps", f"{item.replace('item', 'itemProps')}.xml")]
        )
    _relate(made, "word/_rels/document.xml.rels", [*own, *links.relationships()])
    _relate(
        made,
        "_rels/.rels",
        [
            f'<Relationship Id="rIdCore" Type="{_PACKAGE_KIND}" Target="docProps/core.xml"/>',
            relationship("rIdApp", "extended-properties", "docProps/app.xml"),
            relationship("rIdCustom", "custom-properties", "docProps/custom.xml"),
        ],
    )
    made["[Content_Types].xml"] = with_types(made["[Content_Types].xml"], tuple(made))
    return made


def _document(note: Outline, style: House, writer: Writer, headings: Sequence[contents.Entry], *, live: bool) -> bytes:
    """The document of a style of our own, the table of contents before its first heading."""
    body = Body(writer)
    at = next((i for i, item in enumerate(note.items) if isinstance(item, Heading) and item.level == 1), 0)
    code = contents.FIELD if live else ""
    table = contents.written(headings, writer, title=note.words.say("contents"), code=code)
    written = body.write(note.items[:at]) + table + body.write(note.items[at:])
    before, _, after = style.texts["word/document.xml"].partition(house.mark("note"))
    return f"{before}{written}{after}".encode()


def _spoken(part: bytes, tag: str) -> bytes:
    """A part whose language is the note's; that of East Asian and right-to-left text stays."""
    return re.sub(rb'(<w:(?:lang|themeFontLang)\b[^>]*?w:val=")[^"]*"', rb"\g<1>" + tag.encode() + b'"', part)


def _referred(note: Outline) -> frozenset[str]:
    """The anchors that links and shortened notes refer to."""
    links = [r.link[1:] for i in note.items for p in _paragraphs(i) for r in p.runs if r.link and r.link[0] == "#"]
    return frozenset((*links, *map(note_anchor, {r.see for n in note.notes for r in n.runs} - {0})))


def _paragraphs(item: Item) -> Sequence[Paragraph]:
    if isinstance(item, Table):
        return [p for row in item.rows for cell in row.cells for p in cell]
    return of_item(item)


def _notes(notes: tuple[Note, ...], kind: str, writer: Writer) -> bytes:
    """The part with the notes and the two lines that Word draws above them."""
    name = kind.removesuffix("s")
    style, reference = (writer.look.style(f"{name.capitalize()}{part}") for part in ("Text", "Reference"))
    mark = (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:rPr><w:rStyle w:val="{reference}"/></w:rPr>'
        f"<w:{name}Ref/></w:r><w:r><w:tab/></w:r>"
    )
    lines = "".join(
        f'<w:{name} w:type="{line}" w:id="{number}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
        f"</w:pPr><w:r><w:{line}/></w:r></w:p></w:{name}>"
        for line, number in (("separator", -1), ("continuationSeparator", 0))
    )
    written = [f'<w:{name} w:id="{n.number}">{mark}{writer.runs(n.runs)}</w:p></w:{name}>' for n in notes]
    return "".join([f"{DECLARATION}<w:{kind} {NAMESPACES}>{lines}", *written, f"</w:{kind}>"]).encode()


def _numbered(section: re.Match[bytes]) -> bytes:
    """A section whose endnotes are 1, 2, 3: LibreOffice goes by it, and not by the settings."""
    bare = _ENDNOTES.sub(b"", section[0])
    head = _HEAD.match(bare)
    at = head.end() if head else 0
    return bare[:at] + b'<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>' + bare[at:]


def _relate(parts: dict[str, bytes], name: str, rows: Sequence[str]) -> None:
    parts[name] = parts[name].replace(b"</Relationships>", "".join(rows).encode() + b"</Relationships>")
