"""Headings that announce questions to delegations, those over questions with answers, and those that end them."""

from __future__ import annotations

import re

from briefer.papers import marks, mending

_HEADING_STRONG = re.compile(
    r"(?:\W|\d)*(?:(?:guiding|steering|discussion|orientation|key|suggested|proposed|possible|specific|main"
    r"|leading|indicative|policy|general) )*"
    r"questions?(?: \(?(?:for|to|put|addressed|submitted|proposed|on which|that|from|by|of the presidency"
    r"|raised by the presidency)\b.*)?"
    r"(?: \d{1,2})?\W*\Z"
    r"|.{0,60}\bquestions? (?:(?:on|about|regarding|concerning) .{0,80}\b)?(?:for|to) (?:the )?(?:discussion"
    r"|debate|ministers|delegations|consideration|member states|exchange|policy debate"
    r"|reflection|council|coreper|delegates)\b.{0,60}\Z|.{0,40}\b(?:guiding|steering) questions\b.{0,40}\Z"
    r"|(?:\W|\d)*(?:questions? (?:pour|à|aux?|soumises?|destinées?|d'orientation|adressées?|proposées?)\b.*"
    r"|questions d'orientation)\W*\Z"
    r"|(?:\W|\d)*(?:(?:leit|diskussions|orientierungs|kern)fragen?(?: (?:an|für|zur|zum|der|des)\b.*)?"
    r"|fragen?(?: (?:an|für|zur|zum|des|der|zu den)\b.*)?|zu erörternde fragen)\W*\Z"
    r"|(?:\W|\d)*(?:(?:vägledande |centrala )?(?:diskussions)?fråg(?:a|or)(?: \d{1,2})?(?: (?:till|för|att"
    r"|som)\b.*)?|frågeställningar)\W*\Z"
)
_HEADING_WEAK = re.compile(
    r"(?:\W|\d)*(?:[ivx]{1,4}\W+)?(?:(?:main|key|possible) )?(?:issues|points|topics|matters|elements|themes)"
    r" (?:for|to be) (?:further )?(?:discuss(?:ion|ed)|consideration|considered|debate|reflection|exchange.*"
    r"|the debate|the discussion)\b.{0,40}\Z"
    r"|(?:\W|\d)*(?:discussion points|points for .{0,20}discussion|food for thought|invitation to (?:comment"
    r"|delegations|discuss))\W*\Z"
    r"|(?:\W|\d)*(?:points? (?:à débattre|de discussion|à examiner|pour la discussion)|pistes de réflexion"
    r"|éléments? de discussion)\W*\Z"
    r"|(?:\W|\d)*(?:diskussionspunkte|erörterungspunkte|punkte (?:für|zur) .{0,40}|diskussionspunkter"
    r"|punkter (?:för|att) .{0,40})\W*\Z"
)
_HEADING_FAQ = re.compile(
    r"frequently asked|\bfaqs?\b|questions? (?:and|&) answers?|\bq\s?&\s?a\b|answers? to|replies to"
    r"|questions? (?:raised|asked|received|posed)"
    r" (?:by|during|at|in)\b(?! the presidency)|parliamentary questions|written questions|previous questions"
    r"|questions et réponses|foire aux questions"
    r"|fragen und antworten|häufig gestellte|vanliga frågor|frågor och svar|réponses aux",
)
_NUMBERED_QUESTION = re.compile(r"\W*(?:question|frage|fråga)\s+(?:no\.?\s*)?\d{1,2}\b", re.IGNORECASE)
_HEADING_END = re.compile(
    r"(?:references|bibliography|ann?ex|appendix|anlage|anhang|bilag|background|introduction|next steps|conclusion"
    r"|sources|further reading"
    r"|références|bibliographie|contexte|prochaines étapes|literatur|quellen|hintergrund|nächste schritte|källor"
    r"|bakgrund|nästa steg)"
)


def strength(text: str) -> float:
    """How strongly a heading announces questions to delegations; below nought for lists of questions with answers."""
    if _NUMBERED_QUESTION.match(text):
        return 4.0
    low = marks.read(text)[1].lower() or text.lower()
    found = _of(low)
    return found if found or len(low) > 80 else _of(mending.mended(low))


def _of(low: str) -> float:
    if _HEADING_FAQ.search(low):
        return -6.0
    if _HEADING_STRONG.match(low):
        return 4.0
    return 3.0 if _HEADING_WEAK.match(low) else 0.0


def ends(text: str) -> bool:
    """Whether a heading begins a part in which nothing is asked any more."""
    return _HEADING_END.match(marks.read(text)[1].lower()) is not None
