"""Remarks accepted with a reason: kept in the brief, apart from the open ones, and made again when things change."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefer.brief import edit, review, store
from briefer.brief.model import Block, Brief, Pulled, Section, Source
from briefer.errors import BrieferError, UsageError

OTHER = "The coast had 14 lamps (The count, para. 3)."


def brief(text: str = "The coast had 12 lamps.", **pulled: Any) -> Brief:
    entry = Pulled(**{"text": text, "disputed": (OTHER,), **pulled})
    block = Block(id="aaaaa2", role="fact", text=text, entry="lamps/lit", pulled=entry, sources=(Source(paper="p"),))
    said = Block(id="bbbbb2", role="answer", text="We light them all, " * 40)
    sections = (
        Section(id="part", role="free", title="Part", blocks=(block,)),
        Section(id="spoken", role="speaking-note", title="Spoken", minutes=1, blocks=(said,)),
    )
    return Brief(brief="b", format=1, title="B", as_of="2025-06-12", marking="LIMITE", sections=sections)


def one(given: Brief, code: str) -> review.Finding:
    (found,) = [f for f in review.findings(given) if f.code == code]
    return found


def accepted(given: Brief, code: str = "disputed") -> Brief:
    return review.accept(given, one(given, code), "Both sides are said.", "A. N. Other", "2025-06-11")


def codes(given: Brief) -> list[str]:
    return [f.code for f in review.findings(given)]


def test_an_accepted_remark_stands_apart_with_its_reason() -> None:
    given = accepted(brief())
    assert codes(brief()) == ["disputed", "too-long"] and codes(given) == ["too-long"]
    ((finding, kept),) = review.reviewed(given).accepted
    assert finding.code == "disputed"
    assert (kept.reason, kept.by, kept.on) == ("Both sides are said.", "A. N. Other", "2025-06-11")


def test_it_is_kept_in_the_file_on_a_line_of_its_own(tmp_path: Path) -> None:
    given = accepted(accepted(brief()), "too-long")
    path = tmp_path / "b.yaml"
    store.write(given, path)
    lines = path.read_text("utf-8").splitlines()
    at = lines.index("accepted:")
    assert [line.startswith("  - {code: ") and line.endswith("}") for line in lines[at + 1 : at + 3]] == [True, True]
    assert lines[at + 3] == "sections:"
    back = store.read(path)
    assert back.accepted == given.accepted and codes(back) == []
    without = store.dump(brief()).splitlines()
    assert [line for line in lines if line not in without] == lines[at : at + 3], "nothing else changes in the file"


def test_an_impossible_day_in_the_file_is_a_fault_with_its_line() -> None:
    text = store.dump(accepted(brief())).replace("on: 2025-06-11", "on: 2025-06-31")
    none, faults = store.parse(text, "b.yaml")
    assert none is None and "2025-06-31" in faults[0].message and faults[0].line > 1


def test_it_comes_back_when_the_words_of_its_block_change() -> None:
    given = accepted(brief())
    assert "disputed" in codes(edit.set_text(given, "aaaaa2", "The coast had 13 lamps."))
    assert "disputed" not in codes(edit.set_text(given, "aaaaa2", "the **coast** had  12 lamps[^1]"))
    again = edit.set_text(edit.set_text(given, "aaaaa2", "Other words."), "aaaaa2", "The coast had 12 lamps.")
    assert "disputed" not in codes(again), "with the old words the reason holds again"


def test_it_comes_back_when_the_remark_says_something_else() -> None:
    given = accepted(brief())
    other = replace(brief(disputed=("The coast had 15 lamps (Another count).",)), accepted=given.accepted)
    assert "disputed" in codes(other)
    before = review.formerly(other, one(other, "disputed"))
    assert before is not None and before.reason == "Both sides are said."


def test_a_block_that_moves_takes_it_along() -> None:
    given = accepted(brief())
    moved = replace(given, sections=(replace(given.sections[0], title="Renamed"), given.sections[1]))
    assert "disputed" not in codes(moved)


def test_a_length_that_was_accepted_may_change_a_little() -> None:
    given = accepted(brief(), "too-long")
    assert "too-long" not in codes(edit.set_text(given, "bbbbb2", "We light them all, " * 39))
    assert "too-long" in codes(edit.set_text(given, "bbbbb2", "We light them all, " * 80))


def test_an_abbreviation_is_accepted_for_the_whole_note() -> None:
    given = edit.set_text(brief(), "bbbbb2", "The GLK lit them.")
    given = accepted(given, "unexplained")
    assert "unexplained" not in codes(edit.set_text(given, "bbbbb2", "Yesterday the GLK lit them again."))
    assert "unexplained" not in codes(edit.set_text(given, "aaaaa2", "The GLK had 12 lamps."))
    assert "unexplained" in codes(edit.set_text(given, "bbbbb2", "The GLK and the XLK lit them."))


def test_taking_it_back_lets_it_count_again() -> None:
    given = accepted(brief())
    assert review.unaccept(given, given.accepted[0]) == brief()


def test_accepting_again_replaces_the_reason() -> None:
    given = accepted(brief())
    finding, _ = review.reviewed(given).accepted[0]
    again = review.accept(given, finding, "Better said.", None, None)
    assert [a.reason for a in again.accepted] == ["Better said."]


def test_what_is_accepted_of_blocks_that_are_gone_goes_with_the_next_one() -> None:
    given = accepted(brief())
    gone = edit.remove(given, "aaaaa2")
    assert [a.code for a in accepted(gone, "too-long").accepted] == ["too-long"]


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_a_reason_is_needed(reason: str) -> None:
    with pytest.raises(UsageError, match="reason"):
        review.accept(brief(), one(brief(), "disputed"), reason)


def test_a_gap_and_a_marking_cannot_be_accepted() -> None:
    prompt = Section(id="gap", role="free", blocks=(Block(id="ccccc2", role="prompt", text="What do we want?"),))
    given = replace(brief(), sections=(prompt,))
    with pytest.raises(BrieferError, match="final note"):
        accepted(given, "unfilled")
    (above, *_) = [f for f in review.findings(brief(), ceiling="PUBLIC") if f.code == "above-ceiling"]
    with pytest.raises(BrieferError, match="export"):
        review.accept(brief(), above, "We know.")


def test_what_was_accepted_stays_when_the_brief_is_cleared_and_changes_nothing_that_goes_out() -> None:
    given = accepted(brief())
    assert given.sections == brief().sections and given.marking == brief().marking
