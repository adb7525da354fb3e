"""What somebody else found in each paper is in the base: every figure, date, mandate, legal basis and commitment."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from shipped_files import READ, items, meetings, papers

LISTS = Path(__file__).parent / "coverage"
ENTRIES = {item.id: item for item in items()}


def listed() -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name of the list, the paper it is of, and each of its items."""
    for path in sorted(LISTS.glob("*.yaml")):
        data = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
        for item in data["items"]:
            yield path.stem, item.get("source", data["paper"]), item


ITEMS = list(listed())


def words(text: str) -> str:
    """Letter case, kinds of space and of hyphen aside."""
    spaced = text.casefold().translate(str.maketrans("\u00a0\u202f\u2011\u2019", "  -'"))
    return " ".join(spaced.split())


def texts(name: str) -> str:
    """What an entry, a paper or a meeting says."""
    kind, _, ident = name.rpartition(":")
    if kind:
        return everything(papers()[ident] if kind == "paper" else meetings()[ident])
    keys = ENTRIES[name].keys
    return f"{keys['text']} {keys.get('actor', '')} {keys.get('note', '')}"


def everything(data: Any) -> str:
    """All text of a paper or a meeting."""
    if isinstance(data, dict):
        return " ".join(everything(v) for v in data.values())
    return " ".join(map(everything, data)) if isinstance(data, list) else str(data)


def cited(name: str) -> set[str]:
    """The papers that an entry cites or was read in."""
    return {cite[k] for cite in ENTRIES[name].cites for k in ("paper", "via") if k in cite}


def test_there_is_a_list_for_each_paper_and_none_is_short():
    assert sorted({name for name, _, _ in ITEMS}) == sorted(set(READ.values()))
    for name in READ.values():
        assert sum(one == name for one, _, _ in ITEMS) >= 40, name


def test_every_id_of_a_list_is_given_once():
    for name in set(READ.values()):
        ids = [item["id"] for one, _, item in ITEMS if one == name]
        assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)


def gaps(name: str, paper: str, item: dict[str, Any]) -> list[str]:
    """Why an item is not covered."""
    known = {"": ENTRIES, "paper": papers(), "meeting": meetings()}
    covered_by = [tuple(one.rpartition(":")[::2]) for one in item["covered_by"]]
    if missing := [ident for kind, ident in covered_by if ident not in known[kind]]:
        return [f"there is no {one}" for one in missing]
    held = words(" ".join(texts(one) for one in item["covered_by"]))
    found = [f"“{token}” is in none of them" for token in item["tokens"] if words(token) not in held]
    if not any(kind or paper in cited(one) or any(READ.get(p) == name for p in cited(one)) for kind, one in covered_by):
        found.append(f"none of them cites {paper}")
    return found


@pytest.mark.parametrize("name", sorted(set(READ.values())))
def test_every_item_is_covered_by_what_cites_the_paper_and_holds_its_words(name):
    """What two papers say stands in the base once; so one of several covering entries may rest on the other paper."""
    found = {item["id"]: wrong for one, paper, item in ITEMS if one == name and (wrong := gaps(one, paper, item))}
    assert found == {}


@pytest.mark.parametrize(
    "wrong",
    [{"covered_by": ["csdp-jha-synergies/gone"]}, {"covered_by": []}, {"covered_by": ["paper:gone"]}, {"tokens": ["xyzzy"]},
     {"covered_by": ["central-asia/st-9375-2025-q1"]}],
)  # fmt: skip
def test_an_item_that_is_not_covered_is_found(wrong):
    name, paper, item = next(one for one in ITEMS if one[0] == "000")
    assert gaps(name, paper, item) == []
    assert gaps(name, paper, {**item, **wrong})
