"""A year as a delegate lives it, by command: EMWP meetings of March, May, June and September 2025 and of November 2026, each
brief made out of the last one, while facts change, run out, are disputed and grow old."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from briefer import workspace as workspaces
from briefer.brief import review, store
from briefer.dates import is_older, is_past

CALENDAR = """\
BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Examplia//EN\r
BEGIN:VEVENT\r
UID:77@council\r
SUMMARY:Working Party on External Aspects of Asylum and Migra\r
 tion (EMWP)\r
DTSTART;TZID=Europe/Brussels:20261124T100000\r
LOCATION:Brussels\r
END:VEVENT\r
END:VCALENDAR\r
"""
PAPER = """\
Brussels, 9 November 2026
(OR. en)

15001/26

LIMITE

JAI 1501
MIGR 401

NOTE

From: Presidency
To: Working Party on External Aspects of Asylum and Migration (EMWP)
Subject: Civilian missions along the routes: what has become of them

The mandates of several missions have been reviewed since 2025. Some have ended.

Questions for discussion

In light of the above, delegations are invited to consider the following questions:

1. Which lessons should be drawn from the missions that have ended?
2. How can reports of the remaining missions reach the agencies sooner?
"""
REVIEW_AFTER = "12 months"
LAST = "2026-11-24"


def own(root: Path, topic: str, facts: str) -> None:
    path = root / "knowledge/topics" / f"{topic}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"topic: {topic}\nfacts:\n{facts}", "utf-8")


@pytest.fixture
def year(run: Any, tmp_path: Path) -> tuple[Path, dict[str, Any]]:
    """The workspace at the end of it, and what carrying over said each time."""
    root = tmp_path / "year"
    assert run("init", str(root)).code == 0
    (root / "briefer.yaml").write_text(f"delegation: Examplia\nreview_after: {REVIEW_AFTER}\n", "utf-8")

    def does(*command: str) -> Any:
        ran = run(*command, "--json", at=root)
        assert ran.code == 0, ran.err
        return ran.json

    told: dict[str, Any] = {}
    does("new", "--meeting", "emwp-2025-03-26", "--template", "full-brief", "--name", "march")
    does("template", "save", "march", "our-emwp")
    told["may"] = does("carry", "march", "--meeting", "emwp-2025-05-14", "--name", "may", "--take", "safe")
    count = ("--id", "summer-count", "--text", "In summer 2025 eleven reports were counted.")
    days = ("--as-of", "2025-06-01", "--valid-until", "2025-08-31")
    source = ("--paper", "st-9375-2025", "--at", "NOTE, para. 1")
    does("add", "fact", "--topic", "csdp-jha-synergies", *count, *source, *days)
    told["june"] = does("carry", "may", "--meeting", "emwp-2025-06-10", "--name", "june", "--take", "new")
    own(root, "eucap-sahel-mali", (
        "  - id: mandate-extended-2027\n    text: The mandate of EUCAP Sahel Mali was cut short in 2025.\n"
        "    source: {paper: st-9375-2025}\n    as_of: 2025-08-01\n    valid_until: 2026-06-30\n"
    ))  # fmt: skip
    told["september"] = does("carry", "june", "--meeting", "emwp-2025-09-10", "--name", "september")
    (root / "c.ics").write_text(CALENDAR, "utf-8")
    does("meetings", "--read", str(root / "c.ics"))
    (root / "p.txt").write_text(PAPER, "utf-8")
    does("read", str(root / "p.txt"), "--into-knowledge", "--topic", "csdp-jha-synergies")
    topics = "csdp-jha-synergies,eucap-sahel-mali,eucap-sahel-niger-racc,central-asia"
    item = ("--number", "2", "--title", "Missions along the routes", "--papers", "st-15001-2026", "--topics", topics)
    does("add", "item", "--meeting", "emwp-2026-11-24", *item)
    told["november"] = does("carry", "september", "--meeting", "emwp-2026-11-24", "--name", "november")
    return root, told


def test_nothing_that_no_longer_holds_stands_unflagged_in_the_last_brief(
    year: tuple[Path, dict[str, Any]], run: Any
) -> None:
    root, _told = year
    place = workspaces.read(str(root))
    base, brief = place.knowledge(), store.read(root / "briefs/november.yaml")
    assert (brief.as_of, brief.carried_from) == (LAST, "september")
    remarks = review.findings(brief, base, review_after=REVIEW_AFTER)
    flagged: dict[str, set[str]] = {}
    for one in remarks:
        flagged.setdefault(one.block, set()).add(one.code)
    met: Counter[str] = Counter()
    for block in (b for s in brief.sections for b in s.blocks if b.entry and b.role != "question"):
        entry = base.entries[block.entry or ""]
        standing, until = base.standing(entry, LAST), getattr(entry.value, "valid_until", None)
        wanted = {
            "out-of-date": bool(until and is_past(until, LAST)),
            "superseded": bool(standing.superseded_by),
            "disputed": bool(standing.disputed),
            "old": is_older(entry.value.as_of, REVIEW_AFTER, LAST),
        }
        for code in (c for c, holds in wanted.items() if holds):
            met[code] += 1
            # What is out of date or replaced is told as that; that it is old, too, adds nothing.
            instead = {"out-of-date", "superseded"} if code == "old" else set()
            assert flagged.get(block.id, set()) & {code, *instead}, f"{block.entry} is {code} and stands unflagged"
    assert met["out-of-date"] >= 2 and met["disputed"] >= 1 and met["old"] >= 10
    said = Counter(f["code"] for f in run("check", "november", "--json", at=root).json)
    assert all(said[code] >= count for code, count in Counter(f.code for f in remarks).items())


def test_every_carrying_over_said_what_had_become_of_what_is_cited(year: tuple[Path, dict[str, Any]]) -> None:
    root, told = year
    base = workspaces.read(str(root)).knowledge()
    assert base.entry("csdp-jha-synergies/summer-count")
    november = {v["entry"]: v["verdict"] for v in told["november"]["verdicts"]}
    assert november["csdp-jha-synergies/summer-count"] == "out-of-date"
    assert november["eucap-sahel-niger-racc/racc-mandate-end"] == "out-of-date"
    assert november["eucap-sahel-mali/mandate-extended-2027"] == "out-of-date"
    assert "out-of-date" not in {
        v["verdict"] for v in told["june"]["verdicts"] if v["entry"].endswith("racc-mandate-end")
    }


def test_the_new_papers_questions_are_asked_and_the_note_shows_what_ran_out(
    year: tuple[Path, dict[str, Any]], run: Any, tmp_path: Path
) -> None:
    root, _told = year
    brief = store.read(root / "briefs/november.yaml")
    asked = [b.text for s in brief.sections for b in s.blocks if b.role == "question" and s.role == "speaking-note"]
    assert asked[:2] == [
        "Which lessons should be drawn from the missions that have ended?",
        "How can reports of the remaining missions reach the agencies sooner?",
    ]
    note = tmp_path / "november.docx"
    assert run("export", "november", "-o", str(note), at=root).code == 0
    shown = "\n".join(node.text or "" for node in Document(str(note)).element.iter() if node.tag.endswith("}t"))
    assert "valid until 31 January 2026" in shown and "Disputed" in shown
    first = run("template", "list", "--json", at=root).json
    assert {"id": "our-emwp", "bodies": ["EMWP"]}.items() <= next(t for t in first if t["id"] == "our-emwp").items()
