"""The words that tell what is wanted: an answer, a view, a decision; in English, French, German and Swedish.

All patterns are held against small letters; none has a quantifier within a quantifier that is not bounded.
"""

from __future__ import annotations

import re

DECIDES = re.compile(
    r"\W{0,3}(?:(?:then|also|therefore|thus|hereby|formally|in particular|first|\w+ly)\s+){0,2}"
    r"(?:(?:consider|examine|discuss|review|assess)(?: [\w/()-]+){0,5} and (?:to )?)?(?:agree|endorse|adopt"
    r"|approve|take (?:due )?note"
    r"|note\b|confirm|authori[sz]e|recommend|decide|mandate|forward|transmit|submit|conclude|sign\b|instruct"
    r"|request|reach|accept|validate"
    r"|take the decision|suggest (?:to|that)|invite|welcome|support the|mandater|adopter|approuver|prendre (?:note|acte)"
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
    r"|debate|suggest|explain|describe|elaborate"
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
    r"|report|examine|(?:suggest|propose|name)(?! (?:to|that)\b))\b"
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
DEADLINE = re.compile(
    r"\b(?:in writing|written (?:comments|contributions|replies|input|observations)|by e-?mail|send|par écrit"
    r"|schriftlich|skriftligen|no later than)\b"
)
PRACTICAL = re.compile(
    r"\b(?:attend|attendance|register|registration|nominate|co-sponsor|travel|badge|join the (?:meeting|visit"
    r"|mission)|take the floor"
    r"|teilnehmen|anmelden|participer à la (?:visite|réunion)|anmäla)\b"
)
