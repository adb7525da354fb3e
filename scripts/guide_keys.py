"""Writes the list of keys in docs/guide.md from the one list of commands: ``python scripts/guide_keys.py``."""

from __future__ import annotations

from pathlib import Path

from briefer.tui import commands

GUIDE = Path(__file__).resolve().parent.parent / "docs" / "guide.md"
BEGINS, ENDS = "<!-- keys: written by scripts/guide_keys.py -->", "<!-- end of keys -->"


def tables() -> str:
    """A table for each place: what it is called in ``briefer.yaml``, its keys, what it does."""
    parts = []
    for place in commands.PLACES:
        rows = [f"**{place.title}**", "", "| key | does | name |", "|---|---|---|"]
        for command in place.commands:
            keys = " ".join(_code(k) for k in commands.shown_keys(command, {}))
            vi = " ".join(_code(commands.key_names.shown(k)) for k in command.vi.split(",") if k)
            both = " · ".join(p for p in (keys, f"vi: {vi}" if vi else "") if p)
            rows.append(f"| {both} | {_cell(command.help)} | `{command.id}` |")
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def _code(key: str) -> str:
    return f"`{_cell(key)}`" if key != "`" else "`` ` ``"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def written(guide: str) -> str:
    """The guide with the list as it is now."""
    before, begins, rest = guide.partition(BEGINS)
    _old, ends, after = rest.partition(ENDS)
    assert begins and ends, f"{GUIDE} has lost its marks"
    return f"{before}{begins}\n\n{tables()}\n\n{ends}{after}"


if __name__ == "__main__":
    GUIDE.write_text(written(GUIDE.read_text("utf-8")), "utf-8")
