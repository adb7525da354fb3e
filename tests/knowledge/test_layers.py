"""Layers lie over each other, topics may be split, and what is out of date depends on a day."""

from __future__ import annotations

import pytest
from small_workspace import FOG, LAMPS, SMALL

BASE = {"briefer.yaml": "layers: [ministry, knowledge]\n"}


def errors(ran):
    return [f for f in ran.json if f["severity"] == "error"]


def texts(run, root, words, *more):
    return {h["id"]: h["text"] for h in run("search", words, "--json", *more, at=root).json}


def layered(workspace, files):
    """A workspace whose small base is the lower layer ``ministry``; ``files`` are its own."""
    moved = {f"knowledge/{k}": None for k in ("papers.yaml", "actors.yaml", "acronyms.yaml", "topics/lamps.yaml",
             "topics/fog-signals.yaml", "meetings/lwp-2025-06-12.yaml")}  # fmt: skip
    lower = {f"ministry/{k.removeprefix('knowledge/')}": SMALL[k] for k in moved}
    return workspace({**BASE, **moved, **lower, **files})


def test_an_entry_of_a_later_layer_overrides_the_one_with_its_id_and_the_rest_stays(workspace, run):
    source = "source: {paper: st-1234-2025}, as_of: 2025"
    own = f"""\
topic: lamps
facts:
  - {{id: lamps-lit, text: In 2025 the coast had 15 lit lamps., {source}}}
  - {{id: lamps-new, text: A fact of one's own on lamps., {source}}}
"""
    root = layered(workspace, {"knowledge/topics/lamps.yaml": own})
    assert errors(run("check", "--json", at=root)) == []
    found = texts(run, root, "lamps", "--kind", "fact")
    assert found["lamps/lamps-lit"] == "In 2025 the coast had 15 lit lamps."
    assert found["lamps/lamps-new"] == "A fact of one's own on lamps."
    assert found["lamps/lamps-counted-twice"] == "In October 2024 the Examplian coast had 14 lit lamps."
    (lamps,) = (row for row in run("topics", "--json", at=root).json if row["id"] == "lamps")
    assert (lamps["title"], lamps["facts"]) == ("Coastal lamps", 4)


def test_a_later_layer_may_rename_a_topic_and_add_words_by_which_it_is_found(workspace, run):
    root = layered(workspace, {"knowledge/topics/lamps.yaml": "topic: lamps\ntitle: Our lamps\nkeywords: [lantern]\n"})
    assert texts(run, root, "lantern", "--kind", "topic") == {"lamps": "Our lamps"}
    assert texts(run, root, "beacon", "--kind", "topic") == {"lamps": "Our lamps"}


def test_papers_actors_and_meetings_override_by_id_too(workspace, run):
    root = layered(workspace, {
        "knowledge/papers.yaml": "papers:\n  - {id: keepers-2024-count, title: The corrected count, marking: LIMITE}\n",
        "knowledge/actors.yaml": "actors:\n  - {id: keepers, name: Brotherhood of Wicks, kind: organisation}\n",
    })  # fmt: skip
    assert errors(run("check", "--json", at=root)) == []
    assert texts(run, root, "corrected count", "--kind", "paper") == {"keepers-2024-count": "The corrected count"}
    assert list(texts(run, root, "Brotherhood")) == ["lamps/keepers-more-oil"]


def test_the_order_of_layers_decides(workspace, run):
    files = {"knowledge/topics/lamps.yaml": "topic: lamps\ntitle: Upper\n"}
    root = layered(workspace, {**files, "briefer.yaml": "layers: [knowledge, ministry]\n"})
    assert texts(run, root, "beacon", "--kind", "topic") == {"lamps": "Coastal lamps"}


def test_a_fault_in_a_layer_outside_the_workspace_names_its_path(workspace, run, tmp_path):
    (tmp_path / "elsewhere/topics").mkdir(parents=True)
    (tmp_path / "elsewhere/topics/bad.yaml").write_text("topic: bad\n")
    root = workspace({"briefer.yaml": "layers: [../elsewhere, knowledge]\n"})
    (fault,) = errors(run("check", "--json", at=root))
    assert fault["file"].endswith("elsewhere/topics/bad.yaml")


def test_without_settings_ones_own_entries_lie_over_the_shipped_ones(workspace, run):
    root = workspace({"briefer.yaml": None, "knowledge/topics/csdp-jha-synergies.yaml":
                      "topic: csdp-jha-synergies\ntitle: Synergies as we see them\n"})  # fmt: skip
    rows = {row["id"]: row for row in run("topics", "--json", at=root).json}
    assert len(rows) == 26
    assert rows["csdp-jha-synergies"]["title"] == "Synergies as we see them"
    assert rows["csdp-jha-synergies"]["facts"] > 10


@pytest.mark.parametrize("folder", ["lamps", "coast/lamps", "lamps/north"])
def test_a_topic_may_be_split_into_a_folder_of_its_name(workspace, run, folder):
    head, _, facts = LAMPS.partition("positions:\n")
    root = workspace({
        "knowledge/topics/lamps.yaml": None,
        f"knowledge/topics/{folder}/lamps.yaml": head,
        f"knowledge/topics/{folder}/wishes.yaml": f"topic: lamps\npositions:\n{facts}",
    })  # fmt: skip
    assert errors(run("check", "--json", at=root)) == []
    (lamps,) = (row for row in run("topics", "--json", at=root).json if row["id"] == "lamps")
    assert lamps == {"id": "lamps", "title": "Coastal lamps", "facts": 3, "positions": 1, "questions": 2}


def test_papers_may_be_split_into_a_folder_beside_their_file(workspace, run):
    root = workspace({"knowledge/papers/more.yaml": "papers:\n  - {id: p3, title: Wicks and how to trim them}\n"})
    assert texts(run, root, "wicks trim", "--kind", "paper") == {"p3": "Wicks and how to trim them"}
    assert texts(run, root, "keepers count", "--kind", "paper")


def test_a_fact_serves_other_topics_without_being_counted_there(workspace, run):
    rows = {row["id"]: row["facts"] for row in run("topics", "--json", at=workspace()).json}
    assert rows == {"lamps": 3, "fog-signals": 1}


def until(value):
    return FOG + ("  - {id: late, text: x, source: {paper: st-1234-2025}, as_of: 2024, "
                  f"valid_until: {value}}}\n")  # fmt: skip


@pytest.mark.parametrize(
    ("valid_until", "as_of", "late"),
    [
        ("2026-01-31", "2026-01-31", False),
        ("2026-01-31", "2026-02-01", True),
        ("2025", "2025-12-31", False),
        ("2025", "2026-01-01", True),
        ("2024-02", "2024-02-29", False),
        ("2024-02", "2024-03-01", True),
        ("2025", "2025", False),
        ("2025-06", "2025-07", True),
    ],
)
def test_an_entry_is_out_of_date_from_the_day_after_its_last_day(workspace, run, valid_until, as_of, late):
    root = workspace({"knowledge/topics/fog-signals.yaml": until(valid_until)})
    found = run("check", "--json", "--as-of", as_of, at=root).json
    mine = [f for f in found if f["code"] == "out-of-date" and f["message"].startswith("fog-signals/late")]
    assert len(mine) == late
    for fault in mine:
        assert (fault["severity"], fault["line"]) == ("warning", 12)


def test_without_a_day_today_is_meant(workspace, run, monkeypatch):
    root = workspace({"knowledge/topics/fog-signals.yaml": until("2999")})
    monkeypatch.setattr("briefer.checking.today", lambda: "3000-01-01")
    assert any(f["message"].startswith("fog-signals/late") for f in run("check", "--json", at=root).json)
    monkeypatch.setattr("briefer.checking.today", lambda: "2999-12-31")
    assert not any(f["message"].startswith("fog-signals/late") for f in run("check", "--json", at=root).json)


@pytest.mark.parametrize("day", ["tomorrow", "2025-02-30", "10.6.2025", ""])
def test_a_day_that_is_none_is_refused(workspace, run, day):
    ran = run("check", "--json", "--as-of", day, at=workspace())
    assert (ran.code, ran.out) == (2, "")
    assert "not a date" in ran.err
