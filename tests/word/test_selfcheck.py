"""The self-check finds what the outside validators pass over."""

from __future__ import annotations

import re

import pytest
from conftest import Note
from word_briefs import brief, rich, section

from briefer.brief.model import Block
from briefer.errors import BrieferError
from briefer.word import docx
from briefer.word.docx import render
from briefer.word.package import Ahead, pack
from briefer.word.selfcheck import check, faults


def _broken(part: str, pattern: str, replacement: str, count: int = 1) -> list[str]:
    parts = Note(render(rich())).parts
    before = parts[part].decode()
    after = re.sub(pattern, replacement, before, count=count)
    assert after != before
    parts[part] = after.encode()
    return check(pack(parts))


def test_the_words_of_a_text_refer_to_nothing():
    said = Block(id="ref001", role="text", text="As in REF 12 and PAGEREF _Gone, w:instr and <w:instrText> NOTEREF x.")
    assert check(render(brief(section("background", said)))) == []


def test_our_own_files_are_sound():
    assert check(render(rich())) == []
    assert check(render(rich(), final=True)) == []


@pytest.mark.parametrize(("part", "pattern", "replacement", "told"), [
    ("word/document.xml", r'<w:id w:val="\d+"/>(?=.*?<w:id w:val="(\d+)")', r'<w:id w:val="\1"/>',
     "two content controls have the id"),
    ("word/document.xml", r'<w:id w:val="\d+"/>', '<w:id w:val="2147483648"/>', "no positive 32-bit number"),
    ("word/document.xml", r'<w:tag w:val="briefer:', '<w:tag w:val="briefer:' + "x" * 64, "longer than 64"),
    ("word/document.xml", r'w:tag w:val="briefer:\w+"(?=.*?w:tag w:val="(\S+?)")', r'w:tag w:val="\1"',
     "two content controls have the tag"),
    ("word/document.xml", r'(bookmarkStart w:id="1" w:name=)"\w+"', r'\1"_brf_topli1"', "two bookmarks have the name"),
    ("word/document.xml", r'bookmarkStart w:id="1"', 'bookmarkStart w:id="2"', "two bookmarks have the id 2"),
    ("word/document.xml", r'<w:bookmarkEnd w:id="1"/>', "", "without its other half"),
    ("word/document.xml", r'footnoteReference w:id="3"', 'footnoteReference w:id="99"', "the mark 99 has no footnote"),
    ("word/document.xml", r'<w:footnoteReference w:id="3"/>', "", "the footnote 3 has no mark"),
    ("word/document.xml", r'footnoteReference w:id="3"', 'footnoteReference w:id="2"', "two marks stand for the footnote 2"),
    ("word/footer1.xml", r'<w:fldChar w:fldCharType="end"/>', "", "a field begins and does not end"),
    ("word/footer1.xml", r'<w:fldChar w:fldCharType="begin"/>', "", "where none is open"),
    ("word/_rels/document.xml.rels", r'Target="styles.xml"', 'Target="gone.xml"', "relationship to gone.xml has no target"),
    ("word/footnotes.xml", r'r:id="rIdLink1"', 'r:id="rIdGone"', "rIdGone is used and does not exist"),
    ("word/header1.xml", "</w:hdr>", "", "not well-formed"),
    ("word/document.xml", r'<w:pStyle w:val="Kicker"/>', '<w:pStyle w:val="Gone"/>', "the style Gone is used and does not exist"),
    ("word/document.xml", r'<w:numId w:val="1"/>', '<w:numId w:val="9"/>', "the list 9 is used and does not exist"),
    ("word/document.xml", r'w:anchor="_Toc000000001"', 'w:anchor="_Toc9"', "refers to the bookmark _Toc9, which is not there"),
    ("word/footnotes.xml", r'NOTEREF \S+', 'NOTEREF _Ref9', "refers to the bookmark _Ref9, which is not there"),
    ("word/document.xml", r'(<w:sdtContent>)(<w:p>.*?</w:p>)', r'\1<w:sdt><w:sdtPr><w:tag w:val="briefer:nested"/></w:sdtPr>'
     r'<w:sdtContent>\2</w:sdtContent></w:sdt>', "a content control stands within another"),
    ("word/document.xml", r'</w:p></w:tc>', '</w:p><w:bookmarkEnd w:id="1"/></w:tc>',
     "a table cell does not end with a paragraph"),
    ("word/document.xml", r'<w:body>', '<w:body><w:commentRangeStart w:id="1"/>', "the range of a comment lacks its other half"),
    ("word/document.xml", r'(<w:bookmarkStart w:id="1" [^>]*/>)(.*?)(<w:bookmarkEnd w:id="1"/>)', r'\3\2\1',
     "without its other half"),
    ("[Content_Types].xml", r'PartName="/word/header1.xml"', 'PartName="/word/header9.xml"', "header9.xml: has a content type"),
])  # fmt: skip
def test_each_fault_is_named(part, pattern, replacement, told):
    assert any(told in fault for fault in _broken(part, pattern, replacement))


@pytest.mark.parametrize("code", ["PAGEREF", "NOTEREF", "REF"])
def test_a_field_that_refers_to_nothing_is_found_whatever_its_kind(code):
    field = f'<w:r><w:instrText xml:space="preserve"> {code} _Gone \\\\h </w:instrText></w:r>'
    told = _broken("word/document.xml", "</w:p>", f"{field}</w:p>")
    assert told == ["word/document.xml: refers to the bookmark _Gone, which is not there"]


def test_parts_packed_ahead_make_the_same_package():
    parts = Note(render(rich())).parts
    parts["word/document.xml"] += b"<!-- " + bytes(range(65, 91)) * 8000 + b" -->"
    assert pack(parts, ahead=Ahead(parts)) == pack(parts)


def test_what_is_no_package_is_told_as_such():
    assert check(b"not a zip")[0].startswith("not a zip package")
    assert check(pack({"a.xml": b"<a/>"}))[0] == "[Content_Types].xml: missing"


def test_a_page_without_the_marking_and_a_trace_of_the_work_are_found():
    parts = Note(render(rich())).parts
    assert faults(parts, marking="LIMITE") == []
    bare = {**parts, "word/footer1.xml": parts["word/footer1.xml"].replace(b">LIMITE<", b"><")}
    assert faults(bare, marking="LIMITE") == ["word/footer1.xml: does not carry the marking LIMITE"]
    assert any("w:sdt" in fault for fault in faults(parts, final=True))
    assert faults(Note(render(rich(), final=True)).parts, final=True) == []


def test_render_refuses_to_hand_out_a_file_that_is_not_sound(monkeypatch):
    monkeypatch.setattr(docx.page_frame, "header", lambda *_: b"<w:hdr>")
    with pytest.raises(BrieferError, match=r"would not be sound: word/header1\.xml: not well-formed"):
        render(rich())
