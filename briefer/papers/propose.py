"""A paper → entries that a person can accept: facts, positions and what will expire, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefer.papers.expiry import Expiry, expiry
from briefer.papers.model import CouncilPaper, Paragraph
from briefer.papers.moments import days
from briefer.papers.splitting import sentences
from briefer.papers.stances import Said, said

#: How much must speak for a sentence before it is proposed; a decision alone, or a figure alone, is enough.
_LEAST = 2.0
_SHORTEST, _LONGEST = 5, 110
"""In words: less is a heading or a fragment, more is a list that was not cut."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate entry; nothing of it is in the base before a person has accepted it."""

    kind: Literal["fact", "position"]
    text: str
    """The sentence as the paper has it, with single spaces and without marks of footnotes."""
    paragraph: int
    """Its place in ``paragraphs`` of the paper (of the enclosed one, where ``enclosed`` says so)."""
    at: str
    """Its locator as sources give it."""
    page: int
    score: float
    """How much speaks for it; the best come first."""
    why: tuple[str, ...]
    """What in its words speaks for it, for a person."""
    start: int = 0
    """Where in the paragraph's text it begins and ends."""
    end: int = 0
    as_of: str | None = None
    """The paper's own date."""
    valid_until: str | None = None
    expires: str = ""
    """The words that ``valid_until`` follows from, and how."""
    actor: str | None = None
    """Of a position who takes it, as the sentence names them."""
    stance: str | None = None
    before: str = ""
    """The sentence before, where this one points back to it (``Its mandate …``); else empty."""
    enclosed: int | None = None
    """Which of the enclosed papers it stands in; None for the paper itself."""


_MONEY = re.compile(
    r"(?:€|EUR|USD|US\$|\$|£)\s?\d[\d.,\s]*(?:\s?(?:million|billion|bn|m)\b)?|\d[\d.,\s]*\s(?:million|billion|thousand)?\s?"
    r"(?:euros?|EUR)\b"
)
_SHARE = re.compile(
    r"\d+(?:[.,]\d+)?\s?(?:%|per\scent\b|percent\b|percentage\spoints?\b|pour\scent\b|Prozent\b|procent\b)"
)
_COUNT = re.compile(
    r"(?<![\w/.(-])(?!(?:19|20)\d\d\s)(?:\d{1,3}(?:[,.\s]\d{3})+|\d+(?:[.,]\d+)?)\s(?:(?:million|billion|thousand)\b|(?!(?:and|or|of|to|in)\b)[a-z-]{3,}\s?)"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty)\s(?:[a-z-]+\s)?"
    r"(?:years?|months?|weeks?|people|persons|missions?|countries|Member\sStates|agreements?|officers|experts|projects|partners|"
    r"pillars|priorities|measures|regions|boxes|offices|centres|operations|arrangements|flights|boats|vessels)\b"
)
_LAW = re.compile(
    r"\b(?:Regulations?|Directives?|(?:Council|Framework|Implementing|Joint)\s(?:Implementing\s)?Decisions?|Decisions?)\s"
    r"(?:\((?:EU|EC|CFSP|Euratom|EU,\sEuratom)\)\s)?(?:No\.?\s)?\d{2,4}/\d+|\b(?:COM|JOIN|SWD|SEC|EEAS)\s?\(\d{4}\)\s?\d+"
    r"|\bArticles?\s\d+|\bArt\.\s?\d+|\b\d{4}/\d{2,4}/(?:EU|EC|CFSP|JHA)\b|\bCouncil\sconclusions\b|\b(?:TEU|TFEU)\b"
)
_DECIDED = re.compile(
    r"\b(?:adopt(?:ed|s)|decided|approved|agreed\s(?:on|to|that)|endorsed|launched|established|signed|ratified|concluded|"
    r"entered\sinto\sforce|enters?\sinto\sforce|appl(?:y|ies)\s(?:from|as\sof)|extended|prolonged|renewed|terminated|repealed|amended|"
    r"mandated|authorised|set\sup|appointed|deployed|suspended|inaugurated|allocated|earmarked|committed|pledged|"
    r"created|published|presented|submitted|tabled|opened|closed|reached)\b"
)
_MANDATE = re.compile(
    r"\b(?:mandate[sd]?|legal\sbasis|operational\splan|status\sof\smission|working\sarrangements?)\b", re.IGNORECASE
)
_CHANGED = re.compile(
    r"\b(?:increas|decreas|declin|dropp|rose|fell|doubl|tripl|halv|reduc|grew)\w*\b|\bthe\s(?:only|first|largest|highest|lowest)\b",
    re.IGNORECASE,
)
_WISHED = re.compile(r"\b(?:could|should|might|would|ought\sto|needs?\sto|may)\b")
#: How a sentence begins that cannot be understood alone.
_POINTS_BACK = re.compile(
    r"^(?:It|Its|They|Their|These|This|Those|That|Such|He|She|His|Her|Both|The\s(?:latter|former|same))\b|^In\s(?:this|that|turn)\b"
)
#: How the rest of a sentence begins whose first words the file has lost.
_TORN = re.compile(r"[a-zà-ÿ]+[\s,]")
#: What a footnote cites, without a word of its own.
_CITED = re.compile(
    r"^(?:(?:COM|JOIN|SWD|SEC|EEAS)\s?\(\d{4}\)|(?:Council\s|Commission\s)?(?:Implementing\s|Delegated\s)?"
    r"(?:Regulation|Directive|Decision)\s.{3,60}\s(?:of\sthe|laying\sdown|of\s\d))"
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|shall|provides?|requires?|obliges?|sets?|allows?|enables?|entered|enters|stipulates?|"
    r"establishes|introduces|applies|defines?|foresees)\b"
)
#: Words with which somebody tells something; what they tell is worth a proposal only where it is said.
_REPORTED = re.compile(r"\b(?:report|inform|present|explain|announc|indicat|confirm)\w*\b(?!.{0,40}\bthat\b)")
#: Sentences that are a paper's own furniture.
_BOILERPLATE = re.compile(
    r"^(?:Delegations?\s(?:will\sfind|are\sinvited|may)|(?:Please\s)?(?:find|see)\b|Encl|Brussels,|ANNEX\b|Annex\b.{0,20}$|Subject:|"
    r"(?:This|The\spresent)\s(?:\w+\s)?(?:note|paper|document|report|section|chapter|annex|contribution)\s(?:is|aims?|sets?|seeks?|"
    r"describes?|provides?|presents?|contains?|analyses?|outlines?|summari[sz]es?|intends?|gives?|focuses|looks|examines|explores)\b|"
    r"(?:The\s)?(?:purpose|aim|objective|focus)\sof\sthis\s(?:note|paper|document)|Les\sdélégations\strouveront|"
    r"Support\sour\b|Become\sa\b|Subscribe\b|Donate\b|Sign\sup\b|Read\smore\b|Click\b|Follow\sus\b|Die\sDelegationen\serhalten|För\sdelegationerna)"
    r"|\binvit(?:es?|ed|ing)\s(?:the\s)?(?:delegations?|Member\sStates|[Mm]inisters|Coreper|COREPER|the\sCouncil|PSC|SCIFA|COSI|"
    r"participants|the\sCommittee|the\sWorking\sParty)\b|\bare\s(?:kindly\s)?invited\sto\b|\bfollowing\squestions?\b|"
    r"\b(?:is|are)\s(?:attached|annexed|set\sout\sin\s(?:the\s)?[Aa]nnex|enclosed)\b|\bDELETED\b|\bthe\sattached\b|^https?://"
)


def proposals(paper: CouncilPaper) -> tuple[Proposal, ...]:
    """What a paper and those enclosed in it offer to the base, best first; one proposal a sentence."""
    found = list(_of(paper, None))
    for place, inner in enumerate(paper.enclosed):
        found += _of(inner, place)
    once: dict[str, Proposal] = {}
    for one in found:
        once.setdefault(one.text.casefold(), one)
    return tuple(sorted(once.values(), key=lambda p: -p.score))


def _of(paper: CouncilPaper, enclosed: int | None) -> Iterator[Proposal]:
    asked = _asked(paper)
    for place, paragraph in enumerate(paper.paragraphs):
        whole = " ".join(paragraph.text.split()).casefold()
        if len(whole) > 20 and any(whole in one or one in whole for one in asked):
            continue
        before = ""
        for sentence in sentences(paragraph.text):
            if not sentence.start and not paragraph.mark and not paragraph.number and _TORN.match(sentence.text):
                continue
            made, earlier = _proposal(sentence.text, paper.date), before
            before = sentence.text
            if made is None:
                continue
            kind, score, why, until, who = made
            yield Proposal(
                kind, sentence.text, place, _at(paragraph), paragraph.page, round(score, 2), why, sentence.start, sentence.end,
                paper.date, until.day if until else None, until.why if until else "",
                who.actor if who else None, who.stance if who else None,
                earlier if _POINTS_BACK.match(sentence.text) else "", enclosed,
            )  # fmt: skip


def _asked(paper: CouncilPaper) -> list[str]:
    """What is a question or decision line and therefore no statement, folded."""
    texts = [q.text for q in paper.questions] + ([paper.expected_action] if paper.expected_action else [])
    return [" ".join(t.split()).casefold() for t in texts if len(t) > 20]


def _at(paragraph: Paragraph) -> str:
    return paragraph.at or (f"para. {paragraph.number}" if paragraph.number else "")


_Made = tuple[Literal["fact", "position"], float, tuple[str, ...], Expiry | None, Said | None]


def _proposal(sentence: str, on: str | None) -> _Made | None:
    words = sentence.split()
    if not _SHORTEST <= len(words) <= _LONGEST or sentence.endswith(("?", ":")) or _BOILERPLATE.search(sentence):
        return None
    # A reference or a heading has few words in small letters.
    if 3 * sum(w[:1].islower() for w in words) < len(words) or (sentence[-1] not in '.!;”"’)]' and len(words) < 9):
        return None
    if _CITED.match(sentence) and not _VERB.search(sentence):
        return None
    until, who = expiry(sentence, on), said(sentence)
    score, why = _facts(sentence, on)
    if until:
        score += 2
        why = (*why, f"expires: {until.why}")
    if who and not _told(sentence, who, score):
        told = f"{who.stance}: “{who.words}”"
        return "position", 2.5 + 0.4 * score + (who.stance != "neutral"), (told, *why), until, who
    if _WISHED.search(sentence) and not until:
        score -= 1.5
    return ("fact", score, why, until, None) if score >= _LEAST else None


def _told(sentence: str, who: Said, score: float) -> bool:
    """Whether a sentence tells what somebody did or knows, and is no position for all that it names them."""
    if who.stance == "neutral":
        return who.telling and (score >= _LEAST or bool(_REPORTED.search(sentence)))
    return who.telling and who.stance == "supports" and score >= 4


def _facts(sentence: str, on: str | None) -> tuple[float, tuple[str, ...]]:
    """How much of a fact a sentence holds, and what it is."""
    score, why = 0.0, []
    bare = _LAW.sub(" ", sentence)
    figures = [" ".join(m[0].split()) for p in (_MONEY, _SHARE, _COUNT) for m in p.finditer(bare)]
    named = [d for d in days(bare, on) if d.said or any(c.isdigit() for c in d.words)]
    figures = [f for f in figures if not any(f[:6] in d.words or d.words in f for d in named)]
    figures = [f for f in dict.fromkeys(figures) if not any(f != other and f in other for other in figures)]
    for what, values, weight in (
        ("figure", figures, 2.0), ("date", [d.words for d in named], 1.0),
        ("legal act", [m[0] for m in _LAW.finditer(sentence)], 2.0),
        ("decision", [m[0] for m in _DECIDED.finditer(sentence)], 1.2),
        ("mandate", [m[0] for m in _MANDATE.finditer(sentence)], 1.0),
        ("change", [m[0] for m in _CHANGED.finditer(sentence)], 1.0),
    ):  # fmt: skip
        if values:
            score += weight + 0.25 * min(len(values) - 1, 3)
            why.append(f"{what}: {', '.join(dict.fromkeys(' '.join(v.split()) for v in values[:3]))}")
    return score, tuple(why)
