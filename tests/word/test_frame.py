"""What stands around the text: marking on every page, properties, language, and the same bytes every time."""

from __future__ import annotations

import subprocess
import sys

import pytest
from conftest import q
from word_briefs import awkward, brief, council, rich, scene_setter, section

from briefer.brief.model import Block, MeetingRef

DC = {"dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
      "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"}  # fmt: skip


def _styled(note, part, style):
    return [
        note.text(p) for p in note.xml(part).iter(q("p")) if p.find(f"{q('pPr')}/{q('pStyle')}").get(q("val")) == style
    ]


@pytest.mark.parametrize("marking", ["LIMITE", "PUBLIC"])
def test_the_marking_stands_in_header_footer_and_properties(opened, marking):
    note = opened(brief(section("header"), marking=marking, own_marking="PUBLIC"))
    assert _styled(note, "word/header1.xml", "Marking") == [marking]
    assert _styled(note, "word/footer1.xml", "Marking") == [marking]
    core = note.xml("docProps/core.xml")
    assert core.findtext("cp:category", namespaces=DC) == marking
    assert marking in core.findtext("cp:keywords", namespaces=DC)
    assert f'name="Marking"><vt:lpwstr>{marking}<' in note.parts["docProps/custom.xml"].decode()


def test_a_cited_paper_raises_the_marking_of_the_whole(opened):
    fact = Block(id="fact01", role="fact", text="x", entry="a/b", sources=(council(),))
    note = opened(brief(section("background", fact), marking="PUBLIC", own_marking="PUBLIC"))
    assert _styled(note, "word/header1.xml", "Marking") == ["LIMITE"]


def test_the_first_section_refers_to_header_and_footer(opened):
    note = opened(rich())
    kinds = [r.get(q("type")) for r in note.find("//w:sectPr/w:headerReference | //w:sectPr/w:footerReference")]
    assert kinds == ["default", "default"]
    size = note.find("//w:sectPr/w:pgSz")[0]
    assert (size.get(q("w")), size.get(q("h"))) == ("11906", "16838")


def test_the_footer_gives_delegation_day_title_and_page(opened):
    note = opened(scene_setter())
    assert _styled(note, "word/footer1.xml", "Footer") == [
        "Ruritania · 2 March 2026 · Scene-setter: missions and agencies\tpage 1 of 1"
    ]
    fields = [e.text.strip() for e in note.xml("word/footer1.xml").iter(q("instrText"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_long_title_is_cut_in_the_footer_between_words(opened):
    (line,) = _styled(opened(brief(title="word " * 40)), "word/footer1.xml", "Footer")
    assert "word …\tpage" in line
    assert len(line) < 110


def test_properties_come_from_the_brief_and_never_from_the_clock(opened):
    core = opened(rich()).xml("docProps/core.xml")
    assert core.findtext("dc:title", namespaces=DC) == rich().title
    assert core.findtext("dc:subject", namespaces=DC) == "EMWP, 2 March 2026"
    assert core.findtext("dc:creator", namespaces=DC) == "Delegation of Ruritania"
    assert core.findtext("dc:language", namespaces=DC) == "en-GB"
    for name in ("created", "modified"):
        assert core.findtext(f"dcterms:{name}", namespaces=DC) == "2026-03-02T00:00:00Z"


@pytest.mark.parametrize(("final", "creator"), [(False, "A. Drafter"), (True, "briefer")])
def test_without_a_delegation_only_the_colleagues_copy_names_the_drafter(opened, final, creator):
    core = opened(brief(drafter="A. Drafter"), final=final).xml("docProps/core.xml")
    assert core.findtext("dc:creator", namespaces=DC) == creator


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("fr", "fr-FR"), ("de-AT", "de-AT"), ("el", "el-GR")])
def test_the_language_is_that_of_the_brief(opened, language, tag):
    note = opened(brief(language=language))
    lang = note.xml("word/styles.xml").find(f"{q('docDefaults')}//{q('lang')}")
    assert lang.get(q("val")) == tag


def test_every_style_used_is_defined_under_its_name(opened):
    for made in (rich(), scene_setter(), awkward()):
        note = opened(made)
        defined = {s.get(q("styleId")) for s in note.xml("word/styles.xml").iter(q("style"))}
        used = set()
        for part in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
            root = note.xml(part)
            used |= {e.get(q("val")) for tag in ("pStyle", "rStyle", "tblStyle") for e in root.iter(q(tag))}
        assert used <= defined


@pytest.mark.parametrize("final", [False, True])
def test_the_same_brief_gives_the_same_bytes_in_another_process_too(opened, final, repository):
    here = opened(rich(), final=final)
    assert {i.date_time for i in here.infos} == {(1980, 1, 1, 0, 0, 0)}
    code = (
        "import sys, hashlib, word_briefs; from briefer.word.docx import render; "
        f"print(hashlib.sha256(render(word_briefs.rich(), final={final})).hexdigest())"
    )
    import hashlib

    path = [str(repository / "tests" / "word"), str(repository)]
    there = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path[:0] = {path!r}; {code}"],
        capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": "7"},
    )  # fmt: skip
    assert there.stdout.strip() == hashlib.sha256(here.data).hexdigest()


def test_a_right_to_left_paragraph_is_marked_as_one(opened):
    note = opened(awkward())
    assert note.control("arabic1").find(f".//{q('bidi')}") is not None
    assert note.control("hebrew1").find(f".//{q('bidi')}") is None
    hebrew = [
        note.text(r) for r in note.control("hebrew1").iter(q("r")) if r.find(f"{q('rPr')}/{q('rtl')}") is not None
    ]
    assert hebrew == ["שלום עולם"]


def test_the_date_of_a_note_without_meeting_is_the_day_it_speaks_of(opened):
    (line,) = _styled(opened(brief(meeting=MeetingRef(body="EMWP"))), "word/footer1.xml", "Footer")
    assert line.startswith("2 March 2026 · ")
