"""Ministry files as other programs write them, and as no program should: a sound note or a plain sentence, and soon."""

from __future__ import annotations

import io
import re
import tracemalloc
import zipfile

import ministry
import pytest
from conftest import Note, q
from docx import Document
from word_briefs import brief, rich, section

from briefer.brief.model import Block
from briefer.errors import BrieferError
from briefer.word import house
from briefer.word.anew import MAIN, Anew
from briefer.word.docx import render
from briefer.word.selfcheck import check

RELATED = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@pytest.fixture
def paper(tmp_path):
    def make(*fills):
        def fill(document):
            for one in fills or (ministry.slotted,):
                one(document) if callable(one) else ministry.add(document, one)

        return ministry.letterhead(tmp_path / "paper.docx", fill=fill)

    return make


def dressed(path, *, final=False):
    data = render(rich(), final=final, style=house.load(path))
    assert check(data) == []
    Document(io.BytesIO(data))
    return Note(data)


def par(*runs):
    return ministry.paragraph(*runs)


def run(text="x"):
    return ministry.run(text)


NOTE = ministry.control("note", par(run("here")))


def xml(change, only=r"(?:word/.*|\[Content_Types\]|.*\.rels|docProps/custom)(?:\.xml|\.rels)?$"):
    """Each XML part as ``change`` makes it of its text, without its declaration."""

    def changed(name, data):
        if not name.endswith((".xml", ".rels")) or not re.match(only, name):
            return data
        return change(re.sub(r"^<\?xml.*?\?>\s*", "", data.decode()))

    return lambda path: ministry.changed(path, changed)


def renamed(path, names, also=lambda _name, data: data):
    """Parts under other names, and what leads to them."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for old, new in names.items():
        parts = {new if name == old else name: data for name, data in parts.items()}
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, also(name, data))


def with_prefix(text):
    return re.sub(r"(</?|\s)w:", r"\1ns0:", text).replace("xmlns:w=", "xmlns:ns0=").encode()


def without_prefix(text):
    return re.sub(r"(</?)w:", r"\1", text).replace("xmlns:w=", f'xmlns="{MAIN}" xmlns:w=').encode()


SPELLINGS = {
    "another prefix": xml(with_prefix),
    "no prefix": xml(without_prefix, r"word/[\w/]*\.xml$"),
    "another prefix for relationships": xml(lambda t: t.replace(" r:", " rel:").replace("xmlns:r=", "xmlns:rel=").encode()),
    "prefixes in the package": xml(
        lambda t: re.sub(r"<(/?)(?=[A-Z])", r"<\1p:", t).replace("xmlns=", "xmlns:p=").encode(), r".*\.rels$|\[Content"
    ),
    "single quotes": xml(lambda t: re.sub("=\"([^\"']*)\"", r"='\1'", t).encode()),
    "spaces and lines": xml(lambda t: re.sub(r'="([^"]*)"', r' = "\1"', re.sub(r"\s*(/?>)", r"\n \1", t)).encode(),
    r".*(?<!t)\.xml$"),
    "utf-16": xml(lambda t: ('<?xml version="1.0" encoding="UTF-16"?>' + t).encode("utf-16")),
    "utf-16 everywhere": xml(lambda t: ('<?xml version="1.0" encoding="UTF-16"?>' + t).encode("utf-16"), ".*"),
    "a byte order mark": xml(lambda t: b"\xef\xbb\xbf" + t.encode()),
    "comments": xml(lambda t: re.sub(r'(?<=[\w"/]>)(?=<w:[ptbs])', "<!-- <w:sectPr/> -->", t).encode()),
    "no element closed in itself": xml(lambda t: re.sub(r"<([\w:]+)([^<>]*?)/>", r"<\1\2></\1>", t).encode()),
    "vocabularies "
    "declared late": xml(lambda t: re.sub(r"<w:(p|sectPr|sdt|style)\b", rf'<w:\1 xmlns:w="{MAIN}" '
                                                                        rf'xmlns:r="{OFFICE}"', t).encode()),
    "absolute targets": xml(lambda t: re.sub(r'Target="(?![/.]|https?:)', 'Target="/word/', t).encode(), r"word/_rels/document"),
    "targets with dots": xml(lambda t: re.sub(r'Target="(?![/.]|https?:)', 'Target="../word/./', t).encode(),
    r"word/_rels/document"),
    "capitals": lambda p: renamed(p, {"word/styles.xml": "Word/Styles.XML", "word/header1.xml": "WORD/header1.xml"}),
    "backslashes": lambda p: renamed(p, {n: n.replace("/", "\\") for n in zipfile.ZipFile(p).namelist()}),
    "a document of another name": lambda p: renamed(
        p, {"word/document.xml": "word/document2.xml", "word/_rels/document.xml.rels": "word/_rels/document2.xml.rels"},
        lambda _n, d: d.replace(b"word/document.xml", b"word/document2.xml"),
    ),
    "styles of another name": lambda p: renamed(
        p, {"word/styles.xml": "word/styles7.xml"}, lambda _n, d: d.replace(b"styles.xml", b"styles7.xml")),
    "a name with a space": lambda p: renamed(
        p, {"word/header1.xml": "word/header 1.xml"}, lambda _n, d: d.replace(b"header1.xml", b"header%201.xml")),
}  # fmt: skip


@pytest.mark.parametrize("way", SPELLINGS)
def test_however_a_file_is_spelt_it_gives_the_same_note(way, paper):
    path = paper()
    plain = dressed(path)
    SPELLINGS[way](path)
    spelt = dressed(path)
    assert spelt.paragraphs() == plain.paragraphs()
    headers = [sorted(Note.text(n.xml(name)) for name, d in n.parts.items() if b"<w:hdr " in d) for n in (plain, spelt)]
    assert headers[0] == headers[1]


def test_what_is_spelt_anew_says_the_same_and_no_more():
    given = (
        f"<?xml version='1.0'?><q:document xmlns:q='{MAIN}' xmlns:w='urn:other' xmlns:mc='http://schemas.openxmlformats.org/"
        "markup-compatibility/2006' xmlns:w14='urn:14' mc:Ignorable='w14 w gone'><!-- c --> <q:p w:a='1' q:b='x&gt;\"y'> stray "
        "<q:t> </q:t><w14:a> </w14:a><q:t>\ue000note\ue001&amp;</q:t></q:p></q:document>"
    )
    written = Anew(100).written(given.encode(), ValueError).decode()
    assert 'mc:Ignorable="w14 x1"' in written and 'xmlns:x1="urn:other"' in written
    assert written.endswith(
        '<w:p x1:a="1" w:b="x&gt;&quot;y"><w:t> </w:t><w14:a> </w14:a><w:t>note&amp;</w:t></w:p></w:document>'
    )


FORGIVEN = {
    "a negative id": ministry.control("registry", par(run("12")), number=-1234567),
    "two controls with one id": ministry.control("registry", par(run("12")), number=7) * 2,
    "a control of another note": ministry.control("briefer:quest1", par(run("old"))) * 2,
    "half a bookmark": par('<w:bookmarkStart w:id="3" w:name="x"/>', run()),
    "a bookmark twice": par('<w:bookmarkStart w:id="3" w:name="x"/><w:bookmarkEnd w:id="3"/>') * 2,
    "a bookmark with a vast id": par('<w:bookmarkStart w:id="2147483647" w:name="x"/><w:bookmarkEnd w:id="2147483647"/>'),
    "a bookmark of another note": par('<w:bookmarkStart w:id="3" w:name="_brf_quest1"/><w:bookmarkEnd w:id="3"/>'),
    "a bookmark half in a slot": par('<w:bookmarkStart w:id="3" w:name="x"/>', run())
    + ministry.control("title", par(run(), '<w:bookmarkEnd w:id="3"/>')),
    "a link to no bookmark": par(f'<w:hyperlink w:anchor="gone">{run()}</w:hyperlink>'),
    "a list that is gone": f'<w:p {ministry.W}><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="404"/></w:numPr></w:pPr></w:p>',
    "a style that is gone": f'<w:p {ministry.W}><w:pPr><w:pStyle w:val="Gone"/></w:pPr>{run()}</w:p>',
    "a note of its own": par(run(), '<w:r><w:footnoteReference w:id="2"/><w:t>x</w:t></w:r>'),
    "a range of a comment": par('<w:commentRangeStart w:id="0"/>', run(), '<w:commentRangeEnd w:id="0"/>'),
    "a tag that is too long": ministry.control("x" * 90, par(run())),
    "a style outside its place": par('<w:pStyle w:val="Heading1"/>', run("A heading of sorts")),
    "type of no size": par('<w:r><w:rPr><w:sz w:val="0"/></w:rPr><w:t>x</w:t></w:r>'),
    "type of half a half point": par('<w:r><w:rPr><w:sz w:val="24.5"/></w:rPr><w:t>x</w:t></w:r>'),
    "a line around no paragraph": ministry.control("title", ""),
    "a line around a table": ministry.control("title", f"<w:tbl><w:tr><w:tc>{par(run())}</w:tc></w:tr></w:tbl>"),
}  # fmt: skip


@pytest.mark.parametrize("final", [False, True])
@pytest.mark.parametrize("what", FORGIVEN)
def test_what_word_forgives_a_file_briefer_forgives_it_too(what, final, paper):
    pieces = re.findall(r"<w:(?:p|sdt)\b.*?</w:(?:p|sdt)>(?=<w:(?:p|sdt) xmlns|$)", FORGIVEN[what], re.DOTALL)
    note = dressed(paper(*pieces, NOTE), final=final)
    assert "Objective" in note.paragraphs()
    assert not note.find("//w:body/w:r") and not note.find("//w:sdtContent[../parent::w:body]/w:r")


def test_a_list_with_the_highest_number_leaves_room_for_ours(paper):
    path = paper(NOTE)
    ministry.changed(path, lambda n, d: d.replace(b"</w:numbering>", b'<w:num w:numId="2147483647"><w:abstractNumId w:val="0"/>'
                                                                     b'</w:num>'
                                                  b"</w:numbering>") if n == "word/numbering.xml" else d)  # fmt: skip
    numbers = [int(n.get(q("numId"))) for n in dressed(path).xml("word/numbering.xml").iter(q("num"))]
    assert len(numbers) == len(set(numbers)) and max(numbers) == 2**31 - 1


def test_a_style_with_type_of_no_size_is_as_one_that_says_none(paper):
    path = paper(NOTE, lambda d: d.add_heading("Whom to ask", 1))
    ministry.changed(
        path, lambda n, d: re.sub(rb'<w:sz w:val="[^"]*"/>', b'<w:sz w:val="0"/>', d) if "styles" in n else d
    )
    assert b'<w:sz w:val="0"/>' not in dressed(path).parts["word/styles.xml"]


def test_a_note_that_briefer_made_serves_as_a_house_style(paper, tmp_path):
    path = tmp_path / "made.docx"
    path.write_bytes(render(rich(), style=house.load(paper(NOTE))))
    note = dressed(path)
    assert len([n for n in note.parts if b"urn:briefer:exported-blocks" in note.parts[n] and "Props" not in n]) == 1
    assert note.paragraphs()


def test_a_header_that_no_page_shows_is_left_out(paper):
    path = paper(NOTE)
    ministry.changed(
        path, lambda n, d: re.sub(rb"<w:headerReference[^>]*/>", b"", d) if n == "word/document.xml" else d
    )
    assert not [n for n, d in dressed(path).parts.items() if b"Ministry of Examples" in d]


def test_parts_that_nothing_leads_to_are_left_out(paper):
    path = ministry.changed(paper(NOTE), lambda _n, d: d, {"word/secret.xml": b"<a/>", "C:\\x.bin": b"x"})
    assert not [n for n in dressed(path).parts if "secret" in n or "x.bin" in n]


@pytest.mark.parametrize(
    "filter", ["'<w:p/>'|safe", "'<w:p/>'|safe|upper", "title|urlize", "'\\x01'", "'\\ue000note\\ue001'"]
)
def test_a_jinja_tag_writes_letters_whatever_a_filter_says(filter, paper):
    note = dressed(paper(lambda d: d.add_paragraph(f"A {{{{ {filter} }}}} B"), NOTE))
    assert not note.find("//w:t/*")
    assert note.paragraphs()[0].startswith("A ") and note.paragraphs()[0].endswith(" B")


def test_what_a_loop_writes_more_than_once_has_its_bookmark_and_its_number_once(paper):
    mark = '<w:bookmarkStart w:id="3" w:name="theirs"/><w:bookmarkEnd w:id="3"/>'
    word = par(mark, run("{{ word }}"), ministry.control("registry", run("1"), number=5))
    loop = (
        lambda d: d.add_paragraph("{% for word in drafter.split() %}"),
        word,
        lambda d: d.add_paragraph("{% endfor %}"),
    )
    note = dressed(paper(*loop, NOTE))
    assert note.paragraphs()[:2] == ["A.1", "Drafter1"]
    assert note.find("//w:bookmarkStart/@w:name").count("theirs") == 1


def in_header(document, xml):
    document.sections[0].header._element.append(ministry.parse_xml(xml))


REFUSED = {
    "a note in a header": (lambda d: in_header(d, NOTE), "in a header or footer"),
    "changes in a header": (lambda d: in_header(d, par('<w:ins w:id="1" w:author="x"/>')), "tracked changes"),
    "a note in a box": (lambda d: ministry.add(d, par(f"<w:r><w:pict><w:txbxContent>{NOTE}</w:txbxContent>"
                                                      "</w:pict></w:r>")), "cannot be filled"),
    "an open field": (lambda d: ministry.add(d, par('<w:r><w:fldChar w:fldCharType="begin"/></w:r>')), "a field begins and "
                                                                                                       "does not end"),
    "a tag without end": (lambda d: d.add_paragraph("{% if title %}"), "Jinja tag of this house style is wrong"),
    "a tag too deep": (lambda d: d.add_paragraph("{{ " + "(" * 900 + "title" + ")" * 900 + " }}"), "Jinja tag of this house "
                                                                                                   "style is wrong"),
    "a tag of a vast number": (lambda d: d.add_paragraph("{{ title.center(999999999) }}"), "too large"),
    "a comment into a table": (
        lambda d: [d.add_paragraph("{# from"), setattr(d.add_table(1, 1).cell(0, 0), "text", "to #}")], "not be sound",
    ),
    "a tag that fails": (lambda d: d.add_paragraph("{{ cycler() }}"), "Jinja tag of this house style is wrong"),
    "very many elements": (lambda d: d.element.body.insert(0, ministry.parse_xml(par("<w:r/>" * 110_000))), "longer than a "
                                                                                                            "house style can be"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_filled_is_told_by_the_check_as_by_the_export(what, paper, run):
    fill, told = REFUSED[what]
    path = paper(fill, *([NOTE] if "a note" not in what else []))
    with pytest.raises(BrieferError, match=re.escape(told)) as refused:
        house.load(path)
    assert "\n" not in str(refused.value)
    ran = run("template", "check", path)
    assert ran.code == 1 and f"error: {refused.value.what}" in ran.out


def test_tags_that_begin_and_never_end_are_only_letters(paper):
    for piece in ("{%", "{{", "{"):
        path = paper(lambda d, piece=piece: d.add_paragraph(piece * 30_000), NOTE)
        with pytest.raises(BrieferError, match="Jinja tag") if piece != "{" else pytest.raises(BrieferError):
            house.load(path)


def test_zips_as_streams_write_them_are_read_and_crooked_ones_refused(paper):
    path = paper(NOTE)
    with zipfile.ZipFile(path) as package:
        parts = {n: package.read(n) for n in package.namelist()}
    for how in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        with zipfile.ZipFile(path, "w", how) as package:
            for name, data in parts.items():
                with package.open(name, "w", force_zip64=True) as part:
                    part.write(data)
        assert dressed(path).paragraphs()
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("WORD/DOCUMENT.XML", b"<a/>")
    with pytest.raises(BrieferError, match="holds a part twice"):
        house.load(path)
    data = path.read_bytes().replace(b"WORD/DOCUMENT.XML", b"\0ORD/DOCUMENT.XML")
    path.write_bytes(data)
    assert dressed(path).paragraphs()


def test_a_part_that_unpacks_to_more_than_it_says_is_not_unpacked(paper):
    path = ministry.changed(paper(NOTE), lambda _n, d: d, {"word/media/bomb.png": bytes(200_000_000)})
    path.write_bytes(path.read_bytes().replace((200_000_000).to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    tracemalloc.start()
    with pytest.raises(BrieferError, match="This file is broken"):
        house.load(path)
    used = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert used < 20_000_000


def test_a_packing_that_word_does_not_know_is_refused(paper):
    path = paper(NOTE)
    with zipfile.ZipFile(path) as package:
        parts = {n: package.read(n) for n in package.namelist()}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    with pytest.raises(BrieferError, match="packed in a way that Word does not know"):
        house.load(path)


def test_a_sentence_stays_a_sentence_whatever_a_file_calls_things(paper, run):
    long = "A" * 1900
    for fill in (
        lambda d: d.add_paragraph(f"{{{{ {long} }}}}"),
        par(f'<w:r><w:pict><w:x r:id="{long}" {RELATED}/></w:pict></w:r>'),
    ):
        path = paper(fill, NOTE)
        with pytest.raises(BrieferError) as refused:
            house.load(path)
        assert len(str(refused.value)) < 500
        assert long not in run("template", "check", path).out


@pytest.mark.parametrize("part", ["word/styles.xml", "word/settings.xml", "word/numbering.xml", "word/header1.xml"])
@pytest.mark.parametrize("content", [b"", b"<a/>", b"\0\0"])
def test_a_part_that_is_another_thing_is_refused(part, content, paper):
    path = ministry.changed(paper(NOTE), lambda n, d: content if n == part else d)
    with pytest.raises(BrieferError, match=rf"{part} in this file is broken"):
        house.load(path)


def test_a_document_without_a_body_is_refused(paper):
    path = ministry.changed(paper(NOTE), lambda n, d: re.sub(rb"</?w:body>", b"", d) if n == "word/document.xml" else d)
    with pytest.raises(BrieferError, match=r"word/document\.xml in this file is broken"):
        house.load(path)


def test_thousands_of_empty_paragraphs_under_a_heading_are_no_words(paper):
    bare = brief(section("top-lines", Block(id="point1", role="point", text="One.")), section("red-lines"))
    place = ministry.control("red-lines", par(run()))
    path = paper(NOTE, lambda d: d.add_heading("Our lines", 1), place, *[f"<w:p {ministry.W}/>"] * 3000)
    note = Note(render(bare, final=True, style=house.load(path)))
    assert "Our lines" not in note.paragraphs()


def test_a_strict_file_is_told_how_to_be_saved(paper):
    strict = "http://purl.oclc.org/ooxml"

    def change(text):
        text = text.replace(MAIN, f"{strict}/wordprocessingml/main")
        return text.replace(OFFICE, f"{strict}/officeDocument/relationships").encode()

    path = paper(NOTE)
    xml(change)(path)
    with pytest.raises(
        BrieferError, match=r"strict variant of the format\. Open it in Word and save it as “Word document”"
    ):
        house.load(path)


@pytest.mark.office
def test_a_file_that_libreoffice_saved_is_filled(paper, soffice):
    path = paper(ministry.tagged, ministry.control("meeting", par(run("here"))))
    saved = soffice(path, "docx")
    note = dressed(saved)
    texts = note.paragraphs()
    assert f"Subject: {rich().title} and LIMITE" in texts and "In BRUSSELS on 2 March 2026" in texts
    assert texts.index("Body") < texts.index("Objective")


@pytest.mark.sdk
def test_the_sdk_finds_nothing_in_notes_in_odd_files(paper, ooxml_validator, tmp_path):
    target = tmp_path / "note.docx"
    for what in ("two controls with one id", "a bookmark half in a slot", "a line around no paragraph"):
        pieces = re.findall(r"<w:(?:p|sdt)\b.*?</w:(?:p|sdt)>(?=<w:(?:p|sdt) xmlns|$)", FORGIVEN[what], re.DOTALL)
        target.write_bytes(render(rich(), style=house.load(paper(*pieces, NOTE))))
        assert ooxml_validator(target) == []


def test_a_namespace_that_is_no_address_is_refused_in_a_sentence(paper):
    bad = OFFICE.replace("2006", "{2006}")
    path = xml(lambda text: text.replace(f'"{OFFICE}"', f'"{bad}"').encode(), r"word/document\.xml")(paper(NOTE))
    with pytest.raises(BrieferError, match=r"paper.docx: This file is broken. Open and save it anew in Word"):
        house.load(path)
