"""A year of meetings, each brief made out of the last one, while facts change, run out, are disputed and replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefer import init
from briefer import workspace as workspaces
from briefer.brief import carry, deciding, edit, making, review, store
from briefer.brief.making import Wanted
from briefer.brief.model import Brief, Pulled
from briefer.brief.next_meeting import Going
from briefer.dates import is_past
from briefer.knowledge.base import Knowledge

NOVEMBER = """\
meeting: emwp-2026-11-24
body: EMWP
date: 2026-11-24
place: Brussels
items:
  - {number: 2, title: Missions along the routes, action: exchange of views,
     topics: [csdp-jha-synergies, eucap-sahel-niger-racc, eucap-sahel-mali, central-asia]}
"""
MEETINGS = ("emwp-2025-03-26", "emwp-2025-05-14", "emwp-2025-06-10", "emwp-2025-09-10", "emwp-2026-11-24")


def own_layer(root: Path, topic: str, text: str) -> None:
    path = root / "knowledge/topics" / f"{topic}.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"topic: {topic}\n{text}", "utf-8")


def expected(was: Pulled, name: str, base: Knowledge, on: str) -> str:
    """The verdict as the field has it, told from the base alone."""
    if name not in base.entries:
        return "withdrawn"
    entry = base.entries[name]
    standing = base.standing(entry, on)
    until = getattr(entry.value, "valid_until", None)
    if standing.superseded_by:
        return "superseded"
    if until and is_past(until, on):
        return "out-of-date"
    if standing.disputed:
        return "disputed"
    return "changed" if entry.value.text != was.text else "unchanged"


def right(brief: Brief, base: Knowledge) -> tuple[carry.Verdict, ...]:
    """The verdicts, every one of them checked against the base."""
    found = carry.verdicts(brief, base)
    for one in found:
        assert one.code == expected(one.was, one.entry, base, brief.as_of), one
    return found


@pytest.mark.parametrize("template", ["speaking-note", "full-brief", "scene-setter"])
def test_a_year_of_meetings_prepared_one_from_the_other(tmp_path: Path, template: str) -> None:
    root = tmp_path / "year"
    init.make(root)
    (root / "knowledge/meetings").mkdir(parents=True, exist_ok=True)
    (root / "knowledge/meetings/emwp-2026-11-24.yaml").write_text(NOVEMBER, "utf-8")
    space = workspaces.read(str(root))
    brief, path = making.new(space, Wanted((), meeting=MEETINGS[0], template=template))
    base = space.knowledge()
    seen: set[str] = set()
    for meeting in MEETINGS[1:]:
        if meeting == "emwp-2025-09-10":
            mandate = base.entry("eucap-sahel-mali/mandate-extended-2027")
            own_layer(root, "eucap-sahel-mali", (
                "facts:\n  - id: mandate-extended-2027\n    text: The mandate of EUCAP Sahel Mali was cut short.\n"
                f"    source: {{paper: {mandate.value.cites[0].paper}}}\n    as_of: 2025-08-01\n"
                "    valid_until: 2026-06-30\n"
            ))  # fmt: skip
        if meeting == "emwp-2026-11-24":
            own_layer(root, "csdp-jha-synergies", (
                "facts:\n  - id: frontex-working-arrangement\n    text: Two missions have an arrangement with Frontex.\n"
                "    source: {paper: st-9375-2025}\n    as_of: 2026-10-01\n    disputed_by: [note-focus]\n"
            ))  # fmt: skip
        base = space.knowledge()
        made = making.carry_over(space, brief, Going(meeting), base)
        brief = made.brief
        assert store.parse(store.dump(brief), f"{brief.brief}.yaml")[1] == []
        ids = [b.id for s in brief.sections for b in s.blocks]
        assert len(ids) == len(set(ids))
        seen |= {v.code for v in right(brief, base)}
        brief = deciding.take_safe(brief, carry.verdicts(brief, base), base, on=brief.as_of)
        right(brief, base)
        path = space.briefs / f"{brief.brief}.yaml"
        store.write(brief, path)
        assert store.read(path).carried_from is not None
    assert brief.as_of == "2026-11-24"
    for one in carry.verdicts(brief, base):
        told = {word for word, _ in review.notices(edit.find(brief, one.block)[1], brief.as_of)}
        wanted = {"out-of-date": "Out of date", "disputed": "Disputed", "superseded": "Superseded"}.get(one.code)
        assert wanted is None or wanted in told, f"{one.entry} stands unflagged: {told}"
    if template == "full-brief":
        assert {"unchanged", "disputed", "out-of-date"} <= seen
