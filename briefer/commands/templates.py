"""The commands for templates."""

from __future__ import annotations

from briefer.commands.shared import DONE, NOT_DONE, mention_faults, print_json, workspace_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Mapping
    from typing import Any


def listed(arguments: Namespace) -> int:
    """List the templates."""
    place = workspace_of(arguments)
    found = place.templates()
    rows = [
        {"id": f.template.template, "title": f.template.title, "bodies": list(f.template.bodies)}
        for f in sorted(found.files.values(), key=lambda f: f.template.title.casefold())
    ]
    if arguments.json:
        print_json(rows)
    else:
        for r in rows:
            print(f"{r['id']:<24} {r['title']}" + (f"  ({', '.join(r['bodies'])})" if r["bodies"] else ""))
    mention_faults(found.faults)
    return DONE


def check(arguments: Namespace) -> int:
    """Tell what is in a house style, or the faults of a template."""
    from briefer import checking

    found, lines = checking.of_template(arguments.file, workspace_of(arguments))
    if arguments.json:
        print_json(found)
    else:
        print("\n".join([*lines, *map(_in_words, found["faults"])] or ["no faults"]))
    return NOT_DONE if any(f["severity"] == "error" for f in found["faults"]) else DONE


def show(arguments: Namespace) -> int:
    """Show what a template gives, and where each section comes from."""
    from briefer.brief import sharing

    file = workspace_of(arguments).templates().get(arguments.name)
    if arguments.json:
        print_json(sharing.as_data(file))
    else:
        print("\n".join(sharing.in_words(file)))
    return DONE


def export(arguments: Namespace) -> int:
    """Write a template as one file."""
    from pathlib import Path

    from briefer.brief import sharing

    file = workspace_of(arguments).templates().get(arguments.name)
    target = Path(arguments.output).expanduser() if arguments.output else Path.cwd()
    path = sharing.export(file, target, as_is=arguments.as_is, force=arguments.force)
    if arguments.json:
        print_json({"id": file.template.template, "path": str(path), "extends": [] if not arguments.as_is else
                     [name for name, _ in file.chain]})  # fmt: skip
    else:
        print(path)
    return DONE


def take_in(arguments: Namespace) -> int:
    """Take a template in."""
    from pathlib import Path

    from briefer.brief import sharing

    path = sharing.take_in(workspace_of(arguments), Path(arguments.file).expanduser(), force=arguments.force)
    if arguments.json:
        print_json({"id": path.stem, "path": str(path)})
    else:
        print(path)
    return DONE


def save(arguments: Namespace) -> int:
    """Keep a brief's shape as a template."""
    from briefer.brief import making

    path = making.keep_as_template(
        workspace_of(arguments), arguments.brief, arguments.name, title=arguments.title, force=arguments.force
    )
    if arguments.json:
        print_json({"id": path.stem, "path": str(path)})
    else:
        print(path)
    return DONE


def _in_words(fault: Mapping[str, Any]) -> str:
    """A fault as a line; in a YAML file with its place."""
    place = f"{fault['file']}, line {fault['line']}, column {fault['column']}: " if fault["line"] else ""
    return f"{fault['severity']}: {place}{fault['message']}"
