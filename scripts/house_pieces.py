"""Pieces of ministries' Word files: words, content controls, Jinja tags, fields, boxes, sections; each by chance."""

from __future__ import annotations

import random
from collections.abc import Callable

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
SPACES = (
    f'xmlns:w="{MAIN}" xmlns:r="{OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" xmlns:v="urn:schemas-microsoft-com:vml" '
    f'xmlns:wp="{DRAWN}/wordprocessingDrawing" xmlns:a="{DRAWN}/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" mc:Ignorable="w14 w15"'
)
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
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


class Dice(random.Random):
    """Chance, in a mood: in a calm one nothing is asked for that a note has not, so that more files are filled."""

    calm = False


def run_of(text: str, form: str = "") -> str:
    return f'<w:r>{form}<w:t xml:space="preserve">{text}</w:t></w:r>'


def par_of(*runs: str, form: str = "") -> str:
    return f"<w:p>{form}{''.join(runs)}</w:p>"


def control_of(props: str, content: str) -> str:
    return f"<w:sdt><w:sdtPr>{props}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _props(dice: Dice, name: str) -> str:
    bound = (
        '<w:dataBinding w:prefixMappings="xmlns:ns0=\'urn:x\'" w:xpath="/ns0:a[1]" '
        'w:storeItemID="{00000000-0000-0000-0000-000000000001}"/>'
    )
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


def controls(dice: Dice, depth: int = 0) -> str:
    """A content control: around blocks, within a line, around a row or a cell, in another."""
    name = _name(dice)
    words = run_of("Click here", "<w:rPr><w:i/></w:rPr>" * dice.randrange(2))
    way = dice.randrange(9)
    if way == 0:
        return par_of(run_of("Before "), control_of(_props(dice, name), words), run_of(" behind") * dice.randrange(2))
    if way == 1:
        cell = f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{par_of(words)}</w:tc>'
        return _table(_row(control_of(_props(dice, name), cell), "<w:tc><w:p/></w:tc>"))
    if way == 2:
        return _table(control_of(_props(dice, name), _row(f"<w:tc>{par_of(words)}</w:tc>") * dice.choice((1, 2))))
    if way == 3:
        inner = control_of(_props(dice, name), par_of(words))
        return _table(_row(f"<w:tc>{inner}{'<w:p/>' * dice.randrange(2)}</w:tc>"))
    if way == 4 and depth < 3:
        return control_of(_props(dice, name), controls(dice, depth + 1) + par_of(words) * dice.randrange(2))
    if way == 5:
        return control_of(_props(dice, name), "")
    if way == 6:
        return control_of(_props(dice, name), _table(_row(f"<w:tc>{par_of(words)}</w:tc>")))
    if way == 7:
        return par_of(control_of(_props(dice, name), words))
    return control_of(_props(dice, name), par_of(words) * dice.choice((1, 1, 3)))


def _row(*cells: str) -> str:
    return f"<w:tr>{''.join(cells)}</w:tr>"


def _table(*rows: str) -> str:
    grid = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr>{grid}{"".join(rows)}</w:tbl>'


_TAGS = (
    "{{ title }}", "{{ note }}", "{{ contents }}", "{{title}}", "{{ marking }} / "
                                                                "{{ date|upper }}", "{{- place -}}", "{# a comment #}",
    "{% if place %}", "{% endif %}", "{%p if date %}", "{%p endif %}", "{% for w in title.split() %}{{ w }}{% endfor %}",
    "{% for w in title %}", "{% endfor %}", "{%- else -%}", "{{ titel }}", "{{ note", "}}", "{%", "{{ 1/0 }}", "{{ title.x.y }}",
    "{{ ''.__class__ }}", "{{ 'x' * 10**9 }}", "{% for i in range(99999999) %}x{% endfor %}", "{{ title|nosuch }}", "{% raw %}",
    "{% endraw %}", "{% include 'x' %}", "{% set a = 1 %}", "{{ a }}", "{{ lipsum() }}", "{{ “Nobody” }}", "{{ '&lt;w:p/&gt;' }}",
    "{{ '&lt;b&gt;'|safe }}", "{% macro m() "
                              "%}{% endmacro %}", "{{ top_lines }}", "{{ section.x }}", "{{ title if place else date }}",
    "{{ range(10**9)|list }}", "{{ title|indent(999999999) }}", "{{ title.center(999999999) }}", "{{ '%999999999d' % 3 }}",
    "{{ (1,)|list|pprint }}", "{{ title|wordwrap(0) }}", "{{ title|batch(0)|list }}", "{{ '{:999999999}'.format(1) }}",
    "{{ title|slice(0)|list }}", "{{ cycler() }}", "{{ namespace(a=1).a }}", "{{ joiner()() }}", "{{ title|attr('x') }}",
    "{% filter upper %}", "{% endfilter %}", "{% block a %}{% endblock %}", "{% extends 'a' %}", "{{ self }}", "{{ loop }}",
    "{{ briefer_rounds() }}", "{{ dict(a=title) }}", "{{ title|tojson }}", "{{ title|xmlattr }}", "{{ title|urlize }}",
    "{{ ((((((title)))))) }}",
    "{{ " + "(" * 300 + "title" + ")" * 300 + " }}", "{{ " + "-" * 3000 + "1 }}", "{{ 9**9 }}", "{{ 1e308*10 }}",
)  # fmt: skip


_SOUND_TAGS = (
    "{{ title }}", "{{title}}", "{{ marking }} / "
                                "{{ date|upper }}", "{{- place -}}", "{# a comment #}", "{{ title if place else date }}",
    "{% for w in title.split() "
    "%}{{ w }}{% endfor %}", "{% if place %}in {{ place }}{% endif %}", "{{ '&lt;b&gt;' }}", "{{ title|tojson }}",
    "{% set a = 1 %}", "{{ '&lt;w:p/&gt;'|safe|escape }}", "{{ “Nobody” }}",
)  # fmt: skip


def jinja(dice: Dice) -> str:
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
    runs = between.join(run_of(p) for p in pieces)
    way = dice.randrange(8)
    if way == 0:
        return _table(
            _row(f"<w:tc>{par_of(run_of('{%tr for w in title.split()[:2] %}'))}</w:tc>"), _row(f"<w:tc>{par_of(runs)}</w:tc>"),
            _row(f"<w:tc>{par_of(run_of('{%tr endfor %}'))}</w:tc>"),
        )  # fmt: skip
    if way == 1:
        return par_of(f'<w:hyperlink w:anchor="x">{runs}</w:hyperlink>')
    if way == 2:
        return par_of(f'<w:smartTag w:uri="urn:x" w:element="place">{runs}</w:smartTag>')
    if way == 3:
        return par_of(run_of("{% if title %}")) + par_of(runs) + par_of(run_of("{% endif %}"))
    if way == 4:
        return _table(
            _row(f"<w:tc>{par_of(run_of('{% if title %}'))}{par_of(runs)}{par_of(run_of('{% endif %}'))}</w:tc>")
        )
    return par_of(runs)


def _fields(dice: Dice) -> str:
    """A table of contents or another field: simple, complex, over paragraphs, one within another, left open."""
    code = dice.choice((
        "TOC \\o \"1-3\" "
        "\\h \\z \\u", "TOC \\o 1-9", "TOC", "TOC \\c \"Table\"", "TOC \\t \"Frage;1\"", "PAGE", "TOC \\o \"9-99999999999\"",
        "IF {{ title }} "
        "= \"\" \"a\" \"b\"", "toc \\o \"1-2\"", "REF x \\h", "PAGEREF _Toc1 \\h", "INCLUDETEXT \"c:\\\\x\"", "SEQ a",
    )).replace('"', "&quot;")  # fmt: skip
    char = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'.format
    instr = f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
    way = dice.randrange(7)
    if way == 0:
        return par_of(f'<w:fldSimple w:instr=" {code} ">{run_of("stale")}</w:fldSimple>')
    if way == 1:
        return (
            par_of(char("begin"), instr, char("separate"), run_of("stale"))
            + par_of(run_of("more"))
            + par_of(char("end"))
        )
    if way == 2:
        inner = char("begin") + instr + char("separate") + run_of("3") + char("end")
        return par_of(char("begin"), instr, char("separate"), inner) + par_of(inner, char("end"), run_of("Not of it"))
    if way == 3:
        cut = len(code) // 2
        halves = "".join(
            f"<w:r><w:instrText>{half}</w:instrText></w:r>" for half in (code[:cut], code[cut:]) if "&" not in half
        )
        return par_of(char("begin"), halves, char("end"))
    if way == 4:
        return par_of(dice.choice((char("begin"), char("end"), char("separate"))), instr)
    if way == 5:
        return _table(_row(f"<w:tc>{par_of(char('begin'), instr, char('separate'), run_of('x'), char('end'))}</w:tc>"))
    content = (
        par_of(run_of("Contents")) + par_of(char("begin"), instr, char("separate"), run_of("a")) + par_of(char("end"))
    )
    return control_of('<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>', content)


def boxes(dice: Dice) -> str:
    inner = dice.choice((par_of(run_of("In a box")), jinja(dice), controls(dice)))
    shape = (
        f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx><wps:bodyPr/>"
        "</wps:wsp>"
    )
    anchor = (
        '<w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="1" name="Box"/><a:graphic><a:graphicData '
        f'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">{shape}</a:graphicData></a:graphic>'
        '</wp:inline></w:drawing>'
    )  # fmt: skip
    pict = f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps">{anchor}</mc:Choice><mc:Fallback>{pict}</mc:Fallback>'
        "</mc:AlternateContent>"
    )
    return par_of(f"<w:r>{dice.choice((both, anchor, pict))}</w:r>", run_of("beside") * dice.randrange(2))


def heading_of(dice: Dice) -> str:
    level = dice.choice(("1", "1", "2", "3"))
    toc = '<w:bookmarkStart w:id="4" w:name="_Toc12345"/>', '<w:bookmarkEnd w:id="4"/>'
    words = run_of(dice.choice(("A heading of the house", "", "Ü &amp; &lt;x&gt; 😀", "x" * 400)))
    return par_of(toc[0], words, toc[1], form=f'<w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>') if dice.random() < 0.4 else (
        par_of(words, form=f'<w:pPr><w:pStyle w:val="Heading{level}"/></w:pPr>'))  # fmt: skip


def _sections(dice: Dice) -> str:
    return par_of(form=f"<w:pPr>{section_of(dice)}</w:pPr>")


def section_of(dice: Dice) -> str:
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
        '<w:pgMar w:top="-1417" w:right="1417" w:bottom="1134" '
        'w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>' * dice.randrange(2),
        '<w:cols w:num="2" '
        'w:space="708"/>' * (dice.random() < 0.3),
        dice.choice(("", "<w:titlePg/>", '<w:titlePg w:val="0"/>', '<w:titlePg w:val="1"/>')),
        '<w:docGrid w:linePitch="360"/>' * dice.randrange(2),
    ]  # fmt: skip
    return dice.choice(("<w:sectPr/>", *[f'<w:sectPr w:rsidR="00A1B2C3">{"".join(pieces)}</w:sectPr>'] * 5))


def words(dice: Dice) -> str:
    return dice.choice((
        par_of(run_of("Plain words "
                      "of the house.")), "<w:p/>", par_of(run_of("a<!-- c -->b")), par_of("<w:r><w:t><![CDATA[R&D <b>]]></w:t>"
                                                                                          "</w:r>"),
        par_of('<w:bookmarkStart w:id="3" w:name="theirs"/>', run_of("x"), '<w:bookmarkEnd w:id="3"/>'),
        par_of('<w:bookmarkStart w:id="3" w:name="theirs"/>', '<w:bookmarkEnd w:id="3"/>'),
        par_of('<w:bookmarkStart w:id="0" w:name="_brf_quest1"/>', '<w:bookmarkEnd w:id="0"/>'),
        par_of('<w:bookmarkStart w:id="99999999999" w:name="big"/>', '<w:bookmarkEnd w:id="99999999999"/>'),
        par_of('<w:bookmarkStart w:id="2147483647" w:name="max"/>', '<w:bookmarkEnd w:id="2147483647"/>'),
        par_of('<w:bookmarkStart w:id="-7" w:name="neg"/>', '<w:bookmarkEnd w:id="-7"/>'),
        '<w:bookmarkStart w:id="31" w:name="around"/>' + par_of(run_of("x")) + '<w:bookmarkEnd w:id="31"/>',
        par_of(run_of("with a note"), '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="2"/>'
                                      '</w:r>'),
        par_of(run_of("with an endnote"), '<w:r><w:endnoteReference w:id="2"/></w:r>'),
        par_of(run_of("with a note"), '<w:r><w:rPr><w:b/></w:rPr><w:footnoteReference w:id="2"></w:footnoteReference>'
                                      '<w:t>x</w:t></w:r>'),
        par_of('<w:commentRangeStart '
               'w:id="0"/>', run_of("said"), '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'),
        par_of('<w:moveFromRangeStart w:id="5" w:name="m"/>', '<w:moveFromRangeEnd w:id="5"/>'),
        par_of(run_of("pic"), '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="2" name="p"/><a:graphic>'
                              f'<a:graphicData uri="{DRAWN}/picture">'
             f'<pic:pic xmlns:pic="{DRAWN}/picture"><pic:blipFill><a:blip r:embed="rIdImg"/></pic:blipFill></pic:pic>'
             '</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'),
        par_of('<w:hyperlink r:id="rIdWeb">' + run_of("web") + "</w:hyperlink>"),
        par_of(form='<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="4"/></w:numPr></w:pPr>'),
        par_of(run_of("listed"), form='<w:pPr><w:pStyle w:val="Frage"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="404"/>'
                                      '</w:numPr></w:pPr>'),
        '<w:customXml w:uri="urn:x" w:element="a">' + par_of(run_of("held")) + "</w:customXml>",
        '<w:altChunk '
        'r:id="rIdChunk"/>', par_of('<w:r><w:object><v:shape><v:imagedata r:id="rIdImg"/></v:shape></w:object></w:r>'),
        par_of('<w:permStart w:id="1" w:edGrp="everyone"/>', run_of("may"), '<w:permEnd w:id="1"/>'),
        _table(_row("<w:tc>" + _table(_row("<w:tc>" + par_of(run_of("deep")) + "</w:tc>")) + "<w:p/></w:tc>")),
        par_of(run_of("&#xE000;note&#xE001;")), par_of(run_of("\ue000title|0\ue001")), par_of(run_of("{ not a tag }")),
        par_of(run_of("x", "<w:rPr><w:rStyle w:val=\"Nowhere\"/></w:rPr>")),
        par_of('<w:ruby><w:rt/>'
               '</w:ruby>' * 0, '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r>'
                                '<m:t>x</m:t></m:r></m:oMath>'),
        par_of('<w:r><w:br w:type="page"/>'
               '</w:r>'), par_of('<w:dir w:val="rtl">' + run_of("שלום") + "</w:dir>"),
               par_of(run_of("x"), form='<w:pPr><w:framePr w:w="200"/></w:pPr>'),
    ))  # fmt: skip


BODY: tuple[Callable[[Dice], str], ...] = (
    words, words, words, controls, controls, jinja, _fields, boxes, heading_of, _sections,
)  # fmt: skip
