"""Two briefs compared: the same block known again, each text word by word, and what was moved, added, taken out."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from briefer.brief import edit, whole, words
from briefer.brief.compare import BlockChange, Comparison, compare
from briefer.brief.model import Block, Brief, MeetingRef, Section, Source


def told(comparison: Comparison) -> dict[str, BlockChange]:
    return {b.block: b for b in comparison.blocks if b.differs}


@pytest.mark.parametrize(
    ("old", "new", "signed"),
    [
        ("By post, we say.", "By fast post, we say.", "By {+fast +}post, we say."),
        ("12 lamps were lit.", "14 lamps were lit.", "[-12-]{+14+} lamps were lit."),
        ("We want **two lamps**.", "We want **three lamps**.", "We want **[-two-]{+three+} lamps**."),
        ("Lit.[^1] Paid.", "Lit.[^1][^2] Paid.", "Lit.[^1]{+[^2]+} Paid."),
        ("some words", "**some** words", "{+**+}some{+**+} words"),
        ("1,000 lamps", "1,500 lamps", "[-1,000-]{+1,500+} lamps"),
        ("", "New.", "{+New.+}"),
        ("Same.", "Same.", "Same."),
        ("a long oil lamp", "a short gas lamp", "a [-long oil-]{+short gas+} lamp"),
        (
            "What do we want of the chair on lamps?",
            "Three lamps.",
            "[-What do we want of the chair on lamps?-]{+Three lamps.+}",
        ),
    ],
)
def test_words_are_compared_whole(old: str, new: str, signed: str) -> None:
    assert words.signed(words.changes(old, new)) == signed


def test_pieces_give_both_texts_again_and_never_cut_a_mark() -> None:
    lot = random.Random(7)
    some = ["lamp ", "oil", "**", "*", "[^1]", "[^12]", ",", " ", "\n", "- ", "ü", "1.5", "\\*", "a-b"]
    for _ in range(3000):
        old, new = ("".join(lot.choices(some, k=lot.randint(0, 12))) for _ in range(2))
        pieces = words.changes(old, new)
        assert (words.side(pieces, "gone"), words.side(pieces, "new")) == (old, new)
        for piece in pieces:
            assert piece.text and not piece.text.endswith("[^")
            assert "".join(words.tokens(piece.text)) == piece.text


def test_a_brief_and_itself_say_the_same(lamps_brief: Brief) -> None:
    assert not compare(lamps_brief, lamps_brief).differs
    assert not compare(lamps_brief, replace(lamps_brief, version=7)).differs


def test_changed_added_and_removed_blocks(lamps_brief: Brief) -> None:
    new = edit.set_text(lamps_brief, "ddddd2", "By **fast post**, we say.")
    new = edit.remove(new, "eeeee2")
    new, added = edit.add(new, "text", "Horns stay.", section="background", after="fffff2")
    comparison = compare(lamps_brief, new)
    found = told(comparison)
    assert {i: b.status for i, b in found.items()} == {"ddddd2": "changed", "eeeee2": "removed", added: "added"}
    assert words.signed(found["ddddd2"].pieces) == "By **{+fast +}post**, we say."
    background = next(s for s in comparison.sections if s.section == "background")
    assert [b.block for b in background.blocks] == ["eeeee2", "fffff2", added]
    assert [s.paper for s in comparison.sources_removed] == []


def test_a_block_that_moved_is_no_block_that_went(lamps_brief: Brief) -> None:
    moved = edit.move_to(lamps_brief, "fffff2", section="objective")
    comparison = compare(lamps_brief, moved)
    found = told(comparison)
    assert list(found) == ["fffff2"]
    one = found["fffff2"]
    assert (one.status, one.moved, one.was_in, one.section) == ("same", True, "background", "objective")


def test_of_two_that_changed_places_one_has_moved(lamps_brief: Brief) -> None:
    found = told(compare(lamps_brief, edit.move(lamps_brief, "eeeee2", 1)))
    assert len(found) == 1 and next(iter(found.values())).moved


def test_a_block_under_another_id_is_known_by_what_it_says(lamps_brief: Brief) -> None:
    def renamed(block: Block) -> Block:
        text = block.text.replace("Second line: with a colon.", "Second line: with two colons.")
        return replace(block, id=f"z{block.id[1:]}", question=block.question and f"z{block.question[1:]}", text=text)

    new = replace(
        lamps_brief,
        sections=tuple(replace(s, id=f"{s.id}-2", blocks=tuple(map(renamed, s.blocks))) for s in lamps_brief.sections),
    )
    found = told(compare(lamps_brief, new))
    assert {i: b.status for i, b in found.items()} == {"zffff2": "changed"}
    assert "[-a colon-]{+two colons+}" in words.signed(found["zffff2"].pieces)


def test_sections_renamed_moved_added_and_removed(lamps_brief: Brief) -> None:
    new = whole.retitle(lamps_brief, "background", "What is behind it")
    new = whole.move(new, "background", -1)
    new = whole.remove(new, "objective")
    new, made = whole.new_section(new, "Afterwards", after="speaking")
    comparison = compare(lamps_brief, new)
    found = {s.section: s for s in comparison.sections if s.differs}
    assert found["objective"].status == "removed" and [b.status for b in found["objective"].blocks] == ["removed"]
    assert found[made].status == "added" and found["background"].status == "changed"
    assert sum(s.moved for s in comparison.sections) == 1
    assert words.signed(found["background"].title) == "[-Background-]{+What is behind it+}"


def test_header_state_marking_and_sources_are_told(lamps_brief: Brief) -> None:
    new = replace(
        lamps_brief, title="Lamps and horns", state="clearance", drafter="A. Drafter",
        meeting=MeetingRef(id="lwp-2025-06-12", body="LWP", date="2025-06-13", place="Lampton"),
    )  # fmt: skip
    other = Source(paper="st-9-2025", issuer="Council", number="9/25", marking="PUBLIC")
    new, _number = edit.cite(new, "ddddd2", other)
    comparison = compare(lamps_brief, new)
    assert {f.name: (f.old, f.new) for f in comparison.header} == {
        "title": ("Coastal lamps", "Lamps and horns"), "state": ("draft", "clearance"), "drafter": ("", "A. Drafter"),
        "meeting.date": ("2025-06-12", "2025-06-13"), "meeting.place": ("", "Lampton"),
    }  # fmt: skip
    assert [s.paper for s in comparison.sources_added] == ["st-9-2025"]
    assert [s.paper for s in told(comparison)["ddddd2"].sources_added] == ["st-9-2025"]


def test_in_two_hundred_pages_every_block_is_known_again() -> None:
    lot = random.Random(3)
    nouns = [f"word{n}" for n in range(400)]

    def text() -> str:
        return " ".join(lot.choices(nouns, k=60))

    def brief(blocks: list[Block]) -> Brief:
        sections = [
            Section(id=f"s{i}", role="free", title=f"S {i}", blocks=tuple(blocks[i * 50 : (i + 1) * 50]))
            for i in range(32)
        ]
        return Brief(brief="long", format=1, title="Long", as_of="2025-06-10", sections=tuple(sections))

    blocks = [Block(id=f"a{i:06d}", role="text", text=text()) for i in range(1600)]
    changed = [
        replace(b, id=f"b{i:06d}" if i % 3 == 0 else b.id, text=b.text + " end" if i % 2 else b.text)
        for i, b in enumerate(blocks)
    ]
    comparison = compare(brief(blocks), brief(changed))
    assert [b.status for b in comparison.blocks].count("changed") == 800 and len(comparison.blocks) == 1600
