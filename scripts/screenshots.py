"""Makes the pictures in docs/pictures from the app itself, over the shipped base and with nobody's own settings."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from pathlib import Path

from msgspec.structs import replace
from textual.pilot import Pilot

from briefer import init
from briefer.brief import edit, making, store
from briefer.brief.model import Brief
from briefer.tui.app import BrieferApp
from briefer.tui.widgets.lines import Lines
from briefer.workspace import read

PICTURES = Path(__file__).parent.parent / "docs" / "pictures"
SIZE = (120, 36)
ANSWER = (
    "Thank you, Chair. Missions see earlier than anyone how routes shift. We would share that knowledge in three ways: "
    "**regular route briefings** to this working party, more JHA experts among the seconded staff, and working "
    "arrangements with Frontex beyond the one in Ukraine."
)


def example(place: Path) -> Brief:
    """A brief half done, for a meeting, so that the pictures do not depend on today."""
    wanted = making.Wanted(("csdp-jha-synergies",), meeting="emwp-2025-06-10", name="emwp-csdp-jha")
    brief = making.compose(read(str(place)), wanted)
    prompts = [b.id for s in brief.sections for b in s.blocks if b.role == "prompt"]
    brief = edit.set_text(
        brief, prompts[0], "The chair notes support for route briefings by missions, from this autumn on."
    )
    answer = next(b.id for s in brief.sections for b in s.blocks if b.role == "prompt" and b.question)
    return replace(edit.set_text(brief, answer, ANSWER), title="CSDP–JHA synergies")


async def settled(pilot: Pilot[None]) -> None:
    """Until nothing moves any more."""
    for _ in range(5):
        await pilot.app.workers.wait_for_complete()
        await pilot.pause(0.05)


async def main() -> None:
    """Two pictures: the first screen and the desk."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BRIEFER_CONFIG_DIR"] = folder
        place = Path(folder) / "briefings"
        init.make(place)
        store.write(example(place), place / "briefs" / "emwp-csdp-jha.yaml")
        app = BrieferApp(str(place))
        async with app.run_test(size=SIZE) as pilot:
            await settled(pilot)
            await pilot.press(*"csdp")
            await settled(pilot)
            save(app, "home")
            found = app.screen.query_one("#found", Lines)
            found.go(next(o.id for o in found.options if str(o.id).startswith("brief:")))
            await pilot.press("enter")
            await settled(pilot)
            app.screen.query_one("#note", Lines).go("speaking")
            await pilot.press(*["n"] * 3, *["up"] * 4)
            await settled(pilot)
            save(app, "desk")


def save(app: BrieferApp, name: str) -> None:
    """Write one picture; the same screen gives the same file."""
    path = PICTURES / f"{name}.svg"
    picture = app.export_screenshot(title="briefer")
    picture = re.sub(r"@font-face \{.*?\}\s*", "", picture, flags=re.DOTALL)  # nothing is fetched from elsewhere
    path.write_text(picture + "\n", "utf-8")
    print(path)


asyncio.run(main())
