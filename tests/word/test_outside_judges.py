"""Microsoft's validator and LibreOffice look at what we made."""

from __future__ import annotations

import subprocess
import zipfile

import pytest
from conftest import Note, q
from lxml import etree
from word_briefs import awkward, brief, rich, scene_setter, section, speaking_note

from briefer import workspace as workspaces
from briefer.brief import making, store
from briefer.brief.making import Wanted
from briefer.brief.model import Block
from briefer.word.docx import render
from briefer.word.export import export
from briefer.word.house import SHIPPED


def empty():
    return brief(
        *(section(role) for role in ("header", "objective", "speaking-note", "positions", "sources", "report-back"))
    )


def rows():
    """Row blocks of every shape in every table section."""
    texts = ("**Label** and text", "no label", "**Only**", "", "**A**\nb\nc\nd\ne\n- f", "שלום **b**")
    return brief(*(
        section(role, *(Block(id=f"{role[:3]}row{i}", role="row", text=t) for i, t in enumerate(texts)))
        for role in ("positions", "figures", "red-lines", "report-back")
    ))  # fmt: skip


def every_role_everywhere():
    """Each block role in each section role, with a list and two paragraphs in it."""
    roles = ("question", "answer", "point", "text", "fact", "position", "figure", "row", "prompt", "note")
    sections = (
        "header",
        "objective",
        "speaking-note",
        "defensives",
        "positions",
        "figures",
        "sources",
        "abbreviations",
        "free",
    )
    return brief(*(
        section(s, *(Block(id=f"b{i:02d}x{j:02d}x", role=r, text="One **two**\n- three\nשלום") for j, r in enumerate(roles)))
        for i, s in enumerate(sections)
    ))  # fmt: skip


BRIEFS = {f.__name__: f for f in (rich, speaking_note, scene_setter, awkward, empty, rows, every_role_everywhere)}


@pytest.mark.sdk
@pytest.mark.parametrize("final", [False, True], ids=["colleagues", "final"])
@pytest.mark.parametrize("name", BRIEFS)
def test_the_sdk_validator_finds_no_fault(name, final, ooxml_validator, tmp_path):
    path = tmp_path / f"{name}.docx"
    path.write_bytes(render(BRIEFS[name](), final=final))
    assert ooxml_validator(path) == []


@pytest.mark.sdk
def test_the_sdk_validator_passes_the_base_and_fails_a_broken_file(ooxml_validator, tmp_path):
    for path in sorted(SHIPPED.glob("*.docx")):
        assert ooxml_validator(path) == []
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(broken, "w") as package:
        for name, content in Note(render(rich())).parts.items():
            package.writestr(name, content.replace(b"<w:pStyle", b"<w:jc w:val='center'/><w:pStyle"))
    assert ooxml_validator(broken) != []


def marked_pages(pdf):
    """The text of each page, once it is seen that every one carries the marking and its number."""
    text = subprocess.run(["pdftotext", "-layout", pdf, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    pages = text.removesuffix("\f").split("\f")
    for number, page in enumerate(pages, 1):
        lines = [line.strip() for line in page.splitlines() if line.strip()]
        assert lines[0] == "LIMITE"
        assert lines[-1] == "LIMITE"
        assert f"page {number} of {len(pages)}" in page
    return pages


@pytest.mark.sdk
@pytest.mark.parametrize("topic", ["csdp-jha-synergies", "central-asia", "eucap-sahel-niger-racc"])
@pytest.mark.parametrize("template", ["speaking-note", "full-brief", "scene-setter"])
def test_what_export_writes_of_the_shipped_base_has_no_fault(topic, template, repository, ooxml_validator, tmp_path):
    place = workspaces.read(str(repository))
    drafted = making.compose(place, Wanted((topic,), template=template, delegation="Examplia", as_of="2026-11-23"))
    assert ooxml_validator(export(drafted, tmp_path)) == []


@pytest.mark.office
def test_the_worked_example_is_two_sides_and_says_whose_it_is(repository, soffice, tmp_path):
    example = store.read(repository / "briefs" / "examplia-emwp-2025-06-10.yaml")
    pages = marked_pages(soffice(export(example, tmp_path, final=True), "pdf"))
    assert len(pages) == 2
    assert "EXAMPLIA (FICTIONAL)" in pages[0].upper()
    assert "Question 3" in pages[1]


@pytest.mark.office
@pytest.mark.parametrize(("name", "most"), [("rich", 4), ("speaking_note", 2), ("scene_setter", 1)])
def test_every_page_carries_the_marking_and_its_number(name, most, soffice, tmp_path):
    path = tmp_path / "note.docx"
    path.write_bytes(render(BRIEFS[name]()))
    pdf = soffice(path, "pdf")
    pages = marked_pages(pdf)
    assert len(pages) <= most
    subprocess.run(["pdftoppm", "-r", "20", "-png", pdf, tmp_path / "page"], check=True, capture_output=True)
    assert len(list(tmp_path.glob("page-*.png"))) == len(pages)


@pytest.mark.office
def test_libreoffice_shows_the_same_words_in_the_colleagues_copy_as_in_the_release(soffice, tmp_path):
    """Controls must not disturb what is read: LibreOffice 7 garbles rich-text ones."""
    filled = brief(
        *(s for s in rich().sections if s.role in ("top-lines", "positions", "red-lines", "figures", "background"))
    )
    shown = []
    for final in (False, True):
        path = tmp_path / f"note{final}.docx"
        path.write_bytes(render(filled, final=final))
        pdf = soffice(path, "pdf")
        shown.append(subprocess.run(["pdftotext", pdf, "-"], capture_output=True, encoding="utf-8", check=True).stdout)
    assert shown[0] == shown[1]
    assert "one picture" in shown[0]


@pytest.mark.office
def test_a_round_trip_through_libreoffice_keeps_footnotes_headings_and_who_is_who(soffice, tmp_path):
    path = tmp_path / "note.docx"
    path.write_bytes(render(rich()))
    before, after = Note(path.read_bytes()), Note(soffice(path, "docx").read_bytes())
    assert len(after.footnotes) == len(before.footnotes)
    assert after.paragraphs("Heading1") == before.paragraphs("Heading1")
    assert after.paragraphs("Heading2") == before.paragraphs("Heading2")
    assert set(after.find("//w:sdtPr/w:alias/@w:val")) == set(before.find("//w:sdtPr/w:alias/@w:val"))
    assert set(before.find("//w:bookmarkStart/@w:name")) <= set(after.find("//w:bookmarkStart/@w:name"))
    text = etree.tostring(after.document, encoding="unicode", method="text")
    for paragraph in before.document.iter(q("t")):
        assert (paragraph.text or "").strip() in text
