"""The words of the last brief, kept apart in a section of their own until they are said again or taken out."""

from __future__ import annotations

from msgspec.structs import replace

from briefer.brief import edit
from briefer.brief.model import Block, Brief
from briefer.errors import BrieferError

#: The section in which they stand.
LAST = "last-brief"
TITLE = "From the last brief"


def earlier_words(brief: Brief) -> dict[str, Block]:
    """For prompts that are asked again, the words given last time, by the prompt's id."""
    words = [b for s in brief.sections if s.id == LAST for b in s.blocks if b.prompt]
    found: dict[str, Block] = {}
    for section in brief.sections:
        for block in section.blocks if section.id != LAST else ():
            if block.role == "prompt":
                mine = next((w for w in words if w.prompt == block.text and w not in found.values()), None)
                if mine is not None:
                    found[block.id] = mine
    return found


def say_again(brief: Brief, prompt: str) -> Brief:
    """Fill a prompt with the words given last time, which leave the last section; the section goes with the last of them.

    Raises BrieferError where there are none.
    """
    words = earlier_words(brief).get(prompt)
    if words is None:
        raise BrieferError("Nothing was said to this last time", todo="Fill it in")
    section, one = edit.find(brief, prompt)
    filled = replace(words, id=one.id, role=edit.filled_role(section, one), prompt=one.text, made_from=one.made_from)
    kept = tuple(
        replace(s, blocks=_tidy([b for b in s.blocks if b.id != words.id])) if s.id == LAST
        else replace(s, blocks=tuple(filled if b.id == prompt else b for b in s.blocks))
        for s in brief.sections
    )  # fmt: skip
    return edit.settled(brief, replace(brief, sections=tuple(s for s in kept if s.id != LAST or s.blocks)))


def _tidy(blocks: list[Block]) -> tuple[Block, ...]:
    """Blocks of the last section without headings that have nothing beneath them, and none where only these are left."""

    def heads(block: Block) -> bool:
        return block.role == "text" and not block.prompt and block.text.startswith("**") and block.text.endswith("**")

    found = [
        b
        for b, after in zip(blocks, [*blocks[1:], None], strict=True)
        if not (heads(b) and (after is None or heads(after)))
    ]
    return tuple(found) if len(found) > 1 else ()
