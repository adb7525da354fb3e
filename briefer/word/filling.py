"""A note's words into the texts of a house style: lines and blocks in place of their marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from briefer.errors import BrieferError
from briefer.text import printable
from briefer.word import bare_headings, cells, house_jinja, own_contents, page_frame, slots
from briefer.word.body import Body
from briefer.word.house import House
from briefer.word.shapes import Group, Heading, Item, Outline, Paragraph
from briefer.word.writer import Writer
from briefer.word.xml import escape

_MARK = re.compile("\ue000([^\ue001]*)\ue001")
#: What makes a content control of its content; a note for release has none, be it the house's own.
_CONTROL = re.compile(
    r"<w:sdt\b[^>]*>|</w:sdt>|</?w:sdtContent>|<w:sdtContent/>|<w:sdt(?:End)?Pr/>"
    r"|<w:sdt(?:End)?Pr\b[^>]*>.*?</w:sdt(?:End)?Pr>",
    re.DOTALL,
)
#: Places for more than a section.
_WHOLE = {"note", "header-box", "contents"}
#: Paragraphs beside the blocks that say nothing of a section itself, or that there is nothing yet.
_BESIDE = ("section-note", "not-disclosed", "note")
#: So many sections are named in a refusal.
_SOME = 3
#: Lines which say what the header box says; a house that asks for one of them needs no box.
_BOXED = ("meeting", "body", "date", "place", "date-and-place", "item", "action", "documents", "drafter")


def filled(
    note: Outline, style: House, writer: Writer, pages: Sequence[int] = (), *, listed: bool = True, live: bool = True
) -> dict[str, bytes]:
    """The texts of the house with the note in them; without ``listed`` they have no table of contents, without ``live``
    one that Word does not make anew.

    ``pages`` are those of all headings, where they are known better than by reckoning. Raises BrieferError where a
    section has no place, or a Jinja tag fails.
    """
    given = places(note, style)
    rooms = cells.rooms(style.texts["word/document.xml"])
    in_cell = "note" in rooms and rooms["note"].cell
    unasked = listed and not spread(style) and "contents" not in _wanted(style) and not in_cell
    write = _body(writer, unasked=unasked)
    lines = {key: printable(text) for key, text in note.lines.items()}
    told = _telling(note, given)
    done: dict[str, bytes] = {}
    for name, text in style.texts.items():
        forms = style.forms.get(name, ())
        rendered = house_jinja.rendered(text, lines, told, style.where) if name in style.jinja else text
        if note.final and name == "word/document.xml":
            silent = {slot for slot in _sections(rendered) if not given.get(slot)}
            rendered = bare_headings.left_out(rendered, silent, style.parts["word/styles.xml"].decode())

        def put(found: re.Match[str], forms: tuple[str, ...] = forms, name: str = name) -> str:
            slot, _, form = found[1].partition("|")
            if form:
                return _line(
                    lines.get(slot, ""), forms[int(form)] if form.isdecimal() and int(form) < len(forms) else ""
                )
            if slot in ("marking-line", "whole-header", "whole-footer"):
                return page_frame.piece(slot, note, writer.look, style.parts["word/styles.xml"])
            if slot == "contents":
                return found[0] if listed and name == "word/document.xml" else ""
            room = rooms.get(slot) if name == "word/document.xml" else None
            return write(given.get(slot, ()), room.width if room else 0)

        text = _MARK.sub(put, rendered)
        if name == "word/document.xml":
            text = own_contents.placed(text, note, style, writer, pages, live=live, room=_listed_in(rooms))
        done[name] = (_CONTROL.sub("", text) if note.final else text).encode()
    return done


def _listed_in(rooms: Mapping[str, cells.Room]) -> int:
    """How wide the place of the table of contents is; 0 where nobody knows."""
    room = rooms.get("contents") or rooms.get("note")
    return room.width if room else 0


def _body(writer: Writer, *, unasked: bool) -> Callable[[tuple[Item, ...], int], str]:
    """What writes items in a place so wide; ``unasked`` puts one for the table of contents before the first heading."""
    put: list[bool] = []

    def write(items: tuple[Item, ...], width: int) -> str:
        body = Body(writer, width)
        at = next((i for i, item in enumerate(items) if isinstance(item, Heading) and item.level == 1), None)
        if at is None or put or not unasked:
            return body.write(items)
        put.append(True)
        return body.write(items[:at]) + own_contents.IF_LONG + body.write(items[at:])

    return write


def unplaced(note: Outline, style: House) -> list[Group]:
    """The sections with something to say that a house has no place for."""
    wanted = _wanted(style)
    if "note" in wanted:
        return []
    taken = {name for name in wanted if name in slots.BLOCKS or name.startswith("section:")}
    said = [g for g in note.groups if any(map(_says, note.items[g.start : g.stop])) and g.role != "header"]
    return [g for g in said if g.role not in taken and f"section:{g.section}" not in taken]


def spread(style: House) -> bool:
    """Whether a house has places for sections beside the one for the note."""
    whole = set(slots.BLOCKS) - _WHOLE
    return any(name in whole or name.startswith("section:") for name in _wanted(style))


def wanted(style: House) -> frozenset[str]:
    """The slots that a house has, Jinja's among them."""
    return frozenset(_wanted(style))


def _wanted(style: House) -> set[str]:
    """The slots that a house has, Jinja's among them."""
    found = {m.partition("|")[0] for text in style.texts.values() for m in _MARK.findall(text)}
    tags = " ".join(tag for part in style.jinja for tag in re.findall(r"\{[{%].*?[%}]\}", style.texts[part], re.DOTALL))
    return found | {name for name in slots.LINES if re.search(rf"\b{name.replace('-', '_')}\b", tags)}


def places(note: Outline, style: House) -> dict[str, tuple[Item, ...]]:
    """The items of each slot; what no slot of its own asks for is the note's.

    Raises BrieferError where a section has no place.
    """
    wanted = _wanted(style)
    if lost := unplaced(note, style):
        raise BrieferError(
            f"The house style has no place for {_named(lost)}", where=style.where,
            todo="Put a content control with the tag note into it, or one with each tag", code="slot",
        )  # fmt: skip
    placed: dict[str, tuple[Item, ...]] = {}
    start = min((g.start for g in note.groups), default=len(note.items))
    rest: list[Item] = [] if "title" in wanted else list(note.items[:start])
    for group in note.groups:
        items = note.items[group.start : group.stop]
        slot = next((s for s in (f"section:{group.section}", group.role) if s in wanted), "")
        if group.role == "header":
            slot = "header-box" if "header-box" in wanted else ""
            items = () if not slot and wanted & set(_BOXED) else items
        if slot:
            # The house says what stands above its slot, so the section's own heading stays away.
            placed[slot] = placed.get(slot, ()) + (items if group.role == "header" else items[1:])
        else:
            rest += items
    placed["note"] = tuple(rest)
    if note.renewed and "title" in wanted and "kicker" not in wanted:
        # That it replaces or adds to another note is said by the kicker, which the house has not asked for.
        first = "note" if "note" in wanted else next((slot for slot, items in placed.items() if items), "note")
        placed[first] = (*note.items[:1], *placed[first])
    return placed


def _named(lost: Sequence[Group]) -> str:
    """Sections by their titles, with the tags that would give them a place; a handful of many."""
    told = [f"“{g.title}” ({g.tag})" for g in lost[:_SOME]]
    return ", ".join(told) + (f" and {len(lost) - _SOME} more sections" if len(lost) > _SOME else "")


def _line(text: str, form: str) -> str:
    return f'<w:r>{form}<w:t xml:space="preserve">{escape(" ".join(text.split()))}</w:t></w:r>'


def _sections(text: str) -> set[str]:
    """The sections for which a text has a place."""
    marks = {m.partition("|")[0] for m in _MARK.findall(text)}
    return {m for m in marks if (m in slots.BLOCKS and m not in _WHOLE) or m.startswith("section:")}


def _telling(note: Outline, given: Mapping[str, Sequence[Item]]) -> set[str]:
    """The slots for whole paragraphs that have something to say in this note, wherever it goes."""
    roles = {g.role for g in note.groups if any(map(_says, note.items[g.start : g.stop]))}
    roles |= {"header-box"} if "header" in roles else set()
    return roles | {name for name, items in given.items() if any(map(_says, items))} | {"contents"}


def _says(item: Item) -> bool:
    return not isinstance(item, Heading) and not (isinstance(item, Paragraph) and item.kind in _BESIDE)
