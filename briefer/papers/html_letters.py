"""Which letters the bytes of a web page stand for."""

from __future__ import annotations

import codecs
import re

_CHARSET = re.compile(
    rb"""<meta[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding=["']([\w.:-]{2,40})""",
    re.IGNORECASE,
)


def decoded(data: bytes) -> str:
    """The page's text: by the mark at its start, by what it says of itself, else UTF-8, else as Windows writes it."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    said = _CHARSET.search(data[:4096])
    name = (said[1] or said[2]).decode("ascii").lower() if said else "cp1252"
    if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") or name.startswith("utf-16"):
        name = "cp1252"
    try:
        return data.decode(name, "replace")
    except (LookupError, ValueError):
        return data.decode("cp1252", "replace")
