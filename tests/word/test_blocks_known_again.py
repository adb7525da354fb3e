"""Every block is known again when the note comes back; a note for release carries none of that."""

from __future__ import annotations

import re

from conftest import NS, Note, q
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_briefs import ACRONYMS, brief, rich, section

from briefer.brief.model import Block
from briefer.word.docx import render
from briefer.word.exported import NAMESPACE
from briefer.word.selfcheck import check

IDS = [b.id for s in rich().sections for b in s.blocks]


def test_every_block_has_a_control_with_tag_alias_and_bookmark(opened):
    note = opened(rich())
    assert sorted(note.find("//w:sdtPr/w:tag/@w:val")) == sorted(f"briefer:{i}" for i in IDS)
    marks = [n for n in note.find("//w:bookmarkStart/@w:name") if n.startswith("_brf_")]
    assert sorted(marks) == sorted(f"_brf_{i}" for i in IDS)
    for ident in IDS:
        control = note.control(ident)
        assert control.find(f"{q('sdtPr')}/{q('alias')}").get(q("val")).endswith(f"[{ident}]")
        (start,) = control.xpath(f".//w:bookmarkStart[@w:name='_brf_{ident}']", namespaces=NS)
        assert control.xpath(f".//w:bookmarkEnd[@w:id='{start.get(q('id'))}']", namespaces=NS)


def test_the_alias_tells_a_person_what_the_block_is(opened):
    aliases = opened(rich()).find("//w:sdtPr/w:alias/@w:val")
    assert {"Question 1 [quest1]", "Answer to question 1 [answer1]", "To fill in [prompt3]", "Hard question 2 [hard02]",
            "Answer to hard question 1 [harda1]", "Position [posit1]"} <= set(aliases)  # fmt: skip


def test_control_ids_are_positive_32_bit_numbers_and_the_same_every_time(opened):
    ids = [int(i) for i in opened(rich()).find("//w:sdtPr/w:id/@w:val")]
    assert len(set(ids)) == len(ids) > len(IDS)
    assert all(0 < i < 2**31 for i in ids)
    alone = brief(section("background", Block(id="answer1", role="text", text="x")))
    assert opened(alone).find("//w:sdtPr/w:id/@w:val") == opened(rich()).control("answer1").xpath(
        "w:sdtPr/w:id/@w:val", namespaces=NS
    )


def test_a_control_holds_the_text_of_its_block_and_no_label_or_notice(opened):
    note = opened(rich())
    assert note.held("prompt3") == ["Our line on indicators; ask the ministry's statisticians."]
    assert note.held("fact12") == ["The regional cell RACC has a mandate[4] until the end of January 2026."]
    assert note.held("posit2") == ["Doubts that training changes what happens at a border.[13]"]
    assert note.held("redli1") == ["Preferred outcome", "Conclusions that name liaison officers."]


def test_controls_do_not_nest(opened):
    assert opened(rich()).find("//w:sdt//w:sdt") == []


def test_the_longest_id_that_a_brief_may_have_still_fits(opened):
    ident = "a" + "9" * 19
    note = opened(brief(section("background", Block(id=ident, role="text", text="x"))))
    assert note.held(ident) == ["x"]


def test_the_exported_texts_travel_with_the_colleagues_copy(opened):
    note = opened(rich())
    root = etree.fromstring(note.parts["customXml/item1.xml"])
    assert root.tag == f"{{{NAMESPACE}}}exported"
    assert (root.get("brief"), root.get("version")) == (rich().brief, "2")
    texts = {e.get("id"): e.text or "" for e in root}
    assert texts == {b.id: b.text for s in rich().sections for b in s.blocks}


def test_colleagues_changes_are_tracked_from_the_first_key(opened):
    assert b"<w:trackRevisions/>" in opened(rich()).parts["word/settings.xml"]
    assert b"trackRevisions" not in opened(rich(), final=True).parts["word/settings.xml"]


def test_a_note_for_release_carries_no_trace_of_the_work(opened):
    note = opened(rich(), final=True)
    everything = b"\n".join(note.parts.values()).decode()
    for trace in (
        "w:sdt",
        "_brf_",
        "briefer:",
        "w:ins ",
        "w:del ",
        "w:comment",
        "customXml",
        NAMESPACE,
    ):
        assert trace not in everything
    assert not re.search("quest1|answer1|fact12", everything)


def test_no_person_is_named_outside_the_header_box_of_a_release(opened):
    note = opened(rich(), final=True)
    elsewhere = b"\n".join(c for n, c in note.parts.items() if n != "word/document.xml").decode()
    assert "A. Drafter" not in elsewhere
    assert "B. Clearer" not in elsewhere
    assert note.parts["word/document.xml"].decode().count("A. Drafter") == 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.sampled_from(["text", "fact", "row", "question", "prompt", "note", "point"]))
def test_whatever_is_typed_gives_a_sound_file(text, role):
    block = Block(id="block1", role=role, text=text)
    made = render(
        brief(section("red-lines", block), section("free"), title=text, acronyms={**ACRONYMS, text[:5]: text})
    )
    assert check(made) == []
    assert Note(made).control("block1") is not None
