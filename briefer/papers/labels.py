"""The labels of a paper's header (From, To, Subject …) in four languages, with the letters that a scan loses."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from rapidfuzz.distance import Levenshtein

from briefer.text import fold

Kind = Literal["from", "on", "to", "prev", "cion", "subject", "files", "number", "marking", "encl"]

_LABELS: dict[Kind, dict[str, tuple[str, ...]]] = {
    "from": {
        "en": ("From",),
        "fr": ("De", "De la", "Du", "Origine", "Expéditeur"),
        "de": ("Von", "Absender"),
        "sv": ("Från", "Avsändare"),
    },
    "to": {
        "en": ("To", "To [and/or GSC distribution acronyms]"),
        "fr": ("À", "A", "Aux", "Destinataire", "Destinataires"),
        "de": ("An", "Empfänger"),
        "sv": ("Till", "Mottagare"),
    },
    "on": {
        "en": ("On", "Date", "Dated", "Date of receipt"),
        "fr": ("Le", "En date du", "Date de réception"),
        "de": ("Vom", "Am", "Eingangsdatum", "Datum"),
        "sv": ("Den", "Inkom den", "Mottagen den", "Av den"),
    },
    "prev": {
        "en": (
            "No. prev. doc.", "No prev. doc.", "No. prev. docs.", "No. prev. doc", "Nos. prev. docs.", "Prev. doc.",
            "Prev. docs.", "Previous document", "Previous documents", "Previous doc.", "Ref. prev. doc.", "Prev. doc. No.",
            "No. prev. documents",
        ),
        "fr": ("N° doc. préc.", "Nº doc. préc.", "No doc. préc.", "Nos doc. préc.", "Doc. préc.", "N° document précédent"),
        "de": ("Nr. Vordok.", "Nr. Vordokument", "Vordok.", "Nr. Vordokumente", "Vordokument"),
        "sv": ("Föreg. dok. nr", "Föreg. dok.", "Tidigare dok. nr", "Nr föreg. dok."),
    },
    "cion": {
        "en": (
            "No. Cion doc.", "No Cion doc.", "No. Cion docs.", "No. Cion prop.", "No. Cion proposal", "Cion doc.",
            "No. Commission doc.", "Commission document", "No. Cion doc", "No. other doc.",
        ),
        "fr": ("N° doc. Cion", "Nº doc. Cion", "No doc. Cion", "Doc. Cion", "N° prop. Cion", "N° doc. Commission"),
        "de": ("Nr. Komm.dok.", "Nr. Komm. dok.", "Nr. Kommissionsdok.", "Nr. Kommissionsvorschlag", "Komm.dok."),
        "sv": ("Komm. dok. nr", "Komm. dok.", "Kommissionens dok. nr", "Komm. förslag nr"),
    },
    "subject": {
        "en": ("Subject", "Re", "Title / Subject", "Title/Subject", "Subject matter"),
        "fr": ("Objet", "Sujet"),
        "de": ("Betr.", "Betrifft", "Betreff", "Gegenstand"),
        "sv": ("Ärende", "Angående"),
    },
    "files": {
        "en": ("Interinstitutional File", "Interinstitutional Files", "Interinstitutional File(s)"),
        "fr": ("Dossier interinstitutionnel", "Dossiers interinstitutionnels"),
        "de": ("Interinstitutionelles Dossier", "Interinstitutionelle Dossiers"),
        "sv": ("Interinstitutionellt ärende", "Interinstitutionella ärenden"),
    },
    "number": {"en": ("EEAS Reference", "Reference", "Document number", "Doc. No.")},
    "marking": {"en": ("Distribution marking", "Marking", "Classification")},
    "encl": {"en": ("Encl.", "Enclosure", "Enclosures", "Encls."), "fr": ("p.j.", "P.J."), "de": ("Anl.",), "sv": ("Bilaga",)},
}  # fmt: skip

#: Letters that scans take for one another, brought to one of them.
_LOOKS_LIKE = str.maketrans({"0": "o", "1": "l", "i": "l", "j": "l", "|": "l", "!": "l", "5": "s", "8": "b"})
_LETTER = re.compile(r"[\W_]+")
_START = re.compile(r"[\W_]{0,3}([^:;\t]{1,46}?)\s*(?:([:;])|\t|\s{2,}|$)")
_LETTERS = re.compile(r"[^\W\d_]")


class Label(NamedTuple):
    """A label found in a line."""

    kind: Kind
    language: str
    start: int
    end: int
    """Where it stands, its colon included."""
    sure: bool
    """Whether it stands word for word, with its colon."""


def _bones(text: str) -> str:
    """A label's letters without accents, gaps and signs, those that look alike made one."""
    return _LETTER.sub("", fold(text)).translate(_LOOKS_LIKE).replace("rn", "m")


_KNOWN: dict[str, tuple[Kind, str]] = {}
for _kind, _languages in _LABELS.items():
    for _language, _names in _languages.items():
        for _name in _names:
            _KNOWN.setdefault(_bones(_name), (_kind, _language))
_LONG = tuple(name for name in _KNOWN if len(name) >= 5)
_LONGEST = max(map(len, _KNOWN)) + 2
#: Short labels with a letter lost or misread; what is a label or a word of its own is none.
_SHORT: dict[str, tuple[Kind, str]] = {
    spoilt: _KNOWN[name]
    for name in ("from", "von", "fran", "to", "tlll")
    for at in range(len(name))
    if len(spoilt := name[:at] + name[at + 1 :]) > 1 or at
    if spoilt not in _KNOWN
} | {"fmm": ("from", "en"), "fron": ("from", "en"), "o": ("to", "en")}
#: Labels too common as words to be one without their colon or column.
_WORDS = frozenset(
    {"de", "du", "a", "an", "on", "le", "am", "av", "den", "re", "date", "dated", "vom", "von", "tll", "dela", "aux"}
)

#: Labels that are looked for within a line, too; the others are words there.
_BESIDE: tuple[Kind, ...] = ("from", "to", "on", "prev", "cion", "subject")
_INLINE = re.compile(
    r"(?<![\w.])(?:("
    + "|".join(
        re.escape(name).replace(r"\ ", r"\s{1,3}")
        for name in sorted(
            {n for kind in _BESIDE for names in _LABELS[kind].values() for n in names} - {"A", "Le", "Den", "Am", "Re"},
            key=len,
            reverse=True,
        )
    )
    + r")\.?\s?[:;]|(?:No|n[°o]?)\.?\s(prev|Cion)\.?\s(?:docs?|prop)\b\.?(?:\s?:)?|(Le|Den|Am)\s?:(?=\s*\d))",
    re.IGNORECASE,
)


def at_start(text: str) -> Label | None:
    """The label with which a line begins, also where a scan lost letters of it."""
    found = _START.match(text)
    if found is None or not _LETTERS.search(found[1]):
        return None
    bones = _bones(found[1])
    if not bones or len(bones) > _LONGEST:
        return None
    colon = found[2] is not None
    known = _KNOWN.get(bones)
    if known is not None:
        if not colon and (bones in _WORDS or (found.end() == len(text) and len(bones) < 3)):
            return None
        return Label(*known, found.start(1), found.end(), colon)
    if colon and len(bones) >= 5:
        for name in _LONG:
            if Levenshtein.distance(bones, name, score_cutoff=1) <= 1:
                return Label(*_KNOWN[name], found.start(1), found.end(), True)
    if colon and bones in _SHORT:
        return Label(*_SHORT[bones], found.start(1), found.end(), True)
    return None


def inline(text: str, at: int = 0) -> Label | None:
    """The next label with its colon from a place on, anywhere in the line."""
    found = _INLINE.search(text, at)
    if found is None:
        return None
    if found[2]:
        return Label("prev" if found[2].lower() == "prev" else "cion", "en", found.start(), found.end(), True)
    kind, language = _KNOWN[_bones(found[1] or found[3])]
    return Label(kind, language, found.start(), found.end(), True)


def following(text: str, at: int) -> Label | None:
    """The next label from a place on: right there also where a scan lost letters of it, else anywhere in the line."""
    found = inline(text, at)
    rest = text[at:].lstrip()
    near = at_start(rest) if rest else None
    shift = len(text) - len(rest)
    if near is None or not near.sure or (found is not None and found.start <= shift + near.start):
        return found
    return near._replace(start=near.start + shift, end=near.end + shift)


_FIRST = sorted(
    {name for kind in ("from", "to", "subject") for names in _LABELS[kind].values() for name in names[:1] if len(name) > 1}
)  # fmt: skip
_GLUED = re.compile(rf"(?<=[^\W_])(?=(?:{'|'.join(map(re.escape, _FIRST))}):)")
_SEAMS = re.compile(
    r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý])|(?<=\d)(?=\(OR)|(?<=\))(?=[\dA-Z])|(?<=\d)(?=[A-Z]{2})|(?<=LIMITE)(?=[A-Z])"
    r"|(?<=\d\d/\d\d)(?=\d{4}/)|(?<=:)(?=\d)"
)


def unglued(text: str) -> str:
    """A header that a tool has printed without any room, with room between its parts; any other text as it is."""
    found = _GLUED.search(text)
    if found is None:
        return text
    return _SEAMS.sub(" ", text[: found.start()]) + " " + _GLUED.sub(" ", text[found.start() :])
