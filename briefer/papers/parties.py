"""Who sends Council papers and to whom: told apart where a file has run them together."""

from __future__ import annotations

import re

from briefer.papers.bodies import FIELDS

_NAME = r"[A-ZÀ-Ý][\w'’.-]+"
_SENDER = re.compile(
    rf"""(?:
      (?:The\s)?(?:{_NAME}\s)?Presidency(?:\sof\sthe\sCouncil)?
    | (?:The\s)?General\sSecretariat(?:\sof\sthe\sCouncil)?
    | (?:The\s)?European\sExternal\sAction\sService
    | EEAS
    | Secretary-General\sof\sthe\sEuropean\sCommission(?:,\ssigned\sby\s(?:Mr|Ms|Mrs|Mme)\.?\s{_NAME}
        (?:\s{_NAME}){{0,3}}(?:,\s(?:Deputy\s)?(?:Director(?:-General)?|Secretary-General))?)?
    | (?:The\s)?European\sCommission | (?:The\s)?Commission(?:\s[Ss]ervices)?
    | (?:The\s)?(?:Council\s)?Legal\sService
    | (?:The\s)?EU\sCounter-Terrorism\sCoordinator
    | (?:The\s)?High\sRepresentative(?:\sof\sthe\s(?:European\s)?Union)?(?:\sfor\sForeign\sAffairs\sand\sSecurity\sPolicy)?
    | (?:The\s)?{_NAME}(?:,\s{_NAME}){{0,6}}(?:\sand\s{_NAME})?\s[Dd]elegations?
    | (?:The\s)?(?:President|Chair|Chairman)\sof\sthe\s(?:European\sCouncil|Council|Working\sParty)
    | (?:Frontex|Europol|Eurojust|CEPOL|EUAA|eu-LISA|FRA|ENISA|ICMPD)(?=\s[A-Z])
    | Vorsitz | Generalsekretariat(?:\sdes\sRates)? | Europäischer\sAuswärtiger\sDienst | Europäische\sKommission
    | (?:la\s)?[Pp]résidence | Secrétariat\sgénéral(?:\sdu\sConseil)? | Service\seuropéen\spour\sl['’]action\sextérieure
    | Commission\seuropéenne
    | [Oo]rdförandeskapet | Rådets\sgeneralsekretariat | Europeiska\sutrikestjänsten | Europeiska\skommissionen
    )(?:\s\([^()]{{2,30}}\))?""",
    re.VERBOSE,
)
_CLOSED = re.compile(
    rf"""(?:
      (?:the\s)?Permanent\sRepresentatives\sCommittee(?:\s\(Part\s(?:1|2|I|II)\))?(?:\s?/\s?Council)?
    | Coreper(?:\s(?:1|2|I|II)\b)?(?:\s\(Part\s(?:1|2|I|II)\))?(?:\s?/\s?Council)?
    | (?:{_NAME}\s){{1,5}}Working\s(?:Party|Group)(?:\s\([^()]{{2,40}}\))?(?!\s(?:on|for|of)\b)
    | (?:Ms|Mr|Mrs)\.?\s{_NAME}(?:\s{_NAME}|\s[A-Z]+|\sde){{1,4}},\sSecretary-General\sof\sthe\sCouncil\sof\sthe\sEuropean\sUnion
    | (?:the\s)?Political\sand\sSecurity\sCommittee(?:\s\(PSC\))?
    | (?:the\s)?Special\sCommittee\son\sAgriculture(?:\s\(SCA\))?
    | (?:JHA|RELEX|Foreign\sRelations)\sCounsellors(?:\s\([^()]{{2,40}}\))?
    | (?:the\s)?(?:European\s)?Council(?=\s|$)
        (?!\sof\sthe|\sDirective|\sRegulation|\sDecision|\sconclusions|\sRecommendation|\sImplementing)
    | (?:All\s)?[Dd]elegations
    | Delegationen | AStV(?:\s\(\d\.\sTeil\))? | Ausschuss\sder\sStändigen\sVertreter(?:\s\(\d\.\sTeil\))?
    | (?:aux\s)?[Dd]élégations | Comité\sdes\sreprésentants\spermanents(?:\s\([^()]{{3,12}}\))?
    | [Dd]elegationerna | Ständiga\srepresentanternas\skommitté(?:\s\(Coreper(?:\s(?:I|II))?\))?
    )""",
    re.VERBOSE,
)
_BODY = re.compile(
    r"""(?:the\s)?(?:(?:Ad\s?[Hh]oc|Horizontal|High[- ]Level|Strategic|Standing|Coordinating|Special|Joint|[A-ZÀ-Ý][\w-]+)\s){0,3}
    (?:Working\s(?:Party|Group)|Committee|Group|Gruppe|Groupe|Arbetsgruppen|Ausschuss|Comité|Kommittén|Members\sof)\b""",
    re.VERBOSE,
)
_ON = re.compile(r"\s(?:on|for|of)\s(?:the\s)?")
_ACRONYM = re.compile(r"\((?:[A-Z][\w-]{1,12}|Part\s\w{1,2})\)")
#: With what subjects begin: where the addressee's name has no acronym to end with.
_SUBJECT = re.compile(
    r"""\s(?=(?:Draft|Proposal|Amended|Preparation|Presidency|Progress|Discussion|Exchange|State\sof\splay|Follow-up|Outcome|
    Implementation|Council\s[Cc]onclusions|Report|Regulation|Directive|Commission|Communication|Information|Implementing|
    Non-paper|Strategic|Strengthening|Towards|Policy\sdebate|Adoption|Approval|General\sapproach|Mandate|Recommendation|
    Review|Revised|Final|First|Second|Third|Overview|Summary|Questions|Possible|The\sfuture|Future|Joint|Better|Enhancing|
    Improving|Operationalis\w+|Optimis\w+|How|Union|EU|European|Annual|Update|Work\s[Pp]rogramme|Guidelines|Action\s[Pp]lan|
    Entwurf|Vorschlag|Bericht|Projet|Proposition|Rapport|Utkast|Förslag)\b)""",
    re.VERBOSE,
)


_KNOWN_FIELD = re.compile(
    "(?:"
    + "|".join(re.escape(name).replace(r"\ ", r"\s") for name in sorted(FIELDS, key=len, reverse=True))
    + r")(?!\w)(?:\s\([^()]{2,30}\))?"
)
#: Words that names of bodies write small.
_SMALL = frozenset(
    {
        "and",
        "of",
        "the",
        "on",
        "for",
        "in",
        "with",
        "to",
        "as",
        "at",
        "by",
        "und",
        "der",
        "die",
        "des",
        "für",
        "zu",
        "et",
    }
    | {"de", "du", "la", "les", "pour", "och", "av", "för", "om", "i"}
)


def _title_end(text: str, start: int) -> int:
    """Where a body's name ends and a subject begins: names are in capitals, a subject has but its first word so."""
    capital = None
    for word in re.finditer(r"\S+", text[start:]):
        bare = word[0].strip(",;:()")
        if bare in _SMALL or not bare:
            continue
        if bare[0].islower() or word[0].endswith(":"):
            break
        capital = word.start() + start
    return capital if capital is not None and capital > start + 1 else 0


def sender(text: str) -> int:
    """Where the sender with whom a text begins ends; 0 where it begins with nobody known."""
    found = _SENDER.match(text)
    return found.end() if found else 0


def addressee(text: str) -> int:
    """Where the addressee with whom a text begins ends; 0 where it begins with nobody known."""
    if found := _CLOSED.match(text):
        return found.end()
    body = _BODY.match(text)
    if body is None:
        return 0
    if acronym := _ACRONYM.search(text, body.end(), body.end() + 120):
        return acronym.end()
    on = _ON.match(text, body.end())
    name = on.end() if on else body.end()
    if known := _KNOWN_FIELD.match(text, name):
        return known.end()
    if subject := _SUBJECT.search(text, body.end() + 4):
        return subject.start()
    return len(text[: _title_end(text, name)].rstrip())
