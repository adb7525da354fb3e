"""XML as text: what may stand in it, relationships, fields."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefer.text import printable

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"

_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINKABLE = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?(?:[/?#][!-~]*)?")
_ESCAPED = re.compile(r"[\"<>\\^`{|}\s]|[^\x00-\x7f]")
_LONGEST_LINK = 2000


def escape(text: str) -> str:
    """Text fit to stand in XML, as content or in quotes; what Word cannot hold is left out."""
    if not text.isprintable() and _UNFIT.search(text):
        text = printable(text)
    if not ("&" in text or "<" in text or ">" in text or '"' in text):
        return text
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def web_address(given: str) -> str:
    """A web address as it may stand in a file; nothing for what is none that a reader can follow."""
    if not given:
        return ""
    url = _ESCAPED.sub(lambda m: "".join(f"%{b:02X}" for b in m[0].encode("utf-8", "ignore")), given.strip())
    return url if len(url) <= _LONGEST_LINK and _LINKABLE.fullmatch(url) else ""


class Links:
    """The hyperlinks of one part, each address once."""

    def __init__(self) -> None:
        self._ids: dict[str, str] = {}
        self._given: dict[str, str | None] = {}

    def id(self, address: str) -> str | None:
        """The relationship id of a web address; None for what is no address that Word can follow."""
        if address not in self._given:
            url = web_address(address)
            self._given[address] = self._ids.setdefault(url, f"rIdLink{len(self._ids) + 1}") if url else None
        return self._given[address]

    def relationships(self) -> list[str]:
        """The links as relationships of their part."""
        return [relationship(i, "hyperlink", escape(url), external=True) for url, i in self._ids.items()]


def relationship(ident: str, kind: str, target: str, *, external: bool = False) -> str:
    """One relationship of the office kind; ``target`` is already escaped."""
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{ident}" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def relationships(rows: Sequence[str]) -> bytes:
    """A relationships part."""
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'.encode()


def field(code: str, cached: str) -> str:
    """A field with the text it shows until Word works it out."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{escape(cached)}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
