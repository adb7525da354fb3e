"""The self-check finds what the outside validators pass over."""

from __future__ import annotations

import re

import pytest
from conftest import Note
from word_briefs import rich

from briefer.errors import BrieferError
from briefer.word import docx
from briefer.word.docx import render
from briefer.word.package import pack
from briefer.word.selfcheck import check


def _broken(part: str, pattern: str, replacement: str, count: int = 1) -> list[str]:
    parts = Note(render(rich())).parts
    before = parts[part].decode()
    after = re.sub(pattern, replacement, before, count=count)
    assert after != before
    parts[part] = after.encode()
    return check(pack(parts))


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
    ("[Content_Types].xml", r'PartName="/word/header1.xml"', 'PartName="/word/header9.xml"', "header9.xml: has a content type"),
])  # fmt: skip
def test_each_fault_is_named(part, pattern, replacement, told):
    assert any(told in fault for fault in _broken(part, pattern, replacement))


def test_what_is_no_package_is_told_as_such():
    assert check(b"not a zip")[0].startswith("not a zip package")
    assert check(pack({"a.xml": b"<a/>"}))[0] == "[Content_Types].xml: missing"


def test_render_refuses_to_hand_out_a_file_that_is_not_sound(monkeypatch):
    monkeypatch.setattr(docx.page_frame, "header", lambda outline: b"<w:hdr>")
    with pytest.raises(BrieferError, match=r"would not be sound: word/header1\.xml: not well-formed"):
        render(rich())
