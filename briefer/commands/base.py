"""The commands for the knowledge base: the workspace, topics, search, new entries, meetings, papers read."""

from __future__ import annotations

import sys

from briefer.commands.shared import DONE, mention_faults, print_json, workspace_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any


def init(arguments: Namespace) -> int:
    """Make a workspace."""
    from pathlib import Path

    from briefer import init

    folder = Path(arguments.dir).expanduser().absolute()
    made = init.make(folder)
    if arguments.json:
        print_json({"workspace": str(folder), "made": [p.relative_to(folder).as_posix() for p in made]})
    else:
        print(folder)
    return DONE


def topics(arguments: Namespace) -> int:
    """List the topics."""
    base = workspace_of(arguments).knowledge()
    ordered = sorted(base.topics.values(), key=lambda t: (t.title or t.topic).casefold())
    rows = [{"id": t.topic, "title": t.title, **base.counts(t.topic)} for t in ordered]
    if arguments.json:
        print_json(rows)
    else:
        for r in rows:
            counts = f"{r['facts']:>3} facts {r['positions']:>3} positions {r['questions']:>2} questions"
            print(f"{r['id']:<36} {r['title']:<52} {counts}")
    mention_faults(base.faults)
    return DONE


def search(arguments: Namespace) -> int:
    """Find entries."""
    from briefer.knowledge.search import Index

    base = workspace_of(arguments).knowledge()
    if arguments.topic:
        base.topic(arguments.topic)
    kinds = (arguments.kind,) if arguments.kind else ()
    hits = Index(base).search(" ".join(arguments.words), kinds=kinds, topic=arguments.topic, limit=arguments.limit)
    if arguments.json:
        print_json([h._asdict() | _origin(base, h.kind, h.id) for h in hits])
    else:
        for h in hits:
            print(f"{h.score:5.1f}  {h.kind:<8}  {h.id}\n       {h.text}")
        if not hits:
            print("briefer: Nothing is found; try fewer or other words.", file=sys.stderr)
    mention_faults(base.faults)
    return DONE


def _origin(base: Any, kind: str, ident: str) -> dict[str, str | None]:
    origin = base.origin(kind, ident)
    return {"layer": origin.called or origin.layer, "file": origin.name} if origin else {"layer": None, "file": None}


def add(arguments: Namespace) -> int:
    """Write one entry."""
    import os

    from briefer import adding

    given = {k.removeprefix("key_"): v for k, v in vars(arguments).items() if k.startswith("key_") and v is not None}
    for name in arguments.lists:
        if name in given:
            given[name] = [p.strip() for part in given[name] for p in part.split(",") if p.strip()]
    editor = bool(sys.stdin.isatty() or os.environ.get("VISUAL") or os.environ.get("EDITOR"))
    added = adding.add(arguments.kind, given, workspace_of(arguments), ask=editor, layer=arguments.layer or "")
    if arguments.json:
        print_json({"id": added.id, "kind": arguments.kind, "file": added.shown})
    else:
        print(f"{added.id}  {added.path}")
    return DONE


def meetings(arguments: Namespace) -> int:
    """List the meetings, read them from a calendar, or write one."""
    from pathlib import Path

    from briefer import meetings

    place = workspace_of(arguments)
    base = place.knowledge()
    if arguments.read:
        taken = meetings.take_in(Path(arguments.read).expanduser(), place, body=arguments.body, base=base)
        if arguments.json:
            moved = [{"meeting": m, "was": was, "now": now} for m, was, now in taken.moved]
            print_json({"added": taken.added, "changed": moved, "same": taken.same, "left_out": taken.left_out})
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
        confided = (
            [] if arguments.meetings else [m.meeting for m in base.meetings.values() if base.is_inward_meeting(m)]
        )
        count, dayless = meetings.write_out(target, arguments.meetings, base, force=arguments.force)
        if arguments.json:
            print_json({"path": str(target), "meetings": count, "left_out": dayless, "instructions": confided})
        else:
            print(target)
            if confided:
                said = f"Left out, since only instructions know of them: {', '.join(confided)}."
                print(f"briefer: {said}", file=sys.stderr)
            if dayless:
                print(f"briefer: Left out, since their day is not known: {', '.join(dayless)}.", file=sys.stderr)
        return DONE
    chosen = [base.meeting(n) for n in arguments.meetings] or sorted(base.meetings.values(), key=lambda m: m.date)
    if arguments.json:
        print_json([
            {"id": m.meeting, "body": m.body, "date": m.date, "end": m.end, "place": m.place, "items": len(m.items)}
            for m in chosen
        ])  # fmt: skip
    else:
        for m in chosen:
            sign = "⌂ " if base.is_inward_meeting(m) else ""
            print(f"{m.meeting:<44} {m.date:<12} {sign}{', '.join(i.title for i in m.items)[:70]}")
    mention_faults(base.faults)
    return DONE


def read(arguments: Namespace) -> int:
    """Tell what a Council paper says of itself, and store it where that is asked for."""
    from pathlib import Path

    from briefer.errors import UsageError
    from briefer.intake import reading

    if arguments.topic and not arguments.into_knowledge:
        raise UsageError("--topic says where a paper is stored", todo="Add --into-knowledge, or leave it out")
    path = Path(arguments.paper).expanduser()
    paper = reading.read(path)
    from briefer.intake import into, kept, summary

    taken = None
    if arguments.into_knowledge:
        place = workspace_of(arguments)
        base = place.knowledge()
        stays = kept.load(paper, place).stays
        taken = into.take(paper, arguments.topic, place, base, name=path.stem, stays=stays)
        mention_faults(base.faults)
    if arguments.json:
        from briefer.papers import telling

        print_json(telling.as_json(paper) | ({"taken": summary.as_json(taken, place.shown)} if taken else {}))
    else:
        print("\n".join(summary.of_paper(paper)))
        if taken:
            print("\n" + "\n".join(summary.of_taken(taken, place.shown)))
    return DONE
