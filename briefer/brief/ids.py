"""Block ids: a letter, then letters and digits, never reused within a brief."""

from __future__ import annotations

import hashlib

_LETTERS = "abcdefghijkmnpqrstuvwxyz"  # no l, no o: they are read as digits
_ALL = _LETTERS + "23456789"


def block_id(taken: set[str], *seed: object) -> str:
    """A six-character id not yet taken, the same for the same seed, and adds it to ``taken``."""
    attempt = 0
    while True:
        digest = hashlib.sha256("\x1f".join(map(str, (*seed, attempt))).encode("utf-8", "surrogatepass")).digest()
        one = _LETTERS[digest[0] % len(_LETTERS)] + "".join(_ALL[b % len(_ALL)] for b in digest[1:6])
        if one not in taken:
            taken.add(one)
            return one
        attempt += 1
