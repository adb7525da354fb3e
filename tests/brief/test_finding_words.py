"""Words found as they are read, and replaced without harm to what stands around them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace as with_other

from briefer.brief import edit, find, glyphs, markup, notemarks
from briefer.brief.find import Hit
from briefer.brief.model import Block, Brief, Section, Source
from briefer.errors import BrieferError

A, B = Source(paper="a"), Source(paper="b")


def of(text: str, **fields: object) -> Brief:
    block = Block(**{"id": "texts1", "role": "text", "text": text, "sources": (A, B), **fields})  # type: ignore[arg-type]
    return Brief(
        brief="b",
        format=1,
        title="T",
        as_of="2025",
        sections=(Section(id="s", role="free", title="Two", blocks=(block,)),),
    )


def text(brief: Brief) -> str:
    return brief.sections[0].blocks[0].text


def found(text: str, words: str, **how: bool) -> list[str]:
    return [h.text[h.start : h.end] for h in find.find(of(text), words, **how)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("A working **arrange**ment.", "working arrangement", ["working arrangement"]),
        ("A working[^1] arrange**ment**", "working arrangement", ["working arrangement"]),
        ("Two \\* three", "two * three", ["Two * three"]),
        ("\\[^1] is no mark", "[^1]", ["[^1]"]),
        ("a[^1]", "[^1]", []),
        ("Un arrêté, des ARRÊTÉS", "arrete", ["arrêté", "ARRÊTÉ"]),
        ("Un arre\u0302te\u0301.", "arrêté", ["arre\u0302te\u0301"]),
        ("Le cœur", "coeur", ["cœur"]),
        ("Le cœur", "co", []),
        ("Straße", "STRASSE", ["Straße"]),
        ("CSDP–JHA", "csdp-jha", ["CSDP–JHA"]),
        ("10\u00a0June", "10 june", ["10\u00a0June"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("one\ntwo", "one two", []),
        ("anything", "", []),
        ("a  b", "  ", []),
    ],
)
def test_what_is_read_is_found(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


def test_capitals_accents_and_whole_words_count_where_it_is_wished() -> None:
    assert found("Lamp, lamp, lamps, LAMP", "lamp", case=True) == ["lamp", "lamp"]
    assert found("Lamp, lamp, lamps, LAMP", "lamp", whole=True) == ["Lamp", "lamp", "LAMP"]
    assert found("arrêté arrete arre\u0302te\u0301", "arrêté", case=True) == ["arrêté", "arre\u0302te\u0301"]
    assert found("e e\u0301", "e", case=True) == ["e"]
    assert found("9375/25 and 19375/25", "9375/25", whole=True) == ["9375/25"]
    assert found("(EU) x(EU)", "(EU)", whole=True) == ["(EU)", "(EU)"]


def test_titles_and_all_texts_are_looked_through_from_top_to_bottom(lamps_brief: Brief) -> None:
    hits = find.find(lamps_brief, "lamps")
    assert [(h.row, h.where, h.text) for h in hits] == [
        ("title", "", "Coastal lamps"), ("qqqqq1", "Speaking note", "Which lamps first?"),
        ("ccccc2", "Speaking note", "12 lamps were lit."), ("eeeee2", "Background", "14 lamps were lit."),
    ]  # fmt: skip
    assert find.find(lamps_brief, "background")[0] == Hit("section:background", "Background", "Background", 0, 10)
    assert find.find(lamps_brief, "colon") == (Hit("fffff2", "Background", "Second line: with a colon.", 20, 25, 1),)


# --- replacing -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "words", "with_", "after"),
    [
        ("A working **arrange**ment.", "working arrangement", "deal", "A deal."),
        ("A **working arrangement** is", "arrangement", "paper", "A **working paper** is"),
        ("A **working** paper", "working", "", "A  paper"),
        ("A **working** paper", "working ", "", "A paper"),
        ("12 lamps[^1] were lit[^2].", "lamps were", "lights are", "12 lights are[^1] lit[^2]."),
        ("12 lamps[^1] were lit[^2].", "12 lamps were lit.", "So.", "So.[^1][^2]"),
        ("12 lamps[^1]", "12 lamps", "", "[^1]"),
        ("a lamp a lamp", "lamp", "*x* [^1]", "a \\*x\\* \\[^1] a \\*x\\* \\[^1]"),
        ("- lamp\n- two", "lamp", "", "- two"),
        ("lamp - two", "lamp ", "", "\\- two"),
        ("- **lamp** x", "lamp x", "- y", "- **\\- y**"),
        ("one\n\n  *two* lamps \nthree", "lamps", "lights", "one\n\n  *two* lights \nthree"),
        ("2 * lamp * 4", "lamp", "3", "2 * 3 * 4"),
        ("lamp\nlamp", "lamp", "a\nb", "a b\na b"),
    ],
)
def test_other_words_stand_in_their_place(before: str, words: str, with_: str, after: str) -> None:
    made, count = find.replace_all(of(before), words, with_)
    assert markup.parse(text(made)) == markup.parse(after)
    assert count == len(find.find(of(before), words))
    assert len(made.sections[0].blocks[0].sources) == 2


def test_one_hit_is_replaced_and_no_other() -> None:
    brief = of("lamp and **lamp**\nand lamp")
    hits = find.find(brief, "lamp")
    assert text(find.replace(brief, hits[1], "light")) == "lamp and **light**\nand lamp"
    assert text(find.replace(brief, hits[2], "light")) == "lamp and **lamp**\nand light"


def test_titles_are_replaced_too_but_never_emptied(lamps_brief: Brief) -> None:
    made, count = find.replace_all(lamps_brief, "LAMPS", "lights")
    assert (made.title, count) == ("Coastal lights", 4)
    made, _ = find.replace_all(lamps_brief, "note", "text")
    assert [s.title for s in made.sections][2] == "Speaking text"
    for words in ("Coastal lamps", "Background"):
        with pytest.raises(BrieferError, match="title cannot be left empty"):
            find.replace_all(lamps_brief, words, " ", case=True)


def test_a_prompt_stays_one_and_what_is_emptied_asks_again(lamps_brief: Brief) -> None:
    made, _ = find.replace_all(lamps_brief, "want", "wish")
    assert edit.find(made, "aaaaa2")[1] == with_other(edit.find(lamps_brief, "aaaaa2")[1], text="What do we wish?")
    filled = edit.set_text(lamps_brief, "aaaaa2", "Light.")
    assert find.replace_all(filled, "Light.", "")[0] == lamps_brief
    for words in ("What do we want?", "How to report?"):
        with pytest.raises(BrieferError, match="asked cannot be left empty"):
            find.replace_all(lamps_brief, words, "")


def test_a_hit_that_is_no_longer_there_is_told(lamps_brief: Brief) -> None:
    (hit,) = find.find(lamps_brief, "colon")
    for changed in ("First line.", "First line.\nAnother: with a colon."):
        with pytest.raises(BrieferError, match="not stand there any more"):
            find.replace(edit.set_text(lamps_brief, "fffff2", changed), hit, "comma")
    with pytest.raises(BrieferError, match="no block"):
        find.replace(edit.remove(lamps_brief, "fffff2"), hit, "comma")


# --- whatever stands there -------------------------------------------------------------------------------------------

TEXT = st.lists(st.text(st.sampled_from(list("ab *\\[]^12-é")), max_size=16), min_size=1, max_size=3).map("\n".join)


@settings(deadline=None)
@given(text=TEXT, words=st.text("ab *-[^1]e", min_size=1, max_size=3))
def test_the_same_words_in_their_own_place_change_nothing(text: str, words: str) -> None:
    brief = of(text)
    for hit in find.find(brief, words):
        assert find.replace(brief, hit, hit.text[hit.start : hit.end]) == brief


@settings(deadline=None)
@given(before=TEXT, words=st.text("ab *-[^1]e", min_size=1, max_size=3), with_=st.text("ab *-[^1]\\é", max_size=5))
def test_nothing_but_the_words_changes_in_what_is_read(before: str, words: str, with_: str) -> None:
    brief = of(before)
    other = Block(id="other1", role="text", text="*Solo*[^1]")
    section = with_other(brief.sections[0], blocks=(*brief.sections[0].blocks, other))
    brief = with_other(brief, sections=(section,))
    made, count = find.replace_all(brief, words, with_)
    hits = find.find(brief, words)
    assert count == len(hits)
    assert made.sections[0].blocks[1] == other
    expected = [line.read for line in glyphs.lines(before) if any(g.said for g in line.glyphs)]
    for hit in reversed(hits):
        expected[hit.line] = expected[hit.line][: hit.start] + with_ + expected[hit.line][hit.end :]
    now = [line.read for line in glyphs.lines(text(made)) if line.read.strip()]
    assert [_close(line) for line in now] == [_close(line) for line in expected if line.strip()]
    assert notemarks.used(text(made)) == notemarks.used(before), "no mark of a source is lost"
    kept = [b for line in glyphs.lines(before) for b in [line.bullet] if any(g.said for g in line.glyphs)]
    assert sum(line.bullet for line in glyphs.lines(text(made))) <= sum(kept), "nothing becomes a list"


def _close(line: str) -> str:
    return line.strip()
