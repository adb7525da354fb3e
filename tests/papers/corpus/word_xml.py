"""WordprocessingML in strings: runs, paragraphs, tables, text boxes, lists and footnotes of a made-up paper."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from xml.sax.saxutils import escape

from .content import NOTE

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)

FORMATS = {
    "1": ("decimal", "%1"),
    "a": ("lowerLetter", "%1"),
    "i": ("lowerRoman", "%1"),
    "I": ("upperRoman", "%1"),
    "A": ("upperLetter", "%1"),
}


class Lists:
    """The automatic numberings of one document: each list counts from 1."""

    FIRST = 40

    def __init__(self) -> None:
        self.styles: list[str] = []

    def new(self, style: str) -> int:
        """The id of a new list numbered in this style."""
        self.styles.append(style)
        return self.FIRST + len(self.styles)

    def abstract(self) -> list[str]:
        """The definitions."""
        return [self._definition(self.FIRST + nth, style) for nth, style in enumerate(self.styles, 1)]

    def concrete(self) -> list[str]:
        """The lists that use them."""
        return [
            f'<w:num {SPACES} w:numId="{nth}"><w:abstractNumId w:val="{nth}"/></w:num>'
            for nth in range(self.FIRST + 1, self.FIRST + 1 + len(self.styles))
        ]

    @staticmethod
    def _definition(of: int, style: str) -> str:
        kind, text = "bullet", style
        for letter, (name, place) in FORMATS.items():
            if letter in style:
                kind, text = name, style.replace(letter, place)
                break
        # Word keeps a round bullet as a character of the Symbol font, outside Unicode's letters.
        font = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>' if style == "•" else ""
        text = "\uf0b7" if style == "•" else text
        return (
            f'<w:abstractNum {SPACES} w:abstractNumId="{of}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
            f'<w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{escape(text)}"/><w:lvlJc w:val="left"/>'
            f'<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr>{font}</w:lvl></w:abstractNum>'
        )


def run(said: str, bold: bool = False, italic: bool = False, size: int = 0) -> str:
    """One run; tabs and line breaks become Word's own."""
    style = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + (f'<w:sz w:val="{2 * size}"/>' if size else "")
    inner = escape(said).replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    inner = inner.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return f'<w:r>{f"<w:rPr>{style}</w:rPr>" if style else ""}<w:t xml:space="preserve">{inner}</w:t></w:r>'


def runs(
    said: str, split: Random | None = None, bold: bool = False, italic: bool = False, size: int = 0, shift: int = 0
) -> str:
    """Text in runs, its footnote marks as references; with ``split`` runs end anywhere, as they do after much editing."""
    made, at = "", 0
    for found in NOTE.finditer(said):
        made += _pieces(said[at : found.start()], split, bold, italic, size)
        made += (
            '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/><w:vertAlign w:val="superscript"/></w:rPr>'
            f'<w:footnoteReference w:id="{int(found.group(1)) + shift}"/></w:r>'
        )
        at = found.end()
    return made + _pieces(said[at:], split, bold, italic, size)


def _pieces(said: str, split: Random | None, bold: bool, italic: bool, size: int) -> str:
    if not said:
        return ""
    if not split or len(said) < 12:
        return run(said, bold, italic, size)
    made, at = "", 0
    while at < len(said):
        step = split.randint(5, 60)
        made += run(said[at : at + step], bold, italic, size)
        made += '<w:proofErr w:type="spellStart"/>' if split.random() < 0.2 else ""
        at += step
    return made


def para(inner: str, style: str = "", num: int = 0, align: str = "", outline: int = -1) -> str:
    """A paragraph around runs."""
    props = f'<w:pStyle w:val="{style}"/>' if style else ""
    props += f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{num}"/></w:numPr>' if num else ""
    props += '<w:spacing w:after="120"/>'
    props += f'<w:jc w:val="{align}"/>' if align else ""
    props += f'<w:outlineLvl w:val="{outline}"/>' if outline >= 0 else ""
    return f"<w:p><w:pPr>{props}</w:pPr>{inner}</w:p>"


def table(rows: Sequence[tuple[str, ...]], widths: tuple[int, ...], rule: bool = False) -> str:
    """A table of cells that hold whole paragraphs."""
    line = (
        '<w:tblBorders><w:top w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/></w:tblBorders>'
        if rule
        else ""
    )
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    body = "".join(
        "<w:tr>"
        + "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
            for cell, wide in zip(row, widths, strict=True)
        )
        + "</w:tr>"
        for row in rows
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/>{line}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'


def text_box(inner: str) -> str:
    """A text box as Word writes it: once for today's programs and once more for old ones."""
    size = '<wp:extent cx="2700000" cy="2400000"/><wp:docPr id="7" name="Text Box 7"/>'
    shape = (
        '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="2700000" cy="2400000"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>'
        "<wps:bodyPr/></wps:wsp>"
    )
    modern = (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">{size}<a:graphic>'
        f'<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{shape}</a:graphicData>'
        "</a:graphic></wp:inline></w:drawing>"
    )
    old = (
        '<w:pict><v:shape id="box7" type="#_x0000_t202" style="width:212pt;height:190pt"><v:textbox>'
        f"<w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )
    both = f'<mc:Choice Requires="wps">{modern}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    both = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    return f'<w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:r>{both}</w:r></w:p>'


def footnotes(notes: list[tuple[str, str]], shift: int) -> str:
    """The part that holds the notes."""
    made = "".join(
        f'<w:footnote w:id="{int(of) + shift}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr>'
        '<w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r><w:r><w:tab/></w:r>'
        f"{run(text)}</w:p></w:footnote>"
        for of, text in notes
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {SPACES}>'
        '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
        '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
        f"{made}</w:footnotes>"
    )
