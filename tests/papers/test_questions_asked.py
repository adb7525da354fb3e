"""Questions to delegations, word for word in whatever layout, and nothing that only looks like one."""

from __future__ import annotations

import pytest
from lines_of import lines_of

from briefer.papers.model import AskedQuestion
from briefer.papers.questions import Found, find
from briefer.papers.structure import outline

BODY = """\
# Background

The lamps along the northern road were lit for the first time in spring, and the harbours report fewer collisions since then.

The Commission presented a study of the lamps in March, which several delegations welcomed.

"""


def found(text: str, sender: str | None = "Presidency", *, whole: bool = False) -> Found:
    headings, paragraphs = outline(lines_of(text), whole)
    return find(paragraphs, headings, sender)


def asked(text: str, sender: str | None = "Presidency", *, whole: bool = False) -> list[tuple[str, str]]:
    return [(q.number, q.text) for q in found(text, sender, whole=whole).questions]


def texts(text: str, sender: str | None = "Presidency") -> list[str]:
    return [q.text for q in found(text, sender).questions]


LAMPS = "How can the lighting of the northern harbours be kept up in winter?"
OIL = "Which stocks of oil should be shared, and by when?"
PAY = "Should the cost be borne by all Member States or by those with a coast?"
THREE = [("1", LAMPS), ("2", OIL), ("3", PAY)]

HEADINGS = [
    "Questions for discussion",
    "**Questions for discussion:**",
    "**Guiding questions**",
    "GUIDING QUESTIONS FOR THE DEBATE",
    "**Issues for discussion**",
    "# Questions to delegations",
    "**Questions for Ministers**",
    "**III. Questions**",
    "**4. Discussion points**",
    "# Steering questions for the exchange of views",
    "**Points for discussion**",
    "**Questions from the Presidency**",
    "**Questions pour le débat**",
    "**Questions aux délégations**",
    "**Points à débattre**",
    "**Fragen an die Delegationen**",
    "**Diskussionsfragen**",
    "**Leitfragen für die Aussprache**",
    "**Frågor till delegationerna**",
    "**Diskussionsfrågor**",
    "**Frågor för diskussion**",
]

LEADS = [
    "The Presidency invites delegations to consider the following questions:",
    "Based on this note, the Presidency would like to invite delegations to reflect on the following questions:",
    "In light of the above, delegations are invited to comment on the following questions:",
    "Against this background, Ministers are invited to exchange views on the following questions:",
    "The Presidency is inviting Member States to answer the following questions:",
    "To prepare the discussion, Member States are kindly asked to share their views on the following:",
    "The PSC is invited to discuss the following questions:",
    "With a view to the meeting, Coreper is invited to hold an exchange of views on the basis of the following "
    "questions:",
    "The following questions could guide the discussion:",
    "In order to steer the debate, the Presidency suggests that Ministers address the following questions:",
    "The Presidency would welcome the views of delegations on the following points:",
    "The Presidency would appreciate delegations' input on the questions below:",
    "With this in mind, the Presidency proposes to structure the discussion around the following guiding questions:",
    "Delegations may wish to consider the following questions:",
    "The Presidency would therefore like to hear from delegations on the following questions:",
    "La présidence invite les délégations à réfléchir aux questions suivantes :",
    "Les délégations sont invitées à répondre aux questions suivantes :",
    "Les questions suivantes pourraient guider le débat des ministres :",
    "Der Vorsitz bittet die Delegationen, sich zu folgenden Fragen zu äußern:",
    "Die Delegationen werden gebeten, die folgenden Fragen zu erörtern:",
    "Die Ministerinnen und Minister werden ersucht, zu den nachstehenden Fragen Stellung zu nehmen:",
    "Ordförandeskapet uppmanar delegationerna att överväga följande frågor:",
    "Delegationerna ombeds att besvara följande frågor:",
]

MARKS = [
    ("1. ", "2. ", "3. "),
    ("1) ", "2) ", "3) "),
    ("(1) ", "(2) ", "(3) "),
    ("Question 1: ", "Question 2: ", "Question 3: "),
    ("Q1. ", "Q2. ", "Q3. "),
]
LETTERS = [
    ("(a) ", "(b) ", "(c) "),
    ("a) ", "b) ", "c) "),
    ("A. ", "B. ", "C. "),
    ("i. ", "ii. ", "iii. "),
    ("(i) ", "(ii) ", "(iii) "),
]
BULLETS = [("– ", "– ", "– "), ("• ", "• ", "• "), ("- ", "- ", "- "), ("", "", "")]


def listed(marks: tuple[str, str, str], between: str = "\n\n") -> str:
    return between.join(mark + text for mark, text in zip(marks, (LAMPS, OIL, PAY), strict=True))


@pytest.mark.parametrize("marks", [MARKS[0], BULLETS[0], BULLETS[3]])
@pytest.mark.parametrize("heading", HEADINGS)
def test_questions_stand_under_a_heading(heading: str, marks: tuple[str, str, str]) -> None:
    assert asked(f"{BODY}{heading}\n\n{listed(marks)}") == THREE


@pytest.mark.parametrize("marks", [MARKS[1], BULLETS[1], BULLETS[3]])
@pytest.mark.parametrize("lead", LEADS)
def test_questions_follow_a_sentence_that_leads_over(lead: str, marks: tuple[str, str, str]) -> None:
    assert asked(f"{BODY}{lead}\n\n{listed(marks)}\n\nThe lamps stay lit until the meeting ends.") == THREE


@pytest.mark.parametrize("marks", MARKS + BULLETS)
def test_numbers_and_bullets_stay_out_of_the_words(marks: tuple[str, str, str]) -> None:
    assert asked(f"{BODY}# Questions for discussion\n\n{listed(marks)}") == THREE


@pytest.mark.parametrize("marks", LETTERS)
def test_letters_number_questions(marks: tuple[str, str, str]) -> None:
    numbers = [mark.strip("(). ") for mark in marks]
    assert asked(f"{BODY}# Questions for discussion\n\n{listed(marks)}") == list(
        zip(numbers, (LAMPS, OIL, PAY), strict=True)
    )


def test_questions_need_no_room_between_them() -> None:
    lines = f"{BODY}**Questions for discussion**\n{listed(MARKS[0], chr(10))}"
    assert asked(lines) == THREE


def test_a_question_over_several_printed_lines_is_one() -> None:
    text = f"""{BODY}**Questions for discussion**

1. How can the lighting of the northern harbours be kept up in winter, when the days
are short and oil is scarce, without burdening those ports that have only just begun to
light their piers?
2. Which stocks of oil should be shared between the harbours, and by when could the
first of them be moved to where they are needed most?"""
    assert asked(text) == [
        (
            "1",
            "How can the lighting of the northern harbours be kept up in winter, when the days are short and oil "
            "is scarce,"
            " without burdening those ports that have only just begun to light their piers?",
        ),
        (
            "2",
            "Which stocks of oil should be shared between the harbours, and by when could the first of them be "
            "moved to where"
            " they are needed most?",
        ),
    ]


def test_a_question_broken_by_a_page_is_one() -> None:
    text = f"{BODY}# Questions\n\n1. How can the lighting of the northern\n\n\f\n\nharbours be kept up in winter?\n\n2. {OIL}"
    assert texts(text) == [LAMPS, OIL]


def test_marks_of_footnotes_are_left_out() -> None:
    text = (
        f"{BODY}# Questions\n\n1. How can the lighting^3^ of the northern harbours be kept up in winter?^4^\n\n2. {OIL}"
    )
    assert texts(text) == [LAMPS, OIL]


def test_several_sentences_and_question_marks_stay_together() -> None:
    long = "The lamps cost more each year. Who should pay for them? Could the ports share, and if so how?"
    assert texts(f"{BODY}# Questions for discussion\n\n1. {long}\n\n2. {OIL}") == [long, OIL]
    assert texts(f"{BODY}# Questions for discussion\n\n{long}\n\n{OIL}") == [long, OIL]


def test_sub_questions_stay_in_their_question_in_the_order_printed() -> None:
    text = f"""{BODY}# Questions for discussion

1. What should be lit first:

(a) the piers, given the accidents of last winter?

(b) the roads?

2. {OIL}

– Would barrels help?

– Or wagons?"""
    assert texts(text) == [
        "What should be lit first: (a) the piers, given the accidents of last winter? (b) the roads?",
        OIL + " – Would barrels help? – Or wagons?",
    ]


def test_infinitives_after_an_invitation_are_questions() -> None:
    text = f"""{BODY}In the light of the above, delegations are invited to:

– indicate whether they would light their piers before November;

– share their experience with lamps that run on fish oil;

– say which harbours should come first."""
    assert texts(text) == [
        "indicate whether they would light their piers before November;",
        "share their experience with lamps that run on fish oil;",
        "say which harbours should come first.",
    ]


@pytest.mark.parametrize(
    ("lead", "items"),
    [
        (
            "Les délégations sont invitées :",
            ["à indiquer si elles soutiennent l'éclairage des ports ;", "à faire part de leur expérience."],
        ),
        ("Die Delegationen werden gebeten,", []),
        (
            "Die Delegationen werden ersucht:",
            ["mitzuteilen, ob sie die Beleuchtung der Häfen unterstützen;", "darzulegen, welche Häfen Vorrang haben."],
        ),
        (
            "Delegationerna uppmanas att:",
            ["ange om de stöder belysningen av hamnarna,", "redogöra för sina erfarenheter."],
        ),
    ],
)
def test_infinitives_in_other_languages(lead: str, items: list[str]) -> None:
    assert texts(f"{BODY}{lead}\n\n" + "\n\n".join(f"– {item}" for item in items)) == items


def test_noun_phrases_under_a_heading_of_questions() -> None:
    items = ["The place of oil in the winter reserve", "Costs, and who bears them", "Role of the harbour masters"]
    assert texts(f"{BODY}**Questions for discussion**\n\n" + "\n\n".join(f"• {item}" for item in items)) == items


@pytest.mark.parametrize(
    "sentence",
    [
        "Delegations are therefore invited to say whether they support the lighting of piers and how its costs "
        "should be shared.",
        "The Presidency would like to know whether delegations agree with the lighting of all piers by 2031.",
        "Do delegations agree that the piers should be lit first? How should the oil be shared?",
        "The Presidency invites Ministers to indicate which harbours they would light first.",
        "Les délégations sont invitées à indiquer si elles soutiennent l'éclairage des quais.",
        "Die Delegationen werden gebeten, mitzuteilen, ob sie die Beleuchtung der Kais unterstützen.",
        "Delegationerna ombeds att ange om och hur kajerna bör belysas.",
    ],
)
def test_questions_in_running_prose(sentence: str) -> None:
    text = f"{BODY}# Next steps\n\nThe Presidency intends to light the piers before the roads. {sentence}"
    assert texts(text) == [sentence]


def test_questions_that_run_on_in_one_paragraph() -> None:
    inline = f"{BODY}Delegations are invited to consider the following questions: 1. {LAMPS} 2. {OIL} 3. {PAY}"
    assert asked(inline) == THREE
    letters = f"{BODY}Delegations are invited to indicate: (a) whether piers should be lit; and (b) how the oil should be shared."
    assert asked(letters) == [("a", "whether piers should be lit; and"), ("b", "how the oil should be shared.")]
    assert asked(f"{BODY}# Questions for discussion\n\n1. {LAMPS} 2. {OIL} 3. {PAY}") == THREE


def test_a_missing_number_is_found_again() -> None:
    assert asked(f"{BODY}# Questions for discussion\n\n1. {LAMPS}\n\n{OIL}\n\n3. {PAY}") == THREE
    assert asked(f"{BODY}# Questions for discussion\n\n{LAMPS}\n\n2. {OIL}\n\n3. {PAY}") == THREE


def test_a_question_that_is_cut_off_is_kept_and_flagged() -> None:
    questions = found(
        f"{BODY}# Questions for discussion\n\n1. {LAMPS}\n\n2. Which stocks of oil should be shared, and by"
    ).questions
    assert [(q.text, q.cut_off) for q in questions] == [
        (LAMPS, False),
        ("Which stocks of oil should be shared, and by", True),
    ]


def test_items_without_any_punctuation_are_not_cut_off() -> None:
    text = f"{BODY}**Questions for discussion**\n\n• Place of oil in the reserve\n\n• Costs and who bears them"
    assert [q.cut_off for q in found(text).questions] == [False, False]


def test_questions_that_are_followed_by_more_text_are_not_cut_off() -> None:
    text = f"{BODY}# Questions for discussion\n\n1. {LAMPS}\n\n2. Oil, and who\n\n# Annex\n\nA table of lamps."
    assert [q.cut_off for q in found(text).questions] == [False, False]


def test_who_asks_is_the_subject_of_the_sentence_else_the_sender() -> None:
    def askers(text: str, sender: str | None) -> list[str | None]:
        return [q.asked_by for q in found(text, sender).questions]

    assert askers(
        f"{BODY}The EEAS invites delegations to consider the following questions:\n\n1. {LAMPS}", "Presidency"
    ) == ["EEAS"]
    assert askers(
        f"{BODY}Delegations are invited to answer the following questions:\n\n1. {LAMPS}", "the Presidency"
    ) == ["Presidency"]
    assert askers(f"{BODY}# Guiding questions\n\n1. {LAMPS}", "General Secretariat of the Council") == [
        "General Secretariat of the Council"
    ]


def test_a_note_by_somebody_else_asks_for_itself() -> None:
    text = f"""Delegations will find in annex a background note prepared by ICMPD.

The Presidency invites delegations to consider the following questions:

1. {LAMPS}

2. {OIL}

ANNEX

**Lamps and harbours**

Lamps are lit in many harbours, and the oil that they burn comes from further away each year.

**Guiding questions**

1. {PAY}"""
    questions = found(text).questions
    assert [(q.number, q.asked_by, q.set) for q in questions] == [
        ("1", "Presidency", "Presidency"),
        ("2", "Presidency", "Presidency"),
        ("1", "ICMPD", "ICMPD"),
    ]


def test_two_lists_by_one_asker_are_told_apart_by_their_headings() -> None:
    text = f"{BODY}# Questions on lamps for discussion\n\n1. {LAMPS}\n\n2. {OIL}\n\n# Questions for discussion: costs\n\n1. {PAY}"
    assert [q.set for q in found(text).questions] == ["Questions on lamps for discussion"] * 2 + [
        "Questions for discussion: costs"
    ]


def test_a_list_that_runs_on_through_two_sections_is_one() -> None:
    text = f"""# Lamps

{BODY}**Question 1: {LAMPS}**

# Oil

Oil is bought in the south and burnt in the north, which takes wagons and time.

**Question 2: {OIL}**"""
    assert [(q.number, q.set) for q in found(text).questions] == [("1", None), ("2", None)]


def test_an_article_tells_what_was_asked() -> None:
    text = f"""# Harbours

A paper sent by the Polish Presidency to the working party explores the lighting of piers.

It then invites working party members to discuss the following questions:

- {LAMPS}

- {OIL}

# Oil

With winter in mind, the ICMPD invited delegates to discuss:

- {PAY}
"""
    assert [(q.number, q.asked_by, q.set) for q in found(text, None).questions] == [
        ("1", "Polish Presidency", "Polish Presidency"),
        ("2", "Polish Presidency", "Polish Presidency"),
        ("1", "ICMPD", "ICMPD"),
    ]


NONE = {
    "a rhetorical opening": "What does a lamp do? It gives light, and it keeps ships off the rocks. That is why "
    "lamps matter.",
    "rhetorical questions in a row": "Are the lamps bright enough? Do they burn long enough? These are the "
    "doubts that the study set out to settle.",
    "the past, passive": "At the last meeting delegations were invited to answer the following questions:\n\n1. "
    "{LAMPS}\n\n2. {OIL}",
    "the past, active": "In May the Presidency asked delegations to reflect on the following questions:\n\n1. "
    "{LAMPS}\n\n2. {OIL}",
    "the past in prose": "The Presidency asked whether delegations could support the lighting of piers. Most could.",
    "an agenda": "# Points for discussion\n\n1. Adoption of the agenda\n\n2. Lighting of the northern "
    "harbours\n\n3. Any other business",
    "a study's own questions": f"The study sets out to answer the following questions:\n\n1. {LAMPS}\n\n2. "
    "{OIL}\n\nIts answers follow below.",
    "questions with answers": "# Frequently asked questions\n\nWhat is a lamp?\n\nA lamp is a thing that gives "
    "light.\n\nWho lights it?\n\nThe keeper lights it.",
    "answers in an annex": "ANNEX\n\n# Questions\n\n1. What is a lamp?\n\nA lamp is a thing that gives light to "
    "those who pass by at night.\n\n"
    "2. Who lights the lamps?\n\nThe keepers of the harbour light them each evening at dusk, whatever the weather.",
    "what somebody else said": "“How can we light the harbours? Do Member States not see the need?” the harbour "
    "masters wrote in their letter.",
    "conclusions": "The Council INVITES the Member States to:\n\n– share information on lamps with the "
    "agency;\n\n– indicate contact points by May;",
    "conclusions in prose": "The Council invites the Member States to indicate how they will light their "
    "harbours, and to report by May.",
    "recommendations": "Member States are invited to:\n\n– share data on lamps with the agency;\n\n– light all "
    "piers before the winter of 2031;",
    "written comments": "Delegations are invited to send their written comments on the lamps to the Secretariat "
    "by 5 May 2031.",
    "what an annex holds": "Delegations will find attached a note on lamps with a view to the meeting on 5 May 2031.",
    "a reference": "# References\n\n1. Keeper, A., Lamps or stars? What lights the way to the harbour, "
    "2029.\n\n2. Who lights the pier? A study, 2030.",
    "thanks": "The Presidency thanks delegations for the comments made at the meeting and would welcome a swift "
    "conclusion.",
    "a presentation": "The agency is invited to present its report on how the lamps were lit.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_not_asked_is_no_question(text: str) -> None:
    assert texts(f"{BODY}{text}") == []
    assert texts(f"{text}\n\n{BODY}") == []


def test_decision_lines_are_kept_apart() -> None:
    text = f"""{BODY}# Conclusion

Coreper is invited to:

– confirm its agreement to the lighting of all piers;

– recommend that the Council adopt the decision as an “A” item."""
    result = found(text)
    assert result.questions == ()
    assert result.expected_action == (
        "Coreper is invited to: – confirm its agreement to the lighting of all piers; – recommend that the "
        "Council adopt the decision"
        " as an “A” item."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "The Council is invited to approve the draft conclusions in the Annex.",
        "The Permanent Representatives Committee is asked to take note of the progress made.",
        "The Council is requested to adopt the decision at one of its next meetings.",
        "Le Conseil est invité à adopter le règlement dont le texte figure en annexe.",
        "Der Rat wird ersucht, den Entwurf der Schlussfolgerungen anzunehmen.",
        "Rådet uppmanas att anta beslutet vid ett kommande möte.",
    ],
)
def test_a_decision_in_one_sentence_is_the_expected_action(sentence: str) -> None:
    result = found(f"{BODY}# Conclusion\n\nIn the light of this the work has been concluded. {sentence}")
    assert result == Found((), sentence)


def test_questions_and_a_decision_may_stand_in_one_paper() -> None:
    text = f"""{BODY}Delegations are invited to:

– take note of the state of play;

– indicate which harbours should come first."""
    result = found(text)
    assert [q.text for q in result.questions] == ["indicate which harbours should come first."]
    assert result.expected_action == "Delegations are invited to: – take note of the state of play;"


def test_a_place_is_given_for_every_question() -> None:
    first: AskedQuestion = found(f"{BODY}**Questions for discussion:**\n\n1. {LAMPS}").questions[0]
    assert (first.at, first.page) == ("Questions for discussion, Q1", 1)


def test_a_long_paper_is_read_in_one_go() -> None:
    text = BODY * 1500 + f"# Questions for discussion\n\n{listed(MARKS[0])}"
    assert asked(text) == THREE
