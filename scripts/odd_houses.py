"""A ministry's Word file of any kind, out of a seed that alone decides: sound and strange, spoilt, or none at all."""

from __future__ import annotations

from typing import NamedTuple

from scripts.house_files import house_file
from scripts.house_pieces import Dice
from scripts.spoilt_houses import BYTES, DIALECTS, IN_PARTS, OTHERS, ZIPS, zipped


class Odd(NamedTuple):
    """A file with something odd about it."""

    suffix: str
    data: bytes
    how: str


def odd(seed: int) -> Odd:
    """A file that the seed alone decides: sound and strange, or spoilt."""
    dice = Dice(seed)
    dice.calm = dice.random() < 0.7
    if dice.random() < 0.06:
        way = dice.choice(OTHERS)
        return Odd(dice.choice((".docx", ".dotx")), way(dice), way.__name__.strip("_"))
    parts, done = house_file(dice)
    for _ in range(dice.choice((0, 0, 0, 1, 1, 2, 4))):
        way = dice.choice(IN_PARTS if not dice.calm else IN_PARTS[:9])
        parts = way(parts, dice)
        done.append(way.__name__.strip("_"))
    if dice.random() < 0.35:
        dialect = dice.choice(DIALECTS)
        parts = dialect(parts, dice)
        done.append(dialect.__name__.strip("_"))
    packing = dice.choice(ZIPS) if dice.random() < 0.2 else zipped
    data = packing(parts, dice)
    done.append(packing.__name__.strip("_"))
    if dice.random() < 0.08:
        spoil = dice.choice(BYTES)
        data = spoil(data, dice)
        done.append(spoil.__name__.strip("_"))
    return Odd(dice.choice((".docx", ".docx", ".dotx")), data, " ".join(done))
