"""What a paper offers to the base: facts, positions and what will expire, each with its place; nothing of its furniture."""

from __future__ import annotations

import pytest

from briefer.papers.model import AskedQuestion, CouncilPaper, Heading, Paragraph
from briefer.papers.propose import Proposal, proposals
from briefer.papers.splitting import sentences


def paper(*paragraphs: str, date: str | None = "2025-06-10", **keys: object) -> CouncilPaper:
    made = tuple(Paragraph(text, at=f"Lamps, para. {n}", page=n, heading=0) for n, text in enumerate(paragraphs, 1))
    return CouncilPaper(date=date, headings=(Heading(1, "Lamps"),), paragraphs=made, **keys)  # type: ignore[arg-type]


def only(text: str, date: str | None = "2025-06-10") -> Proposal:
    found = proposals(paper(text, date=date))
    assert len(found) == 1, [p.text for p in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The lamps burn. The keepers sleep.", 2),
        ("See Art. 5 and No. 7 of the rules, e.g. on oil, i.e. fuel. They hold.", 2),
        ("The report by J. Keeper and Dr. A. Wick of 3.5 pages is out. It is long.", 2),
        ("Costs rose by 2.5 % to EUR 1.2 million. Why? Nobody knows!", 3),
        ("1. The lamps burn well.", 1),
        ("The rules are in Annex A. The list is in Annex B.", 2),
        ("Sie brennen seit dem 31. Januar 2025. Das Öl reicht.", 2),
        ("The U.S. Government paid. The U.S. coast is dark.", 2),
        ("They said: “The lamps are dark.” The coast agreed.", 2),
        ("It ended there.² The rest went on.", 2),
        ("No. It is not.", 2),
        ("This follows from Article 77 of the APR. Beyond that there is nothing.", 2),
    ],
)
def test_full_stops_of_abbreviations_end_no_sentence(text: str, count: int) -> None:
    found = sentences(text)
    assert len(found) == count, found
    assert all(text[s.start : s.end].strip().startswith(s.text[:8]) for s in found)


def test_marks_of_footnotes_are_left_out_of_a_sentence() -> None:
    assert [s.text for s in sentences("Lamps burn<sup>3</sup> well.¹ They  shine[12].")] == [
        "Lamps burn well.",
        "They shine.",
    ]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The fund paid EUR 12.5 million for the northern lamps.", "figure: EUR 12.5 million"),
        ("In 2024 some 41 % of the lamps were dark.", "figure: 41 %"),
        ("About 1,200 lamps stand along the coast of Examplia.", "1,200 lamps"),
        ("The Council adopted the lamp strategy on 14 May 2024.", "decision: adopted"),
        (
            "Under Regulation (EU) 2019/1896 the keepers count lamps twice a year.",
            "legal act: Regulation (EU) 2019/1896",
        ),
        ("The mission's mandate was extended to cover the southern lamps.", "mandate: mandate"),
        ("The strategy COM(2020) 605 final was published in July 2020.", "legal act: COM(2020) 605"),
    ],
)
def test_a_sentence_with_a_figure_a_decision_or_a_law_is_a_fact(text: str, why: str) -> None:
    one = only(text)
    assert (one.kind, one.text, one.at, one.page, one.as_of) == ("fact", text, "Lamps, para. 1", 1, "2025-06-10")
    assert any(why in w for w in one.why), one.why


@pytest.mark.parametrize(
    ("text", "actor", "stance"),
    [
        ("The Presidency considers that lamps should burn by day.", "Presidency", "neutral"),
        ("Member States stressed the importance of oil for the lamps.", "Member States", "neutral"),
        ("The Commission underlined that oil is becoming scarce.", "Commission", "neutral"),
        ("FRONTEX supports a common register of lamps.", "FRONTEX", "supports"),
        ("Several delegations welcomed the idea of a common wick.", "Several delegations", "supports"),
        (
            "The Austrian delegation entered a scrutiny reservation on the second lamp.",
            "Austrian delegation",
            "reserves",
        ),
        ("Hungary opposes any obligation to light lamps by day.", "Hungary", "opposes"),
        ("Some Member States did not support the proposal on wicks.", "Some Member States", "opposes"),
        ("The European Parliament called for more oil along the coast.", "European Parliament", "asks"),
        ("Finland is open to a longer transition for the keepers.", "Finland", "open"),
        ("Civil society, the Polish Presidency recalled, keeps the lamps too.", "Polish Presidency", "neutral"),
        ("The Presidency proposes to count all lamps anew.", "Presidency", "supports"),
        ("The Presidency would welcome views on the southern lamps from all sides.", "Presidency", "asks"),
        ("According to the EEAS, the southern lamps are in a bad way.", "EEAS", "neutral"),
        ("The Guild of Keepers criticised the price of oil in strong words.", "Guild of Keepers", "critical"),
        ("After the Commission proposed to dim the lamps, all went dark.", "Commission", "supports"),
        ("The vast majority of Member States support a common wick.", "Vast majority of Member States", "supports"),
        ("The Commission is concerned about the price of oil.", "Commission", "neutral"),
        ("Finland stands ready to light more lamps on the coast.", "Finland", "open"),
        ("Many Member States could not accept the wording on oil.", "Many Member States", "opposes"),
    ],
)
def test_an_actor_with_words_for_a_stance_is_a_position(text: str, actor: str, stance: str) -> None:
    one = only(text)
    assert (one.kind, one.actor, one.stance) == ("position", actor, stance)
    assert any(stance in w for w in one.why)


@pytest.mark.parametrize(
    "text",
    [
        "Lamps are beautiful, and the coast would be darker without them.",
        "Keepers should be able to rest at some point in time.",
        "This paper sets out 12 ideas for lamps that 27 Member States could take up.",
        "Delegations will find attached the report on 12 lamps of 3 May 2025.",
        "The Presidency invites delegations to comment on the 12 lamps of the coast.",
        "Would the Commission support 12 more lamps on the coast?",
        "Regulation (EU) 2019/1896 of the European Parliament and of the Council of 13 November 2019 on lamps.",
        "COM(2012) 286 final, adopted on 19 June 2012.",
        "Annex 3 – 12 Lamps",
        "12 lamps",
        "Support our work on lamps from as little as €1 per month.",
        "EUAM Exemplia supports the keepers of lamps with training and advice.",
        "The Lamp Strategy highlights the need for oil along the coast.",
        "The Presidency note looks at lamps along the whole coast.",
        "The costs are borne by the Member States concerned, where the lamps stand.",
        "It is for those Member States willing to light the lamps.",
        "The lamps were lit with Member States support and a great deal of care.",
        "The Commission report on lamps and the Council plan for horns are long.",
        "DELETED 12 lamps from this point until the end of the document.",
    ],
)
def test_boilerplate_and_bare_wishes_are_not_proposed(text: str) -> None:
    assert proposals(paper(text)) == ()


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("The oil contract was extended until 31 January 2026.", "2026-01-31"),
        ("Its mandate ends on 31 January 2026.", "2026-01-31"),
        ("The mandate of the lamp cell was extended for two years.", "2027-06-10"),
        ("In January 2025 the mandate was extended for a period of 2 years.", "2027-01"),
        ("The Commission will present a new plan by the end of June.", "2025-06"),
        ("The keepers will report by the end of March to the Council.", "2026-03"),
        ("The action plan on lamps 2021-2025 was adopted in 2021.", "2025"),
        ("The lamp priorities for 2022–25 were adopted by the Council.", "2025"),
        ("The programme runs from 2021 to 2027 and pays for 12 lamps.", "2027"),
        ("The Commission will draw up the lamp strategy by 12 December 2025.", "2025-12-12"),
        ("All lamps are to be counted by mid-2026 by the keepers.", "2026-06"),
        ("A decision is expected in the Council by the end of the Presidency.", "2025-06"),
        ("The review of the lamp rules is due by the end of 2025.", "2025"),
        ("The lamps are leased to the guild until 1 July 2026, renewed in May 2024.", "2026-07-01"),
        ("Le mandat de la cellule est prolongé jusqu'au 31 janvier 2026.", "2026-01-31"),
        ("Das Mandat der Zelle gilt bis zum 31. Januar 2026.", "2026-01-31"),
        ("Mandatet gäller till och med den 31 januari 2026 för alla.", "2026-01-31"),
    ],
)
def test_a_day_until_which_something_holds_is_resolved_against_the_papers_own(text: str, until: str) -> None:
    one = only(text)
    assert one.valid_until == until
    assert one.expires and any(w.startswith("expires") for w in one.why)


@pytest.mark.parametrize(
    "text",
    [
        "The lamp cell was at work on the coast until 30 September 2024.",
        "The number of dark lamps went through 2030 hands and up to 2040 wicks last year.",
        "The Council adopted the strategy on 14 May 2024.",
        "Between 2019 and 2021 the keepers counted 1,200 lamps.",
        "The number of dark lamps from Examplia rose by 47 % 2025 to 2026 in all.",
    ],
)
def test_what_is_past_on_the_papers_day_does_not_expire(text: str) -> None:
    assert all(p.valid_until is None for p in proposals(paper(text)))


def test_without_a_day_of_the_paper_only_days_with_a_year_count() -> None:
    assert only("The contract was extended until 31 January 2026.", date=None).valid_until == "2026-01-31"
    assert all(
        p.valid_until is None
        for p in proposals(paper("The Commission will present 3 plans by the end of June.", date=None))
    )


def test_the_best_come_first_and_each_sentence_once() -> None:
    found = proposals(
        paper(
            "The lamp register was launched on the coast.",
            "The fund paid EUR 3 million until 31 January 2026 under Regulation (EU) 2019/1896.",
            "The fund of the guild paid EUR 3 million.",
            "The fund of the guild paid EUR 3 million.",
        )
    )
    assert [p.paragraph for p in found] == [1, 2]
    assert found[0].score > found[1].score


def test_a_proposal_points_to_its_sentence_in_the_paragraph() -> None:
    text = "Lamps shine.  The fund paid  EUR 3 million.  All is well."
    (one,) = proposals(paper(text))
    assert text[one.start : one.end].split() == one.text.split()
    assert one.text == "The fund paid EUR 3 million."


def test_questions_and_decision_lines_are_no_statements() -> None:
    question = "Do delegations agree that the 12 lamps lit in May 2025 are enough."
    action = "Coreper is to recommend that the Council adopt 3 lamps by 1 July 2026."
    asked = (AskedQuestion("1", question),)
    assert proposals(paper(f"1. {question}", action, questions=asked, expected_action=action)) == ()


def test_an_enclosed_papers_sentences_say_in_which_paper_they_stand() -> None:
    inner = paper("The guild counted 41 lamps in 2022.", date="2022-08-08")
    found = proposals(paper("The fund paid EUR 3 million.", enclosed=(inner,)))
    assert {(p.enclosed, p.as_of) for p in found} == {(None, "2025-06-10"), (0, "2022-08-08")}


def test_endless_sentences_and_words_do_no_harm() -> None:
    long = (
        "The Commission, which has, and had, not, also, "
        + "the lamps of the coast and " * 3000
        + "by until 2 years for"
    )
    plain = "In 2024 the fund paid EUR 3 million until 31 January 2026. Member States agreed to it."
    odd = (
        long,
        "x" * 50000,
        "A" * 20000 + " " + "Aa " * 5000,
        "for by until " * 3000,
        "The of " * 9000,
        "1 000 " * 9000,
    )
    found = proposals(paper(*odd, *[plain] * 500))
    assert {p.text for p in found} == set(plain.replace("2026. ", "2026.|").split("|"))


def test_the_end_of_a_sentence_whose_beginning_is_lost_is_not_proposed() -> None:
    assert not proposals(paper("the 1999 agreement, and in 2019 the keepers lit 40 lamps for EUR 3 million."))
    assert proposals(paper("eu-LISA lit 40 lamps in 2019, which came to EUR 3 million in all."))
