"""A note in an editor of one's own: what is changed there comes back, and nothing else does."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer.brief import astext, edit, store
from briefer.brief.marking import block_marking
from briefer.brief.model import Block, Brief, Section, Source
from briefer.errors import BrieferError


def ids(brief: Brief, section: str = "speaking") -> list[str]:
    return [b.id for s in brief.sections if s.id == section for b in s.blocks]


def block(brief: Brief, ident: str) -> Block:
    return edit.find(brief, ident)[1]


def edited(brief: Brief, old: str, new: str) -> Brief:
    text = astext.dump(brief)
    assert text.count(old) == 1, text
    return astext.load(text.replace(old, new), brief)


def piece(brief: Brief, ident: str) -> str:
    """The lines of one block in the text."""
    found = re.search(rf"@@ {ident}.*?\n(?=\n|\Z)", astext.dump(brief), re.DOTALL)
    assert found
    return found[0]


def test_the_text_says_how_it_works_and_shows_what_stands_where(lamps_brief: Brief) -> None:
    text = astext.dump(lamps_brief)
    assert text.startswith("%% The note as text.")
    assert "\n# Coastal lamps\n" in text
    assert "\n## Speaking note {speaking}\n\n@@ qqqqq1 question 1\nWhich lamps first?\n%% [1] Council 1234/25, " in text
    assert "\n@@ bbbbb2 to fill in for question 1\n%% Our answer\n\n" in text
    assert "\n@@ ddddd2 answer to question 2\nBy **post**, we say.\n" in text
    assert "\n## Sources {sources}\n%% made at export\n" in text


def test_nothing_changed_changes_nothing(lamps_brief: Brief) -> None:
    assert astext.load(astext.dump(lamps_brief), lamps_brief) == lamps_brief


def test_changed_words_come_back_in_their_block_alone(lamps_brief: Brief) -> None:
    brief = edited(lamps_brief, "Second line: with a colon.", "Second line.\n\n- and *more*")
    assert block(brief, "fffff2").text == "First line.\nSecond line.\n\n- and *more*"
    assert edit.set_text(brief, "fffff2", block(lamps_brief, "fffff2").text) == lamps_brief


def test_a_prompt_is_filled_in_by_writing_below_it(lamps_brief: Brief) -> None:
    brief = edited(lamps_brief, "%% Our answer\n", "%% Our answer\nThe northern ones.\n")
    assert brief == edit.set_text(lamps_brief, "bbbbb2", "The northern ones.")
    assert "%% Our answer\nThe northern ones.\n" in astext.dump(brief)
    assert edited(brief, "The northern ones.\n", "") == lamps_brief


def test_a_block_taken_out_is_gone_and_so_is_one_whose_words_are(lamps_brief: Brief) -> None:
    assert edited(lamps_brief, piece(lamps_brief, "fffff2"), "") == edit.remove(lamps_brief, "fffff2")
    assert edited(lamps_brief, "First line.\nSecond line: with a colon.\n", "") == edit.remove(lamps_brief, "fffff2")


def test_a_block_moved_under_another_heading_moves_with_its_sources(lamps_brief: Brief) -> None:
    part = piece(lamps_brief, "ccccc2")
    text = astext.dump(lamps_brief).replace(part, "").replace("@@ fffff2", f"{part}\n@@ fffff2")
    brief = astext.load(text, lamps_brief)
    assert brief == edit.move_to(lamps_brief, "ccccc2", section="background", after="eeeee2")


def test_an_answer_moved_below_another_question_is_that_ones(lamps_brief: Brief) -> None:
    part = piece(lamps_brief, "bbbbb2")
    text = astext.dump(lamps_brief).replace(part, "").replace("@@ ddddd2", f"{part}\n@@ ddddd2")
    brief = astext.load(text, lamps_brief)
    assert ids(brief) == ["qqqqq1", "ccccc2", "qqqqq2", "bbbbb2", "ddddd2"]
    assert (block(brief, "bbbbb2").question, block(brief, "ccccc2").question) == ("qqqqq2", "qqqqq1")


def test_what_belonged_to_a_question_taken_out_stays_and_is_nobodys(lamps_brief: Brief) -> None:
    brief = edited(lamps_brief, piece(lamps_brief, "qqqqq1"), "")
    assert ids(brief) == ["bbbbb2", "ccccc2", "qqqqq2", "ddddd2"]
    assert block(brief, "ccccc2").question is None
    assert not store.parse(store.dump(brief), "b")[1]


def test_text_of_ones_own_becomes_a_block_where_it_stands(lamps_brief: Brief) -> None:
    for old, new, place in [
        ("## Background {background}\n", "## Background {background}\nNew **words**.\n", 0),
        ("@@ fffff2 text\n", "@@ new\nNew **words**.\n@@ fffff2 text\n", 1),
        ("\n@@ fffff2 text\n", "New **words**.\n\n@@ fffff2 text\n", 1),
    ]:
        brief = edited(lamps_brief, old, new)
        (made,) = set(ids(brief, "background")) - {"eeeee2", "fffff2"}
        assert ids(brief, "background").index(made) == place
        assert (block(brief, made).role, block(brief, made).text, block(brief, made).sources) == (
            "text",
            "New **words**.",
            (),
        )
        assert edit.remove(brief, made) == lamps_brief
    assert edited(lamps_brief, "@@ fffff2 text\n", "@@ new\n\n@@ fffff2 text\n") == lamps_brief


def test_text_under_a_question_without_an_answer_is_its_answer(lamps_brief: Brief) -> None:
    brief = edit.remove(lamps_brief, "bbbbb2")
    brief = edited(brief, "@@ ccccc2", "@@ new\nThe northern ones.\n\n@@ new\nAll of them.\n\n@@ ccccc2")
    first, second = (block(brief, i) for i in ids(brief)[1:3])
    assert [(b.role, b.question, b.text) for b in (first, second)] == [
        ("answer", "qqqqq1", "The northern ones."), ("text", "qqqqq1", "All of them."),
    ]  # fmt: skip


def test_a_block_that_stands_there_twice_becomes_two(lamps_brief: Brief) -> None:
    part = piece(lamps_brief, "eeeee2")
    brief = edited(lamps_brief, part, part + "\n" + part.replace("14", "15"))
    one, two = (block(brief, i) for i in ids(brief, "background")[:2])
    assert one == block(lamps_brief, "eeeee2")
    assert (two.text, two.sources, two.entry) == ("15 lamps were lit.", one.sources, one.entry)


# --- headings --------------------------------------------------------------------------------------------------------


def test_headings_and_the_title_can_be_worded_anew(lamps_brief: Brief) -> None:
    brief = edited(lamps_brief, "# Coastal lamps\n", "# Lamps at sea\n")
    assert brief == replace(lamps_brief, title="Lamps at sea")
    brief = edited(lamps_brief, "## Speaking note {speaking}", "## What we say  {speaking}")
    assert [s.title for s in brief.sections][2] == "What we say"
    assert replace(brief.sections[2], title="Speaking note") == lamps_brief.sections[2]


def test_sections_are_moved_made_and_taken_out_with_their_headings(lamps_brief: Brief) -> None:
    new = "## Next\n\n## Next steps\n\nSoon.\n\n## Background\n"
    brief = edited(lamps_brief, "## Background {background}\n", new)
    assert [(s.id, s.title) for s in brief.sections][3:6] == [
        ("next", "Next"), ("next-steps", "Next steps"), ("background", "Background")
    ]  # fmt: skip
    assert brief.sections[4].blocks[0].text == "Soon."
    gone = edited(lamps_brief, "## Background {background}\n", "")
    assert ids(gone)[-2:] == ["eeeee2", "fffff2"]
    text = astext.dump(lamps_brief)
    start, end = text.index("## Objective"), text.index("## Speaking")
    brief = astext.load(text[:start] + text[end:] + text[start:end], lamps_brief)
    assert [s.id for s in brief.sections] == ["header", "speaking", "background", "sources", "objective"]
    assert sorted(brief.sections, key=str) == sorted(lamps_brief.sections, key=str)


def test_own_words_moved_out_of_what_is_never_for_release_keep_its_marking() -> None:
    own = Block(id="own001", role="text", text="Our limit.")
    brief = Brief(
        brief="b", format=1, title="B", as_of="2025", own_marking="PUBLIC",
        sections=(Section(id="red", role="red-lines", title="Red", blocks=(own,)),),
    )  # fmt: skip
    moved = edited(brief, "## Red {red}", "## Open")
    assert moved.sections[0].role == "free"
    assert block_marking(moved, moved.sections[0], moved.sections[0].blocks[0]) == "LIMITE"


# --- what cannot be read ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("@@ fffff2", "@@ fffff3", r"Line \d+: There is no block fffff3 in this brief. Write “@@ new”"),
        ("{speaking}", "{speeking}", r"Line \d+: There is no section {speeking} .* Did you mean speaking\?"),
        ("{background}", "{speaking}", r"Line \d+: Two headings have {speaking}"),
        ("## Background {background}", "## ", r"Line \d+: A new section needs a title"),
        ("# Coastal lamps\n", "# Coastal lamps\nWords.\n", r"Line 9: Text stands above the first heading"),
        ("## Sources {sources}\n", "## Sources {sources}\nWords.\n", r"Line \d+: Sources is made at export"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_line(lamps_brief: Brief, old: str, new: str, said: str) -> None:
    with pytest.raises(BrieferError, match=said):
        edited(lamps_brief, old, new)


@pytest.mark.parametrize("text", ["", " \n\n", "\ufeff", "%% The note as text.\n# Coastal lamps\n"])
def test_a_text_with_nothing_in_it_takes_nothing_away(lamps_brief: Brief, text: str) -> None:
    with pytest.raises(BrieferError, match="nothing was changed"):
        astext.load(text, lamps_brief)


# --- whatever stands there, and whatever editors do to it ------------------------------------------------------------

PIECE = st.sampled_from(
    [*"ab *\\[]^1-{}#@%é\t\n\r\u00a0\ufeff\u2028\x07", "##", "\n@@ ", "\n%% ", "\n%% [1]", "\n\\##"]
)
TEXT = st.lists(PIECE, max_size=15).map("".join)
ROLES = ["question", "answer", "text", "fact", "prompt", "row"]
SOURCE = st.builds(Source, paper=st.just("p"), title=TEXT, at=st.none() | TEXT)
BLOCK = st.builds(
    Block,
    role=st.sampled_from(ROLES),
    text=TEXT,
    sources=st.lists(SOURCE, max_size=2).map(tuple),
    prompt=st.none() | TEXT,
)
SECTION = st.tuples(
    TEXT, st.sampled_from(["free", "header", "red-lines", "speaking-note"]), st.lists(BLOCK, max_size=4)
)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    sections, number = [], 0
    names = draw(st.lists(st.text("ab-{} É", max_size=4), max_size=4, unique=True))
    for name in names:
        title, role, made = draw(SECTION)
        blocks = []
        for one in made:
            number += 1
            asked = [b.id for b in blocks if b.role == "question"]
            question = draw(st.sampled_from([None, *asked])) if one.role != "question" else None
            blocks.append(replace(one, id=f"block{number}", question=question))
        sections.append(Section(id=name, role=role, title=title, blocks=tuple(blocks)))  # type: ignore[arg-type]
    return Brief(brief="b", format=1, title=draw(TEXT), as_of="2025", sections=tuple(sections))


def crlf(text: str) -> str:
    return text.replace("\n", "\r\n")


def trailing(text: str) -> str:
    return "\n".join(f"{line} \t" for line in text.split("\n")) + "\n\n\n"


def tabs(text: str) -> str:
    return re.sub(r"(?m)^ +|  +", "\t", text)


@settings(deadline=None)
@given(
    brief=briefs(), mangle=st.lists(st.sampled_from([crlf, trailing, tabs, str.rstrip, "\ufeff{}".format]), max_size=3)
)
def test_no_brief_is_changed_by_going_there_and_back(brief: Brief, mangle: list) -> None:  # type: ignore[type-arg]
    if not brief.sections:
        return
    text = astext.dump(brief)
    for one in mangle:
        text = one(text)
    assert astext.load(text, brief) == brief


@settings(deadline=None)
@given(brief=briefs(), data=st.data())
def test_an_edit_of_one_block_changes_that_block_alone(brief: Brief, data: st.DataObject) -> None:
    all_ids = [b.id for s in brief.sections for b in s.blocks]
    if not all_ids:
        return
    one = data.draw(st.sampled_from(all_ids))
    lines = astext.dump(brief).split("\n")
    at = next(i for i, line in enumerate(lines) if line.startswith(f"@@ {one} "))
    end = next((i for i in range(at + 1, len(lines)) if not lines[i].startswith("%%")), len(lines))
    after = astext.load("\n".join([*lines[:end], "Another line.", *lines[end:]]), brief)
    changed = edit.find(after, one)[1]
    others = [b for s in after.sections for b in s.blocks if b.id != one and b.id in all_ids]
    assert others == [b for s in brief.sections for b in s.blocks if b.id != one]
    assert "Another line." in changed.text
