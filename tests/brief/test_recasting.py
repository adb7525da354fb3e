"""A brief under another template: what a person wrote or pulled in is all still there, and stands where it belongs."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefer.brief import edit, glyphs, making, store, whole
from briefer.brief.making import Wanted
from briefer.brief.marking import unfilled
from briefer.brief.model import Block, Brief, MeetingRef, Pulled, Section, Source
from briefer.brief.recast import KEPT, recast
from briefer.brief.templates import Templates
from briefer.knowledge.base import Knowledge
from briefer.workspace import read

PAPER = Source(paper="st-1", marking="LIMITE")


def asked(ident: str, entry: str, prompt: str = "") -> tuple[Block, ...]:
    question = Block(
        id=ident, role="question", text=f"About {entry}?", entry=entry, pulled=Pulled(text=f"About {entry}?")
    )
    answer = Block(id=f"{ident}a", role="prompt", text=prompt or f"Our answer on {entry}", question=ident)
    return question, answer


def fact(ident: str, entry: str, **fields: object) -> Block:
    pulled = Pulled(text=f"{entry} is so.")
    return Block(**{
        "id": ident, "role": "fact", "text": pulled.text, "entry": entry, "pulled": pulled, "sources": (PAPER,), **fields
    })  # type: ignore[arg-type]  # fmt: skip


def note(*sections: Section, **fields: object) -> Brief:
    return Brief(
        **{
            "brief": "b",
            "format": 1,
            "title": "B",
            "as_of": "2025",
            "marking": "LIMITE",
            "sections": sections,
            **fields,
        }
    )  # type: ignore[arg-type]


def speaking(*blocks: Block, **fields: object) -> Section:
    return Section(**{"id": "speaking", "role": "speaking-note", "title": "Speaking note", "blocks": blocks, **fields})  # type: ignore[arg-type]


def texts(brief: Brief, section: str) -> list[str]:
    return [b.text for s in brief.sections if s.id == section for b in s.blocks]


@pytest.fixture
def fresh() -> Brief:
    """What the other template gives."""
    wish = Block(id="fresh1", role="prompt", text="What do we want?", made_from="What {{ x }}?")
    figure = fact("fresh2", "t/figure", role="figure")
    timeline = fact("fresh3", "t/day", text="**10 June 2025** t/day is so.")
    return note(
        Section(id="objective", role="objective", title="Aim", disclosable=False, blocks=(wish,)),
        speaking(*asked("fresh4", "t/q1", "In a minute:"), fact("fresh6", "t/one", question="fresh4"), *asked("fresh7", "t/q2")),
        Section(id="figures", role="figures", title="Key figures", blocks=(figure,)),
        Section(id="state", role="state-of-play", title="State of play", blocks=(timeline,)),
        Section(id="sources", role="sources", title="Sources"),
        template="other", title="Fresh", state="draft",
    )  # fmt: skip


def test_an_answer_goes_to_the_same_question(fresh: Brief) -> None:
    q1, q2 = asked("quest1", "t/q1"), asked("quest2", "t/q2")
    answer = replace(q1[1], role="answer", text="We say so.", prompt="Our answer on t/q1")
    more = Block(id="more01", role="answer", text="And more.", question="quest1")
    made = recast(note(speaking(*q2, q1[0], answer, fact("factab", "t/own", question="quest1"), more)), fresh)
    section = next(s for s in made.sections if s.id == "speaking")
    assert [b.text for b in section.blocks] == [
        "About t/q1?", "We say so.", "t/one is so.", "t/own is so.", "And more.", "About t/q2?", "Our answer on t/q2",
    ]  # fmt: skip
    assert [b.question for b in section.blocks] == [None, *["quest1"] * 4, None, "quest2"]
    kept = section.blocks[1]
    assert (kept.id, kept.role, kept.prompt) == (answer.id, "answer", "In a minute:")


def test_an_answer_never_goes_to_another_question(fresh: Brief) -> None:
    q3 = asked("quest3", "t/q3", "Our answer on t/q2")
    answer = replace(q3[1], role="answer", text="We say so.", prompt=q3[1].text)
    made = recast(note(speaking(q3[0], answer)), fresh)
    section = next(s for s in made.sections if s.id == "speaking")
    assert [b.text for b in section.blocks][-3:] == ["Our answer on t/q2", "About t/q3?", "We say so."]
    assert section.blocks[-1].question == "quest3"


def test_what_was_filled_in_goes_to_the_same_prompt(fresh: Brief) -> None:
    filled = Block(id="filled", role="text", text="Light.", prompt="What do  we want?")
    made = recast(note(Section(id="x", role="handling", title="How", blocks=(filled,))), fresh)
    (one,) = made.sections[0].blocks
    assert (one.id, one.text, one.made_from, made.sections[0].disclosable) == (
        "filled",
        "Light.",
        "What {{ x }}?",
        False,
    )
    assert KEPT not in [s.title for s in made.sections]


def test_an_entry_that_the_other_template_has_stands_there_as_that_one_wants_it(fresh: Brief) -> None:
    day = fact("factab", "t/day", marking="LIMITE")
    made = recast(note(Section(id="s", role="state-of-play", title="S", blocks=(day,))), fresh)
    (one,) = next(s for s in made.sections if s.role == "state-of-play").blocks
    assert (one.id, one.text, one.marking) == ("factab", "**10 June 2025** t/day is so.", "LIMITE")
    reworded = replace(day, text="In June it was so.")
    made = recast(note(Section(id="s", role="state-of-play", title="S", blocks=(reworded,))), fresh)
    assert texts(made, "state") == ["In June it was so."]


def test_what_the_other_template_has_not_goes_to_the_same_role_or_is_kept_at_the_end(fresh: Brief) -> None:
    own = Block(id="own001", role="text", text="Ours.")
    red = Section(id="red", role="red-lines", title="Red lines", blocks=(own, fact("factab", "t/red")))
    objective = Section(id="objective", role="objective", title="Objective", blocks=(fact("factac", "t/aim"),))
    made = recast(
        note(objective, red, Section(id="mine", role="free", title="My *own*", blocks=(replace(own, id="own002"),))),
        fresh,
    )
    assert texts(made, "objective") == ["What do we want?", "t/aim is so."]
    last = made.sections[-1]
    assert (last.title, last.disclosable) == (KEPT, False)
    assert [b.text for b in last.blocks] == ["**Red lines**", "Ours.", "t/red is so.", "**My \\*own\\***", "Ours."]
    again = recast(made, fresh)
    assert [b.text for b in again.sections[-1].blocks] == [b.text for b in last.blocks], "no title upon title"


def test_title_state_header_and_a_raised_marking_stay(fresh: Brief) -> None:
    brief = note(
        speaking(Block(id="own001", role="text", text="Ours."), title="What we say"), title="Mine", state="clearance", version=3,
        meeting=MeetingRef(body="LWP"), drafter="A", own_marking="PUBLIC", brief="mine", template="speaking-note",
        acronyms={"LWP": "Lamps"},
    )  # fmt: skip
    public = replace(fresh, sections=(speaking(),), acronyms={"EU": "Union"})
    made = recast(brief, public)
    assert (made.marking, made.template, made.title) == ("LIMITE", "other", "Mine")
    assert made.sections[0].title == "What we say"
    assert made.acronyms == {"LWP": "Lamps", "EU": "Union"}
    assert replace(made, sections=(), template=None, acronyms={}) == replace(
        brief, sections=(), template=None, acronyms={}
    )


def test_what_a_template_had_put_there_is_left_out_where_its_draft_is_at_hand(fresh: Brief) -> None:
    standing = Block(id="stand1", role="text", text="Standing text.")
    untouched, touched = fact("factab", "t/a"), fact("factac", "t/b")
    q3 = asked("quest3", "t/q3")
    before = note(
        speaking(*q3, title="To say"),
        Section(id="back", role="background", title="Back", blocks=(standing, untouched, touched)),
    )
    brief = edit.set_text(before, "factac", "It was so.")
    made = recast(brief, fresh, before=before)
    assert [b.text for b in made.sections[-1].blocks] == ["**Back**", "It was so."]
    assert next(s for s in made.sections if s.id == "speaking").title == "Speaking note"
    assert "t/q3" not in edit.entries_in(made)
    answered = edit.set_text(brief, "quest3a", "We say so.")
    made = recast(answered, fresh, before=before)
    assert texts(made, "speaking")[-2:] == ["About t/q3?", "We say so."]
    assert "Standing text." in texts(recast(brief, fresh), made.sections[-1].id)


# --- the shipped templates on the shipped base -----------------------------------------------------------------------

NAMES = ["full-brief", "speaking-note", "scene-setter"]


def worked_on(brief: Brief, base: Knowledge) -> tuple[Brief, list[str]]:
    """The brief with every second prompt filled in, statements reworded, own and woven text; and the words written."""
    words: list[str] = []

    def new() -> str:
        words.append(f"Own sentence number {len(words)}.")
        return words[-1]

    for _, prompt in unfilled(brief)[::2]:
        brief = edit.set_text(brief, prompt.id, new())
    for block in [b for s in brief.sections for b in s.blocks if b.entry and b.role != "question"][::5]:
        brief = edit.set_text(brief, block.id, new())
    for section in [s for s in brief.sections if s.role not in ("header", "sources", "abbreviations")]:
        brief, _ = edit.add(brief, "text", new(), section=section.id)
    brief, ident = whole.new_section(brief, new().rstrip("."), after=None)
    brief, block = edit.add(brief, "text", new(), section=ident)
    entry = next(e for e in base.entries.values() if e.kind == "fact" and e.id not in edit.entries_in(brief))
    woven, text, _ = edit.weave(brief, block, f"{words[-1]} ", len(words[-1]) + 1, entry, base)
    return edit.set_text(woven, block, text), words


@pytest.mark.parametrize(("one", "other"), list(itertools.permutations(NAMES, 2)), ids="-to-".join)
@pytest.mark.parametrize("topics", [("csdp-jha-synergies",), ("central-asia", "resettlement")], ids="-".join)
@pytest.mark.parametrize("told", [False, True], ids=["alone", "with-its-draft"])
def test_every_word_that_a_person_wrote_is_still_there(
    repository: Path,
    shipped_base: Knowledge,
    shipped_templates: Templates,
    one: str,
    other: str,
    topics: tuple[str, ...],
    told: bool,
) -> None:
    workspace = read(str(repository))
    drafted, fresh = (
        making.compose(workspace, Wanted(topics, template=name), shipped_base, shipped_templates)
        for name in (one, other)
    )
    brief, words = worked_on(drafted, shipped_base)
    made = recast(brief, fresh, before=drafted if told else None)
    everything = "\n".join(
        [made.title, *(t for s in made.sections for t in (s.title, *(glyphs.read_out(b.text) for b in s.blocks)))]
    )
    assert [w for w in words if w.rstrip(".") not in everything] == []
    entries = edit.entries_in(made)
    if told:
        touched = {
            b.entry
            for s in brief.sections
            for b in s.blocks
            if b not in [x for d in drafted.sections for x in d.blocks]
        }
        assert touched - {None} <= entries
    else:
        assert edit.entries_in(brief) <= entries
    assert edit.entries_in(fresh) <= entries
    ids = [b.id for s in made.sections for b in s.blocks]
    assert len(ids) == len(set(ids))
    assert store.parse(store.dump(made), "b")[1] == []
    assert [s.role for s in made.sections][: len(fresh.sections)] == [s.role for s in fresh.sections]
    answers = {b.question: b.text for s in brief.sections for b in s.blocks if b.role == "answer"}
    for question, text in answers.items():
        entry = edit.find(brief, question or "")[1].entry
        place = edit.holding(made, entry or "")
        assert place is not None
        assert text in [b.text for s in made.sections for b in s.blocks if b.question == place[1].id]
