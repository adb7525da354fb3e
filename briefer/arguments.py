"""The command line: every command with its options, as argparse reads them."""

from __future__ import annotations

import argparse

from briefer.options import COMMANDS, FURTHER
from briefer.options import USED_WRONGLY as USED_WRONGLY

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing alone is a third of the time that --help may take
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any, NoReturn

    Run = Callable[[argparse.Namespace], int]


class _Help(argparse.HelpFormatter):
    """Help as wide as the terminal; asked of it directly, since ``shutil``, which argparse would ask, is slow to import."""

    def __init__(self, prog: str) -> None:
        import os

        try:
            width = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
        except (OSError, ValueError):
            width = 80
        super().__init__(prog, width=max(width - 2, 40))


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one plain line."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **{"formatter_class": _Help, **options})

    def error(self, message: str) -> NoReturn:
        self.exit(USED_WRONGLY, f"{self.prog}: {message}; see {self.prog} --help\n")


def parser(argv: Sequence[str], runs: Mapping[str, Run]) -> argparse.ArgumentParser:
    """The whole command line; the options of a command only where it is asked for, since they take time to make.

    ``runs`` gives for each command the function that carries it out, and under ``""`` the one for none.
    """
    from briefer import __version__

    shared = _Parser(add_help=False)
    shared.add_argument("--workspace", metavar="DIR", default=argparse.SUPPRESS, help="the folder to work in")
    report = _Parser(add_help=False, parents=[shared])
    report.add_argument("--json", action="store_true", help="one JSON document on standard output")

    top = _Parser(prog="briefer", description="Briefing notes for Council working parties.", allow_abbrev=False)
    top.add_argument("--version", action="version", version=f"briefer {__version__}")
    top.add_argument("--workspace", metavar="DIR", default=None, help="the folder to work in")
    top.set_defaults(run=runs[""])
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    for name, (text, options) in COMMANDS.items():
        if name not in argv:
            commands.add_parser(name, help=text, add_help=False)
        elif options:
            one = commands.add_parser(name, help=text, description=text, parents=[report], allow_abbrev=False)
            one.set_defaults(run=runs[name])
            options(one)
        else:
            FURTHER[name](commands.add_parser(name, help=text, parents=[shared], allow_abbrev=False), report, runs)
    return top
