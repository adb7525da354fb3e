"""Drafts: every topic and meeting by every template, and the rules that a delegate relies on."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefer import workspace as workspaces
from briefer.brief import making, markup, store
from briefer.brief.draft import Order, draft
from briefer.brief.making import Wanted
from briefer.brief.marking import high_water
from briefer.brief.model import Block, Brief
from briefer.brief.templates import Templates
from briefer.dates import first_day, last_day
from briefer.errors import UsageError
from briefer.knowledge.base import Knowledge
from briefer.knowledge.entries import Position

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
TOPICS = sorted(p.stem for p in (KNOWLEDGE / "topics").glob("*.yaml"))
MEETINGS = sorted(p.stem for p in (KNOWLEDGE / "meetings").glob("*.yaml"))
TEMPLATES = ("speaking-note", "full-brief", "scene-setter")
TODAY = "2025-09-01"


def blocks(brief: Brief) -> list[Block]:
    return [b for s in brief.sections for b in s.blocks]


def questions(brief: Brief) -> list[Block]:
    return [b for b in blocks(brief) if b.role == "question"]


def test_all_twenty_four_topics_are_drafted_here() -> None:
    assert len(TOPICS) == 24
    assert MEETINGS


@pytest.fixture(params=[*((t, None) for t in TOPICS), *((None, m) for m in MEETINGS)], ids=lambda p: p[0] or p[1])
def order(request: pytest.FixtureRequest) -> Order:
    topic, meeting = request.param
    return Order((topic,) if topic else (), meeting=meeting, delegation="Finland")


@pytest.fixture(params=TEMPLATES)
def drafted(
    request: pytest.FixtureRequest, order: Order, shipped_base: Knowledge, shipped_templates: Templates
) -> Brief:
    return draft(order, shipped_templates.get(request.param), shipped_base, TODAY)


def test_a_draft_of_the_shipped_base_holds_what_it_promises(drafted: Brief, shipped_base: Knowledge) -> None:
    _comes_back_from_disk(drafted)
    _ids_are_sound(drafted)
    _says_only_what_the_base_says(drafted, shipped_base)
    _is_of_its_day(drafted, shipped_base)
    _tells_how_entries_stand(drafted, shipped_base)
    _has_its_questions_in_order(drafted, shipped_base)
    _expands_its_acronyms(drafted, shipped_base)
    assert drafted.marking == high_water(drafted)
    assert any(b.role == "prompt" for b in blocks(drafted)), "what only the delegation can say is a prompt"


def _comes_back_from_disk(brief: Brief) -> None:
    text = store.dump(brief)
    again, faults = store.parse(text, "briefs/x.yaml")
    assert (again, faults) == (brief, [])
    assert again is not None
    assert store.dump(again) == text


def _ids_are_sound(brief: Brief) -> None:
    ids = [b.id for b in blocks(brief)]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch("[a-z][a-z0-9]{5,19}", i) for i in ids)


def _says_only_what_the_base_says(brief: Brief, base: Knowledge) -> None:
    summaries = {base.topics[t].summary for t in brief.topics}
    timeline = {b.id for s in brief.sections if s.role == "state-of-play" for b in s.blocks}
    for block in blocks(brief):
        if block.entry:
            # A timeline sets the day before the statement, in bold.
            said = re.sub(r"^\*\*[^*]+\*\* ", "", block.text) if block.id in timeline else block.text
            assert markup.plain(said) == base.entries[block.entry].value.text
            assert block.sources, f"{block.entry} has lost its source"
        elif block.role == "text":
            assert set(block.text.split("\n")) <= summaries
        else:
            assert block.role in ("prompt", "note"), f"{block.role} without an entry: {block.text}"


def _is_of_its_day(brief: Brief, base: Knowledge) -> None:
    for block in blocks(brief):
        entry = base.entries[block.entry] if block.entry else None
        if entry and entry.kind != "question":
            assert first_day(entry.value.as_of) <= last_day(brief.as_of)  # type: ignore[union-attr]
            assert not base.standing(entry, brief.as_of).superseded_by


def _tells_how_entries_stand(brief: Brief, base: Knowledge) -> None:
    for block in blocks(brief):
        entry = base.entries[block.entry] if block.entry else None
        if entry is None or entry.kind == "question":
            continue
        assert block.pulled
        assert block.pulled.valid_until == entry.value.valid_until  # type: ignore[union-attr]
        others = base.standing(entry, brief.as_of).disputed
        assert len(block.pulled.disputed) == len(others)
        for other, told in zip(others, block.pulled.disputed, strict=True):
            assert base.entries[other].value.text.rstrip(".") in told


def _has_its_questions_in_order(brief: Brief, base: Knowledge) -> None:
    asked = questions(brief)
    if brief.template == "scene-setter":
        assert not asked
        return
    assert len({b.entry for b in asked}) == len(asked)
    if len(brief.topics) == 1 and brief.meeting is None:
        own = [e.id for e in base.under(brief.topics[0], also=False) if e.kind == "question"]
        assert [b.entry for b in asked] == (own or [e.id for e in base.questions(brief.topics[0])])
    speaking = next(s for s in brief.sections if s.role == "speaking-note")
    used: set[str] = set()
    for question in asked:
        assert question.pulled and question.pulled.asked_by and question.pulled.wording == "gist"
        below = [b for b in speaking.blocks if b.question == question.id]
        assert [b.role for b in below if not b.entry] == ["prompt"]
        material = {b.entry for b in below if b.entry}
        assert not material & used
        used |= {m for m in material if m}
        at = speaking.blocks.index(question)
        assert list(speaking.blocks[at + 1 : at + 1 + len(below)]) == below, "the material stands beneath its question"
    served = {t for b in asked if b.entry for t in (base.entries[b.entry].topic, *base.entries[b.entry].value.topics)}
    loose = [b for b in speaking.blocks if b.role != "question" and b.question not in {q.id for q in asked}]
    prompts = [b for b in loose if b.role == "prompt"]
    assert len(prompts) == len([t for t in brief.topics if t not in served]), "a topic without question is asked about"
    assert all(b.text.startswith("No question is on the table") for b in prompts)
    assert all(base.entries[b.entry or ""].topic not in served for b in loose if b.role != "prompt")


def test_a_topic_without_question_is_named_beside_one_that_has_some(
    shipped_base: Knowledge, shipped_templates: Templates
) -> None:
    order = Order(("csdp-jha-synergies", "visa-leverage"))
    speaking = draft(order, shipped_templates.get("speaking-note"), shipped_base, TODAY).sections[3]
    at = [i for i, b in enumerate(speaking.blocks) if b.text.startswith("No question is on the table on Visa leverage")]
    assert len(at) == 1
    beneath = speaking.blocks[at[0] + 1 :]
    assert beneath and all((b.entry or "").startswith("visa-leverage/") for b in beneath)


def _expands_its_acronyms(brief: Brief, base: Knowledge) -> None:
    text = " ".join(b.text for b in blocks(brief))
    for short, full in base.acronyms.items():
        if re.search(rf"(?<![\w&/-]){re.escape(short)}(?![\w&/-])", text):
            assert brief.acronyms[short] == full
    assert all(short in f"{text} {brief.title} {brief.meeting}" for short in brief.acronyms)


@pytest.mark.parametrize(
    "topic", ["csdp-jha-synergies", "central-asia", "pact-external-dimension", "climate-mobility-africa"]
)
def test_each_question_of_a_topic_gets_material_that_answers_it(
    topic: str, shipped_base: Knowledge, shipped_templates: Templates
) -> None:
    brief = draft(Order((topic,)), shipped_templates.get("speaking-note"), shipped_base, TODAY)
    asked = questions(brief)
    assert len(asked) == {"csdp-jha-synergies": 3, "central-asia": 3}.get(topic, 4)
    for question in asked:
        assert [b for b in blocks(brief) if b.question == question.id and b.entry]


def test_a_critical_voice_stands_with_the_defensives_and_never_carries_an_answer(
    shipped_base: Knowledge, shipped_templates: Templates
) -> None:
    met = 0
    for topic in TOPICS:
        brief = draft(Order((topic,)), shipped_templates.get("full-brief"), shipped_base, TODAY)
        for section in brief.sections:
            for block in section.blocks:
                value = shipped_base.entries[block.entry].value if block.entry else None
                if isinstance(value, Position) and value.stance == "critical":
                    met += 1
                    assert section.role in ("defensives", "positions")
    assert met


def test_several_topics_make_one_brief(shipped_base: Knowledge, shipped_templates: Templates) -> None:
    names = ("csdp-jha-synergies", "central-asia")
    brief = draft(Order(names), shipped_templates.get("speaking-note"), shipped_base, TODAY)
    assert brief.topics == names
    assert len(questions(brief)) == 6
    assert all(shipped_base.topics[n].title in brief.title for n in names)


def test_a_topic_named_twice_counts_once(shipped_base: Knowledge, shipped_templates: Templates) -> None:
    template = shipped_templates.get("speaking-note")
    twice = draft(Order(("central-asia", "central-asia")), template, shipped_base, TODAY)
    assert twice.topics == ("central-asia",)
    assert twice.sections == draft(Order(("central-asia",)), template, shipped_base, TODAY).sections


@pytest.mark.parametrize("meeting", MEETINGS)
def test_a_meeting_makes_one_brief_of_all_its_items(
    meeting: str, shipped_base: Knowledge, shipped_templates: Templates
) -> None:
    brief = draft(Order((), meeting=meeting), shipped_templates.get("full-brief"), shipped_base, TODAY)
    told = shipped_base.meetings[meeting]
    assert set(brief.topics) == {t for item in told.items for t in item.topics}
    assert brief.meeting and (brief.meeting.id, brief.meeting.body) == (meeting, told.body)
    assert brief.as_of == last_day(told.date).isoformat()
    with_questions = {e.value.paper for e in shipped_base.entries.values() if e.kind == "question"}  # type: ignore[union-attr]
    papers = {p for item in told.items for p in item.papers} & with_questions
    if papers:
        asked = {shipped_base.entries[q.entry or ""].value.paper for q in questions(brief)}  # type: ignore[union-attr]
        assert asked == papers


def test_the_same_order_gives_the_same_brief(shipped_base: Knowledge, shipped_templates: Templates) -> None:
    one, two = (
        draft(Order(("csdp-jha-synergies",)), shipped_templates.get("full-brief"), shipped_base, TODAY)
        for _ in range(2)
    )
    assert store.dump(one) == store.dump(two)


# --- the small workspace ---------------------------------------------------------------------------------------------

Make = Callable[..., Path]


def composed(root: Path, *topics: str, **wanted: Any) -> Brief:
    return making.compose(workspaces.read(str(root)), Wanted(topics, **wanted))


@pytest.fixture
def with_templates(workspace: Make, repository: Path) -> Make:
    """The small workspace with the shipped templates in its own folder."""

    def make(files: dict[str, Any] | None = None) -> Path:
        shipped = {f"templates/{p.name}": p.read_text("utf-8") for p in (repository / "templates").glob("*.yaml")}
        return workspace({**shipped, **(files or {})})

    return make


def test_the_day_is_the_one_given_else_the_meetings_else_today(
    with_templates: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = with_templates()
    monkeypatch.setattr(making, "today", lambda: "2031-02-03")
    assert composed(root, "lamps").as_of == "2031-02-03"
    assert composed(root, meeting="lwp-2025-06-12").as_of == "2025-06-12"
    assert composed(root, meeting="lwp-2025-06-12", as_of="2024-11").as_of == "2024-11-30"


def test_what_the_sources_say_later_than_the_briefs_day_is_not_in_it(with_templates: Make) -> None:
    root = with_templates()
    entries = {b.entry for b in blocks(composed(root, "lamps", template="full-brief", as_of="2024-12-31"))}
    assert "lamps/oil-contract" not in entries  # as of June 2025
    assert "lamps/lamps-lit" in entries
    assert "lamps/oil-contract" in {
        b.entry for b in blocks(composed(root, "lamps", template="full-brief", as_of="2025-06-10"))
    }


def test_what_is_superseded_is_not_pulled_and_what_supersedes_it_is(with_templates: Make) -> None:
    more = """\
topic: oil
title: Oil
summary: What burns.
facts:
  - id: old-price
    text: A barrel cost 40 crowns in 2023.
    source: {paper: keepers-2024-count}
    as_of: 2023
    superseded_by: new-price
  - {id: new-price, text: A barrel cost 50 crowns in 2024., source: {paper: keepers-2024-count}, as_of: 2024}
"""
    brief = composed(
        with_templates({"knowledge/topics/oil.yaml": more}), "oil", template="full-brief", as_of="2025-01-01"
    )
    entries = {b.entry for b in blocks(brief)}
    assert "oil/new-price" in entries
    assert "oil/old-price" not in entries


def test_a_disputed_fact_tells_the_other_side_with_its_source(with_templates: Make) -> None:
    brief = composed(with_templates(), "lamps", template="full-brief", as_of="2025-06-12")
    lit = next(b for b in blocks(brief) if b.entry == "lamps/lamps-lit")
    assert lit.pulled
    (other,) = lit.pulled.disputed
    assert "14 lit lamps" in other
    assert "The keepers' count" in other


def test_a_fact_out_of_date_keeps_the_day_until_which_it_was_valid(with_templates: Make) -> None:
    brief = composed(with_templates(), "lamps", template="full-brief", as_of="2026-06-12")
    oil = next(b for b in blocks(brief) if b.entry == "lamps/oil-contract")
    assert oil.pulled and oil.pulled.valid_until == "2026-01-31"


OWN_ACTOR = """\
actors:
  - {id: presidency-ex, name: Examplian Presidency, kind: presidency}
  - {id: keepers, name: Guild of Keepers, kind: organisation}
  - {id: examplia, name: Examplia, kind: member-state, aliases: [EX]}
"""
OWN_POSITION = """\
topic: lamps
positions:
  - id: we-pay-half
    actor: examplia
    stance: supports
    text: We would pay half of the oil for the northern lamps.
    source: {paper: examplia-2025-line}
    as_of: 2025-06-01
"""
OWN_PAPER = "papers:\n  - {id: examplia-2025-line, title: Our line on lamps, from: Examplia, date: 2025-06-01, marking: LIMITE}\n"


@pytest.mark.parametrize("called", ["examplia", "EX", "Examplia"])
def test_the_delegations_own_position_from_its_own_layer_comes_first(with_templates: Make, called: str) -> None:
    root = with_templates({
        "briefer.yaml": "layers: [knowledge, own]\n",
        "knowledge/actors.yaml": OWN_ACTOR,
        "own/topics/lamps.yaml": OWN_POSITION,
        "own/papers.yaml": OWN_PAPER,
    })  # fmt: skip
    brief = composed(root, "lamps", template="full-brief", delegation=called)
    objective = next(s for s in brief.sections if s.role == "objective")
    assert objective.blocks[0].entry == "lamps/we-pay-half"
    others = next(s for s in brief.sections if s.role == "positions")
    assert "lamps/we-pay-half" not in {b.entry for b in others.blocks}
    neighbour = composed(root, "lamps", template="full-brief", delegation="Otherland")
    assert "lamps/we-pay-half" not in {b.entry for s in neighbour.sections if s.role == "objective" for b in s.blocks}


def test_the_settings_of_the_workspace_reach_the_brief(with_templates: Make) -> None:
    root = with_templates({
        "briefer.yaml": "layers: [knowledge]\ndelegation: Examplia\ndrafter: A. N. Other\nwords_per_minute: 100\n"
        "markings: [PUBLIC, INTERNAL, LIMITE]\nown_marking: INTERNAL\nlanguage: fr\n"
    })  # fmt: skip
    brief = composed(root, "fog-signals", template="scene-setter")
    assert (brief.delegation, brief.drafter, brief.words_per_minute, brief.language) == (
        "Examplia",
        "A. N. Other",
        100,
        "fr",
    )
    assert (brief.own_marking, brief.markings) == ("INTERNAL", ("PUBLIC", "INTERNAL", "LIMITE"))
    assert brief.marking == "INTERNAL"  # public sources, and the delegation's own words


def test_a_paper_with_a_marking_not_in_use_makes_a_brief_that_can_be_read_again(with_templates: Make) -> None:
    papers = """\
papers:
  - {id: st-1234-2025, number: 1234/25, title: Lamps, date: 2025-06-10, marking: SENSITIVE}
  - {id: keepers-2024-count, title: The count, date: 2024-10, marking: PUBLIC}
"""
    brief = composed(with_templates({"knowledge/papers.yaml": papers}), "lamps")
    assert brief.marking == "SENSITIVE"
    _comes_back_from_disk(brief)


def test_neither_topic_nor_meeting_is_told_as_wrong_use(with_templates: Make) -> None:
    with pytest.raises(UsageError, match="--topic or --meeting"):
        composed(with_templates())
