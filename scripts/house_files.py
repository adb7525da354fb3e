"""Ministries' Word files put together by chance, sound but strange."""

from __future__ import annotations

import io
import re
import zipfile

from scripts.house_pieces import (
    BODY,
    DRAWN,
    KIND,
    OFFICE,
    PACKAGE,
    SPACES,
    Dice,
    boxes,
    control_of,
    controls,
    jinja,
    par_of,
    run_of,
    section_of,
    words,
)

Parts = dict[str, bytes]


def house_file(dice: Dice) -> tuple[Parts, list[str]]:
    """A sound file out of pieces, as parts."""
    done: list[str] = []
    if dice.random() < 0.1:
        return _by_python_docx(dice), ["python-docx"]
    pieces = []
    for _ in range(dice.randrange(1, 9)):
        way = dice.choice(BODY)
        pieces.append(way(dice))
        done.append(way.__name__.strip("_"))
    if dice.random() < 0.55:
        pieces.insert(dice.randrange(len(pieces) + 1), control_of('<w:tag w:val="note"/>', par_of(run_of("here"))))
    last = section_of(dice) if dice.random() < 0.9 else ""
    parts = {
        "[Content_Types].xml": _types(dice), "_rels/.rels": rels(("rId1", "officeDocument", "word/document.xml", "")),
        "word/document.xml": f"<w:document {SPACES}><w:body>{''.join(pieces)}{last}</w:body></w:document>",
        "word/_rels/document.xml.rels": rels(
            ("rIdS", "styles", "styles.xml", ""), ("rIdN", "numbering", "numbering.xml", ""),
            ("rIdSet", "settings", "settings.xml", ""),
            ("rIdFn", "footnotes", "footnotes.xml", ""), ("rIdEn", "endnotes", "endnotes.xml", ""),
            ("rIdC", "comments", "comments.xml", ""),
            ("rIdH", "header", "header7.xml", ""), ("rIdH1", "header", "/word/header8.xml", ""),
            ("rIdF", "footer", "footer7.xml", ""),
            ("rIdImg", "image", "media/image1.png", ""), ("rIdWeb", "hyperlink", "https://example.org/?a=1&amp;b=2", "External"),
            ("rIdG", "glossaryDocument", "glossary/document.xml", ""), ("rIdX", "customXml", "../customXml/item1.xml", ""),
            ("rIdT", "theme", "theme/theme1.xml", ""), ("rIdFt", "fontTable", "fontTable.xml", ""),
            ("rIdChunk", "aFChunk", "chunk.html", ""),
        ),
        "word/styles.xml": _styles(dice), "word/numbering.xml": _numbering(dice), "word/settings.xml": _settings(dice),
        "word/header7.xml": f"<w:hdr {SPACES}>{_head(dice)}</w:hdr>",
        "word/header8.xml": f"<w:hdr {SPACES}>{_head(dice)}</w:hdr>",
        "word/footer7.xml": f"<w:ftr {SPACES}>{_head(dice)}</w:ftr>",
        "word/footnotes.xml": f'<w:footnotes {SPACES}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>'
                              f'<w:footnote w:id="2">{par_of(run_of("n"))}</w:footnote></w:footnotes>',
        "word/endnotes.xml": f'<w:endnotes {SPACES}><w:endnote w:id="2">{par_of(run_of("n"))}</w:endnote></w:endnotes>',
        "word/comments.xml": f'<w:comments {SPACES}><w:comment w:id="0" w:author="x">{par_of(run_of("c"))}</w:comment>'
                             '</w:comments>',
        "word/glossary/document.xml": f"<w:glossaryDocument {SPACES}/>", "word/theme/theme1.xml": '<a:theme '
                                                                                                  f'xmlns:a="{DRAWN}/main" '
                                                                                                  'name="x"/>',
        "word/fontTable.xml": f'<w:fonts {SPACES}><w:font w:name="Own">'
                              f'<w:embedRegular r:id="rId1" w:fontKey="{{00000000-0000-0000-0000-000000000003}}"/></w:font>'
                              '</w:fonts>',
        "word/_rels/fontTable.xml.rels": rels(("rId1", "font", "fonts/font1.odttf", "")),
        "word/chunk.html": "<p>x</p>",
        "customXml/item1.xml": "<a xmlns='urn:x'>bound</a>",
        "customXml/_rels/item1.xml.rels": rels(("rId1", "customXmlProps", "itemProps1.xml", "")),
        "customXml/itemProps1.xml": '<ds:datastoreItem ds:itemID="{00000000-0000-0000-0000-000000000001}" '
                                    'xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
        "docProps/core.xml": "<a/>", "docProps/custom.xml": _custom(dice),
    }  # fmt: skip
    made = {name: text.encode() for name, text in parts.items()}
    made |= {"word/media/image1.png": b"\x89PNG\r\n", "word/fonts/font1.odttf": b"\0" * 40}
    leaves = (
        "word/numbering.xml", "word/settings.xml", "word/theme/theme1.xml", "word/fontTable.xml", "word/glossary/document.xml",
        "customXml/item1.xml", "docProps/core.xml", "docProps/custom.xml", "word/comments.xml", "word/endnotes.xml",
        "word/chunk.html",
    )  # fmt: skip
    for name in leaves:
        if dice.random() < 0.4 or (dice.calm and name in _POOR):
            made = without(made, name)
    return made, done


#: Parts that are not what the schema asks for.
_POOR = ("word/theme/theme1.xml", "word/fontTable.xml", "docProps/core.xml", "word/glossary/document.xml")


def without(parts: Parts, name: str) -> Parts:
    """The parts without one, and without what leads to it."""
    folder, _, base = name.rpartition("/")
    target = re.escape(name.removeprefix("word/").encode())
    left = {n: c for n, c in parts.items() if n not in (name, f"{folder}/_rels/{base}.rels")}
    for one in left:
        if one.endswith(".rels"):
            left[one] = re.sub(rb'<Relationship [^>]*?Target="[./]*(?:word/)?' + target + rb'"[^>]*/>', b"", left[one])
    types = "[Content_Types].xml"
    if types in left:
        left[types] = re.sub(rb'<Override PartName="/' + re.escape(name.encode()) + rb'"[^>]*/>', b"", left[types])
    return left


def _head(dice: Dice) -> str:
    return "".join(dice.choice((words, controls, jinja, boxes, lambda d: par_of(run_of("Ministry of Examples"))))(dice)
                   for _ in range(dice.randrange(1, 3)))  # fmt: skip


def _types(dice: Dice) -> str:
    main = dice.choice((f"{KIND}.document.main+xml", f"{KIND}.document.main+xml", f"{KIND}.template.main+xml"))
    overrides = {
        "word/document.xml": main, "word/styles.xml": f"{KIND}.styles+xml", "word/numbering.xml": f"{KIND}.numbering+xml",
        "word/settings.xml": f"{KIND}.settings+xml", "word/header7.xml": f"{KIND}.header+xml",
        "word/header8.xml": f"{KIND}.header+xml",
        "word/footer7.xml": f"{KIND}.footer+xml", "word/footnotes.xml": f"{KIND}.footnotes+xml",
        "word/endnotes.xml": f"{KIND}.endnotes+xml",
        "word/comments.xml": f"{KIND}.comments+xml", "word/glossary/document.xml": f"{KIND}.document.glossary+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
        "word/fontTable.xml": f"{KIND}.fontTable+xml",
        "customXml/itemProps1.xml": "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }  # fmt: skip
    defaults = {
        "rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml", "png": "image/png",
        "odttf": "application/vnd.openxmlformats-officedocument.obfuscatedFont", "html": "text/html",
    }  # fmt: skip
    rows = [f'<Default Extension="{e}" ContentType="{k}"/>' for e, k in defaults.items()]
    rows += [f'<Override PartName="/{n}" ContentType="{k}"/>' for n, k in overrides.items()]
    return f'<Types xmlns="{PACKAGE}/content-types">{"".join(rows)}</Types>'


def rels(*rows: tuple[str, str, str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{i}" Type="{OFFICE}/{k}" Target="{t}"' + (f' TargetMode="{m}"' if m else "") + "/>"
        for i, k, t, m in rows
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _styles(dice: Dice) -> str:
    def style(ident: str, name: str, kind: str = "paragraph", more: str = "", head: str = "") -> str:
        return f'<w:style w:type="{kind}" w:styleId="{ident}"{head}><w:name w:val="{name}"/>{more}</w:style>'

    rows = [
        style("Normal", "Normal", head=' w:default="1"'),
        style("a0", "Default Paragraph Font", "character", head=' w:default="1"'),
        style("TableNormal", "Normal Table", "table", head=' w:default="1"'),
        style("Heading1", "heading 1", more='<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr>'
                                            '<w:outlineLvl w:val="0"/></w:pPr>'),
        style("Heading2", "Heading 2", more='<w:basedOn w:val="Heading1"/>'), style("Heading3", "heading 3"),
        style("berschrift1", "heading 1", more='<w:basedOn w:val="berschrift1"/>'),
        style("Frage", "Frage", more='<w:basedOn w:val="Antwort"/><w:rPr><w:sz w:val="0"/></w:rPr>'),
        style("Antwort", "Antwort", more='<w:basedOn w:val="Frage"/><w:next w:val="Frage"/><w:link w:val="Frage"/>'),
        style("ListBullet", "List Bullet", more='<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'),
        style("Question", "Not a question at all"), style("Fact", "fact", "character"),
        style("Footer", "footer",
        more='<w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="-99"/></w:tabs></w:pPr>'),
        style("FootnoteReference", "footnote reference", "character"), style("TOC1", "toc 1"),
        style("Point", "point", more=f'<w:rPr><w:sz w:val="{"24" if dice.calm else "24.5"}"/></w:rPr>'),
        style("x y", "Name with &amp; &lt;"), style("BrieferTable", "Briefer Table"),
        '<w:style w:type="paragraph"/>', '<w:style w:type="paragraph" w:styleId="Empty"/>',
        '<w:style w:styleId="NoKind"><w:name w:val="text"/></w:style>', style("Normal", "Normal"),
    ]  # fmt: skip
    kept = [row for row in (rows[:-4] if dice.calm else rows) if dice.random() < 0.6]
    latent = '<w:latentStyles w:count="2"><w:lsdException w:name="heading 1" w:uiPriority="9"/></w:latentStyles>'
    defaults = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times"/>'
        f'<w:sz w:val="{dice.choice(("22", "0", "1638", "23"))}"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    )
    if dice.random() < 0.04:
        return f"<w:styles {SPACES}/>"
    return f"<w:styles {SPACES}>{defaults * dice.randrange(2)}{latent * dice.randrange(2)}{''.join(kept)}</w:styles>"


def _numbering(dice: Dice) -> str:
    if dice.random() < 0.1:
        return f"<w:numbering {SPACES}/>"
    number, abstract = dice.choice((("4", "7"), ("4", "0"), ("2147483647", "2147483647"), ("4", "-3")))
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    pict = '<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>' * dice.randrange(2)
    last = '<w:numIdMacAtCleanup w:val="9"/>' * dice.randrange(2)
    override = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>' * dice.randrange(2)
    abstracts = (
        f'<w:abstractNum w:abstractNumId="{abstract}" w15:restartNumberingAfterBreak="0"><w:nsid w:val="0A0B0C0D"/>'
        f'<w:multiLevelType w:val="hybridMultilevel"/>{level}</w:abstractNum>'
    )
    return (
        f'<w:numbering {SPACES}>{pict}{abstracts}<w:num w:numId="{number}">'
        f'<w:abstractNumId w:val="{abstract}"/>{override}</w:num>{last}</w:numbering>'
    )


def _settings(dice: Dice) -> str:
    if dice.random() < 0.1:
        return f"<w:settings {SPACES}/>"
    rows = [
        '<w:writeProtection '
        'w:recommended="1"/>', '<w:view w:val="print"/>', '<w:zoom w:percent="100"/>', '<w:attachedTemplate r:id="rId1"/>', 
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/></w:mailMerge>', "<w:trackRevisions/>",
        '<w:documentProtection '
        'w:edit="forms" '
        'w:enforcement="1"/>', '<w:defaultTabStop w:val="708"/>', "<w:evenAndOddHeaders/>", "<w:updateFields w:val=\"true\"/>",
        '<w:footnotePr><w:footnote w:id="-1"/>'
        '</w:footnotePr>', '<w:compat>'
                           '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
                           'w:val="15"/></w:compat>',
        '<w:rsids>'
        '<w:rsidRoot w:val="00A1B2C3"/>'
        '</w:rsids>', '<w:themeFontLang '
                      'w:val="de-DE"/>', '<w:clrSchemeMapping '
                                         'w:bg1="light1"/>', '<w:decimalSymbol '
                                                             'w:val=","/>', '<w15:docId '
                                                                            'w15:val="{00000000-0000-0000-0000-000000000002}"/>',
    ]  # fmt: skip
    return f"<w:settings {SPACES}>{''.join(row for row in rows if dice.random() < 0.5)}</w:settings>"


def _custom(dice: Dice) -> str:
    if dice.calm:
        said = dice.choice((("sources", "endnotes"), ("sources", "numbers"), ("sources", "footnotes"), ("Tax", "x")))
        said = ("sources", "footnotes") if said[0] == "Tax" else said
    else:
        said = dice.choice((("sources", "endnotes"), ("sources", "numbers"), ("Question", "Frage"), ("Nothing", "Frage"),
        ("Question", "Nix"), ("", ""), ("heading 1", "Frage"), ("sources", "x&amp;y"), ("Fact", "List Bullet")))  # fmt: skip
    row = (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="briefer: {said[0]}">'
        f"<vt:lpwstr>{said[1]}</vt:lpwstr></property>"
    )
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{row}</Properties>'
    )


def _by_python_docx(dice: Dice) -> Parts:
    from docx import Document
    from docx.oxml import parse_xml

    document = Document()
    document.sections[0].header.paragraphs[0].text = "{{ marking }}"
    body = document.element.body
    for _ in range(dice.randrange(1, 6)):
        for piece in parse_xml(f"<w:body {SPACES}>{dice.choice(BODY)(dice)}</w:body>"):
            body.insert(len(body) - 1, piece)
    document.add_paragraph("{{ note }}")
    document.add_comment(document.paragraphs[-1].runs, "said", "x")
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}
