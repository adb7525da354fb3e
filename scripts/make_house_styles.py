"""Makes the shipped house styles, briefer/houses/*.docx: the styles, numbering and settings from which notes start.

    python scripts/make_house_styles.py

The same script makes the same bytes: entries are stored, not compressed, with one fixed time.
"""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).resolve().parent.parent / "briefer" / "houses"

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RUST, AMBER, BROWN, SAND = "9A3412", "C98A00", "5C3A00", "FFF8E5"


class Design(NamedTuple):
    """What makes one house style look unlike another; sizes in points, margins in twentieths of one."""

    font: str
    twin: str
    """The font of the same widths on desks without the first: two sides stay two sides."""
    family: str
    text: float
    answer: float
    small: float
    """Tables, labels, asides."""
    note: float
    title: float
    heading: float
    subheading: float
    line: int
    """Of the text, in 240ths of a line."""
    answer_line: int
    after: int
    """Space beneath a paragraph."""
    before_heading: int
    accent: str
    ink: str
    """Of headings."""
    grey: str
    rule: str
    tint: str
    question_bar: int
    capitals: str
    """How first headings are set."""
    heading_edge: tuple[str, int]
    """Side and eighths of a point of the line at a first heading."""
    left: int
    right: int
    top: int


# Arial and Times New Roman have metric twins (Liberation) on every desk without them.
DESIGNS = {
    "plain": Design(
        font="Arial", twin="Liberation Sans", family="swiss", text=10, answer=11, small=9, note=8, title=19,
        heading=13, subheading=10.5, line=254, answer_line=298, after=76, before_heading=180, accent="1B365D",
        ink="1B365D", grey="55606E", rule="C5CDD8", tint="F2F5F9", question_bar=18, capitals="",
        heading_edge=("bottom", 6), left=1247, right=1247, top=1191,
    ),
    "compact": Design(
        font="Times New Roman", twin="Liberation Serif", family="roman", text=10, answer=11, small=8.5, note=7.5,
        title=17, heading=11, subheading=10, line=242, answer_line=264, after=50, before_heading=130, accent="0B5563",
        ink="0B5563", grey="4A5459", rule="9FB3B8", tint="FFFFFF", question_bar=8, capitals="<w:smallCaps/>",
        heading_edge=("top", 8), left=1134, right=907, top=1021,
    ),
    "large-print": Design(
        font="Arial", twin="Liberation Sans", family="swiss", text=13, answer=17, small=11, note=10.5, title=26,
        heading=19, subheading=15, line=300, answer_line=372, after=140, before_heading=320, accent="003399",
        ink="000000", grey="333333", rule="7F8FA6", tint="EEF2FB", question_bar=36, capitals="",
        heading_edge=("bottom", 24), left=1361, right=1134, top=1304,
    ),
}  # fmt: skip


def size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def color(value: str) -> str:
    return f'<w:color w:val="{value}"/>'


def spacing(before: int = 0, after: int = 0, line: int = 259) -> str:
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="auto"/>'


def bar(side: str, tone: str, value: str = "single", width: int = 18, space: int = 8) -> str:
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
BOX = indent(170, right=57)


def paragraphs(d: Design) -> list[tuple[str, str, str, str, str, str]]:
    """Id, name, based on, followed by, paragraph, run. Word's own styles keep Word's names."""
    width = 11906 - d.left - d.right
    edge, edge_width = d.heading_edge
    heading_line = borders(bar(edge, d.accent if edge_width > 6 else d.rule, width=edge_width, space=2))
    tight = max(d.line - 12, 240)
    abbreviation = round(d.small * 200)
    return [
        ("Kicker", "Kicker", "Normal", "Title", KEEP + spacing(0, 20),
         BOLD + "<w:caps/>" + color(d.grey) + '<w:spacing w:val="24"/>' + size(d.small - 0.5)),
        ("Title", "Title", "Normal", "BodyText", KEEP + LINES + spacing(0, 100, 240), BOLD + color(d.ink) + size(d.title)),
        ("Subtitle", "Subtitle", "Normal", "BodyText", KEEP + spacing(0, 120), color(d.grey) + size(d.text + 1)),
        ("Heading1", "heading 1", "Normal", "BodyText",
         KEEP + LINES + heading_line + spacing(d.before_heading, d.after, 240) + '<w:outlineLvl w:val="0"/>',
         BOLD + d.capitals + color(d.ink) + size(d.heading)),
        ("Heading2", "heading 2", "Normal", "Question",
         KEEP + LINES + spacing(round(d.before_heading * 0.7), 40, 240) + '<w:outlineLvl w:val="1"/>',
         BOLD + color(d.accent) + size(d.subheading)),
        ("BodyText", "Body Text", "Normal", "BodyText", spacing(0, d.after, d.line), ""),
        ("SectionNote", "Section note", "Normal", "BodyText", KEEP + spacing(0, 70, d.line), color(d.grey) + size(d.small)),
        ("NotForDisclosure", "Not for disclosure", "Normal", "BodyText", KEEP + spacing(0, 70, d.line),
         color(RUST) + size(d.small)),
        ("Question", "Question", "Normal", "Answer",
         KEEP + LINES + borders(bar("left", d.accent, width=d.question_bar)) + shade(d.tint) + spacing(0, 0, d.line) + BOX,
         size(d.text)),
        ("QuestionWording", "Question wording", "Question", "Answer", KEEP + spacing(0, 0, d.line),
         ITALIC + color(d.grey) + size(d.small - 0.5)),
        ("Answer", "Answer", "Normal", "Answer", spacing(90, d.after, d.answer_line), size(d.answer)),
        ("SpeakingText", "Speaking text", "Normal", "SpeakingText", spacing(0, d.after, d.answer_line - 8), size(d.answer)),
        ("Point", "Point", "Normal", "Point", bullets(1) + spacing(0, d.after - 20, d.line) + indent(284, 284), ""),
        ("Fact", "Fact", "Normal", "Fact", bullets(1) + spacing(0, d.after - 20, d.line) + indent(284, 284), ""),
        ("Actor", "Actor", "Normal", "Fact", KEEP + bullets(1) + spacing(40, 0, d.line) + indent(284, 284), ""),
        ("Note", "Note", "Normal", "Note", borders(bar("left", d.rule, width=8)) + spacing(20, 70, d.line) + BOX,
         ITALIC + color(d.grey) + size(d.text - 0.5)),
        ("MaterialLabel", "Material label", "Normal", "Material", KEEP + spacing(40, 20, d.line),
         BOLD + color(d.grey) + size(d.small - 0.5)),
        ("Material", "Material", "Normal", "Material", bullets(2) + spacing(0, 20, 240) + indent(284, 227), size(d.small)),
        ("MaterialActor", "Material actor", "Normal", "Material", KEEP + bullets(2) + spacing(0, 0, tight) + indent(284, 227),
         size(d.small)),
        ("PromptLabel", "Prompt label", "Prompt", "Prompt", KEEP + spacing(60, 0, d.line),
         BOLD + color(BROWN) + size(d.small - 0.5)),
        ("Prompt", "Prompt", "Normal", "Prompt",
         borders(bar("left", AMBER, "dashed")) + shade(SAND) + spacing(0, 90, d.line) + BOX, color(BROWN)),
        ("Notice", "Notice", "Normal", "BodyText",
         LINES + borders(bar("left", RUST, width=12)) + spacing(0, 70, tight) + indent(397), color(RUST) + size(d.small)),
        ("TableText", "Table text", "Normal", "TableText", spacing(20, 20, tight), size(d.small)),
        ("TableHead", "Table head", "TableText", "TableText", KEEP, BOLD + color(d.accent)),
        ("TableLabel", "Table label", "TableText", "TableText", "", BOLD),
        ("BoxText", "Header box text", "TableText", "BoxText", spacing(10, 10, tight), ""),
        ("BoxLabel", "Header box label", "BoxText", "BoxText", "", BOLD + color(d.grey)),
        ("TableEnd", "Table end", "Normal", "BodyText", spacing(0, 0, 120), size(4)),
        ("Abbreviation", "Abbreviation", "Normal", "Abbreviation",
         f'<w:tabs><w:tab w:val="left" w:pos="{abbreviation}"/></w:tabs>' + spacing(0, 10, tight)
         + indent(abbreviation, abbreviation), size(d.small)),
        ("Reference", "Reference", "Normal", "Reference",
         '<w:tabs><w:tab w:val="left" w:pos="510"/></w:tabs>' + spacing(0, 30, tight) + indent(510, 510), size(d.small)),
        ("TOCHeading", "TOC Heading", "Normal", "BodyText", KEEP + spacing(160, 40, 240),
         BOLD + d.capitals + color(d.accent) + size(d.subheading)),
        *((f"TOC{level}", f"toc {level}", "Normal", "Normal",
           f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{width}"/></w:tabs>' + spacing(0, 20, tight)
           + indent(284 * (level - 1)), size(d.small)) for level in (1, 2)),
        ("FootnoteText", "footnote text", "Normal", "FootnoteText", spacing(0, 10, 240) + indent(198, 198), size(d.note)),
        ("EndnoteText", "endnote text", "Normal", "EndnoteText", spacing(0, 20, 240) + indent(340, 340), size(d.note)),
        ("Header", "header", "Normal", "Header", "", size(d.note)),
        ("Footer", "footer", "Normal", "Footer",
         borders(bar("top", d.rule, width=4, space=4)) + f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
         + spacing(0, 0, 240), color(d.grey) + size(d.note)),
        ("Marking", "Marking", "Normal", "Marking", spacing(0, 40, 240) + '<w:jc w:val="center"/>',
         BOLD + '<w:spacing w:val="30"/>' + size(max(d.heading - 1, 12))),
    ]  # fmt: skip


CHARACTERS = [
    ("FootnoteReference", "footnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("EndnoteReference", "endnote reference", '<w:vertAlign w:val="superscript"/>'),
    ("PlaceholderText", "Placeholder Text", color("6B7280")),
    ("Hyperlink", "Hyperlink", color("1D4F91") + '<w:u w:val="single"/>'),
    ("PageNumber", "page number", ""),
]

BUILT_IN = {"Title", "Subtitle", "Heading1", "Heading2", "BodyText", "FootnoteText", "Header", "Footer",
            "FootnoteReference", "Hyperlink", "PageNumber", "EndnoteText", "EndnoteReference", "PlaceholderText", "TOC1",
            "TOC2", "TOCHeading"}  # fmt: skip


def styles(d: Design) -> str:
    out = [
        XML, f"<w:styles {W}><w:docDefaults><w:rPrDefault><w:rPr>",
        f'<w:rFonts w:ascii="{d.font}" w:eastAsia="{d.font}" w:hAnsi="{d.font}" w:cs="{d.font}"/>', size(d.text),
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>',
        f"<w:pPrDefault><w:pPr>{spacing(0, 0, d.line)}</w:pPr></w:pPrDefault></w:docDefaults>",
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
    for ident, name, based, follows, paragraph, run in paragraphs(d):
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
    out += [
        table_style(d, "BrieferTable", "Briefer table", d.accent),
        table_style(d, "BrieferBox", "Briefer header box", d.rule),
    ]
    return "".join([*out, "</w:styles>"])


def custom(ident: str) -> str:
    return "" if ident in BUILT_IN else ' w:customStyle="1"'


def table_style(d: Design, ident: str, name: str, edge: str) -> str:
    def line(side: str, tone: str, width: int) -> str:
        return f'<w:{side} w:val="single" w:sz="{width}" w:space="0" w:color="{tone}"/>'

    grid = line("top", d.rule, 4) + line("bottom", edge, 6) + line("insideH", d.rule, 4)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{ident}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{grid}</w:tblBorders><w:tblCellMar>'
        '<w:top w:w="15" w:type="dxa"/><w:left w:w="57" w:type="dxa"/><w:bottom w:w="15" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr>'
        f"{shade(d.tint)}</w:tcPr></w:tblStylePr></w:style>"
    )


def numbering(_d: Design) -> str:
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


def settings(_d: Design) -> str:
    return (
        f'{XML}<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def fonts(d: Design) -> str:
    return (
        f'{XML}<w:fonts {W}><w:font w:name="{d.font}"><w:altName w:val="{d.twin}"/>'
        f'<w:charset w:val="00"/><w:family w:val="{d.family}"/>'
        '<w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def document(d: Design) -> str:
    return (
        f"{XML}<w:document {W} {R}><w:body><w:p/><w:sectPr>"
        f'<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="{d.top}" w:right="{d.right}" w:bottom="{d.top}" w:left="{d.left}" '
        'w:header="482" w:footer="425" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


PARTS = {
    "styles": ("styles", styles),
    "settings": ("settings", settings),
    "numbering": ("numbering", numbering),
    "fontTable": ("fontTable", fonts),
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


def make(d: Design) -> bytes:
    """A house style's document as bytes."""
    parts = {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relationships([("officeDocument", "word/document.xml")]),
        "word/document.xml": document(d),
        "word/_rels/document.xml.rels": relationships([(n, f"{n}.xml") for n in PARTS]),
        **{f"word/{name}.xml": write(d) for name, (_kind, write) in PARTS.items()},
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            package.writestr(entry, text.encode())
    return buffer.getvalue()


if __name__ == "__main__":
    for name, design in DESIGNS.items():
        (FOLDER / f"{name}.docx").write_bytes(make(design))
        print(FOLDER / f"{name}.docx")
