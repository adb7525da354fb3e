"""Layouts that real papers have and that scans, converters and hurried drafters leave behind, each with what is asked in it."""

from __future__ import annotations

from typing import NamedTuple

OPENING = """\
**Introduction**

The Schengen area has been under increasing pressure in recent years, as illustrated by the figures published by Frontex.

On 12 March 2025 the Commission presented a proposal for a Regulation establishing a common system for returns.

"""
VISAS = "How can the EU better use its visa policy to improve cooperation on readmission?"
PRIORITIES = "Which third countries should be prioritised, and on the basis of which criteria?"
MORE = "Do you see a need for further measures at EU level?"


class Layout(NamedTuple):
    """A paper after its opening, and what is asked in it."""

    text: str
    asked: tuple[tuple[str, str], ...] = ()
    sender: str = "Presidency"
    action: str | None = None
    """The expected action, where the layout is about one."""


LAYOUTS = {
    "ocr heading": Layout(
        f"**Quest ons for discussi n**\n\n1. {VISAS}\n\n2. {PRIORITIES}", (("1", VISAS), ("2", PRIORITIES))
    ),
    "ocr lead": Layout(
        (f"The Pres dency invites delegati ns to cons der the folowing questons:\n\n– {VISAS}\n\n– {PRIORITIES}"),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "ocr lead l": Layout(
        (f"DeIegations are lnvited to share their views on the foIlowing questions:\n\n– {VISAS}\n\n– {PRIORITIES}"),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "l. for 1.": Layout(
        f"**Questions for discussion**\n\nl. {VISAS}\n\n2. {PRIORITIES}", (("1", VISAS), ("2", PRIORITIES))
    ),
    "glued mark": Layout(
        f"**Questions for discussion**\n\n1. {VISAS}3\n\n2. {PRIORITIES}", (("1", VISAS), ("2", PRIORITIES))
    ),
    "question headings": Layout(
        (
            "**Question 1: visa policy**\n\nVisa policy is a lever. It should be used more often by all of us "
            f"together.\n\n{VISAS}\n\n**Question 2: priorities**\n\n{PRIORITIES}\n\n**Question 3**\n\n{MORE}"
        ),
        (("1", VISAS), ("2", PRIORITIES), ("3", MORE)),
    ),
    "themes": Layout(
        (
            f"**III. Questions for discussion**\n\n**A. Visa policy**\n\n1. {VISAS}\n\n**B. Priorities**\n\n2. "
            f"{PRIORITIES}\n\n3. {MORE}"
        ),
        (("1", VISAS), ("2", PRIORITIES), ("3", MORE)),
    ),
    "sentence lead": Layout(
        f"The Presidency invites delegations to reflect on the following questions. {VISAS} {PRIORITIES}",
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "sentence lead para": Layout(
        (
            f"Against this background, delegations are invited to discuss the questions below.\n\n{VISAS}\n\n"
            f"{PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "annex questions": Layout(
        (
            "Ministers are invited to hold an exchange of views on the basis of the questions set out in "
            f"the Annex to this note.\n\n**ANNEX**\n\n1. {VISAS}\n\n2. {PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "annex questions h": Layout(
        (
            "Ministers are invited to hold an exchange of views on the basis of the questions set out in "
            f"the Annex.\n\n**ANNEX**\n\n**Questions for the policy debate**\n\n1. {VISAS}\n\n2. {PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "prose body": Layout(
        (
            "In view of the above, can Coreper agree to the approach outlined in point 7, and does it "
            "consider that the text is ready for a general approach?"
        ),
        (
            (
                "1",
                (
                    "In view of the above, can Coreper agree to the approach outlined in point 7, and does it "
                    "consider that the text is ready for a general approach?"
                ),
            ),
        ),
    ),
    "useful": Layout(
        (
            "The negotiations have progressed well. It would be useful to know whether delegations could "
            "accept the deletion of Article 5 and how they see the link with Article 7."
        ),
        (
            (
                "1",
                (
                    "It would be useful to know whether delegations could accept the deletion of Article 5 and how "
                    "they see the link with Article 7."
                ),
            ),
        ),
    ),
    "sought": Layout(
        (
            "The text in brackets remains open. Delegations' views are sought on whether the scope should "
            "be extended to minors."
        ),
        (("1", "Delegations' views are sought on whether the scope should be extended to minors."),),
    ),
    "grateful": Layout(
        (
            "The text in brackets remains open. The Presidency would be grateful for delegations' views on "
            "how the costs could be shared."
        ),
        (("1", "The Presidency would be grateful for delegations' views on how the costs could be shared."),),
    ),
    "asked whether": Layout(
        (
            "The text in brackets remains open. Delegations are asked whether they can support the "
            "compromise text set out in the Annex."
        ),
        (("1", "Delegations are asked whether they can support the compromise text set out in the Annex."),),
    ),
    "inline i ii": Layout(
        (
            "Delegations are invited to state their views on: (i) whether the scope should be extended; "
            "(ii) how the costs could be shared; and (iii) the role of Frontex."
        ),
        (
            ("i", "whether the scope should be extended;"),
            ("ii", "how the costs could be shared; and"),
            ("iii", "the role of Frontex."),
        ),
    ),
    "cut prose": Layout(
        ("Delegations are therefore invited to indicate whether they agree with the proposed extension and how the"),
        (
            (
                "1",
                (
                    "Delegations are therefore invited to indicate whether they agree with the proposed extension "
                    "and how the"
                ),
            ),
        ),
    ),
    "cut plain": Layout(
        f"**Questions for discussion**\n\n{VISAS}\n\nWhich third countries should be",
        (("1", VISAS), ("2", "Which third countries should be")),
    ),
    "if not": Layout(
        f"**Questions for discussion**\n\n1. {VISAS}\n\n2. Do you agree with this approach?\n\nIf not, why?",
        (("1", VISAS), ("2", "Do you agree with this approach? If not, why?")),
    ),
    "context between": Layout(
        (
            "**Questions for discussion**\n\nVisa policy is one of the levers at our disposal and was "
            f"strengthened in 2020.\n\n1. {VISAS}\n\nPriorities need to be set, since resources are limited and "
            f"expectations are high.\n\n2. {PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "numbered paras": Layout(
        (
            "7. The Presidency believes that the debate would benefit from a focused approach to all this.\n\n"
            f"8. Delegations are therefore invited to answer the following questions:\n\na) {VISAS}\n\nb) "
            f"{PRIORITIES}\n\n9. The Presidency will prepare a revised text on that basis for the next meeting."
        ),
        (("a", VISAS), ("b", PRIORITIES)),
    ),
    "numbered continues": Layout(
        (
            "**Questions for discussion**\n\n7. The Presidency believes that the debate would benefit from a "
            f"focused approach to all this.\n\n8. {VISAS}\n\n9. {PRIORITIES}"
        ),
        (("8", VISAS), ("9", PRIORITIES)),
    ),
    "bold box": Layout(
        (
            "**In light of the above, Ministers are invited to reply to the following questions:**\n\n**1. "
            f"{VISAS}**\n\n**2. {PRIORITIES}**"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "may wish": Layout(
        (f"Ministers may wish to focus their interventions on the following questions:\n\n• {VISAS}\n\n• {PRIORITIES}"),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "consider whether list": Layout(
        (
            "Delegations are invited to consider:\n\n• whether the scope should be extended;\n\n• how the costs "
            "could be shared;\n\n• the role of Frontex."
        ),
        (
            ("1", "whether the scope should be extended;"),
            ("2", "how the costs could be shared;"),
            ("3", "the role of Frontex."),
        ),
    ),
    "to with to": Layout(
        (
            "Delegations are invited:\n\n– to indicate whether the scope should be extended;\n\n– to share "
            "their experience with readmission."
        ),
        (
            ("1", "to indicate whether the scope should be extended;"),
            ("2", "to share their experience with readmission."),
        ),
    ),
    "no punct no q": Layout(
        (
            "The Presidency invites Member States to exchange views on the following issues:\n\n– scope of "
            "the future instrument\n\n– financing and governance\n\n– role of Frontex"
        ),
        (("1", "scope of the future instrument"), ("2", "financing and governance"), ("3", "role of Frontex")),
    ),
    "questions then annex text": Layout(
        (
            f"**Questions**\n\n1. {VISAS}\n\n2. {PRIORITIES}\n\n**ANNEX**\n\n**Overview of projects**\n\n1. What is "
            "the project about? It is about visas and the way in which they are issued.\n\n2. Who runs it? "
            "The Commission runs it together with the Member States."
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "faq annex": Layout(
        (
            f"**Questions for discussion**\n\n1. {VISAS}\n\n**ANNEX: Frequently asked questions**\n\n**What is a "
            "return hub?**\n\nA return hub is a place outside the Union to which people can be returned.\n\n"
            "**Who decides?**\n\nMember States decide."
        ),
        (("1", VISAS),),
    ),
    "no mixed prose": Layout(
        "Some have asked: should the Union act at all? Others wonder how. The Presidency is convinced "
        "that it should, and that it can."
    ),
    "neg EP question": Layout(
        (
            "**Question for written answer E-001234/2025 to the Council**\n\n**REPLY**\n\n1. Is the Council "
            "aware of the situation of the Kurds in Syria?\n\n2. What steps does the Council intend to take "
            "in this regard?\n\nThe Council has repeatedly called for restraint."
        ),
        (),
        sender="General Secretariat of the Council",
    ),
    "neg EP question2": Layout(
        (
            "The Honourable Member of the European Parliament put the following questions to the Council:\n\n"
            "1. Is the Council aware of the situation of the Kurds in Syria?\n\n2. What steps does the "
            "Council intend to take in this regard?"
        ),
        (),
        sender="General Secretariat of the Council",
    ),
    "neg questionnaire replies": Layout(
        "**Replies to the questionnaire**\n\n1. How many return decisions were issued in 2024?\n\nAT: 13 "
        "000. BE: 22 000.\n\n2. How many were enforced?\n\nAT: 9 000. BE: 5 000."
    ),
    "neg arises": Layout(
        "This raises the following questions:\n\n– What is the added value of a hub?\n\n– Who would pay for "
        "it?\n\nThe Commission's impact assessment provides answers to both of them in its chapter 4."
    ),
    "neg summary": Layout(
        "The discussion focused on the following questions:\n\n– What is the added value of a hub?\n\n– Who "
        "would pay for it?"
    ),
    "neg summary2": Layout("Delegations discussed the following issues:\n\n– added value of a hub\n\n– costs"),
    "neg mandate": Layout(
        "The Working Party was asked to examine how the text could be improved. It did so at four "
        "meetings and reported to Coreper in May."
    ),
    "neg practical": Layout(
        "Delegations are invited to indicate by 5 May whether they wish to attend the visit to the border in person."
    ),
    "neg annexed": Layout(
        "Delegations will find in the Annex the questions which the Presidency sent to Member States in "
        "January, and a summary of the replies."
    ),
    "neg commission": Layout(
        "The Commission invites Member States to indicate whether they will take part in the pilot project in 2026."
    ),
    "neg recommendation": Layout(
        "Member States should consider how best to use EMPACT. They are encouraged to share data with "
        "Europol and to explore which tools could be used jointly."
    ),
    "neg decision": Layout(
        (
            "Coreper is invited to agree to the mandate set out in the Annex, with a view to entering into "
            "negotiations with the European Parliament."
        ),
        (),
        action=(
            "Coreper is invited to agree to the mandate set out in the Annex, with a view to entering into "
            "negotiations with the European Parliament."
        ),
    ),
    "neg decision suggested": Layout(
        ('It is therefore suggested that Coreper recommend that the Council adopt the conclusions as an "A" item.'),
        (),
        action=(
            'It is therefore suggested that Coreper recommend that the Council adopt the conclusions as an "A" item.'
        ),
    ),
    "neg decision list": Layout(
        (
            "In the light of the above, the Permanent Representatives Committee is invited to:\n\n(a) examine "
            "and confirm the compromise text; and\n\n(b) invite the Council to adopt the Regulation."
        ),
        (),
        action=(
            "In the light of the above, the Permanent Representatives Committee is invited to: (a) examine "
            "and confirm the compromise text; and (b) invite the Council to adopt the Regulation."
        ),
    ),
    "neg take note": Layout(
        "The PSC is invited to take note of the report and to agree on the way forward.",
        (),
        action="The PSC is invited to take note of the report and to agree on the way forward.",
    ),
    "decision+consider": Layout(
        "The Council is invited to consider and adopt the draft Decision annexed hereto.",
        (),
        action="The Council is invited to consider and adopt the draft Decision annexed hereto.",
    ),
    "neg heading ?": Layout(
        "**Towards a common return system: what next?**\n\nThe Commission will present its impact "
        "assessment in the autumn and a study in winter."
    ),
    "neg opening2": Layout(
        "What would Europe be without Schengen? Would our citizens accept controls at each border? "
        "These questions have guided the work of the Presidency since January."
    ),
    "neg outcome": Layout(
        "**Outcome of proceedings**\n\nThe Chair invited delegations to comment on the following "
        "questions:\n\n1. Do delegations support Article 5?\n\n2. Do delegations wish to add a recital?\n\n"
        "Most delegations supported Article 5."
    ),
    "neg agenda times": Layout(
        "**Points for discussion**\n\n1. Return Regulation (doc. 8765/25)\n\n2. Visa suspension mechanism "
        "(doc. 9876/25)"
    ),
    "neg will be asked": Layout("At a later stage, Ministers will be asked whether they can endorse the strategy."),
    "neg conclusions": Layout(
        "**Draft Council conclusions**\n\nTHE COUNCIL OF THE EUROPEAN UNION,\n\n1. INVITES the Member "
        "States and the Commission to reflect on how the visa policy can be used better;\n\n2. CALLS ON "
        "Member States to consider which measures are needed;\n\n3. ENCOURAGES Member States to share "
        "their experiences;"
    ),
    "neg legal text": Layout(
        "Where the competent authority is asked to indicate whether the person has absconded, it shall "
        "reply within 24 hours."
    ),
    "quoted letter": Layout(
        'In its letter of May the NGO asked: "Are Member States invited to say how many people died? Do you know?"'
    ),
    "two askers": Layout(
        (
            f"The Commission invites delegations to comment on the following questions:\n\n1. {VISAS}\n\nIn "
            "addition, the Presidency invites delegations to reply to the following question:\n\n1. "
            f"{PRIORITIES}"
        ),
        (("1", VISAS), ("1", PRIORITIES)),
    ),
    "pres asks in body": Layout(
        f"The Presidency therefore asks delegations the following questions:\n\n{VISAS}\n\n{PRIORITIES}",
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "lead w/o colon": Layout(
        f"Delegations are invited to consider the following questions\n\n1. {VISAS}\n\n2. {PRIORITIES}",
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "lost heading": Layout(
        f"1. {VISAS}\n\n2. {PRIORITIES}\n\n3. {MORE}", (("1", VISAS), ("2", PRIORITIES), ("3", MORE))
    ),
    "lettered subq": Layout(
        (
            f"**Guiding questions**\n\n1. Regarding visas:\n\na) {VISAS}\n\nb) {PRIORITIES}\n\n2. Regarding hubs:\n\n"
            f"a) {MORE}"
        ),
        (("1", f"Regarding visas: a) {VISAS} b) {PRIORITIES}"), ("2", f"Regarding hubs: a) {MORE}")),
    ),
    "roman sub": Layout(
        f"**Guiding questions**\n\n(a) Regarding visas:\n\n(i) {VISAS}\n\n(ii) {PRIORITIES}\n\n(b) {MORE}",
        (("a", f"Regarding visas: (i) {VISAS} (ii) {PRIORITIES}"), ("b", MORE)),
    ),
    "h..i roman": Layout(
        (
            f"**Guiding questions**\n\n(a) {VISAS}\n\n(b) {VISAS}\n\n(c) {VISAS}\n\n(d) {VISAS}\n\n(e) {VISAS}\n\n(f) "
            f"{VISAS}\n\n(g) {VISAS}\n\n(h) {VISAS}\n\n(i) {VISAS}\n\n(j) {VISAS}"
        ),
        (
            ("a", VISAS),
            ("b", VISAS),
            ("c", VISAS),
            ("d", VISAS),
            ("e", VISAS),
            ("f", VISAS),
            ("g", VISAS),
            ("h", VISAS),
            ("i", VISAS),
            ("j", VISAS),
        ),
    ),
    "fr prose": Layout(
        (
            "Les délégations sont dès lors invitées à faire savoir si elles peuvent appuyer cette approche "
            "et, dans l'affirmative, selon quelles modalités."
        ),
        (
            (
                "1",
                (
                    "Les délégations sont dès lors invitées à faire savoir si elles peuvent appuyer cette approche "
                    "et, dans l'affirmative, selon quelles modalités."
                ),
            ),
        ),
    ),
    "fr heading list": Layout(
        (
            "**Questions soumises au débat**\n\n1) Les États membres partagent-ils cette analyse ?\n\n2) "
            "Quelles sont les priorités pour 2026 ?"
        ),
        (("1", "Les États membres partagent-ils cette analyse ?"), ("2", "Quelles sont les priorités pour 2026 ?")),
    ),
    "fr decision": Layout(
        "Le Comité des représentants permanents est invité à : \n\n– confirmer l'accord sur le texte ;\n\n– "
        "recommander au Conseil d'adopter la décision."
    ),
    "de decision": Layout(
        ("Der AStV wird ersucht, den Text zu bestätigen und dem Rat zu empfehlen, die Verordnung anzunehmen."),
        (),
        action=("Der AStV wird ersucht, den Text zu bestätigen und dem Rat zu empfehlen, die Verordnung anzunehmen."),
    ),
    "de prose": Layout(
        (
            "Die Delegationen werden ersucht mitzuteilen, ob sie den Ansatz unterstützen können und welche "
            "Änderungen sie für erforderlich halten."
        ),
        (
            (
                "1",
                (
                    "Die Delegationen werden ersucht mitzuteilen, ob sie den Ansatz unterstützen können und welche "
                    "Änderungen sie für erforderlich halten."
                ),
            ),
        ),
    ),
    "de list inf": Layout(
        (
            "Vor diesem Hintergrund werden die Delegationen ersucht,\n\n– mitzuteilen, ob sie den Ansatz "
            "unterstützen;\n\n– darzulegen, welche Änderungen sie für erforderlich halten."
        ),
        (
            ("1", "mitzuteilen, ob sie den Ansatz unterstützen;"),
            ("2", "darzulegen, welche Änderungen sie für erforderlich halten."),
        ),
    ),
    "sv past": Layout("Delegationerna ombads att svara på följande frågor:\n\n1. Hur går det?\n\n2. Vad görs?"),
    "de past": Layout(
        "Die Delegationen wurden gebeten, folgende Fragen zu beantworten:\n\n1. Wie geht es voran?\n\n2. "
        "Was wird getan?"
    ),
    "fr past": Layout(
        "Les délégations ont été invitées à répondre aux questions suivantes :\n\n1. Comment avancer ?\n\n"
        "2. Que faire ?"
    ),
    "steering": Layout(
        (
            f"The Presidency proposes that the debate be steered by the following questions:\n\n1. {VISAS}\n\n2. "
            f"{PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "council debate": Layout(
        (
            "The Council is invited to hold a policy debate on the basis of the following questions "
            f"prepared by the Presidency:\n\n1. {VISAS}\n\n2. {PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "steering2": Layout(
        (
            "With a view to the policy debate at the Council (Agriculture and Fisheries) on 14 July 2025, "
            "delegations will find below a background paper and questions for Ministers.\n\nFarmers face many "
            "challenges, such as drought, pests and low prices in all of the Union.\n\n**Questions for "
            f"Ministers:**\n\n1. {VISAS}\n\n2. {PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "invite discuss list of ?": Layout(
        f"In this context, the members of COSI are invited to discuss:\n\n• {VISAS}\n\n• {PRIORITIES}",
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "question in bold alone": Layout(
        (
            "The Presidency considers that a common approach is needed.\n\n**Do delegations share this view "
            "and which elements should it contain?**"
        ),
        (("1", "Do delegations share this view and which elements should it contain?"),),
    ),
    "section ends": Layout(
        (
            "**Visa policy**\n\nVisa policy is a lever.\n\nDo delegations agree that Article 25a should be "
            "revised?\n\n**Hubs**\n\nHubs are discussed widely.\n\nHow do Member States see the role of UNHCR in "
            "such hubs?"
        ),
        (
            ("1", "Do delegations agree that Article 25a should be revised?"),
            ("2", "How do Member States see the role of UNHCR in such hubs?"),
        ),
    ),
    "neg outcome chair": Layout(
        f"The Chair concluded that the following questions needed further work:\n\n1. {VISAS}\n\n2. {PRIORITIES}"
    ),
    "neg council will": Layout(
        "The Council will be invited to hold a policy debate on 12 June on the basis of a steering "
        "note, which the Presidency will circulate in due course."
    ),
    "neg legal service": Layout(
        "**Legal analysis**\n\nThe question is whether Article 79 TFEU is the right legal basis. Can "
        "it cover hubs? In the view of the Legal Service it can."
    ),
    "neg heading Q in study": Layout(
        "**1. Which visas are issued?**\n\nSome 12 million visas were issued in 2024, most of them "
        "by France and Spain, as in earlier years.\n\n**2. Who applies for them?**\n\nApplicants came "
        "mostly from China and India, with Morocco third and Türkiye fourth."
    ),
    "neg survey": Layout(
        "In their replies to the questionnaire, delegations answered the following questions:\n\n– "
        "Is there a national list?\n\n– Who keeps it?\n\nTwenty Member States replied."
    ),
    "neg past pres perf": Layout(
        "Delegations have been invited to submit answers to the following questions:\n\n– Is there a "
        "national list?\n\n– Who keeps it?\n\nThe answers are set out in document 1234/25."
    ),
    "neg annex draft letter": Layout(
        "**ANNEX**\n\n**Draft reply**\n\nDear Madam, you asked whether Member States share data. Do "
        "delegations in the Council discuss it? They do."
    ),
    "reflection": Layout(
        (
            "To prepare for the discussion, delegations are encouraged to reflect on the following "
            f"questions:\n\n1. {VISAS}\n\n2. {PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "two paragraphs lead": Layout(
        (
            "The Presidency would like to have an exchange of views on the above.\n\nThe following "
            f"questions are submitted to delegations:\n\n1. {VISAS}\n\n2. {PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "lead in question heading text": Layout(
        (
            "**IV. QUESTIONS FOR DISCUSSION**\n\nIn light of the above, delegations are invited to "
            f"express their views on the following:\n\n1. {VISAS}\n\n2. {PRIORITIES}\n\n____________"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "bullets with semicolons": Layout(
        (
            "In particular, Ministers are invited to share their views on:\n\n– how visa policy can be "
            "used better;\n\n– whether hubs are needed; and\n\n– the way forward."
        ),
        (
            ("1", "how visa policy can be used better;"),
            ("2", "whether hubs are needed; and"),
            ("3", "the way forward."),
        ),
    ),
    "single q after colon": Layout(
        f"Delegations are invited to answer the following question: {VISAS}", (("1", VISAS),)
    ),
    "single para q": Layout(
        f"Against this background, the Presidency would like to ask: {VISAS} {PRIORITIES}",
        (("1", f"{VISAS} {PRIORITIES}"),),
    ),
    "Discussion heading": Layout(
        (
            "**Discussion**\n\nIn view of the above, the Presidency invites Member States to consider "
            f"the following questions:\n\ni. {VISAS}\n\nii. {PRIORITIES}"
        ),
        (("i", VISAS), ("ii", PRIORITIES)),
    ),
    "CSDP PSC": Layout(
        ("The PSC is invited to:\n\n– welcome the holistic strategic review;\n\n– agree on the recommendations."),
        (),
        action=("The PSC is invited to: – welcome the holistic strategic review; – agree on the recommendations."),
    ),
    "delegations invited examine": Layout(
        "Delegations are invited to examine the attached compromise proposal with a view to the meeting on 4 June."
    ),
    "tables": Layout(
        "The following table sets out the questions of delegations and the replies of the "
        "Commission.\n\nAT: How many hubs are planned?\n\nCOM: None so far."
    ),
    "who should": Layout(
        (
            f"**Questions for discussion**\n\n– {VISAS}\n\n– {PRIORITIES}\n\n– Any other issues that "
            "delegations would like to raise."
        ),
        (("1", VISAS), ("2", PRIORITIES), ("3", "Any other issues that delegations would like to raise.")),
    ),
    "numbered question labels mid": Layout(
        (f"**Question 1:** {VISAS}\n\nThis matters since visas are a lever.\n\n**Question 2:** {PRIORITIES}"),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "invites to discuss based annex Q": Layout(
        (
            "The Presidency invites delegations to discuss the questions set out below.\n\n**Scope**\n\n1. "
            f"{VISAS}\n\n**Governance**\n\n2. {PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "neg footnote like": Layout("See Keeper, What next for Schengen? Do Member States care? (Brussels 2024)."),
    "list intro para under heading statement": Layout(
        (
            "**Questions for discussion**\n\nIn view of the discussion at the Council, the Presidency "
            f"would be interested in the views of delegations.\n\n{VISAS}\n\n{PRIORITIES}"
        ),
        (("1", VISAS), ("2", PRIORITIES)),
    ),
    "sub bullets": Layout(
        (f"**Guiding questions**\n\n1. {VISAS}\n\n• in the Western Balkans?\n\n• in Africa?\n\n2. {PRIORITIES}"),
        (("1", f"{VISAS} • in the Western Balkans? • in Africa?"), ("2", PRIORITIES)),
    ),
    "cut mid list": Layout(
        (
            f"**Guiding questions**\n\n– {VISAS}\n\n– {PRIORITIES}\n\n– What further measures do delegations "
            "consider necessary in order to"
        ),
        (("1", VISAS), ("2", PRIORITIES), ("3", "What further measures do delegations consider necessary in order to")),
    ),
}
