"""What the shipped base promises: what it holds, who speaks in it, and what it says of itself."""

from __future__ import annotations

import calendar
import re
from datetime import date

import pytest
from shipped_files import READ, Item, actors, items, meetings, papers, topics

TOPICS = set(
    """
    csdp-jha-synergies protecteu-internal-external-nexus eucap-sahel-niger-racc eucap-sahel-mali eubam-libya euam-ukraine
    euam-iraq-readmission measuring-csdp-impact civilian-csdp-irregular-migration anti-smuggling-trafficking
    pact-external-dimension safe-third-country resettlement talent-partnerships dialogue-platforms bilateral-round-up
    central-asia turkiye-syria-afghanistan climate-mobility-africa migration-development-hearing western-balkans-platform
    african-partners-team-europe human-rights-based-approach visa-leverage
    """.split()  # noqa: SIM905
)
ENTRIES = list(items())
BY_ID = {item.id: item for item in ENTRIES}
STATEMENTS = [item for item in ENTRIES if item.kind != "question"]
LIMITE = {"st-9375-2025", "st-12493-2022", "eeas-2022-1466", "st-5996-2025", "icmpd-2025-pact-external-dimension"}
STATEWATCH = {"statewatch-2025-migration-partnerships", "statewatch-2020-tracking-the-pact"}


def last_day(text: str) -> date:
    year, month, day = (*(int(part) for part in text.split("-")), 0, 0)[:3]
    return date(year, month or 12, day or calendar.monthrange(year, month or 12)[1])


def warnings(on: date) -> set[tuple[str, str]]:
    """What must be warned of on a day: (code, entry), worked out from the files alone."""
    found = set()
    for item in STATEMENTS:
        if "valid_until" in item.keys and last_day(item.keys["valid_until"]) < on:
            found.add(("out-of-date", item.id))
        if "superseded_by" in item.keys:
            found.add(("superseded", item.id))
        for ref in item.keys.get("disputed_by", []):
            found |= {("disputed", item.id), ("disputed", item.full(ref))}
    return found


@pytest.mark.parametrize("day", ["2020-01-01", "2025-06-10", "2026-01-31", "2026-02-01", "2027-06-30", "2100-01-01"])
def test_check_has_no_errors_and_warns_of_exactly_what_is_out_of_date_disputed_or_superseded(run, repository, day):
    found = run("check", "--json", "--as-of", day, at=repository)
    assert found.code == 0
    assert all(f["severity"] == "warning" for f in found.json)
    assert {(f["code"], f["message"].split(" is ")[0]) for f in found.json} == warnings(date.fromisoformat(day))


def test_check_without_a_day_means_today(run, repository):
    found = run("check", "--json", at=repository).json
    assert {(f["code"], f["message"].split(" is ")[0]) for f in found} == warnings(date.today())


def test_there_are_the_24_topics_each_with_title_summary_and_something_under_it(run):
    assert topics().keys() == TOPICS
    for name, topic in topics().items():
        assert topic["topic"] == name and topic["title"] and topic["summary"] and topic["keywords"] and topic["bodies"]
        assert any(item.topic == name for item in ENTRIES) or any(name in i.keys.get("topics", []) for i in ENTRIES)
    rows = {row["id"]: row for row in run("topics", "--json").json}
    for name in TOPICS:
        for kind in ("fact", "position", "question"):
            assert rows[name][f"{kind}s"] == sum(i.kind == kind and i.topic == name for i in ENTRIES)


def test_there_are_the_14_questions_of_four_papers_all_in_our_words():
    questions = [item for item in ENTRIES if item.kind == "question"]
    numbers: dict[str, list[str]] = {}
    for item in questions:
        numbers.setdefault(item.keys["paper"], []).append(item.keys["number"])
    counted = {paper: sorted(found, key=int) for paper, found in numbers.items()}
    central_asia = next(p for p in counted if p.startswith("icmpd-2025-central-asia"))
    assert counted == {
        "st-9375-2025": ["1", "2", "3"],
        "st-5996-2025": ["1", "2", "3", "4"],
        central_asia: ["1", "2", "3"],
        "presidency-2025-climate-mobility": ["1", "2", "3", "4"],
    }
    asked_by = {item.keys["paper"]: item.keys["asked_by"] for item in questions}
    assert asked_by.pop(central_asia) == "icmpd"
    assert set(asked_by.values()) == {"presidency-pl"}
    assert all(item.keys["wording"] == "gist" for item in questions)


@pytest.mark.parametrize("item", [i for i in ENTRIES if i.kind == "question"], ids=lambda i: i.keys["id"])
def test_a_question_keeps_its_interrogative_form(item: Item):
    asks = r"(?:^|[,;.?!] |and )(?:how|which|what|who|when|where|why|in what|should|could|can|do|does|are|is)\b"
    assert item.text.rstrip().endswith("?")
    assert re.search(asks, item.text, re.IGNORECASE)


def test_no_member_state_takes_a_position_or_asks():
    states = {name for name, actor in actors().items() if actor["kind"] == "member-state"}
    assert len(states) == 27
    for item in ENTRIES:
        assert item.keys.get("actor") not in states and item.keys.get("asked_by") not in states, item.id


def test_outside_voices_are_critical_or_neutral_never_for_the_institutions():
    for item in STATEMENTS:
        if item.keys.get("actor") == "statewatch":
            assert item.keys["stance"] == "critical", item.id


def test_every_position_names_its_actor_and_says_when():
    for item in STATEMENTS:
        if item.kind == "position":
            assert item.keys["actor"] in actors(), item.id
        assert item.keys["as_of"], item.id


@pytest.mark.parametrize("word", ["deportation", "junta", "externalisation", "externalization", "so-called"])
def test_the_words_of_a_voice_stay_out_of_facts_titles_and_summaries(word):
    for item in ENTRIES:
        if item.kind == "fact":
            assert word not in item.text.casefold(), item.id
    for name, topic in topics().items():
        assert word not in f"{topic['title']} {topic['summary']}".casefold(), name


def test_every_source_has_a_locator_in_a_paper_that_was_read():
    for item in ENTRIES:
        for cite in item.cites:
            assert cite.get("at"), item.id
            assert cite.get("via", cite["paper"]) in READ, item.id
            assert cite["paper"] in papers(), item.id


def test_what_reaches_us_through_statewatch_is_never_cited_without_it():
    others = {c["paper"] for item in ENTRIES for c in item.cites if c["paper"] not in READ}
    assert {"st-10742-2020", "st-10743-2020", "commission-2025-external-migration-update", "presidency-2025-climate-mobility",
            "iom-2025-afghanistan-presentation"} <= others  # fmt: skip
    assert any(paper.startswith("icmpd-2025-central-asia") for paper in others)
    for item in ENTRIES:
        for cite in item.cites:
            assert (cite.get("via") in STATEWATCH) == (cite["paper"] in others), item.id


def test_protecteu_is_cited_as_the_presidency_renders_it_never_as_the_communication():
    assert "com-2025-148" in papers()
    assert all(
        cite["paper"] != "com-2025-148" and cite.get("via") != "com-2025-148" for i in ENTRIES for cite in i.cites
    )


def test_the_papers_that_were_read_carry_their_markings():
    markings = {name: papers()[name]["marking"] for name in READ}
    assert markings == {**dict.fromkeys(LIMITE, "LIMITE"), **dict.fromkeys(STATEWATCH, "PUBLIC")}


def test_the_brief_of_a_topic_has_the_marking_of_the_paper_read_not_of_the_one_reported(run, workspace):
    root = workspace({"briefer.yaml": "own_marking: PUBLIC\n"})
    made = {}
    for topic in ("central-asia", "csdp-jha-synergies"):
        made[topic] = run("new", "--topic", topic, "--template", "scene-setter", "--json", at=root).json["marking"]
    assert made == {"central-asia": "PUBLIC", "csdp-jha-synergies": "LIMITE"}


def test_the_mini_concept_speaks_as_of_its_own_day_unless_a_note_says_why_not():
    for item in STATEMENTS:
        if [c["paper"] for c in item.cites] == ["eeas-2022-1466"] and not item.keys.get("note"):
            assert item.keys["as_of"] == "2022-08-08", item.id


def test_what_comes_from_a_source_without_a_date_says_how_its_day_was_found():
    for item in STATEMENTS:
        read = {c.get("via", c["paper"]) for c in item.cites}
        dated = all("via" in c and len(papers()[c["paper"]].get("date", "")) == 10 for c in item.cites)
        if read <= STATEWATCH and not dated:
            assert item.keys.get("note"), item.id


def pairs(key: str) -> set[tuple[str, str]]:
    """Pairs of entries that ``disputed_by`` or ``superseded_by`` ties together."""
    found = set()
    for item in STATEMENTS:
        refs = item.keys.get(key, [])
        for ref in [refs] if isinstance(refs, str) else refs:
            found.add((item.id, item.full(ref)))
    return found


@pytest.mark.parametrize(
    ("topic", "one", "other"),
    [
        ("eucap-sahel-niger-racc", "30 September 2024", "June 2024"),
        ("eucap-sahel-mali", "capacity", "early warning"),
        ("euam-ukraine", "root cause", "border management"),
    ],
)
def test_where_the_papers_contradict_each_other_both_sides_are_told(topic, one, other):
    sides = [{BY_ID[a].text, BY_ID[b].text} for a, b in pairs("disputed_by") if a.startswith(f"{topic}/")]
    assert any(any(one in t for t in s) and any(other in t and one not in t for t in s) for s in sides), sides


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("under discussion|being discussed|negotiat", "adopted|adoption"),
        ("2012.?.?2016", "2021.?.?2025"),
        ("HLWG|High-Level Working Group", "EMWP"),
        ("EASO", "EUAA"),
    ],
)
def test_what_was_replaced_names_what_replaced_it(old, new):
    texts = [(BY_ID[a].text, BY_ID[b].text) for a, b in pairs("superseded_by")]
    assert any(re.search(old, a) and re.search(new, b) for a, b in texts)


@pytest.mark.parametrize(
    ("words", "until"),
    [
        ("RACC", "2026-01-31"),
        ("EUCAP Sahel Mali", "2027-01-31"),
        ("Libya", "2027-06"),
        ("EMPACT", "2025"),
        ("Management Strategy", "2025-12-12"),
        ("safe third country", "2025-06"),
    ],
)
def test_what_has_an_end_date_says_so(words, until):
    ends = {i.keys["valid_until"] for i in STATEMENTS if words in i.text and "valid_until" in i.keys}
    assert any(end.startswith(until) for end in ends), ends


def test_the_oddities_that_a_delegate_should_know_are_noted():
    climate = papers()["presidency-2025-climate-mobility"]
    assert climate["date"] == "2025-07-02"
    noted = [climate.get("note", ""), *(i.keys.get("note", "") for i in ENTRIES if "climate-mobility" in i.id)]
    assert any(re.search("handed over|handover|ended|no longer|after", text) for text in noted)
    libya = [papers()["st-9375-2025"].get("note", ""), *(i.keys.get("note", "") for i in ENTRIES if "libya" in i.id)]
    assert any("square brackets" in text for text in libya)


def test_turkiye_the_gambia_and_greece_are_called_as_they_are_here():
    assert "Turkey" in actors()["turkiye"]["aliases"] and actors()["turkiye"]["name"] == "Türkiye"
    assert actors()["the-gambia"]["name"] == "The Gambia"
    assert {"EL", "GR"} <= set(actors()["greece"]["aliases"])
    for item in ENTRIES:
        if item.kind == "fact":
            assert "Turkey" not in item.text, item.id


def test_the_meetings_that_the_papers_speak_of_are_there():
    found = meetings()
    assert {"emwp-2025-03-26", "emwp-2025-05-14", "emwp-2025-06-10", "emwp-2025-09-10"} <= found.keys()
    assert found["emwp-2025-06-10"]["inferred"] == "true"
    assert "csdp-jha-synergies" in [t for item in found["emwp-2025-06-10"]["items"] for t in item["topics"]]
