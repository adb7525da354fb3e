"""A ministry's own Word file → a house style."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefer.errors import BrieferError

if TYPE_CHECKING:
    from briefer.word.house import House, Said


def prepared(path: Path, said: Said) -> House:
    """Not yet."""
    raise BrieferError("not yet")
