"""The documents that a paper cites, each once and with its address: Council numbers, COM and JOIN, Union law."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from briefer.papers.model import Cited
from briefer.papers.numbers import address, council_number, institution_number

_CELEX = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
_KINDS = {
    "regulation": "R", "regulations": "R", "directive": "L", "directives": "L", "decision": "D", "decisions": "D",
    "recommendation": "H", "framework decision": "F", "joint action": "E", "common position": "E",
    "règlement": "R", "règlements": "R", "décision": "D", "décisions": "D", "décision-cadre": "F", "recommandation": "H",
    "verordnung": "R", "verordnungen": "R", "richtlinie": "L", "richtlinien": "L", "beschluss": "D", "rahmenbeschluss": "F",
    "empfehlung": "H", "förordning": "R", "förordningar": "R", "direktiv": "L", "beslut": "D", "rambeslut": "F",
    "rekommendation": "H",
}  # fmt: skip
_BODIES = r"(?:EU|EC|EEC|CFSP|JHA|Euratom|ECSC|UE|CE|PESC|JAI|EG|EWG|GASP|EURATOM|EKSC)"
_KIND = (
    r"(?:(?:Commission|Council|European\s+Parliament\s+and\s+Council)\s+)?((?:(?:Implementing|Delegated)\s+)?"
    r"(?:[Rr]egulations?|[Dd]irectives?|(?:Framework\s+|framework\s+)?[Dd]ecisions?|[Rr]ecommendation|[Jj]oint\s+[Aa]ction|[Cc]ommon\s+[Pp]osition"
    r"|[Rr]èglements?(?:\s+d['’]exécution|\s+délégué)?|[Dd]écisions?(?:-cadre)?|[Rr]ecommandation"
    r"|(?:Durchführungs|Delegierte\s)?[Vv]erordnung(?:en)?|[Rr]ichtlinien?|(?:Durchführungs|Rahmen)?[Bb]eschluss|[Ee]mpfehlung"
    r"|[Ff]örordning(?:ar|en)?|[Dd]irektivet?|(?:[Rr]am)?[Bb]eslutet?|[Rr]ekommendation))"
)
_NUMBER = (
    rf"(?:\((?P<body>{_BODIES}(?:,\s?{_BODIES})?)\)\s*)?(?:(?P<no>No|Nr\.?|n[°o]|nr)\s*)?"
    rf"(?P<one>\d{{1,4}})/(?P<two>\d{{1,4}})(?:/(?P<tail>{_BODIES}))?"
)
_LAW = re.compile(rf"\b{_KIND}\s+{_NUMBER}(?![\d/])")
_MORE = re.compile(rf"(?:\s*,\s*|\s*,?\s+(?:and|et|und|och|or)\s+){_NUMBER}(?![\d/])")
_FILE = re.compile(
    r"\bst0*(\d{3,5})((?:-(?:re|ad|co|am|ex|dc)\d{2})*)\.(?:[a-z]{2})(\d{2})\b(?:\.(?:pdf|docx?))?", re.IGNORECASE
)
_FILE_SUFFIX = re.compile(r"-(re|ad|co|am|ex|dc)(\d{2})", re.IGNORECASE)
_FILE_KINDS = {"re": "REV", "ad": "ADD", "co": "COR", "am": "AMD", "ex": "EXT", "dc": "DCL"}
_REGISTER = re.compile(
    r"\b(ST|CM|PE)[-_ ](\d{1,5})[-_ ](\d{4})[-_ ](INIT|(?:(?:REV|ADD|COR|DCL|EXT|AMD)[-_ ]\d{1,2}[-_ ]?){1,3})"
)
_BARE = re.compile(r"(?<![\w/.-])(?<!\d[ .])(?:ST\s?)?\d{3,5}(?:/\d{1,2})?/\d{2}(?![\w/%°]|[.,]\d|-\d|\s[%€])")
#: With these before it a number with a stroke is a document's.
_CUE = re.compile(
    r"(?:\b(?:doc(?:ument)?s?\.?|dok(?:ument)?\.?|paper|note|report|ref\.?|nos?\.?|nr\.?|n°|st|see|cf\.?|in|to|of|from|by|and|with|under|presidency"
    r"|conclusions|version|reference|voir|siehe|se|in|und|et|och|proposal|mandate|agenda|per|replaces|following)|[(+,;\[:\"”’'–-])\s*$",
    re.IGNORECASE,
)
#: With these before it, it is something else.
_OTHER = re.compile(
    r"(?:\b(?:cases?|forms?|flights?|lots?|licen[cs]es?|permits?|resolutions?|regulations?|directives?|decisions?|law|act|room|seasons?|years?"
    r"|years?|files?|article|articles|art\.?|ratio|invoice|contract|vehicles?|train|apartment|platform|vessel|ship|berth|tender|licence"
    r"|regulation\s+(?:no|nr)\.?|no|UN(?:SC)?R?|\((?:EU|EC|EEC)\)(?:\s+no)?|marketing|academic|budget|winter|period|C-|T-|pollen|batch)|[-/€$£])\s*(?:no\.?\s*)?$",
    re.IGNORECASE,
)
_YEARS = re.compile(r"(?:19|20)(\d\d)/(\d\d)$")
_BEHIND = re.compile(r"\s*(?:REV|ADD|COR|DCL|EXT|AMD|INIT|LIMITE|\+)")
_PREFIX = re.compile(r"(?:EUCO|PE-CONS|SN|CM|DS|WK|XT)\s?-?\s?\d{1,5}(?:/\d{1,2})?/(?:\d{4}|\d{2})(?![\d/])")


class _Hit(NamedTuple):
    """A document found in a text."""

    start: int
    end: int
    ref: str
    url: str | None


def find(texts: Iterable[str], own: Collection[str] = ()) -> tuple[Cited, ...]:
    """The documents cited in the texts, in order, each once; a paper's own numbers are left out."""
    seen = {_key(ref) for ref in own}
    cited: list[Cited] = []
    for text in texts:
        if "/" not in text and "(" not in text and "st" not in text and "ST" not in text:
            continue
        last = -1
        for hit in sorted(_hits(text), key=lambda hit: (hit.start, -hit.end)):
            if hit.start < last:
                continue
            last = hit.end
            key = _key(hit.ref)
            if key not in seen:
                seen.add(key)
                cited.append(Cited(hit.ref, hit.url))
    return tuple(cited)


def _key(ref: str) -> str:
    """What two ways of citing one document have in common."""
    return ref.removesuffix(" final").replace(" ", "").lower()


def _hits(text: str) -> Iterator[_Hit]:
    if "/" in text:
        yield from _laws(text)
        yield from _council(text)
    if ")" in text or "]" in text:
        at = 0
        while number := institution_number(text, at):
            yield _Hit(number.start, number.end, number.ref, address(number.ref))
            at = number.end
    for found in _FILE.finditer(text):
        suffix = " ".join(f"{_FILE_KINDS[kind.lower()]} {int(n)}" for kind, n in _FILE_SUFFIX.findall(found[2]))
        yield _addressed(found.start(), found.end(), f"{int(found[1])}/{found[3]}", suffix)
    for found in _REGISTER.finditer(text):
        suffix = "" if found[4] == "INIT" else re.sub(r"[-_ ]+", " ", found[4]).strip()
        series = {"ST": "", "CM": "CM ", "PE": "PE-CONS "}[found[1]]
        yield _addressed(found.start(), found.end(), f"{series}{int(found[2])}/{found[3][2:]}", suffix)


def _addressed(start: int, end: int, number: str, suffix: str) -> _Hit:
    ref = f"{number} {suffix}".strip()
    return _Hit(start, end, ref, address(ref))


def _council(text: str) -> Iterator[_Hit]:
    """Council numbers; bare ones only where what stands around them says that they are documents'."""
    for found in _PREFIX.finditer(text):
        number = council_number(text, found.start(), search=False)
        if number:
            yield _Hit(number.start, number.end, number.ref, address(number.ref))
    for found in _BARE.finditer(text):
        number = council_number(text, found.start(), search=False)
        if number and _is_document(text, found.start(), number.end, found[0]):
            yield _Hit(found.start(), number.end, number.ref, address(number.ref))


def _is_document(text: str, start: int, end: int, printed: str) -> bool:
    if printed.startswith("ST"):
        return True
    before = text[max(0, start - 40) : start]
    if _OTHER.search(before):
        return bool(re.search(r"\bdoc(?:ument|\.)?s?\.?\s*(?:no\.?\s*)?$", before, re.IGNORECASE))
    if _BEHIND.match(text, end):
        return True
    serial = printed.split("/")[0]
    if years := _YEARS.match(printed):
        following = (int(years[1]) + 1) % 100 == int(years[2])
        if following or not re.search(r"\b(?:doc(?:ument)?s?\.?|dok\.?|st)\s*$", before, re.IGNORECASE):
            return not following and bool(_CUE.search(before)) and before.rstrip().endswith("(")
    cued = not before.strip() or bool(_CUE.search(before))
    if len(serial) == 3:
        return bool(re.search(r"\b(?:doc(?:ument)?s?\.?|dok\.?)\s*$", before, re.IGNORECASE))
    return cued or len(serial) == 5


def _laws(text: str) -> Iterator[_Hit]:
    """Acts of the Union, also several after one word (``Regulations (EU) 2018/1860 and (EU) 2018/1861``)."""
    for found in _LAW.finditer(text):
        kind = " ".join(found[1].split())
        yield from _law(found, kind, found.start(1))
        at = found.end()
        while more := _MORE.match(text, at):
            if not (more["body"] or more["tail"] or more["no"]):
                break
            yield from _law(more, _singular(kind), more.start("body") - 1 if more["body"] else more.start("one"))
            at = more.end()


def _law(found: re.Match[str], kind: str, start: int) -> Iterator[_Hit]:
    body, tail = found["body"], found["tail"]
    if not (body or tail):
        return
    one, two = found["one"], found["two"]
    kind = _singular(kind)
    number = f"{one}/{two}/{tail}" if tail else f"{one}/{two}"
    no = f"{found['no']} " if found["no"] else ""
    ref = f"{kind[0].upper()}{kind[1:]} " + (f"({body}) " if body else "") + no + number
    year, serial = _year_and_serial(one, two, numbered=bool(found["no"]))
    letter = next((letter for name, letter in _BY_LENGTH if name in kind.lower()), None)
    url = f"{_CELEX}3{year}{letter}{serial:04d}" if letter and year else None
    yield _Hit(start, found.end(), ref, url)


_BY_LENGTH = sorted(_KINDS.items(), key=lambda item: -len(item[0]))


def _singular(kind: str) -> str:
    """One act's kind out of that of several."""
    return (
        kind[:-1]
        if kind.lower().endswith(("regulations", "directives", "decisions", "règlements", "décisions"))
        else kind
    )


def _year_and_serial(one: str, two: str, *, numbered: bool) -> tuple[int, int]:
    """Which of an act's two figures is the year: the first, but for acts with a ``No`` before 2015."""
    first, second = _full(one), _full(two)
    if numbered or first is None:
        return (second or 0), int(one)
    if second is not None and len(one) < len(two) and len(one) != 2:
        return second, int(one)
    return first, int(two)


def _full(figures: str) -> int | None:
    """The year that figures mean, where they can be one."""
    value = int(figures)
    if len(figures) == 2:
        return 1900 + value if value >= 52 else None
    return value if len(figures) == 4 and 1952 <= value < 2100 else None
