"""How a note speaks: section names, labels, dates and source forms in its language."""

from __future__ import annotations

from functools import lru_cache

from msgspec import Struct

from briefer.dates import is_partial

#: A text of fewer words is in the note's language for all one can tell; so many small words make one sure.
_FEW, _ENOUGH = 6, 3


class Language(Struct, frozen=True):
    """The words of one note."""

    tag: str
    """As Word wants it: ``fr-FR``."""
    months: tuple[str, ...]
    dates: dict[str, str]
    sections: dict[str, str]
    titles: dict[str, str]
    stances: dict[str, str]
    states: dict[str, str]
    labels: dict[str, str]
    small_words: frozenset[str] = frozenset()
    others: tuple[tuple[str, frozenset[str]], ...] = ()
    """Other languages by their tag, with the small words by which a text in one of them is known."""
    every_small_word: frozenset[str] = frozenset()
    """Those of this language and of all others: a text with few of them is clearly in none."""
    remarks: frozenset[str] = frozenset()
    """What shipped templates remark to those who work on the note, in this language and in English."""

    def say(self, label: str, **values: object) -> str:
        """A label with its values filled in."""
        text = self.labels[label]
        return text.format_map(values) if values else text

    def date(self, text: str) -> str:
        """``2025-06-10`` in long form, a month or a year as far as they go; anything else unchanged."""
        if not is_partial(text):
            return text
        year, _, rest = text.partition("-")
        if not rest:
            return year
        month, _, day = rest.partition("-")
        name = self.months[int(month) - 1]
        if not day:
            return self.dates["month"].format(month=name, year=year)
        number = self.dates.get("first", "1") if day == "01" else str(int(day))
        return self.dates["day"].format(day=number, month=name, year=year)

    def tongue(self, text: str) -> str:
        """The tag of the language that a text is in, where it is clearly another than the note's; else nothing."""
        return _tongue(text, self.small_words, self.every_small_word, self.others) if self.small_words else ""

    def title(self, role: str, given: str) -> str:
        """A section's title: the one given, in this language where it is one that a shipped template gave."""
        return self.titles.get(given, given) if given else self.sections[role]

    def stance(self, stance: str) -> str:
        """A stance in words."""
        return self.stances.get(stance, stance)


@lru_cache(maxsize=4096)
def _tongue(
    text: str, own: frozenset[str], every: frozenset[str], others: tuple[tuple[str, frozenset[str]], ...]
) -> str:
    """As ``Language.tongue``; a note is written again and again, and most of its texts are as they were."""
    words = text.lower().split()
    known = every.intersection(words)
    here = len(known & own)
    if len(known) < _ENOUGH or here >= _ENOUGH or len(set(words)) < _FEW:
        return ""
    score, tag = max(((len(known & small), tag) for tag, small in others), default=(0, ""))
    return tag if score >= _ENOUGH and score > 2 * here else ""
