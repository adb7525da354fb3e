"""Packs a Word file, with python-docx or by hand, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from .word_xml import SPACES, Lists

Foot = tuple[tuple[str, str, str], tuple[str, str, str]]
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_WML = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(body: str, notes: str, lists: Lists, feet: Foot | None, first: str, bare: bool) -> bytes:
    """The file around this body."""
    return (_by_hand if bare else _with_docx)(body, notes, lists, feet, first)


def _foot_paras(feet: Foot | None) -> str:
    if not feet:
        return "<w:p/>"
    (number, initials, _), (unit, marking, language) = feet
    page = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    page += '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    tab = "<w:r><w:tab/></w:r>"

    def run(said: str) -> str:
        return f"<w:r><w:t>{said}</w:t></w:r>"

    return f"<w:p>{run(number)}{tab}{run(initials)}{tab}{page}</w:p><w:p>{run(unit)}{tab}{run(marking)}{tab}{run(language)}</w:p>"


def _section(feet: bool, first: bool) -> str:
    made = '<w:headerReference w:type="first" r:id="rIdHead"/>' if first else ""
    made += '<w:footerReference w:type="default" r:id="rIdFoot"/>' if feet else ""
    made += '<w:footerReference w:type="first" r:id="rIdFoot"/>' if feet and first else ""
    size = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567"'
    return f'<w:sectPr>{made}{size} w:footer="567" w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'


def _by_hand(body: str, notes: str, lists: Lists, feet: Foot | None, first: str) -> bytes:
    section = _section(feet is not None, bool(first))
    parts = {
        "word/document.xml": f"{_XML}<w:document {SPACES}><w:body>{body}{section}</w:body></w:document>",
        "word/footnotes.xml": notes,
        "word/numbering.xml": f"{_XML}<w:numbering {SPACES}>{''.join((*lists.abstract(), *lists.concrete()))}</w:numbering>",
        "word/styles.xml": _XML + _STYLES,
        "word/footer1.xml": f"{_XML}<w:ftr {SPACES}>{_foot_paras(feet)}</w:ftr>",
        "word/header1.xml": f"{_XML}<w:hdr {SPACES}>{first or '<w:p/>'}</w:hdr>",
    }
    kinds = {"document": "document.main", "footer1": "footer", "header1": "header"}
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_WML}.{kinds.get(stem, stem)}+xml"/>'
        for name in parts
        if (stem := name.removeprefix("word/").removesuffix(".xml"))
    )
    used = {
        "footnotes": "rIdNotes",
        "numbering": "rIdLists",
        "styles": "rIdStyles",
        "footer1": "rIdFoot",
        "header1": "rIdHead",
    }
    rels = "".join(
        f'<Relationship Id="{of}" Type="{_REL}/{stem.rstrip("1")}" Target="{stem}.xml"/>' for stem, of in used.items()
    )
    space = "http://schemas.openxmlformats.org/package/2006"
    parts["[Content_Types].xml"] = (
        f'{_XML}<Types xmlns="{space}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    )
    parts["_rels/.rels"] = (
        f'{_XML}<Relationships xmlns="{space}/relationships"><Relationship Id="rId1" Type="{_REL}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    parts["word/_rels/document.xml.rels"] = f'{_XML}<Relationships xmlns="{space}/relationships">{rels}</Relationships>'
    return _zipped({name: text.encode() for name, text in parts.items()})


@cache
def _plain() -> bytes:
    """An empty document of python-docx's."""
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def _with_docx(body: str, notes: str, lists: Lists, feet: Foot | None, first: str) -> bytes:
    document = Document(io.BytesIO(_plain()))
    place: Any = document.element.body
    end = place.sectPr
    for element in list(parse_xml(f"<w:body {SPACES}>{body}</w:body>")):
        end.addprevious(element)
    part = Part(PackURI("/word/footnotes.xml"), f"{_WML}.footnotes+xml", notes.encode(), document.part.package)
    document.part.relate_to(part, RT.FOOTNOTES)
    numbering: Any = document.part.numbering_part.element
    for definition in reversed(lists.abstract()):
        numbering.insert(0, parse_xml(definition))
    for one in lists.concrete():
        numbering.append(parse_xml(one))
    section: Any = document.sections[0]
    if feet:
        _replace(section.footer, _foot_paras(feet))
    if first:
        section.different_first_page_header_footer = True
        _replace(section.first_page_header, first)
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as made:
        return _zipped({name: made.read(name) for name in made.namelist()})


def _replace(story: Any, inner: str) -> None:
    story.is_linked_to_previous = False
    root = story._element
    for old in list(root):
        root.remove(old)
    for new in list(parse_xml(f"<w:hdr {SPACES}>{inner}</w:hdr>")):
        root.append(new)


def _zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            made.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), parts[name], zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _style(of: str, name: str, level: int = -1, size: int = 24) -> str:
    outline = f'<w:keepNext/><w:outlineLvl w:val="{level}"/>' if level >= 0 else ""
    bold = "<w:b/>" if level >= 0 else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{of}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
        f'<w:pPr>{outline}</w:pPr><w:rPr>{bold}<w:sz w:val="{size}"/></w:rPr></w:style>'
    )


_STYLES = (
    f'<w:styles {SPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/><w:sz w:val="24"/></w:rPr></w:style>'
    + _style("Heading1", "heading 1", 0, 28)
    + _style("Heading2", "heading 2", 1, 26)
    + _style("Heading3", "heading 3", 2, 24)
    + _style("FootnoteText", "footnote text", size=20)
    + '<w:style w:type="character" w:styleId="FootnoteReference"><w:name w:val="footnote reference"/><w:rPr>'
    '<w:vertAlign w:val="superscript"/></w:rPr></w:style></w:styles>'
)
