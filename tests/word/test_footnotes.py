"""Sources are real footnotes: form, place, links."""

from __future__ import annotations

import pytest
from conftest import NS, W
from lxml import etree
from word_briefs import brief, council, regulation, reported, rich, section

from briefer.brief.model import Block, Carried, Pulled, Source

RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def _one(*blocks: Block):
    return brief(section("background", *blocks))


def _fact(ident: str, text: str, *sources: Source, **fields: object) -> Block:
    return Block(id=ident, role="fact", text=text, sources=sources, **fields)  # type: ignore[arg-type]


def test_a_source_is_given_in_full_once_and_short_from_then_on(opened):
    first = _fact("fact01", "One.", council("The Way Forward, para. 1"))
    note = opened(_one(first, _fact("fact02", "Two.", council("The Way Forward"))))
    assert note.footnotes == {
        1: "Council 9375/25, 10 June 2025, Contribution of civilian CSDP missions along migratory routes, "
        "The Way Forward, para. 1 (LIMITE).",
        2: "Council 9375/25 (note 1), The Way Forward.",
    }


def test_the_title_is_in_italics_and_a_public_paper_shows_no_marking(opened):
    note = opened(_one(_fact("fact01", "One.", regulation("Article 68"))))
    (footnote,) = note.footnotes.values()
    assert footnote == "Regulation (EU) 2019/1896, 13 November 2019, European Border and Coast Guard, Article 68."
    italic = note.xml("word/footnotes.xml").xpath("//w:r[w:rPr/w:i]", namespaces=NS)
    assert [note.text(r) for r in italic] == ["European Border and Coast Guard"]


def test_what_reaches_us_through_another_names_the_paper_read(opened):
    note = opened(_one(_fact("fact01", "One.", reported("African partners, para. 3"))))
    assert note.footnotes[1] == (
        "Council 10743/20, 15 September 2020, Operational cooperation with African partners, "
        "as reported by Statewatch, 2020, Tracking the Pact, African partners, para. 3."
    )


def test_a_paper_without_number_or_issuer_goes_by_its_title_and_else_by_its_id(opened):
    note = opened(
        _one(
            _fact("fact01", "One.", Source(paper="x-1", title="A speech")), _fact("fact02", "Two.", Source(paper="x-2"))
        )
    )
    assert note.footnotes == {1: "A speech.", 2: "x-2."}


@pytest.mark.parametrize(("title", "short"), [
    ("Presentation on regular migration from Central Asia to the EU", "Presentation on regular migration …"),
    ("Les voies de la migration vers l'Union", "Les voies de la migration …"),
    ("Six words are given in full", "Six words are given in full"),
    ("The role of agencies in the wider region", "The role of agencies …"),
])  # fmt: skip
def test_a_long_title_is_cut_in_short_notes_but_not_behind_a_small_word(title, short, opened):
    source = Source(paper="x-1", title=title, issuer="ICMPD")
    note = opened(_one(_fact("fact01", "One.", source), _fact("fact02", "Two.", source)))
    assert note.footnotes[2] == f"ICMPD, {short} (note 1)."


def test_marks_stand_where_the_text_puts_them_and_the_others_at_its_end(opened):
    block = _fact("fact01", "First[^2], then\nthe end.", council("a"), regulation("b"), reported("c"))
    note = opened(_one(block))
    assert note.held("fact01") == ["First[1], then", "the end.[2][3]"]
    papers = [text.split(",")[0] for text in note.footnotes.values()]
    assert papers == ["Regulation (EU) 2019/1896", "Council 9375/25", "Council 10743/20"]


def test_two_marks_in_a_row_do_not_read_as_one_number(opened):
    note = opened(_one(_fact("fact01", "Text.", council(), regulation())))
    runs = note.control("fact01").iter(f"{{{W}}}r")
    shown = [etree.tostring(r, encoding="unicode", method="text") or "mark" for r in runs]
    assert shown == ["Text.", "mark", ",", "mark"]


def test_a_mark_beyond_the_sources_stays_as_it_was_typed(opened):
    note = opened(_one(_fact("fact01", "Text[^3] and more[^1].", council())))
    assert note.held("fact01") == ["Text[^3] and more[1]."]


def test_the_note_of_an_entry_follows_its_first_source(opened):
    block = _fact("fact01", "Text.", council(), regulation(), pulled=Pulled(text="Text.", note="Read with care."))
    note = opened(_one(block))
    assert note.footnotes[1].endswith("(LIMITE). Read with care.")
    assert "care" not in note.footnotes[2]


def test_addresses_are_live_links_of_the_footnotes_part(opened):
    note = opened(_one(_fact("fact01", "One.", council()), _fact("fact02", "Two.", regulation())))
    rows = note.xml("word/_rels/footnotes.xml.rels").findall(RELS)
    targets = {r.get("Id"): r.get("Target") for r in rows}
    assert set(targets.values()) == {council().url, regulation().url}
    assert all(r.get("TargetMode") == "External" for r in rows)
    used = note.xml("word/footnotes.xml").xpath("//w:hyperlink/@r:id", namespaces=NS)
    assert sorted(used) == sorted(targets)


def test_what_is_no_web_address_becomes_no_link(opened):
    bad = ("javascript:alert(1)", "file:///etc/passwd", "http://[bad", "not an address", "https://")
    blocks = [_fact(f"fact0{i}", "x", Source(paper=f"p{i}", title=f"T{i}", url=url)) for i, url in enumerate(bad)]
    note = opened(_one(*blocks))
    assert "word/_rels/footnotes.xml.rels" not in note.parts
    assert note.footnotes[1] == "T0."


def test_an_address_with_odd_characters_is_encoded(opened):
    note = opened(_one(_fact("fact01", "x", Source(paper="p", title="T", url="https://example.eu/a b/é?x=1&y=<2>"))))
    (row,) = note.xml("word/_rels/footnotes.xml.rels").findall(RELS)
    assert row.get("Target") == "https://example.eu/a%20b/%C3%A9?x=1&y=%3C2%3E"


def test_numbers_run_from_one_in_the_order_of_the_page(opened):
    note = opened(rich())
    marks = [int(i) for i in note.find("//w:footnoteReference/@w:id")]
    assert marks == list(range(1, len(marks) + 1)) == list(note.footnotes)
    assert len(marks) == sum(len(b.sources) for s in rich().sections for b in s.blocks)
    special = note.xml("word/footnotes.xml").xpath("//w:footnote[@w:type]/@w:id", namespaces=NS)
    assert special == ["-1", "0"]


def test_words_that_are_no_longer_the_sources_stand_after_it(opened):
    block = _fact("fact01", "Our own reading.", council("Lamps, para. 1"), pulled=Pulled(text="What it says."))
    colleagues, release = (opened(brief(section("background", block)), final=final) for final in (False, True))
    assert all(note.footnotes[1].lstrip().startswith("After Council 9375/25") for note in (colleagues, release))
    assert "What it says." in " ".join(colleagues.paragraphs("Notice"))
    assert "What it says." not in " ".join(release.paragraphs("Notice"))


def test_how_a_date_was_resolved_is_for_colleagues(opened):
    block = _fact("fact01", "It holds.", council(), pulled=Pulled(text="It holds.", note="The year is inferred."))
    colleagues, release = (opened(brief(section("background", block)), final=final) for final in (False, True))
    assert "The year is inferred." in colleagues.footnotes[1]
    assert "inferred" not in release.footnotes[1]


def test_what_was_woven_into_a_reworded_statement_answers_for_its_own_source(opened):
    woven = Carried("t/x", Pulled(text="The other.", valid_until="2020", note="Counted by hand."), (2,))
    pulled = Pulled(text="One.", note="Counted by eye.")
    block = _fact(
        "fact01", "Nearly one.[^1] The other.[^2]", council("a"), regulation("b"), pulled=pulled, carries=(woven,)
    )
    note = opened(_one(block))
    assert note.footnotes[1].startswith("After Council") and note.footnotes[1].endswith("Counted by eye.")
    assert note.footnotes[2].startswith("Regulation") and note.footnotes[2].endswith("Counted by hand.")
    told = note.paragraphs("Notice")
    assert told[0] == "Out of date: “The other.”: valid until 2020."
    assert told[1].startswith("Reworded: ")
