"""How most journeys begin: from the first screen to the desk."""

from __future__ import annotations

from person import Person
from terminal import Terminal

CSDP = "CSDP–JHA synergies"


async def drafts(person: Person | Terminal, words: str = "csdp-jha syn", topic: str = CSDP) -> None:
    """Find a topic by some words and draft a brief on it with the first template."""
    await person.types(words)
    await person.waits_for(topic)
    await person.presses("enter")
    await person.waits_for(f"New brief: {topic}")
    await person.presses("enter")
    await person.waits_for("⏎ change")
