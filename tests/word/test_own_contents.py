"""A table of contents where a ministry's file asks for one: of its own headings and the note's."""

from __future__ import annotations

import re
import subprocess

import ministry
import pytest
from conftest import Note, q
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.shared import Pt
from word_briefs import brief, rich, section

from briefer.brief.model import Block
from briefer.errors import BrieferError
from briefer.word import house
from briefer.word.docx import render
from briefer.word.export import export


@pytest.fixture
def paper(tmp_path):
    def made(*fills):
        return ministry.letterhead(tmp_path / "house.docx", fill=lambda document: [fill(document) for fill in fills])

    return made


def asking(document):
    """A cover page with a place for the contents, then a heading of the house, the note, and another heading."""
    ministry.add(document, ministry.control("Contents", ministry.paragraph(ministry.run("here"))))
    document.add_page_break()
    document.add_heading("From the Europe Department", 1)
    ministry.add(document, ministry.control("note", ministry.paragraph(ministry.run("here"))))
    document.add_heading("Whom to ask", 1)


def note_place(document):
    ministry.add(document, ministry.control("note", ministry.paragraph(ministry.run("here"))))


def dressed(path, made=rich, **how):
    return Note(render(made() if callable(made) else made, style=house.load(path), **how))


def listed(note):
    """The entries with their pages, each led to a bookmark around a heading of the same words."""
    found = []
    for entry in note.find("//w:p[w:pPr/w:pStyle/@w:val='TOC1']"):
        (anchor,) = (link.get(q("anchor")) for link in entry.iter(q("hyperlink")))
        text, _, page = note.text(entry).partition("\t")
        (heading,) = note.find(f"//w:p[w:bookmarkStart/@w:name='{anchor}']")
        assert note.text(heading).strip() == text
        assert [i.text.split()[:2] for i in entry.iter(q("instrText"))][-1] == ["PAGEREF", anchor]
        found.append((text, int(page)))
    return found


def headings(note, *styles):
    wanted = " or ".join(f"@w:val='{style}'" for style in styles or ("Heading1",))
    return [note.text(p) for p in note.find(f"//w:p[w:pPr/w:pStyle[{wanted}]]")]


def code(note):
    (field,) = [i.text.strip() for i in note.find("//w:instrText") if i.text.strip().startswith("TOC")]
    return field


@pytest.mark.parametrize("final", [False, True])
def test_a_control_is_filled_with_the_headings_of_the_file_and_of_the_note(final, paper):
    note = dressed(paper(asking), final=final)
    entries = listed(note)
    assert [text for text, _ in entries] == headings(note)
    assert (entries[0][0], entries[-1][0]) == ("From the Europe Department", "Whom to ask") and len(entries) > 9
    assert entries[0][1] == 2, "the cover page counts"
    pages = [page for _, page in entries]
    assert pages == sorted(pages) and pages[-1] > 2
    assert "Contents" not in note.paragraphs(), "what stands above it is for the file to say"
    assert code(note) == 'TOC \\o "1-1" \\h \\z'
    names = note.find("//w:bookmarkStart/@w:name")
    assert len(names) == len(set(names))


@pytest.mark.parametrize("breaks", ["br", "before", "section", "break-first", "none"])
def test_pages_are_counted_from_the_breaks_of_the_file(breaks, paper):
    def fill(document):
        ministry.add(document, ministry.control("contents", ministry.paragraph(ministry.run("here"))))
        if breaks == "br":
            document.add_paragraph("Cover").add_run().add_break(WD_BREAK.PAGE)
        if breaks == "section":
            document.add_section()
        heading = document.add_heading("", 1)
        if breaks == "break-first":
            heading.add_run().add_break(WD_BREAK.PAGE)
        heading.add_run("From the Europe Department")
        heading.paragraph_format.page_break_before = breaks == "before"
        note_place(document)

    short = brief(section("top-lines", Block(id="point1", role="point", text="One.")))
    assert [page for _, page in listed(dressed(paper(fill), short))] == ([1, 1] if breaks == "none" else [2, 2])


def address(where):
    """A header or footer with an address of many lines."""

    def high(document):
        for line in range(25):
            getattr(document.sections[0], where).add_paragraph(f"Line {line} of the ministry's address.")

    return high


@pytest.mark.parametrize("where", ["header", "footer"])
def test_a_header_that_is_higher_than_the_margin_takes_room_from_every_page(where, paper):
    plain, tall = (listed(dressed(paper(*fills)))[-1] for fills in ([asking], [address(where), asking]))
    assert plain[0] == tall[0] == "Whom to ask" and tall[1] > plain[1] + 1


def test_that_of_the_first_page_takes_room_from_the_first(paper):
    plain, tall = (
        listed(dressed(paper(*fills)))[0] for fills in ([note_first], [address("first_page_header"), note_first])
    )
    assert (plain, tall) == (("From the Europe Department", 1), ("From the Europe Department", 2))


@pytest.mark.parametrize("where", ["header", "footer", "first_page_header"])
def test_a_header_or_footer_that_leaves_no_room_at_all_ends_in_a_note(where, paper):
    def endless(document):
        for line in range(150):
            getattr(document.sections[0], where).add_paragraph(f"Line {line} of the ministry's address.")

    assert len(listed(dressed(paper(endless, asking)))) > 9


def test_an_indent_wider_than_the_page_ends_in_a_note(paper):
    def far_in(document):
        document.styles["Heading 1"].paragraph_format.left_indent = Pt(900)
        document.styles["Normal"].paragraph_format.left_indent = Pt(900)

    assert len(listed(dressed(paper(far_in, asking)))) > 9


def note_first(document):
    """The contents, half a page of words, then a heading: it stands on the first page unless that has less room."""
    ministry.add(document, ministry.control("contents", ministry.paragraph(ministry.run("here"))))
    for line in range(10):
        document.add_paragraph(f"Fixed words {line}.")
    document.add_heading("From the Europe Department", 1)
    note_place(document)


def test_a_short_note_gets_it_too_where_the_file_asks(paper):
    short = brief(section("top-lines", Block(id="point1", role="point", text="One.")))
    entries = listed(dressed(paper(asking), short))
    assert [text for text, _ in entries] == ["From the Europe Department", "Top lines", "Whom to ask"]
    assert not listed(dressed(paper(note_place), short))


def test_a_jinja_tag_asks_for_it_as_well(paper):
    note = dressed(paper(lambda d: d.add_paragraph("{{ contents }}"), note_place))
    assert [text for text, _ in listed(note)] == headings(note)
    assert note.paragraphs()[0].startswith(headings(note)[0])


def test_a_file_with_places_for_sections_lists_its_own_headings_above_them(paper):
    def places(document):
        ministry.add(document, ministry.control("contents", ministry.paragraph(ministry.run("here"))))
        ministry.slotted(document)

    note = dressed(paper(places))
    texts = [text for text, _ in listed(note)]
    assert texts == headings(note)
    assert texts[:3] == ["What we want to land", "All the rest", "Objective"]


def test_a_table_of_contents_that_the_file_has_is_made_anew_in_its_own_field(paper, run):
    path = paper(ministry.own_contents, note_place)
    note = dressed(path)
    assert not [t for t in note.paragraphs() if "tale" in t]
    assert note.paragraphs()[0] == "What is in it"
    assert code(note) == 'TOC \\o "1-2" \\h \\z \\u'
    assert [text for text, _ in listed(note)] == headings(note, "Heading1", "Heading2")
    assert any(text.startswith("Question 1") for text, _ in listed(note))
    assert not note.find("//w:docPartGallery[@w:val='Table of Contents']")
    assert "filled: contents (the file's own), note (control)" in run("template", "check", path).out


def test_pages_stand_at_the_right_edge_though_the_files_style_says_nothing_of_it(paper):
    def bare(document):
        style = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        style.element.set(q("styleId"), "Verzeichnis1")

    entry = dressed(paper(bare, ministry.own_contents, note_place)).find("//w:p[w:pPr/w:pStyle/@w:val='Verzeichnis1']")[
        0
    ]
    (stop,) = entry.findall(f"{q('pPr')}/{q('tabs')}/{q('tab')}")
    page = Document().sections[0]
    assert int(stop.get(q("pos"))) == (page.page_width - page.left_margin - page.right_margin) // 635
    assert (stop.get(q("val")), stop.get(q("leader"))) == ("right", "dot")


def test_a_style_without_an_id_is_not_used(paper):
    def nameless(document):
        style = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
        del style.element.attrib[q("styleId")]

    assert len(listed(dressed(paper(nameless, asking)))) > 9


def test_a_list_of_tables_is_left_alone(paper):
    note = dressed(paper(lambda d: ministry.own_contents(d, 'TOC \\h \\z \\c "Table"'), note_place))
    assert "Another stale one\t2" in note.paragraphs()


def test_letter_paper_without_places_leaves_out_its_table_of_contents_with_its_text(paper, run):
    path = paper(ministry.own_contents)
    note = dressed(path)
    assert "What is in it" not in note.paragraphs() and note.paragraphs("Title")
    assert "no slot" in run("template", "check", path).out


def test_headings_in_a_style_of_the_houses_own_name_are_found_by_their_level(paper):
    path = paper(asking)
    path.with_suffix(".yaml").write_text("styles: {heading 1: Frage}\n", "utf-8")
    note = dressed(path)
    assert code(note) == 'TOC \\o "1-1" \\h \\z \\u'
    assert [text for text, _ in listed(note)] == headings(note, "Heading1", "Frage")
    ours = note.find("//w:p[w:pPr/w:pStyle/@w:val='Frage']")
    assert ours and all([o.get(q("val")) for o in p.iter(q("outlineLvl"))] == ["0"] for p in ours)


def test_in_a_header_there_is_none(paper):
    def fill(document):
        document.sections[0].header.paragraphs[0].text = "{{ contents }}"

    note = dressed(paper(fill, note_place))
    assert not [name for name, part in note.parts.items() if "\ue000".encode() in part]
    assert not [name for name, part in note.parts.items() if "header" in name and b"TOC" in part]


@pytest.mark.parametrize("tag", ["note", "contents", "top-lines"])
def test_a_control_amid_a_line_is_refused_in_the_words_of_the_check(tag, paper, run, tmp_path):
    def fill(document):
        ministry.add(document, ministry.paragraph(ministry.run("Text "), ministry.control(tag, ministry.run("x"))))

    path = paper(fill, *([note_place] if tag != "note" else []))
    ran = run("template", "check", path)
    with pytest.raises(BrieferError) as refused:
        export(rich(), tmp_path / "note.docx", house=str(path))
    assert refused.value.what == (
        f"The content control “{tag}” stands within a line, in a text box or as a table row, where it cannot be filled; "
        "put it in a paragraph of its own"
    )
    assert ran.code == 1 and f"error: {refused.value.what}" in ran.out
    assert not (tmp_path / "note.docx").exists()


@pytest.mark.sdk
def test_the_sdk_finds_nothing_in_it(paper, ooxml_validator, tmp_path):
    for name, fills in {"asked": [asking], "own": [ministry.own_contents, note_place]}.items():
        for final in (False, True):
            target = tmp_path / f"{name}-{final}.docx"
            target.write_bytes(render(rich(), style=house.load(paper(*fills)), final=final))
            assert ooxml_validator(target) == []


@pytest.mark.office
def test_a_pdf_of_it_names_the_pages_on_which_its_headings_stand(paper, soffice, tmp_path):
    path = paper(asking)
    target = export(rich(), tmp_path, to="pdf", house=str(path))
    text = subprocess.run(
        ["pdftotext", "-layout", target, "-"], capture_output=True, encoding="utf-8", check=True
    ).stdout
    pages = [
        [" ".join(re.sub(r"\.{3,}", " ", line).split()) for line in page.splitlines()] for page in text.split("\f")
    ]
    entries = [entry for entry, _ in listed(dressed(path))]
    shown = [line.rpartition(" ") for line in pages[0] if line.rpartition(" ")[0] in entries]
    assert [entry for entry, _, _ in shown] == entries
    assert [entry for entry, _, page in shown if entry not in pages[int(page) - 1]] == []
