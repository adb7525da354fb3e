"""The colours of briefer's own themes; every pair of letters and background is held to a contrast by a test."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dark", dark=True, primary="#5aa5e0", secondary="#8fb4d9", accent="#e8b866", success="#7fca93",
    warning="#e8c06a", error="#f2868d", foreground="#e1e5eb", background="#14171c", surface="#1b1f26", panel="#272d37",
    variables={
        "foreground-muted": "#aab4c2", "text-muted": "#aab4c2", "text-disabled": "#aab4c2",
        "text-accent": "#e8b866", "text-success": "#7fca93", "text-warning": "#e8c06a", "text-error": "#f2868d",
        "block-cursor-background": "#2f4a63", "block-cursor-foreground": "#ffffff",
        "input-selection-background": "#33536f", "input-selection-foreground": "#ffffff",
        "border-blurred": "#3a424f",
    },
)  # fmt: skip

LIGHT = Theme(
    name="light", dark=False, primary="#1f5f99", secondary="#33587d", accent="#824400", success="#17602d",
    warning="#6f4a00", error="#9c1c28", foreground="#1c2025", background="#fbfaf7", surface="#f3f1eb", panel="#e5e2d9",
    variables={
        "foreground-muted": "#4b525b", "text-muted": "#4b525b", "text-disabled": "#4b525b",
        "text-accent": "#824400", "text-success": "#17602d", "text-warning": "#6f4a00", "text-error": "#9c1c28",
        "block-cursor-background": "#1f5f99", "block-cursor-foreground": "#ffffff",
        "input-selection-background": "#b7d3ec", "input-selection-foreground": "#101418",
        "border-blurred": "#c4bfb2",
    },
)  # fmt: skip

CONTRAST = Theme(
    name="contrast", dark=True, primary="#6db8ff", secondary="#9fd0ff", accent="#ffe14d", success="#8dffa0",
    warning="#ffd27a", error="#ffb0b0", foreground="#ffffff", background="#000000", surface="#000000", panel="#1c1c1c",
    variables={
        "foreground-muted": "#e2e2e2", "text-muted": "#e2e2e2", "text-disabled": "#cfcfcf",
        "text-accent": "#ffe14d", "text-success": "#8dffa0", "text-warning": "#ffd27a", "text-error": "#ffb0b0",
        "block-cursor-background": "#ffe14d", "block-cursor-foreground": "#000000",
        "input-selection-background": "#ffe14d", "input-selection-foreground": "#000000",
        "border-blurred": "#9a9a9a",
    },
)  # fmt: skip

#: Letters are the terminal's own throughout, for nobody knows which of its colours can be read on its background.
ANSI = Theme(
    name="ansi", ansi=True, dark=True, primary="ansi_blue", secondary="ansi_cyan", accent="ansi_default",
    success="ansi_default", warning="ansi_default", error="ansi_default", foreground="ansi_default",
    background="ansi_default", surface="ansi_default", panel="ansi_default", boost="ansi_default",
    variables={
        "ansi-background": "ansi_default", "ansi-foreground": "ansi_default",
        "surface": "ansi_default", "panel": "ansi_default", "text-primary": "ansi_default",
        "text-secondary": "ansi_default", "foreground-muted": "ansi_default",
        "text-muted": "ansi_default", "text-disabled": "ansi_default",
        "block-cursor-foreground": "ansi_black", "block-cursor-background": "ansi_cyan",
        "input-selection-background": "ansi_cyan", "input-selection-foreground": "ansi_black",
        "screen-selection-background": "ansi_cyan", "screen-selection-foreground": "ansi_black",
        "border": "ansi_blue", "border-blurred": "ansi_default",
        "scrollbar": "ansi_blue", "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default", "scrollbar-background-active": "ansi_default",
        "footer-key-foreground": "ansi_default", "link-color": "ansi_default",
    },
)  # fmt: skip

OURS = (DARK, LIGHT, CONTRAST, ANSI)

#: For the boxes that Textual brings: words that can be read, and a selection that shows without any colour.
BOXES = """
TextArea .text-area--placeholder, Input > .input--placeholder { color: $text-muted; }
Input:nocolor > .input--selection, TextArea:nocolor .text-area--selection { text-style: reverse; }
Input:ansi > .input--selection, TextArea:ansi .text-area--selection { color: ansi_black; background: ansi_cyan; }
"""
