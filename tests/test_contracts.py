"""What holds the house together: one road through the code, quick starting, and no command without a line in the guide."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

HEAVY = {
    "textual",
    "docx",
    "lxml",
    "pypdfium2",
    "jinja2",
    "yaml",
    "msgspec",
    "rapidfuzz",
    "platformdirs",
    "filelock",
    "rich",
}


def test_the_import_contracts_hold(repository: Path) -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert re.search(r"[1-9]\d* kept, 0 broken", done.stdout)


def loaded(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter holds after some code."""
    ask = (
        f"import sys\n{code}\nprint('\\n'.join(sorted({{m.partition('.')[0] for m in sys.modules}})), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", ask], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "code",
    [
        "import briefer.cli",
        "from briefer.cli import main; main(['--help'])",
        "from briefer.cli import main; main(['export', '--help'])",
    ],
)
def test_the_commands_start_without_anything_heavy(code: str) -> None:
    assert not loaded(code) & HEAVY


def test_importing_the_package_imports_nothing() -> None:
    assert loaded("import briefer") - loaded("") == {"briefer"}


def test_drafting_and_exporting_need_no_screen(repository: Path, workspace: Any, tmp_path: Path) -> None:
    template = (repository / "templates/speaking-note.yaml").read_text("utf-8")
    root = workspace({"templates/speaking-note.yaml": template})
    code = (
        "from briefer.cli import main\n"
        f"assert main(['--workspace', {str(root)!r}, 'new', '--topic', 'lamps', '--name', 'note']) == 0\n"
        f"assert main(['--workspace', {str(root)!r}, 'export', 'note', '-o', {str(tmp_path)!r}]) == 0"
    )
    assert not loaded(code) & {"textual", "rich"}


def commands(run: Callable[..., Any], *before: str) -> list[str]:
    """The commands that the help of the program, or of one of its commands, lists."""
    listed = run(*before, "--help").out.partition("commands:")[2]
    return re.findall(r"^ {4}([a-z]+)\b", listed, re.MULTILINE)


def test_every_command_is_in_the_guide(repository: Path, run: Callable[..., Any]) -> None:
    guide = "\n".join(p.read_text("utf-8") for p in (repository / "README.md", *(repository / "docs").rglob("*.md")))
    found = [(name,) for name in commands(run)]
    found += [("template", name) for name in commands(run, "template")]
    assert len(found) >= 9
    missing = [" ".join(c) for c in found if not re.search(rf"\bbriefer {' '.join(c)}\b|`{' '.join(c)}\b", guide)]
    assert not missing, f"not in README.md or docs/: {', '.join(missing)}"
