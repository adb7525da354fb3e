"""A proposal enters the base when a person has accepted it: verbatim or reworded, or as a source of what is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from paper_made import PLAIN

from briefer.errors import BrieferError, UsageError
from briefer.intake import accept as accepting
from briefer.intake import into
from briefer.papers.propose import Proposal, proposals
from briefer.workspace import read

LAMPS = "knowledge/topics/lamps.yaml"
FACT = Proposal("fact", "The fund paid EUR 3 million until 31 January 2026.", 0, "Oil, para. 2", 2, 4.0, (),
                as_of="2025-06-10", valid_until="2026-01-31")  # fmt: skip
POSITION = Proposal("position", "Several delegations stressed the price of oil.", 1, "Oil, para. 3", 2, 3.0, (),
                    as_of="2025-06-10", actor="Several delegations", stance="neutral")  # fmt: skip


@pytest.fixture
def root(workspace: Callable[..., Path]) -> Path:
    """A workspace into which the plain paper was read."""
    made = workspace()
    place = read(str(made))
    into.take(PLAIN, "lamps", place, place.knowledge())
    return made


def accept(root: Path, proposal: Proposal, **keys: Any) -> accepting.Accepted:
    place = read(str(root))
    return accepting.accept(proposal, "st-1500-2025", "lamps", place, place.knowledge(), **keys)


def merge(root: Path, proposal: Proposal, entry: str) -> accepting.Accepted:
    place = read(str(root))
    return accepting.merge(proposal, "st-1500-2025", entry, place, place.knowledge())


def last(root: Path, key: str) -> dict[str, Any]:
    return dict(yaml.load((root / LAMPS).read_text("utf-8"), yaml.BaseLoader)[key][-1])


def faultless(root: Path) -> bool:
    from briefer.knowledge.check import check

    return not [f for f in check(read(str(root)).knowledge(), "2025-06-10") if f.severity == "error"]


def bytes_of(root: Path) -> dict[str, bytes]:
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def test_a_fact_word_for_word_is_marked_verbatim(root: Path) -> None:
    done = accept(root, FACT)
    assert done.id == "lamps/the-fund-paid-eur-3-million-until"
    assert last(root, "facts") == {
        "id": "the-fund-paid-eur-3-million-until", "text": FACT.text, "as_of": "2025-06-10", "valid_until": "2026-01-31",
        "source": {"paper": "st-1500-2025", "at": "Oil, para. 2"}, "wording": "verbatim",
    }  # fmt: skip
    assert faultless(root)


def test_one_in_ones_own_words_is_not(root: Path) -> None:
    accept(
        root,
        FACT,
        edits={"text": "Until January 2026 the fund pays EUR 3 million.", "valid_until": "", "tags": ["oil"]},
    )
    entry = last(root, "facts")
    assert "wording" not in entry and "valid_until" not in entry and entry["tags"] == ["oil"]


def test_a_position_finds_its_actor_or_brings_it(root: Path) -> None:
    keepers = replace(POSITION, text="The GoK wants oil.", actor="GoK", stance="asks")
    assert accept(root, keepers).value.actor == "keepers"  # type: ignore[union-attr]
    done = accept(root, POSITION)
    assert (last(root, "positions")["actor"], last(root, "positions")["stance"]) == ("several-delegations", "neutral")
    assert len(done.written) == 2 and faultless(root)


def test_accepting_is_undone_in_one_step(root: Path) -> None:
    before = bytes_of(root)
    accept(root, POSITION).takes_back()
    assert bytes_of(root) == before


def test_a_position_may_be_taken_as_a_fact(root: Path) -> None:
    assert accept(root, POSITION, kind="fact").id.startswith("lamps/several")
    assert "actor" not in last(root, "facts")


def test_the_same_proposal_twice_is_refused(root: Path) -> None:
    accept(root, FACT)
    before = bytes_of(root)
    with pytest.raises(BrieferError) as refusal:
        accept(root, FACT)
    assert refusal.value.code == "same" and bytes_of(root) == before


def test_an_edit_that_is_wrong_writes_nothing_not_even_the_actor(root: Path) -> None:
    before = bytes_of(root)
    with pytest.raises(UsageError, match="stance"):
        accept(root, POSITION, edits={"stance": "furious"})
    assert bytes_of(root) == before


def test_ids_are_not_taken_twice_though_the_base_was_read_before(root: Path) -> None:
    place = read(str(root))
    old = place.knowledge()
    first = accepting.accept(FACT, "st-1500-2025", "lamps", place, old)
    other = replace(FACT, text=f"{FACT.text[:-1]}, the guild says.")
    second = accepting.accept(other, "st-1500-2025", "lamps", place, old)
    assert first.id != second.id and faultless(root)


def test_merging_adds_the_source_and_keeps_the_text(root: Path) -> None:
    done = merge(root, FACT, "lamps/oil-contract")
    value = read(str(root)).knowledge().entries["lamps/oil-contract"].value
    assert value.text == "The oil contract of the northern lamps runs to 31 January 2026."
    assert [(c.paper, c.at) for c in value.cites] == [  # type: ignore[union-attr]
        ("st-1234-2025", "Lamps, para. 2"), ("st-1500-2025", "Oil, para. 2"),
    ]  # fmt: skip
    assert done.id == "lamps/oil-contract" and faultless(root)
    with pytest.raises(BrieferError) as refusal:
        merge(root, FACT, "lamps/oil-contract")
    assert refusal.value.code == "same"


def test_merging_with_a_shipped_entry_copies_it_into_ones_own_layer(workspace: Callable[..., Path]) -> None:
    from small_workspace import LAMPS as lamps

    root = workspace({"unit/knowledge/topics/lamps.yaml": lamps, LAMPS: None, "knowledge/topics/fog-signals.yaml": None,
                      "briefer.yaml": "layers: [unit, knowledge]\n", "knowledge/meetings/lwp-2025-06-12.yaml": None})  # fmt: skip
    place = read(str(root))
    into.take(PLAIN, "lamps", place, place.knowledge())
    merge(root, FACT, "lamps/oil-contract")
    assert (root / "unit/knowledge/topics/lamps.yaml").read_text("utf-8") == lamps
    base = read(str(root)).knowledge()
    assert base.origins["entry:lamps/oil-contract"].layer == "knowledge"
    assert len(base.entries["lamps/oil-contract"].value.cites) == 2  # type: ignore[union-attr]


def test_what_a_paper_proposes_can_be_accepted_as_it_is(root: Path) -> None:
    for one in proposals(PLAIN):
        accept(root, one)
    base = read(str(root)).knowledge()
    assert "lamps/the-presidency-considers-that-horns-are-needed" in base.entries
    position = base.entries["lamps/the-presidency-considers-that-horns-are-needed"].value
    assert position.actor == "presidency-pl"  # type: ignore[union-attr]
    assert faultless(root)


def test_a_verbatim_entry_that_is_reworded_later_is_verbatim_no_more(root: Path) -> None:
    from briefer import adding

    done = accept(root, FACT)
    place = read(str(root))
    adding.change("fact", done.id, {"tags": ["oil"]}, place, place.knowledge())
    assert last(root, "facts")["wording"] == "verbatim"
    adding.change("fact", done.id, {"text": "The fund pays."}, place, place.knowledge())
    assert "wording" not in last(root, "facts")


def test_briefer_add_knows_the_wording_too(root: Path, run: Callable[..., Any]) -> None:
    told = ("add", "fact", "--topic", "lamps", "--paper", "st-1500-2025", "--text", "x")
    assert run(*told, "--wording", "verbatim", at=root).code == 0
    assert last(root, "facts")["wording"] == "verbatim"
    refused = run(*told, "--wording", "exact", at=root)
    assert refused.code == 2 and "gist or verbatim" in refused.err
