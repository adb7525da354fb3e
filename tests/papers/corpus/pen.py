"""Writes invented sentences, footnotes, citations and questions on one subject, the same ones for the same seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from . import bank, phrases
from .content import Ask, Cited, mark

_DATA = "https://data.consilium.europa.eu/doc/document"
_LEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri"


def council(number: int, year: int, suffix: str = "", printed: str = "") -> Cited:
    """A Council document of a year in two digits, as cited."""
    ref = f"{number}/{year:02}" + (f" {suffix}" if suffix else "")
    return Cited(printed or ref, ref, f"{_DATA}/ST-{number}-20{year:02}-{(suffix or 'INIT').replace(' ', '-')}/en/pdf")


def citation(rng: Random, latest: int = 2025) -> Cited:
    """Some document in one of the forms in which papers cite."""
    number, full, other = rng.randint(5012, 16987), rng.randint(latest - 7, latest), rng.randint(20, 890)
    revision, year = rng.randint(1, 3), full % 100
    match rng.choice("aabbcdefgghijk"):
        case "a":
            return council(number, year)
        case "b":
            return council(
                number, year, printed=rng.choice((f"doc. {number}/{year}", f"ST {number}/{year}", f"{number}/{year}"))
            )
        case "c":
            return council(number, year, printed=f"st{number:05}.en{year}.pdf")
        case "d":
            return council(number, year, f"REV {revision}", f"st{number:05}-re{revision:02}.en{year}.pdf")
        case "e":
            return council(number, year, f"REV {revision}", f"{number}/{revision}/{year} REV {revision}")
        case "f":
            return council(number, year, f"ADD {revision}", f"{number}/{year} ADD {revision}")
        case "g":
            return Cited(f"COM({full}) {other} final", f"COM({full}) {other} final", f"{_LEX}=COM:{full}:{other}:FIN")
        case "h":
            return Cited(
                f"JOIN({full}) {other % 60 + 1} final",
                f"JOIN({full}) {other % 60 + 1} final",
                f"{_LEX}=JOIN:{full}:{other % 60 + 1}:FIN",
            )
        case "i":
            return Cited(f"SWD({full}) {other}", f"SWD({full}) {other}")
        case "j":
            return Cited(f"EEAS({full}) {other}", f"EEAS({full}) {other}")
        case _:
            number = rng.randint(1001, 2199)
            name = f"Regulation (EU) {full}/{number}"
            return Cited(name, name, f"{_LEX}=CELEX:3{full}R{number:04}")


@dataclass
class Pen:
    """One paper's voice: keeps count of what it has cited and noted."""

    rng: Random
    subject: bank.Subject
    noted: list[tuple[str, str]] = field(default_factory=list)
    cited: list[Cited] = field(default_factory=list)
    latest: int = 2025
    """No year named is later: that of the paper."""
    _left: dict[int, list[str]] = field(default_factory=dict)

    def fill(self, template: str) -> str:
        """A template with this subject's words in it."""
        rng, on = self.rng, self.subject
        place, other = rng.sample(on.places, 2)
        low = rng.randint(3, 60)
        words = {
            "things": on.things, "Things": on.things[:1].upper() + on.things[1:], "thing": on.thing,
            "place": place, "place2": other, "Place": place[:1].upper() + place[1:],
            "agency": f"the {on.agency}", "acr": on.acronym,
            "prog": on.programme, "Prog": on.programme[:1].upper() + on.programme[1:],
            "goal": on.goal, "practice": on.practice,
            "n": low, "n2": low + rng.randint(4, 90), "pct": rng.randint(4, 48),
            "soon": self.latest + rng.randint(1, 4),
            "year": rng.randint(self.latest - 6, self.latest), "month": rng.choice(bank.MONTHS), "ref": "{ref}",
        }  # fmt: skip
        made = template
        for name, word in words.items():
            made = made.replace("{" + name + "}", str(word))
        if "{ref}" in made:
            cited = citation(rng, self.latest)
            self.cited.append(cited)
            made = made.replace("{ref}", cited.printed)
        return made[:1].upper() + made[1:] if template[:1] == "{" and template[:5] != "{ref}" else made

    def take(self, templates: tuple[str, ...]) -> str:
        """The next of these templates, none twice before all have been used, filled."""
        left = self._left.setdefault(id(templates), [])
        if not left:
            left.extend(self.rng.sample(templates, len(templates)))
        return self.fill(left.pop())

    def sentence(self, noted: bool = False, citing: bool = False) -> str:
        """One sentence of the body, with a footnote or a citation where wanted."""
        said = self.take(phrases.CITING if citing else phrases.SENTENCES)
        return self.note(said) if noted else said

    def note(self, said: str, text: str = "") -> str:
        """The sentence with the mark of a new footnote, before or after its full stop, or after a word."""
        of = str(len(self.noted) + 1)
        self.noted.append((of, text or self.take(phrases.NOTES)))
        where = self.rng.randint(0, 2)
        if where == 0 and said.endswith("."):
            return f"{said[:-1]}{mark(of)}."
        comma = said.find(", ")
        if where == 1 and comma > 0:
            return f"{said[:comma]}{mark(of)}{said[comma:]}"
        return said + mark(of)

    def prose(self, sentences: int, notes: int = 0, cites: int = 0) -> str:
        """A paragraph."""
        extra = [True] * notes + [False] * max(0, sentences - notes)
        self.rng.shuffle(extra)
        said = [self.sentence(noted=noted) for noted in extra[:sentences]]
        for _ in range(cites):
            said.insert(self.rng.randint(1, len(said)), self.sentence(citing=True))
        return " ".join(said)

    def questions(self, count: int, subs: int = 0) -> tuple[Ask, ...]:
        """Questions with question marks; the first of them with sub-questions, where wanted."""
        made = []
        for nth in range(count):
            parts = tuple(self.take(phrases.SUBS) for _ in range(subs)) if nth == 0 else ()
            made.append(Ask(self.take(phrases.QUESTIONS), parts))
        return tuple(made)

    def tasks(self, count: int, close: str) -> tuple[Ask, ...]:
        """Questions as infinitives, with the punctuation of a list: ``;``, ``,`` or none."""
        said = [self.take(phrases.TASKS) for _ in range(count)]
        ends = [close] * (count - 1) + ["."]
        if close == ";" and self.rng.random() < 0.4 and count > 1:
            ends[-2] = "; and"
        return tuple(Ask(text + end) for text, end in zip(said, ends, strict=True))
