"""A revised note has a line in the margin where it differs and nowhere else; an addendum holds only what is new."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Note, q
from msgspec.structs import replace
from test_tracked import reworked
from word_briefs import brief, council, regulation, rich, section

from briefer.brief import edit
from briefer.brief.model import Block, Brief, Kept
from briefer.errors import BrieferError
from briefer.word import house, markdown, webpage
from briefer.word.docx import render
from briefer.word.since import Since, told


def lined(old: Brief, new: Brief, **more: object) -> tuple[Note, list[str]]:
    """The revised note, and what stands beside a line in its margin."""
    note = Note(render(new, since=Since(old, "revised"), **more))  # type: ignore[arg-type]
    beside = [note.text(p) for p in note.find("//w:p[w:pPr/w:pBdr/w:left]")]
    return note, beside + [note.text(r) for r in note.find("//w:tr[w:tc/w:tcPr/w:tcBorders/w:left]")]


def test_nothing_changed_has_no_line_but_says_that_it_is_revised() -> None:
    old = replace(rich(), version=1, kept=Kept(on="2026-03-01"))
    note, beside = lined(old, replace(rich(), version=2))
    assert beside == []
    assert note.paragraphs("Kicker")[0].endswith("REVISED · Delegation of Ruritania")
    (box,) = [rows for rows in note.tables().values() if rows[0][0] == "Meeting"]
    assert ["Version", "2, for clearance – REVISED; replaces version 1 of 1 March 2026"] in box


def test_a_line_at_each_paragraph_and_row_that_differs_and_at_no_other() -> None:
    old = rich()
    said = edit.find(old, "answer2")[1].text
    new = edit.set_text(old, "answer2", said.replace("chosen accordingly", "chosen with care"))
    new, row = edit.add(new, "row", "**Fallback 2** A review after a year.", section="red-lines")
    _note, beside = lined(old, new)
    assert (
        len(beside) == 2 and "Staff should be chosen with care." in beside[0] and "A review after a year." in beside[1]
    )
    assert row


GONE = "[…] (taken out)"


def three() -> Brief:
    blocks = [Block(id=f"aaaaa{n}", role="point", text=f"Point {n}.") for n in (2, 3, 4)]
    more = Block(id="aaaaa5", role="text", text="One.\n\nTwo.\n\nThree.")
    return brief(section("top-lines", *blocks), section("background", more))


def order(note: Note, *texts: str) -> list[str]:
    return [t for t in note.paragraphs() if any(t.startswith(x) for x in texts)]


@pytest.mark.parametrize("block", ["aaaaa2", "aaaaa3", "aaaaa4"])
def test_where_something_was_taken_out_a_sign_stands_with_a_line_beside_it(block: str) -> None:
    old = three()
    note, beside = lined(old, edit.remove(old, block))
    assert beside == [GONE]
    stood = ["Point 2.", "Point 3.", "Point 4."]
    stood[int(block[-1]) - 2] = GONE
    assert order(note, "Point", "[…]") == stood


def test_what_went_with_its_section_leaves_one_sign() -> None:
    old = three()
    note, beside = lined(old, replace(old, sections=tuple(s for s in old.sections if s.role != "background")))
    assert beside == [GONE] and order(note, "Point 4", "[…]") == ["Point 4.", GONE]


def test_a_paragraph_taken_out_of_a_block_marks_the_one_above_it() -> None:
    old = three()
    _note, beside = lined(old, edit.set_text(old, "aaaaa5", "One.\n\nThree."))
    assert beside == ["One."]


def test_what_was_moved_or_filled_in_is_not_taken_out() -> None:
    old = three()
    _note, beside = lined(old, edit.move_to(old, "aaaaa2", section="background"))
    assert beside == ["Point 2."]
    asks = brief(section("top-lines", Block(id="aaaaa2", role="prompt", text="First thing to land.")))
    _note, beside = lined(asks, edit.set_text(asks, "aaaaa2", "Light."))
    assert beside == ["Light."]


def test_a_row_taken_out_leaves_its_sign_in_the_table_and_in_the_header_box() -> None:
    old = rich()
    assert old.meeting is not None and old.meeting.place
    rows = [b.id for s in old.sections if s.role == "red-lines" for b in s.blocks if b.role == "row"]
    new = edit.remove(old, rows[0])
    new = replace(new, meeting=replace(old.meeting, place=None, format=None), cleared_by=None)
    old = replace(old, cleared_by="Head of unit")
    note, beside = lined(old, new)
    (box,) = [t for t in note.tables().values() if t[0][0] == "Meeting"]
    assert ["Cleared by", GONE] in box
    assert sum(GONE in b for b in beside) >= 2 and any(b.strip() == GONE for b in beside)


def test_signs_stand_in_their_sections_where_a_house_fills_slots() -> None:
    old = three()
    note = told(edit.remove(old, "aaaaa4"), Since(old, "revised"), final=False)
    (top,) = [g for g in note.groups if g.role == "top-lines"]
    assert GONE in "".join(r.text for i in note.items[top.start : top.stop] for r in getattr(i, "runs", ()))
    (background,) = [g for g in note.groups if g.role == "background"]
    assert getattr(note.items[background.start], "text", "") == "Background"


@pytest.mark.parametrize("form", ["footnotes", "endnotes", "numbers"])
def test_a_source_put_in_front_marks_no_note_that_only_counts_on(form: str) -> None:
    blocks = [
        Block(id=f"aaaaa{n}", role="text", text=f"Point {n}.", sources=(council(f"para. {n}"),)) for n in range(3, 6)
    ]
    first = Block(id="aaaaa2", role="text", text="In front.", sources=(council("para. 2"), regulation()))
    plain = house.plain()
    style = replace(plain, look=replace(plain.look, sources=form))
    _note, beside = lined(
        brief(section("background", *blocks)), brief(section("background", first, *blocks)), style=style
    )
    assert "In front." in beside[0] and not any("Point" in b for b in beside)
    other = replace(blocks[1], sources=(council("para. 9"),))
    _note, beside = lined(
        brief(section("background", *blocks)), brief(section("background", blocks[0], other, blocks[2])), style=style
    )
    assert "Point 4." in beside[0] and not any("Point 3" in b or "Point 5" in b for b in beside)


def test_web_page_and_markdown_carry_the_marks_too() -> None:
    old = rich()
    new = edit.set_text(old, "topli1", "A new first line.")
    note = told(new, Since(old, "revised"), final=True)
    assert webpage.render(note).decode().count(' marked"') == 1
    assert "¦ A new first line" in markdown.render(note).decode() and markdown.render(note).decode().count("¦") == 1
    assert b'marked"' not in webpage.render(told(new, None, final=True)) and b"\xc2\xa6" not in markdown.render(
        told(new, None, final=True)
    )


def test_an_addendum_holds_what_is_new_with_its_question_and_number() -> None:
    old = replace(rich(), version=1, kept=Kept(on="2026-03-01"))
    new = edit.set_text(replace(old, kept=None, version=2), "answer2", "Advice and training, and *nothing* else.")
    note = Note(render(new, since=Since(old, "addendum")))
    seen = "\n".join(note.paragraphs())
    assert note.paragraphs("Kicker")[0].startswith("Addendum to the briefing note, version 1 of 1 March 2026")
    assert "Advice and training, and nothing else." in seen and "Question 2" in seen and "Question 1" not in seen
    assert "Thank you, Chair" not in seen and "Objective" not in seen
    assert len(note.footnotes) == 1  # the question's own


def test_where_nothing_is_new_there_is_no_addendum() -> None:
    with pytest.raises(BrieferError, match="Nothing is new since version 2"):
        render(rich(), since=Since(rich(), "addendum"))


@pytest.mark.parametrize("language", ["en", "fr", "de"])
def test_in_every_language_that_ships(language: str) -> None:
    old, new = reworked()
    for form in ("revised", "addendum"):
        render(replace(new, language=language), since=Since(replace(old, language=language), form))  # type: ignore[arg-type]


@pytest.mark.sdk
@pytest.mark.parametrize("form", ["revised", "addendum"])
@pytest.mark.parametrize("final", [False, True])
def test_the_sdk_validator_finds_no_fault(form, final, ooxml_validator, tmp_path: Path) -> None:
    old, new = reworked()
    path = tmp_path / "note.docx"
    path.write_bytes(render(new, final=final, since=Since(old, form)))
    assert ooxml_validator(path) == []
    assert Note(path.read_bytes()).document.tag == q("document")
