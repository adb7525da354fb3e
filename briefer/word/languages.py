"""The language files: which there are, what is wrong in them, and the words that one of them gives a note.

A language is ``xx.yaml`` (or ``xx-YY.yaml``), shipped or in ``languages/`` of a workspace or of a layer; what a file
leaves out is said in English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Annotated

from msgspec import Meta, Struct
from yaml.nodes import Node

from briefer import yamlfile
from briefer.brief import prompt_words
from briefer.errors import BrieferError, Fault, UsageError, did_you_mean, nearest
from briefer.text import fold
from briefer.word.language import Language

SHIPPED = prompt_words.SHIPPED
#: Where a language without a file of its own is at home, so that Word knows its spelling.
_REGIONS = {
    "bg": "BG", "cs": "CZ", "da": "DK", "de": "DE", "el": "GR", "en": "GB", "es": "ES", "et": "EE", "fi": "FI",
    "fr": "FR", "ga": "IE", "hr": "HR", "hu": "HU", "it": "IT", "lt": "LT", "lv": "LV", "mt": "MT", "nl": "NL",
    "pl": "PL", "pt": "PT", "ro": "RO", "sk": "SK", "sl": "SI", "sv": "SE",
}  # fmt: skip
#: What each is called in English, by which people look for it too.
ENGLISH = {
    "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English", "es": "Spanish",
    "et": "Estonian", "fi": "Finnish", "fr": "French", "ga": "Irish", "hr": "Croatian", "hu": "Hungarian",
    "it": "Italian", "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ro": "Romanian", "sk": "Slovak", "sl": "Slovenian", "sv": "Swedish",
}  # fmt: skip
#: Of what stands under ``prompts``, what asks for nothing.
_REMARKS = ("unnamed",)
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


class Catalogue(Struct, frozen=True, kw_only=True, omit_defaults=True, forbid_unknown_fields=True):
    """A language file as it stands on disk."""

    language: str
    name: str = ""
    """What its speakers call it."""
    region: Annotated[str, Meta(description="the country whose spelling is meant: GB, FR")] = ""
    small_words: tuple[str, ...] = ()
    """By which a text in this language is known."""
    months: tuple[str, ...] = ()
    dates: dict[str, str] = {}
    """``day``, ``month``, ``span``, and ``first`` for the first of a month where it is written otherwise (1er)."""
    sections: dict[str, str] = {}
    titles: dict[str, str] = {}
    """Titles of the shipped templates, and what they are called in this language."""
    stances: dict[str, str] = {}
    states: dict[str, str] = {}
    labels: dict[str, str] = {}
    prompts: dict[str, str] = {}
    """What the shipped templates ask for and remark; ``{{ … }}`` in them is filled in when a brief is drafted."""


def load(tag: str, folders: Sequence[Path] = ()) -> Language:
    """The words for a language; English where there is no file for it.

    ``folders`` hold further language files, the last counts. Raises BrieferError with the first fault of a file.
    """
    if not folders:
        return _shipped(tag)
    return _with(tag, folders)


@lru_cache(maxsize=16)
def _shipped(tag: str) -> Language:
    return _with(tag, ())


def _with(tag: str, folders: Sequence[Path]) -> Language:
    if not _TAG.fullmatch(tag):
        tag = "en"
    found = prompt_words.files(tag, folders)
    stamps = tuple((str(path), path.stat().st_mtime_ns) for path in found)
    return _load(tag, stamps, _others(tuple(folders)))


def known(folders: Sequence[Path] = ()) -> list[tuple[str, str]]:
    """The languages there are files for: code and what its speakers call it."""
    paths = {p.stem: p for folder in (SHIPPED, *folders) if folder.is_dir() for p in sorted(folder.glob("*.yaml"))}
    read = {code: _read(path, path.name).value for code, path in paths.items()}
    return [(code, one.name or code) for code, one in sorted(read.items()) if one is not None]


def named(text: str, folders: Sequence[Path] = ()) -> str:
    """The code of the language that is meant by a code or a name: ``fr``, ``French``, ``français``.

    Raises UsageError where there is no such language, and BrieferError with the first fault of its file.
    """
    there, asked = known(folders), fold(" ".join(text.split()))
    calls = [(code, (code, name, ENGLISH.get(code, ""))) for code, name in there]
    tag = next((code for code, names in calls if asked and asked in map(fold, names)), "")
    if not tag and _TAG.fullmatch(text.strip()):
        head, *tail = text.strip().split("-")
        written = "-".join([head.lower(), *(t.upper() if len(t) == 2 else t for t in tail)])
        tag = written if prompt_words.files(written, folders) else ""
    if not tag:
        near = nearest(text, [n for code, names in calls for n in names if n and n != code]) if asked else []
        shown = ", ".join(f"{code} ({name})" for code, name in there)
        todo = f"Did you mean {near[0]}?" if near else f"There are {shown}; another one is a file in languages/"
        raise UsageError(f"There is no language “{text.strip()}”" if asked else "A note needs a language", todo=todo)
    load(tag, folders)
    return tag


def check(folder: Path, shown: str) -> list[Fault]:
    """The faults of every language file in a folder; what one leaves out is a warning."""
    faults: list[Fault] = []
    for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
        name = f"{shown}/{path.name}"
        loaded = _checked(path, name)
        faults += loaded.faults
        if loaded.value is not None and not loaded.faults and (left := _left_out(loaded.value)):
            more = f" and {len(left) - 3} more" if len(left) > 3 else ""
            message = f"{', '.join(left[:3])}{more} left out; briefer says these in English"
            faults.append(Fault(name, 1, 1, "warning", "untranslated", message))
    return faults


@lru_cache(maxsize=16)
def _load(tag: str, files: tuple[tuple[str, int], ...], others: tuple[tuple[str, frozenset[str]], ...]) -> Language:
    catalogues = [_sound(Path(name)) for name, _stamp in files]
    english = _english()
    layers = [english, *catalogues]
    region = next((c.region for c in reversed(catalogues) if c.region), _REGIONS.get(tag.lower(), ""))
    said = {part: _over(layers, part) for part in ("dates", "sections", "titles", "stances", "states", "labels")}
    # Templates are in English; what they call a section is said in the language of the note.
    said["titles"] = {title: said["sections"][role] for role, title in english.sections.items()} | said["titles"]
    own = frozenset(w for c in catalogues for w in c.small_words)
    foreign = tuple(
        (other, words) for other, words in others if other.partition("-")[0] != tag.partition("-")[0].lower()
    )
    return Language(
        tag=f"{tag.lower()}-{region}" if region and "-" not in tag else tag,
        months=next((c.months for c in reversed(catalogues) if c.months), english.months),
        small_words=own,
        others=foreign,
        every_small_word=own.union(*(words for _tag, words in foreign)),
        remarks=frozenset(c.prompts[key] for c in layers for key in _REMARKS if key in c.prompts),
        **said,
    )


@lru_cache(maxsize=4)
def _others(folders: tuple[Path, ...]) -> tuple[tuple[str, frozenset[str]], ...]:
    """Each language that there is a file for, with its small words; one with a fault is passed over here."""
    paths = {p.stem: p for folder in (SHIPPED, *folders) if folder.is_dir() for p in sorted(folder.glob("*.yaml"))}
    read = [(code, _read(path, path.name).value) for code, path in sorted(paths.items())]
    return tuple(
        (f"{code}-{one.region}" if one.region and "-" not in code else code, frozenset(one.small_words))
        for code, one in read
        if one is not None and one.small_words
    )


def _over(layers: Sequence[Catalogue], part: str) -> dict[str, str]:
    merged: dict[str, str] = {}
    for layer in layers:
        merged |= {k: v for k, v in getattr(layer, part).items() if v}
    return merged


@lru_cache(maxsize=1)
def _english() -> Catalogue:
    loaded = yamlfile.load((SHIPPED / "en.yaml").read_text("utf-8"), "en.yaml", Catalogue)
    assert isinstance(loaded.value, Catalogue)
    return loaded.value


def _sound(path: Path) -> Catalogue:
    if path.parent == SHIPPED and path.stem == "en":
        return _english()
    loaded = _checked(path, path.name)
    if loaded.faults:
        raise yamlfile.first_fault(loaded.faults)
    assert isinstance(loaded.value, Catalogue)
    return loaded.value


def _checked(path: Path, name: str) -> yamlfile.Loaded:
    return _read(path, name, _further)


def _read(
    path: Path, name: str, further: Callable[[Catalogue, Node, str], list[Fault]] | None = None
) -> yamlfile.Loaded:
    """A language file; for its name and its small words it need not be right in everything."""
    try:
        return yamlfile.load(yamlfile.read_text(path, name), name, Catalogue, further)
    except yamlfile.Refused as refused:
        return yamlfile.Loaded(None, refused.faults)
    except OSError as error:
        raise BrieferError("This language file cannot be read", where=name, todo=str(error.strerror)) from None


def _further(catalogue: Catalogue, node: Node, name: str) -> list[Fault]:
    """What the schema cannot say: the keys that there are, twelve months, and in each text what is filled in."""
    faults: list[Fault] = []

    def fault(at: Sequence[str], code: str, message: str) -> None:
        faults.append(yamlfile.fault_at(yamlfile.at(node, *at), name, "error", code, message))

    if catalogue.months and len(catalogue.months) != 12:
        fault(("months",), "months", f"A year has twelve months, these are {len(catalogue.months)}")
    english = _english()
    for part in ("dates", "sections", "stances", "states", "labels", "prompts"):
        wanted: dict[str, str] = getattr(english, part)
        extra = ["first"] if part == "dates" else []
        for key, text in getattr(catalogue, part).items():
            if key in extra:
                continue
            if key not in wanted:
                near = did_you_mean(key, list(wanted)) if nearest(key, list(wanted)) else "see the shipped en.yaml"
                fault((part, key), "unknown-key", f"“{key}” is not known under {part}; {near}")
            elif part == "prompts":
                if fills(text) != (whole := fills(wanted[key])):
                    shown = " and ".join(sorted(whole)) or "nothing in braces"
                    fault((part, key), "placeholder", f"This text must hold {shown}; it fills in something else")
            elif (allowed := _places(wanted[key])) is not None and (used := _places(text)) != allowed:
                shown = " and ".join(f"{{{place}}}" for place in sorted(allowed)) or "nothing in braces"
                wrong = "its braces do not match" if used is None else "it fills in something else"
                fault((part, key), "placeholder", f"This text must hold {shown}; {wrong}")
    return faults


def _places(text: str) -> set[str] | None:
    """What is filled into a text; None where its braces do not match."""
    from string import Formatter

    try:
        found = list(Formatter().parse(text))
    except ValueError:
        return None
    return {place for _text, place, _form, _convert in found if place is not None}


def fills(text: str) -> set[str]:
    """What is filled into a prompt, each with its braces as it stands."""
    return {" ".join(tag.split()) for tag in re.findall(r"\{[{%#].*?[}%#]\}", text, re.DOTALL)} | set(
        re.findall(r"\{[{%#]|[}%#]\}", re.sub(r"\{[{%#].*?[}%#]\}", "", text, flags=re.DOTALL))
    )


def _left_out(catalogue: Catalogue) -> list[str]:
    english = _english()
    parts = ("sections", "stances", "states", "labels", "prompts")
    left = [f"{part}.{key}" for part in parts for key in getattr(english, part) if key not in getattr(catalogue, part)]
    return left + (["months"] if not catalogue.months else [])
