"""The commands: parse, call, print. Nothing heavy is imported before a command needs it."""

from __future__ import annotations

import sys

from briefer.arguments import USED_WRONGLY, parser

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing alone is a third of the time that --help may take
    from argparse import Namespace
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

DONE, NOT_DONE = 0, 1


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
    import gc

    was = gc.isenabled()
    gc.disable()
    try:
        return run(arguments)
    finally:
        if was:
            gc.enable()


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


def _print_json(data: Any) -> None:
    import json

    # Where the console cannot hold every character, JSON's own escapes can.
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    print(json.dumps(data, ensure_ascii=plain, indent=2))


def _workspace(arguments: Namespace) -> Any:
    from briefer import workspace

    return workspace.read(arguments.workspace)


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


def _init(arguments: Namespace) -> int:
    from pathlib import Path

    from briefer import init

    folder = Path(arguments.dir).expanduser().absolute()
    made = init.make(folder)
    if arguments.json:
        _print_json({"workspace": str(folder), "made": [p.relative_to(folder).as_posix() for p in made]})
    else:
        print(folder)
    return DONE


def _topics(arguments: Namespace) -> int:
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


def _search(arguments: Namespace) -> int:
    from briefer.knowledge.search import Index

    base = _workspace(arguments).knowledge()
    if arguments.topic:
        base.topic(arguments.topic)
    kinds = (arguments.kind,) if arguments.kind else ()
    hits = Index(base).search(" ".join(arguments.words), kinds=kinds, topic=arguments.topic, limit=arguments.limit)
    if arguments.json:
        _print_json([h._asdict() | _origin(base, h.kind, h.id) for h in hits])
    else:
        for h in hits:
            print(f"{h.score:5.1f}  {h.kind:<8}  {h.id}\n       {h.text}")
        if not hits:
            print("briefer: Nothing is found; try fewer or other words.", file=sys.stderr)
    _mention_faults(base.faults)
    return DONE


def _origin(base: Any, kind: str, ident: str) -> dict[str, str | None]:
    origin = base.origin(kind, ident)
    return {"layer": origin.called or origin.layer, "file": origin.name} if origin else {"layer": None, "file": None}


def _add(arguments: Namespace) -> int:
    import os

    from briefer import adding

    given = {k.removeprefix("key_"): v for k, v in vars(arguments).items() if k.startswith("key_") and v is not None}
    for name in arguments.lists:
        if name in given:
            given[name] = [p.strip() for part in given[name] for p in part.split(",") if p.strip()]
    editor = bool(sys.stdin.isatty() or os.environ.get("VISUAL") or os.environ.get("EDITOR"))
    added = adding.add(arguments.kind, given, _workspace(arguments), ask=editor, layer=arguments.layer or "")
    if arguments.json:
        _print_json({"id": added.id, "kind": arguments.kind, "file": added.shown})
    else:
        print(f"{added.id}  {added.path}")
    return DONE


def _meetings(arguments: Namespace) -> int:
    from pathlib import Path

    from briefer import meetings

    place = _workspace(arguments)
    base = place.knowledge()
    if arguments.read:
        taken = meetings.take_in(Path(arguments.read).expanduser(), place, body=arguments.body, base=base)
        if arguments.json:
            moved = [{"meeting": m, "was": was, "now": now} for m, was, now in taken.moved]
            _print_json({"added": taken.added, "changed": moved, "same": taken.same, "left_out": taken.left_out})
            return DONE
        for name in taken.added:
            print(f"new      {name}")
        for name, was, now in taken.moved:
            print(f"changed  {name}: {was} → {now}")
        left = "".join(f"; {why}" for why in taken.left_out)
        print(
            f"briefer: {len(taken.added)} new, {len(taken.moved)} changed, {taken.same} as before{left}.",
            file=sys.stderr,
        )
        return DONE
    if arguments.write:
        target = Path(arguments.write).expanduser()
        count, dayless = meetings.write_out(target, arguments.meetings, base, force=arguments.force)
        if arguments.json:
            _print_json({"path": str(target), "meetings": count, "left_out": dayless})
        else:
            print(target)
            if dayless:
                print(f"briefer: Left out, since their day is not known: {', '.join(dayless)}.", file=sys.stderr)
        return DONE
    chosen = [base.meeting(n) for n in arguments.meetings] or sorted(base.meetings.values(), key=lambda m: m.date)
    if arguments.json:
        _print_json([
            {"id": m.meeting, "body": m.body, "date": m.date, "end": m.end, "place": m.place, "items": len(m.items)}
            for m in chosen
        ])  # fmt: skip
    else:
        for m in chosen:
            print(f"{m.meeting:<44} {m.date:<12} {', '.join(i.title for i in m.items)[:70]}")
    _mention_faults(base.faults)
    return DONE


def _new(arguments: Namespace) -> int:
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


def _export(arguments: Namespace) -> int:
    from pathlib import Path

    from briefer.brief import store
    from briefer.word.export import FORMATS, export, left_out

    place = _workspace(arguments)
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
    made = export(
        brief, target, final=arguments.final, ceiling=arguments.max_marking, force=arguments.force,
        to=arguments.to or (ending if arguments.output and ending in FORMATS else "docx"),
        house=arguments.house, workspace=place, since=since,
    ).absolute()  # fmt: skip
    kept = None
    if keeps:
        from briefer import comparing

        kept, why = comparing.keep_sent(place, brief, path, made)
        if why:
            print(f"briefer: {why}", file=sys.stderr)
    said = left_out(brief, final=arguments.final, ceiling=arguments.max_marking)
    if arguments.json:
        told = {"path": str(made), "brief": brief.brief, "marking": brief.marking, "final": arguments.final}
        told |= {"left_out": said} if said else {}
        _print_json(told | ({"version": brief.version, "kept": str(kept)} if kept else {}))
    else:
        print(made)
    if said:
        print(f"briefer: {said}.", file=sys.stderr)
    return DONE


def _keep(arguments: Namespace) -> int:
    from briefer import comparing
    from briefer.brief import versions

    place = _workspace(arguments)
    one = comparing.opened(place, arguments.brief)
    path = versions.keep(place, one.brief, arguments.note, arguments.by, path=one.path)
    versions.count_on(one.path, path)
    if arguments.json:
        _print_json({"version": versions.number_of(path), "path": str(path)})
    else:
        print(path)
    return DONE


def _versions(arguments: Namespace) -> int:
    from briefer import comparing
    from briefer.brief import versions

    place = _workspace(arguments)
    one = comparing.opened(place, arguments.brief)
    found = versions.versions(place, one.path.stem, path=one.path)
    if arguments.json:
        _print_json([comparing.row(v) for v in found])
    else:
        print("\n".join(comparing.line(v) for v in found) or "No version has been kept yet.")
    return DONE


def _compare(arguments: Namespace) -> int:
    from briefer import comparing
    from briefer.brief.compare import compare

    place = _workspace(arguments)
    one = comparing.opened(place, arguments.brief)
    old = comparing.found(place, one, arguments.old, older=True)
    new = comparing.found(place, one, arguments.new, older=False)
    if arguments.output:
        from pathlib import Path

        from briefer.word.tracked import export

        target = Path(arguments.output).expanduser()
        made = export(old, new, target, house=arguments.house, workspace=place, force=arguments.force).absolute()
        _print_json({"path": str(made)}) if arguments.json else print(made)
        return DONE
    told = compare(old, new)
    _print_json(comparing.data(told)) if arguments.json else print("\n".join(comparing.lines(told)))
    return DONE


def _check(arguments: Namespace) -> int:
    from briefer import checking

    if arguments.schema:
        from pathlib import Path

        from briefer import schema

        paths = [str(p) for p in schema.write(Path(arguments.schema).expanduser())]
        _print_json(paths) if arguments.json else print("\n".join(paths))
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
        _print_json(given)
    else:
        for f in faults:
            print(f"{f.severity}: {f}")
        _print_accepted(accepted)
        warnings = len(faults) - errors
        counted = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((errors, "error"), (warnings, "warning"))]
        print(", ".join(counted), file=sys.stderr)
    return NOT_DONE if errors or (arguments.strict and faults) else DONE


def _read(arguments: Namespace) -> int:
    from pathlib import Path

    from briefer.errors import UsageError
    from briefer.intake import reading

    if arguments.topic and not arguments.into_knowledge:
        raise UsageError("--topic says where a paper is stored", todo="Add --into-knowledge, or leave it out")
    path = Path(arguments.paper).expanduser()
    paper = reading.read(path)
    from briefer.intake import into, summary

    taken = None
    if arguments.into_knowledge:
        place = _workspace(arguments)
        base = place.knowledge()
        taken = into.take(paper, arguments.topic, place, base, name=path.stem)
        _mention_faults(base.faults)
    if arguments.json:
        from briefer.papers import telling

        _print_json(telling.as_json(paper) | ({"taken": summary.as_json(taken, place.shown)} if taken else {}))
    else:
        print("\n".join(summary.of_paper(paper)))
        if taken:
            print("\n" + "\n".join(summary.of_taken(taken, place.shown)))
    return DONE


def _carry(arguments: Namespace) -> int:
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
    outcome = carrying_over.run(_workspace(arguments), asked)
    if arguments.json:
        _print_json(carrying_over.as_data(outcome))
    else:
        print(outcome.path)
        print("\n".join(carrying_over.in_words(outcome)), file=sys.stderr)
    return DONE


def _accept(arguments: Namespace, held: Any) -> int:
    from briefer import checking

    opened = checking.unaccept(arguments.workspace, held, arguments.unaccept) if arguments.unaccept else []
    accepted = (
        checking.accept(arguments.workspace, held, arguments.accept, arguments.reason or "") if arguments.accept else []
    )
    if arguments.json:
        _print_json([*({**f._asdict(), "accepted": None} for f in opened), *_as_data(accepted)])
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


def _template_list(arguments: Namespace) -> int:
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


def _template_check(arguments: Namespace) -> int:
    from briefer import checking

    found, lines = checking.of_template(arguments.file, _workspace(arguments))
    if arguments.json:
        _print_json(found)
    else:
        print("\n".join([*lines, *(f"{f['severity']}: {f['message']}" for f in found["faults"])] or ["no faults"]))
    return NOT_DONE if any(f["severity"] == "error" for f in found["faults"]) else DONE


def _template_show(arguments: Namespace) -> int:
    from briefer.brief import sharing

    file = _workspace(arguments).templates().get(arguments.name)
    if arguments.json:
        _print_json(sharing.as_data(file))
    else:
        print("\n".join(sharing.in_words(file)))
    return DONE


def _template_export(arguments: Namespace) -> int:
    from pathlib import Path

    from briefer.brief import sharing

    file = _workspace(arguments).templates().get(arguments.name)
    target = Path(arguments.output).expanduser() if arguments.output else Path.cwd()
    path = sharing.export(file, target, as_is=arguments.as_is, force=arguments.force)
    if arguments.json:
        _print_json({"id": file.template.template, "path": str(path), "extends": [] if not arguments.as_is else
                     [name for name, _ in file.chain]})  # fmt: skip
    else:
        print(path)
    return DONE


def _template_import(arguments: Namespace) -> int:
    from pathlib import Path

    from briefer.brief import sharing

    path = sharing.take_in(_workspace(arguments), Path(arguments.file).expanduser(), force=arguments.force)
    if arguments.json:
        _print_json({"id": path.stem, "path": str(path)})
    else:
        print(path)
    return DONE


def _template_save(arguments: Namespace) -> int:
    from briefer.brief import making

    path = making.keep_as_template(
        _workspace(arguments), arguments.brief, arguments.name, title=arguments.title, force=arguments.force
    )
    if arguments.json:
        _print_json({"id": path.stem, "path": str(path)})
    else:
        print(path)
    return DONE


RUNS: Mapping[str, Callable[[Namespace], int]] = {
    "": _app,
    "init": _init,
    "topics": _topics,
    "search": _search,
    "add": _add,
    "meetings": _meetings,
    "new": _new,
    "export": _export,
    "keep": _keep,
    "versions": _versions,
    "compare": _compare,
    "check": _check,
    "read": _read,
    "carry": _carry,
    "template list": _template_list,
    "template save": _template_save,
    "template show": _template_show,
    "template export": _template_export,
    "template import": _template_import,
    "template check": _template_check,
}
