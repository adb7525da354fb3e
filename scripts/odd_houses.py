"""Ministries' Word files of every kind made by code, and the ways to spoil them; the same seed always gives the same file."""

from __future__ import annotations

import io
import random
import re
import struct
import zipfile
from collections.abc import Callable
from typing import NamedTuple

Parts = dict[str, bytes]

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
_SPACES = (
    f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:wp="{_DRAWN}/wordprocessingDrawing" xmlns:a="{_DRAWN}/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14 w15"'
)
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINES = (
    "title", "meeting", "date", "place", "marking", "drafter", "item", "version", "Subject", "briefer:date-and-place",
    "as_of", "Cleared by", "kicker",
)  # fmt: skip
_BLOCKS = (
    "note",
    "contents",
    "header-box",
    "top-lines",
    "Speaking_Note",
    "briefer:objective",
    "section:costs",
    "sources",
)
_STRANGE = (
    "", "0", "-1", "7", "99999999999999999999", "1e308", "NaN", "2147483648", "-2147483649", "1.5", "12pt", "50%", "²", "٣", "true",
    "A" * 3000, "&#x1F600;", "&lt;b&gt;", "&quot;", "%s", "\\1", "{{ title }}", "&#xE000;note&#xE001;", " ", "../../x", "rId1",
)  # fmt: skip


class Odd(NamedTuple):
    """A file with something odd about it."""

    suffix: str
    data: bytes
    how: str


class Dice(random.Random):
    """Chance, in a mood: in a calm one nothing is asked for that a note has not, so that more files are filled."""

    calm = False


def odd(seed: int) -> Odd:
    """A file that the seed alone decides: sound and strange, or spoilt."""
    dice = Dice(seed)
    dice.calm = dice.random() < 0.7
    if dice.random() < 0.06:
        way = dice.choice(_OTHERS)
        return Odd(dice.choice((".docx", ".dotx")), way(dice), way.__name__.strip("_"))
    parts, done = _house(dice)
    for _ in range(dice.choice((0, 0, 0, 1, 1, 2, 4))):
        way = dice.choice(_IN_PARTS if not dice.calm else _IN_PARTS[:9])
        parts = way(parts, dice)
        done.append(way.__name__.strip("_"))
    if dice.random() < 0.35:
        dialect = dice.choice(_DIALECTS)
        parts = dialect(parts, dice)
        done.append(dialect.__name__.strip("_"))
    zipped = dice.choice(_ZIPS) if dice.random() < 0.2 else _plain
    data = zipped(parts, dice)
    done.append(zipped.__name__.strip("_"))
    if dice.random() < 0.08:
        spoil = dice.choice(_BYTES)
        data = spoil(data, dice)
        done.append(spoil.__name__.strip("_"))
    return Odd(dice.choice((".docx", ".docx", ".dotx")), data, " ".join(done))


# --- what stands in a body ---------------------------------------------------------------------------------------------


def _run(text: str, form: str = "") -> str:
    return f'<w:r>{form}<w:t xml:space="preserve">{text}</w:t></w:r>'


def _par(*runs: str, form: str = "") -> str:
    return f"<w:p>{form}{''.join(runs)}</w:p>"


def _sdt(props: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _props(dice: Dice, name: str) -> str:
    bound = '<w:dataBinding w:prefixMappings="xmlns:ns0=\'urn:x\'" w:xpath="/ns0:a[1]" w:storeItemID="{00000000-0000-0000-0000-000000000001}"/>'
    kind = dice.choice((
        "", "<w:text/>", '<w:text w:multiLine="1"/>', "<w:richText/>", '<w:date><w:dateFormat w:val="d MMMM yyyy"/></w:date>',
        '<w:dropDownList><w:listItem w:displayText="A" w:value="a"/></w:dropDownList>',
        '<w:comboBox><w:listItem w:value="a"/></w:comboBox>', "<w:picture/>", "<w:group/>",
        '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', "<w15:repeatingSection/>", "<w15:repeatingSectionItem/>",
        '<w:docPartObj><w:docPartGallery w:val="Cover Pages"/><w:docPartUnique/></w:docPartObj>', "<w:citation/>",
    ))  # fmt: skip
    ident = f'<w:id w:val="{dice.choice(("1", "1", "77", "-5", "2147483647", "-1234567890", "0"))}"/>'
    pieces = [
        '<w:rPr><w:b/><w:color w:val="FF0000"/></w:rPr>' * dice.randrange(2),
        f'<w:alias w:val="{name}"/>' * dice.randrange(2),
        f'<w:tag w:val="{name}"/>' * (dice.random() < 0.9),
        ident * (dice.random() < 0.6),
        f'<w:lock w:val="{dice.choice(("sdtLocked", "contentLocked", "sdtContentLocked"))}"/>' * (dice.random() < 0.3),
        "<w:placeholder><w:docPart w:val=\"DefaultPlaceholder\"/></w:placeholder>" * dice.randrange(2),
        "<w:showingPlcHdr/>" * dice.randrange(2), bound * (dice.random() < 0.2), kind,
    ]  # fmt: skip
    return "".join(pieces)


def _name(dice: Dice) -> str:
    odd_ones = (
        "registry",
        "",
        "briefer:",
        "section:",
        "note|3",
        "TITLE ",
        "Titel",
        "x" * 80,
        "a&amp;b",
        "briefer:quest1",
    )
    if dice.calm:
        return dice.choice((*_LINES, *odd_ones[:3], *odd_ones[5:]))
    return dice.choice((dice.choice(_LINES), dice.choice(_LINES), dice.choice(_BLOCKS), dice.choice(odd_ones)))


def _controls(dice: Dice, depth: int = 0) -> str:
    """A content control: around blocks, within a line, around a row or a cell, in another."""
    name = _name(dice)
    words = _run("Click here", "<w:rPr><w:i/></w:rPr>" * dice.randrange(2))
    way = dice.randrange(9)
    if way == 0:
        return _par(_run("Before "), _sdt(_props(dice, name), words), _run(" behind") * dice.randrange(2))
    if way == 1:
        cell = f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{_par(words)}</w:tc>'
        return _table(_row(_sdt(_props(dice, name), cell), "<w:tc><w:p/></w:tc>"))
    if way == 2:
        return _table(_sdt(_props(dice, name), _row(f"<w:tc>{_par(words)}</w:tc>") * dice.choice((1, 2))))
    if way == 3:
        inner = _sdt(_props(dice, name), _par(words))
        return _table(_row(f"<w:tc>{inner}{'<w:p/>' * dice.randrange(2)}</w:tc>"))
    if way == 4 and depth < 3:
        return _sdt(_props(dice, name), _controls(dice, depth + 1) + _par(words) * dice.randrange(2))
    if way == 5:
        return _sdt(_props(dice, name), "")
    if way == 6:
        return _sdt(_props(dice, name), _table(_row(f"<w:tc>{_par(words)}</w:tc>")))
    if way == 7:
        return _par(_sdt(_props(dice, name), words))
    return _sdt(_props(dice, name), _par(words) * dice.choice((1, 1, 3)))


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _table(*rows: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{"".join(rows)}</w:tbl>'


_TAGS = (
    "{{ title }}", "{{ note }}", "{{ contents }}", "{{title}}", "{{ marking }} / {{ date|upper }}", "{{- place -}}", "{# a comment #}",
    "{% if place %}", "{% endif %}", "{%p if date %}", "{%p endif %}", "{% for w in title.split() %}{{ w }}{% endfor %}",
    "{% for w in title %}", "{% endfor %}", "{%- else -%}", "{{ titel }}", "{{ note", "}}", "{%", "{{ 1/0 }}", "{{ title.x.y }}",
    "{{ ''.__class__ }}", "{{ 'x' * 10**9 }}", "{% for i in range(99999999) %}x{% endfor %}", "{{ title|nosuch }}", "{% raw %}",
    "{% endraw %}", "{% include 'x' %}", "{% set a = 1 %}", "{{ a }}", "{{ lipsum() }}", "{{ “Nobody” }}", "{{ '&lt;w:p/&gt;' }}",
    "{{ '&lt;b&gt;'|safe }}", "{% macro m() %}{% endmacro %}", "{{ top_lines }}", "{{ section.x }}", "{{ title if place else date }}",
    "{{ range(10**9)|list }}", "{{ title|indent(999999999) }}", "{{ title.center(999999999) }}", "{{ '%999999999d' % 3 }}",
    "{{ (1,)|list|pprint }}", "{{ title|wordwrap(0) }}", "{{ title|batch(0)|list }}", "{{ '{:999999999}'.format(1) }}",
    "{{ title|slice(0)|list }}", "{{ cycler() }}", "{{ namespace(a=1).a }}", "{{ joiner()() }}", "{{ title|attr('x') }}",
    "{% filter upper %}", "{% endfilter %}", "{% block a %}{% endblock %}", "{% extends 'a' %}", "{{ self }}", "{{ loop }}",
    "{{ briefer_rounds() }}", "{{ dict(a=title) }}", "{{ title|tojson }}", "{{ title|xmlattr }}", "{{ title|urlize }}", "{{ ((((((title)))))) }}",
    "{{ " + "(" * 300 + "title" + ")" * 300 + " }}", "{{ " + "-" * 3000 + "1 }}", "{{ 9**9 }}", "{{ 1e308*10 }}",
)  # fmt: skip


_SOUND_TAGS = (
    "{{ title }}", "{{title}}", "{{ marking }} / {{ date|upper }}", "{{- place -}}", "{# a comment #}", "{{ title if place else date }}",
    "{% for w in title.split() %}{{ w }}{% endfor %}", "{% if place %}in {{ place }}{% endif %}", "{{ '&lt;b&gt;' }}", "{{ title|tojson }}",
    "{% set a = 1 %}", "{{ '&lt;w:p/&gt;'|safe|escape }}", "{{ “Nobody” }}",
)  # fmt: skip


def _jinja(dice: Dice) -> str:
    """A tag, whole or cut into runs, in a paragraph, in rows, in a field or a link."""
    tag = dice.choice(_TAGS if dice.random() < 0.3 else _TAGS[:12])
    if dice.calm:
        tag = dice.choice(_SOUND_TAGS)
    if dice.random() < 0.4:
        tag = f"Words {tag} words"
    pieces = [tag]
    if dice.random() < 0.5:
        for _ in range(dice.choice((1, 2, 5))):
            at = dice.randrange(len(pieces))
            if "&" in pieces[at] or len(pieces[at]) < 2:
                continue
            cut = dice.randrange(1, len(pieces[at]))
            pieces[at : at + 1] = [pieces[at][:cut], pieces[at][cut:]]
    between = dice.choice((
        "", "", '<w:proofErr w:type="spellStart"/>', '<w:bookmarkStart w:id="9" w:name="mid"/><w:bookmarkEnd w:id="9"/>',
        "<w:r><w:tab/></w:r>", "<w:r><w:noBreakHyphen/></w:r>", "<w:r><w:br/></w:r>",
    ))  # fmt: skip
    runs = between.join(_run(p) for p in pieces)
    way = dice.randrange(8)
    if way == 0:
        return _table(
            _row(f"<w:tc>{_par(_run('{%tr for w in title.split()[:2] %}'))}</w:tc>"), _row(f"<w:tc>{_par(runs)}</w:tc>"),
            _row(f"<w:tc>{_par(_run('{%tr endfor %}'))}</w:tc>"),
        )  # fmt: skip
    if way == 1:
        return _par(f'<w:hyperlink w:anchor="x">{runs}</w:hyperlink>')
    if way == 2:
        return _par(f'<w:smartTag w:uri="urn:x" w:element="place">{runs}</w:smartTag>')
    if way == 3:
        return _par(_run("{% if title %}")) + _par(runs) + _par(_run("{% endif %}"))
    if way == 4:
        return _table(_row(f"<w:tc>{_par(_run('{% if title %}'))}{_par(runs)}{_par(_run('{% endif %}'))}</w:tc>"))
    return _par(runs)


def _fields(dice: Dice) -> str:
    """A table of contents or another field: simple, complex, over paragraphs, one within another, left open."""
    code = dice.choice((
        "TOC \\o \"1-3\" \\h \\z \\u", "TOC \\o 1-9", "TOC", "TOC \\c \"Table\"", "TOC \\t \"Frage;1\"", "PAGE", "TOC \\o \"9-99999999999\"",
        "IF {{ title }} = \"\" \"a\" \"b\"", "toc \\o \"1-2\"", "REF x \\h", "PAGEREF _Toc1 \\h", "INCLUDETEXT \"c:\\\\x\"", "SEQ a",
    )).replace('"', "&quot;")  # fmt: skip
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    instr = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    way = dice.randrange(7)
    if way == 0:
        return _par(f'<w:fldSimple w:instr=" {code} ">{_run("stale")}</w:fldSimple>')
    if way == 1:
        return _par(char("begin"), instr, char("separate"), _run("stale")) + _par(_run("more")) + _par(char("end"))
    if way == 2:
        inner = char("begin") + instr + char("separate") + _run("3") + char("end")
        return _par(char("begin"), instr, char("separate"), inner) + _par(inner, char("end"), _run("Not of it"))
    if way == 3:
        cut = len(code) // 2
        halves = "".join(
            f"<w:r><w:instrText>{half}</w:instrText></w:r>" for half in (code[:cut], code[cut:]) if "&" not in half
        )
        return _par(char("begin"), halves, char("end"))
    if way == 4:
        return _par(dice.choice((char("begin"), char("end"), char("separate"))), instr)
    if way == 5:
        return _table(_row(f"<w:tc>{_par(char('begin'), instr, char('separate'), _run('x'), char('end'))}</w:tc>"))
    content = _par(_run("Contents")) + _par(char("begin"), instr, char("separate"), _run("a")) + _par(char("end"))
    return _sdt('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', content)


def _boxes(dice: Dice) -> str:
    inner = dice.choice((_par(_run("In a box")), _jinja(dice), _controls(dice)))
    shape = f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    anchor = (
        '<w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData '
        f'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{shape}</a:graphicData></a:graphic></wp:inline></w:drawing>'
    )  # fmt: skip
    pict = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
    both = f'<mc:AlternateContent><mc:Choice Requires="wps">{anchor}</mc:Choice><mc:Fallback>{pict}</mc:Fallback></mc:AlternateContent>'
    return _par(f"<w:r>{dice.choice((both, anchor, pict))}</w:r>", _run("beside") * dice.randrange(2))


def _heading(dice: Dice) -> str:
    level = dice.choice(("1", "1", "2", "3"))
    toc = '<w:bookmarkStart w:id="4" w:name="_Toc12345"/>', '<w:bookmarkEnd w:id="4"/>'
    words = _run(dice.choice(("A heading of the house", "", "Ü &amp; &lt;x&gt; 😀", "x" * 400)))
    return _par(toc[0], words, toc[1], form=f'<w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>') if dice.random() < 0.4 else (
        _par(words, form=f'<w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>'))  # fmt: skip


def _sections(dice: Dice) -> str:
    return _par(form=f"<w:pPr>{_section(dice)}</w:pPr>")


def _section(dice: Dice) -> str:
    wide = dice.random() < 0.3
    size = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>' if wide else '<w:pgSz w:w="11906" w:h="16838"/>'
    refs = "".join(
        f'<w:{n}Reference w:type="{t}" r:id="{i}"/>'
        for n, t, i in (("header", "default", "rIdH"), ("footer", "default", "rIdF"), ("header", "first", "rIdH1"),
                        ("footer", "even", "rIdF"), ("header", "even", "rIdGone"))
        if dice.random() < (0.02 if i == "rIdGone" else 0.3)
    )  # fmt: skip
    pieces = [
        refs, '<w:footnotePr><w:numFmt w:val="lowerRoman"/></w:footnotePr>' * (dice.random() < 0.2),
        '<w:endnotePr><w:numRestart w:val="eachSect"/></w:endnotePr>' * (dice.random() < 0.2),
        f'<w:type w:val="{dice.choice(("continuous", "nextPage", "oddPage", "nextColumn"))}"/>' * dice.randrange(2), size,
        '<w:pgMar w:top="-1417" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>' * dice.randrange(2),
        '<w:cols w:num="2" w:space="708"/>' * (dice.random() < 0.3), dice.choice(("", "<w:titlePg/>", '<w:titlePg w:val="0"/>', '<w:titlePg w:val="1"/>')),
        '<w:docGrid w:linePitch="360"/>' * dice.randrange(2),
    ]  # fmt: skip
    return dice.choice(("<w:sectPr/>", *[f'<w:sectPr w:rsidR="00A1B2C3">{"".join(pieces)}</w:sectPr>'] * 5))


def _words(dice: Dice) -> str:
    return dice.choice((
        _par(_run("Plain words of the house.")), "<w:p/>", _par(_run("a<!-- c -->b")), _par("<w:r><w:t><![CDATA[R&D <b>]]></w:t></w:r>"),
        _par('<w:bookmarkStart w:id="3" w:name="theirs"/>', _run("x"), '<w:bookmarkEnd w:id="3"/>'),
        _par('<w:bookmarkStart w:id="3" w:name="theirs"/>', '<w:bookmarkEnd w:id="3"/>'),
        _par('<w:bookmarkStart w:id="0" w:name="_brf_quest1"/>', '<w:bookmarkEnd w:id="0"/>'),
        _par('<w:bookmarkStart w:id="99999999999" w:name="big"/>', '<w:bookmarkEnd w:id="99999999999"/>'),
        _par('<w:bookmarkStart w:id="2147483647" w:name="max"/>', '<w:bookmarkEnd w:id="2147483647"/>'),
        _par('<w:bookmarkStart w:id="-7" w:name="neg"/>', '<w:bookmarkEnd w:id="-7"/>'),
        '<w:bookmarkStart w:id="31" w:name="around"/>' + _par(_run("x")) + '<w:bookmarkEnd w:id="31"/>',
        _par(_run("with a note"), '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/></w:r>'),
        _par(_run("with an endnote"), '<w:r><w:endnoteReference w:id="2"/></w:r>'),
        _par(_run("with a note"), '<w:r><w:rPr><w:b/></w:rPr><w:footnoteReference w:id="2"></w:footnoteReference><w:t>x</w:t></w:r>'),
        _par('<w:commentRangeStart w:id="0"/>', _run("said"), '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
        _par('<w:moveFromRangeStart w:id="5" w:name="m"/>', '<w:moveFromRangeEnd w:id="5"/>'),
        _par(_run("pic"), f'<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="2" name="p"/><a:graphic><a:graphicData uri="{_DRAWN}/picture">'
             f'<pic:pic xmlns:pic="{_DRAWN}/picture"><pic:blipFill><a:blip r:embed="rIdImg"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'),
        _par('<w:hyperlink r:id="rIdWeb">' + _run("web") + "</w:hyperlink>"),
        _par(form='<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr>'),
        _par(_run("listed"), form='<w:pPr><w:pStyle w:val="Frage"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="404"/></w:numPr></w:pPr>'),
        '<w:customXml w:uri="urn:x" w:element="a">' + _par(_run("held")) + "</w:customXml>",
        '<w:altChunk r:id="rIdChunk"/>', _par('<w:r><w:object><v:shape><v:imagedata r:id="rIdImg"/></v:shape></w:object></w:r>'),
        _par('<w:permStart w:id="1" w:edGrp="everyone"/>', _run("may"), '<w:permEnd w:id="1"/>'),
        _table(_row("<w:tc>" + _table(_row("<w:tc>" + _par(_run("deep")) + "</w:tc>")) + "<w:p/></w:tc>")),
        _par(_run("&#xE000;note&#xE001;")), _par(_run("\ue000title|0\ue001")), _par(_run("{ not a tag }")), _par(_run("x", "<w:rPr><w:rStyle w:val=\"Nowhere\"/></w:rPr>")),
        _par('<w:ruby><w:rt/></w:ruby>' * 0, '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x</m:t></m:r></m:oMath>'),
        _par('<w:r><w:br w:type="page"/></w:r>'), _par('<w:dir w:val="rtl">' + _run("שלום") + "</w:dir>"), _par(_run("x"), form='<w:pPr><w:framePr w:w="200"/></w:pPr>'),
    ))  # fmt: skip


_BODY: tuple[Callable[[Dice], str], ...] = (
    _words, _words, _words, _controls, _controls, _jinja, _fields, _boxes, _heading, _sections,
)  # fmt: skip


# --- the package ---------------------------------------------------------------------------------------------------------


def _house(dice: Dice) -> tuple[Parts, list[str]]:
    """A sound file out of pieces, as parts."""
    done: list[str] = []
    if dice.random() < 0.1:
        return _by_python_docx(dice), ["python-docx"]
    pieces = []
    for _ in range(dice.randrange(1, 9)):
        way = dice.choice(_BODY)
        pieces.append(way(dice))
        done.append(way.__name__.strip("_"))
    if dice.random() < 0.55:
        pieces.insert(dice.randrange(len(pieces) + 1), _sdt('<w:tag w:val="note"/>', _par(_run("here"))))
    last = _section(dice) if dice.random() < 0.9 else ""
    parts = {
        "[Content_Types].xml": _types(dice), "_rels/.rels": _rels(("rId1", "officeDocument", "word/document.xml", "")),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{''.join(pieces)}{last}</w:body></w:document>",
        "word/_rels/document.xml.rels": _rels(
            ("rIdS", "styles", "styles.xml", ""), ("rIdN", "numbering", "numbering.xml", ""), ("rIdSet", "settings", "settings.xml", ""),
            ("rIdFn", "footnotes", "footnotes.xml", ""), ("rIdEn", "endnotes", "endnotes.xml", ""), ("rIdC", "comments", "comments.xml", ""),
            ("rIdH", "header", "header7.xml", ""), ("rIdH1", "header", "/word/header8.xml", ""), ("rIdF", "footer", "footer7.xml", ""),
            ("rIdImg", "image", "media/image1.png", ""), ("rIdWeb", "hyperlink", "https://example.org/?a=1&amp;b=2", "External"),
            ("rIdG", "glossaryDocument", "glossary/document.xml", ""), ("rIdX", "customXml", "../customXml/item1.xml", ""),
            ("rIdT", "theme", "theme/theme1.xml", ""), ("rIdFt", "fontTable", "fontTable.xml", ""), ("rIdChunk", "aFChunk", "chunk.html", ""),
        ),
        "word/styles.xml": _styles(dice), "word/numbering.xml": _numbering(dice), "word/settings.xml": _settings(dice),
        "word/header7.xml": f"<w:hdr {_SPACES}>{_head(dice)}</w:hdr>", "word/header8.xml": f"<w:hdr {_SPACES}>{_head(dice)}</w:hdr>",
        "word/footer7.xml": f"<w:ftr {_SPACES}>{_head(dice)}</w:ftr>",
        "word/footnotes.xml": f'<w:footnotes {_SPACES}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2">{_par(_run("n"))}</w:footnote></w:footnotes>',
        "word/endnotes.xml": f'<w:endnotes {_SPACES}><w:endnote w:id="2">{_par(_run("n"))}</w:endnote></w:endnotes>',
        "word/comments.xml": f'<w:comments {_SPACES}><w:comment w:id="0" w:author="x">{_par(_run("c"))}</w:comment></w:comments>',
        "word/glossary/document.xml": f"<w:glossaryDocument {_SPACES}/>", "word/theme/theme1.xml": f'<a:theme xmlns:a="{_DRAWN}/main" name="x"/>',
        "word/fontTable.xml": f'<w:fonts {_SPACES}><w:font w:name="Own"><w:embedRegular r:id="rId1" w:fontKey="{{00000000-0000-0000-0000-000000000003}}"/></w:font></w:fonts>',
        "word/_rels/fontTable.xml.rels": _rels(("rId1", "font", "fonts/font1.odttf", "")),
        "word/chunk.html": "<p>x</p>",
        "customXml/item1.xml": "<a xmlns='urn:x'>bound</a>", "customXml/_rels/item1.xml.rels": _rels(("rId1", "customXmlProps", "itemProps1.xml", "")),
        "customXml/itemProps1.xml": '<ds:datastoreItem ds:itemID="{00000000-0000-0000-0000-000000000001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml"/>',
        "docProps/core.xml": "<a/>", "docProps/custom.xml": _custom(dice),
    }  # fmt: skip
    made = {name: text.encode() for name, text in parts.items()}
    made |= {"word/media/image1.png": b"\x89PNG\r\n", "word/fonts/font1.odttf": b"\0" * 40}
    leaves = (
        "word/numbering.xml", "word/settings.xml", "word/theme/theme1.xml", "word/fontTable.xml", "word/glossary/document.xml",
        "customXml/item1.xml", "docProps/core.xml", "docProps/custom.xml", "word/comments.xml", "word/endnotes.xml", "word/chunk.html",
    )  # fmt: skip
    for name in leaves:
        if dice.random() < 0.4 or (dice.calm and name in _POOR):
            made = _without(made, name)
    return made, done


#: Parts that are not what the schema asks for.
_POOR = ("word/theme/theme1.xml", "word/fontTable.xml", "docProps/core.xml", "word/glossary/document.xml")


def _without(parts: Parts, name: str) -> Parts:
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
    return "".join(dice.choice((_words, _controls, _jinja, _boxes, lambda d: _par(_run("Ministry of Examples"))))(dice)
                   for _ in range(dice.randrange(1, 3)))  # fmt: skip


def _types(dice: Dice) -> str:
    main = dice.choice((f"{_KIND}.document.main+xml", f"{_KIND}.document.main+xml", f"{_KIND}.template.main+xml"))
    overrides = {
        "word/document.xml": main, "word/styles.xml": f"{_KIND}.styles+xml", "word/numbering.xml": f"{_KIND}.numbering+xml",
        "word/settings.xml": f"{_KIND}.settings+xml", "word/header7.xml": f"{_KIND}.header+xml", "word/header8.xml": f"{_KIND}.header+xml",
        "word/footer7.xml": f"{_KIND}.footer+xml", "word/footnotes.xml": f"{_KIND}.footnotes+xml", "word/endnotes.xml": f"{_KIND}.endnotes+xml",
        "word/comments.xml": f"{_KIND}.comments+xml", "word/glossary/document.xml": f"{_KIND}.document.glossary+xml",
        "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml", "word/fontTable.xml": f"{_KIND}.fontTable+xml",
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
    return f'<Types xmlns="{_PACKAGE}/content-types">{"".join(rows)}</Types>'


def _rels(*rows: tuple[str, str, str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{i}" Type="{_OFFICE}/{k}" Target="{t}"' + (f' TargetMode="{m}"' if m else "") + "/>"
        for i, k, t, m in rows
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'


def _styles(dice: Dice) -> str:
    def style(ident: str, name: str, kind: str = "paragraph", more: str = "", head: str = "") -> str:
        return f'<w:style w:type="{kind}" w:styleId="{ident}"{head}><w:name w:val="{name}"/>{more}</w:style>'

    rows = [
        style("Normal", "Normal", head=' w:default="1"'), style("a0", "Default Paragraph Font", "character", head=' w:default="1"'),
        style("TableNormal", "Normal Table", "table", head=' w:default="1"'),
        style("Heading1", "heading 1", more='<w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>'),
        style("Heading2", "Heading 2", more='<w:basedOn w:val="Heading1"/>'), style("Heading3", "heading 3"),
        style("berschrift1", "heading 1", more='<w:basedOn w:val="berschrift1"/>'),
        style("Frage", "Frage", more='<w:basedOn w:val="Antwort"/><w:rPr><w:sz w:val="0"/></w:rPr>'),
        style("Antwort", "Antwort", more='<w:basedOn w:val="Frage"/><w:next w:val="Frage"/><w:link w:val="Frage"/>'),
        style("ListBullet", "List Bullet", more='<w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr>'),
        style("Question", "Not a question at all"), style("Fact", "fact", "character"), style("Footer", "footer", more='<w:pPr><w:tabs><w:tab w:val="center" w:pos="4536"/><w:tab w:val="right" w:pos="-99"/></w:tabs></w:pPr>'),
        style("FootnoteReference", "footnote reference", "character"), style("TOC1", "toc 1"), style("Point", "point", more=f'<w:rPr><w:sz w:val="{"24" if dice.calm else "24.5"}"/></w:rPr>'),
        style("x y", "Name with &amp; &lt;"), style("BrieferTable", "Briefer Table"), '<w:style w:type="paragraph"/>', '<w:style w:type="paragraph" w:styleId="Empty"/>',
        '<w:style w:styleId="NoKind"><w:name w:val="text"/></w:style>', style("Normal", "Normal"),
    ]  # fmt: skip
    kept = [row for row in (rows[:-4] if dice.calm else rows) if dice.random() < 0.6]
    latent = '<w:latentStyles w:count="2"><w:lsdException w:name="heading 1" w:uiPriority="9"/></w:latentStyles>'
    defaults = f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times"/><w:sz w:val="{dice.choice(("22", "0", "1638", "23"))}"/><w:lang w:val="de-DE"/></w:rPr></w:rPrDefault></w:docDefaults>'
    if dice.random() < 0.04:
        return f"<w:styles {_SPACES}/>"
    return f"<w:styles {_SPACES}>{defaults * dice.randrange(2)}{latent * dice.randrange(2)}{''.join(kept)}</w:styles>"


def _numbering(dice: Dice) -> str:
    if dice.random() < 0.1:
        return f"<w:numbering {_SPACES}/>"
    number, abstract = dice.choice((("4", "7"), ("4", "0"), ("2147483647", "2147483647"), ("4", "-3")))
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl>'
    pict = '<w:numPicBullet w:numPicBulletId="0"><w:pict/></w:numPicBullet>' * dice.randrange(2)
    last = '<w:numIdMacAtCleanup w:val="9"/>' * dice.randrange(2)
    override = f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>' * dice.randrange(2)
    abstracts = f'<w:abstractNum w:abstractNumId="{abstract}" w15:restartNumberingAfterBreak="0"><w:nsid w:val="0A0B0C0D"/><w:multiLevelType w:val="hybridMultilevel"/>{level}</w:abstractNum>'
    return f'<w:numbering {_SPACES}>{pict}{abstracts}<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>{last}</w:numbering>'


def _settings(dice: Dice) -> str:
    if dice.random() < 0.1:
        return f"<w:settings {_SPACES}/>"
    rows = [
        '<w:writeProtection w:recommended="1"/>', '<w:view w:val="print"/>', '<w:zoom w:percent="100"/>', '<w:attachedTemplate r:id="rId1"/>', 
        '<w:mailMerge><w:mainDocumentType w:val="formLetters"/><w:dataType w:val="native"/></w:mailMerge>', "<w:trackRevisions/>",
        '<w:documentProtection w:edit="forms" w:enforcement="1"/>', '<w:defaultTabStop w:val="708"/>', "<w:evenAndOddHeaders/>", "<w:updateFields w:val=\"true\"/>",
        '<w:footnotePr><w:footnote w:id="-1"/></w:footnotePr>', '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
        '<w:rsids><w:rsidRoot w:val="00A1B2C3"/></w:rsids>', '<w:themeFontLang w:val="de-DE"/>', '<w:clrSchemeMapping w:bg1="light1"/>', '<w:decimalSymbol w:val=","/>', '<w15:docId w15:val="{00000000-0000-0000-0000-000000000002}"/>',
    ]  # fmt: skip
    return f"<w:settings {_SPACES}>{''.join(row for row in rows if dice.random() < 0.5)}</w:settings>"


def _custom(dice: Dice) -> str:
    if dice.calm:
        said = dice.choice((("sources", "endnotes"), ("sources", "numbers"), ("sources", "footnotes"), ("Tax", "x")))
        said = ("sources", "footnotes") if said[0] == "Tax" else said
    else:
        said = dice.choice((("sources", "endnotes"), ("sources", "numbers"), ("Question", "Frage"), ("Nothing", "Frage"), ("Question", "Nix"), ("", ""), ("heading 1", "Frage"), ("sources", "x&amp;y"), ("Fact", "List Bullet")))  # fmt: skip
    row = f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="briefer: {said[0]}"><vt:lpwstr>{said[1]}</vt:lpwstr></property>'
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
        for piece in parse_xml(f"<w:body {_SPACES}>{dice.choice(_BODY)(dice)}</w:body>"):
            body.insert(len(body) - 1, piece)
    document.add_paragraph("{{ note }}")
    document.add_comment(document.paragraphs[-1].runs, "said", "x")
    out = io.BytesIO()
    document.save(out)
    with zipfile.ZipFile(out) as package:
        return {name: package.read(name) for name in package.namelist()}


# --- what is done to the parts --------------------------------------------------------------------------------------------


_IMPORTANT = (
    "word/document.xml", "word/document.xml", "word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/header7.xml",
    "word/footer7.xml", "[Content_Types].xml", "word/_rels/document.xml.rels", "_rels/.rels", "docProps/custom.xml",
)  # fmt: skip


def _one_of(parts: Parts, dice: Dice) -> str:
    there = [name for name in _IMPORTANT if name in parts]
    return dice.choice(there) if there and dice.random() < 0.9 else dice.choice(sorted(parts))


def _elements(parts: Parts, dice: Dice) -> Parts:
    """Elements taken out, doubled, exchanged, moved, nested or emptied, with the XML still whole."""
    from lxml import etree

    name = _one_of(parts, dice)
    try:
        root = etree.fromstring(parts[name], etree.XMLParser(resolve_entities=False, huge_tree=True))
    except etree.XMLSyntaxError:
        return parts
    for _ in range(dice.choice((1, 1, 3, 10))):
        every = [e for e in root.iter(etree.Element) if e is not root]
        if not every:
            break
        one, other = dice.choice(every), dice.choice(every)
        above = one.getparent()
        way = dice.randrange(8)
        if way == 0:
            above.remove(one)
        elif way == 1:
            above.insert(above.index(one), _copy(one))
        elif way == 2 and other not in one.iter() and one not in other.iter():
            other.addnext(_copy(one))
        elif way == 3 and other not in one.iter():
            other.append(_copy(one))
        elif way == 4:
            for child in list(one):
                one.remove(child)
        elif way == 5:
            at = above.index(one)
            above[at:at] = list(one)
            if one.getparent() is not None:
                one.getparent().remove(one)
        elif way == 6:
            one.tag = other.tag
        elif len(every) < 2000:
            for _ in range(dice.choice((2, 50))):
                above.insert(above.index(one), _copy(one))
    return parts | {name: etree.tostring(root)}


def _copy(element: object) -> object:
    from copy import deepcopy

    return deepcopy(element)


def _attributes(parts: Parts, dice: Dice) -> Parts:
    """Attributes with strange values, taken out, or with the value of another."""
    name = _one_of(parts, dice)
    text = parts[name].decode("utf-8", "replace")
    found = [m for m in re.finditer(r'([\w:]+)="([^"]*)"', text) if not m[1].startswith("xmlns")]
    if not found:
        return parts
    for match in sorted(dice.sample(found, min(len(found), dice.choice((1, 2, 6)))), key=lambda m: -m.start()):
        new = dice.choice(
            (
                f'{match[1]}="{dice.choice(_STRANGE)}"',
                f'{match[1]}="{dice.choice(_STRANGE)}"',
                f'{match[1]}="{dice.choice(found)[2]}"',
                "",
            )
        )
        text = text[: match.start()] + new + text[match.end() :]
    return parts | {name: text.encode("utf-8", "replace")}


def _lost(parts: Parts, dice: Dice) -> Parts:
    name = _one_of(parts, dice)
    return _without(parts, name) if dice.random() < 0.5 else {n: c for n, c in parts.items() if n != name}


def _emptied(parts: Parts, dice: Dice) -> Parts:
    return parts | {_one_of(parts, dice): dice.choice((b"", b" ", b"<a/>", b"\0\0\0"))}


def _exchanged(parts: Parts, dice: Dice) -> Parts:
    return parts | {_one_of(parts, dice): parts[_one_of(parts, dice)]}


def _spelt_wrong(parts: Parts, dice: Dice) -> Parts:
    name = _one_of(parts, dice)
    data = bytearray(parts[name])
    for _ in range(dice.choice((1, 3, 20))):
        if data:
            data[dice.randrange(len(data))] = dice.randrange(256)
    return parts | {name: bytes(data)}


def _entities(parts: Parts, dice: Dice) -> Parts:
    name = _one_of(parts, dice)
    laughs = (
        '<!DOCTYPE x [<!ENTITY a "ha">'
        + "".join(f'<!ENTITY a{i} "&a{i - 1 if i else ""};&a{i - 1 if i else ""};">' for i in range(30))
        + "]>"
    )
    return parts | {name: laughs.encode() + re.sub(rb"<\?xml.*?\?>", b"", parts[name])}


def _changes(parts: Parts, _dice: Dice) -> Parts:
    body = parts.get("word/document.xml", b"")
    return parts | {
        "word/document.xml": body.replace(b"<w:r>", b'<w:ins w:id="1" w:author="x"><w:r>', 1).replace(
            b"</w:r>", b"</w:r></w:ins>", 1
        )
    }


def _macros(parts: Parts, _dice: Dice) -> Parts:
    return parts | {"word/vbaProject.bin": b"x"}


def _signed(parts: Parts, _dice: Dice) -> Parts:
    return parts | {
        "_xmlsignatures/origin.sigs": b"", "_xmlsignatures/sig1.xml": b"<Signature/>",
        "_rels/.rels": parts.get("_rels/.rels", b"").replace(b"</Relationships>", b'<Relationship Id="sig" Type="http://schemas.openxmlformats.org/package/2006/'
                                                        b'relationships/digital-signature/origin" Target="_xmlsignatures/origin.sigs"/></Relationships>'),
    }  # fmt: skip


def _many(parts: Parts, dice: Dice) -> Parts:
    """Very much of something."""
    body = parts.get("word/document.xml", b"")
    head = re.search(rb"<w:body>", body)
    if not head:
        return parts
    thing = dice.choice((
        b"<w:p/>" * 60_000, _par(_run("{{ title }}")).encode() * 3000, _heading(Dice(3)).encode() * 3000,
        b"<w:p><w:r><w:t>" + b"word " * 400_000 + b"</w:t></w:r></w:p>", b"<w:p><w:r><w:t>" + b"{" * 200_000 + b"</w:t></w:r></w:p>",
        b"<w:p><w:r><w:t>" + b"{%" * 60_000 + b"</w:t></w:r></w:p>", b"<w:p>" + b"<w:r><w:t>{</w:t></w:r>" * 20_000 + b"</w:p>",
        b"<w:tbl>" * 120 + b"</w:tbl>" * 120, b"<w:p><w:smartTag>" * 150 + b"</w:smartTag></w:p>" * 150,
        _sdt('<w:tag w:val="x"/>', _par(_run("x"))).encode() * 4000, b"<w:sdt><w:sdtPr/><w:sdtContent>" * 120 + b"</w:sdtContent></w:sdt>" * 120,
        b"<w:p><w:pPr><w:sectPr/></w:pPr></w:p>" * 3000, b'<w:bookmarkStart w:id="5" w:name="a"/>' * 20_000, b"<w:sectPr" + b" " * 100_000 + b"/>",
        b"<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC </w:instrText></w:r></w:p>" * 3000, b"<w:p><w:r>" * 150 + b"</w:r></w:p>" * 150,
        b"<w:p" + b" w:rsidR=\"00\"" + b" " * 300_000 + b"/>", b"<w:footnoteReference " * 0 + b"<w:r><w:rPr>" * 190 + b"</w:rPr></w:r>" * 190,
    ))  # fmt: skip
    return parts | {"word/document.xml": body[: head.end()] + thing + body[head.end() :]}


_IN_PARTS: tuple[Callable[[Parts, Dice], Parts], ...] = (
    _elements, _elements, _elements, _elements, _attributes, _attributes, _attributes, _lost, _emptied, _exchanged, _spelt_wrong, _entities, _changes, _macros, _signed, _many,
)  # fmt: skip


# --- other ways to write the same ------------------------------------------------------------------------------------------


def _xml(parts: Parts, change: Callable[[str], bytes], only: str = r".*\.(?:xml|rels)$") -> Parts:
    out = dict(parts)
    for name, content in parts.items():
        if re.match(only, name):
            out[name] = change(re.sub(r"^\ufeff?<\?xml.*?\?>", "", content.decode("utf-8", "replace")))
    return out


def _other_prefix(parts: Parts, dice: Dice) -> Parts:
    new = dice.choice(("x", "ns0", "W", "word"))

    def change(text: str) -> bytes:
        return re.sub(r"(</?|\s)w:", rf"\1{new}:", text).replace("xmlns:w=", f"xmlns:{new}=").encode()

    return _xml(parts, change)


def _default_space(parts: Parts, _dice: Dice) -> Parts:
    """The main vocabulary without a prefix; attributes keep one."""

    def change(text: str) -> bytes:
        return re.sub(r"(</?)w:", r"\1", text).replace("xmlns:w=", f'xmlns="{_MAIN}" xmlns:w=').encode()

    return _xml(parts, change, r"word/[\w/]*\.xml$")


def _other_relation_prefix(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r"\sr:", " rel:", t).replace("xmlns:r=", "xmlns:rel=").encode())


def _prefixed_package(parts: Parts, _dice: Dice) -> Parts:
    """Relationships and content types with a prefix."""

    def change(text: str) -> bytes:
        return re.sub(r"<(/?)(?=[A-Z])", r"<\1p:", text).replace("xmlns=", "xmlns:p=").encode()

    return _xml(parts, change, r".*\.rels$|\[Content_Types\]\.xml$")


def _single_quotes(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r'="([^"\']*)"', r"='\1'", t).encode())


def _spaced(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r'="([^"]*)"', r' = "\1"', re.sub(r"\s*(/?>)", r"\n \1", t)).encode())


def _indented(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r"(<(?!/?w:t\b|/w:r\b))", r"\n  \1", t).encode())


def _utf16(parts: Parts, dice: Dice) -> Parts:
    return _xml(
        parts,
        lambda t: ('<?xml version="1.0" encoding="UTF-16"?>' + t).encode("utf-16"),
        dice.choice((r".*\.(?:xml|rels)$", r"word/.*\.xml$")),
    )


def _bom(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: b"\xef\xbb\xbf" + t.encode())


def _latin(parts: Parts, _dice: Dice) -> Parts:
    return _xml(
        parts, lambda t: ('<?xml version="1.0" encoding="ISO-8859-1"?>' + t).encode("latin-1", "xmlcharrefreplace")
    )


def _ascii(parts: Parts, _dice: Dice) -> Parts:
    """Every letter of a text as a character reference."""
    return _xml(
        parts,
        lambda t: re.sub(r">([^<&]+)<", lambda m: ">" + "".join(f"&#{ord(c)};" for c in m[1]) + "<", t).encode(),
        r"word/\w+\.xml$",
    )


def _comments(parts: Parts, _dice: Dice) -> Parts:
    return _xml(parts, lambda t: re.sub(r"(?<=[\w\"/]>)(?=<)", "<!-- <w:sectPr/> -->", t).encode() + b"<?tail x?>")


def _long_empty(parts: Parts, _dice: Dice) -> Parts:
    """No element is closed in itself."""
    return _xml(parts, lambda t: re.sub(r"<([\w:]+)([^<>]*?)/>", r"<\1\2></\1>", t).encode())


def _local_spaces(parts: Parts, _dice: Dice) -> Parts:
    """Vocabularies declared where they are used."""
    return _xml(
        parts,
        lambda t: re.sub(r"<w:(p|tbl|sectPr|sdt|style)\b", rf'<w:\1 xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"', t).encode(),
        r"word/\w+\.xml$",
    )


def _strict(parts: Parts, _dice: Dice) -> Parts:
    def change(text: str) -> bytes:
        for old, new in (
            (_MAIN, "wordprocessingml/main"),
            (_OFFICE, "officeDocument/relationships"),
            (f"{_DRAWN}/main", "drawingml/main"),
        ):
            text = text.replace(old, f"http://purl.oclc.org/ooxml/{new}")
        return text.encode()

    return _xml(parts, change)


def _document2(parts: Parts, dice: Dice) -> Parts:
    """The document under another name, as some programs write it."""
    new = dice.choice(("word/document2.xml", "doc/main.xml", "word/Document.xml", "document.xml"))
    folder, _, base = new.rpartition("/")
    out = {}
    for name, content in parts.items():
        if name == "word/document.xml":
            name = new
        elif name == "word/_rels/document.xml.rels":
            name = f"{folder}/_rels/{base}.rels".lstrip("/")
            if folder != "word":
                content = re.sub(rb'Target="(?![/.]|https?:)', b'Target="/word/', content)
        out[name] = (
            content.replace(b"word/document.xml", new.encode()) if name.endswith((".rels", "Types].xml")) else content
        )
    return out


def _other_names(parts: Parts, _dice: Dice) -> Parts:
    """Styles, settings and numbering under names of their own."""
    out = {}
    for name, content in parts.items():
        name = re.sub(r"word/(styles|settings|numbering)\.xml", r"word/\g<1>7.xml", name)
        out[name] = (
            re.sub(rb'(["/])(styles|settings|numbering)\.xml"', rb'\1\g<2>7.xml"', content)
            if name.endswith((".rels", "Types].xml"))
            else content
        )
    return out


def _absolute(parts: Parts, _dice: Dice) -> Parts:
    name = "word/_rels/document.xml.rels"
    return parts | (
        {name: re.sub(rb'Target="(?![/.]|https?:)', b'Target="/word/', parts[name])} if name in parts else {}
    )


def _odd_case(parts: Parts, dice: Dice) -> Parts:
    """Names of parts in another case than what leads to them."""
    change = dice.choice((str.upper, str.title, str.swapcase))
    return {change(n) if n.startswith("word/") and dice.random() < 0.4 else n: c for n, c in parts.items()}


def _backslashes(parts: Parts, _dice: Dice) -> Parts:
    return {n.replace("/", "\\"): c for n, c in parts.items()}


def _only_defaults(parts: Parts, _dice: Dice) -> Parts:
    rows = f'<Default Extension="xml" ContentType="{_KIND}.document.main+xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    return parts | {"[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">{rows}</Types>'.encode()}


def _dots(parts: Parts, _dice: Dice) -> Parts:
    name = "word/_rels/document.xml.rels"
    return parts | (
        {name: re.sub(rb'Target="(?![/.]|https?:)', b'Target="../word/./', parts[name])} if name in parts else {}
    )


def _escaped_targets(parts: Parts, _dice: Dice) -> Parts:
    """A part with a space in its name, and its address with %20."""
    out = {n.replace("header7", "header 7").replace("image1", "Bild ä"): c for n, c in parts.items()}
    for name in ("word/_rels/document.xml.rels", "[Content_Types].xml"):
        if name in out:
            out[name] = out[name].replace(b"header7", b"header%207").replace(b"image1", b"Bild%20%C3%A4")
    return out


_DIALECTS: tuple[Callable[[Parts, Dice], Parts], ...] = (
    _other_prefix, _default_space, _other_relation_prefix, _prefixed_package, _single_quotes, _spaced, _indented, _utf16, _bom, _latin, _ascii, _comments,
    _long_empty, _local_spaces, _strict, _document2, _other_names, _absolute, _odd_case, _backslashes, _only_defaults, _dots, _escaped_targets,
)  # fmt: skip


# --- the zip ---------------------------------------------------------------------------------------------------------------


def _plain(parts: Parts, _dice: Dice, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", how) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, how)
    return out.getvalue()


def _stored(parts: Parts, dice: Dice) -> bytes:
    return _plain(parts, dice, zipfile.ZIP_STORED)


def _other_packing(parts: Parts, dice: Dice) -> bytes:
    return _plain(parts, dice, dice.choice((zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)))


def _streamed(parts: Parts, _dice: Dice) -> bytes:
    """With data descriptors, as one writes that cannot go back."""

    class Pipe(io.BytesIO):
        def seekable(self) -> bool:
            return False

        def seek(self, *_where: int) -> int:
            raise OSError

        def tell(self) -> int:
            raise OSError

    out = Pipe()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def _zip64(parts: Parts, _dice: Dice) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            with package.open(zipfile.ZipInfo(name), "w", force_zip64=True) as part:
                part.write(content)
    return out.getvalue()


def _folders(parts: Parts, _dice: Dice) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name in ("word/", "_rels/", "word/_rels/"):
            package.writestr(name, b"")
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content)
        package.comment = b"briefer " + b"x" * 64
    return b"#!/bin/sh\n" + out.getvalue()


def _twice(parts: Parts, dice: Dice) -> bytes:
    import warnings

    out = io.BytesIO()
    name = _one_of(parts, dice)
    other = dice.choice(
        (
            name,
            name.upper(),
            f"/{name}",
            f"./{name}",
            f"../{name}",
            "C:\\x.xml",
            "word/" + "a" * 300 + ".xml",
            "word/\xe4.xml",
            "a\0b.xml",
            "",
        )
    )
    with warnings.catch_warnings(), zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        warnings.simplefilter("ignore")
        for one, content in [*parts.items(), (other, parts[name])]:
            package.writestr(zipfile.ZipInfo(one), content)
    return out.getvalue()


def _locked(parts: Parts, dice: Dice) -> bytes:
    """The flag of an encrypted entry."""
    data = bytearray(_plain(parts, dice))
    for at in [m.start() for m in re.finditer(b"PK\x01\x02", bytes(data))]:
        data[at + 8] |= 1
    return bytes(data)


def _lying_sizes(parts: Parts, dice: Dice) -> bytes:
    """Sizes in the directory that are not those of what is packed."""
    data = bytearray(_plain(parts, dice))
    ats = [m.start() for m in re.finditer(b"PK\x01\x02", bytes(data))]
    for at in dice.sample(ats, min(2, len(ats))):
        struct.pack_into("<L", data, at + dice.choice((20, 24, 42)), dice.choice((0, 1, 10, 2**31, 2**32 - 2)))
    return bytes(data)


def _hidden_bomb(parts: Parts, dice: Dice) -> bytes:
    """A part of hundreds of megabytes whose size is said to be small."""
    bomb = dict(parts) | {"word/media/image1.png": b"\0" * 300_000_000}
    data = bytearray(_plain(bomb, dice))
    for at in [m.start() for m in re.finditer(b"PK\x01\x02", bytes(data))]:
        if struct.unpack_from("<L", data, at + 24)[0] == 300_000_000:
            struct.pack_into("<L", data, at + 24, 1000)
    return bytes(data)


_ZIPS: tuple[Callable[[Parts, Dice], bytes], ...] = (
    _stored,
    _other_packing,
    _streamed,
    _zip64,
    _folders,
    _twice,
    _locked,
    _lying_sizes,
)


def _bits(data: bytes, dice: Dice) -> bytes:
    out = bytearray(data)
    for _ in range(dice.choice((1, 3, 20, 200))):
        out[dice.randrange(len(out))] ^= 1 << dice.randrange(8)
    return bytes(out)


def _truncated(data: bytes, dice: Dice) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] if dice.random() < 0.8 else data[at:]


def _noise(data: bytes, dice: Dice) -> bytes:
    at = dice.randrange(len(data) + 1)
    return data[:at] + dice.randbytes(dice.choice((1, 40, 3000))) + data[at:]


_BYTES: tuple[Callable[[bytes, Dice], bytes], ...] = (_bits, _bits, _truncated, _noise)


# --- what is no Word file ----------------------------------------------------------------------------------------------------


def _empty(_dice: Dice) -> bytes:
    return b""


def _compound(dice: Dice) -> bytes:
    """Encrypted by Word, or of before 2007."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + dice.randbytes(3000)


def _pdf(dice: Dice) -> bytes:
    return b"%PDF-1.7\n" + dice.randbytes(500) + b"%%EOF"


def _rtf(_dice: Dice) -> bytes:
    return b"{\\rtf1\\ansi Dear colleagues}"


def _html(_dice: Dice) -> bytes:
    return b"<html xmlns:w='urn:schemas-microsoft-com:office:word'><p>Dear colleagues</html>"


def _flat(_dice: Dice) -> bytes:
    return b'<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage"/>'


def _odt(dice: Dice) -> bytes:
    return _plain(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": b"<a/>",
            "META-INF/manifest.xml": b"<a/>",
        },
        dice,
    )


def _sheet(dice: Dice) -> bytes:
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    return _plain(
        {
            "[Content_Types].xml": b'<Types><Override PartName="/xl/workbook.xml" ContentType="'
            + kind
            + b'"/></Types>',
            "xl/workbook.xml": b"<a/>",
        },
        dice,
    )


def _no_parts(dice: Dice) -> bytes:
    return _plain({}, dice)


def _bomb(dice: Dice) -> bytes:
    parts, _ = _house(dice)
    return _plain(parts | {"word/document.xml": b" " * 200_000_000}, dice)


def _many_bombs(dice: Dice) -> bytes:
    parts, _ = _house(dice)
    return _plain(parts | {f"word/media/image{n}.png": b"\0" * 9_000_000 for n in range(10)}, dice)


def _many_parts(dice: Dice) -> bytes:
    parts, _ = _house(dice)
    return _plain(parts | {f"word/media/{n}.png": b"" for n in range(4000)}, dice)


def _hidden(dice: Dice) -> bytes:
    return _hidden_bomb(_house(dice)[0], dice)


def _quoted(dice: Dice) -> bytes:
    """Many entries of the directory that lead to the same packed bytes."""
    parts, _ = _house(dice)
    data = _plain(parts | {"word/media/a.bin": b"\0" * 30_000_000}, dice)
    at = data.rindex(b"PK\x05\x06")
    count, size, start = struct.unpack_from("<HLL", data, at + 10)
    directory = data[start : start + size]
    last = directory[directory.rindex(b"PK\x01\x02") :]
    twins = b"".join(last.replace(b"a.bin", b"%05d" % n) for n in range(200))
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count + 200, count + 200, size + len(twins), start, 0)
    return data[:start] + directory + twins + end


def _deep(dice: Dice) -> bytes:
    parts, _ = _house(dice)
    body = b"<w:p>" * 100_000 + b"</w:p>" * 100_000
    return _plain(
        parts | {"word/document.xml": f"<w:document {_SPACES}><w:body>".encode() + body + b"</w:body></w:document>"},
        dice,
    )


def _large(dice: Dice) -> bytes:
    """A document of some megabytes, as a long one is."""
    parts, _ = _house(dice)
    body = "".join(
        _par(
            _run(f"Paragraph {n} with words in it, as there are in long ones."),
            form='<w:pPr><w:pStyle w:val="Normal"/></w:pPr>',
        )
        for n in range(20_000)
    )
    return _plain(
        parts | {"word/document.xml": parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + body.encode())},
        dice,
    )


_OTHERS: tuple[Callable[[Dice], bytes], ...] = (
    _empty, _compound, _pdf, _rtf, _html, _flat, _odt, _sheet, _no_parts, _bomb, _many_bombs, _many_parts, _hidden, _quoted, _deep, _large,
)  # fmt: skip
