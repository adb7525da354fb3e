"""Blocks merged and split: whatever is done, every statement keeps its words, its source, its date and its marking."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.brief import edit, glyphs, markup, notemarks, review, store
from briefer.brief.marking import block_marking
from briefer.brief.model import Block, Brief, Carried, Pulled, Section, Source
from briefer.errors import BrieferError

A, B, C = (Source(paper=p, marking="PUBLIC") for p in "abc")
LIMITE = Source(paper="l", marking="LIMITE")


def fact(ident: str, text: str, *sources: Source, **fields: object) -> Block:
    pulled = Pulled(text=text, as_of="2025")
    return Block(**{
        "id": ident, "role": "fact", "text": text, "entry": f"t/{ident}", "pulled": pulled, "sources": sources, **fields
    })  # type: ignore[arg-type]  # fmt: skip


def of(*blocks: Block, **fields: object) -> Brief:
    made = Section(id="s", role="free", title="Part", blocks=blocks)
    return Brief(**{"brief": "b", "format": 1, "title": "B", "as_of": "2025-06-12", "sections": (made,), **fields})  # type: ignore[arg-type]


def blocks(brief: Brief) -> list[Block]:
    return [b for s in brief.sections for b in s.blocks]


def cited(block: Block) -> list[tuple[str, str]]:
    """The words before each mark, with the paper that the mark means."""
    found, words = [], ""
    for line in glyphs.lines(block.text):
        for g in line.glyphs:
            words += g.text
            if g.note:
                found.append((words, block.sources[g.note - 1].paper))
        words += "\n"
    return found


# --- merging ---------------------------------------------------------------------------------------------------------


def test_paragraphs_follow_and_each_statement_keeps_its_own_source() -> None:
    one, two = fact("fact01", "One.", A, B), fact("fact02", "Two[^1] and three[^2].", B, C)
    (merged,) = blocks(edit.merge(of(one, two), "fact01"))
    assert merged.text == "One.[^1][^2]\nTwo[^2] and three[^3]."
    assert merged.sources == (A, B, C)
    assert (merged.id, merged.entry, merged.pulled) == ("fact01", "t/fact01", one.pulled)
    assert merged.carries == (Carried("t/fact02", two.pulled or Pulled(text=""), (3,)),)


def test_validity_dispute_and_date_of_both_are_still_told() -> None:
    one = fact("fact01", "One.", A, pulled=Pulled(text="One.", valid_until="2024"))
    two = fact("fact02", "Two.", B, pulled=Pulled(text="Two.", disputed=("Three (The count).",), superseded="Four"))
    three = fact("fact03", "Later.", C, pulled=Pulled(text="Later.", as_of="2026"))
    brief = edit.merge(edit.merge(of(one, two, three), "fact01"), "fact01")
    (merged,) = blocks(brief)
    told = review.notices(merged, "2025-06-12")
    assert [word for word, _ in told] == ["Out of date", "Disputed", "Superseded", "Later"]
    assert told[1][1] == "“Two.”: Three (The count)."
    assert edit.entries_in(brief) == {"t/fact01", "t/fact02", "t/fact03"}
    assert store.parse(store.dump(brief), "b")[0] == brief


@pytest.mark.parametrize("own_first", [True, False])
def test_with_own_words_among_them_it_is_own_text_that_carries_the_rest(own_first: bool) -> None:
    own, one = Block(id="own001", role="text", text="We say."), fact("fact01", "One.", A)
    brief = of(*((own, one) if own_first else (one, own)))
    (merged,) = blocks(edit.merge(brief, blocks(brief)[0].id))
    assert (merged.role, merged.entry, merged.pulled) == ("text", None, None)
    assert merged.text == ("We say.\nOne.[^1]" if own_first else "One.[^1]\nWe say.")
    assert [(c.entry, c.marks) for c in merged.carries] == [("t/fact01", (1,))]
    assert review.notices(merged, "2025-06-12") == []


@pytest.mark.parametrize("own_marking", ["PUBLIC", "LIMITE"])
@pytest.mark.parametrize("first", ["fact01", "own001", "limit1", "raised"])
@pytest.mark.parametrize("second", ["fact01", "own001", "limit1", "raised"])
def test_the_marking_is_the_higher_of_both(own_marking: str, first: str, second: str) -> None:
    made = {
        "fact01": fact("fact01", "One.", A), "own001": Block(id="own001", role="text", text="We say."),
        "limit1": fact("limit1", "Two.", LIMITE), "raised": fact("raised", "Three.", B, marking="LIMITE"),
    }  # fmt: skip
    brief = of(made[first], replace(made[second], id="other1"), own_marking=own_marking)
    before = {block_marking(brief, brief.sections[0], b) for b in blocks(brief)}
    after = edit.merge(brief, first)
    (merged,) = blocks(after)
    assert block_marking(after, after.sections[0], merged) == ("LIMITE" if "LIMITE" in before else "PUBLIC")


def test_filled_prompts_are_asked_again_and_questions_kept() -> None:
    question = Block(id="quest1", role="question", text="Q?")
    answer = Block(id="answe1", role="answer", text="A.", question="quest1", prompt="Our answer?", made_from="{{ x }}")
    text = Block(id="texts1", role="text", text="T.", question="quest1", made_from="{{ y }}")
    merged = blocks(edit.merge(of(question, answer, text), "answe1"))[1]
    assert (merged.prompt, merged.made_from, merged.question, merged.role) == (
        "Our answer?",
        "{{ x }}",
        "quest1",
        "answer",
    )
    merged = blocks(edit.merge(of(question, text, answer), "texts1"))[1]
    assert (merged.prompt, merged.made_from) == ("Our answer?", "{{ x }}")


def position(ident: str, actor: str, stance: str = "asks") -> Block:
    text = f"{actor} speaks."
    return fact(ident, text, A, role="position", pulled=Pulled(text=text, actor=actor, stance=stance))


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ((fact("fact01", "One."), Block(id="quest1", role="question", text="Q?")), "A question stands by itself"),
        ((Block(id="quest1", role="question", text="Q?"), fact("fact01", "One.")), "A question stands by itself"),
        ((fact("fact01", "One."), Block(id="promp1", role="prompt", text="?")), "still to be filled in"),
        ((Block(id="promp1", role="prompt", text="?"), fact("fact01", "One.")), "still to be filled in"),
        ((fact("fact01", "One."),), "the last of its section"),
        ((position("posit1", "Keepers"), position("posit2", "Presidency")), "not what Keepers said"),
        ((position("posit1", "Keepers"), position("posit2", "Keepers", "opposes")), "not what Keepers said"),
        ((position("posit1", "Keepers"), fact("fact01", "One.")), "not what Keepers said"),
    ],
)
def test_what_does_not_go_together_is_told(pair: tuple[Block, ...], said: str) -> None:
    with pytest.raises(BrieferError, match=said):
        edit.merge(of(*pair), pair[0].id)


def test_what_one_actor_said_goes_together_and_into_own_text() -> None:
    one = position("posit1", "Keepers")
    (merged,) = blocks(edit.merge(of(one, replace(one, id="posit2", text="More.")), "posit1"))
    assert merged.pulled == one.pulled and merged.role == "position"
    own = Block(id="own001", role="text", text="We say.")
    (merged,) = blocks(edit.merge(of(one, own), "posit1"))
    assert merged.role == "text" and [c.pulled.actor for c in merged.carries] == ["Keepers"]


# --- splitting -------------------------------------------------------------------------------------------------------


def cut(text: str, *sources: Source) -> list[str]:
    brief = of(Block(id="texts1", role="text", text=text.replace("|", ""), sources=sources))
    return [b.text for b in blocks(edit.split(brief, "texts1", text.index("|"))[0])]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One. |Two.", ["One.", "Two."]),
        ("One.\n|Two.\nThree.", ["One.", "Two.\nThree."]),
        ("One.\nTwo.|\nThree.", ["One.\nTwo.", "Three."]),
        ("One.\n\n|\nTwo.", ["One.", "Two."]),
        ("a **b|c** d", ["a **b**", "**c** d"]),
        ("a **b |*c* d** e", ["a **b**", "***c*** **d** e"]),
        ("a ***b| c*** d", ["a ***b***", "***c*** d"]),
        ("a **b*|*c", ["a **b**", "c"]),
        ("a\\|*b", ["a\\*", "b"]),
        ("- one |two", ["- one", "- two"]),
        ("One.|[^1] Two.", ["One.[^1]", "Two."]),
        ("One[^|1] Two.", ["One[^1]", "Two."]),
        ("2 * 3 | * 4", ["2 * 3", "\\* 4"]),
    ],
)
def test_a_text_is_cut_where_the_cursor_is_and_bold_goes_on(text: str, parts: list[str]) -> None:
    read = [markup.plain(p) for p in cut(text, A)]
    assert read == [markup.plain(p) for p in parts]
    assert [markup.parse(p) for p in cut(text, A)] == [markup.parse(p) for p in parts]


@pytest.mark.parametrize("text", ["|One.", "One.|", "", "  |\nOne.", "One.|[^1]"])
def test_there_is_something_on_both_sides_of_a_cut(text: str) -> None:
    with pytest.raises(BrieferError, match="nothing on the other side"):
        cut(text or "|", A)


def test_sources_go_with_their_marks_and_unmarked_ones_with_both() -> None:
    brief = of(Block(id="texts1", role="text", text="One[^2]. Two[^3].", sources=(A, B, C)))
    brief, new = edit.split(brief, "texts1", 9)
    one, two = blocks(brief)
    assert (one.text, one.sources, two.text, two.sources) == ("One[^2].", (A, B), "Two[^2].", (A, C))
    assert (one.id, two.id) == ("texts1", new)


def test_both_parts_stay_what_was_pulled_and_neither_goes_without_its_source() -> None:
    one = fact("fact01", "One is. Two is.", A)
    brief, _ = edit.split(of(replace(one, text="One is.[^1] Two is.")), "fact01", 12)
    for part in blocks(brief):
        assert (part.entry, part.pulled, part.sources) == (one.entry, one.pulled, (A,))


def test_without_a_place_every_paragraph_becomes_a_block() -> None:
    text = Block(id="texts1", role="answer", text="One.\n\n- two\n- three", prompt="Our answer?", question="quest1")
    brief, new = edit.split(of(text, Block(id="quest1", role="question")), "texts1")
    parts = blocks(brief)[:3]
    assert [(b.text, b.role, b.question, b.prompt) for b in parts] == [
        ("One.", "answer", "quest1", "Our answer?"), ("- two", "answer", "quest1", None), ("- three", "answer", "quest1", None),
    ]  # fmt: skip
    assert parts[1].id == new and len({b.id for b in blocks(brief)}) == 4
    with pytest.raises(BrieferError, match="one paragraph"):
        edit.split(brief, new)
    with pytest.raises(BrieferError, match="filled in"):
        edit.split(of(Block(id="promp1", role="prompt", text="One.\nTwo.")), "promp1")


def test_what_was_merged_comes_apart_again() -> None:
    one, two, own = (
        fact("fact01", "One is.", A, LIMITE),
        fact("fact02", "Two are.", A),
        Block(id="own001", role="text", text="Ours."),
    )
    for pair in ((one, two), (one, own), (own, two)):
        brief, _ = edit.split(edit.merge(of(*pair), pair[0].id), pair[0].id)
        first, second = (replace(b, text=notemarks.unmarked(b.text)) for b in blocks(brief))
        assert (first, replace(second, id=pair[1].id)) == pair


def test_a_carried_entry_goes_with_its_marks_or_its_words() -> None:
    woven = Carried("t/x", Pulled(text="Wicks burn.", valid_until="2020"), (1,))
    other = Carried("t/y", Pulled(text="Horns blow.", valid_until="2020"))
    text = Block(
        id="texts1", role="text", text="Ours. Wicks do.[^1]\nHorns blow, too.", sources=(A,), carries=(woven, other)
    )
    brief, _ = edit.split(of(text), "texts1", 6)
    one, two = blocks(brief)
    assert (one.carries, one.sources, two.carries) == ((), (), (woven, other))
    brief, _ = edit.split(of(text), "texts1")
    assert [b.carries for b in blocks(brief)] == [(woven,), (other,)]


# --- whatever stands there -------------------------------------------------------------------------------------------

TEXT = st.lists(st.text(st.sampled_from(list("ab *\\[]^123-.")), max_size=14), min_size=1, max_size=3).map("\n".join)


def _read(text: str) -> str:
    return "".join(c for line in glyphs.lines(text) for c in line.read if not c.isspace())


@settings(deadline=None)
@given(one=TEXT, two=TEXT)
def test_merging_keeps_every_word_and_every_mark_with_its_source(one: str, two: str) -> None:
    first, second = fact("fact01", one, A, B), fact("fact02", two, B, C)
    (merged,) = blocks(edit.merge(of(first, second), "fact01"))
    expected = [notemarks.grounded(t, 2) for t in (one, two)]
    assert _read(merged.text) == "".join(map(_read, expected))
    held = [
        (w.strip(), p)
        for block, t in ((first, expected[0]), (second, expected[1]))
        for w, p in cited(replace(block, text=t))
    ]
    now = ["".join(w.split()) for w, _ in cited(merged)]
    for words, paper in held:
        assert paper in [p for w, p in cited(merged) if "".join(w.split()).endswith("".join(words.split()))], now
    assert {s.paper for s in merged.sources} == {"a", "b", "c"}


@settings(deadline=None)
@given(text=TEXT, at=st.integers(0, 45))
def test_splitting_keeps_every_word_mark_and_emphasis(text: str, at: int) -> None:
    brief = of(Block(id="texts1", role="text", text=text, sources=(A, B, C)))
    try:
        parts = blocks(edit.split(brief, "texts1", min(at, len(text)))[0])
    except BrieferError:
        return
    assert "".join(_read(p.text) for p in parts) == _read(text)

    def said(texts: list[str]) -> list[tuple[str, bool, bool]]:
        found = [g for t in texts for line in glyphs.lines(t) for g in glyphs.says(line.glyphs)]
        return [(c, bold, italic) for c, note, bold, italic in found if not note and not c.isspace()]

    before, after = said([text]), said([p.text for p in parts])
    assert [c for c, _, _ in after] == [c for c, _, _ in before]
    # What no marks can say side by side is plain, but nothing becomes bold or italic that was not.
    assert all(
        is_bold <= was_bold and is_it <= was_it
        for (_, is_bold, is_it), (_, was_bold, was_it) in zip(after, before, strict=True)
    )
    papers = [p for part in parts for _, p in cited(part)]
    assert papers == [p for _, p in cited(brief.sections[0].blocks[0])]
