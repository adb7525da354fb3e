"""Papers that ask: what stands in them, from the first sentence to the last question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from . import bank, phrases
from .content import Annex, Ask, Asks, Block, Content, Heading, Listed, Para, Previous, Quote
from .headers import ASKING_TYPES, furniture, header
from .pen import Pen

HEADING_NUMBERS = {
    "": lambda nth: "",
    "1.": lambda nth: f"{nth}.",
    "I.": lambda nth: ("I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII.")[nth - 1],
    "A.": lambda nth: f"{'ABCDEFGH'[nth - 1]}.",
}


def body(pen: Pen, sections: int, notes: int, cites: int, numbering: str = "", counted: bool = False) -> list[Block]:
    """Sections of prose under headings, with footnotes, citations, a list or a quotation; paragraphs numbered if wanted."""
    rng, nth = pen.rng, 0
    titles = list(pen.subject.headings)

    def para(sentences: int) -> Para:
        nonlocal nth, notes, cites
        take = min(notes, rng.choice((0, 1, 1, 2)))
        quote = min(cites, rng.choice((0, 1)))
        notes, cites = notes - take, cites - quote
        nth += 1
        return Para(pen.prose(sentences, min(take, sentences), quote), f"{nth}." if counted else "")

    blocks: list[Block] = [para(rng.randint(2, 5)) for _ in range(rng.randint(1, 2))]
    for section in range(sections):
        again, at = divmod(section, len(titles))
        title = f"{titles[at]}: {pen.subject.places[again - 1]}" if again else titles[at]
        blocks.append(Heading(title, 1 + bool(again and not numbering), HEADING_NUMBERS[numbering](section + 1)))
        blocks += [para(rng.randint(2, 6)) for _ in range(rng.randint(1, 3))]
        if rng.random() < 0.25:
            blocks.append(Quote(f"“{pen.sentence()}”"))
        if rng.random() < 0.25:
            items = tuple(pen.take(phrases.POINTS) + end for end in ";;.")
            blocks.append(
                Listed(pen.fill("The following elements of {prog} deserve attention:"), items, rng.choice("–•"))
            )
    while notes or cites:
        blocks.append(para(rng.randint(2, 4)))
    return blocks


def listed(
    pen: Pen, kind: str, count: int, sender: str | None, marks: str, subs: int = 0, group: str | None = None
) -> list[Block]:
    """A list of questions in one of the ways in which papers ask: ``lead``, ``heading``, ``both`` or ``tasks``."""
    rng = pen.rng
    if kind == "tasks":
        lead, by = rng.choice(phrases.TASK_LEADS)
        return [Asks(lead, pen.tasks(count, rng.choice((";", ",", ";"))), marks, "(a)", by or sender, group)]
    if kind == "points":
        lead, by = rng.choice(phrases.POINT_LEADS)
        said = [pen.take(phrases.POINTS) for _ in range(count)]
        return [
            Asks(
                lead,
                tuple(Ask(one + end) for one, end in zip(said, ";" * (count - 1) + ".", strict=True)),
                marks,
                by=by or sender,
            )
        ]
    items = pen.questions(count, subs)
    if kind == "annex":
        return [
            Annex("ANNEX", rng.choice(("Guiding questions", "Questions for the exchange of views"))),
            Asks("", items, marks, by=sender),
        ]
    sub_marks = rng.choice(("(a)", "a)", "(i)", "a.")) if marks not in ("(a)", "a)", "i.", "(i)") else "(1)"
    if kind == "heading":
        return [Heading(rng.choice(phrases.QUESTION_HEADINGS)), Asks("", items, marks, sub_marks, sender, group)]
    lead, by = rng.choice(phrases.LEADS)
    asks = Asks(lead, items, marks, sub_marks, by or sender, group)
    return [Heading(rng.choice(phrases.QUESTION_HEADINGS)), asks] if kind == "both" else [asks]


def in_prose(pen: Pen, count: int, sender: str | None) -> list[Block]:
    """Questions that stand in running prose, each in a paragraph of its own with sentences around it."""
    made: list[Block] = []
    ways = (
        "{before} The Presidency would like to hear delegations on one point. {ask}",
        "{before} The Presidency therefore puts the following question to delegations: {ask}",
        "{before} Delegations are asked to give their views on the following. {ask} {after}",
        "{before} This raises a question on which the Presidency would welcome guidance from delegations. {ask}",
    )
    for way in pen.rng.sample(ways, count):
        ask = pen.take(phrases.QUESTIONS)
        while ask.count("?") > 1:
            ask = pen.take(phrases.QUESTIONS)
        text = way.format(before=pen.sentence(), ask=ask, after=pen.sentence())
        by = "Presidency" if "Presidency" in way else sender
        made.append(Para(text, asks=(Ask(ask),), by=by))
    return made


def cut(blocks: list[Block], rng: Random) -> list[Block]:
    """The same, broken off within the last question: nothing comes after."""
    *before, last = blocks
    assert isinstance(last, Asks)
    words = last.items[-1].text.split()
    count = rng.randint(5, max(5, min(len(words) - 4, 11)))
    while words[count - 1][-1] in ".,;?)":
        count += 1
    short = " ".join(words[:count])
    return [*before, replace(last, items=(*last.items[:-1], Ask(short, cut=True)))]


def _open_to_debate(blocks: Sequence[Block]) -> set[str]:
    """A committee that is to discuss questions has, or has not, an action to take: readers may differ."""
    leads = [block.lead for block in blocks if isinstance(block, Asks)]
    return {"expected_action"} if any(lead.startswith("The Permanent") for lead in leads) else set()


def asking(
    name: str,
    subject: bank.Subject,
    *,
    kind: str = "both",
    count: int = 3,
    marks: str = "1.",
    subs: int = 0,
    sections: int = 2,
    notes: int = 2,
    cites: int = 1,
    numbering: str = "",
    counted: bool = False,
    tail: bool = False,
    broken_off: bool = False,
    first: bool = False,
    rhetorical: bool = False,
    season: bool = False,
    closing: bool = False,
    contents: bool = False,
    lost: int = 0,
    **changes: object,
) -> Content:
    """A paper with one list of questions, or with questions in prose.

    ``tail`` puts prose after the questions, ``first`` the questions before the body, ``season`` figures that look like
    document numbers, ``closing`` a sentence right after the questions, ``contents`` a table of contents; ``lost`` takes
    the number from that question; ``changes`` are those of the header.
    """
    rng = Random(name)
    pen = Pen(rng, subject)
    head = header(rng, subject, **{"type": rng.choice(ASKING_TYPES), **changes})
    pen.latest = head.day.year if head.day else 2023
    text = body(pen, sections, 0 if broken_off else notes, cites, numbering, counted)
    if season:
        text.insert(0, Para(pen.take(phrases.SEASONS)))
    if rhetorical:
        text.insert(0, Para(pen.take(phrases.RHETORICAL)))
    if kind == "prose":
        asks: list[Block] = [Heading("Points on which guidance is sought"), *in_prose(pen, count, head.sender)]
    else:
        asks = listed(pen, kind, count, head.sender, marks, subs)
    if kind in ("both", "heading") and numbering:
        title = asks[0]
        assert isinstance(title, Heading)
        asks[0] = replace(title, number=HEADING_NUMBERS[numbering](sections + 1))
    if lost:
        *rest, last = asks
        assert isinstance(last, Asks)
        items = tuple(replace(ask, bare=nth == lost) for nth, ask in enumerate(last.items, 1))
        asks = [*rest, replace(last, items=items)]
    if broken_off:
        asks = cut(asks, rng)
    if closing:
        asks.append(Para(pen.take(phrases.CLOSINGS)))
    if contents:
        titles = [block.text for block in (*text, *asks) if isinstance(block, Heading)]
        table = [
            Para(f"{title.rstrip(':')} {'.' * (70 - len(title))} {nth // 2 + 2}") for nth, title in enumerate(titles)
        ]
        text[1:1] = [Para("TABLE OF CONTENTS"), *table]
    after: list[Block] = [Heading("Follow-up"), Para(pen.prose(3))] if tail else []
    blocks = [text[0], *asks, Heading("Background"), *text[1:], *after] if first else [*text, *asks, *after]
    # Whether a table of contents and its title are headings is a matter of taste.
    unsure = _open_to_debate(blocks) | ({"headings"} if contents else set())
    return Content(
        head, tuple(blocks), tuple(pen.noted), tuple(pen.cited), furniture=furniture(rng, subject), unsure=unsure
    )


def two_sets(
    name: str, subject: bank.Subject, marks: tuple[str, str] = ("1.", "1."), through: bool = False, **changes: object
) -> Content:
    """A paper with two lists of questions, the second on another topic or by another asker."""
    rng = Random(name)
    pen = Pen(rng, subject)
    head = header(rng, subject, sender="Presidency", type="NOTE", **changes)
    pen.latest = head.day.year if head.day else 2023
    one, two = f"Part one: {subject.headings[0]}", f"Part two: {subject.headings[1]}"
    first = listed(pen, "lead", rng.randint(2, 3), "Presidency", marks[0], group=one)
    if through:
        acronym = subject.acronym
        lead = f"At the end of its note, {acronym} invites delegates to discuss:"
        second: list[Block] = [Asks(lead, pen.questions(2), marks[1], by=acronym, group=two)]
    else:
        second = listed(pen, "lead", rng.randint(2, 4), "Presidency", marks[1], group=two)
    opening = Para(pen.prose(3, 1))
    blocks = [opening, Heading(one), Para(pen.prose(4, 1, 1)), *first, Heading(two), Para(pen.prose(4, 1)), *second]
    unsure = frozenset(_open_to_debate(blocks))
    return Content(
        head, tuple(blocks), tuple(pen.noted), tuple(pen.cited), furniture=furniture(rng, subject), unsure=unsure
    )


def through_others(
    name: str, subject: bank.Subject, marks: str = "–", asks_itself: bool = True, **changes: object
) -> Content:
    """A Presidency note with a background note by somebody else, who asks; or whose note the Presidency asks about."""
    rng = Random(name)
    pen = Pen(rng, subject)
    head = header(rng, subject, sender="Presidency", type="NOTE", **changes)
    pen.latest = head.day.year if head.day else 2023
    full, short = subject.agency, subject.acronym
    prepared = f"Delegations will find in the annex a background note prepared by the {full} ({short}) for the meeting."
    if asks_itself:
        lead = rng.choice(
            (
                f"With the coming season in mind, {short} invites delegates to discuss the following questions:",
                f"In its note, {short} asks delegations to consider:",
                f"{short} would be grateful for the views of delegations on the following questions:",
            )
        )
        blocks: list[Block] = [
            Para(prepared),
            Annex("ANNEX", f"Background note by the {full} ({short})"),
            Para(pen.prose(4, 1, 1)),
            Heading(subject.headings[1], 2),
            Para(pen.prose(4, 1)),
            Asks(lead, pen.questions(3), marks, by=short),
        ]
    else:
        lead = (
            "Based on this note, the Presidency invites delegations to consider the following questions for discussion:"
        )
        blocks = [
            Para(prepared),
            Asks(lead, pen.questions(3), marks, by="Presidency"),
            Annex("ANNEX", f"Background note by the {full} ({short})"),
            Para(pen.prose(4, 1, 1)),
            Heading(subject.headings[0], 2),
            Para(pen.prose(5, 1)),
        ]
    # Whether an annex without a number is an enclosed paper is a matter of taste.
    return Content(
        head,
        tuple(blocks),
        tuple(pen.noted),
        tuple(pen.cited),
        furniture=furniture(rng, subject),
        unsure=frozenset({"enclosed"}),
    )


def enclosing(name: str, subject: bank.Subject, kind: str = "COM", asks: int = 0, **changes: object) -> Content:
    """A cover note with a second paper that has its own number, date and marking."""
    rng = Random(name)
    inner_pen, pen = Pen(rng, subject), Pen(rng, subject)
    inner_pen.latest = rng.randint(2018, 2025)
    day = date(inner_pen.latest, rng.randint(1, 11), rng.randint(1, 28))
    full = day.year
    serial = rng.randint(21, 890)
    ref = {
        "COM": f"COM({full}) {serial} final",
        "EEAS": f"EEAS({full}) {serial}",
        "SWD": f"SWD({full}) {serial} final",
    }[kind]
    sender = {
        "COM": "Secretary-General of the European Commission, signed by Ms Ada Quill, Director",
        "EEAS": "European External Action Service (EEAS)",
        "SWD": "Secretary-General of the European Commission, signed by Ms Ada Quill, Director",
    }[kind]
    head = header(
        rng, subject, type="COVER NOTE", sender=sender, opening=f"Delegations will find attached document {ref}.",
        enclosing=ref, commission=ref if kind != "EEAS" else None,
        day=day + timedelta(days=rng.randint(1, 30)), **changes,
    )  # fmt: skip
    earlier = Previous(f"EEAS ({full - 1}) {serial} REV1", f"EEAS({full - 1}) {serial} REV 1")
    inner = header(
        rng, subject, number=ref, number_printed=ref, suffix=None, day=day,
        marking="LIMITE" if kind == "EEAS" else None, codes=(),
        previous_in_full=(earlier,) if kind == "EEAS" else (),
        files=(), language=None, type=None, sender=None, on=None, to=None, subject=head.subject,
    )  # fmt: skip
    text = body(inner_pen, 2, 3, 2)
    if asks:
        text += listed(inner_pen, "heading", asks, {"EEAS": "EEAS"}.get(kind, "European Commission"), "1.")
    enclosed = Content(
        # Who sent the inner paper, to whom, and what it calls itself are printed in too many ways to be held to one.
        inner, tuple(text), tuple(inner_pen.noted), tuple(inner_pen.cited), eeas=kind == "EEAS",
        unsure=frozenset({"from", "to", "doc_type", "original_language", "enclosed"}),
    )  # fmt: skip
    return Content(head, (), tuple(pen.noted), tuple(pen.cited), enclosed, furniture(rng, subject))
