"""Plain text: folding for search, names for ids, words and speaking time."""

from __future__ import annotations

import re
import unicodedata

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "þ": "th",
        "ð": "d",
        "’": "'",
        "–": "-",
        "—": "-",
    }
)

#: Interpreted speech runs at 100 to 120 words a minute; a workspace may say otherwise.
WORDS_PER_MINUTE = 110


def fold(text: str) -> str:
    """Lower case without accents, letter by letter, so that ``Türkiye`` is found by ``turkiye``.

    Letters of other alphabets stay what they are. The result may differ from the text in length.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold().translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def folded_words(text: str) -> list[str]:
    """The words of a text, folded, compounds also cut at hyphens (``CSDP–JHA`` gives csdp and jha)."""
    return [w for w in re.split(r"[^\w]+|_", fold(text)) if w]


def words(text: str) -> int:
    """How many words are spoken when the text is read aloud; markup and note marks do not count."""
    bare = re.sub(r"\[\^\d+\]", "", text).replace("**", "").replace("*", "")
    return len(_WORD.findall(bare))


def seconds(count: int, per_minute: int = WORDS_PER_MINUTE) -> int:
    """How many seconds ``count`` words take to speak."""
    return round(count * 60 / max(per_minute, 1))


def clock(secs: int) -> str:
    """Seconds as ``m:ss``."""
    return f"{secs // 60}:{secs % 60:02d}"


def slug(text: str, limit: int = 60) -> str:
    """An id out of a title: lower case, digits, hyphens; never empty, never cut within a word if avoidable."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(text).encode("ascii", "ignore").decode()).strip("-")
    if len(plain) > limit:
        cut = plain[:limit]
        plain = cut.rsplit("-", 1)[0] if "-" in cut else cut
    return plain or "untitled"


def printable(text: str) -> str:
    """The text without control characters and lone surrogates, which neither YAML nor Word can hold."""
    return "".join(
        c
        for c in text.replace("\r\n", "\n").replace("\r", "\n")
        if c in "\n\t" or not (unicodedata.category(c) in ("Cc", "Cs") or c in "\ufffe\uffff")
    )
