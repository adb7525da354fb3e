"""The command that checks: every fault, and what is accepted of a brief."""

from __future__ import annotations

import sys

from briefer.commands.shared import DONE, NOT_DONE, print_json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence
    from typing import Any


def check(arguments: Namespace) -> int:
    """Tell every fault, or accept some of those of a brief."""
    from briefer import checking

    if arguments.schema:
        from pathlib import Path

        from briefer import schema

        paths = [str(p) for p in schema.write(Path(arguments.schema).expanduser())]
        print_json(paths) if arguments.json else print("\n".join(paths))
        return DONE
    held = checking.Held(arguments.briefs, arguments.as_of, arguments.max_marking)
    if arguments.accept or arguments.unaccept:
        return _accept(arguments, held)
    faults = checking.check(arguments.workspace, held)
    accepted = checking.accepted(arguments.workspace, held) if arguments.all and arguments.briefs else []
    if not arguments.briefs:
        from briefer.tui import asked

        faults = [*asked.faults(arguments.workspace), *faults]
    errors = sum(f.severity == "error" for f in faults)
    if arguments.json:
        given: list[dict[str, Any]] = [f._asdict() for f in faults]
        if arguments.all:
            given = [{**f, "accepted": None} for f in given] + _as_data(accepted)
        print_json(given)
    else:
        for f in faults:
            print(f"{f.severity}: {f}")
        _print_accepted(accepted)
        warnings = len(faults) - errors
        counted = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((errors, "error"), (warnings, "warning"))]
        print(", ".join(counted), file=sys.stderr)
    return NOT_DONE if errors or (arguments.strict and faults) else DONE


def _accept(arguments: Namespace, held: Any) -> int:
    from briefer import checking

    opened = checking.unaccept(arguments.workspace, held, arguments.unaccept) if arguments.unaccept else []
    accepted = (
        checking.accept(arguments.workspace, held, arguments.accept, arguments.reason or "") if arguments.accept else []
    )
    if arguments.json:
        print_json([*({**f._asdict(), "accepted": None} for f in opened), *_as_data(accepted)])
    else:
        for f in opened:
            print(f"{f.severity}: {f}")
        _print_accepted(accepted)
    return DONE


def _as_data(accepted: Sequence[Any]) -> list[dict[str, Any]]:
    return [{**a.fault._asdict(), "accepted": {"reason": a.reason, "by": a.by, "on": a.on}} for a in accepted]


def _print_accepted(accepted: Sequence[Any]) -> None:
    for a in accepted:
        who = ", ".join(p for p in (a.by, a.on) if p)
        print(f"accepted: {a.fault}. Reason: {a.reason}" + (f" ({who})" if who else ""))
