"""Word papers as lines: what Word would print, numbers and notes included, changes accepted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

from briefer.papers import pages
from briefer.papers.lines import Line, Pages

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_STORIES = ("styles", "numbering", "settings", "footnotes", "endnotes", "header1", "header2", "footer1")


def word(body: str, *, strict: bool = False, **parts: str) -> bytes:
    """A Word file with this body and these further parts (``styles``, ``footnotes`` …), each without its root element."""
    roots = {"header1": "hdr", "header2": "hdr", "footer1": "ftr"}
    space = f'xmlns:w="{_W}" xmlns:mc="{_MC}" xmlns:r="{_OFFICE}"'
    kinds = {name: name.rstrip("12") for name in _STORIES}
    links = "".join(f'<Relationship Id="{n}" Type="{_OFFICE}/{kinds[n]}" Target="{n}.xml"/>' for n in parts)
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="a" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}</Relationships>',
        "word/document.xml": f"<w:document {space}><w:body>{body}</w:body></w:document>",
    } | {f"word/{n}.xml": f"<w:{roots.get(n, n)} {space}>{xml}</w:{roots.get(n, n)}>" for n, xml in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            if strict:
                content = content.replace(_W, "http://purl.oclc.org/ooxml/wordprocessingml/main")
                content = content.replace(_OFFICE, "http://purl.oclc.org/ooxml/officeDocument/relationships")
            archive.writestr(name, content)
    return out.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def par(content: str, properties: str = "") -> str:
    content = content if content.startswith("<") or not content else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def numbered(text: str, level: int = 0, list_: int = 1) -> str:
    return par(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>')


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Pages]:
    def made(body: str, **parts: Any) -> Pages:
        path = tmp_path / "paper.docx"
        path.write_bytes(word(body, **parts))
        return pages.read(path)

    return made


Read = Callable[..., Pages]


def texts(found: Pages) -> list[str]:
    return [line.text for line in found.lines]


def marked(found: Pages) -> list[tuple[str, str]]:
    return [(line.mark, line.text) for line in found.lines]


# Paragraphs and type.


def test_a_paper_of_python_docx(tmp_path: Path) -> None:
    paper = docx.Document()
    paper.add_heading("The way forward", 1)
    paragraph = paper.add_paragraph("Harbours ")
    paragraph.add_run("keep").bold = True
    paragraph.add_run(" their ")
    paragraph.add_run("lights").italic = True
    mark = paragraph.add_run("3")
    mark.font.superscript = True
    paper.add_paragraph("First", style="List Number")
    paper.add_paragraph("Second", style="List Number")
    paper.add_paragraph("A point", style="List Bullet")
    path = tmp_path / "paper.docx"
    paper.save(str(path))
    found = pages.read(path)
    assert (found.format, found.whole_paragraphs) == ("docx", True)
    assert [(line.style, line.mark, line.text) for line in found.lines] == [
        ("heading 1", "", "The way forward"), ("", "", "Harbours keep their lights3"), ("list", "1.", "First"),
        ("list", "2.", "Second"), ("list", "•", "A point"),
    ]  # fmt: skip
    spans = found.lines[1].spans
    assert [(s.text, s.bold, s.italic, s.raised) for s in spans] == [
        ("Harbours ", False, False, False), ("keep", True, False, False), (" their ", False, False, False),
        ("lights", False, True, False), ("3", False, False, True),
    ]  # fmt: skip
    assert spans[0].size == 11


def test_headings_are_known_by_name_level_and_what_they_are_based_on(read: Read) -> None:
    def style(key: str, name: str, based: str = "", level: str = "") -> str:
        outline = f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>' if level else ""
        inner = f'<w:name w:val="{name}"/><w:basedOn w:val="{based}"/>{outline}'
        return f'<w:style w:type="paragraph" w:styleId="{key}">{inner}</w:style>'

    styles = (
        style("H1", "heading 1") + style("Rubrik2", "Rubrik 2") + style("U3", "Überschrift 3") + style("Own", "Titel kort", "H1")
        + style("Lvl", "Abschnitt", "", "3") + style("T", "Title") + style("C", "toc 2") + style("Loop", "Loop", "Loop")
    )  # fmt: skip
    body = "".join(
        par(k, f'<w:pStyle w:val="{k}"/>') for k in ("H1", "Rubrik2", "U3", "Own", "Lvl", "T", "C", "Loop", "None")
    )
    body += par("direct", '<w:outlineLvl w:val="1"/>') + par("text", '<w:pStyle w:val="H1"/><w:outlineLvl w:val="9"/>')
    assert [line.style for line in read(body, styles=styles).lines] == [
        "heading 1", "heading 2", "heading 3", "heading 1", "heading 4", "title", "toc", "", "", "heading 2", "",
    ]  # fmt: skip


def test_type_comes_from_style_and_defaults_and_can_be_switched_off(read: Read) -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="24"/><w:lang w:val="fr-BE"/></w:rPr></w:rPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:styleId="S"><w:name w:val="Strong text"/><w:rPr><w:b/><w:i/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="R"><w:name w:val="Raised"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
    )
    runs = run("bold") + run("plain", '<w:b w:val="0"/><w:i w:val="false"/>') + run("2", '<w:rStyle w:val="R"/>')
    found = read(par(runs, '<w:pStyle w:val="S"/>'), styles=styles)
    assert [(s.text, s.bold, s.italic, s.raised, s.size) for s in found.lines[0].spans] == [
        ("bold", True, True, False, 12.0), ("plain", False, False, False, 12.0), ("2", True, True, True, 12.0),
    ]  # fmt: skip
    assert found.language == "fr-BE"


def test_the_language_is_the_one_most_of_the_text_is_in(read: Read) -> None:
    english, french = '<w:lang w:val="en-GB"/>', '<w:lang w:val="fr-FR"/>'
    assert read(par(run("A word", french) + run("and many more that are in English", english))).language == "en-GB"


def test_hidden_and_deleted_text_is_out_and_inserted_text_is_in(read: Read) -> None:
    body = par(
        run("Keep ") + "<w:del>" + '<w:r><w:delText>gone </w:delText></w:r>' + "</w:del>" + f"<w:ins>{run('new ')}</w:ins>"
        + run("secret ", "<w:vanish/>") + f"<w:moveFrom>{run('from ')}</w:moveFrom><w:moveTo>{run('to')}</w:moveTo>"
    )  # fmt: skip
    assert texts(read(body)) == ["Keep new to"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(read: Read) -> None:
    body = par("One sentence ", "<w:rPr><w:del/></w:rPr>") + par("in two.") + par("Another.")
    assert texts(read(body)) == ["One sentence in two.", "Another."]
    assert texts(read(par("The last ", "<w:rPr><w:del/></w:rPr>"))) == ["The last"]


def test_a_deleted_end_does_not_run_into_a_text_box_or_another_cell(read: Read) -> None:
    open_end = "<w:rPr><w:del/></w:rPr>"
    box = f"<w:r><w:pict><w:txbxContent>{par('LIMITE', open_end)}</w:txbxContent></w:pict></w:r>"
    assert texts(read(par("It goes ", open_end) + par(box + run("on.")))) == ["LIMITE", "It goes on."]
    assert texts(read(_table((par("a", open_end), par("b"))))) == ["a", "b"]


def test_fields_are_read_by_their_result(read: Read) -> None:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = "<w:r><w:instrText>REF _1 \\h</w:instrText></w:r>"
    inner = char("begin") + code + run("not printed") + char("separate") + run("x") + char("end")
    body = par(run("See ") + char("begin") + inner + char("separate") + run("9375/31") + char("end") + run("."))
    body += par(run("Date: ") + f'<w:fldSimple w:instr="DATE">{run("10 June")}</w:fldSimple>')
    body += par(run("Open ") + char("begin") + code) + par("The rest is read all the same.")
    assert texts(read(body)) == ["See 9375/31.", "Date: 10 June", "Open", "The rest is read all the same."]


def test_signs_and_breaks_are_what_is_printed(read: Read) -> None:
    body = par(
        "<w:r><w:t>co</w:t><w:softHyphen/><w:t>operation, well</w:t><w:noBreakHyphen/><w:t>known</w:t><w:tab/><w:t>JAI</w:t>"
        '<w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    )
    body += par("<w:r><w:t>Brussels, 10 June 2031</w:t><w:br/><w:t>(OR. en)</w:t></w:r>")
    body += par(
        "<w:r><w:t>a sentence that somebody broke by hand in its middle, where</w:t><w:br/><w:t>it goes on</w:t></w:r>"
    )
    assert texts(read(body)) == [
        "cooperation, well-known\tJAI•", "Brussels, 10 June 2031", "(OR. en)",
        "a sentence that somebody broke by hand in its middle, where it goes on",
    ]  # fmt: skip


def test_content_controls_and_links_are_read_through(read: Read) -> None:
    inner = (
        f"<w:hyperlink>{run('linked ')}</w:hyperlink><w:sdt><w:sdtContent>{run('controlled')}</w:sdtContent></w:sdt>"
    )
    body = (
        f"<w:sdt><w:sdtPr/><w:sdtContent>{par(inner)}<w:customXml>{par('wrapped')}</w:customXml></w:sdtContent></w:sdt>"
    )
    assert texts(read(body)) == ["linked controlled", "wrapped"]


def test_a_text_box_is_read_once_and_before_what_it_hangs_on(read: Read) -> None:
    box = f"<w:txbxContent>{par('LIMITE')}{par('JAI 676')}</w:txbxContent>"
    old_way = f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
    twice = f"<mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>{old_way}</mc:AlternateContent>"
    body = par(f"<w:r>{twice}</w:r>" + run("NOTE"))
    old = par(f"<w:r><mc:AlternateContent><mc:Choice/>{old_way}</mc:AlternateContent></w:r>")
    assert texts(read(body)) == ["LIMITE", "JAI 676", "NOTE"]
    assert texts(read(old)) == ["LIMITE", "JAI 676"]


def test_an_empty_paragraph_is_room(read: Read) -> None:
    assert [line.gap for line in read(par("a") + par("b") + par("") + par("c")).lines] == [False, False, True]


def test_a_file_in_the_strict_variant_is_read_too(read: Read) -> None:
    assert texts(read(par("Read all the same"), strict=True)) == ["Read all the same"]


# Numbers.

_LEVELS = "".join(
    f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for at, (kind, text) in enumerate(
        (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "%3."), ("bullet", "\uf0b7"))
    )
)


def _lists(*nums: str, levels: str = _LEVELS) -> str:
    return f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>' + "".join(nums)


def _num(key: int, inner: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="0"/>{inner}</w:num>'


def test_levels_count_and_start_anew_below_the_next_higher_one(read: Read) -> None:
    body = "".join(numbered("x", level) for level in (0, 1, 1, 2, 2, 0, 1, 3))
    found = read(body, numbering=_lists(_num(1)))
    assert [line.mark for line in found.lines] == ["1.", "(a)", "(b)", "i.", "ii.", "2.", "(a)", "•"]
    assert {line.style for line in found.lines} == {"list"}


def test_a_list_may_start_at_a_number_of_its_own_and_another_goes_on(read: Read) -> None:
    starts = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    body = numbered("a") + numbered("b") + numbered("c", 0, 2) + numbered("d", 0, 2) + numbered("e", 0, 3)
    found = read(body, numbering=_lists(_num(1), _num(2, starts), _num(3)))
    assert marked(found) == [("1.", "a"), ("2.", "b"), ("7.", "c"), ("8.", "d"), ("9.", "e")]


def test_legal_numbers_and_numbers_of_several_levels(read: Read) -> None:
    levels = (
        '<w:lvl w:ilvl="0"><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:isLgl/></w:lvl>'
        '<w:lvl w:ilvl="2"><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1-%3)"/><w:lvlRestart w:val="0"/></w:lvl>'
    )
    body = "".join(numbered("x", level) for level in (0, 0, 1, 2, 0, 1, 2))
    found = read(body, numbering=_lists(_num(1), levels=levels))
    assert [line.mark for line in found.lines] == ["I.", "II.", "2.1", "II-A)", "III.", "3.1", "III-B)"]


def test_headings_are_numbered_by_their_style(read: Read) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="H{at + 1}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, text in enumerate(("%1.", "%1.%2."))
    )
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        for n in (1, 2)
    )
    body = "".join(par("x", f'<w:pStyle w:val="H{n}"/>') for n in (1, 2, 2, 1, 2))
    body += par("none", '<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    found = read(body, numbering=_lists(_num(1), levels=levels), styles=styles)
    assert [(line.style[-1], line.mark) for line in found.lines] == [
        ("1", "1."), ("2", "1.1."), ("2", "1.2."), ("1", "2."), ("2", "2.1."), ("1", ""),
    ]  # fmt: skip


def test_a_deleted_item_does_not_count(read: Read) -> None:
    gone = par(
        "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>",
        '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del/></w:rPr>',
    )
    assert marked(read(numbered("a") + gone + numbered("b"), numbering=_lists(_num(1)))) == [("1.", "a"), ("2.", "b")]


# Tables.


def _table(*rows: tuple[str, ...]) -> str:
    def cells(row: tuple[str, ...]) -> str:
        return "".join(f"<w:tc>{cell}</w:tc>" for cell in row)

    return f"<w:tbl>{''.join(f'<w:tr>{cells(row)}</w:tr>' for row in rows)}</w:tbl>"


def test_cells_know_their_table_row_and_column(read: Read) -> None:
    first = _table((par("From:"), par("Presidency")), (par("Subject:"), par("Keeping") + par("lighthouses")))
    found = read(first + par("NOTE") + _table((par("a"), par("b"))))
    assert [(line.style, line.row, line.column, line.text) for line in found.lines] == [
        ("cell", (1, 1), 1, "From:"), ("cell", (1, 1), 2, "Presidency"), ("cell", (1, 2), 1, "Subject:"),
        ("cell", (1, 2), 2, "Keeping"), ("cell", (1, 2), 2, "lighthouses"), ("", None, 0, "NOTE"),
        ("cell", (2, 1), 1, "a"), ("cell", (2, 1), 2, "b"),
    ]  # fmt: skip


def test_a_frame_of_one_cell_holds_paragraphs(read: Read) -> None:
    body = _table((numbered("How?") + numbered("Why?"),))
    found = read(body, numbering=_lists(_num(1)))
    assert [(line.style, line.mark, line.row) for line in found.lines] == [("list", "1.", None), ("list", "2.", None)]


# Notes, headers and footers, pages.


def _note(kind: str, key: int, custom: str = "") -> str:
    follows = ' w:customMarkFollows="1"' if custom else ""
    shown = f"<w:t>{custom}</w:t>" if custom else ""
    return (
        f'<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:{kind}Reference{follows} w:id="{key}"/>{shown}</w:r>'
    )


def _body(kind: str, key: int, *paragraphs: str) -> str:
    first = f"<w:r><w:{kind}Ref/></w:r>"
    inner = "".join(f"<w:p>{first if not at else ''}{run(' ' + text)}</w:p>" for at, text in enumerate(paragraphs))
    return f'<w:{kind} w:id="{key}">{inner}</w:{kind}>'


def test_notes_have_the_marks_that_word_prints_and_follow_their_paragraph(read: Read) -> None:
    body = par(run("One") + _note("footnote", 5) + run(" and two") + _note("footnote", 4) + run(".")) + par(
        run("Three") + _note("endnote", 2) + _note("footnote", 3, "*")
    )
    notes = (
        _body("footnote", 4, "The second.")
        + _body("footnote", 5, "The first.", "It goes on.")
        + _body("footnote", 3, "A star.")
    )
    found = read(body, footnotes=notes, endnotes=_body("endnote", 2, "At the end."))
    assert [(line.style, line.mark, line.text) for line in found.lines] == [
        ("", "", "One1 and two2."), ("footnote", "1", "The first."), ("footnote", "", "It goes on."),
        ("footnote", "2", "The second."), ("", "", "Threei*"), ("footnote", "i", "At the end."), ("footnote", "*", "A star."),
    ]  # fmt: skip
    assert [s.text for s in found.lines[0].spans if s.raised] == ["1", "2"]


def test_notes_are_counted_as_the_settings_say(read: Read) -> None:
    settings = '<w:footnotePr><w:numFmt w:val="lowerLetter"/><w:numStart w:val="3"/></w:footnotePr>'
    found = read(par(run("x") + _note("footnote", 1)), footnotes=_body("footnote", 1, "n"), settings=settings)
    assert [line.mark for line in found.lines if line.style] == ["c"]


def test_a_note_in_a_table_follows_the_table(read: Read) -> None:
    body = _table((par(run("a") + _note("footnote", 1)), par("b"))) + par("after")
    found = read(body, footnotes=_body("footnote", 1, "note"))
    assert [(line.style, line.text) for line in found.lines] == [
        ("cell", "a1"), ("cell", "b"), ("footnote", "note"), ("", "after"),
    ]  # fmt: skip


def test_headers_and_footers_stand_at_the_edges_of_their_section_once(read: Read) -> None:
    def section(*refs: str, more: str = "") -> str:
        return f"<w:sectPr>{''.join(refs)}{more}</w:sectPr>"

    top = '<w:headerReference w:type="default" r:id="header1"/>'
    first = '<w:headerReference w:type="first" r:id="header2"/>'
    foot = '<w:footerReference w:type="default" r:id="footer1"/>'
    body = par("Cover", section(top, foot)) + par("Annex") + section(top, first, foot, more="<w:titlePg/>")
    edges = {"header1": par("9375/31"), "header2": par("First only"), "footer1": par(run("JAI.1\tLIMITE\tEN"))}
    found = read(body, **edges)
    assert [(line.style, line.text, line.page) for line in found.lines] == [
        ("header", "9375/31", 1), ("", "Cover", 1), ("footer", "JAI.1 LIMITE EN", 1), ("header", "First only", 2),
        ("", "Annex", 2),
    ]  # fmt: skip


def test_pages_are_counted_by_words_own_breaks_or_those_somebody_set(read: Read) -> None:
    known = (
        par("a") + par("<w:r><w:lastRenderedPageBreak/><w:t>b</w:t></w:r>") + par('<w:r><w:br w:type="page"/></w:r>')
    )
    known += par("<w:r><w:lastRenderedPageBreak/><w:t>c</w:t></w:r>")
    set_ = par("a") + par('<w:r><w:t>b</w:t><w:br w:type="page"/><w:t>c</w:t></w:r>') + par("d", "<w:pageBreakBefore/>")
    assert [line.page for line in read(known).lines] == [1, 2, 3]
    assert [(line.text, line.page) for line in read(set_).lines][-1] == ("d", 3)
    assert read(known).count == 3


def test_pages_are_told_as_they_are_turned(tmp_path: Path) -> None:
    path = tmp_path / "paper.docx"
    turned = par("<w:r><w:lastRenderedPageBreak/><w:t>next</w:t></w:r>")
    path.write_bytes(word(par("first") + turned * 3))
    told: list[tuple[int, int]] = []
    pages.read(path, lambda page, of: told.append((page, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_template_of_ones_own_with_a_named_style(tmp_path: Path) -> None:
    paper = docx.Document()
    own = paper.styles.add_style("Point list", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = paper.styles["Heading 2"]
    own.font.size = Pt(13)
    paper.add_paragraph("Own heading", style="Point list")
    paper.save(str(tmp_path / "paper.docx"))
    line: Line = pages.read(tmp_path / "paper.docx").lines[0]
    assert (line.style, line.spans[0].size, line.spans[0].bold) == ("heading 2", 13.0, True)
