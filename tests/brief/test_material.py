"""What helps to answer a question that is in a brief."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefer.brief import edit, making, material
from briefer.brief.model import Brief
from briefer.brief.templates import Templates
from briefer.errors import BrieferError
from briefer.knowledge.base import Knowledge
from briefer.text import fold
from briefer.workspace import read


def offered(brief: Brief, question: str, base: Knowledge) -> list[str]:
    return [entry.id for entry, _ in material.for_question(brief, question, base)]


def test_the_best_comes_first_with_the_words_that_say_why(lamps_brief: Brief, base: Knowledge) -> None:
    (first, why), *rest = material.for_question(lamps_brief, "qqqqq1", base)
    assert first.id == "lamps/oil-contract"
    assert why == ("northern", "lamps")
    assert "lamps/lamps-lit" in [e.id for e, _ in rest], "what is in the brief already is offered too"
    for entry, words in ((first, why), *rest):
        assert words
        assert all(w in " ".join((entry.value.text, *entry.value.tags)) for w in words)


def test_a_question_of_ones_own_is_answered_from_its_words(lamps_brief: Brief, base: Knowledge) -> None:
    brief, ident = edit.add(lamps_brief, "question", "Who installed **horns** for *fog*?", section="speaking")
    assert offered(brief, ident, base)[0] == "fog-signals/horns-installed"
    assert material.for_question(brief, ident, base)[0][1][:2] == ("horns", "installed")


def test_other_words_for_a_question_of_the_base_bring_other_material_to_the_top(
    lamps_brief: Brief, base: Knowledge
) -> None:
    brief = edit.set_text(lamps_brief, "qqqqq1", "Were horns installed at the Cape?")
    assert "fog-signals/horns-installed" in offered(brief, "qqqqq1", base)
    assert "fog-signals/horns-installed" not in offered(lamps_brief, "qqqqq1", base)


def test_a_brief_without_topics_looks_through_all_of_the_base(lamps_brief: Brief, base: Knowledge) -> None:
    brief, ident = edit.add(replace(lamps_brief, topics=()), "question", "Which horns?", section="speaking")
    assert offered(brief, ident, base) == ["fog-signals/horns-installed"]


def test_what_is_later_than_the_note_is_offered_only_where_the_note_holds_it(
    lamps_brief: Brief, base: Knowledge
) -> None:
    early = replace(lamps_brief, as_of="2025-01-01")
    assert "lamps/oil-contract" not in offered(early, "qqqqq1", base)
    held, _ = edit.pull(early, base.entry("lamps/oil-contract"), base, section="background")
    assert "lamps/oil-contract" in offered(held, "qqqqq1", base)


def test_only_a_question_has_material(lamps_brief: Brief, base: Knowledge) -> None:
    with pytest.raises(BrieferError, match="not a question"):
        material.for_question(lamps_brief, "ccccc2", base)


def test_every_question_of_the_shipped_papers_has_material_with_reasons(
    shipped_base: Knowledge, shipped_templates: Templates, repository: Path
) -> None:
    workspace = read(str(repository))
    for topic in ("csdp-jha-synergies", "pact-external-dimension", "central-asia", "climate-mobility-africa"):
        brief = making.compose(workspace, making.Wanted((topic,)), shipped_base, shipped_templates)
        asked = [b for s in brief.sections for b in s.blocks if b.role == "question"]
        assert asked
        for question in asked:
            found = material.for_question(brief, question.id, shipped_base)
            assert len(found) >= 3, question.text
            for entry, why in found:
                said = fold(" ".join((entry.value.text, *entry.value.tags)))
                assert 0 < len(why) <= 3
                assert all(fold(w) in said for w in why)
            pulled = {b.entry for s in brief.sections for b in s.blocks if b.question == question.id}
            assert pulled - {None} <= {e.id for e, _ in found}
