"""From one meeting to the next: what is kept, what is asked again, and what has become of each entry cited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace
from small_workspace import LAMPS, MEETING, PAPERS

from briefer import workspace as workspaces
from briefer.brief import deciding, edit, last_words, making, newly, next_meeting, review, store
from briefer.brief.carry import Verdict, verdicts
from briefer.brief.making import Wanted
from briefer.brief.model import Block, Brief
from briefer.brief.next_meeting import Going
from briefer.errors import BrieferError, UsageError
from briefer.knowledge.base import Knowledge

Make = Callable[..., Path]

SEPTEMBER = """\
meeting: lwp-2025-09-18
body: LWP
date: 2025-09-18
place: Strasbourg
items:
  - {number: 5, title: Lamps again, action: exchange of views, topics: [lamps], papers: [st-2345-2025]}
"""
NEXT_YEAR = MEETING.replace("2025-06-12", "2026-11-24").replace("papers: [st-1234-2025]", "papers: []")
NEW_PAPER = """\
  - {id: st-2345-2025, number: 2345/25, title: More lamps, from: Examplian Presidency, date: 2025-09-01,
     marking: LIMITE}
"""
NEW_QUESTION = """\
  - id: st-2345-2025-q1
    paper: st-2345-2025
    number: 1
    asked_by: presidency-ex
    text: Who trains the keepers of the northern lamps?
"""
LIT = "In October 2024 the Examplian coast had 12 lit lamps."
OIL = "lamps/oil-contract"


@pytest.fixture
def place(workspace: Make, repository: Path) -> Path:
    """The small workspace with the shipped templates, two further meetings and a paper for the first of them."""
    shipped = {f"templates/{p.name}": p.read_text("utf-8") for p in (repository / "templates").glob("*.yaml")}
    return workspace(
        {
            **shipped,
            "knowledge/meetings/lwp-2025-09-18.yaml": SEPTEMBER,
            "knowledge/meetings/lwp-2026-11-24.yaml": NEXT_YEAR,
            "knowledge/papers.yaml": PAPERS + NEW_PAPER,
            "knowledge/topics/lamps.yaml": LAMPS + NEW_QUESTION,
        }
    )


def base_of(root: Path) -> Knowledge:
    return workspaces.read(str(root)).knowledge()


def lamps(root: Path, *changes: tuple[str, str]) -> Knowledge:
    """The base with other words in the file on lamps."""
    path = root / "knowledge/topics/lamps.yaml"
    text = path.read_text("utf-8")
    for before, after in changes:
        assert before in text, before
        text = text.replace(before, after)
    path.write_text(text, "utf-8")
    return base_of(root)


@pytest.fixture
def june(place: Path) -> Brief:
    """The brief of June, as ``full-brief`` drafts it, in part filled in."""
    wanted = Wanted((), meeting="lwp-2025-06-12", template="full-brief", name="june", delegation="Examplia")
    brief, path = making.new(workspaces.read(str(place)), wanted)
    prompts = {b.text[:24]: b.id for _, b in _blocks(brief) if b.role == "prompt"}
    brief = edit.set_text(brief, prompts["In two lines: what do we"], "More light, **soon**.")
    brief = edit.set_text(brief, prompts["Our answer to question 1"], "The northern ones first, Chair.")
    brief, _ = edit.add(brief, "text", "A paragraph of our own.", section="background")
    brief = replace(brief, state="cleared", version=3, cleared_by="Head of unit")
    store.write(brief, path)
    return brief


def _blocks(brief: Brief) -> list[tuple[str, Block]]:
    return [(s.id, b) for s in brief.sections for b in s.blocks]


def carried(root: Path, last: Brief, meeting: str = "lwp-2025-09-18", **going: Any) -> next_meeting.CarriedOver:
    return making.carry_over(workspaces.read(str(root)), last, Going(meeting, **going))


def one_of(brief: Brief, base: Knowledge, entry: str, **more: Any) -> Verdict:
    return next(v for v in verdicts(brief, base, **more) if v.entry == entry)


# --- the next brief ---------------------------------------------------------------------------------------------------


def test_header_and_dates_move_on_and_the_state_begins_anew(place: Path, june: Brief) -> None:
    made = carried(place, june)
    brief = made.brief
    assert (brief.state, brief.version, brief.cleared_by, brief.carried_from) == ("draft", 1, None, "june")
    assert brief.as_of == "2025-09-18"
    assert brief.meeting is not None and brief.meeting.id == "lwp-2025-09-18"
    assert (brief.meeting.place, brief.meeting.item, brief.meeting.action) == (
        "Strasbourg", "5 Lamps again", "exchange of views",
    )  # fmt: skip
    assert (brief.delegation, brief.template, brief.topics) == ("Examplia", "full-brief", ("lamps",))
    assert made.remarks == ()
    assert store.parse(store.dump(brief), "next.yaml")[1] == []


def test_own_text_and_sections_stay_in_their_order(place: Path, june: Brief) -> None:
    brief = carried(place, june).brief
    assert [s.id for s in brief.sections if s.id != last_words.LAST] == [s.id for s in june.sections]
    background = next(s for s in brief.sections if s.id == "background")
    assert "A paragraph of our own." in [b.text for b in background.blocks]


def test_what_a_template_asked_for_is_asked_again_and_the_words_are_kept_apart(place: Path, june: Brief) -> None:
    brief = carried(place, june).brief
    (again,) = (b for b in next(s for s in brief.sections if s.id == "objective").blocks if not b.entry)
    assert (again.role, again.text) == ("prompt", "In two lines: what do we want out of this item?")
    words = last_words.earlier_words(brief)[again.id]
    assert words.text == "More light, **soon**."
    last = next(s for s in brief.sections if s.id == last_words.LAST)
    assert not last.disclosable, "what was never for release is not either where it is kept"
    assert last.blocks[0].role == "prompt", "it does not go out unseen"


def test_what_was_said_last_time_is_said_again_by_one_step(place: Path, june: Brief) -> None:
    brief = carried(place, june).brief
    for prompt in last_words.earlier_words(brief):
        brief = last_words.say_again(brief, prompt)
    objective = next(s for s in brief.sections if s.id == "objective")
    assert [(b.role, b.text) for b in objective.blocks if not b.entry] == [("text", "More light, **soon**.")]
    kept = [b.text for s, b in _blocks(brief) if s == last_words.LAST]
    assert "More light, **soon**." not in kept and "**Objective**" not in kept
    with pytest.raises(BrieferError):
        last_words.say_again(brief, objective.blocks[0].id)


def test_new_questions_come_in_and_old_ones_stand_apart_with_their_answers(place: Path, june: Brief) -> None:
    made = carried(place, june)
    assert made.questions == ("lamps/st-2345-2025-q1",)
    asked = [b for _, b in _blocks(made.brief) if b.role == "question"]
    assert [b.entry for b in asked] == ["lamps/st-2345-2025-q1"]
    speaking = next(s for s in made.brief.sections if s.id == "speaking")
    assert asked[0] in speaking.blocks
    assert any(b.role == "prompt" and b.question == asked[0].id for b in speaking.blocks)
    assert "The northern ones first, Chair." not in [b.text for b in speaking.blocks]
    kept = [b.text for s, b in _blocks(made.brief) if s == last_words.LAST]
    assert "The northern ones first, Chair." in kept
    assert any("Which lamps along the northern coast" in t for t in kept)


def test_a_question_still_on_the_table_keeps_its_answer(place: Path, june: Brief) -> None:
    path = place / "knowledge/meetings/lwp-2025-09-18.yaml"
    path.write_text(SEPTEMBER.replace("[st-2345-2025]", "[st-2345-2025, st-1234-2025]"), "utf-8")
    made = carried(place, june)
    asked = {b.entry: b.id for _, b in _blocks(made.brief) if b.role == "question"}
    assert set(asked) == {"lamps/st-1234-2025-q1", "lamps/st-1234-2025-q2", "lamps/st-2345-2025-q1"}
    answers = [b.text for _, b in _blocks(made.brief) if b.question == asked["lamps/st-1234-2025-q1"] and not b.entry]
    assert answers == ["The northern ones first, Chair."]
    assert made.questions == ("lamps/st-2345-2025-q1",)


def test_no_entry_is_lost_on_the_way(place: Path, june: Brief) -> None:
    brief = carried(place, june).brief
    unanswered = {b.entry for b in review.unanswered(june)}
    assert edit.entries_in(june) - unanswered <= edit.entries_in(brief)
    ids = [b.id for _, b in _blocks(brief)]
    assert len(ids) == len(set(ids))


def test_text_made_from_placeholders_moves_on_where_nobody_changed_it(place: Path) -> None:
    (place / "templates/day.yaml").write_text(
        "template: day\ntitle: Day\nsections:\n  - {id: a, role: free, title: A, blocks: [{role: text, "
        'text: "For {{ meeting.date }}."}, {role: prompt, text: "What of {{ meeting.date }}?"}]}\n', "utf-8",
    )  # fmt: skip
    space = workspaces.read(str(place))
    last = making.compose(space, Wanted((), meeting="lwp-2025-06-12", template="day", name="day"))
    first, second = last.sections[0].blocks
    assert [b.text for b in carried(place, last).brief.sections[0].blocks] == [
        "For 18 September 2025.", "What of 18 September 2025?",
    ]  # fmt: skip
    own = edit.set_text(last, first.id, "For 12 June 2025, as we said.")
    made = carried(place, own)
    assert made.brief.sections[0].blocks[0].text == "For 12 June 2025, as we said."
    assert made.remarks == ("A: a text stays as it was, where the template gives another now.",)
    filled = carried(place, edit.set_text(last, second.id, "Rain."))
    assert filled.brief.sections[0].blocks[1].text == "What of 18 September 2025?"
    assert last_words.earlier_words(filled.brief)[second.id].text == "Rain."


def test_a_title_with_the_day_in_it_moves_on(place: Path, june: Brief) -> None:
    dated = replace(june, title="LWP, 12 June 2025")
    assert carried(place, dated).brief.title == "LWP, 18 September 2025"
    assert carried(place, replace(june, title="Our lamps")).brief.title == "Our lamps"


def test_a_brief_without_its_template_is_carried_all_the_same(place: Path, june: Brief) -> None:
    (place / "templates/full-brief.yaml").unlink()
    made = carried(place, june)
    assert made.questions == ("lamps/st-2345-2025-q1",)


def test_a_meeting_on_other_topics_brings_them_in(place: Path, june: Brief) -> None:
    (place / "knowledge/meetings/lwp-2025-09-18.yaml").write_text(
        SEPTEMBER.replace("topics: [lamps]", "topics: [fog-signals]"), "utf-8"
    )
    brief = carried(place, june).brief
    assert brief.topics == ("fog-signals", "lamps")
    assert "fog-signals/horns-installed" in edit.entries_in(brief)


@pytest.mark.parametrize(
    ("meeting", "last", "going", "said"),
    [
        ("lwp-2025-06-01", {}, {}, "is before the one of the last brief"),
        ("lwp-2025-09-18", {"as_of": "2025-12-01"}, {}, "as of 1 December 2025, after this meeting"),
        ("lwp-2025-09-18", {}, {"as_of": "2025-10-01"}, "judged on 1 October 2025, after the meeting"),
        ("lwp-2025-09-18", {}, {"as_of": "2025-09-01"}, "judged on 1 September 2025, before the meeting"),
        ("lwp-2025-12", {}, {}, "only December 2025"),
    ],
)
def test_days_in_the_wrong_order_are_said_plainly(
    place: Path, june: Brief, meeting: str, last: dict[str, str], going: dict[str, str], said: str
) -> None:
    for day in ("2025-06-01", "2025-12"):
        text = MEETING.replace("2025-06-12", day)
        (place / f"knowledge/meetings/lwp-{day}.yaml").write_text(text, "utf-8")
    made = carried(place, replace(june, **last), meeting, **going)
    assert any(said in remark for remark in made.remarks), made.remarks


def test_a_meeting_without_a_day_or_the_same_one_is_refused(place: Path, june: Brief) -> None:
    with pytest.raises(UsageError, match="for this meeting already"):
        carried(place, june, "lwp-2025-06-12")
    with pytest.raises(UsageError, match="no meeting “lwp-2025-10”"):
        carried(place, june, "lwp-2025-10")
    (place / "knowledge/meetings/lwp-later.yaml").write_text("meeting: lwp-later\nbody: LWP\n", "utf-8")
    with pytest.raises(UsageError, match=r"lwp-later.yaml, line 1.*date.*is missing"):
        carried(place, june, "lwp-later")


# --- verdicts ---------------------------------------------------------------------------------------------------------


def test_nothing_asks_where_nothing_has_changed(place: Path, june: Brief) -> None:
    found = verdicts(june, base_of(place))
    assert {v.code for v in found if v.entry == OIL} == {"unchanged"}
    assert {v.entry for v in found} == edit.entries_in(june), "each entry has its verdict"
    assert not [v for v in found if v.asks and v.code != "disputed"]


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        ((LIT, LIT.replace("12", "13")), "disputed", "13 lit lamps"),
        (("runs to 31 January 2026.", "runs to 31 March 2026."), "changed", "31 March 2026"),
        (("valid_until: 2026-01-31", "valid_until: 2027-01-31"), "changed", "31 January 2027 instead of 31 January 2026"),
        (("valid_until: 2026-01-31", "valid_until: 2025-08-31"), "out-of-date", "31 August 2025"),
        (("    valid_until: 2026-01-31\n", "    valid_until: 2026-01-31\n    superseded_by: lamps-lit\n"), "superseded",
         "12 lit lamps"),
        (("    valid_until: 2026-01-31\n", "    valid_until: 2026-01-31\n    disputed_by: [lamps-lit]\n"), "disputed",
         "12 lit lamps"),
        (("  - id: oil-contract", "  - id: another-contract"), "withdrawn", "no longer"),
        (('{paper: st-1234-2025, at: "Lamps, para. 2"}', "{paper: st-2345-2025}"), "changed", "2345/25"),
        (("    as_of: 2025-06-10\n    valid_until", "    as_of: 2025-09-01\n    valid_until"), "changed", "1 September 2025"),
    ],
)  # fmt: skip
def test_each_entry_has_its_verdict_at_the_next_meeting(
    place: Path, june: Brief, change: tuple[str, str], code: str, said: str
) -> None:
    brief = carried(place, june).brief
    base = lamps(place, change)
    name = "lamps/lamps-lit" if LIT in change else OIL
    one = one_of(brief, base, name)
    assert (one.code, one.asks) == (code, True)
    assert said in one.said
    assert one.was.text == one_of(june, base, name).was.text


def test_what_runs_out_is_told_on_the_day_and_not_before(place: Path, june: Brief) -> None:
    base = base_of(place)
    assert one_of(carried(place, june).brief, base, OIL).code == "unchanged"
    later = one_of(carried(place, june, "lwp-2026-11-24").brief, base, OIL)
    assert later.code == "out-of-date" and later.codes == ("out-of-date",)
    day = replace(june, as_of="2026-01-31")
    assert one_of(day, base, OIL).code == "unchanged"
    assert one_of(replace(day, as_of="2026-02-01"), base, OIL).code == "out-of-date"


@pytest.mark.parametrize(
    ("span", "on", "code"),
    [
        ("12 months", "2026-06-10", "unchanged"), ("12 months", "2026-06-11", "aged"), ("1 year", "2026-06-11", "aged"),
        ("90 days", "2025-09-08", "unchanged"), ("90 days", "2025-09-09", "aged"), ("2 weeks", "2025-06-25", "aged"),
        (None, "2026-01-30", "unchanged"), ("soon", "2026-01-30", "unchanged"),
    ],
)  # fmt: skip
def test_what_is_older_than_the_workspace_allows_is_due_for_review(
    place: Path, june: Brief, span: str | None, on: str, code: str
) -> None:
    base = lamps(place, ("valid_until: 2026-01-31", "valid_until: 2029-01-31"))
    brief = replace(june, as_of=on)
    assert code in one_of(brief, base, OIL, review_after=span).codes or code == "unchanged"
    assert ("aged" in one_of(brief, base, OIL, review_after=span).codes) == (code == "aged")


def test_a_part_of_the_base_that_was_not_read_is_no_withdrawal(place: Path, june: Brief) -> None:
    (place / "knowledge/topics/lamps.yaml").write_text("topic: lamps\n  broken: [", "utf-8")
    found = verdicts(june, base_of(place))
    assert {v.code for v in found if v.entry.startswith("lamps/")} == {"unreadable"}
    with pytest.raises(BrieferError, match="not read"):
        deciding.take(june, found[0], base_of(place), on="2025-09-18")


def test_a_dispute_that_was_settled_is_told(place: Path, june: Brief) -> None:
    base = lamps(place, ("    disputed_by: [lamps-lit]\n", ""))
    one = one_of(june, base, "lamps/lamps-lit")
    assert one.code == "changed" and "no longer disputed" in one.said
    assert review.notices(edit.find(june, one.block)[1], june.as_of)
    after = deciding.take(june, one, base, on="2025-09-18")
    assert not review.notices(edit.find(after, one.block)[1], after.as_of)


# --- taken, kept, edited ----------------------------------------------------------------------------------------------

LONGER = ("runs to 31 January 2026.", "runs to 31 March 2026.")


def test_taking_brings_words_sources_and_dates(place: Path, june: Brief) -> None:
    base = lamps(place, LONGER, ("valid_until: 2026-01-31", "valid_until: 2026-03-31"),
                 ('{paper: st-1234-2025, at: "Lamps, para. 2"}', "{paper: keepers-2024-count}"))  # fmt: skip
    one = one_of(june, base, OIL)
    after = deciding.take(june, one, base, on="2025-09-18")
    block = edit.find(after, one.block)[1]
    assert block.text.endswith("The oil contract of the northern lamps runs to 31 March 2026.")
    assert block.pulled is not None and block.pulled.valid_until == "2026-03-31"
    assert [s.paper for s in block.sources] == ["keepers-2024-count"]
    assert one_of(after, base, OIL).code == "unchanged"


def test_words_of_ones_own_are_known_and_stay_where_asked(place: Path, june: Brief) -> None:
    at = one_of(june, base_of(place), OIL).block
    own = edit.set_text(june, at, "Oil is paid for until spring.")
    base = lamps(place, LONGER)
    one = one_of(own, base, OIL)
    assert one.own_words and not deciding.is_safe(one)
    mine = deciding.take(own, one, base, on="2025-09-18", words="mine")
    block = edit.find(mine, at)[1]
    assert block.text == "Oil is paid for until spring." and block.pulled is not None
    assert block.pulled.text.endswith("31 March 2026.")
    assert one_of(mine, base, OIL).code == "unchanged"


def test_the_day_before_a_statement_in_a_timeline_moves_with_it(place: Path, june: Brief) -> None:
    first = one_of(june, base_of(place), "lamps/lamps-lit")
    dated = edit.set_text(june, first.block, f"**October 2024** {LIT}")
    base = lamps(place, (LIT, LIT.replace("October 2024", "November 2024")))
    one = one_of(dated, base, "lamps/lamps-lit")
    assert not one.own_words
    text = edit.find(deciding.take(dated, one, base, on="2025-09-18"), first.block)[1].text
    assert text == f"**November 2024** {LIT.replace('October', 'November')}"


def test_a_superseded_entry_gives_way_to_what_holds_now(place: Path, june: Brief) -> None:
    newer = (
        "  - id: oil-again\n    text: Oil is paid to 2030.\n    source: {paper: st-2345-2025}\n    as_of: 2025-09-01\n"
    )
    base = lamps(place, ("    valid_until: 2026-01-31\n", "    valid_until: 2026-01-31\n    superseded_by: oil-again\n"),
                 ("positions:\n", newer + "positions:\n"))  # fmt: skip
    brief = carried(place, june).brief
    one = one_of(brief, base, OIL)
    assert (one.code, one.instead) == ("superseded", "lamps/oil-again")
    assert one.now is not None and one.now.text == "Oil is paid to 2030."
    after = deciding.take(brief, one, base, on="2025-09-18")
    block = edit.find(after, one.block)[1]
    assert (block.entry, block.text) == ("lamps/oil-again", "**2030** Oil is paid to 2030."), "it is a timeline's"
    assert block.sources[0].number == "2345/25"
    again = next(v for v in verdicts(after, base) if v.block == one.block)
    assert again.code == "unchanged"


def test_a_withdrawn_entry_goes_when_that_is_taken(place: Path, june: Brief) -> None:
    base = lamps(place, ("  - id: oil-contract", "  - id: another-contract"))
    one = one_of(june, base, OIL)
    after = deciding.take(june, one, base, on="2025-09-18")
    assert one.block not in edit.taken(after)


def test_what_is_kept_asks_again_only_when_something_changes(place: Path, june: Brief) -> None:
    base = lamps(place, LONGER)
    one = one_of(june, base, OIL)
    kept = deciding.keep(june, one, on="2025-09-18", reason="The old date was agreed.", by="AB")
    assert one_of(kept, base, OIL).kept and not one_of(kept, base, OIL).asks
    assert store.parse(store.dump(kept), "june.yaml")[0] == replace(kept, marking="LIMITE")
    noted = kept.accepted[-1]
    assert (noted.code, noted.row, noted.reason, noted.by, noted.on) == (
        "changed", one.block, "The old date was agreed.", "AB", "2025-09-18",
    )  # fmt: skip
    again = lamps(place, ("runs to 31 March 2026.", "runs to 1 April 2026."))
    assert one_of(kept, again, OIL).asks
    assert one_of(deciding.unkeep(kept, one), base, OIL).asks
    assert carried(place, kept).brief.accepted == (), "another day, another judgement"


def test_a_remark_accepted_on_the_same_block_leaves_what_was_kept(place: Path, june: Brief) -> None:
    base = lamps(place, LONGER)
    one = one_of(june, base, OIL)
    kept = deciding.keep(june, one, on="2025-09-18", reason="The old date was agreed.", by="AB")
    remark = next(f for f in review.findings(kept, base) if (f.code, f.block) == ("changed", one.block))
    both = review.accept(kept, remark, "Said so on purpose.")
    assert one_of(both, base, OIL).kept
    assert ("changed", one.block) not in [(f.code, f.block) for f in review.findings(both, base)]


def test_words_changed_in_the_light_of_the_base_ask_no_longer(place: Path, june: Brief) -> None:
    base = lamps(place, LONGER)
    one = one_of(june, base, OIL)
    after = deciding.reword(june, one, "Oil until the end of March.", base, on="2025-09-18")
    block = edit.find(after, one.block)[1]
    assert block.text == "Oil until the end of March."
    assert block.pulled is not None and block.pulled.text.endswith("31 March 2026.")
    assert not one_of(after, base, OIL).asks


def test_a_dispute_that_is_taken_stands_with_its_other_side_and_asks_no_longer(place: Path, june: Brief) -> None:
    base = lamps(
        place, ("    valid_until: 2026-01-31\n", "    valid_until: 2026-01-31\n    disputed_by: [lamps-lit]\n")
    )
    one = one_of(june, base, OIL)
    after = deciding.take(june, one, base, on="2025-09-18")
    left = one_of(after, base, OIL)
    assert left.code == "disputed" and not left.asks
    assert "Disputed" in dict(review.notices(edit.find(after, one.block)[1], after.as_of))


def test_what_is_due_for_review_asks_no_longer_once_it_was_looked_at(place: Path, june: Brief) -> None:
    base = base_of(place)
    day = replace(june, as_of="2026-01-15")
    old = one_of(day, base, OIL, review_after="6 months")
    assert old.code == "aged"
    after = deciding.take(day, old, base, on="2026-01-15", review_after="6 months")
    assert one_of(after, base, OIL, review_after="6 months").kept
    assert one_of(after, base, OIL, review_after="3 months").asks


def test_what_has_come_to_be_doubted_is_marked_in_the_next_brief_before_anybody_decides(
    place: Path, june: Brief
) -> None:
    base = lamps(
        place, ("    valid_until: 2026-01-31\n", "    valid_until: 2025-08-01\n    disputed_by: [lamps-lit]\n")
    )
    at = one_of(june, base, OIL).block
    assert not review.notices(edit.find(june, at)[1], "2025-09-18")
    brief = carried(place, june).brief
    told = review.notices(edit.find(brief, at)[1], brief.as_of)
    assert {word for word, _ in told} == {"Out of date", "Disputed"}
    assert one_of(brief, base, OIL).code == "out-of-date"


def test_all_that_needs_no_second_look_is_taken_at_once(place: Path, june: Brief) -> None:
    own = edit.set_text(june, one_of(june, base_of(place), "lamps/keepers-more-oil").block, "The Guild wants oil.")
    base = lamps(place, LONGER, ("for two years ahead", "for three years ahead"), (LIT, LIT.replace("12", "13")))
    after = deciding.take_safe(own, verdicts(own, base), base, on="2025-09-18")
    assert one_of(after, base, OIL).code == "unchanged"
    assert one_of(after, base, "lamps/keepers-more-oil").asks, "words of one's own are never overwritten unseen"
    assert one_of(after, base, "lamps/lamps-lit").asks, "a dispute wants to be looked at"


# --- woven in ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def woven(place: Path, june: Brief) -> tuple[Brief, str]:
    """The brief with the oil contract woven into a text of its own, and that block."""
    base = base_of(place)
    bare = june
    while any(v.entry == OIL for v in verdicts(bare, base)):
        bare = edit.remove(bare, one_of(bare, base, OIL).block)
    at = next(b.id for _, b in _blocks(bare) if b.text == "A paragraph of our own.")
    brief, text, _ = edit.weave(bare, at, "We note: ", 9, base.entry(OIL), base)
    return edit.set_text(brief, at, text), at


def test_an_entry_woven_into_a_text_has_its_verdict_and_is_taken_within_it(
    place: Path, woven: tuple[Brief, str]
) -> None:
    brief, at = woven
    base = lamps(place, LONGER, ('{paper: st-1234-2025, at: "Lamps, para. 2"}', "{paper: st-2345-2025}"))
    one = one_of(brief, base, OIL)
    assert (one.code, one.woven, one.own_words) == ("changed", True, False)
    after = deciding.take(brief, one, base, on="2025-09-18")
    block = edit.find(after, at)[1]
    assert block.text == "We note: The oil contract of the northern lamps runs to 31 March 2026.[^1]"
    assert [s.number for s in block.sources] == ["2345/25"]
    assert one_of(after, base, OIL).code == "unchanged"


def test_words_around_a_woven_entry_that_were_changed_stay(place: Path, woven: tuple[Brief, str]) -> None:
    brief, at = woven
    brief = edit.set_text(brief, at, "We note that the oil contract of the northern lamps ends in January[^1].")
    base = lamps(place, LONGER)
    one = one_of(brief, base, OIL)
    assert one.own_words
    after = deciding.take(brief, one, base, on="2025-09-18")
    assert edit.find(after, at)[1].text == "We note that the oil contract of the northern lamps ends in January[^1]."
    assert one_of(after, base, OIL).code == "unchanged"


def test_a_woven_entry_that_was_withdrawn_leaves_its_words_as_ones_own(place: Path, woven: tuple[Brief, str]) -> None:
    brief, at = woven
    base = lamps(place, ("  - id: oil-contract", "  - id: another-contract"))
    after = deciding.take(brief, one_of(brief, base, OIL), base, on="2025-09-18")
    block = edit.find(after, at)[1]
    assert (block.carries, block.sources) == ((), ())
    assert "oil contract" in block.text


# --- new entries ------------------------------------------------------------------------------------------------------

FRESH = "  - id: {id}\n    text: {text}\n    source: {{paper: {paper}}}\n    as_of: {day}\n"


NEW_LAMP = FRESH.format(
    id="new-lamp", text="A new lamp stands at Cape Example.", paper="st-2345-2025", day="2025-09-01"
)
OLD_LAMP = FRESH.format(id="old-lamp", text="An old lamp fell.", paper="keepers-2024-count", day="2024-10")
LATE_LAMP = FRESH.format(id="late-lamp", text="A lamp was planned.", paper="st-2345-2025", day="2025-12-01")


def with_more(place: Path, *facts: str) -> Knowledge:
    return lamps(place, ("positions:\n", "".join(facts) + "positions:\n"))


def offered(brief: Brief, base: Knowledge, last: Brief | None = None) -> list[str]:
    return [e.id.partition("/")[2] for e in newly.new_entries(brief, base, newly.since(brief, last))]


def test_what_is_new_since_the_last_brief_is_offered_taken_or_passed_over(place: Path, june: Brief) -> None:
    base = with_more(place, NEW_LAMP, LATE_LAMP)
    brief = carried(place, june).brief
    assert offered(brief, base, june) == ["new-lamp"]
    after, made = deciding.take_new(brief, base.entry("lamps/new-lamp"), base)
    section, block = edit.find(after, made)
    assert (section.id, block.entry) == ("background", "lamps/new-lamp") and block.sources
    assert offered(after, base, june) == []
    passed = deciding.pass_over(brief, "lamps/new-lamp", on="2025-09-18")
    assert offered(passed, base, june) == []


def test_what_was_written_down_since_is_new_whatever_day_it_speaks_of(place: Path, june: Brief) -> None:
    base = with_more(place, OLD_LAMP)
    brief = store.parse(store.dump(carried(place, june).brief), "september")[0]
    assert brief is not None
    assert offered(brief, base) == ["old-lamp"]  # in the first brief's folder or not
    assert offered(june, base) == ["old-lamp"]  # on the desk of the last one too


def test_what_comes_while_the_next_brief_is_being_written_is_new_to_it(place: Path, june: Brief) -> None:
    brief = carried(place, june).brief
    base = with_more(place, OLD_LAMP)
    assert offered(brief, base, june) == ["old-lamp"]


def test_what_was_offered_once_is_not_new_at_the_meeting_after(place: Path, june: Brief) -> None:
    with_more(place, OLD_LAMP, NEW_LAMP, LATE_LAMP)
    september = carried(place, june).brief
    passed = deciding.pass_over(september, "lamps/new-lamp", on="2025-09-18")
    november = carried(place, passed, "lwp-2026-11-24").brief
    # What spoke of a later day than September's note could not be used in it.
    assert offered(november, base_of(place), september) == ["late-lamp"]


def test_what_was_taken_out_of_the_last_brief_is_not_offered_as_new(place: Path, june: Brief) -> None:
    base = with_more(place, OLD_LAMP)
    taken, _ = deciding.take_new(june, base.entry("lamps/old-lamp"), base)
    assert offered(carried(place, taken).brief, base, taken) == []


def test_a_drive_that_was_away_for_a_day_makes_nothing_new_afterwards(place: Path, june: Brief) -> None:
    path = place / "knowledge/topics/lamps.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.partition("facts:\n")[0], "utf-8")
    september = carried(place, june).brief
    path.write_text(text, "utf-8")
    assert offered(carried(place, september, "lwp-2026-11-24").brief, base_of(place), september) == []


def test_a_brief_of_before_this_was_kept_goes_by_days(place: Path, june: Brief) -> None:
    base = with_more(place, NEW_LAMP, OLD_LAMP)
    old = replace(june, known={})
    september = carried(place, old).brief
    assert offered(september, base, old) == ["new-lamp"]
    assert offered(replace(september, known={}, fresh=()), base, old) == ["new-lamp"]
