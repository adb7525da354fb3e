"""Every fault that a person can make in a knowledge file is named with its place and what to write instead."""

from __future__ import annotations

import pytest
from small_workspace import ACTORS, LAMPS, PAPERS

AS_OF = ("--as-of", "2025-06-12")
TOPIC = "knowledge/topics/harbours.yaml"
HEAD = "topic: harbours\ntitle: Harbours\n"
SOURCE = "source: {paper: st-1234-2025}, as_of: 2025-06-10"
FACT = f"  - {{id: sound, text: A sound fact., {SOURCE}}}\n"


@pytest.fixture
def faults(workspace, run):
    """The errors of a workspace with some files, as ``check --json`` reports them."""

    def of(files):
        ran = run("check", "--json", *AS_OF, at=workspace(files))
        errors = [f for f in ran.json if f["severity"] == "error"]
        assert ran.code == (1 if errors else 0)
        for fault in ran.json:
            assert list(fault) == ["file", "line", "column", "severity", "code", "message"]
        return errors

    return of


@pytest.fixture
def one(faults):
    """The only error that a topic's file has, which is TOPIC's."""

    def of(text, file=TOPIC):
        found = faults({file: text})
        assert len(found) == 1, found
        assert found[0]["file"] == file
        return found[0]

    return of


def place(fault):
    return fault["line"], fault["column"]


def test_the_small_workspace_itself_has_no_errors(faults):
    assert faults({}) == []


def test_an_unknown_key_is_named_with_the_nearest_known_one(one):
    fault = one(HEAD + "facts:\n  - id: a\n    text: x\n    sorce: {paper: st-1234-2025}\n"
                "    source: {paper: st-1234-2025}\n    as_of: 2025-06-10\n")  # fmt: skip
    assert place(fault) == (6, 5)
    assert fault["code"] == "unknown-key"
    assert "“sorce”" in fault["message"] and "did you mean source?" in fault["message"]


def test_an_unknown_key_at_the_top_of_a_file_is_named(one):
    fault = one(HEAD + "keyword: [a]\n")
    assert place(fault) == (3, 1)
    assert "did you mean keywords?" in fault["message"]


def test_a_missing_key_is_named_at_the_entry_with_what_to_add(one):
    fault = one(HEAD + "facts:\n  - id: a\n    text: x\n    source: {paper: st-1234-2025}\n")
    assert place(fault) == (4, 5)
    assert fault["code"] == "missing-key"
    assert "“as_of”" in fault["message"] and "2024-10-16" in fault["message"]


def test_a_topic_without_a_title_in_any_layer_is_reported(one):
    fault = one("topic: harbours\n")
    assert fault["code"] == "missing-key" and "title" in fault["message"]


@pytest.mark.parametrize(
    ("line", "column", "said"),
    [
        ("bodies: EMWP", 9, "bodies: [a list in square brackets]"),
        ("summary: [a, b]", 10, "summary: a text"),
        ("facts: none", 8, "facts: a list, each member beginning with “- ”"),
        ("title2: x", 1, "did you mean title?"),
    ],
)
def test_a_wrong_type_says_what_form_is_wanted(one, line, column, said):
    fault = one(HEAD + line + "\n")
    assert place(fault) == (3, column)
    assert said in fault["message"]


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        (f"{{id: Bad_Id, text: x, {SOURCE}}}", "lower-case letters, digits and hyphens"),
        (f"{{id: a, text: '', {SOURCE}}}", "“text” is empty"),
        ("{id: a, text: x, source: st-1234-2025, as_of: 2025}", "source: {paper: …}"),
        ("{id: a, text: x, source: [], as_of: 2025}", "source: {paper: …}"),
        ("{id: a, text: x, source: {paper: st-1234-2025}, as_of: 2025-6-1}", "2024, 2024-10 or 2024-10-16"),
        ("{id: a, text: x, source: {paper: st-1234-2025}, as_of: 10 June 2025}", "2024, 2024-10 or 2024-10-16"),
    ],
)
def test_a_wrong_value_in_an_entry_says_what_to_write(one, entry, said):
    fault = one(HEAD + f"facts:\n  - {entry}\n")
    assert fault["line"] == 4
    assert fault["code"] == "type"
    assert said in fault["message"]


def test_an_unknown_stance_lists_the_stances(one):
    fault = one(HEAD + f"positions:\n  - {{id: a, actor: keepers, stance: against, text: x, {SOURCE}}}\n")
    assert all(stance in fault["message"] for stance in ("supports", "reserves", "opposes", "critical", "neutral"))


def test_yes_is_not_a_truth_value_and_the_message_says_what_is(faults):
    (fault,) = faults({"knowledge/meetings/lwp-2025-07-01.yaml":
                       "meeting: lwp-2025-07-01\nbody: LWP\ndate: 2025-07-01\ninferred: yes\n"})  # fmt: skip
    assert place(fault) == (4, 11)
    assert "inferred: true or false" in fault["message"]


def test_a_key_given_twice_is_reported_with_both_lines(one):
    fault = one(HEAD + "bodies: [LWP]\ntitle: Havens\n")
    assert place(fault) == (4, 1)
    assert fault["code"] == "duplicate-key"
    assert "line 2" in fault["message"]


def test_an_acronym_given_twice_is_reported_with_both_lines_and_the_others_stay(workspace, run):
    root = workspace({"knowledge/acronyms.yaml": "acronyms:\n  LWP: Lamps\n  GoK: Guild\n  LWP: Lanterns\n"})
    (fault,) = run("check", "--json", *AS_OF, at=root).json[:1]
    assert (fault["line"], fault["column"], fault["code"]) == (4, 3, "duplicate-key")
    assert "line 2" in fault["message"]


def test_an_id_given_twice_in_a_file_is_reported_at_the_second(one):
    fault = one(HEAD + "facts:\n" + FACT + f"questions: []\npositions:\n  - {{id: sound, actor: keepers, stance: asks,"
                f" text: x, {SOURCE}}}\n")  # fmt: skip
    assert place(fault) == (7, 10)
    assert fault["code"] == "duplicate-id"
    assert "in this file" in fault["message"]


def test_an_id_given_twice_in_two_files_names_the_other_file(faults):
    (fault,) = faults({
        "knowledge/topics/lamps.yaml": None,
        "knowledge/topics/lamps/lamps.yaml": LAMPS,
        "knowledge/topics/lamps/more.yaml": f"topic: lamps\nfacts:\n  - {{id: lamps-lit, text: x, {SOURCE}}}\n",
    })  # fmt: skip
    assert fault["file"] == "knowledge/topics/lamps/more.yaml"
    assert place(fault) == (3, 10)
    assert "knowledge/topics/lamps/lamps.yaml" in fault["message"]


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        ("knowledge/papers/more.yaml", "papers:\n  - {id: st-1234-2025, title: x}\n", "st-1234-2025"),
        ("knowledge/actors/more.yaml", "actors:\n  - {id: keepers, name: K, kind: organisation}\n", "keepers"),
        ("knowledge/acronyms/more.yaml", "acronyms:\n  LWP: x\n", "LWP"),
    ],
)
def test_papers_actors_and_acronyms_given_twice_across_files_are_reported(one, file, text, name):
    fault = one(text, file)
    assert fault["code"] == "duplicate-id"
    assert fault["line"] == 2
    assert f"“{name}”" in fault["message"]


def test_the_place_of_a_duplicate_is_right_behind_a_faulty_entry(faults):
    found = faults({TOPIC: HEAD + "facts:\n  - {id: broken, text: x}\n" + FACT + FACT})
    assert {(f["line"], f["code"]) for f in found} == {(4, "missing-key"), (6, "duplicate-id")}


def fact(more):
    return HEAD + f"facts:\n  - {{id: a, text: x, {SOURCE}, {more}}}\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD + "facts:\n  - {id: a, text: x, source: {paper: st-1234-2026}, as_of: 2025}\n",
         "There is no paper “st-1234-2026”; did you mean st-1234-2025"),
        (HEAD + "facts:\n  - {id: a, text: x, source: [{paper: st-1234-2025, via: keepers-count}], as_of: 2025}\n",
         "There is no paper “keepers-count”; did you mean keepers-2024-count"),
        (fact("topics: [lamp]"), "There is no topic “lamp”; did you mean lamps"),
        (fact("disputed_by: [lamps/lamps-lid]"), "There is no entry “lamps/lamps-lid”; did you mean lamps/lamps-lit"),
        (fact("superseded_by: nothing-here"), "There is no entry “nothing-here”"),
        (HEAD + f"positions:\n  - {{id: a, actor: keeper, stance: asks, text: x, {SOURCE}}}\n",
         "There is no actor “keeper”; did you mean keepers"),
        (HEAD + "questions:\n  - {id: a, paper: st-1-2025, number: 1, asked_by: keepers, text: x}\n",
         "There is no paper “st-1-2025”"),
        (HEAD + "questions:\n  - {id: a, paper: st-1234-2025, number: 1, asked_by: presidency, text: x}\n",
         "There is no actor “presidency”; did you mean presidency-ex"),
        (HEAD + "questions:\n  - {id: a, paper: st-1234-2025, number: 1, asked_by: keepers, via: no-such, text: x}\n",
         "There is no paper “no-such”"),
        (HEAD + "questions:\n  - {id: a, paper: st-1234-2025, number: 1, asked_by: keepers, topics: [fog], text: x}\n",
         "There is no topic “fog”; did you mean fog-signals"),
    ],
)  # fmt: skip
def test_a_dangling_reference_is_reported_with_the_nearest_names(one, text, said):
    fault = one(text)
    wrong = said.split("“")[1].split("”")[0]
    line = text.split("\n").index(next(row for row in text.split("\n") if wrong in row)) + 1
    assert (fault["code"], fault["line"]) == ("dangling", line)
    assert text.split("\n")[line - 1][fault["column"] - 1 :].startswith(wrong)
    assert said in fault["message"]


def test_a_paper_that_cites_or_encloses_an_unknown_one_is_reported(faults):
    first, second = "  - {id: p3, title: x, encloses: [st-1234-2025, p4],", "     cites: [p5]}"
    found = faults({"knowledge/papers.yaml": f"{PAPERS}{first}\n{second}\n"})
    assert [(*place(f), f["code"]) for f in found] == [
        (5, first.index("p4") + 1, "dangling"),
        (6, second.index("p5") + 1, "dangling"),
    ]


def test_a_meeting_with_an_unknown_topic_or_paper_is_reported(faults):
    found = faults({"knowledge/meetings/lwp-2025-07-01.yaml": "meeting: lwp-2025-07-01\nbody: LWP\ndate: 2025-07-01\n"
                    "items:\n  - title: Lamps\n    topics: [lamps, lanterns]\n    papers: [st-9-2025]\n"})  # fmt: skip
    assert [(f["line"], f["column"], f["code"]) for f in found] == [(6, 21, "dangling"), (7, 14, "dangling")]


def test_a_dangling_reference_beside_an_entry_without_an_id_is_placed_right(faults):
    found = faults({TOPIC: HEAD + f"facts:\n  - {{text: no id, {SOURCE}}}\n"
                    "  - id: a\n    text: x\n    source: {paper: nowhere}\n    as_of: 2025\n"})  # fmt: skip
    assert [(f["line"], f["code"]) for f in found] == [(4, "missing-key"), (7, "dangling")]


@pytest.mark.parametrize("day", ["2025-02-30", "2025-13", "0000", "2025-00-10"])
def test_a_day_that_does_not_exist_is_reported(one, day):
    fault = one(HEAD + f"facts:\n  - {{id: a, text: x, source: {{paper: st-1234-2025}}, as_of: {day}}}\n")
    assert (fault["line"], fault["code"]) == (4, "date")
    assert f"“{day}”" in fault["message"] and "2024-10-16" in fault["message"]


def test_a_day_that_does_not_exist_is_reported_beside_other_faults_of_the_same_entry(faults):
    found = faults({TOPIC: HEAD + "facts:\n  - {id: a, text: x, sauce: y, source: {paper: st-1234-2025},\n"
                    "     as_of: 2025-06-31, valid_until: 2025-02-30}\n"})  # fmt: skip
    assert [(f["line"], f["code"]) for f in found] == [(4, "unknown-key"), (5, "date"), (5, "date")]


def test_days_that_do_not_exist_are_reported_in_papers_and_meetings(faults):
    found = faults({
        "knowledge/papers.yaml": PAPERS + "  - {id: p3, title: x, date: 2025-02-29}\n",
        "knowledge/meetings/lwp-2025-06-31.yaml": "meeting: lwp-2025-06-31\nbody: LWP\ndate: 2025-06-31\n",
    })  # fmt: skip
    assert [(f["file"], f["line"], f["code"]) for f in found] == [
        ("knowledge/meetings/lwp-2025-06-31.yaml", 3, "date"),
        ("knowledge/papers.yaml", 5, "date"),
    ]


def test_a_leap_day_exists(faults):
    assert (
        faults({TOPIC: HEAD + "facts:\n  - {id: a, text: x, source: {paper: st-1234-2025}, as_of: 2024-02-29}\n"}) == []
    )


def test_a_file_that_is_not_utf_8_names_the_place_of_the_byte(one):
    fault = one((HEAD + "summary: Caf").encode() + b"\xe9\n")
    assert place(fault) == (3, 13)
    assert fault["code"] == "encoding" and "UTF-8" in fault["message"]


def test_a_byte_order_mark_is_no_fault(faults):
    assert faults({TOPIC: b"\xef\xbb\xbf" + (HEAD + "facts:\n" + FACT).encode()}) == []


def test_windows_line_endings_are_no_fault_and_lines_count_the_same(one):
    fault = one((HEAD + "facts:\n" + FACT + "sumary: x\n").replace("\n", "\r\n").encode())
    assert place(fault) == (5, 1)


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ("topic: harbours\n\ttitle: x\n", (2, 1), "A tab stands here"),
        (HEAD + "summary: Harbours: how many\n", (3, 18), 'A ": " within a text needs quotation marks'),
        (HEAD + "summary: @home\n", (3, 10), "A text that begins with “@” needs quotation marks"),
        (HEAD + "summary: %d\n", (3, 10), "A text that begins with “%” needs quotation marks"),
        (HEAD + "summary: **Lamps** first\n", (3, 11), "A text that begins with “*” needs quotation marks"),
        (HEAD + "summary: *Lamps* first\n", (3, 16), "A text that begins with “*” needs quotation marks"),
        (HEAD + "summary: - lamps\n", (3, 10), "A text that begins with “-” needs quotation marks"),
        (HEAD + "summary: > 12 lamps\n", (3, 12), "A text that begins with “>” needs quotation marks"),
        (HEAD + "bodies: [LWP, EMWP\nkeywords: [a]\n", (4, 9), "brackets"),
        (HEAD + 'summary: "open\n', (4, 1), "quotation marks"),
        (HEAD + 'summary: "a "b" c"\n', (3, 14), "quotation marks"),
        (HEAD + "---\ntopic: second\n", (3, 1), "A second document"),
        (HEAD + "summary: a\x07b\n", (3, 11), "U+0007"),
        ("# äöü äöü äöü\n" * 9 + HEAD + "summary: a\x00b\n", (12, 11), "U+0000"),
    ],
)
def test_what_is_not_yaml_is_told_in_plain_words_at_its_place(one, text, where, said):
    fault = one(text)
    assert (place(fault), fault["code"]) == (where, "yaml")
    assert said in fault["message"]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\n\n"])
def test_an_empty_file_says_what_it_should_hold(one, text):
    fault = one(text)
    assert fault["code"] == "empty" and "topic" in fault["message"]


@pytest.mark.parametrize("text", ["just words\n", "- a\n- b\n"])
def test_a_file_without_keys_says_what_it_should_hold(one, text):
    fault = one(text)
    assert place(fault) == (1, 1) and "topic" in fault["message"]


@pytest.mark.parametrize(
    ("line", "column", "code"),
    [
        ("summary: &here A text", 10, "alias"),
        ("summary: *here", 10, "alias"),
        ("bodies: [&a LWP, *a]", 10, "alias"),
        ("<<: *here", 5, "alias"),
        ("summary: !important A text", 10, "tag"),
        ("summary: !!binary QQ==", 10, "tag"),
    ],
)
def test_anchors_aliases_and_tags_are_refused_where_they_stand(one, line, column, code):
    fault = one(HEAD + line + "\n")
    assert (place(fault), fault["code"]) == ((3, column), code)
    assert "not used here" in fault["message"]


@pytest.mark.parametrize(
    "line", ["summary: R&D & more, 2 * 3!", "summary: 'Ships: &c and *stars* and !bangs'", "summary: |\n  *x* &y !z"]
)
def test_signs_within_a_text_are_no_anchors(faults, line):
    assert faults({TOPIC: HEAD + line + "\n"}) == []


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "{a: " * 100_000, "[[]," * 100_000, "- " * 100_000, "\n".join(" " * i + "a:" for i in range(2000))],
    ids=["lists", "keys", "lists with members", "dashes", "indentation"],
)
def test_deep_nesting_is_refused_and_does_not_bring_the_program_down(workspace, process, text):
    ran = process("check", "--json", *AS_OF, "--workspace", workspace({TOPIC: text}))
    assert ran.code == 1
    assert [(f["file"], f["code"]) for f in ran.json if f["severity"] == "error"] == [(TOPIC, "nesting")]


def test_many_brackets_side_by_side_are_not_deep(faults):
    tags = ", ".join(["'[DELETED]'"] * 50 + ["':-{'"] * 50)
    assert faults({TOPIC: HEAD + f"facts:\n  - {{id: a, text: x, {SOURCE}, tags: [{tags}]}}\n"}) == []


@pytest.mark.parametrize(
    "marking", ["RESTREINT UE/EU RESTRICTED", "SECRET UE/EU SECRET", "VS-NfD", "Confidential", "TRÈS SECRET UE"]
)
def test_a_classified_paper_is_refused_with_the_reason(faults, marking):
    (fault,) = faults({"knowledge/papers.yaml": PAPERS + f"  - {{id: p3, title: x, marking: {marking}}}\n"})
    assert (fault["line"], fault["column"], fault["code"]) == (5, 33, "classified")
    assert "accredited" in fault["message"]


def test_a_classified_paper_is_not_in_the_base(workspace, run):
    root = workspace({"knowledge/papers.yaml": PAPERS + "  - {id: p3, title: Hushed lanterns, marking: SECRET}\n"})
    assert run("search", "hushed lanterns", "--kind", "paper", "--json", at=root).json == []


def test_an_unknown_marking_is_reported_with_the_nearest(faults):
    (fault,) = faults({"knowledge/papers.yaml": PAPERS + "  - {id: p3, title: x, marking: LIMITED}\n"})
    assert (fault["line"], fault["column"], fault["code"]) == (5, 33, "marking")
    assert "did you mean LIMITE" in fault["message"]


def test_a_marking_that_the_workspace_names_is_in_use(faults):
    assert faults({
        "briefer.yaml": "layers: [knowledge]\nmarkings: [PUBLIC, LIMITE, SENSITIVE]\n",
        "knowledge/papers.yaml": PAPERS + "  - {id: p3, title: x, marking: Sensitive}\n",
    }) == []  # fmt: skip


def test_a_topic_in_a_file_of_another_name_is_reported(one):
    fault = one(HEAD.replace("harbours", "havens"))
    assert (place(fault), fault["code"]) == ((1, 8), "file-name")
    assert "havens" in fault["message"] and "harbours.yaml" in fault["message"]


def test_a_meeting_in_a_file_of_another_name_is_reported(one):
    fault = one("meeting: lwp-2025-07-02\nbody: LWP\ndate: 2025-07-02\n", "knowledge/meetings/lwp-2025-07-01.yaml")
    assert (place(fault), fault["code"]) == ((1, 10), "file-name")


@pytest.mark.parametrize(
    "file",
    ["knowledge/topics/quays.yml", "knowledge/quays.yaml", "knowledge/paper.yaml", "knowledge/papers/more.yml"],
)
def test_a_yaml_file_that_nothing_reads_is_reported(one, file):
    fault = one("topic: quays\ntitle: Quays\n", file)
    assert fault["code"] == "file-name" and "not read" in fault["message"]


@pytest.mark.parametrize(
    "file", ["knowledge/topics/._lamps.yaml", "knowledge/topics/.lamps.yaml.swp", "knowledge/.x.yaml"]
)
def test_hidden_files_of_other_programs_are_left_alone(faults, file):
    assert faults({file: b"\x00\x05\x16\x07"}) == []


def test_a_file_that_cannot_be_read_is_reported(workspace, run):
    root = workspace()
    (root / TOPIC).mkdir()
    found = run("check", "--json", *AS_OF, at=root).json
    assert [f["file"] for f in found if f["code"] == "unreadable"] == [TOPIC]


def test_all_faults_of_all_files_come_in_one_run_in_order_of_their_places(faults):
    found = faults({
        TOPIC: HEAD + "colour: red\nfacts:\n  - {id: a, text: x}\n  - {id: b, txt: x, source: {paper: q}, as_of: 2025}\n",
        "knowledge/topics/fog-signals.yaml": "topic: fog-signals\n\ttitle: x\n",
        "knowledge/actors.yaml": ACTORS + "  - {id: x, name: X, kind: ship}\n",
        "knowledge/papers.yaml": PAPERS + "  - {id: p3, title: x, date: 2025-02-30}\n",
    })  # fmt: skip
    assert [(f["file"].rpartition("/")[2], f["line"], f["code"]) for f in found] == [
        ("actors.yaml", 4, "type"),
        ("papers.yaml", 5, "date"),
        ("fog-signals.yaml", 2, "yaml"),
        ("harbours.yaml", 3, "unknown-key"),
        ("harbours.yaml", 5, "missing-key"),
        ("harbours.yaml", 5, "missing-key"),
        ("harbours.yaml", 6, "missing-key"),
        ("harbours.yaml", 6, "unknown-key"),
    ]


def test_the_sound_rest_of_a_faulty_file_still_loads(workspace, run):
    root = workspace({TOPIC: HEAD + "bodies: LWP\nfacts:\n  - {id: broken, text: x}\n" + FACT})
    rows = {row["id"]: row for row in run("topics", "--json", at=root).json}
    assert rows["harbours"] == {"id": "harbours", "title": "Harbours", "facts": 1, "positions": 0, "questions": 0}
    assert rows["lamps"] == {"id": "lamps", "title": "Coastal lamps", "facts": 3, "positions": 1, "questions": 2}


def test_one_broken_file_leaves_the_others_and_is_mentioned_to_people_only(workspace, run):
    root = workspace({TOPIC: "topic: [\n"})
    ran = run("topics", "--json", at=root)
    assert (ran.code, [row["id"] for row in ran.json]) == (0, ["lamps", "fog-signals"])
    assert TOPIC in ran.err and "briefer check" in ran.err


def test_one_wrong_acronym_leaves_the_others(workspace, run):
    root = workspace({"knowledge/acronyms.yaml": "acronyms:\n  LWP: [Lamps]\n  GoK: Guild of Keepers\n  XY: ''\n"})
    assert [(f["line"], f["code"]) for f in run("check", "--json", *AS_OF, at=root).json[:2]] == [
        (2, "type"),
        (4, "type"),
    ]
    hits = run("search", "GoK", "--json", at=root).json
    assert any(h["kind"] == "position" for h in hits)


def test_what_is_right_in_a_faulty_entry_is_not_complained_of(one):
    more = (
        "valid_until: 2026, disputed_by: [lamps/lamps-lit], superseded_by: lamps/lamps-lit, topics: [lamps], tags: [a]"
    )
    fault = one(HEAD + f"facts:\n  - {{id: a, text: x, {SOURCE}, {more}, note: n, colour: red}}\n")
    assert fault["code"] == "unknown-key"


def test_a_missing_further_layer_is_a_fault_and_the_rest_loads(workspace, run):
    root = workspace({"briefer.yaml": "layers: [ministry, knowledge]\n"})
    faults = [f for f in run("check", "--json", *AS_OF, at=root).json if f["severity"] == "error"]
    assert [(f["file"], f["code"]) for f in faults] == [("ministry", "missing-folder")]
    assert "layers" in faults[0]["message"]
    assert len(run("topics", "--json", at=root).json) == 2


def test_a_workspace_whose_knowledge_folder_is_gone_says_so_in_one_line(tmp_path, process):
    ran = process("topics", "--json", "--workspace", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1 and "knowledge" in ran.err and "briefer init" in ran.err
