"""PDF papers as lines: what a reader sees on the page is what comes out, in the order in which it is read."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from briefer.papers import council, pages
from briefer.papers.lines import Pages

_TOP = A4[1]


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Pages]:
    """Draws a paper, one function a page, and reads it."""

    def made(*draw: Callable[[Canvas], Any], size: tuple[float, float] = A4) -> Pages:
        path = tmp_path / "paper.pdf"
        canvas = Canvas(str(path), pagesize=size, lang="en-GB")
        for page in draw:
            canvas.setFont("Times-Roman", 12)
            page(canvas)
            canvas.showPage()
        canvas.save()
        return pages.read(path)

    return made


def texts(found: Pages) -> list[str]:
    return [line.text for line in found.lines]


def put(
    canvas: Canvas, x: float, y: float, text: str, font: str = "Times-Roman", size: float = 12, **more: Any
) -> None:
    """Writes at a place counted from the page's upper left corner."""
    canvas.setFont(font, size)
    canvas.drawString(x, _TOP - y, text, **more)


def test_lines_come_with_their_type_their_place_and_their_page(read: Callable[..., Pages]) -> None:
    def one(c: Canvas) -> None:
        put(c, 72, 100, "The way forward", "Helvetica-Bold", 14)
        put(c, 72, 130, "Harbours keep the ")
        put(c, 72 + stringWidth("Harbours keep the ", "Times-Roman", 12), 130, "ProtectCoast", "Times-Italic")

    found = read(one, lambda c: put(c, 72, 100, "Second page"))
    assert texts(found) == ["The way forward", "Harbours keep the ProtectCoast", "Second page"]
    assert [line.page for line in found.lines] == [1, 1, 2]
    assert (found.format, found.count, found.language, found.whole_paragraphs) == ("pdf", 2, "en-GB", False)
    heading, body, _ = found.lines
    assert heading.spans[0].bold and heading.spans[0].size == 14
    assert [(s.text, s.italic, s.bold) for s in body.spans] == [
        ("Harbours keep the ", False, False), ("ProtectCoast", True, False),
    ]  # fmt: skip
    assert body.box is not None
    left, top, right, bottom = body.box
    assert left == pytest.approx(72, abs=1) and top < 130 < bottom + 1
    assert right == pytest.approx(72 + stringWidth("Harbours keep the ", "Times-Roman", 12)
                                  + stringWidth("ProtectCoast", "Times-Italic", 12), abs=1)  # fmt: skip


def test_a_page_drawn_in_any_order_is_read_from_top_to_bottom(read: Callable[..., Pages]) -> None:
    def jumbled(c: Canvas) -> None:
        put(c, 72, 780, "9375/31 AB/cd 1")
        put(c, 72, 160, "third line")
        put(c, 120, 100, "line")
        put(c, 72, 130, "second line")
        put(c, 72, 100, "The first")

    assert texts(read(jumbled)) == ["The first line", "second line", "third line", "9375/31 AB/cd 1"]


def test_words_set_apart_without_a_space_are_words(read: Callable[..., Pages]) -> None:
    def word_by_word(c: Canvas) -> None:
        x = 72.0
        for word in ["Words", "that", "a", "typesetter", "placed", "one", "by", "one"]:
            put(c, x, 100, word)
            x += stringWidth(word, "Times-Roman", 12) + 3.2

    assert texts(read(word_by_word)) == ["Words that a typesetter placed one by one"]


def test_letters_placed_one_by_one_are_words_again(read: Callable[..., Pages]) -> None:
    def letter_by_letter(c: Canvas) -> None:
        x = 72.0
        for letter in "Kerned AWAY letters":
            if letter != " ":
                put(c, x, 100, letter)
            x += stringWidth(letter, "Times-Roman", 12) - (0.8 if letter in "AWY" else 0)

    assert texts(read(letter_by_letter)) == ["Kerned AWAY letters"]


def test_a_heading_set_wide_is_not_torn_into_letters(read: Callable[..., Pages]) -> None:
    def wide(c: Canvas) -> None:
        text = c.beginText(72, _TOP - 100)
        text.setFont("Times-Bold", 12)
        text.setCharSpace(1.5)
        text.textOut("COUNCIL OF HARBOURS")
        c.drawText(text)

    assert texts(read(wide)) == ["COUNCIL OF HARBOURS"]


def test_justified_text_has_single_spaces_and_no_tabs(tmp_path: Path) -> None:
    path = tmp_path / "justified.pdf"
    words = "Lighthouse keepers characteristically keep to the harbours that straightforwardly pay them " * 12
    style = ParagraphStyle("narrow", fontName="Times-Roman", fontSize=12, leading=15, alignment=TA_JUSTIFY)
    SimpleDocTemplate(str(path), leftMargin=130, rightMargin=130).build([Paragraph(words, style)])
    found = pages.read(path)
    assert len(found.lines) > 10
    assert " ".join(texts(found)) == words.strip()


def test_ligatures_and_symbols_are_letters_and_bullets(read: Callable[..., Pages]) -> None:
    pdfmetrics.registerFont(_embedded())

    def special(c: Canvas) -> None:
        put(c, 72, 100, "A de\ufb01ned \ufb02eet", "Embedded")
        put(c, 72, 130, "non\u00a0breaking", "Embedded")
        put(c, 72, 160, "co\u00adoperation", "Embedded")

    assert texts(read(special)) == ["A defined fleet", "non breaking", "cooperation"]


def _embedded() -> Any:
    from reportlab import rl_config
    from reportlab.pdfbase.ttfonts import TTFont

    folder = next(Path(p) for p in rl_config.TTFSearchPath if (Path(p) / "Vera.ttf").is_file())
    return TTFont("Embedded", str(folder / "Vera.ttf"))


def test_a_hyphen_at_the_end_of_a_line_is_left_to_the_parser(read: Callable[..., Pages]) -> None:
    def broken(c: Canvas) -> None:
        put(c, 72, 100, "in the light of their co-")
        put(c, 72, 115, "operation with harbours")

    assert texts(read(broken)) == ["in the light of their co-", "operation with harbours"]


def test_raised_marks_stay_with_their_word(read: Callable[..., Pages]) -> None:
    def marked(c: Canvas) -> None:
        put(c, 72, 100, "a coherent framework")
        x = 72 + stringWidth("a coherent framework", "Times-Roman", 12)
        put(c, x, 96, "12", size=7)
        put(c, x + 7.5, 100, ", and more.")
        put(c, 72, 114, "The next line")

    found = read(marked)
    assert texts(found) == ["a coherent framework12, and more.", "The next line"]
    assert [(s.text, s.raised) for s in found.lines[0].spans] == [
        ("a coherent framework", False), ("12", True), (", and more.", False),
    ]  # fmt: skip


def test_raised_digits_of_the_font_are_marks_and_square_metres_are_not(read: Callable[..., Pages]) -> None:
    found = read(lambda c: put(c, 72, 100, "the register² covers 12 km² in all"))
    assert [(s.text, s.raised) for s in found.lines[0].spans] == [
        ("the register", False), ("2", True), (" covers 12 km² in all", False),
    ]  # fmt: skip


def _header(c: Canvas) -> None:
    put(c, 57, 80, "Council of the", "Times-Bold", 14)
    put(c, 57, 97, "Harbour Union", "Times-Bold", 14)
    for y, text in ((80, "Brussels, 10 June 2031"), (94, "(OR. en)"), (120, "9375/31"), (150, "LIMITE"), (180, "JAI 676"),
                    (194, "MIGR 190")):  # fmt: skip
        put(c, 350, y, text)
    put(c, 57, 150, "Interinstitutional File:")
    put(c, 57, 164, "2031/0330 (COD)")
    put(c, 57, 240, "NOTE", "Times-Bold")
    put(c, 57, 270, "From:")
    put(c, 170, 270, "Presidency")
    put(c, 57, 290, "No. prev. doc.:")
    put(c, 57 + stringWidth("No. prev. doc.:", "Times-Roman", 12) + 8, 290.8, "8375/31")
    put(c, 57, 310, "Subject:")
    put(c, 170, 310, "Keeping lighthouses along the northern coasts, and what the")
    put(c, 170, 324, "harbours may contribute to it")


def test_a_council_header_is_read_side_by_side_and_its_table_label_by_label(read: Callable[..., Pages]) -> None:
    assert texts(read(_header)) == [
        "Council of the", "Harbour Union", "Interinstitutional File:", "2031/0330 (COD)",
        "Brussels, 10 June 2031", "(OR. en)", "9375/31", "LIMITE", "JAI 676", "MIGR 190",
        "NOTE", "From:\tPresidency", "No. prev. doc.:\t8375/31",
        "Subject:\tKeeping lighthouses along the northern coasts, and what the", "harbours may contribute to it",
    ]  # fmt: skip


def test_a_row_of_a_table_and_a_footer_are_lines_with_tabs(read: Callable[..., Pages]) -> None:
    def table(c: Canvas) -> None:
        for y, row in (
            (100, ("Harbour", "Keepers", "Ships")),
            (116, ("North", "14", "1 200")),
            (132, ("South", "3", "77")),
        ):
            for x, cell in zip((72, 220, 330), row, strict=True):
                put(c, x, y, cell)
        put(c, 57, 800, "9375/31", size=9)
        put(c, 280, 800, "AB/cd", size=9)
        put(c, 520, 800, "3", size=9)

    assert texts(read(table)) == ["Harbour\tKeepers\tShips", "North\t14\t1 200", "South\t3\t77", "9375/31\tAB/cd\t3"]


def test_two_columns_of_text_are_read_one_after_the_other(read: Callable[..., Pages]) -> None:
    def columns(c: Canvas) -> None:
        put(c, 57, 80, "A heading that stands across both of the columns of this page of the paper")
        for at in range(12):
            put(c, 57, 110 + 15 * at, f"left column of the text, line number {at:02d}")
            put(c, 310, 117 + 15 * at, f"right column of the text, line number {at:02d}")

    found = texts(read(columns))
    assert found[0].startswith("A heading")
    assert [t[:4] for t in found[1:]] == ["left"] * 12 + ["righ"] * 12


def test_text_across_the_page_is_left_out_and_invisible_text_is_kept(read: Callable[..., Pages]) -> None:
    def stamped(c: Canvas) -> None:
        put(c, 72, 100, "What the paper says")
        put(c, 72, 130, "said by text recognition", mode=3)
        c.saveState()
        c.translate(200, 300)
        c.rotate(45)
        c.setFont("Helvetica-Bold", 60)
        c.drawString(0, 0, "DRAFT")
        c.restoreState()

    assert texts(read(stamped)) == ["What the paper says", "said by text recognition"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_lying_on_its_side_is_read_upright(read: Callable[..., Pages], turn: int) -> None:
    def sideways(c: Canvas) -> None:
        c.setPageRotation(turn)
        c.translate(300, 400)
        c.rotate(turn)
        for at in range(3):
            c.drawString(-100, 60 - 20 * at, f"Table of harbours, line {at}")

    found = read(sideways, size=landscape(A4))
    assert texts(found) == [f"Table of harbours, line {at}" for at in range(3)]
    assert all(line.box is not None and line.box[0] < line.box[2] and line.box[1] < line.box[3] for line in found.lines)


def test_room_between_lines_marks_paragraphs_in_text_set_wide_and_close(read: Callable[..., Pages]) -> None:
    def spaced(c: Canvas) -> None:
        y = 100
        for leading in (14, 21):
            for paragraph in range(3):
                for line in range(4):
                    put(
                        c,
                        72,
                        y,
                        f"Paragraph {paragraph} set at {leading}, line {line}, which goes to the margin of the page",
                    )
                    y += leading
                y += 7

    found = read(spaced).lines
    assert [at for at, line in enumerate(found) if line.gap] == [4, 8, 12, 16, 20]


def _footnotes(c: Canvas, *, rule: bool) -> None:
    for at in range(20):
        put(c, 72, 100 + 20 * at, f"Body of the paper in type of twelve points, line {at} of twenty lines")
    if rule:
        c.line(72, _TOP - 700, 216, _TOP - 700)
    for mark, y, lines in (
        ("1", 715, ("See the Register of Lighthouses, OJ L 3,", "p. 7, and its annex.")),
        ("2", 745, ("Ibid.",)),
    ):
        put(c, 72, y - 3, mark, size=6)
        for at, text in enumerate(lines):
            put(c, 82 if at == 0 else 72, y + 11 * at, text, size=9)
    put(c, 72, 800, "9375/31", size=9)
    put(c, 500, 800, "LIMITE", size=9)


@pytest.mark.parametrize("rule", [True, False])
def test_footnotes_are_told_by_their_type_and_joined_to_their_marks(read: Callable[..., Pages], rule: bool) -> None:
    found = read(lambda c: _footnotes(c, rule=rule)).lines
    assert [(line.mark, line.text) for line in found if line.style == "footnote"] == [
        ("1", "See the Register of Lighthouses, OJ L 3,"), ("", "p. 7, and its annex."), ("2", "Ibid."),
    ]  # fmt: skip
    assert found[-1].text == "9375/31\tLIMITE" and not found[-1].style
    assert all(not line.style for line in found[:20])


def test_small_print_without_a_mark_is_no_footnote(read: Callable[..., Pages]) -> None:
    def small(c: Canvas) -> None:
        for at in range(20):
            put(c, 72, 100 + 20 * at, f"Body of the paper in type of twelve points, line {at} of twenty lines")
        put(c, 72, 700, "Source: a table drawn up by the harbours", size=9)

    assert not [line for line in read(small).lines if line.style]


def test_text_printed_twice_to_look_bold_is_read_once(read: Callable[..., Pages]) -> None:
    def twice(c: Canvas) -> None:
        put(c, 72, 100, "Presidency steering note")
        put(c, 72.3, 100, "Presidency steering note")

    assert texts(read(twice)) == ["Presidency steering note"]


def test_every_page_is_told_as_it_is_read_and_reading_can_be_given_up(tmp_path: Path) -> None:
    path = tmp_path / "four.pdf"
    canvas = Canvas(str(path))
    for number in range(4):
        canvas.drawString(72, 700, f"Page {number}")
        canvas.showPage()
    canvas.save()
    told: list[tuple[int, int]] = []
    pages.read(path, lambda page, of: told.append((page, of)))
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]

    class GivenUp(Exception):
        pass

    def give_up(page: int, of: int) -> None:
        if page == 2:
            raise GivenUp

    with pytest.raises(GivenUp):
        pages.read(path, give_up)
    assert pages.read(path).count == 4


def test_a_blank_page_and_a_page_that_is_a_picture_do_not_stop_a_paper(read: Callable[..., Pages]) -> None:
    def picture(c: Canvas) -> None:
        c.drawImage(ImageReader(_grey()), 0, 0, *A4)

    body = [lambda c, n=n: put(c, 72, 100, f"What page {n} says") for n in range(3)]
    found = read(*body, lambda c: None, picture)
    assert found.count == 5 and len(found.lines) == 3


def _grey() -> Any:
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (60, 80), 200).save(out, "PNG")
    out.seek(0)
    return out


def test_a_note_in_the_texts_own_size_goes_on_to_the_end_of_its_paragraph(read: Callable[..., Pages]) -> None:
    def note(c: Canvas) -> None:
        put(c, 72, 100, "The lamps of the northern coast are lit at dusk.")
        put(c, 345, 96, "1", size=7)
        put(c, 72, 136, "1", size=7)
        put(c, 80, 140, "The keepers have lit them at dusk in every year that has passed since")
        put(c, 72, 154, "the lamps were put up, and in 2019 they lit 40 of them.")
        put(c, 72, 190, "Horns are heard where the lamps are not seen, as a rule in fog.")

    paper = council.read(read(note))
    assert [(n.mark, n.text) for n in paper.footnotes] == [
        ("1", "The keepers have lit them at dusk in every year that has passed since the lamps were put up, and in 2019 they lit 40 "
              "of them."),
    ]  # fmt: skip
    assert [p.text for p in paper.paragraphs][-1] == "Horns are heard where the lamps are not seen, as a rule in fog."


@pytest.mark.parametrize("scale", ["11 0 0 1 0 0", "0 11 11 0 0 0", "1 0 0 11 0 11", "9 9 -9 9 9 9"])
def test_words_that_a_broken_file_scales_beyond_all_numbers_leave_the_others_standing(
    read: Callable[..., Pages], scale: str
) -> None:
    def broken(c: Canvas) -> None:
        put(c, 72, 100, "Harbours are kept by their towns.")
        c.saveState()
        c._code += [f"BT {scale} cm"] * 400
        put(c, 72, 140, "Words of no place at all.")
        c._code += ["ET"] * 400
        c.restoreState()
        put(c, 72, 180, "Piers are kept by their owners.")

    found = texts(read(broken))
    assert [t for t in found if "kept" in t] == ["Harbours are kept by their towns.", "Piers are kept by their owners."]
