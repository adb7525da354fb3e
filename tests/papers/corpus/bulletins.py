"""Articles and bulletins about Council papers: no header of their own, questions that others asked, papers named in passing."""

from __future__ import annotations

from random import Random

from . import bank, phrases
from .content import Asks, Block, Cited, Content, Header, Heading, Listed, Para
from .pen import Pen, council

PRESIDENCIES = ("Polish", "Danish", "Cypriot", "Irish", "Hungarian", "Belgian")


def bulletin(name: str, one: bank.Subject, two: bank.Subject, asks: bool = True) -> Content:
    """A bulletin on two subjects: what an institute and a Presidency asked is quoted in it, or nothing is.

    Its titles may or may not be headings, and its subject is anybody's guess: neither is measured.
    """
    rng = Random(name)
    pens = [Pen(rng, one), Pen(rng, two)]
    for pen in pens:
        pen.latest = 2025
    first, second = pens
    of, year = rng.randint(9000, 14000), rng.randint(20, 25)
    named: Cited = council(of, year)
    who = rng.choice(PRESIDENCIES)
    blocks: list[Block] = [
        Heading(f"{one.titles[0].split(' – ')[0].split(' - ')[0]}"),
        Para(first.prose(3)),
        Para(
            f"Council: NOTE from: Presidency to: {one.body}: {one.titles[1]} ({named.printed}, LIMITE, 18 May 20{year}, pdf)"
        ),
        Para(f"The document notes: “{first.sentence()}”"),
        Listed("Notable points of the update include:", tuple(first.take(phrases.POINTS) + "." for _ in range(3)), "-"),
    ]
    if asks:
        lead = f"With the next season in mind, the {one.acronym} invited delegates to discuss:"
        blocks += [Asks(lead, first.questions(3), "-", by=one.acronym, group=one.acronym)]
        blocks += [Para(f"No doubt the {one.acronym} will be on hand to offer its help, should anybody wish for it.")]
    blocks += [
        Heading(f"{two.headings[0]}: what the {who} Presidency has in mind"),
        Para(
            f"A paper sent by the {who} Presidency to the {two.body} on 2 July looks into {two.things}. {second.prose(2)}"
        ),
        Para(f"Who, one may wonder, is to pay for all this? The paper does not say. {second.sentence()}"),
    ]
    if asks:
        lead = "It then invites working party members to discuss the following questions:"
        blocks += [Asks(lead, second.questions(rng.randint(2, 4)), "-", by=f"{who} Presidency", group=who)]
    else:
        blocks += [
            Para(f"On 10 September the working party will meet to discuss {two.things}. {second.take(phrases.PAST)}")
        ]
    blocks += [Para(second.prose(2))]
    cited = (named, *first.cited, *second.cited)
    head = Header(language=None, type=None)
    unsure = frozenset({"subject", "headings", "doc_type", "enclosed"})
    return Content(head, tuple(blocks), (*first.noted, *second.noted), cited, unsure=unsure)
