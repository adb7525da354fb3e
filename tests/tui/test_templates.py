"""Templates where one is chosen: one's working party's own first, and from where each section comes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from person import Opens

OURS = """\
template: ours
extends: full-brief
title: The unit's brief
bodies: [LWP]
without: [figures]
sections:
  - {id: objective, title: Our aim}
  - {id: lamps, role: free, title: Lamps first, after: header, blocks: [{role: text, text: "Of the lamps."}]}
"""
CIRCLE = "template: round\nextends: round\n"
SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)], ids=lambda s: f"{s[0]}x{s[1]}")


@pytest.fixture
def lamps(workspace: Callable[..., Path], repository: Path) -> Path:
    """The small workspace with the shipped templates in it and one of its own that extends one of them."""
    shipped = {f"templates/{p.name}": p.read_text("utf-8") for p in (repository / "templates").glob("*.yaml")}
    return workspace({**shipped, "templates/ours.yaml": OURS}, name="lamps")


@SIZES
async def test_the_template_of_the_working_party_is_offered_first(
    opens: Opens, lamps: Path, size: tuple[int, int]
) -> None:
    async with opens(lamps, size=size) as person:
        await person.types("coastal lamps")
        await person.presses("enter")
        await person.waits_for("The unit's brief")
        assert person.app.screen.query_one("#templates").current == "ours"
        await person.waits_for("Extends full-brief")
        assert "Lamps first" in person.reads and "Our aim" in person.reads
        if size == (120, 40):
            assert "from ours" in person.sees and "from full-brief, changed by ours" in person.reads
        await person.presses("enter")
        titles = [s.title for s in person.app.screen.work.brief.sections]
        assert titles[:3] == ["Meeting", "Lamps first", "Our aim"] and "Key figures" not in titles


async def test_a_template_that_inherits_from_itself_is_told_and_the_rest_is_there(opens: Opens, lamps: Path) -> None:
    (lamps / "templates/round.yaml").write_text(CIRCLE, "utf-8")
    async with opens(lamps) as person:
        assert "extends itself" in person.reads and "templates/round.yaml, line 2" in person.reads
        await person.types("coastal lamps")
        await person.presses("enter")
        await person.waits_for("The unit's brief")


async def test_the_first_screen_tells_what_a_template_inherits(opens: Opens, lamps: Path) -> None:
    async with opens(lamps, size=(120, 40)) as person:
        await person.types("the unit's")
        assert "full-brief" in person.reads and "Lamps first (ours)" in person.reads
