"""The colours that a person chose, kept where the choice of the first start is.

What was chosen last holds, unless ``briefer.yaml`` has said something new since: the newer of the two counts.
"""

from __future__ import annotations

from typing import Any

from briefer.config import config_folder
from briefer.tui.theme_names import USUAL, meant

_FILE = "colours"


def at_start() -> str:
    """The theme that was in use last, before the workspace is read; a quick look at the first line."""
    return meant(_read().partition("\n")[0]) or USUAL


def holds(root: str, said: str | None) -> str | None:
    """The theme for a workspace whose ``briefer.yaml`` says ``said``; None where nobody has said or chosen anything."""
    kept = _kept()
    here = kept["there"].get(root)
    if said is None:
        return meant(kept["chosen"])
    return meant(here["chosen"] if here and here["said"] == said else said)


def choose(theme: str, root: str, said: str | None) -> None:
    """Remember a choice, with what ``briefer.yaml`` said when it was made; raises BrieferError."""
    kept = _kept()
    kept["chosen"] = theme
    kept["there"].pop(root, None)
    if said is not None:
        kept["there"][root] = {"said": said, "chosen": theme}
    _write(theme, kept)


def in_use(theme: str) -> None:
    """Remember what is in use, for the next start's first paint; raises BrieferError."""
    if at_start() != theme:
        _write(theme, _kept())


def _read() -> str:
    try:
        return (config_folder() / _FILE).read_text("utf-8")
    except (OSError, ValueError):
        return ""


def _kept() -> dict[str, Any]:
    import json

    try:
        kept = json.loads(_read().partition("\n")[2] or "{}")
        there = {str(k): {"said": str(v["said"]), "chosen": str(v["chosen"])} for k, v in kept.get("there", {}).items()}
        return {"chosen": str(kept.get("chosen", "")), "there": there}
    except (ValueError, TypeError, KeyError, AttributeError):  # somebody has written into it: as if it were not there
        return {"chosen": "", "there": {}}


def _write(theme: str, kept: dict[str, Any]) -> None:
    import json

    from briefer import files

    files.write(config_folder() / _FILE, f"{theme}\n{json.dumps(kept, ensure_ascii=False)}\n")
