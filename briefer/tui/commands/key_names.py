"""Keys as people write and read them, and as the terminal's events call them."""

from __future__ import annotations

import string
import unicodedata

_NAMED = {
    "escape", "enter", "tab", "backspace", "delete", "insert", "home", "end", "pageup", "pagedown", "up", "down", "left",
    "right", "space", *(f"f{n}" for n in range(1, 25)),
}  # fmt: skip
_OTHER_NAMES = {
    "esc": "escape", "return": "enter", "⏎": "enter", "del": "delete", "ins": "insert", "pgup": "pageup", "↑": "up",
    "pgdn": "pagedown", "pgdown": "pagedown", "page_up": "pageup", "page_down": "pagedown", "↓": "down", "←": "left",
    "→": "right", "bksp": "backspace", "⌫": "backspace", "control": "ctrl", "c": "ctrl", "s": "shift", "m": "alt",
    "meta": "alt", "option": "alt",
}  # fmt: skip
_MODIFIERS = ("ctrl", "alt", "shift")
_SHORTER = {
    "solidus": "slash", "reverse_solidus": "backslash", "commercial_at": "at", "hyphen_minus": "minus",
    "plus_sign": "plus", "low_line": "underscore",
}  # fmt: skip
_SHOWN = {
    "escape": "esc", "enter": "⏎", "delete": "del", "insert": "ins", "pageup": "pgup", "pagedown": "pgdn", "up": "↑",
    "down": "↓", "left": "←", "right": "→",
}  # fmt: skip

#: What a terminal sends for these is something else, or nothing.
_SENT_AS = {
    "ctrl+i": "send tab for it", "ctrl+m": "send Enter for it", "ctrl+j": "send a line end for it",
    "ctrl+left_square_bracket": "send Esc for it", "ctrl+h": "send backspace for it",
}  # fmt: skip


def parsed(keys: str) -> tuple[list[str], list[str]]:
    """Keys separated by commas or blanks, as events call them, and those that no keyboard has."""
    known: list[str] = []
    unknown: list[str] = []
    for word in keys.split():
        for part in [word] if len(word) == 1 else [p for p in word.split(",") if p]:
            key = of(part)
            known.append(key) if key else unknown.append(part)
    return list(dict.fromkeys(known)), unknown


def of(written: str) -> str | None:
    """A key that a person wrote, such as ``Ctrl+S``, ``^s``, ``F11``, ``?`` or ``<``, by the name its events carry."""
    if len(written) == 1:
        return _of_character(written)
    if written[0] == "^":
        written = f"ctrl+{written[1:]}"
    *before, last = [*written[:-2].split("+"), "+"] if written.endswith("++") else _split(written)
    modifiers = {_OTHER_NAMES.get(m.casefold(), m.casefold()) for m in before}
    if not modifiers <= set(_MODIFIERS):
        return None
    if len(last) == 1:
        if modifiers == {"shift"} and last.isalpha():
            return last.upper()
        key = _of_character(last.lower() if "ctrl" in modifiers else last)
    else:
        name = last.casefold()
        name = _SHORTER.get(name, _OTHER_NAMES.get(name, name))
        key = name if name in _NAMED else _of_character(character(name) or "\n")
    return "+".join([*(m for m in _MODIFIERS if m in modifiers), key]) if key else None


def _split(written: str) -> list[str]:
    parts = written.split("+")
    if len(parts) == 1 and written[:2].casefold() in ("c-", "m-", "s-"):  # as Emacs and tmux write it
        parts = [written[0], written[2:]]
    return parts


def _of_character(character: str) -> str | None:
    if not character.isprintable():
        return None
    if character.isalnum():
        return character
    if character in _OTHER_NAMES:
        return _OTHER_NAMES[character]
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return _SHORTER.get(name, name) or None


_PUNCTUATION = {key: c for c in string.punctuation if (key := _of_character(c))}


def character(key: str) -> str | None:
    """What a key types, where it types something."""
    if len(key) == 1:
        return key
    if key == "space":
        return " "
    if "+" in key or key in _NAMED:
        return None
    if (mark := _PUNCTUATION.get(key)) is not None:
        return mark
    try:
        return unicodedata.lookup(key.replace("_", " ").upper())
    except KeyError:
        return None


def shown(key: str) -> str:
    """A key as a person reads it: ``^s``, ``F11``, ``?``, ``⏎``."""
    head, _, last = key.rpartition("+")
    if last[:1] == "f" and last[1:].isdigit():
        last = last.upper()
    elif last != "space":
        last = _SHOWN.get(last) or character(last) or last
    return "".join("^" if m == "ctrl" else f"{m}+" for m in head.split("+") if m) + last


def swallowed(key: str) -> str:
    """What many terminals do instead of sending a key, as in "they never send it"; empty where they send it."""
    if key.endswith("+enter"):
        return "never send it"
    if key.startswith("ctrl+shift+") and len(key.rpartition("+")[2]) == 1:
        return "never send it"
    if key.startswith("ctrl+") and key[5:].isdigit():
        return "never send it"
    return _SENT_AS.get(key, "")
