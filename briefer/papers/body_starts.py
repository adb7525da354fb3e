"""Where a header ends and the paper's own words begin: in a row of their own, or behind the subject in its line."""

from __future__ import annotations

import re

#: With what a paper's own words begin after the header.
BODY = re.compile(
    r"""(?:Delegations\s+(?:will|are|may)\b|(?:Please|Attached)\s+find|Les\s+délégations\s+trouveront|Les\s+délégations\s+sont
    |Die\s+Delegationen\s+erhalten|Die\s+Delegationen\s+finden|Anbei\s+erhalten|Delegationerna\s+(?:finner|får)
    |För\s+delegationerna\s+bifogas|Bifogat\s+följer|Encl\.?\s?:|[IVX]{1,4}\.\s+[A-ZÀ-Ý]|1\.\s+[A-ZÀ-Ý]|INTRODUCTION\b|ANNEX\b|DELETED\b)""",
    re.VERBOSE,
)
#: Who does something in papers, and what: so a sentence begins, and no part of a subject.
_WHO = r"Presidency|Commission|Council|EEAS|High\sRepresentative|General\sSecretariat|Working\s(?:Party|Group)"
_DOES = (
    "has|have|is|was|were|will|would|shall|invites?|considers?|proposes?|suggests?|presented|presents|adopted|submitted|wishes|"
    "intends|held|discussed|agreed|reached|examined|hereby|therefore"
)
_SENTENCE = re.compile(
    rf"""(?:The\s(?:[A-Z]\w+\s)?(?:{_WHO})(?:\s(?:and|of)\s(?:the\s)?[A-Z]\w+){{0,2}}\s(?:{_DOES})\b
    | (?:Delegations|Member\sStates|Ministers|Coreper|COREPER)\s(?:is|are)\s(?:\w+\s)?(?:invited|requested|asked|informed)\b
    | On\s\d{{1,2}}\s[A-Z][a-z]+\s\d{{4}},?\s(?:the|a|Ministers|Coreper)\b
    | At\s(?:its|the|their)\s(?:\w+\s)?meeting\b
    | (?:This|The\s(?:present|attached|enclosed))\s(?:note|paper|document|report|annex)\s
      (?:is|aims|sets|presents|seeks|outlines|provides|summari[sz]es|contains|describes|gives)\b)""",
    re.VERBOSE,
)
#: Words that no subject ends with.
_UNFINISHED = re.compile(
    r"(?:,|\b(?:of|and|or|the|on|for|in|to|with|by|from|at|as|that|what|how|which|who|when|where|whether|if|because|before|after|until))$"
)
#: So many letters a subject has at least.
_SHORTEST = 8


def begins(subject: str, row: str) -> bool:
    """Whether a row below a subject begins the body."""
    return bool(BODY.match(row) or (_SENTENCE.match(row) and not _UNFINISHED.search(subject)))


def body_at(subject: str) -> int:
    """Where in a line that begins with a subject the body's own words begin; 0 where they do not."""
    for found in BODY.finditer(subject, 3):
        if not (found[0].startswith("Delegations") and _UNFINISHED.search(subject[: found.start()].rstrip())):
            return found.start()
    for found in _SENTENCE.finditer(subject, _SHORTEST):
        before = subject[: found.start()].rstrip()
        if before != subject[: found.start()] and not _UNFINISHED.search(before) and before[-1] not in ':–—-(“"‘':
            return found.start()
    return 0
