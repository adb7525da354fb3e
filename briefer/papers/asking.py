"""How papers ask and how they call for decisions, in English, French, German and Swedish: words, not judgement."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from briefer.papers import marks, mending

_DELEGATIONS = (
    r"delegations?|delegates|ministers|attach[ée]s|counsell?ors|participants|(?:working party|working group|group|committee|council)"
    r" members|members of (?:the )?[\w' -]{2,40}?|délégations|délégués|ministres|delegationen|minister(?:innen)?|delegationerna"
    r"|ministrarna|delegaterna"
)
_BODIES = (
    r"coreper|permanent representatives'? committee|committee of (?:the )?permanent representatives|psc|council|committee|working party"
    r"|working group|scifa|cosi|cats|emwp|civcom|imex|jha counsellors|hlwg|sca|tpc|eumc|pmg|comité des représentants permanents|conseil"
    r"|comité|groupe|cops|astv|ausschuss(?: der ständigen vertreter)?|rat|gruppe|psk|rådet|kommittén|arbetsgruppen|kusp"
    r"|ständiga representanternas kommitté|ambassadors|heads of state or government"
)
_STATES = r"(?:eu )?member states|états membres|mitgliedstaaten|medlemsstater(?:na)?"
_ADDRESSEE = re.compile(rf"\b(?:(?P<delegations>{_DELEGATIONS})|(?P<bodies>{_BODIES})|(?P<states>{_STATES}))\b")
_TO_ADDRESSEE = rf"[^.;:?!]{{0,60}}?\b(?P<to>{_DELEGATIONS}|{_BODIES}|{_STATES})\b"


class _Tongue(NamedTuple):
    """How a language invites."""

    stems: tuple[str, ...]
    """One of these is in every sentence that does; looked for first, since that is quick."""
    invited: re.Pattern[str]
    """Somebody is invited; ``past`` is set where that was once."""
    invites: re.Pattern[str]
    """Somebody invites others."""


_TONGUES = (
    _Tongue(
        ("invit", "ask", "request", "encourag", "call"),
        re.compile(
            r"\b(?:are|is|will be|would be|be|(?P<past>were|was|have been|has been|had been))(?: [\w,]+){0,4}?"
            r" (?:invited|asked|requested|encouraged|called (?:up)?on)\b(?P<gap>[^.;?!:]{0,90}?)(?:\bto\b|\bwhether\b|:|\Z)"
        ),
        re.compile(
            r"\b(?:(?P<past>invited|asked|requested|encouraged|called (?:up)?on)|invit(?:e|es|ing)|asks?|requests?"
            rf"|encourag(?:e|es|ing)|calls? (?:up)?on)\b{_TO_ADDRESSEE}(?P<gap>[^.;?!:]{{0,90}}?)(?:\bto\b|\bwhether\b|:|\Z)"
        ),
    ),
    _Tongue(
        ("invit", "prié", "prie", "appel", "convi", "demande"),
        re.compile(
            r"\b(?:sont|est|seront|sera|(?P<past>étaient|était|ont été|a été|furent))(?: [\w,]+){0,3}?"
            r" (?:invitée?s?|priée?s?|appelée?s?|conviée?s?)\b(?P<gap>[^.;?!:]{0,90}?)(?:\bà\b|\bde\b|\bd'|:|\Z)"
        ),
        re.compile(
            r"\b(?:(?P<past>a invité|avait invité|invitait|a prié)|invite|inviter|prie|prier|convie|demande)\b"
            rf"{_TO_ADDRESSEE}(?P<gap>[^.;?!:]{{0,90}}?)(?:\bà\b|\bde\b|\bd'|:|\Z)"
        ),
    ),
    _Tongue(
        ("gebeten", "ersucht", "eingeladen", "aufgefordert", "bittet", "lädt", "fordert", "möchte", " bat "),
        re.compile(
            r"\b(?:werden|wird|sind|ist|(?P<past>wurden|wurde))\b(?P<gap>[^.;?!:]{0,140}?)"
            r"\b(?:gebeten|ersucht|eingeladen|aufgefordert)\b"
        ),
        re.compile(
            rf"\b(?:bittet|ersucht|lädt|fordert|möchte|(?P<past>bat|ersuchte|hat|hatte|lud))\b{_TO_ADDRESSEE}(?P<gap>)"
        ),
    ),
    _Tongue(
        ("uppman", "ombed", "ombad", "inbj", "anmod", "bjud", " ber ", " bad "),
        re.compile(
            r"\b(?:uppmanas|ombeds|inbjuds|anmodas|bjuds in|(?P<past>uppmanades|ombads|inbjöds|anmodades|har uppmanats))\b"
            r"(?P<gap>[^.;?!:]{0,90}?)(?:\batt\b|:|\Z)"
        ),
        re.compile(
            r"\b(?:uppmanar|inbjuder|ber|anmodar|bjuder in|uppmana|inbjuda|(?P<past>uppmanade|bad|inbjöd))\b"
            rf"{_TO_ADDRESSEE}(?P<gap>[^.;?!:]{{0,90}}?)(?:\batt\b|:|\Z)"
        ),
    ),
)
#: Somebody wants to hear what others think.
_SEEKS = re.compile(
    r"\b(?:would (?:\w+ )?(?:welcome|appreciate|like to (?:hear|have|receive|know|obtain|seek|learn|ask|raise|focus)|be (?:interested|grateful))"
    r"|would be (?:\w+ )?(?:useful|helpful|interesting|important) (?:to (?:hear|know|learn|understand)|for the presidency to)"
    r"|seeks|seek|is seeking|wishes to (?:hear|know|seek|obtain|have|receive|ask|raise|focus)"
    r"|souhaite(?:rait)? (?:connaître|recueillir|entendre|savoir|obtenir)|möchte\b|würde(?: \w+){0,3} begrüßen|önskar (?:få|höra|veta))"
    r"[^.;:?!]{0,100}?\b(?:views?|opinions?|input|comments?|feedback|guidance|positions?|reflections?|thoughts|reactions?|contributions?"
    r"|experiences?|whether|how|which|what|questions?|avis|points? de vue|observations|ansichten|meinung\w*|standpunkte?|ob|synpunkter|fragen"
    r"|frågor)\b"
    r"|\b(?:views|input|guidance|comments|opinions|reflections)\b[^.;:?!]{0,60}?\b(?:is|are|would be) (?:\w+ )?"
    r"(?:sought|welcome|welcomed|appreciated|requested|invited)\b"
)
#: What the discussion may, could or should turn on.
_GUIDES = re.compile(
    r"\b(?:discussions?|debate|exchange|deliberations|reflection|ministers|delegations|délibérations|débats?|discussions?|aussprache|beratungen"
    r"|diskussion(?:en)?|debatten)\b"
)
_MODAL = re.compile(
    r"\b(?:may|might|could|should|can|will|to|pourraient|peuvent|pourrait|doivent|können|könnten|sollen|sollten|kan|kunde|bör|ska)\b"
    r"[^.;:?!]{0,40}?\b(?:guid|steer|structur|frame|fram|focus|orient|facilitat|inform|serve|stimulat|feed|support|address|consider|reflect"
    r"|discuss|answer|respond|explore|guider|orienter|servir|porter|leiten|strukturieren|dienen|vägleda|styra|ligga|utgöra|based|inspire"
    r"|examin|structurer|alimenter|als|gegenstand)"
    r"|\bproposes?|\bsuggests?|\bputs? forward|\bposes?\b|\bpropose|\bsoumet|\bschlägt|\bstellt|\bunterbreitet|\blegt|\bföreslår|\bställer"
)
_FOLLOWING_QUESTIONS = re.compile(
    r"\bfollowing (?:\w+,? ){0,4}?questions?\b|\bquestions? (?:set out |listed |as )?(?:below|hereafter|hereunder|follows)\b"
    r"|\bquestions? (?:suivantes?|ci-après|ci-dessous)\b|\b(?:folgenden?|folgender|nachstehenden?|nachfolgenden?) (?:\w+ ){0,3}?fragen\b"
    r"|\b(?:följande|nedanstående) (?:\w+ ){0,3}?(?:frågor|frågeställningar)\b|\b(?:two|three|four|five) questions?\b[^.]{0,30}:\s*\Z"
)
_FOLLOWING_POINTS = re.compile(
    r"\bfollowing (?:\w+,? ){0,4}?(?:points?|issues?|aspects?|topics?|elements?|matters?|themes?)\b|\bfollowing\s*:|\b(?:points?|aspects?|éléments?"
    r"|thèmes?) (?:suivants?|ci-après)\b|\b(?:folgenden?|folgender) (?:\w+ ){0,3}?(?:punkten?|aspekten?|themen)\b"
    r"|\bföljande (?:\w+ ){0,3}?(?:punkter|aspekter|ämnen)\b"
)
_DECIDES = re.compile(
    r"\W{0,3}(?:(?:then|also|therefore|thus|hereby|formally|in particular|first|\w+ly)\s+){0,2}"
    r"(?:(?:consider|examine|discuss|review|assess)(?: [\w/()-]+){0,5} and (?:to )?)?(?:agree|endorse|adopt|approve|take (?:due )?note"
    r"|note\b|confirm|authori[sz]e|recommend|decide|mandate|forward|transmit|submit|conclude|sign\b|instruct|request|reach|accept|validate"
    r"|take the decision|suggest|invite|welcome|support the|mandater|adopter|approuver|prendre (?:note|acte)|marquer (?:son|leur) accord|confirmer"
    r"|recommander|convenir|autoriser|décider|entériner|parvenir|transmettre|anta\b|godkänna|notera|ta del av|enas|bekräfta|rekommendera"
    r"|besluta|ställa sig bakom|bemyndiga|uppmana rådet)"
)
_DECIDES_LATE = re.compile(
    r"\b(?:anzunehmen|zu billigen|zur kenntnis(?: zu nehmen)?|zuzustimmen|einigung (?:über .{0,60})?zu erzielen|zu bestätigen|zu empfehlen"
    r"|zu beschließen|zu ermächtigen|zu verabschieden|zu übermitteln|zu einigen|zu genehmigen|zu erzielen|festzulegen)\b"
)
_ASKING_VERB = re.compile(
    r"\W{0,3}(?:(?:also|then|further|kindly|please|\w+ly|to|à|att)\s+){0,2}(?:consider|reflect|comment|exchange|share|answer|respond|reply|indicate"
    r"|say\b|state\b|express|provide|discuss|address|give\b|present|outline|inform|react|hold an? |have an? |debate|explain|describe|elaborate"
    r"|set out|clarify|specify|assess|explore|examine|focus|identify|engage|contribute|debate|offer|report|convey|put forward|make known|tell"
    r"|indiquer|préciser|faire (?:part|connaître)|exprimer|examiner|réfléchir|commenter|échanger|répondre|donner|présenter|partager|débattre"
    r"|formuler|exposer|se prononcer|s'exprimer|dire\b|décrire|évaluer|discuter|communiquer|se pencher|procéder|ange\b|redogöra|kommentera"
    r"|överväga|diskutera|besvara|reflektera|dela\b|delge|lämna|framföra|beskriva|yttra|säga|meddela|utbyta|redovisa|ta ställning|tänka"
    r"|resonera|klargöra|uttrycka|presentera|svara)"
)
_ASKING_VERB_LATE = re.compile(
    r"\b(?:mitzuteilen|anzugeben|zu äußern|stellung zu nehmen|darzulegen|zu erläutern|zu erörtern|zu prüfen|zu beantworten|auszutauschen"
    r"|nachzudenken|zu sagen|zu beraten|zu bewerten|einzugehen|zu befassen|zu schildern|zu nennen|zu beschreiben|abzugeben)\b"
)
#: An item that asks without a question mark begins so: with a verb that wants an answer, not an act.
_WANTS_ANSWER = re.compile(
    r"\W{0,3}(?:to |à |d'|de |att )?(?:(?:indicate|say|state|explain|describe|outline|comment|reflect|consider|clarify|specify|elaborate"
    r"|assess|set out|discuss|identify|inform|express|exchange|present|explore|debate|react|respond|reply|answer|report|examine)\b"
    r"|(?:share|give|provide|offer|convey|put forward)\b.{0,40}\b(?:views?|opinions?|experiences?|positions?|comments?|feedback|thoughts"
    r"|assessments?|examples?|input|reflections?|practices?|perspectives?|information|ideas|guidance|suggestions?|lessons?)\b"
    r"|(?:indiquer|préciser|faire (?:part|connaître)|exprimer|réfléchir|commenter|échanger|répondre|présenter|partager|débattre|exposer|examiner"
    r"|se prononcer|s'exprimer|dire|décrire|évaluer|discuter|communiquer|formuler|donner)\b"
    r"|(?:ange|redogöra|kommentera|överväga|diskutera|besvara|reflektera|dela med sig|delge|lämna|framföra|beskriva|yttra|säga|meddela|utbyta"
    r"|redovisa|ta ställning|klargöra|uttrycka|svara)\b)"
)
_INTERROGATIVE = re.compile(
    r"\W{0,3}(?:(?:and|or|if (?:so|not|yes)|et|ou|und|och|in (?:your|their|the) \w+|given .{0,80},|in (?:light|view) of .{0,80},),?\s+)?"
    r"(?:what|which|how|why|who|whom|whose|when|where|whether|to what extent|in what|in which|at what|for which|on which|under what|under which"
    r"|with which|by what|do\b|does|is\b|are\b|should|could|can\b|would|will\b|shall|may\b|might|has\b|have\b|did\b|if\b"
    r"|quel|comment|pourquoi|dans quel|par quel|à quel|sur quel|est-ce|que\b|qui\b|où\b|si\b|faut-il|convient-il|les délégations .{0,30}-elles"
    r"|welche|wie\b|was\b|warum|wo\b|ob\b|inwie|in welch|wer\b|sollte|sollen|können|könnte|sind\b|ist\b|teilen|halten|stimmen|werden"
    r"|hur\b|vilk|vad\b|varför|var\b|när\b|om\b|i vilken|på vilket|bör\b|ska\b|kan\b|anser|delar|är\b|finns)"
)
_INDIRECT = re.compile(
    r"\b(?:whether|how|which|what|why|to what extent|if (?:they|and|there|the|further)|dans quelle mesure|comment|quel(?:le)?s?|pourquoi|s'ils?|s'elles"
    r"|si (?:elles|ils|les|la|le)|ce qu|ob|wie|welche[rsnm]?|inwieweit|inwiefern|was|warum|huruvida|hur|vilk(?:a|en|et)|vad|varför"
    r"|i vilken (?:mån|utsträckning))\b"
)
_DEPENDS = re.compile(
    r"(?:if (?:so|not|yes|no)\b|if the answer|and\b|or\b|in that case|why(?: not)?\b.{0,10}\Z|please|wenn (?:ja|nein|nicht)|falls|und\b|oder\b"
    r"|si (?:oui|non)|dans l'affirmative|dans la négative|et\b|ou\b|om (?:inte|ja|nej|så)|och\b|eller\b|i så fall)"
)
_HEADING_STRONG = re.compile(
    r"(?:\W|\d)*(?:(?:guiding|steering|discussion|orientation|key|suggested|proposed|possible|specific|main|leading|indicative|policy|general) )*"
    r"questions?(?: \(?(?:for|to|put|addressed|submitted|proposed|on which|that|from|by|of the presidency|raised by the presidency)\b.*)?"
    r"(?: \d{1,2})?\W*\Z"
    r"|.{0,60}\bquestions? (?:(?:on|about|regarding|concerning) .{0,80}\b)?(?:for|to) (?:the )?(?:discussion|debate|ministers|delegations|consideration|member states|exchange|policy debate"
    r"|reflection|council|coreper|delegates)\b.{0,60}\Z|.{0,40}\b(?:guiding|steering) questions\b.{0,40}\Z"
    r"|(?:\W|\d)*(?:questions? (?:pour|à|aux?|soumises?|destinées?|d'orientation|adressées?|proposées?)\b.*|questions d'orientation)\W*\Z"
    r"|(?:\W|\d)*(?:(?:leit|diskussions|orientierungs|kern)fragen?(?: (?:an|für|zur|zum|der|des)\b.*)?|fragen?(?: (?:an|für|zur|zum|des|der|zu den)\b.*)?|zu erörternde fragen)\W*\Z"
    r"|(?:\W|\d)*(?:(?:vägledande |centrala )?(?:diskussions)?fråg(?:a|or)(?: \d{1,2})?(?: (?:till|för|att|som)\b.*)?|frågeställningar)\W*\Z"
)
_HEADING_WEAK = re.compile(
    r"(?:\W|\d)*(?:[ivx]{1,4}\W+)?(?:(?:main|key|possible) )?(?:issues|points|topics|matters|elements|themes)"
    r" (?:for|to be) (?:further )?(?:discuss(?:ion|ed)|consideration|considered|debate|reflection|exchange.*|the debate|the discussion)\b.{0,40}\Z"
    r"|(?:\W|\d)*(?:discussion points|points for .{0,20}discussion|food for thought|invitation to (?:comment|delegations|discuss))\W*\Z"
    r"|(?:\W|\d)*(?:points? (?:à débattre|de discussion|à examiner|pour la discussion)|pistes de réflexion|éléments? de discussion)\W*\Z"
    r"|(?:\W|\d)*(?:diskussionspunkte|erörterungspunkte|punkte (?:für|zur) .{0,40}|diskussionspunkter|punkter (?:för|att) .{0,40})\W*\Z"
)
_HEADING_FAQ = re.compile(
    r"frequently asked|\bfaqs?\b|questions? (?:and|&) answers?|\bq\s?&\s?a\b|answers? to|replies to|questions? (?:raised|asked|received|posed)"
    r" (?:by|during|at|in)\b(?! the presidency)|parliamentary questions|written questions|previous questions|questions et réponses|foire aux questions"
    r"|fragen und antworten|häufig gestellte|vanliga frågor|frågor och svar|réponses aux",
)
_NUMBERED_QUESTION = re.compile(r"\W*(?:question|frage|fråga)\s+(?:no\.?\s*)?\d{1,2}\b", re.IGNORECASE)
_HEADING_END = re.compile(
    r"(?:references|bibliography|ann?ex|appendix|anlage|anhang|bilag|background|introduction|next steps|conclusion|sources|further reading"
    r"|références|bibliographie|contexte|prochaines étapes|literatur|quellen|hintergrund|nächste schritte|källor|bakgrund|nästa steg)"
)
_CLOSES = re.compile(
    r"(?:the (?:presidency|outcome|results?|chair|discussion)\b|on (?:the|this) basis\b|based on the|written (?:comments|contributions|replies)"
    r"|delegations (?:are|will|may)|following the|after the|la présidence|sur cette base|les résultats|der vorsitz|auf dieser grundlage"
    r"|das ergebnis|ordförandeskapet|på grundval av|resultatet)"
)
_ASKER = re.compile(
    r"\b(?:(?:(?!The|This|That|Therefore|Thus|Hence|Incoming|Current|Der|Die|La|Det)[A-Z][a-zé]+ )?Presidency|[A-Z][A-Z-]{2,}[a-z]?|(?:European )?Commission(?: services)?"
    r"|High Representative|General Secretariat(?: of the Council)?|Chair(?:man|woman|person)?|(?:EU )?(?:Counter-Terrorism|Return) Coordinator"
    r"|European External Action Service|[Pp]résidence(?: [a-zé]{4,12}(?:aise|oise|enne|onne|nde|gne|ise|ole|que))?|Vorsitz|Ratsvorsitz"
    r"|[Oo]rdförandeskapet|Kommission(?:en)?|[Kk]ommissionen|European Council|Council|Parliament|Conseil|Rat|Rådet|Kommissionens)\b(?!['’]s)"
)
_ITSELF = re.compile(
    r"\b(?:it|this (?:paper|note|document)|the (?:paper|note|document|briefing|presentation|briefing note|background note))\b(?!['’]s)"
)
_PREPOSITION = re.compile(
    r"\b(?:with|of|by|to|from|at|in|for|and|avec|de|du|par|mit|von|med|av|since|under|within|see)\s+(?:the |la |le |der |dem )?\Z",
    re.I,
)
_DEADLINE = re.compile(
    r"\b(?:in writing|written (?:comments|contributions|replies|input|observations)|by e-?mail|send|par écrit|schriftlich|skriftligen|no later than)\b"
)
_PRACTICAL = re.compile(
    r"\b(?:attend|attendance|register|registration|nominate|co-sponsor|travel|badge|join the (?:meeting|visit|mission)|take the floor"
    r"|teilnehmen|anmelden|participer à la (?:visite|réunion)|anmäla)\b"
)
#: A decision that is proposed rather than asked for.
_SUGGESTED = re.compile(
    r"\bit is (?:\w+ ){0,2}(?:suggested|proposed|recommended) that\b|\bil est (?:\w+ )?(?:suggéré|proposé) que\b"
    r"|\bes wird (?:\w+ )?vorgeschlagen, dass\b"
)
#: Without one of these a sentence neither seeks views nor proposes a decision.
_NEEDED = (
    "would",
    "seek",
    "sought",
    "wish",
    "welcom",
    "apprecia",
    "request",
    "suggest",
    "propos",
    "recommended",
    "souhait",
    "möchte",
    "würde",
    "önskar",
    "suggéré",
    "vorgeschlagen",
    "invited",
)
_MIGHT = (
    "?",
    "invit",
    "ask",
    "request",
    "encourag",
    "welcome",
    "apprecia",
    "seek",
    "sought",
    "grateful",
    "useful",
    "would like",
    "suggest",
    "propos",
    "interest",
    "bittet",
    "gebeten",
    "ersucht",
    "aufgefordert",
    "eingeladen",
    "uppman",
    "ombed",
    "ombad",
    "inbj",
    "anmod",
    "önskar",
    "souhait",
    "prié",
    "convi",
    "möchte",
    "question",
)
_COUNCIL = {"council", "european council", "parliament", "conseil", "rat", "rådet"}


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
    names = 2 if _FOLLOWING_QUESTIONS.search(low) else 1 if _FOLLOWING_POINTS.search(low) else 0
    found, active = _invitation(low)
    if found is None and not names and not any(word in low for word in _NEEDED):
        return None
    seeks = _SEEKS.search(low)
    guides = bool(names and _GUIDES.search(low) and _MODAL.search(low))
    suggested = _SUGGESTED.search(low)
    if suggested is not None and found is None and _addressee(low[suggested.end() : suggested.end() + 60]) == "bodies":
        return Request(invites=True, addressee="bodies", decides=True)
    if found is None and seeks is None and not guides:
        return Request(names=names, addressee=_addressee(low)) if names == 2 else None
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
    council = active and asker is not None and asker.lower() in _COUNCIL
    return Request(
        invites=found is not None,
        seeks=seeks is not None,
        guides=guides,
        past=found is not None and found["past"] is not None,
        future=found is not None and found[0].startswith(("will be", "seront", "sera ")),
        practical=_PRACTICAL.search(whole) is not None,
        addressee=addressee,
        asker=None if asker is not None and asker.lower() in _COUNCIL else asker,
        itself=itself,
        names=names,
        decides=found is not None and (_DECIDES.match(tail) is not None or _DECIDES_LATE.search(whole) is not None),
        asks=_ASKING_VERB.match(tail) is not None or _ASKING_VERB_LATE.search(whole) is not None,
        indirect=_INDIRECT.search(whole if found is None else low[found.end("gap") :] or tail) is not None,
        written=_DEADLINE.search(whole) is not None,
        solemn=shouted or council,
    )


def request_misread(sentence: str) -> Request | None:
    """What a sentence wants that a scan has hurt: “The Pres dency invites delegat ons”."""
    return request(mending.mended(sentence))


def might_ask(text: str) -> bool:
    """Whether it is worth looking in a text for somebody who asks; quick."""
    low = text.lower()
    return any(stem in low for stem in _MIGHT)


def inside_quotes(text: str, at: int) -> bool:
    """Whether a place in a text lies between quotation marks."""
    before = text[:at]
    if before.count('"') % 2:
        return True
    opened = max(before.rfind("“"), before.rfind("„"), before.rfind("«"))
    return opened >= 0 and not any(c in before[opened + 1 :] for c in "”»“")


def heading_strength(text: str) -> float:
    """How strongly a heading announces questions to delegations; below nought for lists of questions with answers."""
    if _NUMBERED_QUESTION.match(text):
        return 4.0
    low = marks.read(text)[1].lower() or text.lower()
    found = _strength(low)
    return found if found or len(low) > 80 else _strength(mending.mended(low))


def _strength(low: str) -> float:
    if _HEADING_FAQ.search(low):
        return -6.0
    if _HEADING_STRONG.match(low):
        return 4.0
    return 3.0 if _HEADING_WEAK.match(low) else 0.0


def ends_questions(text: str) -> bool:
    """Whether a heading begins a part in which nothing is asked any more."""
    return _HEADING_END.match(marks.read(text)[1].lower()) is not None


def closes(sentence: str) -> bool:
    """Whether a sentence after the questions says what comes of the discussion."""
    return _CLOSES.match(sentence.lower()) is not None


def asks_directly(sentence: str) -> bool:
    """Whether a sentence with a question mark is put to delegations, Ministers, Member States or a Council body."""
    low = sentence.lower()
    found = _ADDRESSEE.search(low)
    if (
        found
        and found["bodies"]
        and not re.search(r"\b(?:can|could|does|would|do)\s+(?:the )?\Z", low[: found.start()])
    ):
        found = None
    return found is not None or re.search(r"\byou(?:r)?\b", low) is not None


def interrogative(text: str) -> bool:
    """Whether a text begins like a question, direct or indirect."""
    return _INTERROGATIVE.match(text.lower()) is not None


def indirect(text: str) -> bool:
    """Whether a text holds an indirect question: whether, how, which."""
    return _INDIRECT.search(text.lower()) is not None


def depends(text: str) -> bool:
    """Whether a question only goes on with the one before it: “If not, why?”."""
    return _DEPENDS.match(text.lower()) is not None


def wants_answer(text: str) -> bool:
    """Whether an item asks without a question mark: “indicate whether”, “faire part de”."""
    low = text.lower()
    return _WANTS_ANSWER.match(low) is not None or _ASKING_VERB_LATE.search(low[-200:]) is not None


def wants_decision(text: str) -> bool:
    """Whether an item asks for a decision: “agree on the text”, “den Entwurf zu billigen”."""
    low = text.lower()
    return (
        _DECIDES.match(re.sub(r"\A(?:to|à|att|d'|de)\s+", "", low)) is not None or _DECIDES_LATE.search(low) is not None
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
    asker = _ASKER.match(text, found.end())
    return asker[0] if asker else None


def _invitation(low: str) -> tuple[re.Match[str] | None, bool]:
    """Where somebody is invited, and whether somebody is said to do it."""
    tongues = [tongue for tongue in _TONGUES if any(stem in low for stem in tongue.stems)]
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
    for found in _ADDRESSEE.finditer(low):
        kind = found.lastgroup or ""
        if not last or kind == "delegations":
            last = kind
    return last


def _asker(before: str) -> tuple[str | None, bool]:
    """The one who asks, from the words before the asking; and whether that is the paper itself."""
    named: re.Match[str] | None = None
    for found in _ASKER.finditer(before):
        if not _PREPOSITION.search(before[max(0, found.start() - 20) : found.start()]):
            named = found
    own = None
    for found in _ITSELF.finditer(before.lower()):
        if not _PREPOSITION.search(before[max(0, found.start() - 20) : found.start()]):
            own = found
    if own is not None and (named is None or own.start() > named.start()):
        return None, True
    if named is None:
        return None, False
    name = named[0]
    return name[:1].upper() + name[1:], False
