"""What the base says already is found, and where figures or dates differ both are named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from briefer.intake.differences import differences
from briefer.intake.matching import Match, match
from briefer.intake.rewording import told
from briefer.knowledge.base import Entry, Knowledge
from briefer.papers.propose import Proposal
from briefer.workspace import read


def proposal(text: str, before: str = "") -> Proposal:
    return Proposal("fact", text, 0, "Lamps, para. 1", 1, 3.0, (), as_of="2025-06-10", before=before)


@pytest.fixture
def base(workspace: Callable[..., Path]) -> Knowledge:
    return read(str(workspace())).knowledge()


def matched(base: Knowledge, text: str, before: str = "") -> Match:
    (found,) = match([proposal(text, before)], base)
    return found


@pytest.mark.parametrize(
    ("text", "verdict", "entry"),
    [
        ("In October 2024, the Examplian coast had 12 lit lamps.", "same", "lamps/lamps-lit"),
        ("The Examplian coast had 12 lamps that were lit in October 2024.", "same", "lamps/lamps-lit"),
        ("Three fog horns were installed at Cape Example in 2023.", "same", "fog-signals/horns-installed"),
        ("The oil contract of the northern lamps runs to 31 January 2027.", "contradicts", "lamps/oil-contract"),
        ("Five fog horns were installed at Cape Example in 2023.", "contradicts", "fog-signals/horns-installed"),
        ("The Guild of Keepers asks that oil for lamps be paid for ahead.", "similar", "lamps/keepers-more-oil"),
        ("Bells were rung on every ship of the southern fleet.", "new", None),
        ("Lamps are lit.", "new", None),
    ],
)
def test_the_nearest_entry_and_whether_it_agrees(base: Knowledge, text: str, verdict: str, entry: str | None) -> None:
    found = matched(base, text)
    assert (found.verdict, found.entry) == (verdict, entry), found


def test_a_contradiction_names_both_word_by_word(base: Knowledge) -> None:
    found = matched(base, "The oil contract of the northern lamps runs to 31 January 2027.")
    assert [tuple(d) for d in found.differences] == [("31 January 2027", "31 January 2026")]
    assert found.told == "“31 January 2027” here, “31 January 2026” in the base"


def test_a_sentence_that_points_back_is_read_with_the_one_before_it(base: Knowledge) -> None:
    text = "Its contract runs to 31 January 2027."
    assert matched(base, text).verdict == "new"
    found = matched(base, text, "The northern lamps burn oil.")
    assert (found.verdict, found.entry) == ("contradicts", "lamps/oil-contract")


@pytest.mark.parametrize(
    ("ours", "theirs", "found"),
    [
        ("12 lit lamps", "14 lit lamps", [("12 lit lamps", "14 lit lamps")]),
        ("twelve lit lamps", "12 lit lamps", []),
        ("41 % of the lamps", "14 % of the lamps", [("41 % of the", "14 % of the")]),
        ("EUR 1.2 million for oil", "€ 1,200,000 for oil", []),
        ("EUR 3 million for oil", "EUR 5 million for oil", [("EUR 3 million for oil", "EUR 5 million for oil")]),
        ("on 10 June 2025", "in June 2025", []),
        ("on 10 June 2025", "on 11 June 2025", [("10 June 2025", "11 June 2025")]),
        ("12 lamps and 3 horns", "12 lamps", []),
        ("12 lamps", "3 horns", []),
        ("under Article 68 of the rules", "under Article 69 of the rules", []),
        ("1,200 lamps", "1 200 lamps", []),
    ],
)
def test_figures_and_dates_are_compared_by_what_they_mean(ours: str, theirs: str, found: list[tuple[str, str]]) -> None:
    assert [tuple(d) for d in differences(ours, theirs)] == found


def test_the_day_for_which_each_speaks_is_no_difference() -> None:
    ours, theirs = "The lamps, lit in 2017, burn oil.", "As of June 2025 the lamps burn oil."
    assert differences(ours, theirs)
    assert differences(ours, theirs, our_day="2025-06-10", their_day="2025-06-10") == ()


def test_the_entry_is_found_among_many(base: Knowledge) -> None:
    lit = base.entries["lamps/lamps-lit"].value
    many = {}
    for n in range(3000):
        value = msgspec.structs.replace(
            lit, id=f"x-{n}", text=f"The lamps of quay {n} were cleaned by the keepers of oil."
        )
        many[f"lamps/x-{n}"] = Entry("lamps", value)
    crowded = msgspec.structs.replace(base, entries={**many, **base.entries})
    found = matched(crowded, "The Examplian coast had 13 lit lamps in October 2024.")
    assert (found.verdict, found.entry) == ("contradicts", "lamps/lamps-lit")


@pytest.mark.parametrize(
    ("before", "after", "shown"),
    [
        ("had 14 lit lamps", "had 12 lit lamps", "had [14 → 12] lit lamps"),
        ("which lamps", "which lamps burn", "which lamps [new: burn]"),
        ("which old lamps", "which lamps", "which [gone: old] lamps"),
        ("the same", "the same", "the same"),
    ],
)
def test_a_rewording_is_told_word_by_word(before: str, after: str, shown: str) -> None:
    assert told(before, after) == shown
