"""A brief → the .docx that goes to colleagues, or the one for release."""

from __future__ import annotations

from briefer.brief.model import Brief
from briefer.errors import BrieferError
from briefer.word import exported, page_frame, properties
from briefer.word.body import Body
from briefer.word.outline import outline
from briefer.word.package import base, pack, with_types
from briefer.word.selfcheck import faults
from briefer.word.shapes import Note, Outline
from briefer.word.xml import DECLARATION, NAMESPACES, Links, relationship, relationships, runs

_BASE_LANGUAGE = b"en-GB"
_PACKAGE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_FRAME = '<w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>'


def render(brief: Brief, *, final: bool = False) -> bytes:
    """The note as a Word file; ``final`` for release: no controls, prompts or base text in it.

    Raises BrieferError where two blocks share an id, and where the file made would not be sound.
    """
    parts = _parts(outline(brief, final=final))
    found = faults(parts, sound=base())
    if found:
        raise BrieferError(
            f"The Word file made of “{brief.brief}” would not be sound: {found[0]}", todo="Please report this"
        )
    return pack(parts)


def _parts(note: Outline) -> dict[str, bytes]:
    parts = dict(base())
    links, note_links = Links(), Links()
    frame_end = parts["word/document.xml"].decode().partition("<w:sectPr>")[2]
    body = Body(links).write(note.items)
    parts["word/document.xml"] = (
        f"{DECLARATION}<w:document {NAMESPACES}><w:body>{body}<w:sectPr>{_FRAME}{frame_end}"
    ).encode()
    parts["word/footnotes.xml"] = _footnotes(parts["word/footnotes.xml"], note.notes, note_links)
    if rows := note_links.relationships():
        parts["word/_rels/footnotes.xml.rels"] = relationships(rows)
    parts["word/header1.xml"] = page_frame.header(note)
    parts["word/footer1.xml"] = page_frame.footer(note)
    tag = properties.language_tag(note.language).encode()
    for name in ("word/styles.xml", "word/settings.xml") if tag != _BASE_LANGUAGE else ():
        parts[name] = parts[name].replace(b'"' + _BASE_LANGUAGE + b'"', b'"' + tag + b'"')
    parts["docProps/core.xml"] = properties.core(note)
    parts["docProps/app.xml"] = properties.app()
    parts["docProps/custom.xml"] = properties.custom(note)
    own = [relationship("rIdHeader", "header", "header1.xml"), relationship("rIdFooter", "footer", "footer1.xml")]
    if not note.final:
        own.append(relationship("rIdExported", "customXml", "../customXml/item1.xml"))
        parts["customXml/item1.xml"] = exported.part(note)
        parts["customXml/itemProps1.xml"] = exported.properties()
        parts["customXml/_rels/item1.xml.rels"] = relationships(
            [relationship("rId1", "customXmlProps", "itemProps1.xml")]
        )
        parts["word/settings.xml"] = _tracking(parts["word/settings.xml"])
    _relate(parts, "word/_rels/document.xml.rels", [*own, *links.relationships()])
    _relate(
        parts,
        "_rels/.rels",
        [
            f'<Relationship Id="rIdCore" Type="{_PACKAGE_KIND}" Target="docProps/core.xml"/>',
            relationship("rIdApp", "extended-properties", "docProps/app.xml"),
            relationship("rIdCustom", "custom-properties", "docProps/custom.xml"),
        ],
    )
    parts["[Content_Types].xml"] = with_types(parts["[Content_Types].xml"], parts)
    return parts


def _footnotes(separators: bytes, notes: tuple[Note, ...], links: Links) -> bytes:
    mark = (
        '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
        "<w:footnoteRef/></w:r><w:r><w:tab/></w:r>"
    )
    text = "".join(
        f'<w:footnote w:id="{note.number}"><w:p>{mark}{runs(note.runs, links)}</w:p></w:footnote>' for note in notes
    )
    return separators.replace(b"</w:footnotes>", text.encode() + b"</w:footnotes>")


def _tracking(settings: bytes) -> bytes:
    """Colleagues' changes are tracked from the first key on; the schema wants the switch before the tab stops."""
    return settings.replace(b"<w:defaultTabStop", b"<w:trackRevisions/><w:defaultTabStop", 1)


def _relate(parts: dict[str, bytes], name: str, rows: list[str]) -> None:
    parts[name] = parts[name].replace(b"</Relationships>", "".join(rows).encode() + b"</Relationships>")
