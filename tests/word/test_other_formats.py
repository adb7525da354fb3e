"""Markdown, HTML and PDF say the same as the Word file, and other programs read them as they were meant."""

from __future__ import annotations

import re
import subprocess
from html.parser import HTMLParser

import pytest
from word_briefs import awkward, brief, council, regulation, rich, scene_setter, section

from briefer.brief import store
from briefer.brief.model import Block
from briefer.errors import BrieferError
from briefer.word import listing, markdown, webpage
from briefer.word.export import export, missing
from briefer.word.outline import outline
from briefer.word.shapes import Heading, Table
from briefer.word.xml import web_address


def _said(text):
    return " ".join(text.split())


def _headings(note):
    return [(item.level, _said(item.text)) for item in note.items if isinstance(item, Heading)]


def _links(note):
    return [(r.text, web_address(r.link)) for n in note.notes for r in n.runs if r.link]


def _cells(table):
    heads = [[c.title for c in table.columns]] if any(c.title for c in table.columns) else []
    rows = [
        [_said(" ".join(("– " if p.level else "") + listing.plain(p.runs) for p in cell)) for cell in row]
        for row in listing.rows(table)
    ]
    return heads + rows


@pytest.mark.office
@pytest.mark.parametrize("final", [False, True], ids=["colleagues", "final"])
@pytest.mark.parametrize("made", [rich, awkward, scene_setter], ids=lambda f: f.__name__)
def test_pandoc_reads_the_markdown_back_as_it_was_written(made, final, pandoc, tmp_path):
    from briefer.text import printable

    note = outline(made(), final=final)
    path = tmp_path / "note.md"
    path.write_bytes(markdown.render(note))
    read = pandoc(path, "markdown")
    assert read.headings == [(level, _said(printable(text))) for level, text in _headings(note)]
    assert read.notes == [_said(listing.plain(n.runs)) for n in note.notes]
    assert set(read.links) == set(_links(note))
    tables = [[row for row in t if any(row)] for t in read.tables]
    assert tables == [_cells(item) for item in note.items if isinstance(item, Table)]


@pytest.mark.office
def test_what_looks_like_markup_stays_text_in_markdown(pandoc, tmp_path):
    lines = (
        "# no heading", "1. no list", "(a) none either", "+ nor this", "> no quotation", "Table: no caption", ": none",
        "$5 and $6 | a pipe", "don't \"quote\" -- or ... so", "a_b_c *stars* `ticks` ~x~ ^y^", "<b>R&D</b> &amp; [x](y) ![z]",
        "@nobody [^9] {.class} \\alpha http://example.org/a_b",
    )  # fmt: skip
    from briefer.brief.markup import escape

    blocks = [Block(id=f"block{i:02d}", role="text", text=escape(line)) for i, line in enumerate(lines)]
    path = tmp_path / "note.md"
    path.write_bytes(markdown.render(outline(brief(section("background", *blocks)), final=True)))
    read = pandoc(path, "markdown")
    assert [level for level, _text in read.headings] == [1]
    for line in lines:
        assert line in read.words


class Strict(HTMLParser):
    """Fails where tags do not close in order; keeps what is read."""

    def __init__(self):
        super().__init__()
        self.open, self.ids, self.targets, self.heads, self.words, self.outside = [], [], [], [], [], []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.ids += [given["id"]] if "id" in given else []
        self.targets += [given["href"][1:]] if given.get("href", "").startswith("#") else []
        self.outside += [v for k, v in attrs if k in ("src", "srcset") or (tag == "link" and k == "href")]
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)
        if self.open and self.open[-1] in ("h1", "h2", "h3"):
            self.heads.append((int(self.open[-1][1]), data))


@pytest.mark.parametrize("final", [False, True], ids=["colleagues", "final"])
@pytest.mark.parametrize("made", [rich, awkward, scene_setter], ids=lambda f: f.__name__)
def test_the_page_is_whole_and_needs_nothing_from_elsewhere(made, final):
    note = outline(made(), final=final)
    page = Strict()
    text = webpage.render(note).decode()
    page.feed(text)
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.targets) <= set(page.ids)
    assert page.outside == [] and "<script" not in text and "@import" not in text
    assert len([i for i in page.ids if i.startswith("note-")]) == len(note.notes)
    assert text.count(f'<p class="marking">{note.marking}</p>') == 2


def test_headings_tables_and_nested_lists_stand_in_the_page():
    note = outline(rich(), final=False)
    text = webpage.render(note).decode()
    page = Strict()
    page.feed(text)
    assert page.heads[0] == (1, rich().title)
    assert [(n - 1, t) for n, t in page.heads[1:]] == _headings(note)
    assert text.count("<table") == sum(isinstance(i, Table) for i in note.items)
    assert '<th scope="col">Actor</th>' in text and '<html lang="en-GB">' in text
    assert text.count("<ul>") == text.count("</ul>") > 3


def test_on_paper_the_marking_pushes_the_text_aside_instead_of_lying_across_it():
    """Seen in Chromium: what is fixed overprints the text of every page but the first, and is missing on that."""
    page = webpage.render(outline(rich(), final=True)).decode()
    printed = page[page.index("@media print") : page.index("</style>")]
    assert "position: fixed" not in page
    for part, group in (("header", "table-header-group"), ("footer", "table-footer-group")):
        assert f"body > {part} {{ display: {group}; break-inside: avoid; }}" in printed
        assert f'<{part}><p class="marking">LIMITE</p></{part}>' in page


def test_what_is_to_be_filled_in_by_hand_is_empty_on_the_page():
    page = webpage.render(outline(rich(), final=False)).decode()
    assert page.count('aria-label="Outcome – Question 1">…</p>') == 1
    assert ">Outcome – Question 1<" not in page


@pytest.mark.parametrize("to", ["docx", "md", "html"])
def test_the_same_brief_gives_the_same_bytes_and_its_own_export_is_replaced(to, tmp_path):
    path = export(rich(), tmp_path, to=to)
    first = path.read_bytes()
    assert export(rich(), tmp_path, to=to).read_bytes() == first
    path.write_bytes(first.replace(b"a", b"b", 1) if to != "docx" else first + b"x")
    with pytest.raises(BrieferError, match="not an export of this brief"):
        export(rich(), tmp_path, to=to)


def test_no_prompt_and_no_block_id_is_in_a_released_text(tmp_path):
    for to in ("md", "html"):
        text = export(rich(), tmp_path, to=to, final=True, force=True).read_text("utf-8")
        assert "statisticians" not in text and "quest1" not in text and "To fill in" not in text


@pytest.mark.office
def test_the_pdf_is_tagged_has_its_title_and_is_the_same_every_time(soffice, repository, tmp_path):
    example = store.read(repository / "briefs" / "examplia-emwp-2025-06-10.yaml")
    path = export(example, tmp_path, final=True, to="pdf")
    first = path.read_bytes()
    told = subprocess.run(["pdfinfo", path], capture_output=True, encoding="utf-8", check=True).stdout
    facts = {k.strip(): v.strip() for k, _, v in (line.partition(":") for line in told.splitlines())}
    assert facts["Tagged"] == "yes"
    assert facts["Title"] == example.title
    assert "LIMITE" in facts["Keywords"]
    assert b"/DisplayDocTitle true" in first and b"/Lang(en-GB)" in first
    assert "2025" in facts["CreationDate"]
    assert export(example, tmp_path, final=True, to="pdf").read_bytes() == first
    shown = subprocess.run(["pdftotext", path, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    assert shown.count("LIMITE") >= 4


def test_without_libreoffice_a_pdf_is_refused_in_plain_words_and_nothing_is_written(monkeypatch, tmp_path):
    monkeypatch.setenv("BRIEFER_SOFFICE", str(tmp_path / "gone"))
    with pytest.raises(BrieferError, match="LibreOffice, which is not installed here") as refused:
        export(rich(), tmp_path, to="pdf")
    assert refused.value.code == "no-pdf"
    assert missing("pdf") and not missing("docx")
    assert list(tmp_path.iterdir()) == []


def test_a_libreoffice_that_fails_is_told_and_leaves_the_old_file(monkeypatch, tmp_path):
    fake = tmp_path / "soffice"
    fake.write_text("#!/bin/sh\necho 'source file could not be loaded' >&2\nexit 1\n")
    fake.chmod(0o755)
    old = tmp_path / "out" / "note.pdf"
    old.parent.mkdir()
    old.write_bytes(b"old")
    monkeypatch.setenv("BRIEFER_SOFFICE", str(fake))
    with pytest.raises(BrieferError, match="source file could not be loaded"):
        export(rich(), old, to="pdf", force=True)
    assert old.read_bytes() == b"old"


def test_a_full_temporary_folder_is_said_where_a_pdf_is_made(monkeypatch, tmp_path):
    import errno
    import tempfile
    from pathlib import Path

    soffice = tmp_path / "soffice"
    soffice.write_text("#!/bin/sh\n")
    monkeypatch.setenv("BRIEFER_SOFFICE", str(soffice))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    write = Path.write_bytes

    def full(path, data):
        if path.name == "note.docx":
            raise OSError(errno.ENOSPC, "No space left on device")
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(BrieferError, match="could not make the PDF \\(no space left on device\\)"):
        export(rich(), tmp_path / "out.pdf", to="pdf")
    assert [p.name for p in tmp_path.iterdir()] == ["soffice"]


def test_two_marks_in_a_row_do_not_read_as_one_number():
    fact = Block(id="fact01", role="fact", text="Both.", sources=(council(), regulation()))
    note = outline(brief(section("background", fact)), final=True)
    assert "Both.[^1][^2]" in markdown.render(note).decode()
    assert "<sup>, </sup>" in webpage.render(note).decode()


@pytest.mark.office
def test_the_table_of_contents_of_a_pdf_gives_the_pages_where_the_sections_are(soffice, tmp_path):
    path = export(rich(), tmp_path, to="pdf")
    pages = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, encoding="utf-8", check=True)
    shown = pages.stdout.split("\f")
    listed = re.findall(r"^ *(\S.*?) ?\.{4,} ?(\d+)$", shown[0], re.MULTILINE)
    assert [title for title, _page in listed] == [
        t for level, t in _headings(outline(rich(), final=False)) if level == 1
    ]
    for title, page in listed:
        assert re.search(rf"^ *{re.escape(title)}$", shown[int(page) - 1], re.MULTILINE), (title, page)
