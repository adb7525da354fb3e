"""Makes the pictures in docs/pictures from the app itself, over the shipped base and with nobody's own settings."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from textual.pilot import Pilot

from briefer import init
from briefer.brief import edit, store
from briefer.brief.model import Brief
from briefer.tui.app import BrieferApp
from briefer.tui.widgets.lines import Lines

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SIZE = (120, 36)
#: The shipped example of a delegation that does not exist.
EXAMPLE = Path(__file__).parent.parent / "briefs" / "examplia-emwp-2025-06-10.yaml"


def example() -> Brief:
    """The worked example with two of its answers still to be given, so that the picture shows what asking looks like."""
    brief = store.read(EXAMPLE)
    answers = [b.id for s in brief.sections for b in s.blocks if b.role == "answer"]
    for block in answers[1:]:
        brief = edit.set_text(brief, block, "")
    return brief


async def settled(pilot: Pilot[None]) -> None:
    """Until nothing moves any more."""
    for _ in range(5):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.05)


async def main() -> None:
    """The first screen, the desk, questions first and rehearsal."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BRIEFER_CONFIG_DIR"] = folder
        place = Path(folder) / "briefings"
        init.make(place)
        store.write(example(), place / "briefs" / EXAMPLE.name)
        app = BrieferApp(str(place))
        async with app.run_test(size=SIZE) as pilot:
            await settled(pilot)
            await pilot.press(*"csdp")
            await settled(pilot)
            save(app, "home")
            found = app.screen.query_one("#found", Lines)
            found.go(next(o.id for o in found.options if str(o.id).startswith("brief:")))
            await presses(pilot, "enter")
            note = app.screen.query_one("#note", Lines)
            note.go("section:speaking")
            await presses(pilot, "down", "down", "f3", *"frontex")
            save(app, "desk")
            await presses(pilot, "escape", "down", "down", "down", "down", "f5")
            await presses(pilot, *"We see three", "f7", "f8")
            save(app, "questions")
            await presses(pilot, "escape", "f6", "space")
            save(app, "rehearsal")


async def presses(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait."""
    for key in keys:
        await pilot.press({" ": "space"}.get(key, key))
    await settled(pilot)


def save(app: BrieferApp, name: str) -> None:
    """Write one picture; the same screen gives the same file."""
    path = PICTURES / f"{name}.svg"
    picture = app.export_screenshot(title="briefer")
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # nothing is fetched from elsewhere
    path.write_text(picture + "\n", "utf-8")
    print(path)


asyncio.run(main())
