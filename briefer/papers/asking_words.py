"""The words with which papers ask, invite and call for decisions, in English, French, German and Swedish.

All patterns are held against small letters but ``ASKER``; none has a quantifier within a quantifier that is not bounded.
"""

from __future__ import annotations

import re
from typing import NamedTuple

DELEGATIONS = (
    r"delegations?|delegates|ministers|attach[ée]s|counsell?ors|participants|(?:working party|working group|group"
    r"|committee|council)"
    r" members|members of (?:the )?[\w' -]{2,40}?|délégations|délégués|ministres|delegationen|minister(?:innen)?"
    r"|delegationerna"
    r"|ministrarna|delegaterna"
)
BODIES = (
    r"coreper|permanent representatives'? committee|committee of (?:the )?permanent representatives|psc|council"
    r"|committee|working party"
    r"|working group|scifa|cosi|cats|emwp|civcom|imex|jha counsellors|hlwg|sca|tpc|eumc|pmg"
    r"|comité des représentants permanents|conseil"
    r"|comité|groupe|cops|astv|ausschuss(?: der ständigen vertreter)?|rat|gruppe|psk|rådet|kommittén|arbetsgruppen"
    r"|kusp"
    r"|ständiga representanternas kommitté|ambassadors|heads of state or government"
)
STATES = r"(?:eu )?member states|états membres|mitgliedstaaten|medlemsstater(?:na)?"
ADDRESSEE = re.compile(rf"\b(?:(?P<delegations>{DELEGATIONS})|(?P<bodies>{BODIES})|(?P<states>{STATES}))\b")
TO_ADDRESSEE = rf"[^.;:?!]{{0,60}}?\b(?P<to>{DELEGATIONS}|{BODIES}|{STATES})\b"


class Tongue(NamedTuple):
    """How a language invites."""

    stems: tuple[str, ...]
    """One of these is in every sentence that does; looked for first, since that is quick."""
    invited: re.Pattern[str]
    """Somebody is invited; ``past`` is set where that was once."""
    invites: re.Pattern[str]
    """Somebody invites others."""


TONGUES = (
    Tongue(
        ("invit", "ask", "request", "encourag", "call"),
        re.compile(
            r"\b(?:are|is|will be|would be|be|(?P<past>were|was|have been|has been|had been))(?: [\w,]+){0,4}?"
            r" (?:invited|asked|requested|encouraged|called (?:up)?on)\b(?P<gap>[^.;?!:]{0,90}?)(?:\bto\b"
            r"|\bwhether\b|:|\Z)"
        ),
        re.compile(
            r"\b(?:(?P<past>invited|asked|requested|encouraged|called (?:up)?on)|invit(?:e|es|ing)|asks?|requests?"
            rf"|encourag(?:e|es|ing)|calls? (?:up)?on)\b{TO_ADDRESSEE}(?P<gap>[^.;?!:]{{0,90}}?)(?:\bto\b"
            rf"|\bwhether\b|:|\Z)"
        ),
    ),
    Tongue(
        ("invit", "prié", "prie", "appel", "convi", "demande"),
        re.compile(
            r"\b(?:sont|est|seront|sera|(?P<past>étaient|était|ont été|a été|furent))(?: [\w,]+){0,3}?"
            r" (?:invitée?s?|priée?s?|appelée?s?|conviée?s?)\b(?P<gap>[^.;?!:]{0,90}?)(?:\bà\b|\bde\b|\bd'|:|\Z)"
        ),
        re.compile(
            r"\b(?:(?P<past>a invité|avait invité|invitait|a prié)|invite|inviter|prie|prier|convie|demande)\b"
            rf"{TO_ADDRESSEE}(?P<gap>[^.;?!:]{{0,90}}?)(?:\bà\b|\bde\b|\bd'|:|\Z)"
        ),
    ),
    Tongue(
        ("gebeten", "ersucht", "eingeladen", "aufgefordert", "bittet", "lädt", "fordert", "möchte", " bat "),
        re.compile(
            r"\b(?:werden|wird|sind|ist|(?P<past>wurden|wurde))\b(?P<gap>[^.;?!:]{0,140}?)"
            r"\b(?:gebeten|ersucht|eingeladen|aufgefordert)\b"
        ),
        re.compile(
            rf"\b(?:bittet|ersucht|lädt|fordert|möchte|(?P<past>bat|ersuchte|hat|hatte"
            rf"|lud))\b{TO_ADDRESSEE}(?P<gap>)"
        ),
    ),
    Tongue(
        ("uppman", "ombed", "ombad", "inbj", "anmod", "bjud", " ber ", " bad "),
        re.compile(
            r"\b(?:uppmanas|ombeds|inbjuds|anmodas|bjuds in|(?P<past>uppmanades|ombads|inbjöds|anmodades"
            r"|har uppmanats))\b"
            r"(?P<gap>[^.;?!:]{0,90}?)(?:\batt\b|:|\Z)"
        ),
        re.compile(
            r"\b(?:uppmanar|inbjuder|ber|anmodar|bjuder in|uppmana|inbjuda|(?P<past>uppmanade|bad|inbjöd))\b"
            rf"{TO_ADDRESSEE}(?P<gap>[^.;?!:]{{0,90}}?)(?:\batt\b|:|\Z)"
        ),
    ),
)
#: Somebody wants to hear what others think.
SEEKS = re.compile(
    r"\b(?:wishes|would like|wants) to (?:ask|raise|pose|put)\b[^.;:?!]{0,60}:|\b(?:would (?:\w+ )?(?:welcome"
    r"|appreciate|like to (?:hear|have|receive|know|obtain|seek|learn|ask|raise"
    r"|focus)|be (?:interested|grateful))"
    r"|would be (?:\w+ )?(?:useful|helpful|interesting|important) (?:to (?:hear|know|learn|understand)"
    r"|for the presidency to)"
    r"|seeks|seek|is seeking|wishes to (?:hear|know|seek|obtain|have|receive|ask|raise|focus)"
    r"|souhaite(?:rait)? (?:connaître|recueillir|entendre|savoir|obtenir)|möchte\b|würde(?: \w+){0,3} begrüßen"
    r"|önskar (?:få|höra|veta))"
    r"[^.;:?!]{0,100}?\b(?:views?|opinions?|input|comments?|feedback|guidance|positions?|reflections?|thoughts"
    r"|reactions?|contributions?"
    r"|experiences?|whether|how|which|what|questions?|avis|points? de vue|observations|ansichten|meinung\w*"
    r"|standpunkte?|ob|synpunkter|fragen"
    r"|frågor)\b"
    r"|\b(?:views|input|guidance|comments|opinions|reflections)\b[^.;:?!]{0,60}?\b(?:is|are|would be) (?:\w+ )?"
    r"(?:sought|welcome|welcomed|appreciated|requested|invited)\b"
)
#: What the discussion may, could or should turn on.
GUIDES = re.compile(
    r"\b(?:discussions?|debate|exchange|deliberations|reflection|ministers|delegations|délibérations|débats?"
    r"|discussions?|aussprache|beratungen"
    r"|diskussion(?:en)?|debatten)\b"
)
MODAL = re.compile(
    r"\b(?:may|might|could|should|can|will|to|pourraient|peuvent|pourrait|doivent|können|könnten|sollen|sollten"
    r"|kan|kunde|bör|ska)\b"
    r"[^.;:?!]{0,40}?\b(?:guid|steer|structur|frame|fram|focus|orient|facilitat|inform|serve|stimulat|feed|support"
    r"|address|consider|reflect"
    r"|discuss|answer|respond|explore|guider|orienter|servir|porter|leiten|strukturieren|dienen|vägleda|styra"
    r"|ligga|utgöra|based|inspire"
    r"|examin|structurer|alimenter|als|gegenstand)"
    r"|\bproposes?|\bsuggests?|\bputs? forward|\bposes?\b|\bpropose|\bsoumet|\bschlägt|\bstellt|\bunterbreitet"
    r"|\blegt|\bföreslår|\bställer"
)
FOLLOWING_QUESTIONS = re.compile(
    r"\bfollowing (?!table|document|annex|section|paragraph|chapter|part|note|paper)(?:\w+,? ){0,4}?questions?\b"
    r"|\bquestions? (?:set out |listed |as )?(?:below|hereafter|hereunder"
    r"|follows)\b"
    r"|\bquestions? (?:suivantes?|ci-après|ci-dessous)\b|\b(?:folgenden?|folgender|nachstehenden?"
    r"|nachfolgenden?) (?:\w+ ){0,3}?fragen\b"
    r"|\b(?:följande|nedanstående) (?:\w+ ){0,3}?(?:frågor|frågeställningar)\b|\b(?:two|three|four"
    r"|five) questions?\b[^.]{0,30}:\s*\Z"
)
#: What somebody did once with the questions that follow.
TOLD = re.compile(
    r"(?<!has )(?<!have )\b(?:answered|discussed|addressed|examined|considered|raised|identified|posed|asked|replied to"
    r"|responded to|focused on|dealt with|concerned|covered|beantworteten|erörterten|diskuterade|besvarade"
    r"|ont examiné|ont débattu)"
    r"(?: \w+){0,2} (?:the following|folgende|följande|des questions|les questions)\b"
)
FOLLOWING_POINTS = re.compile(
    r"\bfollowing (?:\w+,? ){0,4}?(?:points?|issues?|aspects?|topics?|elements?|matters?|themes?)\b"
    r"|\bfollowing\s*:|\b(?:points?|aspects?|éléments?"
    r"|thèmes?) (?:suivants?|ci-après)\b|\b(?:folgenden?|folgender) (?:\w+ ){0,3}?(?:punkten?|aspekten?|themen)\b"
    r"|\bföljande (?:\w+ ){0,3}?(?:punkter|aspekter|ämnen)\b"
)
DECIDES = re.compile(
    r"\W{0,3}(?:(?:then|also|therefore|thus|hereby|formally|in particular|first|\w+ly)\s+){0,2}"
    r"(?:(?:consider|examine|discuss|review|assess)(?: [\w/()-]+){0,5} and (?:to )?)?(?:agree|endorse|adopt"
    r"|approve|take (?:due )?note"
    r"|note\b|confirm|authori[sz]e|recommend|decide|mandate|forward|transmit|submit|conclude|sign\b|instruct"
    r"|request|reach|accept|validate"
    r"|take the decision|suggest|invite|welcome|support the|mandater|adopter|approuver|prendre (?:note|acte)"
    r"|marquer (?:son|leur) accord|confirmer"
    r"|recommander|convenir|autoriser|décider|entériner|parvenir|transmettre|anta\b|godkänna|notera|ta del av|enas"
    r"|bekräfta|rekommendera"
    r"|besluta|ställa sig bakom|bemyndiga|uppmana rådet)"
)
DECIDES_LATE = re.compile(
    r"\b(?:anzunehmen|zu billigen|zur kenntnis(?: zu nehmen)?|zuzustimmen|einigung (?:über .{0,60})?zu erzielen"
    r"|zu bestätigen|zu empfehlen"
    r"|zu beschließen|zu ermächtigen|zu verabschieden|zu übermitteln|zu einigen|zu genehmigen|zu erzielen"
    r"|festzulegen)\b"
)
ASKING_VERB = re.compile(
    r"\W{0,3}(?:(?:also|then|further|kindly|please|\w+ly|to|à|att)\s+){0,2}(?:consider|reflect|comment|exchange"
    r"|share|answer|respond|reply|indicate"
    r"|say\b|state\b|express|provide|discuss|address|give\b|present|outline|inform|react|hold an? |have an? "
    r"|debate|explain|describe|elaborate"
    r"|set out|clarify|specify|assess|explore|examine|focus|identify|engage|contribute|debate|offer|report|convey"
    r"|put forward|make known|tell"
    r"|indiquer|préciser|faire (?:part|connaître)|exprimer|examiner|réfléchir|commenter|échanger|répondre|donner"
    r"|présenter|partager|débattre"
    r"|formuler|exposer|se prononcer|s'exprimer|dire\b|décrire|évaluer|discuter|communiquer|se pencher|procéder"
    r"|ange\b|redogöra|kommentera"
    r"|överväga|diskutera|besvara|reflektera|dela\b|delge|lämna|framföra|beskriva|yttra|säga|meddela|utbyta"
    r"|redovisa|ta ställning|tänka"
    r"|resonera|klargöra|uttrycka|presentera|svara)"
)
ASKING_VERB_LATE = re.compile(
    r"\b(?:mitzuteilen|anzugeben|zu äußern|stellung zu nehmen|darzulegen|zu erläutern|zu erörtern|zu prüfen"
    r"|zu beantworten|auszutauschen"
    r"|nachzudenken|zu sagen|zu beraten|zu bewerten|einzugehen|zu befassen|zu schildern|zu nennen|zu beschreiben"
    r"|abzugeben)\b"
)
#: An item that asks without a question mark begins so: with a verb that wants an answer, not an act.
WANTS_ANSWER = re.compile(
    r"\W{0,3}(?:to |à |d'|de |att )?(?:(?:indicate|say|state|explain|describe|outline|comment|reflect|consider"
    r"|clarify|specify|elaborate"
    r"|assess|set out|discuss|identify|inform|express|exchange|present|explore|debate|react|respond|reply|answer"
    r"|report|examine)\b"
    r"|(?:share|give|provide|offer|convey|put forward)\b.{0,40}\b(?:views?|opinions?|experiences?|positions?"
    r"|comments?|feedback|thoughts"
    r"|assessments?|examples?|input|reflections?|practices?|perspectives?|information|ideas|guidance|suggestions?"
    r"|lessons?)\b"
    r"|(?:indiquer|préciser|faire (?:part|connaître)|exprimer|réfléchir|commenter|échanger|répondre|présenter"
    r"|partager|débattre|exposer|examiner"
    r"|se prononcer|s'exprimer|dire|décrire|évaluer|discuter|communiquer|formuler|donner)\b"
    r"|(?:ange|redogöra|kommentera|överväga|diskutera|besvara|reflektera|dela med sig|delge|lämna|framföra"
    r"|beskriva|yttra|säga|meddela|utbyta"
    r"|redovisa|ta ställning|klargöra|uttrycka|svara)\b)"
)
INTERROGATIVE = re.compile(
    r"\W{0,3}(?:(?:and|or|if (?:so|not|yes)|et|ou|und|och|in (?:your|their|the) \w+|given .{0,80},|in (?:light"
    r"|view) of .{0,80},),?\s+)?"
    r"(?:what|which|how|why|who|whom|whose|when|where|whether|to what extent|in what|in which|at what|for which"
    r"|on which|under what|under which"
    r"|with which|by what|do\b|does|is\b|are\b|should|could|can\b|would|will\b|shall|may\b|might|has\b|have\b"
    r"|did\b|if\b"
    r"|quel|comment|pourquoi|dans quel|par quel|à quel|sur quel|est-ce|que\b|qui\b|où\b|si\b|faut-il|convient-il"
    r"|les délégations .{0,30}-elles"
    r"|welche|wie\b|was\b|warum|wo\b|ob\b|inwie|in welch|wer\b|sollte|sollen|können|könnte|sind\b|ist\b|teilen"
    r"|halten|stimmen|werden"
    r"|hur\b|vilk|vad\b|varför|var\b|när\b|om\b|i vilken|på vilket|bör\b|ska\b|kan\b|anser|delar|är\b|finns)"
)
INDIRECT = re.compile(
    r"\b(?:whether|how|which|what|why|to what extent|if (?:they|and|there|the|further)|dans quelle mesure|comment"
    r"|quel(?:le)?s?|pourquoi|s'ils?|s'elles"
    r"|si (?:elles|ils|les|la|le)|ce qu|ob|wie|welche[rsnm]?|inwieweit|inwiefern|was|warum|huruvida|hur|vilk(?:a"
    r"|en|et)|vad|varför"
    r"|i vilken (?:mån|utsträckning))\b"
)
DEPENDS = re.compile(
    r"(?:if (?:so|not|yes|no)\b|if the answer|and\b|or\b|in that case|why(?: not)?\b.{0,10}\Z|please|wenn (?:ja"
    r"|nein|nicht)|falls|und\b|oder\b"
    r"|si (?:oui|non)|dans l'affirmative|dans la négative|et\b|ou\b|om (?:inte|ja|nej|så)|och\b|eller\b|i så fall)"
)
CLOSES = re.compile(
    r"(?:the (?:presidency|outcome|results?|chair|discussion)\b|on (?:the|this) basis\b|based on the"
    r"|written (?:comments|contributions|replies)"
    r"|delegations (?:are|will|may)|following the|after the|la présidence|sur cette base|les résultats|der vorsitz"
    r"|auf dieser grundlage"
    r"|das ergebnis|ordförandeskapet|på grundval av|resultatet)"
)
ASKER = re.compile(
    r"\b(?:(?:(?!The|This|That|Therefore|Thus|Hence|Incoming|Current|Der|Die|La|Det)[A-Z][a-zé]+ )?Presidency"
    r"|[A-Z][A-Z-]{2,}[a-z]?|(?:European )?Commission(?: services)?"
    r"|High Representative|General Secretariat(?: of the Council)?|Chair(?:man|woman|person)?"
    r"|(?:EU )?(?:Counter-Terrorism|Return) Coordinator"
    r"|European External Action Service|[Pp]résidence(?: [a-zé]{4,12}(?:aise|oise|enne|onne|nde|gne|ise|ole|que))?"
    r"|Vorsitz|Ratsvorsitz"
    r"|[Oo]rdförandeskapet|Kommission(?:en)?|[Kk]ommissionen|European Council|Council|Parliament|Conseil|Rat|Rådet"
    r"|Kommissionens)\b(?!['’]s)"
)
ITSELF = re.compile(
    r"\b(?:it|this (?:paper|note|document)|the (?:paper|note|document|briefing|presentation|briefing note"
    r"|background note))\b(?!['’]s)"
)
PREPOSITION = re.compile(
    r"\b(?:with|of|by|to|from|at|in|for|and|avec|de|du|par|mit|von|med|av|since|under|within|see)\s+(?:the |la "
    r"|le |der |dem )?\Z",
    re.I,
)
DEADLINE = re.compile(
    r"\b(?:in writing|written (?:comments|contributions|replies|input|observations)|by e-?mail|send|par écrit"
    r"|schriftlich|skriftligen|no later than)\b"
)
PRACTICAL = re.compile(
    r"\b(?:attend|attendance|register|registration|nominate|co-sponsor|travel|badge|join the (?:meeting|visit"
    r"|mission)|take the floor"
    r"|teilnehmen|anmelden|participer à la (?:visite|réunion)|anmäla)\b"
)
#: A decision that is proposed rather than asked for.
SUGGESTED = re.compile(
    r"\bit is (?:\w+ ){0,2}(?:suggested|proposed|recommended) that\b|\bil est (?:\w+ )?(?:suggéré|proposé) que\b"
    r"|\bes wird (?:\w+ )?vorgeschlagen, dass\b"
)
#: Without one of these a sentence neither seeks views nor proposes a decision.
NEEDED = (
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
MIGHT = (
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
COUNCIL = {"council", "european council", "parliament", "conseil", "rat", "rådet"}
