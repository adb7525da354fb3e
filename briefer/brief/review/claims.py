"""Sources below the claim: an outside voice, or a paper nobody here has read, behind what stands there as a fact.

An institution, an agency or a government can say that something is so. An organisation, a newspaper, an academic can say
that they found it so: then the text has to say whose word it is. So too for a paper that was read only through another.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from briefer.brief.model import Block, Pulled, Section, Source
from briefer.brief.review import texts
from briefer.brief.review.finding import Finding, at_block
from briefer.brief.review.telling import beginning

#: What can stand as a fact of its own; positions and questions name whose they are.
_CLAIMS = ("fact", "figure", "row", "answer", "point", "text")
#: Words in an issuer's name by which it is known as one that can vouch for what it states.
_VOUCHES = re.compile(
    r"council|commission|parliament|presidency|eeas|external action|high representative|court of|central bank|eurostat|"
    r"agency|frontex|europol|eurojust|euaa|easo|cepol|eu-lisa|ombudsman|data protection supervisor|committee of the regions|"
    r"member states?|ministry|minister|government|permanent representation|delegation|secretariat|coreper|working party|"
    r"official journal|publications office|united nations|security council|general assembly|european union|"
    r"\b(?:eucap|eubam|euam|eulex|eupol|eumm|eunavfor)\b",
    re.IGNORECASE,
)
#: Words by which a text says that it is somebody's account.
_ACCOUNT = re.compile(
    r"\b(?:according to|reported(?:ly)?|reports|says|said|claims|claimed|alleg(?:es?|ed|edly)|argu(?:es|ed)|notes|writes|wrote|"
    r"estimat(?:es|ed)|finds|warns|describes|in the (?:words|view|account) of|by (?:its|their) own account)\b",
    re.IGNORECASE,
)

Vouches = Callable[[str], bool | None]
"""Says of an issuer by name whether it can vouch for a fact; None where it is not known."""


def nobody(_name: str) -> bool | None:
    """``Vouches`` where there is no base at hand."""
    return None


def weak_sources(section: Section, block: Block, vouches: Vouches = nobody) -> Iterator[Finding]:
    """What a block states as a fact on a source that does not reach so far; the table of who says what names whose it is."""
    if block.role not in _CLAIMS or not block.sources or section.role == "positions":
        return
    carried = [c for c in block.carries if c.marks]
    of_carried = {n for c in carried for n in c.marks}
    own = [s for n, s in enumerate(block.sources, 1) if n not in of_carried]
    words = texts.read(block.text)
    if why := _weak(own, block.pulled if block.entry else None, words, vouches):
        yield _finding(section, block, why)
    for one in carried:
        sources = [block.sources[n - 1] for n in one.marks if n <= len(block.sources)]
        if why := _weak(sources, one.pulled, words, vouches):
            yield _finding(section, block, f"{why} (“{beginning(one.pulled.text)}”)")


def _finding(section: Section, block: Block, why: str) -> Finding:
    todo = "say in the text whose word it is, or find a source that can vouch for it"
    return Finding("weak-source", section.id, block.id, at_block(section, block), why, todo)


def _weak(sources: list[Source], pulled: Pulled | None, words: str, vouches: Vouches) -> str:
    """Why these sources do not carry it; empty where they do, or where the text says whose word it is."""
    if pulled and pulled.stance == "critical" and not _names(words, pulled.actor):
        return f"stands as a fact, but is what {pulled.actor or 'an outside voice'} says"
    if not sources or (pulled and pulled.actor):
        return ""
    outside = [s for s in sources if not (_vouched(s, vouches) and s.via is None)]
    if len(outside) < len(sources) or any(_told(s, words) for s in outside):
        return ""
    first = outside[0]
    if first.via is None:
        return f"stands as a fact on the word of {first.issuer} alone"
    through = first.via.issuer or first.via.title or first.via.paper
    return f"stands as a fact on {_paper(first)}, which was read only through {through}"


def _paper(source: Source) -> str:
    return " ".join(p for p in (source.issuer, source.number) if p) or source.title or source.paper


def _vouched(source: Source, vouches: Vouches) -> bool:
    """Council documents and those of a series of the institutions have no other issuer; one unknown is taken as such."""
    if not source.issuer or source.issuer == "Council":
        return True
    known = vouches(source.issuer)
    return bool(_VOUCHES.search(source.issuer)) if known is None else known


def _told(source: Source, words: str) -> bool:
    """Whether a text says that it is this source's account: by name or number, or that it is somebody's."""
    # “Council” is in so many texts that it tells nothing.
    issuer = source.issuer.removeprefix("European ") if source.issuer and source.issuer != "Council" else None
    names = (issuer, source.via.issuer if source.via else None, source.number)
    return any(_names(words, name) for name in names if name) or _is_account(words)


@lru_cache(maxsize=16384)
def _is_account(words: str) -> bool:
    """Whether a text says of itself that it is somebody's account."""
    return _ACCOUNT.search(words) is not None


def _names(words: str, name: str | None) -> bool:
    return name is not None and name.casefold() in _small(words)


@lru_cache(maxsize=16384)
def _small(words: str) -> str:
    return words.casefold()
