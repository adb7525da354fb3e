"""The commands for notes: drafted, exported, carried over, kept in versions and compared."""

from __future__ import annotations

import sys

from briefer.commands.shared import DONE, print_json, workspace_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from pathlib import Path


def new(arguments: Namespace) -> int:
    """Draft a brief."""
    from briefer.brief import making

    place, language = workspace_of(arguments), None
    if arguments.language is not None:
        from briefer.word import languages

        language = languages.named(arguments.language, place.folders("languages"))
    wanted = making.Wanted(
        tuple(arguments.topic), arguments.meeting, arguments.template, arguments.delegation, arguments.name,
        arguments.as_of, language=language,
    )  # fmt: skip
    brief, path = making.new(place, wanted, force=arguments.force)
    if arguments.json:
        print_json({"brief": brief.brief, "path": str(path), "as_of": brief.as_of, "marking": brief.marking})
    else:
        print(path)
    return DONE


def export(arguments: Namespace) -> int:
    """Write the note."""
    from pathlib import Path

    from briefer.brief import store
    from briefer.word.dress import house_remarks
    from briefer.word.export import FORMATS, closed, export, left_out

    place = workspace_of(arguments)
    path = store.path_of(arguments.brief, place.briefs if place.root else None)
    brief = store.read(path, place.shown(path.absolute()))
    target = Path(arguments.output).expanduser() if arguments.output else path.parent
    ending = target.suffix.lower().removeprefix(".")
    since = None
    keeps = arguments.final and place.root is not None and path.absolute().parent == place.briefs.absolute()
    if arguments.revised or arguments.addendum or arguments.since:
        from briefer import comparing

        since = comparing.since(
            place,
            brief,
            path.absolute(),
            revised=arguments.revised,
            addendum=arguments.addendum,
            version=arguments.since,
        )
    if keeps:
        from briefer.brief import versions

        brief = versions.as_sent(place, brief)
    copies: list[Path] = []
    to = arguments.to or (ending if arguments.output and ending in FORMATS else "docx")
    made = export(
        brief, target, spared=copies.append, final=arguments.final, ceiling=arguments.max_marking, force=arguments.force, to=to,
        house=arguments.house, workspace=place, since=since, every=arguments.json,
    ).absolute()  # fmt: skip
    kept = None
    if keeps:
        from briefer import comparing

        kept, why = comparing.keep_sent(place, brief, path, made)
        if why:
            print(f"briefer: {why}", file=sys.stderr)
    said = left_out(brief, final=arguments.final, ceiling=arguments.max_marking)
    shut = closed(brief) if arguments.final else []
    remarks = house_remarks(brief, arguments.house, to, place)
    if arguments.json:
        told = {"path": str(made), "brief": brief.brief, "marking": brief.marking, "final": arguments.final}
        told |= {"left_out": said} if said else {}
        told |= {"copy": str(copies[0].absolute())} if copies else {}
        told |= {"not_for_disclosure": shut} if shut else {}
        told |= {"house_style": remarks} if remarks else {}
        print_json(told | ({"version": brief.version, "kept": str(kept)} if kept else {}))
    else:
        print(made)
    if said:
        print(f"briefer: {said}.", file=sys.stderr)
    if shut:
        print(f"briefer: The note holds what is not for disclosure: {', '.join(shut)}.", file=sys.stderr)
    for remark in remarks:
        print(f"briefer: {remark}", file=sys.stderr)
    _say_copies(copies, made)
    return DONE


def _say_copies(copies: list[Path], made: Path) -> None:
    for copy in copies:
        print(f"briefer: What stood in {made.name} was not as exported; a copy is kept: {copy.name}.", file=sys.stderr)


def carry(arguments: Namespace) -> int:
    """Make the next meeting's brief, or look at what has become of one."""
    from briefer import carrying_over
    from briefer.brief.next_meeting import Going
    from briefer.errors import UsageError

    going = None
    if arguments.meeting:
        going = Going(arguments.meeting, tuple(arguments.topic), arguments.name, arguments.as_of)
    elif arguments.name or arguments.topic or arguments.as_of:
        raise UsageError("There is nothing to carry over to", todo="Name the next meeting with --meeting")
    asked = carrying_over.Asked(
        arguments.brief, going, tuple(arguments.take), tuple(arguments.keep), arguments.reason, arguments.force
    )
    outcome = carrying_over.run(workspace_of(arguments), asked)
    if arguments.json:
        print_json(carrying_over.as_data(outcome))
    else:
        print(outcome.path)
        print("\n".join(carrying_over.in_words(outcome)), file=sys.stderr)
    return DONE


def keep(arguments: Namespace) -> int:
    """Keep a version of a brief."""
    from briefer import comparing
    from briefer.brief import versions

    place = workspace_of(arguments)
    one = comparing.opened(place, arguments.brief)
    path = versions.keep(place, one.brief, arguments.note, arguments.by, path=one.path)
    versions.count_on(one.path, path)
    if arguments.json:
        print_json({"version": versions.number_of(path), "path": str(path)})
    else:
        print(path)
    return DONE


def versions(arguments: Namespace) -> int:
    """List the versions of a brief."""
    from briefer import comparing
    from briefer.brief import versions

    place = workspace_of(arguments)
    one = comparing.opened(place, arguments.brief)
    found = versions.versions(place, one.path.stem, path=one.path)
    if arguments.json:
        print_json([comparing.row(v) for v in found])
    else:
        print("\n".join(comparing.line(v) for v in found) or "No version has been kept yet.")
    return DONE


def compare(arguments: Namespace) -> int:
    """Tell what differs between two versions, or write it as tracked changes."""
    from briefer import comparing
    from briefer.brief.compare import compare

    place = workspace_of(arguments)
    one = comparing.opened(place, arguments.brief)
    old = comparing.found(place, one, arguments.old, older=True)
    new = comparing.found(place, one, arguments.new, older=False)
    if arguments.output:
        from pathlib import Path

        from briefer.word.tracked import export

        target = Path(arguments.output).expanduser()
        copies: list[Path] = []
        made = export(
            old, new, target, house=arguments.house, workspace=place, force=arguments.force, spared=copies.append
        ).absolute()
        copy = {"copy": str(copies[0].absolute())} if copies else {}
        print_json({"path": str(made)} | copy) if arguments.json else print(made)
        _say_copies(copies, made)
        return DONE
    told = compare(old, new)
    print_json(comparing.data(told)) if arguments.json else print("\n".join(comparing.lines(told)))
    return DONE
