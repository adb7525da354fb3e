"""``python -m briefer``, and the command ``briefer``: a process of its own."""

from __future__ import annotations

import gc

from briefer.cli import main


def run() -> int:
    """One command, or the app; returns the exit code."""
    code = main()
    # What is left ends with the process: looked through once more for garbage, it would take as long as half a note.
    gc.freeze()
    return code


if __name__ == "__main__":
    raise SystemExit(run())
