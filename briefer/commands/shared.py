"""What the commands share: the workspace, one JSON document on standard output, a word on what could not be read."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from typing import Any

DONE, NOT_DONE = 0, 1


def print_json(data: Any) -> None:
    """Print one JSON document, in JSON's own escapes where the console cannot hold every character."""
    import json

    # Where the console cannot hold every character, JSON's own escapes can.
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(data, ensure_ascii=plain, indent=2))


def workspace_of(arguments: Namespace) -> Any:
    """The workspace that the command line names, or the one that holds here."""
    from briefer import workspace

    return workspace.read(arguments.workspace)


def mention_faults(faults: Sequence[Any]) -> None:
    """Say on standard error that something of the base could not be read."""
    if faults:
        more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
        print(f"briefer: {faults[0]}{more}; briefer check lists all.", file=sys.stderr)
