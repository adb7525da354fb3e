"""Entries pulled into the midst of a sentence: words, marks and sources come along, and none is lost or shouted later."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.brief import edit, glyphs, markup, notemarks, review, store
from briefer.brief.model import Block, Brief, Carried, Pulled, Section, Source
from briefer.errors import BrieferError
from briefer.knowledge.base import Entry, Knowledge
from briefer.knowledge.entries import Cite, Fact

OIL = "The oil contract of the northern lamps runs to 31 January 2026."
COUNT = Source(paper="keepers-2024-count", issuer="Guild of Keepers", title="The keepers' count", marking="PUBLIC")


def block(brief: Brief, ident: str) -> Block:
    return edit.find(brief, ident)[1]


def put(brief: Brief, ident: str, text: str, base: Knowledge, entry: str = "lamps/oil-contract") -> tuple[Brief, str]:
    """Weave an entry in where the text has a ``|``, and take the words over; the text has ``|`` at the new cursor."""
    woven, new, at = edit.weave(brief, ident, text.replace("|", ""), text.index("|"), base.entry(entry), base)
    return edit.set_text(woven, ident, new), f"{new[:at]}|{new[at:]}"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("|", "{}[^1]|"),
        ("We know: |", "We know: {}[^1]|"),
        ("We know:|", "We know: {}[^1]|"),
        ("|and so on", "{}[^1]| and so on"),
        ("As is said (|) today", "As is said ({}[^1]|) today"),
        ("We | know", "We {}[^1]| know"),
        ("First|\nsecond", "First {}[^1]|\nsecond"),
        ("- one\n- |", "- one\n- {}[^1]|"),
        ("- |one", "- {}[^1]| one"),
        ("|- one", "- {}[^1]| one"),
        ("**Oil|**: dear", "**Oil** {0}[^1]|: dear"),
        ("See **|oil** now", "See {}[^1]| **oil** now"),
        ("a ** b|", "a ** b {}[^1]|"),
        ("He said “|” twice", "He said “{}[^1]|” twice"),
        ('He said "|" twice', 'He said "{}[^1]|" twice'),
        ('A "lamp"| is', 'A "lamp" {}[^1]| is'),
        ("Two \\|* three", "Two \\* {}[^1]| three"),
        ("Three[^2]| so", "Three[^2] {}[^1]| so"),
    ],
)
def test_words_and_marks_stand_at_the_cursor_with_blanks_around(
    lamps_brief: Brief, base: Knowledge, text: str, after: str
) -> None:
    if "[^2]" in text:
        lamps_brief = edit.cite(edit.cite(lamps_brief, "ddddd2", _source(base))[0], "ddddd2", COUNT)[0]
    words = OIL.rstrip(".") if after.endswith("|: dear") else OIL
    assert put(lamps_brief, "ddddd2", text, base)[1] == after.format(words)


def _source(base: Knowledge) -> Source:
    from briefer.brief.pull import sources_of

    return sources_of(base.entry("lamps/oil-contract"), base)[0]


def test_a_full_stop_is_not_written_twice(lamps_brief: Brief, base: Knowledge) -> None:
    assert put(lamps_brief, "ddddd2", "As we know, |.", base)[1] == f"As we know, {OIL[:-1]}[^1]|."


def test_within_a_mark_of_a_source_it_goes_behind_it(lamps_brief: Brief, base: Knowledge) -> None:
    for text in ("12 lamps|[^1] were lit.", "12 lamps[|^1] were lit.", "12 lamps[^1|] were lit."):
        assert put(lamps_brief, "ccccc2", text, base)[1] == f"12 lamps[^1] {OIL}[^3]| were lit."


def test_the_block_says_what_it_carries_and_from_where(lamps_brief: Brief, base: Knowledge) -> None:
    brief, _ = put(lamps_brief, "bbbbb2", "We think |", base)
    one = block(brief, "bbbbb2")
    assert (one.role, one.prompt) == ("answer", "Our answer")
    assert [s.paper for s in one.sources] == ["st-1234-2025"]
    assert [(c.entry, c.pulled.text, c.pulled.valid_until, c.marks) for c in one.carries] == [
        ("lamps/oil-contract", OIL, "2026-01-31", (1,))
    ]
    assert edit.entries_in(brief) - edit.entries_in(lamps_brief) == {"lamps/oil-contract"}
    found = edit.holding(brief, "lamps/oil-contract")
    assert found is not None and found[1].id == "bbbbb2"
    assert edit.holding(brief, "lamps/nothing") is None


def test_an_entry_of_its_own_is_found_before_one_that_carries_it(lamps_brief: Brief, base: Knowledge) -> None:
    brief, _ = put(lamps_brief, "bbbbb2", "|", base, "lamps/lamps-lit")
    found = edit.holding(brief, "lamps/lamps-lit")
    assert found is not None and found[1].id == "ccccc2"


def test_a_source_that_the_block_has_already_is_used_again(lamps_brief: Brief, base: Knowledge) -> None:
    brief, _ = put(lamps_brief, "bbbbb2", "We think |", base)
    text = block(brief, "bbbbb2").text
    again, text = put(brief, "bbbbb2", f"{text} And |", base)
    assert text == f"We think {OIL}[^1] And {OIL}[^1]|"
    assert len(block(again, "bbbbb2").sources) == len(block(again, "bbbbb2").carries) == 1


def test_the_marking_and_acronyms_of_what_is_woven_in_count(lamps_brief: Brief, base: Knowledge) -> None:
    own = Block(id="owntxt", role="text", text="We.")
    brief = replace(
        lamps_brief, own_marking="PUBLIC", marking="PUBLIC", acronyms={},
        sections=(Section(id="a", role="free", blocks=(own,)),),
    )  # fmt: skip
    woven, _ = put(brief, "owntxt", "The GoK says |", base)
    assert woven.marking == "LIMITE"
    assert woven.acronyms["GoK"] == "Guild of Keepers"
    assert edit.set_text(woven, "owntxt", "").marking == "PUBLIC"


def test_a_mark_typed_by_hand_does_not_come_to_mean_the_new_source(lamps_brief: Brief, base: Knowledge) -> None:
    _, text = put(lamps_brief, "ddddd2", "As said[^1] |", base)
    assert text == f"As said\\[^1] {OIL}[^1]|"


def test_what_is_woven_in_is_judged_by_the_day_of_the_note_and_named(lamps_brief: Brief, base: Knowledge) -> None:
    brief, _ = put(lamps_brief, "ddddd2", "We say: |", base)
    assert review.notices(block(brief, "ddddd2"), "2026-01-31") == []
    (told,) = review.notices(block(brief, "ddddd2"), "2026-02-01")
    assert told == ("Out of date", f"“{review.beginning(OIL)}”: valid until 31 January 2026.")
    late = replace(brief, as_of="2026-02-01")
    assert ("out-of-date", "ddddd2") in [(f.code, f.block) for f in review.findings(late)]
    brief, _ = put(lamps_brief, "ddddd2", "We say: |", base, "lamps/lamps-counted-twice")
    (told,) = review.notices(block(brief, "ddddd2"), "2025-06-12")
    assert told[0] == "Disputed" and "12 lit lamps" in told[1]


def test_a_statement_is_not_called_reworded_for_what_stands_beside_it(lamps_brief: Brief, base: Knowledge) -> None:
    for text in ("12 lamps were lit. |", "| 12 lamps were lit.", "12 lamps | were lit."):
        brief, _ = put(lamps_brief, "ccccc2", text, base)
        assert not review.is_reworded(block(brief, "ccccc2")), text
    brief, _ = put(lamps_brief, "ccccc2", "13 lamps were lit. |", base)
    assert review.is_reworded(block(brief, "ccccc2"))


# --- and taken out again ---------------------------------------------------------------------------------------------


def test_words_taken_out_again_take_their_source_and_notices_along(lamps_brief: Brief, base: Knowledge) -> None:
    woven, _, _ = edit.weave(lamps_brief, "ddddd2", "By post. ", 9, base.entry("lamps/oil-contract"), base)
    left = edit.set_text(woven, "ddddd2", "By **post**, we say!")
    assert (block(left, "ddddd2").sources, block(left, "ddddd2").carries) == ((), ())


def test_what_is_only_rephrased_keeps_its_source_and_notices(lamps_brief: Brief, base: Knowledge) -> None:
    woven, _ = put(lamps_brief, "ddddd2", "We say: |", base)
    for text in ("Northern oil is paid until 31 January 2026.", "It ends soon.[^1]"):
        kept = block(edit.set_text(woven, "ddddd2", text), "ddddd2")
        assert len(kept.sources) == len(kept.carries) == 1, text


def test_a_source_that_the_block_had_before_never_goes_with_what_was_woven_in(
    lamps_brief: Brief, base: Knowledge
) -> None:
    fact = base.entry("lamps/lamps-lit")
    brief, ident = edit.pull(lamps_brief, fact, base, section="background")
    woven, _, _ = edit.weave(brief, ident, fact.value.text, 0, base.entry("lamps/lamps-lit"), base)
    assert block(woven, ident).carries == ()
    value = Fact(id="x", text="Wicks burn.", as_of="2025", source=fact.value.cites)  # type: ignore[union-attr]
    woven, _, _ = edit.weave(brief, ident, fact.value.text, 0, Entry("lamps", value), base)
    assert block(woven, ident).carries[0].marks == ()
    left = block(edit.set_text(woven, ident, fact.value.text + " So."), ident)
    assert (left.carries, left.sources) == ((), block(brief, ident).sources)


def test_emptied_words_leave_an_unfilled_prompt_as_it_was(lamps_brief: Brief, base: Knowledge) -> None:
    woven, _ = put(lamps_brief, "bbbbb2", "We think |", base)
    assert edit.set_text(woven, "bbbbb2", "") == lamps_brief


def test_an_entry_can_be_said_not_to_be_there_any_more(lamps_brief: Brief, base: Knowledge) -> None:
    woven, _ = put(lamps_brief, "ddddd2", "We say: |", base)
    plain = edit.uncarry(woven, "ddddd2", "lamps/oil-contract")
    assert block(plain, "ddddd2") == replace(block(lamps_brief, "ddddd2"), text=f"We say: {OIL}")
    with pytest.raises(BrieferError, match="not woven"):
        edit.uncarry(plain, "ddddd2", "lamps/oil-contract")


# --- sources by hand -------------------------------------------------------------------------------------------------


def test_a_source_is_given_once_and_gives_its_number(lamps_brief: Brief) -> None:
    brief, number = edit.cite(lamps_brief, "ddddd2", COUNT)
    assert (number, block(brief, "ddddd2").sources) == (1, (COUNT,))
    assert edit.cite(brief, "ddddd2", COUNT) == (brief, 1)
    other = replace(COUNT, at="p. 2")
    assert edit.cite(brief, "ddddd2", other)[1] == 2


def test_a_source_taken_away_takes_its_marks_and_leaves_the_others_right(lamps_brief: Brief) -> None:
    brief = edit.set_text(lamps_brief, "ccccc2", "12[^1] lamps[^2] were[^1] lit.")
    left = edit.uncite(brief, "ccccc2", 1)
    assert block(left, "ccccc2").text == "12 lamps[^1] were lit."
    assert block(left, "ccccc2").sources == block(brief, "ccccc2").sources[1:]
    for number in (0, 3):
        with pytest.raises(BrieferError, match="no source"):
            edit.uncite(brief, "ccccc2", number)


def test_what_is_carried_keeps_its_marks_when_others_go(lamps_brief: Brief, base: Knowledge) -> None:
    brief, _ = put(lamps_brief, "ccccc2", "12[^1] lamps[^2] were lit. |", base)
    left = block(edit.uncite(brief, "ccccc2", 1), "ccccc2")
    assert left.text == f"12 lamps[^1] were lit. {OIL}[^2]"
    assert left.carries[0].marks == (2,)


# --- kept in the file ------------------------------------------------------------------------------------------------


def test_what_is_carried_is_written_and_read_in_few_lines(lamps_brief: Brief, base: Knowledge) -> None:
    woven, _ = put(lamps_brief, "ddddd2", "By **post**, we say. |", base)
    before, after = store.dump(lamps_brief).split("\n"), store.dump(woven).split("\n")
    assert store.parse("\n".join(after), "b")[0] == woven
    added = [line for line in after if line not in before]
    assert len(added) <= 9
    assert "          - entry: lamps/oil-contract" in added


def test_a_day_that_is_none_is_told_in_what_is_carried_too(lamps_brief: Brief) -> None:
    one = Carried("lamps/x", Pulled(text="x", as_of="2025-02-30"))
    brief = replace(
        lamps_brief, sections=(Section(id="a", role="free", blocks=(Block(id="aaaaa2", role="text", carries=(one,)),)),)
    )
    _, faults = store.parse(store.dump(brief), "b")
    assert [f.code for f in faults] == ["date"]


# --- whatever stands there -------------------------------------------------------------------------------------------

TEXT = st.text(st.sampled_from(list('ab *\\[]^12-.\n("')), max_size=25)


@settings(deadline=None)
@example(text="*[*", at=2, words="1")
@given(text=TEXT, at=st.integers(0, 25), words=st.text(st.sampled_from(list("ab *\\[]^1-.")), min_size=1, max_size=8))
def test_all_that_stood_there_is_still_read_and_so_are_the_words(text: str, at: int, words: str) -> None:
    assume(words.strip(" ."))
    at = min(at, len(text))
    brief = Brief(
        brief="b", format=1, title="B", as_of="2025",
        sections=(Section(id="s", role="free", blocks=(Block(id="aaaaa2", role="text", text=text, sources=(COUNT, COUNT)),)),),
    )  # fmt: skip
    base = Knowledge(topics={}, entries={}, papers={}, actors={}, acronyms={}, meetings={}, origins={})
    value = Fact(id="x", text=words, as_of="2025", source=Cite(paper="p"))
    _, new, cursor = edit.weave(brief, "aaaaa2", text, at, Entry("t", value), base)
    assert new[:cursor].endswith("[^3]")
    assert [n for n in notemarks.used(new) if n != 3] == [n for n in notemarks.used(text) if n <= 2]
    old, said = (_letters(t) for t in (notemarks.grounded(text, 2), new))
    inserted = {_letters(markup.escape(w)) for w in (words, words.strip().rstrip("."))}
    assert said in {old[:i] + w + old[i:] for i in range(len(old) + 1) for w in inserted}


def _letters(text: str) -> str:
    """What is read, blanks and the dashes of lists aside."""
    return "".join(c for line in glyphs.lines(text) for c in line.read if not (c.isspace() or c == "-"))
