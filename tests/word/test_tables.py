"""Positions, figures, red lines and the report-back form are real tables."""

from __future__ import annotations

from conftest import NS, q
from word_briefs import brief, council, rich, section

from briefer.brief.model import Block, Pulled


def test_positions_name_actor_stance_words_and_day(opened):
    assert opened(rich()).tables()["Who says what"] == [
        ["Actor", "Stance", "What was said", "As of"],
        ["Polish Presidency", "supports", "Would like working arrangements to become the rule.[12]", "10 June 2025"],
        ["Statewatch", "critical", "Doubts that training changes what happens at a border.[13]", "September 2020"],
        ["Out of date: valid until 2025."],
        ["Disputed: the Commission reports better cooperation (Council 10743/20)."],
        ["Austria", "", "No position is on record.", ""],
    ]


def test_figures_give_day_and_source(opened):
    assert opened(rich()).tables()["Key figures"] == [
        ["Figure", "As of", "Source"],
        ["11 civilian missions were active in the year of the concept.[16]", "8 August 2022", "EEAS(2022) 1466"],
        [
            "1 working arrangement with Frontex was in force.[17][18]",
            "10 June 2025",
            "Council 9375/25; EEAS(2022) 1466",
        ],
        ["Out of date: valid until December 2025."],
        ["3 of our own officers are seconded at present.", "", ""],
    ]


def test_red_lines_have_the_bold_words_as_their_label(opened):
    rows = opened(rich()).tables()["Red lines and fallbacks"]
    assert rows[1] == ["Preferred outcome", "Conclusions that name liaison officers."]
    assert rows[3] == ["Red line", "No executive powers for a civilian mission."]


def test_a_row_without_bold_words_loses_nothing(opened):
    rows = (
        Block(id="row001", role="row", text="Just a sentence.", sources=(council(),)),
        Block(id="row002", role="row", text="**Only a label**"),
        Block(id="row003", role="row", text=""),
    )
    table = opened(brief(section("red-lines", *rows))).tables()["Red lines and fallbacks"]
    assert table[1:] == [["", "Just a sentence.[1]"], ["Only a label", ""], ["", ""]]


def test_the_report_back_form_has_a_row_for_each_question_with_fields_to_fill(opened):
    note = opened(rich())
    assert note.tables()["Report back"] == [
        ["Question", "Who spoke", "Outcome", "Follow-up"], *(["Question " + n, "…", "…", "…"] for n in "123"),
    ]  # fmt: skip
    fields = note.find("//w:sdt[w:sdtPr/w:text]/w:sdtPr/w:alias/@w:val")
    assert fields[:3] == ["Who spoke – Question 1", "Outcome – Question 1", "Follow-up – Question 1"]
    assert not note.find("//w:sdt//w:sdt")


def test_the_report_back_form_leads_back_to_the_questions(opened):
    note = opened(rich())
    links = note.find("//w:tc//w:hyperlink/@w:anchor")
    assert len(links) == 3
    for number, anchor in enumerate(links, 1):
        (heading,) = note.find(f"//w:p[w:bookmarkStart/@w:name='{anchor}']")
        assert note.text(heading).startswith(f"Question {number} ")


def test_what_happened_when_is_a_table_with_the_day_in_front(opened):
    rows = opened(rich()).tables()["State of play and next steps"]
    assert rows[0] == ["When", "What"]
    assert rows[1][0] == "10 June 2025" and rows[1][1].startswith("The Presidency's note reaches delegations.[")
    assert rows[2] == ["Autumn 2026", "A progress report is expected."]


def test_the_report_back_form_is_for_colleagues_alone(opened):
    assert "Report back" not in opened(rich(), final=True).tables()


def test_a_report_written_by_hand_fills_one_column_with_each_line(opened):
    row = Block(
        id="row001", role="row", text="**Question 1**\nAustria, Malta\nBroad support\nWrite to Malta\nand to Austria"
    )
    table = opened(brief(section("report-back", row))).tables()["Report back"]
    assert table[1] == ["Question 1", "Austria, Malta", "Broad support", "Write to Malta\nand to Austria"]


def test_other_blocks_between_rows_part_the_table(opened):
    blocks = (
        Block(id="row001", role="row", text="**A** one"),
        Block(id="text01", role="text", text="In between."),
        Block(id="row002", role="row", text="**B** two"),
    )
    note = opened(brief(section("positions", *blocks)))
    assert len(note.find("//w:tbl")) == 2
    kinds = [e.tag.split("}")[1] for e in note.find("//w:body")[0]]
    assert "tbl tbl" not in " ".join(kinds)


def test_heading_rows_repeat_rows_do_not_break_and_tables_are_described(opened):
    note = opened(rich())
    for table in note.find("//w:tbl"):
        props = table.find(q("tblPr"))
        assert props.find(q("tblCaption")).get(q("val"))
        assert props.find(q("tblDescription")).get(q("val"))
        rows = table.findall(f".//{q('tr')}")
        assert all(r.find(f"{q('trPr')}/{q('cantSplit')}") is not None for r in rows)
        headed = [r.find(f"{q('trPr')}/{q('tblHeader')}") is not None for r in rows]
        box = props.find(q("tblCaption")).get(q("val")) == "Header box"
        assert headed == [not box, *[False] * (len(rows) - 1)]


def test_the_last_entry_of_a_table_is_not_alone_on_a_page_with_what_is_told_of_it(opened):
    old = Pulled(text="Against.", actor="Austria", valid_until="2025")
    rows = [Block(id=f"row{n:03d}", role="position", text=old.text, pulled=old) for n in range(4)]
    (table,) = opened(brief(section("positions", *rows))).find("//w:tbl")
    kept = [all(p.find(f"{q('pPr')}/{q('keepNext')}") is not None for p in r.iter(q("p"))) for r in table.iter(q("tr"))]
    # The heading keeps by its style; then four positions, each with its notice below.
    assert kept[1:] == [True, False, True, False, True, True, True, False]


def test_the_paragraph_behind_a_table_that_ends_a_note_takes_next_to_no_room(opened):
    """Else it stands on an empty page of its own, where the table ends with the page."""
    row = Block(id="row001", role="position", text="Against.", pulled=Pulled(text="Against.", actor="Austria"))
    note = opened(brief(section("free", Block(id="text01", role="text", text="One.")), section("positions", row)))
    (behind,) = note.find("//w:body/w:tbl[last()]/following-sibling::w:p[1]")
    assert behind.find(f"{q('pPr')}/{q('spacing')}").get(q("line")) == "20"
    between = opened(brief(section("positions", row), section("free", Block(id="text01", role="text", text="One."))))
    (behind,) = between.find("//w:body/w:tbl[1]/following-sibling::w:p[1]")
    assert behind.find(f"{q('pPr')}/{q('spacing')}") is None


def test_every_cell_ends_with_a_paragraph_and_every_row_is_as_wide_as_the_grid(opened):
    note = opened(rich())
    for table in note.find("//w:tbl"):
        width = len(table.findall(f"{q('tblGrid')}/{q('gridCol')}"))
        for row in table.iter(q("tr")):
            cells = list(row.iter(q("tc")))
            assert all(c[-1].tag == q("p") for c in cells)
            spans = [int((c.xpath("w:tcPr/w:gridSpan/@w:val", namespaces=NS) or ["1"])[0]) for c in cells]
            assert sum(spans) == width
