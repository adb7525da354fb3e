"""What a brief is held against: the day of the meeting, the age of its facts, markings, and the base as it is now."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefer.brief import edit, review
from briefer.brief.model import Block, Brief, Carried, MeetingRef, Pulled, Section, Source
from briefer.dates import is_older, is_span
from briefer.errors import UsageError
from briefer.knowledge.base import Knowledge

LIT = "In October 2024 the Examplian coast had 12 lit lamps."


def fact(text: str = LIT, entry: str = "lamps/lamps-lit", **pulled: Any) -> Block:
    source = Source(paper="st-1234-2025", issuer="Council", marking="LIMITE")
    held = Pulled(**{"text": text, "as_of": "2024-10-16", **pulled})
    return Block(id="aaaaa2", role="fact", text=text, entry=entry, pulled=held, sources=(source,))


def brief(*blocks: Block, **more: Any) -> Brief:
    header = Section(id="header", role="header", title="Meeting")
    section = Section(id="part", role="free", title="Part", blocks=blocks)
    return Brief(
        **{"brief": "b", "format": 1, "title": "B", "as_of": "2025-06-12", "sections": (header, section), **more}
    )


def codes(given: Brief, **against: Any) -> list[str]:
    return [f.code for f in review.findings(given, **against)]


# --- the day ------------------------------------------------------------------------------------------------------------


def test_facts_are_judged_on_the_day_of_the_meeting_and_the_clock_is_remarked() -> None:
    late = brief(fact(valid_until="2025-06-20"), meeting=MeetingRef(date="2025-07-01"))
    assert codes(late) == ["day", "out-of-date"]
    (first, _) = review.findings(late)
    assert first.row == "section:header" and "12 June 2025" in first.message and "1 July 2025" in first.message
    assert codes(replace(late, as_of="2025-07-01")) == ["out-of-date"]
    assert codes(replace(late, meeting=MeetingRef(date="2025-06-12"))) == []


def test_another_day_can_be_asked_for() -> None:
    given = brief(fact(valid_until="2025-06-20"))
    assert codes(given, on="2025-06-20") == [] and codes(given, on="2025-06-21") == ["out-of-date"]


@pytest.mark.parametrize(
    ("days", "found"), [("12 months", False), ("6 months", True), ("30 weeks", True), ("2 years", False)]
)
def test_what_is_older_than_it_should_be_is_remarked_where_the_workspace_asks_for_it(days: str, found: bool) -> None:
    assert codes(brief(fact())) == []
    assert codes(brief(fact()), review_after=days) == (["old"] if found else [])


def test_what_is_out_of_date_or_superseded_is_not_called_old_as_well() -> None:
    assert codes(brief(fact(valid_until="2025-01-01")), review_after="6 months") == ["out-of-date"]
    assert codes(brief(fact(superseded="There are 15.")), review_after="6 months") == ["superseded"]


def test_what_is_woven_into_a_text_grows_old_too() -> None:
    carried = Carried(entry="lamps/lamps-lit", pulled=fact().pulled or Pulled(text=""), marks=())
    answer = Block(id="bbbbb2", role="answer", text=f"We say: {LIT}", carries=(carried,))
    (found,) = review.findings(brief(answer), review_after="6 months")
    assert found.code == "old" and "In October 2024" in found.why


def test_a_length_of_time_is_counted_to_the_day() -> None:
    assert is_older("2024-06-11", "12 months", "2025-06-12") and not is_older("2024-06-12", "12 months", "2025-06-12")
    assert not is_older("2024-06", "12 months", "2025-06-30") and is_older("2024-05", "12 months", "2025-06-01")
    assert is_older("2023-02-27", "1 year", "2024-02-29") and is_older("2025-06-01", "10 days", "2025-06-12")
    assert is_span("90 days") and not is_span("a while") and not is_span("0 days")
    assert not is_older("0001-01-01", "9000 years", "2025-06-12")


# --- markings -----------------------------------------------------------------------------------------------------------


def test_what_is_above_the_marking_of_the_note_is_remarked() -> None:
    assert codes(brief(fact(), marking="PUBLIC")) == ["above-ceiling"]
    assert codes(brief(fact(), marking="LIMITE")) == []


def test_what_is_above_the_ceiling_of_an_export_is_remarked_once_for_ones_own_words() -> None:
    own = [Block(id=f"bbbbb{i}", role="text", text="Our own words.") for i in (2, 3, 4)]
    found = [f for f in review.findings(brief(fact(), *own), ceiling="PUBLIC") if f.code == "above-ceiling"]
    assert [f.block for f in found] == ["aaaaa2", "bbbbb2"]
    assert "2 blocks more" in found[1].why and "LIMITE" in found[1].why
    with pytest.raises(UsageError, match="no marking"):
        review.findings(brief(fact()), ceiling="SECRET SAUCE")


# --- disputes -----------------------------------------------------------------------------------------------------------


def test_the_other_side_of_a_dispute_is_told_with_where_it_stands() -> None:
    other = "In October 2024 the Examplian coast had 14 lit lamps"
    given = brief(
        fact(disputed=(f"{other} (Guild (of Keepers), Count, para. 3).",)),
        replace(fact(f"{other}.", "lamps/lamps-counted-twice"), id="bbbbb2"),
    )
    (found,) = review.findings(given)
    assert other in found.why and found.why.endswith("That side stands under Part")
    alone = review.findings(brief(fact(disputed=(f"{other} (The count).",))))
    assert other in alone[0].why and "stands under" not in alone[0].why


# --- the base as it is now ----------------------------------------------------------------------------------------------


@pytest.fixture
def pulled(base: Knowledge) -> Brief:
    """A note with an entry as the base has it."""
    made, _ = edit.pull(brief(), base.entries["lamps/oil-contract"], base, section="part")
    return made


def against(given: Brief, base: Knowledge, entry: str | None = None, **changes: Any) -> list[review.Finding]:
    if entry:
        one = base.entries[entry]
        base = replace(base, entries={**base.entries, entry: one._replace(value=replace(one.value, **changes))})
    return [f for f in review.findings(given, base) if f.code in ("changed", "withdrawn")]


def test_an_entry_that_is_as_it_was_is_not_remarked(pulled: Brief, base: Knowledge) -> None:
    assert against(pulled, base) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": "The oil contract ends."}, "The oil contract ends"),
        ({"valid_until": "2027-01-31"}, "31 January 2027"),
        ({"as_of": "2025-06-12"}, "12 June 2025"),
        ({"superseded_by": "lamps-lit"}, "12 lit lamps"),
        ({"disputed_by": ("lamps-lit",)}, "12 lit lamps"),
    ],
)
def test_what_the_base_says_otherwise_by_now_is_told(
    pulled: Brief, base: Knowledge, changes: dict[str, Any], said: str
) -> None:
    (found,) = against(pulled, base, "lamps/oil-contract", **changes)
    assert found.code == "changed" and said in found.message


def test_an_entry_that_is_gone_is_told(pulled: Brief, base: Knowledge) -> None:
    without = replace(base, entries={k: v for k, v in base.entries.items() if k != "lamps/oil-contract"})
    (found,) = against(pulled, without)
    assert found.code == "withdrawn" and "lamps/oil-contract" in found.why
    assert "withdrawn" not in codes(pulled), "without the base nothing is said"


def test_a_carried_entry_is_looked_up_as_well(base: Knowledge) -> None:
    answer = Block(id="bbbbb2", role="answer", text="We say so.")
    woven, text, _ = edit.weave(brief(answer), "bbbbb2", answer.text, 10, base.entries["lamps/oil-contract"], base)
    given = edit.set_text(woven, "bbbbb2", text)
    assert against(given, base) == []
    (found,) = against(given, base, "lamps/oil-contract", text="The oil contract ends.")
    assert found.block == "bbbbb2" and "“The oil contract of the northern lamps runs to" in found.why
