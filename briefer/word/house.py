"""A house style: a Word file that gives a note its styles, its page and what stands around it.

Three are shipped. A ministry's own is a .docx or .dotx, named by its path or kept in ``house-styles/`` of a workspace
or layer, with a YAML file of the same name beside it for what the file itself cannot say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from briefer.errors import BrieferError, Fault, UsageError, did_you_mean, sentence
from briefer.word import package
from briefer.word.citations import Form
from briefer.word.look import Look

SHIPPED = Path(__file__).parent.parent / "houses"
DEFAULT = "plain"
ENDINGS = (".docx", ".dotx")


class Said(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """What stands in the YAML file beside a house style."""

    title: str = ""
    summary: str = ""
    sources: Form | None = None
    """Footnotes unless it says endnotes or numbers (in brackets)."""
    styles: dict[str, str] = {}
    """Our style's name → the name of the one in the file that is to be used for it."""


class House(Struct, frozen=True, kw_only=True):
    """A house style, ready to be filled."""

    look: Look
    parts: Mapping[str, bytes]
    """What every note in this style has alike."""
    texts: Mapping[str, str]
    """The document, and headers and footers of the house's own, with marks where the note's words go."""
    forms: Mapping[str, tuple[str, ...]] = {}
    """For each text: the run properties in which its lines are written, by the number in their mark."""
    jinja: frozenset[str] = frozenset()
    """Which of the texts hold Jinja tags."""
    foreign: bool = False
    """Whether it is a file of somebody else's, with headers and footers of its own."""
    where: str = ""
    """The file, for messages."""
    bookmarks: int = 0
    """The highest number that a bookmark of its own has."""
    controls: frozenset[int] = frozenset()
    """The ids of its own content controls."""
    remarks: tuple[str, ...] = ()
    """What somebody should know who gets a note in it, in sentences."""
    contents: str = ""
    """The field of a table of contents that it has itself, in place of which the note's is put."""


def styles(folders: Sequence[Path] = ()) -> list[tuple[str, str, str]]:
    """Name, title and one line of every house style there is, the shipped ones first; one with a fault has its name alone."""
    rows = []
    for name, path in _all(folders).items():
        try:
            beside = said(path)
        except BrieferError:
            beside = Said()
        rows.append((name, beside.title or name, beside.summary))
    return rows


def find(name: str, folders: Sequence[Path] = ()) -> Path:
    """The file of a house style, by its name or path; raises UsageError for one that is not there."""
    named = Path(name).expanduser()
    if named.suffix.lower() in ENDINGS:
        if named.is_file():
            return named
        raise UsageError(f"There is no house style file {name}", todo="Give the path of a .docx or .dotx")
    if named.suffix and named.is_file():
        raise UsageError(f"{named.name} is no .docx or .dotx, as a house style is", todo="Save it as one in Word")
    found = _all(folders)
    if name in found:
        return found[name]
    raise UsageError(f"There is no house style “{name}”", todo=sentence(did_you_mean(name, list(found))))


def load(path: Path) -> House:
    """A house style out of its file.

    Raises BrieferError for a file that is broken, encrypted, too large or not Word at all, and for one that the
    program cannot fill.
    """
    try:
        stamp = path.stat().st_mtime_ns, path.stat().st_size
    except OSError as error:
        raise BrieferError("This house style cannot be read", where=str(path), todo=str(error.strerror)) from None
    return _load(path, stamp, _stamp(path.with_suffix(".yaml")))


def _all(folders: Sequence[Path]) -> dict[str, Path]:
    own = (p for folder in folders if folder.is_dir() for p in sorted(folder.iterdir()))
    shipped = (SHIPPED / f"{name}.docx" for name in (DEFAULT, "compact", "large-print"))
    return {p.stem: p for p in (*shipped, *own) if p.suffix.lower() in ENDINGS and not p.name.startswith(("~$", "."))}


def _stamp(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


def said(path: Path) -> Said:
    """What the YAML file beside a house style says; raises BrieferError with its first fault."""
    words, faults = said_with_faults(path)
    if faults:
        from briefer import yamlfile

        raise yamlfile.first_fault(faults)
    return words


def said_with_faults(path: Path) -> tuple[Said, list[Fault]]:
    """What the YAML file beside a house style says, and all that is wrong in it."""
    beside = path.with_suffix(".yaml")
    if not beside.is_file():
        return Said(), []
    from briefer import yamlfile

    try:
        loaded = yamlfile.load(yamlfile.read_text(beside, beside.name), beside.name, Said)
    except yamlfile.Refused as refused:
        return Said(), refused.faults
    if loaded.faults:
        return Said(), loaded.faults
    assert isinstance(loaded.value, Said)
    return loaded.value, []


@lru_cache(maxsize=16)
def _load(path: Path, stamp: tuple[int, int], beside: int) -> House:
    words = said(path)
    if path.parent == SHIPPED:
        return _shipped(path, words)
    # Most notes go out in a shipped style; what takes a foreign file apart need not be loaded for them.
    from briefer.word import foreign

    return foreign.prepared(path, words)


@lru_cache(maxsize=1)
def plain() -> House:
    """The house style that holds where nothing else is said; it needs no look beside its file."""
    return _shipped(SHIPPED / f"{DEFAULT}.docx", Said())


def _shipped(path: Path, said: Said) -> House:
    """One of our own: an empty document whose one section is the note's."""
    parts = package.unpack(path.read_bytes())
    before, _, after = parts.pop("word/document.xml").decode().partition("<w:p/>")
    return House(
        look=_look(after, said),
        parts=parts,
        texts={"word/document.xml": f"{before}{mark('note')}{after.replace('<w:sectPr>', '<w:sectPr>' + _FRAME, 1)}"},
    )


_FRAME = '<w:headerReference w:type="default" r:id="rIdHeader"/><w:footerReference w:type="default" r:id="rIdFooter"/>'


def _look(section: str, said: Said) -> Look:
    size = {k: int(v) for k, v in re.findall(r'w:(w|h|top|bottom|left|right)="(\d+)"', section)}
    return Look(
        sources=said.sources or "footnotes",
        width=size["w"] - size["left"] - size["right"],
        height=size["h"] - size["top"] - size["bottom"],
    )


def mark(slot: str) -> str:
    """What stands in a text where a slot is filled."""
    return f"\ue000{slot}\ue001"
