"""A section without a word in it: left out of a final note, one quiet line for colleagues; our own remarks stay inside."""

from __future__ import annotations

import ministry
import pytest
from conftest import Note
from msgspec.structs import replace
from word_briefs import brief, council, rich, section

from briefer.brief.inward import released
from briefer.brief.model import Block
from briefer.word import house
from briefer.word.docx import render
from briefer.word.export import closed

QUIET = {
    "en": "Nothing has been written here yet.", "fr": "Cette partie reste à rédiger.",
    "de": "Dieser Teil ist noch nicht ausgearbeitet.",
}  # fmt: skip
UNNAMED = {
    "en": "No source gives the position of a Member State that is not named here.",
    "fr": "Aucune source ne donne la position des États membres qui ne sont pas nommés ici.",
    "de": "Zur Position von Mitgliedstaaten, die hier nicht genannt sind, liegt keine Quelle vor.",
}


def text(ident: str, words: str, **fields: object) -> Block:
    return Block(id=ident, role="text", text=words, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize("code", ["en", "fr", "de"])
def test_colleagues_are_told_that_nothing_is_written_yet(code, opened):
    made = brief(
        section("objective"), section("background", text("text01", "Words.")), section("sources"), language=code
    )
    note = opened(made)
    assert note.paragraphs("Note") == [QUIET[code]]
    assert note.paragraphs()[note.paragraphs().index(QUIET[code]) + 1] != QUIET[code]
    assert opened(made, final=True).paragraphs("Note") == []


def test_what_is_to_be_filled_in_says_so_itself(opened):
    made = brief(section("handling", Block(id="prompt1", role="prompt", text="Who speaks?")))
    assert opened(made).paragraphs("Note") == []


@pytest.mark.parametrize("words", ["", "  \n ", "\u200b", "- ", "**", "****"])
def test_a_text_without_a_word_leaves_no_heading_in_a_final_note(words, opened):
    made = brief(section("objective", text("text01", words)), section("background", text("text02", "Words.")))
    assert opened(made, final=True).paragraphs("Heading1") == ["Background"]
    assert opened(made).paragraphs("Note") == [QUIET["en"]]
    assert opened(made).control("text01") is not None


def test_a_text_that_is_only_a_source_stands(opened):
    made = brief(section("objective", text("text01", "", sources=(council(),))))
    assert opened(made, final=True).paragraphs("Heading1") == ["Objective"]


def test_a_section_left_out_has_no_line_in_the_table_of_contents_and_no_number():
    filled = [
        section("free", text(f"text{i:02}", "Many words. " * 900), id=f"part-{i}", title=f"Part {i}") for i in range(5)
    ]
    made = brief(filled[0], section("objective", text("empty1", "")), *filled[1:])
    final = Note(render(made, final=True))
    listed = final.paragraphs("TOC1")
    assert [line.partition("\t")[0] for line in listed] == [f"Part {i}" for i in range(5)]
    assert any(line.startswith("Objective") for line in Note(render(made)).paragraphs("TOC1"))


@pytest.mark.parametrize("said", ["en", "fr", "de"])
def test_the_remark_of_a_shipped_template_is_for_those_who_work_on_the_note(said, opened):
    position = Block(id="posit1", role="row", text="**Austria** Would wait.")
    remark = Block(id="remark", role="note", text=UNNAMED[said])
    for rows in ((position,), ()):
        made = brief(section("positions", *rows, remark), section("free", text("text01", "Words.")), language=said)
        assert UNNAMED[said] in opened(made).paragraphs()
        final = opened(made, final=True)
        assert UNNAMED[said] not in final.paragraphs()
        assert len(final.paragraphs("Heading1")) == 1 + len(rows)


def test_a_remark_of_ones_own_stands_in_a_final_note(opened):
    remark = Block(id="remark", role="note", text="No source gives the position of Malta.")
    assert remark.text in opened(brief(section("positions", remark)), final=True).paragraphs()


def test_an_english_remark_in_a_brief_made_before_is_known_too(opened):
    remark = Block(id="remark", role="note", text=UNNAMED["en"])
    assert opened(brief(section("positions", remark), language="fr"), final=True).paragraphs("Heading1") == []


def test_only_what_a_final_note_holds_is_said_to_be_not_for_disclosure():
    made = brief(
        section("objective", Block(id="prompt1", role="prompt", text="What?"), disclosable=False, title="Objective"),
        section("handling", text("text01", "Speak."), disclosable=False, title="Handling"),
    )
    assert closed(made) == ["Handling"]


def test_a_section_that_held_only_instructions_goes_with_them_from_what_leaves_the_house(opened):
    secret = text("text01", "Words.", sources=(replace(council(), inward=True),))
    secret = replace(secret, role="fact")
    made = brief(section("background", secret), section("objective"))
    assert [s.role for s in released(made).sections] == ["objective"]


def test_the_rich_note_says_it_once(opened):
    assert opened(rich()).paragraphs().count(QUIET["en"]) == 1


def form(tmp_path, *lines: str):
    """A ministry's form: ``# `` before its own headings."""

    def fill(document):
        for line in lines:
            (document.add_heading(line[2:], 1) if line.startswith("# ") else document.add_paragraph(line))

    return house.load(ministry.letterhead(tmp_path / "form.docx", fill=fill))


FORM = ("# What we want", "{{ objective }}", "# What we land", "{{ top_lines }}", "# All the rest", "{{ note }}")


def test_a_ministrys_heading_goes_from_a_final_note_with_its_section(tmp_path):
    made = brief(
        section("objective"), section("top-lines", text("text01", "Words.")), section("free", text("text02", "More."))
    )
    style = form(tmp_path, *FORM)
    final = Note(render(made, final=True, style=style)).paragraphs()
    assert "What we want" not in final and "What we land" in final and "All the rest" in final
    shared = Note(render(made, style=style)).paragraphs()
    assert shared[shared.index("What we want") + 1] == QUIET["en"]


def test_so_it_goes_where_the_brief_has_no_such_section(tmp_path):
    made = brief(section("top-lines", text("text01", "Words.")), section("free", text("text02", "More.")))
    assert "What we want" not in Note(render(made, final=True, style=form(tmp_path, *FORM))).paragraphs()


@pytest.mark.parametrize("more", ["We stand by our word.", "{{ top_lines }}", "{{ marking }}"])
def test_a_ministrys_heading_stays_over_what_else_stands_there(more, tmp_path):
    made = brief(
        section("objective"), section("top-lines", text("text01", "Words.")), section("free", text("text02", "More."))
    )
    style = form(tmp_path, "# What we want", "{{ objective }}", more, "# All the rest", "{{ note }}")
    assert "What we want" in Note(render(made, final=True, style=style)).paragraphs()


def test_the_last_of_a_ministrys_headings_goes_as_well(tmp_path, ooxml_validator):
    made = brief(section("objective", text("text01", "Words.")))
    style = form(tmp_path, "{{ note }}", "# What we land", "{{ top_lines }}")
    data = render(made, final=True, style=style)
    (tmp_path / "note.docx").write_bytes(data)
    assert "What we land" not in Note(data).paragraphs() and ooxml_validator(tmp_path / "note.docx") == []


def test_what_the_whole_note_stands_under_stays(tmp_path):
    style = form(tmp_path, "# The note", "{{ note }}")
    assert "The note" in Note(render(brief(section("objective")), final=True, style=style)).paragraphs()
