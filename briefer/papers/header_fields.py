"""The fields of a header that need no label: place and date, language, number, files, marking, codes, type."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from briefer.papers.classified import classification
from briefer.papers.days import FIGURED, WORDED, day
from briefer.papers.doc_types import DOC_TYPE
from briefer.papers.numbers import council_number, institution_number, suffix_alone
from briefer.text import fold

FieldKind = Literal["date", "bare date", "language", "number", "suffix", "file", "marking", "code", "type", "name"]


class Field(NamedTuple):
    """A field found in a header."""

    kind: FieldKind
    value: str
    suffix: str | None = None


_PLACES = (
    "brussels",
    "bruxelles",
    "brussel",
    "bryssel",
    "luxembourg",
    "luxemburg",
    "strasbourg",
    "strassburg",
    "warsaw",
)
_DATE = re.compile(
    rf"([^\W\d_]+(?:\s(?!den\b|le\b|the\b)[^\W\d_]+){{0,2}})\s?[,.]?\s+(?:le\s|den\s|the\s)?({WORDED}|{FIGURED})(?:\s?\(\d\d\.\d\d\.?\))?"
)
_OF = re.compile(rf"(?:of|du|vom|av den)\s+({WORDED}|{FIGURED})\s*$")
_BARE = re.compile(rf"\s*({WORDED}|{FIGURED})\s*$")
_LANGUAGE = re.compile(r"\(\s?[Oo0][Rr]\s?[.,]?\s?:?\s?([a-z]{2}(?:\s?[,/]\s?[a-z]{2}){0,3})\s?\)")
_FILE = re.compile(r"(\d{4}/\d{3,4}(?:/[A-Z])?)\s?\(([A-Z]{3})\)")
_MARKING = re.compile(r"(LIMITE|LIMITED|Limited|PUBLIC)(?![\w'’-])")
_CODE = re.compile(
    r"(DUAL USE|(?:OJ|PV) (?:CONS|CRP ?\d?)|[A-Z]{1,12}(?:\s?[/-]\s?[A-Z]{1,10})?)\s{1,4}(\d{1,4})(?![\w/:)’'-]|[.,]\d)"
)
#: Words in capitals that stand before a number and are no subject codes.
_NO_CODES = frozenset(
    """REV ADD COR DCL EXT AMD ST EN FR DE SV PART ANNEX ARTICLE PAGE COM JOIN SWD WK CM SN DS EUCO LIMITE PUBLIC NOTE NOT
    II III IV VI VII VIII IX XI XII BRUSSELS TO ON FROM NO ITEM COREPER TITLE CHAPTER SECTION OF AND THE ANNEXE ANHANG
    BILAGA TEL FAX""".split()  # noqa: SIM905 - a list of words is read more easily as words
)
_NAMES = re.compile(
    r"""(?:COUNCIL\s+OF\s+THE(?:\s+EUROPEAN\s+UNION)?|EUROPEAN\s+UNION|(?:THE\s+)?GENERAL\s+SECRETARIAT|EUROPEAN\s+COMMISSION|EUROPEAN\s+COUNCIL
    |(?:THE\s+)?EUROPEAN\s+PARLIAMENT(?:\s+THE\s+COUNCIL)?|CONSEIL\s+DE(?:\s+L['’]UNION\s+EUROPÉENNE)?|L['’]UNION\s+EUROPÉENNE|SECRÉTARIAT\s+GÉNÉRAL
    |RAT\s+DER(?:\s+EUROPÄISCHEN\s+UNION)?|EUROPÄISCHEN\s+UNION|GENERALSEKRETARIAT|EUROPEISKA\s+UNIONENS\s+RÅD|EUROPEISKA|UNIONENS\s+RÅD
    |EUROPEAN\s+EXTERNAL\s+ACTION\s+SERVICE|HIGH\s+REPRESENTATIVE\s+OF\s+THE\s+UNION\s+FOR\s+FOREIGN\s+AFFAIRS\s+AND\s+SECURITY\s+POLICY
    |UNION\s+EUROPÉENNE|(?:INTERINSTITUTIONAL|INSTITUTIONAL)\s+FILES?(?:\(S\))?\s?:?|DOSSIERS?\s+INTERINSTITUTIONNELS?\s?:?
    |INTERINSTITUTIONELLES?\s+DOSSIERS?\s?:?|INTERINSTITUTIONELLT\s+ÄRENDE\s?:?
    |DOCUMENT\s+PARTIALLY\s+ACCESSIBLE\s+TO\s+THE\s+PUBLIC(?:\s+\([\d./\s]{6,12}\))?|PUBLIC\s+DOCUMENT)(?![\w’'])""",
    re.VERBOSE | re.IGNORECASE,
)
_EEAS_TYPE = re.compile(r"(Working document) of the European External Action Service(?=\s|$)", re.IGNORECASE)
_WORD = re.compile(r"\S+\s*")
_BETWEEN = re.compile(r"[\s|·•,;*_]+")
_CODE_OF_A_SCAN = re.compile(r"([A-Zl1|0]{2,12}(?:\s?/\s?[A-Zl1|0]{2,8})?)\s{0,3}([\dlIOoSB|]{1,4})")
_NUMBER_OF_A_SCAN = re.compile(r"[\dlIOoSB| ]{3,7}\s?/\s?(?:[\dlI]{1,2}\s?/\s?)?[\dlIOoSB]{2}")
#: A code whose number a scan has cut in two.
_GAPPED_CODE = re.compile(r"([A-Z]{2,12}(?:/[A-Z]{2,8})?)\s(\d{1,3}\s\d{1,2})")
_FIGURES = str.maketrans("lIoOSB|", "1100581")
_LETTERS = str.maketrans("l1|0", "IIIO")


def scan(text: str, *, only: bool = False) -> tuple[list[Field], list[str]]:
    """The fields that stand in a line one after the other, and the words that belong to none.

    With ``only`` the first such word ends it: the line is then no line of fields only.
    """
    fields: list[Field] = []
    left: list[str] = []
    unknown: list[str] = []
    at, end = 0, len(text)
    while at < end:
        if between := _BETWEEN.match(text, at):
            at = between.end()
            continue
        field, stop = _field(text, at)
        if field is None:
            word = _WORD.match(text, at)
            stop = word.end() if word else end
            unknown.append(text[at:stop].strip())
            if only:
                break
        else:
            _sort(unknown, fields, left)
            fields.append(field)
        at = stop
    _sort(unknown, fields, left)
    return fields, left


def _sort(unknown: list[str], fields: list[Field], left: list[str]) -> None:
    """Words between two fields: a classification where they are one, else words that belong to none."""
    if unknown and (secret := classification(" ".join(unknown))):
        fields.append(Field("marking", secret))
    else:
        left += unknown
    unknown.clear()


def fields_only(text: str) -> list[Field] | None:
    """The fields of a line that is nothing else; letters that a scan lost are put back. None for any other line."""
    text = text.strip()
    if not text or len(text) > 400:
        return None
    if suffix := suffix_alone(text):
        return [Field("suffix", suffix)]
    if marking := classification(text):
        return [Field("marking", marking)]
    if (found := _OF.match(text)) and (dated := _dated("date", found[1])):
        return dated
    if (found := _BARE.match(text)) and (dated := _dated("bare date", found[1])):
        return dated
    fields, left = scan(text, only=True)
    if fields and not left:
        return fields
    if len(text) > 90:
        return None
    fields, left = scan(mended(text), only=True)
    return fields if fields and not left else None


def mended(text: str) -> str:
    """A short line of a header with the letters that a scan lost or split put back, as far as its form tells."""
    squeezed = text.replace(" ", "").strip("*_.|")
    if Levenshtein.distance(squeezed.upper().translate(_LETTERS).replace("!", "I"), "LIMITE", score_cutoff=1) <= 1 and (
        sum(c.islower() for c in squeezed) < 3
    ):
        return "LIMITE"
    if fold(squeezed) in _SPACED_NAMES:
        return "GENERAL SECRETARIAT"
    if _NUMBER_OF_A_SCAN.fullmatch(text.strip()) and (sum(c.isdigit() for c in text) >= 3):
        return text.replace(" ", "").translate(_FIGURES)
    if gapped := _GAPPED_CODE.fullmatch(text.strip()):
        return f"{gapped[1]} {gapped[2].replace(' ', '')}"
    codes = list(_CODE_OF_A_SCAN.finditer(text))
    if (
        codes
        and all(any(c.isdigit() for c in code[2]) for code in codes)
        and not _CODE_OF_A_SCAN.sub("", text).strip(" ,;\t")
    ):
        return " ".join(f"{c[1].translate(_LETTERS).replace(' ', '')} {c[2].translate(_FIGURES)}" for c in codes)
    return text


_SPACED_NAMES = frozenset(
    {"counciloftheeuropeanunion", "counciloftne", "councilofthe", "europeanunion", "generalsecretariat"}
)


def _field(text: str, at: int) -> tuple[Field | None, int]:
    first = text[at]
    if first == "(":
        if found := _LANGUAGE.match(text, at):
            return Field("language", ", ".join(re.split(r"\s?[,/]\s?", found[1]))), found.end()
        return None, at
    if first.isdigit():
        if found := _FILE.match(text, at):
            return Field("file", f"{found[1]}({found[2]})"), found.end()
        if (number := council_number(text, at, search=False)) and _ends(text, number.end):
            return Field("number", number.number, number.suffix), number.end
        return None, at
    if found := _NAMES.match(text, at):
        return Field("name", found[0]), found.end()
    if found := _EEAS_TYPE.match(text, at):
        return Field("type", found[1]), found.end()
    if (found := _MARKING.match(text, at)) and (found[1].isupper() or found.end() == len(text.rstrip(" *_"))):
        return Field("marking", found[1]), found.end()
    if (found := DOC_TYPE.match(text, at)) and not text[found.end() :].lstrip()[:1].islower():
        return Field("type", " ".join(found[0].split())), found.end()
    if first.isupper():
        if number := institution_number(text, at, search=False) or council_number(text, at, search=False):
            return Field("number", number.number, number.suffix), number.end
        if (found := _CODE.match(text, at)) and found[1] not in _NO_CODES:
            return Field("code", f"{found[1].replace(' /', '/').replace('/ ', '/')} {found[2]}"), found.end()
        if (found := _DATE.match(text, at)) and _is_place(found[1]) and (iso := day(found[2])):
            return Field("date", iso), found.end()
    return None, at


def _is_place(text: str) -> bool:
    word = fold(text).replace(" ", "").replace("0", "o").replace("1", "l")
    return any(Levenshtein.distance(word, place, score_cutoff=2) <= (2 if len(place) > 6 else 1) for place in _PLACES)


def _dated(kind: Literal["date", "bare date"], text: str) -> list[Field] | None:
    iso = day(text)
    return [Field(kind, iso)] if iso else None


def _ends(text: str, at: int) -> bool:
    return at >= len(text) or not text[at].isalnum()
