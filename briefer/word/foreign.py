"""A ministry's own .docx or .dotx → a house style: styles mapped, headers and footers kept, slots found, the marking
put on every page."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from html import unescape
from pathlib import Path
from posixpath import normpath
from typing import NamedTuple, get_args

from msgspec.structs import replace

from briefer.errors import BrieferError
from briefer.word import frames, house_jinja, received, settings, slot_marks, slots, stylemap, tidied, trial
from briefer.word.citations import Form
from briefer.word.house import House, Said, mark
from briefer.word.look import Look
from briefer.word.writer import shortened
from briefer.word.xml import relationship

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHANGES = re.compile(r"<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange|sectPrChange|tblPrChange|cellIns|cellDel)\b")
_SECTION = re.compile(r"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_RELATION = re.compile(r"<Relationship [^>]*/>")
_TYPED = re.compile(r'<Override PartName="/([^"]*)"[^>]*/>')
#: Of a content control.
_HEAD = re.compile(r"<w:sdtPr>.*?</w:sdtPr>", re.DOTALL)
_OWN_NOTE = re.compile(r"<w:(?:footnote|endnote)Reference\b")
_PROPERTY = re.compile(r'<property\b[^>]*?name="briefer[: ]([^"]*)"[^>]*>\s*<vt:\w+>([^<]*)</vt:', re.IGNORECASE)


#: What is so near to a name of ours is meant for it.
_NEAR = 0.7
NOTES_LOST = "The file's own footnotes are left out, with their marks in its text"


class Found(NamedTuple):
    """What the program finds in a file, for a person to read."""

    house: House
    slots: tuple[slots.Slot, ...]
    origins: Mapping[str, str]
    """Our styles by name → where each comes from: ``mapping``, ``file`` or ``briefer``."""
    frames: tuple[frames.Frame, ...]
    notes: bool = False
    """Whether its own text had footnotes or endnotes, which are left out."""

    def remarks(self) -> list[str]:
        """What somebody should know who gets a note in it: places that look like ours, words that are left out."""
        said = [unknown(s) for s in self.slots if s.kind == "control" and not s.known]
        return [one for one in said if "did you mean" in one] + [NOTES_LOST] * self.notes

    def twice(self) -> list[str]:
        """Slots for whole paragraphs that stand in more than one place."""
        filled = [s for s in self.slots if s.known and s.kind != "condition"]
        names = [s.name for s in filled if s.name in slots.BLOCKS or s.name.startswith("section:")]
        return sorted({name for name in names if names.count(name) > 1})


def prepared(path: Path, said: Said) -> House:
    """The file as a house style; raises BrieferError where it cannot be one."""
    found = examined(path, said)
    if astray := next((s for s in found.slots if s.astray), None):
        raise BrieferError(misplaced(astray), where=str(path), code="slot")
    if wrong_tag := next((s for s in found.slots if s.kind == "jinja" and not s.known), None):
        raise BrieferError(unknown(wrong_tag), where=str(path), code="slot")
    if twice := found.twice():
        raise BrieferError(
            f"This house style has two places for {', '.join(twice)}", where=str(path), todo="Take one of them out",
            code="slot",
        )  # fmt: skip
    if wrong := trial.refused(found.house):
        raise wrong
    return replace(found.house, remarks=tuple(found.remarks()))


def unknown(slot: slots.Slot) -> str:
    """That a tag is not one of ours, and which it may be meant for."""
    near = get_close_matches(slots.normal(slot.name), [*slots.LINES, *slots.BLOCKS], 1, _NEAR)
    meant = f"; did you mean {near[0]}?" if near else ""
    if slot.kind == "jinja":
        return f"The Jinja tag “{shortened(slot.name, 60)}” is not known{meant.replace('-', '_')}"
    return f"The content control “{shortened(slot.name, 60)}” is not known and stays as it is{meant}"


def misplaced(slot: slots.Slot) -> str:
    """Why one of our slots cannot be filled where it stands, and what to do."""
    if slot.part != "word/document.xml":
        place = f"The {'Jinja tag' if slot.kind == 'jinja' else 'content control'} “{slot.name}”"
        return f"{place} stands in a header or footer, where there is room for lines only; put it into the text"
    if slot.kind == "jinja":
        return f"The Jinja tag “{slot.name}” is more than a line; put it in a paragraph of its own"
    why = "stands within a line, in a text box or as a table row, where it cannot be filled; put it in a paragraph of its own"
    return f"The content control “{slot.name}” {why}"


def examined(path: Path, said: Said) -> Found:
    """The file taken apart; raises BrieferError for one that is broken or cannot be filled."""
    parts = received.parts(path)
    mapping, form = _in_file(parts.get("docProps/custom.xml", b"").decode("utf-8", "replace"), said, path)
    parts.pop("docProps/custom.xml", None)
    for content in tidied.stories(parts).values():
        if _CHANGES.search(content.decode()):
            raise BrieferError(
                "This house style holds tracked changes", where=str(path),
                todo="Accept or reject them, and save it anew", code="changes",
            )  # fmt: skip
    original = parts["word/document.xml"].decode("utf-8", "replace")
    try:
        parts = tidied.parts(parts)
    except BrieferError as error:
        raise BrieferError(error.what, where=str(path), todo=error.todo, code=error.code) from None
    document = parts["word/document.xml"]
    look = _look(document.decode(), form)
    made = stylemap.merged(
        parts["word/styles.xml"].decode(), parts.get("word/numbering.xml", b"").decode(), mapping, look.width, str(path)
    )
    parts["word/styles.xml"] = made.styles.encode()
    rows: list[str] = []
    if "word/numbering.xml" not in parts:
        rows.append(relationship("rIdBrieferLists", "numbering", "numbering.xml"))
        parts["[Content_Types].xml"] = _typed(parts["[Content_Types].xml"], "word/numbering.xml", "numbering")
    parts["word/numbering.xml"] = made.numbering.encode()
    if "word/settings.xml" in parts:
        parts["word/settings.xml"] = settings.cleaned(parts["word/settings.xml"].decode()).encode()
    else:
        rows.append(relationship("rIdBrieferSettings", "settings", "settings.xml"))
        parts["[Content_Types].xml"] = _typed(parts["[Content_Types].xml"], "word/settings.xml", "settings")
        parts["word/settings.xml"] = settings.EMPTY
    noted = _OWN_NOTE.search(original) is not None
    filled = slot_marks.marked("word/document.xml", document)
    text = tidied.paired(filled.text)
    if not any(slot.known and slot.kind != "field" for slot in filled.slots) and not filled.jinja:
        text, noted = _only_page(text), False
        filled = filled._replace(slots=tuple(s for s in filled.slots if s.kind != "field"), contents="")
    framed = frames.framed(text, parts, path)
    parts |= {name: b"" for name in framed.texts if name not in parts}
    _relate(parts, [*rows, *framed.relations])
    for name in framed.made:
        kind = "header" if "Header" in name else "footer"
        parts["[Content_Types].xml"] = _typed(parts["[Content_Types].xml"], name, kind)
    texts = {"word/document.xml": framed.document, **{n: tidied.paired(text) for n, text in framed.texts.items()}}
    for name in {*texts, *tidied.stories(parts)}:
        parts.pop(name, None)
    _without_unused(parts, texts)
    jinja = frozenset(name for name, one in texts.items() if "{{" in one or "{%" in one or "{#" in one)
    house = House(
        look=replace(
            look,
            styles=made.idents,
            numbers=made.numbers,
            own_lists=made.own_lists,
            levelled=made.levelled,
            keeping=made.keeping,
        ),
        parts=parts,
        texts=texts,
        forms={"word/document.xml": filled.forms, **framed.forms},
        jinja=jinja,
        foreign=True,
        where=str(path),
        bookmarks=max(
            (int(n) for n in re.findall(r'<w:bookmarkStart\b[^>]*?w:id="(\d+)"', framed.document)), default=0
        ),
        contents=filled.contents,
        controls=frozenset(
            int(n) for head in _HEAD.findall(framed.document) for n in re.findall(r'<w:id w:val="(\d+)"', head)
        ),
    )
    every = (*filled.slots, *framed.slots, *house_jinja.asked(house))
    return Found(house, every, made.origins, framed.frames, noted)


def _in_file(properties: str, said: Said, path: Path) -> tuple[dict[str, str], Form]:
    """The mapping and the form of sources: the file's own properties (``briefer: Question``), the YAML beside it above."""
    given = {unescape(name).strip(): unescape(value).strip() for name, value in _PROPERTY.findall(properties)}
    form = said.sources or given.pop("sources", "") or "footnotes"
    given.pop("sources", None)
    if form not in get_args(Form):
        raise BrieferError(
            f"The file's property “briefer: sources” says “{shortened(form, 60)}”", where=str(path),
            todo=f"Write one of {', '.join(get_args(Form))}", code="sources",
        )  # fmt: skip
    given = {shortened(name, 60): shortened(value, 60) for name, value in given.items()}
    return {**given, **said.styles}, form  # type: ignore[return-value]


def _only_page(text: str) -> str:
    """A file without slots gives its page, headers and footers; what it says itself is left out."""
    text = text.replace("<w:body/>", "<w:body></w:body>")
    start = text.index("<w:body>") + len("<w:body>")
    end = text.rindex("</w:body>")
    sections = _SECTION.findall(text[start:end])
    last = sections[-1] if sections else frames.A4
    return f"{text[:start]}{mark('note')}{last}{text[end:]}"


def _without_unused(parts: dict[str, bytes], texts: Mapping[str, str]) -> None:
    """Headers and footers that no page shows go, with what leads to them and what they lead to."""
    there = {*parts, *texts}

    def kept(row: re.Match[str]) -> str:
        target = re.search(r'Target="([^"]*)"', row[0])
        external = "TargetMode=" in row[0]
        return row[0] if external or (target and normpath(f"word/{target[1]}") in there) else ""

    name = "word/_rels/document.xml.rels"
    parts[name] = _RELATION.sub(kept, parts[name].decode()).encode()
    for name in [n for n in parts if n.startswith("word/_rels/")]:
        if name.replace("_rels/", "").removesuffix(".rels") not in there:
            del parts[name]
    types = parts["[Content_Types].xml"].decode()
    parts["[Content_Types].xml"] = _TYPED.sub(lambda m: m[0] if m[1] in there else "", types).encode()


def _look(document: str, form: Form) -> Look:
    found = _SECTION.findall(document)
    given = re.findall(r'\bw:(w|h|top|bottom|left|right)="(-?\d+)"', found[-1] if found else frames.A4)
    size = {"w": 11906, "h": 16838, "top": 1417, "bottom": 1417, "left": 1417, "right": 1417}
    size |= {k: abs(int(v)) for k, v in given}
    width = size["w"] - size["left"] - size["right"]
    return Look(sources=form, width=max(width, 3000), height=max(size["h"] - size["top"] - size["bottom"], 3000))


def _typed(types: bytes, name: str, kind: str) -> bytes:
    return types.replace(
        b"</Types>", f'<Override PartName="/{name}" ContentType="{_TYPE}.{kind}+xml"/></Types>'.encode()
    )


def _relate(parts: dict[str, bytes], rows: list[str]) -> None:
    name = "word/_rels/document.xml.rels"
    parts[name] = parts[name].replace(b"</Relationships>", "".join(rows).encode() + b"</Relationships>")
