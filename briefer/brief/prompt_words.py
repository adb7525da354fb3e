"""What shipped templates ask a delegate for, and remark, in the language of a brief; out of the language files.

The files are those that a note speaks by (``briefer/word/languages.py`` checks them). What one leaves out is asked in
English; a text that is word for word none of ours is somebody's own and stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from briefer import yamlfile
from briefer.brief.model import Block, Brief
from briefer.brief.templates import UNASKED, has_placeholders

SHIPPED = Path(__file__).parent.parent / "languages"
#: What may change with the language of a brief: what is asked, and what is remarked.
_ROLES = ("prompt", "note")


class _Texts(Struct, frozen=True):
    """Of a language file, what stands under ``prompts``."""

    prompts: dict[str, str] = {}


def files(tag: str, folders: Sequence[Path] = ()) -> list[Path]:
    """The language files that count for a language, the least exact first: ``fr.yaml`` beneath ``fr-BE.yaml``."""
    names = [tag.partition("-")[0].lower(), tag] if "-" in tag else [tag.lower()]
    every = (SHIPPED, *folders)
    return [folder / f"{name}.yaml" for name in names for folder in every if (folder / f"{name}.yaml").is_file()]


def in_language(tag: str, folders: Sequence[Path] = ()) -> dict[str, str]:
    """By each English text of ours what it is in a language; ``folders`` hold further language files, the last counts."""
    english = _read(SHIPPED / "en.yaml")
    said = dict(english)
    for path in files(tag, folders):
        said |= {key: text for key, text in _read(path).items() if text and key in english}
    return {one_line(text): said[key] for key, text in english.items()}


def worded(text: str, words: Mapping[str, str]) -> str:
    """A text of a template as it is said in a language: that of ``in_language`` where it is one of ours."""
    return words.get(one_line(text), text) if words else text


def one_line(text: str) -> str:
    """The text with single blanks, by which it is known again however a file breaks its lines."""
    return " ".join(text.split())


def begins_unasked(words: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """How the prompt for a topic on which nothing is asked begins, in the shipped languages and in that of ``words``."""
    asked = {UNASKED, *_every_unasked(), *([worded(UNASKED, words)] if words else ())}
    return tuple(sorted(begin for text in asked if (begin := text.partition("{")[0].strip())))


@lru_cache(maxsize=1)
def _every_unasked() -> tuple[str, ...]:
    return tuple(worded(UNASKED, in_language(path.stem)) for path in sorted(SHIPPED.glob("*.yaml")))


def turned(
    brief: Brief, old: Mapping[str, str], new: Mapping[str, str], drafts: Iterable[tuple[Brief, Brief]]
) -> Brief:
    """The brief with what is still asked of a delegate in other words, where it stands just as the template had it.

    ``old`` and ``new`` are the texts of ours in the language that was and the one that is; ``drafts`` what the brief's
    template gives in the one and in the other, for texts that speak of a topic or a question.
    """
    said = {old[key]: text for key, text in new.items() if not has_placeholders(key)}
    raw = {old[key]: text for key, text in new.items() if has_placeholders(key)}
    for was, now in drafts:
        there = {b.id: b.text for s in now.sections for b in s.blocks if b.role in _ROLES}
        said |= {b.text: there[b.id] for s in was.sections for b in s.blocks if b.role in _ROLES and b.id in there}

    def block(one: Block) -> Block:
        if one.entry or not (one.prompt or one.role in _ROLES):
            return one
        asked = one.prompt or one.text
        if (text := said.get(asked)) is None:
            return one
        made_from = raw.get(one.made_from, one.made_from) if one.made_from else None
        one = replace(one, made_from=made_from)
        return replace(one, prompt=text) if one.prompt else replace(one, text=text)

    return replace(brief, sections=tuple(replace(s, blocks=tuple(map(block, s.blocks))) for s in brief.sections))


def _read(path: Path) -> dict[str, str]:
    """What a file says of prompts; one that is broken says nothing here: the note that speaks by it is refused."""
    try:
        stamp = path.stat().st_mtime_ns
    except OSError:
        return {}
    return _texts(path, stamp)


@lru_cache(maxsize=32)
def _texts(path: Path, stamp: int) -> dict[str, str]:
    try:
        found = yamlfile.load(yamlfile.read_text(path, path.name), path.name, _Texts).value
    except (yamlfile.Refused, OSError):
        return {}
    return dict(found.prompts) if isinstance(found, _Texts) else {}
