"""Jinja tags in the text of a Word file: where they are, and how Jinja is to read them."""

from __future__ import annotations

import re
from html import unescape

from briefer.word.slots import BLOCKS, LINES

#: None is longer or has another in it: where many begin and none ends, looking further each time would take minutes.
TAG = re.compile(
    r"\{\{(?:(?!\{[{%#]).){0,2000}?\}\}|\{%(?:(?!\{[{%#]).){0,2000}?%\}|\{#(?:(?!\{[{%#]).){0,2000}?#\}", re.DOTALL
)
#: A tag that is a name and nothing else.
NAME = re.compile(r"\s*\{\{-?\s*([\w.-]+)\s*-?\}\}\s*")
#: A text that is a statement or a comment, or nothing but tags.
STATEMENT = re.compile(r"\s*(\{%|\{#).*?(%\}|#\})\s*", re.DOTALL)
ONLY_TAGS = re.compile(rf"\s*(?:(?:{TAG.pattern})\s*)+", re.DOTALL)
#: Names with a hyphen, which Jinja would take for a subtraction.
_HYPHENED = re.compile(
    rf"(?<![\w-])(?:{'|'.join(sorted((n for n in (*LINES, *BLOCKS) if '-' in n), key=len, reverse=True))})(?![\w-])"
)
_QUOTED = re.compile(r"""("[^"]*"|'[^']*')""")
_QUOTES = str.maketrans("“”„‘’‚", "\"\"\"'''")


def found_in(text: str) -> list[str]:
    """The tags in a text."""
    return TAG.findall(text)


def without(text: str) -> str:
    """A text without its tags."""
    return TAG.sub("", text)


def begun(text: str) -> bool:
    """Whether there is a tag in a text; one that is begun and not ended is one, too, and a wrong one."""
    return "{{" in text or "{%" in text or bool(TAG.search(text))


def readable(text: str) -> str:
    """A text of XML whose tags are as Jinja reads them: straight quotes, and names of ours without hyphens."""
    return TAG.sub(lambda m: _unhyphened(unescape(m[0]).translate(_QUOTES)), text)


def _unhyphened(tag: str) -> str:
    parts = _QUOTED.split(tag)
    parts[::2] = [_HYPHENED.sub(lambda m: m[0].replace("-", "_"), part) for part in parts[::2]]
    return "".join(parts)
