"""Who says what in a sentence: the actor named and the stance that its words tell; nothing is guessed without words."""

from __future__ import annotations

import re
from typing import NamedTuple


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SOME = (
    r"(?:(?i:many|several|some|most|all|(?:a|the)\s(?:large\s|broad\s|vast\s|great\s)?(?:number|majority|group)\sof|a\sfew|certain|"
    r"other|numerous|one|two|three|four|five|six)\s(?:other\s)?)?"
)
_NATIONS = (
    "Austrian|Belgian|Bulgarian|Croatian|Cypriot|Cyprus|Czech|Danish|Dutch|Estonian|Finnish|French|German|Greek|Hellenic|"
    "Hungarian|Irish|Italian|Latvian|Lithuanian|Luxembourg|Maltese|Netherlands|Polish|Portuguese|Romanian|Slovak|Slovenian|"
    "Spanish|Swedish|Norwegian|Swiss|Icelandic"
)
_COUNTRIES = (
    "Austria|Belgium|Bulgaria|Croatia|Cyprus|Czechia|Denmark|Estonia|Finland|France|Germany|Greece|Hungary|Ireland|Italy|"
    "Latvia|Lithuania|Luxembourg|Malta|Poland|Portugal|Romania|Slovakia|Slovenia|Spain|Sweden|Norway|Switzerland|Iceland|"
    "Türkiye|Turkey|Ukraine|Moldova|Serbia|Georgia|Tunisia|Morocco|Egypt|Libya|Algeria|Niger|Mali|Netherlands"
)
#: Those who speak in Council papers. What else begins a sentence with a capital may be one (``_NAMED``).
_ACTOR = (
    rf"(?:(?:(?:incoming\s|current\s|outgoing\s)?(?:{_NATIONS})\s)?Presidency(?:\strio|\sTrio)?|Trio(?:\sPresidency)?"
    rf"|(?:{_NATIONS})\s(?:delegation|Government|government|authorities|Minister|Ministry)|delegation\sof\s(?:{_COUNTRIES})"
    rf"|{_SOME}(?:Member\sStates?|delegations?|[Mm]inisters?|participants|MEPs?|third\scountries|partner\scountries)"
    r"|European\sCommission|Commission(?:er\s[A-Z]\w+)?(?:\sservices)?|EEAS|European\sExternal\sAction\sService"
    r"|High\sRepresentative(?:/Vice-President)?|HR/VP|European\sParliament|European\sCouncil|Council(?:\sLegal\sService)?"
    r"|Council\sSecretariat|General\sSecretariat(?:\sof\sthe\sCouncil)?|Counter-Terrorism\sCoordinator|EU\sCTC|co-legislators"
    r"|F(?:rontex|RONTEX)|E(?:uropol|UROPOL)|E(?:urojust|UROJUST)|EUAA|CEPOL|eu-LISA|EASO|EMCDDA|EUDA|FRA|ENISA|ICMPD|IOM"
    r"|UNHCR|OHCHR|UNODC|UNICEF|Interpol|INTERPOL|NATO|OSCE|African\sUnion|United\sNations|World\sBank|ECDPM|ECRE|Amnesty"
    rf"|EU[A-Z]{{2,6}}\s[A-Z]\w+(?:\s[A-Z]\w+)?|{_COUNTRIES}"
    r"|Présidence|Commission\seuropéenne|Vorsitz|Europäische\sKommission|Ordförandeskapet|Kommissionen"
    r"|NGOs?|civil\ssociety(?:\sorganisations)?|human\srights\sorganisations|Court\sof\sAuditors)"
)
_NAMED = r"(?:[A-Z][\w'’-]+(?:\s(?:of|for|on|and|de|the)\s[A-Z][\w'’-]+|\s[A-Z][\w'’-]+){0,4})"
_BETWEEN = (
    r"(?:\s\([^()]{1,40}\))?(?:,\s[^,]{1,80},)?"
    r"(?:\s(?:also|therefore|thus|further|furthermore|again|strongly|clearly|broadly|generally|fully|still|now|consistently|"
    r"repeatedly|explicitly|firmly|particularly|notably|rightly|however|in\sparticular|in\sgeneral|already|both|all|once\sagain|"
    r"stands|stand|stood|has|have|had|would|wishes\sto|wish\sto|wants\sto|want\sto|did|does|do|will|can|could|cannot|is|are|was|were|been|being|"
    r"not|like\sto|in\sturn|jointly|unanimously|widely|largely|only|remain|remains)){0,5}\s"
)
#: Words of each stance, as they stand behind the actor; asked in this order.
_VERBS: tuple[tuple[str, str], ...] = (
    ("reserves", r"(?:enter\w*|maintain\w*|lift\w*|h(?:as|ave|eld)|plac\w+|upheld|uphold\w*|express\w*)"
     r"\s(?:an?\s|its\s|their\s|the\s)?(?:general\s)?(?:\w+\s){0,2}reserv(?:ation|e)s?|reserv(?:es?|ed)\s(?:its|their|his|her)\s(?:position|right|view)"
     r"|scrutiny\sreserv\w+"),
    ("opposes", r"oppos(?:es?|ed|ing)|reject(?:s|ed)?|object(?:s|ed)?\sto|against"
     r"|(?:strictly\s)?unable\sto\s(?:accept|support|agree)|accept\sneither|disagree(?:s|d)?|ruled\sout|rules\sout|refus(?:es?|ed)"),
    ("open", r"open\sto|(?:stands?|stood)\sready|(?:is\s|are\s|was\s|were\s)?(?:ready|willing|prepared|flexible)\b(?:\sto|\son)?"
     r"|flexib\w+|keep\w*\san\sopen\smind|accept\sas\sa\scompromise|could\s(?:accept|support|agree)"),
    ("asks", r"call(?:s|ed)?\s(?:for|on|upon)|urg(?:es?|ed)|ask(?:s|ed)?(?!\swhether\sdelegations)|request(?:s|ed)?"
     r"|demand(?:s|ed)?|insist(?:s|ed)?|expect(?:s|ed)?\s(?:the|that|all)|sought|seek(?:s)?\sclarification\w*|appeal(?:s|ed)?|require(?:s|d)?\sthat"
     r"|want(?:s|ed)?|plead(?:s|ed)?|question(?:s|ed)\s(?:whether|the|how)|solicit\w*"),
    ("critical", r"criticis(?:es?|ed)|criticiz(?:es?|ed)|deplor(?:es?|ed)|condemn(?:s|ed)?|denounc(?:es?|ed)|accus(?:es?|ed)"
     r"|regret(?:s|ted)?"),
    ("supports", r"support(?:s|ed|ive)?|welcom(?:es?|ed)|endors(?:es?|ed)|back(?:s|ed)|favour(?:s|ed)?|in\sfavour|agree(?:s|d)?"
     r"|accept(?:s|ed)?|approv(?:es?|ed)|propos(?:es?|ed)|suggest(?:s|ed)?|recommend(?:s|ed)?|advocat(?:es?|ed)|encourag(?:es?|ed)|applaud\w*|prais(?:es?|ed)"
     r"|commend(?:s|ed)?|committed\sto|(?:express\w*|voic\w*|declar\w*)\s(?:its\s|their\s|broad\s|strong\s|full\s|general\s)*support"
     r"|promot(?:es?|ed)|prioritis(?:es?|ed)|convinced|appreciat(?:es?|ed)|sees?\s(?:\w+\s){0,2}(?:potential|merit|value|benefit|added)"),
    ("neutral", r"consider(?:s|ed)?|believ(?:es?|ed)|stress(?:es|ed)?|underlin(?:es?|ed)|underscor(?:es?|ed)"
     r"|emphasi[sz](?:es?|ed)|highlight(?:s|ed)?|point(?:s|ed)?\s(?:out|to)|not(?:es?|ed)|recall(?:s|ed)?|stat(?:es?|ed)|sa(?:ys?|id)|observ(?:es?|ed)"
     r"|mention(?:s|ed)?|reiterat(?:es?|ed)|remark(?:s|ed)?|argu(?:es?|ed)|warn(?:s|ed)?|acknowledg(?:es?|ed)|recogni[sz](?:es?|ed)"
     r"|thinks?|thought|feels?|felt|of\sthe\s(?:view|opinion)|(?:takes?|took)\sthe\sview|took\snote|tak(?:es?|en)\snote|concern(?:s|ed)"
     r"|(?:express\w*|voic\w*|rais\w*)\s(?:\w+\s){0,2}(?:concern|doubt|worr)\w*|maintain(?:s|ed)?\sthat|claim(?:s|ed)?|conclud(?:es?|ed)"
     r"|drew\sattention|draws?\sattention|echo(?:es|ed)|affirm(?:s|ed)?|reaffirm(?:s|ed)?|indicat(?:es?|ed)|expect(?:s|ed)?"
     r"|report(?:s|ed)?|inform(?:s|ed)?|present(?:s|ed)?|explain(?:s|ed)?|announc(?:es?|ed)|confirm(?:s|ed)?|intend(?:s|ed)?|plan(?:s|ned)?"
     r"|souligne|estime|considère|rappelle|betont|unterstreicht|ist\sder\sAuffassung|anser|framhåller|understryker"),
)  # fmt: skip
#: What an actor tells rather than thinks: with a figure or a date it is a fact.
_TELLING = re.compile(
    r"^(?:report|inform|present|explain|announc|confirm|stat|sa(?:y|id)|indicat|recall|not(?:e|ed)|mention|intend|plan|conclud|propos"
    r"|expect|observ|agree|adopt|approv|endors|support)",
    re.IGNORECASE,
)
_LED = r"^(?:[A-Z][^,;:.]{2,90},\s)?"
_SAID = tuple(
    (stance, re.compile(rf"(?:\b(?P<who>{_ACTOR})|{_LED}(?:The\s|An?\s)?(?P<name>{_NAMED}))"
                        rf"(?P<mid>{_BETWEEN})(?P<verb>{verbs})\b"))
    for stance, verbs in _VERBS
)  # fmt: skip
_ACCORDING = re.compile(
    rf"(?:\b[Aa]ccording\sto|[Ii]n\sthe\s(?:view|opinion|words)\sof|^For|[Ss]elon|[Ll]aut|[Ee]nligt)\s(?:the\s|la\s|le\s|der\s)?"
    rf"(?P<who>{_ACTOR}),|\b[Ii]n\sthe\s(?P<of>{_ACTOR})['’]s?\s(?:view|opinion|assessment)"
)
_DENIED = re.compile(r"\b(?:not|cannot|never|no\slonger)\b", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:would|like\sto)\b")
#: Names that begin a sentence and say nothing of who acts.
_NOBODY = _listed(
    "the this these those it they we he she there such some that which in on at for with as by from to if when while however "
    "moreover furthermore therefore thus also many more most both each every all any another other its their his her our "
    "one two three what who how why where section annex chapter article paragraph table figure question regulation directive "
    "decision text paper note document report participation cooperation migration discussions discussion work member "
    "after before since although whereas given despite during under following until once because "
    "several particular overall finally first second third recent current"
)


#: What speaks in a sentence and is no actor: texts.
_TEXTS = _listed(
    "strategy plan regulation compact pact directive article agreement report paper note document decision communication "
    "conclusions declaration study programme mandate mission action section annex roadmap blueprint arrangement treaty compass"
)
#: Words that are a stance behind a form of "to be" only: ``the Member States concerned`` says nothing.
_STATES = re.compile(
    r"^(?:open|ready|willing|prepared|flexible|against|in\sfavour|of\sthe|convinced|committed|concerned|unable|strictly|supportive)\b",
    re.IGNORECASE,
)
_BEING = re.compile(r"\b(?:is|are|was|were|be|been|being|remains?|stands?|stood)\b", re.IGNORECASE)
#: Verbs that are nouns too, as one actor's they stand behind another verb: ``would note``, but ``the Presidency note``.
_BARE = re.compile(
    r"^(?:support|welcome|endorse|favour|agree|accept|approve|propose|suggest|recommend|advocate|encourage|promote|prioritise|"
    r"appreciate|consider|believe|stress|underline|underscore|emphasi[sz]e|highlight|note|recall|state|observe|mention|reiterate|"
    r"remark|argue|warn|acknowledge|recogni[sz]e|claim|conclude|affirm|reaffirm|indicate|expect|report|inform|present|explain|"
    r"announce|confirm|intend|plan|oppose|reject|disagree|refuse|ask|urge|request|demand|insist|appeal|want|plead|criticise|"
    r"deplore|condemn|regret|call|point|express|voice|raise|think|feel|seek|see)\b",
    re.IGNORECASE,
)
_HELPED = re.compile(r"\b(?:would|will|can|could|cannot|to|did|does|do)\b", re.IGNORECASE)
#: Behind these a name and a bare verb are a thing: ``with Member States support``.
_BEFORE_A_THING = re.compile(r"\b(?:with|by|from|through|under|for|between|among|on|in)\s(?:the\s)?$", re.IGNORECASE)
#: Help given is no stance: of a name that is not one of Council papers, ``supports`` says nothing.
_HELP = re.compile(r"^(?:support|encourag|promot|back|plan|ready|want|open)", re.IGNORECASE)


class Said(NamedTuple):
    """That somebody takes a stance."""

    actor: str
    """As the sentence names them, without its article."""
    stance: str
    words: str
    """Actor and verb as they stand there."""
    telling: bool
    """Whether the verb tells rather than judges."""


def said(sentence: str) -> Said | None:
    """Who takes which stance in a sentence; None where no words say so. The first who speaks in it counts."""
    best: tuple[int, int, Said] | None = None
    for rank, (stance, pattern) in enumerate(_SAID):
        m = pattern.search(sentence)
        while m is not None:
            one = _one(stance, m)
            if one is not None:
                best = min(best, (m.start(), rank, one), key=lambda b: b[:2]) if best else (m.start(), rank, one)
                break
            # Within a name that is none there may be one: "After the Commission proposed …".
            m = pattern.search(sentence, m.start() + 1)
    if best is not None:
        return best[2]
    according = _ACCORDING.search(sentence)
    if according is None:
        return None
    return Said(_name(according["who"] or according["of"]), "neutral", " ".join(according[0].split()), True)


def _one(stance: str, m: re.Match[str]) -> Said | None:
    """What one match says; None where its name is nobody's, or its words are no stance."""
    actor = m["who"] or m["name"]
    if m["who"] is None and not _acts(actor, m["verb"]):
        return None
    if actor.startswith("EU") and " " in actor and _HELP.match(m["verb"]):
        return None
    if not _is_said(m, actor):
        return None
    read = _read(stance, m["mid"], m["verb"])
    if read is None:
        return None
    words = " ".join(f"{actor}{m['mid']}{m['verb']}".split())
    return Said(_name(actor), read, words, bool(_TELLING.match(m["verb"])))


def _is_said(m: re.Match[str], actor: str) -> bool:
    """Whether the word behind an actor is what they do, and not a noun or a participle beside their name."""
    if _STATES.match(m["verb"]):
        return bool(_BEING.search(m["mid"]))
    if not _BARE.match(m["verb"]) or _HELPED.search(m["mid"]):
        return True
    many = actor.endswith(("s", "MEPs")) and not actor.isupper() and not actor.endswith("services")
    return many and not _BEFORE_A_THING.search(m.string, max(0, m.start() - 20), m.start())


def _acts(name: str, verb: str) -> bool:
    """Whether a name that is none of those known from Council papers can be somebody who takes a stance."""
    words = [w.casefold() for w in name.split()]
    belongs = name.endswith(("'s", "’s", "s'", "s’"))
    return not (
        belongs or words[0] in _NOBODY or not _TEXTS.isdisjoint(words) or words[0].endswith("ing") or _HELP.match(verb)
    )


def _read(stance: str, between: str, verb: str) -> str | None:
    """The stance with what stands between actor and verb: denied, wished for."""
    denied = bool(_DENIED.search(between))
    if stance == "supports":
        if denied:
            return "opposes"
        if _WOULD.search(between) and re.match(r"welcom|appreciat|favour", verb, re.IGNORECASE):
            return "asks"
        return stance
    if stance == "opposes":
        return "neutral" if denied else stance
    if denied and stance in ("open", "reserves"):
        return "opposes" if stance == "open" else "neutral"
    return None if denied and stance != "neutral" else stance


def _name(actor: str) -> str:
    name = " ".join(actor.split())
    name = re.sub(r"^the\s", "", name, flags=re.IGNORECASE)
    return name[0].upper() + name[1:] if name[:1].islower() and not name.startswith("eu-") else name
