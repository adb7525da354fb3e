"""A ministry's place in a table cell: what comes there is as wide as the cell, or the check says that it is too narrow."""

from __future__ import annotations

import ministry
import pytest
from conftest import Note, q
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm
from word_briefs import rich

from briefer.word import house
from briefer.word.docx import render

WIDE, NARROW = (3.0, 12.0), (11.0, 4.0)


@pytest.fixture
def paper(tmp_path):
    def make(columns=WIDE, tag="{{ note }}", change=None):
        def fill(document):
            table = document.add_table(1, len(columns))
            for column, width in zip(table.columns, columns, strict=True):
                column.width = column.cells[0].width = Cm(width)
            table.cell(0, 0).text = "Note"
            if tag.startswith("{{"):
                table.cell(0, 1).text = tag
            else:
                table.cell(0, 1)._tc.insert(
                    1, ministry.parse_xml(ministry.control(tag, ministry.paragraph(ministry.run("x"))))
                )
            if change:
                change(table)
            if tag not in ("{{ note }}", "note"):
                document.add_paragraph("{{ note }}")

        return ministry.letterhead(tmp_path / "cell.docx", fill=fill)

    return make


def inner(note: Note) -> list[int]:
    """The widths of the tables within the cell."""
    found = note.find("//w:tc//w:tbl/w:tblPr/w:tblW/@w:w")
    return [int(width) for width in found]


def no_widths(table):
    for cell in table._tbl.iter(qn("w:tcW")):
        cell.set(qn("w:type"), "auto")
        cell.set(qn("w:w"), "0")


def wide_margins(table):
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        one = OxmlElement(f"w:{side}")
        one.set(qn("w:w"), "300")
        one.set(qn("w:type"), "dxa")
        margins.append(one)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


ROOM = 12 * 567 - 216


@pytest.mark.parametrize(("tag", "change", "room"), [
    ("{{ note }}", None, ROOM), ("note", None, ROOM), ("{{ note }}", no_widths, ROOM),
    ("{{ note }}", wide_margins, ROOM + 216 - 600), ("{{ positions }}", None, ROOM),
])  # fmt: skip
def test_tables_are_as_wide_as_the_cell(tag, change, room, paper, run):
    path = paper(tag=tag, change=change)
    note = Note(render(rich(), style=house.load(path)))
    assert inner(note) and all(abs(width - room) < 5 for width in inner(note))
    for table in note.find("//w:tc//w:tbl"):
        columns = [int(c.get(q("w"))) for c in table.find(q("tblGrid"))]
        assert sum(columns) == int(table.find(f"{q('tblPr')}/{q('tblW')}").get(q("w")))
    assert "slot-narrow" not in run("template", "check", path, "--json").out


def test_outside_the_cell_tables_are_as_wide_as_the_page(paper):
    style = house.load(paper(tag="{{ positions }}"))
    note = Note(render(rich(), style=style))
    assert {int(t.get(q("w"))) for t in note.find("/w:document/w:body/w:tbl/w:tblPr[w:tblCaption]/w:tblW")} == {
        style.look.width
    }


def test_a_note_within_a_cell_has_no_table_of_contents(paper, tmp_path):
    assert Note(render(rich(), style=house.load(paper()))).paragraphs("TOC1") == []


def test_jinja_may_compare_with_signs_of_xml(paper):
    def compares(table):
        table.cell(0, 0).text = "{% if title|length < 500 and marking %}Note{% endif %}"

    note = Note(render(rich(), style=house.load(paper(change=compares))))
    assert all(abs(width - ROOM) < 5 for width in inner(note)) and "Note" in note.paragraphs()


def test_a_cell_of_several_columns_counts_them_all(paper):
    def merged(table):
        table.cell(0, 1).merge(table.cell(0, 2))
        no_widths(table)

    note = Note(render(rich(), style=house.load(paper((3.0, 5.0, 7.0), change=merged))))
    assert all(abs(width - ROOM) < 5 for width in inner(note))


def test_a_cell_that_is_too_narrow_is_told_in_the_check(paper, run):
    ran = run("template", "check", paper(NARROW))
    assert ran.code == 0
    assert (
        "warning: “note” stands in a table cell 4 cm wide, less than half of the page's text (15 cm), and its tables get"
        " too narrow to read; widen the cell, or put it below the table"
    ) in ran.out
    assert "narrow" not in run("template", "check", paper(NARROW, "{{ objective }}")).out


def test_a_row_of_a_fixed_height_grows_with_the_note(paper):
    def fixed(table):
        props = table.rows[0]._tr.get_or_add_trPr()
        props.append(OxmlElement("w:cantSplit"))
        height = OxmlElement("w:trHeight")
        height.set(qn("w:val"), "600")
        height.set(qn("w:hRule"), "exact")
        props.append(height)

    note = Note(render(rich(), style=house.load(paper(change=fixed))))
    (row,) = note.find("/w:document/w:body/w:tbl/w:tr")
    assert row.find(f"{q('trPr')}/{q('cantSplit')}") is None
    assert row.find(f"{q('trPr')}/{q('trHeight')}").get(q("hRule")) == "atLeast"


def test_word_takes_it_for_sound(paper, tmp_path, ooxml_validator):
    for final in (False, True):
        (tmp_path / "note.docx").write_bytes(render(rich(), final=final, style=house.load(paper())))
        assert ooxml_validator(tmp_path / "note.docx") == []
