"""What a sentence wants of delegations: an answer, a decision, nothing. Recognition only, no judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefer.papers import asking_words as words
from briefer.papers import mending


@dataclass(frozen=True, slots=True)
class Request:
    """What a sentence wants of somebody."""

    invites: bool = False
    """Somebody is invited or asked to do something."""
    seeks: bool = False
    """Somebody wants to hear views."""
    guides: bool = False
    """Says on what a discussion turns."""
    past: bool = False
    future: bool = False
    """Whether it tells what will be asked some day."""
    practical: bool = False
    """Whether it is about attendance and the like."""
    addressee: str = ""
    """``delegations``, ``bodies`` (Coreper, the Council), ``states`` or empty."""
    asker: str | None = None
    itself: bool = False
    """Whether the paper itself is who asks (“It invites …”)."""
    names: int = 0
    """2 where it names questions that follow, 1 where points, issues, aspects that follow."""
    decides: bool = False
    """Whether what is wanted is a decision."""
    asks: bool = False
    """Whether what is wanted is an answer or a discussion."""
    indirect: bool = False
    """Whether it holds an indirect question: whether, how, which."""
    written: bool = False
    """Whether it wants something in writing, by a day."""
    solemn: bool = False
    """Whether it is the Council speaking, as in conclusions: INVITES the Member States to."""


@lru_cache(maxsize=256)
def request(sentence: str) -> Request | None:
    """What a sentence wants of delegations, a Council body or Member States; None where it wants nothing."""
    low = sentence.lower()
    if len(low) != len(sentence):
        sentence = low
    names = 2 if words.FOLLOWING_QUESTIONS.search(low) else 1 if words.FOLLOWING_POINTS.search(low) else 0
    found, active = _invitation(low)
    if found is None and not names and not any(word in low for word in words.NEEDED):
        return None
    seeks = words.SEEKS.search(low)
    told = bool(names) and words.TOLD.search(low) is not None
    guides = bool(names and words.GUIDES.search(low) and words.MODAL.search(low))
    suggested = words.SUGGESTED.search(low)
    if suggested is not None and found is None and _addressee(low[suggested.end() : suggested.end() + 60]) == "bodies":
        return Request(invites=True, addressee="bodies", decides=True)
    if found is None and seeks is None and not guides:
        return Request(names=names, addressee=_addressee(low), past=told) if names == 2 else None
    anchor = found if found is not None else seeks
    start = anchor.start() if anchor is not None else len(low)
    tail = low[anchor.end() :] if anchor is not None else low
    whole = low[start:]
    asker, itself = _asker(
        sentence[: start if active or found is None else 0] if found is not None or seeks else sentence
    )
    addressee = (
        _to(found, low)
        if found is not None and active
        else _addressee(low[: found.end()] if found is not None else low)
    )
    shouted = (
        found is not None
        and re.search(r"\b(?:INVIT|CALLS|ENCOURAG|REQUEST|URGE)", sentence[start : start + 12]) is not None
    )
    council = active and asker is not None and asker.lower() in words.COUNCIL
    return Request(
        invites=found is not None,
        seeks=seeks is not None,
        guides=guides,
        past=told or (found is not None and found["past"] is not None),
        future=found is not None and found[0].startswith(("will be", "seront", "sera ")),
        practical=words.PRACTICAL.search(whole) is not None,
        addressee=addressee,
        asker=None if asker is not None and asker.lower() in words.COUNCIL else asker,
        itself=itself,
        names=names,
        decides=found is not None
        and (words.DECIDES.match(tail) is not None or words.DECIDES_LATE.search(whole) is not None),
        asks=words.ASKING_VERB.match(tail) is not None or words.ASKING_VERB_LATE.search(whole) is not None,
        indirect=words.INDIRECT.search(whole if found is None else low[found.end("gap") :] or tail) is not None,
        written=words.DEADLINE.search(whole) is not None,
        solemn=shouted or council,
    )


def request_misread(sentence: str) -> Request | None:
    """What a sentence wants that a scan has hurt: “The Pres dency invites delegat ons”."""
    return request(mending.mended(sentence))


def might_ask(text: str) -> bool:
    """Whether it is worth looking in a text for somebody who asks; quick."""
    low = text.lower()
    return any(stem in low for stem in words.MIGHT)


def inside_quotes(text: str, at: int) -> bool:
    """Whether a place in a text lies between quotation marks."""
    before = text[:at]
    if before.count('"') % 2:
        return True
    opened = max(before.rfind("“"), before.rfind("„"), before.rfind("«"))
    return opened >= 0 and not any(c in before[opened + 1 :] for c in "”»“")


def closes(sentence: str) -> bool:
    """Whether a sentence after the questions says what comes of the discussion."""
    return words.CLOSES.match(sentence.lower()) is not None


def asks_directly(sentence: str) -> bool:
    """Whether a sentence with a question mark is put to delegations, Ministers, Member States or a Council body."""
    low = sentence.lower()
    found = words.ADDRESSEE.search(low)
    if (
        found
        and found["bodies"]
        and not re.search(r"\b(?:can|could|does|would|do)\s+(?:the )?\Z", low[: found.start()])
    ):
        found = None
    return found is not None or re.search(r"\byou(?:r)?\b", low) is not None


def interrogative(text: str) -> bool:
    """Whether a text begins like a question, direct or indirect."""
    return words.INTERROGATIVE.match(text.lower()) is not None


def indirect(text: str) -> bool:
    """Whether a text holds an indirect question: whether, how, which."""
    return words.INDIRECT.search(text.lower()) is not None


def depends(text: str) -> bool:
    """Whether a question only goes on with the one before it: “If not, why?”."""
    return words.DEPENDS.match(text.lower()) is not None


def wants_answer(text: str) -> bool:
    """Whether an item asks without a question mark: “indicate whether”, “faire part de”."""
    low = text.lower()
    return words.WANTS_ANSWER.match(low) is not None or words.ASKING_VERB_LATE.search(low[-200:]) is not None


def wants_decision(text: str) -> bool:
    """Whether an item asks for a decision: “agree on the text”, “den Entwurf zu billigen”."""
    low = text.lower()
    return (
        words.DECIDES.match(re.sub(r"\A(?:to|à|att|d'|de)\s+", "", low)) is not None
        or words.DECIDES_LATE.search(low) is not None
    )


def named_asker(text: str) -> str | None:
    """Who a text names as author of a paper: “a paper sent by the Polish Presidency”."""
    found = re.search(
        r"\b(?:paper|note|document|presentation|briefing|background note|contribution|questionnaire)\b[^.;:]{0,60}?\b"
        r"(?:by|from) (?:the )?(?=[A-Z])",
        text,
    )
    if not found:
        return None
    asker = words.ASKER.match(text, found.end())
    return asker[0] if asker else None


def _invitation(low: str) -> tuple[re.Match[str] | None, bool]:
    """Where somebody is invited, and whether somebody is said to do it."""
    tongues = [tongue for tongue in words.TONGUES if any(stem in low for stem in tongue.stems)]
    for tongue in tongues:
        found = tongue.invited.search(low)
        if found is not None and _addressee(low[: found.end()]):
            return found, False
    for tongue in tongues:
        found = tongue.invites.search(low)
        if found is not None:
            return found, True
    return None, False


def _to(found: re.Match[str], low: str) -> str:
    return _addressee(low[found.start("to") : found.end("to")])


def _addressee(low: str) -> str:
    last = ""
    for found in words.ADDRESSEE.finditer(low):
        kind = found.lastgroup or ""
        if not last or kind == "delegations":
            last = kind
    return last


def _asker(before: str) -> tuple[str | None, bool]:
    """The one who asks, from the words before the asking; and whether that is the paper itself."""
    named: re.Match[str] | None = None
    for found in words.ASKER.finditer(before):
        if not words.PREPOSITION.search(before[max(0, found.start() - 20) : found.start()]):
            named = found
    own = None
    for found in words.ITSELF.finditer(before.lower()):
        if not words.PREPOSITION.search(before[max(0, found.start() - 20) : found.start()]):
            own = found
    if own is not None and (named is None or own.start() > named.start()):
        return None, True
    if named is None:
        return None, False
    name = named[0]
    return name[:1].upper() + name[1:], False
