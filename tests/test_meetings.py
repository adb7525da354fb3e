"""Meetings: made with commands, read from calendar files of every sort, written to one."""

from __future__ import annotations

import pytest
import yaml

KEEPERS = """\
# Agreed with the harbour master.
meeting: lwp-2026-12-10
body: LWP   # our own party
date: 2026-12-10
items:
  # first things first
  - {number: 1, title: Adoption of the agenda}
  - number: 2
    title: Lamps in winter
    topics: [lamps]
"""


def calendar(*events: str, end: str = "\r\n") -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Examplia//EN"]
    for event in events:
        lines += ["BEGIN:VEVENT", *event.strip().split("\n"), "END:VEVENT"]
    return (end.join([*lines, "END:VCALENDAR"]) + end).encode()


@pytest.fixture
def reads(run, workspace, tmp_path):
    """Reads a calendar into a workspace: what the command said, and every meeting's file then."""

    def of(data, *arguments, root=None):
        root = root or workspace()
        (tmp_path / "c.ics").write_bytes(data)
        ran = run("meetings", "--read", str(tmp_path / "c.ics"), "--json", *arguments, at=root)
        files = {
            p.stem: yaml.safe_load(p.read_text("utf-8")) for p in sorted((root / "knowledge/meetings").glob("*.yaml"))
        }
        return ran, files, root

    return of


def test_a_meeting_and_its_items_are_added_and_briefed_on(run, workspace):
    root = workspace()
    added = run(
        "add", "meeting", "--body", "LWP", "--date", "3 March 2027", "--place", "Port Example", "--json", at=root
    )
    assert added.json == {"id": "lwp-2027-03-03", "kind": "meeting", "file": "knowledge/meetings/lwp-2027-03-03.yaml"}
    item = ("add", "item", "--meeting", "lwp-2027-03-03", "--number", "3", "--title", "Lamps", "--action", "discussion")
    assert run(*item, "--topics", "lamps", "--papers", "st-1234-2025", at=root).code == 0
    assert yaml.safe_load((root / added.json["file"]).read_text("utf-8"))["items"] == [
        {"number": 3, "title": "Lamps", "action": "discussion", "topics": ["lamps"], "papers": ["st-1234-2025"]}
    ]
    (listed,) = [m for m in run("meetings", "--json", at=root).json if m["id"] == "lwp-2027-03-03"]
    assert listed == {"id": "lwp-2027-03-03", "body": "LWP", "date": "2027-03-03", "end": None, "place": "Port Example",
                      "items": 1}  # fmt: skip
    assert run("check", at=root).code == 0


def test_a_body_is_spelt_as_the_base_spells_it(run, workspace):
    root = workspace()
    assert run("add", "meeting", "--body", "lwp", "--date", "2031-03-12", at=root).code == 0
    assert "body: LWP\n" in (root / "knowledge/meetings/lwp-2031-03-12.yaml").read_text("utf-8")


def test_a_second_meeting_on_one_day_gets_a_number(run, workspace):
    root = workspace()
    for ident in ("lwp-2027-03-03", "lwp-2027-03-03-2"):
        assert run("add", "meeting", "--body", "LWP", "--date", "2027-03-03", "--json", at=root).json["id"] == ident


def test_an_item_goes_on_an_agenda_and_every_other_line_stays(run, workspace):
    root = workspace({"knowledge/meetings/lwp-2026-12-10.yaml": KEEPERS})
    assert (
        run("add", "item", "--meeting", "lwp-2026-12-10", "--title", "Fog", "--topics", "fog-signals", at=root).code
        == 0
    )
    text = (root / "knowledge/meetings/lwp-2026-12-10.yaml").read_text("utf-8")
    assert text == KEEPERS + "  - title: Fog\n    topics: [fog-signals]\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("meeting", "--body", "LWP"), "“date” is missing. Write the day like 2025-06-10; 2025-06 will do for now."),
        (("meeting", "--body", "LWP", "--date", "soon"), "date"),
        (("meeting", "--body", "LWP", "--date", "2027-02-05", "--end", "2027-02-01"),
         "The last day 2027-02-01 is before the first, 2027-02-05. Write a later one, or none."),
        (("item", "--meeting", "lwp-2026-12-11", "--title", "Fog"),
         "There is no meeting “lwp-2026-12-11”. Did you mean lwp-2026-12-10"),
        (("item", "--title", "Fog"), "“meeting” is missing. Name the meeting whose agenda it is on."),
        (("item", "--meeting", "lwp-2026-12-10", "--title", "Fog", "--topics", "fog-signal"),
         "There is no topic “fog-signal”. Did you mean fog-signals?"),
        (("item", "--meeting", "lwp-2026-12-10"), "“title” is missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_meeting_is_one_sentence_and_nothing_is_written(run, workspace, arguments, said):
    root = workspace({"knowledge/meetings/lwp-2026-12-10.yaml": KEEPERS})
    before = {p: p.read_bytes() for p in root.rglob("*.yaml")}
    ran = run("add", *arguments, at=root)
    assert ran.code == 2 and said in ran.err and len(ran.err.splitlines()) == 1
    assert {p: p.read_bytes() for p in root.rglob("*.yaml")} == before


def test_a_day_is_the_day_in_brussels_whatever_the_calendars_zone(reads):
    late = (
        "UID:1\nSUMMARY:LWP\nDTSTART;TZID=America/New_York:20261209T230000\nDTEND;TZID=America/New_York:20261210T010000"
    )
    windows = "UID:2\nSUMMARY:SCIFA\nDTSTART;TZID=W. Europe Standard Time:20261209T233000"
    universal = "UID:3\nSUMMARY:COSI\nDTSTART:20261209T233000Z"
    ran, files, _root = reads(calendar(late, windows, universal))
    assert ran.json["added"] == ["scifa-2026-12-09", "lwp-2026-12-10", "cosi-2026-12-10"]
    assert files["lwp-2026-12-10"] == {
        "meeting": "lwp-2026-12-10",
        "body": "LWP",
        "date": yaml.safe_load("2026-12-10"),
        "uid": 1,
    }


def test_whole_days_end_the_day_before_and_hours_on_their_own(reads):
    days = "UID:1\nSUMMARY:Lamp committee\nDTSTART;VALUE=DATE:20261212\nDTEND;VALUE=DATE:20261214"
    night = "UID:2\nSUMMARY:Night council\nDTSTART:20261212T180000\nDURATION:PT20H"
    midnight = "UID:3\nSUMMARY:EVENING\nDTSTART:20261220T180000\nDTEND:20261221T000000"
    _ran, files, _root = reads(calendar(days, night, midnight))
    days_of = {m["body"]: (str(m["date"]), str(m.get("end"))) for m in files.values()}
    assert days_of["Lamp committee"] == days_of["Night council"] == ("2026-12-12", "2026-12-13")
    assert days_of["EVENING"] == ("2026-12-20", "None")


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_lines_folded_oddly_are_read_as_one(reads, end):
    title = "SUMMARY:Lam\n p Wor\n\tking Par\nty (LWP) – win\n\n ter lamps"
    folded = f"UID:1\n{title}\nDTSTART:20261210T100000\nLOCATION:Port\\, room 2"
    _ran, files, _root = reads(calendar(folded, end=end))
    (made,) = [m for m in files.values() if str(m["date"]) == "2026-12-10"]
    assert (made["body"], made["place"]) == ("LWP", "Port, room 2")
    assert made["items"] == [{"title": "Lamp Working Party – winter lamps"}]


def test_a_repetition_stands_for_each_of_its_meetings(reads):
    weekly = (
        "UID:1\nSUMMARY:LWP\nDTSTART;TZID=Europe/Brussels:20261203T100000\n"
        "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20270114T235959Z\nEXDATE;TZID=Europe/Brussels:20261231T100000"
    )
    moved = "UID:1\nRECURRENCE-ID;TZID=Europe/Brussels:20261217T100000\nSUMMARY:LWP\nDTSTART;TZID=Europe/Brussels:20261218T100000"
    ran, _files, _root = reads(calendar(weekly, moved))
    assert ran.json["added"] == ["lwp-2026-12-03", "lwp-2026-12-18", "lwp-2027-01-14"]


def test_a_repetition_without_an_end_is_followed_for_two_years(reads):
    ran, _files, _root = reads(calendar("UID:1\nSUMMARY:LWP\nDTSTART:20270101T100000\nRRULE:FREQ=DAILY"))
    assert len(ran.json["added"]) == 200


def test_reading_a_calendar_again_changes_nothing_and_a_moved_meeting_is_moved(reads):
    first = "UID:7@x\nSUMMARY:LWP\nDTSTART:20261210T100000\nLOCATION:Port"
    _ran, _files, root = reads(calendar(first))
    again, files, _root = reads(calendar(first), root=root)
    assert (again.json["added"], again.json["changed"], again.json["same"]) == ([], [], 1)
    ran, files, _root = reads(calendar(first.replace("20261210", "20261211")), root=root)
    assert ran.json["changed"] == [{"meeting": "lwp-2026-12-10", "was": "2026-12-10, Port", "now": "2026-12-11, Port"}]
    assert str(files["lwp-2026-12-10"]["date"]) == "2026-12-11" and "lwp-2026-12-11" not in files


def test_what_one_knows_of_an_agenda_stays_when_the_calendar_comes(reads, workspace):
    root = workspace({"knowledge/meetings/lwp-2026-12-10.yaml": KEEPERS})
    ran, _files, _root = reads(
        calendar("UID:7@x\nSUMMARY:LWP: other words\nDTSTART:20261210T100000\nLOCATION:Port"), root=root
    )
    assert [c["meeting"] for c in ran.json["changed"]] == ["lwp-2026-12-10"]
    text = (root / "knowledge/meetings/lwp-2026-12-10.yaml").read_text("utf-8")
    assert "# Agreed with the harbour master." in text and "Lamps in winter" in text and "place: Port" in text
    assert "other words" not in text


def test_cancelled_and_dayless_events_are_named_and_left_out(reads):
    ran, files, _root = reads(
        calendar("UID:1\nSUMMARY:LWP\nDTSTART:20261210T100000", "UID:2\nSUMMARY:Gone\nSTATUS:CANCELLED\nDTSTART:20261211",
                 "UID:3\nSUMMARY:Some day\nDTSTART:nonsense", "UID:4\nSUMMARY:Never")
    )  # fmt: skip
    assert ran.json["left_out"] == [
        "“Gone” is cancelled", "“Some day” has no day that can be read", "“Never” has no day that can be read",
    ]  # fmt: skip
    assert not {"gone-2026-12-11"} & files.keys()


def test_what_is_private_in_a_calendar_stays_out_of_it_and_is_counted(reads):
    events = [f"UID:{n}\nSUMMARY:{t}\nDTSTART:20261210T100000" for n, t in enumerate(
        ["LWP", "Dentist", "Lunch with Anna", "School play", "Dentist", "SCIFA – informal", "Committee on Buoys"])]  # fmt: skip
    ran, files, _root = reads(calendar(*events))
    assert sorted(m["body"] for m in files.values() if str(m["date"]) == "2026-12-10") == [
        "Committee on Buoys", "LWP", "SCIFA"]  # fmt: skip
    assert ran.json["left_out"] == ["4 that name no working party (“Dentist”, “Lunch with Anna”, “School play”)"]
    ran, files, _root = reads(calendar("UID:9\nSUMMARY:Dentist\nDTSTART:20261211T100000"), "--body", "LWP")
    assert "lwp-2026-12-11" in files and ran.json["left_out"] == []
    ran, _files, _root = reads(calendar(events[1]))
    assert ran.code == 1 and "names no working party (“Dentist”)" in ran.err and "--body" in ran.err


def test_an_event_that_ends_before_it_begins_is_taken_for_its_first_day_and_said(reads):
    ran, files, _root = reads(calendar("UID:1\nSUMMARY:LWP\nDTSTART:20261210T100000Z\nDTEND:20261209T100000Z"))
    assert str(files["lwp-2026-12-10"]["date"]) == "2026-12-10" and "end" not in files["lwp-2026-12-10"]
    assert ran.json["left_out"] == ["the end of “LWP”, which is before its beginning"]


def test_the_form_in_which_a_meeting_is_held_is_no_item_of_its_agenda(reads):
    one = "UID:1\nSUMMARY:LWP (informal VTC)\nDTSTART:20261210T100000"
    two = "UID:2\nSUMMARY:LWP: informal lamps\nDTSTART:20261211T100000"
    _ran, files, _root = reads(calendar(one, two))
    assert files["lwp-2026-12-10"]["format"] == "informal VTC" and "items" not in files["lwp-2026-12-10"]
    assert files["lwp-2026-12-11"]["items"] == [{"title": "informal lamps"}]


@pytest.mark.parametrize(
    "data",
    [b"", b"hello\n", b"\x89PNG\r\n\x1a\n\0\0", b"BEGIN:VCALENDAR\r\n", calendar(), b"\xff\xfe\0", b"\0" * 5000,
     calendar("SUMMARY:LWP")[:40], calendar("UID:1\nSUMMARY:Never")],
)  # fmt: skip
def test_what_is_no_calendar_is_said_in_one_line_and_nothing_is_written(reads, data, workspace):
    root = workspace()
    before = {p: p.read_bytes() for p in root.rglob("*") if p.is_file()}
    ran, _files, _root = reads(data, root=root)
    assert ran.code == 1 and ran.out == "" and len(ran.err.splitlines()) == 1
    assert "c.ics" in ran.err
    assert {p: p.read_bytes() for p in root.rglob("*") if p.is_file()} == before


def test_what_is_written_is_read_back_and_the_same_each_time(run, reads, workspace, tmp_path):
    root = workspace({"knowledge/meetings/lwp-2026-12-10.yaml": KEEPERS})
    target = tmp_path / "out.ics"
    assert run("meetings", "--write", str(target), at=root).code == 0
    first = target.read_bytes()
    assert run("meetings", "--write", str(target), at=root).code == 1
    assert run("meetings", "--write", str(target), "--force", at=root).code == 0
    assert target.read_bytes() == first
    ran, files, _root = reads(first, root=workspace({"knowledge/meetings/lwp-2025-06-24.yaml": None}, name="other"))
    assert "lwp-2026-12-10" in files and ran.json["left_out"] == []
    assert files["lwp-2026-12-10"]["body"] == "LWP"


def test_a_meeting_whose_day_is_not_known_is_not_written_and_named(run, workspace, tmp_path):
    root = workspace({"knowledge/meetings/lwp-2027-01.yaml": "meeting: lwp-2027-01\nbody: LWP\ndate: 2027-01\n"})
    ran = run("meetings", "--write", str(tmp_path / "o.ics"), "--json", at=root)
    assert ran.json["left_out"] == ["lwp-2027-01"]
    ran = run("meetings", "lwp-2027-01", "--write", str(tmp_path / "p.ics"), at=root)
    assert ran.code == 1 and "has no exact day (2027-01)" in ran.err and not (tmp_path / "p.ics").exists()
