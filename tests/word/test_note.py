"""What a delegate finds in the note, section by section."""

from __future__ import annotations

import pytest
from conftest import q
from docx import Document
from word_briefs import ACRONYMS, awkward, brief, concept, council, regulation, reported, rich, scene_setter, section

from briefer.brief.markup import plain
from briefer.brief.model import Block, MeetingRef, Pulled
from briefer.errors import BrieferError
from briefer.text import printable
from briefer.word.docx import render


def test_the_title_is_one_and_headings_follow_without_a_gap(opened):
    note = opened(rich())
    assert note.paragraphs("Title") == [rich().title]
    styles = [s for s in note.find("//w:p/w:pPr/w:pStyle/@w:val") if s.startswith("Heading")]
    assert styles[0] == "Heading1"
    assert set(styles) == {"Heading1", "Heading2"}
    assert note.paragraphs("Heading1")[:4] == ["Objective", "Recommendation and handling", "Top lines", "Speaking note"]


def test_the_header_box_says_what_the_note_is_for_and_leaves_out_what_is_not_known(opened):
    box = dict(opened(rich()).tables()["Header box"])
    assert box["Meeting"] == f"EMWP – {ACRONYMS['EMWP']}"
    assert box["Date and place"] == "2 March 2026, Brussels"
    assert box["Documents"] == "Council 9375/25"
    assert (box["Drafter"], box["Cleared by"]) == ("A. Drafter", "B. Clearer")
    assert (box["Version"], box["Marking"], box["Facts as of"]) == ("2, for clearance", "LIMITE", "2 March 2026")
    bare = dict(opened(brief(section("header"))).tables()["Header box"])
    assert set(bare) == {"Marking", "Version", "Facts as of"}


def test_without_a_header_section_there_is_no_box_but_a_line_with_meeting_and_date(opened):
    note = opened(scene_setter())
    assert "Header box" not in note.tables()
    assert note.paragraphs("Subtitle") == ["EMWP, 2 March 2026"]
    assert opened(rich()).paragraphs("Subtitle") == []


def test_a_meeting_of_several_days_shows_both(opened):
    note = opened(brief(section("header"), meeting=MeetingRef(date="2026-03-02", end="2026-03-03", place="Vienna")))
    assert dict(note.tables()["Header box"])["Date and place"] == "2 March 2026 to 3 March 2026, Vienna"


def test_questions_are_numbered_name_who_asks_and_how_long_the_answer_takes(opened):
    note = opened(rich())
    assert note.paragraphs("Heading2") == [
        "Question 1 – Polish Presidency · Answer: 20 seconds", "Question 2 – Polish Presidency · Answer: 10 seconds",
        "Question 3 – Polish Presidency", "Hard question 1", "Hard question 2",
    ]  # fmt: skip
    assert note.held("quest1") == ["How could missions and agencies share what they learn about the routes?[1]"]


@pytest.mark.parametrize(("wording", "told"), [("gist", 1), ("verbatim", 0), (None, 0)])
def test_a_question_in_our_words_says_so(opened, wording, told):
    question = Block(id="quest1", role="question", text="Which way?", pulled=Pulled(text="Which way?", wording=wording))
    note = opened(brief(section("speaking-note", question)))
    assert note.paragraphs("QuestionWording") == ["In our words; see the paper for its own."] * told


def test_answer_then_material_stand_under_their_question_whatever_their_order_in_the_brief(opened):
    blocks = (
        Block(id="fact01", role="fact", text="Fact of one.", question="quest1"),
        Block(id="answer2", role="answer", text="Answer to two.", question="quest2"),
        Block(id="quest1", role="question", text="One?"),
        Block(id="quest2", role="question", text="Two?"),
        Block(id="answer1", role="answer", text="Answer to one.", question="quest1"),
        Block(id="lost01", role="fact", text="Of a question that is gone.", question="quest9"),
    )
    texts = opened(brief(section("speaking-note", *blocks))).paragraphs()
    seen = [t for t in texts if t.endswith((".", "?")) or t.startswith("What carries")]
    assert seen == [
        "One?", "Answer to one.", "What carries the answer", "Fact of one.",
        "Two?", "Answer to two.", "Of a question that is gone.",
    ]  # fmt: skip


def test_material_outside_tables_names_actor_and_stance(opened):
    note = opened(rich())
    assert note.paragraphs("MaterialActor") == ["Polish Presidency (supports)"]
    assert note.held("posit21") == ["The Presidency would like advisers on border management in more missions.[6]"]


def test_what_is_said_of_several_in_a_row_is_said_once(opened):
    def position(ident, actor, stance):
        pulled = Pulled(text=f"Says {ident}.", actor=actor, stance=stance)
        return Block(id=ident, role="position", text=f"Says {ident}.", pulled=pulled)

    blocks = (
        position("posit1", "Malta", "supports"),
        position("posit2", "Malta", "supports"),
        position("posit3", "Malta", "opposes"),
        Block(id="fact01", role="fact", text="Between."),
        position("posit4", "Malta", "opposes"),
        Block(id="prompt1", role="prompt", text="First."),
        Block(id="prompt2", role="prompt", text="Second."),
    )
    note = opened(brief(section("background", *blocks)))
    assert note.paragraphs("Actor") == ["Malta (supports)", "Malta (opposes)", "Malta (opposes)"]
    assert note.paragraphs("PromptLabel") == ["To fill in:"]
    assert note.paragraphs("Prompt") == ["First.", "Second."]


def test_prompts_show_for_colleagues_and_never_in_release(opened):
    assert opened(rich()).paragraphs("PromptLabel") == ["To fill in:", "To fill in:"]
    final = opened(rich(), final=True)
    assert final.paragraphs("PromptLabel") == final.paragraphs("Prompt") == []
    assert "statisticians" not in final.parts["word/document.xml"].decode()


@pytest.mark.parametrize("final", [False, True])
def test_out_of_date_disputed_and_superseded_are_told_in_words(opened, final):
    notices = opened(rich(), final=final).paragraphs("Notice")
    assert "Out of date: valid until 31 January 2026." in notices
    assert "Disputed: the same paragraph gives June 2024 (Council 9375/25)." in notices
    assert "Superseded: the mission has since closed." in notices


def test_what_must_be_told_of_a_statement_stays_on_its_page(opened):
    note = opened(rich())
    keeping = {
        s.get(q("styleId"))
        for s in note.xml("word/styles.xml").iter(q("style"))
        if s.find(f".//{q('keepNext')}") is not None
    }
    outside = note.find("//w:body/w:p | //w:body/w:sdt/w:sdtContent/w:p")
    used = [p.find(f"{q('pPr')}/{q('pStyle')}").get(q("val")) for p in outside]
    above = [outside[at - 1] for at, style in enumerate(used) if style == "Notice"]
    assert len(above) > 2
    for one in above:
        style = one.find(f"{q('pPr')}/{q('pStyle')}").get(q("val"))
        assert style in keeping or one.find(f"{q('pPr')}/{q('keepNext')}") is not None, note.text(one)
    last = [p for p, style, after in zip(outside, used, used[1:], strict=False) if style == "Notice" != after]
    assert all(p.find(f"{q('pPr')}/{q('keepNext')}") is None for p in last)


@pytest.mark.parametrize(("until", "as_of", "told"), [
    ("2026-01-31", "2026-01-31", False), ("2026-01-31", "2026-02-01", True),
    ("2025", "2025-12-31", False), ("2025", "2026-01-01", True), ("2025-06", "2025-06-30", False),
])  # fmt: skip
def test_out_of_date_begins_on_the_day_after(opened, until, as_of, told):
    fact = Block(id="fact01", role="fact", text="Holds.", pulled=Pulled(text="Holds.", valid_until=until))
    note = opened(brief(section("background", fact), as_of=as_of))
    assert bool(note.paragraphs("Notice")) is told


def test_what_is_not_for_disclosure_says_so_by_its_heading(opened):
    texts = opened(rich()).paragraphs()
    assert texts[texts.index("Do not raise") + 1] == "Not for disclosure"
    assert texts[texts.index("Red lines and fallbacks") + 1] == "Not for disclosure"
    assert texts.count("Not for disclosure") == 2


def test_speaking_time_counts_what_is_spoken_and_only_colleagues_see_it(opened):
    blocks = (
        Block(id="quest1", role="question", text="word " * 500),
        Block(
            id="answer1", role="answer", text="word " * 280 + "**bold**[^1]", question="quest1", sources=(council(),)
        ),
        Block(id="fact01", role="fact", text="word " * 300, question="quest1"),
        Block(id="point1", role="point", text="word " * 12),
    )
    told = brief(section("speaking-note", *blocks, minutes=3.0))
    assert opened(told).paragraphs("SectionNote") == ["Speaking time: about 2 min 40 of 3 min"]
    assert opened(told, final=True).paragraphs("SectionNote") == []
    limited = brief(section("objective", Block(id="text01", role="text", text="one two three"), words=40))
    assert opened(limited).paragraphs("SectionNote") == ["Length: 3 of 40 words"]


def test_an_empty_section_keeps_its_heading_for_colleagues_and_goes_in_release(opened):
    assert "Further points" in opened(rich()).paragraphs("Heading1")
    assert "Further points" not in opened(rich(), final=True).paragraphs("Heading1")
    only_prompts = brief(section("handling", Block(id="prompt1", role="prompt", text="Who speaks?")))
    assert opened(only_prompts, final=True).paragraphs("Heading1") == []


def test_abbreviations_are_those_used_as_words_in_alphabetical_order(opened):
    fact = Block(id="fact01", role="fact", text="EUAMs and the RACC met EEAS staff.", sources=(council("on CSDP"),))
    note = opened(brief(section("abbreviations"), section("background", fact), acronyms=ACRONYMS))
    assert note.paragraphs("Abbreviation") == [f"{a}\t{ACRONYMS[a]}" for a in ("CSDP", "EEAS", "RACC")]
    none = opened(brief(section("abbreviations"), acronyms=ACRONYMS))
    assert none.paragraphs("Heading1") == []


def test_lists_within_a_text_are_real_lists(opened):
    note = opened(rich())
    listed = note.find("//w:p[w:pPr/w:pStyle/@w:val='Answer' and w:pPr/w:numPr]")
    assert [note.text(p) for p in listed] == ["Mandates should say so plainly.", "Staff should be chosen accordingly."]


def test_bold_and_italic_reach_the_page(opened):
    note = opened(rich())
    bold = [note.text(r) for r in note.find("//w:p[w:pPr/w:pStyle/@w:val='Point']//w:r[w:rPr/w:b]")]
    assert "one picture" in bold
    assert "like-minded" in [note.text(r) for r in note.find("//w:r[w:rPr/w:i]")]


@pytest.mark.parametrize("block", awkward().sections[0].blocks, ids=lambda b: b.id)
def test_no_character_of_a_sentence_is_lost(opened, block):
    marked = {
        "empty1": "[1][2]",
        "marks1": "**unclosed and [3][4] twice[5]",
        "nonotes": "a mark beyond the sources[^7] stays",
    }
    wanted = marked.get(block.id, plain(printable(block.text)))
    assert "\n".join(opened(awkward()).held(block.id)).strip() == wanted.strip()


def test_two_blocks_of_one_id_are_refused_in_one_line(opened):
    twin = Block(id="twin01", role="text", text="x")
    with pytest.raises(BrieferError, match="Two blocks carry the id “twin01”"):
        opened(brief(section("background", twin, twin)))


def test_sources_list_every_paper_once_with_number_date_title_and_marking(opened):
    blocks = tuple(
        Block(id=f"fact0{i}", role="fact", text=f"Fact {i}.", sources=(source,))
        for i, source in enumerate((council("para. 1"), reported(), council("para. 2"), concept(), regulation()))
    )
    rows = opened(brief(section("background", *blocks), section("sources"))).tables()["Sources"]
    assert rows == [
        ["Paper", "Date", "Title", "Marking"],
        ["Council 9375/25", "10 June 2025", "Contribution of civilian CSDP missions along migratory routes", "LIMITE"],
        [
            "Council 10743/20, as reported by Statewatch",
            "15 September 2020",
            "Operational cooperation with African partners",
            "PUBLIC",
        ],
        ["EEAS(2022) 1466", "8 August 2022", "Mini-concept on civilian CSDP and irregular migration", "LIMITE"],
        ["Regulation (EU) 2019/1896", "13 November 2019", "European Border and Coast Guard", "PUBLIC"],
    ]  # fmt: skip


def test_python_docx_opens_the_note_and_sees_headings_tables_and_properties(tmp_path):
    path = tmp_path / "note.docx"
    path.write_bytes(render(rich(), final=True))
    opened = Document(str(path))
    headings = [p.text for p in opened.paragraphs if p.style.name.lower() == "heading 1"]
    assert "Speaking note" in headings
    assert opened.tables[0].cell(0, 0).text == "Meeting"
    assert opened.core_properties.title == rich().title
    assert "LIMITE" in opened.sections[0].header.paragraphs[0].text
