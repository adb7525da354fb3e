"""What all tests share: nobody's own settings, a small workspace made by code, the exact papers where they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from small_workspace import SMALL


class Ran(NamedTuple):
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, Any, Any]:
    """Where ``$BRIEFER_NO_SKIPS`` is set (``.ci/run`` sets it), what is left out has failed."""
    report = yield
    if report.skipped and os.environ.get("BRIEFER_NO_SKIPS") and not hasattr(report, "wasxfail"):
        reason = report.longrepr[-1] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome, report.longrepr = "failed", f"{reason} (with BRIEFER_NO_SKIPS nothing may be skipped)"
    return report


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """One line for each outside check that was not at hand, however many tests it would have run."""
    reasons = [r.longrepr[-1] for r in terminalreporter.stats.get("skipped", []) if isinstance(r.longrepr, tuple)]
    for reason in dict.fromkeys(reasons):
        tests = reasons.count(reason)
        terminalreporter.write_line(
            f"not run here, {tests} test{'s' if tests > 1 else ''}: {reason.removeprefix('Skipped: ')}"
        )


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
