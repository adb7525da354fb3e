"""What each command can be told, option by option; ``arguments`` makes of it what a command line needs."""

from __future__ import annotations

import argparse
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # as in ``arguments``
    from collections.abc import Callable, Mapping

    Run = Callable[[argparse.Namespace], int]

USED_WRONGLY = 2


def _init(init: argparse.ArgumentParser) -> None:
    init.add_argument("dir", nargs="?", default=".", metavar="DIR")


def _none(command: argparse.ArgumentParser) -> None:
    """A command without options."""


def _search(search: argparse.ArgumentParser) -> None:
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.add_argument("--kind", choices=("fact", "position", "question", "topic", "paper"))
    search.add_argument("--topic", metavar="T")
    search.add_argument("--limit", type=_count, default=20, metavar="N")


def _new(new: argparse.ArgumentParser) -> None:
    new.add_argument("--topic", action="append", default=[], metavar="T", help="may be given several times")
    new.add_argument("--meeting", metavar="M", help="all items of a meeting, or those of the topics given")
    new.add_argument("--template", metavar="T", default="speaking-note")
    new.add_argument("--delegation", metavar="XX")
    new.add_argument("--language", metavar="L", help="fr, de, French …; else that of briefer.yaml")
    new.add_argument("--name", metavar="NAME", help="the brief's name and its file's")
    new.add_argument("--as-of", metavar="DATE", help="the day against which facts are judged out of date")
    new.add_argument("--force", action="store_true", help="replace a brief of this name")


def _export(export: argparse.ArgumentParser) -> None:
    export.add_argument("brief", metavar="BRIEF", help="a name in briefs/ or a path")
    export.add_argument("-o", "--output", metavar="FILE", help="the file or folder to write to")
    export.add_argument(
        "--to", choices=("docx", "md", "html", "pdf"), help="the format; else the file's ending says it"
    )
    export.add_argument("--house", metavar="STYLE", help="a house style's name, or a .docx or .dotx")
    export.add_argument("--final", action="store_true", help="for release: no content controls, no prompts")
    export.add_argument("--max-marking", metavar="M", help="refuse where anything is marked above this")
    export.add_argument(
        "--force", action="store_true", help="leave unfilled prompts out; replace any file (a copy is kept)"
    )
    export.add_argument(
        "--revised", action="store_true", help="with a line in the margin where it differs from the version sent"
    )
    export.add_argument("--addendum", action="store_true", help="only what is new since the version sent")
    export.add_argument("--since", metavar="VERSION", help="measure against this version instead of the one sent last")


def _keep(keep: argparse.ArgumentParser) -> None:
    keep.add_argument("brief", metavar="BRIEF", help="a name in briefs/ or a path")
    keep.add_argument("--note", metavar="TEXT", help="what it is kept for")
    keep.add_argument("--by", metavar="WHO", help="who keeps it; else the drafter of briefer.yaml, if any")


def _versions(versions: argparse.ArgumentParser) -> None:
    versions.add_argument("brief", metavar="BRIEF", help="a name in briefs/ or a path")


def _compare(compare: argparse.ArgumentParser) -> None:
    compare.add_argument("brief", metavar="BRIEF", help="a name in briefs/ or a path")
    compare.add_argument(
        "old", nargs="?", metavar="OLD", help="a version's number, or another brief; else the one sent last"
    )
    compare.add_argument("new", nargs="?", metavar="NEW", help="the same; else the brief as it is now")
    compare.add_argument("-o", "--output", metavar="FILE", help="write a .docx with the changes tracked")
    compare.add_argument("--house", metavar="STYLE", help="a house style's name, or a .docx or .dotx")
    compare.add_argument("--force", action="store_true", help="replace any file")


def _check(check: argparse.ArgumentParser) -> None:
    check.add_argument("briefs", nargs="*", metavar="BRIEF", help="these briefs only, with what a colleague would say")
    check.add_argument("--strict", action="store_true", help="exit 1 on warnings too")
    check.add_argument("--schema", metavar="DIR", help="write a JSON Schema of each file kind for editors, and stop")
    check.add_argument(
        "--as-of", metavar="DATE", help="judge what is out of date on this day instead of today's or a brief's"
    )
    check.add_argument("--max-marking", metavar="M", help="remark on what is marked above this")
    check.add_argument("--all", action="store_true", help="with the remarks that were accepted, and why")
    code = "CODE[@BLOCK]"
    check.add_argument(
        "--accept", action="append", metavar=code, help="accept a remark on the brief; may be given again"
    )
    check.add_argument("--reason", metavar="TEXT", help="why it may stand as it is; kept in the brief")
    check.add_argument("--unaccept", action="append", metavar=code, help="let a remark count again")


def _meetings(meetings: argparse.ArgumentParser) -> None:
    meetings.add_argument("--read", metavar="FILE", help="a calendar (.ics) whose meetings go into one's own layer")
    meetings.add_argument("--body", metavar="B", help="with --read: whose calendar it is; else the events say it")
    meetings.add_argument("--write", metavar="FILE", help="write the meetings to a calendar (.ics)")
    meetings.add_argument("--force", action="store_true", help="with --write: replace any file")
    meetings.add_argument("meetings", nargs="*", metavar="MEETING", help="these only")


def _read(read: argparse.ArgumentParser) -> None:
    read.add_argument("paper", metavar="PAPER", help="a .docx, .pdf (with text), .txt or .html file")
    read.add_argument(
        "--into-knowledge", action="store_true", help="store the paper and its questions in one's own layer"
    )
    read.add_argument("--topic", metavar="T", help="where they go; made where there is none of this name")


def _carry(carry: argparse.ArgumentParser) -> None:
    carry.add_argument("brief", metavar="BRIEF", help="a name in briefs/ or a path")
    carry.add_argument("--meeting", metavar="M", help="the next meeting; without it the brief is looked at as it is")
    carry.add_argument("--name", metavar="NAME", help="the new brief's name and its file's")
    carry.add_argument("--topic", action="append", default=[], metavar="T", help="what the new brief is about")
    carry.add_argument("--as-of", metavar="DATE", help="the day against which facts are judged, not the meeting's")
    what = "a verdict, an entry, a block, safe, new or all; may be given several times"
    carry.add_argument("--take", action="append", default=[], metavar="WHAT", help=f"take what the base has: {what}")
    carry.add_argument("--keep", action="append", default=[], metavar="WHAT", help="keep what the note has, as --take")
    carry.add_argument("--reason", metavar="TEXT", help="why it is kept")
    carry.add_argument("--force", action="store_true", help="replace a brief of this name")


def _count(text: str) -> int:
    """A number from 1, as argparse wants it read."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1")
    return int(text)


def _add(add: argparse.ArgumentParser, report: argparse.ArgumentParser, runs: Mapping[str, Run]) -> None:
    add.set_defaults(run=lambda _: _usage(add))
    kinds = add.add_subparsers(title="kinds", metavar="KIND", parser_class=type(report))
    statement = (
        "id",
        "text",
        "source",
        "paper",
        "at",
        "via",
        "as_of",
        "valid_until",
        "wording",
        "superseded_by",
        "note",
    )
    lists = ("disputed_by", "topics", "tags")
    options: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
        "fact": (("topic", *statement), lists),
        "position": (("topic", "actor", "stance", *statement), lists),
        "question": (
            ("topic", "id", "paper", "set", "number", "asked_by", "wording", "text", "at", "via", "note"),
            ("topics", "tags"),
        ),
        "paper": (
            ("id", "number", "title", "from", "author", "to", "date", "marking", "kind", "url", "note"),
            ("codes", "encloses", "cites"),
        ),
        "topic": (("topic", "title", "summary"), ("bodies", "keywords")),
        "meeting": (("body", "date", "end", "place", "format", "note"), ()),
        "item": (("meeting", "number", "title", "action"), ("topics", "papers")),
    }
    for kind, (single, several) in options.items():
        one = kinds.add_parser(kind, help=f"add a {kind}", parents=[report], allow_abbrev=False)
        for name in single:
            one.add_argument(*_flags(name), dest=f"key_{name}", metavar=name.upper(), default=None)
        for name in several:
            text = "one or more, separated by commas; may be repeated"
            one.add_argument(*_flags(name), dest=f"key_{name}", metavar="A,B", action="append", help=text)
        text = "the layer to write to, by its folder's name or “instructions”; else one's own"
        one.add_argument("--layer", metavar="LABEL", help=text)
        if kind in ("topic", "meeting"):
            one.add_argument("--id", dest=f"key_{kind}", metavar="ID", default=None)
        one.set_defaults(run=runs["add"], kind=kind, lists=several)


def _template(template: argparse.ArgumentParser, report: argparse.ArgumentParser, runs: Mapping[str, Run]) -> None:
    template.set_defaults(run=lambda _: _usage(template))
    kinds = template.add_subparsers(title="commands", metavar="COMMAND", parser_class=type(report))
    listing = kinds.add_parser("list", help="list the templates", parents=[report], allow_abbrev=False)
    listing.set_defaults(run=runs["template list"])
    looking = kinds.add_parser(
        "check", help="what is in a house style or template", parents=[report], allow_abbrev=False
    )
    looking.add_argument("file", metavar="FILE", help="a house style by its name or file, or a brief template")
    looking.set_defaults(run=runs["template check"])
    show = kinds.add_parser(
        "show", help="a template's sections and where they come from", parents=[report], allow_abbrev=False
    )
    show.add_argument("name", metavar="NAME")
    show.set_defaults(run=runs["template show"])
    giving = kinds.add_parser("export", help="write a template to one file", parents=[report], allow_abbrev=False)
    giving.add_argument("name", metavar="NAME")
    giving.add_argument("-o", "--output", metavar="FILE", help="the file or folder to write to, else NAME.yaml here")
    giving.add_argument("--as-is", action="store_true", help="as it is written, without what it inherits")
    giving.add_argument("--force", action="store_true", help="replace the file")
    giving.set_defaults(run=runs["template export"])
    taking = kinds.add_parser("import", help="take in a template from a file", parents=[report], allow_abbrev=False)
    taking.add_argument("file", metavar="FILE")
    taking.add_argument("--force", action="store_true", help="replace a template of its name")
    taking.set_defaults(run=runs["template import"])
    save = kinds.add_parser("save", help="keep a brief's shape", parents=[report], allow_abbrev=False)
    save.add_argument("brief", metavar="BRIEF")
    save.add_argument("name", metavar="NAME")
    save.add_argument("--title", metavar="TEXT")
    save.add_argument("--force", action="store_true", help="replace a template of this name")
    save.set_defaults(run=runs["template save"])


def _flags(name: str) -> list[str]:
    return [f"--{name.replace('_', '-')}"] + ([f"--{name}"] if "_" in name else [])


def _usage(parser: argparse.ArgumentParser) -> int:
    parser.print_help(sys.stderr)
    return USED_WRONGLY


#: Each command: what it does, and its options; those of one that has further commands are in ``FURTHER``.
COMMANDS: Mapping[str, tuple[str, Callable[[argparse.ArgumentParser], None] | None]] = {
    "init": ("make a workspace", _init),
    "topics": ("list the topics", _none),
    "search": ("find entries", _search),
    "add": ("write one entry into one's own layer", None),
    "new": ("draft a brief, print its path", _new),
    "export": ("write the note, print its path", _export),
    "keep": ("keep the brief as it is as a version, print its path", _keep),
    "versions": ("list the versions kept of a brief", _versions),
    "compare": ("two versions of a brief, word by word or as a Word file with tracked changes", _compare),
    "check": ("every fault in knowledge, templates and briefs", _check),
    "meetings": ("list the meetings; read them from a calendar file, or write one", _meetings),
    "read": ("what a Council paper says of itself", _read),
    "carry": ("the next meeting's brief out of the last one, and what has become of what it cites", _carry),
    "template": ("a brief's shape, kept for the next meeting", None),
}
FURTHER = {"add": _add, "template": _template}
