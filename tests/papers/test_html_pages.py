"""Web pages as lines: the text that stands on them, with headings, numbers, tables and notes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefer.errors import BrieferError
from briefer.papers import pages
from briefer.papers.lines import Pages

Read = Callable[[str], Pages]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    def made(body: str) -> Pages:
        path = tmp_path / "paper.html"
        path.write_text(
            f'<!DOCTYPE html><html lang="en-GB"><head><title>x</title></head><body>{body}</body></html>', "utf-8"
        )
        return pages.read(path)

    return made


def texts(found: Pages) -> list[str]:
    return [line.text for line in found.lines]


def test_headings_paragraphs_and_type(read: Read) -> None:
    found = read(
        "<h1>Keeping   lights</h1><h3>Sub <em>heading</em></h3>"
        "<p>Some <b>bold</b>\n and <i>italic</i>,&nbsp;raised<sup>2</sup> "
        '<span style="font-weight:bold;font-size:11pt">set</span></p>'
    )
    assert (found.format, found.language, found.whole_paragraphs) == ("html", "en-GB", True)
    assert [(line.style, line.text) for line in found.lines] == [
        ("heading 1", "Keeping lights"), ("heading 3", "Sub heading"), ("", "Some bold and italic, raised2 set"),
    ]  # fmt: skip
    assert [(s.text, s.bold, s.italic, s.raised, s.size) for s in found.lines[2].spans] == [
        ("Some ", False, False, False, None), ("bold", True, False, False, None), (" and ", False, False, False, None),
        ("italic", False, True, False, None), (", raised", False, False, False, None), ("2", False, False, True, None),
        (" ", False, False, False, None), ("set", True, False, False, 11.0),
    ]  # fmt: skip


def test_what_is_not_read_on_the_page_is_left_out(read: Read) -> None:
    found = read(
        "<nav>Home</nav><script>var a = '<p>no</p>'</script><style>p {}</style><noscript>no</noscript>"
        '<p hidden>no</p><p style="display: none">no</p><!-- no --><p>yes <del>no</del><ins>and yes</ins></p>'
        "<header>Site</header><footer>Imprint</footer>"
    )
    assert [(line.style, line.text) for line in found.lines] == [
        ("", "yes and yes"), ("header", "Site"), ("footer", "Imprint"),
    ]  # fmt: skip


def test_lists_have_their_numbers(read: Read) -> None:
    found = read(
        "<ol><li>one<ol type=a start=2><li>sub b<li>sub c</ol></li><li value=7><p>seven</p><p>goes on</p></li><li>eight</ol>"
        "<ul><li>point</ul><ol type=I reversed><li>second<li>first</ol><p>after</p>"
    )
    assert [(line.mark, line.text) for line in found.lines] == [
        ("1.", "one"), ("b.", "sub b"), ("c.", "sub c"), ("7.", "seven"), ("", "goes on"), ("8.", "eight"), ("•", "point"),
        ("II.", "second"), ("I.", "first"), ("", "after"),
    ]  # fmt: skip
    assert [line.style for line in found.lines if line.mark] == ["list"] * 8 and found.lines[-1].style == ""


def test_a_table_of_labels_is_cells_and_one_that_lays_out_the_page_is_text(read: Read) -> None:
    found = read(
        "<table><tr><td><h1>NOTE</h1><table><tr><th>From:<td>Presidency<tr><th>To:<td>Delegations<br>of the Member States"
        "</table></table>"
    )
    assert [(line.style, line.row, line.column, line.text) for line in found.lines] == [
        ("heading 1", None, 0, "NOTE"), ("cell", (1, 1), 1, "From:"), ("cell", (1, 1), 2, "Presidency"),
        ("cell", (1, 2), 1, "To:"), ("cell", (1, 2), 2, "Delegations of the Member States"),
    ]  # fmt: skip


def test_line_breaks_set_lines_of_a_header_apart_and_wrap_sentences(read: Read) -> None:
    found = read(
        "<p>Brussels, 10 June 2031<br>(OR. en)</p><p>A long sentence that somebody broke by hand before its<br>end.</p>"
        "<pre>kept\n  as it   is</pre>"
    )
    assert texts(found) == [
        "Brussels, 10 June 2031", "(OR. en)", "A long sentence that somebody broke by hand before its end.", "kept", "as it   is",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("reference", "body"),
    [
        ('<sup><a href="#fn1" id="r1">1</a></sup>', '<ol><li id="fn1"><p>The note. <a href="#r1">↩</a></p></li></ol>'),
        (
            '<a href="#_ftn1" name="_r1">[1]</a>',
            '<div id="ftn1"><p><a name="_ftn1" href="#_r1">[1]</a> The note.</p></div>',
        ),
        ('<a href="#n1"><sup>1</sup></a>', '<p><sup id="n1">1</sup> The note.</p>'),
        ('(<a id="a" href="#b">1</a>)', '<p class="note">(<a id="b" href="#a">1</a>) The note.</p>'),
    ],
)
def test_notes_are_joined_to_their_marks(read: Read, reference: str, body: str) -> None:
    found = read(f"<p>Text{reference} goes on.</p><hr>{body}<p>Last.</p>")
    text, note, last = found.lines
    assert [s.text for s in text.spans if s.raised] == ["1"]
    assert (note.style, note.mark, note.text.strip(" ()")) == ("footnote", "1", "The note.")
    assert not last.style


def test_a_table_of_contents_is_no_list_of_notes(read: Read) -> None:
    found = read('<p><a href="#s1">1</a> <a href="#s2">2</a></p><h2 id="s1">First</h2><h2 id="s2">Second</h2>')
    assert [line.style for line in found.lines] == ["", "heading 2", "heading 2"]
    assert not any(span.raised for line in found.lines for span in line.spans)


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"), ("", "utf-8-sig"), ("", "utf-16"), ("", "cp1252"), ('<meta charset="iso-8859-1">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1250">', "cp1250"),
        ('<meta charset="no-such-charset">', "utf-8"),
    ],
)  # fmt: skip
def test_letters_are_right_whatever_the_page_is_written_in(tmp_path: Path, head: str, encoding: str) -> None:
    words = "Übersicht „Häfen“ – Stand"
    path = tmp_path / "paper.htm"
    path.write_bytes(f"<html><head>{head}</head><body><p>{words}</p></body></html>".encode(encoding))
    assert texts(pages.read(path)) == [words]


def test_an_xhtml_page_and_a_fragment_are_read_too(tmp_path: Path) -> None:
    path = tmp_path / "paper.html"
    path.write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body><p>A</p></body></html>'
    )
    assert texts(pages.read(path)) == ["A"]
    path.write_text("<h2>Only</h2><p>a part")
    assert texts(pages.read(path)) == ["Only", "a part"]


def test_tags_that_nobody_closed_do_not_swallow_the_text(read: Read) -> None:
    assert "".join(texts(read("<p>before " + "<font>" * 220 + "within</p><p>after"))) == "before withinafter"


def test_tags_within_tags_without_end_are_refused(read: Read) -> None:
    with pytest.raises(BrieferError, match="no text that could be read"):
        read("<div>" * 100_000 + "deep" + "</div>" * 100_000)
