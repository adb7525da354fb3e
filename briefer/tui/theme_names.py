"""The names of the themes: four of briefer's own, then those that Textual brings. Imports nothing of the screen."""

from __future__ import annotations

#: briefer's own, with what each is for.
OURS = {
    "dark": "light letters on dark grey",
    "light": "dark letters on paper white",
    "contrast": "white on black, for tired eyes and bad screens",
    "ansi": "the terminal's own letters and background, see-through where it is",
}

#: Those of Textual; a test holds them to be all of them.
TEXTUAL = (
    "ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light", "catppuccin-frappe", "catppuccin-latte",
    "catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai", "nord", "rose-pine",
    "rose-pine-dawn", "rose-pine-moon", "solarized-dark", "solarized-light", "textual-dark",
    "textual-light", "tokyo-night",
)  # fmt: skip

USUAL = "dark"

_OTHER = {"high-contrast": "contrast", "high contrast": "contrast", "terminal": "ansi", "transparent": "ansi"}


def meant(written: str) -> str | None:
    """The theme that somebody wrote the name of; None where there is none of that name."""
    name = written.strip().casefold()
    name = _OTHER.get(name, name)
    return name if name in OURS or name in TEXTUAL else None
