"""``briefer add``: one entry into one's own layer; what stands there already stays byte for byte."""

from __future__ import annotations

import sys

import pytest
import yaml
from small_workspace import LAMPS, PAPERS

FACT = ("add", "fact", "--topic", "lamps", "--text", "Lamp seven went dark in May 2025.", "--paper", "st-1234-2025")
LAMPS_FILE = "knowledge/topics/lamps.yaml"


@pytest.fixture
def add(run, workspace):
    """Adds in a workspace with some files; gives what came of it and the workspace."""

    def of(*arguments, files=None):
        root = workspace(files)
        return run("add", *arguments, "--json", at=root), root

    return of


def clean(run, root):
    """The errors of the workspace: there must be none after adding."""
    return [f for f in run("check", "--json", at=root).json if f["severity"] == "error"]


def found(run, root, ident, kind):
    topic, _, _ = ident.partition("/")
    args = ("--topic", topic) if "/" in ident else ()
    words = {"fact": "lamp", "position": "lamp", "question": "lamp"}.get(kind, ident.replace("-", " "))
    return ident in [h["id"] for h in run("search", words, "--kind", kind, *args, "--json", at=root).json]


def test_a_fact_is_added_with_all_its_keys(run, workspace):
    root = workspace()
    ran = run(*FACT, "--id", "lamp-seven", "--at", "Lamps, para. 4", "--via", "keepers-2024-count", "--as-of", "2025-05",
              "--valid-until", "2026", "--disputed-by", "lamps-lit,oil-contract", "--disputed-by", "fog-signals/horns-installed",
              "--superseded-by", "lamps-lit", "--topics", "fog-signals", "--tags", "dark, seven", "--note", "Seen: twice.",
              "--json", at=root)  # fmt: skip
    assert (ran.code, ran.json) == (0, {"id": "lamps/lamp-seven", "kind": "fact", "file": LAMPS_FILE})
    facts = yaml.safe_load((root / LAMPS_FILE).read_text("utf-8"))["facts"]
    assert facts[-1] == {
        "id": "lamp-seven",
        "text": "Lamp seven went dark in May 2025.",
        "source": {"paper": "st-1234-2025", "at": "Lamps, para. 4", "via": "keepers-2024-count"},
        "as_of": "2025-05",
        "valid_until": 2026,
        "disputed_by": ["lamps-lit", "oil-contract", "fog-signals/horns-installed"],
        "superseded_by": "lamps-lit",
        "topics": ["fog-signals"],
        "tags": ["dark", "seven"],
        "note": "Seen: twice.",
    }
    assert clean(run, root) == []


ADDED = {
    "fact": (*FACT[2:],),
    "position": ("--topic", "lamps", "--actor", "keepers", "--stance", "opposes", "--text", "The Guild opposes a dark lamp.",
                 "--paper", "st-1234-2025"),
    "question": ("--topic", "lamps", "--paper", "st-1234-2025", "--number", "3", "--asked-by", "presidency-ex",
                 "--text", "Which lamp should go dark next?"),
    "paper": ("--number", "1300/25", "--title", "Wicks", "--from", "Examplian Presidency", "--to", "LWP", "--date", "2025-07-01",
              "--marking", "LIMITE", "--codes", "LAMP 8,JAI 1", "--kind", "note", "--cites", "st-1234-2025"),
    "topic": ("--title", "Harbour dues", "--summary", "Who pays.", "--bodies", "LWP,EMWP", "--keywords", "fees"),
}  # fmt: skip
IDS = {"fact": "lamps/lamp-seven-went-dark-in-may-2025", "position": "lamps/the-guild-opposes-a-dark-lamp",
       "question": "lamps/which-lamp-should-go-dark-next", "paper": "st-1300-2025", "topic": "harbour-dues"}  # fmt: skip


@pytest.mark.parametrize("kind", ADDED)
def test_each_kind_is_added_gets_an_id_and_is_found(add, run, kind):
    ran, root = add(kind, *ADDED[kind])
    assert ran.code == 0, ran.err
    assert ran.json["id"] == IDS[kind]
    assert (root / ran.json["file"]).is_file()
    assert clean(run, root) == []
    assert found(run, root, IDS[kind], kind)


@pytest.mark.parametrize("kind", ADDED)
def test_people_are_told_id_and_file(run, workspace, kind):
    root = workspace()
    out = run("add", kind, *ADDED[kind], at=root).out.rstrip("\n")
    assert out.startswith(f"{IDS[kind]}  ") and out.endswith(".yaml")


@pytest.mark.parametrize(
    ("number", "ident"),
    [
        ("9376/25", "st-9376-2025"),
        ("15299/1/21 REV 1", "st-15299-2021-rev-1"),
        ("5996/25 ADD 1 COR 2", "st-5996-2025-add-1-cor-2"),
        ("COM(2020) 605 final", "com-2020-605"),
        ("JOIN(2021) 32 final", "join-2021-32"),
        ("EEAS(2022) 1466", "eeas-2022-1466"),
        ("Regulation (EU) 2019/1896", "reg-2019-1896"),
        ("Directive 2011/36/EU", "dir-2011-36"),
        ("Something else", "wicks-and-oil"),
    ],
)
def test_a_papers_id_follows_from_its_number(add, number, ident):
    ran, _ = add("paper", "--number", number, "--title", "Wicks and oil")
    assert ran.json["id"] == ident


def test_an_id_that_is_taken_gets_a_number(run, workspace):
    root = workspace()
    ids = [run(*FACT, "--json", at=root).json["id"] for _ in range(3)]
    assert ids == [IDS["fact"], f"{IDS['fact']}-2", f"{IDS['fact']}-3"]


def test_the_day_is_the_papers_where_none_is_given(run, workspace):
    root = workspace()
    run(*FACT, at=root)
    assert yaml.safe_load((root / LAMPS_FILE).read_text("utf-8"))["facts"][-1]["as_of"].isoformat() == "2025-06-10"


@pytest.mark.parametrize(
    "source",
    ["st-1234-2025", "{paper: st-1234-2025, at: 'a: b'}", "[{paper: st-1234-2025}, {paper: keepers-2024-count}]"],
)
def test_a_source_may_be_given_as_the_files_have_it(add, run, source):
    ran, root = add("fact", "--topic", "lamps", "--text", "x", "--source", source, "--as-of", "2025")
    assert ran.code == 0, ran.err
    assert clean(run, root) == []


COMMENTED = """\
# Lamps: ask Ada before you change anything.

topic:   lamps      # spacing as Ada likes it
title: "Coastal lamps"


facts:
    # the first
    - text: >-
          One lamp
          burns.
      id: one
      as_of: 2024-10-16
      source:   { paper: st-1234-2025,  at: 'Lamps, para. 1' }   # seen
    # end of the facts

keywords: [lighthouse,   beacon]   # more to come
positions:
- id: wish
  actor: keepers
  stance: asks
  text: |
    More oil,

    please.
  source: {paper: st-1234-2025}
  as_of: 2025
# the end
"""


def without_new_lines(before, after):
    """The lines that ``after`` has more than ``before``; everything else must stand there unchanged and in order."""
    added, rest = [], before.splitlines(keepends=True)
    for line in after.splitlines(keepends=True):
        if rest and line == rest[0]:
            rest.pop(0)
        else:
            added.append(line)
    assert not rest, rest
    return "".join(added)


def own(text):
    return {LAMPS_FILE: text}


SHORT = ("--topic", "lamps", "--id", "new", "--text", "x", "--paper", "st-1234-2025")
WISH = (*SHORT, "--actor", "keepers", "--stance", "asks")
ASK = (*SHORT, "--number", "9", "--asked-by", "keepers")


@pytest.mark.parametrize(("kind", "options"), [("fact", SHORT), ("position", WISH), ("question", ASK)])
@pytest.mark.parametrize(
    "text",
    [
        LAMPS,
        COMMENTED,
        COMMENTED.replace("\n", "\r\n"),
        "\ufeff" + COMMENTED,
        COMMENTED.rstrip("\n").removesuffix("\n# the end"),
        COMMENTED.replace("# the end\n", "\n\n\n"),
        COMMENTED.replace("please.", "pleäse 🙂 – «now»."),
        "---\n" + COMMENTED,
    ],
    ids=[
        "small",
        "comments",
        "windows lines",
        "byte-order mark",
        "no last line end",
        "blank lines",
        "accents",
        "dashes",
    ],
)
def test_comments_order_and_spacing_of_the_file_stay(run, workspace, kind, options, text):
    before = text.encode("utf-8")
    root = workspace(own(before))
    ran = run("add", kind, *options, at=root)
    assert ran.code == 0, ran.err
    after = (root / LAMPS_FILE).read_bytes()
    ending = "\r\n" if b"\r\n" in before else "\n"
    assert after.count(b"\r\n") == (after.count(b"\n") if ending == "\r\n" else 0)
    whole = before.decode("utf-8") if before.endswith(b"\n") else before.decode("utf-8") + ending
    added = without_new_lines(whole, after.decode("utf-8"))
    assert "- id: new" in added and len(added.splitlines()) <= 9
    assert clean(run, root) == []
    (lamps,) = (row for row in run("topics", "--json", at=root).json if row["id"] == "lamps")
    old = yaml.safe_load(text)
    assert lamps[f"{kind}s"] == len(old.get(f"{kind}s", [])) + 1


def test_a_new_entry_stands_at_the_end_of_its_list_before_what_follows(run, workspace):
    root = workspace(own(COMMENTED))
    run("add", "fact", *SHORT, at=root)
    after = (root / LAMPS_FILE).read_text("utf-8")
    assert after.index("# seen") < after.index("- id: new") < after.index("keywords:")


@pytest.mark.parametrize("written", ["facts: []", "facts: []   # none yet", "facts: [\n]"])
def test_an_empty_list_takes_its_first_member(run, workspace, written):
    root = workspace(own(f"topic: lamps # a\ntitle: Lamps\n{written}\nkeywords: [a]  # b\n"))
    assert run("add", "fact", *SHORT, at=root).code == 0
    after = (root / LAMPS_FILE).read_text("utf-8")
    assert after.startswith("topic: lamps # a\ntitle: Lamps\nfacts:\n") and after.endswith("\nkeywords: [a]  # b\n")
    assert [f["id"] for f in yaml.safe_load(after)["facts"]] == ["new"]


def test_a_list_in_brackets_keeps_its_members_and_comments(run, workspace):
    fact = "{id: a, text: 'a, ]', source: {paper: st-1234-2025}, as_of: 2025}"
    before = f"topic: lamps\ntitle: Lamps\nfacts: [\n  {fact},  # mine\n]\nkeywords: [a]\n"
    root = workspace(own(before))
    assert run("add", "fact", *SHORT, at=root).code == 0
    after = (root / LAMPS_FILE).read_text("utf-8")
    assert [f["id"] for f in yaml.safe_load(after)["facts"]] == ["a", "new"]
    assert fact in after and "# mine" in after and after.endswith("\nkeywords: [a]\n")


def test_papers_are_added_behind_those_in_brackets(add):
    ran, root = add("paper", "--number", "1300/25", "--title", "Wicks: a guide")
    after = (root / "knowledge/papers.yaml").read_text("utf-8")
    assert ran.code == 0 and after.startswith(PAPERS)
    assert yaml.safe_load(after)["papers"][-1] == {"id": "st-1300-2025", "number": "1300/25", "title": "Wicks: a guide"}


@pytest.mark.parametrize(
    "text", ["a: b", "- dash", "#", "'", "line\nline", "\u202eright", "🙂", "NO", "x" * 3000, "\x07bell"]
)
def test_any_text_comes_back_as_it_was_given(run, workspace, text):
    root = workspace()
    ran = run("add", "fact", "--topic", "lamps", "--id", "odd", "--text", text, "--paper", "st-1234-2025", at=root)
    assert ran.code == 0, ran.err
    from briefer.workspace import read

    assert read(str(root)).knowledge().entries["lamps/odd"].value.text == text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("fact", "--topic", "lamp", "--text", "x", "--paper", "st-1234-2025"), "no topic “lamp”. Did you mean lamps"),
        (("fact", "--topic", "lamps", "--text", "x", "--paper", "st-1234-2026"), "no paper “st-1234-2026”"),
        (("fact", *SHORT[:-1], "st-1234-2025", "--via", "keepers-count"), "Did you mean keepers-2024-count"),
        (("fact", *SHORT, "--topics", "fog"), "no topic “fog”. Did you mean fog-signals"),
        (("fact", *SHORT, "--disputed-by", "lamps-lid"), "no entry “lamps/lamps-lid”. Did you mean lamps/lamps-lit"),
        (("fact", *SHORT, "--superseded-by", "nil/nil"), "no entry “nil/nil”"),
        (("position", *SHORT, "--actor", "keeper", "--stance", "asks"), "no actor “keeper”. Did you mean keepers"),
        (("position", *SHORT, "--actor", "keepers", "--stance", "against"), "reserves"),
        (("question", *SHORT, "--number", "1", "--asked-by", "nobody"), "no actor “nobody”"),
        (("question", *SHORT, "--number", "1", "--asked-by", "keepers", "--wording", "exact"), "gist or verbatim"),
        (("paper", "--title", "x", "--cites", "st-1234-2026"), "no paper “st-1234-2026”"),
        (("paper", "--title", "x", "--encloses", "nope"), "no paper “nope”"),
        (("paper", "--title", "x", "--marking", "LIMITED"), "Did you mean LIMITE?"),
        (("paper", "--title", "x", "--marking", "RESTREINT UE/EU RESTRICTED"), "accredited"),
        (("paper", "--number", "1234/25", "--title", "Lamps again"), "st-1234-2025” already"),
        (("topic", "--title", "Lamps"), "topic “lamps” already"),
        (("topic", "--topic", "Two Words", "--title", "x"), "lower-case letters, digits and hyphens"),
        (("fact", *SHORT[:2], "--id", "lamps-lit", *SHORT[4:]), "“lamps-lit” is taken"),
        (("fact", *SHORT, "--as-of", "2025-02-30"), "not a day of the calendar"),
        (("fact", *SHORT, "--as-of", "June"), "2024-10-16"),
        (("fact", "--topic", "lamps", "--text", "x"), "“source” is missing"),
        (("fact", "--topic", "lamps", "--text", "x", "--source", "{paper: ["), "--source"),
        (("fact", "--topic", "lamps", "--text", "x", "--source", "{paper: [a]}"), "paper"),
        (("fact", "--text", "x", "--paper", "st-1234-2025"), "“topic” is missing"),
        (("fact", "--topic", "lamps", "--paper", "st-1234-2025"), "“text”"),
        (("position", *SHORT), "“actor” is missing"),
        (("question", *SHORT), "“number” is missing"),
        (("paper", "--number", "1/25"), "“title” is missing"),
        (("topic", "--summary", "x"), "“topic” is missing"),
    ],
)
def test_what_is_missing_or_unknown_is_refused_in_one_line_and_nothing_is_written(add, arguments, said):
    ran, root = add(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1
    assert said in ran.err
    assert (root / LAMPS_FILE).read_text("utf-8") == LAMPS
    assert (root / "knowledge/papers.yaml").read_text("utf-8") == PAPERS


def test_a_file_with_faults_is_not_written_to_and_named(add):
    broken = LAMPS + "colour: red\n"
    ran, root = add("fact", *SHORT, files=own(broken))
    assert (ran.code, ran.out) == (1, "")
    assert "lamps.yaml" in ran.err and "colour" in ran.err
    assert (root / LAMPS_FILE).read_text("utf-8") == broken


def test_only_ones_own_layer_is_written_to(run, workspace, repository):
    root = workspace({"briefer.yaml": None})
    shipped = {p: p.read_bytes() for p in (repository / "knowledge").rglob("*.yaml")}
    ran = run("add", "fact", "--topic", "csdp-jha-synergies", "--text", "A fact of one's own.", "--paper", "st-9375-2025",
              "--json", at=root)  # fmt: skip
    assert ran.json["file"] == "knowledge/topics/csdp-jha-synergies.yaml"
    written = yaml.safe_load((root / ran.json["file"]).read_text("utf-8"))
    assert (written["topic"], len(written["facts"])) == ("csdp-jha-synergies", 1)
    assert "title" not in written
    assert {p: p.read_bytes() for p in (repository / "knowledge").rglob("*.yaml")} == shipped
    assert clean(run, root) == []


def test_an_id_of_the_shipped_layer_is_not_given_again(run, workspace, repository):
    root = workspace({"briefer.yaml": None})
    taken = yaml.safe_load((repository / "knowledge/topics/csdp-jha-synergies.yaml").read_text("utf-8"))["facts"][0][
        "id"
    ]
    ran = run(
        "add", "fact", "--topic", "csdp-jha-synergies", "--id", taken, "--text", "x", "--paper", "st-9375-2025", at=root
    )
    assert ran.code == 2 and taken in ran.err


def test_a_topic_split_into_a_folder_grows_within_it(run, workspace):
    head, _, rest = LAMPS.partition("positions:\n")
    root = workspace({LAMPS_FILE: None, "knowledge/topics/lamps/lamps.yaml": head,
                      "knowledge/topics/lamps/wishes.yaml": f"topic: lamps\npositions:\n{rest}"})  # fmt: skip
    ran = run("add", "fact", *SHORT, "--json", at=root)
    assert ran.json["file"] == "knowledge/topics/lamps/lamps.yaml"
    assert clean(run, root) == []


def test_without_a_workspace_one_is_told_how_to_make_one(process, tmp_path):
    ran = process("add", "topic", "--title", "Lamps", "--json")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1 and "briefer init" in ran.err
    assert list((tmp_path / "nowhere").iterdir()) == []


def test_a_kind_that_does_not_exist_is_used_wrongly(process):
    ran = process("add", "ship", "--title", "x")
    assert (ran.code, ran.out) == (2, "")


def test_no_kind_and_no_options_are_used_wrongly_where_there_is_no_editor(process, workspace):
    root = workspace()
    assert process("add", "--workspace", root).code == 2
    ran = process("add", "fact", "--workspace", root)
    assert (ran.code, ran.out) == (2, "")
    assert "--help" in ran.err


@pytest.fixture
def editor(tmp_path, monkeypatch):
    """Sets ``$EDITOR`` to a script that fills in the form; gives the file in which it notes what it saw."""

    def of(body, name="EDITOR"):
        script, seen = tmp_path / "fill in.py", tmp_path / "seen"
        script.write_text(
            "import pathlib, re, sys\n"
            f"form = pathlib.Path(sys.argv[-1]); seen = pathlib.Path({str(seen)!r})\n"
            "text = form.read_text('utf-8'); seen.write_text(str(form) + '\\n' + text, 'utf-8')\n"
            "def put(**keys):\n"
            "    global text\n"
            "    for key, value in keys.items():\n"
            "        text = re.sub(rf'(?m)^{key}: .*$', lambda _: f'{key}: {value}', text)\n"
            "    form.write_text(text, 'utf-8')\n" + body,
            "utf-8",
        )  # fmt: skip
        monkeypatch.setenv(name, f'"{sys.executable}" "{script}"')
        return seen

    return of


def form_of(seen):
    path, _, text = seen.read_text("utf-8").partition("\n")
    from pathlib import Path

    return Path(path), text


FORMS = {
    "fact": "put(topic='lamps', text='Lamp seven went dark in May 2025.', paper='st-1234-2025', tags='[dark]')",
    "position": "put(topic='lamps', actor='keepers', stance='opposes', text='The Guild opposes a dark lamp.',"
                " paper='st-1234-2025')",
    "question": "put(topic='lamps', paper='st-1234-2025', number='3', asked_by='presidency-ex', wording='gist',"
                " text='Which lamp should go dark next?')",
    "paper": "put(number='1300/25', title='Wicks', date='2025-07-01', marking='LIMITE')",
    "topic": "put(topic='harbour-dues', title='Harbour dues', bodies='[LWP]')",
}  # fmt: skip


@pytest.mark.parametrize("kind", FORMS)
def test_without_options_a_form_opens_in_the_editor(run, workspace, editor, kind):
    seen = editor(FORMS[kind])
    root = workspace()
    ran = run("add", kind, "--json", at=root)
    assert (ran.code, ran.json["id"]) == (0, IDS[kind]), ran.err
    form, text = form_of(seen)
    assert text.startswith(f"# A new {kind}.")
    assert not form.exists()
    assert clean(run, root) == []
    assert found(run, root, IDS[kind], kind)


def test_visual_goes_before_editor(run, workspace, editor, monkeypatch):
    editor(FORMS["topic"], name="VISUAL")
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
    assert run("add", "topic", at=workspace()).code == 0


@pytest.mark.parametrize("body", ["", "sys.exit(3)", "form.write_text('# nothing\\n')"])
def test_a_form_left_empty_adds_nothing(run, workspace, editor, body):
    seen = editor(body)
    root = workspace()
    ran = run("add", "fact", "--json", at=root)
    assert (ran.code, ran.out) == (1, "")
    assert ("ended with a failure" if "exit" in body else "left empty") in ran.err
    assert (root / LAMPS_FILE).read_text("utf-8") == LAMPS
    assert seen.exists()


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("put(topic='lamp', text='A long thought.', paper='st-1234-2025')", "Did you mean lamps"),
        ("put(topic='lamps', text='A long thought: with a colon.', paper='st-1234-2025')", "quotation marks"),
        (
            "put(topic='lamps', text='A long thought.', paper='st-1234-2025'); text += 'text: A long thought.'; put()",
            "twice",
        ),
        ("put(topic='[a]', text='A long thought.', paper='st-1234-2025')", "topic"),
        ("form.write_bytes('text: A long thought. é'.encode('latin-1'))", "UTF-8"),
    ],
)
def test_what_was_written_into_a_faulty_form_is_kept_and_named(run, workspace, editor, body, said):
    seen = editor(body)
    root = workspace()
    ran = run("add", "fact", "--json", at=root)
    form, _ = form_of(seen)
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("\n") == 1
    assert said in ran.err and str(form) in ran.err
    assert b"A long thought" in form.read_bytes()
    assert (root / LAMPS_FILE).read_text("utf-8") == LAMPS
    form.unlink()


def test_an_editor_that_is_not_there_is_one_plain_line(run, workspace, monkeypatch):
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere --wait")
    ran = run("add", "fact", at=workspace())
    assert ran.code == 1
    assert "no-such-editor-anywhere" in ran.err and "EDITOR" in ran.err


def test_an_editor_opens_in_a_process_of_its_own_too(process, workspace, editor):
    editor(FORMS["topic"])
    ran = process("add", "topic", "--json", "--workspace", workspace())
    assert (ran.code, ran.json["id"]) == (0, "harbour-dues")
