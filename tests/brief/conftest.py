"""What the tests of briefs share: the shipped material read once, and a brief made by code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefer import workspace as workspaces
from briefer.brief.model import Block, Brief, MeetingRef, Pulled, Section, Source
from briefer.brief.templates import Templates
from briefer.knowledge.base import Knowledge


@pytest.fixture(scope="session")
def shipped_base(repository: Path) -> Knowledge:
    return workspaces.read(str(repository)).knowledge()


@pytest.fixture(scope="session")
def shipped_templates(repository: Path) -> Templates:
    return workspaces.read(str(repository)).templates()


@pytest.fixture
def base(workspace: Any) -> Knowledge:
    """The small base."""
    root: Path = workspace()
    return workspaces.read(str(root)).knowledge()


PAPER = Source(
    paper="st-1234-2025", issuer="Council", number="1234/25", date="2025-06-10", title="Lamps along the coast",
    marking="LIMITE", at="Lamps, para. 1",
)  # fmt: skip
COUNT = Source(paper="keepers-2024-count", issuer="Guild of Keepers", title="The keepers' count", marking="PUBLIC")


@pytest.fixture
def lamps_brief() -> Brief:
    """A brief with two questions, material, prompts and a section of each kind that matters here."""
    return Brief(
        brief="lamps-note",
        format=1,
        title="Coastal lamps",
        as_of="2025-06-12",
        delegation="Examplia",
        meeting=MeetingRef(id="lwp-2025-06-12", body="LWP", date="2025-06-12"),
        topics=("lamps",),
        template="speaking-note",
        marking="LIMITE",
        acronyms={"LWP": "Lamps Working Party"},
        sections=(
            Section(id="header", role="header", title="Meeting"),
            Section(
                id="objective", role="objective", title="Objective", disclosable=False, words=40,
                blocks=(Block(id="aaaaa2", role="prompt", text="What do we want?"),),
            ),
            Section(
                id="speaking", role="speaking-note", title="Speaking note", minutes=3,
                blocks=(
                    Block(
                        id="qqqqq1", role="question", text="Which lamps first?", entry="lamps/st-1234-2025-q1",
                        pulled=Pulled(text="Which lamps first?", wording="gist", asked_by="Presidency"),
                        sources=(PAPER,),
                    ),
                    Block(id="bbbbb2", role="prompt", text="Our answer", question="qqqqq1"),
                    Block(
                        id="ccccc2", role="fact", text="12 lamps were lit.", question="qqqqq1", entry="lamps/lamps-lit",
                        pulled=Pulled(text="12 lamps were lit.", as_of="2024-10-16"), sources=(PAPER, COUNT),
                    ),
                    Block(
                        id="qqqqq2", role="question", text="How to report?", entry="lamps/st-1234-2025-q2",
                        pulled=Pulled(text="How to report?", wording="gist", asked_by="Presidency"), sources=(PAPER,),
                    ),
                    Block(id="ddddd2", role="answer", text="By **post**, we say.", question="qqqqq2"),
                ),
            ),
            Section(
                id="background", role="background", title="Background",
                blocks=(
                    Block(
                        id="eeeee2", role="fact", text="14 lamps were lit.", entry="lamps/lamps-counted-twice",
                        pulled=Pulled(text="14 lamps were lit.", as_of="2024-10"), sources=(COUNT,),
                    ),
                    Block(id="fffff2", role="text", text="First line.\nSecond line: with a colon."),
                ),
            ),
            Section(id="sources", role="sources", title="Sources"),
        ),
    )  # fmt: skip
