"""Page furniture goes, in every form; what it says is kept, and what it broke is whole again."""

from __future__ import annotations

import pytest

from briefer.papers import furniture, text_pages
from briefer.papers.lines import Line, Pages, Span
from tests.papers.reading import apart, paper, words

BEFORE = "The harbour masters of the Union have agreed for many years now that the counting of"
AFTER = "seals is best done at low tide, when nobody else is about and the light is good."
SENTENCE = f"{BEFORE} {AFTER}"

FOOTERS = [
    "7211/24 AB/cd 3\nJAI.1 LIMITE EN",
    "7211/24 AB/cd 3 JAI.1 LIMITE EN",
    "7211/24   AB/cd   3\n\nJAI.1   LIMITE   EN",
    "7211/24\nAB/cd\n3\nJAI.1\nLIMITE\nEN",
    "7211/24 ADD 1 REV 2 GK/RR/ns 12\nANNEX JAI.1 LIMITE EN",
    "7211/24 AF,HP/ml 3\nANNEX II RELEX.1.C EN",
    "JAI.1 LIMITE EN\n7211/24 AB/cd 3",
    "7211/24 dm 3\nSMART 2.C.S1 EN",
    "7211/10 AB/cd 3\nDG D 1 B LIMITE EN",
    "7211/24 AB/cd 3\nANNEX\nJAI.1 LIMITE EN",
    "www.parlament.gv.at",
    "7211/24 AB/cd 3\nECOFIN.1.A EN\nwww.parlament.gv.at\n7211/24 LIMITE",
    "- 3 -",
    "Page 3 of 12",
    "7211/24 3",
]


@pytest.mark.parametrize("footer", FOOTERS)
@pytest.mark.parametrize("room", ["\n\n", "\n"])
def test_a_footer_in_a_sentence_goes_and_the_sentence_is_whole(footer: str, room: str) -> None:
    assert words(f"{BEFORE}{room}{footer}{room}{AFTER}") == SENTENCE


@pytest.mark.parametrize("footer", FOOTERS)
def test_a_footer_at_a_page_break_goes(footer: str) -> None:
    assert words(f"{BEFORE}\n\n{footer}\n\f{AFTER}\n\n{footer}\n\f") == SENTENCE


@pytest.mark.parametrize(
    "footer", ["7211/24 AB/cd 3 JAI.1 LIMITE EN", "7211/24 ADD 1 GK/RR/ns 12 ANNEX JAI.1 EN", "JAI.1 LIMITE EN"]
)
def test_a_footer_within_a_line_goes(footer: str) -> None:
    assert words(f"{BEFORE} {footer} {AFTER}") == SENTENCE


def test_whole_paragraphs_become_one_line_again() -> None:
    before, after = BEFORE * 3, AFTER * 3
    lines, _ = apart(f"{before}\n\n7211/24 AB/cd 3\nJAI.1 LIMITE EN\n\n{after}")
    assert [line.text for line in lines] == [f"{before} {after}"]


def test_sentences_that_ended_stay_apart() -> None:
    lines, _ = apart("The seals sleep.\n\n7211/24 AB/cd 3\nJAI.1 EN\n\nThe harbours open.\n")
    assert [line.gap for line in lines][1] is True


def test_page_numbers_alone_go_at_the_edges_of_pages() -> None:
    assert words(f"1\n{BEFORE}\n\f2\n{AFTER}\n\f3\nMore.") == f"{SENTENCE} More."


def test_page_numbers_alone_go_where_they_rise_a_page_apart() -> None:
    page = "Seals are counted in spring and again in autumn by the harbour masters. " * 12
    text = "\n\n".join(f"{page}\n\n{number}" for number in range(1, 5))
    assert "2" not in words(text)


def test_numbers_that_are_content_stay() -> None:
    assert words("Seals counted:\n\n12\n\nHarbours:\n\n7") == "Seals counted: 12 Harbours: 7"


@pytest.mark.parametrize(
    "text",
    ["See documents 7211/24 and 7212/24.", "He and/or she.", "AMMR 3", "JAI 676", "Article 3", "ANNEX", "10 June 2025"],
)
def test_text_that_looks_like_furniture_stays(text: str) -> None:
    assert words(f"The seals sleep.\n\n{text}\n\nThe harbours open.") == f"The seals sleep. {text} The harbours open."


def test_lines_at_the_same_place_of_most_pages_go() -> None:
    pages = "\f".join(
        f"Harbour Review\n\nText of page {word} is here.\n\nIssue 4, p. {number}"
        for number, word in enumerate(["one", "two", "three"], 1)
    )
    assert words(pages) == "Text of page one is here. Text of page two is here. Text of page three is here."


def test_the_first_annex_is_a_heading() -> None:
    text = (
        "Text ends.\n\n7211/24 AB/cd 1\nJAI.1 EN\n\fANNEX\n\nThe annex begins.\n\n7211/24 AB/cd 2\nANNEX JAI.1 EN\n"
        "\fANNEX\n\nIt goes on.\n\n7211/24 AB/cd 3\nANNEX JAI.1 EN\n"
    )
    assert words(text).count("ANNEX") == 1


def test_what_furniture_says_fills_the_header() -> None:
    read = paper(
        "Brussels, 10 June 2025\n\nNOTE\nFrom: Presidency\nTo: Delegations\nSubject: Seals\n\nText.\n\n"
        "7211/25 REV 1 AB/cd 1\nJAI.1 LIMITE EN\n"
    )
    assert (read.doc_number, read.suffix, read.marking) == ("7211/25", "REV 1", "LIMITE")


def test_headers_and_footers_that_a_format_names_go() -> None:
    lines = (Line((Span("7211/25"),), style="header"), Line((Span("Text"),)), Line((Span("3"),), style="footer"))
    cleared = furniture.cleared(Pages("docx", lines, whole_paragraphs=True))
    assert [line.text for line in cleared.lines if line.text] == ["Text"]
    assert cleared.told.number == ("7211/25", None)


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("a well-\nknown seal", "a well-known seal"),
        ("many har-\nbours open", "many harbours open"),
        ("the CSDP–\nJHA link", "the CSDP–JHA link"),
        ("the EU-\nEgypt talks", "the EU-Egypt talks"),
        ("short-\nand long-term aims", "short- and long-term aims"),
        ("soft\xad\nened it", "softened it"),
        ("light-house and a light-\nhouse", "light-house and a light-house"),
        ("a dash –\nthen more", "a dash – then more"),
    ],
)
def test_words_divided_at_a_lines_end(printed: str, joined: str) -> None:
    assert words(printed) == joined


def test_a_word_divided_by_a_footer() -> None:
    assert (
        words("They count the har-\n\n7211/24 AB/cd 3\nJAI.1 LIMITE EN\n\nbours of the Union.")
        == "They count the harbours of the Union."
    )


def test_a_long_text_without_furniture_is_not_touched() -> None:
    text = "\n\n".join(f"Paragraph {n} of the seals, (ref. {n}/2) and no more." for n in range(300))
    assert words(text) == " ".join(text.split())
    assert furniture.cleared(text_pages.read(text.encode())).told.number == (None, None)
