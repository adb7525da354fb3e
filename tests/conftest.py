"""What all tests share: nobody's own settings, a small workspace made by code, the exact papers where they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

LAMPS = """\
# An invented topic, so that nothing in it can be taken for a fact.
topic: lamps
title: Coastal lamps
summary: How many lamps the Examplian coast has, and who pays for them.
bodies: [LWP]
keywords: [lighthouse, beacon]
facts:
  - id: lamps-lit
    text: In October 2024 the Examplian coast had 12 lit lamps.
    source: {paper: st-1234-2025, at: "Lamps, para. 1"}
    as_of: 2024-10-16
    tags: [lamps]
  - id: oil-contract
    text: The oil contract of the northern lamps runs to 31 January 2026.
    source: {paper: st-1234-2025, at: "Lamps, para. 2"}
    as_of: 2025-06-10
    valid_until: 2026-01-31
    tags: [oil]
  - id: lamps-counted-twice
    text: In October 2024 the Examplian coast had 14 lit lamps.
    source: {paper: keepers-2024-count, at: "Count, para. 3"}
    as_of: 2024-10
    disputed_by: [lamps-lit]
positions:
  - id: keepers-more-oil
    actor: keepers
    stance: asks
    text: The Guild of Keepers asks for oil to be paid for two years ahead.
    source: {paper: keepers-2024-count, at: "Oil, para. 1"}
    as_of: 2024-10
questions:
  - id: st-1234-2025-q1
    paper: st-1234-2025
    number: 1
    asked_by: presidency-ex
    wording: gist
    text: Which lamps along the northern coast should be lit first, and who should pay for their oil?
    tags: [lamps, oil]
  - id: st-1234-2025-q2
    paper: st-1234-2025
    number: 2
    asked_by: presidency-ex
    wording: gist
    text: How can keepers report broken lamps more quickly?
"""

FOG = """\
topic: fog-signals
title: Fog signals
summary: Horns and bells for days without sight.
bodies: [LWP]
keywords: [horn, bell]
facts:
  - id: horns-installed
    text: Three fog horns were installed at Cape Example in 2023.
    source: {paper: keepers-2024-count, at: "Horns, para. 1"}
    as_of: 2024-10
    topics: [lamps]
"""

PAPERS = """\
papers:
  - {id: st-1234-2025, number: 1234/25, title: Lamps along the coast, from: Examplian Presidency, to: LWP,
     date: 2025-06-10, marking: LIMITE, codes: [LAMP 7], kind: note, cites: [keepers-2024-count]}
  - {id: keepers-2024-count, title: The keepers' count, from: Guild of Keepers, date: 2024-10, marking: PUBLIC}
"""

ACTORS = """\
actors:
  - {id: presidency-ex, name: Examplian Presidency, kind: presidency}
  - {id: keepers, name: Guild of Keepers, kind: organisation, aliases: [GoK]}
"""

MEETING = """\
meeting: lwp-2025-06-12
body: LWP
date: 2025-06-12
place: Brussels
items:
  - {number: 3, title: Lamps along the coast, action: discussion, topics: [lamps], papers: [st-1234-2025]}
"""

SMALL: dict[str, str] = {
    "briefer.yaml": "layers: [knowledge]\n",
    "knowledge/papers.yaml": PAPERS,
    "knowledge/actors.yaml": ACTORS,
    "knowledge/acronyms.yaml": "acronyms: {LWP: Lamps Working Party, GoK: Guild of Keepers}\n",
    "knowledge/topics/lamps.yaml": LAMPS,
    "knowledge/topics/fog-signals.yaml": FOG,
    "knowledge/meetings/lwp-2025-06-12.yaml": MEETING,
}


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


@pytest.fixture(autouse=True)
def no_settings_of_ones_own(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the developer's workspace, settings, editor or papers by accident."""
    monkeypatch.setenv("BRIEFER_CONFIG_DIR", str(tmp_path_factory.mktemp("config")))
    for name in ("BRIEFER_WORKSPACE", "EDITOR", "VISUAL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def workspace(tmp_path: Path) -> Callable[..., Path]:
    """Makes a small workspace: ``workspace()``, or ``workspace({"knowledge/topics/new.yaml": text, …})``.

    Files given are added to ``SMALL`` or replace one of it; None leaves a file out. ``name`` tells several apart.
    """

    def make(files: Mapping[str, str | bytes | None] | None = None, *, name: str = "work") -> Path:
        root = tmp_path / name
        for folder in ("knowledge/topics", "knowledge/meetings", "briefs", "templates"):
            (root / folder).mkdir(parents=True, exist_ok=True)
        for file, text in {**SMALL, **(files or {})}.items():
            if text is not None:
                path = root / file
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        return root

    return make


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., Ran]:
    """Runs a command within this process: ``run("check", "--json", at=root)``."""

    def call(*arguments: str | Path, at: Path | None = None) -> Ran:
        from briefer.cli import main

        capsys.readouterr()
        placed = ["--workspace", str(at)] if at is not None else []
        code = main([*placed, *map(str, arguments)])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return call


@pytest.fixture
def process(tmp_path: Path) -> Callable[..., Ran]:
    """Runs a command as a user does: ``python -m briefer`` in a process of its own, in ``cwd`` (an empty folder)."""

    def call(
        *arguments: str | Path, cwd: Path | None = None, env: Mapping[str, str] | None = None, stdin: str | None = None
    ) -> Ran:
        empty = tmp_path / "nowhere"
        empty.mkdir(exist_ok=True)
        done = subprocess.run(
            [sys.executable, "-m", "briefer", *map(str, arguments)],
            cwd=cwd or empty, env={**os.environ, "PYTHONUTF8": "1", **(env or {})}, input=stdin or "",
            capture_output=True, encoding="utf-8", check=False, timeout=120,
        )  # fmt: skip
        assert "Traceback" not in done.stderr
        return Ran(done.returncode, done.stdout, done.stderr)

    return call


@pytest.fixture(scope="session")
def papers() -> dict[str, str]:
    """The exact papers by the three digits of their names: the folder is named by ``$BRIEFER_PAPERS``."""
    folder = os.environ.get("BRIEFER_PAPERS")
    if not folder:
        pytest.skip("BRIEFER_PAPERS is not set: the exact papers are not at hand")
    found = {path.name[:3]: path.read_text("utf-8") for path in sorted(Path(folder).glob("[0-9][0-9][0-9]_*.txt"))}
    assert len(found) == 5, f"BRIEFER_PAPERS={folder} should hold the five papers"
    return found


@pytest.fixture(scope="session")
def repository() -> Path:
    """The top level of the checkout: its ``knowledge/`` and ``templates/`` are what is shipped."""
    return Path(__file__).resolve().parent.parent
