"""What a person does to a brief, and that all of it can be undone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefer import workspace as workspaces
from briefer.brief import edit, store
from briefer.brief.edit import History
from briefer.brief.model import Block, Brief, Section
from briefer.errors import BrieferError
from briefer.knowledge.base import Knowledge


def ids(brief: Brief, section: str = "speaking") -> list[str]:
    return [b.id for s in brief.sections if s.id == section for b in s.blocks]


def block(brief: Brief, ident: str) -> Block:
    return edit.find(brief, ident)[1]


def test_text_is_changed_in_one_block_only(lamps_brief: Brief) -> None:
    changed = edit.set_text(lamps_brief, "ccccc2", "13 lamps were lit.")
    assert block(changed, "ccccc2").text == "13 lamps were lit."
    assert block(changed, "ccccc2").sources == block(lamps_brief, "ccccc2").sources
    untouched = [b for s in changed.sections for b in s.blocks if b.id != "ccccc2"]
    assert untouched == [b for s in lamps_brief.sections for b in s.blocks if b.id != "ccccc2"]


@pytest.mark.parametrize(("ident", "role"), [("bbbbb2", "answer"), ("aaaaa2", "text")])
def test_a_prompt_that_is_filled_in_becomes_what_it_asked_for(lamps_brief: Brief, ident: str, role: str) -> None:
    assert block(edit.set_text(lamps_brief, ident, "We want light."), ident).role == role


def test_a_prompt_in_the_top_lines_becomes_a_point(lamps_brief: Brief) -> None:
    top = replace(lamps_brief.sections[1], role="top-lines")
    brief = replace(lamps_brief, sections=(top,))
    assert block(edit.set_text(brief, "aaaaa2", "Light first."), "aaaaa2").role == "point"


@pytest.mark.parametrize("text", ["", "   ", "Our answer"])
def test_a_prompt_left_empty_or_as_it_was_stays_a_prompt(lamps_brief: Brief, text: str) -> None:
    assert block(edit.set_text(lamps_brief, "bbbbb2", text), "bbbbb2").role == "prompt"


def test_an_answer_that_is_emptied_asks_again(lamps_brief: Brief) -> None:
    filled = edit.set_text(lamps_brief, "bbbbb2", "We light them all.")
    assert edit.set_text(filled, "bbbbb2", "") == lamps_brief


def test_the_marking_comes_down_when_what_carried_it_is_taken_out(lamps_brief: Brief) -> None:
    fact = block(lamps_brief, "ccccc2")
    public = replace(fact, id="fffff2", sources=tuple(replace(s, marking="PUBLIC") for s in fact.sources))
    sections = (Section(id="facts", role="background", title="Facts", blocks=(fact, public)),)
    brief = replace(lamps_brief, sections=sections, marking="LIMITE")
    assert edit.remove(brief, "ccccc2").marking == "PUBLIC"
    assert edit.remove(brief, "fffff2").marking == "LIMITE"


def test_a_marking_that_a_person_raised_stays_raised(lamps_brief: Brief) -> None:
    fact = block(lamps_brief, "ccccc2")
    public = replace(fact, sources=tuple(replace(s, marking="PUBLIC") for s in fact.sources))
    sections = (Section(id="facts", role="background", title="Facts", blocks=(public,)),)
    brief = replace(lamps_brief, sections=sections, marking="LIMITE")
    assert edit.remove(brief, "ccccc2").marking == "LIMITE"


def test_a_removed_question_takes_its_answer_and_material_along(lamps_brief: Brief) -> None:
    assert ids(edit.remove(lamps_brief, "qqqqq1")) == ["qqqqq2", "ddddd2"]


def test_a_removed_fact_takes_nothing_along(lamps_brief: Brief) -> None:
    assert ids(edit.remove(lamps_brief, "ccccc2")) == ["qqqqq1", "bbbbb2", "qqqqq2", "ddddd2"]


def test_an_entry_is_pulled_with_its_sources_after_a_block_or_at_the_end(lamps_brief: Brief, base: Knowledge) -> None:
    entry = base.entry("fog-signals/horns-installed")
    brief, ident = edit.pull(lamps_brief, entry, base, section="speaking", after="ccccc2", question="qqqqq1")
    assert ids(brief).index(ident) == ids(brief).index("ccccc2") + 1
    pulled = block(brief, ident)
    assert (pulled.entry, pulled.question, pulled.role) == ("fog-signals/horns-installed", "qqqqq1", "fact")
    assert [s.paper for s in pulled.sources] == ["keepers-2024-count"]
    brief, ident = edit.pull(brief, entry, base, section="background")
    assert ids(brief, "background")[-1] == ident


def test_pulling_an_entry_brings_the_acronyms_it_uses(lamps_brief: Brief, base: Knowledge, workspace: Any) -> None:
    fact = "{id: gok, text: The GoK met., source: {paper: keepers-2024-count}, as_of: 2024}"
    more = f"topic: keeping\ntitle: Keeping\nsummary: Who.\nfacts:\n  - {fact}\n"
    base = workspaces.read(str(workspace({"knowledge/topics/keeping.yaml": more}))).knowledge()
    brief, _ = edit.pull(lamps_brief, base.entry("keeping/gok"), base, section="background")
    assert brief.acronyms == {"GoK": "Guild of Keepers", "LWP": "Lamps Working Party"}


def test_a_block_of_ones_own_is_added_where_it_is_wanted(lamps_brief: Brief) -> None:
    brief, ident = edit.add(lamps_brief, "point", "Oil is dear.", section="background", after="eeeee2")
    assert ids(brief, "background") == ["eeeee2", ident, "fffff2"]
    assert block(brief, ident).text == "Oil is dear."


def test_a_copy_stands_after_its_block_and_after_all_that_belongs_to_a_question(lamps_brief: Brief) -> None:
    brief, copy = edit.duplicate(lamps_brief, "eeeee2")
    assert ids(brief, "background") == ["eeeee2", copy, "fffff2"]
    assert replace(block(brief, copy), id="eeeee2") == block(lamps_brief, "eeeee2")
    brief, copy = edit.duplicate(lamps_brief, "qqqqq1")
    assert ids(brief) == ["qqqqq1", "bbbbb2", "ccccc2", copy, "qqqqq2", "ddddd2"]
    assert [b.question for s in brief.sections for b in s.blocks if b.question] == ["qqqqq1", "qqqqq1", "qqqqq2"]


def test_nothing_is_lost_into_a_section_or_question_that_is_not_there(lamps_brief: Brief, base: Knowledge) -> None:
    with pytest.raises(BrieferError, match=r"no section backgruond.*Did you mean background"):
        edit.add(lamps_brief, "point", "x", section="backgruond")
    with pytest.raises(BrieferError, match="no block zzzzz9"):
        edit.pull(lamps_brief, base.entry("lamps/lamps-lit"), base, section="speaking", question="zzzzz9")


def test_an_id_is_never_given_again_after_its_block_was_removed(lamps_brief: Brief, base: Knowledge) -> None:
    entry = base.entry("lamps/lamps-lit")
    given: set[str] = set(edit.taken(lamps_brief))
    brief = lamps_brief
    for _ in range(20):
        brief, pulled = edit.pull(brief, entry, base, section="background")
        brief, added = edit.add(brief, "point", "The same words.", section="background")
        assert not {pulled, added} & given
        given |= {pulled, added}
        brief = edit.remove(edit.remove(brief, pulled), added)
    assert brief.sections == lamps_brief.sections


def test_every_id_given_is_one_that_a_brief_may_hold(lamps_brief: Brief, base: Knowledge) -> None:
    brief = lamps_brief
    for name in ("lamps/lamps-lit", "lamps/oil-contract"):
        brief, _ = edit.pull(brief, base.entry(name), base, section="background")
        brief, _ = edit.add(brief, "note", "n", section="background")
    again, faults = store.parse(store.dump(brief), "b")
    assert not faults
    assert again == brief


@pytest.mark.parametrize(
    "do",
    [lambda b: edit.set_text(b, "zzzzz9", ""), lambda b: edit.remove(b, "zzzzz9"), lambda b: edit.move(b, "zzzzz9", 1)],
)
def test_a_block_that_is_gone_is_told(lamps_brief: Brief, do: Any) -> None:
    with pytest.raises(BrieferError, match="no block zzzzz9"):
        do(lamps_brief)


# --- undo ------------------------------------------------------------------------------------------------------------

STEP = st.tuples(
    st.sampled_from(["text", "remove", "add", "move", "undo", "redo"]), st.integers(0, 30), st.text("ab ", max_size=4)
)


def _step(brief: Brief, kind: str, number: int, text: str) -> Brief:
    present = [b.id for s in brief.sections for b in s.blocks]
    if kind == "add" or not present:
        return edit.add(brief, "text", text, section=brief.sections[number % len(brief.sections)].id)[0]
    one = present[number % len(present)]
    if kind == "text":
        return edit.set_text(brief, one, text)
    return edit.remove(brief, one) if kind == "remove" else edit.move(brief, one, number % 5 - 2)


@settings(deadline=None)
@given(steps=st.lists(STEP, max_size=25))
def test_undo_returns_to_each_earlier_state_and_redo_to_each_later_one(steps: list[tuple[str, int, str]]) -> None:
    brief = Brief(
        brief="b", format=1, title="B", as_of="2025",
        sections=(
            Section(id="one", role="speaking-note", blocks=(
                Block(id="qqqqq1", role="question", text="q"), Block(id="aaaaa2", role="prompt", text="p", question="qqqqq1"),
            )),
            Section(id="two", role="free", blocks=(Block(id="bbbbb2", role="text", text="t"),)),
        ),
    )  # fmt: skip
    history = History(brief)
    states, at = [brief], 0
    for kind, number, text in steps:
        if kind == "undo":
            assert (history.undo() is None) == (at == 0)
            at = max(at - 1, 0)
        elif kind == "redo":
            assert (history.redo() is None) == (at == len(states) - 1)
            at = min(at + 1, len(states) - 1)
        else:
            new = _step(history.brief, kind, number, text)
            history.do(new, kind)
            if new != states[at]:
                states = [*states[: at + 1], new]
                at += 1
        assert history.brief == states[at]
    while at:
        assert history.undo()
        at -= 1
        assert history.brief == states[at]
    assert history.undo() is None
    for state in states[1:]:
        assert history.redo()
        assert history.brief == state


def test_undo_says_what_was_undone(lamps_brief: Brief) -> None:
    history = History(lamps_brief)
    history.do(edit.remove(lamps_brief, "ccccc2"), "removed a fact")
    assert history.undo() == "removed a fact"
    assert history.redo() == "removed a fact"


def test_typing_in_one_block_is_one_step(lamps_brief: Brief) -> None:
    history = History(lamps_brief)
    for text in ("L", "Li", "Light"):
        history.do(edit.set_text(history.brief, "fffff2", text), "changed fffff2", join=True)
    history.do(edit.set_text(history.brief, "eeeee2", "x"), "changed eeeee2", join=True)
    history.undo()
    assert block(history.brief, "fffff2").text == "Light"
    history.undo()
    assert history.brief == lamps_brief


def test_what_changes_nothing_is_no_step(lamps_brief: Brief) -> None:
    history = History(lamps_brief)
    history.do(edit.move(lamps_brief, "fffff2", 1), "moved")
    assert history.undo() is None
