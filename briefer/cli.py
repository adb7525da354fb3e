"""The way in from the command line: parse, call, and one plain line for whatever went wrong."""

from __future__ import annotations

import sys

from briefer.arguments import USED_WRONGLY, parser
from briefer.commands.shared import DONE, NOT_DONE

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing alone is a third of the time that --help may take
    from argparse import Namespace
    from collections.abc import Callable, Mapping, Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 faults found or not done, 2 used wrongly."""
    _streams()
    try:
        arguments = parser(sys.argv[1:] if argv is None else argv, RUNS).parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USED_WRONGLY
    run: Callable[[Namespace], int] = arguments.run
    try:
        code = run(arguments) if run is _app else _once(run, arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return _complain("Stopped.", NOT_DONE)
    except BrokenPipeError:
        sys.stderr.close()
        return NOT_DONE
    except Exception as error:
        return _failed(error)


def _once(run: Callable[[Namespace], int], arguments: Namespace) -> int:
    """One command, without the garbage collector: it takes half the time of a large export, and the end of the process
    gives everything back."""
    from briefer import collector

    with collector.off():
        return run(arguments)


def _failed(error: Exception) -> int:
    """The one line for whatever went wrong; a fault of briefer's own is written to a file, never shown as a traceback."""
    from briefer.errors import BrieferError, UsageError

    if isinstance(error, UsageError):
        return _complain(str(error), USED_WRONGLY)
    if isinstance(error, BrieferError):
        return _complain(str(error), NOT_DONE)
    from briefer.mishap import note_down

    return _complain(note_down(error), NOT_DONE)


def _complain(text: str, code: int) -> int:
    print(f"briefer: {text}", file=sys.stderr)
    return code


def _streams() -> None:
    """Every character can be printed, whatever the console's encoding."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace" if (stream.encoding or "").lower() != "utf-8" else "surrogateescape")


def _app(arguments: Namespace) -> int:
    import os

    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _complain("The app needs a terminal; see briefer --help for commands.", USED_WRONGLY)
    if os.environ.get("TERM") in ("dumb", "unknown"):
        what = f"This terminal (TERM={os.environ['TERM']}) cannot show screens; see briefer --help for commands."
        return _complain(what, USED_WRONGLY)
    from briefer.tui.app import run

    run(arguments.workspace)
    return DONE


def _later(where: str) -> Callable[[Namespace], int]:
    """A command's function, whose module is imported when the command is carried out."""

    def run(arguments: Namespace) -> int:
        from importlib import import_module

        module, _, name = where.partition(".")
        code: int = getattr(import_module(f"briefer.commands.{module}"), name)(arguments)
        return code

    return run


#: Which function carries a command out.
_WHERE = {
    "init": "base.init",
    "topics": "base.topics",
    "search": "base.search",
    "add": "base.add",
    "meetings": "base.meetings",
    "read": "base.read",
    "new": "notes.new",
    "export": "notes.export",
    "carry": "notes.carry",
    "keep": "notes.keep",
    "versions": "notes.versions",
    "compare": "notes.compare",
    "check": "checks.check",
    "template list": "templates.listed",
    "template check": "templates.check",
    "template show": "templates.show",
    "template export": "templates.export",
    "template import": "templates.take_in",
    "template save": "templates.save",
}
RUNS: Mapping[str, Callable[[Namespace], int]] = {"": _app, **{name: _later(where) for name, where in _WHERE.items()}}
