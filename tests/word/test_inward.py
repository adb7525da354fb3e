"""Instructions from capital: shown to colleagues, marked; in nothing that leaves the house, in no part of any file."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from msgspec.structs import replace
from word_briefs import brief, council, section

from briefer.brief import edit, inward, review, whole
from briefer.brief.model import Block, Brief, Carried, MeetingRef, Pulled, Source
from briefer.brief.pull import block_of
from briefer.word.export import export, left_out
from briefer.workspace import read

SECRET = "Accept no quota above eleven lanterns under any circumstances whatever."
CABLE = "Cable 77 of the Examplian ministry"
#: None of these may be found anywhere in what leaves the house.
WORDS = ("eleven lanterns", "quota above", "Cable 77", "instruction-77", "capital-only", "instructions", "s3cr3t")

CAPITAL = {
    "briefer.yaml": "layers: [shipped, knowledge]\ninstructions: ../capital\n",
    "../capital/papers.yaml": f"papers:\n  - {{id: instruction-77, title: {CABLE}, date: 2025-06-09,\n"
    "     kind: instructions, marking: PUBLIC}\n",
    "../capital/topics/lamps.yaml": f"""\
topic: lamps
facts:
  - {{id: quota, text: {SECRET}, source: {{paper: instruction-77, at: s3cr3t para}}, as_of: 2025-06-09}}
  - {{id: by-layer, text: The s3cr3t reserve price of oil is nine crowns a barrel., as_of: 2025-06-09,
     source: {{paper: keepers-2024-count}}, disputed_by: [lamps-lit]}}
""",
    "../capital/topics/capital-only.yaml": "topic: capital-only\ntitle: Lanterns\nsummary: A s3cr3t summary.\n",
    "../capital/acronyms.yaml": "acronyms: {LAMP: s3cr3t project name}\n",
}  # fmt: skip


def instruction(at: str = "s3cr3t para") -> Source:
    return Source(paper="instruction-77", title=CABLE, marking="PUBLIC", at=at, inward=True)


def quota(ident: str = "quota1", **fields: object) -> Block:
    given: dict[str, object] = {
        "id": ident, "role": "fact", "text": SECRET, "entry": "lamps/quota", "pulled": Pulled(text=SECRET),
        "sources": (instruction(),), **fields,
    }  # fmt: skip
    return Block(**given)  # type: ignore[arg-type]


def mixed() -> Brief:
    """Beside what comes from instructions alone, own text that rests on them and a fact that they dispute."""
    return brief(
        section("header"),
        section(
            "top-lines",
            quota(),
            Block(id="ownone", role="point", text="We can be flexible[^1] within limits[^2].",
                  sources=(instruction(), council("Lamps, para. 1"))),
            Block(id="public", role="fact", text="The coast had twelve lamps.", entry="lamps/lamps-lit",
                  pulled=Pulled(text="The coast had twelve lamps.", disputed=(f"{SECRET} ({CABLE}).",),
                                inward=(f"{SECRET} ({CABLE}).",)),
                  sources=(council("Lamps, para. 2"),)),
            Block(id="woven1", role="point", text=f"We say: {SECRET}[^1]", sources=(instruction(),),
                  carries=(Carried("lamps/quota", Pulled(text=SECRET), (1,)),)),
            Block(id="woven2", role="point", text="We would rather not name a number[^1].", sources=(instruction(),),
                  carries=(Carried("lamps/quota", Pulled(text=SECRET), (1,)),)),
            title="Top lines",
        ),
        section("positions", quota("rowone", role="row"), title="Who says what"),
        section("sources"),
        section("abbreviations"),
        topics=("capital-only", "lamps"),
    )  # fmt: skip


def everything(path: Path) -> str:
    """All that a file holds, every part of it, names of parts too."""
    data = path.read_bytes()
    if path.suffix != ".docx":
        return data.decode("utf-8")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [f"{name}\n{package.read(name).decode('utf-8', 'replace')}" for name in package.namelist()]
    return "\n".join([*parts, data[-200:].decode("latin-1")])


def found(text: str) -> list[str]:
    return [w for w in WORDS if w.casefold() in text.casefold()]


@pytest.mark.parametrize("to", ["docx", "md", "html"])
@pytest.mark.parametrize("how", ["final", "public"])
def test_nothing_of_instructions_stands_in_any_part_of_what_leaves_the_house(to, how, tmp_path):
    note = mixed()
    if how == "public":
        note = replace(
            note, own_marking="PUBLIC",
            sections=tuple(replace(s, blocks=tuple(
                replace(b, sources=tuple(replace(x, marking="PUBLIC") for x in b.sources)) for b in s.blocks))
                for s in note.sections),
        )  # fmt: skip
    made = export(note, tmp_path, to=to, final=how == "final", ceiling="PUBLIC" if how == "public" else None)
    text = everything(made)
    assert found(text) == []
    assert "We can be flexible" in text and "rather not name a number" in text, "own words go out"
    assert "The coast had twelve lamps." in text and "9375/25" in text


@pytest.mark.parametrize("to", ["docx", "md", "html"])
def test_colleagues_see_it_marked_as_instructions(to, tmp_path):
    text = everything(export(mixed(), tmp_path, to=to))
    assert "eleven lanterns" in text and CABLE in text
    assert "instructions: not for release" in text


def test_a_final_pdf_shows_nothing_of_it_either(tmp_path, soffice):
    import pypdfium2

    made = export(mixed(), tmp_path, to="pdf", final=True)
    pages = pypdfium2.PdfDocument(made)
    text = " ".join(" ".join(p.get_textpage().get_text_range().split()) for p in pages)
    assert "We can be flexible" in text and found(text) == []
    assert found(made.read_bytes().decode("latin-1")) == []


def test_the_marks_of_the_other_sources_are_numbered_anew(opened):
    note = opened(mixed(), final=True)
    assert any("flexible within limits[1]" in p for p in note.paragraphs())
    assert "9375/25" in note.footnotes[1]


def test_blocks_that_stay_and_notes_that_go_are_told_apart_and_named():
    note = mixed()
    assert [(k.block.id, k.whole) for k in inward.kept_in(note)] == [
        ("quota1", True), ("ownone", False), ("woven1", True), ("woven2", False), ("rowone", True)]  # fmt: skip
    said = left_out(note, final=True, ceiling=None)
    assert "quota1, woven1" in said and "ownone, woven2" in said and "rowone" in said
    assert left_out(note, final=False, ceiling="LIMITE") == ""


def test_a_marking_is_not_lowered_by_what_stays_and_a_brief_without_instructions_is_the_same():
    note = brief(section("top-lines", quota(sources=(replace(instruction(), marking="LIMITE"),))), own_marking="PUBLIC")
    assert inward.released(note).marking == "LIMITE"
    plain = brief(section("top-lines", Block(id="public", role="fact", text="x", sources=(council(),))))
    assert inward.released(plain) is plain


def test_the_review_tells_what_a_note_for_release_leaves_out():
    told = {f.block: f.message for f in review.findings(mixed()) if f.code == "instructions"}
    assert set(told) == {"quota1", "woven1", "rowone"}
    assert "comes from instructions" in told["quota1"]


# --- out of a workspace ---------------------------------------------------------------------------------------------


def test_a_draft_takes_instructions_in_and_the_final_note_leaves_them_out(workspace, run, tmp_path):
    root = workspace(CAPITAL)
    assert run("new", "--topic", "lamps", "--name", "mine", at=root).code == 0
    for to in ("docx", "md", "html"):
        colleagues = run("export", "mine", "-o", tmp_path / f"all.{to}", at=root)
        assert (colleagues.code, colleagues.err) == (0, "")
        assert {"instructions", "s3cr3t"} <= set(found(everything(tmp_path / f"all.{to}")))
        ran = run("export", "mine", "--final", "--force", "-o", tmp_path / f"out.{to}", at=root)
        assert ran.code == 0 and "comes from instructions" in ran.err
        text = everything(tmp_path / f"out.{to}")
        assert found(text) == []
        assert "12 lit lamps" in text
    told = run("export", "mine", "--final", "--force", "--json", "-o", tmp_path / "out.md", at=root).json
    assert "comes from instructions" in told["left_out"]


def test_the_topic_of_capital_alone_leaves_no_summary_in_a_text_that_goes_out(workspace, run, tmp_path):
    root = workspace(CAPITAL)
    run("new", "--topic", "capital-only", "--topic", "lamps", "--name", "both", at=root)
    assert run("export", "both", "--final", "--force", "-o", tmp_path / "out.docx", at=root).code == 0
    assert found(everything(tmp_path / "out.docx")) == []


def test_instructions_bring_no_templates_whose_words_would_go_out(workspace, run):
    template = (
        "template: theirs\ntitle: Theirs\nsections: [{id: s, role: free, blocks: [{role: text, text: s3cr3t}]}]\n"
    )
    root = workspace({**CAPITAL, "../capital/templates/theirs.yaml": template})
    assert "theirs" not in [t["id"] for t in run("template", "list", "--json", at=root).json]


def test_whatever_cites_an_instruction_is_inward_in_every_layer_and_so_is_a_copy_of_ones_own(workspace):
    own = f"""\
topic: lamps
facts:
  - {{id: quota, text: "{SECRET} Ours.", source: {{paper: keepers-2024-count}}, as_of: 2025-06-09}}
  - {{id: cites, text: Cites the cable., source: {{paper: instruction-77}}, as_of: 2025-06-09}}
  - {{id: via, text: Read there., source: {{paper: keepers-2024-count, via: instruction-77}}, as_of: 2025-06-09}}
  - {{id: free, text: Free., source: {{paper: keepers-2024-count}}, as_of: 2025-06-09}}
"""
    base = read(str(workspace({**CAPITAL, "knowledge/topics/lamps.yaml": own}))).knowledge()
    wanted = {"quota": True, "cites": True, "via": True, "by-layer": True, "free": False}
    for name, expected in wanted.items():
        block = block_of(base.entry(f"lamps/{name}"), base, "2025-06-10", set())
        assert all(s.inward for s in block.sources) is expected, name
        assert inward.stays(block) is expected, name


def test_a_council_paper_that_instructions_list_too_may_be_shown(workspace):
    also = "papers:\n  - {id: st-1234-2025, number: 1234/25, title: Lamps, marking: LIMITE}\n"
    also += "  - {id: only-here, title: A cable, marking: PUBLIC}\n"
    base = read(str(workspace({**CAPITAL, "../capital/papers.yaml": also}))).knowledge()
    assert not base.is_inward_paper("st-1234-2025")
    assert base.is_inward_paper("only-here")


def test_a_fact_that_instructions_dispute_says_so_to_colleagues_only(workspace):
    base = read(str(workspace(CAPITAL))).knowledge()
    block = block_of(base.entry("lamps/lamps-lit"), base, "2025-06-10", set())
    assert any("nine crowns" in d for d in block.pulled.disputed)
    out = inward.released(brief(section("top-lines", block)))
    (released,) = out.sections[0].blocks
    assert not any("nine crowns" in d for d in released.pulled.disputed)
    assert any("14 lit lamps" in d for d in released.pulled.disputed), "the other dispute stays"


def test_own_text_made_of_a_fact_from_instructions_by_merging_stays_too(workspace):
    base = read(str(workspace(CAPITAL))).knowledge()
    fact = block_of(base.entry("lamps/quota"), base, "2025-06-10", set())
    own = Block(id="ownone", role="point", text="Our line.")
    note = brief(section("top-lines", own, fact))
    merged = edit.merge(note, "ownone")
    assert [b.id for s in merged.sections for b in s.blocks if "lanterns" in b.text] == ["ownone"]
    assert not [b for s in inward.released(merged).sections for b in s.blocks if "lanterns" in b.text]


# --- the meeting ------------------------------------------------------------------------------------------------------

TRADE = """\
meeting: lwp-2031-03-12
body: LWP
date: 2031-03-12
place: s3cr3t rooms of Ruritania
format: quota above all
items: [{number: 2, title: Trade eleven lanterns, action: agree the s3cr3t, topics: [lamps], papers: []}]
"""
SECRETLY = {**CAPITAL, "../capital/meetings/lwp-2031-03-12.yaml": TRADE}
KNOWN = "meeting: lwp-2031-03-12\nbody: LWP\ndate: 2031-03-12\n"


def sent(run, root, tmp_path: Path, to: str) -> tuple[str, str]:
    """What is in a final note, its name included, and what was said of it."""
    ran = run("export", str(next((root / "briefs").glob("*.yaml"))), "--final", "--force", "--to", to, at=root)
    assert ran.code == 0
    path = Path(ran.out.strip())
    return f"{path.name}\n{everything(path)}", ran.err


@pytest.mark.parametrize("to", ["docx", "md", "html"])
def test_a_meeting_that_only_instructions_know_stands_in_nothing_that_leaves_the_house(to, workspace, run, tmp_path):
    root = workspace(SECRETLY)
    assert run("new", "--meeting", "lwp-2031-03-12", at=root).code == 0
    text, said = sent(run, root, tmp_path, to)
    assert found(text) == [] and "LWP" not in text and "lwp-2031" not in text
    assert "Left out of the header, since it comes from instructions: body, day, place, format, agenda item" in said


def test_colleagues_see_the_meeting_and_that_it_is_from_instructions(workspace, run, tmp_path):
    root = workspace(SECRETLY)
    run("new", "--meeting", "lwp-2031-03-12", "--name", "mine", at=root)
    assert run("export", "mine", "-o", tmp_path / "n.md", at=root).code == 0
    row = next(line for line in (tmp_path / "n.md").read_text("utf-8").splitlines() if "**Item**" in line)
    assert "2 Trade eleven lanterns (instructions: not for release)" in row
    assert "a note for release leaves it out" in run("check", "mine", at=root).out


@pytest.mark.parametrize("where", ["knowledge", "../unit"])
def test_a_meeting_known_without_capital_is_named_but_not_what_capital_says_of_it(where, workspace, run, tmp_path):
    layers = {"briefer.yaml": "layers: [shipped, ../unit, knowledge]\ninstructions: ../capital\n"}
    root = workspace({**SECRETLY, **layers, f"{where}/meetings/lwp-2031-03-12.yaml": KNOWN,
                      "../unit/acronyms.yaml": "acronyms: {UNIT: A unit}\n"})  # fmt: skip
    run("new", "--meeting", "lwp-2031-03-12", "--topic", "lamps", at=root)
    text, _said = sent(run, root, tmp_path, "docx")
    assert found(text) == [] and "LWP" in text and "12 March 2031" in text


def test_a_copy_of_capitals_meeting_is_still_capitals_and_what_is_typed_goes_out(workspace, run, tmp_path):
    root = workspace({**SECRETLY, "knowledge/meetings/lwp-2031-03-12.yaml": TRADE.replace("quota above all", "lunch")})
    run("new", "--meeting", "lwp-2031-03-12", at=root)
    text, said = sent(run, root, tmp_path, "md")
    assert found(text) == [] and "lunch" in text and "header, since it comes from instructions: place, agenda" in said


def test_what_somebody_types_into_the_header_is_the_delegations_own():
    meeting = MeetingRef(body="LWP", date="2031-03-12", place="s3cr3t rooms", inward=("date", "place"))
    note = whole.set_header(brief(section("header"), meeting=meeting), {"place": "Port Hall"})
    released = inward.released(note).meeting
    assert released is not None and (released.place, released.date) == ("Port Hall", None)


def test_a_calendar_for_others_has_no_meeting_of_instructions(workspace, run, tmp_path):
    root = workspace(SECRETLY)
    ran = run("meetings", "--write", tmp_path / "out.ics", at=root)
    assert ran.code == 0 and "only instructions know of them: lwp-2031-03-12" in ran.err
    assert found((tmp_path / "out.ics").read_text("utf-8")) == []
    assert run("meetings", "lwp-2031-03-12", "--write", tmp_path / "one.ics", at=root).code == 1


def test_a_brief_carried_over_to_such_a_meeting_names_it_nowhere(workspace, run, tmp_path):
    root = workspace(SECRETLY)
    run("new", "--meeting", "lwp-2025-06-12", "--name", "june", at=root)
    path = root / "briefs/june.yaml"
    path.write_text(re.sub(r"(?m)^title: .*", "title: LWP of 12 June 2025", path.read_text("utf-8")), "utf-8")
    assert run("carry", "june", "--meeting", "lwp-2031-03-12", at=root).code == 0
    path.unlink()
    text, _said = sent(run, root, tmp_path, "md")
    assert found(text) == [] and "LWP" not in text and "lwp" not in text
