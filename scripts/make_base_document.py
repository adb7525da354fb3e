"""Makes briefer/word/base.docx: the styles, numbering and settings from which every note starts.

    python scripts/make_base_document.py

The same script makes the same bytes: entries are stored, not compressed, with one fixed time.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "briefer" / "word" / "base.docx"

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# Arial and its metric twin Liberation Sans are the one pair present on every desk: two sides stay two sides.
FONT = "Arial"
NAVY, GREY, RULE, TINT, RUST, AMBER, SAND = "1B365D", "55606E", "C5CDD8", "F2F5F9", "9A3412", "C98A00", "FFF8E5"


def size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def spacing(before: int = 0, after: int = 0, line: int = 259) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def bar(side: str, value: str = "single", width: int = 18, space: int = 8, tone: str = NAVY) -> str:
    return f'<w:{side} w:val="{value}" w:sz="{width}" w:space="{space}" w:color="{tone}"/>'


def borders(*sides: str) -> str:
    return f"<w:pBdr>{''.join(sides)}</w:pBdr>"


def shade(fill: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


def indent(left: int = 0, hanging: int = 0, right: int = 0) -> str:
    tail = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{left}" w:right="{right}"{tail}/>'


def bullets(num: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


KEEP, LINES = "<w:keepNext/>", "<w:keepLines/>"
BOLD, ITALIC = "<w:b/><w:bCs/>", "<w:i/><w:iCs/>"
CAPS = "<w:caps/>"
BOX = indent(170, right=57)

#: id, name, based on, followed by, paragraph, run. Word's own styles keep Word's names.
PARAGRAPHS = [
    ("Kicker", "Kicker", "Normal", "Title", KEEP + spacing(0, 20),
     BOLD + CAPS + color(GREY) + '<w:spacing w:val="24"/>' + size(8.5)),
    ("Title", "Title", "Normal", "BodyText", KEEP + LINES + spacing(0, 100, 240), BOLD + color(NAVY) + size(19)),
    ("Subtitle", "Subtitle", "Normal", "BodyText", KEEP + spacing(0, 120), color(GREY) + size(11)),
    ("Heading1", "heading 1", "Normal", "BodyText",
     KEEP + LINES + borders(bar("bottom", width=6, space=2, tone=RULE)) + spacing(190, 80, 240) + '<w:outlineLvl w:val="0"/>',
     BOLD + color(NAVY) + size(13)),
    ("Heading2", "heading 2", "Normal", "Question",
     KEEP + LINES + spacing(130, 40, 240) + '<w:outlineLvl w:val="1"/>', BOLD + color(NAVY) + size(10.5)),
    ("BodyText", "Body Text", "Normal", "BodyText", spacing(0, 80), ""),
    ("SectionNote", "Section note", "Normal", "BodyText", KEEP + spacing(0, 70), color(GREY) + size(9)),
    ("NotForDisclosure", "Not for disclosure", "Normal", "BodyText", KEEP + spacing(0, 70),
     color(RUST) + size(9)),
    ("Question", "Question", "Normal", "Answer",
     KEEP + LINES + borders(bar("left")) + shade(TINT) + spacing(0, 0, 259) + BOX, size(10)),
    ("QuestionWording", "Question wording", "Question", "Answer", KEEP + spacing(0, 0), ITALIC + color(GREY) + size(8.5)),
    ("Answer", "Answer", "Normal", "Answer", spacing(90, 80, 293), size(11)),
    ("SpeakingText", "Speaking text", "Normal", "SpeakingText", spacing(0, 80, 288), size(11)),
    ("Point", "Point", "Normal", "Point", bullets(1) + spacing(0, 60) + indent(284, 284), ""),
    ("Fact", "Fact", "Normal", "Fact", bullets(1) + spacing(0, 60) + indent(284, 284), ""),
    ("Actor", "Actor", "Normal", "Fact", KEEP + bullets(1) + spacing(40, 0) + indent(284, 284), ""),
    ("Note", "Note", "Normal", "Note", borders(bar("left", width=8, tone=RULE)) + spacing(20, 70) + BOX,
     ITALIC + color(GREY) + size(9.5)),
    ("MaterialLabel", "Material label", "Normal", "Material", KEEP + spacing(40, 20), BOLD + color(GREY) + size(8.5)),
    ("Material", "Material", "Normal", "Material", bullets(2) + spacing(0, 20, 240) + indent(284, 227), size(9)),
    ("MaterialActor", "Material actor", "Normal", "Material", KEEP + bullets(2) + spacing(0, 0, 247) + indent(284, 227), size(9)),
    ("PromptLabel", "Prompt label", "Prompt", "Prompt", KEEP + spacing(60, 0),
     BOLD + color("7A4B00") + size(8.5)),
    ("Prompt", "Prompt", "Normal", "Prompt",
     borders(bar("left", "dashed", tone=AMBER)) + shade(SAND) + spacing(0, 90) + BOX, color("5C3A00")),
    ("Notice", "Notice", "Normal", "BodyText",
     LINES + borders(bar("left", width=12, tone=RUST)) + spacing(0, 70, 247) + indent(397), color(RUST) + size(9)),
    ("TableText", "Table text", "Normal", "TableText", spacing(20, 20, 247), size(9)),
    ("TableHead", "Table head", "TableText", "TableText", KEEP, BOLD + color(NAVY)),
    ("TableLabel", "Table label", "TableText", "TableText", "", BOLD),
    ("BoxText", "Header box text", "TableText", "BoxText", spacing(10, 10, 247), ""),
    ("BoxLabel", "Header box label", "BoxText", "BoxText", "", BOLD + color(GREY)),
    ("TableEnd", "Table end", "Normal", "BodyText", spacing(0, 0, 120), size(4)),
    ("Abbreviation", "Abbreviation", "Normal", "Abbreviation",
     '<w:tabs><w:tab w:val="left" w:pos="1418"/></w:tabs>' + spacing(0, 10, 247) + indent(1418, 1418), size(9)),
    ("FootnoteText", "footnote text", "Normal", "FootnoteText", spacing(0, 10, 240) + indent(198, 198), size(8)),
    ("Header", "header", "Normal", "Header", "", size(8)),
    ("Footer", "footer", "Normal", "Footer",
     borders(bar("top", width=4, space=4, tone=RULE)) + '<w:tabs><w:tab w:val="right" w:pos="9412"/></w:tabs>'
     + spacing(0, 0, 240), color(GREY) + size(8)),
    ("Marking", "Marking", "Normal", "Marking", spacing(0, 40, 240) + '<w:jc w:val="center"/>',
     BOLD + '<w:spacing w:val="30"/>' + size(12)),
]  # fmt: skip

CHARACTERS = [
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("Hyperlink", "Hyperlink", color("1D4F91") + '<w:u w:val="single"/>'),
    ("PageNumber", "page number", ""),
]

BUILT_IN = {"Title", "Subtitle", "Heading1", "Heading2", "BodyText", "FootnoteText", "Header", "Footer",
            "FootnoteReference", "Hyperlink", "PageNumber"}  # fmt: skip


def styles() -> str:
    out = [
        XML, f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>",
        f'<w:rFonts w:ascii="{FONT}" w:eastAsia="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/>', size(10),
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
        f"<w:pPrDefault><w:pPr>{spacing(0, 0)}</w:pPr></w:pPrDefault></w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">',
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>',
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>',
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>',
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>',
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    ]  # fmt: skip
    for ident, name, based, follows, paragraph, run in PARAGRAPHS:
        out.append(
            f'<w:style w:type="paragraph"{custom(ident)} w:styleId="{ident}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{based}"/><w:next w:val="{follows}"/><w:qFormat/>'
            f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
        )
    for ident, name, run in CHARACTERS:
        out.append(
            f'<w:style w:type="character"{custom(ident)} w:styleId="{ident}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>{run}</w:rPr></w:style>'
        )
    out += [table_style("BrieferTable", "Briefer table", NAVY), table_style("BrieferBox", "Briefer header box", RULE)]
    return "".join([*out, "</w:styles>"])


def custom(ident: str) -> str:
    return "" if ident in BUILT_IN else ' w:customStyle="1"'


def table_style(ident: str, name: str, edge: str) -> str:
    def line(side: str, tone: str, width: int) -> str:
        return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{tone}"/>'

    grid = line("top", RULE, 4) + line("bottom", edge, 6) + line("insideH", RULE, 4)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{grid}</w:tblBorders><w:tblCellMar>'
        '<w:top w:w="15" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="15" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )


def numbering() -> str:
    def levels(ident: int, marks: tuple[str, str], left: int, hanging: int) -> str:
        rows = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{mark}"/>'
            f'<w:lvlJc w:val="left"/><w:pPr>{indent(left + i * 284, hanging)}</w:pPr></w:lvl>'
            for i, mark in enumerate(marks)
        )
        return f'<w:abstractNum w:abstractNumId="{ident}"><w:multiLevelType w:val="hybridMultilevel"/>{rows}</w:abstractNum>'

    return (
        f"{XML}<w:numbering {W}>{levels(1, ('•', '–'), 284, 284)}{levels(2, ('–', '·'), 284, 227)}"
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>'
    )


def settings() -> str:
    return (
        f'{XML}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts() -> str:
    return (
        f'{XML}<w:fonts {W}><w:font w:name="{FONT}"><w:altName w:val="Liberation Sans"/>'
        '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def footnotes() -> str:
    return (
        f"{XML}<w:footnotes {W} {R}>"
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
        "</w:footnote></w:footnotes>"
    )


def document() -> str:
    return (
        f"{XML}<w:document {W} {R}><w:body><w:p/><w:sectPr>"
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1191" w:right="1247" w:bottom="1191" w:left="1247" '
        'w:header="482" w:footer="425" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


PARTS = {
    "styles": ("styles", styles),
    "settings": ("settings", settings),
    "numbering": ("numbering", numbering),
    "fontTable": ("fontTable", fonts),
    "footnotes": ("footnotes", footnotes),
}


def content_types() -> str:
    overrides = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{TYPES}.{kind}+xml"/>'
                        for name, (kind, _make) in PARTS.items())  # fmt: skip
    return (
        f'{XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{TYPES}.document.main+xml"/>{overrides}</Types>'
    )


def relationships(targets: list[tuple[str, str]]) -> str:
    rows = "".join(f'<Relationship Id="rId{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
                   for i, (kind, target) in enumerate(targets, 1))  # fmt: skip
    return f'{XML}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def make() -> bytes:
    """The base document as bytes."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships([("officeDocument", "word/document.xml")]),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relationships([(n, f"{n}.xml") for n in PARTS]),
        **{f"word/{name}.xml": write() for name, (_kind, write) in PARTS.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            package.writestr(entry, text.encode())
    return buffer.getvalue()


if __name__ == "__main__":
    TARGET.write_bytes(make())
    print(TARGET)
