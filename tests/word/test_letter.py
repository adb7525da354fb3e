"""The note as plain text for an e-mail."""

from __future__ import annotations

from briefer.brief.model import Block, Brief, Section, Source
from briefer.word import letter

SOURCE = Source(paper="st-1-2025", issuer="Council", number="1/25", date="2025-06-10", marking="LIMITE")


def brief(*blocks: Block) -> Brief:
    sections = (
        Section(id="top", role="top-lines", title="Top lines", blocks=blocks),
        Section(id="sources", role="sources", title="Sources"),
    )
    return Brief(brief="b", format=1, title="Lamps [lit]", as_of="2025-06-10", sections=sections)


def test_marking_first_and_last_and_notes_numbered() -> None:
    text = letter.text(brief(Block(id="aaaaa1", role="fact", text="Twelve lamps **are lit**.", sources=(SOURCE,))))
    lines = text.strip().split("\n")
    assert lines[0] == lines[-1] == "LIMITE"
    assert "Lamps [lit]" in lines and "TOP LINES" in lines
    assert "Twelve lamps are lit.[1]" in text and "\n[1] Council 1/25, 10 June 2025" in text


def test_points_stand_close_together_and_nothing_is_markup() -> None:
    points = [Block(id=f"aaaaa{n}", role="point", text=f"Point {n} *here* [/].") for n in range(3)]
    text = letter.text(brief(*points))
    assert "Point 0 here [/].\n" in text and "*" not in text
    assert "\n- Point 1 here [/].\n- Point 2 here [/]." in text


def test_a_final_text_leaves_out_what_is_still_to_be_filled_in() -> None:
    blocks = (Block(id="aaaaa1", role="prompt", text="What do we want?"), Block(id="aaaaa2", role="text", text="Oil."))
    assert "What do we want?" in letter.text(brief(*blocks))
    assert "What do we want?" not in letter.text(brief(*blocks), final=True)
