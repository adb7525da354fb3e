"""What briefer finds in a ministry's Word file: styles, slots, headers and footers, and what stands in the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefer.errors import BrieferError, Fault, Place
from briefer.word import cells, foreign, house, slots, tables, trial

#: Places where tables come.
_WITH_TABLES = ("note", "header-box", "contents", "sources", *tables.SECTIONS)


def report(path: Path) -> dict[str, Any]:
    """What is found in a .docx or .dotx, as plain data; where it cannot be a house style, ``faults`` say why."""
    name = path.name
    try:
        said, beside = house.said_with_faults(path)
        if beside:
            return _refused(name, beside)
        found = foreign.examined(path, said)
    except BrieferError as error:
        return _refused(name, [_said(name, error)])
    known = {s.name for s in found.slots if s.known and s.kind != "condition"}
    blocks = known & set(slots.BLOCKS) or {n for n in known if n.startswith("section:")}
    own_text = bool(known) or bool(found.house.jinja)
    # One that stands where it cannot be filled is told as that.
    there = known | {slots.normal(s.name) for s in found.slots if s.astray}
    missing = ["note"] if own_text and "note" not in there else []
    faults = [*_missing(name, missing, blocks), *_unknown(name, found), *_twice(name, found), *_narrow(name, found)]
    faults += _left_out(name, found)
    if not any(f.code != "missing-slot" and f.severity == "error" for f in faults) and (
        wrong := trial.refused(found.house)
    ):
        faults.append(_said(name, wrong))
    return {
        "file": name,
        "title": said.title or path.stem,
        "sources": found.house.look.sources,
        "styles": [{"style": style, "from": origin} for style, origin in found.origins.items()],
        "slots": [slot._asdict() for slot in found.slots],
        "frames": [frame._asdict() for frame in found.frames],
        "missing": missing,
        "unknown": [s.name for s in found.slots if not s.known],
        "faults": [f._asdict() for f in faults],
    }


def _refused(name: str, faults: list[Fault]) -> dict[str, Any]:
    return {"file": name, "title": "", "sources": "", "styles": [], "slots": [], "frames": [], "missing": [],
            "unknown": [], "faults": [f._asdict() for f in faults]}  # fmt: skip


def lines(found: dict[str, Any]) -> list[str]:
    """The report for a person, a line a finding."""
    if not found["styles"]:
        return []
    by: dict[str, list[str]] = {}
    for row in found["styles"]:
        by.setdefault(row["from"], []).append(row["style"])
    out = [f"{found['title']} ({found['file']}): sources as {found['sources']}"]
    for origin, words in (
        ("mapping", "styles mapped"),
        ("file", "styles of its own"),
        ("briefer", "styles brought along"),
    ):
        if origin in by:
            out.append(f"{words}: {', '.join(by[origin])}")
    kinds = {"control": "control", "jinja": "Jinja", "condition": "asked for by Jinja", "field": "the file's own"}
    filled = [f"{s['name']} ({kinds[s['kind']]})" for s in found["slots"] if s["known"]]
    if filled:
        out.append(f"filled: {', '.join(filled)}")
    elif not any(fault["severity"] == "error" for fault in found["faults"]):
        out.append("no slot: its styles, page, headers and footers are used, its text is left out")
    if found["missing"]:
        out.append(f"missing: {', '.join(found['missing'])}")
    ways = {"slot": "the house's own", "added": "put in by briefer", "made": "made by briefer"}
    out += [f"marking in {frame['shown']}: {ways[frame['marking']]}" for frame in found["frames"]]
    return out


def _said(name: str, error: BrieferError) -> Fault:
    """An error as a fault of the file."""
    todo = f"; {error.todo[:1].lower()}{error.todo[1:]}" if error.todo else ""
    place = error.where if isinstance(error.where, Place) else Place(name, 0, 0)
    return Fault(*place, "error", error.code or "house-style", f"{error.what}{todo}")


def _missing(name: str, missing: list[str], blocks: set[str]) -> list[Fault]:
    if not missing:
        return []
    has = f"only {', '.join(sorted(blocks))} have a place" if blocks else "no section has a place"
    todo = "put in a content control with the tag note"
    message = f"There is no slot “note”: {has}, and a brief with more sections is refused; {todo}"
    return [Fault(name, 0, 0, "warning" if blocks else "error", "missing-slot", message)]


def _unknown(name: str, found: foreign.Found) -> list[Fault]:
    faults = []
    for slot in (s for s in found.slots if not s.known):
        if slot.astray:
            faults.append(Fault(name, 0, 0, "error", "slot-place", foreign.misplaced(slot)))
        else:
            severity = "error" if slot.kind == "jinja" else "warning"
            faults.append(Fault(name, 0, 0, severity, "unknown-slot", foreign.unknown(slot)))
    return faults


def _left_out(name: str, found: foreign.Found) -> list[Fault]:
    return [Fault(name, 0, 0, "warning", "notes-left-out", foreign.NOTES_LOST)] if found.notes else []


def _twice(name: str, found: foreign.Found) -> list[Fault]:
    return [
        Fault(name, 0, 0, "error", "slot-twice", f"“{one}” has two places, and can fill one only; take one out")
        for one in found.twice()
    ]


def _narrow(name: str, found: foreign.Found) -> list[Fault]:
    """Places for tables in cells that are too narrow for them."""
    text = found.house.look.width
    return [
        Fault(name, 0, 0, "warning", "slot-narrow",
              f"“{slot}” stands in a table cell {_centimetres(room.width)} wide, less than half of the page's text "
              f"({_centimetres(text)}), and its tables get too narrow to read; widen the cell, or put it below the table")
        for slot, room in sorted(cells.rooms(found.house.texts["word/document.xml"]).items())
        if slot in _WITH_TABLES and room.cell and room.width < cells.LEAST * text
    ]  # fmt: skip


def _centimetres(size: int) -> str:
    return f"{size / 567:.0f} cm"
