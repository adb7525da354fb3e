"""The commands: parse, call, print. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import argparse
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing alone is a third of the time that --help may take
    from collections.abc import Callable, Sequence
    from typing import Any, NoReturn

DONE, NOT_DONE, USED_WRONGLY = 0, 1, 2


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


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code: 0 done, 1 faults found or not done, 2 used wrongly."""
    _streams()
    try:
        arguments = _parser(sys.argv[1:] if argv is None else argv).parse_args(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USED_WRONGLY
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        code = run(arguments)
        sys.stdout.flush()
        return code
    except KeyboardInterrupt:
        return _complain("Stopped.", NOT_DONE)
    except BrokenPipeError:
        sys.stderr.close()
        return NOT_DONE
    except Exception as error:
        return _failed(error)


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


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The whole command line; the sixty options of ``add`` only where they are asked for."""
    from briefer import __version__

    shared = _Parser(add_help=False)
    shared.add_argument("--workspace", metavar="DIR", default=argparse.SUPPRESS, help="the folder to work in")
    report = _Parser(add_help=False, parents=[shared])
    report.add_argument("--json", action="store_true", help="one JSON document on standard output")

    parser = _Parser(prog="briefer", description="Briefing notes for Council working parties.", allow_abbrev=False)
    parser.add_argument("--version", action="version", version=f"briefer {__version__}")
    parser.add_argument("--workspace", metavar="DIR", default=None, help="the folder to work in")
    parser.set_defaults(run=_app)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> argparse.ArgumentParser:
        one = commands.add_parser(name, help=text, description=text, parents=[report], allow_abbrev=False)
        one.set_defaults(run=run)
        return one

    init = command("init", _init, "make a workspace")
    init.add_argument("dir", nargs="?", default=".", metavar="DIR")

    command("topics", _topics, "list the topics")

    search = command("search", _search, "find entries")
    search.add_argument("words", nargs="+", metavar="WORDS")
    search.add_argument("--kind", choices=("fact", "position", "question", "topic", "paper"))
    search.add_argument("--topic", metavar="T")
    search.add_argument("--limit", type=_count, default=20, metavar="N")

    text = "write one entry into one's own layer"
    add = commands.add_parser("add", help=text, parents=[shared], allow_abbrev=False)
    if "add" in argv:
        _add_options(add, report)

    new = command("new", _new, "draft a brief, print its path")
    new.add_argument("--topic", action="append", default=[], metavar="T", help="may be given several times")
    new.add_argument("--meeting", metavar="M", help="all items of a meeting, or those of the topics given")
    new.add_argument("--template", metavar="T", default="speaking-note")
    new.add_argument("--delegation", metavar="XX")
    new.add_argument("--name", metavar="NAME", help="the brief's name and its file's")
    new.add_argument("--as-of", metavar="DATE", help="the day against which facts are judged out of date")
    new.add_argument("--force", action="store_true", help="replace a brief of this name")

    export = command("export", _export, "write the note, print its path")
    export.add_argument("brief", metavar="BRIEF", help="a name in briefs/ or a path")
    export.add_argument("-o", "--output", metavar="FILE", help="the file or folder to write to")
    export.add_argument("--to", choices=("docx",), default="docx", help="the format")
    export.add_argument("--final", action="store_true", help="for release: no content controls, no prompts")
    export.add_argument("--max-marking", metavar="M", help="refuse where anything is marked above this")
    export.add_argument("--force", action="store_true", help="leave unfilled prompts out; replace any file")

    check = command("check", _check, "every fault in knowledge, templates and briefs")
    check.add_argument("briefs", nargs="*", metavar="BRIEF", help="these briefs only, with what a colleague would say")
    check.add_argument("--strict", action="store_true", help="exit 1 on warnings too")
    check.add_argument("--schema", metavar="DIR", help="write a JSON Schema of each file kind for editors, and stop")
    check.add_argument("--as-of", metavar="DATE", help="judge what is out of date on this day instead of today")

    text = "a brief's shape, kept for the next meeting"
    template = commands.add_parser("template", help=text, parents=[shared], allow_abbrev=False)
    template.set_defaults(run=lambda _: _usage(template))
    kinds = template.add_subparsers(title="commands", metavar="COMMAND", parser_class=_Parser)
    listing = kinds.add_parser("list", help="list the templates", parents=[report], allow_abbrev=False)
    listing.set_defaults(run=_template_list)
    save = kinds.add_parser("save", help="keep a brief's shape", parents=[report], allow_abbrev=False)
    save.add_argument("brief", metavar="BRIEF")
    save.add_argument("name", metavar="NAME")
    save.add_argument("--title", metavar="TEXT")
    save.add_argument("--force", action="store_true", help="replace a template of this name")
    save.set_defaults(run=_template_save)
    return parser


def _count(text: str) -> int:
    """A number from 1, as argparse wants it read."""
    if not (text.isascii() and text.isdigit() and int(text)):
        raise argparse.ArgumentTypeError(f"{text} is not a number from 1")
    return int(text)


def _add_options(add: argparse.ArgumentParser, report: _Parser) -> None:
    add.set_defaults(run=lambda _: _usage(add))
    kinds = add.add_subparsers(title="kinds", metavar="KIND", parser_class=_Parser)
    statement = ("id", "text", "source", "paper", "at", "via", "as_of", "valid_until", "superseded_by", "note")
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
    }
    for kind, (single, several) in options.items():
        one = kinds.add_parser(kind, help=f"add a {kind}", parents=[report], allow_abbrev=False)
        for name in single:
            one.add_argument(*_flags(name), dest=f"key_{name}", metavar=name.upper(), default=None)
        for name in several:
            text = "one or more, separated by commas; may be repeated"
            one.add_argument(*_flags(name), dest=f"key_{name}", metavar="A,B", action="append", help=text)
        if kind == "topic":
            one.add_argument("--id", dest="key_topic", metavar="ID", default=None)
        one.set_defaults(run=_add, kind=kind, lists=several)


def _flags(name: str) -> list[str]:
    return [f"--{name.replace('_', '-')}"] + ([f"--{name}"] if "_" in name else [])


def _usage(parser: argparse.ArgumentParser) -> int:
    parser.print_help(sys.stderr)
    return USED_WRONGLY


def _print_json(data: Any) -> None:
    import json

    # Where the console cannot hold every character, JSON's own escapes can.
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(data, ensure_ascii=plain, indent=2))


def _workspace(arguments: argparse.Namespace) -> Any:
    from briefer import workspace

    return workspace.read(arguments.workspace)


def _app(arguments: argparse.Namespace) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return _complain("The app needs a terminal; see briefer --help for commands.", USED_WRONGLY)
    from briefer.tui.app import run

    run(arguments.workspace)
    return DONE


def _init(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from briefer import init

    folder = Path(arguments.dir).expanduser().absolute()
    made = init.make(folder)
    if arguments.json:
        _print_json({"workspace": str(folder), "made": [p.relative_to(folder).as_posix() for p in made]})
    else:
        print(folder)
    return DONE


def _topics(arguments: argparse.Namespace) -> int:
    base = _workspace(arguments).knowledge()
    ordered = sorted(base.topics.values(), key=lambda t: (t.title or t.topic).casefold())
    rows = [{"id": t.topic, "title": t.title, **base.counts(t.topic)} for t in ordered]
    if arguments.json:
        _print_json(rows)
    else:
        for r in rows:
            counts = f"{r['facts']:>3} facts {r['positions']:>3} positions {r['questions']:>2} questions"
            print(f"{r['id']:<36} {r['title']:<52} {counts}")
    _mention_faults(base.faults)
    return DONE


def _mention_faults(faults: Sequence[Any]) -> None:
    if faults:
        more = f" and {len(faults) - 1} more" if len(faults) > 1 else ""
        print(f"briefer: {faults[0]}{more}; briefer check lists all.", file=sys.stderr)


def _search(arguments: argparse.Namespace) -> int:
    from briefer.knowledge.search import Index

    base = _workspace(arguments).knowledge()
    if arguments.topic:
        base.topic(arguments.topic)
    kinds = (arguments.kind,) if arguments.kind else ()
    hits = Index(base).search(" ".join(arguments.words), kinds=kinds, topic=arguments.topic, limit=arguments.limit)
    if arguments.json:
        _print_json([h._asdict() for h in hits])
    else:
        for h in hits:
            print(f"{h.score:5.1f}  {h.kind:<8}  {h.id}\n       {h.text}")
        if not hits:
            print("briefer: Nothing is found; try fewer or other words.", file=sys.stderr)
    _mention_faults(base.faults)
    return DONE


def _add(arguments: argparse.Namespace) -> int:
    import os

    from briefer import adding

    given = {k.removeprefix("key_"): v for k, v in vars(arguments).items() if k.startswith("key_") and v is not None}
    for name in arguments.lists:
        if name in given:
            given[name] = [p.strip() for part in given[name] for p in part.split(",") if p.strip()]
    editor = bool(sys.stdin.isatty() or os.environ.get("VISUAL") or os.environ.get("EDITOR"))
    added = adding.add(arguments.kind, given, _workspace(arguments), ask=editor)
    if arguments.json:
        _print_json({"id": added.id, "kind": arguments.kind, "file": added.shown})
    else:
        print(f"{added.id}  {added.path}")
    return DONE


def _new(arguments: argparse.Namespace) -> int:
    from briefer.brief import making

    wanted = making.Wanted(
        tuple(arguments.topic), arguments.meeting, arguments.template, arguments.delegation, arguments.name,
        arguments.as_of,
    )  # fmt: skip
    brief, path = making.new(_workspace(arguments), wanted, force=arguments.force)
    if arguments.json:
        _print_json({"brief": brief.brief, "path": str(path), "as_of": brief.as_of, "marking": brief.marking})
    else:
        print(path)
    return DONE


def _export(arguments: argparse.Namespace) -> int:
    from pathlib import Path

    from briefer.brief import store
    from briefer.word.export import export

    place = _workspace(arguments)
    path = store.path_of(arguments.brief, place.briefs if place.root else None)
    brief = store.read(path, place.shown(path.absolute()))
    target = Path(arguments.output).expanduser() if arguments.output else path.parent
    made = export(brief, target, final=arguments.final, ceiling=arguments.max_marking, force=arguments.force).absolute()
    if arguments.json:
        _print_json({"path": str(made), "brief": brief.brief, "marking": brief.marking, "final": arguments.final})
    else:
        print(made)
    return DONE


def _check(arguments: argparse.Namespace) -> int:
    from briefer import checking

    if arguments.schema:
        from pathlib import Path

        from briefer import schema

        paths = [str(p) for p in schema.write(Path(arguments.schema).expanduser())]
        _print_json(paths) if arguments.json else print("\n".join(paths))
        return DONE
    faults = checking.check(arguments.workspace, arguments.briefs, arguments.as_of)
    errors = sum(f.severity == "error" for f in faults)
    if arguments.json:
        _print_json([f._asdict() for f in faults])
    else:
        for f in faults:
            print(f"{f.severity}: {f}")
        warnings = len(faults) - errors
        counted = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((errors, "error"), (warnings, "warning"))]
        print(", ".join(counted), file=sys.stderr)
    return NOT_DONE if errors or (arguments.strict and faults) else DONE


def _template_list(arguments: argparse.Namespace) -> int:
    place = _workspace(arguments)
    found = place.templates()
    rows = [
        {"id": f.template.template, "title": f.template.title, "bodies": list(f.template.bodies)}
        for f in sorted(found.files.values(), key=lambda f: f.template.title.casefold())
    ]
    if arguments.json:
        _print_json(rows)
    else:
        for r in rows:
            print(f"{r['id']:<24} {r['title']}" + (f"  ({', '.join(r['bodies'])})" if r["bodies"] else ""))
    _mention_faults(found.faults)
    return DONE


def _template_save(arguments: argparse.Namespace) -> int:
    from briefer.brief import making

    path = making.keep_as_template(
        _workspace(arguments), arguments.brief, arguments.name, title=arguments.title, force=arguments.force
    )
    if arguments.json:
        _print_json({"id": path.stem, "path": str(path)})
    else:
        print(path)
    return DONE
