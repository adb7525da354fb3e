"""Which PDFs may cost more than they weigh: a file of two kilobytes can keep pdfium busy for hours and fill the memory.

pdfium cannot be stopped once it reads a page. What it draws can grow without end in two ways: drawings that call drawings
(form XObjects), and streams that unpack to far more than they are. A file with neither is safe to read here; any other is
read in a process of its own (``apart``), which costs a tenth of a second and can be ended.
"""

from __future__ import annotations

import base64
import re
import zlib

#: What a page draws unpacks to less; four megabytes are the text of a thousand pages.
_MOST_DRAWN = 4_000_000
#: Fonts and pictures may be larger.
_MOST_UNPACKED = 40_000_000
#: No stream unpacks to more than so many times its size.
_MOST_TIMES = 1_032
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)")
#: Names may be written with their letters as numbers (``/F#6frm``); for these nobody does who has nothing to hide.
_WITH_NUMBERS = re.compile(rb"/(?=[A-Za-z0-9]{0,20}#)([A-Za-z0-9#]{4,60})")
_NUMBER = re.compile(rb"#([0-9A-Fa-f]{2})")
_TELLING = {b"Form", b"Subtype", b"Filter", b"Encrypt", b"ObjStm", b"FlateDecode", b"LZWDecode", b"RunLengthDecode"}
_FORM = re.compile(rb"/Subtype\s*/Form\b")
#: Two filters one after the other, but for those of which the first only makes a stream of letters.
_TWICE = rb"/(?:Filter|F)\s*\[\s*/(?!(?:ASCII85Decode|A85)\s*/(?:FlateDecode|Fl)\s*\])[^\s\]/]+\s*/"
_UNUSUAL = re.compile(rb"/Encrypt\b|/LZW(?:Decode)?\b|/(?:RunLengthDecode|RL)\b|" + _TWICE)
_LETTERS = re.compile(rb"/(?:ASCII85Decode|A85)\b")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE_OR_FONT = re.compile(
    rb"/Image\b|/Length1\b|/FontFile|/CIDFontType0C\b|/Type1C\b|/OpenType\b|/ICCBased\b|/Alternate\b"
)
_DICTIONARY = 1_500
#: Streams that begin within others make more to look at than the file has.
_MOST_LOOKED_AT = 4


def unbounded(data: bytes) -> bool:
    """Whether nothing in the file itself bounds what reading it may cost."""
    if _FORM.search(data) or _UNUSUAL.search(data) or any(map(_hides, _WITH_NUMBERS.findall(data))):
        return True
    looked_at = 0
    for match in _STREAM.finditer(data):
        if data[max(match.start() - 3, 0) : match.start()] == b"end":
            continue
        dictionary = data[max(match.start() - _DICTIONARY, 0) : match.start()].rpartition(b" obj")[2]
        end = data.find(b"endstream", match.end())
        end = end if end >= 0 else len(data)
        looked_at += end - match.start() + _DICTIONARY
        if looked_at > _MOST_LOOKED_AT * len(data) + _MOST_DRAWN:
            return True
        packed = data[match.end() : end]
        most = _MOST_UNPACKED if _PICTURE_OR_FONT.search(dictionary) else _MOST_DRAWN
        if len(packed) * _MOST_TIMES < most and b"/ObjStm" not in dictionary:
            continue
        plain = _unpacked(packed, dictionary, most + 1)
        if len(plain) > most or (b"/ObjStm" in dictionary and _FORM.search(plain)):
            return True
    return False


def _hides(name: bytes) -> bool:
    return _NUMBER.sub(lambda match: bytes((int(match[1], 16),)), name) in _TELLING


def _unpacked(packed: bytes, dictionary: bytes, most: int) -> bytes:
    """A stream as a page uses it, as far as it can be told and up to a length."""
    try:
        if _LETTERS.search(dictionary):
            packed = base64.a85decode(packed.strip().removesuffix(b"~>"))
        return zlib.decompressobj().decompress(packed, most) if _FLATE.search(dictionary) else packed
    except (ValueError, zlib.error):
        return b""
