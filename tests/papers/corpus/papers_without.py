"""Papers that ask delegations nothing, though much in them looks as if they did."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from random import Random

from . import bank, phrases
from .content import Annex, Block, Content, Heading, Listed, Para, Quote
from .headers import furniture, header
from .papers_with import body
from .pen import Pen


def _whole(pen: Pen, head: object, blocks: list[Block], *unsure: str) -> Content:
    return Content(
        head,  # type: ignore[arg-type]
        tuple(blocks), tuple(pen.noted), tuple(pen.cited), furniture=furniture(pen.rng, pen.subject), unsure=frozenset(unsure),
    )  # fmt: skip


def agenda(name: str, on: bank.Subject, **changes: object) -> Content:
    """A provisional agenda: numbered items, some of which end in a question mark."""
    rng = Random(name)
    pen = Pen(rng, on)
    title = rng.choice(("PROVISIONAL AGENDA", "NOTICE OF MEETING AND PROVISIONAL AGENDA"))
    head = header(
        rng, on, type=title, subject=f"Meeting of the {on.body}", **{"sender": None, "to": None, "on": None, **changes}
    )
    pen.latest = head.day.year if head.day else 2023
    entries = [phrases.AGENDA[0], *rng.sample(phrases.AGENDA[1:-1], rng.randint(3, 6)), phrases.AGENDA[-1]]
    blocks: list[Block] = []
    for nth, entry in enumerate(entries, 1):
        said, *rest = pen.fill(entry).split("\n")
        blocks.append(Para(said, f"{nth}."))
        blocks += [Para(line) for line in rest]
        if 1 < nth < len(entries) and rng.random() < 0.6:
            blocks.append(Para(f"{rng.randint(5012, 16987)}/{pen.latest % 100}"))
    # Whether an agenda's items are headings, paragraphs or neither, and its bare numbers citations, is left open.
    return _whole(pen, head, blocks, "paragraphs", "headings", "cited", "footnotes")


def decision(name: str, on: bank.Subject, parts: bool = False, counted: bool = True, **changes: object) -> Content:
    """An item note that ends in a decision line."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **{"type": rng.choice(('"I/A" ITEM NOTE', '"A" ITEM NOTE', "NOTE")), **changes})
    pen.latest = head.day.year if head.day else 2023
    blocks = body(pen, rng.choice((0, 1, 2)), 2, 1, counted=counted)
    nth = f"{1 + sum(isinstance(one, Para) for one in blocks)}." if counted else ""
    if parts:
        items = (
            pen.fill("confirm its agreement on the text set out in the Annex;"),
            pen.fill('suggest that the Council adopt the decision on {prog} as an "A" item;'),
            pen.fill("agree that the statement of {acr} be entered in the minutes."),
        )
        who = rng.choice(("The Permanent Representatives Committee is therefore invited to:", "Coreper is invited to:"))
        blocks.append(Listed(who, items, rng.choice(("–", "(a)", "•")), nth, action=True))
    else:
        blocks.append(Para(pen.take(phrases.DECISIONS), nth, action=True))
    return _whole(pen, head, blocks)


def faq(name: str, on: bank.Subject, **changes: object) -> Content:
    """A note with answers to frequently asked questions in its annex."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **{"type": "INFORMATION NOTE", **changes})
    pen.latest = head.day.year if head.day else 2023
    blocks: list[Block] = [
        Para(
            f"Delegations will find in the annex answers to frequently asked questions on {on.things}, given by {on.acronym}."
        ),
        Para(pen.prose(3, 1, 1)),
        Annex("ANNEX", "Frequently asked questions"),
    ]
    style = rng.choice(("{}. ", "Q{}: ", "", "Question {}: "))
    for nth, (ask, said) in enumerate(rng.sample(phrases.FAQ, rng.randint(3, 6)), 1):
        blocks += [
            Para(style.format(nth) + pen.fill(ask)),
            Para(("A: " if style.startswith("Q{") else "") + pen.fill(said)),
        ]
    return _whole(pen, head, blocks, "headings", "paragraphs")


def rhetorical(name: str, on: bank.Subject, **changes: object) -> Content:
    """A note that opens and goes on with questions that it answers itself, also as headings."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **changes)
    pen.latest = head.day.year if head.day else 2023
    blocks: list[Block] = [Para(pen.take(phrases.RHETORICAL)), *body(pen, 1, 2, 1)]
    for title in rng.sample(("Why now?", "What has been achieved?", "Who benefits?", "What remains to be done?"), 2):
        blocks += [Heading(title), Para(f"{pen.take(phrases.RHETORICAL)} {pen.sentence()}"), Para(pen.prose(3))]
    return _whole(pen, head, blocks)


def past(name: str, on: bank.Subject, **changes: object) -> Content:
    """An outcome of proceedings: what delegations were invited to say, and said."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **{"type": "OUTCOME OF PROCEEDINGS", **changes})
    pen.latest = head.day.year if head.day else 2023
    blocks = body(pen, 1, 1, 1, counted=True)
    count = sum(isinstance(one, Para) and bool(one.number) for one in blocks)
    for nth, template in enumerate(
        (phrases.PAST, phrases.ASKING_PROSE, phrases.PAST, phrases.ASKING_QUOTES), count + 1
    ):
        blocks.append(Para(f"{pen.sentence()} {pen.take(template)}", f"{nth}."))
    blocks.append(
        Para(
            f"The Presidency concluded that the questions of delegations on {on.things} had been answered.",
            f"{count + 5}.",
        )
    )
    return _whole(pen, head, blocks)


def counted_prose(name: str, on: bank.Subject, **changes: object) -> Content:
    """A report in numbered paragraphs, several of which end in a question mark."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **{"type": rng.choice(("REPORT", "NOTE")), **changes})
    pen.latest = head.day.year if head.day else 2023
    blocks = body(pen, 2, 2, 2, counted=True)
    count = sum(isinstance(one, Para) and bool(one.number) for one in blocks)
    for nth in range(count + 1, count + 4):
        blocks.append(Para(f"{pen.sentence()} {pen.take(phrases.ASKING_PROSE)}", f"{nth}."))
        blocks.append(Para(pen.prose(2)))
    return _whole(pen, head, blocks)


def quoting(name: str, on: bank.Subject, **changes: object) -> Content:
    """A note that quotes people who ask."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **changes)
    pen.latest = head.day.year if head.day else 2023
    blocks = body(pen, 1, 1, 1)
    blocks += [Heading("Voices from the regions"), Para(pen.prose(2)), Quote(pen.take(phrases.ASKING_QUOTES))]
    blocks += [Para(pen.prose(2)), Quote(pen.take(phrases.ASKING_QUOTES)), Para(pen.prose(3))]
    return _whole(pen, head, blocks)


def questionnaire_replies(name: str, on: bank.Subject, **changes: object) -> Content:
    """A compilation of replies: the questions were put, and answered, long ago."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **{"type": "INFORMATION NOTE", **changes})
    pen.latest = head.day.year if head.day else 2023
    blocks: list[Block] = [
        Para(
            pen.fill(
                "In {month} {year} delegations were invited to reply to a questionnaire on {things}. This note sums up."
            )
        ),
        Para(pen.prose(3, 1, 1)),
        Heading("Replies received"),
    ]
    for _ in range(3):
        blocks.append(
            Para(f"On the point “{pen.take(phrases.SUBS)}” {rng.randint(5, 22)} delegations answered. {pen.sentence()}")
        )
    blocks.append(Para("The Presidency thanks all delegations for the answers they gave to its questions."))
    return _whole(pen, head, blocks)


def plain(name: str, on: bank.Subject, **changes: object) -> Content:
    """A note without questions or decision; mentions a marking in its prose."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **changes)
    pen.latest = head.day.year if head.day else 2023
    blocks = body(pen, 2, 2, 2)
    level = rng.choice(("RESTREINT UE/EU RESTRICTED", "CONFIDENTIEL UE/EU CONFIDENTIAL", "LIMITE", "VS-NfD"))
    blocks.append(
        Para(
            f"{pen.sentence()} An earlier report of {on.acronym}, marked {level}, is not referred to here. {pen.sentence()}"
        )
    )
    return _whole(pen, head, blocks)


def declassified(name: str, on: bank.Subject, **changes: object) -> Content:
    """A declassification: the former marking stands on its cover and counts no more."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(
        rng, on, suffix="DCL 1", type="DECLASSIFICATION", sender=None, to=None, on=None, marking=None, **changes
    )
    pen.latest = head.day.year if head.day else 2023
    level = rng.choice(("RESTREINT UE/EU RESTRICTED", "CONFIDENTIEL UE/EU CONFIDENTIAL"))
    year = (head.day.year if head.day else 2020) - 6
    lines = (
        f"of document: {rng.randint(5012, 9999)}/{year % 100:02} {level}",
        f"dated: {rng.randint(1, 28)} May {year}",
        "new status: Public",
    )
    head = replace(head, declassified=lines)
    blocks: list[Block] = [
        Para("Delegations will find attached the declassified version of the above document."),
        Para("The text of this document is identical to the previous version."),
        Annex("ANNEX", on.headings[0]),
        Para(pen.prose(4)),
        Para(pen.prose(3)),
    ]
    return _whole(pen, head, blocks, "cited", "headings", "prev_docs")


def invited_to_act(name: str, on: bank.Subject, **changes: object) -> Content:
    """A note by which delegations are invited to do something, not to answer: the expected action."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **changes)
    pen.latest = head.day.year if head.day else 2023
    said = rng.choice(
        (
            "Delegations are invited to take note of the information set out above.",
            "The Working Party is invited to approve the text set out in the Annex.",
            "Delegations are invited to send their written comments to the Presidency by 12 {month} {year}.",
            "Delegations are invited to examine the compromise text with a view to its approval at the next meeting.",
        )
    )
    return _whole(pen, head, [*body(pen, 1, 2, 1), Para(pen.fill(said), action=True)])


def partly_open(name: str, on: bank.Subject, **changes: object) -> Content:
    """A paper that the public may read in part: its marking is still that of its cover, its day not that of the opening."""
    rng = Random(name)
    pen = Pen(rng, on)
    head = header(rng, on, **{"marking": "LIMITE", "type": "COVER NOTE", "day": date(2021, 3, 15), **changes})
    pen.latest = head.day.year if head.day else 2023
    blocks: list[Block] = [
        Para(f"DOCUMENT PARTIALLY ACCESSIBLE TO THE PUBLIC ({rng.randint(10, 28)}.09.2022)"),
        *body(pen, 2, 2, 1),
        Para("DELETED FROM THIS POINT UNTIL PAGE 14"),
        Para(pen.prose(3)),
        Para("DELETED FROM THIS POINT UNTIL THE END OF THE DOCUMENT (page 19)"),
    ]
    return _whole(pen, head, blocks, "headings")


WITHOUT = {
    "agenda": agenda,
    "decision line": decision,
    "FAQ": faq,
    "rhetorical opening": rhetorical,
    "past tense": past,
    "question mark in prose": counted_prose,
    "quotation that asks": quoting,
    "replies to a questionnaire": questionnaire_replies,
    "marking in prose": plain,
    "declassified": declassified,
    "invitation to act": invited_to_act,
    "partly accessible": partly_open,
}
"""What tempts, and how such a paper is made."""
